//! Votes: who votes for a text that states the norm, or that takes up a text which does, backs the norm.
//!
//! A vote against, an abstention or an absence says something about the text that was voted on, for reasons that may lie anywhere
//! in it. It is told only where that text states the norm itself, and as what it is, not as a dispute over the norm.

use super::{Ground, Tell};
use crate::model::Verb;
use crate::stance::Stance;

pub(super) fn derive(ground: &Ground<'_>, tell: &mut Tell<'_>) {
    for carrier in &ground.carriers {
        let states = carrier.text == ground.text;
        // Nobody can be absent from a vote that was none.
        let called = ground.report(carrier.text).is_some_and(|text| text.vote.is_some());
        for (edge, act) in ground.acts_on(carrier.text) {
            let stance = match act.verb {
                Verb::VotesYes => Stance::Backs,
                Verb::VotesNo if states => Stance::OpposesText,
                Verb::Abstains if states => Stance::Abstains,
                Verb::Absent if states && called => Stance::Absent,
                _ => continue,
            };
            tell(ground.subject(edge), stance, carrier.chain(&[edge]));
        }
    }
}
