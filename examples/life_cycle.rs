//! Where a norm stands in its life, with the reason for it: `cargo run --example life_cycle -- gge-2015-13f`; without a word, how
//! many norms stand where.

use std::fmt::Write as _;
use std::io::Write;
use std::process::ExitCode;

use cybernorms::{LifeCycleRules, LookupError, NormGraph};

fn main() -> ExitCode {
    match answer(std::env::args().nth(1).as_deref()) {
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

fn answer(words: Option<&str>) -> Result<String, LookupError> {
    let (graph, rules) = (NormGraph::embedded(), LifeCycleRules::default());
    if let Some(words) = words {
        let norm = graph.norm(graph.resolve(words)?.id().as_str())?;
        return Ok(format!("{}\n", norm.life_cycle(&rules)));
    }
    let mut stages: Vec<_> = graph.norms().filter_map(|norm| norm.life_cycle(&rules).stage).collect();
    stages.sort_by_key(|stage| *stage as u8);
    let mut answer = String::new();
    for group in stages.chunk_by(|a, b| a == b) {
        let _ = writeln!(answer, "{:>5}  {}", group.len(), group[0]);
    }
    Ok(answer)
}
