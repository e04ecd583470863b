//! Dates in fields, as far as programs read them; words say the rest.
//!
//! BibLaTeX knows EDTF, but `194X` is lost in some programs, `1950%` in one, `../1950` costs another the whole file, and a
//! mark inside a range is read by few. A season costs three the date.

use std::fmt::Write;

use crate::document::{Date, Moment, Precision, RangeEnd, When};
use crate::style::record::when::{self, Day, Span};

/// The first day of a date.
pub(super) fn first(date: &Date) -> Option<Day> {
    when::span(date).map(|span| span.first())
}

/// The date for the field `date`, if it has one.
pub(super) fn push_edtf(text: &mut impl Write, date: &Date) {
    let written = |day: &Day| (day.year, day.month, day.month.and(day.day));
    match when::span(date) {
        None => {}
        Some(Span::On(day)) => {
            push_day(text, day);
            if let When::Moment(moment) = date.when() {
                _ = text.write_str(mark(moment));
            }
        }
        Some(Span::Since(day)) => {
            push_day(text, day);
            _ = text.write_char('/');
        }
        Some(Span::Between(first, last)) => {
            push_day(text, first);
            // Of two seasons of one year nothing but the year is left.
            if written(&first) != written(&last) {
                _ = text.write_char('/');
                push_day(text, last);
            }
        }
    }
}

fn push_day(text: &mut impl Write, day: Day) {
    day.push_year(text);
    for part in [day.month, day.month.and(day.day)].into_iter().flatten() {
        // Strings and texts take everything.
        _ = text.write_char('-');
        when::push_padded(text, part.into(), 2);
    }
}

/// For what is both approximate and uncertain there is a mark that costs a program the date.
fn mark(moment: &Moment) -> &'static str {
    match (moment.is_approximate(), moment.is_uncertain()) {
        (true, _) => "~",
        (false, true) => "?",
        (false, false) => "",
    }
}

/// Whether [`push_edtf`] says all of a date, so that words would say it twice.
pub(super) fn says_all(date: &Date) -> bool {
    let plain = |end: &RangeEnd| match end {
        RangeEnd::Moment(moment) => is_exact(moment),
        RangeEnd::Open => true,
        RangeEnd::Unknown => false,
    };
    let is_said = match date.when() {
        When::Moment(moment) => is_exact(moment),
        When::Range { start: start @ RangeEnd::Moment(_), end } => plain(start) && plain(end),
        _ => false,
    };
    is_said && !date.is_inferred() && date.display().is_none() && date.bulk().is_none()
}

fn is_exact(moment: &Moment) -> bool {
    let is_written = matches!(moment.precision(), Precision::Year | Precision::Month(_) | Precision::Day { .. });
    is_written && mark(moment).is_empty()
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
            let mut edtf = String::new();
            push_edtf(&mut edtf, &date);
            assert_eq!(edtf, written.unwrap_or_default(), "{typed}");
            assert_eq!(says_all(&date), says, "{typed}");
        }
    }
}
