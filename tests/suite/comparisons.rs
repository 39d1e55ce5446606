//! Disputes, consensus, roll calls, changes of position and parts of the graph: each against a naive reading, on random worlds and on
//! numbers worked out by hand.

use std::collections::BTreeMap;
use std::fmt::Write;

use cybernorms::{ActRef, Date, Family, Kind, Mode, Node, NodeSet, NormGraph, Position, Role, Stance, Verb};
use proptest::prelude::*;

use crate::positions::{seats, texts, world};

fn named(act: ActRef<'_>) -> String {
    format!("{act:?} {}", act.report())
}

fn ends(act: ActRef<'_>) -> [Node<'_>; 3] {
    [act.subject(), act.object(), act.report().node()]
}

/// Three voters on a handful of texts, each vote a digit: yes, no, abstain, absent.
fn ballots(votes: &[[u8; 3]]) -> NormGraph {
    let actors = "a: {name: A, kind: state}\nb: {name: B, kind: state}\nc: {name: C, kind: state}\n";
    let forum =
        "hall:\n  name: Hall\n  kind: un-plenary\n  recorded_in: charter\n  members:\n    - {who: [a, b, c], in: charter}\n";
    let mut reports =
        "charter: {title: Charter, kind: treaty, issued_by: hall, date: 1945, evidence: official-text}\n".to_owned();
    for (number, votes) in votes.iter().enumerate() {
        let with = |vote: u8| {
            ["a", "b", "c"].iter().zip(votes).filter(|(_, v)| *v % 4 == vote).map(|(s, _)| *s).collect::<Vec<_>>().join(", ")
        };
        write!(
            reports,
            "t{number}:\n  title: T{number}\n  kind: resolution\n  issued_by: hall\n  date: 2020\n  decision: recorded-vote\n  evidence: vote-record\n  \
             source: {{missing: none}}\n  vote: {{yes: [{}], no: [{}], abstain: [{}], absent: [{}]}}\n",
            with(0),
            with(1),
            with(2),
            with(3)
        )
        .unwrap();
    }
    NormGraph::from_files([("actors/a.yaml", actors), ("forums/f.yaml", forum), ("reports/r.yaml", &reports)])
        .unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn similarity_of_votes_is_what_the_literature_computes() {
    // Two raters, fifty items: 20 both yes, 15 both no, 5 and 10 apart. Kappa is 0.4 in the textbook example of Cohen's measure.
    let votes: Vec<[u8; 3]> = [([0, 0, 3], 20), ([0, 1, 3], 5), ([1, 0, 3], 10), ([1, 1, 3], 15)]
        .into_iter()
        .flat_map(|(vote, times)| std::iter::repeat_n(vote, times))
        .collect();
    let graph = ballots(&votes);
    let calls = graph.now().roll_calls();
    let (a, b, c) = (graph.actor("a").unwrap(), graph.actor("b").unwrap(), graph.actor("c").unwrap());
    let alike = calls.similarity(a, b).unwrap();
    assert_eq!(alike.votes, 50);
    assert!((alike.agree - 0.7).abs() < 1e-12 && (alike.kappa.unwrap() - 0.4).abs() < 1e-12);
    // S: 15 of 50 at the greatest distance.
    assert!((alike.s - (1.0 - 2.0 * 15.0 / 50.0)).abs() < 1e-12);
    assert_eq!(alike.to_string(), "70 % of 50 votes alike, kappa 0.40, S 0.40");
    assert!(calls.similarity(a, c).is_none(), "who was always absent is like nobody");
    // An abstention lies half-way; where both always vote yes, chance explains all.
    let half = ballots(&[[0, 2, 0], [0, 0, 0]]);
    let calls = half.now().roll_calls();
    let (a, b, c) = (half.actor("a").unwrap(), half.actor("b").unwrap(), half.actor("c").unwrap());
    assert!((calls.similarity(a, b).unwrap().s - 0.5).abs() < 1e-12);
    let same = calls.similarity(a, c).unwrap();
    assert!(same.kappa.is_none() && (same.agree - 1.0).abs() < 1e-12 && same.to_string().contains("kappa undefined"));
}

/// The three measures by their definitions, from the list of pairs of votes.
fn by_definition(pairs: &[(u8, u8)]) -> Option<(f64, Option<f64>, f64)> {
    #[allow(clippy::cast_precision_loss, reason = "a handful of votes")]
    let share = |count: usize| count as f64 / pairs.len() as f64;
    if pairs.is_empty() {
        return None;
    }
    let agree = share(pairs.iter().filter(|(a, b)| a == b).count());
    let expected: f64 = (0..3)
        .map(|vote| {
            share(pairs.iter().filter(|(a, _)| *a == vote).count()) * share(pairs.iter().filter(|(_, b)| *b == vote).count())
        })
        .sum();
    let kappa = (expected < 1.0 - 1e-9).then(|| (agree - expected) / (1.0 - expected));
    // yes 1, abstain 2, no 3; the greatest distance is 2.
    let scale = |vote: u8| [1.0, 3.0, 2.0][usize::from(vote)];
    let distance: f64 = pairs.iter().map(|(a, b)| f64::abs(scale(*a) - scale(*b))).sum();
    #[allow(clippy::cast_precision_loss, reason = "a handful of votes")]
    let s = 1.0 - 2.0 * distance / (2.0 * pairs.len() as f64);
    Some((agree, kappa, s))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn similarity_follows_its_definitions(votes in proptest::collection::vec(any::<[u8; 3]>(), 0..12)) {
        let graph = ballots(&votes);
        let calls = graph.now().roll_calls();
        for (one, a) in ["a", "b", "c"].iter().enumerate() {
            for (other, b) in ["a", "b", "c"].iter().enumerate() {
                let pairs: Vec<(u8, u8)> = votes.iter().map(|vote| (vote[one] % 4, vote[other] % 4)).filter(|(a, b)| *a < 3 && *b < 3).collect();
                let alike = calls.similarity(graph.actor(a).unwrap(), graph.actor(b).unwrap());
                let expected = by_definition(&pairs);
                prop_assert_eq!(alike.is_some(), expected.is_some());
                if let (Some(alike), Some((agree, kappa, s))) = (alike, expected) {
                    prop_assert_eq!(alike.votes, pairs.len());
                    prop_assert!((alike.agree - agree).abs() < 1e-9 && (alike.s - s).abs() < 1e-9);
                    prop_assert_eq!(alike.kappa.is_some(), kappa.is_some());
                    prop_assert!((alike.kappa.unwrap_or(0.0) - kappa.unwrap_or(0.0)).abs() < 1e-9);
                }
            }
        }
    }

    #[test]
    fn disputes_are_those_that_a_filter_of_all_acts_gives(texts in texts(), seats in seats(), year in 2000u16..2024, most in 0usize..5) {
        let graph = world(&texts, &seats);
        for view in [graph.now(), graph.as_of(year.to_string().parse().unwrap())] {
            let mut counted = Vec::new();
            for norm in view.norms() {
                let dispute = norm.contestation();
                let over = |object: Node<'_>| -> Vec<String> {
                    let acts = view.acts().into_iter().filter(|act| act.verb.family() == Family::Contested && act.object() == object);
                    acts.filter(|act| object.kind() == Kind::Norm || !matches!(act.verb, Verb::VotesNo | Verb::Abstains)).map(named).collect()
                };
                let own = over(norm.node());
                prop_assert_eq!(dispute.acts.iter().map(named).collect::<Vec<_>>(), own.clone());
                prop_assert_eq!(dispute.over_the_text().map(named).collect::<Vec<_>>(), over(norm.stated_in().node()));
                let grouped = dispute.by_mode();
                prop_assert_eq!(grouped.iter().map(|(_, acts)| acts.len()).sum::<usize>(), own.len());
                prop_assert!(grouped.iter().all(|(mode, acts)| acts.iter().all(|act| act.mode == *mode)));
                let (process, content) = (dispute.procedural().count(), dispute.substantive().count());
                prop_assert_eq!(process, dispute.acts.iter().filter(|act| act.mode == Some(Mode::Procedural)).count());
                prop_assert_eq!(process + content, dispute.acts.iter().filter(|act| act.mode.is_some()).count());
            }
            for norm in graph.norms() {
                let own = view.acts().iter().filter(|act| act.verb.family() == Family::Contested && act.object() == norm.node()).count();
                if own > 0 {
                    counted.push((std::cmp::Reverse(own), norm.id().to_string()));
                }
            }
            counted.sort();
            counted.truncate(most);
            let top: Vec<_> = view.most_contested(most).iter().map(|dispute| (std::cmp::Reverse(dispute.acts.len()), dispute.norm.id().to_string())).collect();
            prop_assert_eq!(top, counted);
        }
    }

    #[test]
    fn a_consensus_counts_every_member_once(texts in texts(), seats in seats(), year in 2000u16..2024) {
        let graph = world(&texts, &seats);
        let day: Date = year.to_string().parse().unwrap();
        let (positions, end) = (graph.as_of(day).positions(), day.last_day());
        for forum in ["plenary", "open-group", "closed-group", "club", "conference"] {
            // The open group has no list of its own and takes the plenary's.
            let listed = if forum == "open-group" { "plenary" } else { forum };
            let members: NodeSet<'_> = graph.acts().into_iter()
                .filter(|act| matches!(Role::of(act.verb), Some(Role::Member | Role::Chair | Role::CoChair | Role::ViceChair)))
                .filter(|act| act.object().id().as_str() == listed && !end.certainly_before(act.date))
                .filter(|act| !day.last_day().certainly_before(act.date.last_day()))
                .filter(|act| !act.until.is_some_and(|until| until.certainly_before(end)))
                .map(ActRef::subject)
                .collect();
            for norm in graph.norms() {
                let Some(consensus) = positions.consensus(norm, graph.forum(forum).unwrap()) else {
                    prop_assert!(members.is_empty());
                    continue;
                };
                let mut by_stance: BTreeMap<Option<Stance>, usize> = BTreeMap::new();
                for member in members.iter() {
                    *by_stance.entry(positions.of(member, norm).map(|position| position.stance)).or_default() += 1;
                }
                let count = |wanted: &[Stance]| wanted.iter().filter_map(|stance| by_stance.get(&Some(*stance))).sum::<usize>();
                prop_assert_eq!(consensus.members, members.len());
                prop_assert_eq!(consensus.objections.len() + consensus.at_odds_with_text.len(), count(&[Stance::Reserves, Stance::Abstains, Stance::OpposesText, Stance::Contests]));
                let on_text = |position: &Position<'_>| matches!(position.stance, Stance::Abstains | Stance::OpposesText) || position.rule.is_some() && position.stance == Stance::Reserves;
                prop_assert!(consensus.at_odds_with_text.iter().all(on_text) && !consensus.objections.iter().any(on_text));
                prop_assert_eq!(consensus.backers.len(), count(&[Stance::Backs, Stance::BacksWithConditions]));
                prop_assert_eq!(consensus.undecided.len(), count(&[Stance::Neutral, Stance::Silent, Stance::Absent]));
                prop_assert_eq!(consensus.no_record.len(), by_stance.get(&None).copied().unwrap_or(0));
                let firm: Vec<Stance> = consensus.objections.iter().map(|position| position.stance).collect();
                prop_assert!(firm.windows(2).all(|pair| pair[0] >= pair[1]), "the firmest first");
                let ages = consensus.objections.iter().map(|position| position.age().unwrap());
                prop_assert!(ages.into_iter().all(|age| age.least <= age.most));
                prop_assert_eq!(consensus.date, end);
            }
        }
    }

    #[test]
    fn changes_are_what_as_of_each_day_would_tell(texts in texts(), seats in seats()) {
        let graph = world(&texts, &seats);
        for norm in graph.norms() {
            for actor in graph.actors() {
                let positions = graph.positions();
                // Every position, replayed: what holds after each.
                let mut all = positions.all(actor, norm);
                all.retain(|position| !matches!(position.stance, Stance::Neutral | Stance::Silent | Stance::Absent));
                all.reverse();
                let mut days: Vec<Date> = all.iter().map(Position::date).collect();
                // What is vague counts from its first day, before what is precise on that day.
                let moment = |day: Date| (day.first_day().to_string(), day.to_string().len());
                days.sort_by_key(|day| moment(*day));
                days.dedup();
                let mut held: Vec<Stance> = Vec::new();
                for day in &days {
                    let holds = all.iter().rfind(|position| moment(position.date()) <= moment(*day));
                    let stance = holds.unwrap().stance;
                    if held.last() != Some(&stance) {
                        held.push(stance);
                    }
                }
                let steps: Vec<Stance> = positions.changes(actor, norm).iter().map(|step| step.stance).collect();
                // Within one day a step more may be told; what stands at the end of each day is the same.
                prop_assert_eq!(steps.last(), held.last());
                let mut rest = steps.iter();
                prop_assert!(held.iter().all(|stance| rest.any(|step| step == stance)), "{:?} {:?}", steps, held);
            }
        }
    }

    #[test]
    fn nearest_is_sorted_and_complete(texts in texts(), seats in seats(), items in 0usize..3) {
        let graph = world(&texts, &seats);
        let (states, norms): (NodeSet<'_>, NodeSet<'_>) = (graph.actors().collect(), graph.norms().collect());
        let matrix = graph.positions().matrix(&states, &norms);
        for actor in graph.actors() {
            let nearest = matrix.nearest(actor, items);
            let expected = graph.actors().filter(|other| *other != actor && matrix.agreement(actor, *other).items() >= items.max(1)).count();
            prop_assert_eq!(nearest.len(), expected);
            prop_assert!(nearest.iter().all(|(other, agreement)| *agreement == matrix.agreement(actor, *other)));
            let key = |pair: &(Node<'_>, cybernorms::answers::Agreement)| (pair.1.share().unwrap(), pair.1.items());
            prop_assert!(nearest.windows(2).all(|pair| key(&pair[0]) >= key(&pair[1])));
        }
    }

    #[test]
    fn a_part_is_what_a_filter_of_all_acts_gives(texts in texts(), seats in seats(), dealt in any::<u32>(), other in any::<u32>(), year in 2000u16..2024) {
        let graph = world(&texts, &seats);
        let nodes: Vec<Node<'_>> = graph.actors().map(cybernorms::Ref::node)
            .chain(graph.forums().map(cybernorms::Ref::node))
            .chain(graph.norms().map(cybernorms::Ref::node))
            .chain(graph.reports().map(cybernorms::Ref::node))
            .collect();
        let deal = |bits: u32| -> NodeSet<'_> { nodes.iter().enumerate().filter(|(place, _)| bits >> place & 1 == 1).map(|(_, node)| *node).collect() };
        let (one, two) = (deal(dealt), deal(other));
        let allows = |set: &NodeSet<'_>, node: Node<'_>| {
            set.contains(node) || Kind::ALL.iter().all(|kind| node.kind() != *kind || set.iter().all(|member| member.kind() != *kind))
        };
        let day: Date = year.to_string().parse().unwrap();
        let part = graph.only(&one);
        let both = part.view().possibly_as_of(day).only(&two);
        let by_one: Vec<String> = graph.acts().into_iter().filter(|act| ends(*act).into_iter().all(|node| allows(&one, node))).map(named).collect();
        prop_assert_eq!(part.view().acts().into_iter().map(named).collect::<Vec<_>>(), by_one);
        // A set of the nodes that the first left nothing of keeps nothing of that kind.
        let by_both: Vec<String> = graph.acts().into_iter()
            .filter(|act| ends(*act).into_iter().all(|node| allows(&one, node) && allows(&two, node)))
            .filter(|act| !day.last_day().certainly_before(act.date.first_day()))
            .map(named)
            .collect();
        prop_assert_eq!(both.view().acts().into_iter().map(named).collect::<Vec<_>>(), by_both);
        // Positions, too, know only the part.
        for norm in both.view().norms() {
            for position in both.view().positions().on(norm) {
                prop_assert!(position.proof().all(|act| ends(act).into_iter().all(|node| allows(&one, node) && allows(&two, node))));
            }
        }
    }
}
