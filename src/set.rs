//! Sets of nodes: what most questions are answered with.

use std::fmt;
use std::ops::{BitAnd, BitOr, Sub};

use petgraph::graph::NodeIndex;

use crate::node::{Node, Record, Ref};
use crate::subset::Marks;
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
    /// The view of the nodes; nothing only where there are none.
    view: Option<View<'g>>,
    /// Sorted, without repeats.
    nodes: Vec<NodeIndex>,
}

impl<'g> NodeSet<'g> {
    pub(crate) fn new(view: View<'g>, nodes: impl Iterator<Item = NodeIndex>) -> Self {
        // The upper bound is near the number for every walk of this crate; to grow step by step would cost more than it.
        let most = view.graph.graph.node_count();
        let mut list = Vec::with_capacity(nodes.size_hint().1.map_or(0, |upper| upper.min(most)));
        nodes.for_each(|node| list.push(node));
        // Of a long list, to mark each node and read the marks is faster than to sort it.
        if list.len() > 48 && list.len() > most / 64 {
            let marks = Marks::new(most, list.drain(..));
            marks.iter().for_each(|node| list.push(node));
        } else {
            list.sort_unstable();
            list.dedup();
        }
        Self { view: Some(view), nodes: list }
    }

    /// The nodes, in the order of the data files.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Node<'g>> {
        let view = self.view;
        self.nodes.iter().map(move |node| match view {
            Some(view) => view.node(*node),
            None => unreachable!("a set without a view is empty"),
        })
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
        self.is_of(node.view) && self.nodes.binary_search(&node.index).is_ok()
    }

    /// Whether the nodes are those of the graph of a view.
    fn is_of(&self, view: View<'_>) -> bool {
        self.view.is_some_and(|own| std::ptr::eq(own.graph, view.graph))
    }

    fn is_of_graph_of(&self, other: &Self) -> bool {
        other.view.is_some_and(|view| self.is_of(view))
    }

    /// Keeps the nodes whose presence in the other set is as wanted; nodes of another graph are in no set of this one.
    fn keep(&mut self, other: &Self, wanted: bool) {
        let others = if self.is_of_graph_of(other) { &other.nodes[..] } else { &[] };
        let mut next = 0;
        self.nodes.retain(|node| {
            while others.get(next).is_some_and(|other| other < node) {
                next += 1;
            }
            (others.get(next) == Some(node)) == wanted
        });
    }
}

impl<'g> BitAnd for &NodeSet<'g> {
    type Output = NodeSet<'g>;

    fn bitand(self, other: Self) -> NodeSet<'g> {
        let mut kept = self.clone();
        kept.keep(other, true);
        kept
    }
}

impl<'g> Sub for &NodeSet<'g> {
    type Output = NodeSet<'g>;

    fn sub(self, other: Self) -> NodeSet<'g> {
        let mut kept = self.clone();
        kept.keep(other, false);
        kept
    }
}

impl<'g> BitOr for &NodeSet<'g> {
    type Output = NodeSet<'g>;

    /// Of two sets of different graphs, the nodes of the left one.
    fn bitor(self, other: Self) -> NodeSet<'g> {
        self.iter().chain(other.iter()).collect()
    }
}

impl<'g> FromIterator<Node<'g>> for NodeSet<'g> {
    /// The set of the nodes, in the view of the first; nodes of another graph than the first are left out.
    fn from_iter<I: IntoIterator<Item = Node<'g>>>(nodes: I) -> Self {
        let mut nodes = nodes.into_iter().peekable();
        match nodes.peek().map(|node| node.view) {
            None => Self { view: None, nodes: Vec::new() },
            Some(view) => Self::new(view, nodes.filter(|node| std::ptr::eq(node.view.graph, view.graph)).map(|node| node.index)),
        }
    }
}

impl<'g, R: Record> From<Ref<'g, R>> for NodeSet<'g> {
    /// The set of this one record, for questions that ask for sets.
    fn from(record: Ref<'g, R>) -> Self {
        std::iter::once(record).collect()
    }
}

impl<'g, R: Record> FromIterator<Ref<'g, R>> for NodeSet<'g> {
    fn from_iter<I: IntoIterator<Item = Ref<'g, R>>>(records: I) -> Self {
        records.into_iter().map(Ref::node).collect()
    }
}

impl BitAnd for NodeSet<'_> {
    type Output = Self;

    fn bitand(mut self, other: Self) -> Self {
        self.keep(&other, true);
        self
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

    fn sub(mut self, other: Self) -> Self {
        self.keep(&other, false);
        self
    }
}

impl PartialEq for NodeSet<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.nodes == other.nodes && (self.nodes.is_empty() || self.is_of_graph_of(other))
    }
}

impl Eq for NodeSet<'_> {}

impl fmt::Debug for NodeSet<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
