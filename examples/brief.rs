//! What to read before a meeting, in Markdown: `cargo run --example brief -- ihl-applies 2021` for a norm and the end of a year, month
//! or day; `-- un-oewg-2025` for a forum and the whole record.

use std::io::{Write, stdout};
use std::process::ExitCode;

use cybernorms::{Brief, Date, Forum, Norm, NormGraph, View};

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let (what, day) = (words.next().unwrap_or_else(|| "ihl-applies".to_owned()), words.next());
    match brief(&what, day.as_deref()) {
        Ok(brief) => {
            // A reader that has seen enough, such as `head`, is no failure, so what cannot be written is let go.
            let _ = write!(stdout().lock(), "{brief}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn brief(what: &str, day: Option<&str>) -> Result<Brief<'static>, Box<dyn std::error::Error>> {
    let graph = NormGraph::embedded();
    let view: View<'_> = match day {
        Some(day) => graph.as_of(day.parse::<Date>()?),
        None => graph.now(),
    };
    let node = graph.resolve(what)?;
    if let Some(norm) = node.cast::<Norm>() {
        return Ok(Brief::on(norm.within(view)));
    }
    match node.cast::<Forum>() {
        Some(forum) => Ok(Brief::on(forum.within(view))),
        None => Err(format!("`{node}` is neither a norm nor a forum").into()),
    }
}
