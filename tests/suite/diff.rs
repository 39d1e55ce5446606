//! What changed between two data sets: one change gives one change, back and forth.

use std::collections::BTreeMap;
use std::fmt::Write;

use cybernorms::{Change, Detail, Diff, NormGraph, Verb, View};
use proptest::prelude::*;

use crate::{path, small};

/// The small data with some texts replaced.
fn edited(edits: &[(&str, &str)]) -> NormGraph {
    let files = ["themes.yaml", "norms/all.yaml", "actors/all.yaml", "forums/all.yaml", "reports/all.yaml"];
    let mut found = 0;
    let files = files.map(|file| {
        let mut text = std::fs::read_to_string(path("tests/small").join(file)).unwrap();
        for (from, to) in edits {
            found += usize::from(text.contains(from));
            text = text.replacen(from, to, 1);
        }
        (file, text)
    });
    assert_eq!(found, edits.len(), "every edit finds its text once");
    NormGraph::from_files(files).unwrap_or_else(|error| panic!("{error}"))
}

fn told(edits: &[(&str, &str)]) -> Vec<String> {
    let (old, new) = (small(), edited(edits));
    Diff::between(&old, &new).changes.iter().map(ToString::to_string).collect()
}

#[test]
fn each_change_is_told_in_domain_words() {
    let wrote = "    - {by: cland, verb: contests, object: root-norm, mode: validity";
    let act = format!("    - {{by: cland, verb: supports, object: pact-norm, at: line 20}}\n{wrote}");
    for (edits, lines) in [
        (vec![], vec![]),
        (
            vec![(wrote, act.as_str())],
            vec!["new endorsement: 2017-03-04  Cland supports Spare the core, agreed [Talk 2017, line 20 (machine transcript)]"],
        ),
        (
            vec![("    - {by: bland, verb: reserves, object: pact-norm, mode: scope, form: reservation, at: annex}\n", "")],
            vec![
                "contestation no longer recorded: 2015-07-22  Bland reserves its position on Spare the core, agreed [The pact, annex]",
            ],
        ),
        (
            vec![("verb: reserves, object: pact-norm, mode: scope, form: reservation", "verb: supports, object: pact-norm")],
            vec![
                "verb corrected: reserves -> supports, 2015-07-22  Bland supports Spare the core, agreed [The pact, annex]",
                "mode corrected: scope -> none, 2015-07-22  Bland supports Spare the core, agreed [The pact, annex]",
                "form corrected: reservation -> none, 2015-07-22  Bland supports Spare the core, agreed [The pact, annex]",
            ],
        ),
        (
            vec![("reported_by: aland, at: line 10, date: 2016}", "reported_by: aland, at: line 10, date: 2016-05}")],
            vec![
                "date corrected: 2016 -> 2016-05, 2016-05  Bland supports Spare the core [Talk 2017, line 10 (machine transcript; as Aland reports)]",
            ],
        ),
        (
            vec![(
                "norms_of: pact, at: line 9, confidence: medium",
                "norms_of: pact, at: line 19, confidence: low, verified: false",
            )],
            vec![
                "place corrected: line 9 -> line 19, 2017-03-04  Aland supports Spare the core, agreed [Talk 2017, line 19 (machine transcript; low confidence; not verified)]",
                "confidence corrected: medium -> low, 2017-03-04  Aland supports Spare the core, agreed [Talk 2017, line 19 (machine transcript; low confidence; not verified)]",
                "verification corrected: verified -> not verified, 2017-03-04  Aland supports Spare the core, agreed [Talk 2017, line 19 (machine transcript; low confidence; not verified)]",
            ],
        ),
        (
            vec![("https://example.org/call\", read", "https://example.org/kept\", second: \"https://example.net/call\", read")],
            vec![
                "source replaced: club-call Club call, address https://example.org/call -> https://example.org/kept, second none -> https://example.net/call",
            ],
        ),
        (
            vec![("statement: The law holds.", "statement: The law holds online.")],
            vec!["statement reworded: law-norm \"The law holds.\" -> \"The law holds online.\""],
        ),
        (
            vec![("name: Republic of Aland", "name: Federation of Aland")],
            vec!["actor edited: aland, name Republic of Aland -> Federation of Aland"],
        ),
        // What follows from a record is told once: the acts of the text have its date, the members that of the forum.
        (vec![("date: 2015-07-22\n", "date: 2015-07-21\n")], vec!["report edited: pact, date 2015-07-22 -> 2015-07-21"]),
        (vec![("  from: 2014-06\n", "  from: 2014-05\n")], vec!["forum edited: club, from 2014-06 -> 2014-05"]),
        (
            vec![("{who: cland, in: old-charter, from: 1945, to: 2016}", "{who: cland, in: first-paper, from: 1946, to: 2016}")],
            vec![
                "report corrected: old-charter -> first-paper, 1946  Cland is a member of Assembly [First paper]",
                "date corrected: 1945 -> 1946, 1946  Cland is a member of Assembly [First paper]",
            ],
        ),
        (
            vec![("  title: Rights\n", "  title: Human rights\n")],
            vec!["theme edited: rights \"Rights: What people may expect.\" -> \"Human rights: What people may expect.\""],
        ),
    ] {
        assert_eq!(told(&edits), lines, "{edits:?}");
    }
}

#[test]
fn acts_that_share_a_record_are_corrected_together() {
    let (old, new) = (
        small(),
        edited(&[(
            "{by: [aland, bland], verb: joins, object: club-call}",
            "{by: [aland, bland], verb: joins, object: club-call, at: annex}",
        )]),
    );
    let diff = Diff::between(&old, &new);
    let [Change::Corrected { what: Detail::Place, acts }] = &diff.changes[..] else { panic!("{diff}") };
    assert_eq!(acts.len(), 2);
    assert!(diff.to_string().ends_with("[Club call, annex] and 1 more of the same record\n"), "{diff}");
    assert_eq!((diff.of("aland").count(), diff.of("club-call").count(), diff.of("cland").count()), (1, 1, 0));
}

#[test]
fn an_overlay_is_what_it_adds() {
    let graph = NormGraph::embedded();
    let cable = "cable:\n  title: Cable\n  kind: statement\n  issued_by: cub\n  date: 2031\n  evidence: official-statement\n  source: {missing: not public}\n  acts:\n    - {verb: supports, object: ihl-applies, at: whole}\n";
    let with = graph.overlay_from_files([("reports/cables.yaml", cable)]).unwrap();
    let diff = Diff::between(graph, &with);
    let lines: Vec<String> = diff.changes.iter().map(ToString::to_string).collect();
    assert_eq!(lines.len(), 3, "{diff}");
    assert!(lines[0].starts_with("position moved: Cuba contests ("), "{diff}");
    assert!(
        lines[1].starts_with("new endorsement: 2031  Cuba supports") && lines[2] == "report added: cable Cable (overlay)",
        "{diff}"
    );
    assert!(diff.to_string().starts_with("1 position moved, 1 new endorsement, 1 report added\n"));
    assert!(Diff::between(graph, with.now().published()).changes.is_empty());
    assert_eq!(Diff::between(graph, graph).to_string(), "no change\n");
}

#[test]
fn two_days_of_one_graph_are_what_happened_between_them() {
    let graph = NormGraph::embedded();
    let (then, now) = (graph.as_of("2017".parse().unwrap()), graph.as_of("2018".parse().unwrap()));
    let diff = Diff::between(then, now);
    let born = |view: View<'_>| view.norms().count() + view.reports().count();
    let added = diff.changes.iter().filter(|change| matches!(change, Change::Added(_))).count();
    assert_eq!(added, born(now) - born(then));
    assert!(diff.changes.iter().all(|change| match change {
        Change::New(act) => act.date.year() == 2018,
        Change::Added(_) | Change::Moved { .. } => true,
        _ => false,
    }));
    // What a desk officer asks: what is new on this norm.
    let norm: Vec<String> = diff.of("gcsc-public-core").map(ToString::to_string).collect();
    assert!(
        norm.iter().any(|line| line.starts_with("new link between wordings: 2018-11-12  Protect the public core")),
        "{norm:?}"
    );
    let back = Diff::between(now, then);
    assert_eq!(back.changes.len(), diff.changes.len());
}

/// An act of the random data.
#[derive(Debug, Clone, PartialEq)]
struct Told {
    report: usize,
    by: usize,
    verb: usize,
    norm: usize,
    at: usize,
    year: u16,
    level: usize,
    verified: bool,
}

#[derive(Debug, Clone, PartialEq)]
struct Data {
    statements: Vec<usize>,
    addresses: Vec<usize>,
    acts: Vec<Told>,
}

const VERBS: [&str; 4] = ["supports", "withdraws", "adopts", "mentions"];
const LEVELS: [&str; 3] = ["high", "medium", "low"];

fn graph(data: &Data) -> NormGraph {
    let (mut norms, mut reports) = (String::new(), String::new());
    for (number, statement) in data.statements.iter().enumerate() {
        writeln!(norms, "n{number}:\n  title: N{number}\n  statement: s{statement}\n  stated_in: r0\n  at: whole\n  kind: norm\n  addressees: all\n  force: none\n  themes: core").unwrap();
    }
    for (number, address) in data.addresses.iter().enumerate() {
        writeln!(reports, "r{number}:\n  title: R{number}\n  kind: guideline\n  issued_by: [a0, a1, a2]\n  date: 2030\n  evidence: official-text\n  source: {{url: \"https://example.org/{address}\"}}\n  acts:").unwrap();
        writeln!(reports, "    - {{by: a0, verb: comments-on, object: n{number}, at: whole}}").unwrap();
        for act in data.acts.iter().filter(|act| act.report == number) {
            let Told { by, verb, norm, at, year, level, verified, .. } = act;
            writeln!(reports, "    - {{by: a{by}, verb: {}, object: n{norm}, at: page {at}, date: {year}, confidence: {}, verified: {verified}}}", VERBS[*verb], LEVELS[*level]).unwrap();
        }
    }
    let files = [
        ("themes.yaml", "core: {title: Core, meaning: All}\n".to_owned()),
        ("actors/a.yaml", "a0: {name: A, kind: state}\na1: {name: B, kind: state}\na2: {name: C, kind: state}\n".to_owned()),
        ("reports/r.yaml", reports),
        ("norms/n.yaml", norms),
    ];
    NormGraph::from_files(files).unwrap_or_else(|error| panic!("{error}"))
}

fn act() -> impl Strategy<Value = Told> {
    (0..2usize, 0..3usize, 0..4usize, 0..3usize, 1..3usize, 2000..2004u16, 0..3usize, any::<bool>()).prop_map(
        |(report, by, verb, norm, at, year, level, verified)| Told { report, by, verb, norm, at, year, level, verified },
    )
}

fn data() -> impl Strategy<Value = Data> {
    (proptest::collection::vec(0..9usize, 3), proptest::collection::vec(0..9usize, 3), proptest::collection::vec(act(), 1..9))
        .prop_map(|(statements, addresses, acts)| Data { statements, addresses, acts })
}

/// Changes one thing; gives what the one line begins with.
fn change(data: &mut Data, what: usize, which: usize, added: Told) -> &'static str {
    let which_act = which % data.acts.len();
    let act = &mut data.acts[which_act];
    match what % 9 {
        0 => {
            data.acts.push(added);
            "new "
        }
        1 => {
            data.acts.remove(which_act);
            "NO LONGER"
        }
        2 => {
            act.year += 1;
            "date corrected"
        }
        3 => {
            act.at += 1;
            "place corrected"
        }
        4 => {
            act.level = (act.level + 1) % 3;
            "confidence corrected"
        }
        5 => {
            act.verified = !act.verified;
            "verification corrected"
        }
        6 => {
            act.verb = (act.verb + 1) % VERBS.len();
            "verb corrected"
        }
        7 => {
            data.statements[which % 3] += 1;
            "statement reworded"
        }
        _ => {
            data.addresses[which % 3] += 1;
            "source replaced"
        }
    }
}

fn but_moves(diff: &Diff<'_>) -> Vec<String> {
    diff.changes.iter().filter(|change| !matches!(change, Change::Moved { .. })).map(ToString::to_string).collect()
}

/// Whether the newest act that takes a side contests, of each actor on each norm.
fn sides(graph: &NormGraph) -> BTreeMap<(String, String), bool> {
    let mut acts: Vec<_> =
        graph.acts().iter().filter(|act| matches!(act.verb, Verb::Supports | Verb::Adopts | Verb::Withdraws)).collect();
    acts.sort_by_key(|act| (act.date.year(), act.verb, act.report().id().clone()));
    acts.iter().map(|act| ((act.subject().to_string(), act.object().to_string()), act.verb == Verb::Withdraws)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_change_is_told_as_exactly_that_change(data in data(), what in 0..9usize, which in 0..100usize, added in act()) {
        let mut other = data.clone();
        let expected = change(&mut other, what, which, added);
        let (old, new) = (graph(&data), graph(&other));
        let (diff, back) = (Diff::between(&old, &new), Diff::between(&new, &old));
        let (lines, undone) = (but_moves(&diff), but_moves(&back));
        prop_assert_eq!((lines.len(), undone.len()), (1, 1), "{}", diff);
        match expected {
            "NO LONGER" => prop_assert!(lines[0].contains(" no longer recorded: ") && undone[0].starts_with("new "), "{}", diff),
            "new " => prop_assert!(lines[0].starts_with("new ") && undone[0].contains(" no longer recorded: "), "{}", diff),
            expected => prop_assert!(lines[0].starts_with(expected) && undone[0].starts_with(expected), "{}", diff),
        }
        // Positions that moved are those whose newest act now takes the other side.
        let (then, now) = (sides(&old), sides(&new));
        let moved = then.iter().filter(|(pair, side)| now.get(*pair).is_some_and(|now| now != *side)).count();
        prop_assert_eq!(diff.changes.len() - lines.len(), moved, "{}", diff);
        prop_assert_eq!(back.changes.len() - undone.len(), moved);
        prop_assert_eq!(diff.of("n0").count() + diff.of("n1").count() + diff.of("n2").count() >= moved, true);
    }

    #[test]
    fn equal_data_differ_in_nothing_and_any_two_in_the_same_both_ways(data in data(), other in data()) {
        let (old, same, new) = (graph(&data), graph(&data), graph(&other));
        prop_assert!(Diff::between(&old, &same).changes.is_empty());
        let (diff, back) = (Diff::between(&old, &new), Diff::between(&new, &old));
        let acts = |diff: &Diff<'_>, added: bool| -> Vec<String> {
            let mut acts: Vec<String> = diff.changes.iter().filter_map(|change| match change {
                Change::New(act) if added => Some(act.to_string()),
                Change::NoLongerRecorded(act) if !added => Some(act.to_string()),
                _ => None,
            }).collect();
            acts.sort();
            acts
        };
        prop_assert_eq!(acts(&diff, true), acts(&back, false));
        prop_assert_eq!(acts(&diff, false), acts(&back, true));
        prop_assert_eq!(diff.changes.is_empty(), old.acts().iter().map(|act| act.to_string()).eq(new.acts().iter().map(|act| act.to_string())) && data.statements == other.statements && data.addresses == other.addresses);
    }
}
