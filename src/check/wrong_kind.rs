//! A reference names a record of the kind that can stand there.
//!
//! A norm is stated in a report, a chair is an actor: anything else is a slip.
//!
//! Wrong:
//!
//! ```yaml
//! gcsc-public-core:
//!   stated_in: gcsc
//! ```
//!
//! Right:
//!
//! ```yaml
//! gcsc-public-core:
//!   stated_in: gcsc-call-public-core-2017
//! ```

use super::Rule;
use super::ground::{Findings, Ground};
use super::references::each_reference;

pub(super) fn check(ground: &Ground<'_>, findings: &mut Findings) {
    for entry in &ground.records.entities {
        each_reference(&entry.record, |id, kinds, spot| {
            let Some(kind) = ground.get(id).and_then(|known| known.kind) else { return };
            if !kinds.contains(&kind) {
                let wanted = kinds.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(" or ");
                let article = if wanted.starts_with('a') { "an" } else { "a" };
                findings.tell(
                    Rule::WrongKind,
                    entry,
                    spot,
                    format!("`{id}` is of kind {kind}"),
                    format!("here belongs the id of {article} {wanted}"),
                );
            }
        });
    }
}
