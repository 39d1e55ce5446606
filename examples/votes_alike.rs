//! Who votes most and least like a state over the roll calls: `cargo run --example votes_alike -- nld`; with a second state, how
//! alike the two vote.

use std::fmt::Write as _;
use std::io::Write;
use std::process::ExitCode;

use cybernorms::answers::VoteSimilarity;
use cybernorms::{LookupError, Node, NormGraph};

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    match answer(&words.next().unwrap_or_else(|| "nld".to_owned()), words.next().as_deref()) {
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

fn answer(one: &str, other: Option<&str>) -> Result<String, LookupError> {
    let graph = NormGraph::embedded();
    let (one, calls) = (graph.resolve(one)?, graph.now().roll_calls());
    if let Some(other) = other {
        let other = graph.resolve(other)?;
        let alike = calls.similarity(one, other).map_or("no vote of both is on record".to_owned(), |alike| alike.to_string());
        return Ok(format!("{} and {}: {alike}\n", one.short(), other.short()));
    }
    // Those who missed half of the votes look like anyone.
    let enough = calls.texts().len() / 2;
    let others = calls.voters().filter(|other| *other != one);
    let mut others: Vec<(Node<'_>, VoteSimilarity)> = others
        .filter_map(|other| Some((other, calls.similarity(one, other)?)))
        .filter(|(_, alike)| alike.votes >= enough)
        .collect();
    others.sort_by(|(_, a), (_, b)| b.s.total_cmp(&a.s));
    let mut answer = format!("{}: {} roll calls\n", one.short(), calls.texts().len());
    for (place, (other, alike)) in others.iter().enumerate() {
        if place < 10 || place + 10 >= others.len() {
            let _ = writeln!(answer, "{:>4}  {:<28} {alike}", place + 1, other.short());
        }
    }
    Ok(answer)
}
