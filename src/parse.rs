//! Text to records, one to one. The only room, with `locate`, that knows the YAML crate.

use std::marker::PhantomData;
use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fmt, iter, thread};

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use crate::check::Rule;
use crate::diagnostic::{Fault, Place};
use crate::locate::{Step, locate};
use crate::model::tidy;
use crate::model::words::HELP;
use crate::model::{Actor, Edition, Entity, Forum, Id, Kind, Norm, Report, Theme};
use crate::nearest::nearest;
use crate::plain;
use crate::source::SourceFile;

/// The records of all files, in the order of the files, and what could not be read.
#[derive(Debug, Default)]
pub(crate) struct Records {
    pub(crate) entities: Vec<Entry<Entity>>,
    pub(crate) themes: Vec<Entry<Theme>>,
    pub(crate) edition: Option<Edition>,
    /// Ids of records that could not be read; they exist, and nothing more is known of them.
    pub(crate) lost: Vec<(Id, Option<Kind>)>,
    pub(crate) faults: Vec<Fault>,
    pub(crate) omitted: usize,
}

impl Records {
    fn append(&mut self, other: Self) {
        self.entities.extend(other.entities);
        self.themes.extend(other.themes);
        self.edition = other.edition.or(self.edition.take());
        self.lost.extend(other.lost);
        self.faults.extend(other.faults);
        self.omitted += other.omitted;
    }
}

/// One record and where it was written.
#[derive(Debug)]
pub(crate) struct Entry<T> {
    pub(crate) id: Id,
    /// Index of the file.
    pub(crate) file: usize,
    /// Whether an overlay adds it.
    pub(crate) overlay: bool,
    pub(crate) record: T,
}

/// The file that says which edition of the data it is.
const EDITION: &str = "edition.yaml";

/// Most faults that are told of one file; the rest are counted.
pub(crate) const MOST_FAULTS: usize = 100;

/// Reads all files; a file or record that cannot be read hides nothing else.
///
/// Reading YAML is four fifths of a load and no file depends on another, so every core takes the next file that is left. The
/// records are put together in the order of the files, however many cores there are.
pub(crate) fn parse(files: &[SourceFile]) -> Records {
    let next = AtomicUsize::new(0);
    let work = || {
        let take = || {
            let index = next.fetch_add(1, Ordering::Relaxed);
            files.get(index).map(|file| (index, read(file, index)))
        };
        iter::from_fn(take).collect::<Vec<_>>()
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get).min(files.len());
    let mut parts = thread::scope(|scope| {
        // A thread that cannot be had is one that does not help; this one reads what the others leave.
        let spawn = |_| thread::Builder::new().spawn_scoped(scope, work).ok();
        let others: Vec<_> = (1..cores).filter_map(spawn).collect();
        let mut parts = work();
        for other in others {
            parts.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        parts
    });
    parts.sort_unstable_by_key(|(index, _)| *index);
    let mut records = Records::default();
    for (index, part) in parts {
        if records.edition.is_some() && part.edition.is_some() {
            let text = files[index].text.as_deref().unwrap_or("");
            let message = "there are two files `edition.yaml`".to_owned();
            let place = Place::new(&files[index].shown, text, 1, 1);
            records.faults.push(Fault {
                rule: Rule::DuplicateId,
                message,
                help: Some("keep one".to_owned()),
                place,
                related: None,
            });
        }
        records.append(part);
    }
    records
}

fn read(file: &SourceFile, index: usize) -> Records {
    let mut records = Records::default();
    let mut reader = Reader { file, index, told: 0, records: &mut records };
    match &file.text {
        Err(problem) => {
            let help = "save the file as UTF-8 text of at most 8 MB".to_owned();
            reader.tell(Rule::Syntax, problem.to_string(), Some(help), (1, 1));
        }
        Ok(text) => reader.read(text),
    }
    records
}

struct Reader<'a> {
    file: &'a SourceFile,
    index: usize,
    told: usize,
    records: &'a mut Records,
}

impl Reader<'_> {
    fn read(&mut self, text: &str) {
        let place = &*self.file.place;
        if place.ends_with(".yml") {
            return self.tell(
                Rule::MisplacedFile,
                "the file ends in `.yml`".to_owned(),
                Some("rename it so that it ends in `.yaml`".to_owned()),
                (1, 1),
            );
        }
        let kind = match place.split_once('/') {
            None if matches!(place, "themes.yaml" | EDITION) => None,
            Some(("norms", _)) => Some(Kind::Norm),
            Some(("actors", _)) => Some(Kind::Actor),
            Some(("forums", _)) => Some(Kind::Forum),
            Some(("reports", _)) => Some(Kind::Report),
            _ => {
                let help = "move it into `norms`, `actors`, `forums` or `reports`; at the top stand only `edition.yaml` and `themes.yaml`";
                return self.tell(
                    Rule::MisplacedFile,
                    "the folder does not say what the file holds".to_owned(),
                    Some(help.to_owned()),
                    (1, 1),
                );
            }
        };
        if let Some((line, column, what)) = plain::first_oddity(text) {
            self.tell(Rule::PlainYaml, what.message.to_owned(), Some(what.help.to_owned()), (line, column));
            return self.lose(text, kind);
        }
        match kind {
            None if place == EDITION => match serde_yaml::from_str(text) {
                Ok(Edition { version, .. }) if version.trim().is_empty() => {
                    let help = Some("write the version, such as `2026.11`".to_owned());
                    self.tell(Rule::BlankText, "`version` is blank".to_owned(), help, (1, 1));
                }
                Ok(edition) => self.records.edition = Some(edition),
                Err(error) => self.tell_error(&error, text, 0),
            },
            None => self.take(text, None, |records| &mut records.themes, |theme: Theme| theme),
            Some(kind @ Kind::Norm) => {
                self.take(text, Some(kind), |records| &mut records.entities, |norm: Norm| Entity::Norm(norm));
            }
            Some(kind @ Kind::Actor) => {
                self.take(text, Some(kind), |records| &mut records.entities, |actor: Actor| Entity::Actor(actor));
            }
            Some(kind @ Kind::Forum) => {
                self.take(text, Some(kind), |records| &mut records.entities, |forum: Forum| Entity::Forum(forum));
            }
            Some(kind @ Kind::Report) => {
                self.take(text, Some(kind), |records| &mut records.entities, |report: Report| Entity::Report(Box::new(report)));
            }
        }
    }

    /// Reads the whole file, or, if that fails, record by record, so that one fault does not hide the next.
    fn take<T, R>(&mut self, text: &str, kind: Option<Kind>, list: fn(&mut Records) -> &mut Vec<Entry<R>>, record: fn(T) -> R)
    where
        T: for<'de> Deserialize<'de>,
    {
        // To the YAML crate a text without any value is an error; to an author it is a file not begun yet.
        if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
            return;
        }
        let error = match serde_yaml::from_str::<Entries<T>>(text) {
            Ok(entries) => return self.keep(entries, list, record),
            Err(error) => error,
        };
        let faults = self.told;
        let mut read = Vec::new();
        for (start, chunk) in chunks(text) {
            match serde_yaml::from_str::<Entries<T>>(chunk) {
                Ok(entries) => read.extend(entries.0),
                Err(error) => {
                    self.tell_error(&error, chunk, start);
                    self.lose(chunk, kind);
                }
            }
        }
        if self.told == faults {
            self.tell_error(&error, text, 0);
        }
        self.keep(Entries(read), list, record);
    }

    fn keep<T, R>(&mut self, entries: Entries<T>, list: fn(&mut Records) -> &mut Vec<Entry<R>>, record: fn(T) -> R) {
        let list = list(self.records);
        list.extend(entries.0.into_iter().map(|(id, value)| Entry {
            id,
            file: self.index,
            overlay: self.file.overlay,
            record: record(value),
        }));
    }

    /// Remembers the ids of records that could not be read.
    fn lose(&mut self, text: &str, kind: Option<Kind>) {
        let keys = text.lines().filter(|line| !line.starts_with([' ', '\t', '#', '-']));
        let ids = keys.filter_map(|line| tidy(line.split_once(':')?.0).parse().ok());
        self.records.lost.extend(ids.map(|id| (id, kind)));
    }

    fn tell_error(&mut self, error: &serde_yaml::Error, chunk: &str, start: usize) {
        let (line, column) = error.location().map_or((1, 1), |place| (place.line(), place.column()));
        let told = Told::from(&error.to_string(), chunk);
        let (line, column) = told.place.unwrap_or((line, column));
        self.tell(told.rule, told.message, told.help, (start + line, column));
    }

    fn tell(&mut self, rule: Rule, message: String, help: Option<String>, (line, column): (usize, usize)) {
        self.told += 1;
        if self.told > MOST_FAULTS {
            self.records.omitted += 1;
            return;
        }
        let text = self.file.text.as_deref().unwrap_or("");
        let place = Place::new(&self.file.shown, text, line, column);
        self.records.faults.push(Fault { rule, message, help, place, related: None });
    }
}

/// The parts of a text that begin at the left margin, each with the number of lines before it.
fn chunks(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut starts: Vec<(usize, usize)> = Vec::new();
    let mut byte = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        if !line.starts_with([' ', '\t', '#', '\n', '\r', '-', '.', ']', '}']) {
            starts.push((number, byte));
        }
        byte += line.len();
    }
    let ends: Vec<usize> = starts.iter().skip(1).map(|(_, byte)| *byte).chain([text.len()]).collect();
    starts.into_iter().zip(ends).map(move |((number, start), end)| (number, &text[start..end]))
}

/// An error of the YAML crate in the words of this project.
struct Told {
    rule: Rule,
    message: String,
    help: Option<String>,
    place: Option<(usize, usize)>,
}

impl Told {
    fn from(error: &str, chunk: &str) -> Self {
        let error = error.rfind(" at line ").map_or(error, |end| &error[..end]);
        let (path, error) = split_path(error);
        if let Some((message, help)) = error.split_once(HELP) {
            return Self { rule: Rule::BadValue, message: message.to_owned(), help: Some(help.to_owned()), place: None };
        }
        if let Some(rest) = error.strip_prefix("unknown field `") {
            let (field, expected) = rest.split_once('`').unwrap_or((rest, ""));
            let fields: Vec<&str> = expected.split('`').skip(1).step_by(2).collect();
            let help = match nearest(field, fields.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("the fields here are: {}", fields.join(", ")),
            };
            return Self {
                rule: Rule::BadField,
                message: format!("there is no field `{field}` here"),
                help: Some(help),
                place: None,
            };
        }
        if let Some(field) = error.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`')) {
            let place = path.is_some_and(|path| !path.contains(['.', '['])).then_some((1, 1));
            let help = format!("add `{field}`; `norms/README.md` shows every field with an example");
            return Self { rule: Rule::BadField, message: format!("the field `{field}` is missing"), help: Some(help), place };
        }
        if let Some(field) = error.strip_prefix("duplicate field `").and_then(|rest| rest.strip_suffix('`')) {
            let mut steps = path.map(steps).unwrap_or_default();
            steps.push(Step::Name(field.into(), 1));
            let message = format!("the field `{field}` stands here twice");
            return Self {
                rule: Rule::BadField,
                message,
                help: Some("keep one of the two".to_owned()),
                place: Some(locate(chunk, &steps)),
            };
        }
        if let Some((found, expected)) = error.split_once(", expected ")
            && let Some(found) = found.strip_prefix("invalid type: ").or_else(|| found.strip_prefix("invalid value: "))
        {
            let found = found.replacen("string \"", "the text \"", 1).replacen("integer ", "the number ", 1);
            let found = match found.as_str() {
                "unit value" => "nothing",
                "sequence" => "a list",
                "map" => "a map of fields",
                found => found,
            };
            let expected = match expected {
                "a string" => "a text",
                expected if expected.starts_with("struct ") => "fields, one a line below it",
                expected => expected,
            };
            let message = format!("here stands {found}");
            return Self { rule: Rule::BadValue, message, help: Some(format!("write {expected}")), place: None };
        }
        // The parser names a second line, counted from where this record begins; the reader of a file cannot use it.
        let (before, after) = error.split_once(" at line ").unwrap_or((error, ""));
        let rest = after.split_once(',').map_or("", |(_, rest)| rest);
        let comma = if rest.is_empty() { "" } else { "," };
        let message = format!("this is not YAML that can be read: {before}{comma}{rest}");
        let indented_by_tab = chunk.lines().any(|line| line.trim_start_matches(' ').starts_with('\t'));
        let help = if indented_by_tab {
            "indent with spaces; YAML takes no tabs"
        } else {
            "look at the line and the one before it: indentation, a missing quote or bracket"
        };
        let help = help.to_owned();
        Self { rule: Rule::Syntax, message, help: Some(help), place: None }
    }
}

/// Splits `a.acts[0].verb: message` into the path and the message.
fn split_path(error: &str) -> (Option<&str>, &str) {
    let is_path = |path: &str| path.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.[]".contains(&b));
    match error.split_once(": ") {
        Some((path, message)) if is_path(path) => (Some(path), message),
        _ => (None, error),
    }
}

fn steps(path: &str) -> Vec<Step> {
    let parts = path.split(['.', '[']);
    parts
        .map(|part| match part.strip_suffix(']') {
            Some(number) => Step::Item(number.parse().unwrap_or(0)),
            None => Step::Key(part.into(), 0),
        })
        .collect()
}

/// A map from id to record that keeps every entry, repeated ids included.
struct Entries<T>(Vec<(Id, T)>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Map<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Map<T> {
            type Value = Entries<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map from id to record, such as `gcsc-public-core:` with its fields below")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<T>, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_any(Map(PhantomData))
    }
}
