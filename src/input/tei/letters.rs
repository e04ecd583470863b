//! The data about a letter in a header and in a description of a correspondence.

use super::dates;
use super::known::{Known, Outcome, element_of, is_attribute};
use crate::input::draft::{At, Draft};
use crate::input::fold::fold;
use crate::input::shared::{archives, ids, kinds, languages, web};

pub(super) const IDENTIFIER: &str = "an identifier of a list of persons or places, or how sure the editors are";
pub(super) const EMPTY: &str = "an element without a text";

pub(super) fn id(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    match ids::id(draft.text(at)).filter(|_| !draft.has("id")) {
        Some(id) => draft.key_as(at, "id", id),
        None => draft.not(at, "the item already has an id, or the value has no character that an id may have"),
    }
}

/// Whether the first reference of a letter is its manuscript: it has a shelf mark or an archive.
fn is_manuscript(known: &Known, draft: &Draft<'_>) -> bool {
    let has_mark = draft.look("bibl/idno/@type").is_some_and(|kind| {
        let kind = kind.to_lowercase();
        ["call", "shelf", "signat", "sign"].iter().any(|word| kind.starts_with(word))
    });
    let is_told = known.texts.keys().any(|field| field.starts_with("msIdentifier"));
    let has_keeper = ["bibl/repository", "bibl/orgName"].iter().any(|name| known.text(name).is_some());
    let is_printed = ["bibl/publisher", "bibl/biblScope", "bibl/imprint", "bibl/pubPlace"];
    let is_printed = is_printed.iter().any(|name| known.texts.contains_key(*name));
    draft.get("kind") == Some("letter") && !is_told && !is_printed && (has_mark || has_keeper)
}

/// The archive, the shelf mark and the date of a letter whose manuscript has only a reference.
pub(super) fn in_archive(known: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at).to_owned();
    if !is_manuscript(known, draft) {
        return words(known, draft, at);
    }
    let (place, language) = (draft.place(at), known.language.clone());
    let is_whole = |element: &str| known.text(element) == Some(&*fold(draft.text(at)));
    if let Some(name) = ["bibl/orgName", "bibl/repository"].into_iter().find(|name| field == *name)
        && is_whole(name)
        && !draft.has("holdings[0].repository")
    {
        return archives::put(draft, at);
    }
    if let Some(base) = ["bibl/date", "bibl/idno"].into_iter().find(|base| field.starts_with(base)) {
        let element = element_of(&field, base).to_owned();
        return known.settle(draft, at, &element, |known, draft| {
            let text = known.text(&element).unwrap_or_default().to_owned();
            if base == "bibl/idno" && !draft.has("holdings[0].reference") && !text.is_empty() {
                draft.put("holdings[0].reference", text, place);
                return Outcome::Key("holdings[0].reference".to_owned());
            }
            match dates::read(draft, &element, &text, language.as_deref()) {
                Some(read) if base == "bibl/date" && !draft.has("date") => {
                    read.put(draft, "date", place);
                    read.why.map_or(Outcome::Key("date".to_owned()), |why| Outcome::Guess("date".to_owned(), why))
                }
                _ if text.is_empty() => Outcome::Not(EMPTY),
                _ => Outcome::Note("Manuscript", text),
            }
        });
    }
    match is_attribute(&field) {
        true => draft.not(at, "an attribute of the markup"),
        false => draft.note(at, "Manuscript"),
    }
}

pub(super) fn date(known: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at).to_owned();
    let base = if field.starts_with("creation") { "creation/date" } else { "correspDesc/sent/date" };
    let element = element_of(&field, base).to_owned();
    let (place, language) = (draft.place(at), known.language.clone());
    known.settle(draft, at, &element, |known, draft| {
        let text = known.text(&element).unwrap_or_default().to_owned();
        let Some(read) = dates::read(draft, &element, &text, language.as_deref()) else { return Outcome::Not(EMPTY) };
        if draft.has("date") {
            let words = if text.is_empty() { read.edtf.or(read.display).unwrap_or_default() } else { text };
            return Outcome::Note("Date", words);
        }
        read.put(draft, "date", place);
        read.why.map_or(Outcome::Key("date".to_owned()), |why| Outcome::Guess("date".to_owned(), why))
    });
}

/// The record format has no key for it.
pub(super) fn received(known: &mut Known, draft: &mut Draft<'_>, at: At) {
    let element = element_of(draft.field(at), "correspDesc/received/date").to_owned();
    known.settle(draft, at, &element, |known, draft| {
        let text = known.text(&element).unwrap_or_default().to_owned();
        let read = dates::read(draft, &element, &text, known.language.as_deref());
        let words =
            if text.is_empty() { read.and_then(|read| read.edtf.or(read.display)).unwrap_or_default() } else { text };
        if words.is_empty() { Outcome::Not(EMPTY) } else { Outcome::Note("Received", words) }
    });
}

pub(super) fn place(known: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at).to_owned();
    if is_attribute(&field) {
        return draft.not(at, IDENTIFIER);
    }
    let is_sent = field.starts_with("correspDesc/sent");
    let base = if is_sent { "correspDesc/sent/placeName" } else { "correspDesc/received/placeName" };
    let element = element_of(&field, base).to_owned();
    let place = draft.place(at);
    known.settle(draft, at, &element, |known, draft| match known.text(&element).map(str::to_owned) {
        None => Outcome::Not(EMPTY),
        Some(text) if !is_sent => Outcome::Note("Sent to", text),
        Some(text) if is_unknown(&text) => Outcome::Not("it only says that the place is not known"),
        Some(text) if draft.has("place") => Outcome::Note("Place", text),
        Some(text) => {
            draft.put("place", text, place);
            Outcome::Key("place".to_owned())
        }
    });
}

/// The kind (postcard, telegram) in the words of the edition.
pub(super) fn object_type(known: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = draft.text(at).trim_start_matches('#').to_owned();
    let is_kept = known.text("objectType") == Some(text.as_str())
        || matches!(draft.field(at), "objectType/@ana" | "objectType/@form" | "objectType/@subtype" | "objectType");
    let named = kinds::kind(&text).filter(|_| is_kept && !draft.has("genre"));
    match named {
        Some(named) => {
            draft.put("kind", named.kind.as_str(), draft.place(at));
            match named.genre.map(str::to_owned) {
                Some(genre) => draft.key_as(at, "genre", genre),
                None => draft.key_of(at, "kind"),
            }
        }
        None if is_kept && !draft.has("genre") => draft.note(at, "Type"),
        None => draft.not(at, "the class of the type"),
    }
}

/// A part of the location of a manuscript. Each manuscript has its own holding.
pub(super) fn manuscript(known: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at).to_owned();
    let identifier = element_of(&field, "msIdentifier").to_owned();
    let rest = field.get(identifier.len() + 1..).unwrap_or_default().to_owned();
    if is_attribute(&field) {
        return draft.not(at, "an attribute of the place of a manuscript");
    }
    if web::is_address(draft.text(at)) {
        return draft.note(at, "Catalogue");
    }
    let part = rest.split('/').next().unwrap_or_default().to_owned();
    let number =
        identifier.trim_start_matches("msIdentifier").trim_matches(['[', ']']).parse::<usize>().map_or(0, |n| n - 1);
    let holding = format!("holdings[{}]", known.holding(number));
    let element = format!("{identifier}/{part}");
    let place = draft.place(at);
    known.settle(draft, at, &element, |known, draft| {
        let Some(text) = known.text(&element).map(|text| text.trim_end_matches([',', ';']).to_owned()) else {
            return Outcome::Not(EMPTY);
        };
        let name = part.split('[').next().unwrap_or_default();
        let text = if name == "collection" { text.trim_end_matches('.').to_owned() } else { text };
        let has_repository = known.text(&format!("{identifier}/repository")).is_some();
        let path = match name {
            "settlement" | "placeName" if !draft.has(&format!("{holding}.repository.place")) => {
                format!("{holding}.repository.place")
            }
            "institution" if has_repository => format!("{holding}.repository.parent"),
            "institution" | "repository" if !draft.has(&format!("{holding}.repository.name")) => {
                format!("{holding}.repository.name")
            }
            "repository" => format!("{holding}.repository.department"),
            "idno" | "shelfmark" if !draft.has(&format!("{holding}.reference")) => format!("{holding}.reference"),
            "collection" | "fonds" => {
                let level = format!("{holding}.path[{}]", draft.count(&format!("{holding}.path")));
                draft.put(&format!("{level}.level"), "collection", place);
                format!("{level}.title")
            }
            "country" | "region" | "geogName" | "district" => return Outcome::Not("the country of the archive"),
            "msName" => return Outcome::Note("Name of the manuscript", text),
            _ => return Outcome::Note("Manuscript", text),
        };
        draft.put(&path, text, place);
        Outcome::Key(path)
    });
}

pub(super) fn language(known: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at).to_owned();
    let element = element_of(&field, "langUsage/language").to_owned();
    if is_attribute(&field) && !field.ends_with("/@ident") {
        return draft.not(at, "the part of the letter in this language");
    }
    let place = draft.place(at);
    known.settle(draft, at, &element, |known, draft| {
        let ident = draft.look(&format!("{element}/@ident")).and_then(languages::tag);
        let text = known.text(&element).unwrap_or_default().to_owned();
        let Some(tags) = ident.map(|tag| vec![tag]).or_else(|| languages::tags(&text)) else {
            let words = if text.is_empty() {
                draft.look(&format!("{element}/@ident")).unwrap_or_default().to_owned()
            } else {
                text
            };
            return Outcome::Note("Language", words);
        };
        let path = format!("languages[{}]", draft.count("languages"));
        for tag in &tags {
            draft.put(&format!("languages[{}]", draft.count("languages")), tag.as_str(), place);
        }
        known.language = known.language.take().or_else(|| tags.into_iter().next());
        Outcome::Key(path)
    });
}

/// The address of the letter in the edition.
pub(super) fn number(known: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at).to_owned();
    if is_attribute(&field) {
        return draft.not(at, "the type of the number");
    }
    let element = element_of(&field, "publicationStmt/idno").to_owned();
    let text = known.text(&element).unwrap_or_default().to_owned();
    match web::is_address(&text) && draft.owned(at) == text {
        true => web::put_address(draft, at),
        false => draft.not(at, "the number of the file"),
    }
}

pub(super) fn publisher(known: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at).to_owned();
    if is_attribute(&field) || field.contains("/address") || field.contains("/email") {
        return draft.not(at, "an address of the publisher");
    }
    let element = part_of(&field, "publicationStmt/publisher");
    let place = draft.place(at);
    known.settle(draft, at, &element, |known, draft| match known.text(&element).map(str::to_owned) {
        None => Outcome::Not(EMPTY),
        Some(text) if draft.has("surrogates[0].url") && !draft.has("surrogates[0].host") => {
            draft.put("surrogates[0].host", text, place);
            Outcome::Key("surrogates[0].host".to_owned())
        }
        Some(text) => Outcome::Note("Publisher", text),
    });
}

/// The element in this one that contains a field, or this element itself. If there are several editors, each has an
/// element.
pub(super) fn part_of(field: &str, base: &str) -> String {
    let element = element_of(field, base);
    let part = field.get(element.len() + 1..).and_then(|rest| rest.split('/').next());
    part.map_or(element.to_owned(), |part| format!("{element}/{part}"))
}

/// The maximum length of the words of a licence. A longer text is the licence itself, and its address is used
/// instead.
const MAX_LICENCE: usize = 200;

/// A licence: its words, or its address.
pub(super) fn rights(known: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at).to_owned();
    let element = element_of(&field, "publicationStmt/availability").to_owned();
    let words = known.text(&element).filter(|words| words.len() <= MAX_LICENCE).map(str::to_owned);
    let is_address = field.ends_with("/@target");
    match (is_attribute(&field), words) {
        (true, None) if is_address && !draft.has("rights") => draft.key(at, "rights"),
        (true, _) if is_address => draft.note(at, "Licence"),
        (true, _) => draft.not(at, "an attribute of the licence"),
        (false, None) => draft.not(at, "the whole text of a licence"),
        (false, Some(words)) => {
            let place = draft.place(at);
            known.settle(draft, at, &element, |_, draft| {
                draft.put("rights", words, place);
                Outcome::Key("rights".to_owned())
            });
        }
    }
}

pub(super) fn subject(known: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at).to_owned();
    if is_attribute(&field) || !field.starts_with("textClass/keywords") {
        return draft.not(at, "a class of the edition");
    }
    let place = draft.place(at);
    known.settle(draft, at, &field, |known, draft| {
        let Some(text) = known.text(&field).map(str::to_owned) else { return Outcome::Not(EMPTY) };
        let path = format!("subjects[{}]", draft.count("subjects"));
        draft.put(&path, text, place);
        Outcome::Key(path)
    });
}

/// The whole element as a sentence of the note, or as the summary.
pub(super) fn words(known: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at).to_owned();
    if is_attribute(&field) {
        return draft.not(at, "an attribute of the markup");
    }
    let base = ["correspDesc/note", "correspDesc/p", "notesStmt/note", "abstract", "bibl", "biblStruct"]
        .into_iter()
        .find(|base| field.starts_with(base))
        .unwrap_or_default();
    let element = element_of(&field, base).to_owned();
    if element == "bibl" && is_manuscript(known, draft) {
        return draft.not(at, "the header has it too");
    }
    let place = draft.place(at);
    known.settle(draft, at, &element, |known, draft| match known.text(&element).map(str::to_owned) {
        None => Outcome::Not(EMPTY),
        Some(text) if base == "abstract" && !draft.has("summary") => {
            draft.put("summary", text, place);
            Outcome::Key("summary".to_owned())
        }
        // A letter without an archive was taken from the first book.
        Some(text)
            if base.starts_with("bibl")
                && !draft.has("holdings")
                && !draft.has("source")
                && !draft.has("surrogates") =>
        {
            draft.put("source.title", text.trim_end_matches('.'), place);
            Outcome::Guess("source.title".to_owned(), "the reference to the edition is not split into parts".into())
        }
        Some(text) => Outcome::Note(if base.starts_with("bibl") { "Literature" } else { "" }, text),
    });
}

/// The edition of an index, and the letter's number or address in it.
pub(super) fn edition(known: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    let place = draft.place(at);
    match draft.field(at) {
        "correspDesc/@ref" if web::is_address(&text) => web::put_address(draft, at),
        "correspDesc/@key" => {
            let is_number = text.starts_with(|c: char| c.is_ascii_digit());
            draft.key_as(at, "source.number", if is_number { format!("no. {text}") } else { text });
        }
        "correspDesc/@source" => {
            let found = text.split_whitespace().find_map(|name| known.editions.get(name.trim_start_matches('#')));
            let Some(edition) = found.cloned() else { return draft.note(at, "Edition") };
            if edition.kind == "online" && draft.has("surrogates[0].url") {
                let name = edition
                    .text
                    .split("http")
                    .next()
                    .unwrap_or_default()
                    .trim_end_matches([' ', ',', '(', '.', ':', '<']);
                let name = if name.is_empty() { edition.text.as_str() } else { name };
                draft.put("surrogates[0].archive", name, place);
                return draft.guess_of(
                    at,
                    "surrogates[0].archive",
                    "the reference to the edition is not split into parts",
                );
            }
            draft.put("source.title", edition.text, place);
            draft.guess_of(at, "source.title", "the reference to the edition is not split into parts");
        }
        _ => draft.note(at, "Edition"),
    }
}

/// Words of an edition for a place that the letter does not name.
pub(super) fn is_unknown(place: &str) -> bool {
    let bare = place.trim_matches(['[', ']', '(', ')', ' ', '?']).to_lowercase().replace(' ', "");
    matches!(
        bare.as_str(),
        "unstated" | "s.l." | "o.o." | "n.p." | "unknown" | "unbekannt" | "notgiven" | "sinelocu" | "sineloco"
    )
}
