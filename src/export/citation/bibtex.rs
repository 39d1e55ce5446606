//! BibTeX and BibLaTeX.

use std::fmt::{self, Formatter, Write};

use super::{Bibliography, Reference, edition, one_line};
use crate::model::ReportKind;

pub(super) fn write(f: &mut Formatter<'_>, bibliography: &Bibliography<'_>) -> fmt::Result {
    if let Some(view) = bibliography.view() {
        // What stands outside of an entry is a comment; an at sign would begin one.
        writeln!(f, "% {}", edition(view).replace('@', " "))?;
    }
    bibliography.references.iter().try_for_each(|reference| entry(f, reference))
}

fn entry(f: &mut Formatter<'_>, reference: &Reference<'_>) -> fmt::Result {
    let report = reference.report.record();
    let kind = kind(report.kind);
    write!(f, "\n@{kind}{{{},\n  author = {{", reference.report.id())?;
    for (number, issuer) in reference.issuers().enumerate() {
        write!(f, "{}{{{}}}", if number == 0 { "" } else { " and " }, Tex(issuer))?;
    }
    writeln!(f, "}},\n  title = {{{{{}}}}},", Tex(&report.title))?;
    if let Some(short) = &report.short {
        writeln!(f, "  shorttitle = {{{}}},", Tex(short))?;
    }
    let sort = reference.sort();
    writeln!(f, "  type = {{{}}},", Tex(&sort))?;
    if kind == "techreport" {
        let issuers: Vec<&str> = reference.issuers().collect();
        writeln!(f, "  institution = {{{}}},", Tex(&issuers.join("; ")))?;
    } else {
        // Styles print neither the type nor the number of these.
        let symbol = report.symbol.as_ref().map_or_else(String::new, |symbol| format!(", {symbol}"));
        writeln!(f, "  howpublished = {{{}}},", Tex(&format!("{sort}{symbol}")))?;
    }
    if let Some(symbol) = &report.symbol {
        writeln!(f, "  number = {{{}}},", Tex(symbol))?;
    }
    // BibLaTeX reads the date, BibTeX the year and the month.
    writeln!(f, "  date = {{{}}},\n  year = {{{}}},", report.date, report.date.year())?;
    if let Some(month) = report.date.month() {
        const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
        writeln!(f, "  month = {},", MONTHS[usize::from(month) - 1])?;
    }
    if let Some(source) = &report.source {
        if let Some(url) = &source.url {
            writeln!(f, "  url = {{{}}},", Address(url))?;
        }
        if let Some(read) = source.read.filter(|_| source.url.is_some()) {
            writeln!(f, "  urldate = {{{read}}},")?;
        }
    }
    let note = reference.note();
    if !note.is_empty() {
        writeln!(f, "  note = {{{}}},", Tex(&note))?;
    }
    writeln!(f, "  annote = {{{}}}\n}}", Tex(&reference.annotation()))
}

/// A text with an issuer and a number is what BibTeX calls a report, and `type` says of what sort; law, pages and what was said are no
/// reports, and BibTeX has no type for them.
fn kind(kind: ReportKind) -> &'static str {
    match kind {
        ReportKind::Treaty
        | ReportKind::Directive
        | ReportKind::RecordPage
        | ReportKind::Statement
        | ReportKind::Letter
        | ReportKind::Transcript => "misc",
        _ => "techreport",
    }
}

/// A text within braces. BibTeX counts braces even where they are escaped, so they are written as words.
struct Tex<'a>(&'a str);

impl fmt::Display for Tex<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        one_line(self.0).try_for_each(|c| match c {
            '\\' => f.write_str("\\textbackslash{}"),
            '{' => f.write_str("\\textbraceleft{}"),
            '}' => f.write_str("\\textbraceright{}"),
            '~' => f.write_str("\\textasciitilde{}"),
            '^' => f.write_str("\\textasciicircum{}"),
            '<' => f.write_str("\\textless{}"),
            '>' => f.write_str("\\textgreater{}"),
            '|' => f.write_str("\\textbar{}"),
            '&' | '%' | '$' | '#' | '_' => write!(f, "\\{c}"),
            c => f.write_char(c),
        })
    }
}

/// An address, which is read letter by letter; only what would end the field is written in percents.
struct Address<'a>(&'a str);

impl fmt::Display for Address<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        one_line(self.0).try_for_each(|c| match c {
            '{' | '}' | '\\' | ' ' | '"' | '<' | '>' => write!(f, "%{:02X}", u32::from(c)),
            c => f.write_char(c),
        })
    }
}
