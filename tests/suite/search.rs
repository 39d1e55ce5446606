//! From words to records: what people write against the shipped data, and ranks against a naive reading of names and texts.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::LazyLock;

use cybernorms::{Entity, LookupError, NormGraph, Why};
use proptest::prelude::*;

use crate::small;

fn first(words: &str) -> (String, Why) {
    let found = NormGraph::embedded().search(words);
    let first = found.first().unwrap_or_else(|| panic!("nothing for {words}"));
    (first.node.id().to_string(), first.why)
}

#[test]
fn what_people_write_leads_where_they_mean() {
    let graph = NormGraph::embedded();
    for (words, id) in [
        ("norm f", "gge-2015-13f"),
        ("13(f)", "gge-2015-13f"),
        ("13 f", "gge-2015-13f"),
        ("13F", "gge-2015-13f"),
        ("para 13(f)", "gge-2015-13f"),
        ("paragraph 13 (f)", "gge-2015-13f"),
        ("norm 13(f)", "gge-2015-13f"),
        ("A/70/174 para 13 (f)", "gge-2015-13f"),
        ("GGE report 2015, 13(f)", "gge-2015-13f"),
        ("public core", "gcsc-public-core"),
        ("73/27", "a-res-73-27"),
        ("A/RES/73/27", "a-res-73-27"),
        ("resolution 73/27", "a-res-73-27"),
        ("GGE 2015", "un-gge-2015"),
        ("gge report 2015", "a-70-174"),
        ("paris call", "paris-call"),
        ("due diligence", "due-diligence"),
        ("Türkiye", "tur"),
        ("TURKIYE", "tur"),
        ("Turkey", "tur"),
        ("Cote d'Ivoire", "civ"),
        ("Côte d’Ivoire", "civ"),
        ("UK", "gbr"),
        ("US", "usa"),
        ("EU", "eu"),
    ] {
        assert_eq!(graph.resolve(words).map(|node| node.id().to_string()), Ok(id.to_owned()), "{words}");
        assert_eq!(first(words).0, id, "{words}");
    }
}

#[test]
fn a_search_ranks_and_says_why() {
    for (words, id, why) in [
        ("GGE 2015", "un-gge-2015", Why::IdEnd),
        ("oewg", "un-oewg-2021", Why::Named),
        ("norm on supply chain", "gge-2015-13i", Why::Named),
        ("OEWG", "un-oewg-2021", Why::Named),
        ("Tallinn", "tallinn-manual-1", Why::Named),
        ("WannaCry", "us-wannacry-attribution-2017", Why::Named),
        ("IP theft", "g20-2015-no-ip-theft", Why::IdEnd),
        ("tallinn manuals", "tallinn-manual-1", Why::Named),
        ("sovereingty", "sovereignty", Why::Nearly),
        ("critcal infrastructure", "gge-2015-13f", Why::Nearly),
    ] {
        assert_eq!(first(words), (id.to_owned(), why), "{words}");
    }
    let graph = NormGraph::embedded();
    let group: Vec<&str> = graph.search("GGE").iter().take(6).map(|found| found.node.id().as_str()).collect();
    assert!(group.iter().all(|id| id.starts_with("un-gge-20")), "all six groups: {group:?}");
    // `IP` stands for words, the theme adds what is called otherwise, the text comes last.
    let theft = graph.search("IP theft");
    assert!(theft.iter().any(|found| found.node.id().as_str() == "g7-2017-lucca-12" && found.why == Why::Named));
    let core = graph.search("public core");
    let at = |why| core.iter().position(|found| found.why == why);
    assert!(at(Why::Called) < at(Why::Named) && at(Why::Named) < at(Why::Themed) && at(Why::Themed) < at(Why::Told), "{core:?}");
    assert!(at(Why::Told).is_some() && at(Why::Nearly).is_none());
    // One and many are the same.
    assert_eq!(graph.search("vulnerability equities processes")[0].node.id().as_str(), "gcsc-vulnerability-equities");
    assert_eq!(
        graph.search("gcsc-public-core")[0].to_string(),
        "gcsc-public-core  Do not damage the public core of the Internet (is called so)"
    );
}

#[test]
fn a_search_keeps_to_its_view_and_resolving_does_not() {
    let then = NormGraph::embedded().as_of("2016".parse().unwrap());
    assert!(then.search("public core").iter().all(|found| found.node.id().as_str() != "gcsc-public-core"));
    assert_eq!(then.resolve("public core").unwrap().id().as_str(), "gcsc-public-core");
}

#[test]
fn resolving_gives_one_record_or_names_the_candidates() {
    let graph = NormGraph::embedded();
    for words in ["OEWG", "Tallinn", "IP theft", "WannaCry", "use of force"] {
        let Err(LookupError::Ambiguous { among, .. }) = graph.resolve(words) else { panic!("{words}") };
        let found: Vec<String> = graph.search(words).iter().map(|found| found.node.id().to_string()).collect();
        assert!((2..=8).contains(&among.len()) && among.iter().all(|id| found.contains(&id.to_string())), "{words}: {among:?}");
    }
    let said = |words: &str| graph.resolve(words).unwrap_err().to_string();
    assert_eq!(said("sovereingty"), "no record `sovereingty`; did you mean `sovereignty`?");
    assert_eq!(said("gcsc-pulbic-core"), "no record `gcsc-pulbic-core`; did you mean `gcsc-public-core`?");
    assert_eq!(said("kubernetes"), "no record `kubernetes`");
    assert_eq!(said("Kaljurand"), "no record `Kaljurand`; did you mean `marina-kaljurand`?");
    assert_eq!(
        said("WannaCry"),
        "`WannaCry` may be `us-wannacry-attribution-2017` or `uk-wannacry-attribution-2017`; ask for one of them"
    );
    let small = small();
    assert_eq!(small.resolve("A Thank Tink").unwrap_err().to_string(), "no record `A Thank Tink`; did you mean `think-tank`?");
}

#[test]
fn a_hostile_question_finds_nothing() {
    let graph = NormGraph::embedded();
    let long = "norm ".repeat(2_000);
    let marks = "/()[]{}!?.,;:\"'§—…".repeat(20);
    let letters = "x".repeat(10_000);
    let many = (0..200).map(|n| format!("{n} ")).collect::<String>();
    for words in [
        "",
        " ",
        "\0",
        "\0\0\u{1}\u{7f}",
        "\u{300}\u{301}",
        "القانون الدولي",
        "\u{202e}\u{200f}",
        "🦀🦀",
        &long,
        &marks,
        &letters,
        &many,
    ] {
        assert!(graph.search(words).is_empty(), "{words:.40}");
        assert!(matches!(graph.resolve(words), Err(LookupError::Unknown { .. })), "{words:.40}");
    }
}

const WORDS: [&str; 8] = ["amber", "birch", "cobalt", "delta", "ember", "flint", "grove", "7"];

fn phrase() -> impl Strategy<Value = Vec<usize>> {
    proptest::collection::vec(0..WORDS.len(), 1..4)
}

fn told(words: &[usize], between: &str) -> String {
    words.iter().map(|word| WORDS[*word]).collect::<Vec<_>>().join(between)
}

fn graph(norms: &[(Vec<usize>, Vec<usize>, bool)]) -> NormGraph {
    let mut list = String::new();
    for (number, (title, text, themed)) in norms.iter().enumerate() {
        let theme = if *themed { "delta-grove" } else { "other" };
        writeln!(
            list,
            "n{number}-{}:\n  title: \"{}\"\n  statement: \"{}\"\n  stated_in: paper\n  at: whole\n  kind: norm\n  addressees: all\n  force: none\n  themes: {theme}",
            told(title, "-"),
            told(title, " "),
            told(text, ", ")
        )
        .unwrap();
    }
    let files = [
        (
            "themes.yaml",
            "delta-grove: {title: \"Ember, too\", meaning: All}\nother: {title: Others, meaning: The rest}\n".to_owned(),
        ),
        ("actors/a.yaml", "aland: {name: Aland, kind: state}\n".to_owned()),
        (
            "reports/r.yaml",
            "paper:\n  title: Paper\n  kind: guideline\n  issued_by: aland\n  date: 2020\n  evidence: official-text\n".to_owned(),
        ),
        ("norms/n.yaml", list),
    ];
    NormGraph::from_files(files).unwrap_or_else(|error| panic!("{error}"))
}

/// The best reason to find a norm, read from whole words alone.
fn naive(asked: &[&str], id: &str, title: &str, text: &str, themed: bool) -> Option<Why> {
    let set = |texts: &[&str]| -> BTreeSet<String> {
        texts.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric())).map(str::to_owned).collect()
    };
    let one = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    let joined = asked.concat();
    let words: Vec<&str> = id.split('-').collect();
    let ends = asked.len() > 1 && (1..words.len()).any(|from| words[from..].concat() == joined);
    let names = set(&[id, title]);
    let lacks = |known: &[&BTreeSet<String>]| asked.iter().all(|word| known.iter().any(|set| set.contains(*word)));
    let theme = if themed { set(&["delta-grove", "ember too"]) } else { set(&["other", "others"]) };
    if one(title) == joined || one(id) == joined {
        Some(Why::Called)
    } else if ends {
        Some(Why::IdEnd)
    } else if lacks(&[&names]) {
        Some(Why::Named)
    } else if lacks(&[&names, &theme]) {
        Some(Why::Themed)
    } else if lacks(&[&names, &theme, &set(&[text])]) {
        Some(Why::Told)
    } else {
        None
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_search_finds_what_a_naive_reading_finds(norms in proptest::collection::vec((phrase(), phrase(), any::<bool>()), 1..5), asked in phrase()) {
        let graph = graph(&norms);
        let words: Vec<&str> = asked.iter().map(|word| WORDS[*word]).collect();
        let expected: Vec<(String, Why)> = graph
            .norms()
            .zip(&norms)
            .filter_map(|(norm, (_, _, themed))| {
                let Entity::Norm(record) = norm.node().entity() else { unreachable!() };
                let why = naive(&words, norm.id().as_str(), &record.title, &record.statement, *themed)?;
                Some((norm.id().to_string(), why))
            })
            .collect();
        let found = graph.search(&words.join(" "));
        prop_assert!(found.windows(2).all(|pair| pair[0].why <= pair[1].why));
        if expected.is_empty() {
            prop_assert!(found.iter().all(|found| found.why == Why::Nearly), "{:?}", found);
        } else {
            let found: BTreeSet<(String, Why)> = found.iter().map(|found| (found.node.id().to_string(), found.why)).collect();
            prop_assert_eq!(found, expected.into_iter().collect::<BTreeSet<_>>());
        }
        // However it is written.
        let shouted = words.join("  ").to_uppercase();
        prop_assert_eq!(graph.search(&shouted).len(), graph.search(&words.join("-")).len());
    }

    #[test]
    fn any_question_is_answered(words in "\\PC{0,60}", others in proptest::collection::vec(any::<char>(), 0..40)) {
        static SMALL: LazyLock<NormGraph> = LazyLock::new(small);
        let graph = &SMALL;
        let others: String = others.into_iter().collect();
        for words in [words, others] {
            let found = graph.search(&words);
            let _ = graph.resolve(&words);
            prop_assert!(words.chars().any(char::is_alphanumeric) || found.is_empty());
        }
    }
}
