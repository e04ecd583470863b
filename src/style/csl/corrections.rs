//! Corrections of the processor's output, for data that the processor does not accept.

use hayagriva::citationberg::json::{DateValue, Item, Value};

use super::item::{self, Awkward, Prepared, Rest};
use super::tree::Run;
use super::{dates, names};

/// Corrects dates, then names.
pub(super) fn put_right(runs: &mut [Run], prepared: &Prepared, is_english: bool, render: impl Fn(&Item) -> Vec<Run>) {
    for Awkward { variable, rest } in &prepared.dates {
        let Some((year, after)) = year_after(&prepared.item, variable) else { continue };
        let with = |date: &DateValue| {
            let mut item = prepared.item.clone();
            item.0.insert((*variable).to_owned(), Value::Date(date.clone()));
            render(&item)
        };
        match rest {
            Rest::Until(end) => dates::put_right(runs, &with(end), rest, year, is_english),
            Rest::Words { .. } => dates::put_right(runs, &render(&after), rest, year, is_english),
            // A style that prints only the year prints no season. A month in place of the season shows where it is printed.
            Rest::Season(season) => {
                let with_month = with(&item::date(vec![year, 1], false, None));
                dates::put_seasons(runs, &with_month, &with(season));
            }
        }
    }
    names::put_right(runs, &prepared.tight);
    dates::tidy(runs);
}

/// The year of a date of the item, and the item with the next year in its place.
fn year_after(item: &Item, variable: &str) -> Option<(i16, Item)> {
    let Some(Value::Date(DateValue::DateParts { circa, .. })) = item.0.get(variable) else { return None };
    let year = dates::year_of(item, variable)?;
    let mut other = item.clone();
    let next = if year < i16::MAX { year + 1 } else { year - 1 };
    other.0.insert(variable.to_owned(), Value::Date(item::date(vec![next], *circa, None)));
    Some((year, other))
}
