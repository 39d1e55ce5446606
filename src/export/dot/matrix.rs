//! Norms by forums.

use std::fmt::{self, Formatter};

use indexmap::IndexMap;
use petgraph::graph::NodeIndex;

use super::write::{Html, Quoted, cut, doubt, letters, open, pen, tooltip, wrapped};
use crate::answer::ActRef;
use crate::model::{Entity, Family, Norm, Verb};
use crate::node::Ref;

/// Rank of the families in a cell: the strongest is shown.
const STRONGEST_FIRST: [Family; 6] =
    [Family::Adopted, Family::Contested, Family::Endorsed, Family::Proposed, Family::Lineage, Family::Referred];

pub(super) fn draw(f: &mut Formatter<'_>, norms: &[Ref<'_, Norm>]) -> fmt::Result {
    let Some(first) = norms.first() else {
        return writeln!(f, "digraph matrix {{\n  label=\"no norms\";\n}}");
    };
    open(
        f,
        first.view(),
        "matrix",
        &format!("{} norms by forum: the strongest act recorded", norms.len()),
        "rankdir=TB, ranksep=0.2",
    )?;
    // Forums in the order in which they first touch one of the norms; a cell holds the acts of one forum on one norm.
    let mut cells: IndexMap<(NodeIndex, usize), Vec<ActRef<'_>>> = IndexMap::new();
    let mut forums: Vec<(NodeIndex, ActRef<'_>)> = Vec::new();
    for (row, norm) in norms.iter().enumerate() {
        for act in norm.trace() {
            if act.verb.family() == Family::Structural && act.verb != Verb::StatedIn {
                continue;
            }
            for forum in forums_of(act) {
                cells.entry((forum, row)).or_default().push(act);
                forums.push((forum, act));
            }
        }
    }
    forums.sort_by_key(|(forum, act)| (act.edge, *forum));
    let mut columns: Vec<NodeIndex> = Vec::new();
    for (forum, _) in forums {
        if !columns.contains(&forum) {
            columns.push(forum);
        }
    }
    write!(
        f,
        "  table [shape=plain, tooltip=\"norms by forum\", label=<<TABLE BORDER=\"0\" CELLBORDER=\"1\" CELLSPACING=\"0\" CELLPADDING=\"4\" COLOR=\"#BBBBBB\"><TR><TD BORDER=\"0\"></TD>"
    )?;
    for forum in &columns {
        let name = first.view().node(*forum).short();
        let lines: Vec<String> = wrapped(&cut(name, 40), 12).lines().map(|line| Html(line).to_string()).collect();
        write!(f, "<TD VALIGN=\"BOTTOM\"><FONT POINT-SIZE=\"9\">{}</FONT></TD>", lines.join("<BR/>"))?;
    }
    write!(f, "</TR>")?;
    for (row, norm) in norms.iter().enumerate() {
        write!(f, "<TR><TD ALIGN=\"LEFT\">{}</TD>", Html(&cut(&norm.title, 60)))?;
        for forum in &columns {
            cell(f, cells.get(&(*forum, row)).map_or(&[], Vec::as_slice))?;
        }
        write!(f, "</TR>")?;
    }
    writeln!(f, "</TABLE>>];")?;
    letters(f, &STRONGEST_FIRST)?;
    writeln!(f, "  table -> legend [style=invis];")?;
    writeln!(
        f,
        "  key [shape=plaintext, fontsize=9, tooltip=\"legend\", label={}];",
        Quoted("● first stated there; ? only reported or inferred; empty: no record")
    )?;
    writeln!(f, "  legend -> key [style=invis];\n}}")
}

/// The forum that acts, or in whose text others act.
fn forums_of(act: ActRef<'_>) -> Vec<NodeIndex> {
    let is_forum = |node: NodeIndex| matches!(act.view.entity(node), Entity::Forum(_));
    let subject = act.ends().0;
    if is_forum(subject) {
        return vec![subject];
    }
    let issuers = act.report().record().issued_by.iter().filter_map(|id| act.view.get(id.as_str()).map(|node| node.index));
    issuers.filter(|node| is_forum(*node)).collect()
}

fn cell(f: &mut Formatter<'_>, acts: &[ActRef<'_>]) -> fmt::Result {
    let strongest = STRONGEST_FIRST.into_iter().find_map(|family| acts.iter().find(|act| act.verb.family() == family));
    let born = if acts.iter().any(|act| act.verb == Verb::StatedIn) { "●" } else { "" };
    let Some(shown) = strongest.or_else(|| acts.first()) else {
        return write!(f, "<TD> </TD>");
    };
    let pen = pen(shown.verb.family());
    let letter = if shown.verb == Verb::StatedIn { String::new() } else { pen.letter.to_string() };
    let mark = if doubt(*shown).is_empty() { "" } else { "?" };
    let tip = acts.iter().map(|act| tooltip(*act)).collect::<Vec<_>>().join(" | ");
    write!(
        f,
        "<TD BGCOLOR=\"{}\" TOOLTIP=\"{}\" HREF=\"#\"><FONT COLOR=\"{}\"><B>{letter}{mark}{born}</B></FONT></TD>",
        pen.fill,
        Html(&cut(&tip, 600)),
        pen.colour
    )
}
