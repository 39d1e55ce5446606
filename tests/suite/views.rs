//! Views: in time, certain and possible; parts of the graph; overlays. Each against what a filter of all acts gives.

use cybernorms::{ActRef, Date, Dot, Kind, LoadError, NodeLink, NodeSet, NormGraph, View};

use crate::small;

fn shown(view: View<'_>) -> Vec<String> {
    view.acts().iter().map(|act| format!("{act:?}")).collect()
}

fn filtered(graph: &NormGraph, keep: impl Fn(ActRef<'_>) -> bool) -> Vec<String> {
    graph.acts().iter().filter(|act| keep(*act)).map(|act| format!("{act:?}")).collect()
}

#[test]
fn a_view_in_time_is_what_had_certainly_or_possibly_happened() {
    let graph = NormGraph::embedded();
    for day in ["2015", "2015-07", "2015-07-22", "2017-12-19", "2019-11-28", "1990", "2026-11-24"] {
        let day: Date = day.parse().unwrap();
        let certain = filtered(graph, |act| !day.last_day().certainly_before(act.date.last_day()));
        let possible = filtered(graph, |act| !day.last_day().certainly_before(act.date.first_day()));
        assert_eq!(shown(graph.as_of(day)), certain, "{day}");
        assert_eq!(shown(graph.now().possibly_as_of(day)), possible, "{day}");
        let reports = graph.now().possibly_as_of(day).reports().count();
        assert_eq!(reports, graph.reports().filter(|report| !day.last_day().certainly_before(report.date.first_day())).count());
    }
}

#[test]
fn of_two_days_the_earlier_holds_in_whatever_order() {
    let graph = NormGraph::embedded();
    let (early, late): (Date, Date) = ("2015".parse().unwrap(), "2020-05".parse().unwrap());
    let expected = shown(graph.as_of(early));
    assert_eq!(shown(graph.as_of(early).as_of(late)), expected);
    assert_eq!(shown(graph.as_of(late).as_of(early)), expected);
    assert_eq!(graph.as_of(late).as_of(early).date(), Some(early));
}

#[test]
fn a_part_holds_the_acts_whose_ends_and_evidence_are_in_it() {
    let graph = NormGraph::embedded();
    let members: NodeSet<'_> = graph
        .forum("eu")
        .unwrap()
        .members("2024".parse().unwrap())
        .map(cybernorms::ActRef::subject)
        .filter(|node| node.kind() == Kind::Actor)
        .collect();
    let norms: NodeSet<'_> = graph.report("a-70-174").unwrap().norms().collect();
    assert_eq!(members.len(), 27);
    let sees = |set: &NodeSet<'_>, act: ActRef<'_>, kind: Kind| {
        [act.subject(), act.object(), act.report().node()].into_iter().all(|node| node.kind() != kind || set.contains(node))
    };
    let (by_members, on_norms) = (graph.only(&members), graph.only(&norms));
    assert_eq!(shown(by_members.view()), filtered(graph, |act| sees(&members, act, Kind::Actor)));
    assert_eq!(by_members.view().actors().count(), 27);
    assert_eq!(on_norms.view().norms().count(), norms.len());
    // In any order, and with a day: the same acts.
    let both = filtered(graph, |act| sees(&members, act, Kind::Actor) && sees(&norms, act, Kind::Norm));
    assert!(!both.is_empty());
    assert_eq!(shown(by_members.view().only(&norms).view()), both);
    assert_eq!(shown(on_norms.view().only(&members).view()), both);
    assert_eq!(shown(graph.only(&(&members | &norms)).view()), both);
    let day: Date = "2021-06".parse().unwrap();
    let then = filtered(graph, |act| {
        sees(&members, act, Kind::Actor) && sees(&norms, act, Kind::Norm) && !day.last_day().certainly_before(act.date.last_day())
    });
    assert_eq!(shown(by_members.view().as_of(day).only(&norms).view()), then);
    // A set that the part leaves nothing of leaves nothing of its kind.
    let outside = graph
        .only(&members)
        .view()
        .only(&graph.actors().filter(|actor| !members.contains(actor.node())).collect())
        .view()
        .actors()
        .count();
    assert_eq!(outside, 0);
}

#[test]
fn every_walk_keeps_to_its_view() {
    let graph = NormGraph::embedded();
    let texts: NodeSet<'_> = graph.reports().filter(|report| report.evidence == cybernorms::EvidenceKind::OfficialText).collect();
    let part = graph.only(&texts);
    let norm = part.view().norm("gcsc-public-core").unwrap();
    let official = |act: ActRef<'_>| act.report().evidence == cybernorms::EvidenceKind::OfficialText;
    assert!(
        norm.trace().iter().all(official) && norm.trace().iter().count() < graph.norm("gcsc-public-core").unwrap().trace().len()
    );
    assert_eq!(norm.trace().len(), norm.trace().iter().count());
    assert!(norm.descendants().links().iter().all(|link| official(link.act)));
    assert!(part.view().forum("un-gge-2015").unwrap().timeline().iter().all(official));
    let (from, to) =
        (part.view().get("wrr-public-core-2015").unwrap(), part.view().get("paris-call-2-protect-internet").unwrap());
    assert!(part.view().path(from, to).is_none_or(|path| path.into_iter().all(official)));
    assert!(part.view().search("public core").iter().all(|found| part.view().sees(found.node)));
}

const CABLE: (&str, &str) = (
    "reports/cables.yaml",
    "cable:\n  title: Cable\n  kind: statement\n  issued_by: bland\n  date: 2031\n  evidence: official-statement\n  source: {missing: not public}\n  acts:\n    - {verb: supports, object: root-norm, at: whole}\n",
);

#[test]
fn an_overlay_adds_and_is_marked_and_stays_out_of_exports() {
    let graph = small();
    let with = graph.overlay_from_files([CABLE]).unwrap();
    let (norm, plain) = (with.norm("root-norm").unwrap(), graph.norm("root-norm").unwrap());
    let added: Vec<ActRef<'_>> = norm.trace().iter().filter(|act| act.is_overlay()).collect();
    assert_eq!(added.len(), 1);
    assert!(added[0].citation().to_string().contains("overlay"), "{}", added[0]);
    assert!(with.get("cable").unwrap().is_overlay() && !with.get("bland").unwrap().is_overlay());
    assert_eq!(norm.trace().len(), plain.trace().len() + 1);
    // What is exported is what was exported before, to the byte; asked for, it is there and marked.
    assert_eq!(NodeLink::new(with.now()).to_string(), NodeLink::new(graph.now()).to_string());
    assert_eq!(Dot::trace(norm).to_string(), Dot::trace(plain).to_string());
    let asked = NodeLink::with_overlay(with.now()).to_string();
    assert_eq!(asked.matches("\"overlay\": true").count(), 3, "the report, the act, and that it is issued");
    assert!(Dot::trace(norm).with_overlay().to_string().contains("overlay"));
    assert_eq!(shown(with.now().published()).len(), graph.acts().len());
}

#[test]
fn an_overlay_is_proved_like_any_data_and_changes_nothing_below() {
    let graph = small();
    let twice = graph.overlay_from_files([("actors/mine.yaml", "anna: {name: Another Anna, kind: person}\n")]);
    let Err(LoadError::Invalid(faults)) = twice else { panic!("an id that is taken") };
    assert!(faults.to_string().contains("duplicate-id"), "{faults}");
    let near = graph.overlay_from_files([("reports/cables.yaml", CABLE.1.replace("root-norm", "root-nrom"))]);
    assert!(near.unwrap_err().to_string().contains("did you mean `root-norm`?"));
    // On top of an overlay lies another.
    let over = graph
        .overlay_from_files([CABLE])
        .unwrap()
        .overlay_from_files([("actors/mine.yaml", "mine: {name: Mine, kind: person}\n")]);
    let unused = over.unwrap_err().to_string();
    assert!(unused.contains("orphan-node"), "{unused}");
}

#[test]
fn an_overlay_may_be_younger_than_the_edition_below() {
    let with = NormGraph::embedded()
        .overlay_from_files([(CABLE.0, CABLE.1.replace("bland", "nld").replace("root-norm", "gge-2015-13f"))]);
    let with = with.unwrap();
    assert_eq!(with.edition(), NormGraph::embedded().edition());
    assert!(with.norm("gge-2015-13f").unwrap().endorsed_by().iter().any(|act| act.date.year() == 2031));
}

#[test]
fn what_is_private_moves_nothing_that_is_published() {
    // A private seat in a group that is open to all, and a private norm on a theme: the published view is as without them.
    let note = "note:\n  title: Note\n  kind: statement\n  issued_by: nld\n  date: 2026-11\n  evidence: official-statement\n  source: {missing: not public}\n  acts:\n    - {by: nld, verb: member-of, object: un-oewg-2021, date: 2019, at: whole}\n    - {verb: proposes, object: secret, at: whole}\n";
    let secret = "secret:\n  title: Secret\n  statement: s\n  stated_in: note\n  at: whole\n  kind: norm\n  addressees: states\n  force: none\n  themes: public-core\n";
    let base = NormGraph::embedded();
    let with = base.overlay_from_files([("reports/note.yaml", note), ("norms/secret.yaml", secret)]).unwrap();
    let (day, public): (Date, _) = ("2021-03-12".parse().unwrap(), with.now().published());
    let seats = |view: View<'_>| view.forum("un-oewg-2021").unwrap().seats(day).count();
    assert_eq!((seats(base.now()), seats(public), seats(with.now())), (193, 193, 2), "the private member and the chair");
    let members = |view: View<'_>| {
        let (norm, group) = (view.norm("ihl-applies").unwrap(), view.forum("un-oewg-2021").unwrap());
        view.positions().consensus(norm, group).unwrap().to_string()
    };
    assert_eq!(members(base.now()), members(public));
    let on_theme =
        |view: View<'_>| view.theme("public-core").unwrap().norms().map(|norm| norm.id().to_string()).collect::<Vec<_>>();
    assert_eq!(on_theme(base.now()), on_theme(public));
    assert!(on_theme(with.now()).contains(&"secret".to_owned()));
    let positions = |view: View<'_>| {
        let all = view.norms().flat_map(|norm| view.positions().on(norm));
        all.map(|position| position.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(positions(base.now()), positions(public));
}

#[test]
fn cuts_of_both_kinds_hold_together_in_whatever_order() {
    let graph = NormGraph::embedded();
    let (late, early): (Date, Date) = ("2018-11".parse().unwrap(), "2018-06".parse().unwrap());
    let one = shown(graph.as_of(late).possibly_as_of(early));
    assert_eq!(one, shown(graph.now().possibly_as_of(early).as_of(late)));
    let both = filtered(graph, |act| {
        !late.last_day().certainly_before(act.date.last_day()) && !early.last_day().certainly_before(act.date.first_day())
    });
    assert_eq!(one, both);
    assert!(one.len() < shown(graph.as_of(late)).len());
}

#[test]
fn a_part_of_nobody_is_empty_and_the_end_of_a_year_is_its_last_day() {
    let graph = NormGraph::embedded();
    let nobody: NodeSet<'_> = graph.forum("eu").unwrap().members("1900".parse().unwrap()).map(ActRef::subject).collect();
    assert!(nobody.is_empty() && shown(graph.only(&nobody).view()).is_empty());
    let members = |day: &str| {
        let view = graph.as_of(day.parse().unwrap());
        view.positions().consensus(view.norm("ihl-applies").unwrap(), view.forum("eu").unwrap()).unwrap().members
    };
    assert_eq!((members("2019"), members("2020"), members("2020-12-31")), (28, 27, 27));
    // A forum that has not begun, or of which no member is known, has no consensus to speak of.
    let then = graph.as_of("1990".parse().unwrap());
    let (norm, mechanism) = (then.norm("ihl-applies").unwrap(), then.forum("un-global-mechanism").unwrap());
    assert!(then.positions().consensus(norm, mechanism).is_none());
    // One that has ended is asked for its last day.
    let (norm, group) = (graph.norm("gge-2015-13f").unwrap(), graph.forum("un-gge-2015").unwrap());
    assert!(graph.positions().consensus(norm, group).unwrap().members > 15);
}
