//! Who backed the norms of one report and who those of another: `cargo run --example compare_sets -- paris-call-2018 a-70-174`.

use std::io::{Write, stdout};
use std::process::ExitCode;

use cybernorms::{LookupError, NodeSet, NormGraph};

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let one = words.next().unwrap_or_else(|| "gcsc-singapore-norm-package-2018".to_owned());
    let two = words.next().unwrap_or_else(|| "a-70-174".to_owned());
    match compare(&one, &two) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn compare(one: &str, two: &str) -> Result<(), LookupError> {
    // A reader that has seen enough, such as `head`, is no failure, so what cannot be written is let go.
    let mut out = stdout().lock();
    let graph = NormGraph::embedded();
    let (one, two) = (graph.report(one)?, graph.report(two)?);
    for report in [one, two] {
        let _ = writeln!(out, "{} ({report}) first states {} norms", report.short(), report.norms().count());
    }
    let themes = |report: cybernorms::Ref<'_, cybernorms::Report>| {
        let mut themes: Vec<String> =
            report.norms().flat_map(|norm| norm.themes().map(|theme| theme.title.clone()).collect::<Vec<_>>()).collect();
        themes.sort();
        themes.dedup();
        themes
    };
    let (first, second) = (themes(one), themes(two));
    let _ = writeln!(
        out,
        "themes of both: {}",
        first.iter().filter(|theme| second.contains(theme)).cloned().collect::<Vec<_>>().join(", ")
    );
    let backers = |report: cybernorms::Ref<'static, cybernorms::Report>| -> Option<NodeSet<'static>> {
        report.norms().map(|norm| norm.endorsed_by().subjects()).reduce(|a, b| a | b)
    };
    if let (Some(a), Some(b)) = (backers(one), backers(two)) {
        let _ = writeln!(out, "back norms of both: {}", names(&(&a & &b)));
        let _ = writeln!(out, "only of the first: {}", names(&(&a - &b)));
        let _ = writeln!(out, "only of the second: {}", names(&(&b - &a)));
    }
    Ok(())
}

fn names(set: &NodeSet<'_>) -> String {
    let names: Vec<&str> = set.iter().map(cybernorms::Node::short).collect();
    if names.is_empty() { "no one on record".to_owned() } else { names.join(", ") }
}
