//! Where a wording comes from and where it went: `cargo run --example lineage -- gcsc-public-core`.

use std::io::{Write, stdout};
use std::process::ExitCode;

use cybernorms::answers::Link;
use cybernorms::{LookupError, NormGraph};

fn main() -> ExitCode {
    let words = std::env::args().nth(1).unwrap_or_else(|| "gcsc-public-core".to_owned());
    match lineage(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn lineage(words: &str) -> Result<(), LookupError> {
    // A reader that has seen enough, such as `head`, is no failure, so what cannot be written is let go.
    let mut out = stdout().lock();
    let graph = NormGraph::embedded();
    let norm = graph.norm(graph.resolve(words)?.id().as_str())?;
    let _ = writeln!(out, "{} ({norm})", norm.title);
    let _ = writeln!(out, "\nit comes from");
    norm.lineage().links().iter().for_each(|link| tell(link, &mut out));
    let _ = writeln!(out, "\nit rests on");
    for act in norm.anchored_in() {
        let _ = writeln!(out, "  {act}");
    }
    let _ = writeln!(out, "\nfrom it come");
    norm.descendants().links().iter().for_each(|link| tell(link, &mut out));
    Ok(())
}

fn tell(link: &Link<'_>, out: &mut impl Write) {
    let reuse = link.act.reuse.map_or_else(String::new, |reuse| format!(" ({reuse})"));
    let _ = writeln!(out, "{:indent$}{}{reuse}", "", link.act, indent = 2 * link.depth);
    if let Some(change) = &link.act.change {
        let _ = writeln!(out, "{:indent$}what changed: {change}", "", indent = 2 * link.depth + 12);
    }
}
