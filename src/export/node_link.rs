//! Node-link JSON, as `NetworkX` reads and writes it.

use std::fmt::{self, Formatter, Write};

use crate::answer::ActRef;
use crate::export::quote::quote;
use crate::model::{Entity, Id};
use crate::node::Node;
use crate::view::View;

/// The graph as node-link JSON: a directed multigraph whose nodes are records and whose edges are acts with their evidence.
///
/// `networkx.node_link_graph(data, edges="edges")` reads it. `kind` is the kind of node, `type` the record's own kind; what a record
/// does not say is left out.
///
/// ```
/// use cybernorms::{NodeLink, NormGraph};
/// let json = NodeLink::new(NormGraph::embedded().now()).to_string();
/// assert!(json.starts_with("{\"directed\": true, \"multigraph\": true, \"graph\": {"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct NodeLink<'g> {
    view: View<'g>,
}

impl<'g> NodeLink<'g> {
    /// The export of a view, without what an overlay adds.
    pub fn new(view: View<'g>) -> Self {
        Self { view: view.published() }
    }

    /// The export of a view, with what an overlay adds; each such node and edge says so in `overlay`.
    pub fn with_overlay(view: View<'g>) -> Self {
        Self { view }
    }
}

impl fmt::Display for NodeLink<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("{\"directed\": true, \"multigraph\": true, \"graph\": ")?;
        let mut graph = Object::open(f)?;
        graph.text("name", "cybernorms")?;
        graph.text("version", env!("CARGO_PKG_VERSION"))?;
        graph.shown("data_version", self.view.graph.edition().map(|edition| &edition.version))?;
        graph.shown("evidence_cutoff", self.view.graph.evidence_cutoff())?;
        graph.shown("as_of", self.view.date())?;
        graph.close()?;
        f.write_str(",\n\"nodes\": [")?;
        let shown = self.view.graph.graph.node_indices().filter(|index| self.view.shows(*index));
        for (number, index) in shown.enumerate() {
            f.write_str(if number == 0 { "\n" } else { ",\n" })?;
            node(f, self.view.node(index))?;
        }
        f.write_str("\n],\n\"edges\": [")?;
        for (number, act) in self.view.acts().iter().enumerate() {
            f.write_str(if number == 0 { "\n" } else { ",\n" })?;
            edge(f, number, act)?;
        }
        f.write_str("\n]}\n")
    }
}

fn node(f: &mut Formatter<'_>, node: Node<'_>) -> fmt::Result {
    let mut object = Object::open(f)?;
    object.text("id", node.id().as_str())?;
    object.text("kind", node.kind().as_str())?;
    object.text("label", node.short())?;
    match node.entity() {
        Entity::Norm(norm) => {
            object.text("title", &norm.title)?;
            object.text("type", norm.kind.as_str())?;
            object.text("statement", &norm.statement)?;
            object.text("stated_in", norm.stated_in.as_str())?;
            object.shown("at", norm.at.as_ref())?;
            object.shown("form", norm.form)?;
            object.list("addressees", norm.addressees.iter().map(|addressee| addressee.as_str()))?;
            object.text("force", norm.force.as_str())?;
            object.list("themes", norm.themes.iter().map(Id::as_str))?;
            object.list("aliases", norm.aliases.iter().map(String::as_str))?;
            object.shown("note", norm.note.as_ref())?;
        }
        Entity::Actor(actor) => {
            object.text("name", &actor.name)?;
            object.shown("short", actor.short.as_ref())?;
            object.text("type", actor.kind.as_str())?;
            object.shown("code", actor.code)?;
            object.shown("region", actor.region)?;
            object.list("aliases", actor.aliases.iter().map(String::as_str))?;
            object.shown("note", actor.note.as_ref())?;
        }
        Entity::Forum(forum) => {
            object.text("name", &forum.name)?;
            object.shown("short", forum.short.as_ref())?;
            object.text("type", forum.kind.as_str())?;
            object.shown("parent", forum.parent.as_ref())?;
            object.shown("mandate", forum.mandate.as_ref())?;
            object.shown("from", forum.from)?;
            object.shown("to", forum.to)?;
            object.shown("outcome", forum.outcome)?;
            object.list("aliases", forum.aliases.iter().map(String::as_str))?;
            object.shown("note", forum.note.as_ref())?;
        }
        Entity::Report(report) => {
            object.text("title", &report.title)?;
            object.shown("short", report.short.as_ref())?;
            object.shown("symbol", report.symbol.as_ref())?;
            object.text("type", report.kind.as_str())?;
            object.list("issued_by", report.issued_by.iter().map(Id::as_str))?;
            object.shown("date", Some(report.date))?;
            object.shown("decision", report.decision)?;
            object.shown("status", report.status)?;
            object.text("evidence", report.evidence.as_str())?;
            object.shown("source", report.source.as_ref().and_then(|source| source.url.as_ref()))?;
            object.shown("tally", report.tally.map(|tally| format!("{}-{}-{}", tally.yes, tally.no, tally.abstain)))?;
            object.list("aliases", report.aliases.iter().map(String::as_str))?;
            object.shown("note", report.note.as_ref())?;
        }
    }
    if node.is_overlay() {
        object.raw("overlay", true)?;
    }
    object.close()
}

fn edge(f: &mut Formatter<'_>, number: usize, act: ActRef<'_>) -> fmt::Result {
    let mut object = Object::open(f)?;
    object.text("source", act.subject().id().as_str())?;
    object.text("target", act.object().id().as_str())?;
    object.raw("key", number)?;
    object.text("verb", act.verb.as_str())?;
    object.text("family", act.verb.family().as_str())?;
    object.shown("date", Some(act.date))?;
    object.shown("until", act.until)?;
    object.text("report", act.report().id().as_str())?;
    object.shown("at", act.at.as_ref())?;
    object.text("basis", act.basis.as_str())?;
    object.shown("reported_by", act.reported_by.as_ref())?;
    object.shown("reason", act.reason.as_ref())?;
    object.shown("voice", act.voice.as_ref())?;
    object.shown("mode", act.mode)?;
    object.shown("form", act.form)?;
    object.shown("outcome", act.outcome)?;
    object.shown("reuse", act.reuse)?;
    object.shown("change", act.change.as_ref())?;
    object.shown("decision", act.decision)?;
    object.list("corroborated_by", act.corroborated_by.iter().map(Id::as_str))?;
    object.text("confidence", act.confidence.as_str())?;
    if !act.verified {
        object.raw("verified", false)?;
    }
    if act.is_overlay() {
        object.raw("overlay", true)?;
    }
    object.shown("as_written", act.as_written.as_ref())?;
    object.shown("note", act.note.as_ref())?;
    object.close()
}

/// A JSON object while it is being written; fields that have nothing to say are left out.
struct Object<'f, 'a> {
    f: &'f mut Formatter<'a>,
    first: bool,
}

impl<'f, 'a> Object<'f, 'a> {
    fn open(f: &'f mut Formatter<'a>) -> Result<Self, fmt::Error> {
        f.write_char('{')?;
        Ok(Self { f, first: true })
    }

    fn name(&mut self, name: &str) -> fmt::Result {
        if !std::mem::take(&mut self.first) {
            self.f.write_str(", ")?;
        }
        write!(self.f, "\"{name}\": ")
    }

    fn text(&mut self, name: &str, text: &str) -> fmt::Result {
        self.name(name)?;
        quote(self.f, text)
    }

    fn shown(&mut self, name: &str, value: Option<impl fmt::Display>) -> fmt::Result {
        match value {
            Some(value) => self.text(name, &value.to_string()),
            None => Ok(()),
        }
    }

    fn raw(&mut self, name: &str, value: impl fmt::Display) -> fmt::Result {
        self.name(name)?;
        write!(self.f, "{value}")
    }

    fn list<'t>(&mut self, name: &str, texts: impl Iterator<Item = &'t str>) -> fmt::Result {
        let mut texts = texts.peekable();
        if texts.peek().is_none() {
            return Ok(());
        }
        self.name(name)?;
        for (number, text) in texts.enumerate() {
            self.f.write_str(if number == 0 { "[" } else { ", " })?;
            quote(self.f, text)?;
        }
        self.f.write_char(']')
    }

    fn close(self) -> fmt::Result {
        self.f.write_char('}')
    }
}
