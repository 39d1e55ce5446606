//! The one integration binary: small hand-drawn data for logic, the shipped data for truth, other people's parsers for exports.

mod api;
mod briefs;
mod citations;
mod comparisons;
mod dataset;
mod diff;
mod examples;
mod exports;
mod hostile;
mod interchange;
mod lineage;
mod lineage_properties;
mod positions;
mod properties;
mod queries;
mod rdf;
mod record;
mod rules;
mod search;
mod trust;
mod views;
mod worlds;

use std::path::{Path, PathBuf};

use cybernorms::NormGraph;

/// A path below the crate.
fn path(place: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(place)
}

/// The hand-drawn data of `tests/small`.
fn small() -> NormGraph {
    NormGraph::load(path("tests/small")).expect("the small data is sound")
}
