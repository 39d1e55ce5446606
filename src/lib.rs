//! The world's cyber norms as a typed graph: who adopted, endorsed or contested each norm of behaviour in cyberspace, when, in which
//! text and in which paragraph.
//!
//! ```
//! use cybernorms::{Mode, NormGraph};
//!
//! let graph = NormGraph::embedded();
//! let norm = graph.norm("ihl-applies")?;
//!
//! let dispute = norm.contested_by().iter().find(|act| act.report().id().as_str() == "igf-2019-of-22").unwrap();
//! assert_eq!(dispute.mode, Some(Mode::Applicatory));
//! assert_eq!(dispute.date.to_string(), "2019-11-28");
//! assert!(dispute.at.is_some(), "every act says where its report records it");
//!
//! // The same question on an earlier day.
//! let then = graph.as_of("2018".parse()?);
//! assert!(then.norm("ihl-applies")?.contested_by().iter().all(|act| act.date.year() <= 2018));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The nouns
//!
//! - [`NormGraph`] owns everything and never changes. It holds four kinds of node: [`Norm`] (a wording), [`Actor`], [`Forum`] (where
//!   texts are settled) and [`Report`] (a text). A [`Theme`] is the idea behind many wordings.
//! - [`Act`] is the weight of every edge: *subject, verb, object, date*, recorded in a report at a place. An act without a report
//!   cannot be written down.
//! - [`View`] is the graph whole, as of a day, or in part; every question can be asked of every view. [`NormGraph::overlay`] lays what only
//!   you know on top.
//! - [`Ref`] and [`Node`] are `Copy` handles. They deref to the record: fields are facts, methods are walks.
//! - [`Acts`] and [`NodeSet`] are answers: acts in the order of time, and sets with `&`, `|` and `-`. Other answers are small structs of
//!   handles and acts; all print as sourced lines.
//! - [`Positions`] says where an actor stands on a norm, by its own acts or by rules of [`Derivation`], with the proof; a [`Matrix`] compares.
//!
//! # From file to answer
//!
//! YAML files are read, parsed one to one into records, proved by every [`Rule`], and assembled into a graph, which queries walk and
//! exports ([`Dot`], [`NodeLink`], [`GraphMl`], [`Csv`], [`Cypher`], [`Turtle`], [`JsonLd`], [`Bibliography`], [`Brief`]) print. [`NormGraph::load`] and [`NormGraph::from_files`] take other data through the same corridor;
//! faults come back all at once, each with its line and its mend ([`Faults`]).
//!
//! # What this is not
//!
//! No opinion on what a norm is worth, no hidden inference (only what a report says is stored; what is derived says so and shows its
//! chain), no network, no clock: a question about today must say which day that is. The shipped data is a record of public texts, not legal advice; machine transcripts are marked as such.
//!
//! # Stability
//!
//! Before 1.0 a minor version may change the API; the data may change in any version and [`NormGraph::evidence_cutoff`] tells how far
//! it reaches. The minimum Rust version is 1.88; raising it is a minor change.

mod act;
mod answer;
mod assemble;
mod check;
#[doc(hidden)]
pub mod corridor;
mod derive;
mod diagnostic;
mod diff;
mod embedded;
mod error;
mod export;
mod graph;
mod lists;
mod locate;
mod matrix;
mod model;
mod nearest;
mod node;
mod parse;
mod plain;
mod position;
mod query;
mod set;
mod source;
mod stance;
mod subset;
mod view;

pub use act::Act;
pub use answer::{ActRef, Acts, ActsIter, Citation};
pub use check::Rule;
pub use derive::Derivation;
pub use diagnostic::{Fault, Faults, Place};
pub use diff::{Change, Detail, Diff};
pub use error::{LoadError, LookupError};
pub use export::{
    BaseError, Bibliography, Brief, Cited, Csv, CsvHeader, Cypher, Dot, GraphMl, JsonLd, NodeLink, Reference, Topic, Turtle,
};
pub use graph::NormGraph;
pub use matrix::Matrix;
pub use model::{
    Actor, ActorKind, Addressee, Basis, Claim, Confidence, ContestationForm, ContestationOutcome, CountryCode, Date, DateError,
    DecisionMode, DeonticForm, Edition, Entity, EvidenceKind, Family, Force, Forum, ForumKind, ForumOutcome, Id, IdError, Kind,
    Locator, Membership, Mode, Norm, NormKind, Region, Report, ReportKind, Reuse, Role, RollCall, Source, Status, Tally, Theme,
    Verb,
};
pub use node::{Node, Record, Ref, ThemeRef};
pub use position::{Position, Positions};
pub use query::{Ground, Heading, LifeCycleRules, Reach, Stage, Standing, Why};
pub use set::NodeSet;
pub use stance::{Side, Stance};
pub use subset::Subset;
pub use view::View;

/// What questions are answered with: small structs of handles, acts and counts. You get them from a walk and seldom name them.
///
/// Fields are public facts, methods walk further, and `Display` prints sourced lines.
pub mod answers {
    pub use crate::matrix::Agreement;
    pub use crate::position::Explanation;
    pub use crate::query::{
        Age, Carried, Certainty, Comparison, Consensus, Contestation, Coverage, CoverageRow, Evidence, Found, Introduced, Lag,
        LifeCycle, Lineage, Link, Move, OnRecord, Pace, Proposal, Reason, Reopened, RollCalls, Shift, Silence, SponsorRecord,
        Sponsorship, Spread, Unlinked, Uptake, VoteSimilarity,
    };
}

/// The questions of the field, each with the call, the real answer of the shipped data, and how to read it.
#[doc = include_str!("../docs/cookbook.md")]
#[doc = include_str!("../docs/cookbook-sessions.md")]
pub mod cookbook {}

/// The README's program is compiled and run like any example of the documentation.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
