//! The records as the data files write them: four kinds of node, the acts between them, and the words that they use.

mod actor;
mod claim;
mod date;
mod edition;
mod forum;
mod id;
mod locator;
mod norm;
mod report;
mod sequence;
mod theme;
mod verb;
pub(crate) mod words;

pub use actor::{Actor, ActorKind, CountryCode, Region};
pub use claim::{Basis, Claim, Confidence, ContestationForm, ContestationOutcome, Mode, Reuse};
pub use date::{Date, DateError};
pub use edition::Edition;
pub use forum::{Forum, ForumKind, ForumOutcome, Membership, Role};
pub(crate) use id::tidy;
pub use id::{Id, IdError};
pub use locator::Locator;
pub use norm::{Addressee, DeonticForm, Force, Norm, NormKind};
pub use report::{DecisionMode, EvidenceKind, Report, ReportKind, RollCall, Source, Status, Tally};
pub use theme::Theme;
pub use verb::{Family, Verb};

use words::words;

words! {
    /// The four kinds of node, which are the four folders of data.
    Kind as "kind of record" {
        /// A wording of an expectation.
        Norm = "norm",
        /// One who takes positions.
        Actor = "actor",
        /// A place where texts are settled.
        Forum = "forum",
        /// A text.
        Report = "report",
    }
}

/// The weight of a node: the record of a norm, an actor, a forum or a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entity {
    /// A norm.
    Norm(Norm),
    /// An actor.
    Actor(Actor),
    /// A forum.
    Forum(Forum),
    /// A report; boxed, since it carries its acts.
    Report(Box<Report>),
}

impl Entity {
    /// Which of the four it is.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Norm(_) => Kind::Norm,
            Self::Actor(_) => Kind::Actor,
            Self::Forum(_) => Kind::Forum,
            Self::Report(_) => Kind::Report,
        }
    }

    /// The title of a norm or report, the name of an actor or forum.
    pub fn title(&self) -> &str {
        match self {
            Self::Norm(norm) => &norm.title,
            Self::Actor(actor) => &actor.name,
            Self::Forum(forum) => &forum.name,
            Self::Report(report) => &report.title,
        }
    }

    /// The short name, or the title where there is none.
    pub fn short(&self) -> &str {
        match self {
            Self::Norm(norm) => &norm.title,
            Self::Actor(actor) => actor.short.as_deref().unwrap_or(&actor.name),
            Self::Forum(forum) => forum.short.as_deref().unwrap_or(&forum.name),
            Self::Report(report) => report.short.as_deref().or(report.symbol.as_deref()).unwrap_or(&report.title),
        }
    }

    /// Other names that it goes by.
    pub fn aliases(&self) -> &[String] {
        match self {
            Self::Norm(norm) => &norm.aliases,
            Self::Actor(actor) => &actor.aliases,
            Self::Forum(forum) => &forum.aliases,
            Self::Report(report) => &report.aliases,
        }
    }
}
