//! Where in a text something stands.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

use super::words::{HELP, unknown_word};

/// A place in a report: `para 13 (f)`, `lines 83-87`, `article 51`, `whole`.
///
/// The first word says what is counted, the rest which one, as the text itself numbers it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Locator(Box<str>);

/// The words that a locator may begin with.
const UNITS: &[&str] = &[
    "para",
    "paras",
    "line",
    "lines",
    "article",
    "articles",
    "principle",
    "principles",
    "norm",
    "norms",
    "part",
    "parts",
    "section",
    "sections",
    "chapter",
    "chapters",
    "page",
    "pages",
    "preamble",
    "annex",
    "item",
    "items",
    "recommendation",
    "recommendations",
    "rule",
    "rules",
    "measure",
    "measures",
    "recital",
    "recitals",
    "pillar",
    "title",
    "whole",
];

/// The units that need no number.
const ALONE: &[&str] = &["preamble", "annex", "title", "whole"];

impl Locator {
    /// The place as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Locator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl<'de> Deserialize<'de> for Locator {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Place;
        impl Visitor<'_> for Place {
            type Value = Locator;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a place such as `para 13 (f)` or `lines 83-87`")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Locator, E> {
                let (unit, number) = text.split_once(' ').unwrap_or((text, ""));
                if unit.starts_with(|c: char| c.is_ascii_digit()) {
                    let found: String = text.chars().take(40).collect();
                    return Err(E::custom(format!(
                        "`{found}` does not say what is counted{HELP}begin with the unit, as in `para {found}`"
                    )));
                }
                if !UNITS.contains(&unit) {
                    return Err(E::custom(unknown_word("unit of a place", unit, UNITS)));
                }
                if number.trim().is_empty() && !ALONE.contains(&unit) {
                    return Err(E::custom(format!("`{unit}` does not say which one{HELP}write its number, as in `{unit} 3`")));
                }
                Ok(Locator(text.into()))
            }
        }
        deserializer.deserialize_str(Place)
    }
}
