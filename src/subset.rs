//! A part of the graph: one bit for each record that is in it.

use petgraph::graph::NodeIndex;

use crate::model::Kind;
use crate::set::NodeSet;
use crate::view::View;

/// The part of a view that a set of records leaves; the answer of [`View::only`].
#[derive(Debug, Clone)]
pub struct Subset<'g> {
    view: View<'g>,
    marks: Marks,
}

/// One bit for each node of a graph.
#[derive(Debug, Clone)]
pub(crate) struct Marks(Vec<u64>);

impl<'g> Subset<'g> {
    pub(crate) fn new(view: View<'g>, set: &NodeSet<'_>) -> Self {
        let nodes = view.graph.graph.node_indices();
        let restricted = Kind::ALL.iter().filter(|kind| set.iter().any(|node| node.kind() == **kind));
        let restricted: Vec<Kind> = restricted.copied().collect();
        let left = nodes.filter(|node| {
            !set.is_empty()
                && view.shows(*node)
                && (!restricted.contains(&view.entity(*node).kind()) || set.contains(view.node(*node)))
        });
        Self { view, marks: Marks::new(view.graph.graph.node_count(), left) }
    }

    /// The view of the part, with the day that it was taken on.
    pub fn view(&self) -> View<'_> {
        self.view.marked(&self.marks)
    }
}

impl Marks {
    pub(crate) fn new(nodes: usize, marked: impl Iterator<Item = NodeIndex>) -> Self {
        let mut words = vec![0; nodes.div_ceil(64)];
        for node in marked {
            words[node.index() / 64] |= 1 << (node.index() % 64);
        }
        Self(words)
    }

    /// The marked nodes, in their order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = NodeIndex> {
        self.0.iter().enumerate().flat_map(|(place, word)| {
            let next = |left: &u64| Some(left & (left - 1)).filter(|left| *left != 0);
            let lefts = std::iter::successors(Some(*word).filter(|word| *word != 0), next);
            lefts.map(move |left| NodeIndex::new(place * 64 + left.trailing_zeros() as usize))
        })
    }

    pub(crate) fn holds(&self, node: NodeIndex) -> bool {
        self.0[node.index() / 64] >> (node.index() % 64) & 1 == 1
    }
}
