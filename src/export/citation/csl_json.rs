//! CSL-JSON.

use std::fmt::{self, Formatter, Write};

use super::{Bibliography, Reference, edition};
use crate::model::{Date, ReportKind, Status};

pub(super) fn write(f: &mut Formatter<'_>, bibliography: &Bibliography<'_>) -> fmt::Result {
    f.write_char('[')?;
    for (number, reference) in bibliography.references.iter().enumerate() {
        f.write_str(if number == 0 { "\n" } else { ",\n" })?;
        item(f, reference)?;
    }
    f.write_str("\n]\n")
}

fn item(f: &mut Formatter<'_>, reference: &Reference<'_>) -> fmt::Result {
    let report = reference.report.record();
    write!(f, "{{\"id\": {}, \"type\": \"{}\"", Quoted(reference.report.id().as_str()), kind(reference))?;
    f.write_str(", \"author\": [")?;
    for (number, issuer) in reference.issuers().enumerate() {
        write!(f, "{}{{\"literal\": {}}}", if number == 0 { "" } else { ", " }, Quoted(issuer))?;
    }
    write!(f, "], \"title\": {}", Quoted(&report.title))?;
    field(f, "title-short", report.short.as_deref())?;
    field(f, "genre", Some(&reference.sort()))?;
    field(f, "number", report.symbol.as_deref())?;
    field(f, "status", report.status.map(Status::as_str))?;
    date(f, "issued", Some(report.date))?;
    if let Some(source) = &report.source {
        field(f, "URL", source.url.as_deref())?;
        date(f, "accessed", source.read.filter(|_| source.url.is_some()))?;
    }
    field(f, "source", Some(&edition(reference.report.view())))?;
    field(f, "note", Some(reference.note().as_str()).filter(|note| !note.is_empty()))?;
    field(f, "annote", Some(&reference.annotation()))?;
    f.write_char('}')
}

fn field(f: &mut Formatter<'_>, name: &str, text: Option<&str>) -> fmt::Result {
    text.map_or(Ok(()), |text| write!(f, ", \"{name}\": {}", Quoted(text)))
}

/// As many parts as are known.
fn date(f: &mut Formatter<'_>, name: &str, date: Option<Date>) -> fmt::Result {
    let Some(date) = date else { return Ok(()) };
    write!(f, ", \"{name}\": {{\"date-parts\": [[{}", date.year())?;
    for part in [date.month(), date.day()].into_iter().flatten() {
        write!(f, ", {part}")?;
    }
    f.write_str("]]}")
}

/// Of the texts that states and others settle CSL knows treaties, laws and judgments; the others are reports, and `genre` says of
/// what sort.
fn kind(reference: &Reference<'_>) -> &'static str {
    match reference.report.kind {
        ReportKind::Decision if reference.is_judgment() => "legal_case",
        ReportKind::Treaty => "treaty",
        ReportKind::Directive => "legislation",
        ReportKind::RecordPage => "webpage",
        ReportKind::Statement | ReportKind::Letter | ReportKind::Transcript | ReportKind::Draft => "document",
        _ => "report",
    }
}

struct Quoted<'a>(&'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        self.0.chars().try_for_each(|c| match c {
            '"' => f.write_str("\\\""),
            '\\' => f.write_str("\\\\"),
            // A page may hold the data in a script element.
            '<' => f.write_str("\\u003c"),
            c if c.is_control() => write!(f, "\\u{:04x}", u32::from(c)),
            c => f.write_char(c),
        })?;
        f.write_char('"')
    }
}
