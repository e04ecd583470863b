//! `January 07, 1950`, `February, 1946`, `1958`. The zero and the comma are part of the house style, not of the data.
//!
//! No inexact date was seen. Our own wording is used for these.

use super::line::Line;
use crate::document::{Date, DateSpan, Moment, Precision, RangeEnd, When};
use crate::prose::digits::{push_number, push_padded};
use crate::prose::sentence::Sentence;

/// Adds the document's date, if it has one.
pub(super) fn push_part(line: &mut Line<'_, '_>, date: &Date) {
    if date.is_printable() {
        push(line.part(), date);
    }
}

pub(super) fn push(s: &mut Sentence<'_>, date: &Date) {
    match date.display() {
        Some(display) => _ = s.data(display),
        None => push_when(s, date.when()),
    }
}

fn push_when(s: &mut Sentence<'_>, when: &When) {
    let words = &s.language().dates;
    match when {
        When::Undated => {}
        When::Moment(moment) => push_moment(s, *moment),
        When::Range { start: RangeEnd::Moment(start), end: RangeEnd::Moment(end) } => push_range(s, *start, *end),
        When::Range { start: RangeEnd::Moment(start), .. } => push_moment(s.word(words.after), *start),
        When::Range { end: RangeEnd::Moment(end), .. } => push_moment(s.word(words.before), *end),
        When::Range { .. } => {}
        When::OneOf(stretches) => push_stretches(s, stretches, words.or),
        When::AllOf(stretches) => push_stretches(s, stretches, words.and),
    }
}

fn push_range(s: &mut Sentence<'_>, start: Moment, end: Moment) {
    push_moment(s, start);
    push_moment(s.word(" - "), end);
}

fn push_stretches(s: &mut Sentence<'_>, stretches: &[DateSpan], conjunction: &str) {
    let words = &s.language().dates;
    for (index, stretch) in stretches.iter().enumerate() {
        match index {
            0 => {}
            _ if index + 1 == stretches.len() => _ = s.word(" ").word(conjunction).word(" "),
            _ => _ = s.word(", "),
        }
        match *stretch {
            DateSpan::Moment(moment) => push_moment(s, moment),
            DateSpan::Between(first, last) => push_range(s, first, last),
            DateSpan::Before(last) => push_moment(s.word(words.before), last),
            DateSpan::After(first) => push_moment(s.word(words.after), first),
        }
    }
}

fn push_moment(s: &mut Sentence<'_>, moment: Moment) {
    let language = s.language();
    s.with(|text| {
        if moment.is_approximate() {
            text.push_str(language.dates.circa);
        }
        let precision = moment.precision();
        match precision {
            Precision::Century | Precision::Decade | Precision::Year => {}
            Precision::Season(season) => {
                text.push_str(language.season(season));
                text.push(' ');
            }
            Precision::Month(month) => {
                text.push_str(language.month(month));
                text.push_str(", ");
            }
            Precision::Day { month, day } => {
                text.push_str(language.month(month));
                text.push(' ');
                push_padded(text, day.into(), 2);
                text.push_str(", ");
            }
        }
        push_number(text, moment.year().unsigned_abs());
        if matches!(precision, Precision::Century | Precision::Decade) {
            text.push_str(language.dates.decade_suffix);
        }
        if moment.is_uncertain() {
            text.push('?');
        }
    });
}
