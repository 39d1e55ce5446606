//! Compiles the data folder in: a sorted list of its files, each with its bytes.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("norms");
    let mut files = Vec::new();
    descend(&root, "", &mut files)?;
    files.sort();
    let mut list = String::from("&[\n");
    for place in files {
        let path = root.join(&place);
        writeln!(list, "    ({place:?}, include_bytes!({:?})),", path.display().to_string()).map_err(io::Error::other)?;
    }
    list.push(']');
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("norms.rs"), list)
}

/// Collects the YAML files below a folder and has the build repeated when the folder changes.
fn descend(folder: &Path, place: &str, files: &mut Vec<String>) -> io::Result<()> {
    println!("cargo::rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let place = if place.is_empty() { name.clone() } else { format!("{place}/{name}") };
        if entry.file_type()?.is_dir() {
            descend(&entry.path(), &place, files)?;
        } else if Path::new(&name).extension().is_some_and(|end| end == "yaml") {
            files.push(place);
        }
    }
    Ok(())
}
