//! Where a wording comes from and where it went: `cargo run --example lineage -- gcsc-public-core`.

use std::process::ExitCode;

use cybernorms::{Link, LookupError, NormGraph};

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
    let graph = NormGraph::embedded();
    let norm = graph.norm(graph.resolve(words)?.id().as_str())?;
    println!("{} ({norm})", norm.title);
    println!("\nit comes from");
    norm.lineage().links().iter().for_each(tell);
    println!("\nit rests on");
    norm.anchored_in().iter().for_each(|act| println!("  {act}"));
    println!("\nfrom it come");
    norm.descendants().links().iter().for_each(tell);
    Ok(())
}

fn tell(link: &Link<'_>) {
    let reuse = link.act.reuse.map_or_else(String::new, |reuse| format!(" ({reuse})"));
    println!("{:indent$}{}{reuse}", "", link.act, indent = 2 * link.depth);
    if let Some(change) = &link.act.change {
        println!("{:indent$}what changed: {change}", "", indent = 2 * link.depth + 12);
    }
}
