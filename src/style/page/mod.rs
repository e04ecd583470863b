//! Metadata that reference managers and search engines read from the web page of a document.

mod citation_meta;
mod coins;
mod json_ld;
mod names;
mod zotero;

use super::record::remarks::Remark;
use super::record::shape::Shape;
use super::record::when::{self, Day};
use super::record::{Facts, nonempty, plain};
use crate::citation::{OmissionReason, Record, Text};

pub use citation_meta::CitationMeta;
pub use coins::Coins;
pub use json_ld::JsonLd;

/// The title. For an untitled document its kind, recipient and date: `Letter to Charles Milnes Gaskell, September 22, 1867`.
fn title(facts: &Facts<'_>) -> String {
    facts.title().unwrap_or_else(|| plain(|s| facts.push_made_title(s)))
}

/// The start of the date as a day, month or year in ISO 8601.
fn first_day(facts: &Facts<'_>, shape: Shape) -> Option<String> {
    let of_book = facts.book.filter(|_| shape.is_published()).and_then(|book| book.date.as_ref());
    of_book.or(facts.document.date()).and_then(when::span).map(|span| iso(span.first()))
}

fn iso(day: Day) -> String {
    let mut text = Text::new();
    day.push_year(&mut text);
    for part in [day.month, day.month.and(day.day)].into_iter().flatten() {
        text.push('-');
        when::push_padded(&mut text, part.into(), 2);
    }
    text.to_string()
}

/// Reports the access date of the URL, for formats without a field for it.
fn omit_access(record: &mut Record, facts: &Facts<'_>) {
    if facts.home.is_some_and(|home| home.accessed.is_some()) {
        record.omit("surrogates[0].accessed", OmissionReason::NoField);
    }
}

/// Labelled sentences with everything that has no field of its own.
fn description(facts: &Facts<'_>, has_field: impl Fn(Remark) -> bool) -> Option<String> {
    nonempty(|s| facts.push_remarks(s, Remark::ALL.iter().copied().filter(|remark| !has_field(*remark))))
}
