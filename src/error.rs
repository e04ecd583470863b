//! All errors of the crate under one name.

use std::{fmt, io};

use crate::bibliography::{DuplicateIdError, NoteError};
use crate::document::{DateError, RecordError};
use crate::input::ReadError;
#[cfg(feature = "csl")]
use crate::style::CslError;
use crate::style::{StyleError, StyleLookupError, UnknownStyleError};

/// Every error of this crate, and those of the readers and writers that it is given, for `?` in programs.
///
/// Each module has its own, more detailed error types. Match on those to distinguish the cases.
///
/// ```
/// use prefercite::{Cite, Date, Document, Error, Kind, style};
///
/// fn cite(written: &str) -> Result<String, Error> {
///     let date = written.parse::<Date>()?;
///     let telegram = Document::builder("t", Kind::Telegram).creator("Kennan").date(date).build()?;
///     Ok(style::named("chicago-note")?.cite(&Cite::new(&telegram))?.to_string())
/// }
///
/// assert_eq!(cite("1946-02-22")?, "Kennan, telegram, February 22, 1946.");
/// assert!(matches!(cite("1946-02-30"), Err(Error::Date(_))));
///
/// fn write(documents: &[Document], path: &str) -> Result<(), Error> {
///     let file = std::io::BufWriter::new(std::fs::File::create(path)?);
///     let mut file = prefercite::citation::RecordFile::new(style::Ris::new().syntax()).into_writer(file);
///     for document in documents {
///         file.push(style::Ris::new().record(&Cite::new(document)))?;
///     }
///     file.finish()?;
///     Ok(())
/// }
///
/// assert!(matches!(write(&[], "no/such/folder.ris"), Err(Error::Io { .. })));
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A record that is not a valid document.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// A record cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Text that is not a date.
    #[error(transparent)]
    Date(#[from] DateError),
    /// No style has this name.
    #[error(transparent)]
    UnknownStyle(#[from] UnknownStyleError),
    /// The style or the option does not exist.
    #[error(transparent)]
    StyleLookup(#[from] StyleLookupError),
    /// The style cannot cite this document.
    #[error(transparent)]
    Style(#[from] StyleError),
    /// The style of the Citation Style Language cannot be loaded.
    #[cfg(feature = "csl")]
    #[error(transparent)]
    Csl(#[from] CslError),
    /// Two documents of a list have the same id.
    #[error(transparent)]
    DuplicateId(#[from] DuplicateIdError),
    /// A note cannot be written.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// A file cannot be read or written.
    #[error("{message}")]
    Io {
        /// The kind of the error.
        kind: io::ErrorKind,
        /// Its message.
        message: String,
    },
    /// A citation cannot be written to a [`fmt::Write`]. A `String` has no such error.
    #[error(transparent)]
    Fmt(#[from] fmt::Error),
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Error::Io { kind: error.kind(), message: error.to_string() }
    }
}
