//! The calls to the processor for each form, always for one document alone.
//!
//! Two documents are never passed together. The processor would disambiguate them by searching for names that it does
//! not have (hayagriva 0.10.1, csl/mod.rs:945, index out of bounds). Where it does not panic, it would lose names,
//! and print the dash of one author for the work of another.

use hayagriva::citationberg::json::{Item, Value};
use hayagriva::citationberg::taxonomy::Locator;
use hayagriva::citationberg::{IndependentStyle, Locale};
use hayagriva::{
    BibliographyDriver, BibliographyItem, BibliographyRequest, CitationItem, CitationRequest, ElemChildren,
    LocatorPayload, Rendered, SpecificLocator, standalone_citation,
};

use super::disguise::{self, GUARD};
use super::loaded::Loaded;
use super::sheet::Asked;
use super::tree::{Origin, Run, flatten, flatten_entry};
use super::{dates, locator};
use crate::style::Form;

/// A locator for the processor.
#[derive(Clone, Debug)]
pub(super) struct Place {
    unit: Locator,
    words: String,
}

impl Place {
    pub(super) fn new(words: &str) -> Self {
        let (unit, words) = locator::parse(words);
        let is_plain = words.starts_with(char::is_alphanumeric);
        let disguised = if words.is_ascii() { words.to_owned() } else { disguise::behind_first(words) };
        Place { unit, words: if is_plain { disguised } else { format!("{GUARD}{disguised}") } }
    }
}

impl Loaded {
    /// One document alone, in one form, with its number in a list if it has one.
    pub(super) fn render(
        &self,
        item: &Item,
        form: Form,
        place: Option<&Place>,
        asked: Asked,
        number: Option<usize>,
    ) -> Vec<Run> {
        let sheet = self.sheet(asked);
        let asking = Asking { loaded: self, sheet: &sheet, locales: self.locales(asked), number };
        let mut runs = match form {
            Form::Entry => asking.entry(item),
            Form::Short => asking.later(item, place),
            Form::Note => asking.citation(item, place, Some(1)),
            Form::InText if number.is_none() && !self.ways.tests_positions => asking.alone(item, place),
            Form::InText => asking.citation(item, place, None),
        };
        dates::put_undated(&mut runs, item);
        runs
    }

    /// One document alone in a sheet of its own, as a citation.
    pub(super) fn alone(&self, sheet: &IndependentStyle, item: &Item) -> Vec<Run> {
        let mut runs = Asking { loaded: self, sheet, locales: &self.locales, number: None }.alone(item, None);
        dates::put_undated(&mut runs, item);
        runs
    }
}

/// A sheet with everything else that the processor needs.
struct Asking<'r> {
    loaded: &'r Loaded,
    sheet: &'r IndependentStyle,
    locales: &'r [Locale],
    number: Option<usize>,
}

impl<'r> Asking<'r> {
    fn entry(&self, item: &Item) -> Vec<Run> {
        let rendered = self.finish(|driver| driver.citation(self.request(item, None, Some(1))));
        let entries = rendered.bibliography.into_iter().flat_map(|list| list.items);
        let runs = |entry: BibliographyItem| {
            let first = flatten_entry(entry.first_field.as_ref(), &ElemChildren(Vec::new()));
            // A document that is rendered alone has no number.
            let is_number = first.iter().any(|run| run.origin == Origin::CitationNumber);
            let first = entry.first_field.as_ref().filter(|_| !is_number || self.number.is_some());
            flatten_entry(first, &entry.content)
        };
        entries.map(runs).next().unwrap_or_default()
    }

    fn citation(&self, item: &Item, place: Option<&Place>, note: Option<usize>) -> Vec<Run> {
        let rendered = self.finish(|driver| driver.citation(self.request(item, place, note)));
        rendered.citations.first().map(|citation| flatten(&citation.citation)).unwrap_or_default()
    }

    /// The same as if it had been cited before, which takes a third of the time.
    fn alone(&self, item: &Item, place: Option<&Place>) -> Vec<Run> {
        flatten(&standalone_citation(self.request(item, place, None)))
    }

    /// For a document that was cited before, with another one since, so that "ibid." is not printed.
    fn later(&self, item: &Item, place: Option<&Place>) -> Vec<Run> {
        let between = [("id", ""), ("type", "book"), ("title", disguise::RESERVED)];
        let between = Item(between.map(|(key, value)| (key.to_owned(), Value::String(value.to_owned()))).into());
        let rendered = self.finish(|driver| {
            driver.citation(self.request(item, None, Some(1)));
            driver.citation(self.request(&between, None, Some(2)));
            driver.citation(self.request(item, place, Some(30)));
        });
        rendered.citations.get(2).map(|citation| flatten(&citation.citation)).unwrap_or_default()
    }

    fn request<'i>(&self, item: &'i Item, place: Option<&'i Place>, note: Option<usize>) -> CitationRequest<'i, Item>
    where
        'r: 'i,
    {
        let locator = place.map(|place| SpecificLocator(place.unit, LocatorPayload::Str(&place.words)));
        let items = vec![CitationItem::with_locator(item, locator)];
        CitationRequest::new(items, self.sheet, self.loaded.locale.clone(), self.locales, note)
    }

    fn finish<'i>(&self, cite: impl FnOnce(&mut BibliographyDriver<'i, Item>)) -> Rendered
    where
        'r: 'i,
    {
        let before = self.number.map_or(0, |number| number.saturating_sub(1));
        let mut driver = BibliographyDriver::new().with_citation_number_offset(before);
        cite(&mut driver);
        driver.finish(BibliographyRequest {
            style: self.sheet,
            locale: self.loaded.locale.clone(),
            locale_files: self.locales,
        })
    }
}
