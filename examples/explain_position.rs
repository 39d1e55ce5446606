//! Where an actor stands on a norm and how one knows, the position that holds first:
//! `cargo run --example explain_position -- bra 13f`.

use std::io::Write;
use std::process::ExitCode;

use cybernorms::{LookupError, NormGraph, Position};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let word = |place: usize, default| words.get(place).map_or(default, String::as_str);
    match answer(word(0, "bra"), word(1, "gge-2015-13f")) {
        Ok(answer) => {
            // A reader that has seen enough, such as `head`, is no failure.
            let _ = std::io::stdout().write_all(answer.as_bytes());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn answer(actor: &str, norm: &str) -> Result<String, LookupError> {
    let graph = NormGraph::embedded();
    let (actor, norm) = (graph.resolve(actor)?, graph.norm(graph.resolve(norm)?.id().as_str())?);
    let all = graph.positions().all(actor, norm);
    let told = |position: &Position<'_>| format!("{}\n", position.explain());
    Ok(match all.split_first() {
        None => format!("nothing is on record of {} on {}\n", actor.short(), norm.title),
        Some((holds, [])) => told(holds),
        Some((holds, others)) => {
            format!("{}\nbeside this, also on record or derived:\n\n{}", told(holds), others.iter().map(told).collect::<String>())
        }
    })
}
