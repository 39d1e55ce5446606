//! What is disputed, and in which mode.

use std::fmt;

use petgraph::graph::NodeIndex;

use crate::answer::{ActRef, Acts};
use crate::derive::drafts;
use crate::model::{Family, Mode, Norm, Report, Verb};
use crate::node::Ref;
use crate::view::View;

/// The disputes over a norm itself; the answer of [`Ref::contestation`].
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Contestation<'g> {
    /// What is disputed.
    pub norm: Ref<'g, Norm>,
    /// The acts that dispute it, oldest first.
    pub acts: Acts<'g>,
}

impl<'g> Ref<'g, Norm> {
    /// The disputes over the norm itself; those over the text that states it are told apart by [`Contestation::over_the_text`].
    ///
    /// ```
    /// use cybernorms::{Mode, NormGraph};
    /// let dispute = NormGraph::embedded().norm("ihl-applies")?.contestation();
    /// let (mode, acts) = &dispute.by_mode()[0];
    /// assert_eq!(*mode, Some(Mode::Applicatory), "first disputed was when that law applies, not whether it is law");
    /// assert!(acts.iter().all(|act| act.object() == dispute.norm.node()));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn contestation(self) -> Contestation<'g> {
        Contestation { norm: self, acts: Acts::every(self.view, self.view.graph.disputes.of(self.node.index())) }
    }
}

impl<'g> Contestation<'g> {
    /// The disputes by what exactly they dispute, in the order in which each mode first came up; a withdrawal or a regret states none.
    pub fn by_mode(&self) -> Vec<(Option<Mode>, Vec<ActRef<'g>>)> {
        self.acts.grouped(|act| act.mode)
    }

    /// The disputes over the content: its validity, meaning, scope, application or legal status.
    pub fn substantive(&self) -> impl Iterator<Item = ActRef<'g>> {
        self.acts.iter().filter(|act| act.mode.is_some_and(|mode| mode != Mode::Procedural))
    }

    /// The disputes over the forum, the process or the order.
    pub fn procedural(&self) -> impl Iterator<Item = ActRef<'g>> {
        self.acts.iter().filter(|act| act.mode == Some(Mode::Procedural))
    }

    /// The disputes over the text that states the norm, whose reasons may lie elsewhere in it; votes against it are not among them.
    pub fn over_the_text(&self) -> impl Iterator<Item = ActRef<'g>> {
        let norm = self.norm.node();
        self.norm.contested_by().into_iter().filter(move |act| act.object() != norm)
    }
}

impl fmt::Display for Contestation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}): {} disputes", self.norm.title, self.norm.id(), self.acts.iter().count())?;
        for (mode, acts) in self.by_mode() {
            write!(f, "\n  {}", mode.map_or("no mode stated", Mode::as_str))?;
            for act in acts {
                write!(f, "\n    {act}")?;
            }
        }
        Ok(())
    }
}

impl<'g> View<'g> {
    /// The norms that are disputed most, each with its disputes, at most so many; by number, then in the order of the data files.
    ///
    /// A number says how much a dispute is talked about, not how deep it goes: [`Contestation::by_mode`] tells that.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let top = NormGraph::embedded().now().most_contested(20);
    /// assert_eq!(top.len(), 20);
    /// assert!(top.windows(2).all(|pair| pair[0].acts.len() >= pair[1].acts.len()));
    /// ```
    pub fn most_contested(self, most: usize) -> Vec<Contestation<'g>> {
        let norms = self.graph.norms.iter().filter(|norm| self.shows(**norm));
        let mut counted: Vec<(usize, NodeIndex)> =
            norms.map(|norm| (Acts::every(self, self.graph.disputes.of(norm.index())).len(), *norm)).collect();
        counted.retain(|(count, _)| *count > 0);
        let key = |(count, norm): &(usize, NodeIndex)| (std::cmp::Reverse(*count), *norm);
        if most < counted.len() {
            counted.select_nth_unstable_by_key(most, key);
            counted.truncate(most);
        }
        counted.sort_unstable_by_key(key);
        counted.into_iter().filter_map(|(_, norm)| Some(self.node(norm).cast::<Norm>()?.contestation())).collect()
    }
}

impl<'g> Ref<'g, Report> {
    /// What others said of the text, or of a draft that became it: reservations, dissociations, disputes, explanations of position and
    /// support under conditions, oldest first. Votes are apart; the object of each act says which text was meant.
    ///
    /// ```
    /// use cybernorms::{NormGraph, Verb};
    /// let report = NormGraph::embedded().report("a-75-816")?;
    /// let said = report.statements();
    /// assert!(said.iter().any(|act| act.verb == Verb::Dissociates && act.subject().id().as_str() == "irn"));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn statements(self) -> Vec<ActRef<'g>> {
        let counts = |verb: Verb| match verb {
            Verb::VotesNo | Verb::Abstains => false,
            Verb::ExplainsPosition | Verb::SupportsWithConditions => true,
            verb => verb.family() == Family::Contested,
        };
        let view = self.view;
        let texts: Vec<NodeIndex> = drafts(view, self.node).into_iter().chain([self.node]).collect();
        let acts = texts.iter().flat_map(|text| view.incident(*text)).map(|edge| view.act(edge));
        let mut said: Vec<ActRef<'g>> = acts.filter(|act| texts.contains(&act.ends().1) && counts(act.verb)).collect();
        said.sort_by_key(|act| act.edge);
        said.dedup();
        said
    }
}
