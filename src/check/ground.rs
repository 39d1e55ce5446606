//! What all rules stand on: the records, an index of ids, and the list of findings.

use std::collections::HashMap;

use super::Rule;
use super::spot::Spot;
use crate::diagnostic::{Fault, Place};
use crate::locate::locate;
use crate::model::{Claim, Entity, Forum, Id, Kind, Report};
use crate::nearest::nearest;
use crate::parse::{Entry, MOST_FAULTS, Records};
use crate::source::SourceFile;

/// The records with an index of their ids.
pub(super) struct Ground<'a> {
    pub(super) records: &'a Records,
    known: HashMap<&'a str, Known<'a>>,
}

/// What is known of an id.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    /// The kind; unknown if the record could not be read.
    pub(super) kind: Option<Kind>,
    /// The record, if it could be read.
    pub(super) entry: Option<&'a Entry<Entity>>,
}

impl<'a> Ground<'a> {
    pub(super) fn new(records: &'a Records) -> Self {
        let mut known = HashMap::with_capacity(records.entities.len());
        for entry in &records.entities {
            known.entry(entry.id.as_str()).or_insert(Known { kind: Some(entry.record.kind()), entry: Some(entry) });
        }
        for (id, kind) in &records.lost {
            known.entry(id.as_str()).or_insert(Known { kind: *kind, entry: None });
        }
        Self { records, known }
    }

    pub(super) fn get(&self, id: &Id) -> Option<Known<'a>> {
        self.known.get(id.as_str()).copied()
    }

    pub(super) fn forum(&self, id: &Id) -> Option<&'a Forum> {
        match &self.get(id)?.entry?.record {
            Entity::Forum(forum) => Some(forum),
            _ => None,
        }
    }

    pub(super) fn report(&self, id: &Id) -> Option<&'a Report> {
        match &self.get(id)?.entry?.record {
            Entity::Report(report) => Some(report),
            _ => None,
        }
    }

    /// The nearest id of one of the kinds, or of any kind if none is near.
    pub(super) fn nearest(&self, asked: &str, kinds: &[Kind]) -> Option<&'a str> {
        let of_kind = self.known.iter().filter(|(_, known)| known.kind.is_none_or(|kind| kinds.contains(&kind)));
        let mut ids: Vec<&str> = of_kind.map(|(id, _)| *id).collect();
        ids.sort_unstable();
        nearest(asked, ids.into_iter())
    }

    /// Every report with its entry.
    pub(super) fn reports(&self) -> impl Iterator<Item = (&'a Entry<Entity>, &'a Report)> {
        self.records.entities.iter().filter_map(|entry| match &entry.record {
            Entity::Report(report) => Some((entry, &**report)),
            _ => None,
        })
    }

    /// Every forum with its entry.
    pub(super) fn forums(&self) -> impl Iterator<Item = (&'a Entry<Entity>, &'a Forum)> {
        self.records.entities.iter().filter_map(|entry| match &entry.record {
            Entity::Forum(forum) => Some((entry, forum)),
            _ => None,
        })
    }

    /// Every act with the report that records it and its place there.
    pub(super) fn claims(&self) -> impl Iterator<Item = Recorded<'a>> {
        self.reports().flat_map(|(entry, report)| {
            let acts = report.acts.iter().enumerate();
            acts.map(move |(number, claim)| Recorded { entry, report, claim, spot: Spot::field("acts").item(number) })
        })
    }
}

/// An act, the report that records it, and its place there.
#[derive(Clone, Copy)]
pub(super) struct Recorded<'a> {
    pub(super) entry: &'a Entry<Entity>,
    pub(super) report: &'a Report,
    pub(super) claim: &'a Claim,
    pub(super) spot: Spot,
}

/// A fault before its line is known.
pub(super) struct Finding {
    pub(super) rule: Rule,
    pub(super) file: usize,
    pub(super) id: Id,
    /// Which record of that id in the file is meant, from 0.
    pub(super) nth: usize,
    pub(super) spot: Spot,
    pub(super) message: String,
    pub(super) help: Option<String>,
    /// What a second place shows, its file, id, and which one of that id.
    pub(super) related: Option<(String, usize, Id, usize)>,
}

/// The findings of all rules.
#[derive(Default)]
pub(super) struct Findings(Vec<Finding>);

impl Findings {
    pub(super) fn push(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// Notes a fault of a record.
    pub(super) fn tell<T>(&mut self, rule: Rule, entry: &Entry<T>, spot: Spot, message: String, help: impl Into<String>) {
        let help = Some(help.into()).filter(|help| !help.is_empty());
        self.0.push(Finding { rule, file: entry.file, id: entry.id.clone(), nth: 0, spot, message, help, related: None });
    }

    /// Finds the lines. Of each file only so many faults are placed; returns how many are left out.
    pub(super) fn placed(self, files: &[SourceFile]) -> (Vec<Fault>, usize) {
        let mut told = vec![0; files.len()];
        let mut faults = Vec::new();
        let mut omitted = 0;
        for finding in self.0 {
            told[finding.file] += 1;
            if told[finding.file] > MOST_FAULTS {
                omitted += 1;
                continue;
            }
            let place = |file: usize, path: &[_]| {
                let text = files[file].text.as_deref().unwrap_or("");
                let (line, column) = locate(text, path);
                Place::new(&files[file].shown, text, line, column)
            };
            faults.push(Fault {
                rule: finding.rule,
                place: place(finding.file, &finding.spot.path(finding.id.as_str(), finding.nth)),
                message: finding.message,
                help: finding.help,
                related: finding.related.map(|(what, file, id, nth)| (what, place(file, &Spot::RECORD.path(id.as_str(), nth)))),
            });
        }
        (faults, omitted)
    }
}
