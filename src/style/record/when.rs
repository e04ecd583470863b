//! Dates: their plain parts, and words for everything else.

use std::cmp::Ordering;
use std::fmt::Write;

use crate::document::{Date, DateSpan, Document, Kind, Moment, Precision, RangeEnd, Season, When};
use crate::labels;
use crate::prose::dates::{self, DatePart, DateStyle, Doubt, Months, YearRange};
pub(crate) use crate::prose::digits::{push_number, push_padded};
use crate::prose::language::DateOrder;
use crate::prose::sentence::Sentence;
use crate::separator::Separator;

/// A day, a month, a season or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Day {
    pub(crate) year: i32,
    pub(crate) month: Option<u8>,
    pub(crate) day: Option<u8>,
    pub(crate) season: Option<Season>,
}

impl Day {
    /// Four digits: a record has no year before 1 or after 9999.
    pub(crate) fn push_year(&self, text: &mut impl Write) {
        push_padded(text, self.year.unsigned_abs(), 4);
    }
}

/// A date without its uncertainty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Span {
    /// One date.
    On(Day),
    /// From the first date to the second.
    Between(Day, Day),
    /// This date or a later one: the end is open or unknown.
    Since(Day),
}

impl Span {
    pub(crate) fn first(&self) -> Day {
        match *self {
            Span::On(day) | Span::Since(day) | Span::Between(day, _) => day,
        }
    }
}

const CALENDAR: DateStyle =
    DateStyle { order: DateOrder::MonthDayYear, months: Months::Full, years: YearRange::Full, doubt: Doubt::Words };

/// The years, months and days of a date; for a decade or a set its first and last. `None` for an undated document and
/// for one that is only known to be older than a date, because the year would be taken for its own.
pub(crate) fn span(date: &Date) -> Option<Span> {
    match date.when() {
        When::Undated => None,
        When::Moment(moment) => Some(one_or_several(first_of(moment), last_of(moment))),
        When::Range { start: RangeEnd::Moment(start), end: RangeEnd::Moment(end) } => {
            Some(one_or_several(first_of(start), last_of(end)))
        }
        When::Range { start: RangeEnd::Moment(start), .. } => Some(Span::Since(first_of(start))),
        When::Range { .. } => None,
        When::OneOf(stretches) | When::AllOf(stretches) => of_set(stretches),
    }
}

fn of_set(stretches: &[DateSpan]) -> Option<Span> {
    let (mut first, mut last, mut is_open) = (None::<Day>, None::<Day>, false);
    for stretch in stretches {
        let (start, end) = match stretch {
            DateSpan::Moment(moment) => (first_of(moment), Some(last_of(moment))),
            DateSpan::Between(start, end) => (first_of(start), Some(last_of(end))),
            DateSpan::After(start) => (first_of(start), None),
            DateSpan::Before(_) => return None,
        };
        first = Some(first.map_or(start, |first| if start.cmp_start(&first).is_lt() { start } else { first }));
        is_open |= end.is_none();
        if let Some(end) = end {
            last = Some(last.map_or(end, |last| if end.cmp_end(&last).is_gt() { end } else { last }));
        }
    }
    match (first, last) {
        (Some(first), Some(last)) if !is_open => Some(one_or_several(first, last)),
        (Some(first), _) => Some(Span::Since(first)),
        (None, _) => None,
    }
}

fn one_or_several(first: Day, last: Day) -> Span {
    if first == last { Span::On(first) } else { Span::Between(first, last) }
}

impl Day {
    fn year(year: i32) -> Day {
        Day { year, month: None, day: None, season: None }
    }

    fn cmp_start(&self, other: &Day) -> Ordering {
        (self.year, self.month, self.day).cmp(&(other.year, other.month, other.day))
    }

    fn cmp_end(&self, other: &Day) -> Ordering {
        let end = |day: &Day| (day.year, day.month.unwrap_or(13), day.day.unwrap_or(32));
        end(self).cmp(&end(other))
    }
}

fn first_of(moment: &Moment) -> Day {
    let year = Day::year(moment.year());
    match moment.precision() {
        Precision::Month(month) => Day { month: Some(month), ..year },
        Precision::Day { month, day } => Day { month: Some(month), day: Some(day), ..year },
        Precision::Season(season) => Day { season: Some(season), ..year },
        Precision::Year | Precision::Decade | Precision::Century => year,
    }
}

fn last_of(moment: &Moment) -> Day {
    match moment.precision() {
        Precision::Decade => Day::year(moment.year() + 9),
        Precision::Century => Day::year(moment.year() + 99),
        _ => first_of(moment),
    }
}

/// Whether plain parts contain the whole date.
pub(crate) fn is_plain(date: &Date) -> bool {
    let plain = |moment: &Moment| {
        let exact = matches!(moment.precision(), Precision::Year | Precision::Month(_) | Precision::Day { .. });
        exact && !moment.is_approximate() && !moment.is_uncertain()
    };
    let Date { when, inferred, words, typed: _, earliest: _, latest: _ } = date;
    !inferred && words.is_none() && matches!(when, When::Moment(moment) if plain(moment))
}

/// Whether the date is approximate or uncertain.
pub(crate) fn is_doubtful(date: &Date) -> bool {
    let doubtful = |moment: &Moment| moment.is_approximate() || moment.is_uncertain();
    match date.when() {
        When::Moment(moment) => doubtful(moment),
        When::Range { start, end } => {
            [start, end].into_iter().any(|end| matches!(end, RangeEnd::Moment(moment) if doubtful(moment)))
        }
        When::OneOf(_) => true,
        _ => false,
    }
}

/// The date of the document in words, if plain parts cannot express it. `n.d.` if the record is marked as undated
/// (B3), except for a collection.
pub(crate) fn push_words(s: &mut Sentence<'_>, document: &Document) -> bool {
    !document.date().is_some_and(is_plain) && push_whole(s, document)
}

/// The same, even if plain parts can express it.
pub(crate) fn push_whole(s: &mut Sentence<'_>, document: &Document) -> bool {
    match document.date() {
        None => false,
        Some(date) if date.is_printable() => {
            push(s, date);
            true
        }
        Some(_) => {
            let is_single = *document.kind() != Kind::Collection;
            s.word(if is_single { "n.d." } else { "" });
            is_single
        }
    }
}

/// The printed date: the record's own words for it, if it has any, without their meaning.
pub(crate) fn push_as_printed(s: &mut Sentence<'_>, document: &Document) -> bool {
    match document.date() {
        Some(date) if date.is_printable() => {
            dates::push_date(s, date, DatePart::Whole, CALENDAR);
            true
        }
        _ => push_whole(s, document),
    }
}

/// The date in EDTF that programs can read: days, ranges, seasons, one `~` at the end. Returns `false` if that is not possible.
pub(crate) fn push_edtf(text: &mut impl Write, date: &Date) -> bool {
    if date.is_inferred() || date.display().is_some() {
        return false;
    }
    let exact = |moment: &Moment| !matches!(moment.precision(), Precision::Decade | Precision::Century);
    let ends = match date.when() {
        When::Moment(moment) if exact(moment) => [Some(moment), None],
        When::Range { start: RangeEnd::Moment(start), end: RangeEnd::Moment(end) } if exact(start) && exact(end) => {
            [Some(start), Some(end).filter(|end| *end != start)]
        }
        _ => return false,
    };
    let mut separator = Separator::new();
    for moment in ends.into_iter().flatten() {
        _ = text.write_str(separator.between("/"));
        let day = first_of(moment);
        day.push_year(text);
        let parts = [day.month.or(day.season.map(season_number)), day.month.and(day.day)];
        for part in parts.into_iter().flatten() {
            _ = text.write_char('-');
            push_padded(text, part.into(), 2);
        }
    }
    if is_doubtful(date) {
        _ = text.write_char('~');
    }
    true
}

/// The numbers of the seasons in EDTF.
fn season_number(season: Season) -> u8 {
    match season {
        Season::Spring => 21,
        Season::Summer => 22,
        Season::Autumn => 23,
        Season::Winter => 24,
    }
}

/// The date as in a note, without the meaning of its words: `early in the year`.
pub(crate) fn push_printed(s: &mut Sentence<'_>, date: &Date) {
    dates::push_date(s, date, DatePart::Whole, CALENDAR);
}

/// `circa December 1949`; `early in the year (1950)`; `1785–1960 (bulk 1916–1958)`
pub(crate) fn push(s: &mut Sentence<'_>, date: &Date) {
    dates::push_date(s, date, DatePart::Whole, CALENDAR);
    if date.display().is_some() && !date.is_undated() {
        s.word(" (");
        dates::push_meaning(s, date, DatePart::Whole, CALENDAR);
        s.word(")");
    }
    if let Some(bulk) = date.bulk() {
        s.word(labels::BULK);
        dates::push_date(s, bulk, DatePart::Whole, CALENDAR);
        s.word(")");
    }
}
