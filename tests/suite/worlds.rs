//! Random small worlds of norms, texts, forums and states, and how to read them without any index: by going through all acts.

use std::collections::BTreeMap;
use std::fmt::Write;

use cybernorms::{ActRef, Family, Kind, Node, Norm, NormGraph, Report, ReportKind, Verb, View};
use proptest::prelude::*;

/// The order in which wordings and texts come: links go from a later to an earlier one.
pub(crate) const ORDER: [&str; 10] = ["r0", "n0", "n1", "r1", "n2", "n3", "r2", "n4", "r3", "n5"];
const ISSUERS: [&str; 6] = ["un", "region", "experts", "aland", "bland", "firm"];
const DEEDS: [&str; 12] = [
    "mentions",
    "recalls",
    "proposes",
    "calls-upon",
    "welcomes",
    "supports",
    "implements",
    "approves",
    "adopts",
    "establishes",
    "sponsors",
    "contests, mode: scope, form: statement",
];
const BONDS: [&str; 9] = [
    "restates",
    "adapts",
    "derives-from",
    "elaborates",
    "operationalises",
    "localises",
    "supersedes",
    "complements",
    "anchored-in",
];
const REUSES: [&str; 4] = ["", ", reuse: verbatim", ", reuse: adapted", ", reuse: merged"];
const DECISIONS: [&str; 4] = ["", "\n  decision: consensus", "\n  decision: recorded-vote", "\n  decision: chair-responsibility"];

type Texts = Vec<(usize, u16, u8, usize)>;
type Bonds = Vec<(usize, usize, usize, usize, u16, u8)>;
type Deeds = Vec<(usize, &'static str, usize, usize, u16, u8)>;

/// A year, a month or a day from 2001 to 2012.
fn day(year: u16, month: u8) -> String {
    let year = 2001 + year % 12;
    match month % 26 {
        0 => year.to_string(),
        m @ 1..=12 => format!("{year}-{m:02}"),
        m => format!("{year}-{:02}-{m:02}", (m - 13) % 12 + 1),
    }
}

fn world(texts: &Texts, homes: &[usize], bonds: &Bonds, deeds: &Deeds) -> NormGraph {
    let mut acts: BTreeMap<usize, String> = BTreeMap::new();
    for (later, earlier, verb, reuse, year, month) in bonds {
        if earlier < later {
            let (verb, reuse) = (BONDS[*verb], REUSES[*reuse]);
            writeln!(
                acts.entry(4).or_default(),
                "    - {{by: {}, verb: {verb}, object: {}, at: whole, date: {}{reuse}}}",
                ORDER[*later],
                ORDER[*earlier],
                day(*year, *month)
            )
            .unwrap();
        }
    }
    for (by, verb, object, home, year, month) in deeds {
        let date = if *home == 4 { format!(", date: {}", day(*year, *month)) } else { String::new() };
        let (by, object) = (ISSUERS[*by], ORDER[*object]);
        writeln!(acts.entry(*home).or_default(), "    - {{by: {by}, verb: {verb}, object: {object}, at: whole{date}}}").unwrap();
    }
    let mut reports = String::new();
    for (number, (issuer, year, month, decision)) in texts.iter().enumerate() {
        let kind = if *decision == 3 { "transcript" } else { "declaration" };
        let (issuer, date, decision) = (ISSUERS[*issuer], day(*year, *month), DECISIONS[*decision]);
        let vote = if decision.contains("vote") && issuer == "un" { "\n  vote: {yes: [aland], no: [bland]}" } else { "" };
        let acts = acts.get(&number).map_or_else(String::new, |acts| format!("\n  acts:\n{acts}"));
        writeln!(reports, "r{number}:\n  title: R{number}\n  kind: {kind}\n  issued_by: {issuer}\n  date: {date}{decision}{vote}\n  evidence: official-text{acts}").unwrap();
    }
    let named: String = ISSUERS
        .iter()
        .chain(&ORDER)
        .map(|id| format!("    - {{by: teller, verb: comments-on, object: {id}, at: whole}}\n"))
        .collect();
    let acts = acts.get(&4).map_or("", String::as_str);
    writeln!(reports, "paper:\n  title: Paper\n  kind: guideline\n  issued_by: teller\n  date: 2030\n  evidence: official-text\n  acts:\n{named}{acts}").unwrap();
    let mut norms = String::new();
    for (number, home) in homes.iter().enumerate() {
        let theme = ["core", "rights", "[core, rights]"][number % 3];
        let addressees = ["all", "states", "[states, non-state]", "[states, private-sector]", "non-state", "academia"][number];
        writeln!(norms, "n{number}:\n  title: N{number}\n  statement: s\n  stated_in: r{home}\n  at: whole\n  kind: norm\n  addressees: {addressees}\n  force: none\n  themes: {theme}").unwrap();
    }
    let files = [
        ("themes.yaml", "core: {title: Core, meaning: All}\nrights: {title: Rights, meaning: All}\n".to_owned()),
        ("actors/a.yaml", "aland: {name: Aland, kind: state}\nbland: {name: Bland, kind: state}\nfirm: {name: Firm, kind: private-sector}\nteller: {name: Teller, kind: academia}\n".to_owned()),
        ("forums/f.yaml", "un:\n  name: UN\n  kind: un-plenary\n  from: 1945\n  members: [{who: [aland, bland], in: paper}]\nregion:\n  name: Region\n  kind: regional-organisation\n  members: [{who: bland, in: paper, from: 2005}]\nexperts: {name: Experts, kind: expert-commission}\n".to_owned()),
        ("reports/r.yaml", reports),
        ("norms/n.yaml", norms),
    ];
    NormGraph::from_files(files).unwrap_or_else(|error| panic!("{error}"))
}

/// A random world that tells itself by its acts.
pub(crate) struct World(pub(crate) NormGraph);

impl std::fmt::Debug for World {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.acts().iter().try_for_each(|act| writeln!(f, "{act} {:?}", act.reuse))
    }
}

pub(crate) fn worlds() -> impl Strategy<Value = World> {
    worlds_of(&DEEDS)
}

/// Worlds in which only some things are done, so that they meet.
pub(crate) fn worlds_of(verbs: &'static [&'static str]) -> impl Strategy<Value = World> {
    let texts = proptest::collection::vec((0..6usize, any::<u16>(), any::<u8>(), 0..4usize), 4);
    let homes = proptest::collection::vec(0..4usize, 6);
    let bonds = proptest::collection::vec((0..10usize, 0..10usize, 0..9usize, 0..4usize, any::<u16>(), any::<u8>()), 0..12);
    let verb = proptest::sample::select(verbs);
    let deeds = proptest::collection::vec((0..6usize, verb, 0..10usize, 0..5usize, any::<u16>(), any::<u8>()), 0..14);
    (texts, homes, bonds, deeds).prop_map(|(texts, homes, bonds, deeds)| World(world(&texts, &homes, &bonds, &deeds)))
}

/// The whole graph, or as of the end of 2007.
pub(crate) fn view(graph: &NormGraph, cut: bool) -> View<'_> {
    if cut { graph.as_of("2007".parse().unwrap()) } else { graph.now() }
}

/// The distance from a start to every node along links that lead to origins, by relaxing every link until nothing changes.
pub(crate) fn distances<'g>(view: View<'g>, starts: &[Node<'g>], forward: bool) -> BTreeMap<String, usize> {
    let mut far: BTreeMap<String, usize> = starts.iter().map(|start| (start.id().to_string(), 0)).collect();
    loop {
        let before = far.clone();
        for act in view.acts().iter().filter(|act| act.verb.leads_to_origin()) {
            let (later, earlier) = (act.subject().id().to_string(), act.object().id().to_string());
            let (from, to) = if forward { (earlier, later) } else { (later, earlier) };
            if let Some(steps) = far.get(&from).map(|steps| steps + 1) {
                let known = far.entry(to).or_insert(steps);
                *known = steps.min(*known);
            }
        }
        if far == before {
            return far;
        }
    }
}

/// The norms that a report is seen to state, and the report.
pub(crate) fn whole<'g>(view: View<'g>, node: Node<'g>) -> Vec<Node<'g>> {
    let births = view.acts().iter().filter(|act| act.verb == Verb::StatedIn && act.object() == node);
    std::iter::once(node).chain(births.map(ActRef::subject)).collect()
}

/// The text that states a norm; of a text, none.
pub(crate) fn text_of(node: Node<'_>) -> Option<Node<'_>> {
    Some(node.cast::<Norm>()?.stated_in().node())
}

/// Every act of a forum on a wording or its text, and that it issued the text, with its place in time; by reading all acts.
pub(crate) fn deeds_on<'g>(view: View<'g>, wording: Node<'g>) -> Vec<(usize, Node<'g>, ActRef<'g>)> {
    let objects: Vec<Node<'g>> = [Some(wording), text_of(wording)].into_iter().flatten().collect();
    let numbered = view.acts().iter().enumerate();
    let on = numbered.filter_map(|(place, act)| {
        if act.verb == Verb::IssuedBy {
            let text = act.subject().cast::<Report>()?;
            return (objects.contains(&text.node()) && text.kind != ReportKind::Transcript).then_some((place, act.object(), act));
        }
        (objects.contains(&act.object()) && act.verb.family() != Family::Structural).then_some((place, act.subject(), act))
    });
    on.filter(|(_, who, _)| who.kind() == Kind::Forum).collect()
}
