//! An id names one record in the whole data set, of whatever type.
//!
//! Two records of one id would be told apart by chance.
//!
//! Wrong:
//!
//! ```yaml
//! # norms/a.yaml
//! public-core:
//!   title: One
//! # norms/b.yaml
//! public-core:
//!   title: Two
//! ```
//!
//! Right:
//!
//! ```yaml
//! # norms/b.yaml
//! public-core-paris:
//!   title: Two
//! ```

use std::collections::HashMap;

use super::Rule;
use super::ground::{Finding, Findings, Ground};
use super::spot::Spot;
use crate::model::Id;
use crate::parse::Entry;

pub(super) fn check(ground: &Ground<'_>, findings: &mut Findings) {
    repeated(&ground.records.entities, findings);
    repeated(&ground.records.themes, findings);
}

fn repeated<T>(entries: &[Entry<T>], findings: &mut Findings) {
    let mut first: HashMap<&Id, &Entry<T>> = HashMap::with_capacity(entries.len());
    let mut in_file: HashMap<(&Id, usize), usize> = HashMap::new();
    for entry in entries {
        let Some(earlier) = first.get(&entry.id) else {
            first.insert(&entry.id, entry);
            continue;
        };
        let count = in_file.entry((&entry.id, entry.file)).or_insert(usize::from(earlier.file == entry.file));
        findings.push(Finding {
            rule: Rule::DuplicateId,
            file: entry.file,
            id: entry.id.clone(),
            nth: *count,
            spot: Spot::RECORD,
            message: format!("the id `{}` is taken", entry.id),
            help: Some("give one of the two another id, or merge them".to_owned()),
            related: Some(("it first stands here".to_owned(), earlier.file, entry.id.clone(), 0)),
        });
        *count += 1;
    }
}
