//! Who puts texts before bodies, and what became of them.

use std::cmp::Reverse;
use std::fmt;

use crate::answer::ActRef;
use crate::model::{Actor, Family, Forum, Report, Verb};
use crate::node::{Node, Ref};
use crate::query::lineage::{Link, descendants};
use crate::view::View;

/// A text that an actor sponsored, and what became of it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Sponsorship<'g> {
    /// The act of sponsoring; of several for one text and its drafts, the oldest.
    pub act: ActRef<'g>,
    /// The strongest act by which a forum settled the text or what became of it, the oldest of several; nothing if none is on
    /// record.
    pub adoption: Option<ActRef<'g>>,
    /// The links from the draft that was sponsored to the text that was settled; none if it is the same.
    pub chain: Vec<Link<'g>>,
}

/// What one actor sponsored.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct SponsorRecord<'g> {
    /// The actor.
    pub actor: Ref<'g, Actor>,
    /// One for each text, a draft and the text that it became counted once, oldest first.
    pub texts: Vec<Sponsorship<'g>>,
}

impl SponsorRecord<'_> {
    /// How many of the texts a forum adopted; approval by a committee alone is none.
    pub fn adopted(&self) -> usize {
        self.texts.iter().filter(|text| text.adoption.is_some_and(|act| act.verb != Verb::Approves)).count()
    }
}

impl fmt::Display for Sponsorship<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.act.fmt(f)?;
        self.chain.iter().try_for_each(|link| write!(f, "\n    by way of  {link}"))?;
        match self.adoption {
            Some(act) => write!(f, "\n    settled    {act}"),
            None => f.write_str("\n    no adoption on record"),
        }
    }
}

impl fmt::Display for SponsorRecord<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} texts sponsored, {} adopted", self.actor.short(), self.texts.len(), self.adopted())?;
        self.texts.iter().try_for_each(|text| write!(f, "\n  {text}"))
    }
}

impl<'g> Ref<'g, Actor> {
    /// The texts that the actor sponsored, and which of them were adopted.
    ///
    /// A draft leads to what derives from it or supersedes it. Lists of sponsors are on record for a part of the texts only, so
    /// read the number of texts with the share.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let record = NormGraph::embedded().actor("rus")?.sponsor_record();
    /// let code = record.texts.iter().find(|text| text.act.object().id().as_str() == "a-res-53-70").unwrap();
    /// assert_eq!(code.adoption.unwrap().subject().id().as_str(), "un-general-assembly");
    /// assert!(record.adopted() >= 8 && record.adopted() <= record.texts.len());
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn sponsor_record(self) -> SponsorRecord<'g> {
        let mut texts: Vec<Sponsorship<'g>> = Vec::new();
        let mut settled: Vec<Node<'g>> = Vec::new();
        for act in self.positions().into_iter().filter(|act| act.verb == Verb::Sponsors) {
            let Some(text) = act.object().cast::<Report>() else { continue };
            let (last, adoption, chain) = outcome(text);
            if !settled.contains(&last) {
                settled.push(last);
                texts.push(Sponsorship { act, adoption, chain });
            }
        }
        SponsorRecord { actor: self, texts }
    }
}

impl<'g> View<'g> {
    /// The actors that sponsored at least so many texts, those with most first, then in the order of the data files.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let sponsors = NormGraph::embedded().now().sponsors(5);
    /// assert_eq!(sponsors[0].actor.id().as_str(), "rus");
    /// ```
    pub fn sponsors(self, at_least: usize) -> Vec<SponsorRecord<'g>> {
        let records = self.actors().map(Ref::sponsor_record);
        let mut kept: Vec<_> = records.filter(|record| !record.texts.is_empty() && record.texts.len() >= at_least).collect();
        kept.sort_by_key(|record| Reverse(record.texts.len()));
        kept
    }
}

/// The text that a draft became, the act that settled it, and the links between.
fn outcome(text: Ref<'_, Report>) -> (Node<'_>, Option<ActRef<'_>>, Vec<Link<'_>>) {
    let lineage = descendants(text.node());
    let is_next = |link: &Link<'_>| matches!(link.act.verb, Verb::DerivesFrom | Verb::Supersedes);
    // The text and, step by step, what it became; a norm that a text states is no life of the text.
    let mut lives: Vec<(Ref<'_, Report>, Vec<Link<'_>>)> = vec![(text, Vec::new())];
    let mut place = 0;
    while let Some((here, chain)) = lives.get(place).cloned() {
        place += 1;
        for link in lineage.links().iter().filter(|link| is_next(link) && link.act.object() == here.node()) {
            if let Some(next) = link.act.subject().cast::<Report>()
                && lives.iter().all(|(known, _)| *known != next)
            {
                lives.push((next, chain.iter().copied().chain([*link]).collect()));
            }
        }
    }
    let judged = lives.into_iter().map(|(text, chain)| {
        let acts = text.acts_on().into_iter().filter(|act| act.object() == text.node() && act.verb.family() == Family::Adopted);
        let by_forum = acts.filter(|act| act.subject().cast::<Forum>().is_some());
        (text.node(), by_forum.max_by_key(|act| (act.verb.strength(), Reverse(act.edge))), chain)
    });
    let strength = |adoption: Option<ActRef<'_>>| adoption.map(|act| (act.verb.strength(), Reverse(act.edge)));
    let best = judged.max_by_key(|(node, adoption, chain)| (strength(*adoption), chain.len(), Reverse(node.index)));
    best.unwrap_or((text.node(), None, Vec::new()))
}
