//! A locator that is a date: an entry of a diary, or one of several letters (B19).

use chrono::NaiveDate;

use super::dates::{DatePart, DateStyle, push_date};
use super::language::Language;
use super::sentence::Sentence;
use crate::document::Date;
use crate::slice::split;

/// A day in a locator. It replaces the document's date.
#[derive(Clone, Debug)]
pub(crate) struct Day {
    date: Date,
    has_year: bool,
}

impl Day {
    /// The day at the start of a locator, and the text after it: for `October 16, 1917, fol. 3`, that day and `fol.
    /// 3`.
    ///
    /// It reads `16 October 1917`, `October 16, 1917`, `16 Oct. 1917` and `1917-10-16`, the first three also without
    /// the year, with the months of the language.
    pub(crate) fn read<'l>(locator: &'l str, language: &Language) -> Option<(Day, Option<&'l str>)> {
        let (day, rest) = read_iso(locator).or_else(|| read_words(locator, language))?;
        let rest = rest.trim_start();
        let behind = rest.strip_prefix(',').map(str::trim).filter(|behind| !behind.is_empty());
        (rest.is_empty() || rest.starts_with(',')).then_some((day, behind))
    }

    /// Adds the year of the document's date to a day without a year.
    pub(crate) fn in_year_of(self, date: Option<&Date>) -> Self {
        use chrono::Datelike;
        let year = date.and_then(|date| {
            let year = date.earliest()?.year();
            (date.latest()?.year() == year).then_some(year)
        });
        let day = self.date.earliest();
        match day.zip(year).and_then(|(day, year)| day.with_year(year)) {
            Some(day) if !self.has_year => Day { date: day.into(), has_year: true },
            _ => self,
        }
    }

    pub(crate) fn push(&self, s: &mut Sentence<'_>, style: DateStyle) {
        push_date(s, &self.date, if self.has_year { DatePart::Whole } else { DatePart::Rest }, style);
    }

    fn new(year: Option<i32>, month: u32, day: u32) -> Option<Self> {
        // Every day is valid in a leap year.
        let date = NaiveDate::from_ymd_opt(year.unwrap_or(2000), month, day)?;
        Some(Day { date: date.into(), has_year: year.is_some() })
    }
}

/// `1917-10-16`
fn read_iso(locator: &str) -> Option<(Day, &str)> {
    let (year, rest) = number(locator, 4)?;
    let (month, rest) = number(rest.strip_prefix('-')?, 2)?;
    let (day, rest) = number(rest.strip_prefix('-')?, 2)?;
    Some((Day::new(i32::try_from(year).ok(), month, day)?, rest))
}

/// `16 October 1917`, `October 16, 1917`
fn read_words<'l>(locator: &'l str, language: &Language) -> Option<(Day, &'l str)> {
    let (month, day, rest) = if locator.starts_with(|c: char| c.is_ascii_digit()) {
        let (day, rest) = day(locator, language)?;
        let (month, rest) = month(rest.trim_start(), language)?;
        (month, day, rest)
    } else {
        let (month, rest) = month(locator, language)?;
        let (day, rest) = day(rest.trim_start(), language)?;
        (month, day, rest)
    };
    let behind = rest.trim_start();
    let year = number(behind.strip_prefix(',').unwrap_or(behind).trim_start(), 4)
        .filter(|(_, rest)| !rest.starts_with(char::is_alphanumeric));
    match year {
        Some((year, rest)) => Some((Day::new(i32::try_from(year).ok(), month, day)?, rest)),
        None => Some((Day::new(None, month, day)?, rest)),
    }
}

/// A number with this many digits, and the rest.
fn number(words: &str, digits: usize) -> Option<(u32, &str)> {
    let (number, rest) = words.split_at_checked(digits)?;
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit()) && !rest.starts_with(|c: char| c.is_ascii_digit());
    Some((number.parse().ok().filter(|_| is_number)?, rest))
}

/// The number of a day, with the suffix of the language.
fn day<'l>(words: &'l str, language: &Language) -> Option<(u32, &'l str)> {
    let (number, rest) = number(words, 2).or_else(|| number(words, 1))?;
    let suffixes = [language.first_day_suffix, language.day_suffix];
    let bare = suffixes.iter().filter(|it| !it.is_empty()).find_map(|suffix| rest.strip_prefix(suffix));
    Some((number, bare.unwrap_or(rest)))
}

/// The number of a month. Its name may be shortened to its first letters, at least three.
fn month<'l>(words: &'l str, language: &Language) -> Option<(u32, &'l str)> {
    let end = words.find(|c: char| !c.is_alphabetic()).unwrap_or(words.len());
    let (name, rest) = split(words, end);
    let short = name.chars().count() >= 3;
    let is_it = |month: &&str| short && month.starts_with(name) || month.eq_ignore_ascii_case(name);
    let number = language.months.iter().position(is_it)?;
    let is_full = language.months.get(number).is_some_and(|month| month.len() == name.len());
    let rest = if is_full { rest } else { rest.strip_prefix('.').unwrap_or(rest) };
    Some((u32::try_from(number).ok()? + 1, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::{DE, EN_US, FR, plain};

    fn read(locator: &str, language: &Language) -> Option<(String, Option<String>)> {
        let (day, rest) = Day::read(locator, language)?;
        Some((plain(language, |s| day.push(s, DateStyle::of(language))), rest.map(str::to_owned)))
    }

    #[test]
    fn days_are_read_in_every_form() {
        for (locator, printed, rest) in [
            ("16 October 1917", "October 16, 1917", None),
            ("October 16, 1917", "October 16, 1917", None),
            ("October 16 1917", "October 16, 1917", None),
            ("16 Oct. 1917", "October 16, 1917", None),
            ("Sept. 5, 1917", "September 5, 1917", None),
            ("May 5, 1917", "May 5, 1917", None),
            ("1917-10-16", "October 16, 1917", None),
            ("16 October", "October 16", None),
            ("October 16", "October 16", None),
            ("16 Oct.", "October 16", None),
            ("October 16, fol. 3", "October 16", Some("fol. 3")),
            ("October 16, 1917, fol. 3", "October 16, 1917", Some("fol. 3")),
            ("1917-10-16, p. 3", "October 16, 1917", Some("p. 3")),
            ("29 February", "February 29", None),
        ] {
            let expected = Some((printed.to_owned(), rest.map(str::to_owned)));
            assert_eq!(read(locator, &EN_US), expected, "{locator}");
        }
        assert_eq!(read("1er mai 1950", &FR).unwrap().0, "1er\u{a0}mai 1950");
        assert_eq!(read("3. Okt. 1950", &DE).unwrap().0, "3.\u{a0}Oktober 1950");
    }

    #[test]
    fn other_locators_are_no_days() {
        for locator in [
            "",
            "16",
            "p. 16",
            "16-18",
            "m. 3",
            "31 June",
            "30 February 1950",
            "1917-13-01",
            "October",
            "October 1917",
            "16 October entries",
            "October 16–18, 1917",
            "10-16",
            "Oc 16",
            "§ 3",
            "é",
            "dec. 12",
        ] {
            assert_eq!(read(locator, &EN_US), None, "{locator}");
        }
    }
}
