//! Where someone stands: what the many verbs of the record come to when one asks who is for a norm and who is not.

use crate::model::words::words;
use crate::model::{Family, Verb};

words! {
    /// Where an actor stands on a norm, as one act says.
    ///
    /// No record at all is none of these, and none of these is a default for it: silence, absence, abstention and a mere mention are
    /// different things. The words run from for to against, then to those that take no side.
    Stance as "stance" {
        /// Proposes, supports, endorses, adopts it, or is bound by it.
        Backs = "backs",
        /// Backs it if something else holds.
        BacksWithConditions = "backs-with-conditions",
        /// Accepts it but for a part.
        Reserves = "reserves",
        /// Abstains on the text that states it.
        Abstains = "abstains",
        /// Votes against the text that states it, disputes that text or stands apart from it; the reasons may lie elsewhere in the text.
        OpposesText = "opposes-text",
        /// Disputes the norm itself: contests, rejects, blocks it.
        Contests = "contests",
        /// Speaks of it without taking a side.
        Neutral = "neutral",
        /// Leaves it out where the subject is dealt with; on the showing of a published list.
        Silent = "silent",
        /// Did not vote on the text that states it.
        Absent = "absent",
    }
}

impl Stance {
    /// The stance that an act with this verb takes on its object; nothing for verbs that say nothing of the kind, such as memberships.
    ///
    /// ```
    /// use cybernorms::{Stance, Verb};
    /// assert_eq!(Stance::of(Verb::Welcomes), Some(Stance::Backs));
    /// assert_eq!(Stance::of(Verb::TakesNote), Some(Stance::Neutral), "to take note is not to endorse");
    /// assert_eq!(Stance::of(Verb::MemberOf), None);
    /// ```
    pub const fn of(verb: Verb) -> Option<Self> {
        Some(match verb {
            Verb::SilentOn => Self::Silent,
            Verb::Absent => Self::Absent,
            Verb::SupportsWithConditions => Self::BacksWithConditions,
            Verb::Presents | Verb::Mandates | Verb::EntersIntoForce => Self::Neutral,
            Verb::Regrets | Verb::Reserves => Self::Reserves,
            Verb::Abstains => Self::Abstains,
            Verb::VotesNo => Self::OpposesText,
            verb => match verb.family() {
                Family::Proposed | Family::Endorsed | Family::Adopted => Self::Backs,
                Family::Contested => Self::Contests,
                Family::Referred => Self::Neutral,
                Family::Lineage | Family::Structural => return None,
            },
        })
    }

    /// Whether it takes a side on the norm itself: for, with or without conditions, or against.
    pub const fn side(self) -> Option<Side> {
        match self {
            Self::Backs | Self::BacksWithConditions => Some(Side::For),
            Self::Contests => Some(Side::Against),
            _ => None,
        }
    }

    /// Whether it could stand in the way of a consensus: anything between a reservation and a rejection.
    pub const fn is_objection(self) -> bool {
        matches!(self, Self::Reserves | Self::Abstains | Self::OpposesText | Self::Contests)
    }
}

words! {
    /// For or against a norm.
    Side as "side" {
        /// For.
        For = "for",
        /// Against.
        Against = "against",
    }
}
