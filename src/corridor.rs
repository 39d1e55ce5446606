//! The corridor from text to graph, one door after the other.

use crate::assemble::assemble;
use crate::check;
use crate::diagnostic::Faults;
use crate::graph::NormGraph;
use crate::parse::{Records, parse};
use crate::source::{self, SourceFile};

/// Files that have been parsed and not yet proved.
///
/// Public only so that benches can time each stage on its own; [`NormGraph::from_files`] is the way in.
#[derive(Debug)]
pub struct Parsed {
    files: Vec<SourceFile>,
    records: Records,
}

impl Parsed {
    pub(crate) fn read(files: Vec<SourceFile>) -> Self {
        let records = parse(&files);
        Self { files, records }
    }

    /// Parses files from memory, given in any order.
    pub fn from_files<P: AsRef<str>, B: Into<Vec<u8>>>(files: impl IntoIterator<Item = (P, B)>) -> Self {
        Self::read(source::from_memory(files))
    }

    /// Applies every rule.
    ///
    /// # Errors
    /// All faults, those of parsing included.
    pub fn check(self) -> Result<Proved, Faults> {
        let Self { files, mut records } = self;
        match check::check(&files, &mut records) {
            Some(faults) => Err(faults),
            None => Ok(Proved { files, records }),
        }
    }
}

/// Records that keep every rule.
#[derive(Debug)]
pub struct Proved {
    files: Vec<SourceFile>,
    records: Records,
}

impl Proved {
    /// Builds the graph.
    pub fn assemble(self) -> NormGraph {
        assemble(self.files, self.records)
    }
}
