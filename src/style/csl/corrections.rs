//! What the processor cannot be given, in the words that it printed without it.

use hayagriva::citationberg::json::{DateValue, Item, Value};

use super::item::{self, Awkward, Prepared, Rest};
use super::tree::Run;
use super::{dates, names};

/// Corrects what the processor has no input for: dates, then names.
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
            // Where the style prints no more than the year it prints no season: a month shows where.
            Rest::Season(season) => {
                let with_month = with(&item::date(vec![year, 1], false, None));
                dates::put_seasons(runs, &with_month, &with(season));
            }
        }
    }
    names::put_right(runs, &prepared.tight);
    dates::tidy(runs);
}

/// The year of a date of the item, and the item with the next one in its place.
fn year_after(item: &Item, variable: &str) -> Option<(i16, Item)> {
    let Some(Value::Date(DateValue::DateParts { circa, .. })) = item.0.get(variable) else { return None };
    let year = dates::year_of(item, variable)?;
    let mut other = item.clone();
    let next = if year < i16::MAX { year + 1 } else { year - 1 };
    other.0.insert(variable.to_owned(), Value::Date(item::date(vec![next], *circa, None)));
    Some((year, other))
}
