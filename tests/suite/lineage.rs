//! Lineage, spread, diffusion, comparison and life cycle: hand-drawn data for logic, the shipped data for truth.

use cybernorms::answers::{Carried, LifeCycle};
use cybernorms::{
    ActRef, Addressee, Basis, DecisionMode, EvidenceKind, Ground, LifeCycleRules, Node, NodeSet, NormGraph, Reach, Reuse, Stage,
    Standing, Verb,
};

use crate::small;

pub(crate) fn ids<'g>(nodes: impl IntoIterator<Item = Node<'g>>) -> Vec<String> {
    nodes.into_iter().map(|node| node.id().to_string()).collect()
}

pub(crate) fn carried(list: &[Carried<'_>]) -> Vec<String> {
    ids(list.iter().map(|carried| carried.norm.node()))
}

pub(crate) fn found(life: &LifeCycle<'_>, ground: Ground) -> (bool, usize) {
    let reason = life.reasons.iter().find(|reason| reason.ground == ground).unwrap();
    (reason.held, reason.found)
}

// Hand-drawn data.

#[test]
fn a_path_follows_a_lineage_from_either_end() {
    let graph = small();
    let (root, guide) = (graph.norm("root-norm").unwrap(), graph.norm("guide-norm").unwrap());
    let steps = |path: Vec<cybernorms::answers::Link<'_>>| {
        path.iter().map(|link| link.act.subject().id().to_string()).collect::<Vec<_>>()
    };
    assert_eq!(steps(root.descendants().path_to(guide.node()).unwrap()), ["call-norm", "pact-norm", "guide-norm"]);
    assert_eq!(steps(guide.lineage().path_to(root.node()).unwrap()), ["guide-norm", "pact-norm", "call-norm"]);
    assert!(root.lineage().path_to(guide.node()).is_none() && root.lineage().path_to(root.node()).unwrap().is_empty());
    // A report stands for its norms at either end.
    let (paper, pact) = (graph.report("first-paper").unwrap(), graph.report("pact").unwrap());
    assert_eq!(steps(paper.descendants().path_to(pact.node()).unwrap()), ["call-norm", "pact-norm"]);
    let elsewhere = small();
    assert!(
        root.descendants().path_to(elsewhere.get("guide-norm").unwrap()).is_none(),
        "nodes of another graph are in no lineage"
    );
    let link = root.descendants().links()[0];
    insta::assert_snapshot!(link, @"2015-02  Spare the core, called adapts Spare the core [Club call, para 1] widened: also forbids letting others do harm");
    assert_eq!(root.descendants().of_reuse(Reuse::Narrowed).count(), 1);
}

#[test]
fn the_strongest_act_of_each_forum_has_its_proof_and_its_chain() {
    let graph = small();
    let pact = graph.norm("pact-norm").unwrap();
    insta::assert_snapshot!(pact.spread(Reach::Wording), @"
    Spare the core, agreed (pact-norm), by the wording and its text: 2 forums
      Club of Some: adopted  2015-07-22  Club of Some adopts The pact [The pact]
      Assembly: endorsed  2016  Assembly welcomes The pact [A guide to the pact, preamble]
    ");
    let root = graph.norm("root-norm").unwrap();
    assert!(root.spread(Reach::Wording).uptakes.is_empty());
    let spread = root.spread(Reach::Descendants);
    let club = &spread.uptakes[0];
    assert_eq!((club.forum.id().as_str(), club.chain.len(), club.decision()), ("club", 2, Some(DecisionMode::Consensus)));
    assert_eq!(ids(spread.forums(Standing::Endorsed).iter()), ["assembly", "club"]);
    assert_eq!(ids(spread.forums(Standing::Adopted).iter()), ["club"]);
    // Then: only the call of the club, of which no act says more than that the club issued it.
    let then = graph.as_of("2015-03".parse().unwrap()).norm("root-norm").unwrap().spread(Reach::Descendants);
    assert_eq!(then.uptakes[0].standing(), Some(Standing::Issued));
    let wide = graph.now().spread(2.., Reach::Wording, Standing::Endorsed);
    assert_eq!(ids(wide.iter().map(|spread| spread.norm.node())), ["pact-norm"]);
    let only = graph.forum("club").unwrap().exclusive(Reach::Wording, Standing::Issued);
    assert_eq!(ids(only.iter().map(|spread| spread.norm.node())), ["call-norm"]);
}

#[test]
fn movers_share_a_place_where_dates_leave_the_order_open() {
    let graph = small();
    let movers = graph.theme("core").unwrap().movers();
    let told: Vec<String> = movers.iter().map(|step| format!("{} {} of {}", step.forum, step.place, step.of)).collect();
    assert_eq!(told, ["club 1 of 2", "assembly 2 of 2"]);
    let forums: NodeSet<'_> = graph.forums().collect();
    let lag = graph.norm("root-norm").unwrap().lag(Reach::Descendants, &forums).unwrap();
    // From some day of 2013 to 22 July 2015.
    assert_eq!((lag.first.verb, lag.adoption.object().id().as_str(), lag.least, lag.most), (Verb::StatedIn, "pact", 568, 932));
    let at_once = graph.norm("pact-norm").unwrap().lag(Reach::Wording, &forums).unwrap();
    assert_eq!((at_once.first == at_once.adoption, at_once.least, at_once.most), (true, 0, 0));
    let view = graph.now();
    let reached = view.uptake(&view.non_state(), &view.state_forums());
    assert_eq!(ids(reached.iter().map(|proposal| proposal.origin)), ["root-norm"]);
    assert_eq!(ids(reached[0].uptakes.iter().map(|uptake| uptake.forum.node())), ["club", "assembly"]);
}

#[test]
fn a_text_is_compared_with_one_before() {
    let graph = small();
    let report = |id: &str| graph.report(id).unwrap();
    let pact = report("pact").compared_with(report("club-call"));
    assert_eq!((carried(&pact.changed), pact.introduced.len(), pact.unlinked.len()), (vec!["call-norm".to_owned()], 0, 0));
    let far = report("pact").compared_with(report("first-paper"));
    assert_eq!(far.changed[0].chains[0].len(), 2, "through the call");
    let guide = report("guide").compared_with(report("pact"));
    assert_eq!(carried(&guide.elaborated), ["pact-norm"]);
    assert_eq!(ids(guide.as_a_whole.iter().map(|act| act.subject())), ["assembly"]);
    let back = report("club-call").compared_with(report("pact"));
    assert_eq!(ids(back.unlinked.iter().map(|unlinked| unlinked.norm.node())), ["pact-norm"]);
    assert_eq!(ids(back.unlinked[0].same_theme.iter().map(|norm| norm.node())), ["call-norm"]);
    assert!(back.to_string().contains("no proof that they were dropped"), "{back}");
}

#[test]
fn a_life_cycle_names_its_reasons() {
    let graph = small();
    let mut rules = LifeCycleRules::default();
    let life = |id: &str, rules: &LifeCycleRules| graph.norm(id).unwrap().life_cycle(rules);
    assert_eq!(life("law-norm", &rules).stage, Some(Stage::Law));
    let pact = life("pact-norm", &rules);
    // The newest report is of 2017-03-04, and so the day.
    assert_eq!((pact.stage, pact.day.unwrap().to_string().as_str()), (Some(Stage::Emergence), "2017-03-04"));
    assert_eq!(found(&pact, Ground::Forums), (false, 2));
    // Aland in its own name. Bland sat in the club that agreed on the pact, but its own word is a reservation.
    assert_eq!((found(&pact, Ground::States), found(&pact, Ground::Members)), ((false, 1), (false, 1)));
    assert_eq!(found(&pact, Ground::CarriedOut), (false, 1));
    assert_eq!(found(&pact, Ground::Disputed), (false, 1));
    rules.states = 1;
    assert_eq!(life("pact-norm", &rules).stage, Some(Stage::Cascade), "enough states in their own name");
    (rules.carried_out_by, rules.undisputed_years) = (1, 1);
    assert_eq!(life("pact-norm", &rules).stage, Some(Stage::Internalisation));
    // Of the call it is on record that both joined it.
    (rules.forums, rules.states, rules.carried_out_by) = (0, 3, 1);
    assert_eq!(found(&life("call-norm", &rules), Ground::States), (false, 2));
    assert_eq!(life("pact-norm", &rules).stage, Some(Stage::Emergence));
    rules.silent_years = 0;
    assert_eq!(life("pact-norm", &rules).stage, Some(Stage::Stalled));
    assert_eq!(graph.as_of("2014".parse().unwrap()).norm("pact-norm").unwrap().life_cycle(&rules).stage, None);
}

// The shipped data.

#[test]
fn the_pledge_against_theft_of_secrets_went_from_two_states_to_twenty_and_to_the_seven() {
    let graph = NormGraph::embedded();
    let pledge = graph.norm("us-china-2015-no-ip-theft").unwrap();
    let path = pledge.descendants().path_to(graph.get("g7-lucca-declaration-2017").unwrap()).unwrap();
    assert_eq!(ids(path.iter().map(|link| link.act.subject())), ["g20-2015-no-ip-theft", "g7-2017-lucca-12"]);
    assert!(path[0].act.reuse == Some(Reuse::Widened) && path.iter().all(|link| link.act.basis == Basis::Inferred));
    let spread = pledge.spread(Reach::Descendants);
    for forum in ["us-china-bilateral", "uk-china-bilateral", "g20", "g7"] {
        assert!(spread.forums(Standing::Adopted).contains(graph.get(forum).unwrap()), "{forum}");
    }
}

#[test]
fn forums_that_took_note_did_not_adopt() {
    let graph = NormGraph::embedded();
    let spread = graph.norm("gge-2015-13f").unwrap().spread(Reach::Wording);
    let standing = |id: &str| spread.uptakes.iter().find(|uptake| uptake.forum.id().as_str() == id).unwrap().standing().unwrap();
    assert_eq!(standing("un-gge-2015"), Standing::Adopted);
    for id in ["un-general-assembly", "g20", "asean", "commonwealth", "un-oewg-2021"] {
        assert_eq!(standing(id), Standing::Endorsed, "{id}");
    }
    assert_eq!(standing("eu"), Standing::Referred, "two declarations invoke it");
    let group = spread.uptakes.iter().find(|uptake| uptake.forum.id().as_str() == "un-gge-2015").unwrap();
    assert_eq!(group.decision(), Some(DecisionMode::ExpertConsensus));
}

#[test]
fn the_code_of_2015_against_that_of_2011() {
    let graph = NormGraph::embedded();
    let code = graph.report("a-69-723").unwrap().compared_with(graph.report("a-66-359").unwrap());
    assert_eq!(carried(&code.repeated), ["sco-code-2011-a"]);
    assert_eq!(code.changed.len(), 10);
    assert!(code.unlinked.is_empty() && code.elaborated.is_empty());
    let new = ids(code.introduced.iter().map(|new| new.birth.subject()));
    assert_eq!(new, ["sco-code-2015-3", "sco-code-2015-10"], "no interference, and confidence-building measures");
    assert_eq!(code.as_a_whole[0].verb, Verb::Adapts);
    // The first draft of the resolution of 2018 had an item on content; it is told that it went.
    let later = graph.report("a-res-73-27").unwrap().compared_with(graph.report("a-69-723").unwrap());
    let dropped: Vec<_> = later.unlinked.iter().filter(|unlinked| unlinked.dropped.is_some()).collect();
    assert_eq!(ids(dropped.iter().map(|unlinked| unlinked.norm.node())), ["sco-code-2015-4"]);
}

#[test]
fn the_eleven_norms_stand_in_the_reports_that_follow() {
    let graph = NormGraph::embedded();
    let experts = graph.report("a-70-174").unwrap();
    let eleven = |list: &[Carried<'_>]| carried(list).iter().filter(|id| id.starts_with("gge-2015-13")).count();
    let later = graph.report("a-76-135").unwrap().compared_with(experts);
    assert_eq!((eleven(&later.elaborated), eleven(&later.changed)), (11, 0));
    let resolution = graph.report("a-res-73-27").unwrap().compared_with(experts);
    assert_eq!((eleven(&resolution.repeated), eleven(&resolution.changed)), (8, 3));
    let before = experts.compared_with(graph.report("a-68-98").unwrap());
    let new = ids(before.introduced.iter().map(|new| new.birth.subject()));
    for id in ["gge-2015-13f", "gge-2015-13g", "gge-2015-13h", "gge-2015-13j", "gge-2015-13k"] {
        assert!(new.iter().any(|new| new == id), "{id}");
    }
    for id in ["gge-2015-13c", "gge-2015-13d", "gge-2015-13e", "gge-2015-13i"] {
        assert!(!new.iter().any(|new| new == id), "{id}");
    }
    assert!(carried(&before.changed).contains(&"gge-2013-23".to_owned()), "proxies and territory were taken apart");
}

#[test]
fn drafts_are_followed_to_the_texts_that_were_adopted() {
    let graph = NormGraph::embedded();
    let record = graph.actor("rus").unwrap().sponsor_record();
    let crime = record.texts.iter().find(|text| text.act.object().id().as_str() == "a-c-3-74-l-11").unwrap();
    assert_eq!(ids(crime.chain.iter().map(|link| link.act.subject())), ["a-c-3-74-l-11-rev-1", "a-res-74-247"]);
    assert_eq!(crime.adoption.unwrap().verb, Verb::Adopts);
    // A draft of 2021 and the resolution that it became are one text, sponsored with the United States.
    let both = graph.actor("usa").unwrap().sponsor_record();
    assert_eq!(
        both.texts.iter().filter(|text| text.adoption.is_some_and(|act| act.object().id().as_str() == "a-res-76-19")).count(),
        1
    );
}

#[test]
fn the_public_core_came_to_the_united_nations_for_states_only() {
    let graph = NormGraph::embedded();
    let descendants = graph.norm("gcsc-public-core").unwrap().descendants();
    let shift = |id: &str| {
        let link = descendants.links().iter().find(|link| link.act.subject().id().as_str() == id).unwrap();
        link.shift().unwrap()
    };
    assert_eq!(shift("gge-2021-guidance-f").lost, [Addressee::NonState]);
    assert_eq!(
        shift("oewg-2021-internet-availability").to_string(),
        "no longer to non-state; form from prohibition to expectation"
    );
    assert!(shift("paris-call-2-protect-internet").lost.is_empty() && shift("paris-call-2-protect-internet").gained.is_empty());
}

#[test]
fn members_of_the_open_group_went_back_on_new_norms() {
    let reopened = NormGraph::embedded().now().contested_after_adoption();
    let norm = reopened.iter().find(|norm| norm.norm.id().as_str() == "oewg-2021-additional-norms").unwrap();
    let back = ids(norm.by_members().iter().map(|act| act.subject()));
    assert_eq!(
        back,
        ["can", "est", "fra", "nzl", "usa"],
        "the group has no list of members: it is open to those of the Assembly"
    );
}

#[test]
fn every_answer_keeps_to_its_view() {
    let graph = NormGraph::embedded();
    let official = |act: ActRef<'_>| act.report().evidence == EvidenceKind::OfficialText;
    let texts: NodeSet<'_> = graph.reports().filter(|report| report.evidence == EvidenceKind::OfficialText).collect();
    let part = graph.only(&texts);
    let view = part.view();
    let mut acts: Vec<ActRef<'_>> = Vec::new();
    for id in ["gcsc-public-core", "gge-2015-13f", "ihl-applies"] {
        let norm = view.norm(id).unwrap();
        let spread = norm.spread(Reach::Descendants);
        for uptake in &spread.uptakes {
            acts.extend(uptake.act.iter().chain(&uptake.contested));
            acts.extend(uptake.chain.iter().map(|link| link.act));
        }
        acts.extend(norm.life_cycle(&LifeCycleRules::default()).reasons.iter().flat_map(|reason| reason.acts.clone()));
        acts.extend(norm.near_copies().iter().map(|link| link.act));
        acts.extend(norm.lag(Reach::Descendants, &view.state_forums()).iter().flat_map(|lag| [lag.first, lag.adoption]));
    }
    acts.extend(view.themes().flat_map(cybernorms::ThemeRef::movers).map(|step| step.act));
    acts.extend(
        view.sponsors(1).iter().flat_map(|record| &record.texts).flat_map(|text| [Some(text.act), text.adoption]).flatten(),
    );
    acts.extend(view.contested_after_adoption().iter().flat_map(|norm| norm.contested.clone()));
    let later = view.report("a-76-135").unwrap().compared_with(view.report("a-70-174").unwrap());
    acts.extend(later.elaborated.iter().flat_map(|carried| carried.chains.concat()).map(|link| link.act));
    assert!(acts.len() > 200 && acts.into_iter().all(official));
    assert!(later.elaborated.len() > 10, "and yet the answer is there");
}

#[test]
fn an_overlay_is_counted_and_left_out_when_asked() {
    let cable = "cable:\n  title: Cable\n  kind: statement\n  issued_by: sco\n  date: 2026-11\n  evidence: official-statement\n  \
                 source: {missing: not public}\n  acts:\n    - {verb: endorses, object: gge-2015-13f, at: whole}\n";
    let graph = NormGraph::embedded().overlay_from_files([("reports/cables.yaml", cable)]).unwrap();
    let forums = |view: cybernorms::View<'_>| {
        ids(view.norm("gge-2015-13f").unwrap().spread(Reach::Wording).forums(Standing::Endorsed).iter())
    };
    assert!(forums(graph.now()).contains(&"sco".to_owned()));
    assert_eq!(forums(graph.now().published()), forums(NormGraph::embedded().now()));
}

#[test]
fn stages_of_well_known_norms() {
    let graph = NormGraph::embedded();
    let rules = LifeCycleRules::default();
    for (id, stage) in [
        ("gge-2015-13c", Stage::Cascade),
        ("ihl-applies", Stage::Cascade),
        ("international-law-applies", Stage::Cascade),
        ("gcsc-public-core", Stage::Emergence),
        ("dgc-states", Stage::Stalled),
        ("sco-code-2011-d", Stage::Stalled),
        ("us-china-2015-no-ip-theft", Stage::Stalled),
        ("un-charter-2-4", Stage::Law),
        ("nis-csirts", Stage::Replaced),
    ] {
        let life = graph.norm(id).unwrap().life_cycle(&rules);
        assert_eq!(life.stage, Some(stage), "{life}");
    }
    // What is disputed is not internalised, however many back it.
    let life = graph.norm("ihl-applies").unwrap().life_cycle(&rules);
    assert!(!found(&life, Ground::Disputed).0 && found(&life, Ground::States).1 >= 40, "{life}");
    // The day of the view is the day to which years are counted.
    let then = graph.as_of("2019".parse().unwrap()).norm("us-china-2015-no-ip-theft").unwrap().life_cycle(&rules);
    assert_eq!(then.stage, Some(Stage::Emergence), "{then}");
}
