//! What claims rest on, how far the record reaches, and who is silent: each against a naive reading of all acts.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use cybernorms::answers::{Age, Certainty};
use cybernorms::{
    ActRef, Basis, Confidence, Date, EvidenceKind, Family, Heading, Node, NodeSet, NormGraph, Report, Role, Verb, View,
};
use proptest::prelude::*;

use crate::small;

fn ids<'g>(nodes: impl IntoIterator<Item = Node<'g>>) -> BTreeSet<String> {
    nodes.into_iter().map(|node| node.id().to_string()).collect()
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn a_claim_is_told_with_all_its_sources() {
    let graph = small();
    let view = graph.now();
    let node = |id: &str| view.get(id).unwrap();
    // The talk and the paper; what one reports of the other has its own witness.
    let evidence = view.evidence(node("bland"), Family::Endorsed, node("root-norm"));
    assert_eq!(
        evidence.to_string(),
        "Bland endorsed Spare the core: 1 report (machine-transcript) and 0 second addresses; 0 of 1 act not verified; confidence: 1 high; basis: 1 reported\n  2016  Bland supports Spare the core [Talk 2017, line 10 (machine transcript; as Aland reports)]\n"
    );
    assert_eq!(ids(evidence.witnesses().iter()), BTreeSet::from(["aland".to_owned()]));
    // Whoever welcomes the text endorses the norms in it; the act names the text.
    let evidence = view.evidence(node("assembly"), Family::Endorsed, node("pact-norm"));
    assert_eq!((evidence.acts.len(), evidence.acts[0].object().id().as_str(), evidence.sources()), (1, "pact", 1));
    assert_eq!(ids(evidence.witnesses().iter()), BTreeSet::from(["assembly".to_owned()]));
    let unheard = view.evidence(node("cland"), Family::Endorsed, node("root-norm"));
    assert!(
        unheard.acts.is_empty() && unheard.sources() == 0 && unheard.to_string() == "Cland endorsed Spare the core: no record\n"
    );
    // Votes are claims on the text.
    let vote = view.evidence(node("bland"), Family::Contested, node("resolution-one"));
    assert_eq!(vote.acts.iter().map(|act| act.verb).collect::<Vec<_>>(), [Verb::VotesNo]);
    let other = small();
    assert!(view.evidence(other.get("bland").unwrap(), Family::Contested, node("resolution-one")).acts.is_empty());
}

#[test]
fn the_shipped_claims_rest_on_what_their_reports_say() {
    let view = NormGraph::embedded().now();
    let node = |id: &str| view.get(id).unwrap();
    let assembly = view.evidence(node("un-general-assembly"), Family::Endorsed, node("gge-2015-13f"));
    assert!(ids(assembly.reports.iter()).is_superset(&["a-res-70-237", "a-res-73-266"].map(str::to_owned).into()), "{assembly}");
    assert_eq!(assembly.kinds(), [EvidenceKind::OfficialText]);
    // Of the contested and the adopted, few rest on one source, and every one of them can be named.
    for family in [Family::Contested, Family::Adopted] {
        let (one, two) = (view.thin(family, 1), view.thin(family, 2));
        assert!(!one.is_empty() && one.len() < two.len() && view.thin(family, 0).is_empty());
        assert!(one.iter().all(|claim| claim.reports.len() == 1 && claim.second.is_empty()));
        assert!(two.windows(2).all(|pair| pair[0].sources() <= pair[1].sources()));
    }
    let all = view.acts().certainty();
    assert!(all.acts == view.acts().len() && all.unverified > 0 && all.unverified * 20 < all.acts, "{all}");
    assert_eq!(Certainty::from_iter([]).to_string(), "no act");
}

#[test]
fn an_age_lies_between_what_the_dates_may_mean() {
    let graph = small();
    // The newest act on the norm is of 2017-03-04; the data reaches to that day.
    let age = Age::of(graph.norm("pact-norm").unwrap().trace()).unwrap();
    assert_eq!((age.least, age.most, age.on), (0, 0, date("2017-03-04")));
    let then = graph.as_of(date("2016-12-31")).norm("pact-norm").unwrap();
    let age = Age::of(then.trace()).unwrap();
    assert_eq!((age.least, age.most, age.newest.date), (0, 365, date("2016")), "at some time in a leap year");
    // A day that is known bounds an age that is not: between the year and its last day.
    let call = graph.as_of(date("2015-03-15")).norm("call-norm").unwrap();
    let age = Age::of(call.trace()).unwrap();
    assert_eq!((age.least, age.most), (15, 42));
    assert_eq!(age.to_string().split(':').next(), Some("15 to 42 days on 2015-03-15"));
    assert!(Age::of(graph.as_of(date("1900")).acts()).is_none());
}

#[test]
fn coverage_counts_what_was_said_on_the_norms_themselves() {
    let graph = small();
    let view = graph.now();
    let named = |id: &str| (id.to_owned(), std::iter::once(view.get(id).unwrap()).collect::<NodeSet<'_>>());
    let coverage = view.coverage(view.themes(), [named("aland"), named("bland"), named("cland"), named("assembly")]);
    // The Assembly welcomed the pact and not the norm in it; the club adopted the text.
    assert_eq!(
        coverage.to_string(),
        "Core: aland 1 of 1, bland 1 of 1, cland 1 of 1, assembly 0 of 1, from 2015-07-22 to 2017-03-04\nRights: aland 0 of 1, bland 0 of 1, cland 0 of 1, assembly 0 of 1, no record\n"
    );
    let empty: Vec<String> = coverage.empty().map(|(row, column)| format!("{} {}", row.name, column.name)).collect();
    assert_eq!(empty, ["Rights aland", "Rights bland", "Rights cland", "Core assembly", "Rights assembly"]);
    let norms = view.coverage(view.norms(), [named("bland")]);
    assert_eq!(norms.rows.len(), view.norms().count());
    let then = graph.as_of(date("2015"));
    let coverage = then.coverage(then.themes(), [("all", then.actors().collect::<NodeSet<'_>>())]);
    assert_eq!(
        coverage.rows[0].cells[0].to_string(),
        "1 on record: Bland; first 2015-07-22  Bland reserves its position on Spare the core, agreed [The pact, annex]; last 2015-07-22  Bland reserves its position on Spare the core, agreed [The pact, annex]"
    );
}

#[test]
fn recorded_silence_is_not_the_absence_of_a_record() {
    let graph = NormGraph::embedded();
    let silence = graph.forum("eu").unwrap().silence(graph.norm("non-intervention").unwrap(), date("2024"));
    assert_eq!(ids(silence.silent.iter()), BTreeSet::from(["est".to_owned()]));
    assert!(silence.acts.iter().all(|act| act.verb == Verb::SilentOn && act.subject().id().as_str() == "est"));
    assert!(silence.on_record.contains(graph.get("nld").unwrap()) && silence.no_record.contains(graph.get("mlt").unwrap()));
    assert_eq!(silence.on_record.len() + silence.silent.len() + silence.no_record.len(), 27);
    // Of a commission of persons, those who lead it are members too; of a group of states, a person in the chair is none.
    let commission = graph.forum("gcsc").unwrap().silence(graph.norm("gcsc-public-core").unwrap(), date("2018"));
    assert!(
        commission.on_record.contains(graph.get("marina-kaljurand").unwrap())
            || commission.no_record.contains(graph.get("marina-kaljurand").unwrap())
    );
    let group = graph.forum("un-gge-2021").unwrap().silence(graph.norm("gcsc-public-core").unwrap(), date("2021-05"));
    assert_eq!(group.on_record.len() + group.no_record.len(), 25);
    // A group that is open to all has the seats of the Assembly.
    let open = graph.forum("un-oewg-2021").unwrap().silence(graph.norm("ihl-applies").unwrap(), date("2021"));
    assert_eq!(open.on_record.len() + open.silent.len() + open.no_record.len(), 193);
    // Before anyone had spoken nobody was on record.
    let then = graph.as_of(date("2000"));
    let silence = then.forum("eu").unwrap().silence(then.norm("non-intervention").unwrap(), date("1999"));
    assert!(silence.on_record.is_empty() && silence.silent.is_empty() && silence.no_record.len() == 15, "{silence}");
}

/// An act of the random data: report, actor, verb, object, year, how sure, verified, told by another, corroborated.
type RandomAct = (usize, usize, usize, usize, u16, usize, bool, Option<usize>, Option<usize>);

const VERBS: [&str; 5] = ["supports", "regrets", "adopts", "mentions", "silent-on"];

/// Norms `n0` to `n2` in the report `r0`, four states in a club and one outside, and acts on the norms and on the report.
fn graph(seconds: &[Option<usize>], acts: &[RandomAct]) -> NormGraph {
    let mut reports = String::new();
    for (number, second) in seconds.iter().enumerate() {
        let second = second.map(|address| format!(", second: \"https://example.org/{address}\"")).unwrap_or_default();
        writeln!(reports, "r{number}:\n  title: R{number}\n  kind: guideline\n  issued_by: a{number}\n  date: 2030\n  evidence: official-text\n  source: {{url: \"https://example.org/{number}\"{second}}}\n  acts:").unwrap();
        writeln!(reports, "    - {{by: n0, verb: complements, object: n1, at: whole}}").unwrap();
        for (_, by, verb, object, year, level, verified, reporter, corroborated) in acts.iter().filter(|act| act.0 == number) {
            let object = if *object == 3 { "r0".to_owned() } else { format!("n{object}") };
            let told = reporter.map(|by| format!(", basis: reported, reported_by: a{by}")).unwrap_or_default();
            let more = corroborated.filter(|report| *report != number);
            let more = more.map(|report| format!(", corroborated_by: r{report}")).unwrap_or_default();
            let (verb, level) = (VERBS[*verb], Confidence::ALL[*level]);
            writeln!(reports, "    - {{by: a{by}, verb: {verb}, object: {object}, at: whole, date: {year}, confidence: {level}, verified: {verified}{told}{more}}}").unwrap();
        }
    }
    let mut norms = String::new();
    for number in 0..3 {
        let theme = ["core", "rights", "core"][number];
        writeln!(norms, "n{number}:\n  title: N{number}\n  statement: s\n  stated_in: r0\n  at: whole\n  kind: norm\n  addressees: all\n  force: none\n  themes: {theme}").unwrap();
    }
    let regions = ["african", "african", "asia-pacific", "eastern-european", "asia-pacific"];
    let actors: String =
        regions.iter().enumerate().map(|(n, region)| format!("a{n}: {{name: A{n}, kind: state, region: {region}}}\n")).collect();
    let files = [
        ("themes.yaml", "core: {title: Core, meaning: All}\nrights: {title: Rights, meaning: More}\n".to_owned()),
        ("actors/a.yaml", actors),
        ("forums/f.yaml", "club:\n  name: Club\n  kind: political-club\n  recorded_in: r0\n  from: 1990\n  members:\n    - {who: [a0, a1], in: r0}\n    - {who: a2, role: chair, in: r0}\n    - {who: a3, role: observer, in: r0}\n    - {who: a4, in: r0, to: 2001}\n".to_owned()),
        ("reports/r.yaml", reports),
        ("norms/n.yaml", norms),
    ];
    NormGraph::from_files(files).unwrap_or_else(|error| panic!("{error}"))
}

fn data() -> impl Strategy<Value = (Vec<Option<usize>>, Vec<RandomAct>)> {
    let act = (
        0..4usize,
        0..5usize,
        0..5usize,
        0..4usize,
        2000..2006u16,
        0..3usize,
        any::<bool>(),
        proptest::option::of(0..5usize),
        proptest::option::of(0..4usize),
    );
    (proptest::collection::vec(proptest::option::of(0..7usize), 4), proptest::collection::vec(act, 1..14))
}

/// Whether an act is one of a family by a subject on an object, or, if that is a norm, on the text that states it.
fn speaks(act: ActRef<'_>, subject: Node<'_>, family: Family, object: Node<'_>) -> bool {
    let text = object.cast::<cybernorms::Norm>().map(|norm| norm.stated_in().node());
    act.verb.family() == family && act.subject() == subject && (act.object() == object || Some(act.object()) == text)
}

fn naive_sources(view: View<'_>, acts: &[ActRef<'_>]) -> usize {
    let mut reports: BTreeSet<String> = BTreeSet::new();
    for act in acts {
        reports.insert(act.report().id().to_string());
        reports.extend(act.corroborated_by.iter().map(ToString::to_string));
    }
    let reports: Vec<_> = reports.iter().map(|id| view.report(id).unwrap()).collect();
    let source = |report: &cybernorms::Ref<'_, Report>| report.source.clone().unwrap();
    let first: BTreeSet<String> = reports.iter().filter_map(|report| source(report).url).collect();
    let second: BTreeSet<String> = reports.iter().filter_map(|report| source(report).second).collect();
    reports.len() + second.difference(&first).count()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn evidence_is_what_a_filter_of_all_acts_gives((seconds, acts) in data(), year in 2000..2007u16, family in 0..3usize) {
        let graph = graph(&seconds, &acts);
        for view in [graph.now(), graph.as_of(date(&year.to_string()))] {
            {
                let family = [Family::Endorsed, Family::Contested, Family::Adopted][family];
                let mut claims: BTreeMap<(String, String), usize> = BTreeMap::new();
                for subject in view.actors().map(cybernorms::Ref::node) {
                    for object in ["n0", "n1", "n2", "r0"].map(|id| view.get(id).unwrap()) {
                        let naive: Vec<ActRef<'_>> = view.acts().iter().filter(|act| speaks(*act, subject, family, object)).collect();
                        let evidence = view.evidence(subject, family, object);
                        prop_assert_eq!(&evidence.acts, &naive);
                        prop_assert_eq!(evidence.sources(), naive_sources(view, &naive), "{}", evidence);
                        prop_assert!(naive.is_empty() == evidence.witnesses().is_empty());
                        if naive.iter().any(|act| act.object() == object) {
                            claims.insert((subject.to_string(), object.to_string()), evidence.sources());
                        }
                    }
                }
                for most in 0..4 {
                    let thin = view.thin(family, most);
                    let found: BTreeMap<(String, String), usize> = thin.iter().map(|claim| ((claim.subject.to_string(), claim.object.to_string()), claim.sources())).collect();
                    let naive: BTreeMap<(String, String), usize> = claims.clone().into_iter().filter(|(_, sources)| *sources <= most).collect();
                    prop_assert_eq!(thin.len(), naive.len());
                    prop_assert_eq!(found, naive);
                }
            }
            let certainty = view.acts().certainty();
            for level in Confidence::ALL {
                prop_assert_eq!(certainty.of_confidence(*level), view.acts().iter().filter(|act| act.confidence == *level).count());
            }
            for basis in Basis::ALL {
                prop_assert_eq!(certainty.of_basis(*basis), view.acts().iter().filter(|act| act.basis == *basis).count());
            }
            prop_assert_eq!(certainty.unverified, view.acts().iter().filter(|act| !act.verified).count());
            if let Some(age) = Age::of(view.acts()) {
                prop_assert!(age.least <= age.most && age.on == view.date().unwrap_or(date("2030")));
                prop_assert!(view.acts().iter().all(|act| act.date.year() <= age.newest.date.year()));
                prop_assert_eq!(age.least, naive_days(age.newest.date.last_day(), age.on.last_day()));
            }
        }
    }

    #[test]
    fn coverage_and_silence_are_what_a_filter_of_all_acts_gives((seconds, acts) in data(), year in 1989..2007u16) {
        let graph = graph(&seconds, &acts);
        let day = date(&year.to_string());
        for view in [graph.now(), graph.as_of(day)] {
            let rows: Vec<Heading<'_>> = view.themes().map(Heading::from).chain(view.norms().map(Heading::from)).collect();
            let coverage = view.coverage(rows, view.regions());
            let mut empty = 0;
            for row in &coverage.rows {
                let said = |act: &ActRef<'_>| row.heading.set.contains(act.object()) && VERBS[..4].contains(&act.verb.as_str());
                for (column, cell) in coverage.columns.iter().zip(&row.cells) {
                    let naive: Vec<ActRef<'_>> = view.acts().iter().filter(said).filter(|act| column.set.contains(act.subject())).collect();
                    prop_assert_eq!(ids(cell.actors.iter()), ids(naive.iter().map(|act| act.subject())));
                    prop_assert_eq!((cell.oldest, cell.newest), (naive.first().copied(), naive.last().copied()));
                    empty += usize::from(naive.is_empty());
                }
                prop_assert_eq!(ids(row.all.actors.iter()), ids(view.acts().iter().filter(said).map(ActRef::subject)));
            }
            prop_assert_eq!(coverage.empty().count(), empty);

            let club = view.forum("club").unwrap();
            for norm in view.norms() {
                let did = |who: Node<'_>, silent: bool| view.acts().iter().any(|act| {
                    act.object() == norm.node() && act.subject() == who && (act.verb == Verb::SilentOn) == silent && VERBS.contains(&act.verb.as_str())
                });
                let seats: Vec<Node<'_>> = club.members(day).filter(|act| Role::of(act.verb) != Some(Role::Observer)).map(ActRef::subject).collect();
                let silence = club.silence(norm, day);
                let naive = |spoke: bool, silent: bool| ids(seats.iter().copied().filter(|who| did(*who, false) == spoke && (spoke || did(*who, true) == silent)));
                prop_assert_eq!(ids(silence.on_record.iter()), naive(true, false));
                prop_assert_eq!(ids(silence.silent.iter()), naive(false, true));
                prop_assert_eq!(ids(silence.no_record.iter()), naive(false, false));
                prop_assert_eq!(ids(silence.acts.iter().map(|act| act.subject())), naive(false, true));
            }
        }
    }
}

/// Days from one to the other, counted one by one; none if the first comes later.
fn naive_days(from: Date, to: Date) -> u32 {
    let lasts = |date: Date| date.to_string()[..7].parse::<Date>().unwrap().last_day().day().unwrap();
    let (mut here, mut days) = (from, 0);
    while here.certainly_before(to) {
        let (year, month, day) = (here.year(), here.month().unwrap(), here.day().unwrap());
        let next = match (month, day) {
            (12, 31) => (year + 1, 1, 1),
            _ if day == lasts(here) => (year, month + 1, 1),
            _ => (year, month, day + 1),
        };
        here = date(&format!("{:04}-{:02}-{:02}", next.0, next.1, next.2));
        days += 1;
    }
    days
}
