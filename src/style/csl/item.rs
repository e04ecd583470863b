//! A document as CSL-JSON for the processor, without anything that the processor cannot handle.
//!
//! Faults of hayagriva 0.10.1, found by running it or in its source, and the workarounds:
//!
//! | fault | workaround |
//! |---|---|
//! | a date range panics | it gets the first date; the end is added afterwards ([`super::dates`]) |
//! | words for a date are rejected; a season is printed where the style prints only years, and leaves its stacks unsorted where its word is missing | the same |
//! | `archive-place` is dropped | it gets the name that it reads, `archive_place` |
//! | the case of titles is changed, for the last word wrongly ("CCP CC", "CCP Cc") | characters without case replace their letters: [`super::disguise`] |
//! | a name that must not be inverted is inverted | its family name is marked, and corrected afterwards ([`super::names`]) |
//! | a particle that ends with an apostrophe gets a space after it | the same |
//! | lowercase words of a family name become a dropping particle | they are passed as a non-dropping one |
//! | a value that begins with white space or a mark deletes what comes before it, and panics if that cuts a character | a [`GUARD`] comes before it |
//! | a value without letters deletes the same value directly before it | the same |
//! | without a `citation-label` the alphanumeric style prints empty brackets | it gets one |

use std::collections::BTreeMap;

use hayagriva::citationberg::json::{DateValue, Item, LiteralName, NameItem, NameValue, Value, VecDate, VecDateRange};

use super::disguise::{self, FAMILY, GUARD};
use super::figures;
use crate::citation::{Fields, Record, Value as FieldValue};
use crate::document::{Date, Document};
use crate::slice::slice;
use crate::style::csl_json::dates;
use crate::style::record::{Facts, plain, with_translation};
use crate::style::{Cite, CslJson};

/// The input of the processor, and what must be corrected in its output.
#[derive(Clone, Debug)]
pub(super) struct Prepared {
    pub(super) item: Item,
    /// Dates that the item cannot express.
    pub(super) dates: Vec<Awkward>,
    /// The processor's output for a particle and a family name, and the correct form: `d’ Alembert`, `d’Alembert`.
    pub(super) tight: Vec<(String, String)>,
}

/// A date that the processor does not accept completely.
#[derive(Clone, Debug)]
pub(super) struct Awkward {
    pub(super) variable: &'static str,
    pub(super) rest: Rest,
}

/// What must be added to the date of the item.
#[derive(Clone, Debug)]
pub(super) enum Rest {
    /// The end of a range.
    Until(DateValue),
    /// Words in place of the date. If the language is not that of the words, figures.
    Words { words: String, figures: String },
    /// The season of its year.
    Season(DateValue),
}

const DATES: [&str; 3] = ["issued", "event-date", "accessed"];
const TITLES: [&str; 6] =
    ["title", "title-short", "container-title", "volume-title", "collection-title", "original-title"];
/// The processor reads these as numbers, and prints a number as an ordinal, in Roman numerals, with `vols.` …
const NUMBERS: [&str; 6] = ["volume", "issue", "edition", "number", "page", "number-of-pages"];

/// With a locator the leaves of the document are not printed.
pub(super) fn prepare(document: &Document, has_place: bool) -> Prepared {
    let record = CslJson::new().record(&Cite::new(document));
    let mut prepared = Prepared { item: Item(BTreeMap::new()), dates: Vec::new(), tight: Vec::new() };
    let values = &mut prepared.item.0;
    values.insert("id".to_owned(), Value::String(document.id().to_owned()));
    values.insert("type".to_owned(), Value::String(record.kind().to_owned()));
    values.insert("citation-label".to_owned(), Value::String(label(&record, document)));
    // The labelled sentences are for readers of records. A style that prints notes gets the document's own note.
    if let Some(note) = document.note() {
        values.insert("note".to_owned(), text("note", note));
    }
    // A cataloguer's title is a title here, because the style is known, and so is what it does with the title.
    if let Some(title) = document.title().filter(|_| record.get("title").is_none()) {
        values.insert("title".to_owned(), text("title", &with_translation(title)));
    }
    let facts = Facts::of(document);
    for field in record.fields() {
        let name = field.name.as_ref();
        if name == "archive" && facts.holding.is_some() {
            let archive = plain(|s| facts.push_archive(s));
            prepared.item.0.insert("archive".to_owned(), text("archive", &archive));
            continue;
        }
        match &field.value {
            // With a language of its own, an item would have its titles re-cased but not its labels, in any locale.
            _ if name == "note" || name == "language" => {}
            FieldValue::Text(words) => {
                let key = if name == "archive-place" { "archive_place" } else { name };
                prepared.item.0.insert(key.to_owned(), text(name, words));
            }
            FieldValue::List(list) => {
                let parts: Vec<&Fields> = list.iter().filter_map(FieldValue::as_map).collect();
                prepared.tight.extend(parts.iter().flat_map(|parts| tight(parts)));
                prepared.item.0.insert(name.to_owned(), Value::Names(parts.into_iter().map(person).collect()));
            }
            FieldValue::Map(date) => {
                if let Some(variable) = DATES.iter().find(|known| **known == name) {
                    push_date(&mut prepared, variable, date, document);
                }
            }
            FieldValue::Number(_) | FieldValue::Bool(_) => {}
        }
    }
    if has_place && let Some(location) = without_leaves(document) {
        let values = &mut prepared.item.0;
        values.remove("archive_location");
        values.extend(
            (!location.is_empty()).then(|| ("archive_location".to_owned(), text("archive_location", &location))),
        );
    }
    prepared
}

/// The location of a document without its leaves.
fn without_leaves(document: &Document) -> Option<String> {
    let facts = Facts::of(document);
    let mut holding = facts.holding.filter(|holding| holding.leaves.is_some())?.clone();
    holding.leaves = None;
    let holding = Some(&holding);
    Some(plain(|s| Facts { holding, ..facts }.push_location(s)))
}

fn text(variable: &str, words: &str) -> Value {
    let words = if variable == "number" { without_label(words) } else { words };
    let is_number = NUMBERS.contains(&variable) && words.starts_with(|c: char| c.is_ascii_digit());
    Value::String(match () {
        () if TITLES.contains(&variable) => guarded(&disguise::whole(words)),
        // The processor is not reliable with letters whose case change changes their length.
        () if !words.is_ascii() => guarded(&disguise::behind_first(words)),
        () if is_number => words.to_owned(),
        () => guarded(words),
    })
}

/// `153` for `Cable no. 153`: the style prints its own label, and the genre contains the rest.
fn without_label(number: &str) -> &str {
    let label = number.match_indices(". ").find(|(at, _)| {
        let before = slice(number, ..*at);
        before.rsplit(' ').next().is_some_and(|word| word.eq_ignore_ascii_case("no"))
    });
    let rest = label.map(|(at, label)| slice(number, at + label.len()..));
    rest.filter(|rest| rest.starts_with(char::is_alphanumeric)).unwrap_or(number)
}

/// A value that the processor can handle. Private-use characters in it are escaped.
fn guarded(words: &str) -> String {
    if words.starts_with(|c: char| c.is_alphabetic() || disguise::is_disguised(c)) {
        words.to_owned()
    } else {
        format!("{GUARD}{words}")
    }
}

fn words<'f>(parts: &'f Fields, name: &str) -> Option<&'f str> {
    parts.get(name).and_then(FieldValue::as_text)
}

fn person(parts: &Fields) -> NameValue {
    let plain = |words: &str| guarded(&disguise::escaped(words));
    let part = |name| words(parts, name).map(plain);
    if let (Some(family), true) = (words(parts, "family"), parts.get("static-ordering").is_some()) {
        // The processor takes lowercase words of a family name for a particle, and moves them or leaves the name out.
        let kept = |words: &str| {
            if words.split(' ').any(|word| word.starts_with(char::is_lowercase)) {
                guarded(&disguise::whole(words))
            } else {
                plain(words)
            }
        };
        let particles = [words(parts, "dropping-particle"), words(parts, "non-dropping-particle")];
        let family = particles.into_iter().flatten().map(kept).chain([kept(family)]).collect::<Vec<_>>().join(" ");
        let family = format!("{FAMILY}{family}{FAMILY}");
        return NameValue::Item(NameItem {
            // A family name alone would be read as an institution.
            given: Some(part("given").unwrap_or_default()),
            suffix: part("suffix"),
            family,
            non_dropping_particle: None,
            dropping_particle: None,
            comma_suffix: None,
        });
    }
    let (given, suffix) = (part("given"), part("suffix"));
    let (dropping, non_dropping) = (part("dropping-particle"), part("non-dropping-particle"));
    let family = words(parts, "literal").or_else(|| words(parts, "family")).map(plain).unwrap_or_default();
    if given.is_none() && suffix.is_none() && dropping.is_none() && non_dropping.is_none() {
        return NameValue::Literal(LiteralName { literal: family });
    }
    let (non_dropping_particle, family) = match (non_dropping, family.split_once(' ')) {
        (None, Some((first, rest))) if dropping.is_none() => (Some(first.to_owned()), rest.to_owned()),
        (non_dropping, _) => (non_dropping, family),
    };
    NameValue::Item(NameItem {
        family,
        given,
        non_dropping_particle,
        dropping_particle: dropping,
        suffix,
        comma_suffix: None,
    })
}

/// A particle that ends with an apostrophe or a hyphen has no space after it.
fn tight(parts: &Fields) -> Option<(String, String)> {
    let family = words(parts, "family")?;
    let particle = words(parts, "non-dropping-particle").or_else(|| words(parts, "dropping-particle"));
    let particle = particle.filter(|particle| particle.ends_with(['\'', '’', 'ʼ', '-', '‐', '‑']))?;
    Some((format!("{particle} {family}"), format!("{particle}{family}")))
}

fn push_date(prepared: &mut Prepared, variable: &'static str, fields: &Fields, document: &Document) {
    let list = |value: &FieldValue| value.as_list().map(<[FieldValue]>::to_vec).unwrap_or_default();
    let parts: Vec<Vec<i16>> =
        fields.get("date-parts").map(list).unwrap_or_default().iter().map(|part| numbers(&list(part))).collect();
    let circa = fields.get("circa").is_some();
    let meant = date_of(variable, document);
    let (start, rest) = match (parts.as_slice(), fields.get("season"), meant.and_then(words_for)) {
        (_, _, Some(words)) => (vec![sorting_year(meant)], Some(words)),
        ([start, end], ..) => (start.clone(), Some(Rest::Until(date(end.clone(), circa, None)))),
        ([start], Some(FieldValue::Number(season)), _) => {
            (start.clone(), Some(Rest::Season(date(start.clone(), circa, Some(season.to_string())))))
        }
        ([start], ..) => (start.clone(), None),
        _ => return,
    };
    if start.is_empty() {
        return;
    }
    // Words for a date contain their own uncertainty.
    let circa = circa && !matches!(rest, Some(Rest::Words { .. }));
    prepared.item.0.insert(variable.to_owned(), Value::Date(date(start, circa, None)));
    prepared.dates.extend(rest.map(|rest| Awkward { variable, rest }));
}

/// The archive's own wording of a date, or words for what date parts cannot express exactly.
fn words_for(date: &Date) -> Option<Rest> {
    match date.display() {
        Some(words) => Some(Rest::Words { words: words.to_owned(), figures: words.to_owned() }),
        None => Some(Rest::Words { words: dates::in_words(date)?, figures: figures::of(date) }),
    }
}

pub(super) fn date(parts: Vec<i16>, circa: bool, season: Option<String>) -> DateValue {
    DateValue::DateParts { date_parts: VecDateRange(vec![VecDate(parts)]), literal: None, season, circa }
}

fn numbers(parts: &[FieldValue]) -> Vec<i16> {
    let number =
        |value: &FieldValue| if let FieldValue::Number(number) = value { i16::try_from(*number).ok() } else { None };
    parts.iter().map_while(number).collect()
}

/// The date of the document for a variable.
fn date_of<'d>(variable: &str, document: &'d Document) -> Option<&'d Date> {
    let facts = Facts::of(document);
    match (variable, facts.book) {
        ("issued", Some(book)) => book.date.as_ref(),
        ("accessed", _) => facts.home.and_then(|home| home.accessed.as_ref()),
        _ => document.date(),
    }
}

/// The year by which a date in words is sorted: its first, otherwise its last. Undated documents come last.
fn sorting_year(date: Option<&Date>) -> i16 {
    let day = date.and_then(|date| date.earliest().or(date.latest()));
    // The variant that is compared with it has the next year.
    day.and_then(|day| i16::try_from(chrono::Datelike::year(&day)).ok()).unwrap_or(9998)
}

/// `Mao50`
fn label(record: &Record, document: &Document) -> String {
    let names = match record.get("author") {
        Some(FieldValue::List(names)) => names.as_slice(),
        _ => &[],
    };
    let family = names.first().and_then(FieldValue::as_map).and_then(|parts| {
        let literal = || words(parts, "literal");
        words(parts, "family").or_else(literal)
    });
    let letters = family.or(record.text("title")).or(record.text("genre")).unwrap_or(document.id());
    let mut label: String = letters.chars().filter(|c| c.is_alphanumeric()).take(3).collect();
    if label.is_empty() {
        label = document.id().to_owned();
    }
    if let Some(FieldValue::Map(date)) = record.get("issued")
        && let Some(FieldValue::List(parts)) = date.get("date-parts")
        && let Some(FieldValue::List(first)) = parts.first()
        && let Some(FieldValue::Number(year)) = first.first()
    {
        label.push_str(&format!("{:02}", year % 100));
    }
    label
}
