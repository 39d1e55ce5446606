"""Reads RDF exports with parsers of others and answers SPARQL queries: JSON in, JSON out."""

import json
import sys

import pyoxigraph as ox


def triples(text, format):
    return {(str(q.subject), str(q.predicate), str(q.object)) for q in ox.parse(input=text.encode(), format=format)}


def rdflib_triples(text, format):
    import rdflib

    rdflib.NORMALIZE_LITERALS = False
    graph = rdflib.Graph()
    graph.parse(data=text, format=format)
    return {tuple(term.n3() for term in triple) for triple in graph}


def judge(task):
    turtle = triples(task["turtle"], ox.RdfFormat.TURTLE)
    answer = {"triples": len(turtle)}
    if "json_ld" in task:
        answer["equal"] = turtle == triples(task["json_ld"], ox.RdfFormat.JSON_LD)
    if task.get("rdflib"):
        again = rdflib_triples(task["turtle"], "turtle")
        answer["rdflib"] = len(again)
        answer["rdflib_equal"] = again == rdflib_triples(task["json_ld"], "json-ld")
    store = ox.Store()
    store.load(input=task["turtle"].encode(), format=ox.RdfFormat.TURTLE)
    answer["rows"] = {
        name: [[term.value for term in row] for row in store.query(query)] for name, query in task.get("queries", {}).items()
    }
    return answer


json.dump([judge(task) for task in json.load(sys.stdin)], sys.stdout)
