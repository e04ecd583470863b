//! The files of records, and what is wrong with them.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use prefercite::Document;
use prefercite::document::{Reading, RecordError, RecordFormat, Records};

use crate::Outcome;

const BUNDLED: &str = include_str!("../records/documents.yaml");

/// A document and the name of its file.
pub(crate) type Named = (Arc<str>, Document);

/// The documents of all files that can be read; what cannot is told on standard error. Of two with the same id the first
/// stays, as it does within a file: a citation could mean either.
pub(crate) fn read_all(files: &[PathBuf]) -> (Vec<Named>, Outcome) {
    if files.is_empty() {
        return tell("bundled records", Records::detect(BUNDLED).collect_all());
    }
    let (mut documents, mut outcome) = (Vec::<Named>::new(), Outcome::Whole);
    let mut taken: HashMap<String, Arc<str>> = HashMap::new();
    for file in files {
        let (more, file_outcome) = read(file);
        outcome = outcome.max(file_outcome);
        for (name, document) in more {
            match taken.entry(document.id().to_owned()) {
                Entry::Vacant(free) => {
                    free.insert(Arc::clone(&name));
                    documents.push((name, document));
                }
                Entry::Occupied(by) => {
                    let (id, other) = (document.id(), by.get());
                    eprintln!("{name}: {id}: the id is taken by a document of {other}; give one of them another");
                    outcome = outcome.max(Outcome::FaultyRecord);
                }
            }
        }
    }
    (documents, outcome)
}

fn read(file: &Path) -> (Vec<Named>, Outcome) {
    let is_input = file == Path::new("-");
    let name = if is_input { "standard input".into() } else { file.to_string_lossy() };
    // Without an ending to go by, as standard input or `<(…)`, the format is found by its look.
    let format = if is_input { None } else { RecordFormat::from_path(file) };
    let read = if is_input {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else if format.is_none() && file.extension().is_some() {
        Err(io::Error::other("not a record file: its name must end in .yaml, .yml, .json or .jsonl"))
    } else {
        std::fs::read(file)
    };
    let bytes = match read {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{name}: {error}");
            return (Vec::new(), Outcome::Unusable);
        }
    };
    match Records::from_bytes(&bytes, format) {
        Ok(records) => tell(&name, records.collect_all()),
        Err(refusal) => {
            tell_refusal(&name, &refusal);
            (Vec::new(), Outcome::Unusable)
        }
    }
}

fn tell(name: &str, reading: Reading) -> (Vec<Named>, Outcome) {
    reading.errors.iter().for_each(|refusal| tell_refusal(name, refusal));
    let outcome = if reading.errors.is_empty() { Outcome::Whole } else { Outcome::FaultyRecord };
    let name: Arc<str> = name.into();
    (reading.documents.into_iter().map(|document| (Arc::clone(&name), document)).collect(), outcome)
}

/// A line a fault: `notes.yaml:12: mao-1950: holdings[0].path[2]: unknown key …`
fn tell_refusal(name: &str, refusal: &RecordError) {
    for fault in refusal.field_errors() {
        let line = fault.line().or(refusal.line()).map(|line| format!(":{line}")).unwrap_or_default();
        eprintln!("{name}{line}: {}: {fault}", refusal.name());
    }
}
