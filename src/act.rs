//! Acts: the weight of every edge of the graph.

use std::ops::Deref;
use std::sync::Arc;

use petgraph::graph::NodeIndex;

use crate::model::{Claim, Date, Verb};

/// What one subject did to one object: the weight of an edge.
///
/// Derefs to the [`Claim`] that it shares with the other edges of the same record, so that `act.at`, `act.mode` or `act.note` read
/// like fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// What was done.
    pub verb: Verb,
    /// When.
    pub date: Date,
    pub(crate) report: NodeIndex,
    pub(crate) claim: Arc<Claim>,
}

impl Act {
    /// The node of the report that records it, for those who walk the petgraph graph themselves.
    pub fn report_index(&self) -> NodeIndex {
        self.report
    }
}

impl Deref for Act {
    type Target = Claim;

    fn deref(&self) -> &Claim {
        &self.claim
    }
}
