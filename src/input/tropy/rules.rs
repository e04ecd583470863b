//! Rules for properties that do not go into a key unchanged.

use crate::input::draft::{At, Draft};
use crate::input::shared::{archives, dates, ids, kinds, languages, markup, names, shelf, titles, web};

/// What is known about the item.
#[derive(Debug, Default)]
pub(super) struct Known {
    language: Option<String>,
}

pub(super) fn id(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let name = draft.owned(at);
    let last = name.rsplit(['/', '#']).find(|part| !part.is_empty()).unwrap_or_default();
    match ids::id(last).filter(|_| !draft.has("id")) {
        Some(id) => draft.key_as(at, "id", id),
        None => draft.not(at, "it has no character that an id may have"),
    }
}

pub(super) fn kind(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    let place = draft.place(at);
    match kinds::kind(&text) {
        Some(named) if !draft.has("kind") => {
            draft.put("kind", named.kind.as_str(), place);
            match named.genre {
                Some(genre) => draft.key_as(at, "genre", genre),
                None => draft.key_of(at, "kind"),
            }
        }
        None if !draft.has("genre") && !draft.has("kind") => draft.key(at, "genre"),
        _ => draft.note(at, "Type"),
    }
}

fn is_letter(draft: &Draft<'_>) -> bool {
    matches!(draft.get("kind"), Some("letter" | "telegram" | "memorandum"))
}

pub(super) fn language(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let Some(tags) = languages::tags(draft.text(at)) else { return draft.note(at, "Language") };
    for tag in &tags {
        draft.put(&format!("languages[{}]", draft.count("languages")), tag.as_str(), draft.place(at));
    }
    draft.key_of(at, "languages");
    item.language = item.language.take().or_else(|| tags.into_iter().next());
}

/// Tropy has one field for all languages.
pub(super) fn people(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let list = if draft.field(at) == "dcterms:audience" { "recipients" } else { "creators" };
    let (text, place) = (draft.owned(at), draft.place(at));
    let first = format!("{list}[{}]", draft.count(list));
    let mut why = None;
    for name in text.split(';').map(str::trim).filter(|name| !name.is_empty()) {
        let read = names::read(name);
        read.put(draft, &format!("{list}[{}]", draft.count(list)), place);
        why = why.or(read.why);
    }
    match why {
        _ if !draft.has(&first) => draft.not(at, "a name without letters"),
        Some(why) => draft.guess_of(at, &first, why),
        None => draft.key_of(at, &first),
    }
}

pub(super) fn title(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    if draft.has("title") {
        return draft.note(at, "Title");
    }
    let is_letter = is_letter(draft);
    let Some(kind) = titles::put(draft, at, is_letter) else { return };
    if !draft.has("kind") && !draft.has("genre") {
        draft.also(at, "kind", kind.as_str(), "the title begins with this word");
    }
}

pub(super) fn date(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    match draft.has("date") {
        true => {
            let label = match draft.field(at) {
                "dcterms:created" => "Created",
                "dcterms:issued" => "Issued",
                _ => "Date",
            };
            draft.note(at, label);
        }
        false => dates::read(draft.text(at), item.language.as_deref()).tell(draft, at, "date"),
    }
}

pub(super) fn archive(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if web::is_address(&text) {
        return web::put_address(draft, at);
    }
    let is_number = text.contains(|c: char| c.is_ascii_digit()) && !text.contains(' ');
    match (draft.has("holdings[0].repository"), is_number) {
        (true, _) => draft.note(at, "Source"),
        (false, true) if !draft.has("holdings[0].reference") => {
            draft.guess(at, "holdings[0].reference", text, "a number is not the name of an archive");
        }
        _ => archives::put(draft, at),
    }
}

pub(super) fn archive_or_collection(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    if !draft.has("holdings[0].repository") || draft.look("collection").is_some() {
        return archive(item, draft, at);
    }
    let text = draft.owned(at);
    let path = archives::put_collection(draft, &text, draft.place(at));
    draft.guess_of(at, &path, "an older template of Tropy uses this property for the collection");
}

pub(super) fn collection(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let (text, place) = (draft.owned(at), draft.place(at));
    match shelf::levels(&text) {
        Some(shelf) => {
            shelf.put(draft, place);
            draft.key_of(at, "holdings[0].path");
        }
        None => {
            let path = archives::put_collection(draft, &text, place);
            draft.key_of(at, &format!("{path}.title"));
        }
    }
}

/// A box, a folder or a piece: its number, with or without the word before it, or its title.
pub(super) fn container(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let (text, place, level) = (draft.owned(at), draft.place(at), draft.field(at).to_owned());
    let with_word = format!("{level} {text}");
    if let Some(shelf) = shelf::levels(&text).or_else(|| shelf::levels(&with_word)) {
        shelf.put(draft, place);
        return draft.key_of(at, "holdings[0].path");
    }
    let path = format!("holdings[0].path[{}]", draft.count("holdings[0].path"));
    draft.put(&format!("{path}.level"), level, place);
    let is_number = !text.contains(' ') && text.contains(|c: char| c.is_ascii_digit());
    draft.key(at, &format!("{path}.{}", if is_number { "id" } else { "title" }));
}

pub(super) fn url(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    match web::is_address(draft.text(at)) {
        true => web::put_address(draft, at),
        false => draft.note(at, "Address"),
    }
}

/// A web address or a call number, in one field. Often both are present, in the two vocabularies of Dublin Core.
pub(super) fn identifier(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if web::is_address(&text) {
        return web::put_address(draft, at);
    }
    if text.starts_with("10.") && text.contains('/') && !draft.has("surrogates[0].doi") {
        return draft.key(at, "surrogates[0].doi");
    }
    let in_address = |address: &str| {
        let mut parts = address.split(['/', '?', '&', '=', '#']).skip(3);
        parts.any(|part| part == text)
    };
    let addresses = ["surrogates[0].url"].iter().filter_map(|path| draft.get(path));
    let others = ["dc:identifier", "dcterms:identifier"].iter().filter_map(|field| draft.look(field));
    if addresses.chain(others).any(in_address) && !draft.has("surrogates[0].id") {
        return draft.guess(at, "surrogates[0].id", text, "it is part of the address");
    }
    match (draft.has("holdings[0].path"), draft.has("holdings[0].reference")) {
        (_, true) => draft.note(at, "Identifier"),
        (true, false) => draft.key(at, "holdings[0].reference"),
        (false, false) => shelf::put_mark(draft, at),
    }
}

/// Kinds of files.
const FILES: &[&str] = &["pdf", "jpg", "jpeg", "tif", "tiff", "png", "jp2", "gif", "html", "xml", "mp3", "mp4", "wav"];

pub(super) fn format(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = draft.text(at).to_lowercase();
    let is_file = FILES.contains(&text.as_str())
        || ["image/", "application/", "text/", "audio/", "video/"].iter().any(|start| text.starts_with(start));
    match is_file && draft.has("surrogates[0]") && !draft.has("surrogates[0].format") {
        true => draft.key(at, "surrogates[0].format"),
        false if !is_file && !draft.has("medium") => draft.key(at, "medium"),
        false => draft.note(at, "Format"),
    }
}

/// In the template for letters this is the place of writing. In others it may be the subject.
pub(super) fn place(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    match (draft.has("place"), is_letter(draft)) {
        (true, _) => draft.note(at, "Coverage"),
        (false, _) if !text.contains(char::is_alphabetic) => draft.note(at, "Coverage"),
        (false, true) => draft.key(at, "place"),
        (false, false) => draft.guess(at, "place", text, "the place of writing or the subject"),
    }
}

pub(super) fn description(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    match web::is_address(draft.text(at)) {
        true => draft.note(at, "Finding aid"),
        false if draft.has("summary") => draft.note(at, "Description"),
        false => draft.key(at, "summary"),
    }
}

pub(super) fn subject(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let (text, place) = (draft.owned(at), draft.place(at));
    let first = format!("subjects[{}]", draft.count("subjects"));
    for word in text.split(';').map(str::trim).filter(|word| !word.is_empty()) {
        draft.put(&format!("subjects[{}]", draft.count("subjects")), word, place);
    }
    match draft.has(&first) {
        true => draft.key_of(at, &first),
        false => draft.not(at, "a subject without letters"),
    }
}

/// A tag is a word, or an object with a name and a colour.
pub(super) fn tag(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at);
    match field == "tag" || field.ends_with(".name") {
        true => draft.key(at, &format!("subjects[{}]", draft.count("subjects"))),
        false => draft.not(at, "only the name of a tag is read"),
    }
}

/// The note on a photo: its text, or its text with markup if that is all.
pub(super) fn note(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at).to_owned();
    let (note, part) = field.rsplit_once("].").unwrap_or_default();
    match part {
        "text" => draft.note_as(at, "", draft.owned(at)),
        "html" if draft.look(&format!("{note}].text")).is_some() => draft.not(at, "the same note, with its markup"),
        "html" => match markup::words(draft.text(at)) {
            text if text.is_empty() => draft.not(at, "it contains only markup"),
            text => draft.note_as(at, "", text),
        },
        _ => draft.not(at, "only the text of a note is read"),
    }
}

/// A property without a rule.
pub(super) fn other(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at).to_owned();
    if field.rsplit('.').next().is_some_and(|last| last.starts_with('@')) {
        return draft.not(at, "the type or the language of a value");
    }
    match label(&field) {
        label if label.is_empty() => draft.not(at, "a value without a property"),
        label => draft.note(at, label),
    }
}

/// `Is part of`, of `dcterms:isPartOf`.
fn label(field: &str) -> String {
    let name = field.rsplit(['/', '#', ':']).find(|part| !part.is_empty()).unwrap_or_default();
    let mut label = String::new();
    for character in name.chars() {
        match label.is_empty() {
            true => label.extend(character.to_uppercase()),
            false if character.is_uppercase() && label.ends_with(char::is_lowercase) => {
                label.push(' ');
                label.extend(character.to_lowercase());
            }
            false if matches!(character, '_' | '-') => label.push(' '),
            false => label.push(character),
        }
    }
    label
}
