//! All errors of the crate under one name.

use crate::document::{DateError, RecordError};
use crate::style::{StyleError, StyleLookupError, UnknownStyleError};

/// Anything that this crate can refuse, for `?` in programs.
///
/// Each room has an error of its own, which says more: match on these where you care which it was.
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
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A record that is not a valid document.
    #[error(transparent)]
    RecordError(#[from] RecordError),
    /// A text that is not a date.
    #[error(transparent)]
    Date(#[from] DateError),
    /// A name that no style has.
    #[error(transparent)]
    UnknownStyleError(#[from] UnknownStyleError),
    /// A style or an option that there is not.
    #[error(transparent)]
    StyleLookupError(#[from] StyleLookupError),
    /// A style that has no citation to give.
    #[error(transparent)]
    Style(#[from] StyleError),
}
