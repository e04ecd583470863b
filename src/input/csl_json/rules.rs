//! Rules for variables that differ from Zotero's fields: names in parts, and dates.

use crate::input::draft::{At, Draft};
use crate::input::field::index_of;
use crate::input::shared::{archives, dates, ids, names, sentences, web};
use crate::input::zotero::rules::{self as shared, Known};

pub(super) fn id(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    if draft.has("id") {
        return draft.not(at, "the item has an id");
    }
    let name = draft.owned(at);
    // Zotero's ids are URLs; the last part is unique.
    let last = if web::is_address(&name) { name.rsplit('/').next().unwrap_or(&name) } else { &name };
    match ids::id(last) {
        Some(id) => draft.key_as(at, "id", id),
        None => draft.not(at, "it has no character that an id may have"),
    }
}

pub(super) fn kind(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    match item.item_type.as_str() {
        "pamphlet" => draft.key_as(at, "kind", "ephemera"),
        kind @ ("collection" | "treaty") => draft.key_as(at, "kind", kind),
        _ => shared::kind(item, draft, at),
    }
    if matches!(draft.text(at), "review" | "review-book") && item.literature {
        draft.put("genre", "review", draft.place(at));
    }
}

/// One name with all of its parts. The first value takes the others.
pub(super) fn name(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let variable = draft.field(at).split('[').next().unwrap_or_default().to_owned();
    let base = format!("{variable}[{}].", index_of(draft.field(at)));
    let part = |key: &str| draft.look(&format!("{base}{key}")).map(str::to_owned);
    let (family, given) = (part("family").unwrap_or_default(), part("given").unwrap_or_default());
    let mut read = match part("literal") {
        Some(literal) => shared::single(&literal),
        None => names::person(&family, &given),
    };
    let first = part("static-ordering").is_some_and(|truth| truth == "true" || truth == "1");
    let role = match variable.as_str() {
        "container-author" => "bookAuthor",
        "reviewed-author" => "reviewedAuthor",
        "script-writer" => "scriptwriter",
        "executive-producer" => "executiveProducer",
        "collection-editor" => "seriesEditor",
        other => other,
    };
    let place = draft.place(at);
    let (path, label) = shared::place_of(role, item, draft, place);
    let name = part_of(draft, &base);
    let Some(path) = path else {
        let mut is_first = true;
        for value in draft.beside(at, &base) {
            match is_first {
                true => draft.note_as(value, label, name.as_str()),
                false => draft.note_of(value, label),
            }
            is_first = false;
        }
        return;
    };
    if role == "contributor" {
        read.why = Some("a contributor, because no author is named".into());
    }
    let parts =
        [("suffix", "suffix"), ("non-dropping-particle", "particle"), ("dropping-particle", "dropping-particle")];
    let has_parts = first || parts.iter().any(|(key, _)| draft.look(&format!("{base}{key}")).is_some());
    match (&read.name, has_parts) {
        // A name with more parts than the short form has.
        (names::Parts::Short(text), true) if !text.contains(',') => {
            draft.put(&format!("{path}.family"), text.as_str(), place)
        }
        _ => read.put(draft, &path, place),
    }
    let is_person = draft.has(&format!("{path}.family"));
    for (key, ours) in parts {
        if let Some(value) = draft.first(&format!("{base}{key}")) {
            match is_person {
                true => draft.key(value, &format!("{path}.{ours}")),
                false => draft.note(value, "Part of a name"),
            }
        }
    }
    if first && is_person {
        draft.put(&format!("{path}.order"), "family-first", place);
    }
    for value in draft.beside(at, &base) {
        match read.why.clone() {
            Some(why) => draft.guess_of(value, &path, why),
            None => draft.key_of(value, &path),
        }
    }
}

/// The name in one piece, for the note.
fn part_of(draft: &Draft<'_>, base: &str) -> String {
    let parts = ["literal", "given", "dropping-particle", "non-dropping-particle", "family", "suffix"];
    let parts = parts.iter().filter_map(|key| draft.look(&format!("{base}{key}")));
    parts.collect::<Vec<_>>().join(" ")
}

/// Our own export writes the translation of a title in brackets after it, and labelled sentences into its note.
pub(super) fn title(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    shared::title(item, draft, at);
    if draft.look("note").is_some_and(sentences::has_labels) {
        sentences::put_translated(draft, at);
    }
}

/// The content of a date variable.
fn read_date(draft: &Draft<'_>, variable: &str, language: Option<&str>) -> dates::Read {
    let number = |end: usize, index: usize| {
        draft.look(&format!("{variable}.date-parts[{end}][{index}]")).and_then(|text| text.parse::<u32>().ok())
    };
    if let Some(words) = ["literal", "raw", "edtf"].iter().find_map(|key| draft.look(&format!("{variable}.{key}")))
        && number(0, 0).is_none()
    {
        return dates::read(words, language);
    }
    let season = draft.look(&format!("{variable}.season")).and_then(|season| season.parse::<u32>().ok());
    let moment = |end: usize| {
        let year = format!("{:04}", number(end, 0)?);
        let part = |index: usize| number(end, index).filter(|number| *number > 0);
        Some(match (part(1), part(2), season) {
            // Numbers above 12 are seasons, as in old processors.
            (Some(month @ 13..=24), ..) => format!("{year}-{:02}", 21 + (month - 1) % 4),
            (Some(month), Some(day), _) => format!("{year}-{month:02}-{day:02}"),
            (Some(month), None, _) => format!("{year}-{month:02}"),
            (None, _, Some(season @ 1..=4)) => format!("{year}-{}", 20 + season),
            (None, _, Some(season @ 21..=24)) => format!("{year}-{season}"),
            _ => year,
        })
    };
    let ends: Vec<String> = (0..2).map_while(moment).collect();
    let circa = draft.look(&format!("{variable}.circa")).is_some_and(|circa| circa != "false" && circa != "0");
    let about = if circa { "circa " } else { "" };
    dates::read(&format!("{about}{}", ends.join("/")), language)
}

fn tell_date(draft: &mut Draft<'_>, variable: &str, read: &dates::Read, path: &str) {
    for value in draft.all(&format!("{variable}.*")) {
        match read.why.clone() {
            Some(why) => draft.guess_of(value, path, why),
            None => draft.key_of(value, path),
        }
    }
}

pub(super) fn date(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let variable = draft.field(at).split('.').next().unwrap_or_default().to_owned();
    let path = if item.literature && variable == "issued" { "source.date" } else { "date" };
    if draft.has(path) {
        return other_date(item, draft, at);
    }
    let read = read_date(draft, &variable, item.language.as_deref());
    read.put(draft, path, draft.place(at));
    tell_date(draft, &variable, &read, path);
}

pub(super) fn accessed(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let read = read_date(draft, "accessed", None);
    if read.display.is_some() || !shared::put_address_of_visit(item, draft, at) {
        return other_date(item, draft, at);
    }
    read.put(draft, "surrogates[0].accessed", draft.place(at));
    tell_date(draft, "accessed", &read, "surrogates[0].accessed");
}

pub(super) fn original_date(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let read = read_date(draft, "original-date", item.language.as_deref());
    if !item.literature || read.edtf.is_none() {
        return other_date(item, draft, at);
    }
    read.put(draft, "source.original.date", draft.place(at));
    tell_date(draft, "original-date", &read, "source.original.date");
}

/// A date without a key in the record format.
pub(super) fn other_date(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let variable = draft.field(at).split('.').next().unwrap_or_default().to_owned();
    let label = match variable.as_str() {
        "original-date" => "Original date",
        "submitted" => "Submitted",
        "available-date" => "Available",
        "accessed" => "Accessed",
        _ => "Date",
    };
    let read = read_date(draft, &variable, None);
    let words = read.display.or(read.edtf).unwrap_or_default();
    for (index, value) in draft.all(&format!("{variable}.*")).into_iter().enumerate() {
        match index {
            0 => draft.note_as(value, label, words.as_str()),
            _ => draft.note_of(value, label),
        }
    }
}

pub(super) fn archive_place(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    match draft.has("holdings[0].repository") {
        true => draft.key(at, "holdings[0].repository.place"),
        false => draft.note(at, "Place of the archive"),
    }
}

pub(super) fn collection(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    let path = archives::put_collection(draft, &text, draft.place(at));
    draft.key_of(at, &format!("{path}.title"));
}

pub(super) fn keywords(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    let separator = if text.contains(';') { ';' } else { ',' };
    for word in text.split(separator).map(str::trim).filter(|word| !word.is_empty()) {
        draft.put(&format!("subjects[{}]", draft.count("subjects")), word, draft.place(at));
    }
    draft.key_of(at, "subjects");
}

/// Zotero exports its single field for places as two variables.
pub(super) fn place(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    match draft.get("place") == Some(draft.text(at)) {
        true if !item.literature => draft.key_of(at, "place"),
        _ if !item.literature && draft.has("place") => draft.note(at, "Place of publication"),
        _ => shared::place(item, draft, at),
    }
}

pub(super) fn container(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let is_book = draft.get("kind") == Some("chapter");
    match item.literature {
        true if is_book => draft.key(at, "source.title"),
        true => draft.key(at, "source.container"),
        false => draft.note(at, "Published in"),
    }
}
