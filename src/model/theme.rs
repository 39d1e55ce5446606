//! Themes: the ideas behind many wordings.

use serde::Deserialize;

/// The record of a theme: one idea of the small controlled list in `themes.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Theme {
    /// The name of the idea.
    pub title: String,
    /// What it means, in one line.
    pub meaning: String,
}
