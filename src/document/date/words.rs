//! Converts dates as archives write them in English into EDTF. It does not guess.
//!
//! Ambiguous text is rejected: `1904-05` is a month or two years, `07/01/1950` is one of two days, `1900s` is a
//! decade or a century, `1586/7` is one year in two calendars or two years.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::document::message::Quoted;
use crate::slice::{slice, split};

/// A date in EDTF, and whether the words contain more than it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct InEdtf {
    pub(super) edtf: String,
    pub(super) keeps_wording: bool,
}

/// The words in EDTF, with the record format's `circa`, brackets and `undated` around it.
pub(super) fn in_edtf(text: &str) -> Option<InEdtf> {
    let text = text.trim();
    if NO_DATE.iter().any(|words| words.eq_ignore_ascii_case(text)) {
        return Some(InEdtf { edtf: "undated".to_owned(), keeps_wording: false });
    }
    if let Some(inside) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        let inside = in_edtf(inside)?;
        let edtf = if inside.edtf == "undated" { inside.edtf } else { format!("[{}]", inside.edtf) };
        return (!inside.keeps_wording).then_some(InEdtf { edtf, keeps_wording: false });
    }
    for (word, is_end) in [("before", true), ("after", false)] {
        if let Some(rest) = after_word(text, word) {
            let date = span(rest).filter(|edtf| !edtf.contains(['/', 'X']))?;
            let edtf = if is_end { format!("../{date}") } else { format!("{date}/..") };
            return Some(InEdtf { edtf, keeps_wording: true });
        }
    }
    let edtf = match ABOUT.iter().find_map(|word| after_word(text, word)) {
        Some(rest) => format!("circa {}", doubted(rest)?),
        None => doubted(text)?,
    };
    Some(InEdtf { edtf, keeps_wording: false })
}

const NO_DATE: &[&str] =
    &["no date", "no date given", "not dated", "undated", "n.d.", "n. d.", "n.d", "nd", "s.d.", "s. d.", "s.d"];
const ABOUT: &[&str] = &["circa", "ca.", "ca", "c.", "c", "about", "approximately", "approx."];

/// The text after the word: `c. 1950`, `c.1950`, never `cabinet`.
fn after_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(word.len())?;
    let ends = rest.starts_with(' ') || word.ends_with('.') || rest.starts_with(|next: char| next.is_ascii_digit());
    (start.eq_ignore_ascii_case(word) && ends).then(|| rest.trim_start())
}

/// `1950?`, for one date only.
fn doubted(text: &str) -> Option<String> {
    match text.strip_suffix('?') {
        Some(sure) => span(sure.trim_end()).filter(|edtf| !edtf.contains('/')).map(|edtf| format!("{edtf}?")),
        None => span(text),
    }
}

/// A date, a decade, or a range of two dates.
fn span(text: &str) -> Option<String> {
    if let Some(edtf) = decade(text).or_else(|| basic(text)) {
        return Some(edtf);
    }
    if let Some(date) = partial(text).filter(Partial::is_whole) {
        return date.edtf();
    }
    if let Some((start, end)) = text.split_once('/') {
        // After a slash, an incomplete date may be a year in the other calendar.
        let whole = |text: &str| basic(text).or_else(|| partial(text).filter(Partial::is_whole)?.edtf());
        return Some(format!("{}/{}", whole(start.trim())?, whole(end.trim())?));
    }
    let text = after_word(text, "from").unwrap_or(text);
    let mut found = None;
    for (at, separator) in SEPARATORS.iter().flat_map(|mark| text.match_indices(mark)) {
        let (start, end) = (slice(text, ..at), slice(text, at + separator.len()..));
        let read = range(start.trim(), end.trim());
        if read.is_some() && found.is_some() && read != found {
            return None;
        }
        found = found.or(read);
    }
    found
}

const SEPARATORS: &[&str] = &["-", "–", " to ", " through "];

/// `1950s`. `1900s` is ambiguous: a decade or a century.
fn decade(text: &str) -> Option<String> {
    let text = after_word(text, "the").unwrap_or(text);
    let year = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).or_else(|| text.strip_suffix('s'))?;
    let decade = year.strip_suffix('0')?;
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    (is_year && !decade.ends_with('0')).then(|| format!("{decade}X"))
}

/// ISO 8601 without hyphens, as in EAD's `@normal`.
fn basic(text: &str) -> Option<String> {
    let is_basic = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_basic.then(|| format!("{}-{}-{}", slice(text, ..4), slice(text, 4..6), slice(text, 6..)))
}

/// A date that may take its missing parts from the other end of the range, with the order of its parts: `dm`, `mdy`.
#[derive(Clone, Debug, Default)]
struct Partial {
    order: String,
    year: Option<u32>,
    /// A month, or the code of a season.
    month: Option<u32>,
    day: Option<u32>,
    weekday: Option<Weekday>,
}

impl Partial {
    fn is_whole(&self) -> bool {
        matches!(self.order.as_str(), "dmy" | "mdy" | "ymd" | "my" | "ym" | "y" | "sy" | "ys")
    }

    fn edtf(&self) -> Option<String> {
        let year = self.year?;
        Some(match (self.month, self.day) {
            (None, None) if self.weekday.is_none() => format!("{year:04}"),
            (Some(month), None) if self.weekday.is_none() => format!("{year:04}-{month:02}"),
            (Some(month), Some(day)) => {
                let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
                // A weekday that does not match the date means that one of the two is wrong.
                self.weekday
                    .is_none_or(|weekday| weekday == date.weekday())
                    .then(|| date.format("%Y-%m-%d").to_string())?
            }
            _ => return None,
        })
    }
}

/// `7 January - 9 February 1950`, `January 7-9, 1950`, `January-February 1950`, `1950-51`.
fn range(start: &str, end: &str) -> Option<String> {
    if let (Some(first), [tens, ones]) = (partial(start).filter(|first| first.order == "y"), end.as_bytes()) {
        if !tens.is_ascii_digit() || !ones.is_ascii_digit() {
            return None;
        }
        let (year, last) = (first.year?, end.parse::<u32>().ok()?);
        return (last > year % 100).then(|| format!("{year:04}/{:04}", year - year % 100 + last));
    }
    let (mut start, mut end) = (partial(start)?, partial(end)?);
    match (start.order.as_str(), end.order.as_str()) {
        _ if start.is_whole() && end.is_whole() => {}
        ("d" | "dm", "dmy") | ("md", "mdy") | ("m", "my") | ("s", "sy") => {
            start.year = end.year;
            start.month = start.month.or(end.month);
        }
        ("md", "dy") => {
            end.month = start.month;
            start.year = end.year;
        }
        ("ymd", "d" | "md") | ("ym", "m") => {
            end.year = start.year;
            end.month = end.month.or(start.month);
        }
        _ => return None,
    }
    Some(format!("{}/{}", start.edtf()?, end.edtf()?))
}

/// The parts of a date, each at most once, and in an order that is in use.
fn partial(text: &str) -> Option<Partial> {
    let mut date = Partial::default();
    // `7-Jan-1950`
    let joined = text.replace('-', " ");
    let has_joined = !text.contains(' ') && text.matches('-').count() == 2 && text.contains(char::is_alphabetic);
    for word in if has_joined { &joined } else { text }.split([' ', ',']).filter(|word| !word.is_empty()) {
        if word == "of" || word == "the" {
            continue;
        }
        let number = word.parse::<u32>().ok().filter(|_| word.bytes().all(|byte| byte.is_ascii_digit()));
        match (number, word.len()) {
            (Some(year), 4) => (date.year, date.order) = (Some(year), date.order + "y"),
            (Some(day), 1 | 2) => (date.day, date.order) = (Some(day), date.order + "d"),
            (Some(_), _) => return None,
            (None, _) => {
                if let Some(day) = ordinal(word) {
                    (date.day, date.order) = (Some(day), date.order + "d");
                } else if let Some(month) = month(word) {
                    (date.month, date.order) = (Some(month), date.order + "m");
                } else if let Some(season) = season(word) {
                    (date.month, date.order) = (Some(season), date.order + "s");
                } else if let Some(weekday) = weekday(word).filter(|_| date.order.is_empty() && date.weekday.is_none())
                {
                    date.weekday = Some(weekday);
                } else {
                    return None;
                }
            }
        }
    }
    let orders = ["dmy", "mdy", "ymd", "my", "ym", "y", "sy", "ys", "dm", "md", "m", "d", "dy", "s"];
    orders.contains(&date.order.as_str()).then_some(date)
}

/// `7th`, `1st`.
fn ordinal(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|last: char| last.is_ascii_alphabetic());
    let end = word.get(digits.len()..)?;
    let day = digits.parse::<u32>().ok().filter(|day| (1..=31).contains(day))?;
    let right = match day {
        1 | 21 | 31 => "st",
        2 | 22 => "nd",
        3 | 23 => "rd",
        _ => "th",
    };
    (end == right).then_some(day)
}

/// `January`, `Jan.`, `Jan`, `Sept.`
fn month(word: &str) -> Option<u32> {
    let bare = word.strip_suffix('.').unwrap_or(word).to_ascii_lowercase();
    let is = |name: &str| {
        name == bare || bare.len() == 3 && name.starts_with(&bare) || (bare == "sept" && name == "september")
    };
    MONTHS.iter().position(|name| is(name)).and_then(|index| u32::try_from(index + 1).ok())
}

const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// EDTF's code of the season.
fn season(word: &str) -> Option<u32> {
    let known = [("spring", 21), ("summer", 22), ("autumn", 23), ("fall", 23), ("winter", 24)];
    known.into_iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|(_, code)| code)
}

fn weekday(word: &str) -> Option<Weekday> {
    word.strip_suffix('.').unwrap_or(word).parse().ok()
}

/// Why the text is ambiguous, although it is EDTF: `1904-05` is May 1904, or two years.
pub(super) fn two_meanings(text: &str) -> Option<String> {
    let bare = text.trim_matches(|edge: char| !edge.is_ascii_digit());
    let (year, last) = bare.split_once('-').filter(|(year, last)| year.len() == 4 && last.len() == 2)?;
    let (year, last) = (year.parse::<u32>().ok()?, last.parse::<u32>().ok()?);
    let month = MONTHS.get(usize::try_from(last).ok()?.checked_sub(1)?);
    let name = month.map_or_else(|| "the season".to_owned(), |name| capitalized(name));
    let second = year - year % 100 + last;
    (last > year % 100 && last <= 24)
        .then(|| format!("{year:04}/{second:04} for two years, or the month in words: {name} {year:04}"))
}

fn capitalized(name: &str) -> String {
    let (first, rest) = split(name, 1);
    first.to_ascii_uppercase() + rest
}

/// What to write instead of a text that is not a date, where there is a better answer than examples.
pub(super) fn right_spelling(text: &str, is_date: impl Fn(&str) -> bool) -> Option<String> {
    let long = |edtf: &str| format!("{{ edtf: {edtf}, display: \"{}\" }}", Quoted(text));
    if let Some(found) = in_edtf(text).filter(|found| is_date(&found.edtf)) {
        return Some(if found.keeps_wording { long(&found.edtf) } else { found.edtf });
    }
    let upper = text.to_ascii_uppercase();
    if is_date(&upper) {
        return Some(upper);
    }
    if let Some((day, year, next)) = dual_year(text) {
        return Some(match in_edtf(&format!("{day}{next:04}")).filter(|found| is_date(&found.edtf)) {
            Some(found) if !day.is_empty() => long(&found.edtf),
            _ => format!(
                "{year:04}/{next:04} for two years, or {} for one year of the Old Style",
                long(&format!("{next:04}"))
            ),
        });
    }
    let is_year = |year: &&str| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let last_word = text.rsplit(' ').next().unwrap_or_default().trim_matches(|edge: char| !edge.is_ascii_digit());
    if let Some((year, last)) = last_word.split_once('-').filter(|(year, last)| is_year(year) && last.len() == 2)
        && last.bytes().all(|byte| byte.is_ascii_digit())
    {
        return Some(format!("the month as 01 to 12 ({year}-03), or the season as 21 (spring) to 24 (winter)"));
    }
    let year = text.split(|character: char| !character.is_ascii_digit()).find(is_year);
    text.contains(char::is_lowercase).then(|| long(year.unwrap_or("…")))
}

/// `14 February 1586/7`: the text before the year, and the year in both calendars.
fn dual_year(text: &str) -> Option<(&str, u32, u32)> {
    let (before, last) = text.rsplit_once('/').filter(|(_, last)| matches!(last.len(), 1 | 2))?;
    let at = before.len().checked_sub(4)?;
    let (day, year) = before.split_at_checked(at)?;
    let (year, last) = (year.parse::<u32>().ok()?, last.parse::<u32>().ok()?);
    let unit = if last < 10 { 10 } else { 100 };
    let next = year + 1;
    (next % unit == last % unit).then_some((day, year, next))
}
