//! What the processor is asked for, form by form.

use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::taxonomy::Locator;
use hayagriva::{
    BibliographyDriver, BibliographyItem, BibliographyRequest, CitationItem, CitationRequest, LocatorPayload, Rendered,
    SpecificLocator, standalone_citation,
};

use super::disguise;
use super::item::GUARD;
use super::tree::{Origin, Run, flatten, flatten_entry};
use super::{Loaded, locator};
use crate::style::Form;

/// A place within the document as the processor takes it.
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

/// Behind each place that [`Loaded::order`] has printed.
pub(super) const PLACE_END: char = ';';

// No two documents are ever given to one driver: it tells them apart by looking for names that it does not have
// (hayagriva 0.10.1, csl/mod.rs:945, index out of bounds).
impl Loaded {
    /// One document by itself, in one form.
    pub(super) fn render(&self, item: &Item, form: Form, place: Option<&Place>) -> Vec<Run> {
        match form {
            Form::Entry => self.entry(item),
            Form::Short => self.later(item, place),
            Form::Note => self.citation(item, place, Some(1)),
            Form::InText => self.citation(item, place, None),
        }
    }

    /// An entry, with its number in a list.
    pub(super) fn numbered(&self, item: &Item, place: usize) -> Vec<Run> {
        let entries = self.entries(item, place);
        let entry = entries.map(|entry| flatten_entry(entry.first_field.as_ref(), &entry.content)).next();
        entry.unwrap_or_default()
    }

    fn entries(&self, item: &Item, place: usize) -> impl Iterator<Item = BibliographyItem> {
        let mut driver = BibliographyDriver::new().with_citation_number_offset(place);
        driver.citation(self.request(item, None, Some(1)));
        let request =
            BibliographyRequest { style: &self.style, locale: self.locale.clone(), locale_files: &self.locales };
        driver.finish(request).bibliography.into_iter().flat_map(|list| list.items)
    }

    fn entry(&self, item: &Item) -> Vec<Run> {
        let entries = self.entries(item, 0);
        // Alone it has no number to be told.
        let without_number = |entry: &BibliographyItem| {
            let runs = flatten_entry(entry.first_field.as_ref(), &hayagriva::ElemChildren(Vec::new()));
            let is_number = runs.iter().any(|run| run.origin == Origin::CitationNumber);
            flatten_entry(entry.first_field.as_ref().filter(|_| !is_number), &entry.content)
        };
        entries.map(|entry| without_number(&entry)).next().unwrap_or_default()
    }

    fn citation(&self, item: &Item, place: Option<&Place>, note: Option<usize>) -> Vec<Run> {
        let rendered = self.finish(|driver| driver.citation(self.request(item, place, note)));
        rendered.citations.first().map(|citation| flatten(&citation.citation)).unwrap_or_default()
    }

    /// Where the document has been cited before, and another one since: so it is no "ibid."
    fn later(&self, item: &Item, place: Option<&Place>) -> Vec<Run> {
        let between = Item([("id", ""), ("type", "book"), ("title", disguise::UNHEARD_OF)].map(string).into());
        let rendered = self.finish(|driver| {
            driver.citation(self.request(item, None, Some(1)));
            driver.citation(self.request(&between, None, Some(2)));
            driver.citation(self.request(item, place, Some(30)));
        });
        rendered.citations.get(2).map(|citation| flatten(&citation.citation)).unwrap_or_default()
    }

    /// The style's order of items that are called by their places: they are cited together, in a style that sorts them as
    /// its bibliography and prints their places.
    pub(super) fn order(&self, items: &[Item]) -> Vec<usize> {
        let cited: Vec<_> = items.iter().map(CitationItem::with_entry).collect();
        let request = CitationRequest::new(cited, &self.ordering, self.locale.clone(), &self.locales, None);
        let runs = flatten(&standalone_citation(request));
        let places: String = runs.iter().map(|run| run.words.as_str()).collect();
        places.split(PLACE_END).filter_map(|place| place.trim().parse().ok()).collect()
    }

    fn request<'r>(
        &'r self,
        item: &'r Item,
        place: Option<&'r Place>,
        note: Option<usize>,
    ) -> CitationRequest<'r, Item> {
        let locator = place.map(|place| SpecificLocator(place.unit, LocatorPayload::Str(&place.words)));
        let items = vec![CitationItem::with_locator(item, locator)];
        CitationRequest::new(items, &self.style, self.locale.clone(), &self.locales, note)
    }

    fn finish<'r>(&'r self, cite: impl FnOnce(&mut BibliographyDriver<'r, Item>)) -> Rendered {
        let mut driver = BibliographyDriver::new();
        cite(&mut driver);
        driver.finish(BibliographyRequest {
            style: &self.style,
            locale: self.locale.clone(),
            locale_files: &self.locales,
        })
    }
}

fn string((key, value): (&str, &str)) -> (String, hayagriva::citationberg::json::Value) {
    (key.to_owned(), hayagriva::citationberg::json::Value::String(value.to_owned()))
}
