//! Alignment: who aligns with a statement says of the norm what the statement says of it in the name of its issuer.

use super::{Ground, Tell, chain};
use crate::model::Verb;
use crate::stance::Stance;

pub(super) fn derive(ground: &Ground<'_>, tell: &mut Tell<'_>) {
    for (edge, act) in ground.acts_on(ground.norm).filter(|(edge, act)| ground.is_own(*edge, act)) {
        let Some(stance @ (Stance::Backs | Stance::BacksWithConditions | Stance::Contests)) = Stance::of(act.verb) else {
            continue;
        };
        for (aligned, _) in ground.acts_on(act.report).filter(|(_, act)| act.verb == Verb::AlignsWith) {
            tell(ground.subject(aligned), stance, chain([aligned, edge]));
        }
    }
}
