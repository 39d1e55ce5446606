//! The positions of an actor.

use std::fmt::{self, Formatter};

use indexmap::IndexMap;
use petgraph::graph::NodeIndex;

use super::write::{Evidence, Quoted, legend, open, pen, wrapped};
use crate::answer::ActRef;
use crate::model::{Actor, Family};
use crate::node::Ref;

pub(super) fn draw(f: &mut Formatter<'_>, actor: Ref<'_, Actor>) -> fmt::Result {
    let title = format!("Positions of {} ({})", actor.short(), actor.id());
    open(f, actor.view(), "positions", &title, "rankdir=LR, ranksep=1.6, nodesep=0.10")?;
    writeln!(
        f,
        "  actor [shape=box, style=\"filled,bold\", fillcolor=\"#FFF4CC\", fontsize=13, label={}, tooltip={}];",
        Quoted(&wrapped(actor.short(), 24)),
        Quoted(&actor.name)
    )?;
    let mut groups: IndexMap<Family, IndexMap<NodeIndex, Vec<ActRef<'_>>>> = IndexMap::new();
    for act in actor.positions() {
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
        for node in objects.keys() {
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
        writeln!(f, "  }}")?;
        for (node, acts) in objects {
            for act in acts {
                let detail = act.mode.map_or_else(String::new, |mode| format!(" ({mode})"));
                let label = format!("{} {}{detail}", act.date.year(), act.verb);
                writeln!(
                    f,
                    "  actor -> o{number}_{} [color=\"{}\", fontcolor=\"{}\", style={}, penwidth={}, arrowhead={}, label={}, {}];",
                    node.index(),
                    pen.colour,
                    pen.colour,
                    pen.line,
                    pen.width,
                    pen.head,
                    Quoted(&label),
                    Evidence(*act)
                )?;
            }
        }
    }
    let families: Vec<Family> = groups.keys().copied().collect();
    legend(f, &families)?;
    writeln!(f, "}}")
}
