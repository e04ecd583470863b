//! Zotero's field Extra, which CSL-JSON calls `note`: lines of `Name: value`, and free text.
//!
//! By Zotero's own rule, a line can have any field that the item's type lacks. Users and translators write other
//! lines too.

use super::super::draft::{At, Draft};
use super::{archives, dates, ids, kinds, names, sentences};

/// The meaning of a line.
enum Line {
    /// Unchanged, if the field is still empty.
    Text(&'static str),
    /// The same, for a published item, or one that is printed in a book.
    Printed(&'static str),
    /// A name, after those of the list.
    Name(&'static str),
    NameOfPrinted(&'static str),
    Translator,
    Id,
    Collection,
    Issued,
    OwnDate,
    OriginalDate,
    Doi,
    Genre,
    Kind,
    Archive,
    Container,
}

#[rustfmt::skip]
const NAMES: &[(&[&str], Line)] = &[
    (&["citation key", "bibtex"], Line::Id),
    (&["type"], Line::Kind),
    (&["genre"], Line::Genre),
    (&["container title"], Line::Container),
    (&["event date"], Line::OwnDate),
    (&["issued", "date"], Line::Issued),
    (&["archive"], Line::Archive),
    (&["archive place"], Line::Text("holdings[0].repository.place")),
    (&["archive collection", "collection title"], Line::Collection),
    (&["archive location"], Line::Text("holdings[0].reference")),
    (&["doi"], Line::Doi),
    (&["number"], Line::Text("number")),
    (&["event place"], Line::Text("place")),
    (&["medium"], Line::Text("medium")),
    (&["dimensions", "extent"], Line::Text("extent")),
    (&["recipient"], Line::Name("recipients")),
    (&["interviewer"], Line::Name("interviewers")),
    (&["translator"], Line::Translator),
    (&["volume"], Line::Printed("source.volume")),
    (&["number of volumes"], Line::Printed("source.volumes")),
    (&["issue"], Line::Printed("source.issue")),
    (&["edition"], Line::Printed("source.edition")),
    (&["publisher"], Line::Printed("source.publisher")),
    (&["publisher place"], Line::Printed("source.place")),
    (&["page"], Line::Printed("source.pages")),
    (&["editor"], Line::NameOfPrinted("source.editors")),
    (&["compiler"], Line::NameOfPrinted("source.compilers")),
    (&["container author"], Line::NameOfPrinted("source.authors")),
    (&["original title"], Line::Printed("source.original.title")),
    (&["original publisher"], Line::Printed("source.original.publisher")),
    (&["original publisher place", "original place"], Line::Printed("source.original.place")),
    (&["original date"], Line::OriginalDate),
    (&["reviewed title"], Line::Printed("reviewed.title")),
    (&["reviewed author"], Line::NameOfPrinted("reviewed.by")),
];

/// Whether one of the lines has this name.
pub(in crate::input) fn named<'t>(mut lines: impl Iterator<Item = &'t str>, name: &str) -> bool {
    lines.any(|line| line.split_once(':').is_some_and(|(its, _)| plain(its) == name))
}

/// `archive_place` and `Archive-Place` are the same.
fn plain(name: &str) -> String {
    name.trim().to_lowercase().replace(['-', '_'], " ")
}

/// Puts the lines that have a key in the record format, and the rest into the note.
pub(in crate::input) fn put(draft: &mut Draft<'_>, at: At, language: Option<&str>) {
    let text = draft.owned(at);
    let place = draft.place(at);
    let (mut paths, mut rest) = (Vec::new(), Vec::new());
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    let within = Within {
        place,
        language,
        literature: is_literature(draft),
        printed: named(lines(), "container title"),
        has_own_date: named(lines(), "event date"),
    };
    for line in lines() {
        let named = line.split_once(':').map(|(name, value)| (plain(name), value.trim()));
        let path = named.and_then(|(name, value)| within.put_line(draft, &name, value));
        match path {
            Some(path) => paths.push(path),
            None => rest.push(line),
        }
    }
    let mut rest = rest.join(". ");
    // Our own export has sentences after the lines.
    if let Some((more, left)) = sentences::take(draft, &rest, place) {
        paths.extend(more);
        rest = left.unwrap_or_default();
    }
    let why = "a line of it was read as this field";
    if rest.is_empty() {
        let mut paths = paths.iter();
        match paths.next() {
            Some(first) => draft.guess_of(at, first, why),
            None => draft.not(at, "the other fields contain it"),
        }
        paths.for_each(|path| draft.also_of(at, path, why));
        return;
    }
    paths.iter().for_each(|path| draft.also_of(at, path, why));
    draft.note_as(at, "", rest);
}

fn is_literature(draft: &Draft<'_>) -> bool {
    matches!(draft.get("kind"), Some("book" | "chapter" | "article" | "thesis" | "web-page"))
}

/// The item and the other lines decide the meaning of a line.
struct Within<'l> {
    place: usize,
    language: Option<&'l str>,
    literature: bool,
    /// Whether a book is named in which the item is printed.
    printed: bool,
    /// Whether `issued` belongs to that book.
    has_own_date: bool,
}

impl Within<'_> {
    fn put_line(&self, draft: &mut Draft<'_>, name: &str, value: &str) -> Option<String> {
        let (_, line) = NAMES.iter().find(|(names, _)| names.contains(&name))?;
        let is_published = self.literature || self.printed;
        match line {
            _ if value.is_empty() => None,
            Line::Id if !ids::is_id(value) => None,
            Line::Id => self.put_text(draft, "id", value),
            Line::Printed("source.original.title") if !self.literature => self.put_text(draft, "title.original", value),
            Line::Printed(path) if path.starts_with("source.original") || *path == "reviewed.title" => {
                self.literature.then(|| self.put_text(draft, path, value))?
            }
            Line::Text(path) => self.put_text(draft, path, value),
            Line::Printed(path) => is_published.then(|| self.put_text(draft, path, value))?,
            Line::Name(list) => Some(self.put_name(draft, list, value)),
            Line::NameOfPrinted("reviewed.by") if !draft.has("reviewed.title") => None,
            Line::NameOfPrinted(list) => is_published.then(|| self.put_name(draft, list, value)),
            Line::Translator if self.literature => Some(self.put_name(draft, "source.translators", value)),
            Line::Translator => {
                let path = format!("contributions[{}]", draft.count("contributions"));
                draft.put(&format!("{path}.roles[0]"), "translated", self.place);
                Some(self.put_name(draft, &format!("{path}.by"), value))
            }
            Line::Container => {
                let is_whole = matches!(draft.get("kind"), Some("article" | "web-page"));
                self.put_text(draft, if is_whole { "source.container" } else { "source.title" }, value)
            }
            // `Archival item` is a level of description.
            Line::Genre if value.to_lowercase().starts_with("archival ") => None,
            Line::Genre => self.put_text(draft, "genre", value),
            Line::Archive => match archives::read(value) {
                archives::Archive { name: Some(_), why: None, .. } => {
                    self.put_text(draft, "holdings[0].repository.name", value)
                }
                _ => None,
            },
            Line::Doi => value.starts_with("10.").then(|| self.put_text(draft, "surrogates[0].doi", value)).flatten(),
            Line::Collection => Some(archives::put_collection(draft, value, self.place)),
            Line::Kind => {
                let named = kinds::kind(value)?;
                draft.put("kind", named.kind.as_str(), self.place);
                Some("kind".to_owned())
            }
            Line::Issued if self.literature || self.printed && self.has_own_date => {
                self.put_date(draft, "source.date", value)
            }
            Line::Issued | Line::OwnDate => self.put_date(draft, "date", value),
            Line::OriginalDate => self.literature.then(|| self.put_date(draft, "source.original.date", value))?,
        }
    }

    fn put_text(&self, draft: &mut Draft<'_>, path: &str, value: &str) -> Option<String> {
        (!draft.has(path)).then(|| draft.put(path, value, self.place)).map(|()| path.to_owned())
    }

    /// Zotero writes `Family || Given`.
    fn put_name(&self, draft: &mut Draft<'_>, list: &str, value: &str) -> String {
        let path = format!("{list}[{}]", draft.count(list));
        let (family, given) = value.split_once("||").unwrap_or((value, ""));
        names::person(family, given).put(draft, &path, self.place);
        path
    }

    /// The line has a more exact date than the field.
    fn put_date(&self, draft: &mut Draft<'_>, path: &str, value: &str) -> Option<String> {
        let words = value.strip_prefix('"').and_then(|value| value.strip_suffix('"'));
        let read = dates::read(words.unwrap_or(value), self.language);
        if read.edtf.is_none() && words.is_none() {
            return None;
        }
        draft.remove(path);
        read.put(draft, path, self.place);
        Some(path.to_owned())
    }
}
