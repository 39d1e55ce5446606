//! Walks over the graph, one theme a file.

mod lineage;
mod membership;
mod path;
mod search;
mod timeline;
mod trace;

pub use lineage::{Lineage, Link};
