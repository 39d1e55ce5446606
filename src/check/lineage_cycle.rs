//! No wording comes, by however many steps, from itself.
//!
//! A later wording takes from an earlier one; a circle means that one link points the wrong way.
//!
//! Wrong:
//!
//! ```yaml
//! - {by: paris-call-2-protect-internet, verb: adapts, object: gcsc-public-core, at: principle 2}
//! - {by: gcsc-public-core, verb: derives-from, object: paris-call-2-protect-internet, at: norm 1}
//! ```
//!
//! Right:
//!
//! ```yaml
//! - {by: paris-call-2-protect-internet, verb: adapts, object: gcsc-public-core, at: principle 2}
//! ```

use std::collections::HashMap;

use super::Rule;
use super::ground::{Findings, Ground, Recorded};
use crate::model::Id;

pub(super) fn check(ground: &Ground<'_>, findings: &mut Findings) {
    let mut origins: HashMap<&Id, Vec<(&Id, Recorded<'_>, usize)>> = HashMap::new();
    let mut later: Vec<&Id> = Vec::new();
    for act in ground.claims().filter(|act| act.claim.verb.leads_to_origin()) {
        for subject in &act.claim.by {
            let links = origins.entry(subject).or_default();
            if links.is_empty() {
                later.push(subject);
            }
            links.extend(act.claim.object.iter().enumerate().map(|(number, object)| (object, act, number)));
        }
    }
    // Depth first with a stack of its own: data may be deep, the call stack is not.
    let mut done: HashMap<&Id, bool> = HashMap::new();
    for start in later {
        let mut stack = vec![(start, 0)];
        while let Some((id, next)) = stack.pop() {
            if next == 0 && done.insert(id, false).is_some_and(|finished| finished) {
                done.insert(id, true);
                continue;
            }
            let Some(&(origin, act, number)) = origins.get(id).and_then(|links| links.get(next)) else {
                done.insert(id, true);
                continue;
            };
            stack.push((id, next + 1));
            match done.get(origin) {
                Some(true) => {}
                Some(false) => {
                    if origin != id {
                        let message = format!("by this link `{origin}` comes from itself");
                        let help = "the subject is the later wording; turn the link round or take it out";
                        findings.tell(Rule::LineageCycle, act.entry, act.spot.of("object").item(number), message, help);
                    }
                }
                None => stack.push((origin, 0)),
            }
        }
    }
}
