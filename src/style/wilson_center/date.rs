//! `January 07, 1950`, `February, 1946`, `1958`. The zero and the comma belong to the house style, not to the data.
//!
//! Of dates that are not known exactly none was seen: their wording is ours.

use std::fmt::Write;

use super::Line;
use crate::citation::Text;
use crate::document::{Date, End, Moment, Precision, Stretch, When};
use crate::prose::english;

/// Adds the document's date, where it has one.
pub(super) fn push_part(line: &mut Line<'_>, date: &Date) {
    if date.says_anything() {
        push(line.part(), date);
    }
}

pub(super) fn push(text: &mut Text, date: &Date) {
    match date.display() {
        Some(display) => text.push_str(display),
        None => push_when(text, date.when()),
    }
}

fn push_when(text: &mut Text, when: &When) {
    match when {
        When::Undated => {}
        When::Moment(moment) => push_moment(text, *moment),
        When::Range { start: End::Moment(start), end: End::Moment(end) } => {
            push_moment(text, *start);
            text.push_str(" - ");
            push_moment(text, *end);
        }
        When::Range { start: End::Moment(start), .. } => push_open(text, "after ", *start),
        When::Range { end: End::Moment(end), .. } => push_open(text, "before ", *end),
        When::Range { .. } => {}
        When::OneOf(stretches) => push_stretches(text, stretches, " or "),
        When::AllOf(stretches) => push_stretches(text, stretches, " and "),
    }
}

fn push_stretches(text: &mut Text, stretches: &[Stretch], joint: &str) {
    for (index, stretch) in stretches.iter().enumerate() {
        text.push_str(match index {
            0 => "",
            _ if index + 1 == stretches.len() => joint,
            _ => ", ",
        });
        match *stretch {
            Stretch::Moment(moment) => push_moment(text, moment),
            Stretch::Between(first, last) => {
                push_moment(text, first);
                text.push_str(" - ");
                push_moment(text, last);
            }
            Stretch::Before(last) => push_open(text, "before ", last),
            Stretch::After(first) => push_open(text, "after ", first),
        }
    }
}

fn push_open(text: &mut Text, word: &str, moment: Moment) {
    text.push_str(word);
    push_moment(text, moment);
}

fn push_moment(text: &mut Text, moment: Moment) {
    if moment.is_approximate() {
        text.push_str("circa ");
    }
    let year = moment.year();
    // A `Text` takes everything that is written to it.
    let _ = match moment.precision() {
        Precision::Century | Precision::Decade => write!(text, "{year}s"),
        Precision::Year => write!(text, "{year}"),
        Precision::Season(season) => write!(text, "{} {year}", english::season(season)),
        Precision::Month(month) => write!(text, "{}, {year}", english::month(month)),
        Precision::Day { month, day } => write!(text, "{} {day:02}, {year}", english::month(month)),
    };
    if moment.is_uncertain() {
        text.push('?');
    }
}
