//! Walks over the graph, one theme a file.

mod consensus;
mod contestation;
mod lineage;
mod membership;
mod path;
mod search;
mod timeline;
mod trace;
mod votes;

pub use consensus::Consensus;
pub use contestation::Contestation;
pub use lineage::{Lineage, Link};
pub use votes::{RollCalls, VoteSimilarity};
