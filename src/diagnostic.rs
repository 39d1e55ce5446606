//! Faults of the data, told to the one who wrote it: place, line, caret, rule, mend.

use std::fmt;

use crate::check::Rule;

/// One fault of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fault {
    /// The rule that is broken.
    pub rule: Rule,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What to write instead, where that can be said.
    pub help: Option<String>,
    /// Where it is wrong.
    pub place: Place,
    /// A second place that explains the fault, with what stands there.
    pub related: Option<(String, Place)>,
}

/// A place in a data file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Place {
    /// The path of the file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// How many characters are meant.
    pub width: usize,
    /// The text of the line, cut where it is very long.
    pub text: String,
}

impl Place {
    /// The place at a line and column of a text; a place outside the text is moved to its nearest end.
    pub(crate) fn new(file: &str, text: &str, line: usize, column: usize) -> Self {
        const LONGEST: usize = 160;
        let line = line.max(1);
        let source = text.lines().nth(line - 1).unwrap_or("");
        let column = column.max(1);
        let word: String = source.chars().skip(column - 1).take_while(|c| !matches!(c, ',' | ']' | '}' | ' ' | '\t')).collect();
        let width = word.trim_end_matches(':').chars().count();
        let skipped = if column > LONGEST { column - LONGEST / 2 } else { 0 };
        let mut shown: String =
            source.chars().skip(skipped).take(LONGEST).map(|c| if c.is_control() { ' ' } else { c }).collect();
        shown.truncate(shown.trim_end().len());
        Self {
            file: file.to_owned(),
            line,
            column,
            width: width.clamp(1, 60),
            text: if skipped > 0 { format!("…{shown}") } else { shown },
        }
    }

    fn caret_offset(&self) -> usize {
        if self.text.starts_with('…') && self.column > 160 { 80 } else { self.column - 1 }
    }

    fn draw(&self, f: &mut fmt::Formatter<'_>, gutter: usize) -> fmt::Result {
        writeln!(f, "{:gutter$}--> {}:{}:{}", "", self.file, self.line, self.column)?;
        if self.text.is_empty() {
            return Ok(());
        }
        writeln!(f, "{:gutter$} |", "")?;
        writeln!(f, "{:gutter$} | {}", self.line, self.text)?;
        writeln!(f, "{:gutter$} | {:offset$}{}", "", "", "^".repeat(self.width), offset = self.caret_offset())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let gutter = self.related.as_ref().map_or(0, |(_, place)| place.line).max(self.place.line).to_string().len();
        writeln!(f, "error[{}]: {}", self.rule, self.message)?;
        self.place.draw(f, gutter)?;
        if let Some((what, place)) = &self.related {
            writeln!(f, "{:gutter$} = note: {what}", "")?;
            place.draw(f, gutter)?;
        }
        if let Some(help) = &self.help {
            writeln!(f, "{:gutter$} = help: {help}", "")?;
        }
        Ok(())
    }
}

/// All faults of a data set, sorted by file, line and column; prints each of them and a count.
///
/// ```
/// use cybernorms::{LoadError, NormGraph};
/// let found = NormGraph::from_files([("actors/states.yaml", "nld:\n  name: Netherlands\n  kind: sate\n")]);
/// let Err(LoadError::Invalid(faults)) = found else { panic!("the kind is misspelt") };
/// assert!(faults.to_string().contains("actors/states.yaml:3:9"));
/// assert!(faults.to_string().contains("did you mean `state`?"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faults {
    faults: Vec<Fault>,
    omitted: usize,
}

impl Faults {
    pub(crate) fn new(mut faults: Vec<Fault>, omitted: usize) -> Self {
        faults.sort_by(|a, b| {
            let key = |fault: &Fault| (fault.place.line, fault.place.column, fault.rule);
            a.place.file.cmp(&b.place.file).then_with(|| key(a).cmp(&key(b))).then_with(|| a.message.cmp(&b.message))
        });
        faults.dedup();
        Self { faults, omitted }
    }

    /// The faults in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Fault> {
        self.faults.iter()
    }

    /// How many faults there are, those of very faulty files that are only counted included.
    pub fn count(&self) -> usize {
        self.faults.len() + self.omitted
    }
}

impl<'a> IntoIterator for &'a Faults {
    type Item = &'a Fault;
    type IntoIter = std::slice::Iter<'a, Fault>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for fault in &self.faults {
            writeln!(f, "{fault}")?;
        }
        let mut files: Vec<&str> = self.faults.iter().map(|fault| fault.place.file.as_str()).collect();
        files.dedup();
        let (faults, files) = (self.count(), files.len());
        let plural = |n: usize| if n == 1 { "" } else { "s" };
        write!(f, "{faults} fault{} in {files} file{}", plural(faults), plural(files))?;
        if self.omitted > 0 {
            write!(f, "; {} of them, in very faulty files, are not listed", self.omitted)?;
        }
        Ok(())
    }
}
