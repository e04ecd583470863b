//! The index: the records on disk, and the data for search and counts, in one SQLite file with FTS5.
//!
//! It uses SQLite, not tantivy, because the same file also stores the records and finds one by its key, so there is
//! only one thing to build and to move. SQLite is one C file to compile and 14 crates, and tantivy 0.25 is 117
//! crates. FTS5 has no counted facets, so these are a table of five numbers for each record.
//!
//! The file is written under another name and renamed when it is complete. A process that is killed while it writes
//! leaves the old index, or no index. After that, nothing writes to the file.

mod build;
mod facts;
mod search;
pub(crate) mod words;

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::{fs, io};

use prefercite::Document;
use prefercite::document::{RecordFormat, Records};
use rusqlite::{Connection, OpenFlags, OptionalExtension};

pub use build::{Built, build};
pub(crate) use search::FACETS;
pub use search::{Facet, FacetValue, Query, Results};

use crate::records::{Sources, Unreadable};

/// The version of the tables. An index of another version is written again.
const VERSION: i32 = 1;

/// "PCAI": marks the file as an index of this program.
const APPLICATION: i32 = 0x5043_4149;

/// The reason why there is no index, or no answer from it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IndexError {
    /// A file of records could not be read.
    #[error(transparent)]
    Records(#[from] Unreadable),
    /// The index could not be written or opened.
    #[error("{}: {error}", .path.display())]
    File {
        /// The index.
        path: PathBuf,
        /// The error of the system.
        error: io::Error,
    },
    /// SQLite failed.
    #[error("the index: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// Another process is writing the same index.
    #[error("{}: another process is writing this index; wait for it, or name another with --index", .0.display())]
    Busy(PathBuf),
    /// The search exceeded its time limit.
    #[error("the search took too long; add a word, an archive or a year")]
    TooLong,
}

/// The records of an archive, on disk. Any number of threads may query it.
#[derive(Debug)]
pub struct Index {
    path: PathBuf,
    idle: Mutex<Vec<Connection>>,
    totals: search::Totals,
}

/// A record of the index.
#[derive(Debug)]
pub struct Kept {
    /// Its position in the order of the files, from 1.
    pub n: i64,
    /// The document.
    pub document: Document,
    /// The document as JSON, in the record format.
    pub json: String,
}

/// The records before and after a record in its folder.
#[derive(Debug, Default)]
pub struct Neighbors {
    /// The previous record.
    pub previous: Option<Document>,
    /// The next record.
    pub next: Option<Document>,
}

impl Index {
    /// Returns the index of these files at this path: the existing one if it is up to date, or a new one.
    ///
    /// # Errors
    ///
    /// Returns an error if a file of records cannot be read, or the index cannot be written.
    pub fn of(sources: &Sources, path: &Path, report: &mut dyn FnMut(&str)) -> Result<Self, IndexError> {
        let print = sources.fingerprint()?;
        if print.is_some()
            && let Ok(index) = Index::open(path)
            && index.fingerprint().ok() == print
        {
            return Ok(index);
        }
        build(sources, path, report)?;
        Index::open(path)
    }

    /// Opens the index at this path.
    ///
    /// # Errors
    ///
    /// Returns an error if there is no index, or not one of this version of the program.
    pub fn open(path: &Path) -> Result<Self, IndexError> {
        let missing = |error| IndexError::File { path: path.to_owned(), error };
        fs::metadata(path).map_err(missing)?;
        let connection = connect(path)?;
        let is_ours = number(&connection, "application_id")? == APPLICATION;
        if !is_ours || number(&connection, "user_version")? != VERSION {
            return Err(missing(io::Error::other("not an index of this version of the program")));
        }
        let totals = search::Totals::of(&connection)?;
        Ok(Index { path: path.to_owned(), idle: Mutex::new(vec![connection]), totals })
    }

    /// The number of records.
    pub fn len(&self) -> i64 {
        self.totals.records
    }

    /// Whether there are no records.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The record with this cite key.
    ///
    /// # Errors
    ///
    /// Returns an error if the index cannot be read.
    pub fn record(&self, id: &str) -> Result<Option<Kept>, IndexError> {
        self.ask(|connection| {
            let mut found = connection.prepare_cached("SELECT n, json FROM record WHERE id = ?1")?;
            let row = found.query_row([id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
            Ok(row.and_then(|(n, json)| kept(n, json)))
        })
    }

    /// Up to `limit` records from this position on.
    ///
    /// # Errors
    ///
    /// Returns an error if the index cannot be read.
    pub fn records_from(&self, n: i64, limit: i64) -> Result<Vec<Kept>, IndexError> {
        self.ask(|connection| {
            let mut found =
                connection.prepare_cached("SELECT n, json FROM record WHERE n >= ?1 ORDER BY n LIMIT ?2")?;
            let rows = found.query_map([n, limit], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(rows.collect::<Result<Vec<_>, _>>()?.into_iter().filter_map(|(n, json)| kept(n, json)).collect())
        })
    }

    /// The records next to this one in its folder: by their leaves, then by date, then in the order of the files.
    ///
    /// # Errors
    ///
    /// Returns an error if the index cannot be read.
    pub fn neighbors(&self, n: i64) -> Result<Neighbors, IndexError> {
        self.ask(|connection| {
            let mut place = connection.prepare_cached("SELECT folder, place FROM facts WHERE n = ?1")?;
            let place: Option<(Option<i64>, i64)> =
                place.query_row([n], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
            let Some((Some(folder), place)) = place else { return Ok(Neighbors::default()) };
            let beside = |sql| -> Result<Option<Document>, rusqlite::Error> {
                let mut found = connection.prepare_cached(sql)?;
                let json = found.query_row([folder, place, n], |row| row.get(0)).optional()?;
                Ok(json.and_then(|json| kept(0, json)).map(|kept| kept.document))
            };
            Ok(Neighbors {
                previous: beside(
                    "SELECT json FROM facts JOIN record USING (n) WHERE folder = ?1 AND (place, n) < (?2, ?3) \
                     ORDER BY place DESC, n DESC LIMIT 1",
                )?,
                next: beside(
                    "SELECT json FROM facts JOIN record USING (n) WHERE folder = ?1 AND (place, n) > (?2, ?3) \
                     ORDER BY place, n LIMIT 1",
                )?,
            })
        })
    }

    /// The values of the record in the facets for archives and collections.
    ///
    /// # Errors
    ///
    /// Returns an error if the index cannot be read.
    pub fn headings(&self, n: i64) -> Result<(Option<String>, Option<String>), IndexError> {
        self.ask(|connection| {
            let sql = "SELECT a.words, c.words FROM facts f LEFT JOIN term a ON a.n = f.archive \
                       LEFT JOIN term c ON c.n = f.collection WHERE f.n = ?1";
            let mut found = connection.prepare_cached(sql)?;
            Ok(found.query_row([n], |row| Ok((row.get(0)?, row.get(1)?))).optional()?.unwrap_or_default())
        })
    }

    fn fingerprint(&self) -> Result<String, IndexError> {
        self.ask(|connection| {
            Ok(connection.query_row("SELECT value FROM meta WHERE key = 'sources'", [], |row| row.get(0))?)
        })
    }

    /// Runs a query on a connection of its own, which is kept for the next query.
    fn ask<T>(&self, question: impl FnOnce(&Connection) -> Result<T, IndexError>) -> Result<T, IndexError> {
        let idle = || self.idle.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let waiting = idle().pop();
        let connection = match waiting {
            Some(connection) => connection,
            None => connect(&self.path)?,
        };
        let answer = question(&connection);
        idle().push(connection);
        answer
    }
}

/// A record of the index. It is valid, because only valid records are written.
fn kept(n: i64, json: String) -> Option<Kept> {
    let document = Records::new(&json, RecordFormat::Json).next()?.ok()?;
    Some(Kept { n, document, json })
}

fn connect(path: &Path) -> Result<Connection, IndexError> {
    // Nothing writes to the file after it is renamed, so SQLite does not need to lock it.
    let address = format!("file:{}?immutable=1", crate::address::percent_encoded_path(path));
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(address, flags)?;
    connection.pragma_update(None, "mmap_size", 1_i64 << 31)?;
    connection.pragma_update(None, "query_only", true)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

fn number(connection: &Connection, pragma: &str) -> Result<i32, rusqlite::Error> {
    connection.pragma_query_value(None, pragma, |row| row.get(0))
}
