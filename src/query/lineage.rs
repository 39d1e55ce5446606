//! Where a wording comes from and where it went.

use std::fmt;

use petgraph::graph::NodeIndex;

use crate::answer::{ActRef, Acts, Keep};
use crate::model::{Entity, Family, Norm, Report, Reuse, Verb};
use crate::node::{Node, Ref};
use crate::set::NodeSet;
use crate::view::View;

/// The wordings and texts that a norm or text comes from, or those that come from it, with the link that leads to each.
#[derive(Clone, Debug)]
pub struct Lineage<'g> {
    root: Node<'g>,
    /// The root and, if it is a report, the norms that it states.
    starts: Vec<NodeIndex>,
    direction: Direction,
    links: Vec<Link<'g>>,
}

/// One step of a lineage: an act whose subject is the later wording and whose object is the earlier one.
///
/// Prints as the act, the kind of reuse and what changed.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Link<'g> {
    /// The act that records the link.
    pub act: ActRef<'g>,
    /// How many steps away from the norm or report that was asked for, from 1.
    pub depth: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    Earlier,
    Later,
}

impl Direction {
    /// Of the two ends of a link, later and earlier, the one to come from and the one to go to.
    fn turn(self, (later, earlier): (NodeIndex, NodeIndex)) -> (NodeIndex, NodeIndex) {
        match self {
            Self::Earlier => (later, earlier),
            Self::Later => (earlier, later),
        }
    }
}

impl Link<'_> {
    /// Whether the later wording says the same as the earlier one: reused word for word, or restated without a recorded kind of
    /// reuse. Of the latter the record says that the thing is said again, and not how far the words are the same.
    pub fn is_near_copy(&self) -> bool {
        is_near_copy(self.act)
    }
}

impl fmt::Display for Link<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.act.fmt(f)?;
        match (self.act.reuse, &self.act.change) {
            (Some(reuse), Some(change)) => write!(f, " {reuse}: {change}"),
            (Some(reuse), None) => write!(f, " {reuse}"),
            (None, Some(change)) => write!(f, " changed: {change}"),
            (None, None) => Ok(()),
        }
    }
}

impl<'g> Lineage<'g> {
    /// The norm or report that was asked for.
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

    /// What the links lead to: norms and texts, and now and then a forum that is said to build on one.
    pub fn nodes(&self) -> NodeSet<'g> {
        NodeSet::new(self.root.view, self.links.iter().map(|link| self.direction.turn(link.act.ends()).1))
    }

    /// The links with one kind of reuse.
    ///
    /// ```
    /// use cybernorms::{NormGraph, Reuse};
    /// let pledge = NormGraph::embedded().norm("us-china-2015-no-ip-theft")?.descendants();
    /// let copies: Vec<&str> = pledge.of_reuse(Reuse::Verbatim).map(|link| link.act.subject().id().as_str()).collect();
    /// assert_eq!(copies, ["canada-china-communique-2017"]);
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn of_reuse(&self, reuse: Reuse) -> impl Iterator<Item = Link<'g>> {
        self.links.iter().copied().filter(move |link| link.act.reuse == Some(reuse))
    }

    /// A shortest chain of links from the root to a norm or text of this lineage, the root's end first; `None` if it is not in it.
    ///
    /// A report stands for itself and for every norm that it states, so the chain to a report may end at one of its norms, and the
    /// chain from a report begin there. Of several shortest chains the one whose last link is oldest is given. The root itself is
    /// at the end of an empty chain. Each link says how the wording was reused and what changed, as far as that is recorded, and
    /// whether it is the text's own word or inferred.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let graph = NormGraph::embedded();
    /// // From the proposal of an advisory council to the report of a group of experts.
    /// let council = graph.report("wrr-public-core-2015")?.descendants();
    /// let chain = council.path_to(graph.get("a-76-135").unwrap()).unwrap();
    /// let wordings: Vec<&str> = chain.iter().map(|link| link.act.subject().id().as_str()).collect();
    /// assert_eq!(wordings, ["gcsc-public-core", "gge-2021-guidance-f"]);
    /// assert_eq!(chain[0].act.basis, cybernorms::Basis::Inferred, "no text of the commission names the council");
    /// assert!(chain[1].to_string().contains("merged: availability and integrity of the Internet enter as an example"));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn path_to(&self, node: Node<'_>) -> Option<Vec<Link<'g>>> {
        let view = self.root.view;
        if !std::ptr::eq(node.view.graph, view.graph) {
            return None;
        }
        let goals = with_norms(view, node.index);
        if goals.iter().any(|goal| self.starts.contains(goal)) {
            return Some(Vec::new());
        }
        let last = self.links.iter().find(|link| goals.contains(&self.direction.turn(link.act.ends()).1))?;
        let mut path = vec![*last];
        while let Some(step) = path.last().filter(|step| step.depth > 1) {
            let here = self.direction.turn(step.act.ends()).0;
            let before = |link: &&Link<'g>| self.direction.turn(link.act.ends()).1 == here;
            path.push(*self.links.iter().find(before)?);
        }
        path.reverse();
        Some(path)
    }
}

impl<'g> Ref<'g, Norm> {
    /// Where the wording comes from: the norms and texts that it restates, adapts, derives from, and so on to the first.
    ///
    /// Walks the recorded links from later to earlier; each link appears once. What the text that states it takes over as a whole
    /// is in the lineage of that report.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let lineage = NormGraph::embedded().norm("paris-call-2-protect-internet")?.lineage();
    /// assert!(lineage.links().iter().any(|link| link.act.object().id().as_str() == "gcsc-public-core"));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn lineage(self) -> Lineage<'g> {
        origins(self.node())
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
        descendants(self.node())
    }

    /// The wordings that say the same: all that near-copies join to this one, whichever is the later, nearest first.
    ///
    /// A near-copy is reused word for word or restated without a recorded change; see [`Link::is_near_copy`].
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let copies = NormGraph::embedded().norm("gge-2015-13c")?.near_copies();
    /// assert_eq!(copies.len(), 1);
    /// assert_eq!(copies[0].act.subject().id().as_str(), "g7-2017-lucca-3");
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn near_copies(self) -> Vec<Link<'g>> {
        let view = self.view;
        let mut reached = vec![(self.node, 0)];
        let mut links: Vec<Link<'g>> = Vec::new();
        let mut next = 0;
        while let Some(&(here, depth)) = reached.get(next) {
            next += 1;
            for edge in view.incident(here) {
                let act = view.act(edge);
                if is_near_copy(act) && links.iter().all(|link| link.act != act) {
                    links.push(Link { act, depth: depth + 1 });
                    let (later, earlier) = act.ends();
                    let there = if later == here { earlier } else { later };
                    if reached.iter().all(|(node, _)| *node != there) {
                        reached.push((there, depth + 1));
                    }
                }
            }
        }
        links.sort_by_key(|link| (link.depth, link.act.edge));
        links
    }
}

impl<'g> Ref<'g, Report> {
    /// Where the text comes from: what it or a norm that it states restates, adapts, derives from, and so on to the first.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let graph = NormGraph::embedded();
    /// let lineage = graph.report("a-76-135")?.lineage();
    /// let back = lineage.path_to(graph.get("gge-2013-23").unwrap()).unwrap();
    /// assert_eq!(back.len(), 2, "through the report of 2015");
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn lineage(self) -> Lineage<'g> {
        walk(self.node(), with_norms(self.view, self.node), Direction::Earlier)
    }

    /// What comes from the text: what restates, adapts or derives from it or from a norm that it states, and what comes from that.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let graph = NormGraph::embedded();
    /// let code = graph.report("a-66-359")?.descendants();
    /// assert!(code.nodes().contains(graph.get("a-69-723").unwrap()), "the code of 2015");
    /// assert!(code.nodes().contains(graph.get("russia-china-agreement-2015").unwrap()));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn descendants(self) -> Lineage<'g> {
        walk(self.node(), with_norms(self.view, self.node), Direction::Later)
    }
}

impl<'g> View<'g> {
    /// The links by which one issuer says again what another had said: near-copies whose two texts have no issuer in common, in the
    /// order of time. Takes time in proportion to the number of acts.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let copies = NormGraph::embedded().now().near_copies();
    /// assert!(copies.iter().any(|act| act.subject().id().as_str() == "g7-2017-lucca-12"), "as the G20 had said");
    /// assert!(copies.iter().all(|act| act.reuse.is_none_or(|reuse| reuse == cybernorms::Reuse::Verbatim)));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn near_copies(self) -> Vec<ActRef<'g>> {
        let links = Acts::new(self, &self.graph.every, None, Keep::Family(Family::Lineage));
        let across = |act: &ActRef<'g>| {
            let (later, earlier) = (issuers(act.subject()), issuers(act.object()));
            (&later & &earlier).is_empty()
        };
        links.iter().filter(|act| is_near_copy(*act) && across(act)).collect()
    }
}

pub(super) fn is_near_copy(act: ActRef<'_>) -> bool {
    match act.weight().reuse {
        Some(reuse) => reuse == Reuse::Verbatim,
        None => act.weight().verb == Verb::Restates,
    }
}

/// Who issued a text, or the text that states a norm; of a forum or actor, itself.
pub(super) fn issuers(node: Node<'_>) -> NodeSet<'_> {
    let view = node.view;
    let text = match node.entity() {
        Entity::Report(report) => report,
        Entity::Norm(norm) => match view.report(norm.stated_in.as_str()) {
            Ok(text) => text.record(),
            Err(_) => unreachable!("a rule proves that every norm is stated in a report"),
        },
        Entity::Actor(_) | Entity::Forum(_) => return NodeSet::new(view, std::iter::once(node.index)),
    };
    NodeSet::new(view, text.issued_by.iter().filter_map(|id| view.get(id.as_str())).map(|issuer| issuer.index))
}

/// A node and, if it is a report, the norms that it states.
fn with_norms(view: View<'_>, node: NodeIndex) -> Vec<NodeIndex> {
    let stated = view.incident(node).map(|edge| view.act(edge)).filter(|act| act.weight().verb == Verb::StatedIn);
    let norms = stated.filter(|act| act.ends().1 == node).map(|act| act.ends().0);
    std::iter::once(node).chain(norms).collect()
}

/// Where a wording or text itself comes from, without the norms that it states.
pub(super) fn origins(node: Node<'_>) -> Lineage<'_> {
    walk(node, vec![node.index], Direction::Earlier)
}

/// What comes from a wording or text itself, without the norms that it states.
pub(super) fn descendants(node: Node<'_>) -> Lineage<'_> {
    walk(node, vec![node.index], Direction::Later)
}

/// Breadth first.
fn walk(root: Node<'_>, starts: Vec<NodeIndex>, direction: Direction) -> Lineage<'_> {
    let view = root.view;
    let mut reached: Vec<(NodeIndex, usize)> = starts.iter().map(|node| (*node, 0)).collect();
    let mut links: Vec<Link<'_>> = Vec::new();
    let mut next = 0;
    while let Some(&(here, depth)) = reached.get(next) {
        next += 1;
        for edge in view.incident(here) {
            let act = view.act(edge);
            let (from, to) = direction.turn(act.ends());
            if !act.weight().verb.leads_to_origin() || from != here {
                continue;
            }
            links.push(Link { act, depth: depth + 1 });
            // Lineages are short, so a list is memory enough.
            if reached.iter().all(|(node, _)| *node != to) {
                reached.push((to, depth + 1));
            }
        }
    }
    links.sort_by_key(|link| (link.depth, link.act.edge));
    Lineage { root, starts, direction, links }
}
