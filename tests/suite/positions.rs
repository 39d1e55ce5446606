//! Positions: each rule of derivation against an obviously right reading of all acts, on random worlds; which position holds; what a
//! matrix says; what the shipped data says.

use std::collections::BTreeSet;
use std::fmt::Write;

use cybernorms::{
    ActRef, Basis, Confidence, Date, DecisionMode, Derivation, EvidenceKind, Family, Forum, ForumKind, Node, NodeSet, Norm,
    NormGraph, Report, ReportKind, Role, Stance, Verb, View,
};
use proptest::prelude::*;

// ---------------------------------------------------------------------------------------------------------------- random worlds

/// An act of a random text: who, verb, what, and what weakens it.
pub(crate) type RandomAct = (u8, u8, u8, u8);
/// A random text: issuer, kind, decision, evidence, month, acts, votes.
pub(crate) type RandomText = (u8, u8, u8, u8, Vec<RandomAct>, [u8; 5]);

const STATES: [&str; 5] = ["s0", "s1", "s2", "s3", "s4"];
const FORUMS: [&str; 5] = ["plenary", "open-group", "closed-group", "club", "conference"];
const TEXTS: usize = 5;
const NORMS: usize = 3;
const VERBS: [&str; 19] = [
    "supports",
    "welcomes",
    "endorses",
    "adopts",
    "calls-upon",
    "takes-note",
    "recalls",
    "contests",
    "rejects",
    "joins",
    "sponsors",
    "reserves",
    "dissociates",
    "ratifies",
    "regrets",
    "votes-no",
    "abstains",
    "supports-with-conditions",
    "proposes",
];

pub(crate) fn world(texts: &[RandomText], seats: &[(u8, u8, u8, bool)]) -> NormGraph {
    let mut actors = String::new();
    for state in STATES {
        writeln!(actors, "{state}: {{name: State {state}, kind: state}}").unwrap();
    }
    // Everyone sits in the plenary; the rest is dealt.
    let mut members: Vec<String> = vec![
        "    - {who: [s0, s1, s2, s3, s4], in: charter}\n".to_owned(),
        String::new(),
        "    - {who: s0, in: charter}\n".to_owned(),
        "    - {who: s1, in: charter}\n".to_owned(),
        "    - {who: s0, role: observer, in: charter}\n".to_owned(),
    ];
    for (forum, who, year, sure) in seats {
        let forum = 2 + usize::from(forum % 3);
        let (from, to) = (2000 + u16::from(year % 20), 2000 + u16::from(year % 20) + u16::from(year / 20));
        let sure = if *sure { "" } else { ", confidence: low" };
        writeln!(members[forum], "    - {{who: {}, in: charter, from: {from}, to: {to}{sure}}}", STATES[usize::from(who % 5)])
            .unwrap();
    }
    let kinds = ["un-plenary", "open-ended-working-group", "closed-expert-group", "political-club", "conference"];
    let mut forums = String::new();
    for ((forum, kind), members) in FORUMS.iter().zip(kinds).zip(&members) {
        writeln!(forums, "{forum}:\n  name: Forum {forum}\n  kind: {kind}\n  recorded_in: charter\n  parent: plenary").unwrap();
        if !members.is_empty() {
            write!(forums, "  members:\n{members}").unwrap();
        }
    }
    let forums = forums.replacen("  parent: plenary\n", "", 1);
    let mut norms = String::new();
    for n in 0..NORMS {
        writeln!(norms, "n{n}:\n  title: N{n}\n  statement: s\n  stated_in: t{n}\n  at: para {n}\n  kind: norm\n  addressees: all\n  force: none\n  themes: core").unwrap();
    }
    let mut reports =
        "charter:\n  title: Charter\n  kind: treaty\n  issued_by: plenary\n  date: 1945\n  evidence: official-text\n".to_owned();
    for (number, (issuer, kind, decision, month, acts, votes)) in texts.iter().enumerate() {
        let issuer = usize::from(issuer % 8);
        let issuer = if issuer < 5 { FORUMS[issuer] } else { STATES[issuer - 5] };
        let kind = ["resolution", "consensus-report", "treaty", "joint-statement", "transcript"][usize::from(kind % 5)];
        let decision = ["consensus", "recorded-vote", "without-vote", "expert-consensus", ""][usize::from(decision % 5)];
        let (year, evidence) = (2004 + number * 4, ["official-text", "secondary-analysis"][usize::from(month / 128)]);
        writeln!(reports, "t{number}:\n  title: T{number}\n  kind: {kind}\n  issued_by: {issuer}\n  date: {year}-{:02}\n  evidence: {evidence}\n  source: {{missing: none}}", 1 + month % 12).unwrap();
        if !decision.is_empty() {
            writeln!(reports, "  decision: {decision}").unwrap();
        }
        if decision == "recorded-vote" && issuer == "plenary" {
            let with = |vote: u8| {
                STATES.iter().zip(votes).filter(|(_, v)| *v % 4 == vote).map(|(s, _)| *s).collect::<Vec<_>>().join(", ")
            };
            let lists = (with(0), with(1), with(2), with(3));
            writeln!(reports, "  vote: {{yes: [{}], no: [{}], abstain: [{}], absent: [{}]}}", lists.0, lists.1, lists.2, lists.3)
                .unwrap();
        }
        let mut told = String::new();
        for (place, (who, verb, what, weak)) in acts.iter().enumerate() {
            let verb = VERBS[usize::from(verb % 19)];
            let what = usize::from(*what) % (NORMS + TEXTS);
            // Nothing is done to a text that is younger, or to itself; a norm may be spoken of before it is written down.
            let what = if what < NORMS { format!("n{what}") } else { format!("t{}", (what - NORMS) % (number + 1)) };
            let by = match who % 12 {
                own @ 0..=4 => format!("by: {}, ", STATES[usize::from(own)]),
                forum @ 5..=8 => format!("by: {}, ", FORUMS[usize::from(forum - 5)]),
                _ => String::new(),
            };
            let mode = if matches!(verb, "contests" | "rejects" | "reserves" | "dissociates") {
                ", mode: scope, form: statement"
            } else {
                ""
            };
            let weak = match weak % 8 {
                0 => ", confidence: low",
                1 => ", verified: false",
                2 => ", basis: inferred, reason: so it seems",
                3 if verb != "ratifies" => ", basis: reported, reported_by: s4",
                _ => "",
            };
            writeln!(told, "    - {{{by}verb: {verb}, object: {what}, at: para {place}{mode}{weak}}}").unwrap();
        }
        if number == 4 {
            told.push_str(
                "    - {by: [s0, s1, s2, s3], verb: aligns-with, object: t4, at: whole}\n    - {verb: supports, object: n0, at: whole}\n",
            );
        }
        // Every record is used somewhere, so that no rule finds an orphan.
        told.push_str("    - {by: [s0, s1, s2, s3, s4], verb: mentions, object: [n0, n1, n2, conference, club], at: annex}\n");
        write!(reports, "  acts:\n{told}").unwrap();
    }
    let files = [
        ("themes.yaml", "core: {title: Core, meaning: All}\n".to_owned()),
        ("actors/a.yaml", actors),
        ("forums/f.yaml", forums),
        ("norms/n.yaml", norms),
        ("reports/r.yaml", reports),
    ];
    NormGraph::from_files(files).unwrap_or_else(|error| panic!("{error}"))
}

pub(crate) fn texts() -> impl Strategy<Value = Vec<RandomText>> {
    let act = (any::<u8>(), any::<u8>(), any::<u8>(), any::<u8>());
    let text = (any::<u8>(), any::<u8>(), any::<u8>(), any::<u8>(), proptest::collection::vec(act, 0..6), any::<[u8; 5]>());
    proptest::collection::vec(text, TEXTS)
}

pub(crate) fn seats() -> impl Strategy<Value = Vec<(u8, u8, u8, bool)>> {
    proptest::collection::vec((any::<u8>(), any::<u8>(), any::<u8>(), any::<bool>()), 0..5)
}

// ------------------------------------------------------------------------------------------------- the rules, read off the documentation

/// A position as the reference tells it: who, stance, rule, and the acts of the proof.
type Told = (String, Stance, Option<Derivation>, Vec<String>);

fn told(actor: Node<'_>, stance: Stance, rule: Derivation, proof: &[ActRef<'_>]) -> Told {
    (actor.id().to_string(), stance, Some(rule), proof.iter().map(|act| format!("{act:?} {}", act.report())).collect())
}

struct Reference<'g> {
    acts: Vec<ActRef<'g>>,
    norm: cybernorms::Ref<'g, Norm>,
    text: Node<'g>,
    birth: ActRef<'g>,
}

impl<'g> Reference<'g> {
    fn new(view: View<'g>, norm: &str) -> Option<Self> {
        let norm = view.norm(norm).unwrap();
        let acts: Vec<ActRef<'g>> = view.acts().iter().collect();
        let birth = acts.iter().copied().find(|act| act.verb == Verb::StatedIn && act.subject() == norm.node())?;
        Some(Self { acts, norm, text: birth.object(), birth })
    }

    fn sure(&self) -> impl Iterator<Item = ActRef<'g>> {
        self.acts.iter().copied().filter(|act| match (act.basis, act.confidence) {
            (_, Confidence::Low) => false,
            (Basis::Inferred, confidence) => act.verified && confidence == Confidence::High,
            _ => act.verified,
        })
    }

    fn text_record(&self) -> &'g Report {
        self.text.cast::<Report>().unwrap().record()
    }

    /// The texts by which the norm travels: text, the act on the norm or its text, the birth.
    fn carriers(&self) -> Vec<(Node<'g>, Vec<ActRef<'g>>)> {
        let mut carriers = vec![(self.text, vec![self.birth])];
        let carrying = [Verb::Welcomes, Verb::Supports, Verb::Reaffirms, Verb::Endorses, Verb::Adopts, Verb::CallsUpon];
        for act in self.sure().filter(|act| carrying.contains(&act.verb) && act.report().node() != self.text) {
            let own = act.report().issued_by.contains(act.subject().id());
            if own && act.object() == self.norm.node() {
                carriers.push((act.report().node(), vec![act]));
            } else if own && act.object() == self.text {
                carriers.push((act.report().node(), vec![act, self.birth]));
            }
        }
        carriers
    }

    /// Who sat in a forum on the day of an act.
    fn seats(&self, forum: Node<'g>, day: Date) -> Vec<ActRef<'g>> {
        // A list that holds on that day, by what this view can see.
        let listed = |forum: Node<'g>| {
            self.acts.iter().any(|act| {
                act.verb == Verb::MemberOf
                    && act.object() == forum
                    && !day.certainly_before(act.date)
                    && !act.until.is_some_and(|until| until.certainly_before(day))
            })
        };
        let mut here = forum;
        while here.cast::<Forum>().unwrap().kind == ForumKind::OpenEndedWorkingGroup && !listed(here) {
            here = here.cast::<Forum>().unwrap().parent().unwrap();
        }
        let sits = |act: &ActRef<'g>| {
            matches!(Role::of(act.verb), Some(Role::Member | Role::Chair | Role::CoChair | Role::ViceChair))
                && act.object() == here
                && !day.certainly_before(act.date)
                && !act.until.is_some_and(|until| until.certainly_before(day))
        };
        self.sure().filter(sits).collect()
    }

    #[allow(clippy::too_many_lines, reason = "one rule after the other, as the documentation tells them")]
    fn all(&self) -> Vec<Told> {
        let mut all = Vec::new();
        for act in self.acts.iter().filter(|act| act.object() == self.norm.node()) {
            if let Some(stance) = Stance::of(act.verb) {
                all.push((act.subject().id().to_string(), stance, None, vec![format!("{act:?} {}", act.report())]));
            }
        }
        let treaty = self.text_record().kind == ReportKind::Treaty;
        for (carrier, rest) in self.carriers() {
            let record = carrier.cast::<Report>().unwrap();
            // Votes.
            for vote in self.sure().filter(|act| act.object() == carrier) {
                let stance = match vote.verb {
                    Verb::VotesYes => Stance::Backs,
                    Verb::VotesNo => Stance::OpposesText,
                    Verb::Abstains => Stance::Abstains,
                    Verb::Absent => Stance::Absent,
                    _ => continue,
                };
                let called = record.vote.is_some() || stance != Stance::Absent;
                if stance == Stance::Backs || carrier == self.text && called {
                    all.push(told(vote.subject(), stance, Derivation::Vote, &[&[vote], &rest[..]].concat()));
                }
            }
            // Consensus.
            // No text of a random world is a draft; the shipped data has them.
            let apart = |settled: Date| -> Vec<Node<'g>> {
                let apart = |verb: Verb| verb.family() == Family::Contested && verb != Verb::Regrets;
                let disputes = self.sure().filter(|act| act.object() == carrier && apart(act.verb));
                disputes.filter(|act| !act.date.certainly_before(settled)).map(ActRef::subject).collect()
            };
            let settling: Vec<(ActRef<'g>, Node<'g>)> = if carrier == self.text {
                self.sure()
                    .filter(|act| act.verb == Verb::IssuedBy && act.subject() == carrier)
                    .map(|act| (act, act.object()))
                    .collect()
            } else {
                vec![(rest[0], rest[0].subject())]
            };
            for (act, forum) in settling {
                let agreed = matches!(
                    act.decision.or(record.decision),
                    Some(
                        DecisionMode::Consensus
                            | DecisionMode::WithoutVote
                            | DecisionMode::ExpertConsensus
                            | DecisionMode::SilenceProcedure
                    )
                );
                if treaty || !agreed || forum.cast::<Forum>().is_none() {
                    continue;
                }
                for seat in self.seats(forum, act.date).into_iter().filter(|seat| !apart(act.date).contains(&seat.subject())) {
                    let first = if carrier == self.text { vec![seat, act] } else { vec![seat] };
                    all.push(told(seat.subject(), Stance::Backs, Derivation::Consensus, &[first, rest.clone()].concat()));
                }
            }
        }
        for act in self.sure() {
            let stance = Stance::of(act.verb);
            let for_it = stance.filter(|stance| matches!(stance, Stance::Backs | Stance::BacksWithConditions));
            // Support of, and dispute over, the text.
            let vote = matches!(act.verb, Verb::VotesYes | Verb::VotesNo | Verb::Abstains);
            let party = matches!(act.verb, Verb::Ratifies | Verb::Accedes);
            let signs = !treaty || act.verb == Verb::Signs || act.verb.family() == Family::Contested;
            if act.object() == self.text && !vote && !party && signs && act.verb != Verb::EntersIntoForce {
                let stance = match act.verb {
                    Verb::Reserves => Some(Stance::Reserves),
                    verb if verb.family() == Family::Contested => Some(Stance::OpposesText),
                    _ => for_it,
                };
                if let Some(stance) = stance {
                    all.push(told(act.subject(), stance, Derivation::Support, &[act, self.birth]));
                }
            }
            // Parties.
            if act.object() == self.text && party && treaty {
                all.push(told(act.subject(), Stance::Backs, Derivation::Treaty, &[act, self.birth]));
            }
            // Authors.
            let record = self.text_record();
            let silent = matches!(
                record.kind,
                ReportKind::Transcript | ReportKind::ChairSummary | ReportKind::RecordPage | ReportKind::Manual
            ) || matches!(record.evidence, EvidenceKind::MachineTranscript | EvidenceKind::SecondaryAnalysis);
            if act.verb == Verb::IssuedBy && act.subject() == self.text && !silent {
                all.push(told(act.object(), Stance::Backs, Derivation::Author, &[act, self.birth]));
            }
            // Groups.
            let group = act.subject().cast::<Forum>().is_some_and(|forum| forum.kind == ForumKind::PoliticalClub);
            let on_norm = act.object() == self.norm.node();
            let says = !matches!(
                act.verb,
                Verb::Joins | Verb::AlignsWith | Verb::Sponsors | Verb::Implements | Verb::Signs | Verb::Ratifies | Verb::Accedes
            );
            let on_text = act.object() == self.text && !treaty;
            if group && says && (on_norm || on_text) && !(treaty && act.verb.family() == Family::Adopted) {
                let stance = match stance {
                    Some(Stance::Contests) if on_norm => Some(Stance::Contests),
                    Some(Stance::Contests) => Some(Stance::OpposesText),
                    _ => for_it,
                };
                if let Some(stance) = stance {
                    for seat in self.seats(act.subject(), act.date) {
                        let proof = if on_norm { vec![seat, act] } else { vec![seat, act, self.birth] };
                        all.push(told(seat.subject(), stance, Derivation::Group, &proof));
                    }
                }
            }
            // Alignment.
            let own = act.report().issued_by.contains(act.subject().id());
            if let Some(stance) = stance.filter(|stance| stance.side().is_some())
                && own
                && on_norm
            {
                for aligned in self.sure().filter(|other| other.verb == Verb::AlignsWith && other.object() == act.report().node())
                {
                    all.push(told(aligned.subject(), stance, Derivation::Alignment, &[aligned, act]));
                }
            }
        }
        all.sort();
        all
    }
}

fn given(view: View<'_>, norm: &str) -> Vec<Told> {
    let norm = view.norm(norm).unwrap();
    let everyone = view
        .actors()
        .map(cybernorms::Ref::node)
        .chain(view.forums().map(cybernorms::Ref::node))
        .chain(view.reports().map(cybernorms::Ref::node));
    let all = everyone.flat_map(|node| view.positions().all(node, norm));
    let mut all: Vec<Told> = all
        .map(|position| {
            let proof = position.proof().map(|act| format!("{act:?} {}", act.report())).collect();
            (position.actor.id().to_string(), position.stance, position.rule, proof)
        })
        .collect();
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_rule_derives_what_a_plain_reading_of_all_acts_gives(texts in texts(), seats in seats(), year in 2000u16..2024) {
        let graph = world(&texts, &seats);
        for view in [graph.now(), graph.as_of(year.to_string().parse().unwrap())] {
            for norm in ["n0", "n1", "n2"] {
                let expected = Reference::new(view, norm).map(|reference| reference.all());
                let expected = expected.unwrap_or_else(|| {
                    let direct = view.acts().iter().filter(|act| act.object().id().as_str() == norm);
                    let direct = direct.filter_map(|act| Some((act.subject().id().to_string(), Stance::of(act.verb)?, None, vec![format!("{act:?} {}", act.report())])));
                    let mut direct: Vec<Told> = direct.collect();
                    direct.sort();
                    direct
                });
                prop_assert_eq!(given(view, norm), expected);
            }
        }
    }

    #[test]
    fn what_holds_is_direct_before_derived_and_later_before_earlier(texts in texts(), seats in seats(), off in any::<u8>()) {
        let graph = world(&texts, &seats);
        let mut positions = graph.positions();
        let rules: BTreeSet<Derivation> = Derivation::ALL.iter().copied().filter(|rule| off >> (*rule as u8) & 1 == 1).collect();
        for rule in &rules {
            positions = positions.without(*rule);
        }
        let (states, norms): (NodeSet<'_>, NodeSet<'_>) = (graph.actors().collect(), graph.norms().collect());
        let matrix = positions.matrix(&states, &norms);
        for actor in graph.actors() {
            for norm in graph.norms() {
                let all = positions.all(actor, norm);
                prop_assert!(all.iter().all(|position| position.rule.is_none_or(|rule| !rules.contains(&rule))));
                // A rule that is off takes away what it derives and nothing else.
                let on = graph.positions().all(actor, norm).into_iter().filter(|position| position.rule.is_none_or(|rule| !rules.contains(&rule)));
                prop_assert_eq!(on.count(), all.len());
                let takes_side = |stance| !matches!(stance, Stance::Neutral | Stance::Silent | Stance::Absent);
                let rank = |position: &cybernorms::Position<'_>| {
                    let tier = match position.stance {
                        Stance::Silent | Stance::Absent => 0,
                        Stance::Neutral => 1,
                        _ if position.rule.is_some() => 2,
                        _ if position.act().basis == Basis::Inferred => 3,
                        _ => 4,
                    };
                    (tier, position.date().first_day().to_string(), position.date().to_string().len())
                };
                let holds = positions.of(actor, norm);
                prop_assert_eq!(holds.map(|holds| format!("{holds:?}")), all.first().map(|first| format!("{first:?}")));
                prop_assert_eq!(holds.map(|holds| format!("{holds:?}")), matrix.get(actor, norm).map(|cell| format!("{cell:?}")));
                if let Some(holds) = holds {
                    prop_assert!(all.iter().all(|other| rank(other) <= rank(&holds)));
                    if all.iter().any(|other| other.rule.is_none() && takes_side(other.stance)) {
                        prop_assert_eq!(holds.rule, None);
                    }
                }
            }
        }
        // Agreement, counted by hand.
        for one in graph.actors() {
            for other in graph.actors() {
                let sides = graph.norms().filter_map(|norm| {
                    Some((positions.of(one, norm)?.stance.side()?, positions.of(other, norm)?.stance.side()?))
                });
                let (same, opposed): (Vec<_>, Vec<_>) = sides.partition(|(a, b)| a == b);
                let agreement = matrix.agreement(one, other);
                prop_assert_eq!((agreement.same, agreement.opposed), (same.len(), opposed.len()));
            }
        }
        let pairs = graph.actors().flat_map(|one| graph.actors().map(move |other| (one, other))).filter(|(one, other)| one.id() < other.id());
        let by_hand = pairs.map(|(one, other)| matrix.agreement(one, other)).fold((0, 0), |sum, pair| (sum.0 + pair.same, sum.1 + pair.opposed));
        let cohesion = matrix.between(&states, &states);
        prop_assert_eq!((cohesion.same, cohesion.opposed), by_hand);
    }
}

// ---------------------------------------------------------------------------------------------------------------------- shipped data

#[test]
fn nothing_that_is_derived_rests_on_what_is_unsure() {
    let graph = NormGraph::embedded();
    let mut derived = 0;
    for norm in graph.norms() {
        for position in graph.positions().on(norm).into_iter().filter(|position| position.rule.is_some()) {
            derived += 1;
            let acts: Vec<ActRef<'_>> = position.proof().collect();
            assert!(acts.len() > 1, "{position:?}");
            assert!(
                acts.iter().all(|act| {
                    let sure = act.basis != Basis::Inferred || act.confidence == Confidence::High;
                    act.verified && sure && act.confidence != Confidence::Low
                }),
                "{position:?}"
            );
            // The chain hangs together and leads from the actor to the norm.
            assert!(acts[0].subject() == position.actor || position.rule == Some(Derivation::Author), "{position:?}");
            assert!(acts.iter().any(|act| act.object() == norm.node() || act.subject() == norm.node()), "{position:?}");
        }
    }
    assert!(derived > 20_000, "{derived}");
}

#[test]
fn well_known_positions_come_out_as_the_field_knows_them() {
    let graph = NormGraph::embedded();
    let position = |actor: &str, norm: &str| {
        let actor = graph.get(actor).unwrap();
        graph.now().position(actor, graph.norm(norm).unwrap())
    };
    // Every member of the Assembly that did not stand apart is held to what it took up without a vote.
    assert_eq!(position("fji", "gge-2015-13f").unwrap().rule, Some(Derivation::Consensus));
    // To vote against 73/27 is to oppose that text, not each rule in it.
    assert_eq!(position("usa", "a-res-73-27-1-3").unwrap().stance, Stance::OpposesText);
    assert_eq!(position("chn", "a-res-73-27-1-3").unwrap().stance, Stance::Backs);
    // A party to the convention of Budapest is bound by it.
    let party = position("usa", "budapest-11-attempt-and-aid").unwrap();
    assert_eq!((party.stance, party.rule), (Stance::Backs, Some(Derivation::Treaty)));
    // Cuba signed the convention on 25 October 2025; what it said in that month, on no known day, does not undo the signature.
    let signed = position("cub", "uncc-6-human-rights").unwrap();
    assert_eq!((signed.stance, signed.act().verb), (Stance::Backs, Verb::Signs));
    // A remark on the report of 2015 is at odds with that text, and no objection to each norm in it.
    let norm = graph.norm("gge-2015-13f").unwrap();
    let consensus = graph.positions().in_own_name().consensus(norm, graph.forum("un-global-mechanism").unwrap()).unwrap();
    assert!(consensus.objections.is_empty() && consensus.at_odds_with_text.iter().any(|held| held.actor.id().as_str() == "irn"));
    // Who stood apart from the last draft is not held to the report that it became.
    let norm = graph.norm("oewg-2025-stakeholder-modalities").unwrap();
    let report = graph.report("a-80-257").unwrap();
    let apart: Vec<_> = report.statements().into_iter().filter(|act| act.verb == Verb::Dissociates).collect();
    assert!(!apart.is_empty());
    for act in apart {
        let all = graph.positions().all(act.subject(), norm);
        assert!(all.iter().all(|held| held.rule != Some(Derivation::Consensus) || held.act().date.year() != 2025), "{all:?}");
    }
    // Cuba's own word beats every consensus it sat in.
    let cuba = position("cub", "ihl-applies").unwrap();
    assert_eq!((cuba.stance, cuba.rule), (Stance::Contests, None));
}

#[test]
fn a_view_of_an_earlier_day_derives_only_what_had_happened() {
    let graph = NormGraph::embedded();
    let norm = graph.norm("gge-2015-13f").unwrap();
    for day in ["2015-07-01", "2015-12-22", "2015-12-23", "2019"] {
        let then = graph.as_of(day.parse().unwrap());
        let all = then.positions().on(norm);
        assert!(
            all.iter().flat_map(cybernorms::Position::proof).all(|act| !day
                .parse::<Date>()
                .unwrap()
                .last_day()
                .certainly_before(act.date.last_day()))
        );
    }
    let before = graph.as_of("2015-12-22".parse().unwrap()).positions().of(graph.actor("fji").unwrap(), norm);
    let after = graph.as_of("2015-12-23".parse().unwrap()).positions().of(graph.actor("fji").unwrap(), norm);
    assert!(
        before.is_none() && after.is_some_and(|position| position.stance == Stance::Backs),
        "the Assembly took it up on that day"
    );
}
