//! Dates in fields, as far as programs read them; words say the rest.
//!
//! BibLaTeX knows EDTF, but `194X` is lost in some programs, `1950%` in one, `../1950` costs another the whole file, and a
//! mark inside a range is read by few. A season costs three the date.

use std::fmt::Write;

use crate::document::{Date, End, Moment, Precision, When};
use crate::style::record::when::{self, Day, Span};

/// The years that four digits can write.
const YEARS: std::ops::RangeInclusive<i32> = 1..=9999;

/// The first day of a date, if its year can be written.
pub(super) fn first(date: &Date) -> Option<Day> {
    when::span(date).map(|span| span.first()).filter(|day| YEARS.contains(&day.year))
}

/// The date for the field `date`.
pub(super) fn edtf(date: &Date) -> Option<String> {
    let mut text = String::with_capacity(24);
    match when::span(date)? {
        Span::On(day) => {
            push_day(&mut text, day)?;
            if let When::Moment(moment) = date.when() {
                text.push_str(mark(moment));
            }
        }
        Span::Since(day) => {
            push_day(&mut text, day)?;
            text.push('/');
        }
        Span::Between(first, last) => {
            push_day(&mut text, first)?;
            let end = text.len();
            text.push('/');
            push_day(&mut text, last)?;
            // Of two seasons of one year nothing but the year is left.
            let is_one = text.get(..end) == text.get(end.saturating_add(1)..);
            text.truncate(if is_one { end } else { text.len() });
        }
    }
    Some(text)
}

fn push_day(text: &mut String, day: Day) -> Option<()> {
    let year = Some(day.year).filter(|year| YEARS.contains(year))?;
    // A `String` takes everything.
    let _ = match (day.month, day.day) {
        (Some(month), Some(day)) => write!(text, "{year:04}-{month:02}-{day:02}"),
        (Some(month), None) => write!(text, "{year:04}-{month:02}"),
        _ => write!(text, "{year:04}"),
    };
    Some(())
}

/// For what is both approximate and uncertain there is a mark that costs a program the date.
fn mark(moment: &Moment) -> &'static str {
    match (moment.is_approximate(), moment.is_uncertain()) {
        (true, _) => "~",
        (false, true) => "?",
        (false, false) => "",
    }
}

/// Whether [`edtf`] says all of a date, so that words would say it twice.
pub(super) fn says_all(date: &Date) -> bool {
    let plain = |end: &End| match end {
        End::Moment(moment) => is_exact(moment),
        End::Open => true,
        End::Unknown => false,
    };
    let is_said = match date.when() {
        When::Moment(moment) => is_exact(moment),
        When::Range { start: start @ End::Moment(_), end } => plain(start) && plain(end),
        _ => false,
    };
    is_said && !date.is_inferred() && date.display().is_none() && date.bulk().is_none() && first(date).is_some()
}

fn is_exact(moment: &Moment) -> bool {
    let is_written = matches!(moment.precision(), Precision::Year | Precision::Month(_) | Precision::Day { .. });
    is_written && mark(moment).is_empty() && YEARS.contains(&moment.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_as_programs_read_it() {
        for (typed, written, says) in [
            ("1950-01-07", Some("1950-01-07"), true),
            ("1950-01", Some("1950-01"), true),
            ("1950", Some("1950"), true),
            ("0987", Some("0987"), true),
            ("1956-10-23/1956-10-26", Some("1956-10-23/1956-10-26"), true),
            ("1949-12/1950-02", Some("1949-12/1950-02"), true),
            ("1944/..", Some("1944/"), true),
            ("1944/", Some("1944/"), false),
            ("1950~", Some("1950~"), false),
            ("1950?", Some("1950?"), false),
            ("1950%", Some("1950~"), false),
            ("circa 1949-12", Some("1949-12~"), false),
            ("1944~/1950~", Some("1944/1950"), false),
            ("194X", Some("1940/1949"), false),
            ("19XX", Some("1900/1999"), false),
            ("1950-XX", Some("1950"), true),
            ("1950-21", Some("1950"), false),
            ("1950-21/1950-23", Some("1950"), false),
            ("[1950-01-07]", Some("1950-01-07"), false),
            ("[1892,1893]", Some("1892/1893"), false),
            ("../1950", None, false),
            ("undated", None, false),
        ] {
            let date: Date = typed.parse().unwrap();
            assert_eq!(edtf(&date).as_deref(), written, "{typed}");
            assert_eq!(says_all(&date), says, "{typed}");
        }
    }
}
