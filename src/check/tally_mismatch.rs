//! The lists of a roll call add up to the official tally, and only a recorded vote has either.
//!
//! A sum that is off means that a vote is missing or made up.
//!
//! Wrong:
//!
//! ```yaml
//! tally: {yes: 3, no: 0, abstain: 0}
//! vote: {yes: [nld, fra]}
//! ```
//!
//! Right:
//!
//! ```yaml
//! tally: {yes: 3, no: 0, abstain: 0}
//! vote: {yes: [nld, fra, deu]}
//! ```

use super::Rule;
use super::ground::{Findings, Ground};
use super::spot::Spot;
use crate::model::DecisionMode;

pub(super) fn check(ground: &Ground<'_>, findings: &mut Findings) {
    for (entry, report) in ground.reports() {
        if (report.tally.is_some() || report.vote.is_some()) && report.decision != Some(DecisionMode::RecordedVote) {
            let field = if report.tally.is_some() { "tally" } else { "vote" };
            let message = "there is a vote, but the decision is not `recorded-vote`".to_owned();
            findings.tell(
                Rule::TallyMismatch,
                entry,
                Spot::field(field),
                message,
                "write `decision: recorded-vote`, or take the vote out",
            );
        }
        let (Some(tally), Some(vote)) = (report.tally, &report.vote) else { continue };
        for (name, official, listed) in
            [("yes", tally.yes, vote.yes.len()), ("no", tally.no, vote.no.len()), ("abstain", tally.abstain, vote.abstain.len())]
        {
            if official as usize != listed {
                let message = format!("the tally says {official} {name}, the roll call lists {listed}");
                let help = "compare both with the record of the meeting; leave `vote` out if the roll call is not complete";
                findings.tell(Rule::TallyMismatch, entry, Spot::field("tally").of(name), message, help);
            }
        }
    }
}
