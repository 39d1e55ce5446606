//! Groups: what an organisation, alliance or club says of the norm, or of the text that states it, is said for its members of that day.
//!
//! That an organisation opens a treaty for signature binds no member, so the adoption of a treaty is left out.

use super::{Ground, Tell};
use crate::model::{Family, ReportKind};
use crate::stance::Stance;

pub(super) fn derive(ground: &Ground<'_>, tell: &mut Tell<'_>) {
    let treaty = ground.report(ground.text).is_some_and(|text| text.kind == ReportKind::Treaty);
    for object in [ground.norm, ground.text] {
        for (edge, act) in ground.acts_on(object) {
            let group = ground.subject(edge);
            if !ground.forum(group).is_some_and(|forum| forum.kind.speaks_for_members()) {
                continue;
            }
            if treaty && act.verb.family() == Family::Adopted {
                continue;
            }
            let stance = match Stance::of(act.verb) {
                Some(stance @ (Stance::Backs | Stance::BacksWithConditions)) => stance,
                Some(Stance::Contests) if object == ground.norm => Stance::Contests,
                Some(Stance::Contests) => Stance::OpposesText,
                _ => continue,
            };
            for (member, seat) in ground.seats(group, edge) {
                let rest = if object == ground.text { Some(ground.birth) } else { None };
                let chain: Vec<_> = [seat, edge].into_iter().chain(rest).collect();
                tell(member, stance, super::chain(&chain));
            }
        }
    }
}
