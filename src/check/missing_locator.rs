//! A norm says where its report states it, and an act says where its report records it.
//!
//! Without the paragraph or line no one can check the claim. Votes, signatures, adoptions and memberships concern a text or list as a whole and need none.
//!
//! Wrong:
//!
//! ```yaml
//! - {by: nld, verb: supports, object: gcsc-public-core}
//! ```
//!
//! Right:
//!
//! ```yaml
//! - {by: nld, verb: supports, object: gcsc-public-core, at: line 45}
//! ```

use super::Rule;
use super::ground::{Findings, Ground};
use super::spot::Spot;
use crate::model::{Basis, Entity, EvidenceKind, Family, Verb};

pub(super) fn check(ground: &Ground<'_>, findings: &mut Findings) {
    for entry in &ground.records.entities {
        if let Entity::Norm(norm) = &entry.record
            && norm.at.is_none()
        {
            let message = "the norm does not say where its report states it".to_owned();
            findings.tell(
                Rule::MissingLocator,
                entry,
                Spot::field("stated_in"),
                message,
                "add `at: para 13 (f)`, or `at: whole` for a text without parts",
            );
        }
    }
    for act in ground.claims() {
        let of_the_whole = matches!(act.claim.verb.family(), Family::Adopted)
            || matches!(
                act.claim.verb,
                Verb::VotesYes | Verb::VotesNo | Verb::Abstains | Verb::Absent | Verb::Joins | Verb::Sponsors | Verb::Drafts
            );
        let in_captions = act.report.evidence == EvidenceKind::MachineTranscript;
        let structural = act.claim.verb.family() == Family::Structural;
        // What a coder infers from two texts stands in neither.
        let inferred = act.claim.basis == Basis::Inferred;
        if act.claim.at.is_none() && (in_captions || !(of_the_whole || structural || inferred)) {
            let help = if in_captions {
                "add the line of the captions, such as `at: line 87`"
            } else {
                "add the paragraph, such as `at: para 5`, or `at: whole`"
            };
            findings.tell(
                Rule::MissingLocator,
                act.entry,
                act.spot.of("verb"),
                "the act does not say where the report records it".to_owned(),
                help,
            );
        }
    }
}
