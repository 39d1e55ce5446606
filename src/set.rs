//! Sets of nodes: what most questions are answered with.

use std::fmt;
use std::ops::{BitAnd, BitOr, Sub};

use petgraph::graph::NodeIndex;

use crate::node::{Node, Record, Ref};
use crate::view::View;

/// A set of nodes of one graph, in the order of the data files. `&`, `|` and `-` are intersection, union and difference.
///
/// ```
/// use cybernorms::NormGraph;
/// let graph = NormGraph::embedded();
/// let contested = graph.norm("ihl-applies")?.contested_by().subjects();
/// let supported = graph.norm("ihl-applies")?.endorsed_by().subjects();
/// let both: Vec<&str> = (&contested & &supported).iter().map(|node| node.id().as_str()).collect();
/// assert_eq!(both, ["ind"], "India doubted in 2019 what it backed in 2021");
/// # Ok::<(), cybernorms::LookupError>(())
/// ```
#[derive(Clone)]
pub struct NodeSet<'g> {
    view: View<'g>,
    /// Sorted, without repeats.
    nodes: Vec<NodeIndex>,
}

impl<'g> NodeSet<'g> {
    pub(crate) fn new(view: View<'g>, nodes: impl Iterator<Item = NodeIndex>) -> Self {
        let mut nodes: Vec<NodeIndex> = nodes.collect();
        nodes.sort_unstable();
        nodes.dedup();
        Self { view, nodes }
    }

    /// The nodes, in the order of the data files.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Node<'g>> {
        let view = self.view;
        self.nodes.iter().map(move |node| view.node(*node))
    }

    /// The nodes that are of one kind.
    pub fn of_kind<R: Record + 'g>(&self) -> impl Iterator<Item = Ref<'g, R>> {
        self.iter().filter_map(Node::cast)
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// Whether the set holds a record of the same graph.
    pub fn contains(&self, node: Node<'_>) -> bool {
        std::ptr::eq(self.view.graph, node.view.graph) && self.nodes.binary_search(&node.index).is_ok()
    }

    /// Keeps the nodes whose presence in the other set is as wanted; nodes of another graph are in no set of this one.
    fn kept(&self, other: &Self, wanted: bool) -> Self {
        let same = std::ptr::eq(self.view.graph, other.view.graph);
        let kept = self.nodes.iter().filter(|node| (same && other.nodes.binary_search(node).is_ok()) == wanted);
        Self { view: self.view, nodes: kept.copied().collect() }
    }
}

impl<'g> BitAnd for &NodeSet<'g> {
    type Output = NodeSet<'g>;

    fn bitand(self, other: Self) -> NodeSet<'g> {
        self.kept(other, true)
    }
}

impl<'g> Sub for &NodeSet<'g> {
    type Output = NodeSet<'g>;

    fn sub(self, other: Self) -> NodeSet<'g> {
        self.kept(other, false)
    }
}

impl<'g> BitOr for &NodeSet<'g> {
    type Output = NodeSet<'g>;

    /// Of two sets of different graphs, the nodes of the left one.
    fn bitor(self, other: Self) -> NodeSet<'g> {
        let more = if std::ptr::eq(self.view.graph, other.view.graph) { &other.nodes[..] } else { &[] };
        NodeSet::new(self.view, self.nodes.iter().chain(more).copied())
    }
}

impl BitAnd for NodeSet<'_> {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        &self & &other
    }
}

impl BitOr for NodeSet<'_> {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        &self | &other
    }
}

impl Sub for NodeSet<'_> {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        &self - &other
    }
}

impl PartialEq for NodeSet<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.view.graph, other.view.graph) && self.nodes == other.nodes
    }
}

impl Eq for NodeSet<'_> {}

impl fmt::Debug for NodeSet<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
