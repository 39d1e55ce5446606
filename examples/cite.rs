//! The sources of a norm, forum, actor or report for a reference manager: `cargo run --example cite -- gge-2015-13f`, or with a format:
//! `-- gge-2015-13f bibtex`, `ris` or `csl-json`. `-- all bibtex` cites every report of the data.

use std::io::{Write, stdout};
use std::process::ExitCode;

use cybernorms::{Actor, Bibliography, Forum, LookupError, Norm, NormGraph, Ref, Report};

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let (what, format) = (words.next().unwrap_or_else(|| "gge-2015-13f".to_owned()), words.next().unwrap_or_default());
    let sources = match sources(&what) {
        Ok(sources) => sources,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    // A reader that has seen enough, such as `head`, is no failure, so what cannot be written is let go.
    let mut out = stdout().lock();
    let _ = match format.as_str() {
        "" => write!(out, "{sources}"),
        "bibtex" => write!(out, "{}", sources.bibtex()),
        "ris" => write!(out, "{}", sources.ris()),
        "csl-json" => write!(out, "{}", sources.csl_json()),
        other => {
            eprintln!("`{other}` is no format; choose one of: bibtex, ris, csl-json");
            return ExitCode::FAILURE;
        }
    };
    ExitCode::SUCCESS
}

fn sources(what: &str) -> Result<Bibliography<'static>, LookupError> {
    let graph = NormGraph::embedded();
    if what == "all" {
        return Ok(Bibliography::of(graph.reports()));
    }
    let node = graph.resolve(what)?;
    let acts = node.cast::<Norm>().map(Ref::trace);
    let acts = acts.or_else(|| node.cast::<Forum>().map(Ref::timeline));
    let acts = acts.or_else(|| node.cast::<Actor>().map(Ref::positions));
    Ok(match acts {
        Some(acts) => acts.bibliography(),
        None => Bibliography::of(node.cast::<Report>()),
    })
}
