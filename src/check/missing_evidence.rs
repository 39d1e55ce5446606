//! A forum with a parent names its mandate or the report that records it, a source says where or why not, and each act has an object.
//!
//! A link without a source cannot be written down.
//!
//! Wrong:
//!
//! ```yaml
//! un-gge-2017:
//!   parent: un-first-committee
//! ```
//!
//! Right:
//!
//! ```yaml
//! un-gge-2017:
//!   parent: un-first-committee
//!   mandate: a-res-70-237
//! ```

use super::Rule;
use super::ground::{Findings, Ground};
use super::spot::Spot;

pub(super) fn check(ground: &Ground<'_>, findings: &mut Findings) {
    for (entry, forum) in ground.forums() {
        if forum.parent.is_some() && forum.mandate.is_none() && forum.recorded_in.is_none() {
            let message = "no report shows that the forum belongs to its parent".to_owned();
            findings.tell(
                Rule::MissingEvidence,
                entry,
                Spot::field("parent"),
                message,
                "add `mandate` or `recorded_in` with the id of a report",
            );
        }
    }
    for (entry, report) in ground.reports() {
        if report.issued_by.is_empty() {
            let message = "no one issued the report".to_owned();
            findings.tell(
                Rule::MissingEvidence,
                entry,
                Spot::field("issued_by"),
                message,
                "name the forum or actor that issued it",
            );
        }
        if let Some(source) = &report.source
            && (source.url.is_some() == source.missing.is_some()
                || source.missing.is_some() && (source.second.is_some() || source.read.is_some()))
        {
            let (message, help) = match source.missing {
                None => ("the source names no address", "add `url`, or say in `missing` why there is none"),
                Some(_) => ("the source has an address and says why there is none", "keep `url` and its fields, or `missing`"),
            };
            findings.tell(Rule::MissingEvidence, entry, Spot::field("source"), message.to_owned(), help);
        }
    }
    for act in ground.claims() {
        if act.claim.object.is_empty() && act.claim.norms_of.is_none() {
            let message = format!("`{}` has no object", act.claim.verb);
            findings.tell(
                Rule::MissingEvidence,
                act.entry,
                act.spot.of("verb"),
                message,
                "add `object`, or `norms_of` with the id of a report",
            );
        }
    }
}
