//! The files of records, and what is wrong with them.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use prefercite::Document;
use prefercite::document::RecordError;
use prefercite::input::{Fate, Reading, RecordFormat, Records};

use crate::Outcome;

/// What is reported on the files.
#[derive(Clone, Copy)]
pub(crate) struct Report {
    /// Where each value of a foreign file went.
    pub(crate) input: bool,
}

const BUNDLED: &str = include_str!("../records/documents.yaml");

/// A document and the name of its file.
pub(crate) type Named = (Arc<str>, Document);

/// The documents of all files that can be read; errors go to standard error. Of two with the same id the first
/// stays, as it does within a file: a citation could mean either.
pub(crate) fn read_all(files: &[PathBuf], report: Report) -> (Vec<Named>, Outcome) {
    if files.is_empty() {
        return report_reading("bundled records", Records::detect(BUNDLED).collect_all(), report);
    }
    let (mut documents, mut outcome) = (Vec::<Named>::new(), Outcome::Whole);
    let mut taken: HashMap<String, Arc<str>> = HashMap::new();
    for file in files {
        let (more, file_outcome) = read(file, report);
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

fn read(file: &Path, report: Report) -> (Vec<Named>, Outcome) {
    let is_input = file == Path::new("-");
    let name = if is_input { "standard input".into() } else { file.to_string_lossy() };
    let read = if is_input {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
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
    // Without an ending to go by, as standard input or `<(…)`, the format is found by its look.
    let format = if is_input { None } else { RecordFormat::of_file(file, &bytes) };
    if format.is_none() && !is_input {
        eprintln!("{name}: the name does not end as a file of records, or of a program that is read: see --help");
        return (Vec::new(), Outcome::Unusable);
    }
    match Records::from_bytes(&bytes, format) {
        Ok(records) => report_reading(&name, records.collect_all(), report),
        Err(refusal) => {
            report_error(&name, &refusal);
            (Vec::new(), Outcome::Unusable)
        }
    }
}

fn report_reading(name: &str, reading: Reading, report: Report) -> (Vec<Named>, Outcome) {
    reading.errors.iter().for_each(|refusal| report_error(name, refusal));
    report_ledger(name, &reading, report);
    let outcome = if reading.errors.is_empty() { Outcome::Whole } else { Outcome::FaultyRecord };
    let name: Arc<str> = name.into();
    (reading.documents.into_iter().map(|document| (Arc::clone(&name), document)).collect(), outcome)
}

/// Where each value of a foreign file went, or only that some are worth a look.
fn report_ledger(name: &str, reading: &Reading, report: Report) {
    if report.input {
        reading.ledger.iter().for_each(|entry| eprintln!("{name}: {entry}"));
    }
    let guessed = reading.ledger.iter().filter(|entry| entry.is_guessed()).count();
    let not_carried = reading.ledger.iter().filter(|entry| matches!(entry.fate, Fate::NotCarried(_))).count();
    if guessed + not_carried > 0 {
        let values = reading.ledger.len();
        let see = if report.input { "" } else { "; --report-input lists them" };
        eprintln!("{name}: of {values} values {guessed} were read by a guess and {not_carried} not carried{see}");
    }
}

/// A line a fault: `notes.yaml:12: mao-1950: holdings[0].path[2]: unknown key …`
fn report_error(name: &str, refusal: &RecordError) {
    for fault in refusal.field_errors() {
        let line = fault.line().or(refusal.line()).map(|line| format!(":{line}")).unwrap_or_default();
        eprintln!("{name}{line}: {}: {fault}", refusal.name());
    }
}
