//! The values that a program may set as a date.

use chrono::NaiveDate;

use super::{Date, DateError};

/// A date, or a text that is parsed when the document is built.
///
/// ```
/// use prefercite::{Date, Document, Kind};
///
/// let letter = || Document::builder("l", Kind::Letter).title("A letter");
/// assert_eq!(letter().date("1950-01-07").build()?, letter().date("1950-01-07".parse::<Date>()?).build()?);
/// assert_eq!(letter().date(Date::from_words("January 7, 1950")).build()?, letter().date("1950-01-07").build()?);
/// assert!(letter().date("1950-13").build().unwrap_err().to_string().starts_with("l: date: \"1950-13\" is not a date: "));
/// # Ok::<(), prefercite::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateInput(pub(crate) Result<Date, DateError>);

impl From<Date> for DateInput {
    fn from(date: Date) -> Self {
        DateInput(Ok(date))
    }
}

impl From<NaiveDate> for DateInput {
    fn from(day: NaiveDate) -> Self {
        DateInput(Ok(day.into()))
    }
}

/// Accepts the result of [`Date::from_words`] or `parse`. `build` reports its error.
impl From<Result<Date, DateError>> for DateInput {
    fn from(read: Result<Date, DateError>) -> Self {
        DateInput(read)
    }
}

impl From<&str> for DateInput {
    fn from(text: &str) -> Self {
        DateInput(text.parse())
    }
}

impl From<&String> for DateInput {
    fn from(text: &String) -> Self {
        DateInput(text.parse())
    }
}

impl From<String> for DateInput {
    fn from(text: String) -> Self {
        DateInput(text.parse())
    }
}
