//! Every fault of a data folder: `cargo run --example check_data -- norms`. The curator's command; exits 1 if there is a fault.

use std::process::ExitCode;

use cybernorms::NormGraph;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("which folder? For the data of this crate: cargo run --example check_data -- norms");
        return ExitCode::FAILURE;
    };
    match NormGraph::load(&folder) {
        Ok(graph) => {
            let (norms, actors) = (graph.norms().count(), graph.actors().count());
            let (forums, reports) = (graph.forums().count(), graph.reports().count());
            println!(
                "{folder}: sound. {norms} norms, {actors} actors, {forums} forums, {reports} reports, {} acts",
                graph.acts().len()
            );
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
