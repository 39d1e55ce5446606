//! Data files as text: from a folder, or from memory. The first room of the corridor.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use crate::error::LoadError;

/// One data file: where it stands in the data folder, how messages call it, and its text.
#[derive(Debug, Clone)]
pub(crate) struct SourceFile {
    /// Path below the data folder with forward slashes; its first part names the type of record.
    pub(crate) place: Box<str>,
    /// The path that messages print.
    pub(crate) shown: Box<str>,
    /// Whether it belongs to an overlay.
    pub(crate) overlay: bool,
    /// The text, or what keeps the bytes from being one.
    pub(crate) text: Result<Cow<'static, str>, Box<str>>,
}

/// Longest file that is read; a file of data is a hundredth of it.
const LONGEST: usize = 8 << 20;

/// Deepest folder that is looked into.
const DEEPEST: usize = 16;

impl SourceFile {
    /// A file of the data folder whose bytes are known.
    pub(crate) fn new(place: &str, shown: String, bytes: Cow<'static, [u8]>) -> Self {
        let text = if bytes.len() > LONGEST {
            Err(format!("the file has {} bytes; at most {LONGEST} are read", bytes.len()).into())
        } else {
            decode(bytes)
        };
        Self { place: place.replace('\\', "/").into(), shown: shown.into(), overlay: false, text }
    }
}

/// Takes a byte-order mark off and insists on UTF-8.
fn decode(bytes: Cow<'static, [u8]>) -> Result<Cow<'static, str>, Box<str>> {
    const MARK: &str = "\u{feff}";
    let not_text = |error: std::str::Utf8Error| format!("byte {} is not UTF-8 text", error.valid_up_to() + 1).into_boxed_str();
    match bytes {
        Cow::Borrowed(bytes) => {
            let text = std::str::from_utf8(bytes).map_err(not_text)?;
            Ok(Cow::Borrowed(text.strip_prefix(MARK).unwrap_or(text)))
        }
        Cow::Owned(bytes) => {
            let text = String::from_utf8(bytes).map_err(|error| not_text(error.utf8_error()))?;
            Ok(Cow::Owned(text.strip_prefix(MARK).map(str::to_owned).unwrap_or(text)))
        }
    }
}

/// Files from memory, sorted by path.
pub(crate) fn from_memory<P: AsRef<str>, B: Into<Vec<u8>>>(files: impl IntoIterator<Item = (P, B)>) -> Vec<SourceFile> {
    let files = files.into_iter().map(|(path, bytes)| {
        let path = path.as_ref();
        SourceFile::new(path, path.to_owned(), bytes.into().into())
    });
    let mut files: Vec<SourceFile> = files.collect();
    files.sort_by(|a, b| a.place.cmp(&b.place));
    files
}

/// Every YAML file below a folder, sorted by path.
pub(crate) fn read_folder(folder: &Path) -> Result<Vec<SourceFile>, LoadError> {
    let mut files = Vec::new();
    descend(folder, "", 0, &mut files)?;
    if files.is_empty() {
        return Err(LoadError::NoData { path: folder.to_owned() });
    }
    files.sort_by(|a, b| a.place.cmp(&b.place));
    Ok(files)
}

fn descend(folder: &Path, place: &str, depth: usize, files: &mut Vec<SourceFile>) -> Result<(), LoadError> {
    let io = |path: &Path| {
        let path = path.to_owned();
        move |source| LoadError::Io { path, source }
    };
    for entry in fs::read_dir(folder).map_err(io(folder))? {
        let entry = entry.map_err(io(folder))?;
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        let place = if place.is_empty() { name.clone() } else { format!("{place}/{name}") };
        let kind = entry.file_type().map_err(io(&path))?;
        if kind.is_dir() {
            if depth < DEEPEST && !name.starts_with('.') {
                descend(&path, &place, depth + 1, files)?;
            }
        } else if Path::new(&name).extension().is_some_and(|end| end == "yaml" || end == "yml") {
            let meta = fs::metadata(&path).map_err(io(&path))?;
            let shown = path.display().to_string();
            let refused = if !meta.is_file() {
                // A device or a pipe might never end.
                Some("this is no file that can be read to its end".to_owned())
            } else if meta.len() > LONGEST as u64 {
                Some(format!("the file has {} bytes; at most {LONGEST} are read", meta.len()))
            } else {
                None
            };
            files.push(match refused {
                Some(why) => SourceFile { place: place.into(), shown: shown.into(), overlay: false, text: Err(why.into()) },
                None => SourceFile::new(&place, shown, Cow::Owned(fs::read(&path).map_err(io(&path))?)),
            });
        }
    }
    Ok(())
}
