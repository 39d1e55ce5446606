//! The trace of a norm as a timeline.

use std::fmt::{self, Formatter};

use indexmap::IndexMap;

use super::write::{Evidence, Quoted, cut, legend, open, pen, wrapped};
use crate::answer::ActRef;
use crate::model::{Family, Norm, Verb};
use crate::node::{Node, Ref};

/// A box of the picture: acts of one year, in one lane, with one verb.
type Boxes<'g> = IndexMap<(String, u16, Verb), Vec<ActRef<'g>>>;

pub(super) fn draw(f: &mut Formatter<'_>, norm: Ref<'_, Norm>) -> fmt::Result {
    let title = format!("{} ({}): who did what with it", norm.title, norm.id());
    open(f, norm.view(), "trace", &title, "rankdir=LR, newrank=true, ranksep=0.35, nodesep=0.12")?;
    let mut boxes: Boxes<'_> = IndexMap::new();
    for act in norm.trace() {
        boxes.entry((lane(act), act.date.year(), act.verb)).or_default().push(act);
    }
    let mut years: Vec<u16> = boxes.keys().map(|(_, year, _)| *year).collect();
    years.sort_unstable();
    years.dedup();
    for year in &years {
        writeln!(f, "  y{year} [shape=plaintext, fontsize=13, label=\"{year}\", tooltip=\"{year}\"];")?;
    }
    for pair in years.windows(2) {
        writeln!(f, "  y{} -> y{} [color=\"#BBBBBB\", arrowhead=none, tooltip=\"time\"];", pair[0], pair[1])?;
    }
    let mut lanes: IndexMap<&str, Vec<usize>> = IndexMap::new();
    for (number, (lane, ..)) in boxes.keys().enumerate() {
        lanes.entry(lane).or_default().push(number);
    }
    for (number, (lane, members)) in lanes.iter().enumerate() {
        writeln!(f, "  subgraph cluster_{number} {{")?;
        writeln!(f, "    label={}; style=rounded; color=\"#CCCCCC\"; fontsize=11; tooltip={};", Quoted(lane), Quoted(lane))?;
        for member in members {
            if let Some((key, acts)) = boxes.get_index(*member) {
                act_box(f, norm, *member, key.2, acts)?;
            }
        }
        writeln!(f, "  }}")?;
        for pair in members.windows(2) {
            let Some(((_, from, _), (_, to, verb))) =
                boxes.get_index(pair[0]).map(|(key, _)| key).zip(boxes.get_index(pair[1]).map(|(key, _)| key))
            else {
                continue;
            };
            let pen = pen(verb.family());
            let hold = if from == to { ", constraint=false" } else { "" };
            writeln!(
                f,
                "  b{} -> b{} [color=\"{}\", style={}, penwidth={}, arrowhead={}, tooltip=\"next in this forum\"{hold}];",
                pair[0], pair[1], pen.colour, pen.line, pen.width, pen.head
            )?;
        }
    }
    for year in &years {
        write!(f, "  {{ rank=same; y{year};")?;
        for (number, (_, box_year, _)) in boxes.keys().enumerate() {
            if box_year == year {
                write!(f, " b{number};")?;
            }
        }
        writeln!(f, " }}")?;
    }
    let families: Vec<Family> = boxes.keys().map(|(.., verb)| verb.family()).collect();
    legend(f, &families)?;
    if let Some(first) = years.first() {
        writeln!(f, "  {{ rank=same; y{first}; legend; }}")?;
    }
    writeln!(f, "}}")
}

/// The forum or actor that issued the report which records the act.
fn lane(act: ActRef<'_>) -> String {
    let report = act.report();
    let issuer = report.issued_by.first().and_then(|id| report.view().get(id.as_str()));
    issuer.map_or_else(|| report.short().to_owned(), |issuer| cut(issuer.short(), 60))
}

fn act_box(f: &mut Formatter<'_>, norm: Ref<'_, Norm>, number: usize, verb: Verb, acts: &[ActRef<'_>]) -> fmt::Result {
    const MOST: usize = 4;
    let pen = pen(verb.family());
    // The norm is named in the title of the picture; in its boxes it is "it".
    let name = |node: Node<'_>| if node == norm.node() { "it".to_owned() } else { node.short().to_owned() };
    let mut names: Vec<String> = acts.iter().map(|act| name(act.subject())).collect();
    names.dedup();
    let more = names.len().saturating_sub(MOST);
    let mut who = names[..names.len().min(MOST)].join(", ");
    if more > 0 {
        who = format!("{who} and {more} more");
    }
    let mut objects: Vec<String> = acts.iter().map(|act| name(act.object())).collect();
    objects.dedup();
    let what = cut(objects.first().map_or("", String::as_str), 60);
    let rest = if objects.len() > 1 { format!(" and {} more", objects.len() - 1) } else { String::new() };
    let sentence = wrapped(&format!("{who} {} {what}{rest}", verb.phrase()), 30);
    let source = acts.first().map(|act| act.citation().to_string()).unwrap_or_default();
    let label = format!("{sentence}\n[{}]", wrapped(&cut(&source, 120), 34));
    let shape = if verb.family() == Family::Contested { "octagon" } else { "box" };
    let twice = if verb.family() == Family::Adopted { 2 } else { 1 };
    write!(
        f,
        "    b{number} [shape={shape}, peripheries={twice}, style=\"filled,{}\", fillcolor=\"{}\", color=\"{}\", label={}",
        pen.line,
        pen.fill,
        pen.colour,
        Quoted(&label)
    )?;
    match acts {
        [one] => writeln!(f, ", {}];", Evidence(*one)),
        several => {
            let lines: Vec<String> = several.iter().map(ActRef::to_string).collect();
            writeln!(f, ", tooltip={}];", Quoted(&lines.join("\n")))
        }
    }
}
