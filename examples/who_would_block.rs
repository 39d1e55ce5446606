//! Who would stand in the way of a consensus on a norm in a forum, and on what evidence:
//! `cargo run --example who_would_block -- ihl-applies un-oewg-2025`. A third word is the day: `2019`.

use std::io::Write;
use std::process::ExitCode;

use cybernorms::NormGraph;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let word = |place: usize, default| words.get(place).map_or(default, String::as_str);
    match answer(word(0, "ihl-applies"), word(1, "un-oewg-2025"), words.get(2).map(String::as_str)) {
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

fn answer(norm: &str, forum: &str, day: Option<&str>) -> Result<String, Box<dyn std::error::Error>> {
    let graph = NormGraph::embedded();
    let view = day.map(str::parse).transpose()?.map_or(graph.now(), |day| graph.as_of(day));
    let (norm, forum) = (view.resolve(norm)?, view.resolve(forum)?);
    let (norm, forum) = (view.norm(norm.id().as_str())?, view.forum(forum.id().as_str())?);
    // What a state did itself says more of the next session than what it let pass in the last one.
    let consensus = view.positions().in_own_name().consensus(norm, forum);
    Ok(consensus.map_or(format!("nobody is on record as a member of {} on that day\n", forum.short()), |consensus| {
        format!("{consensus}\n")
    }))
}
