//! The question of the night before a session: who would stand in the way, and on what evidence.

use std::fmt;

use petgraph::graph::NodeIndex;

use crate::answer::ActRef;
use crate::model::{Date, Forum, Norm};
use crate::node::Ref;
use crate::position::{Position, Positions};
use crate::set::NodeSet;
use crate::stance::Stance;

/// Where the members of a forum stand on a norm; the answer of [`Positions::consensus`].
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Consensus<'g> {
    /// On what.
    pub norm: Ref<'g, Norm>,
    /// Where.
    pub forum: Ref<'g, Forum>,
    /// On which day: that of the view, else the last of the evidence; of a forum that has ended, its last.
    pub date: Date,
    /// How many members sat there on that day.
    pub members: usize,
    /// Those who object to the norm itself, contesting it or with reservations, the firmest first, of equals the newest.
    pub objections: Vec<Position<'g>>,
    /// Those at odds with the text that states the norm: who dispute it, voted against it, abstained or made a reservation to it. The
    /// reasons may lie elsewhere in the text.
    pub at_odds_with_text: Vec<Position<'g>>,
    /// Those who back it, with or without conditions.
    pub backers: Vec<Position<'g>>,
    /// Those of whom nothing but a mention, recorded silence or an absence is known.
    pub undecided: Vec<Position<'g>>,
    /// Those of whom no act says anything.
    pub no_record: NodeSet<'g>,
}

impl<'g> Positions<'g> {
    /// Who would stand in the way of a consensus on a norm in a forum, who backs it and of whom nothing is known, on the day of the view,
    /// or of the last evidence if it has none. Nothing where there is no consensus to speak of: no day is known, the forum had
    /// not begun, nobody is on record as sitting there, or the two are of another graph.
    ///
    /// A group that is open to all members of its parent has those. A position is evidence, not a forecast: see its [`Position::date`]
    /// and, of disputes, its mode.
    ///
    /// ```
    /// use cybernorms::{NormGraph, Stance};
    /// let graph = NormGraph::embedded();
    /// let (norm, group) = (graph.norm("ihl-applies")?, graph.forum("un-oewg-2025")?);
    /// let consensus = graph.positions().direct().consensus(norm, group).unwrap();
    /// assert_eq!(consensus.members, 193);
    /// let cuba = consensus.objections.iter().find(|position| position.actor.id().as_str() == "cub").unwrap();
    /// assert_eq!(cuba.stance, Stance::Contests);
    /// assert!(consensus.no_record.len() > 50, "silence is not consent");
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn consensus(self, norm: Ref<'g, Norm>, forum: Ref<'g, Forum>) -> Option<Consensus<'g>> {
        let view = self.view;
        if ![norm.node(), forum.node()].into_iter().all(|node| self.knows(node)) {
            return None;
        }
        let (norm, forum) = (norm.within(view), forum.within(view));
        let today = view.date().or(view.graph.evidence_cutoff())?.last_day();
        // Of a forum that has ended, those who sat there last.
        let date = forum.to.map(Date::last_day).filter(|to| to.certainly_before(today)).unwrap_or(today);
        let members: NodeSet<'g> = forum.seats(date).map(ActRef::subject).collect();
        if members.is_empty() || forum.from.is_some_and(|from| date.certainly_before(from)) {
            return None;
        }
        let mut held: Vec<Option<Position<'g>>> = vec![None; view.graph.graph.node_count()];
        for position in self.on(norm) {
            held[position.actor.index.index()] = Some(position);
        }
        let of = |node: NodeIndex| held[node.index()];
        let known = |wanted: fn(Stance) -> bool| {
            members.iter().filter_map(|member| of(member.index)).filter(|position| wanted(position.stance)).collect::<Vec<_>>()
        };
        let mut objecting = known(Stance::is_objection);
        objecting.sort_by_key(|position| std::cmp::Reverse((position.stance, position.told.deciding())));
        let on_text = |position: &Position<'g>| match position.stance {
            Stance::Abstains | Stance::OpposesText => true,
            stance => stance == Stance::Reserves && position.rule.is_some(),
        };
        let (at_odds_with_text, objections) = objecting.into_iter().partition(on_text);
        Some(Consensus {
            norm,
            forum,
            date,
            members: members.len(),
            objections,
            at_odds_with_text,
            backers: known(|stance| matches!(stance, Stance::Backs | Stance::BacksWithConditions)),
            undecided: known(|stance| matches!(stance, Stance::Neutral | Stance::Silent | Stance::Absent)),
            no_record: members.iter().filter(|member| of(member.index).is_none()).collect(),
        })
    }
}

impl<'g> Consensus<'g> {
    /// The members that back it or object to it, as a set.
    pub fn on_record(&self) -> NodeSet<'g> {
        self.objections.iter().chain(&self.at_odds_with_text).chain(&self.backers).map(|position| position.actor).collect()
    }
}

impl fmt::Display for Consensus<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} in {} on {}: of {} members ", self.norm.title, self.forum.short(), self.date, self.members)?;
        write!(
            f,
            "{} object, {} are at odds with the text that states it, ",
            self.objections.len(),
            self.at_odds_with_text.len()
        )?;
        write!(f, "{} back it, ", self.backers.len())?;
        write!(f, "{} take no side, {} are not on record", self.undecided.len(), self.no_record.len())?;
        for position in self.objections.iter().chain(&self.at_odds_with_text) {
            write!(f, "\n  {position}")?;
        }
        Ok(())
    }
}
