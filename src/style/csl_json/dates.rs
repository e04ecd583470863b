//! Dates in CSL-JSON: one or two `date-parts`; `circa`; `season`; and words, `literal`, if a year would be wrong.
//!
//! Words are never combined with parts, because citeproc-js prints both, one after the other. Words alone are used
//! only if necessary, because pandoc drops them. So if parts are only approximate (a decade, a set of years), the
//! note contains the date too.

use crate::citation::{Fields, Value};
use crate::document::{Date, Moment, Precision, RangeEnd, Season, When};
use crate::style::record::plain;
use crate::style::record::when::{self, Day, Span};

/// The date. `None` for an undated document, unless the archive has its own words for it.
pub(super) fn variable(date: &Date) -> Option<Value> {
    let mut fields = Fields::new();
    match exact(date.when()).or_else(|| rough(date)) {
        Some(parts) => {
            let season = if let [Parts { season, .. }] = parts.as_slice() { *season } else { None };
            fields.push("date-parts", Value::List(parts.into_iter().map(Parts::list).collect()));
            if let Some(season) = season {
                fields.push("season", number(season));
            }
            if when::is_doubtful(date) {
                fields.push("circa", true);
            }
        }
        None => fields.push("literal", in_words(date)?),
    }
    Some(fields.into())
}

/// The words for a date that parts cannot express exactly.
pub(in crate::style) fn in_words(date: &Date) -> Option<String> {
    (exact(date.when()).is_none() && date.is_printable()).then(|| plain(|s| when::push(s, date)))
}

/// Whether the parts contain everything known about the date.
pub(super) fn says_all(date: &Date) -> bool {
    let is_certain = |moment: &Moment| !moment.is_uncertain();
    match exact(date.when()) {
        None => false,
        Some(_) if date.is_inferred() || date.display().is_some() || date.bulk().is_some() => false,
        Some(_) => match date.when() {
            When::Moment(moment) => is_certain(moment),
            _ => !when::is_doubtful(date), // which end is uncertain would be lost
        },
    }
}

struct Parts {
    numbers: Vec<i64>,
    season: Option<Season>,
}

impl Parts {
    fn list(self) -> Value {
        Value::List(self.numbers.into_iter().map(Value::Number).collect())
    }
}

/// The parts of a date; for a range of both ends.
fn exact(when: &When) -> Option<Vec<Parts>> {
    match when {
        When::Moment(moment) => Some(vec![parts_of(moment)?]),
        // B17
        When::Range { start: RangeEnd::Moment(start), end: RangeEnd::Moment(end) } if start == end => {
            Some(vec![parts_of(start)?])
        }
        When::Range { start: RangeEnd::Moment(start), end: RangeEnd::Moment(end) } => {
            let parts = vec![parts_of(start)?, parts_of(end)?];
            // One `season` for two dates would be ambiguous.
            parts.iter().all(|parts| parts.season.is_none()).then_some(parts)
        }
        _ => None,
    }
}

/// The first and the last day of a decade, a set or two seasons. `None` for an open end, because the day would be
/// taken for the end itself.
fn rough(date: &Date) -> Option<Vec<Parts>> {
    let of_day = |day: Day| Parts {
        numbers: [Some(day.year.into()), day.month.map(i64::from), day.day.map(i64::from)]
            .into_iter()
            .flatten()
            .collect(),
        season: None,
    };
    match when::span(date)? {
        Span::On(day) => Some(vec![of_day(day)]),
        Span::Between(first, last) if of_day(first).numbers == of_day(last).numbers => Some(vec![of_day(first)]),
        Span::Between(first, last) => Some(vec![of_day(first), of_day(last)]),
        Span::Since(_) => None,
    }
}

fn parts_of(moment: &Moment) -> Option<Parts> {
    let year = i64::from(moment.year());
    let (numbers, season) = match moment.precision() {
        Precision::Year => (vec![year], None),
        Precision::Month(month) => (vec![year, month.into()], None),
        Precision::Day { month, day } => (vec![year, month.into(), day.into()], None),
        Precision::Season(season) => (vec![year], Some(season)),
        Precision::Decade | Precision::Century => return None,
    };
    Some(Parts { numbers, season })
}

/// CSL numbers the seasons from spring (Appendix V of its specification: `season-01`).
fn number(season: Season) -> i64 {
    match season {
        Season::Spring => 1,
        Season::Summer => 2,
        Season::Autumn => 3,
        Season::Winter => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_of_date() {
        for (typed, json, all) in [
            ("1950-01-07", r#"{ "date-parts": [[1950, 1, 7]] }"#, true),
            ("1950-01", r#"{ "date-parts": [[1950, 1]] }"#, true),
            ("1950-XX", r#"{ "date-parts": [[1950]] }"#, true),
            ("0950", r#"{ "date-parts": [[950]] }"#, true),
            ("1918-09-25/1918-09-25", r#"{ "date-parts": [[1918, 9, 25]] }"#, true),
            ("1949-12-16/1950-02", r#"{ "date-parts": [[1949, 12, 16], [1950, 2]] }"#, true),
            ("circa 1950", r#"{ "date-parts": [[1950]], "circa": true }"#, true),
            ("1950-01?", r#"{ "date-parts": [[1950, 1]], "circa": true }"#, false),
            ("1944~/1950", r#"{ "date-parts": [[1944], [1950]], "circa": true }"#, false),
            ("[1950-01-07]", r#"{ "date-parts": [[1950, 1, 7]] }"#, false),
            ("1975-21", r#"{ "date-parts": [[1975]], "season": 1 }"#, true),
            ("1975-24~", r#"{ "date-parts": [[1975]], "season": 4, "circa": true }"#, true),
            ("1975-21/1975-22", r#"{ "date-parts": [[1975]] }"#, false),
            ("195X", r#"{ "date-parts": [[1950], [1959]] }"#, false),
            ("../1867", r#"{ "literal": "until 1867" }"#, false),
            ("1867/..", r#"{ "literal": "1867–" }"#, false),
            ("[1892,1893]", r#"{ "date-parts": [[1892], [1893]], "circa": true }"#, false),
            ("{1975,2002}", r#"{ "date-parts": [[1975], [2002]] }"#, false),
        ] {
            let date: Date = typed.parse().unwrap();
            let mut record = crate::citation::Record::new(&crate::notation::JsonSyntax::UTF8, "", "");
            record.push("d", variable(&date).unwrap());
            assert_eq!(record.to_string().lines().nth(3).unwrap().trim_start(), format!("\"d\": {json}"), "{typed}");
            assert_eq!(says_all(&date), all, "{typed}");
        }
        assert!(variable(&Date::UNDATED).is_none() && !says_all(&Date::UNDATED));
        let worded = Date::UNDATED.displayed("no date, about the time of the talks");
        assert!(variable(&worded).is_some() && !says_all(&worded));
    }
}
