//! The graph with or without a cut in time or a subset; all lookups start here.

use petgraph::graph::{EdgeIndex, NodeIndex};

use crate::answer::{ActRef, Acts, Keep};
use crate::error::LookupError;
use crate::graph::NormGraph;
use crate::model::{Actor, Date, Entity, Forum, Id, Kind, Norm, Report};
use crate::nearest::nearest;
use crate::node::{Node, Record, Ref, ThemeRef};
use crate::set::NodeSet;
use crate::subset::{Marks, Subset};

/// The graph, whole, as of a day, or a part of it. `Copy` and small; every handle carries the view that it came from, and every walk
/// keeps to it.
///
/// Views compose, in any order, and copy nothing of the graph.
///
/// # Partial dates
///
/// A date may be a year or a month. [`View::as_of`] keeps what had certainly happened, [`View::possibly_as_of`] what may have. Lists
/// are in the order of the last day that a date may mean. [`Ref::members`] and [`Ref::seats`] leave out only who certainly was not there;
/// what came *after* something ([`View::contested_after_adoption`]) came certainly after it; spans and ages give the least and the
/// greatest number of days.
///
/// ```
/// use cybernorms::NormGraph;
/// let graph = NormGraph::embedded();
/// let members = graph.forum("eu")?.members("2024".parse()?).map(|act| act.subject()).collect();
/// let union = graph.only(&members);
/// let then = union.view().as_of("2022".parse()?);
/// assert!(then.norm("ihl-applies")?.endorsed_by().iter().all(|act| act.date.year() <= 2022));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct View<'g> {
    pub(crate) graph: &'g NormGraph,
    marks: Option<&'g Marks>,
    /// Edges from this one on lie after the cut.
    limit: u32,
    /// By the end of this date an act must certainly have happened.
    certainly: Option<Date>,
    /// By the end of this date an act must possibly have happened.
    possibly: Option<Date>,
    /// Whether what an overlay adds is left out.
    published: bool,
}

impl<'g> View<'g> {
    pub(crate) fn whole(graph: &'g NormGraph) -> Self {
        Self { graph, marks: None, limit: u32::MAX, certainly: None, possibly: None, published: false }
    }

    /// The view as it was at the end of a day, month or year: only acts that had certainly happened by then.
    ///
    /// An act that is only known to be of 2015 counts from the end of 2015. Takes one binary search. Of two dates the earlier holds, and
    /// what is certain by one and possible by another must be both.
    #[must_use]
    pub fn as_of(self, date: Date) -> Self {
        Self { certainly: Some(earlier(self.certainly, date)), ..self.limited(date.last_day()) }
    }

    /// The view as it may have been at the end of a day, month or year: an act that is only known to be of 2015 counts from the
    /// beginning of 2015.
    ///
    /// What this shows and [`View::as_of`] does not is what the record leaves open on that day.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let (graph, day) = (NormGraph::embedded(), "2018-06-30".parse()?);
    /// let (certain, possible) = (graph.now().as_of(day), graph.now().possibly_as_of(day));
    /// let open = possible.acts().iter().filter(|act| !certain.acts().iter().any(|sure| sure == *act));
    /// assert!(open.clone().count() > 0 && open.clone().all(|act| act.date.day().is_none()), "all of them without a day");
    /// # Ok::<(), cybernorms::DateError>(())
    /// ```
    #[must_use]
    pub fn possibly_as_of(self, date: Date) -> Self {
        Self { possibly: Some(earlier(self.possibly, date)), ..self.limited(date.last_day_of_year()) }
    }

    /// The view without the edges that come after a day in the order of lists.
    fn limited(self, last: Date) -> Self {
        let last = last.order().0;
        let limit = self.graph.dates.partition_point(|date| date.order().0 <= last);
        Self { limit: self.limit.min(u32::try_from(limit).unwrap_or(u32::MAX)), ..self }
    }

    /// The part of the view that a set leaves: of each kind of record that the set holds, only those in the set; of the other kinds,
    /// all. An act is seen if both its ends and the report that records it are.
    ///
    /// A set of states leaves what those states did on all norms; a set of norms leaves what all did on those; a set of reports leaves
    /// what those record. An empty set speaks of no kind, and leaves nothing. The answer owns one bit per record; its [`Subset::view`] is as light as any.
    ///
    /// ```
    /// use cybernorms::{EvidenceKind, NormGraph};
    /// let graph = NormGraph::embedded();
    /// let official = graph.reports().filter(|report| report.evidence == EvidenceKind::OfficialText).map(|report| report.node()).collect();
    /// let texts = graph.only(&official);
    /// let trace = texts.view().norm("gge-2015-13f")?.trace();
    /// assert!(trace.iter().all(|act| act.report().evidence == EvidenceKind::OfficialText));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn only(self, set: &NodeSet<'_>) -> Subset<'g> {
        Subset::new(self, set)
    }

    pub(crate) fn marked<'s>(self, marks: &'s Marks) -> View<'s>
    where
        'g: 's,
    {
        View { marks: Some(marks), ..self }
    }

    /// The view without what an overlay adds; of a graph without an overlay, the view itself.
    #[must_use]
    pub fn published(self) -> Self {
        Self { published: self.graph.has_overlay(), ..self }
    }

    /// The day of the cut, if there is one; of several the earliest.
    pub fn date(&self) -> Option<Date> {
        match (self.certainly, self.possibly) {
            (Some(certainly), Some(possibly)) => Some(earlier(Some(certainly), possibly)),
            (certainly, possibly) => certainly.or(possibly),
        }
    }

    /// Whether the view sees a record: it is of the same graph and in the subset, if there is one, and, for norms and reports, there
    /// by the day of the cut.
    pub fn sees(self, node: Node<'_>) -> bool {
        std::ptr::eq(self.graph, node.view.graph)
            && self.shows(node.index)
            && match self.entity(node.index) {
                Entity::Norm(norm) => self.report(norm.stated_in.as_str()).is_ok_and(|report| self.reached(report.date)),
                Entity::Report(report) => self.reached(report.date),
                Entity::Actor(_) | Entity::Forum(_) => true,
            }
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
        self.all::<Report>().filter(move |report| self.reached(report.date))
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
        let nodes = self.graph.graph.node_indices().filter(move |node| self.shows(*node));
        nodes.filter_map(move |node| Some(Ref { view: self, node, record: R::of(&self.graph.graph[node])? }))
    }

    pub(crate) fn node(self, index: NodeIndex) -> Node<'g> {
        Node { view: self, index }
    }

    /// The part of a list of edges that lies before the cut.
    pub(crate) fn before_cut(self, edges: &'g [EdgeIndex]) -> &'g [EdgeIndex] {
        if self.limit == u32::MAX {
            return edges;
        }
        let end = edges.partition_point(|edge| (edge.index() as u64) < u64::from(self.limit));
        &edges[..end]
    }

    /// Whether some edges before the cut are left out too.
    pub(crate) fn sifts(self) -> bool {
        self.marks.is_some() || self.possibly.is_some() || self.published
    }

    /// Whether an edge before the cut is in the view.
    pub(crate) fn keeps(self, edge: EdgeIndex) -> bool {
        !self.sifts() || self.sifted(edge)
    }

    fn sifted(self, edge: EdgeIndex) -> bool {
        let raw = &self.graph.graph.raw_edges()[edge.index()];
        self.shows(raw.source())
            && self.shows(raw.target())
            && self.shows(raw.weight.report)
            && (self.possibly.is_none() || self.reached(raw.weight.date))
    }

    /// Whether a record is in the subset and not of an overlay that is left out.
    pub(crate) fn shows(self, node: NodeIndex) -> bool {
        self.marks.is_none_or(|marks| marks.holds(node)) && !(self.published && self.graph.is_overlay(node))
    }

    /// Whether a date lies, certainly or possibly as the view has it, by the day of the cut.
    pub(crate) fn reached(self, date: Date) -> bool {
        self.certainly.is_none_or(|cut| date.last_day().order().0 <= cut.last_day().order().0)
            && self.possibly.is_none_or(|cut| date.first_day().order().0 <= cut.last_day().order().0)
    }

    /// The acts that begin or end at a node, in the order of time.
    pub(crate) fn incident(self, node: NodeIndex) -> impl Iterator<Item = EdgeIndex> + 'g {
        let edges = self.before_cut(self.graph.incident.of(node.index())).iter();
        edges.copied().filter(move |edge| self.keeps(*edge))
    }

    pub(crate) fn act(self, edge: EdgeIndex) -> ActRef<'g> {
        ActRef { view: self, edge }
    }

    pub(crate) fn entity(self, node: NodeIndex) -> &'g Entity {
        &self.graph.graph[node]
    }
}

fn earlier(one: Option<Date>, other: Date) -> Date {
    one.filter(|one| one.last_day().order() <= other.last_day().order()).unwrap_or(other)
}

pub(crate) fn unknown<'a>(wanted: &'static str, asked: &str, ids: impl Iterator<Item = &'a str>) -> LookupError {
    let near = nearest(asked, ids).and_then(|id| id.parse().ok());
    LookupError::Unknown { wanted, asked: asked.chars().take(60).collect(), nearest: near }
}
