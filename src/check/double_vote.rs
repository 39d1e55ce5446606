//! No one stands twice in a roll call.
//!
//! A voter in two lists makes both counts doubtful.
//!
//! Wrong:
//!
//! ```yaml
//! vote: {yes: [nld], abstain: [nld]}
//! ```
//!
//! Right:
//!
//! ```yaml
//! vote: {yes: [nld]}
//! ```

use std::collections::HashMap;

use super::Rule;
use super::ground::{Findings, Ground};
use super::spot::Spot;

pub(super) fn check(ground: &Ground<'_>, findings: &mut Findings) {
    for (entry, report) in ground.reports() {
        let Some(vote) = &report.vote else { continue };
        let mut seen = HashMap::new();
        for (name, voters) in [("yes", &vote.yes), ("no", &vote.no), ("abstain", &vote.abstain), ("absent", &vote.absent)] {
            for (number, voter) in voters.iter().enumerate() {
                if let Some(before) = seen.insert(voter, name) {
                    let spot = Spot::field("vote").of(name).item(number);
                    let message = format!("`{voter}` already stands under `{before}`");
                    findings.tell(Rule::DoubleVote, entry, spot, message, "keep the one that the record of the meeting shows");
                }
            }
        }
    }
}
