//! Every id that a record names is that of a record.
//!
//! A reference to nothing is a claim about nothing.
//!
//! Wrong:
//!
//! ```yaml
//! - {by: nld, verb: supports, object: gcsc-pulbic-core, at: line 4}
//! ```
//!
//! Right:
//!
//! ```yaml
//! - {by: nld, verb: supports, object: gcsc-public-core, at: line 4}
//! ```

use super::Rule;
use super::ground::{Findings, Ground};
use super::references::each_reference;

pub(super) fn check(ground: &Ground<'_>, findings: &mut Findings) {
    for entry in &ground.records.entities {
        each_reference(&entry.record, |id, kinds, spot| {
            if ground.get(id).is_none() {
                let help = match ground.nearest(id.as_str(), kinds) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!(
                        "add a record `{id}` to the {} folder, or name another",
                        kinds.iter().map(|kind| format!("`{kind}s`")).collect::<Vec<_>>().join(" or ")
                    ),
                };
                findings.tell(Rule::UnknownId, entry, spot, format!("no record has the id `{id}`"), help);
            }
        });
    }
}
