//! RIS.

use std::fmt::{self, Formatter, Write};

use super::{Bibliography, Reference, edition, one_line};
use crate::model::{Date, ReportKind};

pub(super) fn write(f: &mut Formatter<'_>, bibliography: &Bibliography<'_>) -> fmt::Result {
    bibliography.references.iter().try_for_each(|reference| entry(f, reference))
}

fn entry(f: &mut Formatter<'_>, reference: &Reference<'_>) -> fmt::Result {
    let report = reference.report.record();
    tag(f, "TY", kind(reference))?;
    tag(f, "ID", reference.report.id().as_str())?;
    for issuer in reference.issuers() {
        tag(f, "AU", issuer)?;
    }
    tag(f, "TI", &report.title)?;
    if let Some(short) = &report.short {
        tag(f, "ST", short)?;
    }
    tag(f, "M3", &reference.sort())?;
    if let Some(symbol) = &report.symbol {
        tag(f, "SN", symbol)?;
    }
    tag(f, "PY", &report.date.year().to_string())?;
    tag(f, "DA", &slashed(report.date))?;
    if let Some(source) = &report.source {
        if let Some(url) = &source.url {
            tag(f, "UR", url)?;
        }
        if let Some(read) = source.read.filter(|_| source.url.is_some()) {
            tag(f, "Y2", &slashed(read))?;
        }
    }
    let note = reference.note();
    if !note.is_empty() {
        tag(f, "N1", &note)?;
    }
    tag(f, "N1", &reference.annotation())?;
    tag(f, "DB", &edition(reference.report.view()))?;
    f.write_str("ER  - \r\n\r\n")
}

/// A field is a line, so nothing in it may begin another one.
fn tag(f: &mut Formatter<'_>, tag: &str, text: &str) -> fmt::Result {
    write!(f, "{tag}  - ")?;
    one_line(text.trim()).try_for_each(|c| f.write_char(c))?;
    f.write_str("\r\n")
}

/// `YYYY/MM/DD/other`; what is not known is left empty.
fn slashed(date: Date) -> String {
    let part = |part: Option<u8>| part.map_or_else(String::new, |part| format!("{part:02}"));
    format!("{}/{}/{}/", date.year(), part(date.month()), part(date.day()))
}

/// RIS has no type for treaties: a rule of law is the nearest.
fn kind(reference: &Reference<'_>) -> &'static str {
    match reference.report.kind {
        ReportKind::Decision if reference.is_judgment() => "CASE",
        ReportKind::Treaty => "LEGAL",
        ReportKind::Directive => "STAT",
        ReportKind::RecordPage => "ELEC",
        ReportKind::Statement | ReportKind::Letter | ReportKind::Transcript => "GEN",
        ReportKind::Draft => "UNPB",
        ReportKind::Resolution | ReportKind::Decision | ReportKind::NationalPosition | ReportKind::Strategy => "GOVDOC",
        _ => "RPRT",
    }
}
