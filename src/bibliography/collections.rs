//! Collections instead of the documents that are in them (RULES 7).

use std::collections::HashMap;

use super::entry::{BibliographyMode, Entry, Listed};
use crate::document::{Document, Holding, Kind, Level, LevelKind};

/// An entry for each document, or for each collection.
pub(super) fn entries(documents: Vec<&Document>, mode: BibliographyMode) -> Vec<Entry<'_>> {
    let single = |document| Entry::of(Listed::Document(document));
    let least = match mode {
        BibliographyMode::Items => return documents.into_iter().map(single).collect(),
        BibliographyMode::Collections => 1,
        BibliographyMode::Auto => 2,
    };
    let mut collections: HashMap<Holding, Vec<&Document>> = HashMap::new();
    let mut entries = Vec::with_capacity(documents.len());
    for document in documents {
        match collection(document) {
            Some(collection) => collections.entry(collection).or_default().push(document),
            None => entries.push(single(document)),
        }
    }
    for (collection, members) in collections {
        // A description that nothing could be made of leaves its documents as they are.
        match (members.len() >= least).then(|| made(&collection)).flatten() {
            Some(document) => entries.push(Entry::of(Listed::Collection(Box::new(document), members))),
            None => entries.extend(members.into_iter().map(single)),
        }
    }
    entries
}

/// The collection in which a document is that is cited by its archive: of a document read in a book the book is cited.
pub(super) fn collection(document: &Document) -> Option<Holding> {
    let holding = document.holdings().first().filter(|_| {
        *document.kind() != Kind::Collection && document.source().is_none() && document.preferred_citation().is_none()
    })?;
    let mut path: Vec<Level> = collection_path(holding).into_iter().map(as_heading).collect();
    if let Some(class) = &holding.class {
        // RULES 7.4: the class is what a British archive calls its collection.
        path = vec![Level { id: Some(class.clone()), ..Level::default() }];
    }
    if path.is_empty() || holding.cited_whole.is_some() {
        return None;
    }
    let mut collection = Holding::default();
    (collection.repository, collection.path) = (holding.repository.clone(), path);
    collection.class.clone_from(&holding.class);
    Some(collection)
}

/// The levels that make a collection: record group, fonds, collection; of a Soviet path fond and opis.
pub(super) fn collection_path(holding: &Holding) -> Vec<&Level> {
    use LevelKind as L;
    let of = |kinds: &[LevelKind]| -> Vec<&Level> {
        holding.path.iter().filter(|level| level.level.as_ref().is_some_and(|kind| kinds.contains(kind))).collect()
    };
    let western = of(&[L::RecordGroup, L::Subgroup, L::Fonds, L::Subfonds, L::Collection]);
    if western.is_empty() { of(&[L::Fond, L::Opis]) } else { western }
}

/// What of a level names it: not the dates of what it holds, nor what a footnote calls it later.
fn as_heading(level: &Level) -> Level {
    let mut heading = Level::default();
    (heading.level, heading.id, heading.title) = (level.level.clone(), level.id.clone(), level.title.clone());
    heading
}

/// The collection as a document that every style can cite.
fn made(collection: &Holding) -> Option<Document> {
    let repository = collection.repository.as_ref();
    let names = repository.and_then(|it| it.abbreviation.as_ref().or(it.name.as_ref())).into_iter();
    let levels = collection.path.iter().flat_map(|level| [level.title.as_ref(), level.id.as_ref()]).flatten();
    let mut id = "collection".to_owned();
    for words in names.chain(levels) {
        for word in words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            // An id has at most 128 bytes.
            if id.len() + word.len() < 120 {
                id.push('-');
                id.push_str(&word.to_lowercase());
            }
        }
    }
    Document::builder(id, Kind::Collection).holding(collection.clone()).build().ok()
}
