//! Citations: reports as reference managers read them, with the places that acts point to.

mod bibtex;
mod csl_json;
mod ris;

use std::fmt::{self, Formatter};

use indexmap::IndexMap;
use petgraph::graph::NodeIndex;

use crate::answer::{ActRef, Acts};
use crate::model::{EvidenceKind, Locator, Report, ReportKind};
use crate::node::{Node, Ref};
use crate::view::View;

/// The texts that some acts or reports rest on: one [`Reference`] for each, in the order in which they first come up.
///
/// Prints as plain references, a line each; [`Bibliography::bibtex`], [`Bibliography::ris`] and [`Bibliography::csl_json`] write what
/// reference managers import. The key of an entry is the id of its report, so it stays the same from one edition of the data to the
/// next. None of the three formats has a field for the place in a text, which belongs to the citation and not to the text cited; places
/// are listed in the note, which styles print. The rest of what keeps a text from being plain proof is in the annotation.
///
/// ```
/// use cybernorms::{Bibliography, NormGraph};
/// let graph = NormGraph::embedded();
/// let sources = Bibliography::of(graph.norm("gge-2015-13f")?.trace());
/// assert!(sources.bibtex().to_string().contains("@techreport{a-70-174,\n"));
/// assert!(sources.bibtex().to_string().contains("note = {Cited at para 13 (f)"));
///
/// // Reports alone are cited without a place.
/// let everything = Bibliography::of(graph.reports());
/// assert_eq!(everything.references.len(), graph.reports().count());
/// # Ok::<(), cybernorms::LookupError>(())
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Bibliography<'g> {
    /// An entry for each report.
    pub references: Vec<Reference<'g>>,
}

/// A report as it is cited, and where in it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Reference<'g> {
    /// The text.
    pub report: Ref<'g, Report>,
    /// The places in it that are cited, each once, in the order in which they first come up; none where the whole text is meant.
    pub places: Vec<&'g Locator>,
}

/// What can be cited: an act, which points to a place in the report that records it, or a report as such.
#[derive(Clone, Copy, Debug)]
pub enum Cited<'g> {
    /// An act.
    Act(ActRef<'g>),
    /// A report.
    Report(Ref<'g, Report>),
}

impl<'g> From<ActRef<'g>> for Cited<'g> {
    fn from(act: ActRef<'g>) -> Self {
        Self::Act(act)
    }
}

impl<'g> From<Ref<'g, Report>> for Cited<'g> {
    fn from(report: Ref<'g, Report>) -> Self {
        Self::Report(report)
    }
}

impl<'g> Bibliography<'g> {
    /// The references of acts or of reports.
    ///
    /// What is given is cited, also where an overlay adds it; the annotation of such an entry says so. Acts of
    /// [`View::published`] cite no overlay.
    pub fn of<C: Into<Cited<'g>>>(cited: impl IntoIterator<Item = C>) -> Self {
        let mut references: IndexMap<NodeIndex, Reference<'g>> = IndexMap::new();
        for cited in cited {
            let (report, place) = match cited.into() {
                Cited::Act(act) => (act.report(), act.weight().claim.at.as_ref()),
                Cited::Report(report) => (report, None),
            };
            let entry = references.entry(report.node).or_insert_with(|| Reference { report, places: Vec::new() });
            if let Some(place) = place.filter(|place| place.as_str() != "whole" && !entry.places.contains(place)) {
                entry.places.push(place);
            }
        }
        Self { references: references.into_values().collect() }
    }

    /// As a BibTeX database, for BibTeX and BibLaTeX alike: `date`, `urldate` and `shorttitle` are fields that only the latter reads.
    ///
    /// Text is UTF-8; what TeX would take for a command is escaped. Issuers are in braces, since they are institutions, and titles too,
    /// since styles would take their capitals.
    ///
    /// ```
    /// use cybernorms::{Bibliography, NormGraph};
    /// let report = NormGraph::embedded().report("a-70-174")?;
    /// let bibtex = Bibliography::of([report]).bibtex().to_string();
    /// assert!(bibtex.contains("  date = {2015-07-22},\n  year = {2015},\n  month = jul,\n"));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn bibtex(&self) -> impl fmt::Display {
        Written { bibliography: self, format: bibtex::write }
    }

    /// As RIS, which `EndNote`, Zotero, Mendeley and library catalogues read.
    ///
    /// ```
    /// use cybernorms::{Bibliography, NormGraph};
    /// let report = NormGraph::embedded().report("a-70-174")?;
    /// let ris = Bibliography::of([report]).ris().to_string();
    /// assert!(ris.starts_with("TY  - RPRT\r\nID  - a-70-174\r\n") && ris.contains("\r\nDA  - 2015/07/22/\r\n"));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn ris(&self) -> impl fmt::Display {
        Written { bibliography: self, format: ris::write }
    }

    /// As CSL-JSON, which Zotero, Pandoc and citeproc read.
    ///
    /// ```
    /// use cybernorms::{Bibliography, NormGraph};
    /// let treaty = NormGraph::embedded().report("budapest-convention")?;
    /// let json = Bibliography::of([treaty]).csl_json().to_string();
    /// assert!(json.contains("\"type\": \"treaty\"") && json.contains("\"issued\": {\"date-parts\": [[2001, 11, 8]]}"));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn csl_json(&self) -> impl fmt::Display {
        Written { bibliography: self, format: csl_json::write }
    }

    fn view(&self) -> Option<View<'g>> {
        Some(self.references.first()?.report.view())
    }
}

/// A bibliography on its way to one format.
struct Written<'a, 'g> {
    bibliography: &'a Bibliography<'g>,
    format: fn(&mut Formatter<'_>, &Bibliography<'_>) -> fmt::Result,
}

impl fmt::Display for Written<'_, '_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        (self.format)(f, self.bibliography)
    }
}

impl<'g> Acts<'g> {
    /// The texts that the acts rest on. See [`Bibliography`].
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let sources = NormGraph::embedded().norm("ihl-applies")?.contested_by().bibliography();
    /// let session = sources.references.iter().find(|entry| entry.report.id().as_str() == "igf-2019-of-22").unwrap();
    /// assert!(session.to_string().contains("Cited at line"), "{session}");
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn bibliography(&self) -> Bibliography<'g> {
        Bibliography::of(self)
    }
}

impl<'g> Reference<'g> {
    /// The names of those who issued the text, in full.
    fn issuers(&self) -> impl Iterator<Item = &'g str> {
        let (view, ids) = (self.report.view(), &self.report.record().issued_by);
        ids.iter().filter_map(move |id| view.get(id.as_str())).map(Node::title)
    }

    /// What sort of text it is, in words.
    fn sort(&self) -> String {
        let word = match self.report.kind {
            ReportKind::Decision if self.is_judgment() => "judgment".to_owned(),
            ReportKind::CallOrPledge => "call or pledge".to_owned(),
            kind => kind.as_str().replace('-', " "),
        };
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    fn is_judgment(&self) -> bool {
        self.report.evidence == EvidenceKind::CaseLaw && self.report.kind == ReportKind::Decision
    }

    /// What a reader of the reference must know: the places, and why there is nothing to look up.
    fn note(&self) -> String {
        let mut note = Vec::new();
        if !self.places.is_empty() {
            let places: Vec<&str> = self.places.iter().map(|place| place.as_str()).collect();
            note.push(format!("Cited at {}", places.join("; ")));
        }
        let source = self.report.source.as_ref();
        match source.map(|source| (&source.url, &source.missing)) {
            Some((Some(_), _)) => {}
            Some((None, Some(missing))) => note.push(format!("No address: {missing}")),
            Some((None, None)) | None => note.push("No address is recorded".to_owned()),
        }
        if self.report.evidence == EvidenceKind::MachineTranscript {
            note.push("Live captions made by machine, with errors".to_owned());
        }
        sentences(&note)
    }

    /// What kind of proof it is, and what else the record says of it.
    fn annotation(&self) -> String {
        let report = self.report.record();
        let mut note = vec![format!("Evidence: {}", report.evidence.as_str().replace('-', " "))];
        if let Some(status) = report.status {
            note.push(format!("Status: {}", status.as_str().replace('-', " ")));
        }
        if let Some(decision) = report.decision {
            let votes = report.tally.map(|tally| format!(", {}-{}-{}", tally.yes, tally.no, tally.abstain));
            note.push(format!("Decided: {}{}", decision.as_str().replace('-', " "), votes.unwrap_or_default()));
        }
        if let Some(source) = &report.source {
            if source.url.is_some() && source.read.is_none() {
                note.push("The address is known; that the text was read there is not recorded".to_owned());
            }
            if let Some(second) = &source.second {
                note.push(format!("Second address: {second}"));
            }
        }
        if self.report.node().is_overlay() {
            note.push("From an overlay, not from the published data".to_owned());
        }
        note.extend(report.note.clone());
        sentences(&note)
    }
}

/// The edition that the references come from, as catalogues name a database.
fn edition(view: View<'_>) -> String {
    match view.graph.edition() {
        Some(edition) => format!("cybernorms data {}, evidence up to {}", edition.version, edition.cutoff),
        None => "cybernorms".to_owned(),
    }
}

/// Texts one after the other, each with its full stop; an address at the end is left alone.
fn sentences(texts: &[String]) -> String {
    let ended = texts.iter().map(|text| match text.trim_end() {
        text if text.ends_with(['.', '!', '?']) => text.to_owned(),
        text if text.rsplit(' ').next().is_some_and(|word| word.contains("://")) => format!("{text} ."),
        text => format!("{text}."),
    });
    ended.collect::<Vec<_>>().join(" ")
}

/// A text on one line: what is a line break or a control character for a reader is a space.
fn one_line(text: &str) -> impl Iterator<Item = char> {
    text.chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c })
}

impl fmt::Display for Bibliography<'_> {
    /// A line for each reference.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.references.iter().try_for_each(|reference| writeln!(f, "{reference}"))
    }
}

impl fmt::Display for Reference<'_> {
    /// Key, issuers, title, symbol, sort, date, address and the day on which it was read there, and the note.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let report = self.report.record();
        let issuers: Vec<&str> = self.issuers().collect();
        write!(f, "[{}] {}: {}", self.report, issuers.join("; "), report.title)?;
        if let Some(symbol) = &report.symbol {
            write!(f, ", {symbol}")?;
        }
        write!(f, " ({}, {})", self.sort().to_lowercase(), report.date)?;
        if let Some(source) = &report.source {
            match (&source.url, source.read) {
                (Some(url), Some(read)) => write!(f, " {url} (read {read})")?,
                (Some(url), None) => write!(f, " {url} (no day of reading recorded)")?,
                (None, _) => {}
            }
            if let Some(second) = &source.second {
                write!(f, " also {second}")?;
            }
        }
        match self.note() {
            note if note.is_empty() => Ok(()),
            note => write!(f, " {note}"),
        }
    }
}
