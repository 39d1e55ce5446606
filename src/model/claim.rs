//! Claims: an act as a report records it, with everything that qualifies it.

use serde::Deserialize;

use super::sequence::{given, one_or_many, yes};
use super::words::words;
use super::{Date, DecisionMode, Id, Locator, Verb};

/// The record of an act, as the YAML of its report writes it: who did what to which norm, forum, text or actor, and how sure that is.
///
/// Several subjects and objects make one edge for each pair; all of them share this record.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Claim {
    /// The subjects; if none is given, the issuers of the report.
    #[serde(default, deserialize_with = "one_or_many")]
    pub by: Vec<Id>,
    /// What was done.
    pub verb: Verb,
    /// The verb that the text itself uses, where it differs.
    #[serde(default, deserialize_with = "given")]
    pub as_written: Option<String>,
    /// To what it was done.
    #[serde(default, deserialize_with = "one_or_many")]
    pub object: Vec<Id>,
    /// A report; stands for every norm that is stated in it.
    #[serde(default, deserialize_with = "given")]
    pub norms_of: Option<Id>,
    /// When; if not given, on the date of the report.
    #[serde(default, deserialize_with = "given")]
    pub date: Option<Date>,
    /// Until when it lasted, for what lasts.
    #[serde(default, deserialize_with = "given")]
    pub until: Option<Date>,
    /// Where in the report.
    #[serde(default, deserialize_with = "given")]
    pub at: Option<Locator>,
    /// How the report comes to know it.
    #[serde(default)]
    pub basis: Basis,
    /// Who reports it, if the basis is [`Basis::Reported`].
    #[serde(default, deserialize_with = "given")]
    pub reported_by: Option<Id>,
    /// Why the coder reads it so, if the basis is [`Basis::Inferred`].
    #[serde(default, deserialize_with = "given")]
    pub reason: Option<String>,
    /// The person who spoke.
    #[serde(default, deserialize_with = "given")]
    pub voice: Option<Id>,
    /// What exactly is disputed.
    #[serde(default, deserialize_with = "given")]
    pub mode: Option<Mode>,
    /// By what kind of step it is disputed.
    #[serde(default, deserialize_with = "given")]
    pub form: Option<ContestationForm>,
    /// What came of the dispute.
    #[serde(default, deserialize_with = "given")]
    pub outcome: Option<ContestationOutcome>,
    /// How much of the earlier wording the later one keeps.
    #[serde(default, deserialize_with = "given")]
    pub reuse: Option<Reuse>,
    /// What changed from the earlier wording to the later one.
    #[serde(default, deserialize_with = "given")]
    pub change: Option<String>,
    /// How it was decided, where that differs from the report.
    #[serde(default, deserialize_with = "given")]
    pub decision: Option<DecisionMode>,
    /// Further reports that record the same act.
    #[serde(default, deserialize_with = "one_or_many")]
    pub corroborated_by: Vec<Id>,
    /// How sure the record is.
    #[serde(default)]
    pub confidence: Confidence,
    /// False where nobody has checked the claim against a source.
    #[serde(default = "yes")]
    pub verified: bool,
    /// What was repaired, doubted or contradicted.
    #[serde(default, deserialize_with = "given")]
    pub note: Option<String>,
}

impl Claim {
    /// A claim that says no more than that something of this kind was so.
    pub(crate) fn bare(verb: Verb) -> Self {
        Self {
            by: Vec::new(),
            verb,
            as_written: None,
            object: Vec::new(),
            norms_of: None,
            date: None,
            until: None,
            at: None,
            basis: Basis::Direct,
            reported_by: None,
            reason: None,
            voice: None,
            mode: None,
            form: None,
            outcome: None,
            reuse: None,
            change: None,
            decision: None,
            corroborated_by: Vec::new(),
            confidence: Confidence::High,
            verified: true,
            note: None,
        }
    }
}

words! {
    /// How a report comes to know of an act.
    #[derive(Default)]
    Basis as "basis" {
        /// The subject's own act in this text.
        #[default]
        Direct = "direct",
        /// A group spoke.
        Collective = "collective",
        /// Joined by name.
        Aligned = "aligned",
        /// Someone else says so.
        Reported = "reported",
        /// The coder's reading.
        Inferred = "inferred",
    }
}

words! {
    /// What exactly a contestation disputes.
    Mode as "mode of contestation" {
        /// That the norm should exist or bind.
        Validity = "validity",
        /// When or how the norm applies; the norm itself stands.
        Applicatory = "applicatory",
        /// What the words mean.
        Meaning = "meaning",
        /// Whom it addresses or what it covers.
        Scope = "scope",
        /// That this is the right forum, process or order.
        Procedural = "procedural",
        /// Whether it is a voluntary norm or a binding rule.
        LegalStatus = "legal-status",
    }
}

words! {
    /// By what kind of step something is contested.
    ContestationForm as "form of contestation" {
        /// A vote against.
        Vote = "vote",
        /// An abstention.
        Abstention = "abstention",
        /// An explanation of vote or position.
        Explanation = "explanation",
        /// A dissociation from consensus.
        Dissociation = "dissociation",
        /// A reservation.
        Reservation = "reservation",
        /// An objection.
        Objection = "objection",
        /// A rival text.
        RivalText = "rival-text",
        /// A blocked consensus.
        BlockedConsensus = "blocked-consensus",
        /// A walk-out.
        WalkOut = "walk-out",
        /// A statement.
        Statement = "statement",
    }
}

words! {
    /// What came of a dispute.
    ContestationOutcome as "outcome of a contestation" {
        /// Nothing yet.
        Unresolved = "unresolved",
        /// The wording was changed.
        WordingChanged = "wording-changed",
        /// The norm was dropped.
        Dropped = "dropped",
        /// The norm was kept.
        Kept = "kept",
        /// The matter went to another forum.
        MovedElsewhere = "moved-elsewhere",
    }
}

words! {
    /// How much of an earlier wording a later one keeps.
    Reuse as "kind of reuse" {
        /// Word for word.
        Verbatim = "verbatim",
        /// With changes.
        Adapted = "adapted",
        /// Only a part.
        Narrowed = "narrowed",
        /// And more.
        Widened = "widened",
        /// With others in one.
        Merged = "merged",
        /// As several.
        Split = "split",
    }
}

words! {
    /// How sure the record of a claim is.
    #[derive(Default)]
    Confidence as "confidence" {
        /// Clear in the text.
        #[default]
        High = "high",
        /// Speaker, name or detail inferred.
        Medium = "medium",
        /// Garbled or from one weak source.
        Low = "low",
    }
}
