//! A report does not record what happened after it was issued, and none is newer than the cut-off of the edition.
//!
//! Evidence older than its claim proves nothing; a report beyond the cut-off means that one of the two dates is wrong.
//!
//! Wrong:
//!
//! ```yaml
//! a-res-70-237:
//!   date: 2015-12-23
//!   acts:
//!     - {verb: welcomes, object: a-70-174, at: para 1, date: 2016-02}
//! ```
//!
//! Right:
//!
//! ```yaml
//! a-res-70-237:
//!   date: 2015-12-23
//!   acts:
//!     - {verb: welcomes, object: a-70-174, at: para 1}
//! ```

use super::Rule;
use super::ground::{Findings, Ground};
use super::spot::Spot;
use crate::model::Verb;

pub(super) fn check(ground: &Ground<'_>, findings: &mut Findings) {
    const HELP: &str = "take the date from the report, or name the later report that records it";
    if let Some(edition) = &ground.records.edition {
        // The edition speaks for the data that it comes with, not for what a reader lays on top.
        let of_edition = ground.reports().filter(|(entry, _)| !entry.overlay);
        for (entry, report) in of_edition.filter(|(_, report)| edition.cutoff.certainly_before(report.date)) {
            let message = format!("the report is of {}, the evidence reaches to {}", report.date, edition.cutoff);
            let help = "check the date, or move `cutoff` in `edition.yaml`";
            findings.tell(Rule::EvidenceTooLate, entry, Spot::field("date"), message, help);
        }
    }
    for act in ground.claims() {
        // A text may set the day on which it enters into force.
        if let Some(date) = act.claim.date
            && act.report.date.certainly_before(date)
            && act.claim.verb != Verb::EntersIntoForce
        {
            let message = format!("the act is of {date}, the report that records it of {}", act.report.date);
            findings.tell(Rule::EvidenceTooLate, act.entry, act.spot.of("date"), message, HELP);
        }
        for (number, other) in act.claim.corroborated_by.iter().enumerate() {
            let date = act.claim.date.unwrap_or(act.report.date);
            if let Some(other) = ground.report(other)
                && other.date.certainly_before(date)
            {
                let message = format!("the act is of {date}, the report that is to corroborate it of {}", other.date);
                findings.tell(Rule::EvidenceTooLate, act.entry, act.spot.of("corroborated_by").item(number), message, HELP);
            }
        }
    }
}
