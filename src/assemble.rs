//! Checked records to a graph. Cannot fail: the rules have proved every reference.

use std::sync::Arc;

use indexmap::{IndexMap, IndexSet};
use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};

use crate::act::Act;
use crate::graph::NormGraph;
use crate::lists::Lists;
use crate::model::{Claim, Date, Entity, Family, Forum, Id, Kind, Report, Role, Verb};
use crate::parse::Records;
use crate::source::SourceFile;

/// Builds the graph: nodes in the order of the files, edges in the order of time.
pub(crate) fn assemble(files: Vec<SourceFile>, records: Records) -> NormGraph {
    let base = records.entities.iter().take_while(|entry| !entry.overlay).count();
    let mut ids: IndexSet<Id> = IndexSet::with_capacity(records.entities.len());
    let mut nodes = Vec::with_capacity(records.entities.len());
    for entry in records.entities {
        if ids.insert(entry.id) {
            nodes.push(entry.record);
        }
    }
    let mut edges = Edges { ids: &ids, nodes: &nodes, stated: stated_in(&ids, &nodes), list: Vec::new() };
    edges.collect();
    let mut list = edges.list;
    // Sorted once, here: edge indices then run in the order of time, and so does every list of edges made from them.
    // Within a day a text comes into being before anything is done with it.
    let is_birth = |verb| matches!(verb, Verb::StatedIn | Verb::IssuedBy);
    list.sort_by_key(|(subject, object, act)| (act.date.order(), !is_birth(act.verb), act.report, act.verb, *subject, *object));

    let mut graph: DiGraph<Entity, Act> = DiGraph::with_capacity(nodes.len(), list.len());
    for node in nodes {
        graph.add_node(node);
    }
    let dates = list.iter().map(|(_, _, act)| act.date).collect();
    for (subject, object, act) in list {
        graph.add_edge(subject, object, act);
    }
    let incident = Lists::new(
        graph.node_count(),
        graph
            .raw_edges()
            .iter()
            .enumerate()
            .flat_map(|(edge, raw)| [raw.source(), raw.target()].map(|end| (end.index(), EdgeIndex::new(edge)))),
    );
    let traces = traces(&graph, &ids, &incident);
    let family = |(norm, edge): (usize, EdgeIndex)| (of_family(NodeIndex::new(norm), graph[edge].verb.family()), edge);
    let trace_by_family = Lists::new(graph.node_count() * Family::ALL.len(), traces.pairs().map(family));
    let edges = || graph.raw_edges().iter().enumerate().map(|(edge, raw)| (EdgeIndex::new(edge), raw));
    let recorded = Lists::new(graph.node_count(), edges().map(|(edge, raw)| (raw.weight.report.index(), edge)));
    let disputes =
        edges().filter(|(_, raw)| raw.weight.verb.family() == Family::Contested && graph[raw.target()].kind() == Kind::Norm);
    let disputes = Lists::new(graph.node_count(), disputes.map(|(edge, raw)| (raw.target().index(), edge)));
    let roles = edges().filter(|(_, raw)| Role::of(raw.weight.verb).is_some());
    let roles = Lists::new(graph.node_count(), roles.map(|(edge, raw)| (raw.target().index(), edge)));
    let themes = records.themes.into_iter().map(|entry| (entry.id, entry.record)).collect::<IndexMap<_, _>>();
    let of_theme = graph.node_indices().flat_map(|node| match &graph[node] {
        Entity::Norm(norm) => {
            norm.themes.iter().filter_map(|theme| themes.get_index_of(theme)).map(|theme| (theme, node)).collect()
        }
        _ => Vec::new(),
    });
    let norms_of_theme = Lists::new(themes.len(), of_theme);
    NormGraph {
        edition: records.edition,
        norms: graph.node_indices().filter(|node| graph[*node].kind() == Kind::Norm).collect(),
        every: graph.edge_indices().collect(),
        graph,
        ids,
        themes,
        norms_of_theme,
        incident,
        traces,
        trace_by_family,
        recorded,
        disputes,
        roles,
        dates,
        base,
        files: files.into(),
    }
}

/// The owner, in `trace_by_family`, of the acts of one family on a norm.
pub(crate) fn of_family(norm: NodeIndex, family: Family) -> usize {
    norm.index() * Family::ALL.len() + family as usize
}

/// For each report, the norms that it first states.
fn stated_in(ids: &IndexSet<Id>, nodes: &[Entity]) -> Lists<NodeIndex> {
    let pairs = nodes.iter().enumerate().filter_map(|(number, node)| match node {
        Entity::Norm(norm) => Some((ids.get_index_of(&norm.stated_in)?, NodeIndex::new(number))),
        _ => None,
    });
    Lists::new(nodes.len(), pairs)
}

/// For each norm, the acts on itself and those that others did to the text that states it, votes apart, in the order of time.
fn traces(graph: &DiGraph<Entity, Act>, ids: &IndexSet<Id>, incident: &Lists<EdgeIndex>) -> Lists<EdgeIndex> {
    let mut pairs = Vec::new();
    let mut steps = Vec::new();
    for node in graph.node_indices() {
        let Entity::Norm(norm) = &graph[node] else { continue };
        steps.extend_from_slice(incident.of(node.index()));
        if let Some(text) = ids.get_index_of(&norm.stated_in) {
            let on_text = incident.of(text).iter().filter(|edge| {
                let verb = graph[**edge].verb;
                let structural = matches!(verb.family(), Family::Structural | Family::Lineage);
                !verb.is_vote() && !structural && graph.raw_edges()[edge.index()].target().index() == text
            });
            steps.extend(on_text);
        }
        steps.sort_unstable();
        steps.dedup();
        pairs.extend(steps.drain(..).map(|edge| (node.index(), edge)));
    }
    Lists::new(graph.node_count(), pairs.into_iter())
}

struct Edges<'a> {
    ids: &'a IndexSet<Id>,
    nodes: &'a [Entity],
    stated: Lists<NodeIndex>,
    list: Vec<(NodeIndex, NodeIndex, Act)>,
}

impl Edges<'_> {
    fn collect(&mut self) {
        for (number, node) in self.nodes.iter().enumerate() {
            let here = NodeIndex::new(number);
            match node {
                Entity::Norm(norm) => {
                    if let Some((text, date)) = self.report(&norm.stated_in) {
                        let claim = Arc::new(Claim { at: norm.at.clone(), ..Claim::bare(Verb::StatedIn) });
                        self.add(here, text, date, text, &claim);
                    }
                }
                Entity::Actor(_) => {}
                Entity::Forum(forum) => self.forum(here, forum),
                Entity::Report(report) => self.acts_of(here, report),
            }
        }
    }

    fn forum(&mut self, here: NodeIndex, forum: &Forum) {
        let mandate = forum.mandate.as_ref().and_then(|id| self.report(id));
        if let Some((text, date)) = mandate {
            self.add(here, text, date, text, &Arc::new(Claim::bare(Verb::MandatedBy)));
        }
        let recorded = forum.recorded_in.as_ref().and_then(|id| self.report(id));
        if let (Some(parent), Some((text, date))) = (forum.parent.as_ref().and_then(|id| self.node(id)), mandate.or(recorded)) {
            self.add(here, parent, forum.from.unwrap_or(date), text, &Arc::new(Claim::bare(Verb::SubsidiaryOf)));
        }
        for member in &forum.members {
            let Some((text, recorded)) = self.report(&member.recorded_in) else { continue };
            let claim = Arc::new(Claim {
                until: member.to.or(forum.to),
                at: member.at.clone(),
                confidence: member.confidence,
                verified: member.verified,
                note: member.note.clone(),
                ..Claim::bare(member.role.verb())
            });
            for who in &member.who {
                if let Some(who) = self.node(who) {
                    self.add(who, here, member.from.or(forum.from).unwrap_or(recorded), text, &claim);
                }
            }
        }
    }

    fn acts_of(&mut self, here: NodeIndex, report: &Report) {
        let issued = Arc::new(Claim { decision: report.decision, ..Claim::bare(Verb::IssuedBy) });
        let issuers: Vec<NodeIndex> = report.issued_by.iter().filter_map(|id| self.node(id)).collect();
        for issuer in &issuers {
            self.add(here, *issuer, report.date, here, &issued);
        }
        if let Some(vote) = &report.vote {
            let lists = [
                (&vote.yes, Verb::VotesYes),
                (&vote.no, Verb::VotesNo),
                (&vote.abstain, Verb::Abstains),
                (&vote.absent, Verb::Absent),
            ];
            for (voters, verb) in lists {
                let claim = Arc::new(Claim { decision: report.decision, ..Claim::bare(verb) });
                for voter in voters.iter().filter_map(|id| self.ids.get_index_of(id)) {
                    self.add(NodeIndex::new(voter), here, report.date, here, &claim);
                }
            }
        }
        for claim in &report.acts {
            let date = claim.date.unwrap_or(report.date);
            let named = claim.by.iter().filter_map(|id| self.node(id));
            let subjects: Vec<NodeIndex> = if claim.by.is_empty() { issuers.clone() } else { named.collect() };
            let stated = claim.norms_of.as_ref().and_then(|id| self.node(id));
            let stated = stated.map(|text| self.stated.of(text.index()).to_vec()).unwrap_or_default();
            let objects: Vec<NodeIndex> = claim.object.iter().filter_map(|id| self.node(id)).chain(stated).collect();
            for subject in subjects {
                for object in &objects {
                    self.add(subject, *object, date, here, claim);
                }
            }
        }
    }

    fn add(&mut self, subject: NodeIndex, object: NodeIndex, date: Date, report: NodeIndex, claim: &Arc<Claim>) {
        self.list.push((subject, object, Act { verb: claim.verb, date, report, claim: Arc::clone(claim) }));
    }

    fn node(&self, id: &Id) -> Option<NodeIndex> {
        self.ids.get_index_of(id).map(NodeIndex::new)
    }

    fn report(&self, id: &Id) -> Option<(NodeIndex, Date)> {
        let node = self.node(id)?;
        match &self.nodes[node.index()] {
            Entity::Report(report) => Some((node, report.date)),
            _ => None,
        }
    }
}
