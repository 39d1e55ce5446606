//! Reports: every text, from a treaty to the captions of a session.

use std::sync::Arc;

use serde::Deserialize;

use super::sequence::{given, list, one_or_many};
use super::words::words;
use super::{Claim, Date, Id};

/// The record of a report: a text with its issuer and date, and the acts that it records.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Report {
    /// The title.
    pub title: String,
    /// A short name for tables and pictures.
    #[serde(default, deserialize_with = "given")]
    pub short: Option<String>,
    /// The official symbol.
    #[serde(default, deserialize_with = "given")]
    pub symbol: Option<String>,
    /// What sort of text it is.
    pub kind: ReportKind,
    /// The forums or actors that issued it.
    #[serde(deserialize_with = "one_or_many")]
    pub issued_by: Vec<Id>,
    /// When it was adopted, else published.
    pub date: Date,
    /// How it was decided.
    #[serde(default, deserialize_with = "given")]
    pub decision: Option<DecisionMode>,
    /// Where the text stands in its own life.
    #[serde(default, deserialize_with = "given")]
    pub status: Option<Status>,
    /// What kind of proof it is.
    pub evidence: EvidenceKind,
    /// Where it was read.
    #[serde(default, deserialize_with = "given")]
    pub source: Option<Source>,
    /// The official totals of a recorded vote.
    #[serde(default, deserialize_with = "given")]
    pub tally: Option<Tally>,
    /// Who voted how.
    #[serde(default, deserialize_with = "given")]
    pub vote: Option<RollCall>,
    /// The acts that this text records.
    #[serde(default, deserialize_with = "list")]
    pub acts: Vec<Arc<Claim>>,
    /// Other names that it goes by.
    #[serde(default, deserialize_with = "one_or_many")]
    pub aliases: Vec<String>,
    /// Doubts and remarks.
    #[serde(default, deserialize_with = "given")]
    pub note: Option<String>,
}

/// Where a text was read, and when; or why there is no address.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Source {
    /// The address.
    #[serde(default, deserialize_with = "given")]
    pub url: Option<String>,
    /// Why there is no address: never published, known from accounts only.
    #[serde(default, deserialize_with = "given")]
    pub missing: Option<String>,
    /// The day on which the text was read there; absent if only the address is known.
    #[serde(default, deserialize_with = "given")]
    pub read: Option<Date>,
    /// A second, independent address.
    #[serde(default, deserialize_with = "given")]
    pub second: Option<String>,
}

/// The official totals of a recorded vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Tally {
    /// In favour.
    pub yes: u32,
    /// Against.
    pub no: u32,
    /// Abstaining.
    pub abstain: u32,
}

/// Who voted how, as lists of ids; those who were absent are not those who abstained.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RollCall {
    /// In favour.
    #[serde(default, deserialize_with = "list")]
    pub yes: Vec<Id>,
    /// Against.
    #[serde(default, deserialize_with = "list")]
    pub no: Vec<Id>,
    /// Abstaining.
    #[serde(default, deserialize_with = "list")]
    pub abstain: Vec<Id>,
    /// Not voting.
    #[serde(default, deserialize_with = "list")]
    pub absent: Vec<Id>,
}

words! {
    /// What sort of text a report is.
    ReportKind as "kind of report" {
        /// A call or pledge open to supporters.
        CallOrPledge = "call-or-pledge",
        /// A summary under a chair's own responsibility.
        ChairSummary = "chair-summary",
        /// A code of conduct.
        CodeOfConduct = "code-of-conduct",
        /// The report of a commission.
        CommissionReport = "commission-report",
        /// A report agreed by consensus.
        ConsensusReport = "consensus-report",
        /// A decision.
        Decision = "decision",
        /// A declaration.
        Declaration = "declaration",
        /// A directive, regulation or other act of a legislator.
        Directive = "directive",
        /// A draft.
        Draft = "draft",
        /// A guideline, handbook or code of practice.
        Guideline = "guideline",
        /// A statement of several in common.
        JointStatement = "joint-statement",
        /// A letter.
        Letter = "letter",
        /// A manual.
        Manual = "manual",
        /// A published national position.
        NationalPosition = "national-position",
        /// A progress report.
        ProgressReport = "progress-report",
        /// A register or membership page.
        RecordPage = "record-page",
        /// A resolution.
        Resolution = "resolution",
        /// A statement.
        Statement = "statement",
        /// A strategy or policy.
        Strategy = "strategy",
        /// What was said in a session.
        Transcript = "transcript",
        /// A treaty.
        Treaty = "treaty",
    }
}

impl Report {
    /// Whether the text is its issuer's own word: not a record of what others said, such as a transcript, a summary under a chair's own
    /// responsibility, a page about a text or an account, nor a manual of experts.
    pub const fn speaks_for_its_issuer(&self) -> bool {
        !matches!(self.kind, ReportKind::Transcript | ReportKind::ChairSummary | ReportKind::RecordPage | ReportKind::Manual)
            && !matches!(self.evidence, EvidenceKind::MachineTranscript | EvidenceKind::SecondaryAnalysis)
    }
}

words! {
    /// How a text was decided.
    DecisionMode as "decision mode" {
        /// By consensus.
        Consensus = "consensus",
        /// Without a vote.
        WithoutVote = "without-vote",
        /// By recorded vote.
        RecordedVote = "recorded-vote",
        /// By silence procedure.
        SilenceProcedure = "silence-procedure",
        /// On the chair's responsibility.
        ChairResponsibility = "chair-responsibility",
        /// By consensus of experts.
        ExpertConsensus = "expert-consensus",
    }
}

impl DecisionMode {
    /// Whether nobody stood in the way: by consensus, without a vote, or because nobody broke the silence.
    pub const fn is_consensus(self) -> bool {
        matches!(self, Self::Consensus | Self::WithoutVote | Self::ExpertConsensus | Self::SilenceProcedure)
    }
}

words! {
    /// Where a text stands in its own life.
    Status as "status of a text" {
        /// Not yet put forward.
        Draft = "draft",
        /// Before a body.
        Tabled = "tabled",
        /// Adopted.
        Adopted = "adopted",
        /// In force.
        InForce = "in-force",
        /// Adopted and not in force.
        NotInForce = "not-in-force",
        /// Taken back.
        Withdrawn = "withdrawn",
        /// Never made public.
        Unpublished = "unpublished",
    }
}

words! {
    /// What kind of proof a report is.
    EvidenceKind as "kind of evidence" {
        /// The instrument itself.
        OfficialText = "official-text",
        /// The record of a vote.
        VoteRecord = "vote-record",
        /// A statement by the one who takes the position.
        OfficialStatement = "official-statement",
        /// A published national position.
        NationalPosition = "national-position",
        /// Law.
        Legislation = "legislation",
        /// A judgment.
        CaseLaw = "case-law",
        /// A manual of experts.
        Manual = "manual",
        /// A press release.
        PressRelease = "press-release",
        /// What others write about it.
        SecondaryAnalysis = "secondary-analysis",
        /// Live captions made by machine: proof of what was said, with errors, and of nothing else.
        MachineTranscript = "machine-transcript",
    }
}
