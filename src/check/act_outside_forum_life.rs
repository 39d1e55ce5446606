//! A forum issues texts and acts between its beginning and a year after its end.
//!
//! A group that has not met yet cannot have agreed. The year is for reports printed after the last meeting.
//!
//! Wrong:
//!
//! ```yaml
//! un-gge-2013:
//!   from: 2012-08
//!   to: 2013-06
//! a-70-174:
//!   issued_by: un-gge-2013
//!   date: 2015-07-22
//! ```
//!
//! Right:
//!
//! ```yaml
//! a-70-174:
//!   issued_by: un-gge-2015
//!   date: 2015-07-22
//! ```

use super::Rule;
use super::ground::{Findings, Ground};
use super::spot::Spot;
use crate::model::{Basis, Date, Family, Forum};

pub(super) fn check(ground: &Ground<'_>, findings: &mut Findings) {
    const HELP: &str = "check the date and the forum; a series of groups has one id for each group";
    for (entry, report) in ground.reports() {
        for (number, issuer) in report.issued_by.iter().enumerate() {
            if let Some(message) = ground.forum(issuer).and_then(|forum| outside(forum, report.date)) {
                let spot = Spot::field("issued_by").item(number);
                findings.tell(
                    Rule::ActOutsideForumLife,
                    entry,
                    spot,
                    format!("the report is of {}; {message}", report.date),
                    HELP,
                );
            }
        }
    }
    for act in ground.claims() {
        if act.claim.basis == Basis::Inferred || matches!(act.claim.verb.family(), Family::Structural | Family::Lineage) {
            continue;
        }
        let date = act.claim.date.unwrap_or(act.report.date);
        for (number, subject) in act.claim.by.iter().enumerate() {
            if let Some(message) = ground.forum(subject).and_then(|forum| outside(forum, date)) {
                let spot = act.spot.of("by").item(number);
                findings.tell(Rule::ActOutsideForumLife, act.entry, spot, format!("the act is of {date}; {message}"), HELP);
            }
        }
    }
}

fn outside(forum: &Forum, date: Date) -> Option<String> {
    if let Some(from) = forum.from
        && date.certainly_before(from)
    {
        return Some(format!("the forum begins {from}"));
    }
    let to = forum.to?;
    let days_after = |date: Date| (u32::from(date.year()), date.month().unwrap_or(1), date.day().unwrap_or(1));
    let (year, month, day) = days_after(to.last_day());
    (days_after(date.first_day()) > (year + 1, month, day)).then(|| format!("the forum ended {to}"))
}
