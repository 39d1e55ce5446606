//! `GraphML`, CSV and Cypher: what is written, other people's parsers and engines read, and they answer as the graph does.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::PathBuf;
use std::process::Command;

use cybernorms::{ActRef, Csv, CsvHeader, Cypher, GraphMl, NodeLink, NormGraph, Ref, Role, View};
use serde_json::Value;

use crate::{path, small};

/// What an export tells: nodes by id, and acts in the order of time with their ends.
#[derive(Debug, PartialEq)]
struct Told {
    nodes: BTreeMap<String, Facts>,
    acts: Vec<(String, String, Facts)>,
}

type Facts = BTreeMap<String, String>;

/// The items of a list as one text, as the documentation of the formats says.
fn joined(value: &Value) -> String {
    let escape = |item: &Value| item.as_str().unwrap().replace('\\', "\\\\").replace(';', "\\;");
    match value {
        Value::Array(items) => items.iter().map(escape).collect::<Vec<_>>().join(";"),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// What node-link JSON tells of the same view: another writer, which other tests hold against the graph.
fn told(view: View<'_>) -> Told {
    let json: Value = serde_json::from_str(&NodeLink::with_overlay(view).to_string()).unwrap();
    let facts = |value: &Value, rest: &[&str]| -> Facts {
        let all = value.as_object().unwrap().iter().filter(|(name, _)| !rest.contains(&name.as_str()));
        all.map(|(name, value)| (if name == "name" { "title".to_owned() } else { name.clone() }, joined(value))).collect()
    };
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let nodes = json["nodes"].as_array().unwrap().iter().map(|node| (text(&node["id"]), facts(node, &["id"])));
    let acts = json["edges"].as_array().unwrap().iter().map(|act| {
        let mut facts = facts(act, &["source", "target", "key"]);
        facts.entry("verified".to_owned()).or_insert_with(|| "true".to_owned());
        (text(&act["source"]), text(&act["target"]), facts)
    });
    Told { nodes: nodes.collect(), acts: acts.collect() }
}

/// What a judge says that it read, as JSON of the shape `{"nodes": {id: facts}, "acts": [[subject, object, facts]]}`.
fn read(said: &Value) -> Told {
    serde_json::from_value::<(BTreeMap<String, Facts>, Vec<(String, String, Facts)>)>(Value::Array(vec![
        said["nodes"].clone(),
        said["acts"].clone(),
    ]))
    .map(|(nodes, acts)| Told { nodes, acts })
    .unwrap()
}

fn assert_same(name: &str, found: &Told, wanted: &Told) {
    for (id, facts) in &wanted.nodes {
        assert_eq!(found.nodes.get(id), Some(facts), "{name}: node {id}");
    }
    assert_eq!((found.nodes.len(), found.acts.len()), (wanted.nodes.len(), wanted.acts.len()), "{name}");
    for (number, (found, wanted)) in found.acts.iter().zip(&wanted.acts).enumerate() {
        assert_eq!(found, wanted, "{name}: act {number}");
    }
}

/// A file that a judge may read.
fn file(name: &str, text: &impl std::fmt::Display) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("interchange");
    std::fs::create_dir_all(&folder).unwrap();
    let place = folder.join(name);
    std::fs::write(&place, text.to_string()).unwrap();
    place
}

/// Runs a Python program on files and reads the JSON that it prints; nothing if a package is missing.
fn ask(packages: &str, program: &str, arguments: &[&str]) -> Option<Value> {
    let found = Command::new("python3").args(["-c", &format!("import {packages}")]).output();
    if !found.is_ok_and(|output| output.status.success()) {
        assert!(std::env::var_os("CI").is_none(), "CI has {packages}");
        eprintln!("Python with {packages} is not installed: this judge is missing");
        return None;
    }
    let output = Command::new("python3").env("PYTHONUTF8", "1").args(["-c", program]).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

/// A text as YAML writes it with nothing but ASCII.
fn yaml(text: &str) -> String {
    let escape = |c: char| match c {
        '"' | '\\' => format!("\\{c}"),
        ' '..='~' => c.to_string(),
        c => format!("\\U{:08x}", u32::from(c)),
    };
    format!("\"{}\"", text.chars().map(escape).collect::<String>())
}

/// Data with texts that try to break out of every format: each as a title, a statement, an alias and a note.
fn hostile() -> NormGraph {
    let mut texts: Vec<String> = [
        "quotes \" ' ` and \\ back\\\\slashes \\\" \\' \\",
        "a <b>&amp;</b> ]]> <!-- --> <![CDATA[x]]> <?pi?>",
        "=cmd|' /C calc'!A0",
        "+1",
        "-1",
        "@SUM(1)",
        "\ttab",
        "\rreturn",
        "\nline",
        "'=quoted",
        "＝wide",
        "null \u{0} bell \u{7} delete \u{7f} next \u{85} no \u{fffe} \u{ffff}",
        "lines\nof\r\nall\rkinds\u{2028}",
        "\u{202e}trap \u{1f600} e\u{301} مرحبا שלום",
        "literal \\u202e \\u0022 \\n; semi;colons \\; a, b",
        "\"} ] AS row MATCH (n) DETACH DELETE n; //",
        " space ",
        "NULL",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.push("long ".repeat(2_000));
    // And texts of the same characters in an order that has no meaning but is always the same.
    let all: Vec<char> = "=+-@\t\r\n'\"\\,;:<>&{}[]()/*`$#|u0x \u{0}\u{b}\u{feff}\u{a0}é漢\u{1f3f4}".chars().collect();
    let mut seed = 7_u64;
    for _ in 0..100 {
        let mut text = String::new();
        for _ in 0..12 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push(all[usize::try_from(seed >> 33).unwrap() % all.len()]);
        }
        texts.push(text + "x");
    }
    let (mut norms, mut acts) = (String::new(), String::new());
    for (number, text) in texts.iter().enumerate() {
        let text = yaml(text);
        writeln!(norms, "n{number}:\n  title: {text}\n  statement: {text}\n  stated_in: talk\n  at: line 1\n  kind: norm\n  addressees: [states, academia]\n  force: none\n  themes: core\n  aliases: [{text}, other]\n  note: {text}").unwrap();
        writeln!(
            acts,
            "    - {{by: [aland, bland], verb: supports, object: n{number}, at: line 1, note: {text}, as_written: {text}}}"
        )
        .unwrap();
    }
    let files = [
        ("themes.yaml", "core: {title: Core, meaning: All}\n".to_owned()),
        ("actors/a.yaml", "aland: {name: '=Aland', kind: state}\nbland: {name: Bland, kind: state}\n".to_owned()),
        (
            "reports/r.yaml",
            format!(
                "talk:\n  title: Talk\n  kind: transcript\n  issued_by: [aland, bland]\n  date: 2015\n  evidence: machine-transcript\n  source: {{url: 'https://example.org/?a=\"b\"&c=<d>'}}\n  acts:\n{acts}"
            ),
        ),
        ("norms/n.yaml", norms),
    ];
    NormGraph::from_files(files).unwrap_or_else(|error| panic!("{error}"))
}

fn worlds() -> [(&'static str, NormGraph); 2] {
    [("small", small()), ("hostile", hostile())]
}

/// XML has no room for these characters, so the export says that one was there.
fn as_xml_can(told: Told) -> Told {
    let tame = |text: String| -> String {
        let known = |c: char| matches!(c, '\t' | '\n' | '\r') || (c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'));
        text.chars().map(|c| if known(c) { c } else { '\u{fffd}' }).collect()
    };
    let facts = |facts: Facts| -> Facts { facts.into_iter().map(|(name, text)| (name, tame(text))).collect() };
    Told {
        nodes: told.nodes.into_iter().map(|(id, all)| (id, facts(all))).collect(),
        acts: told.acts.into_iter().map(|(subject, object, all)| (subject, object, facts(all))).collect(),
    }
}

const GRAPHML: &str = r"
import sys, json, xml.etree.ElementTree as tree, networkx as nx
root = tree.parse(sys.argv[1]).getroot()
ns = '{http://graphml.graphdrawing.org/xmlns}'
names = {key.get('id'): key.get('attr.name') for key in root.iter(ns + 'key')}
graph = root.find(ns + 'graph')
assert graph.get('edgedefault') == 'directed'
def facts(element):
    data = [data for data in element.findall(ns + 'data') if names[data.get('key')]]
    return {names[one.get('key')]: one.text for one in data}
def plain(values):
    return {name: str(value).lower() if isinstance(value, bool) else value for name, value in values.items()}
g = nx.read_graphml(sys.argv[1], force_multigraph=True)
assert g.is_directed() and g.is_multigraph()
edges = sorted(g.edges(keys=True, data=True), key=lambda edge: int(edge[2][1:]))
labels = [data.pop('label') for *_, data in edges]
for *_, data in edges: data.pop('id', None); assert isinstance(data['verified'], bool)
for _, data in g.nodes(data=True): data.pop('shape_type', None)
print(json.dumps({
  'tree': {'nodes': {n.get('id'): facts(n) for n in graph.findall(ns + 'node')},
           'acts': [[e.get('source'), e.get('target'), facts(e)] for e in graph.findall(ns + 'edge')]},
  'networkx': {'nodes': {n: plain(data) for n, data in g.nodes(data=True)}, 'acts': [[s, t, plain(data)] for s, t, _, data in edges]},
  'labels': labels}))
";

fn graphml_is_read(name: &str, graph: &NormGraph) {
    let place = file(&format!("{name}.graphml"), &GraphMl::new(graph.now()));
    let Some(said) = ask("networkx", GRAPHML, &[place.to_str().unwrap()]) else { return };
    let wanted = as_xml_can(told(graph.now()));
    assert_same(&format!("{name}, xml.etree"), &read(&said["tree"]), &wanted);
    assert_same(&format!("{name}, NetworkX"), &read(&said["networkx"]), &wanted);
    let phrases: Vec<&str> = graph.acts().iter().map(|act| act.verb.phrase()).collect();
    assert_eq!(said["labels"], Value::from(phrases));
}

#[test]
fn xml_etree_and_networkx_read_every_fact_of_the_graphml() {
    for (name, graph) in &worlds() {
        graphml_is_read(name, graph);
    }
    graphml_is_read("shipped", NormGraph::embedded());
}

const CSV: &str = r"
import sys, json, csv
csv.field_size_limit(10**9)
def table(place):
    with open(place, newline='', encoding='utf-8') as file:
        rows = list(csv.reader(file, strict=True))
    assert len({len(row) for row in rows}) == 1, 'every row has the same number of cells'
    return rows[0], rows[1:]
plain = sys.argv[3] == 'plain'
def facts(head, row, skip):
    found = {}
    for name, cell in list(zip(head, row))[skip:]:
        if plain:
            assert not cell.startswith(tuple('=+-@\t\r\n')), cell
            cell = cell[1:] if cell.startswith(chr(39)) else cell
        if cell: found[name.split(':')[0]] = cell
    return found
nodes, acts = table(sys.argv[1]), table(sys.argv[2])
if plain:
    assert nodes[0][:1] == ['id'] and acts[0][:3] == ['number', 'subject', 'object']
    skip, ends, first = (1, 3), (1, 2), 0
else:
    assert nodes[0][:2] == ['id:ID', ':LABEL'] and acts[0][:4] == [':START_ID', ':END_ID', ':TYPE', 'number:int']
    assert all(row[1].lower() == row[2] for row in nodes[1]) and all(row[2].lower().replace('_', '-') == row[4] for row in acts[1])
    skip, ends, first = (2, 4), (0, 1), 3
assert [int(row[first]) for row in acts[1]] == list(range(len(acts[1])))
print(json.dumps({'nodes': {row[0]: facts(nodes[0], row, skip[0]) for row in nodes[1]},
  'acts': [[row[ends[0]], row[ends[1]], facts(acts[0], row, skip[1])] for row in acts[1]]}))
";

fn csv_files(name: &str, view: View<'_>, header: CsvHeader) -> [PathBuf; 2] {
    let (nodes, acts) = (Csv::nodes(view).header(header), Csv::acts(view).header(header));
    [file(&format!("{name}-{header:?}-nodes.csv"), &nodes), file(&format!("{name}-{header:?}-acts.csv"), &acts)]
}

fn csv_is_read(name: &str, graph: &NormGraph) {
    for (header, word) in [(CsvHeader::Plain, "plain"), (CsvHeader::Neo4j, "neo4j")] {
        let [nodes, acts] = csv_files(name, graph.now(), header);
        let Some(said) = ask("csv", CSV, &[nodes.to_str().unwrap(), acts.to_str().unwrap(), word]) else { return };
        assert_same(&format!("{name}, {word}"), &read(&said), &told(graph.now()));
    }
}

#[test]
fn python_reads_every_cell_of_the_csv() {
    for (name, graph) in &worlds() {
        csv_is_read(name, graph);
    }
    csv_is_read("shipped", NormGraph::embedded());
}

const KUZU: &str = r#"
import sys, json, csv, kuzu
nodes, acts, questions = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
def columns(place, skip):
    with open(place, newline='', encoding='utf-8') as file:
        return ', '.join('`%s` STRING' % (name.split(':')[0] or 'node' + name[1:]) for name in next(csv.reader(file))[skip:])
db = kuzu.Connection(kuzu.Database(':memory:', buffer_pool_size=1 << 28))
db.execute(f'CREATE NODE TABLE Record({columns(nodes, 0)}, PRIMARY KEY(id))')
db.execute(f'CREATE REL TABLE Act(FROM Record TO Record, {columns(acts, 2)})')
how = '(header=true, parallel=false, auto_detect=false, delim=",", quote="\\"", escape="\\"")'
db.execute(f"COPY Record FROM '{nodes}' {how}")
db.execute(f"COPY Act FROM '{acts}' {how}")
def numbers(query, **values):
    return sorted(int(row[0]) for row in db.execute(query, values).get_all())
TRACE = '''MATCH (n:Record {id: $norm}), (s:Record)-[a:Act]->(o:Record)
  WHERE (s.id = n.id OR o.id = n.id OR (o.id = n.stated_in AND NOT a.verb IN ['votes-yes', 'votes-no', 'abstains']
    AND NOT a.family IN ['structural', 'lineage']))'''
MEMBERS = '''MATCH (:Record)-[a:Act]->(f:Record {id: $forum}) WHERE a.verb IN $roles
  AND left(a.date, 4) <= $year AND (a.until IS NULL OR left(a.until, 4) >= $year) RETURN a.number'''
count = lambda query: db.execute(query).get_next()[0]
print(json.dumps({
  'counts': [count('MATCH (n:Record) RETURN count(*)'), count('MATCH ()-[a:Act]->() RETURN count(*)')],
  'trace': [numbers(TRACE + ' RETURN a.number', norm=norm) for norm in questions['norms']],
  'contested': [numbers(TRACE + " AND a.family = 'contested' RETURN a.number", norm=norm) for norm in questions['norms']],
  'members': [numbers(MEMBERS, forum=forum, year=year, roles=questions['roles']) for forum, year in questions['forums']]}))
"#;

#[test]
fn a_graph_database_answers_from_the_csv_as_the_graph_does() {
    let graph = NormGraph::embedded();
    let norms = ["ihl-applies", "gge-2015-13f", "gcsc-public-core", "gge-2015-13k", "dgc-industry"];
    let forums = [
        ("un-gge-2021", "2020"),
        ("un-gge-2017", "2017"),
        ("eu", "2024"),
        ("eu", "2003"),
        ("un-general-assembly", "1950"),
        ("gcsc", "2018"),
    ];
    let roles: Vec<&str> = Role::ALL.iter().map(|role| role.verb().as_str()).collect();
    let questions = serde_json::json!({"norms": norms, "forums": forums, "roles": roles}).to_string();
    let [nodes, acts] = csv_files("database", graph.now(), CsvHeader::Neo4j);
    let Some(said) = ask("kuzu", KUZU, &[nodes.to_str().unwrap(), acts.to_str().unwrap(), &questions]) else { return };

    let every: Vec<ActRef<'_>> = graph.acts().iter().collect();
    let place = |act: ActRef<'_>| every.iter().position(|other| *other == act).unwrap();
    assert_eq!(said["counts"], serde_json::json!([graph.as_petgraph().node_count(), every.len()]));
    for (number, norm) in norms.map(|id| graph.norm(id).unwrap()).into_iter().enumerate() {
        let places = |acts: cybernorms::Acts<'_>| acts.iter().map(place).collect::<Vec<_>>();
        assert!(!norm.trace().is_empty());
        assert_eq!(said["trace"][number], Value::from(places(norm.trace())), "{norm}");
        assert_eq!(said["contested"][number], Value::from(places(norm.contested_by())), "{norm}");
    }
    for (number, (forum, year)) in forums.into_iter().enumerate() {
        let members = graph.forum(forum).unwrap().members(year.parse().unwrap());
        let mut places: Vec<usize> = members.map(place).collect();
        places.sort_unstable();
        assert!(!places.is_empty(), "{forum} in {year}");
        assert_eq!(said["members"][number], Value::from(places), "{forum} in {year}");
    }
}

const CYPHER: &str = r"
import sys, json, ocg
with open(sys.argv[1], newline='', encoding='utf-8') as file: script = file.read()
head, *statements, rest = script.split(';\n')
assert 'CREATE CONSTRAINT' in head and rest == ''
graph = ocg.Graph()
for _ in range(int(sys.argv[2])):
    for statement in statements: graph.execute(statement)
def one(value):
    if isinstance(value, bool): return str(value).lower()
    if isinstance(value, list): return ';'.join(item.replace('\\', '\\\\').replace(';', '\\;') for item in value)
    return value
def facts(values, *rest): return {name: one(value) for name, value in values.items() if name not in rest}
nodes = graph.execute('MATCH (n:Entity) RETURN n.id AS id, labels(n) AS labels, properties(n) AS all')
assert all(sorted(row['labels']) == sorted(['Entity', row['all']['kind'].capitalize()]) for row in nodes)
acts = graph.execute('MATCH (s)-[a]->(o) RETURN s.id AS s, o.id AS o, type(a) AS type, properties(a) AS all')
acts.sort(key=lambda row: row['all']['number'])
assert all(row['type'].lower().replace('_', '-') == row['all']['verb'] for row in acts)
print(json.dumps({'nodes': {row['id']: facts(row['all'], 'id') for row in nodes},
  'acts': [[row['s'], row['o'], facts(row['all'], 'number')] for row in acts], 'statements': len(statements)}))
";

/// How many statements there are: for each kind of node and each verb one, and one more for each further 500 rows.
fn statements(view: View<'_>) -> usize {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let told = told(view);
    for facts in told.nodes.values() {
        *counts.entry(facts["kind"].clone()).or_default() += 1;
    }
    for (.., facts) in &told.acts {
        *counts.entry(facts["verb"].clone()).or_default() += 1;
    }
    counts.values().map(|count| count.div_ceil(500)).sum()
}

#[test]
fn an_engine_runs_the_cypher_script_and_holds_every_fact() {
    let [(_, small), (_, hostile)] = &worlds();
    // The engine has no index, so of the shipped data it takes what surrounds one norm.
    let trace = NormGraph::embedded().norm("gge-2015-13f").unwrap().trace();
    let reports = trace.iter().map(|act| act.report().node()).collect();
    let around = NormGraph::embedded().only(&(trace.subjects() | trace.objects() | reports));
    for (name, view) in [("small", small.now()), ("hostile", hostile.now()), ("around", around.view())] {
        let place = file(&format!("{name}.cypher"), &Cypher::new(view));
        for times in ["1", "2"] {
            let Some(said) = ask("ocg", CYPHER, &[place.to_str().unwrap(), times]) else { return };
            assert_same(&format!("{name}, run {times} times"), &read(&said), &told(view));
            assert_eq!(said["statements"], statements(view), "{name}");
        }
    }
}

#[test]
fn the_script_of_the_shipped_data_has_a_statement_for_every_batch() {
    let graph = NormGraph::embedded();
    let script = Cypher::new(graph.now()).to_string();
    assert_eq!(script.matches(";\n").count(), 1 + statements(graph.now()));
    assert_eq!(script.matches("\nUNWIND [\n").count(), statements(graph.now()));
    let rows = |begin: &str| script.lines().filter(|line| line.starts_with(begin)).count();
    assert_eq!(rows("{id: "), graph.as_petgraph().node_count());
    assert_eq!(rows("{subject: "), graph.acts().len());
    assert!(!script.contains('\r'), "no text can end a line");
}

/// Every export of a view.
fn all(view: View<'_>) -> [String; 6] {
    let csv = |header| [Csv::nodes(view).header(header).to_string(), Csv::acts(view).header(header).to_string()];
    let ([a, b], [c, d]) = (csv(CsvHeader::Plain), csv(CsvHeader::Neo4j));
    [GraphMl::new(view).to_string(), Cypher::new(view).to_string(), a, b, c, d]
}

#[test]
fn the_order_of_the_files_does_not_change_a_byte() {
    let places = ["themes.yaml", "norms/all.yaml", "actors/all.yaml", "forums/all.yaml", "reports/all.yaml"];
    let mut files: Vec<(&str, Vec<u8>)> =
        places.iter().map(|place| (*place, std::fs::read(path("tests/small").join(place)).unwrap())).collect();
    let one = NormGraph::from_files(files.clone()).unwrap();
    files.reverse();
    let two = NormGraph::from_files(files).unwrap();
    assert_eq!(all(one.now()), all(two.now()));
    assert_eq!(all(one.now()), all(one.now()));
}

/// The ids in a table of nodes, and the ends and reports in one of acts. Ids need no quotes, and the first cells are ids or numbers.
fn ids(view: View<'_>) -> (BTreeSet<String>, Vec<[String; 3]>) {
    let (nodes, acts) = (Csv::nodes(view).to_string(), Csv::acts(view).to_string());
    let cell = |row: &str, number: usize| row.split(',').nth(number).unwrap().to_owned();
    let rows = |text: &str| text.split("\r\n").skip(1).filter(|row| !row.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let acts = rows(&acts).iter().map(|row| [cell(row, 1), cell(row, 2), cell(row, 7)]).collect();
    (rows(&nodes).iter().map(|row| cell(row, 0)).collect(), acts)
}

#[test]
fn a_view_exports_what_it_shows_and_nothing_hangs_loose() {
    let graph = NormGraph::embedded();
    let members = graph.forum("eu").unwrap().members("2024".parse().unwrap()).map(ActRef::subject).collect();
    let part = graph.only(&members);
    let day = "2015-12".parse().unwrap();
    for view in [graph.now(), graph.as_of(day), graph.now().possibly_as_of(day), part.view(), part.view().as_of(day)] {
        let (nodes, acts) = ids(view);
        assert_eq!(acts.len(), view.acts().len());
        assert!(acts.iter().flatten().all(|id| nodes.contains(id)), "ends and evidence are there");
        for id in graph.norms().map(Ref::node).chain(graph.actors().map(Ref::node)) {
            let needed = acts.iter().flatten().any(|other| other == id.id().as_str());
            assert_eq!(nodes.contains(id.id().as_str()), view.sees(id) || needed, "{id}");
        }
        assert_eq!(GraphMl::new(view).to_string().matches("\n<node ").count(), nodes.len());
        assert_eq!(Cypher::new(view).to_string().matches("\n{id: ").count(), nodes.len());
    }
    assert!(!ids(graph.as_of(day)).0.contains("gcsc-public-core"), "it was first stated in November 2017");
    assert!(!ids(part.view()).0.contains("chn"));
}

#[test]
fn an_overlay_stays_out_unless_it_is_asked_for() {
    let base = small();
    let note = "cable:\n  title: Cable\n  kind: statement\n  issued_by: aland\n  date: 2018\n  evidence: official-statement\n  source: {missing: not public}\n  acts:\n    - {verb: supports, object: root-norm, at: whole}\n";
    let graph = base.overlay_from_files([("reports/cable.yaml", note)]).unwrap();
    assert_eq!(all(graph.now()), all(base.now()));
    let count = |text: String, mark: &str| text.matches(mark).count();
    assert_eq!(count(GraphMl::with_overlay(graph.now()).to_string(), "-overlay\">true<"), 3, "the report, its act, its issuer");
    assert_eq!(count(Cypher::with_overlay(graph.now()).to_string(), "overlay: true"), 3);
    assert_eq!(count(Csv::nodes(graph.now()).with_overlay().to_string(), ",true\r\n"), 1);
    assert_eq!(count(Csv::acts(graph.now()).with_overlay().to_string(), ",true,true,"), 2);
}
