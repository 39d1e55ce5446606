//! Editions: which state of a data set this is.

use serde::Deserialize;

use super::Date;

/// What a data folder says of itself in `edition.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Edition {
    /// The version of the data, which changes whenever a record does; it has nothing to do with that of the crate.
    pub version: String,
    /// The last day of which the record was searched: no report is newer.
    pub cutoff: Date,
}
