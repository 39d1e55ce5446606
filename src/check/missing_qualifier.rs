//! A contesting act says in which mode and form; a reported one, by whom; an inferred one, why. And only those do.
//!
//! That Cuba contests humanitarian law can mean that it should not exist, or that it does not apply: the mode is the fact.
//!
//! Wrong:
//!
//! ```yaml
//! - {by: cub, verb: contests, object: ihl-applies, at: line 87}
//! ```
//!
//! Right:
//!
//! ```yaml
//! - {by: cub, verb: contests, object: ihl-applies, at: line 87, mode: applicatory, form: statement}
//! ```

use super::Rule;
use super::ground::{Findings, Ground};
use crate::model::{Basis, Family};

pub(super) fn check(ground: &Ground<'_>, findings: &mut Findings) {
    for act in ground.claims() {
        let claim = act.claim;
        let mut tell = |field: &'static str, message: String, help: &str| {
            findings.tell(Rule::MissingQualifier, act.entry, act.spot.of(field), message, help);
        };
        if claim.verb.needs_mode() && claim.mode.is_none() {
            tell(
                "verb",
                format!("`{}` does not say what is disputed", claim.verb),
                "add `mode`: validity, applicatory, meaning, scope, procedural or legal-status",
            );
        }
        if claim.verb.needs_mode() && claim.form.is_none() {
            tell("verb", format!("`{}` does not say by what kind of step", claim.verb), "add `form`, such as `form: statement`");
        }
        if claim.mode.is_some() && claim.verb.family() != Family::Contested {
            tell(
                "mode",
                format!("`{}` does not dispute anything and has no mode", claim.verb),
                "take `mode` out, or check the verb",
            );
        }
        if claim.form.is_some() && claim.verb.family() != Family::Contested {
            tell(
                "form",
                format!("`{}` does not dispute anything and has no form", claim.verb),
                "take `form` out, or check the verb",
            );
        }
        if claim.basis == Basis::Reported && claim.reported_by.is_none() {
            tell("basis", "the act is reported, but not by whom".to_owned(), "add `reported_by` with the id of who says so");
        }
        if claim.basis != Basis::Reported && claim.reported_by.is_some() {
            tell(
                "reported_by",
                format!("someone reports it, but the basis is {}", claim.basis),
                "write `basis: reported`, or take `reported_by` out",
            );
        }
        if claim.basis == Basis::Inferred && claim.reason.is_none() {
            tell("basis", "the act is inferred, but not why".to_owned(), "add `reason` in your own words");
        }
        if (claim.reuse.is_some() || claim.change.is_some()) && claim.verb.family() != Family::Lineage {
            let field = if claim.reuse.is_some() { "reuse" } else { "change" };
            tell(
                field,
                format!("`{}` does not link two wordings", claim.verb),
                "take `reuse` and `change` out, or check the verb",
            );
        }
    }
}
