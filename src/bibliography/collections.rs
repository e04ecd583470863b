//! Collections instead of their documents (RULES 7).

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
        // If no document can be made from the description, the documents are listed one by one.
        match (members.len() >= least).then(|| made(&collection)).flatten() {
            Some(document) => entries.push(Entry::of(Listed::Collection(Box::new(document), members))),
            None => entries.extend(members.into_iter().map(single)),
        }
    }
    entries
}

/// The collection of a document that is cited by its archive. If the document was read in a book, the book is cited.
pub(super) fn collection(document: &Document) -> Option<Holding> {
    let holding = document.holdings().first().filter(|_| {
        *document.kind() != Kind::Collection && document.source().is_none() && document.preferred_citation().is_none()
    })?;
    let mut path: Vec<Level> = collection_path(holding).into_iter().map(as_heading).collect();
    if let Some(class) = &holding.class {
        // RULES 7.4: in a British archive the class is the collection.
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

/// The levels of a collection: record group, fonds, collection; in a Soviet path fond and opis.
pub(super) fn collection_path(holding: &Holding) -> Vec<&Level> {
    use LevelKind as L;
    let of = |kinds: &[LevelKind]| -> Vec<&Level> {
        holding.path.iter().filter(|level| level.level.as_ref().is_some_and(|kind| kinds.contains(kind))).collect()
    };
    let western = of(&[L::RecordGroup, L::Subgroup, L::Fonds, L::Subfonds, L::Collection]);
    if western.is_empty() { of(&[L::Fond, L::Opis]) } else { western }
}

/// The parts of a level that name it, without the dates of its contents and without its short name.
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
