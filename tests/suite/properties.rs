//! Random small graphs: the answers of the crate against a naive reading of the edges.

use std::collections::BTreeSet;
use std::fmt::Write;

use cybernorms::{Date, Family, NormGraph, Verb};
use proptest::prelude::*;

/// One random act between norms: later, earlier (always of a smaller number), verb, date.
type RandomLink = (usize, usize, usize, u16, u8);

const LINKS: [Verb; 5] = [Verb::Adapts, Verb::Restates, Verb::DerivesFrom, Verb::Complements, Verb::AnchoredIn];
const STANCES: [Verb; 4] = [Verb::Supports, Verb::Regrets, Verb::Proposes, Verb::Adopts];

fn graph(norms: usize, links: &[RandomLink], stances: &[(usize, usize, u16, u8)]) -> NormGraph {
    let mut text = String::from(
        "paper:\n  title: Paper\n  kind: guideline\n  issued_by: aland\n  date: 2030\n  evidence: official-text\n  acts:\n",
    );
    text.push_str("    - {by: aland, verb: mentions, object: n0, at: whole}\n");
    for (later, earlier, verb, year, month) in links {
        let (later, earlier) = (1 + later % (norms - 1), earlier % norms);
        if earlier < later {
            writeln!(
                text,
                "    - {{by: n{later}, verb: {}, object: n{earlier}, at: whole, date: {}}}",
                LINKS[verb % LINKS.len()],
                day(*year, *month)
            )
            .unwrap();
        }
    }
    for (norm, verb, year, month) in stances {
        writeln!(
            text,
            "    - {{by: aland, verb: {}, object: n{}, at: whole, date: {}}}",
            STANCES[verb % STANCES.len()],
            norm % norms,
            day(*year, *month)
        )
        .unwrap();
    }
    let mut list = String::new();
    for n in 0..norms {
        writeln!(list, "n{n}:\n  title: N{n}\n  statement: s\n  stated_in: paper\n  at: whole\n  kind: norm\n  addressees: all\n  force: none\n  themes: core").unwrap();
    }
    let files = [
        ("themes.yaml", "core: {title: Core, meaning: All}\n".to_owned()),
        ("actors/a.yaml", "aland: {name: Aland, kind: state}\n".to_owned()),
        ("reports/r.yaml", text),
        ("norms/n.yaml", list),
    ];
    NormGraph::from_files(files).unwrap_or_else(|error| panic!("{error}"))
}

/// A year, a month or a day.
fn day(year: u16, month: u8) -> String {
    let year = 2000 + year % 25;
    match month % 26 {
        0 => year.to_string(),
        m @ 1..=12 => format!("{year}-{m:02}"),
        m => format!("{year}-{:02}-{:02}", (m - 13) % 12 + 1, m),
    }
}

/// What is reachable along links that lead to origins, by going round until nothing is added.
fn reachable(graph: &NormGraph, start: &str, forward: bool) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    loop {
        let before = found.len();
        for act in graph.acts().iter().filter(|act| act.verb.leads_to_origin()) {
            let (later, earlier) = (act.subject().id().to_string(), act.object().id().to_string());
            let (from, to) = if forward { (earlier, later) } else { (later, earlier) };
            if from == start || found.contains(&from) {
                found.insert(to);
            }
        }
        if found.len() == before {
            return found;
        }
    }
}

fn links() -> impl Strategy<Value = Vec<RandomLink>> {
    proptest::collection::vec((0..12usize, 0..12usize, 0..5usize, any::<u16>(), any::<u8>()), 0..30)
}

fn stances() -> impl Strategy<Value = Vec<(usize, usize, u16, u8)>> {
    proptest::collection::vec((0..12usize, 0..4usize, any::<u16>(), any::<u8>()), 0..30)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lineage_and_descendants_are_what_is_reachable_and_converse(links in links()) {
        let graph = graph(12, &links, &[]);
        for norm in graph.norms() {
            let ends = |lineage: cybernorms::answers::Lineage<'_>, forward: bool| -> BTreeSet<String> {
                let nodes = lineage.links().iter().map(|link| if forward { link.act.subject() } else { link.act.object() }.id().to_string()).collect::<Vec<_>>();
                nodes.into_iter().collect()
            };
            let (before, after) = (ends(norm.lineage(), false), ends(norm.descendants(), true));
            prop_assert_eq!(&before, &reachable(&graph, norm.id().as_str(), false));
            prop_assert_eq!(&after, &reachable(&graph, norm.id().as_str(), true));
            for other in &before {
                let other = graph.norm(other).unwrap();
                prop_assert!(ends(other.descendants(), true).contains(norm.id().as_str()));
            }
        }
    }

    #[test]
    fn traces_by_family_and_day_are_what_a_filter_of_all_acts_gives(links in links(), stances in stances(), year in any::<u16>(), month in any::<u8>()) {
        let graph = graph(12, &links, &stances);
        let cut: Date = day(year, month).parse().unwrap();
        let then = graph.as_of(cut);
        for norm in then.norms().chain(graph.norms()) {
            let naive: Vec<String> = graph
                .acts()
                .iter()
                .filter(|act| norm.view().date().is_none() || !cut.last_day().certainly_before(act.date.last_day()))
                .filter(|act| act.subject() == norm.node() || act.object() == norm.node())
                .map(|act| format!("{act:?}"))
                .collect();
            let answer: Vec<String> = norm.trace().iter().map(|act| format!("{act:?}")).collect();
            prop_assert_eq!(&answer, &naive);
            let backed = norm.trace().iter().filter(|act| act.verb.family() == Family::Endorsed).count();
            prop_assert_eq!(norm.endorsed_by().len(), backed);
            prop_assert_eq!(norm.endorsed_by().iter().rev().count(), backed);
        }
        let dates: Vec<Date> = graph.acts().iter().map(|act| act.date.last_day()).collect();
        prop_assert!(dates.windows(2).all(|pair| !pair[1].certainly_before(pair[0])));
    }

    #[test]
    fn a_path_is_a_chain_and_no_shorter_one_exists(links in links(), from in 0..12usize, to in 0..12usize) {
        let graph = graph(12, &links, &[]);
        let view = graph.now();
        let (from, to) = (view.get(&format!("n{from}")).unwrap(), view.get(&format!("n{to}")).unwrap());
        let path = view.path(from, to).unwrap();
        let mut here = from;
        for act in &path {
            here = if act.subject() == here { act.object() } else { prop_assert_eq!(act.object(), here); act.subject() };
        }
        prop_assert_eq!(here, to);
        // All norms stand in one paper, so two steps always do; one does where an act links the two.
        let linked = graph.acts().iter().any(|act| (act.subject() == from && act.object() == to) || (act.subject() == to && act.object() == from));
        prop_assert_eq!(path.len(), if from == to { 0 } else if linked { 1 } else { 2 });
    }

    #[test]
    fn sets_keep_the_laws_of_sets(stances in stances(), other in stances()) {
        let graph = graph(12, &[], &[stances, other].concat());
        let aland = graph.actor("aland").unwrap();
        let (a, b) = (aland.endorsed().objects(), aland.contested().objects());
        prop_assert_eq!(&(&a | &b) - &b, &a - &b);
        prop_assert_eq!(&a & &b, &a - &(&a - &b));
        prop_assert_eq!((&a | &b).len() + (&a & &b).len(), a.len() + b.len());
        prop_assert!((&a & &b).iter().all(|node| a.contains(node) && b.contains(node)));
    }

    #[test]
    fn dates_round_trip_and_before_is_what_their_days_say(y in 1000u16..9999, m in any::<u8>(), other in any::<u8>()) {
        let (one, two): (Date, Date) = (day(y, m).parse().unwrap(), day(y, other).parse().unwrap());
        prop_assert_eq!(one.to_string().parse::<Date>().unwrap(), one);
        prop_assert_eq!(one.certainly_before(two), one.last_day().to_string() < two.first_day().to_string());
        prop_assert_eq!(one.possibly_before(two), one.first_day().to_string() < two.last_day().to_string());
        prop_assert!(!(one.certainly_before(two) && two.certainly_before(one)));
    }
}
