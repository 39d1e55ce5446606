//! Actors: those who take positions.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};

use super::sequence::{given, one_or_many};
use super::words::{HELP, words};

/// The record of an actor: a state, organisation, company or person that takes positions.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Actor {
    /// The name; of states, the one that the United Nations uses.
    pub name: String,
    /// A short name for tables and pictures.
    #[serde(default, deserialize_with = "given")]
    pub short: Option<String>,
    /// What sort of actor it is.
    pub kind: ActorKind,
    /// ISO 3166-1 alpha-2 code of a state.
    #[serde(default, deserialize_with = "given")]
    pub code: Option<CountryCode>,
    /// Regional group at the United Nations.
    #[serde(default, deserialize_with = "given")]
    pub region: Option<Region>,
    /// Other names that it goes by.
    #[serde(default, deserialize_with = "one_or_many")]
    pub aliases: Vec<String>,
    /// Doubts about the identity, the role at the time.
    #[serde(default, deserialize_with = "given")]
    pub note: Option<String>,
}

words! {
    /// What sort of actor.
    ActorKind as "kind of actor" {
        /// A state.
        State = "state",
        /// A ministry or agency of one state; counted apart, so that states can be counted.
        GovernmentBody = "government-body",
        /// An organisation of states that does not serve as a forum in this data set.
        IntergovernmentalOrganisation = "intergovernmental-organisation",
        /// A company or an association of companies.
        PrivateSector = "private-sector",
        /// An organisation of citizens.
        CivilSociety = "civil-society",
        /// A body that runs or writes the technology of the Internet.
        TechnicalCommunity = "technical-community",
        /// A university or research body.
        Academia = "academia",
        /// A group named as the origin of operations; that it acts for a state is someone's claim, an act with evidence.
        ThreatGroup = "threat-group",
        /// A person.
        Person = "person",
    }
}

words! {
    /// The regional groups of the United Nations.
    Region as "regional group" {
        /// African States.
        African = "african",
        /// Asia-Pacific States.
        AsiaPacific = "asia-pacific",
        /// Eastern European States.
        EasternEuropean = "eastern-european",
        /// Latin American and Caribbean States.
        LatinAmericanCaribbean = "latin-american-caribbean",
        /// Western European and other States.
        WesternEuropeanOthers = "western-european-others",
    }
}

/// Two capital letters of ISO 3166-1; the form is checked, the list of states is the data set's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode([u8; 2]);

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", char::from(self.0[0]), char::from(self.0[1]))
    }
}

impl<'de> Deserialize<'de> for CountryCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Code;
        impl Visitor<'_> for Code {
            type Value = CountryCode;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("two capital letters such as `NL`")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<CountryCode, E> {
                match *text.as_bytes() {
                    [a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase() => Ok(CountryCode([a, b])),
                    _ => Err(E::custom(format!("not a country code{HELP}write two capital letters, such as `NL`"))),
                }
            }
        }
        deserializer.deserialize_str(Code)
    }
}
