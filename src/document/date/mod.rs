//! The date of a document, as exactly as it is known.

mod edtf;
mod error;
mod input;
mod moment;
mod parse;
mod plain;
mod record;
mod words;

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use chrono::{Datelike, NaiveDate};

pub use error::{DateError, DateErrorKind};
pub use input::DateInput;
pub use moment::{DateSpan, Moment, Precision, RangeEnd, Season, When};

/// A date in EDTF (ISO 8601-2, levels 0 and 1 and the sets of level 2), or in a form that cataloguers write.
///
/// | written | means |
/// |---|---|
/// | `1950-01-07` `1950-01` `1950` `1975-21` | a day, a month, a year, a season (21 spring … 24 winter) |
/// | `195X` `19XX` `1950-XX` | a decade, a century, an unknown month |
/// | `1949-12-16/1950-02-17` `../1867` `1867/..` | from one to the other, before, after |
/// | `1950~` `1950?` `1950%` | about, perhaps, both |
/// | `circa 1950` `ca. 1950` `c. 1950` | about |
/// | `[1950-01-07]` | inferred: not on the document, but certain |
/// | `[1892,1893]` `{1975,2002}` | one of these, all of these |
/// | `undated` `n.d.` | no date |
///
/// ```
/// use prefercite::Date;
///
/// let date: Date = "1949-12-16/1950-02-17".parse()?;
/// assert_eq!(date.earliest(), chrono::NaiveDate::from_ymd_opt(1949, 12, 16));
/// assert_eq!(date.edtf().as_deref(), Some("1949-12-16/1950-02-17"));
///
/// let guessed: Date = "circa 1950".parse()?;
/// assert_eq!(guessed.edtf().as_deref(), Some("1950~"));
/// assert_eq!(guessed.to_string(), "circa 1950"); // in the record format as typed
///
/// let error = "1950-02-30".parse::<Date>().unwrap_err();
/// assert_eq!(error.offset(), 8);
/// # Ok::<(), prefercite::DateError>(())
/// ```
///
/// [`Date::from_words`] reads dates in words. In a record they are rejected, and the error contains the correct
/// spelling.
///
/// Dates are ordered by their first day, then by their last. An undated document comes after all others. Two dates
/// are equal if they have the same meaning, in any spelling.
#[derive(Clone, Debug)]
pub struct Date {
    pub(crate) when: When,
    pub(crate) inferred: bool,
    pub(crate) earliest: Option<NaiveDate>,
    pub(crate) latest: Option<NaiveDate>,
    /// The spelling in the record. Kept only if it differs from the one that would be written.
    pub(crate) typed: Option<Box<str>>,
    pub(crate) words: Option<Box<Words>>,
}

/// The parts that only the long form of a date has.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Words {
    pub(crate) display: Option<String>,
    pub(crate) bulk: Option<Date>,
}

impl Date {
    /// The date of an undated document.
    ///
    /// This differs from a missing date in a [`Document`](crate::Document): here it is known that the document has no
    /// date.
    ///
    /// ```
    /// use prefercite::Date;
    ///
    /// assert_eq!("n.d.".parse::<Date>()?, Date::UNDATED);
    /// assert!(Date::UNDATED > "1950".parse()?); // after all others
    /// # Ok::<(), prefercite::DateError>(())
    /// ```
    pub const UNDATED: Date =
        Date { when: When::Undated, inferred: false, earliest: None, latest: None, typed: None, words: None };

    /// The parts of the date, for styles.
    ///
    /// ```
    /// use prefercite::Date;
    /// use prefercite::document::When;
    ///
    /// let date: Date = "[1892,1893]".parse()?;
    /// assert!(matches!(date.when(), When::OneOf(years) if years.len() == 2));
    /// # Ok::<(), prefercite::DateError>(())
    /// ```
    pub fn when(&self) -> &When {
        &self.when
    }

    /// Whether the date is inferred: it is not on the document, but it is certain.
    ///
    /// ```
    /// use prefercite::Date;
    ///
    /// let date: Date = "[1950-01-07]".parse()?;
    /// assert!(date.is_inferred());
    /// assert_eq!(date.edtf().as_deref(), Some("1950-01-07"));
    /// # Ok::<(), prefercite::DateError>(())
    /// ```
    pub fn is_inferred(&self) -> bool {
        self.inferred
    }

    /// Whether the document is known to have no date, and nobody has guessed one.
    pub fn is_undated(&self) -> bool {
        matches!(self.when, When::Undated)
    }

    /// Whether a style can print anything: an undated document may have the archive's own words for that.
    ///
    /// ```
    /// use prefercite::Date;
    ///
    /// assert!(!Date::UNDATED.is_printable());
    /// assert!(Date::UNDATED.displayed("undated, in pencil").is_printable());
    /// ```
    pub fn is_printable(&self) -> bool {
        self.display().is_some() || !self.is_undated()
    }

    /// The first possible day. `None` if the beginning is open or unknown.
    ///
    /// ```
    /// use prefercite::Date;
    ///
    /// assert_eq!("1946-02".parse::<Date>()?.earliest(), chrono::NaiveDate::from_ymd_opt(1946, 2, 1));
    /// assert_eq!("../1867".parse::<Date>()?.earliest(), None);
    /// # Ok::<(), prefercite::DateError>(())
    /// ```
    pub fn earliest(&self) -> Option<NaiveDate> {
        self.earliest
    }

    /// The last possible day. `None` if the end is open or unknown.
    ///
    /// ```
    /// use prefercite::Date;
    ///
    /// assert_eq!("195X".parse::<Date>()?.latest(), chrono::NaiveDate::from_ymd_opt(1959, 12, 31));
    /// assert_eq!("1867/..".parse::<Date>()?.latest(), None);
    /// # Ok::<(), prefercite::DateError>(())
    /// ```
    pub fn latest(&self) -> Option<NaiveDate> {
        self.latest
    }

    /// The archive's own wording, which styles print instead of the date.
    ///
    /// ```
    /// use prefercite::Date;
    ///
    /// let date: Date = serde_json::from_str(r#"{ "edtf": "1957", "display": "1957, printed 1965" }"#)?;
    /// assert_eq!(date.display(), Some("1957, printed 1965"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn display(&self) -> Option<&str> {
        self.words.as_ref().and_then(|words| words.display.as_deref())
    }

    /// The bulk dates: the range within this one that most of the documents are from.
    ///
    /// ```
    /// use prefercite::Date;
    ///
    /// let papers: Date = serde_json::from_str(r#"{ "edtf": "1785/1960", "bulk": "1916/1958" }"#)?;
    /// assert_eq!(papers.bulk().map(Date::to_string).as_deref(), Some("1916/1958"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn bulk(&self) -> Option<&Date> {
        self.words.as_ref().and_then(|words| words.bulk.as_ref())
    }

    /// The date in EDTF. `None` for an undated document. EDTF does not mark an inferred date.
    ///
    /// ```
    /// use prefercite::Date;
    ///
    /// assert_eq!("ca. 1950".parse::<Date>()?.edtf().as_deref(), Some("1950~"));
    /// assert_eq!("undated".parse::<Date>()?.edtf(), None);
    /// # Ok::<(), prefercite::DateError>(())
    /// ```
    pub fn edtf(&self) -> Option<String> {
        (!self.is_undated()).then(|| self.when.to_string())
    }

    /// Marks the date as inferred.
    ///
    /// ```
    /// use prefercite::{Cite, Date, Document, Kind, style::Chicago};
    ///
    /// let day = "1950-01-07".parse::<Date>()?.inferred();
    /// let letter = Document::builder("r", Kind::Letter).creator("Stalin").recipient("Mao").date(day).build()?;
    /// assert_eq!(Chicago::EIGHTEENTH.note().text(&Cite::new(&letter)).as_str(), "Stalin to Mao [January 7, 1950].");
    /// # Ok::<(), prefercite::Error>(())
    /// ```
    #[must_use]
    pub fn inferred(mut self) -> Self {
        self.inferred = true;
        self.typed = None;
        self
    }

    /// Sets the archive's own wording of the date.
    ///
    /// ```
    /// use prefercite::{Cite, Date, Document, Kind, style::Chicago};
    ///
    /// let date = "1950-01".parse::<Date>()?.displayed("early January 1950");
    /// let letter = Document::builder("r", Kind::Letter).creator("Stalin").recipient("Mao").date(date).build()?;
    /// assert_eq!(Chicago::EIGHTEENTH.note().text(&Cite::new(&letter)).as_str(), "Stalin to Mao, early January 1950.");
    /// # Ok::<(), prefercite::Error>(())
    /// ```
    #[must_use]
    pub fn displayed(mut self, wording: impl Into<String>) -> Self {
        self.words.get_or_insert_default().display = Some(wording.into());
        self
    }

    /// Sets the bulk dates: the range within this one that most of the documents are from.
    ///
    /// ```
    /// use prefercite::Date;
    ///
    /// let dates = "1785/1960".parse::<Date>()?.with_bulk("1916/1958".parse()?);
    /// assert_eq!(dates.bulk().and_then(Date::edtf).as_deref(), Some("1916/1958"));
    /// # Ok::<(), prefercite::document::DateError>(())
    /// ```
    #[must_use]
    pub fn with_bulk(mut self, bulk: Date) -> Self {
        self.words.get_or_insert_default().bulk = Some(bulk);
        self
    }

    /// The short form of the record format.
    fn short(&self) -> String {
        match (&self.typed, self.inferred) {
            (Some(typed), _) => typed.to_string(),
            (None, true) => format!("[{}]", self.when),
            (None, false) => self.when.to_string(),
        }
    }

    /// Whether the short form is complete. Around a set or an open end (`[../1867]`), the bracket of an inferred date
    /// would be read as a set.
    fn has_short(&self) -> bool {
        let in_brackets = match &self.when {
            When::Moment(_) => true,
            When::Range { start, end } => ![start, end].contains(&&RangeEnd::Open),
            _ => false,
        };
        self.words.is_none() && (self.typed.is_some() || !self.inferred || in_brackets)
    }

    fn meaning(&self) -> (&When, bool, &Option<Box<Words>>) {
        (&self.when, self.inferred, &self.words)
    }
}

impl Default for Date {
    fn default() -> Self {
        Date::UNDATED
    }
}

impl From<NaiveDate> for Date {
    fn from(day: NaiveDate) -> Self {
        Date {
            when: When::Moment(Moment::day(day.year(), day.month() as u8, day.day() as u8)),
            earliest: Some(day),
            latest: Some(day),
            ..Date::UNDATED
        }
    }
}

/// Prints the short form of the record format, without the `display` and `bulk` of the long form.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.short())
    }
}

impl PartialEq for Date {
    fn eq(&self, other: &Self) -> bool {
        self.meaning() == other.meaning()
    }
}

impl Eq for Date {}

impl Hash for Date {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.meaning().hash(state);
    }
}

impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Date {
    fn cmp(&self, other: &Self) -> Ordering {
        // A range with an open beginning is sorted by its end: "before 1867" comes with 1867.
        let first =
            |date: &Date| (date.is_undated(), date.earliest.or(date.latest), date.latest.is_none(), date.latest);
        first(self).cmp(&first(other)).then_with(|| self.meaning().cmp(&other.meaning()))
    }
}

#[cfg(test)]
mod tests;
