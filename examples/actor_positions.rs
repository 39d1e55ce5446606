//! What an actor put forward, backed and disputed: `cargo run --example actor_positions -- nld`.

use std::io::{Write, stdout};
use std::process::ExitCode;

use cybernorms::{Family, LookupError, NormGraph};

fn main() -> ExitCode {
    let words = std::env::args().nth(1).unwrap_or_else(|| "nld".to_owned());
    match positions(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn positions(words: &str) -> Result<(), LookupError> {
    // A reader that has seen enough, such as `head`, is no failure, so what cannot be written is let go.
    let mut out = stdout().lock();
    let graph = NormGraph::embedded();
    let actor = graph.actor(graph.resolve(words)?.id().as_str())?;
    let _ = writeln!(out, "{} ({actor})", actor.name);
    for family in [Family::Proposed, Family::Adopted, Family::Endorsed, Family::Contested, Family::Referred] {
        let mut acts = actor.positions().into_iter().filter(|act| act.verb.family() == family).peekable();
        if acts.peek().is_some() {
            let _ = writeln!(out, "\n{family}");
        }
        for act in acts {
            let _ = writeln!(out, "  {act}");
            if let Some(note) = &act.note {
                let _ = writeln!(out, "              {note}");
            }
        }
    }
    Ok(())
}
