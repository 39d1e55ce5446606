//! Where a norm was born, who took it up, who stood where and what it rests on:
//! `cargo run --example trace_norm -- gcsc-public-core`. A theme may be given as well; so may a name such as `13(f)`.

use std::process::ExitCode;

use cybernorms::{ActRef, LookupError, Norm, NormGraph};

fn main() -> ExitCode {
    let words = std::env::args().nth(1).unwrap_or_else(|| "gcsc-public-core".to_owned());
    match trace(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn trace(words: &str) -> Result<(), LookupError> {
    let graph = NormGraph::embedded();
    if let Ok(theme) = graph.theme(words) {
        println!("{}: {}\n", theme.title, theme.meaning);
        theme.trace().into_iter().for_each(tell);
        return Ok(());
    }
    let node = graph.resolve(words)?;
    let norm = match node.cast::<Norm>() {
        Some(norm) => norm,
        None => graph.norm(node.id().as_str())?,
    };
    println!("{} ({norm})\n{}\n", norm.title, norm.statement);
    norm.trace().iter().for_each(tell);
    Ok(())
}

fn tell(act: ActRef<'_>) {
    let doubt = if act.confidence == cybernorms::Confidence::High { "" } else { " (uncertain)" };
    println!("{act}{doubt}");
}
