//! Zotero's field Extra, which CSL-JSON calls `note`: lines of `Name: value`, and free text.
//!
//! By Zotero's own rule a line can have any field for which an item has none; people and translators write more.

use super::super::draft::{At, Draft};
use super::{archives, dates, ids, kinds, names};

/// A line, and what becomes of it.
enum Line {
    Id,
    ArchivePlace,
    Collection,
    Date,
    Doi,
    Genre,
    Kind,
    Number,
    Place,
    Location,
    Archive,
    OriginalTitle,
    Recipient,
    Medium,
    Extent,
}

#[rustfmt::skip]
const NAMES: &[(&[&str], Line)] = &[
    (&["citation key", "bibtex"], Line::Id),
    (&["archive place"], Line::ArchivePlace),
    (&["archive collection", "collection title"], Line::Collection),
    (&["issued", "date"], Line::Date),
    (&["doi"], Line::Doi),
    (&["genre"], Line::Genre),
    (&["type"], Line::Kind),
    (&["number"], Line::Number),
    (&["event place"], Line::Place),
    (&["archive location"], Line::Location),
    (&["archive"], Line::Archive),
    (&["original title"], Line::OriginalTitle),
    (&["recipient"], Line::Recipient),
    (&["medium"], Line::Medium),
    (&["dimensions", "extent"], Line::Extent),
];

/// Puts the lines that have a key of ours, the rest into the note.
pub(in crate::input) fn put(draft: &mut Draft<'_>, at: At, language: Option<&str>) {
    let text = draft.owned(at);
    let place = draft.place(at);
    let (mut paths, mut rest) = (Vec::new(), Vec::new());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let named = line.split_once(':').map(|(name, value)| (name.trim(), value.trim()));
        let path = named.and_then(|(name, value)| put_line(draft, name, value, place, language));
        match path {
            Some(path) => paths.push(path),
            None => rest.push(line),
        }
    }
    let why = "a line of Extra is taken for this field";
    if rest.is_empty() {
        let mut paths = paths.iter();
        match paths.next() {
            Some(first) => draft.guess_of(at, first, why),
            None => draft.not(at, "nothing is in it"),
        }
        paths.for_each(|path| draft.also_of(at, path, why));
        return;
    }
    paths.iter().for_each(|path| draft.also_of(at, path, why));
    draft.note_as(at, "", rest.join(". "));
}

fn put_line(draft: &mut Draft<'_>, name: &str, value: &str, place: usize, language: Option<&str>) -> Option<String> {
    let name = name.to_lowercase().replace(['-', '_'], " ");
    let (_, line) = NAMES.iter().find(|(names, _)| names.contains(&name.as_str()))?;
    if value.is_empty() {
        return None;
    }
    let mut put_free = |path: &str| (!draft.has(path)).then(|| draft.put(path, value, place)).map(|()| path.to_owned());
    match line {
        Line::Id if ids::is_id(value) => put_free("id"),
        Line::Id => None,
        Line::ArchivePlace => put_free("holdings[0].repository.place"),
        Line::Number => put_free("number"),
        Line::Place => put_free("place"),
        Line::OriginalTitle => put_free("title.original"),
        Line::Medium => put_free("medium"),
        Line::Extent => put_free("extent"),
        // `Archival item` is a level of description.
        Line::Genre if name_of_level(value) => None,
        Line::Genre => put_free("genre"),
        Line::Archive => match archives::read(value) {
            archives::Archive { name: Some(_), why: None, .. } => put_free("holdings[0].repository.name"),
            _ => None,
        },
        Line::Doi => value.starts_with("10.").then(|| put_free("surrogates[0].doi")).flatten(),
        Line::Location => put_free("holdings[0].reference"),
        Line::Collection => Some(archives::put_collection(draft, value, place)),
        Line::Kind => {
            let named = kinds::kind(value)?;
            draft.put("kind", named.kind.as_str(), place);
            Some("kind".to_owned())
        }
        Line::Recipient => {
            let path = format!("recipients[{}]", draft.count("recipients"));
            // Zotero writes `Family || Given`.
            let (family, given) = value.split_once("||").unwrap_or((value, ""));
            names::person(family, given).put(draft, &path, place);
            Some(path)
        }
        Line::Date => {
            let read = dates::read(value, language);
            read.edtf.as_ref()?;
            draft.remove("date");
            read.put(draft, "date", place);
            Some("date".to_owned())
        }
    }
}

fn name_of_level(value: &str) -> bool {
    value.to_lowercase().starts_with("archival ")
}
