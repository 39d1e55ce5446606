//! The positions of an actor.

use std::fmt::{self, Formatter};

use indexmap::IndexMap;
use petgraph::graph::NodeIndex;

use super::write::{Evidence, Quoted, doubt, legend, open, pen, wrapped};
use crate::answer::ActRef;
use crate::model::{Actor, Family};
use crate::node::Ref;

/// Most objects that are drawn of one family; the rest are counted.
const MOST: usize = 16;

pub(super) fn draw(f: &mut Formatter<'_>, actor: Ref<'_, Actor>) -> fmt::Result {
    let title = format!("Positions of {} ({})", actor.short(), actor.id());
    open(f, actor.view(), "positions", &title, "rankdir=LR, ranksep=1.8, nodesep=0.10")?;
    let name = wrapped(actor.short(), 24);
    writeln!(
        f,
        "  actor [shape=box, style=\"filled,bold\", fillcolor=\"#FFF4CC\", fontsize=13, label={}, tooltip={}];",
        Quoted(&name),
        Quoted(&actor.name)
    )?;
    let mut groups: IndexMap<Family, IndexMap<NodeIndex, Vec<ActRef<'_>>>> = IndexMap::new();
    // Where someone only speaks of a matter, no position is on record.
    for act in actor.positions().into_iter().filter(|act| act.verb.family() != Family::Referred) {
        groups.entry(act.verb.family()).or_default().entry(act.ends().1).or_default().push(act);
    }
    groups.sort_unstable_keys();
    for (number, (family, objects)) in groups.iter().enumerate() {
        let pen = pen(*family);
        writeln!(
            f,
            "  subgraph cluster_{number} {{\n    label=\"{family}\"; style=rounded; color=\"{}\"; fontcolor=\"{}\"; tooltip=\"{family}\";",
            pen.colour, pen.colour
        )?;
        for node in objects.keys().take(MOST) {
            let node = actor.view().node(*node);
            writeln!(
                f,
                "    o{number}_{} [style=filled, fillcolor=\"{}\", color=\"{}\", label={}, tooltip={}];",
                node.index.index(),
                pen.fill,
                pen.colour,
                Quoted(&wrapped(node.short(), 44)),
                Quoted(node.title())
            )?;
        }
        if objects.len() > MOST {
            writeln!(
                f,
                "    more{number} [shape=plaintext, label=\"and {} more, not drawn\", tooltip=\"cut\"];",
                objects.len() - MOST
            )?;
        }
        writeln!(f, "  }}")?;
        for (node, acts) in objects.iter().take(MOST) {
            edge(f, number, *node, acts)?;
        }
    }
    let families: Vec<Family> = groups.keys().copied().collect();
    legend(f, &families)?;
    writeln!(f, "}}")
}

/// One line for all acts of a family on one object: the verb of the latest, the years of all, the tooltip of each.
fn edge(f: &mut Formatter<'_>, group: usize, node: NodeIndex, acts: &[ActRef<'_>]) -> fmt::Result {
    let Some(latest) = acts.last() else { return Ok(()) };
    let pen = pen(latest.verb.family());
    let mut years: Vec<String> = acts.iter().map(|act| act.date.year().to_string()).collect();
    years.dedup();
    let mode = latest.mode.map_or_else(String::new, |mode| format!(" ({mode})"));
    let label = format!("{} {}{mode}{}", years.join(", "), latest.verb, doubt(*latest));
    write!(
        f,
        "  actor -> o{group}_{} [color=\"{}\", fontcolor=\"{}\", style={}, penwidth={}, arrowhead={}, label={}, ",
        node.index(),
        pen.colour,
        pen.colour,
        pen.line,
        pen.width,
        pen.head,
        Quoted(&label)
    )?;
    match acts {
        [one] => writeln!(f, "{}];", Evidence(*one)),
        several => {
            let lines: Vec<String> = several.iter().map(ActRef::to_string).collect();
            writeln!(f, "tooltip={}];", Quoted(&lines.join("\n")))
        }
    }
}
