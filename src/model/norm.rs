//! Norms: one wording of one expectation each.

use serde::Deserialize;

use super::sequence::{given, one_or_many};
use super::words::words;
use super::{Id, Locator};

/// The record of a norm: one wording of one expectation, born in one report.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Norm {
    /// What is expected, in a few words.
    pub title: String,
    /// The latest wording, told in our own words.
    pub statement: String,
    /// The report that first states it.
    pub stated_in: Id,
    /// Where in that report.
    #[serde(default, deserialize_with = "given")]
    pub at: Option<Locator>,
    /// What sort of expectation it is.
    pub kind: NormKind,
    /// What it does: forbid, oblige, expect, permit. A mere finding has none.
    #[serde(default, deserialize_with = "given")]
    pub form: Option<DeonticForm>,
    /// To whom it speaks.
    #[serde(deserialize_with = "one_or_many")]
    pub addressees: Vec<Addressee>,
    /// How far it binds.
    pub force: Force,
    /// The ideas behind it, as ids of themes.
    #[serde(deserialize_with = "one_or_many")]
    pub themes: Vec<Id>,
    /// Other names that it goes by.
    #[serde(default, deserialize_with = "one_or_many")]
    pub aliases: Vec<String>,
    /// Doubts, and what the wording leaves open.
    #[serde(default, deserialize_with = "given")]
    pub note: Option<String>,
}

words! {
    /// What sort of expectation a norm is; the four elements of the UN framework, with principles and process commitments.
    NormKind as "kind of norm" {
        /// A voluntary norm of conduct.
        Norm = "norm",
        /// A general principle.
        Principle = "principle",
        /// A rule or principle of international or other law.
        RuleOfLaw = "rule-of-law",
        /// A measure that builds confidence.
        ConfidenceBuilding = "confidence-building",
        /// A commitment to build capacity.
        CapacityBuilding = "capacity-building",
        /// A commitment about dialogue, institutions or procedure.
        Process = "process",
    }
}

words! {
    /// What a norm does with conduct.
    DeonticForm as "form of a norm" {
        /// It must not be done.
        Prohibition = "prohibition",
        /// It must be done.
        Obligation = "obligation",
        /// It should be done.
        Expectation = "expectation",
        /// It may be done.
        Permission = "permission",
    }
}

words! {
    /// To whom a norm speaks.
    Addressee as "addressee" {
        /// States.
        States = "states",
        /// Companies.
        PrivateSector = "private-sector",
        /// Those who run and write the technology of the Internet.
        TechnicalCommunity = "technical-community",
        /// Organisations of citizens.
        CivilSociety = "civil-society",
        /// Universities and researchers.
        Academia = "academia",
        /// Everyone but states.
        NonState = "non-state",
        /// Everyone.
        All = "all",
    }
}

words! {
    /// How far a norm binds.
    Force as "force" {
        /// Law.
        Binding = "binding",
        /// A political commitment.
        Political = "political",
        /// Voluntary by its own words.
        Voluntary = "voluntary",
        /// A recommendation.
        Recommendatory = "recommendatory",
        /// No force: a proposal, a finding.
        None = "none",
    }
}
