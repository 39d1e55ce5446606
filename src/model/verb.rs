//! What was done: the normalised verbs, their families and their order.

use super::words::words;

words! {
    /// The normalised verb of an act, as the codebook lists them.
    ///
    /// Each family runs from weak to strong; [`Verb::strength`] is the place in that order, never a number to add up. The verb
    /// comes from the instrument: "takes note" is never "endorses", a committee *approves* and a plenary *adopts*.
    ///
    /// ```
    /// use cybernorms::{Family, Verb};
    /// assert_eq!(Verb::TakesNote.family(), Family::Referred);
    /// assert!(Verb::Adopts.strength() > Verb::Approves.strength());
    /// ```
    Verb as "verb" {
        /// Names without comment.
        Mentions = "mentions",
        /// Says something about the matter without taking a side.
        CommentsOn = "comments-on",
        /// Refers back in an opening clause.
        Recalls = "recalls",
        /// Records existence; neutral by convention.
        TakesNote = "takes-note",
        /// Accepts relevance.
        Acknowledges = "acknowledges",
        /// Explains a position without opposing.
        ExplainsPosition = "explains-position",
        /// Relies on it in a concrete case.
        Invokes = "invokes",
        /// Names someone as the origin of an operation.
        AttributesTo = "attributes-to",
        /// Asks without duty.
        Recommends = "recommends",
        /// Puts forward.
        Proposes = "proposes",
        /// Puts a draft before a body.
        Sponsors = "sponsors",
        /// Writes the text of.
        Drafts = "drafts",
        /// Introduces to an audience.
        Presents = "presents",
        /// Asks firmly.
        CallsUpon = "calls-upon",
        /// Charges a body with a task.
        Mandates = "mandates",
        /// Approves politically, without commitment.
        Welcomes = "welcomes",
        /// Supports, if something else holds.
        SupportsWithConditions = "supports-with-conditions",
        /// Speaks in favour.
        Supports = "supports",
        /// Joins the statement of another.
        AlignsWith = "aligns-with",
        /// Repeats an earlier commitment.
        Reaffirms = "reaffirms",
        /// Becomes a supporter of a call or pledge.
        Joins = "joins",
        /// Makes the text of another its own politically.
        Endorses = "endorses",
        /// Takes a step that carries it out.
        Implements = "implements",
        /// Votes in favour.
        VotesYes = "votes-yes",
        /// Says yes at the committee stage.
        Approves = "approves",
        /// Settles a text in its own name.
        Adopts = "adopts",
        /// Signs a treaty.
        Signs = "signs",
        /// Ratifies a treaty.
        Ratifies = "ratifies",
        /// Accedes to a treaty.
        Accedes = "accedes",
        /// Begins to have legal effect.
        EntersIntoForce = "enters-into-force",
        /// Sets up a forum.
        Establishes = "establishes",
        /// Says with sorrow that it is, or is not, so.
        Regrets = "regrets",
        /// Abstains in a vote.
        Abstains = "abstains",
        /// Accepts but for a part.
        Reserves = "reserves",
        /// Stands apart from a consensus.
        Dissociates = "dissociates",
        /// Votes against.
        VotesNo = "votes-no",
        /// Disputes, in a stated mode.
        Contests = "contests",
        /// Puts a competing text forward.
        TablesRival = "tables-rival",
        /// Denies the norm or text as such.
        Rejects = "rejects",
        /// Withholds the consensus that adoption needs.
        Blocks = "blocks",
        /// Takes back support or a signature.
        Withdraws = "withdraws",
        /// Goes with the other; neither comes from it.
        Complements = "complements",
        /// Stands against the other as an alternative.
        CompetesWith = "competes-with",
        /// Takes its origin from the other.
        DerivesFrom = "derives-from",
        /// Says the other again.
        Restates = "restates",
        /// Takes over the other with changes.
        Adapts = "adapts",
        /// Takes over a part.
        Narrows = "narrows",
        /// Takes over and extends.
        Widens = "widens",
        /// Adds understanding and keeps the norm.
        Elaborates = "elaborates",
        /// Turns it into steps.
        Operationalises = "operationalises",
        /// Fits it to a region.
        Localises = "localises",
        /// Joins several into one.
        Merges = "merges",
        /// Divides one into several.
        Splits = "splits",
        /// Takes its place.
        Supersedes = "supersedes",
        /// Rests on a text of law or a principle.
        AnchoredIn = "anchored-in",
        /// Did not vote.
        Absent = "absent",
        /// Deals with the subject and leaves this out, on the showing of a published list of topics: silence that is recorded.
        SilentOn = "silent-on",
        /// Is a member.
        MemberOf = "member-of",
        /// Holds the chair.
        Chairs = "chairs",
        /// Shares the chair.
        CoChairs = "co-chairs",
        /// Holds the vice-chair.
        ViceChairs = "vice-chairs",
        /// Observes without membership.
        Observes = "observes",
        /// Is the host.
        Hosts = "hosts",
        /// Takes part without membership.
        ParticipatesIn = "participates-in",
        /// Is the secretariat.
        Serves = "serves",
        /// Pays for.
        SponsorsForum = "sponsors-forum",
        /// Organises.
        Organises = "organises",
        /// Is a listed supporter.
        SupportsForum = "supports-forum",
        /// Speaks or works for.
        SpeaksFor = "speaks-for",
        /// Moderates a session.
        Moderates = "moderates",
        /// Is heard in a session.
        SpeaksIn = "speaks-in",
        /// Belongs to a larger forum.
        SubsidiaryOf = "subsidiary-of",
        /// Has its task from a text.
        MandatedBy = "mandated-by",
        /// Was issued by.
        IssuedBy = "issued-by",
        /// Is stated in.
        StatedIn = "stated-in",
    }
}

words! {
    /// What kind of act a verb is.
    Family as "family of verbs" {
        /// Speaks of a norm or text without taking it up or opposing it.
        Referred = "referred",
        /// Puts a norm or text forward, or asks others to follow it.
        Proposed = "proposed",
        /// Backs a norm or text politically.
        Endorsed = "endorsed",
        /// Settles a norm or text in one's own name.
        Adopted = "adopted",
        /// Disputes a norm or text, or withholds agreement.
        Contested = "contested",
        /// Links a later wording to an earlier one.
        Lineage = "lineage",
        /// Holds the record together: who belongs where, who issued what.
        Structural = "structural",
    }
}

impl Verb {
    /// The family that the verb belongs to.
    pub const fn family(self) -> Family {
        match self as u8 {
            0..=7 => Family::Referred,
            8..=14 => Family::Proposed,
            15..=23 => Family::Endorsed,
            24..=30 => Family::Adopted,
            31..=40 => Family::Contested,
            41..=54 => Family::Lineage,
            _ => Family::Structural,
        }
    }

    /// The verb as it reads between a subject and an object: `takes note of`, `contests`.
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::CommentsOn => "comments on",
            Self::TakesNote => "takes note of",
            Self::ExplainsPosition => "explains its position on",
            Self::AttributesTo => "attributes an operation to",
            Self::CallsUpon => "calls upon",
            Self::SupportsWithConditions => "supports with conditions",
            Self::AlignsWith => "aligns with",
            Self::VotesYes => "votes for",
            Self::Accedes => "accedes to",
            Self::EntersIntoForce => "brings into force",
            Self::Abstains => "abstains on",
            Self::Reserves => "reserves its position on",
            Self::Dissociates => "dissociates itself from",
            Self::VotesNo => "votes against",
            Self::TablesRival => "tables a rival to",
            Self::Withdraws => "withdraws from",
            Self::CompetesWith => "competes with",
            Self::DerivesFrom => "derives from",
            Self::AnchoredIn => "is anchored in",
            Self::Absent => "is absent from",
            Self::SilentOn => "is silent on",
            Self::MemberOf => "is a member of",
            Self::CoChairs => "co-chairs",
            Self::ViceChairs => "vice-chairs",
            Self::ParticipatesIn => "participates in",
            Self::Serves => "serves",
            Self::SponsorsForum => "sponsors",
            Self::SupportsForum => "supports",
            Self::SpeaksFor => "speaks for",
            Self::SpeaksIn => "speaks in",
            Self::SubsidiaryOf => "is part of",
            Self::MandatedBy => "is mandated by",
            Self::IssuedBy => "is issued by",
            Self::StatedIn => "is stated in",
            _ => self.as_str(),
        }
    }

    /// The place within the family, from 0 (weakest). Compare only verbs of one family.
    pub fn strength(self) -> usize {
        Self::ALL.iter().filter(|verb| verb.family() == self.family()).take_while(|verb| **verb != self).count()
    }

    /// Whether the act disputes and so must say in which mode and form; votes and withdrawals say it by themselves.
    pub const fn needs_mode(self) -> bool {
        matches!(self, Self::Contests | Self::Rejects | Self::Blocks | Self::TablesRival | Self::Dissociates | Self::Reserves)
    }

    /// Whether it is a vote: yes, no or an abstention. To be absent is none.
    pub const fn is_vote(self) -> bool {
        matches!(self, Self::VotesYes | Self::VotesNo | Self::Abstains)
    }

    /// Whether the subject comes after the object in time and takes something from it, so that following it leads to origins.
    pub const fn leads_to_origin(self) -> bool {
        matches!(self.family(), Family::Lineage) && !matches!(self, Self::Complements | Self::CompetesWith | Self::AnchoredIn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_begin_and_end_where_the_codebook_says() {
        let ends = [
            (Verb::Mentions, Verb::AttributesTo, Family::Referred),
            (Verb::Recommends, Verb::Mandates, Family::Proposed),
            (Verb::Welcomes, Verb::VotesYes, Family::Endorsed),
            (Verb::Approves, Verb::Establishes, Family::Adopted),
            (Verb::Regrets, Verb::Withdraws, Family::Contested),
            (Verb::Complements, Verb::AnchoredIn, Family::Lineage),
            (Verb::Absent, Verb::StatedIn, Family::Structural),
        ];
        for (first, last, family) in ends {
            assert_eq!((first.family(), last.family()), (family, family));
            assert_eq!(first.strength(), 0);
        }
        assert_eq!(Verb::ALL.iter().filter(|verb| verb.strength() == 0).count(), Family::ALL.len());
    }
}
