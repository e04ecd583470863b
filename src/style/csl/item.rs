//! A document as the processor takes it: CSL-JSON, without what the processor does not bear.
//!
//! What was seen of hayagriva 0.10.1, by running it or in its source, and what is done about it:
//!
//! | fault | fence |
//! |---|---|
//! | a date range panics | it gets the first date; the end is put in afterwards ([`super::dates`]) |
//! | words for a date are refused; a season is printed also where only years are, and leaves its stacks unsorted where its word is missing | the same |
//! | `archive-place` is dropped | it gets the name that it reads, `archive_place` |
//! | titles are re-cased, the last word wrongly ("CCP CC", "CCP Cc") | their letters are disguised as others that have no case: [`super::disguise`] |
//! | a name that is never turned round is turned | its family name is marked, and it is put right afterwards ([`super::names`]) |
//! | a particle that ends in an apostrophe gets a space behind it | the same |
//! | lower-case words of a family name become a dropping particle | they are handed over as a non-dropping one |
//! | a value that opens with white space or a mark eats what stands before it, and panics where that is cut within a character | a [`GUARD`] stands before it |
//! | a value without letters deletes the same value where it stands just before | the same |
//! | without a `citation-label` the alphanumeric style prints empty brackets | it gets one |

use std::collections::BTreeMap;

use hayagriva::citationberg::json::{DateValue, Item, LiteralName, NameItem, NameValue, Value, VecDate, VecDateRange};

use super::disguise::{self, FAMILY, GUARD};
use super::figures;
use crate::citation::{Fields, Record, Value as Said};
use crate::document::{Date, Document};
use crate::slice::slice;
use crate::style::csl_json::dates;
use crate::style::record::{Facts, plain};
use crate::style::{Cite, CslJson};

/// What goes into the processor, and what has to be put right behind it.
#[derive(Clone, Debug)]
pub(super) struct Prepared {
    pub(super) item: Item,
    /// Dates that the item cannot say.
    pub(super) dates: Vec<Awkward>,
    /// What the processor prints for a particle and a family name, and what it should: `d’ Alembert`, `d’Alembert`.
    pub(super) tight: Vec<(String, String)>,
}

/// A date that is more than the processor takes.
#[derive(Clone, Debug)]
pub(super) struct Awkward {
    pub(super) variable: &'static str,
    pub(super) rest: Rest,
}

/// What has to be added to the date that the item says.
#[derive(Clone, Debug)]
pub(super) enum Rest {
    /// The end of a range.
    Until(DateValue),
    /// Words in its place; in a language that they are not in, figures.
    Words { words: String, figures: String },
    /// The season of its year.
    Season(DateValue),
}

const DATES: [&str; 3] = ["issued", "event-date", "accessed"];
const TITLES: [&str; 6] =
    ["title", "title-short", "container-title", "volume-title", "collection-title", "original-title"];
/// These are read as numbers, and a number is printed as an ordinal, in Roman figures, with `vols.` …
const NUMBERS: [&str; 6] = ["volume", "issue", "edition", "number", "page", "number-of-pages"];

/// Beside a place within the document its leaves are not said.
pub(super) fn prepare(document: &Document, has_place: bool) -> Prepared {
    let record = CslJson::new().record(&Cite::new(document));
    let mut prepared = Prepared { item: Item(BTreeMap::new()), dates: Vec::new(), tight: Vec::new() };
    let values = &mut prepared.item.0;
    values.insert("id".to_owned(), Value::String(document.id().to_owned()));
    values.insert("type".to_owned(), Value::String(record.kind().to_owned()));
    values.insert("citation-label".to_owned(), Value::String(label(&record, document)));
    // The labelled sentences are for readers of records: a style that prints notes gets the document's own.
    if let Some(note) = document.note() {
        values.insert("note".to_owned(), text("note", note));
    }
    for field in record.fields() {
        let name = field.name.as_ref();
        match &field.value {
            // By a language of its own an item would have its titles re-cased, and labels would not be, whatever the locale.
            _ if name == "note" || name == "language" => {}
            Said::Text(words) => {
                let key = if name == "archive-place" { "archive_place" } else { name };
                prepared.item.0.insert(key.to_owned(), text(name, words));
            }
            Said::List(list) => {
                let parts: Vec<&Fields> = list.iter().filter_map(Said::as_map).collect();
                prepared.tight.extend(parts.iter().flat_map(|parts| tight(parts)));
                prepared.item.0.insert(name.to_owned(), Value::Names(parts.into_iter().map(person).collect()));
            }
            Said::Map(date) => {
                if let Some(variable) = DATES.iter().find(|known| **known == name) {
                    push_date(&mut prepared, variable, date, document);
                }
            }
            Said::Number(_) | Said::Bool(_) => {}
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

/// The location of a document with leaves, without these.
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
        // What the processor does to letters that change their length is not to be relied on.
        () if !words.is_ascii() => guarded(&disguise::behind_first(words)),
        () if is_number => words.to_owned(),
        () => guarded(words),
    })
}

/// `153` of `Cable no. 153`: the style brings its own label, and the genre says the rest.
fn without_label(number: &str) -> &str {
    let label = number.match_indices(". ").find(|(at, _)| {
        let before = slice(number, ..*at);
        before.rsplit(' ').next().is_some_and(|word| word.eq_ignore_ascii_case("no"))
    });
    let rest = label.map(|(at, label)| slice(number, at + label.len()..));
    rest.filter(|rest| rest.starts_with(char::is_alphanumeric)).unwrap_or(number)
}

/// A value as the processor bears it. Letters that stand for others are marked as meaning themselves.
fn guarded(words: &str) -> String {
    if words.starts_with(|c: char| c.is_alphabetic() || disguise::is_disguised(c)) {
        words.to_owned()
    } else {
        format!("{GUARD}{words}")
    }
}

fn words<'f>(parts: &'f Fields, name: &str) -> Option<&'f str> {
    parts.get(name).and_then(Said::as_text)
}

fn person(parts: &Fields) -> NameValue {
    let plain = |words: &str| guarded(&disguise::escaped(words));
    let part = |name| words(parts, name).map(plain);
    if let (Some(family), true) = (words(parts, "family"), parts.get("static-ordering").is_some()) {
        // The processor takes small words that open a family name for a particle, and moves them.
        let kept = |words: &str| {
            if words.starts_with(char::is_lowercase) { guarded(&disguise::whole(words)) } else { plain(words) }
        };
        let particles = [words(parts, "dropping-particle"), words(parts, "non-dropping-particle")];
        let family = particles.into_iter().flatten().map(kept).chain([kept(family)]).collect::<Vec<_>>().join(" ");
        let family = format!("{FAMILY}{family}{FAMILY}");
        return NameValue::Item(NameItem {
            // A family name alone would be an institution's.
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

/// A particle that ends in an apostrophe or a hyphen takes no space behind it.
fn tight(parts: &Fields) -> Option<(String, String)> {
    let family = words(parts, "family")?;
    let particle = words(parts, "non-dropping-particle").or_else(|| words(parts, "dropping-particle"));
    let particle = particle.filter(|particle| particle.ends_with(['\'', '’', 'ʼ', '-', '‐', '‑']))?;
    Some((format!("{particle} {family}"), format!("{particle}{family}")))
}

fn push_date(prepared: &mut Prepared, variable: &'static str, said: &Fields, document: &Document) {
    let list = |value: &Said| value.as_list().map(<[Said]>::to_vec).unwrap_or_default();
    let parts: Vec<Vec<i16>> =
        said.get("date-parts").map(list).unwrap_or_default().iter().map(|part| numbers(&list(part))).collect();
    let circa = said.get("circa").is_some();
    let meant = date_of(variable, document);
    let (start, rest) = match (parts.as_slice(), said.get("season"), meant.and_then(words_for)) {
        (_, _, Some(words)) => (vec![sorting_year(meant)], Some(words)),
        ([start, end], ..) => (start.clone(), Some(Rest::Until(date(end.clone(), circa, None)))),
        ([start], Some(Said::Number(season)), _) => {
            (start.clone(), Some(Rest::Season(date(start.clone(), circa, Some(season.to_string())))))
        }
        ([start], ..) => (start.clone(), None),
        _ => return,
    };
    if start.is_empty() {
        return;
    }
    // Words say their doubts themselves.
    let circa = circa && !matches!(rest, Some(Rest::Words { .. }));
    prepared.item.0.insert(variable.to_owned(), Value::Date(date(start, circa, None)));
    prepared.dates.extend(rest.map(|rest| Awkward { variable, rest }));
}

/// The archive's own wording of a date, or words for what no parts say exactly.
fn words_for(date: &Date) -> Option<Rest> {
    match date.display() {
        Some(words) => Some(Rest::Words { words: words.to_owned(), figures: words.to_owned() }),
        None => Some(Rest::Words { words: dates::in_words(date)?, figures: figures::of(date) }),
    }
}

pub(super) fn date(parts: Vec<i16>, circa: bool, season: Option<String>) -> DateValue {
    DateValue::DateParts { date_parts: VecDateRange(vec![VecDate(parts)]), literal: None, season, circa }
}

fn numbers(parts: &[Said]) -> Vec<i16> {
    let number = |value: &Said| if let Said::Number(number) = value { i16::try_from(*number).ok() } else { None };
    parts.iter().map_while(number).collect()
}

/// Which date of the document a variable says.
fn date_of<'d>(variable: &str, document: &'d Document) -> Option<&'d Date> {
    let facts = Facts::of(document);
    match (variable, facts.book) {
        ("issued", Some(book)) => book.date.as_ref(),
        ("accessed", _) => facts.home.and_then(|home| home.accessed.as_ref()),
        _ => document.date(),
    }
}

/// The year that a date in words is sorted by: its first, or else its last; what is undated comes last.
fn sorting_year(date: Option<&Date>) -> i16 {
    let day = date.and_then(|date| date.earliest().or(date.latest()));
    // The variant that is compared with it is of the year after.
    day.and_then(|day| i16::try_from(chrono::Datelike::year(&day)).ok()).unwrap_or(9998)
}

/// `Mao50`
fn label(record: &Record, document: &Document) -> String {
    let names = match record.get("author") {
        Some(Said::List(names)) => names.as_slice(),
        _ => &[],
    };
    let family = names.first().and_then(Said::as_map).and_then(|parts| {
        let literal = || words(parts, "literal");
        words(parts, "family").or_else(literal)
    });
    let letters = family.or(record.text("title")).or(record.text("genre")).unwrap_or(document.id());
    let mut label: String = letters.chars().filter(|c| c.is_alphanumeric()).take(3).collect();
    if label.is_empty() {
        label = document.id().to_owned();
    }
    if let Some(Said::Map(date)) = record.get("issued")
        && let Some(Said::List(parts)) = date.get("date-parts")
        && let Some(Said::List(first)) = parts.first()
        && let Some(Said::Number(year)) = first.first()
    {
        label.push_str(&format!("{:02}", year % 100));
    }
    label
}
