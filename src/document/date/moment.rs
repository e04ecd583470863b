//! The parts of a date.

/// When a document was written.
///
/// ```
/// use prefercite::Date;
/// use prefercite::document::When;
///
/// fn year(date: &Date) -> Option<i32> {
///     if let When::Moment(moment) = date.when() { Some(moment.year()) } else { None }
/// }
///
/// assert_eq!(year(&"1950-01-07".parse()?), Some(1950));
/// assert_eq!(year(&"1949-12-16/1950-02-17".parse()?), None);
/// assert_eq!("undated".parse::<Date>()?.when(), &When::Undated);
/// # Ok::<(), prefercite::DateError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum When {
    /// The document has no date.
    Undated,
    /// A day, a month, a season, a year, a decade or a century.
    Moment(Moment),
    /// From one date to another. At least one of the ends is known.
    Range {
        /// The beginning.
        start: RangeEnd,
        /// The end.
        end: RangeEnd,
    },
    /// One of these. It is not known which one.
    OneOf(Vec<DateSpan>),
    /// All of these.
    AllOf(Vec<DateSpan>),
}

/// An end of a range.
///
/// ```
/// use prefercite::Date;
/// use prefercite::document::{RangeEnd, When};
///
/// let diary: Date = "1867/..".parse()?; // no end
/// let When::Range { start: RangeEnd::Moment(start), end } = diary.when() else { panic!("a range") };
/// assert_eq!((start.year(), *end), (1867, RangeEnd::Open));
/// # Ok::<(), prefercite::DateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RangeEnd {
    /// The end is known, exactly or not.
    Moment(Moment),
    /// There is no end: `..`.
    Open,
    /// The end exists but is unknown: written as nothing.
    Unknown,
}

/// A member of a set.
///
/// ```
/// use prefercite::Date;
/// use prefercite::document::{DateSpan, When};
///
/// let minutes: Date = "{1827,1952..1978}".parse()?; // one year, and a range of years
/// let When::AllOf(stretches) = minutes.when() else { panic!("a set") };
/// assert!(matches!(stretches[..], [DateSpan::Moment(_), DateSpan::Between(from, to)] if to.year() - from.year() == 26));
/// # Ok::<(), prefercite::DateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum DateSpan {
    /// One date.
    Moment(Moment),
    /// Every date from the first to the second.
    Between(Moment, Moment),
    /// This date or an earlier one.
    Before(Moment),
    /// This date or a later one.
    After(Moment),
}

/// A date of the calendar, as exactly as it is known.
///
/// ```
/// use prefercite::Date;
/// use prefercite::document::{Precision, When};
///
/// let photograph: Date = "circa 195X".parse()?;
/// let When::Moment(moment) = photograph.when() else { panic!("one date") };
/// assert_eq!((moment.year(), moment.precision()), (1950, Precision::Decade));
/// assert!(moment.is_approximate() && !moment.is_uncertain());
/// # Ok::<(), prefercite::DateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    year: i32,
    /// The number of unknown digits in the year: 0, 1 (a decade) or 2 (a century).
    year_unknown: u8,
    month: Part,
    day: Part,
    pub(crate) approximate: bool,
    pub(crate) uncertain: bool,
}

/// A month (or the code of a season) or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Part {
    Absent,
    /// `XX`
    Unknown,
    Known(u8),
}

/// The precision of a [`Moment`].
///
/// ```
/// use prefercite::Date;
/// use prefercite::document::{Precision, When};
///
/// let precision = |written: &str| match written.parse::<Date>()?.when() {
///     When::Moment(moment) => Ok(moment.precision()),
///     _ => panic!("one date"),
/// };
/// assert_eq!(precision("1946-02-22")?, Precision::Day { month: 2, day: 22 });
/// assert_eq!(precision("1946-XX")?, Precision::Year);
/// assert!(precision("19XX")? < precision("1946-02")?); // ordered from the least exact
/// # Ok::<(), prefercite::DateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Precision {
    /// A century. `year` is its first year.
    Century,
    /// A decade. `year` is its first year.
    Decade,
    /// A year.
    Year,
    /// A season of a year.
    Season(Season),
    /// A month, from 1.
    Month(u8),
    /// A day.
    Day {
        /// The month, from 1.
        month: u8,
        /// The day of the month, from 1.
        day: u8,
    },
}

/// A season, as a journal or a letter names it.
///
/// ```
/// use prefercite::Date;
/// use prefercite::document::{Precision, Season, When};
///
/// let journal: Date = "1975-21".parse()?;
/// let When::Moment(moment) = journal.when() else { panic!("one date") };
/// assert_eq!(moment.precision(), Precision::Season(Season::Spring));
/// # Ok::<(), prefercite::DateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Moment {
    pub(crate) fn day(year: i32, month: u8, day: u8) -> Self {
        Moment::new(year, 0, Part::Known(month), Part::Known(day))
    }

    pub(crate) fn new(year: i32, year_unknown: u8, month: Part, day: Part) -> Self {
        Moment { year, year_unknown, month, day, approximate: false, uncertain: false }
    }

    pub(crate) fn parts(&self) -> (i32, u8, Part, Part) {
        (self.year, self.year_unknown, self.month, self.day)
    }

    /// The year. For a decade or a century, the first year.
    pub fn year(&self) -> i32 {
        self.year
    }

    /// The precision. A month or a day that is marked as unknown (`1950-XX`) does not count.
    pub fn precision(&self) -> Precision {
        match (self.year_unknown, self.month, self.day) {
            (0, Part::Known(month), Part::Known(day)) => Precision::Day { month, day },
            (0, Part::Known(21), _) => Precision::Season(Season::Spring),
            (0, Part::Known(22), _) => Precision::Season(Season::Summer),
            (0, Part::Known(23), _) => Precision::Season(Season::Autumn),
            (0, Part::Known(24), _) => Precision::Season(Season::Winter),
            (0, Part::Known(month), _) => Precision::Month(month),
            (0, ..) => Precision::Year,
            (1, ..) => Precision::Decade,
            _ => Precision::Century,
        }
    }

    /// Whether the date is approximate (`~`).
    pub fn is_approximate(&self) -> bool {
        self.approximate
    }

    /// Whether the date is uncertain (`?`).
    pub fn is_uncertain(&self) -> bool {
        self.uncertain
    }
}
