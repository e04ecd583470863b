//! Dates in words (RULES 3; A7).

mod sets;

use super::digits::{push_number, push_padded};
use super::language::{Century, DateOrder, Language};
use super::sentence::Sentence;
use crate::citation::Text;
use crate::document::{Date, DateSpan, Moment, Precision, RangeEnd, When};

/// How a style writes its dates.
///
/// ```
/// use prefercite::prose::{DatePart, DateStyle, EN_GB, FR, Months, plain, push_date};
///
/// let date = "1950-02-01~".parse()?;
/// let style = DateStyle::of(&EN_GB);
/// assert_eq!(plain(&EN_GB, |s| _ = push_date(s, &date, DatePart::Whole, style)), "[c. 1 February 1950]");
/// let short = DateStyle { months: Months::Short, ..DateStyle::of(&FR) };
/// assert_eq!(plain(&FR, |s| _ = push_date(s, &date, DatePart::Whole, short)), "[vers 1er\u{a0}févr. 1950]");
/// # Ok::<(), prefercite::DateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DateStyle {
    /// The order of day and month.
    pub order: DateOrder,
    /// Whether months are in full or abbreviated.
    pub months: Months,
    /// How the second year of a range is written.
    pub years: YearRange,
    /// How an uncertain date is marked.
    pub doubt: Doubt,
}

impl DateStyle {
    /// The default style of the language: months and years in full, doubt in brackets.
    pub const fn of(language: &Language) -> Self {
        DateStyle { order: language.date_order, months: Months::Full, years: YearRange::Full, doubt: Doubt::Brackets }
    }
}

/// How a month is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Months {
    /// `January`
    Full,
    /// `Jan.`
    Short,
}

/// How the second year of a range is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum YearRange {
    /// `1956–1959`
    Full,
    /// `1956–59`, within a century.
    Abbreviated,
}

/// How a date is marked that is not on the document, or not certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Doubt {
    /// `[ca. 1950]`, `[1950?]`, `[1892 or 1893]`, as in Chicago.
    Brackets,
    /// `circa 1950`, `1950?`, `1892 or 1893`, as in the MLA. Only an inferred date is in brackets. Seasons are in
    /// lower case.
    Words,
    /// `ca. 1950`, `1950?`, `1950s`. An inferred date, or one of several, is in brackets.
    Plain,
}

/// The part of a date to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DatePart<'s> {
    /// All of it.
    Whole,
    /// The year in author-date citations, with the letter that distinguishes documents of one year.
    Year(Option<&'s str>),
    /// Everything except [`Year`](DatePart::Year).
    Rest,
}

/// The doubts about a date, combined over all of its ends.
#[derive(Clone, Copy, Debug, Default)]
struct Uncertainty {
    approximate: bool,
    uncertain: bool,
    /// A century, or one of several dates. A decade is plain (B41).
    vague: bool,
}

impl Uncertainty {
    fn of(when: &When) -> Uncertainty {
        let mut doubt = Uncertainty { vague: matches!(when, When::OneOf(_)), ..Uncertainty::default() };
        let mut add = |moment: &Moment| {
            doubt.approximate |= moment.is_approximate();
            doubt.uncertain |= moment.is_uncertain();
            doubt.vague |= moment.precision() == Precision::Century;
        };
        match when {
            When::Undated => {}
            When::Moment(moment) => add(moment),
            When::Range { start, end } => [start, end].into_iter().for_each(|end| {
                if let RangeEnd::Moment(moment) = end {
                    add(moment);
                }
            }),
            When::OneOf(stretches) | When::AllOf(stretches) => stretches.iter().for_each(|stretch| match stretch {
                DateSpan::Between(first, last) => [first, last].into_iter().for_each(&mut add),
                DateSpan::Moment(moment) | DateSpan::Before(moment) | DateSpan::After(moment) => add(moment),
            }),
        }
        doubt
    }
}

/// Whether the date is printed in brackets. A note has no comma before a bracketed date.
pub fn is_bracketed(date: &Date, style: DateStyle) -> bool {
    match date.display() {
        // The archive's own wording may already be in brackets.
        Some(display) => display.starts_with('['),
        None => bracketed(date, style),
    }
}

/// Adds a part of the date. Returns whether the date has that part.
pub fn push_date(sentence: &mut Sentence<'_>, date: &Date, part: DatePart<'_>, style: DateStyle) -> bool {
    if !has_part(date, part) {
        return false;
    }
    if let Some(display) = date.display().filter(|_| !matches!(part, DatePart::Year(_)) || date.is_undated()) {
        sentence.data(display);
        if let DatePart::Year(Some(letter)) = part {
            sentence.word("-").word(letter);
        }
        return true;
    }
    push_meaning(sentence, date, part, style);
    true
}

/// Adds a part that the date has, without regard to the archive's own wording.
pub(crate) fn push_meaning(sentence: &mut Sentence<'_>, date: &Date, part: DatePart<'_>, style: DateStyle) {
    let (when, brackets) = (date.when(), bracketed(date, style));
    let doubt = Uncertainty::of(when);
    sentence.word(if brackets { "[" } else { "" });
    // A7: circa has precedence over uncertain. The rest of a date has a plain bracket of its own.
    if doubt.approximate && part != DatePart::Rest {
        let words = &sentence.language().dates;
        sentence.word(if style.doubt == Doubt::Words { words.circa } else { words.ca });
    }
    let writer = Writer {
        part,
        style,
        language: sentence.language(),
        letter: if let DatePart::Year(letter) = part { letter.unwrap_or_default() } else { "" },
        mark: if doubt.uncertain && !doubt.approximate && part != DatePart::Rest { "?" } else { "" },
    };
    sentence.with(|text| writer.when(text, when));
    sentence.word(if brackets { "]" } else { "" });
}

/// Whether the date has this part.
pub fn has_part(date: &Date, part: DatePart<'_>) -> bool {
    match part {
        // B3: a wording without a date replaces the year, and is not repeated.
        DatePart::Year(_) | DatePart::Whole => date.is_printable(),
        DatePart::Rest => !date.is_undated() && (date.display().is_some() || has_rest(date.when())),
    }
}

/// Like [`is_bracketed`], without regard to the archive's own wording.
fn bracketed(date: &Date, style: DateStyle) -> bool {
    let doubt = Uncertainty::of(date.when());
    date.is_inferred()
        || match style.doubt {
            Doubt::Brackets => doubt.approximate || doubt.uncertain || doubt.vague,
            Doubt::Words => false,
            Doubt::Plain => matches!(date.when(), When::OneOf(_)),
        }
}

fn has_rest(when: &When) -> bool {
    let more =
        |moment: &Moment| !matches!(moment.precision(), Precision::Year | Precision::Decade | Precision::Century);
    match when {
        When::Undated => false,
        When::Moment(moment) => more(moment),
        When::Range { start, end } => {
            [start, end].into_iter().any(|end| matches!(end, RangeEnd::Moment(moment) if more(moment)))
        }
        When::OneOf(stretches) | When::AllOf(stretches) => stretches.iter().any(|stretch| match stretch {
            DateSpan::Between(first, last) => more(first) || more(last),
            DateSpan::Moment(moment) | DateSpan::Before(moment) | DateSpan::After(moment) => more(moment),
        }),
    }
}

/// Writes the words of a date without brackets. Writing to a `Text` never fails.
#[derive(Clone, Copy)]
struct Writer<'s> {
    part: DatePart<'s>,
    style: DateStyle,
    language: &'s Language,
    /// The letter after the year in author-date citations.
    letter: &'s str,
    /// The mark of doubt.
    mark: &'static str,
}

impl Writer<'_> {
    fn when(&self, text: &mut Text, when: &When) {
        match when {
            When::Undated => {}
            When::Moment(moment) => {
                self.moment(text, moment);
                self.close(text);
            }
            When::Range { start: RangeEnd::Moment(start), end: RangeEnd::Moment(end) } => {
                self.range(text, start, end);
                self.close(text);
            }
            When::Range { start: RangeEnd::Moment(start), .. } => self.since(text, start),
            When::Range { end: RangeEnd::Moment(end), .. } => self.until(text, end),
            When::Range { .. } => {}
            When::OneOf(stretches) => self.set(text, stretches, self.language.dates.or),
            When::AllOf(stretches) => self.set(text, stretches, self.language.dates.and),
        }
    }

    /// Writes the marks after the last number.
    fn close(&self, text: &mut Text) {
        text.push_str(self.letter);
        text.push_str(self.mark);
    }

    /// B18: `1867–`
    fn since(&self, text: &mut Text, moment: &Moment) {
        self.moment(text, moment);
        self.close(text);
        text.push_str(self.language.range_dash);
    }

    /// B18: `until 1867`
    fn until(&self, text: &mut Text, moment: &Moment) {
        text.push_str(self.language.dates.until);
        self.moment(text, moment);
        self.close(text);
    }

    fn range(&self, text: &mut Text, start: &Moment, end: &Moment) {
        use Precision as P;
        let (a, b) = (start.precision(), end.precision());
        // B17
        if (start.year(), a) == (end.year(), b) {
            return self.moment(text, start);
        }
        if self.part == DatePart::Rest && (a == P::Year) != (b == P::Year) {
            // A year on one side only must be kept: "1950–May 3" would be unclear.
            return Writer { part: DatePart::Whole, ..*self }.range(text, start, end);
        }
        let one_year = start.year() == end.year() && !matches!(a, P::Decade | P::Century);
        let day_first = self.style.order == DateOrder::DayMonthYear;
        match (a, b) {
            _ if matches!(self.part, DatePart::Year(_)) => {
                self.year(text, start);
                if !one_year {
                    text.push_str(self.language.range_dash);
                    self.second_year(text, start, end);
                }
            }
            (P::Year, P::Year) => {
                self.year(text, start);
                if !one_year {
                    text.push_str(self.language.range_dash);
                    self.second_year(text, start, end);
                }
            }
            (P::Day { month, day }, P::Day { month: other, day: last }) if one_year && month == other => {
                if !day_first {
                    text.push_str(self.month(month));
                    text.push_str(self.language.day_space);
                }
                self.day(text, day);
                text.push_str(self.language.range_dash);
                self.day(text, last);
                if day_first {
                    text.push_str(self.language.day_space);
                    text.push_str(self.month(month));
                }
                self.of_year(text, !day_first, end);
            }
            (P::Day { .. }, P::Day { .. }) | (P::Month(_), P::Month(_)) | (P::Season(_), P::Season(_)) if one_year => {
                self.within_year(text, a);
                text.push_str(self.dash(a, b));
                self.within_year(text, b);
                self.of_year(text, matches!(b, P::Day { .. }) && !day_first, end);
            }
            _ => {
                self.moment(text, start);
                text.push_str(self.dash(a, b));
                self.moment(text, end);
            }
        }
    }

    fn dash(&self, start: Precision, end: Precision) -> &'static str {
        let has_day = |precision| matches!(precision, Precision::Day { .. });
        if has_day(start) || has_day(end) { self.language.date_dash } else { self.language.range_dash }
    }

    fn moment(&self, text: &mut Text, moment: &Moment) {
        match (self.part, moment.precision()) {
            (DatePart::Year(_), _) | (_, Precision::Year | Precision::Decade | Precision::Century) => {
                self.year(text, moment)
            }
            (_, precision) => {
                self.within_year(text, precision);
                let comma = matches!(precision, Precision::Day { .. }) && self.style.order == DateOrder::MonthDayYear;
                self.of_year(text, comma, moment);
            }
        }
    }

    /// `January 7`, `7 January`, `January`, `Spring`
    fn within_year(&self, text: &mut Text, precision: Precision) {
        match precision {
            Precision::Day { month, day } if self.style.order == DateOrder::DayMonthYear => {
                self.day(text, day);
                text.push_str(self.language.day_space);
                text.push_str(self.month(month));
            }
            Precision::Day { month, day } => {
                text.push_str(self.month(month));
                text.push_str(self.language.day_space);
                self.day(text, day);
            }
            Precision::Month(month) => text.push_str(self.month(month)),
            Precision::Season(season) if self.style.doubt == Doubt::Words => {
                self.language.season(season).chars().flat_map(char::to_lowercase).for_each(|c| text.push(c));
            }
            Precision::Season(season) => text.push_str(self.language.season(season)),
            Precision::Year | Precision::Decade | Precision::Century => {}
        }
    }

    fn day_of(&self, text: &mut Text, moment: &Moment) {
        if let Precision::Day { day, .. } = moment.precision() {
            self.day(text, day);
        }
    }

    fn day(&self, text: &mut Text, day: u8) {
        push_number(text, day.into());
        text.push_str(if day == 1 { self.language.first_day_suffix } else { self.language.day_suffix });
    }

    fn of_year(&self, text: &mut Text, comma: bool, moment: &Moment) {
        if self.part == DatePart::Whole {
            text.push_str(if comma { ", " } else { " " });
            self.year(text, moment);
        }
    }

    fn year(&self, text: &mut Text, moment: &Moment) {
        let year = moment.year().unsigned_abs();
        let words = &self.language.dates;
        match moment.precision() {
            Precision::Century if self.language.century == Century::AsRange => {
                push_number(text, year);
                text.push_str(self.language.range_dash);
                push_number(text, year + 99);
            }
            Precision::Decade | Precision::Century => {
                text.push_str(words.decade_prefix);
                push_number(text, year);
                text.push_str(words.decade_suffix);
            }
            _ => push_number(text, year),
        }
    }

    fn second_year(&self, text: &mut Text, start: &Moment, end: &Moment) {
        let abbreviated =
            self.style.years == YearRange::Abbreviated && start.year() >= 100 && start.year() / 100 == end.year() / 100;
        let year = end.year().unsigned_abs();
        if abbreviated { push_padded(text, year % 100, 2) } else { push_number(text, year) }
    }

    fn month(&self, number: u8) -> &'static str {
        match self.style.months {
            Months::Full => self.language.month(number),
            Months::Short => self.language.short_month(number),
        }
    }
}
