//! Ids: the names of records in data files, in the API and in every export.

use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

use super::words::HELP;

/// The name of one record: lower-case letters and digits in words joined by single hyphens, at most 96 bytes.
///
/// ```
/// use cybernorms::Id;
/// let id: Id = "gge-2015-13f".parse()?;
/// assert_eq!(id.as_str(), "gge-2015-13f");
/// assert!("GGE 2015".parse::<Id>().is_err());
/// # Ok::<(), cybernorms::IdError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Box<str>);

/// A text that cannot be an [`Id`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is not an id; ids are lower-case words joined by single hyphens, such as `gge-2015-13f`")]
pub struct IdError {
    /// The beginning of the text that was given.
    pub found: String,
}

impl Id {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn is_well_formed(text: &str) -> bool {
        let bytes = text.as_bytes();
        bytes.len() <= 96
            && bytes.first().is_some_and(u8::is_ascii_lowercase)
            && bytes.last().is_some_and(|last| *last != b'-')
            && bytes.iter().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || *b == b'-')
            && !text.contains("--")
    }
}

impl FromStr for Id {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        if Self::is_well_formed(text) { Ok(Self(text.into())) } else { Err(IdError { found: text.chars().take(60).collect() }) }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// The nearest well-formed id to a text, for the help of a message.
pub(crate) fn tidy(text: &str) -> String {
    let mut id = String::new();
    for c in text.chars().take(96) {
        if c.is_ascii_alphanumeric() {
            id.push(c.to_ascii_lowercase());
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    id.trim_end_matches('-').to_owned()
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct IdText;
        impl Visitor<'_> for IdText {
            type Value = Id;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an id such as `gge-2015-13f`")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Id, E> {
                text.parse().map_err(|error: IdError| {
                    let tidy = tidy(text);
                    let help = if tidy.parse::<Id>().is_ok() {
                        format!("write `{tidy}`, if that is the record you mean")
                    } else {
                        "write lower-case letters and digits joined by single hyphens, starting with a letter".to_owned()
                    };
                    E::custom(format!("`{}` is not an id{HELP}{help}", error.found))
                })
            }
        }
        deserializer.deserialize_str(IdText)
    }
}
