//! The graph: one immutable owner of all records, with entry points to everything else.

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use indexmap::{IndexMap, IndexSet};
use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};

use crate::act::Act;
use crate::answer::Acts;
use crate::corridor::{Parsed, Proved};
use crate::embedded;
use crate::error::{LoadError, LookupError};
use crate::lists::Lists;
use crate::model::{Actor, Date, Edition, Entity, Forum, Id, Norm, Report, Theme};
use crate::node::{Node, Ref, ThemeRef};
use crate::query::Found;
use crate::set::NodeSet;
use crate::source::{self, SourceFile};
use crate::subset::Subset;
use crate::view::View;

/// The norms, actors, forums and reports of a data set and every act between them. Immutable, `Send` and `Sync`.
///
/// Lookups and walks borrow from it; see [`View`] for the same graph as of a day.
///
/// ```
/// use cybernorms::NormGraph;
/// let graph = NormGraph::embedded();
/// let norm = graph.norm("gcsc-public-core")?;
/// let born = norm.stated_in();
/// assert_eq!(born.date.to_string(), "2017-11");
/// assert_eq!(norm.at.as_ref().unwrap().as_str(), "whole");
/// # Ok::<(), cybernorms::LookupError>(())
/// ```
#[derive(Clone)]
pub struct NormGraph {
    pub(crate) graph: DiGraph<Entity, Act>,
    /// The id at a position is that of the node with this index.
    pub(crate) ids: IndexSet<Id>,
    pub(crate) themes: IndexMap<Id, Theme>,
    pub(crate) edition: Option<Edition>,
    pub(crate) norms_of_theme: Lists<NodeIndex>,
    /// The nodes that are norms, in the order of the data files.
    pub(crate) norms: Vec<NodeIndex>,
    /// Every edge, in the order of time.
    pub(crate) every: Vec<EdgeIndex>,
    /// For each node, the edges that begin or end there, in the order of time.
    pub(crate) incident: Lists<EdgeIndex>,
    /// For each norm, the edges of its trace, in the order of time.
    pub(crate) traces: Lists<EdgeIndex>,
    /// For each norm and family of verbs, the edges of its trace, in the order of time; see [`crate::assemble::of_family`].
    pub(crate) trace_by_family: Lists<EdgeIndex>,
    /// For each report, the edges that it records, in the order of time.
    pub(crate) recorded: Lists<EdgeIndex>,
    /// For each norm, the edges of the disputes over itself, in the order of time.
    pub(crate) disputes: Lists<EdgeIndex>,
    /// For each forum, the edges of those who belong to it in whatever role, in the order of time.
    pub(crate) roles: Lists<EdgeIndex>,
    /// The dates of the edges, in their order, that is, in the order of time.
    pub(crate) dates: Vec<Date>,
    /// Nodes from this one on are those of an overlay.
    pub(crate) base: usize,
    /// What the graph was read from, to be read again with an overlay.
    pub(crate) files: Arc<[SourceFile]>,
}

impl NormGraph {
    /// The data set that is shipped with this version of the crate, read on first use and kept for the life of the program.
    ///
    /// The files are compiled in, so this works from any directory and cannot fail: tests prove that these very bytes are sound.
    pub fn embedded() -> &'static Self {
        embedded::graph()
    }

    /// Reads a data folder: `themes.yaml`, `edition.yaml` if there is one, and the folders `norms`, `actors`, `forums` and `reports`.
    ///
    /// # Errors
    /// [`LoadError::Io`] if a file cannot be read, [`LoadError::NoData`] if the folder holds none, and [`LoadError::Invalid`] with
    /// every fault of the data.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let graph = NormGraph::load(concat!(env!("CARGO_MANIFEST_DIR"), "/norms"))?;
    /// assert!(graph.norms().count() > 500);
    /// # Ok::<(), cybernorms::LoadError>(())
    /// ```
    pub fn load(folder: impl AsRef<Path>) -> Result<Self, LoadError> {
        Self::from_sources(source::read_folder(folder.as_ref())?)
    }

    /// Reads data from memory: paths below a data folder, such as `norms/gcsc.yaml`, with their contents.
    ///
    /// The order of the files does not matter.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let faults = NormGraph::from_files([("actors/mine.yaml", "nld: {name: Netherlands, kind: sate}")]).unwrap_err();
    /// assert!(faults.to_string().contains("did you mean `state`?"));
    /// ```
    ///
    /// # Errors
    /// [`LoadError::Invalid`] with every fault of the data.
    pub fn from_files<P, B>(files: impl IntoIterator<Item = (P, B)>) -> Result<Self, LoadError>
    where
        P: AsRef<str>,
        B: Into<Vec<u8>>,
    {
        Self::proved(Parsed::from_files(files))
    }

    pub(crate) fn from_sources(files: Vec<SourceFile>) -> Result<Self, LoadError> {
        Self::proved(Parsed::read(files))
    }

    fn proved(parsed: Parsed) -> Result<Self, LoadError> {
        parsed.check().map(Proved::assemble).map_err(LoadError::Invalid)
    }

    /// The graph with a private folder on top: what only you know beside what everybody can read.
    ///
    /// The folder is laid out like any data folder and may name every record of this graph; it adds records and acts and changes
    /// none. What it adds is marked wherever it is told ([`Node::is_overlay`], [`ActRef::is_overlay`](crate::ActRef::is_overlay), `overlay` in citations)
    /// and stays out of every export that is not asked for it. Reads this graph's files again, in the time of a load.
    ///
    /// # Errors
    /// As [`NormGraph::load`]; an id that this graph has is told as a duplicate.
    pub fn overlay(&self, folder: impl AsRef<Path>) -> Result<Self, LoadError> {
        self.with_overlay(source::read_folder(folder.as_ref())?)
    }

    /// As [`NormGraph::overlay`], with files from memory.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let cable = "cable-7:\n  title: What the delegation told us\n  kind: statement\n  issued_by: nld\n  date: 2026-11\n  evidence: official-statement\n  \
    ///              source: {missing: not public}\n  acts:\n    - {verb: supports, object: gge-2015-13f, at: whole}\n";
    /// let graph = NormGraph::embedded().overlay_from_files([("reports/cables.yaml", cable)])?;
    /// let told = graph.norm("gge-2015-13f")?.endorsed_by().iter().next_back().unwrap();
    /// assert!(told.is_overlay() && told.to_string().ends_with("[What the delegation told us, whole (overlay)]"));
    /// assert!(graph.now().published().norm("gge-2015-13f")?.endorsed_by().iter().all(|act| !act.is_overlay()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`NormGraph::overlay`].
    pub fn overlay_from_files<P, B>(&self, files: impl IntoIterator<Item = (P, B)>) -> Result<Self, LoadError>
    where
        P: AsRef<str>,
        B: Into<Vec<u8>>,
    {
        self.with_overlay(source::from_memory(files))
    }

    fn with_overlay(&self, added: Vec<SourceFile>) -> Result<Self, LoadError> {
        let added = added.into_iter().map(|file| SourceFile { overlay: true, ..file });
        Self::from_sources(self.files.iter().cloned().chain(added).collect())
    }

    /// Whether the graph has an overlay.
    pub(crate) fn has_overlay(&self) -> bool {
        self.base < self.ids.len()
    }

    /// Whether a node is one that an overlay adds.
    pub(crate) fn is_overlay(&self, node: NodeIndex) -> bool {
        node.index() >= self.base
    }

    /// The whole graph as a view, without a cut in time.
    pub fn now(&self) -> View<'_> {
        View::whole(self)
    }

    /// The graph as it was at the end of a day, month or year: only acts that had certainly happened by then.
    ///
    /// An act that is only known to be of 2015 counts from the end of 2015. Takes one binary search and copies nothing.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let then = NormGraph::embedded().as_of("2017-07-01".parse()?);
    /// assert!(then.norm("gcsc-public-core")?.trace().is_empty(), "it was first stated in November 2017");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn as_of(&self, date: Date) -> View<'_> {
        self.now().as_of(date)
    }

    /// The part of the graph that a set of records leaves. See [`View::only`].
    pub fn only(&self, set: &NodeSet<'_>) -> Subset<'_> {
        self.now().only(set)
    }

    /// The norm with this id.
    ///
    /// # Errors
    /// [`LookupError`] says which id was probably meant, or what kind of record has it.
    pub fn norm(&self, id: &str) -> Result<Ref<'_, Norm>, LookupError> {
        self.now().norm(id)
    }

    /// The actor with this id.
    ///
    /// # Errors
    /// [`LookupError`] says which id was probably meant, or what kind of record has it.
    pub fn actor(&self, id: &str) -> Result<Ref<'_, Actor>, LookupError> {
        self.now().actor(id)
    }

    /// The forum with this id.
    ///
    /// # Errors
    /// [`LookupError`] says which id was probably meant, or what kind of record has it.
    pub fn forum(&self, id: &str) -> Result<Ref<'_, Forum>, LookupError> {
        self.now().forum(id)
    }

    /// The report with this id.
    ///
    /// # Errors
    /// [`LookupError`] says which id was probably meant, or what kind of record has it.
    pub fn report(&self, id: &str) -> Result<Ref<'_, Report>, LookupError> {
        self.now().report(id)
    }

    /// The theme with this id.
    ///
    /// # Errors
    /// [`LookupError::Unknown`] says which id was probably meant.
    pub fn theme(&self, id: &str) -> Result<ThemeRef<'_>, LookupError> {
        self.now().theme(id)
    }

    /// The record with this id, of whatever kind.
    pub fn get(&self, id: &str) -> Option<Node<'_>> {
        self.now().get(id)
    }

    /// The record that some words name: an id, a name, an alias, a symbol with a paragraph. See [`View::resolve`].
    ///
    /// # Errors
    /// [`LookupError`] if nothing or more than one record fits.
    pub fn resolve(&self, words: &str) -> Result<Node<'_>, LookupError> {
        self.now().resolve(words)
    }

    /// The records that some words may mean, best first, each with the reason. See [`View::search`].
    pub fn search(&self, words: &str) -> Vec<Found<'_>> {
        self.now().search(words)
    }

    /// Every norm, in the order of the data files.
    pub fn norms(&self) -> impl Iterator<Item = Ref<'_, Norm>> {
        self.now().norms()
    }

    /// Every actor, in the order of the data files.
    pub fn actors(&self) -> impl Iterator<Item = Ref<'_, Actor>> {
        self.now().actors()
    }

    /// Every forum, in the order of the data files.
    pub fn forums(&self) -> impl Iterator<Item = Ref<'_, Forum>> {
        self.now().forums()
    }

    /// Every report, in the order of the data files.
    pub fn reports(&self) -> impl Iterator<Item = Ref<'_, Report>> {
        self.now().reports()
    }

    /// Every theme, in the order of `themes.yaml`.
    pub fn themes(&self) -> impl Iterator<Item = ThemeRef<'_>> {
        self.now().themes()
    }

    /// Every act, in the order of time.
    pub fn acts(&self) -> Acts<'_> {
        self.now().acts()
    }

    /// The version and cut-off that the data folder states in `edition.yaml`, if it has one.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let edition = NormGraph::embedded().edition().unwrap();
    /// assert!(edition.version.starts_with("20") && edition.cutoff.year() >= 2026);
    /// ```
    pub fn edition(&self) -> Option<&Edition> {
        self.edition.as_ref()
    }

    /// How far the evidence reaches: the cut-off of the edition, else the date of the newest report. Nothing if there is no report.
    /// An overlay moves neither.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let graph = NormGraph::embedded();
    /// let cutoff = graph.evidence_cutoff().unwrap();
    /// assert!(graph.reports().all(|report| !cutoff.certainly_before(report.date)));
    /// ```
    pub fn evidence_cutoff(&self) -> Option<Date> {
        if let Some(edition) = &self.edition {
            return Some(edition.cutoff);
        }
        let reports = self.reports().filter(|report| !report.node().is_overlay());
        let dates = reports.map(|report| report.date);
        dates.max_by_key(|date| date.order())
    }

    /// The petgraph graph inside, for algorithms that this crate does not have.
    ///
    /// The major version of petgraph is part of this method's signature and of no other.
    pub fn as_petgraph(&self) -> &DiGraph<Entity, Act> {
        &self.graph
    }
}

impl fmt::Debug for NormGraph {
    /// Sizes only: the whole would be millions of characters.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NormGraph")
            .field("records", &self.graph.node_count())
            .field("acts", &self.graph.edge_count())
            .field("edition", &self.edition.as_ref().map(|edition| &edition.version))
            .finish_non_exhaustive()
    }
}
