//! What the processor is asked for, form by form.

use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::taxonomy::Locator;
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, LocatorPayload, Rendered, SpecificLocator,
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

    fn entry(&self, item: &Item) -> Vec<Run> {
        let rendered = self.finish(|driver| driver.citation(self.request(item, None, Some(1))));
        let entries = rendered.bibliography.into_iter().flat_map(|list| list.items);
        // Alone it has no number to be told.
        let without_number = |entry: &hayagriva::BibliographyItem| {
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
        let between = Item([("id", ""), ("type", "book"), ("title", "Between")].map(string).into());
        let rendered = self.finish(|driver| {
            driver.citation(self.request(item, None, Some(1)));
            driver.citation(self.request(&between, None, Some(2)));
            driver.citation(self.request(item, place, Some(30)));
        });
        rendered.citations.get(2).map(|citation| flatten(&citation.citation)).unwrap_or_default()
    }

    /// The style's order of items that are called by their places.
    pub(super) fn order(&self, items: &[Item]) -> Vec<usize> {
        if self.style.bibliography.as_ref().is_none_or(|list| list.sort.is_none()) {
            return (0..items.len()).collect();
        }
        let rendered = self.finish(|driver| {
            items.iter().for_each(|item| driver.citation(self.request(item, None, None)));
        });
        let entries = rendered.bibliography.into_iter().flat_map(|list| list.items);
        entries.filter_map(|entry| entry.key.parse().ok()).collect()
    }

    /// The entries of a list that is in order already, each by the id of its item.
    pub(super) fn list(&self, items: &[&Item]) -> Vec<(String, Vec<Run>)> {
        let mut driver = BibliographyDriver::new();
        for (index, item) in items.iter().enumerate() {
            let cited = vec![CitationItem::with_entry(*item)];
            driver.citation(CitationRequest::new(
                cited,
                &self.unsorted,
                self.locale.clone(),
                &self.locales,
                Some(index + 1),
            ));
        }
        let rendered = driver.finish(BibliographyRequest {
            style: &self.unsorted,
            locale: self.locale.clone(),
            locale_files: &self.locales,
        });
        let entries = rendered.bibliography.into_iter().flat_map(|list| list.items);
        entries.map(|entry| (entry.key, flatten_entry(entry.first_field.as_ref(), &entry.content))).collect()
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
