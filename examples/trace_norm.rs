//! Where a norm was born, who took it up, who stood where and what it rests on:
//! `cargo run --example trace_norm -- gcsc-public-core`. A name such as `13(f)` or a theme such as `elections` will do as well.

use std::io::{Write, stdout};
use std::process::ExitCode;

use cybernorms::{ActRef, Family, LookupError, Norm, NormGraph, Ref};

fn main() -> ExitCode {
    let words = std::env::args().nth(1).unwrap_or_else(|| "gcsc-public-core".to_owned());
    // A reader that has seen enough, such as `head`, is no failure, so what cannot be written is let go.
    let mut out = stdout().lock();
    let graph = NormGraph::embedded();
    if let Ok(theme) = graph.theme(&words) {
        let _ = writeln!(out, "{}: {}", theme.title, theme.meaning);
        for act in theme.trace() {
            let _ = writeln!(out, "  {act}");
        }
        return ExitCode::SUCCESS;
    }
    match norm(graph, &words) {
        Ok(norm) => trace(norm, &mut out),
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn norm<'g>(graph: &'g NormGraph, words: &str) -> Result<Ref<'g, Norm>, LookupError> {
    graph.norm(graph.resolve(words)?.id().as_str())
}

fn trace(norm: Ref<'_, Norm>, out: &mut impl Write) {
    let _ = writeln!(out, "{} ({norm})", norm.title);
    for title in ["born", "taken up", "who stood where", "rests on"] {
        let _ = writeln!(out, "\n{title}");
        for act in norm.trace().iter().filter(|act| section(norm, *act) == title) {
            let subject = if act.subject() == norm.node() { "it" } else { act.subject().short() };
            let object = if act.object() == norm.node() { "it" } else { act.object().short() };
            let _ = writeln!(out, "  {}  {subject} {} {object} [{}]", act.date, act.verb.phrase(), act.citation());
        }
    }
}

fn section(norm: Ref<'_, Norm>, act: ActRef<'_>) -> &'static str {
    match act.verb.family() {
        Family::Structural => "born",
        Family::Lineage if act.subject() == norm.node() => "rests on",
        Family::Lineage | Family::Adopted => "taken up",
        _ => "who stood where",
    }
}
