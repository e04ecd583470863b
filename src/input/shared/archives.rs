//! Parses the content of a field for the archive: an institution, possibly with its place; a collection; a website.

use super::super::draft::{At, Draft};
use super::shelf::names_a_collection;
use crate::slice::slice;

/// The content of a field for the archive.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::input) struct Archive<'t> {
    pub(in crate::input) collection: Option<&'t str>,
    pub(in crate::input) name: Option<&'t str>,
    pub(in crate::input) place: Option<&'t str>,
    /// The name of a web archive.
    pub(in crate::input) digital: Option<&'t str>,
    /// What was inferred, if anything.
    pub(in crate::input) why: Option<&'static str>,
}

/// Words in the names of institutions that keep archives.
#[rustfmt::skip]
const KEEPERS: &[&str] = &[
    "archive", "archives", "archiv", "archivo", "archivio", "arquivo", "arkiv", "arkivet", "bundesarchiv", "library", "libraries", "bibliothek",
    "bibliothèque", "biblioteca", "university", "universität", "université", "universidad", "college", "museum", "musée", "museo", "society",
    "institute", "institution", "institut", "center", "centre", "foundation", "office", "ministry", "department", "church", "school",
    "academy", "commission", "council", "congress", "service", "trust", "house", "association", "company", "committee", "broadcasting",
];

impl Archive<'_> {
    /// Whether the name has a word for an institution that keeps archives.
    pub(in crate::input) fn names_a_keeper(&self) -> bool {
        self.name.is_some_and(has_keeper)
    }
}

pub(in crate::input) fn read(text: &str) -> Archive<'_> {
    let text = text.trim();
    if let Some((archive, digital)) = text.rsplit_once(", ").filter(|(_, last)| is_web(last)) {
        let archive = read(archive);
        return Archive { digital: Some(digital), why: Some("its last part is the name of a web archive"), ..archive };
    }
    if is_web(text) {
        let why = Some("it is a web archive, not the holder of the document");
        return Archive { digital: Some(text), why, ..Archive::default() };
    }
    if let Some((first, rest)) = text.split_once(", ").filter(|(first, rest)| is_collection(first) && has_keeper(rest))
    {
        let rest = read(rest);
        return Archive { collection: Some(first), why: Some("its first part is the name of a collection"), ..rest };
    }
    if is_collection(text) {
        let why = Some("it is the name of a collection, not of an archive");
        return Archive { collection: Some(text), why, ..Archive::default() };
    }
    if let Some((name, place)) = with_place(text) {
        return Archive {
            name: Some(name),
            place: Some(place),
            why: Some("the place was removed from its name"),
            ..Archive::default()
        };
    }
    Archive { name: Some(text), ..Archive::default() }
}

/// Databases of digitised documents, by the beginnings of their names.
const DATABASES: &[&str] = &[
    "proquest",
    "gale ",
    "jstor",
    "hathitrust",
    "google books",
    "ebsco",
    "readex",
    "adam matthew",
    "newsbank",
    "chronicling america",
    "gallica",
    "europeana",
    "delpher",
    "trove",
    "internet archive",
];

fn is_web(text: &str) -> bool {
    let lower = text.to_lowercase();
    if DATABASES.iter().any(|name| lower.starts_with(name)) {
        return true;
    }
    let is_domain =
        !lower.contains(' ') && [".com", ".org", ".net", ".edu", ".eu"].iter().any(|end| lower.ends_with(end));
    is_domain
        || lower.ends_with("digital archive")
        || lower.ends_with("digital collections")
        || lower.ends_with("digital library")
        || lower.ends_with("internet archive")
}

fn is_collection(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default();
    // `National Archives` and `Public Records` keep collections.
    let keeps = ["archives", "archive", "records", "manuscripts"].iter().any(|word| word.eq_ignore_ascii_case(last));
    let is_of = text.split(" of ").next().is_some_and(|head| {
        head.len() < text.len()
            && head.split(' ').next_back().is_some_and(|word| matches!(word, "Collection" | "Papers"))
    });
    let head = text.rsplit_once(' ').map_or("", |(head, _)| head);
    (names_a_collection(text) && !keeps && !has_keeper(head) || is_of) && !text.contains(',')
}

fn has_keeper(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|word| KEEPERS.contains(&word.to_lowercase().as_str()))
}

/// `The National Archives, Kew`, `Watkinson Library (Hartford, Connecticut, USA)`, `Library of Congress, Washington, D.C.`
fn with_place(text: &str) -> Option<(&str, &str)> {
    let is_place = |place: &str| {
        let words = place.split([' ', ',']).filter(|word| !word.is_empty());
        let count = words.clone().count();
        (1..=5).contains(&count)
            && words.clone().all(|word| {
                word.starts_with(char::is_uppercase) || matches!(word, "am" | "an" | "der" | "sur" | "upon" | "de")
            })
            && !has_keeper(place)
            && !place.contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | '/' | '&'))
    };
    if let Some((name, rest)) = text.split_once("Washington, D") {
        let name = name.trim_end_matches([' ', ',', '(']);
        let place = if rest.starts_with(".C.") || rest.starts_with("C") { "Washington, D.C." } else { "" };
        if has_keeper(name) && !place.is_empty() {
            let start = name.len() + slice(text, name.len()..).find("Washington").unwrap_or_default();
            let length = if rest.starts_with(".C.") { "Washington, D.C.".len() } else { "Washington, DC".len() };
            return Some((name, slice(text, start..start + length)));
        }
    }
    if let Some((name, place)) = text.strip_suffix(')').and_then(|text| text.rsplit_once(" ("))
        && has_keeper(name)
        && is_place(place)
        && place.contains(|c: char| c.is_lowercase())
    {
        return Some((name, place));
    }
    let (name, place) = text.split_once(", ")?;
    (has_keeper(name) && is_place(place) && place.matches(',').count() <= 2).then_some((name, place))
}

/// Puts the content of a field for the archive, and gives the value its fate.
pub(in crate::input) fn put(draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    let place = draft.place(at);
    let archive = read(&text);
    let mut paths: Vec<&str> = Vec::new();
    if let Some(name) = archive.digital {
        draft.put("surrogates[0].archive", name, place);
        paths.push("surrogates[0].archive");
    }
    if let Some(name) = archive.name {
        draft.put("holdings[0].repository.name", name, place);
        paths.push("holdings[0].repository.name");
    }
    if let Some(city) = archive.place.filter(|_| !draft.has("holdings[0].repository.place")) {
        draft.put("holdings[0].repository.place", city, place);
        paths.push("holdings[0].repository.place");
    }
    if let Some(title) = archive.collection {
        put_collection(draft, title, place);
        paths.push("holdings[0].path");
    }
    let Some((first, more)) = paths.split_first() else { return draft.note(at, "Archive") };
    match archive.why {
        None => draft.key_of(at, first),
        Some(why) => {
            draft.guess_of(at, first, why);
            more.iter().for_each(|path| draft.also_of(at, path, why));
        }
    }
}

/// A collection, as the next level of the path.
pub(in crate::input) fn put_collection(draft: &mut Draft<'_>, title: &str, place: usize) -> String {
    let path = format!("holdings[0].path[{}]", draft.count("holdings[0].path"));
    draft.put(&format!("{path}.level"), "collection", place);
    draft.put(&format!("{path}.title"), title, place);
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_is_an_institution_a_collection_or_a_site() {
        let name = |name| Archive { name: Some(name), ..Archive::default() };
        let placed = |name, place| Archive { name: Some(name), place: Some(place), ..Archive::default() };
        for (text, archive) in [
            ("Fredensborg Arkiverne", name("Fredensborg Arkiverne")),
            ("The National Archives, Kew", placed("The National Archives", "Kew")),
            (
                "Trinity College, Watkinson Library (Hartford, Connecticut, USA)",
                placed("Trinity College, Watkinson Library", "Hartford, Connecticut, USA"),
            ),
            (
                "American Archive of Public Broadcasting (GBH and the Library of Congress)",
                name("American Archive of Public Broadcasting (GBH and the Library of Congress)"),
            ),
            ("Library of Congress, Washington, D.C.", placed("Library of Congress", "Washington, D.C.")),
            ("School of Theology, Boston University", name("School of Theology, Boston University")),
            ("Drucker Archives", name("Drucker Archives")),
            ("British Library: Records and Private Papers", name("British Library: Records and Private Papers")),
            ("National Archives and Records Administration", name("National Archives and Records Administration")),
            (
                "Everett D. Graff Collection of Western Americana",
                Archive { collection: Some("Everett D. Graff Collection of Western Americana"), ..Archive::default() },
            ),
            (
                "Materials for Research Collection, Library of Congress, Washington, D.C.",
                Archive {
                    collection: Some("Materials for Research Collection"),
                    ..placed("Library of Congress", "Washington, D.C.")
                },
            ),
            (
                "PRC FMA, An Example Digital Archive",
                Archive { digital: Some("An Example Digital Archive"), ..name("PRC FMA") },
            ),
            (
                "History and Public Policy Program Digital Archive",
                Archive { digital: Some("History and Public Policy Program Digital Archive"), ..Archive::default() },
            ),
            (
                "ProQuest Historical Newspapers: The New York Times",
                Archive { digital: Some("ProQuest Historical Newspapers: The New York Times"), ..Archive::default() },
            ),
            ("Ancestry.com", Archive { digital: Some("Ancestry.com"), ..Archive::default() }),
        ] {
            assert_eq!(Archive { why: None, ..read(text) }, archive, "{text}");
        }
    }
}
