//! Positions: where an actor stands on a norm, and by what chain of acts one knows.

use std::cmp::Reverse;
use std::fmt;

use petgraph::graph::{EdgeIndex, NodeIndex};

use crate::answer::ActRef;
use crate::derive::{self, Chain, Derivation, Told};
use crate::model::{Basis, Date, Norm};
use crate::node::{Node, Ref};
use crate::query::Age;
use crate::stance::Stance;
use crate::view::View;

/// How positions are found in a view: in the record alone, or by rules as well. `Copy`; nothing is computed before it is asked.
///
/// What the record says that an actor did to the norm is *direct* and beats all that is derived, what is inferred in the record the least so;
/// of two of a kind the later beats the earlier. Where their dates leave the order open, as those of a month and of a day in it do, the one that
/// is dated more precisely holds: what is vague overturns nothing. Nothing is
/// thrown away: [`Positions::all`] tells them all, [`Positions::of`] the one that holds.
///
/// ```
/// use cybernorms::{Derivation, NormGraph, Stance};
/// let graph = NormGraph::embedded();
/// let (brazil, norm) = (graph.actor("bra")?, graph.norm("gge-2015-13f")?);
/// let position = graph.positions().without(Derivation::Vote).of(brazil, norm).unwrap();
/// assert_eq!(position.stance, Stance::Backs);
/// assert!(position.proof().count() > 1, "derived, and here is how");
/// # Ok::<(), cybernorms::LookupError>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Positions<'g> {
    pub(crate) view: View<'g>,
    /// One bit for each rule that is switched off.
    off: u8,
}

/// Where an actor stands on a norm, with the acts that prove it.
///
/// Prints as one sourced line; [`Position::explain`] tells the chain.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Position<'g> {
    /// Who: an actor, or a forum that speaks in its own name.
    pub actor: Node<'g>,
    /// On what.
    pub norm: Ref<'g, Norm>,
    /// Where it stands.
    pub stance: Stance,
    /// The rule by which it follows; nothing if the record itself says so.
    pub rule: Option<Derivation>,
    pub(crate) told: Told,
}

/// How much a position weighs beside others of the same actor on the same norm: the greater key holds.
pub(crate) type Weight = (u8, (u32, Reverse<u8>), usize, Reverse<(u8, Chain)>);

impl<'g> View<'g> {
    /// Positions in this view, with every rule of derivation at work.
    pub fn positions(self) -> Positions<'g> {
        Positions { view: self, off: 0 }
    }

    /// Where an actor, or a forum that speaks in its own name, stands on a norm; nothing if no act says anything of it.
    ///
    /// With every rule at work; [`View::positions`] gives the choice.
    ///
    /// ```
    /// use cybernorms::{NormGraph, Stance};
    /// let graph = NormGraph::embedded();
    /// let position = graph.now().position(graph.actor("nld")?, graph.norm("gcsc-public-core")?).unwrap();
    /// assert_eq!((position.stance, position.rule), (Stance::Backs, None), "the Netherlands says so itself");
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn position(self, actor: impl Into<Node<'g>>, norm: Ref<'g, Norm>) -> Option<Position<'g>> {
        self.positions().of(actor, norm)
    }
}

impl<'g> Positions<'g> {
    /// The same without a rule.
    #[must_use]
    pub fn without(self, rule: Derivation) -> Self {
        Self { off: self.off | 1 << rule as u8, ..self }
    }

    /// Only what the record itself says.
    #[must_use]
    pub fn direct(self) -> Self {
        Self { off: u8::MAX, ..self }
    }

    /// Only what the actor did itself: the record, and what follows from its own acts on the text that states the norm, its own texts,
    /// its alignment with others and the treaties that it is a party to. Votes, consensus and the word of groups are left out.
    #[must_use]
    pub fn in_own_name(self) -> Self {
        self.without(Derivation::Vote).without(Derivation::Consensus).without(Derivation::Group)
    }

    /// The view that they are found in.
    pub fn view(self) -> View<'g> {
        self.view
    }

    /// The position that holds, if there is any. Derives those of everyone on the norm on the way: for many actors or norms take
    /// [`Positions::matrix`].
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let graph = NormGraph::embedded();
    /// let norm = graph.norm("ihl-applies")?;
    /// let before = graph.as_of("2014".parse()?).positions().direct();
    /// assert!(before.of(graph.actor("nld")?, norm).is_none(), "no record is not a stance");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(self, actor: impl Into<Node<'g>>, norm: Ref<'g, Norm>) -> Option<Position<'g>> {
        let actor = actor.into();
        let mut best: Option<(Weight, Told)> = None;
        if !self.knows(actor) || !self.knows(norm.node()) {
            return None;
        }
        self.tell(norm.node, |told| {
            if told.actor == actor.index {
                let weight = self.weight(&told);
                if best.is_none_or(|(other, _)| weight >= other) {
                    best = Some((weight, told));
                }
            }
        });
        best.map(|(_, told)| self.position(norm, told))
    }

    /// Every position that the record gives or a rule derives, the one that holds first, then in the order in which they would.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let graph = NormGraph::embedded();
    /// let positions = graph.positions();
    /// let (actor, norm) = (graph.actor("nld")?, graph.norm("gge-2015-13f")?);
    /// let all = positions.all(actor, norm);
    /// assert_eq!(all.first().map(|first| first.to_string()), positions.of(actor, norm).map(|holds| holds.to_string()));
    /// assert!(all.iter().any(|position| position.rule.is_some()), "what is derived stays visible");
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn all(self, actor: impl Into<Node<'g>>, norm: Ref<'g, Norm>) -> Vec<Position<'g>> {
        let actor = actor.into();
        let mut all = self.every(norm);
        all.retain(|position| position.actor == actor);
        all.sort_by_key(|position| Reverse(self.weight(&position.told)));
        all
    }

    /// The position that holds, of everyone who has one on the norm, in the order of the data files.
    ///
    /// ```
    /// use cybernorms::{NormGraph, Stance};
    /// let graph = NormGraph::embedded();
    /// let on = graph.positions().direct().on(graph.norm("ihl-applies")?);
    /// assert!(on.iter().any(|position| position.stance == Stance::Contests && position.actor.id().as_str() == "cub"));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn on(self, norm: Ref<'g, Norm>) -> Vec<Position<'g>> {
        let mut all = self.every(norm);
        all.sort_by_key(|position| (position.told.actor, Reverse(self.weight(&position.told))));
        all.dedup_by_key(|position| position.told.actor);
        all
    }

    /// How an actor came to stand where it stands: each position that changed what held before, oldest first.
    ///
    /// Counts as a change only what takes another stance; a mention, silence or an absence takes none, and a direct position is not changed
    /// by a derived one.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let graph = NormGraph::embedded();
    /// let steps = graph.positions().direct().changes(graph.actor("ind")?, graph.norm("ihl-applies")?);
    /// let stances: Vec<&str> = steps.iter().map(|step| step.stance.as_str()).collect();
    /// assert_eq!(stances, ["contests", "backs"], "India doubted in 2019 what it backed in 2021");
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn changes(self, actor: impl Into<Node<'g>>, norm: Ref<'g, Norm>) -> Vec<Position<'g>> {
        let mut all = self.all(actor, norm);
        all.retain(|position| !matches!(position.stance, Stance::Neutral | Stance::Silent | Stance::Absent));
        all.sort_by_key(|position| (moment(position.date()), position.told.deciding()));
        let mut steps: Vec<Position<'g>> = Vec::new();
        let mut held: Option<Weight> = None;
        for position in all {
            let weight = self.weight(&position.told);
            if held.is_none_or(|held| weight >= held) {
                held = Some(weight);
                if steps.last().is_none_or(|last| last.stance != position.stance) {
                    steps.push(position);
                }
            }
        }
        steps
    }

    fn every(self, norm: Ref<'g, Norm>) -> Vec<Position<'g>> {
        let mut all = Vec::new();
        if !self.knows(norm.node()) {
            return all;
        }
        self.tell(norm.node, |told| all.push(self.position(norm, told)));
        all
    }

    /// Whether a record is of the graph that is viewed; of another nothing is told.
    pub(crate) fn knows(self, node: Node<'_>) -> bool {
        std::ptr::eq(node.view.graph, self.view.graph)
    }

    pub(crate) fn tell(self, norm: NodeIndex, mut tell: impl FnMut(Told)) {
        derive::positions(self.view, norm, |rule| self.off & 1 << rule as u8 == 0, &mut tell);
    }

    /// Sides before mentions, direct before what a coder infers and that before what is derived, later before earlier.
    pub(crate) fn weight(self, told: &Told) -> Weight {
        let edge = told.deciding();
        let tier = match (told.stance, told.rule) {
            (Stance::Absent | Stance::Silent, _) => 0,
            (Stance::Neutral, _) => 1,
            (_, Some(_)) => 2,
            (_, None) if self.view.act(edge).basis == Basis::Inferred => 3,
            (_, None) => 4,
        };
        // Where one act proves the same in two ways, the rule that comes first in the list is told first.
        let rule = told.rule.map_or(0, |rule| 1 + rule as u8);
        (tier, moment(self.view.act(edge).date), edge.index(), Reverse((rule, told.chain)))
    }

    pub(crate) fn position(self, norm: Ref<'g, Norm>, told: Told) -> Position<'g> {
        Position { actor: self.view.node(told.actor), norm: norm.within(self.view), stance: told.stance, rule: told.rule, told }
    }
}

impl<'g> Position<'g> {
    /// The act by which the position was taken: the actor's own, or that of the forum or group it sat in.
    pub fn act(&self) -> ActRef<'g> {
        self.norm.view().act(self.told.deciding())
    }

    /// When it was taken.
    pub fn date(&self) -> Date {
        self.act().date
    }

    /// The acts that prove it, from the actor to the norm.
    pub fn proof(&self) -> impl Iterator<Item = ActRef<'g>> + use<'g> {
        let view = self.norm.view();
        self.told.chain.into_iter().filter(|edge| *edge != EdgeIndex::end()).map(move |edge| view.act(edge))
    }

    /// How old the act is on the day of the view, or of the last evidence if it has none.
    pub fn age(&self) -> Option<Age<'g>> {
        Age::of([self.act()])
    }

    /// Whether it is the actor's own word, that of a group, aligned with that of another, or reported: the basis of the act for what
    /// is direct, and the nearest word for what is derived.
    pub fn basis(&self) -> Basis {
        match self.rule {
            None | Some(Derivation::Author) => self.act().basis,
            Some(Derivation::Group) => Basis::Collective,
            Some(Derivation::Alignment) => Basis::Aligned,
            Some(_) => Basis::Inferred,
        }
    }

    /// The chain in plain words, a line for each act with its citation.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let graph = NormGraph::embedded();
    /// let position = graph.now().position(graph.actor("fji")?, graph.norm("gge-2015-13f")?).unwrap();
    /// let told = position.explain().to_string();
    /// assert!(told.ends_with("is stated in GGE report 2015 [GGE report 2015, para 13 (f)]"), "{told}");
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn explain(self) -> Explanation<'g> {
        Explanation { position: self }
    }
}

impl fmt::Display for Position<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (actor, norm, act) = (self.actor.short(), &self.norm.title, self.act());
        write!(f, "{}  {actor} {} {norm} [{}", self.date(), phrase(self.stance), act.citation())?;
        match self.rule {
            Some(rule) => write!(f, "; derived: {rule}]"),
            None => f.write_str("]"),
        }
    }
}

impl fmt::Debug for Position<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {} {}", self.date(), self.actor, self.stance, self.norm)?;
        self.rule.map_or(Ok(()), |rule| write!(f, " ({rule})"))
    }
}

/// A position told in plain words: what, why, and each act of the proof with its source.
#[derive(Debug, Clone, Copy)]
pub struct Explanation<'g> {
    position: Position<'g>,
}

impl fmt::Display for Explanation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let position = &self.position;
        write!(f, "{} {} {} ({})", position.actor.short(), phrase(position.stance), position.norm.title, position.norm.id())?;
        match position.rule {
            None => f.write_str(match position.act().basis {
                Basis::Direct => ", by its own act",
                Basis::Collective => ", by the word of a group that the record tells of it",
                Basis::Aligned => ", by aligning itself",
                Basis::Reported => ", as another reports",
                Basis::Inferred => ", as the record infers",
            })?,
            Some(rule) => write!(f, ". This is derived: {}", reason(rule))?,
        }
        for act in position.proof() {
            write!(f, "\n  {act}")?;
        }
        Ok(())
    }
}

/// When a position counts from: the first day that its date may mean, and of one day the more precise date last.
fn moment(date: Date) -> (u32, Reverse<u8>) {
    (date.first_day().order().0, Reverse(date.order().1))
}

/// The stance in a sentence.
fn phrase(stance: Stance) -> &'static str {
    match stance {
        Stance::Backs => "backs",
        Stance::BacksWithConditions => "backs, under conditions,",
        Stance::Reserves => "has reservations on",
        Stance::Abstains => "abstained on the text that states",
        Stance::OpposesText => "opposes the text that states",
        Stance::Contests => "contests",
        Stance::Neutral => "speaks, without taking a side, of",
        Stance::Silent => "is silent on",
        Stance::Absent => "did not vote on the text that states",
    }
}

fn reason(rule: Derivation) -> &'static str {
    match rule {
        Derivation::Vote => "it voted on a text that states the norm, or that takes up a text which does",
        Derivation::Consensus => "it sat in the forum that took the norm up by consensus, and did not stand apart",
        Derivation::Support => "it took a stance on the text that states the norm",
        Derivation::Author => "it issued the text that states the norm",
        Derivation::Group => "a group of which it was a member on that day spoke for its members",
        Derivation::Alignment => "it aligned itself with the statement of another",
        Derivation::Treaty => "it is a party to the treaty that states the norm",
    }
}

impl crate::graph::NormGraph {
    /// Positions in the whole graph. See [`View::positions`].
    pub fn positions(&self) -> Positions<'_> {
        self.now().positions()
    }
}
