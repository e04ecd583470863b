//! Reads record files, and reports their errors.

use std::collections::HashMap;
use std::collections::hash_map;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use prefercite::Document;
use prefercite::document::RecordError;
use prefercite::input::{Fate, LedgerEntry, RecordFormat, Records};

use crate::Outcome;

/// The reports to print about the files.
#[derive(Clone, Copy)]
pub(crate) struct Report {
    /// Whether to report where each value of a foreign file went.
    pub(crate) input: bool,
}

const BUNDLED: &str = include_str!("../records/documents.yaml");

/// A document and the name of its file.
pub(crate) type Named = (Arc<str>, Document);

/// The documents of all readable files. Errors go to standard error. If two have the same id, the first one is kept,
/// as within a file: a citation would be ambiguous.
pub(crate) fn read_all(files: &[PathBuf], report: Report) -> (Vec<Named>, Outcome) {
    if files.is_empty() {
        return report_reading("bundled records", Records::detect(BUNDLED), report);
    }
    let (mut documents, mut outcome) = (Vec::<Named>::new(), Outcome::Whole);
    let mut taken: HashMap<String, Arc<str>> = HashMap::new();
    for file in files {
        let (more, file_outcome) = read(file, report);
        outcome = outcome.max(file_outcome);
        for (name, document) in more {
            match taken.entry(document.id().to_owned()) {
                hash_map::Entry::Vacant(free) => {
                    free.insert(Arc::clone(&name));
                    documents.push((name, document));
                }
                hash_map::Entry::Occupied(by) => {
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
    // For standard input or `<(…)`, which have no file extension, the format is detected from the content.
    let format = if is_input { None } else { RecordFormat::detect_file(file, &bytes) };
    if format.is_none() && !is_input {
        eprintln!("{name}: the file extension is not that of a record file, or of another known format: see --help");
        return (Vec::new(), Outcome::Unusable);
    }
    match Records::from_bytes(&bytes, format) {
        Ok(records) => report_reading(&name, records, report),
        Err(refusal) => {
            report_error(&name, &refusal);
            (Vec::new(), Outcome::Unusable)
        }
    }
}

fn report_reading(name: &str, mut records: Records<'_>, report: Report) -> (Vec<Named>, Outcome) {
    let (mut documents, mut outcome) = (Vec::new(), Outcome::Whole);
    let [mut values, mut guessed, mut not_carried] = [0; 3];
    let name: Arc<str> = name.into();
    loop {
        let record = records.next();
        let ledger = records.ledger();
        if report.input {
            let id = record.as_ref().and_then(|record| record.as_ref().ok()).map(Document::id);
            ledger.iter().for_each(|entry| eprintln!("{}", reported(&name, id, entry)));
        }
        values += ledger.len();
        guessed += ledger.iter().filter(|entry| entry.is_guessed()).count();
        let is_missed = |entry: &&LedgerEntry| matches!(entry.fate, Fate::NotCarried(_)) && !entry.is_bookkeeping();
        not_carried += ledger.iter().filter(is_missed).count();
        match record {
            None => break,
            Some(Ok(document)) => documents.push((Arc::clone(&name), document)),
            Some(Err(refusal)) => {
                report_error(&name, &refusal);
                outcome = Outcome::FaultyRecord;
            }
        }
    }
    // The user should check these values.
    if guessed + not_carried > 0 {
        let see = if report.input { "" } else { "; --report-input lists them" };
        eprintln!("{name}: of {values} values, {guessed} were guessed and {not_carried} not carried over{see}");
    }
    (documents, outcome)
}

/// A line in the form of error messages: `Library.json:12: mao-1950: date: "5/9/1958": in date, guessed: …`
fn reported(name: &str, id: Option<&str>, entry: &LedgerEntry) -> String {
    let whole = entry.to_string();
    let said = whole.split_once(": ").map_or(whole.as_str(), |(_, said)| said);
    let id = id.filter(|_| entry.record.is_some()).map(|id| format!("{id}: ")).unwrap_or_default();
    format!("{name}:{}: {id}{said}", entry.line)
}

/// Prints one line per fault: `notes.yaml:12: mao-1950: holdings[0].path[2]: unknown key …`
fn report_error(name: &str, refusal: &RecordError) {
    for fault in refusal.field_errors() {
        let line = fault.line().or(refusal.line()).map(|line| format!(":{line}")).unwrap_or_default();
        eprintln!("{name}{line}: {}: {fault}", refusal.name());
    }
}
