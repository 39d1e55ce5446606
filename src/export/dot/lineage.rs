//! Where a wording comes from and where it went.

use std::fmt::{self, Formatter};

use super::write::{Evidence, Quoted, doubt, legend, open, pen, reuse_line, wrapped};
use crate::model::{Entity, Family, Norm};
use crate::node::{Node, Ref};
use crate::set::NodeSet;

pub(super) fn draw(f: &mut Formatter<'_>, norm: Ref<'_, Norm>) -> fmt::Result {
    let title = format!("Lineage of {} ({})", norm.title, norm.id());
    open(f, norm.view(), "lineage", &title, "rankdir=LR, ranksep=0.9, nodesep=0.3")?;
    let (before, after) = (norm.lineage(), norm.descendants());
    let links = || before.links().iter().chain(after.links());
    let ends = links().flat_map(|link| [link.act.ends().0, link.act.ends().1]);
    for node in NodeSet::new(norm.view(), ends.chain([norm.node().index])).iter() {
        wording(f, node, node == norm.node())?;
    }
    for link in links() {
        let act = link.act;
        let pen = pen(Family::Lineage);
        // "adapts, adapted" says one thing twice.
        let other = act.reuse.filter(|reuse| !act.verb.as_str().starts_with(&reuse.as_str()[..4]));
        let reuse = other.map_or_else(String::new, |reuse| format!("\n{reuse}"));
        writeln!(
            f,
            "  {} -> {} [color=\"{}\", style={}, arrowhead={}, label={}, {}];",
            Quoted(act.object().id().as_str()),
            Quoted(act.subject().id().as_str()),
            pen.colour,
            reuse_line(act.verb, act.reuse),
            pen.head,
            Quoted(&format!("{}{reuse}{}", act.verb, doubt(act))),
            Evidence(act)
        )?;
    }
    legend(f, &[Family::Lineage])?;
    writeln!(
        f,
        "  key [shape=plaintext, fontsize=9, tooltip=\"legend\", label=\"the arrow leads from the earlier to the later wording\\lsolid: the same words; dashed: changed\\l\"];"
    )?;
    writeln!(f, "}}")
}

/// A box with the title of the wording, its text and its year; texts that are no norms have a folded corner.
fn wording(f: &mut Formatter<'_>, node: Node<'_>, root: bool) -> fmt::Result {
    let (source, year) = match node.entity() {
        Entity::Norm(norm) => node.view.report(norm.stated_in.as_str()).map_or((String::new(), 0), |report| {
            let at = norm.at.as_ref().map_or_else(String::new, |at| format!(", {at}"));
            (format!("{}{at}", report.short()), report.date.year())
        }),
        Entity::Report(report) => (String::new(), report.date.year()),
        _ => (String::new(), 0),
    };
    let mut label = wrapped(node.title(), 30);
    if !source.is_empty() {
        label = format!("{label}\n[{}]", wrapped(&source, 34));
    }
    if year > 0 {
        label = format!("{label}\n{year}");
    }
    let shape = if matches!(node.entity(), Entity::Report(_)) { "note" } else { "box" };
    let look = if root { "style=\"filled,bold\", fillcolor=\"#FFF4CC\"" } else { "style=filled, fillcolor=\"#FFFFFF\"" };
    let tip = match node.entity() {
        Entity::Norm(norm) => norm.statement.as_str(),
        _ => node.title(),
    };
    writeln!(f, "  {} [shape={shape}, {look}, label={}, tooltip={}];", Quoted(node.id().as_str()), Quoted(&label), Quoted(tip))
}
