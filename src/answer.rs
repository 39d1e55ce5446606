//! Answers: acts in the order of time, each with its evidence.

use std::fmt;
use std::ops::Deref;

use petgraph::graph::{EdgeIndex, NodeIndex};

use crate::act::Act;
use crate::model::{Actor, Basis, Confidence, Date, Entity, EvidenceKind, Family, Report, Verb};
use crate::node::{Node, Ref};
use crate::set::NodeSet;
use crate::view::View;

/// One act in a graph: derefs to the [`Act`] and through it to the claim, so facts are fields; prints as one sourced line.
///
/// ```
/// use cybernorms::NormGraph;
/// let norm = NormGraph::embedded().norm("gcsc-public-core")?;
/// let born = norm.trace().iter().find(|act| act.verb == cybernorms::Verb::StatedIn).unwrap();
/// assert_eq!(born.subject().id().as_str(), "gcsc-public-core");
/// assert_eq!(born.object(), born.report().node(), "the text that states it is its own evidence");
/// # Ok::<(), cybernorms::LookupError>(())
/// ```
#[derive(Clone, Copy)]
pub struct ActRef<'g> {
    pub(crate) view: View<'g>,
    pub(crate) edge: EdgeIndex,
}

impl<'g> ActRef<'g> {
    /// Who acts.
    pub fn subject(self) -> Node<'g> {
        self.view.node(self.ends().0)
    }

    /// On what.
    pub fn object(self) -> Node<'g> {
        self.view.node(self.ends().1)
    }

    /// The report that records it: its evidence.
    pub fn report(self) -> Ref<'g, Report> {
        let node = self.weight().report;
        match self.view.entity(node) {
            Entity::Report(record) => Ref { view: self.view, node, record },
            _ => unreachable!("assembly takes the evidence of an act only from reports"),
        }
    }

    /// The person who spoke, where that is known.
    pub fn voice(self) -> Option<Ref<'g, Actor>> {
        self.view.get(self.weight().voice.as_ref()?.as_str())?.cast()
    }

    /// Who says so, if the act is only reported.
    pub fn reporter(self) -> Option<Node<'g>> {
        self.view.get(self.weight().reported_by.as_ref()?.as_str())
    }

    /// Whether an overlay adds it: one of its ends, or its evidence, is in no public record of this data set.
    pub fn is_overlay(self) -> bool {
        let (graph, (subject, object)) = (self.view.graph, self.ends());
        [subject, object, self.weight().report].into_iter().any(|node| graph.is_overlay(node))
    }

    /// The evidence in the one form that all outputs use; see [`Citation`].
    pub fn citation(self) -> Citation<'g> {
        Citation { act: self }
    }

    /// The act itself, for as long as the graph lives.
    pub fn weight(self) -> &'g Act {
        &self.view.graph.graph.raw_edges()[self.edge.index()].weight
    }

    pub(crate) fn ends(self) -> (NodeIndex, NodeIndex) {
        let edge = &self.view.graph.graph.raw_edges()[self.edge.index()];
        (edge.source(), edge.target())
    }
}

impl Deref for ActRef<'_> {
    type Target = Act;

    fn deref(&self) -> &Act {
        self.weight()
    }
}

impl PartialEq for ActRef<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.edge == other.edge && std::ptr::eq(self.view.graph, other.view.graph)
    }
}

impl Eq for ActRef<'_> {}

impl fmt::Display for ActRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}  {} {} {} [{}]",
            self.date,
            self.subject().short(),
            self.verb.phrase(),
            self.object().short(),
            self.citation()
        )
    }
}

impl fmt::Debug for ActRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {} {}", self.date, self.subject(), self.verb, self.object())
    }
}

/// The evidence of an act in the house style: the text, the place, and whatever keeps the act from being plain fact.
///
/// `A/RES/70/237, para 2 (a)` for an act of the text itself; `IGF 2019 Open Forum 22, line 17 (machine transcript; as Estonia
/// reports)` for what someone else says; `(inferred)` and `(medium confidence)` where that holds.
#[derive(Clone, Copy)]
pub struct Citation<'g> {
    act: ActRef<'g>,
}

impl fmt::Display for Citation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (act, report) = (self.act, self.act.report());
        f.write_str(report.short())?;
        if let Some(at) = &act.at {
            write!(f, ", {at}")?;
        }
        let mut opening = " (";
        let mut qualify = |words: fmt::Arguments<'_>| {
            let opening = std::mem::replace(&mut opening, "; ");
            write!(f, "{opening}{words}")
        };
        if act.is_overlay() {
            qualify(format_args!("overlay"))?;
        }
        if report.evidence == EvidenceKind::MachineTranscript {
            qualify(format_args!("machine transcript"))?;
        }
        match act.basis {
            Basis::Direct => {}
            Basis::Reported => match act.reporter() {
                Some(reporter) => qualify(format_args!("as {} reports", reporter.short()))?,
                None => qualify(format_args!("reported"))?,
            },
            basis => qualify(format_args!("{basis}"))?,
        }
        if act.confidence != Confidence::High {
            qualify(format_args!("{} confidence", act.confidence))?;
        }
        if !act.verified {
            qualify(format_args!("not verified"))?;
        }
        if opening == "; " { f.write_str(")") } else { Ok(()) }
    }
}

/// Acts in the order of time: a slice of the graph with a filter, `Copy`, nothing allocated.
///
/// An act without a known day counts from the last day that it may mean, so `2015` follows every day of 2015.
#[derive(Clone, Copy)]
pub struct Acts<'g> {
    view: View<'g>,
    edges: &'g [EdgeIndex],
    /// If given, the subject must be this node.
    subject: Option<NodeIndex>,
    keep: Keep,
}

/// Which verbs an answer keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keep {
    All,
    Family(Family),
    Verb(Verb),
    /// What a forum or actor does or what is done to it, without the record of who belongs where.
    Events,
    /// Everything that is not structural.
    Substance,
}

impl Keep {
    fn holds(self, verb: Verb) -> bool {
        match self {
            Self::All => true,
            Self::Family(family) => verb.family() == family,
            Self::Verb(wanted) => verb == wanted,
            Self::Events => {
                verb.family() != Family::Structural
                    || matches!(verb, Verb::IssuedBy | Verb::MandatedBy | Verb::SubsidiaryOf | Verb::Hosts)
            }
            Self::Substance => verb.family() != Family::Structural,
        }
    }
}

impl<'g> Acts<'g> {
    pub(crate) fn new(view: View<'g>, edges: &'g [EdgeIndex], subject: Option<NodeIndex>, keep: Keep) -> Self {
        Self { view, edges: view.before_cut(edges), subject, keep }
    }

    /// All acts of a list that the view keeps.
    pub(crate) fn every(view: View<'g>, edges: &'g [EdgeIndex]) -> Self {
        Self::new(view, edges, None, Keep::All)
    }

    /// The acts, oldest first.
    pub fn iter(&self) -> ActsIter<'g> {
        ActsIter { acts: *self, whole: self.is_whole(), edges: self.edges.iter() }
    }

    /// How many acts there are. Takes time in proportion to the acts that the filter looks at.
    pub fn len(&self) -> usize {
        if self.is_whole() { self.edges.len() } else { self.iter().count() }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// Whether every act of the list is in the answer.
    fn is_whole(&self) -> bool {
        self.keep == Keep::All && self.subject.is_none() && !self.view.sifts()
    }

    /// Only the acts with one verb.
    ///
    /// ```
    /// use cybernorms::{NormGraph, Verb};
    /// let graph = NormGraph::embedded();
    /// let backed = |id: &str| graph.report(id).map(|text| text.acts_on().with(Verb::VotesYes).subjects());
    /// let both = backed("a-res-73-27")? & backed("a-res-73-266")?;
    /// assert!(both.len() > 50, "the two drafts of 2018 were rivals, and many states voted for both");
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    #[must_use]
    pub fn with(self, verb: Verb) -> Self {
        // What the answer left out before stays out.
        if self.keep.holds(verb) { Self { keep: Keep::Verb(verb), ..self } } else { Self { edges: &[], ..self } }
    }

    /// Only the acts of a span of time: those whose last possible day lies in it. Takes two binary searches.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let assembly = NormGraph::embedded().forum("un-general-assembly")?;
    /// let autumn = assembly.timeline().between("2018-11".parse()?, "2018-12".parse()?);
    /// assert!(autumn.iter().any(|act| act.report().id().as_str() == "a-res-73-27"));
    /// assert!(autumn.iter().all(|act| act.date.year() == 2018));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn between(self, from: Date, to: Date) -> Self {
        let day = |edge: &EdgeIndex| self.view.graph.dates[edge.index()].order().0;
        let (first, last) = (from.first_day().order().0, to.last_day().order().0);
        let start = self.edges.partition_point(|edge| day(edge) < first);
        let end = self.edges.partition_point(|edge| day(edge) <= last);
        Self { edges: self.edges.get(start..end).unwrap_or(&[]), ..self }
    }

    /// The acts in groups by a key, in the order in which each key first comes up; within a group oldest first.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let norm = NormGraph::embedded().norm("ihl-applies")?;
    /// let by_basis = norm.endorsed_by().grouped(|act| act.basis);
    /// assert_eq!(by_basis.iter().map(|(_, acts)| acts.len()).sum::<usize>(), norm.endorsed_by().len());
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn grouped<K: PartialEq>(&self, key: impl Fn(ActRef<'g>) -> K) -> Vec<(K, Vec<ActRef<'g>>)> {
        let mut groups: Vec<(K, Vec<ActRef<'g>>)> = Vec::new();
        for act in self {
            let key = key(act);
            match groups.iter_mut().find(|(other, _)| *other == key) {
                Some((_, acts)) => acts.push(act),
                None => groups.push((key, vec![act])),
            }
        }
        groups
    }

    /// The subjects as a set.
    pub fn subjects(&self) -> NodeSet<'g> {
        NodeSet::new(self.view, self.iter().map(|act| act.ends().0))
    }

    /// The objects as a set.
    pub fn objects(&self) -> NodeSet<'g> {
        NodeSet::new(self.view, self.iter().map(|act| act.ends().1))
    }
}

impl<'g> IntoIterator for Acts<'g> {
    type Item = ActRef<'g>;
    type IntoIter = ActsIter<'g>;

    fn into_iter(self) -> ActsIter<'g> {
        self.iter()
    }
}

impl<'g> IntoIterator for &Acts<'g> {
    type Item = ActRef<'g>;
    type IntoIter = ActsIter<'g>;

    fn into_iter(self) -> ActsIter<'g> {
        self.iter()
    }
}

impl fmt::Debug for Acts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

/// Iterates over [`Acts`], oldest first; from the other end, newest first.
#[derive(Clone)]
pub struct ActsIter<'g> {
    acts: Acts<'g>,
    /// Whether nothing is to be filtered, which is decided once and not for each act.
    whole: bool,
    edges: std::slice::Iter<'g, EdgeIndex>,
}

impl<'g> ActsIter<'g> {
    fn kept(acts: Acts<'g>, edge: EdgeIndex) -> Option<ActRef<'g>> {
        let act = acts.view.act(edge);
        let kept = acts.keep == Keep::All || acts.keep.holds(act.weight().verb);
        (kept && acts.subject.is_none_or(|subject| act.ends().0 == subject) && acts.view.keeps(edge)).then_some(act)
    }
}

impl<'g> Iterator for ActsIter<'g> {
    type Item = ActRef<'g>;

    fn next(&mut self) -> Option<ActRef<'g>> {
        let acts = self.acts;
        if self.whole {
            return self.edges.next().map(|edge| acts.view.act(*edge));
        }
        self.edges.find_map(|edge| Self::kept(acts, *edge))
    }

    fn fold<B, F: FnMut(B, ActRef<'g>) -> B>(self, init: B, mut f: F) -> B {
        let acts = self.acts;
        if self.whole {
            return self.edges.fold(init, |sum, edge| f(sum, acts.view.act(*edge)));
        }
        self.edges.filter_map(|edge| Self::kept(acts, *edge)).fold(init, f)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (if self.whole { self.edges.len() } else { 0 }, Some(self.edges.len()))
    }
}

impl DoubleEndedIterator for ActsIter<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        let acts = self.acts;
        while let Some(edge) = self.edges.next_back() {
            if let Some(act) = Self::kept(acts, *edge) {
                return Some(act);
            }
        }
        None
    }
}
