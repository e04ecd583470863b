//! Dates with several members: `July 13 and 16, 1916, November 28, 1916`, `[1892 or 1893]` (A7, B17, B18).

use super::{DatePart, Writer};
use crate::citation::Text;
use crate::document::{DateSpan, Moment, Precision};
use crate::prose::language::DateOrder;
use crate::separator::Separator;

impl Writer<'_> {
    pub(super) fn set(&self, text: &mut Text, stretches: &[DateSpan], conjunction: &str) {
        let same = |of: fn(&DateSpan) -> Option<(i32, bool)>| {
            let mut all = stretches.iter().map(of);
            all.next().flatten().is_some_and(|first| all.all(|other| other == Some(first)))
        };
        let in_one_year = same(year_of);
        if matches!(self.part, DatePart::Year(_)) {
            // Several days of one year have one label.
            let mut years = stretches.chunk_by(|a, b| year_of(a).is_some() && year_of(a) == year_of(b));
            let count = years.clone().count();
            return self.list(text, years.by_ref().filter_map(<[_]>::first), count, conjunction);
        }
        // Dates in several years cannot be split between a label and a rest.
        let part = if in_one_year { self.part } else { DatePart::Whole };
        let writer = Writer { part, ..*self };
        let mut months = stretches.chunk_by(|a, b| month_of(a) == month_of(b));
        let is_month = |days: &[DateSpan]| days.first().is_some_and(|day| month_of(day).is_some());
        let joins_months = conjunction == self.language.dates.and || months.clone().count() == 1;
        if joins_months && months.clone().all(is_month) {
            let mut separator = Separator::new();
            for days in months.by_ref() {
                text.push_str(separator.between(", "));
                writer.days_of_month(text, days, conjunction);
            }
            return self.close(text);
        }
        writer.list(text, stretches.iter(), stretches.len(), conjunction);
    }

    /// B17: `13, 14, and 16 July 1916`; `July 13, 14, and 16, 1916`
    fn days_of_month(&self, text: &mut Text, days: &[DateSpan], conjunction: &str) {
        let Some((_, month)) = days.first().and_then(month_of) else { return };
        let day_first = self.style.order == DateOrder::DayMonthYear;
        if !day_first {
            text.push_str(self.month(month));
            text.push_str(self.language.day_space);
        }
        for (index, stretch) in days.iter().enumerate() {
            self.joint(text, index, days.len(), conjunction);
            let (first, last) = match stretch {
                DateSpan::Between(first, last) => (first, Some(last)),
                DateSpan::Moment(day) | DateSpan::Before(day) | DateSpan::After(day) => (day, None),
            };
            self.day_of(text, first);
            if let Some(last) = last {
                text.push_str(self.language.range_dash);
                self.day_of(text, last);
            }
        }
        if day_first {
            text.push_str(self.language.day_space);
            text.push_str(self.month(month));
        }
        if let Some(DateSpan::Moment(day) | DateSpan::Between(day, _)) = days.first() {
            self.of_year(text, !day_first, day);
        }
    }

    /// Some members of a set, and the size of the whole set.
    fn list<'d>(
        &self,
        text: &mut Text,
        stretches: impl Iterator<Item = &'d DateSpan>,
        count: usize,
        conjunction: &str,
    ) {
        for (index, stretch) in stretches.enumerate() {
            self.joint(text, index, count, conjunction);
            let is_last = index + 1 == count;
            // Only the last member gets the marks after the date.
            let writer = if is_last { *self } else { Writer { letter: "", mark: "", ..*self } };
            let is_one_of = conjunction == self.language.dates.or;
            match stretch {
                DateSpan::Moment(moment) => writer.moment(text, moment),
                DateSpan::Between(first, last) => writer.range(text, first, last),
                DateSpan::Before(moment) if !is_one_of => {
                    writer.until(text, moment);
                    continue;
                }
                DateSpan::After(moment) if !is_one_of => {
                    writer.since(text, moment);
                    continue;
                }
                DateSpan::Before(moment) | DateSpan::After(moment) => writer.moment(text, moment),
            }
            writer.close(text);
            // B18: `1867 or later`
            match stretch {
                DateSpan::Before(_) => text.push_str(self.language.dates.or_earlier),
                DateSpan::After(_) => text.push_str(self.language.dates.or_later),
                DateSpan::Moment(_) | DateSpan::Between(..) => {}
            }
        }
    }

    /// Writes the separator before a member of a set.
    fn joint(&self, text: &mut Text, index: usize, count: usize, conjunction: &str) {
        if index > 0 {
            let is_last = index + 1 == count;
            text.push_str(if !is_last || index > 1 && self.language.serial_comma { ", " } else { " " });
            if is_last {
                text.push_str(conjunction);
                text.push(' ');
            }
        }
    }
}

/// The year and the month of the day or days of a member.
fn month_of(stretch: &DateSpan) -> Option<(i32, u8)> {
    let month = |moment: &Moment| match moment.precision() {
        Precision::Day { month, .. } => Some((moment.year(), month)),
        _ => None,
    };
    match stretch {
        DateSpan::Moment(moment) => month(moment),
        DateSpan::Between(first, last) => month(first).filter(|month_of_first| month(last) == Some(*month_of_first)),
        DateSpan::Before(_) | DateSpan::After(_) => None,
    }
}

/// The year of a member, and whether the member is a whole year.
fn year_of(stretch: &DateSpan) -> Option<(i32, bool)> {
    let year = |moment: &Moment| (moment.year(), moment.precision() <= Precision::Decade);
    match stretch {
        DateSpan::Moment(moment) => Some(year(moment)),
        DateSpan::Between(first, last) => Some(year(first)).filter(|year_of_first| year(last) == *year_of_first),
        DateSpan::Before(_) | DateSpan::After(_) => None,
    }
}
