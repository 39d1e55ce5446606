//! The graph for other tools: `cargo run --example export -- node-link`, or another of the formats; `-- dot ID` for the picture of a norm's
//! trace, an actor's positions or the norms of a report, `-- lineage ID` for where a norm comes from. `-- dot` alone draws the norms of the
//! Global Commission.

use std::error::Error;
use std::fmt::Display;
use std::io::Write;
use std::process::ExitCode;

use cybernorms::{Actor, Csv, CsvHeader, Cypher, Dot, GraphMl, JsonLd, NodeLink, Norm, NormGraph, Turtle};

const FORMATS: &str = "dot, lineage, node-link, graphml, csv-nodes, csv-acts, neo4j-nodes, neo4j-acts, cypher, turtle, json-ld";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let (format, id) = (words.next().unwrap_or_default(), words.next());
    match export(&format, id.as_deref()) {
        Ok(export) => {
            // A reader that has seen enough, such as `head`, is no failure.
            let _ = write!(std::io::stdout().lock(), "{export}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn export(format: &str, id: Option<&str>) -> Result<Box<dyn Display>, Box<dyn Error>> {
    let view = NormGraph::embedded().now();
    Ok(match format {
        "dot" => Box::new(picture(id.unwrap_or("gcsc-singapore-norm-package-2018"))?),
        "lineage" => Box::new(Dot::lineage(view.norm(id.unwrap_or("gcsc-public-core"))?)),
        "node-link" => Box::new(NodeLink::new(view)),
        "graphml" => Box::new(GraphMl::new(view)),
        "csv-nodes" => Box::new(Csv::nodes(view)),
        "csv-acts" => Box::new(Csv::acts(view)),
        "neo4j-nodes" => Box::new(Csv::nodes(view).header(CsvHeader::Neo4j)),
        "neo4j-acts" => Box::new(Csv::acts(view).header(CsvHeader::Neo4j)),
        "cypher" => Box::new(Cypher::new(view)),
        "turtle" => Box::new(Turtle::new(view)),
        "json-ld" => Box::new(JsonLd::new(view)),
        other => return Err(format!("`{other}` is no format; choose one of: {FORMATS}").into()),
    })
}

fn picture(words: &str) -> Result<Dot<'static>, Box<dyn Error>> {
    let node = NormGraph::embedded().resolve(words)?;
    if let Some(norm) = node.cast::<Norm>() {
        return Ok(Dot::trace(norm));
    }
    if let Some(actor) = node.cast::<Actor>() {
        return Ok(Dot::positions(actor));
    }
    Ok(Dot::matrix(NormGraph::embedded().report(node.id().as_str())?.norms()))
}
