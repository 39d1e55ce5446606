//! Every record but a state is named by another, or names one.
//!
//! A record without a link is unfinished or mistyped. States are a list of reference and may stand alone.
//!
//! Wrong:
//!
//! ```yaml
//! lonely-forum:
//!   name: A forum that nothing mentions
//!   kind: conference
//! ```
//!
//! Right:
//!
//! ```yaml
//! lonely-forum:
//!   name: A forum
//!   kind: conference
//!   members:
//!     - {who: nld, in: some-report}
//! ```

use std::collections::HashSet;

use super::Rule;
use super::ground::{Findings, Ground};
use super::references::each_reference;
use super::spot::Spot;
use crate::model::{ActorKind, Entity};

pub(super) fn check(ground: &Ground<'_>, findings: &mut Findings) {
    // Of a record that could not be read it is not known whom it names.
    if !ground.records.lost.is_empty() {
        return;
    }
    let mut named = HashSet::with_capacity(ground.records.entities.len());
    for entry in &ground.records.entities {
        each_reference(&entry.record, |id, _, _| {
            if *id != entry.id {
                named.insert(id);
            }
        });
    }
    for entry in &ground.records.entities {
        let alone = match &entry.record {
            Entity::Actor(actor) => actor.kind != ActorKind::State,
            Entity::Forum(forum) => forum.parent.is_none() && forum.members.is_empty(),
            Entity::Norm(_) => false,
            Entity::Report(report) => report.acts.is_empty() && report.vote.is_none(),
        };
        if alone && !named.contains(&entry.id) {
            let message = format!("nothing in the data set names `{}`", entry.id);
            findings.tell(
                Rule::OrphanNode,
                entry,
                Spot::RECORD,
                message,
                "write the act that it takes part in, or take the record out",
            );
        }
    }
}
