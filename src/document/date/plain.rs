//! The dates that most catalogues have: digits, or a range of two such dates.

use std::str::FromStr;

use chrono::{Months, NaiveDate};

use super::Date;
use super::moment::{Moment, Part, RangeEnd, When};

/// Reads `1950`, `1950-01`, `1950-01-07` and `1949-12-16/1950-02-17`, which are printed as they are written. The grammar
/// reads them too, in many more steps. `None` for any other text, and for a date that is not in the calendar.
pub(super) fn plain(text: &str) -> Option<Date> {
    let (when, earliest, latest) = match text.split_once('/') {
        None => {
            let one = Days::of(text)?;
            (When::Moment(one.moment), one.first, one.last)
        }
        Some((from, to)) => {
            let (from, to) = (Days::of(from)?, Days::of(to)?);
            // If they have days in common, the grammar decides whether they are a range.
            if from.last >= to.first {
                return None;
            }
            let when = When::Range { start: RangeEnd::Moment(from.moment), end: RangeEnd::Moment(to.moment) };
            (when, from.first, to.last)
        }
    };
    Some(Date { when, earliest: Some(earliest), latest: Some(latest), ..Date::UNDATED })
}

/// A date with its first and its last day.
struct Days {
    moment: Moment,
    first: NaiveDate,
    last: NaiveDate,
}

impl Days {
    fn of(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year: u16 = number(parts.next()?, 4).filter(|year| *year > 0)?;
        let (month, day) = (part(parts.next())?, part(parts.next())?);
        if parts.next().is_some() {
            return None;
        }
        let known = |part| if let Part::Known(number) = part { u32::from(number) } else { 1 };
        let first = NaiveDate::from_ymd_opt(year.into(), known(month), known(day))?;
        let behind = match (month, day) {
            (Part::Absent, _) => first.checked_add_months(Months::new(12)),
            (_, Part::Absent) => first.checked_add_months(Months::new(1)),
            _ => first.succ_opt(),
        };
        Some(Days { moment: Moment::new(year.into(), 0, month, day), first, last: behind?.pred_opt()? })
    }
}

/// A month or a day, if there is one.
fn part(digits: Option<&str>) -> Option<Part> {
    digits.map_or(Some(Part::Absent), |digits| number(digits, 2).map(Part::Known))
}

/// The number of this many digits.
fn number<N: FromStr>(digits: &str, length: usize) -> Option<N> {
    let is_number = digits.len() == length && digits.bytes().all(|digit| digit.is_ascii_digit());
    is_number.then(|| digits.parse().ok()).flatten()
}
