//! Dates in fields, if programs can read them. Words contain the rest.
//!
//! BibLaTeX supports EDTF, but some programs lose `194X`, one loses `1950%`, another rejects a whole file with
//! `../1950`, and few read a mark inside a range. Three programs lose a date with a season.

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
            // Two seasons of one year are reduced to the year.
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
        // Writing to a string or a text never fails.
        _ = text.write_char('-');
        when::push_padded(text, part.into(), 2);
    }
}

/// No mark for a date that is both approximate and uncertain, because one program would lose the date.
fn mark(moment: &Moment) -> &'static str {
    match (moment.is_approximate(), moment.is_uncertain()) {
        (true, _) => "~",
        (false, true) => "?",
        (false, false) => "",
    }
}

/// Whether [`push_edtf`] writes the whole date, so that words would repeat it.
pub(super) fn says_all(date: &Date) -> bool {
    is_plain(date) && !date.is_inferred()
}

/// Whether it writes the whole date except the brackets of a date that is not on the document.
pub(super) fn is_plain_but_inferred(date: &Date) -> bool {
    is_plain(date) && date.is_inferred()
}

fn is_plain(date: &Date) -> bool {
    let plain = |end: &RangeEnd| match end {
        RangeEnd::Moment(moment) => is_exact(moment),
        RangeEnd::Open => true,
        RangeEnd::Unknown => false,
    };
    let is_whole = match date.when() {
        When::Moment(moment) => is_exact(moment),
        When::Range { start: start @ RangeEnd::Moment(_), end } => plain(start) && plain(end),
        _ => false,
    };
    is_whole && date.display().is_none() && date.bulk().is_none()
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
