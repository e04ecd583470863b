//! Parses EDTF, and the forms that cataloguers write, into a [`Date`].

use std::str::FromStr;

use chrono::NaiveDate;
use edtf_core::{Bound, DateField, Edtf, IntervalEndpoint, SetElement, SetKind, YearKind};

use super::Date;
use super::error::{DateError, DateErrorKind};
use super::moment::{DateSpan, Moment, Part, RangeEnd, When};
use super::plain::plain;
use super::words;
use crate::slice::slice;

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        parse(text)
    }
}

impl TryFrom<&str> for Date {
    type Error = DateError;

    fn try_from(text: &str) -> Result<Self, DateError> {
        text.parse()
    }
}

impl Date {
    /// Reads a date as archives write it in English. It does not guess.
    ///
    /// Everything that the record format reads has the same meaning here: `1950-12` is December 1950. It also reads
    /// months and seasons in words, ranges, decades, `before` and `after`, and ISO 8601 without hyphens. An ambiguous
    /// text is an error. [`input::from_words::date`](crate::input::from_words::date) also reads other languages, and
    /// keeps the text that it cannot parse.
    ///
    /// ```
    /// use prefercite::Date;
    ///
    /// for (words, edtf) in [
    ///     ("January 07, 1950", "1950-01-07"),
    ///     ("7 Jan. 1950", "1950-01-07"),
    ///     ("c. October 1956", "1956-10~"),
    ///     ("December 16, 1949 - February 17, 1950", "1949-12-16/1950-02-17"),
    ///     ("1950-51", "1950/1951"),
    ///     ("Winter 1947", "1947-24"),
    ///     ("1950s", "195X"),
    ///     ("19500107", "1950-01-07"), // as in EAD
    /// ] {
    ///     assert_eq!(Date::from_words(words)?.edtf().as_deref(), Some(edtf));
    /// }
    /// let before = Date::from_words("before 1950")?;
    /// assert_eq!((before.edtf().as_deref(), before.display()), (Some("../1950"), Some("before 1950")));
    /// assert!(Date::from_words("no date")?.is_undated());
    /// # Ok::<(), prefercite::DateError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the text is not such a date, or is ambiguous: `1904-05` is May 1904 or two years, `07/01/1950` is one of
    /// two days.
    ///
    /// ```
    /// use prefercite::Date;
    ///
    /// let error = Date::from_words("1904-05").unwrap_err();
    /// assert!(error.to_string().contains("1904/1905 for two years"));
    /// ```
    #[doc(alias = "parse")]
    pub fn from_words(text: &str) -> Result<Self, DateError> {
        let trimmed = text.trim();
        if let Some(right) = words::two_meanings(trimmed) {
            return Err(DateError::new(text, 0, DateErrorKind::Spelling(right)));
        }
        read(text).or_else(|fault| in_words(trimmed).ok_or_else(|| error(text, fault)))
    }

    /// Like `str::parse`, without an error: what would be right costs more than a reader that tries several forms can
    /// spend.
    #[cfg(feature = "xml")]
    pub(crate) fn if_edtf(text: &str) -> Option<Self> {
        read(text).ok()
    }

    /// Whether the text is a date of the record format.
    pub(crate) fn is_edtf(text: &str) -> bool {
        // Most dates of catalogues are years.
        let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) && text != "0000";
        is_year || cataloguer(text.trim()).is_ok()
    }

    /// Like [`from_words`](Self::from_words), without an error.
    pub(crate) fn if_words(text: &str) -> Option<Self> {
        let trimmed = text.trim();
        if words::two_meanings(trimmed).is_some() {
            return None;
        }
        read(text).ok().or_else(|| in_words(trimmed))
    }
}

/// A date in English words.
fn in_words(text: &str) -> Option<Date> {
    let found = words::in_edtf(text)?;
    let date = cataloguer(&found.edtf).ok()?;
    Some(if found.keeps_wording { date.displayed(text) } else { date })
}

fn parse(text: &str) -> Result<Date, DateError> {
    read(text).map_err(|fault| error(text, fault))
}

/// The error with the spelling that would be right, if one is known.
fn error(text: &str, (offset, reason): (usize, DateErrorKind)) -> DateError {
    let lead = text.len() - text.trim_start().len();
    let characters = text.get(..lead + offset).map_or(offset, |before| before.chars().count());
    let is_date = |text: &str| cataloguer(text).is_ok();
    let right =
        matches!(reason, DateErrorKind::Grammar(_)).then(|| words::right_spelling(text.trim(), is_date)).flatten();
    DateError::new(text, characters, right.map_or(reason, DateErrorKind::Spelling))
}

fn read(text: &str) -> Faulty<Date> {
    let trimmed = text.trim();
    if let Some(date) = plain(trimmed) {
        return Ok(date);
    }
    let mut date = cataloguer(trimmed)?;
    if date.short() != trimmed {
        date.typed = Some(trimmed.into());
    }
    Ok(date)
}

type Faulty<T> = Result<T, (usize, DateErrorKind)>;

/// Parses the forms around EDTF: no date, a bracket, `circa`.
fn cataloguer(text: &str) -> Faulty<Date> {
    if is_undated(text) {
        return Ok(Date::UNDATED);
    }
    let bracketed = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    match bracketed {
        // With a comma or dots it is a set. Otherwise a date in brackets is inferred.
        Some(inner) if !inner.contains(',') && !inner.contains("..") => {
            let inside = inner.trim_start();
            let shift = 1 + inner.len() - inside.len();
            if is_undated(inside.trim_end()) {
                return Ok(Date::UNDATED);
            }
            if inside.starts_with(['[', '{']) {
                return Err((shift, DateErrorKind::Grammar("a bracket in a bracket")));
            }
            let date = circa(inside.trim_end()).map_err(|(offset, reason)| (offset + shift, reason))?;
            Ok(date.inferred())
        }
        _ => circa(text),
    }
}

fn is_undated(text: &str) -> bool {
    ["undated", "n.d.", "n. d."].iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// `circa 1950`, `ca. 1950`, `c. 1950`, also without the period or the space.
fn circa(text: &str) -> Faulty<Date> {
    let abbreviation = ["circa", "ca.", "ca", "c.", "c"]
        .into_iter()
        .find(|word| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)));
    let rest = abbreviation.and_then(|word| text.get(word.len()..)).map(str::trim_start);
    let Some(rest) =
        rest.filter(|rest| rest.starts_with(|first: char| first.is_ascii_digit() || ['.', '[', '{'].contains(&first)))
    else {
        return edtf(text);
    };
    let mut date = edtf(rest).map_err(|(offset, reason)| (offset + text.len() - rest.len(), reason))?;
    match &mut date.when {
        When::Moment(moment) => moment.approximate = true,
        When::Range { start, end } => {
            for side in [start, end] {
                if let RangeEnd::Moment(moment) = side {
                    moment.approximate = true;
                }
            }
        }
        _ => return Err((0, DateErrorKind::Circa)),
    }
    Ok(date)
}

fn edtf(text: &str) -> Faulty<Date> {
    plain(text).map_or_else(|| grammar(text), Ok)
}

pub(super) fn grammar(text: &str) -> Faulty<Date> {
    // `?1950` has the meaning of `1950?`, but it is EDTF of level 2.
    let mark_before_part = text
        .match_indices(['?', '~', '%'])
        .find(|(at, mark)| slice(text, at + mark.len()..).starts_with(|c: char| c.is_ascii_digit() || c == 'X'));
    if let Some((at, _)) = mark_before_part {
        return Err((
            at,
            DateErrorKind::Level2("a mark before a part of a date (write it after the whole date, 1950-01~)"),
        ));
    }
    let parsed = Edtf::parse(text).map_err(|error| match text.find(['T', ':']) {
        Some(at) if text.starts_with(|first: char| first.is_ascii_digit()) => (at, DateErrorKind::TimeOfDay),
        _ => (error.offset, DateErrorKind::Grammar(error.message)),
    })?;
    let when = match &parsed {
        Edtf::Date(date) => When::Moment(moment(date)?),
        Edtf::DateTime(_) => return Err((text.find('T').unwrap_or(0), DateErrorKind::TimeOfDay)),
        Edtf::Interval(interval) => {
            // An X in an end of a range is level 2. Other level 2 forms are found in the ends themselves.
            let masked = |end: &IntervalEndpoint| matches!(end, IntervalEndpoint::Date(date) if date.has_unspecified());
            if masked(&interval.start) || masked(&interval.end) {
                let at = text.find('X').unwrap_or(0);
                return Err((at, DateErrorKind::Level2("an unknown digit in a range (write 1950/1969 for 195X/196X)")));
            }
            let behind = text.find('/').map_or(0, |slash| slash + 1);
            let start = end(&interval.start)?;
            let end = end(&interval.end).map_err(|(offset, reason)| (behind + offset, reason))?;
            When::Range { start, end }
        }
        Edtf::Set(set) => {
            let stretches = set.elements.iter().map(stretch).collect::<Faulty<Vec<_>>>()?;
            match set.kind {
                SetKind::AllMembers => When::AllOf(stretches),
                SetKind::OneMember => When::OneOf(stretches),
            }
        }
    };
    let bounds = parsed.bounds();
    Ok(Date { when, earliest: day(bounds.earliest), latest: day(bounds.latest), ..Date::UNDATED })
}

fn day(bound: Bound) -> Option<NaiveDate> {
    let Bound::Date(date) = bound else { return None };
    NaiveDate::from_ymd_opt(i32::try_from(date.year).ok()?, date.month.into(), date.day.into())
}

fn end(end: &IntervalEndpoint) -> Faulty<RangeEnd> {
    match end {
        IntervalEndpoint::Date(date) => moment(date).map(RangeEnd::Moment),
        IntervalEndpoint::Open => Ok(RangeEnd::Open),
        IntervalEndpoint::Unknown => Ok(RangeEnd::Unknown),
        IntervalEndpoint::OnOrBefore(_) | IntervalEndpoint::OnOrAfter(_) => {
            Err((0, DateErrorKind::Level2("an open end with a date")))
        }
    }
}

fn stretch(element: &SetElement) -> Faulty<DateSpan> {
    Ok(match element {
        SetElement::Date(date) => DateSpan::Moment(moment(date)?),
        SetElement::OnOrBefore(date) => DateSpan::Before(moment(date)?),
        SetElement::OnOrAfter(date) => DateSpan::After(moment(date)?),
        SetElement::Range(first, last) => DateSpan::Between(moment(first)?, moment(last)?),
    })
}

fn moment(date: &edtf_core::Date) -> Faulty<Moment> {
    let level = Edtf::Date(*date).level();
    let YearKind::Standard { negative, digits } = date.year.kind else {
        return Err((0, if level == 2 { DateErrorKind::Level2("an exponent") } else { DateErrorKind::Year }));
    };
    if date.year.significant_digits.is_some() {
        return Err((0, DateErrorKind::Level2("a count of significant digits")));
    }
    if level == 2 {
        let sub_year = date.month.and_then(DateField::value).is_some_and(|code| code > 24);
        let what = match (sub_year, date.has_unspecified()) {
            (true, _) => "a sub-year code above 24",
            (false, true) => "an unknown digit before the end",
            (false, false) => "a mark before or within a date",
        };
        return Err((if sub_year { 5 } else { 0 }, DateErrorKind::Level2(what)));
    }
    let unknown = digits.iter().filter(|digit| digit.is_none()).count() as u8;
    let year = digits.iter().fold(0, |year, digit| year * 10 + i32::from(digit.unwrap_or(0)));
    if negative || year == 0 {
        return Err((0, DateErrorKind::Year));
    }
    let part = |field: Option<DateField>| match field {
        None => Part::Absent,
        Some(field) => field.value().map_or(Part::Unknown, Part::Known),
    };
    let mut moment = Moment::new(year, unknown, part(date.month), part(date.day));
    moment.approximate = date.is_approximate();
    moment.uncertain = date.is_uncertain();
    Ok(moment)
}
