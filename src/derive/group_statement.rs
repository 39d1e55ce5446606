//! Groups: what an organisation, alliance or club says of the norm, or of the text that states it, is said for its members of that day.
//!
//! What it does for itself is not: to join a call, to sign, to align with others. Nor does what it says of a treaty as a whole speak for
//! members that may sign it or not.

use super::{Ground, Tell, chain};
use crate::model::{Family, Verb};
use crate::stance::Stance;

pub(super) fn derive(ground: &Ground<'_>, tell: &mut Tell<'_>) {
    let treaty = ground.states_treaty();
    for object in [Some(ground.norm), Some(ground.text).filter(|_| !treaty)].into_iter().flatten() {
        for (edge, act) in ground.acts_on(object) {
            let group = ground.subject(edge);
            if !ground.forum(group).is_some_and(|forum| forum.kind.speaks_for_members()) {
                continue;
            }
            let for_itself = matches!(
                act.verb,
                Verb::Joins
                    | Verb::AlignsWith
                    | Verb::Sponsors
                    | Verb::Implements
                    | Verb::VotesYes
                    | Verb::Signs
                    | Verb::Ratifies
                    | Verb::Accedes
            );
            if for_itself || treaty && act.verb.family() == Family::Adopted {
                continue;
            }
            let stance = match Stance::of(act.verb) {
                Some(stance @ (Stance::Backs | Stance::BacksWithConditions)) => stance,
                Some(Stance::Contests) if object == ground.norm => Stance::Contests,
                Some(Stance::Contests) => Stance::OpposesText,
                _ => continue,
            };
            for (member, seat) in ground.seats(group, edge) {
                let birth = (object == ground.text).then_some(ground.birth);
                tell(member, stance, chain([seat, edge].into_iter().chain(birth)));
            }
        }
    }
}
