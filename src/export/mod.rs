//! What leaves the crate: one format a file, each a `Display` over the graph, the same bytes for the same data.

mod brief;
mod citation;
mod columns;
mod csv;
mod cypher;
mod dot;
mod graphml;
mod json_ld;
mod name;
mod node_link;
mod quote;
mod turtle;
mod vocab;

pub use brief::{Brief, Topic};
pub use citation::{Bibliography, Cited, Reference};
pub use csv::{Csv, CsvHeader};
pub use cypher::Cypher;
pub use dot::Dot;
pub use graphml::GraphMl;
pub use json_ld::JsonLd;
pub use name::BaseError;
pub use node_link::NodeLink;
pub use turtle::Turtle;
