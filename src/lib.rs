//! Front page: written below, once the nouns stand.

mod act;
mod answer;
mod assemble;
mod check;
mod diagnostic;
mod embedded;
mod error;
mod export;
mod graph;
mod lists;
mod locate;
mod model;
mod nearest;
mod node;
mod parse;
mod plain;
mod query;
mod set;
mod source;
mod view;

pub use act::Act;
pub use answer::{ActRef, Acts, ActsIter, Citation};
pub use check::Rule;
pub use diagnostic::{Fault, Faults, Place};
pub use error::{LoadError, LookupError};
pub use export::{Dot, NodeLink};
pub use graph::NormGraph;
pub use model::{
    Actor, ActorKind, Addressee, Basis, Claim, Confidence, ContestationForm, ContestationOutcome, CountryCode, Date, DateError,
    DecisionMode, DeonticForm, Entity, EvidenceKind, Family, Force, Forum, ForumKind, ForumOutcome, Id, IdError, Kind, Locator,
    Membership, Mode, Norm, NormKind, Region, Report, ReportKind, Reuse, Role, RollCall, Source, Status, Tally, Theme, Verb,
};
pub use node::{Node, Record, Ref, ThemeRef};
pub use query::{Lineage, Link};
pub use set::NodeSet;
pub use view::View;
