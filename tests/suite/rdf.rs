//! Turtle and JSON-LD are one graph to the parsers of others, and SPARQL answers on it what the crate answers.

use std::collections::{BTreeSet, HashMap};
use std::io::Write;
use std::process::{Command, Stdio};

use cybernorms::{ActRef, Basis, Confidence, Date, Family, JsonLd, Node, Norm, NormGraph, Ref, Report, Role, Turtle, Verb, View};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::exports::hostile;
use crate::worlds::{World, worlds};
use crate::{path, small};

const PREFIXES: &str = "PREFIX cn: <urn:cybernorms:term:> PREFIX word: <urn:cybernorms:word:> PREFIX dcterms: <http://purl.org/dc/terms/> \
                        PREFIX schema: <https://schema.org/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> \
                        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX prov: <http://www.w3.org/ns/prov#> \
                        PREFIX org: <http://www.w3.org/ns/org#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ";

/// The vocabularies of others.
const SPACES: [(&str, &str); 5] = [
    ("dcterms", "http://purl.org/dc/terms/"),
    ("org", "http://www.w3.org/ns/org#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("schema", "https://schema.org/"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
];

/// The acts on a norm, and those on the text that states it but votes and what is structural.
const TRACE: &str = "?norm a cn:Norm . { ?act cn:subject ?norm } UNION { ?act cn:object ?norm } UNION {
    ?norm cn:stated-in ?text . ?act cn:object ?text ; cn:verb ?verb ; cn:family ?group .
    FILTER(?group NOT IN (word:family.structural, word:family.lineage))
    FILTER(?verb NOT IN (word:verb.votes-yes, word:verb.votes-no, word:verb.abstains)) }";

/// What the judge says of some exports; nothing if it cannot be called.
fn judge(tasks: &[Value]) -> Option<Vec<Value>> {
    let found = Command::new("python3").args(["-c", "import pyoxigraph, rdflib"]).output();
    if !found.is_ok_and(|output| output.status.success()) {
        assert!(std::env::var_os("CI").is_none(), "CI has pyoxigraph and rdflib");
        eprintln!("pyoxigraph and rdflib are not installed: this judge is missing");
        return None;
    }
    let program = path("tests/suite/rdf_judge.py");
    let mut child = Command::new("python3").arg(program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let tasks = serde_json::to_vec(tasks).unwrap();
    let writer = std::thread::spawn(move || input.write_all(&tasks));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    assert!(output.status.success());
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

fn task(view: View<'_>, rdflib: bool, queries: &[(impl ToString, String)]) -> Value {
    let queries: serde_json::Map<String, Value> =
        queries.iter().map(|(name, query)| (name.to_string(), format!("{PREFIXES}{query}").into())).collect();
    json!({"turtle": Turtle::new(view).to_string(), "json_ld": JsonLd::new(view).to_string(), "rdflib": rdflib, "queries": queries})
}

/// The rows of an answer as a set, and that no row came twice.
fn rows(answer: &Value, name: &str) -> BTreeSet<Vec<String>> {
    let rows = answer["rows"][name].as_array().unwrap();
    let cells = |row: &Value| row.as_array().unwrap().iter().map(|cell| cell.as_str().unwrap().to_owned()).collect();
    let set: BTreeSet<Vec<String>> = rows.iter().map(cells).collect();
    assert_eq!(set.len(), rows.len(), "{name}");
    set
}

/// The names of acts, made again from what the documentation says of them.
struct Names(HashMap<*const cybernorms::Act, String>);

impl Names {
    fn new(graph: &NormGraph) -> Self {
        let mut seen: HashMap<String, usize> = HashMap::new();
        let name = |act: ActRef<'_>| {
            let name =
                format!("urn:cybernorms:act/{}.{}.{}.{}.{}", act.report(), act.verb, act.subject(), act.object(), act.date);
            let count = seen.entry(name.clone()).or_insert(0);
            *count += 1;
            let name = if *count > 1 { format!("{name}.{count}") } else { name };
            (std::ptr::from_ref(act.weight()), name)
        };
        Self(graph.acts().iter().map(name).collect())
    }

    fn of(&self, act: ActRef<'_>) -> String {
        self.0[&std::ptr::from_ref(act.weight())].clone()
    }
}

/// What is reached from a node by links that are sure, which are those that are also said directly; by going round until nothing is
/// added.
fn sure_origins<'g>(graph: &'g NormGraph, start: Node<'g>) -> BTreeSet<String> {
    let is_sure = |act: &ActRef<'_>| {
        let plain = act.basis != Basis::Inferred || act.confidence == Confidence::High;
        act.verified && plain && act.confidence != Confidence::Low
    };
    let mut found: Vec<Node<'g>> = Vec::new();
    let mut next = vec![start];
    while let Some(here) = next.pop() {
        let view = graph.now();
        let lineage = match (here.cast::<Norm>(), here.cast::<Report>()) {
            (Some(norm), _) => norm.within(view).lineage(),
            (_, Some(text)) => text.within(view).lineage(),
            _ => continue,
        };
        for link in lineage.links().iter().filter(|link| link.act.subject() == here && is_sure(&link.act)) {
            if !found.contains(&link.act.object()) {
                found.push(link.act.object());
                next.push(link.act.object());
            }
        }
    }
    found.into_iter().map(|node| format!("urn:cybernorms:{}/{node}", node.kind())).collect()
}

/// The questions in SPARQL, those about a time for each of some days.
fn queries(cuts: &[Date]) -> Vec<(String, String)> {
    let origin: Vec<&Verb> = Verb::ALL.iter().filter(|verb| verb.leads_to_origin()).collect();
    let steps = origin.iter().map(|verb| format!("cn:{verb}")).collect::<Vec<_>>().join("|");
    let origin: String = origin.iter().map(|verb| format!("word:verb.{verb} ")).collect();
    let roles: String = Role::ALL.iter().map(|role| format!("word:verb.{} ", role.verb())).collect();
    let mut queries = vec![
        ("trace".to_owned(), format!("SELECT DISTINCT ?norm ?act {{ {TRACE} }}")),
        ("contested".to_owned(), format!("SELECT DISTINCT ?norm ?act {{ {TRACE} ?act cn:family word:family.contested }}")),
        (
            "lineage".to_owned(),
            format!(
                "SELECT ?norm ?act {{ VALUES ?verb {{ {origin} }} ?norm a cn:Norm . ?act cn:subject ?norm ; cn:verb ?verb }}"
            ),
        ),
        ("origins".to_owned(), format!("SELECT DISTINCT ?norm ?origin {{ ?norm a cn:Norm . ?norm ({steps})+ ?origin }}")),
        ("acts".to_owned(), "SELECT ?act { ?act a cn:Act }".to_owned()),
    ];
    for cut in cuts {
        let (first, last) = (cut.first_day(), cut.last_day());
        queries.push((
            format!("as of {cut}"),
            format!("SELECT DISTINCT ?norm ?act {{ {TRACE} ?act cn:latest ?day FILTER(?day <= '{last}'^^xsd:date) }}"),
        ));
        queries.push((
            format!("members in {cut}"),
            format!(
                "SELECT ?forum ?act {{ VALUES ?verb {{ {roles} }} ?forum a cn:Forum . ?act cn:object ?forum ; cn:verb ?verb ; cn:earliest ?from
                 FILTER(?from <= '{last}'^^xsd:date) FILTER NOT EXISTS {{ ?act cn:untilLatest ?to FILTER(?to < '{first}'^^xsd:date) }} }}"
            ),
        ));
    }
    queries
}

/// What the crate answers to the same questions, in the same form and order.
fn native(graph: &NormGraph, cuts: &[Date]) -> Vec<BTreeSet<Vec<String>>> {
    let names = Names::new(graph);
    let iri = |node: Node<'_>| format!("urn:cybernorms:{}/{node}", node.kind());
    let pair = |thing: Node<'_>, act: ActRef<'_>| vec![iri(thing), names.of(act)];
    let norms = |view: View<'_>, acts: &dyn Fn(Ref<'_, Norm>) -> Vec<Vec<String>>| -> BTreeSet<Vec<String>> {
        graph.norms().flat_map(|norm| acts(norm.within(view))).collect()
    };
    let trace = |norm: Ref<'_, Norm>| norm.trace().iter().map(|act| pair(norm.node(), act)).collect();
    let direct = |norm: Ref<'_, Norm>| {
        norm.lineage().links().iter().filter(|link| link.depth == 1).map(|link| pair(norm.node(), link.act)).collect()
    };
    let mut answers = vec![
        norms(graph.now(), &trace),
        norms(graph.now(), &|norm| norm.contested_by().iter().map(|act| pair(norm.node(), act)).collect()),
        norms(graph.now(), &direct),
        norms(graph.now(), &|norm| {
            sure_origins(graph, norm.node()).into_iter().map(|origin| vec![iri(norm.node()), origin]).collect()
        }),
        graph.acts().iter().map(|act| vec![names.of(act)]).collect(),
    ];
    for cut in cuts {
        answers.push(norms(graph.as_of(*cut), &trace));
        answers.push(
            graph
                .forums()
                .flat_map(|forum| forum.members(*cut).map(move |act| (forum, act)))
                .map(|(forum, act)| pair(forum.node(), act))
                .collect(),
        );
    }
    answers
}

#[test]
fn sparql_answers_what_the_crate_answers_for_every_norm_and_forum() {
    let graph = NormGraph::embedded();
    let cuts = ["2018-06-30", "2015", "2021-03"].map(|day| day.parse().unwrap());
    let queries = queries(&cuts);
    let Some(answers) = judge(&[task(graph.now(), false, &queries)]) else { return };
    for ((name, _), wanted) in queries.iter().zip(native(graph, &cuts)) {
        let found = rows(&answers[0], name);
        let (more, less) = (found.difference(&wanted).next(), wanted.difference(&found).next());
        assert!(found == wanted, "{name}: only SPARQL {more:?}, only the crate {less:?}");
        assert!(!wanted.is_empty(), "{name}");
    }
}

#[test]
fn sparql_answers_what_the_crate_answers_in_random_worlds() {
    // One process reads all worlds, so they are drawn here and not by the macro.
    let (strategy, mut runner) = (worlds(), TestRunner::deterministic());
    let worlds: Vec<World> = (0..200).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect();
    let cuts = ["2007".parse().unwrap()];
    let queries = queries(&cuts);
    let tasks: Vec<Value> = worlds.iter().map(|world| task(world.0.now(), false, &queries)).collect();
    let Some(answers) = judge(&tasks) else { return };
    let mut filled = BTreeSet::new();
    for (world, answer) in worlds.iter().zip(&answers) {
        assert_eq!(answer["equal"], true, "{world:?}");
        for ((name, _), wanted) in queries.iter().zip(native(&world.0, &cuts)) {
            assert_eq!(rows(answer, name), wanted, "{name} in {world:?}");
            if !wanted.is_empty() {
                filled.insert(name);
            }
        }
    }
    assert_eq!(filled.len(), queries.len(), "every question is asked of worlds that answer it");
}

#[test]
fn every_text_and_date_survives_in_both_formats() {
    let queries = [
        ("titles", "SELECT ?s ?t { ?s dcterms:title|schema:name ?t FILTER(?s != <urn:cybernorms:data/set> && ?s != <urn:cybernorms:data/themes>) }".to_owned()),
        ("notes", "SELECT ?act ?note { ?act a cn:Act ; skos:note ?note }".to_owned()),
        ("changes", "SELECT ?act ?change { ?act cn:change ?change }".to_owned()),
        ("places", "SELECT ?act ?at { ?act cn:at ?at }".to_owned()),
        ("urls", "SELECT ?report ?url { ?report schema:url ?url FILTER(DATATYPE(?url) = xsd:anyURI) }".to_owned()),
        ("dates", "SELECT ?act ?date ?type { ?act a cn:Act ; dcterms:date ?date BIND(STRAFTER(STR(DATATYPE(?date)), '#') AS ?type) }".to_owned()),
        ("words", "SELECT ?act ?basis ?confidence ?verified { ?act cn:basis ?basis ; cn:confidence ?confidence ; cn:verified ?verified }".to_owned()),
    ];
    let graphs = [&hostile(), &small(), NormGraph::embedded()];
    let whole = graphs.iter().enumerate().map(|(number, graph)| task(graph.now(), number < 2, &queries));
    let Some(answers) = judge(&whole.collect::<Vec<_>>()) else { return };
    for (graph, answer) in graphs.iter().zip(&answers) {
        assert_eq!(answer["equal"], true);
        if let Some(count) = answer.get("rdflib") {
            assert_eq!((count, &answer["rdflib_equal"]), (&answer["triples"], &Value::Bool(true)));
        }
        let names = Names::new(graph);
        let of_acts = |cells: &dyn Fn(ActRef<'_>) -> Option<Vec<String>>| -> BTreeSet<Vec<String>> {
            let row = |act| cells(act).map(|cells| std::iter::once(names.of(act)).chain(cells).collect());
            graph.acts().iter().filter_map(row).collect()
        };
        let inside = graph.as_petgraph();
        let nodes = graph.norms().map(Ref::node).chain(graph.actors().map(Ref::node));
        let nodes = nodes.chain(graph.forums().map(Ref::node)).chain(graph.reports().map(Ref::node));
        let titles: BTreeSet<_> =
            nodes.map(|node| vec![format!("urn:cybernorms:{}/{node}", node.kind()), node.title().to_owned()]).collect();
        assert_eq!(titles.len(), inside.node_count());
        assert!(rows(answer, "titles") == titles);
        assert!(rows(answer, "notes") == of_acts(&|act| Some(vec![act.note.clone()?])));
        assert!(rows(answer, "changes") == of_acts(&|act| Some(vec![act.change.clone()?])));
        assert!(rows(answer, "places") == of_acts(&|act| Some(vec![act.at.as_ref()?.to_string()])));
        let kind = |date: Date| match (date.month(), date.day()) {
            (_, Some(_)) => "date",
            (Some(_), _) => "gYearMonth",
            _ => "gYear",
        };
        assert!(rows(answer, "dates") == of_acts(&|act| Some(vec![act.date.to_string(), kind(act.date).to_owned()])));
        let words = |act: ActRef<'_>| {
            let (basis, confidence) = (
                format!("urn:cybernorms:word:basis.{}", act.basis),
                format!("urn:cybernorms:word:confidence.{}", act.confidence),
            );
            Some(vec![basis, confidence, act.verified.to_string()])
        };
        assert!(rows(answer, "words") == of_acts(&words));
        let urls = graph.reports().flat_map(|report| {
            let source = report.record().source.iter();
            let urls = source.flat_map(|source| source.url.iter().chain(&source.second).cloned());
            urls.map(move |url| vec![format!("urn:cybernorms:report/{report}"), url])
        });
        assert!(rows(answer, "urls") == urls.collect());
    }
}

#[test]
fn an_export_holds_what_its_view_shows() {
    let graph = NormGraph::embedded();
    let commission = graph.norms().filter(|norm| norm.id().as_str().starts_with("gcsc")).collect();
    let (part, names) = (graph.only(&commission), Names::new(graph));
    let overlay = graph
        .overlay_from_files([(
            "reports/cables.yaml",
            "cable:\n  title: Cable\n  kind: statement\n  issued_by: nld\n  date: 2026-11\n  evidence: official-statement\n  source: {missing: not public}\n  acts:\n    - {verb: supports, object: gge-2015-13f, at: whole}\n",
        )])
        .unwrap();
    let views =
        [graph.as_of("2015".parse().unwrap()), graph.now().possibly_as_of("2015-03".parse().unwrap()), part.view(), graph.now()];
    let queries = [
        ("acts", "SELECT ?act { ?act a cn:Act }".to_owned()),
        ("norms", "SELECT ?norm { ?norm a cn:Norm }".to_owned()),
        (
            "loose",
            "SELECT DISTINCT ?x { ?act cn:subject|cn:object|cn:recordedIn ?x FILTER NOT EXISTS { ?x a ?class } }".to_owned(),
        ),
    ];
    let tasks: Vec<Value> = views.iter().map(|view| task(*view, false, &queries)).collect();
    assert!(Turtle::new(overlay.now()).to_string() == Turtle::new(graph.now()).to_string(), "an overlay stays out");
    let (whole, more) = (Turtle::new(graph.now()).to_string(), Turtle::with_overlay(overlay.now()).to_string());
    let lines: BTreeSet<&str> = more.lines().collect();
    assert!(
        whole.lines().all(|line| lines.contains(line)) && more.contains("cn:overlay true"),
        "and changes no name if asked for"
    );
    assert!(JsonLd::with_overlay(overlay.now()).to_string().contains("\"cn:overlay\": [true]"));
    let Some(answers) = judge(&tasks) else { return };
    for (view, answer) in views.iter().zip(&answers) {
        assert_eq!(answer["equal"], true);
        let acts: BTreeSet<Vec<String>> = view.acts().iter().map(|act| vec![names.of(act)]).collect();
        assert!(rows(answer, "acts") == acts && !acts.is_empty());
        let norms: BTreeSet<Vec<String>> = view.norms().map(|norm| vec![format!("urn:cybernorms:norm/{norm}")]).collect();
        assert!(rows(answer, "norms").is_superset(&norms));
        assert_eq!(rows(answer, "loose"), BTreeSet::new(), "what an act names is described");
    }
}

#[test]
fn other_bases_are_taken_or_refused_with_a_reason() {
    let graph = small();
    let turtle = Turtle::new(graph.now());
    for good in ["https://example.org/norms/", "http://localhost:8000/x#", "urn:example:norms:", "tag:a.org,2026:"] {
        let turtle = turtle.with_base(good).unwrap().to_string();
        let json = JsonLd::new(graph.now()).with_base(good).unwrap().to_string();
        let count = [("q", "SELECT ?s { ?s a <urn:cybernorms:term:Norm> }".to_owned())];
        let mut asked = task(graph.now(), false, &count);
        (asked["turtle"], asked["json_ld"]) = (turtle.into(), json.into());
        asked["rdflib"] = true.into();
        let Some(answers) = judge(&[asked]) else { return };
        assert!(answers[0]["equal"] == true && answers[0]["rdflib_equal"] == true, "{good}");
        assert!(rows(&answers[0], "q").iter().all(|row| row[0].starts_with(good)));
    }
    for bad in [
        "",
        "norms",
        "norms/",
        "https://",
        "https:///",
        "https://a b/",
        "https://a/> <x:y/",
        "https://a/\u{e9}/",
        "1a:",
        "http:a/",
        "urn:x",
        "x:a#b/",
    ] {
        let error = turtle.with_base(bad).unwrap_err();
        assert!(error.to_string().contains("such as `https://example.org/norms/`"), "{bad}");
    }
}

#[test]
fn the_vocabulary_defines_every_term_that_exports_use() {
    let vocabulary = std::fs::read_to_string(path("docs/vocabulary.ttl")).unwrap();
    let described = std::fs::read_to_string(path("docs/vocabulary.md")).unwrap();
    let used = "SELECT DISTINCT ?term { { [] ?term [] } UNION { [] ?p ?term } FILTER(STRSTARTS(STR(?term), 'urn:cybernorms:term:') || STRSTARTS(STR(?term), 'urn:cybernorms:word:')) }";
    let defined =
        "SELECT DISTINCT ?term { ?term a ?class ; rdfs:label|skos:prefLabel ?label ; rdfs:comment|skos:definition ?text }";
    let foreign =
        "SELECT DISTINCT ?term { { [] ?term [] } UNION { [] a ?term } FILTER(!STRSTARTS(STR(?term), 'urn:cybernorms:')) }";
    let own = task(NormGraph::embedded().now(), false, &[("used", used.to_owned()), ("foreign", foreign.to_owned())]);
    let vocabulary = json!({"turtle": vocabulary, "queries": {"defined": format!("{PREFIXES}{defined}")}});
    let Some(answers) = judge(&[own, vocabulary]) else { return };
    let (used, defined) = (rows(&answers[0], "used"), rows(&answers[1], "defined"));
    assert_eq!(used.difference(&defined).collect::<Vec<_>>(), Vec::<&Vec<String>>::new());
    for verb in Verb::ALL {
        assert!(defined.contains(&vec![format!("urn:cybernorms:term:{verb}")]), "{verb}");
        assert!(defined.contains(&vec![format!("urn:cybernorms:word:verb.{verb}")]), "{verb}");
    }
    for family in Family::ALL {
        assert!(defined.contains(&vec![format!("urn:cybernorms:word:family.{family}")]), "{family}");
    }
    let properties = used.iter().filter_map(|row| row[0].strip_prefix("urn:cybernorms:term:"));
    for term in properties.filter(|term| Verb::ALL.iter().all(|verb| verb.as_str() != *term)) {
        assert!(described.contains(&format!("`cn:{term}`")), "docs/vocabulary.md says nothing of {term}");
    }
    for term in rows(&answers[0], "foreign").iter().map(|row| &row[0]).filter(|term| !term.ends_with("rdf-syntax-ns#type")) {
        let (prefix, iri) = SPACES.iter().find(|(_, iri)| term.starts_with(iri)).unwrap();
        assert!(described.contains(&format!("`{prefix}:{}`", &term[iri.len()..])), "docs/vocabulary.md says nothing of {term}");
    }
}

#[test]
fn the_same_bytes_every_time() {
    let (one, two) = (small(), small());
    assert_eq!(Turtle::new(one.now()).to_string(), Turtle::new(two.now()).to_string());
    assert_eq!(JsonLd::new(one.now()).to_string(), JsonLd::new(two.now()).to_string());
}
