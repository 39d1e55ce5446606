//! What begins does not end before it begins, and a forum does not begin before its mandate.
//!
//! A life span that runs backwards makes every question about a day wrong.
//!
//! Wrong:
//!
//! ```yaml
//! un-gge-2017:
//!   from: 2017-06
//!   to: 2016-08
//! ```
//!
//! Right:
//!
//! ```yaml
//! un-gge-2017:
//!   from: 2016-08
//!   to: 2017-06
//! ```

use super::Rule;
use super::ground::{Findings, Ground};
use super::spot::Spot;
use crate::model::Date;

pub(super) fn check(ground: &Ground<'_>, findings: &mut Findings) {
    const HELP: &str = "check both dates; the end cannot come before the beginning";
    let backwards = |from: Option<Date>, to: Option<Date>| match (from, to) {
        (Some(from), Some(to)) if to.certainly_before(from) => Some(format!("{to} comes before {from}")),
        _ => None,
    };
    for (entry, forum) in ground.forums() {
        if let Some(message) = backwards(forum.from, forum.to) {
            findings.tell(Rule::DateOrder, entry, Spot::field("to"), message, HELP);
        }
        let mandate = forum.mandate.as_ref().and_then(|id| ground.report(id));
        if let (Some(mandate), Some(from)) = (mandate, forum.from)
            && from.certainly_before(mandate.date)
        {
            let message = format!("the forum begins {from}, before its mandate of {}", mandate.date);
            findings.tell(Rule::DateOrder, entry, Spot::field("from"), message, "check both dates, or name the first mandate");
        }
        for (number, member) in forum.members.iter().enumerate() {
            if let Some(message) = backwards(member.from, member.to) {
                findings.tell(Rule::DateOrder, entry, Spot::field("members").item(number).of("to"), message, HELP);
            }
        }
    }
    for act in ground.claims() {
        let from = act.claim.date.unwrap_or(act.report.date);
        if let Some(message) = backwards(Some(from), act.claim.until) {
            findings.tell(Rule::DateOrder, act.entry, act.spot.of("until"), message, HELP);
        }
    }
}
