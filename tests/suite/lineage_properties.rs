//! Lineage, spread, diffusion, comparison and life cycle on random small worlds, against a naive reading of all acts.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use cybernorms::answers::Link;
use cybernorms::{
    ActRef, Date, DecisionMode, Family, Forum, Ground, Kind, LifeCycleRules, Node, NodeSet, Norm, NormGraph, Positions, Reach,
    Ref, Report, Reuse, Side, Stage, Standing, Verb,
};
use proptest::prelude::*;

use crate::lineage::{found, ids};
use crate::worlds::{ORDER, World, deeds_on, distances, text_of, view, whole, worlds, worlds_of};

fn days_from_2000(date: Date) -> i64 {
    let leap = |year: u16| i64::from(year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)));
    let lengths = |year| [31, 28 + leap(year), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let years: i64 = (2000..date.year()).map(|year| 365 + leap(year)).sum();
    let months: i64 = lengths(date.year()).iter().take(usize::from(date.month().unwrap()) - 1).sum();
    years + months + i64::from(date.day().unwrap())
}

fn chains_from(start: Node<'_>, chain: &[Link<'_>]) -> Option<String> {
    let mut here = start.id().to_string();
    for link in chain {
        if link.act.object().id().as_str() != here {
            return None;
        }
        here = link.act.subject().id().to_string();
    }
    Some(here)
}
fn path(graph: &NormGraph, from: usize, to: usize, cut: bool) -> Result<(), TestCaseError> {
    let view = view(graph, cut);
    let (from, to) = (view.get(ORDER[from]).unwrap(), view.get(ORDER[to]).unwrap());
    let (starts, goals) = (whole(view, from), whole(view, to));
    for forward in [false, true] {
        let lineage = match (from.cast::<Norm>(), from.cast::<Report>(), forward) {
            (Some(norm), _, true) => norm.descendants(),
            (Some(norm), _, false) => norm.lineage(),
            (_, Some(report), true) => report.descendants(),
            (_, Some(report), false) => report.lineage(),
            _ => unreachable!(),
        };
        let far = distances(view, &starts, forward);
        let reached: BTreeSet<String> = ids(lineage.nodes().iter()).into_iter().collect();
        let naive: BTreeSet<String> = far
            .iter()
            .filter(|(id, _)| reached.contains(*id) || !starts.iter().any(|start| start.id().as_str() == *id))
            .map(|(id, _)| id.clone())
            .collect();
        prop_assert_eq!(&reached, &naive);
        let nearest = goals.iter().filter_map(|goal| far.get(goal.id().as_str())).min();
        let path = lineage.path_to(to);
        prop_assert_eq!(path.as_ref().map(Vec::len), nearest.copied());
        let mut here: Option<Node<'_>> = None;
        for link in path.iter().flatten() {
            let (come, go) =
                if forward { (link.act.object(), link.act.subject()) } else { (link.act.subject(), link.act.object()) };
            prop_assert!(here.map_or(starts.contains(&come), |here| here == come));
            here = Some(go);
        }
        prop_assert!(here.is_none_or(|here| goals.contains(&here)));
    }
    Ok(())
}

fn strongest(graph: &NormGraph, cut: bool) -> Result<(), TestCaseError> {
    let view = view(graph, cut);
    for norm in view.norms() {
        for reach in [Reach::Wording, Reach::Descendants] {
            let far = if reach == Reach::Wording {
                BTreeMap::from([(norm.id().to_string(), 0)])
            } else {
                distances(view, &[norm.node()], true)
            };
            let mut best: BTreeMap<String, (Standing, usize, Reverse<usize>, Reverse<usize>)> = BTreeMap::new();
            let mut against: BTreeMap<String, usize> = BTreeMap::new();
            for (id, steps) in &far {
                for (place, forum, act) in deeds_on(view, view.get(id).unwrap()) {
                    if let Some(standing) = Standing::of(act.verb) {
                        let key = (standing, act.verb.strength(), Reverse(*steps), Reverse(place));
                        let known = best.entry(forum.id().to_string()).or_insert(key);
                        *known = (*known).max(key);
                    } else if act.verb.family() == Family::Contested && *steps == 0 {
                        *against.entry(forum.id().to_string()).or_default() += 1;
                    }
                }
            }
            let spread = norm.spread(reach);
            let forums: BTreeSet<String> = best.keys().chain(against.keys()).cloned().collect();
            prop_assert_eq!(
                ids(spread.uptakes.iter().map(|uptake| uptake.forum.node())).into_iter().collect::<BTreeSet<_>>(),
                forums
            );
            let acts: Vec<ActRef<'_>> = view.acts().iter().collect();
            let mut order = Vec::new();
            for uptake in &spread.uptakes {
                let id = uptake.forum.id().as_str();
                prop_assert_eq!(uptake.contested.len(), against.get(id).copied().unwrap_or(0));
                let place = uptake.act.map(|act| acts.iter().position(|other| *other == act).unwrap());
                let key = uptake.act.map(|act| {
                    (uptake.standing().unwrap(), act.verb.strength(), Reverse(uptake.chain.len()), Reverse(place.unwrap()))
                });
                prop_assert_eq!(key, best.get(id).copied());
                order.push(Reverse(key.map(|(standing, strength, ..)| (standing, strength))));
                if let Some(act) = uptake.act {
                    let end = view.get(&chains_from(norm.node(), &uptake.chain).unwrap()).unwrap();
                    prop_assert!([Some(end), text_of(end)].contains(&Some(act.object())) || act.verb == Verb::IssuedBy);
                }
            }
            prop_assert!(order.is_sorted());
            for at_least in [Standing::Issued, Standing::Endorsed] {
                let naive = best.values().filter(|(standing, ..)| *standing >= at_least).count();
                prop_assert_eq!(spread.forums(at_least).len(), naive);
                let listed = |range: std::ops::RangeInclusive<usize>| {
                    view.spread(range, reach, at_least).iter().any(|spread| spread.norm == norm)
                };
                prop_assert!(listed(naive..=naive) && !listed(naive + 1..=9));
                let alone = naive == 1;
                prop_assert_eq!(
                    view.forums()
                        .filter(|forum| forum.exclusive(reach, at_least).iter().any(|spread| spread.norm == norm))
                        .count(),
                    usize::from(alone)
                );
            }
        }
    }
    Ok(())
}

fn dates(graph: &NormGraph, cut: bool) -> Result<(), TestCaseError> {
    let view = view(graph, cut);
    let all: NodeSet<'_> = view.forums().collect();
    let un: NodeSet<'_> = view.forums().filter(|forum| forum.id().as_str() == "un").collect();
    let mut moved: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for theme in view.themes() {
        let mut first: BTreeMap<String, (String, Date)> = BTreeMap::new();
        for (_, forum, act) in theme.norms().flat_map(|norm| deeds_on(view, norm.node())) {
            if matches!(act.verb.family(), Family::Referred | Family::Contested) || Standing::of(act.verb).is_none() {
                continue;
            }
            let day = act.date.last_day().to_string();
            let known = first.entry(forum.id().to_string()).or_insert((day.clone(), act.date));
            if day < known.0 || (day == known.0 && act.date.to_string().len() > known.1.to_string().len()) {
                *known = (day, act.date);
            }
        }
        let movers = theme.movers();
        prop_assert_eq!(movers.len(), first.len());
        for step in &movers {
            let (_, date) = first[step.forum.id().as_str()];
            prop_assert_eq!((step.act.date, step.of), (date, first.len()));
            let place = 1 + first.values().filter(|(_, other)| other.certainly_before(date)).count();
            prop_assert_eq!(step.place, place);
            moved.entry(step.forum.id().to_string()).or_default().push(place);
        }
    }
    for pace in view.first_movers(2) {
        let places = &moved[pace.forum.id().as_str()];
        prop_assert_eq!((places.len(), pace.first()), (2, places.iter().filter(|place| **place == 1).count()));
        prop_assert_eq!(format!("{}", pace.median_place() * 2.0), (places[0] + places[1]).to_string());
    }
    prop_assert_eq!(view.first_movers(2).len(), moved.values().filter(|places| places.len() == 2).count());
    for (norm, forums) in view.norms().flat_map(|norm| [(norm, &all), (norm, &un)]) {
        for reach in [Reach::Wording, Reach::Descendants] {
            let far = if reach == Reach::Wording {
                BTreeMap::from([(norm.id().to_string(), 0)])
            } else {
                distances(view, &[norm.node()], true)
            };
            let adoptions = far.keys().flat_map(|id| deeds_on(view, view.get(id).unwrap()));
            let adoption = adoptions
                .filter(|(_, forum, act)| act.verb.family() == Family::Adopted && forums.contains(*forum))
                .min_by_key(|(place, ..)| *place);
            let lag = norm.lag(reach, forums);
            prop_assert_eq!(lag.as_ref().map(|lag| lag.adoption), adoption.map(|(_, _, act)| act));
            let Some(lag) = lag else { continue };
            prop_assert!(chains_from(norm.node(), &lag.chain).is_some());
            if lag.first == lag.adoption {
                prop_assert_eq!((lag.least, lag.most), (0, 0));
            } else {
                let between = |from: Date, to: Date| days_from_2000(to) - days_from_2000(from);
                prop_assert_eq!(lag.least, between(lag.first.date.last_day(), lag.adoption.date.first_day()));
                prop_assert_eq!(lag.most, between(lag.first.date.first_day(), lag.adoption.date.last_day()));
                prop_assert!(
                    lag.least <= lag.most && lag.first.object() != lag.adoption.object() || lag.first.verb != Verb::StatedIn
                );
            }
        }
    }
    Ok(())
}

fn uptake(graph: &NormGraph, cut: bool) -> Result<(), TestCaseError> {
    let view = view(graph, cut);
    let (others, states) = (view.non_state(), view.state_forums());
    prop_assert_eq!(ids(states.iter()), ["un", "region"]);
    let mut naive: BTreeSet<(String, String)> = BTreeSet::new();
    for origin in view.norms().map(Ref::node).chain(view.reports().map(Ref::node)) {
        let text = text_of(origin).unwrap_or(origin).cast::<Report>().unwrap();
        if !text.issued_by.iter().all(|id| ["firm", "experts", "teller"].contains(&id.as_str())) {
            continue;
        }
        for (id, steps) in distances(view, &[origin], true) {
            for (_, forum, act) in deeds_on(view, view.get(&id).unwrap()) {
                let taken = match Standing::of(act.verb) {
                    None | Some(Standing::Referred) => false,
                    Some(Standing::Issued) => steps > 0,
                    Some(_) => steps > 0 || origin.kind() == Kind::Norm,
                };
                if taken && ["un", "region"].contains(&forum.id().as_str()) {
                    naive.insert((origin.id().to_string(), forum.id().to_string()));
                }
            }
        }
    }
    let found: BTreeSet<(String, String)> = view
        .uptake(&others, &states)
        .iter()
        .flat_map(|proposal| {
            proposal
                .uptakes
                .iter()
                .map(|uptake| (proposal.origin.id().to_string(), uptake.forum.id().to_string()))
                .collect::<Vec<_>>()
        })
        .collect();
    prop_assert_eq!(found, naive);
    Ok(())
}

fn comparison(graph: &NormGraph, later: usize, before: usize, cut: bool) -> Result<(), TestCaseError> {
    let view = view(graph, cut);
    let (later, before) = (view.report(&format!("r{later}")).unwrap(), view.report(&format!("r{before}")).unwrap());
    prop_assume!(later != before);
    let comparison = later.compared_with(before);
    let mut naive: BTreeMap<String, &str> = BTreeMap::new();
    for earlier in whole(view, before.node()).into_iter().skip(1) {
        let on_it = |act: &ActRef<'_>| {
            let by_issuer = later.issued_by.contains(act.subject().id());
            act.report() == later && act.object() == earlier && by_issuer && act.verb.family() != Family::Contested
        };
        let families: Vec<Family> = view.acts().iter().filter(on_it).map(|act| act.verb.family()).collect();
        let comes_from_it =
            |wording: &Node<'_>| distances(view, &[*wording], false).get(earlier.id().as_str()).is_some_and(|steps| *steps > 0);
        let fate = match families.iter().max() {
            _ if whole(view, later.node()).iter().any(comes_from_it) => "linked",
            None => "unlinked",
            Some(Family::Referred) => "referred to",
            Some(_) => "repeated",
        };
        naive.insert(earlier.id().to_string(), fate);
    }
    let mut answer: BTreeMap<String, &str> = BTreeMap::new();
    let lists = [
        (&comparison.changed, "changed"),
        (&comparison.elaborated, "elaborated"),
        (&comparison.repeated, "repeated"),
        (&comparison.referred_to, "referred to"),
    ];
    for (carried, fate) in lists.into_iter().flat_map(|(list, fate)| list.iter().map(move |carried| (carried, fate))) {
        prop_assert!(carried.chains.is_empty() || fate != "referred to");
        let fate = if carried.chains.is_empty() { fate } else { "linked" };
        prop_assert!(answer.insert(carried.norm.id().to_string(), fate).is_none(), "twice: {}", carried);
    }
    for unlinked in &comparison.unlinked {
        prop_assert!(answer.insert(unlinked.norm.id().to_string(), "unlinked").is_none());
    }
    prop_assert_eq!(answer, naive);
    for list in [&comparison.changed, &comparison.elaborated, &comparison.repeated] {
        let plain = |link: &Link<'_>| link.is_near_copy();
        let keeps = |link: &Link<'_>| {
            plain(link) || (matches!(link.act.verb, Verb::Elaborates | Verb::Operationalises) && link.act.reuse.is_none())
        };
        for carried in list {
            let links = || carried.chains.iter().flatten();
            let expected = if !links().all(keeps) {
                &comparison.changed
            } else if !links().all(plain) {
                &comparison.elaborated
            } else {
                &comparison.repeated
            };
            prop_assert!(std::ptr::eq(expected, list), "{}", carried);
        }
    }
    let new: Vec<String> = ids(comparison.introduced.iter().map(|new| new.birth.subject()));
    let earlier = whole(view, before.node());
    for wording in whole(view, later.node()).into_iter().skip(1) {
        let far = distances(view, &[wording], false);
        let comes_from_it = earlier.iter().any(|node| far.contains_key(node.id().as_str()));
        prop_assert_eq!(new.contains(&wording.id().to_string()), !comes_from_it);
    }
    Ok(())
}

fn stage(graph: &NormGraph, cut: bool, limits: &[usize], members: bool) -> Result<(), TestCaseError> {
    let view = view(graph, cut);
    let mut rules = LifeCycleRules::default();
    (rules.forums, rules.states, rules.carried_out_by) = (limits[0], limits[1], limits[2]);
    (rules.undisputed_years, rules.silent_years, rules.count_members) = (limits[3] * 5, limits[4] * 5, members);
    for norm in view.norms() {
        let life = norm.life_cycle(&rules);
        let objects = [norm.node(), norm.stated_in().node()];
        let votes = [Verb::VotesYes, Verb::VotesNo, Verb::Abstains];
        let on: Vec<ActRef<'_>> = view
            .acts()
            .iter()
            .filter(|act| {
                objects.contains(&act.object()) && !votes.contains(&act.verb) && act.verb.family() != Family::Structural
            })
            .collect();
        let backs = |act: &&ActRef<'_>| matches!(act.verb.family(), Family::Endorsed | Family::Adopted);
        let count = |keep: &dyn Fn(&ActRef<'_>) -> bool| {
            on.iter().filter(|act| keep(act)).map(|act| act.subject().id().to_string()).collect::<BTreeSet<_>>().len()
        };
        prop_assert_eq!(found(&life, Ground::Forums).1, count(&|act| backs(&act) && act.subject().kind() == Kind::Forum));
        // Positions have a reference of their own; here they are counted.
        let stands = |positions: Positions<'_>, state: &str| {
            positions.of(graph.actor(state).unwrap(), norm).and_then(|held| held.stance.side())
        };
        let own = |state: &&str| stands(view.positions().in_own_name(), state) == Some(Side::For);
        let any = |state: &&str| stands(view.positions(), state) == Some(Side::For);
        prop_assert_eq!(found(&life, Ground::States).1, ["aland", "bland"].iter().filter(|state| own(state)).count());
        prop_assert_eq!(found(&life, Ground::Members).1, ["aland", "bland"].iter().filter(|state| any(state)).count());
        prop_assert_eq!(
            found(&life, Ground::CarriedOut).1,
            count(&|act| matches!(act.verb, Verb::Implements | Verb::Operationalises | Verb::Localises))
        );
        prop_assert_eq!(found(&life, Ground::Replaced).1, count(&|act| act.verb == Verb::Supersedes));
        let today = view.date().unwrap_or_else(|| graph.evidence_cutoff().unwrap()).last_day();
        let young = |date: Date, years: usize| {
            (usize::from(date.year()) + years, date.last_day().month(), date.last_day().day())
                > (usize::from(today.year()), today.month(), today.day())
        };
        prop_assert_eq!(
            found(&life, Ground::Disputed).1,
            on.iter().filter(|act| act.verb.family() == Family::Contested && young(act.date, rules.undisputed_years)).count()
        );
        let newest =
            on.iter().map(|act| act.date).chain([norm.stated_in().date]).max_by_key(|date| date.last_day().to_string()).unwrap();
        prop_assert_eq!(found(&life, Ground::Silence).0, !young(newest, rules.silent_years));
        for reason in &life.reasons {
            let asked = if reason.ground == Ground::Disputed {
                reason.found <= reason.threshold
            } else {
                reason.found >= reason.threshold
            };
            prop_assert_eq!(reason.held, asked);
        }
        let held = |ground| found(&life, ground).0;
        let cascades = held(Ground::States) || (members && held(Ground::Members) && held(Ground::Forums));
        let stage = match () {
            () if held(Ground::Replaced) => Stage::Replaced,
            () if cascades && held(Ground::CarriedOut) && held(Ground::Disputed) => Stage::Internalisation,
            () if cascades => Stage::Cascade,
            () if held(Ground::Law) => Stage::Law,
            () if held(Ground::Silence) => Stage::Stalled,
            () => Stage::Emergence,
        };
        prop_assert_eq!(life.stage, Some(stage));
    }
    Ok(())
}

fn near_copies(graph: &NormGraph, cut: bool) -> Result<(), TestCaseError> {
    let view = view(graph, cut);
    let copies = |act: &ActRef<'_>| match act.reuse {
        Some(reuse) => reuse == Reuse::Verbatim,
        None => act.verb == Verb::Restates,
    };
    for norm in view.norms() {
        let mut joined = BTreeSet::from([norm.id().to_string()]);
        loop {
            let before = joined.len();
            for act in view.acts().iter().filter(copies) {
                let ends = [act.subject().id().to_string(), act.object().id().to_string()];
                if ends.iter().any(|end| joined.contains(end)) {
                    joined.extend(ends);
                }
            }
            if joined.len() == before {
                break;
            }
        }
        let links = norm.near_copies();
        let reached: BTreeSet<String> =
            links.iter().flat_map(|link| ids([link.act.subject(), link.act.object()])).chain([norm.id().to_string()]).collect();
        prop_assert_eq!(&reached, &joined);
        prop_assert_eq!(
            links.len(),
            view.acts().iter().filter(|act| copies(act) && joined.contains(act.subject().id().as_str())).count()
        );
    }
    let issuer = |node: Node<'_>| text_of(node).unwrap_or(node).cast::<Report>().unwrap().issued_by.clone();
    let across = view.acts().iter().filter(|act| copies(act) && issuer(act.subject()) != issuer(act.object())).count();
    prop_assert_eq!(view.near_copies().len(), across);
    Ok(())
}

fn sponsors(graph: &NormGraph, cut: bool) -> Result<(), TestCaseError> {
    let view = view(graph, cut);
    let lives = [Verb::DerivesFrom, Verb::Supersedes];
    for record in view.sponsors(0) {
        let sponsored = |act: &ActRef<'_>| {
            act.verb == Verb::Sponsors && act.subject() == record.actor.node() && act.object().kind() == Kind::Report
        };
        let sponsored: Vec<ActRef<'_>> = view.acts().iter().filter(sponsored).collect();
        prop_assert!(record.texts.len() <= sponsored.len() && record.texts[0].act == sponsored[0]);
        for text in &record.texts {
            prop_assert!(sponsored.contains(&text.act) && text.chain.iter().all(|link| lives.contains(&link.act.verb)));
            let end = chains_from(text.act.object(), &text.chain).unwrap();
            if let Some(adoption) = text.adoption {
                prop_assert_eq!(adoption.object().id().as_str(), &end);
                prop_assert!(adoption.verb.family() == Family::Adopted && adoption.subject().kind() == Kind::Forum);
            }
        }
        // Where no draft leads on, each text is told for itself.
        if view.acts().iter().all(|act| !lives.contains(&act.verb)) {
            let texts: BTreeSet<String> = ids(sponsored.iter().map(|act| act.object())).into_iter().collect();
            prop_assert_eq!(record.texts.len(), texts.len());
            for text in &record.texts {
                let on_it = |act: &ActRef<'_>| act.object() == text.act.object() && act.subject().kind() == Kind::Forum;
                let adoptions = view.acts().iter().filter(on_it).filter(|act| act.verb.family() == Family::Adopted);
                let strongest = adoptions.map(|act| act.verb.strength()).max();
                prop_assert_eq!(text.adoption.map(|act| act.verb.strength()), strongest);
            }
        }
    }
    Ok(())
}

fn shifts(graph: &NormGraph, cut: bool) -> Result<(), TestCaseError> {
    let groups = |norm: Ref<'_, Norm>| -> BTreeSet<&str> {
        let words: Vec<&str> = norm.addressees.iter().map(|addressee| addressee.as_str()).collect();
        let everyone = ["states", "private-sector", "technical-community", "civil-society", "academia"];
        let is_in = |group: &&str| {
            words.contains(&"all") || words.contains(group) || (words.contains(&"non-state") && *group != "states")
        };
        everyone.into_iter().filter(is_in).collect()
    };
    for link in view(graph, cut).norms().flat_map(|norm| norm.descendants().links().to_vec()) {
        let (later, earlier) = (link.act.subject().cast::<Norm>(), link.act.object().cast::<Norm>());
        let shift = link.shift();
        prop_assert_eq!(shift.is_some(), later.is_some() && earlier.is_some());
        if let (Some(shift), Some(later), Some(earlier)) = (shift, later, earlier) {
            let (later, earlier) = (groups(later), groups(earlier));
            prop_assert_eq!(shift.lost.is_empty(), earlier.is_subset(&later));
            prop_assert_eq!(shift.gained.is_empty(), later.is_subset(&earlier));
            prop_assert_eq!(shift.is_none(), later == earlier);
        }
    }
    Ok(())
}

fn reopened(graph: &NormGraph, cut: bool) -> Result<(), TestCaseError> {
    let view = view(graph, cut);
    let mut naive: Vec<(String, String, usize, usize, usize)> = Vec::new();
    for norm in view.norms() {
        let text = norm.stated_in().node();
        let by_forum = deeds_on(view, norm.node()).into_iter().filter(|(_, _, act)| act.verb.family() == Family::Adopted);
        let agreed = by_forum.filter(|(_, _, act)| act.report().decision == Some(DecisionMode::Consensus));
        let Some((_, forum, first)) = agreed.min_by_key(|(place, ..)| *place) else { continue };
        let later = |act: &ActRef<'_>| act.verb == Verb::Contests && first.date.certainly_before(act.date);
        let on = |node: Node<'_>| view.acts().iter().filter(later).filter(|act| act.object() == node).count();
        let sat =
            |act: &ActRef<'_>| forum.cast::<Forum>().unwrap().members(first.date).any(|seat| seat.subject() == act.subject());
        let members = view.acts().iter().filter(later).filter(|act| act.object() == norm.node()).filter(sat).count();
        if on(norm.node()) > 0 {
            naive.push((norm.id().to_string(), format!("{first:?}"), on(norm.node()), on(text), members));
        }
    }
    let told = view.contested_after_adoption().into_iter().map(|norm| {
        let counts = (norm.contested.len(), norm.text_contested.len(), norm.by_members().len());
        (norm.norm.id().to_string(), format!("{:?}", norm.agreed), counts.0, counts.1, counts.2)
    });
    prop_assert_eq!(told.collect::<Vec<_>>(), naive);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_path_of_links_is_a_chain_and_no_shorter_one_exists(World(graph) in worlds(), from in 0..10usize, to in 0..10usize, cut in any::<bool>()) {
        path(&graph, from, to, cut)?;
    }

    #[test]
    fn the_strongest_act_is_the_strongest_of_all_acts(World(graph) in worlds(), cut in any::<bool>()) {
        strongest(&graph, cut)?;
    }

    #[test]
    fn first_steps_places_and_spans_are_those_of_the_dates(World(graph) in worlds(), cut in any::<bool>()) {
        dates(&graph, cut)?;
    }

    #[test]
    fn uptake_is_what_reaches_the_forums_from_the_issuers(World(graph) in worlds(), cut in any::<bool>()) {
        uptake(&graph, cut)?;
    }

    #[test]
    fn a_comparison_puts_every_norm_in_one_place(World(graph) in worlds(), later in 0..4usize, before in 0..4usize, cut in any::<bool>()) {
        comparison(&graph, later, before, cut)?;
    }

    #[test]
    fn a_stage_follows_from_what_was_counted(World(graph) in worlds(), cut in any::<bool>(), limits in proptest::collection::vec(0..4usize, 5), members in any::<bool>()) {
        stage(&graph, cut, &limits, members)?;
    }

    #[test]
    fn near_copies_are_joined_whichever_is_the_later(World(graph) in worlds(), cut in any::<bool>()) {
        near_copies(&graph, cut)?;
    }

    #[test]
    fn what_became_of_a_draft_is_told_by_acts(World(graph) in worlds_of(&["sponsors", "sponsors", "approves", "adopts"]), cut in any::<bool>()) {
        sponsors(&graph, cut)?;
    }

    #[test]
    fn addressees_are_lost_and_gained_as_groups(World(graph) in worlds(), cut in any::<bool>()) {
        shifts(&graph, cut)?;
    }

    #[test]
    fn what_was_agreed_and_then_disputed_is_told_by_dates(World(graph) in worlds_of(&["adopts", "contests, mode: scope, form: statement"]), cut in any::<bool>()) {
        reopened(&graph, cut)?;
    }
}
