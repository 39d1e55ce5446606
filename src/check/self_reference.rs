//! No record stands in a relation to itself: no parent, member, subject and object in one.
//!
//! A norm that restates itself says nothing and makes walks turn in circles.
//!
//! Wrong:
//!
//! ```yaml
//! un-gge:
//!   parent: un-gge
//! ```
//!
//! Right:
//!
//! ```yaml
//! un-gge:
//!   parent: un-first-committee
//! ```

use super::Rule;
use super::ground::{Findings, Ground};
use super::spot::Spot;

pub(super) fn check(ground: &Ground<'_>, findings: &mut Findings) {
    const HELP: &str = "name another record, or leave the field out";
    for (entry, forum) in ground.forums() {
        if forum.parent.as_ref() == Some(&entry.id) {
            findings.tell(Rule::SelfReference, entry, Spot::field("parent"), format!("`{}` is its own parent", entry.id), HELP);
        }
        for (number, member) in forum.members.iter().enumerate() {
            if let Some(who) = member.who.iter().position(|who| *who == entry.id) {
                let spot = Spot::field("members").item(number).of("who").item(who);
                findings.tell(Rule::SelfReference, entry, spot, format!("`{}` is its own member", entry.id), HELP);
            }
        }
    }
    for (entry, report) in ground.reports() {
        if let Some(number) = report.issued_by.iter().position(|issuer| *issuer == entry.id) {
            findings.tell(
                Rule::SelfReference,
                entry,
                Spot::field("issued_by").item(number),
                format!("`{}` issues itself", entry.id),
                HELP,
            );
        }
    }
    for act in ground.claims() {
        for (number, object) in act.claim.object.iter().enumerate() {
            if act.claim.by.contains(object) {
                let message = format!("`{object}` is both subject and object of `{}`", act.claim.verb);
                findings.tell(Rule::SelfReference, act.entry, act.spot.of("object").item(number), message, HELP);
            }
        }
    }
}
