//! hayagriva: a CSL engine, with its bundled Chicago and MLA styles.

use std::hint::black_box;

use hayagriva::archive::ArchivedStyle;
use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::{IndependentStyle, Locale, Style};
use hayagriva::{BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest};
use prefercite::Document;
use prefercite::citation::RecordFile;
use prefercite::style::{self, Style as _};
use serde_json::Value;

/// The documents in CSL-JSON, written by our own style.
pub fn csl_json(documents: &[Document]) -> String {
    let style = style::named("csl-json").expect("a style of records");
    let (mut file, mut text) = (RecordFile::new(style.syntax().expect("it has a notation")), String::new());
    for document in documents {
        let citation = style.cite_document(document).expect("every document is an item");
        file.push(citation.as_record().expect("an item").clone(), &mut text).expect("a string takes everything");
    }
    file.finish(&mut text).expect("a string takes everything");
    text
}

/// Each document as an item.
pub fn items(documents: &[Document]) -> Vec<Item> {
    let mut items: Vec<Value> = serde_json::from_str(&csl_json(documents)).expect("CSL-JSON");
    items.iter_mut().for_each(within_hayagriva);
    items.into_iter().map(|item| serde_json::from_value(item).expect("an item")).collect()
}

/// Removes what hayagriva 0.10.1 cannot read: it panics on a range of dates, and rejects a date in words.
fn within_hayagriva(item: &mut Value) {
    for date in ["issued", "event-date", "original-date", "accessed", "available-date"] {
        let Some(value) = item.get_mut(date) else { continue };
        match value.get_mut("date-parts").and_then(Value::as_array_mut) {
            Some(parts) => parts.truncate(1),
            None => _ = item.as_object_mut().expect("an item").remove(date),
        }
    }
}

/// An unpacked style of hayagriva's archive.
pub struct Loaded {
    style: IndependentStyle,
    locales: Vec<Locale>,
    /// The part that is timed and shown: the notes, or the entries of the bibliography.
    pub part: Part,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Part {
    Notes,
    Entries,
}

impl Loaded {
    pub fn new(style: ArchivedStyle, part: Part) -> Self {
        let Style::Independent(style) = style.get() else { unreachable!("the bundled manuals are independent") };
        Loaded { style, locales: hayagriva::archive::locales(), part }
    }

    /// The citations of these items, in one document of the driver.
    pub fn cite(&self, items: &[Item]) -> Vec<String> {
        let (style, locale_files) = (&self.style, self.locales.as_slice());
        let mut driver = BibliographyDriver::new();
        for item in items {
            let cited = vec![CitationItem::with_entry(item)];
            driver.citation(CitationRequest::new(cited, style, None, locale_files, None));
        }
        let rendered = driver.finish(BibliographyRequest { style, locale: None, locale_files });
        match (self.part, rendered.bibliography) {
            (Part::Entries, Some(bibliography)) => {
                bibliography.items.iter().map(|entry| format!("{:#}", entry.content)).collect()
            }
            _ => rendered.citations.iter().map(|citation| format!("{:#}", citation.citation)).collect(),
        }
    }

    /// Cites each item in a document of its own. One document of a thousand citations is slower still.
    pub fn cite_all(&self, items: &[Item]) {
        for item in items {
            black_box(self.cite(std::slice::from_ref(item)));
        }
    }
}
