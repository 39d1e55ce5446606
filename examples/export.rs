//! The graph for other tools: `cargo run --example export -- node-link`, or `-- dot ID` for the picture of a norm's trace, an
//! actor's positions or the norms of a report. `-- dot` alone draws the norms of the Global Commission.

use std::fmt::Display;
use std::io::Write;
use std::process::ExitCode;

use cybernorms::{Actor, Dot, LookupError, NodeLink, Norm, NormGraph, Report};

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let (format, id) = (words.next().unwrap_or_default(), words.next());
    let graph = NormGraph::embedded();
    let done = match format.as_str() {
        "node-link" => {
            put(&NodeLink::new(graph.now()));
            Ok(())
        }
        "dot" => draw(&id.unwrap_or_else(|| "gcsc-singapore-norm-package-2018".to_owned())),
        "lineage" => graph.norm(&id.unwrap_or_else(|| "gcsc-public-core".to_owned())).map(|norm| put(&Dot::lineage(norm))),
        other => {
            eprintln!("`{other}` is no format; choose one of: dot, lineage, node-link");
            return ExitCode::FAILURE;
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn draw(words: &str) -> Result<(), LookupError> {
    let node = NormGraph::embedded().resolve(words)?;
    if let Some(norm) = node.cast::<Norm>() {
        put(&Dot::trace(norm));
    } else if let Some(actor) = node.cast::<Actor>() {
        put(&Dot::positions(actor));
    } else {
        let report = NormGraph::embedded().report(node.id().as_str())?;
        put(&Dot::matrix(report_norms(report)));
    }
    Ok(())
}

fn report_norms(report: cybernorms::Ref<'_, Report>) -> impl Iterator<Item = cybernorms::Ref<'_, Norm>> {
    report.norms()
}

/// Writes to the standard output; a reader that has seen enough, such as `head`, is no failure.
fn put(picture: &impl Display) {
    let _ = write!(std::io::stdout().lock(), "{picture}");
}
