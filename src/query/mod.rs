//! Walks over the graph, one theme a file.

mod comparison;
mod consensus;
mod contestation;
mod coverage;
mod diffusion;
mod evidence;
mod life_cycle;
mod lineage;
mod membership;
mod path;
mod reopened;
mod resolve;
mod search;
mod shift;
mod sponsors;
mod spread;
mod timeline;
mod trace;
mod votes;
mod words;

pub use comparison::{Carried, Comparison, Introduced, Unlinked};
pub use consensus::Consensus;
pub use contestation::Contestation;
pub use coverage::{Coverage, CoverageRow, Heading, OnRecord, Silence};
pub use diffusion::{Lag, Move, Pace, Proposal};
pub use evidence::{Age, Certainty, Evidence};
pub use life_cycle::{Ground, LifeCycle, LifeCycleRules, Reason, Stage};
pub use lineage::{Lineage, Link};
pub use reopened::Reopened;
pub use search::{Found, Why};
pub use shift::Shift;
pub use sponsors::{SponsorRecord, Sponsorship};
pub use spread::{Reach, Spread, Standing, Uptake};
pub use votes::{RollCalls, VoteSimilarity};
