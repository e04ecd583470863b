//! Writes an index, under another name until it is complete.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, ErrorCode, params};

use super::facts::Facts;
use super::{APPLICATION, IndexError, VERSION};
use crate::records::Sources;

/// The result of writing an index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Built {
    /// The records in it.
    pub records: i64,
    /// The faults of records that are not in it, or have an invalid field.
    pub faults: usize,
}

/// The maximum number of faults that are printed.
const MAX_PRINTED: usize = 200;

/// Writes the index of these files, then renames it. Until then, a file at the path stays unchanged.
///
/// # Errors
///
/// Returns an error if a file cannot be read, the index cannot be written, or another process is writing it.
pub fn build(sources: &Sources, path: &Path, report: &mut dyn FnMut(&str)) -> Result<Built, IndexError> {
    let part = beside(path, ".part");
    let failed = |error| IndexError::File { path: path.to_owned(), error };
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let _lock = lock(path)?;
    let connection = fresh(&part)?;
    let built = write(&connection, sources, report)?;
    connection.close().map_err(|(_, error)| error)?;
    // The content must be on the disk before the name.
    File::open(&part).and_then(|file| file.sync_all()).map_err(failed)?;
    fs::rename(&part, path).map_err(failed)?;
    sync_folder(path).map_err(failed)?;
    Ok(built)
}

/// A lock that is held while an index is written. It is a lock of the system on a file of its own, so it ends with
/// the process in any case.
fn lock(path: &Path) -> Result<Connection, IndexError> {
    let lock = Connection::open(beside(path, ".lock"))?;
    lock.busy_timeout(std::time::Duration::ZERO)?;
    lock.execute_batch("BEGIN EXCLUSIVE").map_err(|error| match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy) => IndexError::Busy(path.to_owned()),
        _ => IndexError::Sqlite(error),
    })?;
    Ok(lock)
}

/// Creates an empty index, and deletes what a killed process left.
fn fresh(part: &Path) -> Result<Connection, IndexError> {
    for left in [part.to_owned(), beside(part, "-journal")] {
        match fs::remove_file(&left) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(IndexError::File { path: left, error });
            }
            _ => {}
        }
    }
    let connection = Connection::open(part)?;
    connection.pragma_update(None, "locking_mode", "exclusive")?;
    // A rollback is not needed: the file does not have its name yet.
    connection.pragma_update(None, "journal_mode", "off")?;
    connection.pragma_update(None, "synchronous", "off")?;
    connection.pragma_update(None, "cache_size", -262_144)?;
    Ok(connection)
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

fn write(connection: &Connection, sources: &Sources, report: &mut dyn FnMut(&str)) -> Result<Built, IndexError> {
    let print = sources.fingerprint()?.unwrap_or_default();
    connection.execute_batch("BEGIN EXCLUSIVE")?;
    connection.execute_batch(include_str!("schema.sql"))?;
    let (mut terms, mut built, mut failure) = (Terms::default(), Built::default(), None);
    {
        let mut writer = Writer::new(connection)?;
        sources.each(&mut |found| {
            if failure.is_some() {
                return;
            }
            let fault = match found {
                Ok(found) => match writer.push(built.records + 1, &found.document, &mut terms) {
                    Ok(true) => {
                        built.records += 1;
                        if built.records % 100_000 == 0 {
                            report(&format!("{} records", built.records));
                        }
                        None
                    }
                    Ok(false) => {
                        let (file, id) = (found.file, found.document.id());
                        Some(format!("{file}: {id}: the id is taken by another document; give one of them another"))
                    }
                    Err(error) => {
                        failure = Some(error);
                        None
                    }
                },
                Err(fault) => Some(fault),
            };
            if let Some(fault) = fault {
                built.faults += 1;
                if built.faults <= MAX_PRINTED {
                    report(&fault);
                }
            }
        })?;
    }
    if let Some(error) = failure {
        return Err(error.into());
    }
    if built.faults > MAX_PRINTED {
        report(&format!("{} faults; only the first {MAX_PRINTED} are printed", built.faults));
    }
    connection.execute_batch(include_str!("indexes.sql"))?;
    terms.write(connection)?;
    connection.execute_batch("ANALYZE")?;
    let mut meta = connection.prepare("INSERT INTO meta (key, value) VALUES (?1, ?2)")?;
    meta.execute(["sources", print.as_str()])?;
    meta.execute(["records", built.records.to_string().as_str()])?;
    drop(meta);
    connection.pragma_update(None, "application_id", APPLICATION)?;
    connection.pragma_update(None, "user_version", VERSION)?;
    connection.execute_batch("COMMIT")?;
    Ok(built)
}

struct Writer<'c> {
    record: rusqlite::Statement<'c>,
    facts: rusqlite::Statement<'c>,
    words: rusqlite::Statement<'c>,
}

impl<'c> Writer<'c> {
    fn new(connection: &'c Connection) -> Result<Self, rusqlite::Error> {
        Ok(Writer {
            record: connection.prepare("INSERT OR IGNORE INTO record (n, id, json) VALUES (?1, ?2, ?3)")?,
            facts: connection.prepare("INSERT INTO facts VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?,
            words: connection.prepare("INSERT INTO words (rowid, title, people, body) VALUES (?1, ?2, ?3, ?4)")?,
        })
    }

    /// Writes a record. Returns whether it was written, because its id may be taken.
    fn push(&mut self, n: i64, document: &prefercite::Document, terms: &mut Terms) -> Result<bool, rusqlite::Error> {
        let json = serde_json::to_string(document)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
        if self.record.execute(params![n, document.id(), json])? == 0 {
            return Ok(false);
        }
        let facts = Facts::of(document, &json);
        let kind = terms.number(0, Some(document.kind().as_str()));
        let archive = terms.number(1, facts.archive.as_deref());
        if let (Some(archive), Some(abbreviation)) = (archive, facts.abbreviation) {
            terms.abbreviated(abbreviation, archive);
        }
        let collection = terms.number(2, facts.collection.as_deref());
        let (first, last) = facts.years.unzip();
        self.facts.execute(params![n, kind, archive, collection, first, last, facts.folder, facts.place])?;
        self.words.execute(params![n, facts.title, facts.people, facts.body])?;
        Ok(true)
    }
}

/// The values of the facets, with their numbers of records.
#[derive(Default)]
struct Terms {
    known: [HashMap<String, (i64, i64)>; 3],
    count: i64,
    /// The archive of an abbreviation. `None` if two archives have the same one.
    abbreviations: HashMap<String, Option<i64>>,
}

impl Terms {
    fn number(&mut self, facet: usize, words: Option<&str>) -> Option<i64> {
        let words = words?;
        let known = self.known.get_mut(facet)?;
        if let Some((number, records)) = known.get_mut(words) {
            *records += 1;
            return Some(*number);
        }
        self.count += 1;
        known.insert(words.to_owned(), (self.count, 1));
        Some(self.count)
    }

    fn abbreviated(&mut self, abbreviation: String, archive: i64) {
        let meant = self.abbreviations.entry(abbreviation).or_insert(Some(archive));
        if *meant != Some(archive) {
            *meant = None;
        }
    }

    /// One record has only "APRF", another has the name with it. Both are put under the archive with this name.
    fn unite(&mut self, connection: &Connection) -> Result<(), rusqlite::Error> {
        let Some(archives) = self.known.get_mut(1) else { return Ok(()) };
        let mut moved = connection.prepare("UPDATE facts SET archive = ?1 WHERE archive = ?2")?;
        for (abbreviation, full) in &self.abbreviations {
            let Some(full) = full else { continue };
            let Some((short, records)) = archives.get(abbreviation).copied().filter(|(short, _)| short != full) else {
                continue;
            };
            moved.execute([full, &short])?;
            archives.remove(abbreviation);
            if let Some((_, sum)) = archives.values_mut().find(|(number, _)| number == full) {
                *sum += records;
            }
        }
        Ok(())
    }

    fn write(&mut self, connection: &Connection) -> Result<(), rusqlite::Error> {
        self.unite(connection)?;
        let mut term = connection.prepare("INSERT INTO term (n, facet, words, records) VALUES (?1, ?2, ?3, ?4)")?;
        for (facet, known) in (0_i64..).zip(&self.known) {
            for (words, (number, records)) in known {
                term.execute(params![number, facet, words, records])?;
            }
        }
        Ok(())
    }
}

/// The new name is on the disk only after its folder is synced.
#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
