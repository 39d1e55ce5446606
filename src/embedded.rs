//! The shipped data, compiled in.

use std::sync::LazyLock;

use crate::graph::NormGraph;
use crate::source::SourceFile;

/// Path below the data folder, path in messages, and bytes of every shipped file; written by the build script.
const FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/norms.rs"));

static GRAPH: LazyLock<NormGraph> = LazyLock::new(|| {
    NormGraph::from_sources(files()).unwrap_or_else(|error| unreachable!("tests prove that the shipped data is sound: {error}"))
});

pub(crate) fn graph() -> &'static NormGraph {
    &GRAPH
}

fn files() -> Vec<SourceFile> {
    FILES.iter().map(|(place, bytes)| SourceFile::new(place, format!("norms/{place}"), (*bytes).into())).collect()
}
