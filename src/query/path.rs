//! How two records hang together.

use std::collections::VecDeque;

use petgraph::graph::EdgeIndex;

use crate::answer::ActRef;
use crate::model::{Family, Verb};
use crate::node::Node;
use crate::view::View;

impl<'g> View<'g> {
    /// A shortest chain of acts from one record to another, whichever way each act points; `None` if there is none.
    ///
    /// Votes, memberships and who spoke in which session are not followed: they connect everyone with everyone. Of several shortest
    /// chains the one with the oldest acts is given. Both ends the same give an empty chain. Takes time in proportion to the graph
    /// at worst.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let view = NormGraph::embedded().now();
    /// let (report, norm) = (view.get("wrr-public-core-2015").unwrap(), view.get("paris-call-2-protect-internet").unwrap());
    /// let path = view.path(report, norm).unwrap();
    /// assert!(path.len() <= 4);
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn path(self, from: Node<'g>, to: Node<'g>) -> Option<Vec<ActRef<'g>>> {
        let nodes = self.graph.graph.node_count();
        if !std::ptr::eq(from.view.graph, self.graph) || !std::ptr::eq(to.view.graph, self.graph) {
            return None;
        }
        let mut came_by: Vec<Option<EdgeIndex>> = vec![None; nodes];
        let mut queue = VecDeque::from([from.index]);
        while let Some(here) = queue.pop_front() {
            if here == to.index {
                break;
            }
            for edge in self.incident(here) {
                let act = self.act(edge);
                if !is_tie(act.weight().verb) {
                    continue;
                }
                let (subject, object) = act.ends();
                let there = if subject == here { object } else { subject };
                if there != from.index && came_by[there.index()].is_none() {
                    came_by[there.index()] = Some(edge);
                    queue.push_back(there);
                }
            }
        }
        let mut path = Vec::new();
        let mut here = to.index;
        while here != from.index {
            let act = self.act(came_by[here.index()]?);
            let (subject, object) = act.ends();
            here = if subject == here { object } else { subject };
            path.push(act);
        }
        path.reverse();
        Some(path)
    }
}

/// Whether an act ties two records closely enough to be a step of a path.
fn is_tie(verb: Verb) -> bool {
    match verb {
        Verb::StatedIn | Verb::IssuedBy | Verb::MandatedBy | Verb::SpeaksFor => true,
        verb if verb.is_vote() => false,
        _ => verb.family() != Family::Structural,
    }
}
