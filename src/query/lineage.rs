//! Where a wording comes from and where it went.

use petgraph::graph::NodeIndex;

use crate::answer::ActRef;
use crate::model::Norm;
use crate::node::{Node, Ref};

/// The wordings and texts that a norm comes from, or those that come from it, with the link that leads to each.
#[derive(Clone, Debug)]
pub struct Lineage<'g> {
    root: Node<'g>,
    links: Vec<Link<'g>>,
}

/// One step of a lineage: an act whose subject is the later wording and whose object is the earlier one.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Link<'g> {
    /// The act that records the link.
    pub act: ActRef<'g>,
    /// How many steps away from the norm that was asked for, from 1.
    pub depth: usize,
}

impl<'g> Lineage<'g> {
    /// The norm that was asked for.
    pub fn root(&self) -> Node<'g> {
        self.root
    }

    /// The links, nearest first, at each distance in the order of time.
    pub fn links(&self) -> &[Link<'g>] {
        &self.links
    }

    /// Whether no link is recorded.
    pub fn is_empty(&self) -> bool {
        self.links.is_empty()
    }
}

impl<'g> Ref<'g, Norm> {
    /// Where the wording comes from: the norms and texts that it restates, adapts, derives from, and so on to the first.
    ///
    /// Walks the recorded links from later to earlier; each link appears once.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let lineage = NormGraph::embedded().norm("paris-call-2-protect-internet")?.lineage();
    /// assert!(lineage.links().iter().any(|link| link.act.object().id().as_str() == "gcsc-public-core"));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn lineage(self) -> Lineage<'g> {
        self.walk(|(later, earlier)| (later, earlier))
    }

    /// What comes from the wording: the norms and texts that restate, adapt or derive from it, and what comes from those.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let descendants = NormGraph::embedded().norm("gge-2015-13f")?.descendants();
    /// assert!(descendants.links().iter().any(|link| link.act.subject().id().as_str() == "gge-2021-guidance-f"));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn descendants(self) -> Lineage<'g> {
        self.walk(|(later, earlier)| (earlier, later))
    }

    /// Breadth first; `turn` gives, of the two ends of a link, the one to come from and the one to go to.
    fn walk(self, turn: fn((NodeIndex, NodeIndex)) -> (NodeIndex, NodeIndex)) -> Lineage<'g> {
        let view = self.view;
        let mut links: Vec<Link<'g>> = Vec::new();
        let (mut here, mut depth, mut next) = (self.node, 0, 0);
        loop {
            for edge in view.incident(here) {
                let act = view.act(edge);
                if act.weight().verb.leads_to_origin() && turn(act.ends()).0 == here {
                    links.push(Link { act, depth: depth + 1 });
                }
            }
            // The next node whose links have not been followed; lineages are short, so the list itself is the memory.
            loop {
                let Some(link) = links.get(next) else {
                    return Lineage { root: self.node(), links };
                };
                next += 1;
                let node = turn(link.act.ends()).1;
                let known = node == self.node || links[..next - 1].iter().any(|earlier| turn(earlier.act.ends()).1 == node);
                if !known {
                    (here, depth) = (node, link.depth);
                    break;
                }
            }
        }
    }
}
