//! Where a norm stands in its life, by rules that anyone can read and change.

use std::fmt;

use crate::answer::ActRef;
use crate::model::{Actor, ActorKind, Date, Entity, EvidenceKind, Family, Force, Forum, Norm, ReportKind, Status, Verb};
use crate::node::{Node, Ref};
use crate::position::{Position, Positions};
use crate::query::spread::Reach;
use crate::set::NodeSet;
use crate::stance::Side;

/// A stage in the life of a norm.
///
/// Emergence, cascade and internalisation are those of Martha Finnemore and Kathryn Sikkink, "International Norm Dynamics and
/// Political Change", International Organization 52 (1998), pages 887 to 917. Law, stalled and replaced are added here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Put forward by some, not yet by many.
    Emergence,
    /// Taken over by more and more.
    Cascade,
    /// A cascade, carried out by enough and no longer disputed.
    Internalisation,
    /// Short of a cascade on this record, and binding by the text that states it: what is law already does not wait for followers.
    Law,
    /// Short of a cascade, not law, and no act is on record for years.
    Stalled,
    /// Another wording or text has taken its place.
    Replaced,
}

/// The thresholds by which [`Ref::life_cycle`] tells the stage of a norm.
///
/// The defaults are a proposal to be argued with. Only one has a source: Finnemore and Sikkink hold that a norm seldom tips before
/// a third of all states have taken it up, which makes 65 of the 193 members of the United Nations. They add that some states weigh
/// more than others; no rule here weighs them.
///
/// ```
/// use cybernorms::{LifeCycleRules, NormGraph, Stage};
/// let norm = NormGraph::embedded().norm("gge-2015-13f")?;
/// let mut rules = LifeCycleRules::default();
/// assert_eq!(norm.life_cycle(&rules).stage, Some(Stage::Cascade), "the Assembly took the report over without a vote");
/// rules.count_members = false;
/// assert_eq!(norm.life_cycle(&rules).stage, Some(Stage::Emergence), "few states back it in their own name on this record");
/// # Ok::<(), cybernorms::LookupError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LifeCycleRules {
    /// Which wordings count; [`Reach::Wording`] if not set.
    pub reach: Reach,
    /// How many states have to back it for a cascade, in their own name or, then with enough forums, as members; 65 if not set.
    pub states: usize,
    /// How many forums have to endorse or adopt it for a cascade by their members; 5 if not set.
    pub forums: usize,
    /// Whether a cascade by the members of forums counts; so if not set.
    pub count_members: bool,
    /// By how many it has to be carried out to be internalised; 10 if not set.
    pub carried_out_by: usize,
    /// For how many years nobody may have disputed it for it to be internalised; 5 if not set.
    pub undisputed_years: usize,
    /// After how many years without an act it is stalled; 5 if not set.
    pub silent_years: usize,
}

impl Default for LifeCycleRules {
    fn default() -> Self {
        Self {
            reach: Reach::Wording,
            forums: 5,
            states: 65,
            count_members: true,
            carried_out_by: 10,
            undisputed_years: 5,
            silent_years: 5,
        }
    }
}

/// What one reason for a stage looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// The forums that endorsed or adopted it.
    Forums,
    /// The states whose position backs it by what they did themselves: the acts on it or on the text that states it, texts of their own,
    /// alignment, a treaty ratified; see [`Positions::in_own_name`](crate::Positions::in_own_name).
    States,
    /// Those, and the states whose position backs it by any rule of [`Derivation`](crate::Derivation): by a vote, by a consensus they were
    /// part of, by the word of a group of theirs. A state whose own word disputes it does not count.
    Members,
    /// Those that carry it out, and the texts and norms that turn it into steps or fit it to a region.
    CarriedOut,
    /// The acts against it in the last years.
    Disputed,
    /// The text that binds: if the norm is binding and stands in a treaty, an act of a legislator or a judgment that is neither a
    /// draft nor waiting to enter into force nor taken back. That a manual calls a rule law makes none.
    Law,
    /// The full years since the last act of any kind.
    Silence,
    /// The links by which another wording or text takes its place.
    Replaced,
}

/// One rule as it was applied: what was found, what was asked, and the acts that were counted.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Reason<'g> {
    /// What was looked at.
    pub ground: Ground,
    /// Whether the rule held: for [`Ground::Disputed`] that there are no more than asked, for the others that there are as many.
    pub held: bool,
    /// The number found.
    pub found: usize,
    /// The number asked.
    pub threshold: usize,
    /// Who or what was counted.
    pub counted: NodeSet<'g>,
    /// The acts that prove it, oldest first; for members of a forum, the acts of the forum.
    pub acts: Vec<ActRef<'g>>,
}

/// The stage of a norm with its reasons; the answer of [`Ref::life_cycle`].
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct LifeCycle<'g> {
    /// The norm.
    pub norm: Ref<'g, Norm>,
    /// The stage; nothing if the norm had not been stated by the day.
    pub stage: Option<Stage>,
    /// The day to which years are counted: that of the view, else the cut-off of the evidence.
    pub day: Option<Date>,
    /// The rules that were applied.
    pub rules: LifeCycleRules,
    /// Every rule, in the order of [`Ground`].
    pub reasons: Vec<Reason<'g>>,
}

impl<'g> Ref<'g, Norm> {
    /// Where the norm stands in its life, and why.
    ///
    /// Replaced, if a link says that something took its place. Else in a cascade, if enough states back it in their own name, or if
    /// enough forums endorsed or adopted it and enough states with their members; and internalised, if it is, enough carry it out
    /// and nobody disputed it lately. Else law, if it binds. Else stalled, if no act is on record for years. Else emerging. Acts on
    /// the text that states it count as in its trace; votes on that text count through the forum that adopted it.
    ///
    /// The stage is an answer of these rules to this record. A norm that few texts in the record carry out may be common practice,
    /// and one that is silent here may be alive elsewhere.
    ///
    /// Takes time in proportion to the acts on the norm and to the members of the forums that act on it.
    ///
    /// ```
    /// use cybernorms::{Ground, LifeCycleRules, NormGraph, Stage};
    /// let graph = NormGraph::embedded();
    /// let life = graph.norm("gcsc-public-core")?.life_cycle(&LifeCycleRules::default());
    /// assert_eq!(life.stage, Some(Stage::Emergence));
    /// let forums = life.reasons.iter().find(|reason| reason.ground == Ground::Forums).unwrap();
    /// assert!(!forums.held && forums.found < forums.threshold && forums.acts.len() >= forums.found);
    /// assert!(life.to_string().contains("not held: forums that endorsed or adopted it"));
    ///
    /// let before = graph.as_of("2014".parse()?).norm("gge-2015-13f")?.life_cycle(&LifeCycleRules::default());
    /// assert_eq!(before.stage, None, "not stated yet");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn life_cycle(self, rules: &LifeCycleRules) -> LifeCycle<'g> {
        let day = self.view.date().or_else(|| self.view.graph.evidence_cutoff());
        let reasons = Evidence::read(self, rules.reach, day).reasons(rules);
        let held = |ground: Ground| reasons.iter().any(|reason| reason.ground == ground && reason.held);
        let cascades = held(Ground::States) || (rules.count_members && held(Ground::Forums) && held(Ground::Members));
        let stage = if held(Ground::Replaced) {
            Stage::Replaced
        } else if cascades && held(Ground::CarriedOut) && held(Ground::Disputed) {
            Stage::Internalisation
        } else if cascades {
            Stage::Cascade
        } else if held(Ground::Law) {
            Stage::Law
        } else if held(Ground::Silence) {
            Stage::Stalled
        } else {
            Stage::Emergence
        };
        LifeCycle { norm: self, stage: self.is_stated().then_some(stage), day, rules: rules.clone(), reasons }
    }
}

/// The acts from which the stage of a norm is told, in the order of time.
struct Evidence<'g> {
    norm: Ref<'g, Norm>,
    day: Option<Date>,
    /// What was done to the wordings that count and to the texts that state them, votes apart.
    acts: Vec<ActRef<'g>>,
    /// Those of them that are about the norm's own wording and text.
    own: Vec<ActRef<'g>>,
    /// The norms whose wordings count.
    wordings: Vec<Ref<'g, Norm>>,
}

impl<'g> Evidence<'g> {
    fn read(norm: Ref<'g, Norm>, reach: Reach, day: Option<Date>) -> Self {
        let own = acts_on(norm.node());
        let mut acts = own.clone();
        let mut wordings = vec![norm];
        if reach == Reach::Descendants {
            let descendants = norm.descendants().nodes();
            wordings.extend(descendants.of_kind::<Norm>());
            acts.extend(descendants.iter().flat_map(acts_on));
            acts.sort_by_key(|act| act.edge);
            acts.dedup();
        }
        Self { norm, day, acts, own, wordings }
    }

    fn reasons(&self, rules: &LifeCycleRules) -> Vec<Reason<'g>> {
        let backs = |act: &&ActRef<'g>| matches!(act.verb.family(), Family::Endorsed | Family::Adopted);
        let by_forums: Vec<ActRef<'g>> =
            self.acts.iter().filter(backs).filter(|act| act.subject().cast::<Forum>().is_some()).copied().collect();
        let (states, by_states) = self.backers(self.norm.view.positions().in_own_name());
        let (members, by_members) = self.backers(self.norm.view.positions());
        let is_step = |act: &&ActRef<'g>| matches!(act.verb, Verb::Implements | Verb::Operationalises | Verb::Localises);
        let steps: Vec<ActRef<'g>> = self.acts.iter().filter(is_step).copied().collect();
        let against =
            |act: &&ActRef<'g>| act.verb.family() == Family::Contested && self.years_since(act.date) < rules.undisputed_years;
        let disputes: Vec<ActRef<'g>> = self.own.iter().filter(against).copied().collect();
        let last: Vec<ActRef<'g>> = self.acts.last().copied().into_iter().collect();
        let silence = last.first().map_or(0, |act| self.years_since(act.date));
        let law: Vec<ActRef<'g>> = self.own.iter().filter(|act| act.verb == Verb::StatedIn && self.binds()).copied().collect();
        let text = NodeSet::new(self.norm.view, law.iter().map(|birth| birth.ends().1));
        let replaced: Vec<ActRef<'g>> = self.own.iter().filter(|act| act.verb == Verb::Supersedes).copied().collect();
        let at_least = |ground, counted: NodeSet<'g>, threshold, acts| {
            let found = counted.len();
            Reason { ground, held: found >= threshold, found, threshold, counted, acts }
        };
        vec![
            at_least(Ground::Forums, self.subjects(&by_forums), rules.forums, by_forums),
            at_least(Ground::States, states, rules.states, by_states),
            at_least(Ground::Members, members, rules.states, by_members),
            at_least(Ground::CarriedOut, self.subjects(&steps), rules.carried_out_by, steps),
            Reason {
                ground: Ground::Disputed,
                held: disputes.is_empty(),
                found: disputes.len(),
                threshold: 0,
                counted: self.subjects(&disputes),
                acts: disputes,
            },
            at_least(Ground::Law, text, 1, law),
            Reason {
                ground: Ground::Silence,
                held: silence >= rules.silent_years,
                found: silence,
                threshold: rules.silent_years,
                counted: self.subjects(&last),
                acts: last,
            },
            at_least(Ground::Replaced, self.subjects(&replaced), 1, replaced),
        ]
    }

    fn binds(&self) -> bool {
        let text = self.norm.stated_in();
        let waiting = [Status::Draft, Status::Tabled, Status::NotInForce, Status::Withdrawn, Status::Unpublished];
        let is_law = matches!(text.kind, ReportKind::Treaty | ReportKind::Directive)
            || matches!(text.evidence, EvidenceKind::Legislation | EvidenceKind::CaseLaw);
        self.norm.force == Force::Binding && is_law && !text.status.is_some_and(|status| waiting.contains(&status))
    }

    fn subjects(&self, acts: &[ActRef<'g>]) -> NodeSet<'g> {
        NodeSet::new(self.norm.view, acts.iter().map(|act| act.ends().0))
    }

    /// The states whose position that holds backs a wording that counts, without those that dispute the norm itself, and the acts by
    /// which they took it, oldest first.
    fn backers(&self, positions: Positions<'g>) -> (NodeSet<'g>, Vec<ActRef<'g>>) {
        let is_state =
            |position: &Position<'g>| position.actor.cast::<Actor>().is_some_and(|actor| actor.kind == ActorKind::State);
        let on = |norm| positions.on(norm).into_iter().filter(is_state);
        let disputed: NodeSet<'g> = on(self.norm)
            .filter(|position| position.stance.side() == Some(Side::Against))
            .map(|position| position.actor)
            .collect();
        let backed: Vec<Position<'g>> = (self.wordings.iter().copied().flat_map(on))
            .filter(|position| position.stance.side() == Some(Side::For) && !disputed.contains(position.actor))
            .collect();
        let mut acts = in_order(backed.iter().map(Position::act).collect());
        acts.dedup();
        (backed.iter().map(|position| position.actor).collect(), acts)
    }

    /// Full years from a date to the day, counted from the last day that the date may mean.
    fn years_since(&self, date: Date) -> usize {
        let Some(day) = self.day else { return 0 };
        let (from, to) = (date.last_day(), day.last_day());
        let not_yet = (to.month(), to.day()) < (from.month(), from.day());
        usize::from(to.year()).saturating_sub(usize::from(from.year()) + usize::from(not_yet))
    }
}

/// What was done to a wording and to the text that states it, or to a text, and the birth; votes and structure apart.
fn acts_on(wording: Node<'_>) -> Vec<ActRef<'_>> {
    let view = wording.view;
    let text = match wording.entity() {
        Entity::Norm(norm) => view.get(norm.stated_in.as_str()),
        Entity::Report(_) => None,
        Entity::Actor(_) | Entity::Forum(_) => return Vec::new(),
    };
    let born = |act: &ActRef<'_>| act.verb == Verb::StatedIn && act.subject() == wording;
    let counts = |act: &ActRef<'_>| {
        let votes = act.verb.is_vote();
        born(act) || (!votes && act.verb.family() != Family::Structural && [Some(wording), text].contains(&Some(act.object())))
    };
    let edges = [Some(wording), text].into_iter().flatten().flat_map(|node| view.incident(node.index));
    let mut acts = in_order(edges.map(|edge| view.act(edge)).filter(counts).collect());
    acts.dedup();
    acts
}

fn in_order(mut acts: Vec<ActRef<'_>>) -> Vec<ActRef<'_>> {
    acts.sort_by_key(|act| act.edge);
    acts
}

impl Stage {
    /// The word for it: `cascade`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Emergence => "emergence",
            Self::Cascade => "cascade",
            Self::Internalisation => "internalisation",
            Self::Law => "law",
            Self::Stalled => "stalled",
            Self::Replaced => "replaced",
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Display for Ground {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Forums => "forums that endorsed or adopted it",
            Self::States => "states that back it in their own name",
            Self::Members => "states that back it, members of forums that agreed on it counted",
            Self::CarriedOut => "those that carry it out or turn it into steps",
            Self::Disputed => "acts against it in the last years",
            Self::Law => "binding texts that state it",
            Self::Silence => "full years without an act",
            Self::Replaced => "links that put another in its place",
        })
    }
}

impl fmt::Display for Reason<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (held, bound) =
            (if self.held { "held" } else { "not held" }, if self.ground == Ground::Disputed { "at most" } else { "at least" });
        write!(f, "{held}: {}: {}, asked {bound} {}", self.ground, self.found, self.threshold)?;
        match self.acts[..] {
            [] => Ok(()),
            [only] => write!(f, "; {only}"),
            [first, .., last] => write!(f, "; {} acts, from {first} to {last}", self.acts.len()),
        }
    }
}

impl fmt::Display for LifeCycle<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let stage = self.stage.map_or("not stated yet", Stage::as_str);
        write!(f, "{} ({}): {stage}", self.norm.title, self.norm)?;
        self.day.iter().try_for_each(|day| write!(f, ", as of {day}"))?;
        write!(f, ", by {}", self.rules.reach)?;
        self.reasons.iter().try_for_each(|reason| write!(f, "\n  {reason}"))
    }
}
