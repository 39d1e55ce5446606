//! The graph with or without a cut in time; all lookups start here.

use petgraph::graph::{EdgeIndex, NodeIndex};

use crate::answer::{ActRef, Acts, Keep};
use crate::error::LookupError;
use crate::graph::NormGraph;
use crate::model::{Actor, Date, Entity, Forum, Id, Kind, Norm, Report};
use crate::nearest::nearest;
use crate::node::{Node, Record, Ref, ThemeRef};

/// The graph, whole or as of a day. `Copy` and small; every handle carries the view that it came from.
#[derive(Debug, Clone, Copy)]
pub struct View<'g> {
    pub(crate) graph: &'g NormGraph,
    /// Edges from this one on lie after the cut.
    pub(crate) limit: u32,
    date: Option<Date>,
}

impl<'g> View<'g> {
    pub(crate) fn whole(graph: &'g NormGraph) -> Self {
        Self { graph, limit: u32::MAX, date: None }
    }

    pub(crate) fn at(graph: &'g NormGraph, date: Date) -> Self {
        let last = date.last_day().order().0;
        let limit = graph.dates.partition_point(|date| date.order().0 <= last);
        Self { graph, limit: u32::try_from(limit).unwrap_or(u32::MAX), date: Some(date) }
    }

    /// The day of the cut, if there is one.
    pub fn date(&self) -> Option<Date> {
        self.date
    }

    /// The graph that is viewed.
    pub fn graph(&self) -> &'g NormGraph {
        self.graph
    }

    /// The norm with this id, whether or not it had been stated on the day of the view.
    ///
    /// # Errors
    /// [`LookupError`] says which id was probably meant, or what kind of record has it.
    ///
    /// ```
    /// # use cybernorms::NormGraph;
    /// let error = NormGraph::embedded().norm("gge-2015-13ff").unwrap_err();
    /// assert_eq!(error.to_string(), "no norm `gge-2015-13ff`; did you mean `gge-2015-13f`?");
    /// ```
    pub fn norm(self, id: &str) -> Result<Ref<'g, Norm>, LookupError> {
        self.record(id)
    }

    /// The actor with this id.
    ///
    /// # Errors
    /// [`LookupError`] says which id was probably meant, or what kind of record has it.
    pub fn actor(self, id: &str) -> Result<Ref<'g, Actor>, LookupError> {
        self.record(id)
    }

    /// The forum with this id.
    ///
    /// # Errors
    /// [`LookupError`] says which id was probably meant, or what kind of record has it.
    pub fn forum(self, id: &str) -> Result<Ref<'g, Forum>, LookupError> {
        self.record(id)
    }

    /// The report with this id.
    ///
    /// # Errors
    /// [`LookupError`] says which id was probably meant, or what kind of record has it.
    pub fn report(self, id: &str) -> Result<Ref<'g, Report>, LookupError> {
        self.record(id)
    }

    /// The theme with this id.
    ///
    /// # Errors
    /// [`LookupError::Unknown`] says which id was probably meant.
    pub fn theme(self, id: &str) -> Result<ThemeRef<'g>, LookupError> {
        let themes = &self.graph.themes;
        match themes.get_full(id) {
            Some((index, id, record)) => Ok(ThemeRef { view: self, index, id, record }),
            None => Err(unknown("theme", id, themes.keys().map(Id::as_str))),
        }
    }

    /// The record with this id, of whatever kind.
    pub fn get(self, id: &str) -> Option<Node<'g>> {
        self.graph.ids.get_index_of(id).map(|index| self.node(NodeIndex::new(index)))
    }

    fn record<R: Record>(self, id: &str) -> Result<Ref<'g, R>, LookupError> {
        let Some((index, found)) = self.graph.ids.get_full(id) else {
            return Err(self.no_record(R::KIND, id));
        };
        let node = NodeIndex::new(index);
        let entity = &self.graph.graph[node];
        match R::of(entity) {
            Some(record) => Ok(Ref { view: self, node, record }),
            None => Err(LookupError::WrongKind { id: found.clone(), wanted: R::KIND, found: entity.kind() }),
        }
    }

    #[cold]
    fn no_record(self, kind: Kind, id: &str) -> LookupError {
        let of_kind = self.graph.graph.node_indices().filter(|node| self.graph.graph[*node].kind() == kind);
        unknown(kind.as_str(), id, of_kind.map(|node| self.graph.ids[node.index()].as_str()))
    }

    /// Every norm that had been stated by the day of the view, in the order of the data files.
    pub fn norms(self) -> impl Iterator<Item = Ref<'g, Norm>> {
        self.all::<Norm>().filter(|norm| norm.is_stated())
    }

    /// Every actor, in the order of the data files.
    pub fn actors(self) -> impl Iterator<Item = Ref<'g, Actor>> {
        self.all()
    }

    /// Every forum, in the order of the data files.
    pub fn forums(self) -> impl Iterator<Item = Ref<'g, Forum>> {
        self.all()
    }

    /// Every report that had been issued by the day of the view, in the order of the data files.
    pub fn reports(self) -> impl Iterator<Item = Ref<'g, Report>> {
        let last = self.date.map_or(u32::MAX, |date| date.last_day().order().0);
        self.all::<Report>().filter(move |report| report.date.order().0 <= last)
    }

    /// Every theme, in the order of `themes.yaml`.
    pub fn themes(self) -> impl Iterator<Item = ThemeRef<'g>> {
        self.graph.themes.iter().enumerate().map(move |(index, (id, record))| ThemeRef { view: self, index, id, record })
    }

    /// Every act by the day of the view, in the order of time.
    pub fn acts(self) -> Acts<'g> {
        Acts::new(self, &self.graph.every, None, Keep::All)
    }

    fn all<R: Record + 'g>(self) -> impl Iterator<Item = Ref<'g, R>> {
        let nodes = self.graph.graph.node_indices();
        nodes.filter_map(move |node| Some(Ref { view: self, node, record: R::of(&self.graph.graph[node])? }))
    }

    pub(crate) fn node(self, index: NodeIndex) -> Node<'g> {
        Node { view: self, index }
    }

    /// The part of a list of edges that lies before the cut.
    pub(crate) fn before_cut(self, edges: &'g [EdgeIndex]) -> &'g [EdgeIndex] {
        if self.date.is_none() {
            return edges;
        }
        let end = edges.partition_point(|edge| (edge.index() as u64) < u64::from(self.limit));
        &edges[..end]
    }

    /// The acts that begin or end at a node, in the order of time.
    pub(crate) fn incident(self, node: NodeIndex) -> &'g [EdgeIndex] {
        self.before_cut(self.graph.incident.of(node.index()))
    }

    pub(crate) fn act(self, edge: EdgeIndex) -> ActRef<'g> {
        ActRef { view: self, edge }
    }

    pub(crate) fn entity(self, node: NodeIndex) -> &'g Entity {
        &self.graph.graph[node]
    }
}

pub(crate) fn unknown<'a>(wanted: &'static str, asked: &str, ids: impl Iterator<Item = &'a str>) -> LookupError {
    let near = nearest(asked, ids).and_then(|id| id.parse().ok());
    LookupError::Unknown { wanted, asked: asked.chars().take(60).collect(), nearest: near }
}
