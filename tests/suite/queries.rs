//! Golden answers on the hand-drawn data, and a few on the shipped data.

use cybernorms::{Date, Family, Mode, NormGraph, Role, Verb};

use crate::small;

fn lines<T: std::fmt::Display>(items: impl IntoIterator<Item = T>) -> String {
    items.into_iter().map(|item| format!("{item}\n")).collect()
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn a_trace_is_in_the_order_of_time_and_holds_what_was_done_to_the_text() {
    let graph = small();
    insta::assert_snapshot!(lines(graph.norm("pact-norm").unwrap().trace()), @"
    2015-07-22  Spare the core, agreed is stated in The pact [The pact, para 4 (b)]
    2015-07-22  Club of Some adopts The pact [The pact]
    2015-07-22  Bland reserves its position on Spare the core, agreed [The pact, annex]
    2015-07-22  Spare the core, agreed adapts Spare the core, called [The pact, para 4 (b)]
    2016  Assembly welcomes The pact [A guide to the pact, preamble]
    2016  How to spare the core operationalises Spare the core, agreed [A guide to the pact, section 2]
    2017-03-04  Aland supports Spare the core, agreed [Talk 2017, line 9 (machine transcript; medium confidence)]
    ");
}

#[test]
fn answers_by_family_keep_mode_form_and_voice() {
    let graph = small();
    let norm = graph.norm("root-norm").unwrap();
    let contested = norm.contested_by();
    let act = contested.iter().next().unwrap();
    assert_eq!((contested.len(), act.mode, act.verb), (1, Some(Mode::Validity), Verb::Contests));
    assert_eq!((act.voice().unwrap().id().as_str(), act.subject().id().as_str()), ("anna", "cland"));
    let endorsed = norm.endorsed_by().iter().next().unwrap();
    assert_eq!(endorsed.reporter().unwrap().id().as_str(), "aland");
    assert_eq!(norm.anchored_in().objects().iter().map(|node| node.id().to_string()).collect::<Vec<_>>(), ["law-norm"]);
    assert!(graph.norm("law-norm").unwrap().anchored_in().is_empty(), "the link is the later norm's");
    let pact = graph.norm("pact-norm").unwrap();
    assert_eq!(pact.adopted_by().subjects().iter().next().unwrap().id().as_str(), "club");
    assert!(pact.proposed_by().is_empty());
}

#[test]
fn a_citation_says_what_keeps_an_act_from_being_plain_fact() {
    let graph = small();
    let said = |norm: &str, verb: Verb| {
        let act = graph.norm(norm).unwrap().trace().into_iter().find(|act| act.verb == verb).unwrap();
        act.citation().to_string()
    };
    assert_eq!(said("root-norm", Verb::Supports), "Talk 2017, line 10 (machine transcript; as Aland reports)");
    assert_eq!(said("pact-norm", Verb::Supports), "Talk 2017, line 9 (machine transcript; medium confidence)");
    assert_eq!(said("pact-norm", Verb::Welcomes), "A guide to the pact, preamble");
    let shipped = NormGraph::embedded().norm("oewg-2021-internet-availability").unwrap().lineage();
    assert!(shipped.links()[0].act.citation().to_string().contains("(inferred; medium confidence)"));
}

#[test]
fn the_same_questions_on_an_earlier_day_see_only_what_had_happened() {
    let graph = small();
    let then = graph.as_of(date("2015-12-31"));
    let welcomed = |view: cybernorms::View<'_>| view.norm("pact-norm").unwrap().endorsed_by().len();
    assert_eq!((welcomed(then), welcomed(graph.as_of(date("2016"))), welcomed(graph.now())), (0, 1, 2));
    assert!(then.acts().iter().all(|act| !date("2015-12-31").certainly_before(act.date)));
    // What is only known to be of 2013 had certainly happened at the end of 2013 and not before.
    assert!(graph.as_of(date("2013-06")).norm("root-norm").unwrap().trace().is_empty());
    assert_eq!(graph.as_of(date("2013")).norm("root-norm").unwrap().trace().len(), 2);
    assert_eq!(graph.as_of(date("2014")).norms().count(), 2);
    let lineage = graph.as_of(date("2015-03")).norm("call-norm").unwrap();
    assert_eq!((lineage.lineage().links().len(), lineage.descendants().links().len()), (1, 0));
}

#[test]
fn membership_is_asked_with_a_date() {
    let graph = small();
    let assembly = graph.forum("assembly").unwrap();
    let sits = |day: &str| {
        assembly.members(date(day)).map(|act| format!("{}:{}", act.subject(), Role::of(act.verb).unwrap())).collect::<Vec<_>>()
    };
    assert_eq!(sits("1950"), ["aland:member", "bland:member", "cland:member"]);
    assert_eq!(sits("2015-05"), ["aland:member", "bland:member", "cland:member", "aland:chair"]);
    assert_eq!(sits("2017"), ["aland:member", "bland:member"]);
    assert!(sits("1944").is_empty());
    let chair = assembly.members(date("2015-05")).last().unwrap();
    assert!(!chair.verified && chair.citation().to_string().contains("low confidence; not verified"), "{}", chair.citation());
    let club = graph.forum("club").unwrap();
    assert_eq!(club.members(date("2015")).count(), 2, "without dates a membership lasts as long as the forum");
    assert_eq!(club.members(date("2017")).count(), 0);
    assert_eq!(club.parent().unwrap().id().as_str(), "assembly");
}

#[test]
fn lineage_and_descendants_walk_the_whole_chain() {
    let graph = small();
    let chain = |lineage: cybernorms::answers::Lineage<'_>| {
        lineage
            .links()
            .iter()
            .map(|link| format!("{} {} {} {}", link.depth, link.act.subject(), link.act.verb, link.act.object()))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        chain(graph.norm("guide-norm").unwrap().lineage()),
        ["1 guide-norm operationalises pact-norm", "2 pact-norm adapts call-norm", "3 call-norm adapts root-norm"]
    );
    assert_eq!(
        chain(graph.norm("root-norm").unwrap().descendants()),
        ["1 call-norm adapts root-norm", "2 pact-norm adapts call-norm", "3 guide-norm operationalises pact-norm"]
    );
}

#[test]
fn a_path_chains_acts_from_end_to_end() {
    let graph = small();
    let view = graph.now();
    let (from, to) = (view.get("think-tank").unwrap(), view.get("guide").unwrap());
    insta::assert_snapshot!(lines(view.path(from, to).unwrap()), @"
    2013  First paper is issued by A Think Tank [First paper]
    2013  Spare the core is stated in First paper [First paper, chapter 3]
    2013  Spare the core is anchored in Keep the law [First paper, page 7]
    1945-06-26  Keep the law is stated in CH/1 [CH/1, article 2]
    1945-06-26  CH/1 is issued by Assembly [CH/1]
    2016  A guide to the pact is issued by Assembly [A guide to the pact]
    ");
    assert_eq!(view.path(from, from).unwrap().len(), 0);
}

#[test]
fn timelines_and_positions_leave_membership_out() {
    let graph = small();
    let club = graph.forum("club").unwrap().timeline();
    assert!(club.iter().all(|act| Role::of(act.verb).is_none()));
    assert!(club.iter().any(|act| act.verb == Verb::Establishes) && club.iter().any(|act| act.verb == Verb::Adopts));
    let bland = graph.actor("bland").unwrap();
    assert_eq!(
        bland.positions().iter().map(|act| act.verb).collect::<Vec<_>>(),
        [Verb::VotesNo, Verb::Joins, Verb::Reserves, Verb::Supports]
    );
    assert_eq!(bland.contested().len(), 2);
    let both = graph.actor("aland").unwrap().endorsed().objects() & bland.endorsed().objects();
    assert_eq!(both.iter().map(|node| node.id().to_string()).collect::<Vec<_>>(), ["club-call"]);
    assert_eq!(graph.actor("anna").unwrap().speaks_for().len(), 1);
}

#[test]
fn words_lead_to_records() {
    let graph = small();
    for (words, id) in [
        ("root-norm", "root-norm"),
        ("1(a)", "root-norm"),
        ("Core Norm", "root-norm"),
        ("CH/1 article 2", "law-norm"),
        ("a/1", "resolution-one"),
        ("the \"c\" country", "cland"),
    ] {
        assert_eq!(graph.resolve(words).unwrap().id().as_str(), id, "{words}");
    }
    let found: Vec<String> = graph.search("harm core").iter().map(|found| found.node.id().to_string()).collect();
    assert_eq!(found, ["root-norm", "call-norm", "pact-norm", "club-call"], "the last by what it records of the call-norm");
    assert!(graph.search("").is_empty() && graph.search("zebra").is_empty());
}

#[test]
fn a_theme_is_traced_through_all_its_norms() {
    let graph = small();
    let theme = graph.theme("rights").unwrap();
    assert_eq!(theme.norms().map(|norm| norm.id().to_string()).collect::<Vec<_>>(), ["law-norm", "call-norm"]);
    let trace = theme.trace();
    assert!(trace.windows(2).all(|pair| !pair[1].date.certainly_before(pair[0].date)));
    assert!(trace.iter().any(|act| act.verb == Verb::AnchoredIn));
}

#[test]
fn the_question_of_the_readme_is_answered_from_the_shipped_data() {
    let graph = NormGraph::embedded();
    let norm = graph.norm("gcsc-public-core").unwrap();
    let born = norm.stated_in();
    assert_eq!((born.id().as_str(), born.date.year()), ("gcsc-call-public-core-2017", 2017));
    assert!(norm.descendants().links().iter().any(|link| link.act.subject().id().as_str() == "paris-call-2-protect-internet"));
    let families: Vec<Family> = norm.trace().iter().map(|act| act.verb.family()).collect();
    for family in [Family::Proposed, Family::Endorsed, Family::Lineage] {
        assert!(families.contains(&family), "{family}");
    }
}

#[test]
fn a_trace_and_its_filters_allocate_nothing() {
    let graph = NormGraph::embedded();
    let norm = graph.norm("gcsc-public-core").unwrap();
    let day = date("2019");
    let count = allocation_counter::measure(|| {
        let then = graph.as_of(day).norm("gcsc-public-core").unwrap();
        let years: usize = norm.trace().iter().chain(then.trace()).map(|act| usize::from(act.date.year())).sum();
        let subjects =
            norm.endorsed_by().iter().chain(norm.contested_by()).map(|act| act.subject().id().as_str().len()).sum::<usize>();
        assert!(years > 0 && subjects > 0);
    });
    assert_eq!(count.count_total, 0);
}
