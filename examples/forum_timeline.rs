//! What a forum did and what was said of it: `cargo run --example forum_timeline -- un-gge-2017`.

use std::io::{Write, stdout};
use std::process::ExitCode;

use cybernorms::{LookupError, NormGraph, Role};

fn main() -> ExitCode {
    let words = std::env::args().nth(1).unwrap_or_else(|| "un-gge-2017".to_owned());
    match timeline(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn timeline(words: &str) -> Result<(), LookupError> {
    // A reader that has seen enough, such as `head`, is no failure, so what cannot be written is let go.
    let mut out = stdout().lock();
    let graph = NormGraph::embedded();
    let forum = graph.forum(graph.resolve(words)?.id().as_str())?;
    let span = |date: Option<cybernorms::Date>| date.map_or_else(|| "...".to_owned(), |date| date.to_string());
    let _ = writeln!(out, "{} ({forum}), {} to {}", forum.name, span(forum.from), span(forum.to));
    if let Some(outcome) = forum.outcome {
        let _ = writeln!(out, "outcome: {outcome}");
    }
    if let Some(last) = forum.to.or(graph.evidence_cutoff()) {
        let holders = |roles: &[Role]| -> Vec<&str> {
            let acts = forum.members(last).filter(|act| Role::of(act.verb).is_some_and(|role| roles.contains(&role)));
            acts.map(|act| act.subject().short()).collect()
        };
        let (members, chairs) = (holders(&[Role::Member]), holders(&[Role::Chair, Role::CoChair]));
        let _ = writeln!(out, "{} members on record on {last}: {}", members.len(), members.join(", "));
        let _ =
            writeln!(out, "in the chair: {}", if chairs.is_empty() { "nobody on record".to_owned() } else { chairs.join(", ") });
    }
    let _ = writeln!(out);
    for act in forum.timeline() {
        let _ = writeln!(out, "{act}");
    }
    Ok(())
}
