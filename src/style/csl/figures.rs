//! Dates in figures, for any language: `1867–`, `1892/1893`. The same dates in words are in English.

use crate::document::{Date, DateSpan, Moment, Precision, RangeEnd, When};

/// The years of a date that date parts cannot express exactly.
pub(super) fn of(date: &Date) -> String {
    match date.when() {
        When::Undated => String::new(),
        When::Moment(moment) => years(moment),
        When::Range { start, end } => format!("{}–{}", year_at(start, first), year_at(end, last)),
        When::OneOf(stretches) => joined(stretches, "/"),
        When::AllOf(stretches) => joined(stretches, ", "),
    }
}

fn year_at(end: &RangeEnd, year: fn(&Moment) -> i32) -> String {
    if let RangeEnd::Moment(moment) = end { year(moment).to_string() } else { String::new() }
}

fn joined(stretches: &[DateSpan], joint: &str) -> String {
    let printed = stretches.iter().map(|stretch| match stretch {
        DateSpan::Moment(moment) => years(moment),
        DateSpan::Between(start, end) => format!("{}–{}", first(start), last(end)),
        DateSpan::After(start) => format!("{}–", first(start)),
        DateSpan::Before(end) => format!("–{}", last(end)),
    });
    printed.collect::<Vec<_>>().join(joint)
}

fn years(moment: &Moment) -> String {
    let (first, last) = (first(moment), last(moment));
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

fn first(moment: &Moment) -> i32 {
    moment.year()
}

fn last(moment: &Moment) -> i32 {
    match moment.precision() {
        Precision::Decade => moment.year() + 9,
        Precision::Century => moment.year() + 99,
        _ => moment.year(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn figures_for_each_form_of_date() {
        for (typed, figures) in [
            ("1867/..", "1867–"),
            ("../1867", "–1867"),
            ("195X", "1950–1959"),
            ("[1892,1893]", "1892/1893"),
            ("{1975,1980..1982}", "1975, 1980–1982"),
        ] {
            assert_eq!(super::of(&typed.parse().unwrap()), figures, "{typed}");
        }
    }
}
