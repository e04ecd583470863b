//! The files of records and the libraries of other programs, and their errors.

use std::collections::{HashMap, HashSet};
use std::io::Read;
use std::path::Path;

use prefercite::Document;
use prefercite::document::{Reading, RecordError, RecordFormat, Records};
use prefercite::input::{Fate, LedgerEntry};

use crate::chapter::Chapter;
use crate::{Options, Outcome};

const RECORDS: [(&str, &str); 4] = [
    ("documents.yaml", include_str!("../records/documents.yaml")),
    ("chapter.yaml", include_str!("../records/chapter.yaml")),
    ("one.json", include_str!("../records/one.json")),
    ("more.jsonl", include_str!("../records/more.jsonl")),
];

/// The content of the files: records, and libraries of other programs, of which only cited documents matter.
#[derive(Default)]
struct Found {
    documents: Vec<Document>,
    libraries: Vec<(String, HashMap<String, Item>)>,
    outcome: Option<Outcome>,
}

/// An entry of a library: the document with its guesses, or its error.
type Item = Result<(Document, Vec<LedgerEntry>), String>;

impl Found {
    fn report(&mut self, outcome: Outcome) {
        self.outcome = self.outcome.max(Some(outcome));
    }
}

/// The documents of all files that can be read. Errors are reported on standard error. A key that is in no record
/// file may come from a library.
pub(crate) fn documents(options: &Options, chapter: &Chapter<'_>, uncited: &[String]) -> (Vec<Document>, Outcome) {
    let mut found = Found::default();
    if options.chapter.is_none() {
        RECORDS.iter().for_each(|(name, text)| take(&mut found, name, Records::detect(text).collect_all()));
    }
    options.records.iter().for_each(|path| read(&mut found, path));
    let mut known: HashSet<String> = found.documents.iter().map(|document| document.id().to_owned()).collect();
    let keys = chapter.groups.iter().flat_map(|group| &group.cited).map(|it| &it.id).chain(uncited);
    for key in keys {
        if known.contains(key) {
            continue;
        }
        for (name, library) in &found.libraries {
            match library.get(key) {
                Some(Ok((document, guesses))) => {
                    guesses.iter().for_each(|guess| eprintln!("{name}: {key}: {guess}"));
                    found.documents.push(document.clone());
                    known.insert(key.clone());
                    break;
                }
                Some(Err(error)) => {
                    eprintln!("{name}: {key}: {error}");
                    found.outcome = found.outcome.max(Some(Outcome::Faulty));
                    break;
                }
                None => {}
            }
        }
    }
    (found.documents, found.outcome.unwrap_or(Outcome::Whole))
}

fn read(found: &mut Found, path: &Path) {
    let name = path.to_string_lossy();
    let mut bytes = Vec::new();
    let read = std::fs::File::open(path).and_then(|mut file| file.read_to_end(&mut bytes));
    if let Err(error) = read {
        eprintln!("{name}: {error}");
        return found.report(Outcome::Unusable);
    }
    let format = RecordFormat::detect_file(path, &bytes);
    if format.is_none() {
        eprintln!("{name}: the file extension is not that of a record file, or of another known format");
        return found.report(Outcome::Unusable);
    }
    match Records::from_bytes(&bytes, format) {
        Ok(records) if format.is_some_and(RecordFormat::is_foreign) => {
            found.libraries.push((name.into_owned(), library(records)));
        }
        Ok(records) => take(found, &name, records.collect_all()),
        Err(refusal) => {
            report(&name, &refusal);
            found.report(Outcome::Unusable);
        }
    }
}

/// The items of a library by their ids. If two have the same id, the first one is used.
fn library(mut records: Records<'_>) -> HashMap<String, Item> {
    let mut items = HashMap::new();
    while let Some(record) = records.next() {
        match record {
            Ok(document) => {
                let guesses: Vec<LedgerEntry> = records.ledger().iter().filter(|it| it.is_guessed()).cloned().collect();
                // A law, a data set: no kind fits, and it has no archive that would make it a document.
                let is_kind =
                    |it: &&LedgerEntry| matches!(&it.fate, Fate::Guessed(path, _) if path.to_string() == "kind");
                let item = match guesses.iter().find(is_kind).filter(|_| document.holdings().is_empty()) {
                    Some(guess) => Err(format!("{guess}; write a record for it")),
                    None => Ok((document.clone(), guesses)),
                };
                items.entry(document.id().to_owned()).or_insert(item);
            }
            Err(error) => {
                if let Some(id) = error.id() {
                    items.entry(id.to_owned()).or_insert_with(|| Err(error.to_string()));
                }
            }
        }
    }
    items
}

fn take(found: &mut Found, name: &str, reading: Reading) {
    reading.errors.iter().for_each(|refusal| report(name, refusal));
    if !reading.errors.is_empty() {
        found.report(Outcome::Faulty);
    }
    found.documents.extend(reading.documents);
}

/// Prints one line per fault: `notes.yaml:12: mao-1950: holdings[0].path[2]: unknown key …`
fn report(name: &str, refusal: &RecordError) {
    for fault in refusal.field_errors() {
        let line = fault.line().or(refusal.line()).map(|line| format!(":{line}")).unwrap_or_default();
        eprintln!("{name}{line}: {}: {fault}", refusal.name());
    }
}
