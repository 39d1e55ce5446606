//! Forums: the places where texts are settled.

use serde::Deserialize;

use super::sequence::{given, list, one_or_many, yes};
use super::words::words;
use super::{Confidence, Date, Id, Locator, Verb};

/// The record of a forum: a place where texts are settled, with its mandate, life span, members and outcome.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Forum {
    /// The name.
    pub name: String,
    /// A short name for tables and pictures.
    #[serde(default, deserialize_with = "given")]
    pub short: Option<String>,
    /// What sort of forum it is.
    pub kind: ForumKind,
    /// The forum or organisation that it belongs to.
    #[serde(default, deserialize_with = "given")]
    pub parent: Option<Id>,
    /// The report that sets it up.
    #[serde(default, deserialize_with = "given")]
    pub mandate: Option<Id>,
    /// The report that records its place and dates, where no mandate does.
    #[serde(default, deserialize_with = "given")]
    pub recorded_in: Option<Id>,
    /// When its life begins.
    #[serde(default, deserialize_with = "given")]
    pub from: Option<Date>,
    /// When its life ends.
    #[serde(default, deserialize_with = "given")]
    pub to: Option<Date>,
    /// How its work ended; no consensus is an outcome too.
    #[serde(default, deserialize_with = "given")]
    pub outcome: Option<ForumOutcome>,
    /// Who belongs to it, in which role and when.
    #[serde(default, deserialize_with = "list")]
    pub members: Vec<Membership>,
    /// Other names that it goes by.
    #[serde(default, deserialize_with = "one_or_many")]
    pub aliases: Vec<String>,
    /// Doubts and remarks.
    #[serde(default, deserialize_with = "given")]
    pub note: Option<String>,
}

/// Who belongs to a forum, in which role, when, and which report records it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Membership {
    /// Those who share this membership.
    #[serde(deserialize_with = "one_or_many")]
    pub who: Vec<Id>,
    /// In which role.
    #[serde(default)]
    pub role: Role,
    /// Since when; if not given, since the forum began.
    #[serde(default, deserialize_with = "given")]
    pub from: Option<Date>,
    /// Until when; if not given, as long as the forum lasts.
    #[serde(default, deserialize_with = "given")]
    pub to: Option<Date>,
    /// The report that records it.
    #[serde(rename = "in")]
    pub recorded_in: Id,
    /// Where in that report.
    #[serde(default, deserialize_with = "given")]
    pub at: Option<Locator>,
    /// How sure the record is.
    #[serde(default)]
    pub confidence: Confidence,
    /// False where nobody has checked it against a source.
    #[serde(default = "yes")]
    pub verified: bool,
    /// Doubts and remarks.
    #[serde(default, deserialize_with = "given")]
    pub note: Option<String>,
}

words! {
    /// What sort of forum.
    ForumKind as "kind of forum" {
        /// A principal organ of the United Nations or of its kind.
        UnPlenary = "un-plenary",
        /// A main committee of the General Assembly.
        UnMainCommittee = "un-main-committee",
        /// A group of experts named by a limited number of states.
        ClosedExpertGroup = "closed-expert-group",
        /// A working group open to all states concerned.
        OpenEndedWorkingGroup = "open-ended-working-group",
        /// A committee that negotiates a treaty.
        TreatyNegotiatingCommittee = "treaty-negotiating-committee",
        /// A standing mechanism.
        PermanentMechanism = "permanent-mechanism",
        /// An organisation of a region.
        RegionalOrganisation = "regional-organisation",
        /// A military alliance.
        MilitaryAlliance = "military-alliance",
        /// A club of states.
        PoliticalClub = "political-club",
        /// Two states.
        Bilateral = "bilateral",
        /// An initiative of states and others.
        MultistakeholderInitiative = "multistakeholder-initiative",
        /// A coalition of companies.
        IndustryCoalition = "industry-coalition",
        /// A commission of experts who sit in their own name.
        ExpertCommission = "expert-commission",
        /// A body of the technical community.
        TechnicalBody = "technical-body",
        /// A court.
        Court = "court",
        /// A conference or a series of them.
        Conference = "conference",
    }
}

impl ForumKind {
    /// Whether every member of the parent may sit in it, so that it needs no list of its own.
    pub const fn is_open_to_all(self) -> bool {
        matches!(
            self,
            Self::UnMainCommittee | Self::OpenEndedWorkingGroup | Self::TreatyNegotiatingCommittee | Self::PermanentMechanism
        )
    }

    /// Whether what it says in its own name is said for its members: organisations, alliances and clubs of states. A coalition of
    /// companies is none of them; who joined its text has said so itself.
    pub const fn speaks_for_members(self) -> bool {
        matches!(self, Self::RegionalOrganisation | Self::MilitaryAlliance | Self::PoliticalClub | Self::Bilateral)
    }
}

words! {
    /// How the work of a forum ended.
    ForumOutcome as "outcome of a forum" {
        /// A text agreed by consensus.
        Consensus = "consensus",
        /// No agreed text.
        NoConsensus = "no-consensus",
        /// A text adopted by vote.
        AdoptedByVote = "adopted-by-vote",
        /// The work is done.
        Concluded = "concluded",
        /// The work goes on.
        Ongoing = "ongoing",
        /// It was proposed and never set up.
        NotEstablished = "not-established",
    }
}

words! {
    /// In which role someone belongs to a forum.
    #[derive(Default)]
    Role as "role" {
        /// A member.
        #[default]
        Member = "member",
        /// Holds the chair.
        Chair = "chair",
        /// Shares the chair.
        CoChair = "co-chair",
        /// Holds the vice-chair.
        ViceChair = "vice-chair",
        /// Observes without membership.
        Observer = "observer",
        /// Is the host.
        Host = "host",
        /// Takes part without membership.
        Participant = "participant",
        /// Is the secretariat.
        Secretariat = "secretariat",
        /// Pays for the work.
        Sponsor = "sponsor",
        /// Organises.
        Organiser = "organiser",
        /// Is a listed supporter.
        Supporter = "supporter",
    }
}

impl Role {
    /// The structural verb of the edge that this role makes.
    pub const fn verb(self) -> Verb {
        match self {
            Self::Member => Verb::MemberOf,
            Self::Chair => Verb::Chairs,
            Self::CoChair => Verb::CoChairs,
            Self::ViceChair => Verb::ViceChairs,
            Self::Observer => Verb::Observes,
            Self::Host => Verb::Hosts,
            Self::Participant => Verb::ParticipatesIn,
            Self::Secretariat => Verb::Serves,
            Self::Sponsor => Verb::SponsorsForum,
            Self::Organiser => Verb::Organises,
            Self::Supporter => Verb::SupportsForum,
        }
    }

    /// The role that an edge with this verb stands for.
    pub fn of(verb: Verb) -> Option<Self> {
        Self::ALL.iter().copied().find(|role| role.verb() == verb)
    }
}
