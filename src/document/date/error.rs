//! Why a text is not a date.

use crate::document::message::Quoted;

/// A text that is not a date: where it goes wrong, and why.
///
/// ```
/// use prefercite::Date;
///
/// let error = "1950-02-30".parse::<Date>().unwrap_err();
/// assert_eq!((error.text(), error.offset()), ("1950-02-30", 8));
/// assert!(error.to_string().starts_with("\"1950-02-30\" is not a date: day is out of range for the month"));
/// assert!(error.to_string().ends_with(", at character 9"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{}\" is not a date: {reason}{}", Quoted(.text), place(.reason, *.offset))]
pub struct DateError {
    text: String,
    offset: usize,
    reason: DateErrorKind,
}

/// What to write says more than the character at which the reader stopped.
fn place(reason: &DateErrorKind, offset: usize) -> String {
    if matches!(reason, DateErrorKind::Spelling(_)) { String::new() } else { format!(", at character {}", offset + 1) }
}

/// Why a text is not a date.
///
/// ```
/// use prefercite::Date;
/// use prefercite::document::DateErrorKind;
///
/// let error = "1950-01-07T09:30:00Z".parse::<Date>().unwrap_err();
/// assert_eq!(error.kind(), &DateErrorKind::TimeOfDay);
/// assert_eq!(error.kind().to_string(), "the time of day has a key of its own, time: HH:MM");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DateErrorKind {
    /// It is not EDTF.
    #[error("{0} (write 1950-01-07, 1950-01, 1950, 1949/1950, 1950~, [1950] or undated)")]
    Grammar(&'static str),
    /// It is not EDTF, but what is meant can be written so: a date in words, `1586/7`, `1890s`.
    #[error("write {0}")]
    Spelling(String),
    /// It has a time of day.
    #[error("the time of day has a key of its own, time: HH:MM")]
    TimeOfDay,
    /// It is EDTF of level 2, which the record format takes for sets only.
    #[error("{0} is EDTF of level 2, of which only sets are taken")]
    Level2(&'static str),
    /// A year before 1 or after 9999.
    #[error("the year is not between 1 and 9999")]
    Year,
    /// `circa` before a set.
    #[error("circa goes with a date or a range, not with a set")]
    Circa,
}

impl DateError {
    pub(crate) fn new(text: &str, offset: usize, reason: DateErrorKind) -> Self {
        DateError { text: text.to_owned(), offset, reason }
    }

    /// The text that was to be a date.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many characters of the text stand before the fault.
    pub fn offset(&self) -> usize {
        self.offset
    }

    /// Why it is not a date.
    pub fn kind(&self) -> &DateErrorKind {
        &self.reason
    }
}
