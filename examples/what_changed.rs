//! What changed from one data folder to another, or from one day to another: `cargo run --example what_changed -- old/norms norms`,
//! `cargo run --example what_changed -- 2019-11 2019-12`. A third word keeps the changes that touch one record.

use std::error::Error;
use std::io::Write;
use std::process::ExitCode;

use cybernorms::{Date, Diff, NormGraph};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [old, new, rest @ ..] = &words[..] else {
        eprintln!("from what to what? Two data folders, or two days: cargo run --example what_changed -- 2019-11 2019-12");
        return ExitCode::FAILURE;
    };
    match answer(old, new, rest.first().map(String::as_str)) {
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

fn answer(old: &str, new: &str, only: Option<&str>) -> Result<String, Box<dyn Error>> {
    let told = |diff: &Diff<'_>| match only {
        Some(id) => diff.of(id).map(|change| format!("{change}\n")).collect::<String>(),
        None => diff.changes.iter().map(|change| format!("{change}\n")).collect(),
    };
    if let (Ok(from), Ok(to)) = (old.parse::<Date>(), new.parse::<Date>()) {
        let graph = NormGraph::embedded();
        return Ok(told(&Diff::between(graph.as_of(from), graph.as_of(to))));
    }
    let (old, new) = (NormGraph::load(old)?, NormGraph::load(new)?);
    Ok(told(&Diff::between(&old, &new)))
}
