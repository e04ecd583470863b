//! Errors in dates.

use crate::document::message::Quoted;

/// Text that is not a date.
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

/// The position is omitted where the message shows what to write.
fn place(reason: &DateErrorKind, offset: usize) -> String {
    if matches!(reason, DateErrorKind::Spelling(_)) { String::new() } else { format!(", at character {}", offset + 1) }
}

/// Why text is not a date.
///
/// ```
/// use prefercite::Date;
/// use prefercite::document::DateErrorKind;
///
/// let error = "1950-01-07T09:30:00Z".parse::<Date>().unwrap_err();
/// assert_eq!(error.kind(), &DateErrorKind::TimeOfDay);
/// assert_eq!(error.kind().to_string(), "the time of day has its own key, time: HH:MM");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DateErrorKind {
    /// It is not EDTF.
    #[error("{0} (write 1950-01-07, 1950-01, 1950, 1949/1950, 1950~, [1950] or undated)")]
    Grammar(&'static str),
    /// It is not EDTF, and the message shows the spelling in EDTF: for a date in words, `1586/7`, `1890s`.
    #[error("write {0}")]
    Spelling(String),
    /// It has a time of day.
    #[error("the time of day has its own key, time: HH:MM")]
    TimeOfDay,
    /// It is EDTF of level 2. The record format supports only the sets of that level.
    #[error("{0} is EDTF of level 2; only the sets of that level are supported")]
    Level2(&'static str),
    /// A year before 1 or after 9999.
    #[error("the year is not between 1 and 9999")]
    Year,
    /// `circa` before a set.
    #[error("circa can be before a date or a range, not before a set")]
    Circa,
}

impl DateError {
    pub(crate) fn new(text: &str, offset: usize, reason: DateErrorKind) -> Self {
        DateError { text: text.to_owned(), offset, reason }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The number of characters before the error.
    pub fn offset(&self) -> usize {
        self.offset
    }

    /// Why it is not a date.
    pub fn kind(&self) -> &DateErrorKind {
        &self.reason
    }
}
