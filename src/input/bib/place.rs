//! Where a document is kept, where it can be read, and what the notes contain about it.

use super::rules::Item;
use super::shelf::{self as wordings, Agreed};
use super::titles::{begins_with_kind, describe, described, is_ours};
use crate::input::draft::{At, Draft};
use crate::input::shared::{archives, credits, kinds, location as locations, sentences, shelf, titles, web};
use crate::input::zotero::rules as shared;

pub(super) fn archive(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if item.is_literature() {
        return draft.note(at, "Archive");
    }
    // Our own classic entries have the web archive of a document that is only on the web.
    let digital = format!("{}{text}", crate::labels::DIGITAL_ARCHIVE);
    let is_digital = draft.look("annote").is_some_and(|note| note.contains(&digital));
    if is_digital && draft.look("archive_location").is_none() {
        return draft.guess(at, "surrogates[0].archive", text, "the note calls it a digital archive");
    }
    archives::put(draft, at);
    // The text of the note before the archive, if no field contains it.
    let place = draft.place(at);
    if let Some(before) = before_archive(draft, "", &text).filter(|_| draft.look("archive_location").is_none()) {
        let paths = match shelf::names_a_collection(&before) {
            true => wordings::put(draft, Some(&before), "", place),
            false => wordings::put(draft, None, &before, place),
        };
        paths.iter().for_each(|path| draft.also_of(at, path, "the note has it before the archive"));
    }
}

/// The text between these units and the archive, in the archival source of the note.
fn before_archive(draft: &Draft<'_>, units: &str, archive: &str) -> Option<String> {
    let (_, source) = draft.look("annote")?.split_once(crate::labels::ARCHIVAL_SOURCE)?;
    let rest = match units {
        "" => source,
        units => source.strip_prefix(units)?.strip_prefix(", ")?,
    };
    let end = rest.find(archive)?;
    let between = rest.get(..end)?.trim_end();
    let between = between.strip_suffix(',').or_else(|| between.strip_suffix(",”"))?;
    (!between.is_empty()).then(|| between.to_owned())
}

pub(super) fn organization(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    match item.known.item_type.as_str() {
        "webpage" if !draft.has("source.container") => draft.key(at, "source.container"),
        _ if item.is_literature() && !draft.has("source.publisher") => draft.key(at, "source.publisher"),
        _ if item.is_literature() => draft.note(at, "Organization"),
        _ if draft.look("library").is_some_and(|library| library.starts_with(&text)) => {
            let why = "the library begins with it";
            let digital = format!("{}{text}", crate::labels::DIGITAL_ARCHIVE);
            let is_digital =
                draft.look("note").is_none() && draft.look("annote").is_some_and(|note| note.contains(&digital));
            let path = if is_digital { "surrogates[0].archive" } else { "holdings[0].repository.name" };
            draft.guess(at, path, text, why);
        }
        _ => draft.note(at, "Organization"),
    }
}

/// The archive with its place, from broad to narrow.
pub(super) fn library(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if item.is_literature() {
        return draft.note(at, "Library");
    }
    let place = draft.place(at);
    let note = draft.first("note").map(|note| (note, draft.owned(note)));
    let why = "the location on which the library and the note agree";
    let is_whole = note.as_ref().is_some_and(|(_, note)| note.to_lowercase() == text.to_lowercase());
    if is_whole && draft.look("annote").is_some_and(|note| sentences::has_other_shelf(note, None)) {
        draft.guess(
            at,
            "holdings[0].cited-whole",
            text,
            "the archive's own wording, because the annotation has the levels",
        );
        return note.into_iter().for_each(|(note, _)| draft.guess_of(note, "holdings[0].cited-whole", why));
    }
    // The note of biblatex-chicago has no archive, because the archive is the organization.
    let named = draft.get("holdings[0].repository.name").map(str::to_owned);
    let narrow = note.as_ref().map(|(_, note)| match &named {
        Some(name) if !note.ends_with(name.as_str()) => format!("{note}, {name}"),
        _ => note.clone(),
    });
    if let (Some((note, _)), Some(narrow)) = (&note, &narrow)
        && let Some(Agreed { repository, collection, units }) = wordings::agreed(&text, narrow)
    {
        draft.put("holdings[0].repository.name", repository, place);
        let paths = wordings::put(draft, collection, units, place);
        draft.guess_of(at, "holdings[0].repository.name", why);
        return draft.guess_of(*note, paths.first().map_or("holdings[0].repository.name", |path| path), why);
    }
    if let Some(rest) = named.as_deref().and_then(|name| text.strip_prefix(name)) {
        let rest = rest.trim_start_matches([',', ' ']).to_owned();
        let paths = if rest.is_empty() { Vec::new() } else { wordings::put(draft, None, &rest, place) };
        return draft.guess_of(
            at,
            paths.first().map_or("holdings[0].repository.name", |path| path),
            "the text after the archive",
        );
    }
    let digital = format!("{}{text}", crate::labels::DIGITAL_ARCHIVE);
    match note {
        _ if draft.has("holdings[0].repository") || draft.has("surrogates[0].archive") => draft.note(at, "Library"),
        None if draft.look("annote").is_some_and(|note| note.contains(&digital)) => {
            draft.guess(at, "surrogates[0].archive", text, "the note calls it a digital archive");
        }
        _ if text.split_once(", ").is_some_and(|(_, rest)| shelf::levels(rest).is_some()) => locations::put(draft, at),
        _ => archives::put(draft, at),
    }
}

pub(super) fn institution(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    match item.known.item_type.as_str() {
        _ if item.is_literature() && !draft.has("source.publisher") => draft.key(at, "source.publisher"),
        _ if item.is_literature() => draft.note(at, "Institution"),
        "report" => match (0..draft.count("creators")).find(|index| {
            let path = format!("creators[{index}]");
            draft.get(&path).or_else(|| draft.get(&format!("{path}.body"))) == Some(text.as_str())
        }) {
            Some(index) => draft.key_of(at, &format!("creators[{index}]")),
            None => shared::institution(&mut item.known, draft, at),
        },
        _ if !draft.has("holdings[0].repository") => {
            draft.put("holdings[0].repository.name", text, draft.place(at));
            draft.guess_of(
                at,
                "holdings[0].repository.name",
                "the document is unpublished, so its institution is the holder",
            );
        }
        _ => draft.note(at, "Institution"),
    }
}

pub(super) fn collection(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    match item.is_literature() {
        true => draft.note(at, "Collection"),
        false => {
            let path = archives::put_collection(draft, &text, draft.place(at));
            draft.key_of(at, &format!("{path}.title"));
        }
    }
}

pub(super) fn unit(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let level = draft.field(at).to_owned();
    if item.is_literature() {
        return draft.note(at, if level == "box" { "Box" } else { "Folder" });
    }
    let path = format!("holdings[0].path[{}]", draft.count("holdings[0].path"));
    draft.put(&format!("{path}.level"), level, draft.place(at));
    let is_number = draft.text(at).contains(|c: char| c.is_ascii_digit()) && !draft.text(at).contains(' ');
    draft.key(at, &format!("{path}.{}", if is_number { "id" } else { "title" }));
}

pub(super) fn location(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match item.is_literature() {
        true => draft.note(at, "Call number"),
        false => {
            let text = draft.owned(at);
            let archive = draft.look("archive").map(str::to_owned);
            let is_wording = draft.look("annote").is_some_and(|note| sentences::has_other_shelf(note, None));
            let collection = archive.and_then(|archive| before_archive(draft, &text, &archive));
            if collection.is_none() && !is_wording {
                return locations::put(draft, at);
            }
            let paths = wordings::put(draft, collection.as_deref(), &text, draft.place(at));
            let why = "with the part that is in the note";
            draft.guess_of(at, paths.last().map_or("holdings[0]", |path| path), why);
        }
    }
}

pub(super) fn number(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    match item.known.item_type.as_str() {
        "journalArticle" if !draft.has("source.issue") => draft.key(at, "source.issue"),
        "book" | "bookSection" if item.is_literature() && draft.look("series").is_some() => {
            let series = draft.look("series").unwrap_or_default().to_owned();
            draft.put("source.series", series, draft.place(at));
            shared::series_number(&mut item.known, draft, at);
        }
        _ if item.is_literature() => draft.note(at, "Number"),
        // Better BibTeX has the location in the archive here.
        "manuscript" | "letter" if draft.look("archive_location").is_none() => {
            let whole = shelf::levels(&text);
            match whole {
                Some(mark) => {
                    mark.put(draft, draft.place(at));
                    draft.guess_of(
                        at,
                        "holdings[0].path",
                        "the document is unpublished, so its number is the shelf mark",
                    );
                }
                None if draft.has("holdings[0].reference") => draft.note(at, "Number"),
                None => draft.guess(
                    at,
                    "holdings[0].reference",
                    text,
                    "the document is unpublished, so its number is the shelf mark",
                ),
            }
        }
        _ if draft.has("number") => draft.note(at, "Number"),
        _ => draft.key(at, "number"),
    }
}

pub(super) fn place(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match item.is_literature() {
        true => shared::place(&mut item.known, draft, at),
        false => shared::place_of_archive(
            &mut item.known,
            draft,
            at,
            "the place of the archive: BibTeX has only one field for places",
        ),
    }
}

pub(super) fn note(_: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    let said = |sentence: &str| {
        let sentence = sentence.trim().trim_end_matches('.');
        draft.look("annote").is_some_and(|note| note.contains(sentence))
    };
    match draft.field(at) != "annote" && draft.look("annote").is_some() && text.split(". ").all(said) {
        true => draft.not(at, "the annotation contains it"),
        false => match behind_archive(draft, at) {
            Some(rest) => sentences::put_text(draft, at, &rest),
            None => sentences::put(draft, at),
        },
    }
}

/// The text after the sentence with the archive, in the note of our own classic `@unpublished`, whose archive has a
/// field.
fn behind_archive(draft: &Draft<'_>, at: At) -> Option<String> {
    let archive = draft.look("archive").filter(|_| draft.field(at) == "note" && is_ours(draft))?;
    let text = draft.text(at);
    let behind = text.get(text.find(archive)? + archive.len()..)?;
    let mut rests = behind.match_indices(". ").filter_map(|(at, _)| behind.get(at + 2..));
    // Shelf marks contain periods too.
    let said = rests.clone().find(|rest| credits::opens(rest) || sentences::is_labelled(rest));
    said.or_else(|| rests.next()).map(str::to_owned)
}

/// Whether the kind of document is in the note of an entry: our own classic `@unpublished` has no other field for
/// it.
fn is_described_in_note(draft: &Draft<'_>) -> bool {
    draft.look("howpublished").is_none()
        && draft.look("entrysubtype").is_none()
        && draft.look("month").or(draft.look("year")).is_some()
}

pub(super) fn place_or_note(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if !item.is_literature()
        && draft.look("library").is_none()
        && begins_with_kind(draft, &text)
        && is_described_in_note(draft)
    {
        return describe(draft, at, &text);
    }
    let why = "the document is unpublished, so its note is the location";
    let is_mark = || shelf::levels(&text).is_some() || shelf::levels_of_collection(&text).is_some();
    // The archive is at the end, as in our own entries for reports.
    if !item.is_literature()
        && !is_mark()
        && let Some(name) = draft.get("holdings[0].repository.name").map(str::to_owned)
        && let Some(units) = text.strip_suffix(&name).and_then(|rest| rest.strip_suffix(", ")).map(str::to_owned)
        && !draft.has("holdings[0].path")
    {
        let paths = wordings::put(draft, None, &units, draft.place(at));
        return draft.guess_of(at, paths.first().map_or("holdings[0]", |path| path), why);
    }
    if item.is_literature() || !is_mark() || draft.has("holdings[0].reference") {
        return note(item, draft, at);
    }
    let place = draft.place(at);
    let mark = shelf::levels(&text).or_else(|| shelf::levels_of_collection(&text));
    if let Some(mark) = mark {
        mark.put(draft, place);
    }
    draft.guess_of(at, "holdings[0].path", why);
}

pub(super) fn how_published(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if web::is_address(&text) {
        return shared::address(&mut item.known, draft, at);
    }
    if item.is_literature() {
        return match item.known.item_type.as_str() {
            "webpage" if !draft.has("source.container") => draft.key(at, "source.container"),
            _ => draft.note(at, "How published"),
        };
    }
    if kinds::kind(&sentences::small(described(&text))).is_some() || begins_with_kind(draft, &text) {
        return describe(draft, at, &text);
    }
    let said = |part: &str| {
        let mut places = ["holdings[0].repository.name", "holdings[0].repository", "surrogates[0].archive"].into_iter();
        places.any(|path| draft.get(path).is_some_and(|known| known == part || text.contains(known)))
    };
    if draft.look("annote").is_some() && said(&text) {
        return draft.not(at, "the other fields contain it");
    }
    let is_archive = text.split_once(", ").is_some_and(|(_, rest)| shelf::levels(rest).is_some());
    match is_archive && !draft.has("holdings") {
        true => locations::put(draft, at),
        false => match titles::read(&text, true).kind {
            Some(_) => describe(draft, at, &text),
            None => draft.note(at, "How published"),
        },
    }
}

pub(super) fn address(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    shared::address(&mut item.known, draft, at);
}

const PREPRINTS: &[&str] = &["arxiv", "jstor", "pubmed", "googlebooks", "hdl", "ssrn", "hal"];

pub(super) fn eprint_type(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    let is_server = PREPRINTS.contains(&text.to_lowercase().as_str());
    match draft.get("surrogates[0].archive") {
        Some(known) if known == text => draft.key_of(at, "surrogates[0].archive"),
        None if !is_server && draft.look("eprint").is_some() && !item.is_literature() => {
            draft.key(at, "surrogates[0].archive")
        }
        _ => draft.note(at, "Eprint at"),
    }
}

pub(super) fn eprint(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let kind = draft.look("eprinttype").or(draft.look("archiveprefix")).map(str::to_owned);
    match draft.get("surrogates[0].id") {
        Some(known) if known == draft.text(at) => draft.key_of(at, "surrogates[0].id"),
        None if kind.is_some() && draft.get("surrogates[0].archive") == kind.as_deref() && !item.is_literature() => {
            draft.key(at, "surrogates[0].id");
        }
        _ => draft.note(at, "Eprint"),
    }
}

pub(super) fn accessed(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let is_page = item.known.item_type == "webpage" && draft.text(at).parse::<crate::document::Date>().is_ok();
    match draft.get("source.url").map(str::to_owned).filter(|_| is_page) {
        Some(url) => {
            draft.remove("source.url");
            draft.put("surrogates[0].url", url, draft.place(at));
            draft.key(at, "surrogates[0].accessed");
        }
        None => shared::accessed(&mut item.known, draft, at),
    }
}
