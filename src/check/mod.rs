//! Proof of the data: one rule a file, all of them in one run.

mod act_outside_forum_life;
mod bad_field;
mod bad_value;
mod blank_text;
mod date_order;
mod double_vote;
mod duplicate_id;
mod evidence_too_late;
mod ground;
mod lineage_cycle;
mod member_not_at_the_time;
mod misplaced_file;
mod missing_evidence;
mod missing_locator;
mod missing_qualifier;
mod orphan_node;
mod plain_yaml;
mod references;
mod self_reference;
mod spot;
mod syntax;
mod tally_mismatch;
mod unknown_id;
mod unknown_theme;
mod wrong_kind;

use std::fmt;

use crate::diagnostic::Faults;
use crate::parse::Records;
use crate::source::SourceFile;
use ground::{Findings, Ground};

/// The rules that data keeps.
///
/// ```
/// use cybernorms::Rule;
/// for rule in Rule::ALL {
///     assert!(rule.explain().contains("Right:"), "{rule} shows how to mend it");
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Rule {
    /// The file can be read: UTF-8 text of at most 8 MB that is YAML.
    Syntax,
    /// No anchors, aliases, tags, merge keys or brackets nested more than eight deep.
    PlainYaml,
    /// Each file stands where its folder says what it holds, and ends in `.yaml`.
    MisplacedFile,
    /// Each record has the fields of its type, each once, and the needed ones are there.
    BadField,
    /// Ids, dates, places in texts and the words of closed lists are well formed.
    BadValue,
    /// Titles, names, statements, notes and aliases say something.
    BlankText,
    /// An id names one record in the whole data set, of whatever type.
    DuplicateId,
    /// Every id that a record names is that of a record.
    UnknownId,
    /// A reference names a record of the kind that can stand there.
    WrongKind,
    /// The themes of a norm are those of `themes.yaml`.
    UnknownTheme,
    /// No record stands in a relation to itself: no parent, member, subject and object in one.
    SelfReference,
    /// What begins does not end before it begins, and a forum does not begin before its mandate.
    DateOrder,
    /// A report does not record what happened after it was issued, and none is newer than the cut-off of the edition.
    EvidenceTooLate,
    /// A forum issues texts and acts between its beginning and a year after its end.
    ActOutsideForumLife,
    /// Who votes in a forum is a member on that day, and no membership lies outside the life of the forum.
    MemberNotAtTheTime,
    /// The lists of a roll call add up to the official tally, and only a recorded vote has either.
    TallyMismatch,
    /// No one stands twice in a roll call.
    DoubleVote,
    /// A norm says where its report states it, and an act says where its report records it.
    MissingLocator,
    /// A contesting act says in which mode and form; a reported one, by whom; an inferred one, why. And only those do.
    MissingQualifier,
    /// A forum with a parent names its mandate or the report that records it, a source says where or why not, and each act has an object.
    MissingEvidence,
    /// No wording comes, by however many steps, from itself.
    LineageCycle,
    /// Every record but a state is named by another, or names one.
    OrphanNode,
}

impl Rule {
    /// Every rule, those of reading first.
    pub const ALL: &'static [Self] = &[
        Self::Syntax,
        Self::PlainYaml,
        Self::MisplacedFile,
        Self::BadField,
        Self::BadValue,
        Self::BlankText,
        Self::DuplicateId,
        Self::UnknownId,
        Self::WrongKind,
        Self::UnknownTheme,
        Self::SelfReference,
        Self::DateOrder,
        Self::EvidenceTooLate,
        Self::ActOutsideForumLife,
        Self::MemberNotAtTheTime,
        Self::TallyMismatch,
        Self::DoubleVote,
        Self::MissingLocator,
        Self::MissingQualifier,
        Self::MissingEvidence,
        Self::LineageCycle,
        Self::OrphanNode,
    ];

    /// The name that messages print in brackets.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::PlainYaml => "plain-yaml",
            Self::MisplacedFile => "misplaced-file",
            Self::BadField => "bad-field",
            Self::BadValue => "bad-value",
            Self::BlankText => "blank-text",
            Self::DuplicateId => "duplicate-id",
            Self::UnknownId => "unknown-id",
            Self::WrongKind => "wrong-kind",
            Self::UnknownTheme => "unknown-theme",
            Self::SelfReference => "self-reference",
            Self::DateOrder => "date-order",
            Self::EvidenceTooLate => "evidence-too-late",
            Self::ActOutsideForumLife => "act-outside-forum-life",
            Self::MemberNotAtTheTime => "member-not-at-the-time",
            Self::TallyMismatch => "tally-mismatch",
            Self::DoubleVote => "double-vote",
            Self::MissingLocator => "missing-locator",
            Self::MissingQualifier => "missing-qualifier",
            Self::MissingEvidence => "missing-evidence",
            Self::LineageCycle => "lineage-cycle",
            Self::OrphanNode => "orphan-node",
        }
    }

    /// What the rule asks, why, a wrong example and a right one, in Markdown: the words at the head of its source file.
    pub fn explain(self) -> String {
        let source = match self {
            Self::Syntax => include_str!("syntax.rs"),
            Self::PlainYaml => include_str!("plain_yaml.rs"),
            Self::MisplacedFile => include_str!("misplaced_file.rs"),
            Self::BadField => include_str!("bad_field.rs"),
            Self::BadValue => include_str!("bad_value.rs"),
            Self::BlankText => include_str!("blank_text.rs"),
            Self::DuplicateId => include_str!("duplicate_id.rs"),
            Self::UnknownId => include_str!("unknown_id.rs"),
            Self::WrongKind => include_str!("wrong_kind.rs"),
            Self::UnknownTheme => include_str!("unknown_theme.rs"),
            Self::SelfReference => include_str!("self_reference.rs"),
            Self::DateOrder => include_str!("date_order.rs"),
            Self::EvidenceTooLate => include_str!("evidence_too_late.rs"),
            Self::ActOutsideForumLife => include_str!("act_outside_forum_life.rs"),
            Self::MemberNotAtTheTime => include_str!("member_not_at_the_time.rs"),
            Self::TallyMismatch => include_str!("tally_mismatch.rs"),
            Self::DoubleVote => include_str!("double_vote.rs"),
            Self::MissingLocator => include_str!("missing_locator.rs"),
            Self::MissingQualifier => include_str!("missing_qualifier.rs"),
            Self::MissingEvidence => include_str!("missing_evidence.rs"),
            Self::LineageCycle => include_str!("lineage_cycle.rs"),
            Self::OrphanNode => include_str!("orphan_node.rs"),
        };
        let words = source.lines().map_while(|line| line.strip_prefix("//!"));
        words.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

/// Applies every rule; gives all faults, those of reading included, or nothing if the data is sound.
pub(crate) fn check(files: &[SourceFile], records: &mut Records) -> Option<Faults> {
    const RULES: &[fn(&Ground<'_>, &mut Findings)] = &[
        blank_text::check,
        duplicate_id::check,
        unknown_id::check,
        wrong_kind::check,
        unknown_theme::check,
        self_reference::check,
        date_order::check,
        evidence_too_late::check,
        act_outside_forum_life::check,
        member_not_at_the_time::check,
        tally_mismatch::check,
        double_vote::check,
        missing_locator::check,
        missing_qualifier::check,
        missing_evidence::check,
        lineage_cycle::check,
        orphan_node::check,
    ];
    let mut faults = std::mem::take(&mut records.faults);
    let ground = Ground::new(records);
    let mut findings = Findings::default();
    for rule in RULES {
        rule(&ground, &mut findings);
    }
    let (placed, omitted) = findings.placed(files);
    faults.extend(placed);
    (!faults.is_empty()).then(|| Faults::new(faults, omitted + records.omitted))
}
