//! Who votes in a forum is a member on that day, and no membership lies outside the life of the forum.
//!
//! A vote of a state that was no member is a wrong roll call. Forums without listed members are passed over.
//!
//! Wrong:
//!
//! ```yaml
//! un-gge-2017:
//!   from: 2016-08
//!   to: 2017-06
//!   members:
//!     - {who: cub, from: 2019, in: a-72-327}
//! ```
//!
//! Right:
//!
//! ```yaml
//! un-gge-2017:
//!   from: 2016-08
//!   to: 2017-06
//!   members:
//!     - {who: cub, in: a-72-327}
//! ```

use std::collections::HashSet;

use super::Rule;
use super::ground::{Findings, Ground};
use super::spot::Spot;
use crate::model::{Forum, Id, Membership, Role};

pub(super) fn check(ground: &Ground<'_>, findings: &mut Findings) {
    for (entry, forum) in ground.forums() {
        for (number, member) in forum.members.iter().enumerate() {
            let too_early = matches!((member.to, forum.from), (Some(to), Some(from)) if to.certainly_before(from));
            let too_late = matches!((member.from, forum.to), (Some(from), Some(to)) if to.certainly_before(from));
            if too_early || too_late {
                let spot = Spot::field("members").item(number).of(if too_early { "to" } else { "from" });
                let help = "check the dates, or whether another forum of the series is meant";
                findings.tell(
                    Rule::MemberNotAtTheTime,
                    entry,
                    spot,
                    "the membership lies outside the life of the forum".to_owned(),
                    help,
                );
            }
        }
    }
    for (entry, report) in ground.reports() {
        let Some(vote) = &report.vote else { continue };
        let forums: Vec<&Forum> = report.issued_by.iter().filter_map(|id| ground.forum(id)).collect();
        let lists_members = |forum: &&Forum| forum.members.iter().any(|member| member.role == Role::Member);
        if !forums.iter().any(lists_members) {
            continue;
        }
        let that_day = |member: &&Membership| {
            matches!(member.role, Role::Member | Role::Chair | Role::CoChair | Role::ViceChair)
                && !member.from.is_some_and(|from| report.date.certainly_before(from))
                && !member.to.is_some_and(|to| to.certainly_before(report.date))
        };
        let seats = forums.iter().flat_map(|forum| &forum.members).filter(that_day);
        let sitting: HashSet<&Id> = seats.flat_map(|member| &member.who).collect();
        for (name, voters) in [("yes", &vote.yes), ("no", &vote.no), ("abstain", &vote.abstain), ("absent", &vote.absent)] {
            for (number, voter) in voters.iter().enumerate() {
                if !sitting.contains(voter) {
                    let spot = Spot::field("vote").of(name).item(number);
                    let message = format!("`{voter}` is no member of the forum on {}", report.date);
                    findings.tell(
                        Rule::MemberNotAtTheTime,
                        entry,
                        spot,
                        message,
                        "check the roll call, or add the membership to the forum",
                    );
                }
            }
        }
    }
}
