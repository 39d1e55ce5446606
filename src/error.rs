//! What can go wrong for those who call the crate, in words that teach.

use std::path::PathBuf;

use crate::diagnostic::Faults;
use crate::model::{Id, Kind};

/// Why data could not be loaded.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LoadError {
    /// The file system did not give a file or folder.
    #[error("cannot read `{}`: {source}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the file system says.
        source: std::io::Error,
    },
    /// The folder holds no data file at all.
    #[error("no YAML file below `{}`; a data folder holds `themes.yaml` and the folders `norms`, `actors`, `forums` and `reports`", path.display())]
    NoData {
        /// The folder.
        path: PathBuf,
    },
    /// The data has faults; all of them are listed.
    #[error("{0}")]
    Invalid(Faults),
}

/// Why a name did not lead to a record.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LookupError {
    /// Nothing of that kind has the id.
    #[error("no {wanted} `{asked}`{}", meant(nearest.as_ref()))]
    Unknown {
        /// What was looked for: the word of a kind, `theme` or `record`.
        wanted: &'static str,
        /// The beginning of the name that was asked for.
        asked: String,
        /// The id that was probably meant.
        nearest: Option<Id>,
    },
    /// The id is that of another kind of record.
    #[error("`{id}` is {} {found}, not {} {wanted}; ask `{found}(\"{id}\")`", article(*found), article(*wanted))]
    WrongKind {
        /// The id.
        id: Id,
        /// The kind that was asked for.
        wanted: Kind,
        /// The kind that it is.
        found: Kind,
    },
    /// The words fit several records equally well.
    #[error("`{asked}` may be {}; ask for one of them", listed(among))]
    Ambiguous {
        /// The beginning of the words that were asked for.
        asked: String,
        /// The records that they fit, at most eight.
        among: Vec<Id>,
    },
}

fn meant(nearest: Option<&Id>) -> String {
    nearest.map_or_else(String::new, |id| format!("; did you mean `{id}`?"))
}

fn article(kind: Kind) -> &'static str {
    if kind == Kind::Actor { "an" } else { "a" }
}

fn listed(ids: &[Id]) -> String {
    let names: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
    names.join(" or ")
}
