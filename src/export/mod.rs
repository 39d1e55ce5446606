//! What leaves the crate: one format a file, each a `Display` over the graph, the same bytes for the same data.

mod brief;
mod citation;
mod dot;
mod node_link;

pub use brief::{Brief, Topic};
pub use citation::{Bibliography, Cited, Reference};
pub use dot::Dot;
pub use node_link::NodeLink;
