//! Where a norm was born, who took it up, who stood where and what it rests on:
//! `cargo run --example trace_norm -- gcsc-public-core`. A name such as `13(f)` or a theme such as `elections` will do as well.

use std::process::ExitCode;

use cybernorms::{ActRef, Family, LookupError, Norm, NormGraph, Ref};

fn main() -> ExitCode {
    let words = std::env::args().nth(1).unwrap_or_else(|| "gcsc-public-core".to_owned());
    let graph = NormGraph::embedded();
    if let Ok(theme) = graph.theme(&words) {
        println!("{}: {}", theme.title, theme.meaning);
        theme.trace().iter().for_each(|act| println!("  {act}"));
        return ExitCode::SUCCESS;
    }
    match norm(graph, &words) {
        Ok(norm) => trace(norm),
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

fn trace(norm: Ref<'_, Norm>) {
    println!("{} ({norm})", norm.title);
    for title in ["born", "taken up", "who stood where", "rests on"] {
        println!("\n{title}");
        for act in norm.trace().iter().filter(|act| section(norm, *act) == title) {
            let subject = if act.subject() == norm.node() { "it" } else { act.subject().short() };
            let object = if act.object() == norm.node() { "it" } else { act.object().short() };
            println!("  {}  {subject} {} {object} [{}]", act.date, act.verb.phrase(), act.citation());
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
