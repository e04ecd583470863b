//! The files of records, one record at a time.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use prefercite::Document;
use prefercite::document::{RecordError, RecordFormat, Records};

const BUNDLED: &str = include_str!("../../records/documents.yaml");

/// The record files of an archive.
#[derive(Clone, Debug)]
pub enum Sources {
    /// The 46 documents that come with prefercite.
    Bundled,
    /// Record files; `-` is standard input.
    Files(Vec<PathBuf>),
}

/// A file that could not be read.
#[derive(Debug, thiserror::Error)]
#[error("{name}: {error}")]
pub struct Unreadable {
    name: String,
    error: io::Error,
}

impl Sources {
    /// These files, or the bundled records if there are none.
    pub fn of(files: Vec<PathBuf>) -> Self {
        if files.is_empty() { Sources::Bundled } else { Sources::Files(files) }
    }

    /// A text that changes when a file does: names, sizes and modification times. `None` for standard input, which
    /// cannot be read twice.
    ///
    /// # Errors
    ///
    /// Returns an error if a file does not exist.
    pub fn fingerprint(&self) -> Result<Option<String>, Unreadable> {
        let mut print = format!("prefercite {}", env!("CARGO_PKG_VERSION"));
        let Sources::Files(files) = self else {
            print.push_str("\nbundled ");
            print.push_str(&crate::tag_of(BUNDLED.as_bytes()));
            return Ok(Some(print));
        };
        for file in files {
            if is_input(file) {
                return Ok(None);
            }
            let unreadable = |error| Unreadable { name: file.display().to_string(), error };
            let (path, known) = (fs::canonicalize(file).map_err(unreadable)?, fs::metadata(file).map_err(unreadable)?);
            let changed = known.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
            print.push_str(&format!("\n{} {} {}", path.display(), known.len(), changed.as_nanos()));
        }
        Ok(Some(print))
    }

    /// Visits every document, and every fault as a line to print: `notes.yaml:12: mao-1950: date: …`
    ///
    /// # Errors
    ///
    /// Returns an error if a file could not be read.
    pub fn each(&self, visit: &mut dyn FnMut(Result<Found<'_>, String>)) -> Result<(), Unreadable> {
        match self {
            Sources::Bundled => all(BUNDLED, None, "bundled records", visit),
            Sources::Files(files) => {
                for file in files {
                    read(file, visit)?;
                }
            }
        }
        Ok(())
    }
}

/// A document and its file.
#[derive(Debug)]
pub struct Found<'a> {
    /// The name of its file.
    pub file: &'a str,
    /// The document.
    pub document: Document,
}

fn is_input(file: &Path) -> bool {
    file == Path::new("-")
}

fn read(file: &Path, visit: &mut dyn FnMut(Result<Found<'_>, String>)) -> Result<(), Unreadable> {
    let name = if is_input(file) { "standard input".to_owned() } else { file.display().to_string() };
    let unreadable = |error| Unreadable { name: name.clone(), error };
    let by_name = if is_input(file) { None } else { RecordFormat::from_path(file) };
    if by_name == Some(RecordFormat::JsonLines) {
        return lines(BufReader::with_capacity(1 << 20, File::open(file).map_err(unreadable)?), &name, visit)
            .map_err(unreadable);
    }
    let mut bytes = Vec::new();
    let mut input: Box<dyn Read> =
        if is_input(file) { Box::new(io::stdin().lock()) } else { Box::new(File::open(file).map_err(unreadable)?) };
    input.read_to_end(&mut bytes).map_err(unreadable)?;
    // `Library.json` may be a file of Zotero: the content decides.
    let format = if is_input(file) { None } else { RecordFormat::detect_file(file, &bytes) };
    if format.is_none() && !is_input(file) {
        let what = "the file extension is not that of a record file, or of another known format (Zotero, CSL-JSON …)";
        return Err(unreadable(io::Error::other(what)));
    }
    match std::str::from_utf8(&bytes) {
        Ok(text) => all(text, format, &name, visit),
        // The error of the reader contains the line.
        Err(_) => Records::from_bytes(&bytes, format).err().iter().for_each(|refusal| report(refusal, &name, 0, visit)),
    }
    Ok(())
}

fn all(text: &str, format: Option<RecordFormat>, name: &str, visit: &mut dyn FnMut(Result<Found<'_>, String>)) {
    let records = match format {
        Some(format) => Records::new(text, format),
        None => Records::detect(text),
    };
    show(records, name, 0, visit);
}

/// JSON Lines may be larger than memory, so only one line at a time is kept.
fn lines(mut file: impl BufRead, name: &str, visit: &mut dyn FnMut(Result<Found<'_>, String>)) -> io::Result<()> {
    let (mut line, mut before) = (Vec::new(), 0);
    while file.read_until(b'\n', &mut line)? > 0 {
        match Records::from_bytes(&line, Some(RecordFormat::JsonLines)) {
            Ok(records) => show(records, name, before, visit),
            Err(refusal) => report(&refusal, name, before, visit),
        }
        line.clear();
        before += 1;
    }
    Ok(())
}

fn show(records: Records<'_>, name: &str, before: usize, visit: &mut dyn FnMut(Result<Found<'_>, String>)) {
    for record in records {
        match record {
            Ok(document) => visit(Ok(Found { file: name, document })),
            Err(refusal) => report(&refusal, name, before, visit),
        }
    }
}

fn report(refusal: &RecordError, name: &str, before: usize, visit: &mut dyn FnMut(Result<Found<'_>, String>)) {
    for fault in refusal.field_errors() {
        let line = fault.line().or(refusal.line()).map(|line| format!(":{}", line + before)).unwrap_or_default();
        visit(Err(format!("{name}{line}: {}: {fault}", refusal.name())));
    }
}
