//! Where a document is kept, and where it can be read.

use super::published::container;
use super::rules::{Item, opening, slashed};
use crate::input::draft::{At, Draft};
use crate::input::shared::{archives, sentences, shelf, web};
use crate::input::zotero::rules as shared;

pub(super) fn archive(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if item.literature {
        return match item.item_type.as_str() {
            "thesis" if !draft.has("surrogates[0].archive") => draft.key(at, "surrogates[0].archive"),
            _ => draft.note(at, "Database"),
        };
    }
    if draft.has("holdings[0].repository") || draft.has("surrogates[0].archive") {
        return draft.note(at, "Archive");
    }
    // EndNote writes the archive of a manuscript into PB. Zotero has no publisher for a manuscript.
    if item.item_type == "manuscript" && draft.look("PB").is_some_and(|publisher| publisher != text) {
        return draft.note(at, "Database");
    }
    let provider = draft.look("DP").map(str::to_owned);
    let place = draft.place(at);
    match provider {
        Some(provider) if provider == text => {
            draft.guess(
                at,
                "surrogates[0].archive",
                text,
                "its provider has the same name: the document is read there, and its holder is not named",
            );
        }
        // Both, as in our export for Zotero.
        Some(provider) if text.ends_with(&format!(", {provider}")) => {
            let name = text.get(..text.len() - provider.len() - 2).unwrap_or_default();
            draft.put("surrogates[0].archive", provider.as_str(), place);
            draft.guess(at, "holdings[0].repository.name", name, "the name of the provider was removed");
            draft.also_of(at, "surrogates[0].archive", "the name of the provider was removed");
        }
        _ => archives::put(draft, at),
    }
}

pub(super) fn publisher(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if item.literature {
        return match draft.has("source.publisher") {
            true => draft.note(at, "Publisher"),
            // Publishers of newspapers are kept, because the day may be in another tag.
            false if item.item_type.ends_with("Article") && !item.is_in_journal() => draft.key(at, "source.publisher"),
            false => shared::publisher(item, draft, at),
        };
    }
    if draft.look("DB") == Some(text.as_str()) {
        let path = if draft.has("holdings[0].repository") { "holdings[0].repository" } else { "surrogates[0].archive" };
        return match draft.has(path) {
            true => draft.key_of(at, path),
            false => draft.note(at, "Publisher"),
        };
    }
    if draft.has("holdings[0].repository") {
        return draft.note(at, "Publisher");
    }
    match item.item_type.as_str() {
        "report" if draft.look("AV").or(draft.look("AN")).is_none() => shared::institution(item, draft, at),
        "letter" | "manuscript" | "email" | "pamphlet" | "document" => {
            archives::put(draft, at);
            let path = ["holdings[0].repository.name", "holdings[0].path", "surrogates[0].archive"];
            let path = path.into_iter().find(|path| draft.has(path)).unwrap_or("holdings[0]");
            draft.also_of(at, path, "the document is unpublished, so its publisher is the holder");
        }
        _ => draft.note(at, "Publisher"),
    }
}

pub(super) fn place(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match item.literature {
        true => shared::place(item, draft, at),
        false => {
            shared::place_of_archive(item, draft, at, "the place of the archive or of writing: RIS has only one tag")
        }
    }
}

/// A collection. The shelf mark may contain more about it.
pub(super) fn second_title(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    match item.item_type.as_str() {
        "bookSection" | "encyclopediaArticle" | "dictionaryEntry" | "conferencePaper" => draft.key(at, "source.title"),
        "journalArticle" | "magazineArticle" | "newspaperArticle" | "webpage" | "blogPost" => {
            container(draft, at, "source.container")
        }
        "book" if item.literature => draft.key(at, "source.series"),
        "thesis" => draft.note(at, "Department"),
        word => {
            let is_shelf_mark = draft.look("AV").is_some_and(|mark| mark.ends_with(&text));
            let sure = word == "manuscript" && !is_shelf_mark && opening(draft).is_none();
            let place = draft.place(at);
            let why = if is_shelf_mark {
                "the shelf mark also contains it"
            } else {
                "the document is in an archive, and this is its second title"
            };
            if let Some(mark) = shelf::levels(&text) {
                mark.put(draft, place);
                return draft.guess_of(at, "holdings[0].path", why);
            }
            // `General Records of the Department of State, Record Group 59`
            if let Some((title, number)) = text.rsplit_once(", ")
                && let Some(mark) = shelf::levels(number)
                && mark.levels.len() == 1
            {
                mark.put(draft, place);
                let path = format!("holdings[0].path[{}]", draft.count("holdings[0].path").saturating_sub(1));
                draft.put(&format!("{path}.title"), title, place);
                return draft.guess_of(at, &path, why);
            }
            let path = archives::put_collection(draft, &text, place);
            match sure {
                true => draft.key_of(at, &format!("{path}.title")),
                false => draft.guess_of(at, &format!("{path}.title"), why),
            }
        }
    }
}

/// A shelf mark, possibly with the collection of T2 at its end.
pub(super) fn location(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if item.literature {
        return draft.note(at, "Availability");
    }
    if sentences::is_labelled(&text) {
        // If the location is not known, our export also writes the book here.
        return match draft.look("N1").is_some_and(|note| note.contains(&text)) {
            true => draft.note_of(at, ""),
            false => draft.note_as(at, "", text),
        };
    }
    let collection = draft.look("T2").map(str::to_owned).filter(|_| draft.has("holdings[0].path"));
    if let Some(rest) = collection.as_deref().and_then(|collection| text.strip_suffix(collection)) {
        let rest = rest.trim_end_matches([',', ' ']);
        let why = "the collection in T2 was removed from its end";
        let place = draft.place(at);
        return match shelf::levels(rest) {
            _ if rest.is_empty() => draft.key_of(at, "holdings[0].path"),
            Some(mark) => {
                mark.put(draft, place);
                draft.guess_of(at, "holdings[0].path", why);
            }
            None if draft.has("holdings[0].reference") => draft.note(at, "Shelf mark"),
            None => draft.guess(at, "holdings[0].reference", rest.to_owned(), why),
        };
    }
    let note = draft.look("N1").map(str::to_owned);
    if note.is_some_and(|note| sentences::has_other_shelf(&note, collection.as_deref())) {
        let has_name =
            !draft.has("holdings[0].repository") || draft.look("DB").is_some_and(|name| text.starts_with(name));
        let path = if has_name { "holdings[0].cited-whole" } else { "holdings[0].as-cited" };
        return draft.guess(at, path, text, "the archive's own wording, because the note has the levels");
    }
    shared::location(item, draft, at);
}

pub(super) fn accession(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match item.literature {
        true => draft.note(at, "Accession number"),
        false => location(item, draft, at),
    }
}

pub(super) fn volume(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if item.literature && item.item_type != "webpage" {
        return match draft.has("source.volume") {
            true => draft.note(at, "Volume"),
            false => draft.key(at, "source.volume"),
        };
    }
    match shelf::levels(&text) {
        Some(mark) => {
            mark.put(draft, draft.place(at));
            draft.key_of(at, "holdings[0].path");
        }
        None => draft.note(at, "Volume"),
    }
}

pub(super) fn call_number(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let paths = ["number", "surrogates[0].id", "holdings[0].reference", "holdings[0].as-cited"];
    let same = paths.into_iter().find(|path| draft.get(path) == Some(draft.text(at)));
    match same {
        Some(path) => draft.key_of(at, path),
        None => shared::call_number(item, draft, at),
    }
}

pub(super) fn address(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let is_of_book =
        !item.literature && draft.has("source.title") && !draft.has("source.url") && !draft.has("surrogates");
    match is_of_book && web::is_address(draft.text(at)) {
        true => draft.guess(at, "source.url", draft.owned(at), "the document is in a book, and this is its address"),
        false => shared::address(item, draft, at),
    }
}

pub(super) fn link(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match web::is_address(draft.text(at)) && draft.look("UR").is_none() {
        true => shared::address(item, draft, at),
        false => draft.not(at, "an attached file"),
    }
}

pub(super) fn provider(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match draft.get("surrogates[0].archive").map(|known| known == draft.text(at)) {
        Some(true) => draft.key_of(at, "surrogates[0].archive"),
        _ => shared::catalog(item, draft, at),
    }
}

pub(super) fn accessed(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    let Some(day) = slashed(&text).or_else(|| text.parse::<crate::document::Date>().ok().map(|_| text.clone())) else {
        return draft.note(at, "Accessed");
    };
    let is_page = matches!(item.item_type.as_str(), "webpage" | "blogPost");
    if draft.has("surrogates[0].url") && !draft.has("surrogates[0].accessed") {
        return draft.key_as(at, "surrogates[0].accessed", day);
    }
    match draft.get("source.url").map(str::to_owned).filter(|_| is_page) {
        Some(url) => {
            // The date belongs to a copy.
            draft.remove("source.url");
            draft.put("surrogates[0].url", url, draft.place(at));
            draft.key_as(at, "surrogates[0].accessed", day);
        }
        None => draft.note_as(at, "Accessed", day),
    }
}
