//! Support: who joins, signs, sponsors, supports or welcomes the text that states the norm backs it; who disputes that text opposes it.
//!
//! Only the text itself counts, not one that takes it up. A dispute over a text is told as such: the reasons may lie anywhere in it.
//! Of a treaty only the signature is told here: to welcome it as a whole is not to back each of its articles, and parties have a rule of
//! their own.

use super::{Ground, Tell};
use crate::model::{Family, Verb};
use crate::stance::Stance;

pub(super) fn derive(ground: &Ground<'_>, tell: &mut Tell<'_>) {
    let carrier = &ground.carriers[0];
    let treaty = ground.states_treaty();
    for (edge, act) in ground.acts_on(ground.text) {
        let stance = match act.verb {
            // Votes and parties have rules of their own; that a text begins to bind is nobody's stance.
            Verb::VotesYes | Verb::VotesNo | Verb::Abstains | Verb::Ratifies | Verb::Accedes | Verb::EntersIntoForce => continue,
            Verb::Reserves => Stance::Reserves,
            verb if verb.family() == Family::Contested => Stance::OpposesText,
            verb if treaty && verb != Verb::Signs => continue,
            verb => match Stance::of(verb) {
                Some(stance @ (Stance::Backs | Stance::BacksWithConditions)) => stance,
                _ => continue,
            },
        };
        tell(ground.subject(edge), stance, carrier.chain(&[edge]));
    }
}
