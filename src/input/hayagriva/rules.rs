//! Rules for fields of an entry that differ from Zotero's.

use crate::input::draft::{At, Draft};
use crate::input::shared::{kinds, names, sentences, shelf};
use crate::input::zotero::rules::{self as shared, Known};
use crate::labels;

/// A field of the first parent.
pub(super) fn parent<'d>(draft: &'d Draft<'_>, field: &str) -> Option<&'d str> {
    draft.look(&format!("parent.{field}")).or_else(|| draft.look(&format!("parent[0].{field}")))
}

pub(super) fn kind(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    shared::kind(item, draft, at);
}

/// A name with all of its parts. The first value takes the others.
pub(super) fn person(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let role = draft.field(at).split(['[', '.']).next().unwrap_or_default().to_owned();
    put_person(item, draft, at, &role);
}

pub(super) fn affiliated(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at);
    let Some((base, _)) = field.split_once(".names").filter(|_| !field.ends_with(".role")) else {
        return draft.not(at, "the role of the people next to it");
    };
    let role = draft.look(&format!("{base}.role")).unwrap_or("collaborator").to_owned();
    // The note of our own export contains the whole name.
    let said = ["translation", "contributions"].into_iter().find(|path| draft.has(path));
    match said.filter(|_| draft.look("note").is_some_and(|note| note.contains(" by "))) {
        Some(path) if !item.literature => draft.key_of(at, path),
        _ => put_person(item, draft, at, &role),
    }
}

/// `author[0].given-name` without its last part, if that is a part of a name.
fn base_of(field: &str) -> (&str, bool) {
    let parts = [".name", ".given-name", ".prefix", ".suffix", ".alias"];
    match parts.iter().find_map(|part| field.strip_suffix(part)) {
        Some(base) => (base, true),
        None => (field, false),
    }
}

fn put_person(item: &Known, draft: &mut Draft<'_>, at: At, role: &str) {
    let place = draft.place(at);
    let (path, label) = shared::place_of(role, item, draft, place);
    let label = if label.is_empty() || label == "Creator" { "With" } else { label };
    put_name(draft, at, path, label);
}

/// Puts a name at a path, or into the note with this label.
fn put_name(draft: &mut Draft<'_>, at: At, path: Option<String>, label: &'static str) {
    let (base, in_parts) = base_of(draft.field(at));
    let base = base.to_owned();
    let part = |key: &str| draft.look(&format!("{base}.{key}")).map(str::to_owned);
    let text = draft.owned(at);
    let (family, given, prefix, suffix) = match in_parts {
        true => (part("name"), part("given-name"), part("prefix"), part("suffix")),
        false => (Some(text.clone()), None, None, None),
    };
    let family = family.unwrap_or_default();
    let place = draft.place(at);
    let told = if in_parts { draft.beside(at, &format!("{base}.")) } else { vec![at] };
    let whole: Vec<&str> = [&given, &prefix].into_iter().flatten().map(String::as_str).collect();
    let whole = whole.into_iter().chain([family.as_str()]).chain(suffix.as_deref()).collect::<Vec<_>>().join(" ");
    let Some(path) = path else {
        let mut is_first = true;
        for value in told {
            match is_first {
                true => draft.note_as(value, label, whole.as_str()),
                false => draft.note_of(value, label),
            }
            is_first = false;
        }
        return;
    };
    let read = match &given {
        // It may be `Burton` or an institution.
        None if in_parts => shared::single(&family),
        None => names::read(&family),
        Some(given) => names::person(&family, given),
    };
    let has_parts = prefix.is_some() || suffix.is_some();
    if has_parts && given.is_some() {
        let parts = [
            ("family", Some(&family)),
            ("given", given.as_ref()),
            ("particle", prefix.as_ref()),
            ("suffix", suffix.as_ref()),
        ];
        for (key, text) in parts {
            text.iter().for_each(|text| draft.put(&format!("{path}.{key}"), text.as_str(), place));
        }
    } else {
        read.put(draft, &path, place);
    }
    for value in told {
        let is_alias = draft.field(value).ends_with(".alias");
        match (&read.why, is_alias) {
            (_, true) => draft.note(value, "Alias"),
            (Some(why), _) => draft.guess_of(value, &path, why.clone()),
            (None, _) => draft.key_of(value, &path),
        }
    }
}

/// Our own export writes the translation of a title in brackets after it, and labelled sentences into its note.
pub(super) fn title(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    shared::title(item, draft, at);
    if draft.look("note").is_some_and(sentences::has_labels) {
        sentences::put_translated(draft, at);
    }
}

/// `~1955` is `1955~` in EDTF.
fn edtf(text: &str) -> String {
    match text.strip_prefix('~') {
        Some(date) => format!("{date}~"),
        None => text.to_owned(),
    }
}

pub(super) fn date(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let path = if item.literature { "source.date" } else { "date" };
    if draft.has(path) {
        return draft.note(at, "Date");
    }
    let date = edtf(draft.text(at));
    crate::input::shared::dates::read(&date, item.language.as_deref()).tell(draft, at, path);
}

/// The fields of a parent, in the order in which the rules need them.
const OF_PARENT: &[&str] = &[
    "title",
    "date",
    "author",
    "editor",
    "affiliated",
    "publisher",
    "location",
    "volume-total",
    "volume",
    "issue",
    "edition",
    "page-range",
    "serial-number",
    "url",
];

/// All values of all parents.
pub(super) fn parents(item: &mut Known, draft: &mut Draft<'_>, _: At) {
    let mut values: Vec<(usize, At)> = draft
        .all("parent*")
        .into_iter()
        .map(|at| {
            let rest = rest_of(draft.field(at)).unwrap_or_default();
            let head = rest.split(['.', '[']).next().unwrap_or_default();
            (OF_PARENT.iter().position(|known| *known == head).unwrap_or(OF_PARENT.len()), at)
        })
        .collect();
    values.sort_by_key(|(order, _)| *order);
    for (_, at) in values {
        if !draft.is_told(at) {
            of_parent(item, draft, at);
        }
    }
}

/// The rest of the field after the first parent.
fn rest_of(field: &str) -> Option<&str> {
    field.strip_prefix("parent.").or_else(|| field.strip_prefix("parent[0]."))
}

fn of_parent(item: &Known, draft: &mut Draft<'_>, at: At) {
    let Some(rest) = rest_of(draft.field(at)).map(str::to_owned) else { return draft.note(at, "Published in") };
    let kind = draft.get("kind").unwrap_or_default().to_owned();
    let head = rest.split(['.', '[']).next().unwrap_or_default();
    let place = draft.place(at);
    let (path, label) = match (head, rest.as_str()) {
        ("type", _) | (_, "parent.type") => {
            return draft.not(at, "the type of the parent follows from the type of the entry");
        }
        ("title", "title" | "title.value" | "title.value.value") => (title_of(&kind, draft), "Published in"),
        ("title", "title.short" | "title.short.value") => {
            let path = title_of(&kind, draft);
            if let Some(title) = draft.get(path).map(str::to_owned) {
                draft.put(&format!("{path}.text"), title, place);
                return draft.key(at, &format!("{path}.short"));
            }
            ("", "Short title of the publication")
        }
        ("title", _) => return draft.not(at, "how it is printed"),
        ("author" | "editor", _) => {
            let list = if head == "author" { "source.authors" } else { "source.editors" };
            let path = format!("{list}[{}]", draft.count(list));
            return put_name(draft, at, Some(path), "");
        }
        ("affiliated", _) => {
            let base = rest.split_once(".names").map(|(base, _)| base.to_owned());
            let role =
                base.as_ref().and_then(|base| parent(draft, &format!("{base}.role"))).unwrap_or_default().to_owned();
            let list = match role.as_str() {
                _ if base.is_none() => return draft.not(at, "the role of the people next to it"),
                "translator" => "source.translators",
                "compiler" => "source.compilers",
                _ => return put_name(draft, at, None, "Had a part in the publication"),
            };
            let path = format!("{list}[{}]", draft.count(list));
            return put_name(draft, at, Some(path), "");
        }
        ("date", _) => {
            let date = edtf(draft.text(at));
            if draft.get("source.date") == Some(date.as_str()) {
                return draft.key_of(at, "source.date");
            }
            let read = crate::input::shared::dates::read(&date, None);
            let is_own = item.literature && draft.has("source.date");
            return if is_own || read.edtf.is_none() {
                draft.note(at, "Date of the publication")
            } else {
                read.tell(draft, at, "source.date")
            };
        }
        ("publisher", _) | ("location", _) if item.is_in_journal() => ("", "Publisher of the journal"),
        ("publisher", "publisher" | "publisher.name") => ("source.publisher", "Publisher"),
        ("publisher", "publisher.location") | ("location", _) => ("source.place", "Place of publication"),
        ("volume", _) if kind == "book" => {
            let series = draft.get("source.series").map(str::to_owned);
            return match series {
                Some(series) => draft.key_as(at, "source.series", format!("{series} {}", draft.owned(at))),
                None => draft.key(at, "source.volume"),
            };
        }
        ("volume", _) => ("source.volume", "Volume"),
        ("volume-total", _) => ("source.volumes", "Number of volumes"),
        ("issue", _) => ("source.issue", "Issue"),
        ("edition", _) => ("source.edition", "Edition"),
        ("page-range", _) => ("source.pages", "Pages"),
        ("serial-number", "serial-number.isbn") => ("source.isbn", "ISBN"),
        ("serial-number", "serial-number.issn") => ("", "ISSN"),
        ("parent", "parent.title" | "parent.title.value" | "parent.title.value.value") => ("source.series", "Series"),
        _ => ("", "Of the publication"),
    };
    match path {
        "" => draft.note(at, label),
        path if draft.has(path) => draft.note(at, label),
        path => draft.key(at, path),
    }
}

/// The meaning of the title of a parent: the journal or the site, the series or the set of a book, the book of a
/// chapter.
fn title_of(kind: &str, draft: &Draft<'_>) -> &'static str {
    match kind {
        "article" | "web-page" => "source.container",
        "book" if draft.look("volume").is_some() => "source.container",
        "book" => "source.series",
        _ => "source.title",
    }
}

/// Our own export writes sentences for values that have no field.
pub(super) fn note(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    sentences::put(draft, at);
}

/// `telegram to Charles Merriam`, `interview by Milton Senn`, as in our own export.
pub(super) fn genre(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    let split =
        |joint: &str| text.split_once(joint).filter(|(word, _)| kinds::kind(word).is_some() && !item.literature);
    let person = [(" to ", "recipients"), (" by ", "interviewers")]
        .into_iter()
        .find_map(|(joint, list)| Some((split(joint)?, list)));
    let Some(((word, who), list)) = person else { return shared::genre(item, draft, at) };
    let place = draft.place(at);
    if let Some(named) = kinds::kind(word) {
        draft.put("kind", named.kind.as_str(), place);
        if let Some(genre) = named.genre {
            draft.put("genre", genre, place);
        }
    }
    draft.key_of(at, "kind");
    if draft.count(list) == 0
        && who.starts_with(char::is_uppercase)
        && !who.contains([',', ';'])
        && !who.contains(" and ")
    {
        names::read(who).put(draft, &format!("{list}[0]"), place);
        draft.also_of(at, &format!("{list}[0]"), "the words after the kind of document");
    }
}

/// For a paper in a book, the field has its place in the book, not the archive.
pub(super) fn location(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let is_shelf = shelf::levels(draft.text(at)).is_some();
    match item.literature && !draft.has("surrogates[0].archive") && !draft.has("holdings") && !is_shelf {
        true => draft.note(at, "Location in the archive"),
        false => match own_location(draft, at) {
            Some(location) => shelf::put_mark_as(draft, at, &location),
            None => shared::location(item, draft, at),
        },
    }
}

/// Our own export writes a date or a translator before the location. The note has the location without them.
fn own_location(draft: &Draft<'_>, at: At) -> Option<String> {
    let note = draft.look("note")?.split_once(labels::ARCHIVAL_SOURCE)?.1;
    let text = draft.text(at);
    let starts = std::iter::once(0).chain(text.match_indices(", ").map(|(at, _)| at + 2));
    let location = starts.filter_map(|start| text.get(start..)).find(|end| note.starts_with(end))?;
    Some(location.to_owned())
}

/// The number may already be in another field, or be the number in the web archive.
pub(super) fn call_number(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let number = draft.owned(at);
    let is_in = |path: &str| draft.get(path).is_some_and(|text| text.contains(&number));
    if is_in("number") {
        return draft.key_of(at, "number");
    }
    let is_of_address =
        draft.get("surrogates[0].url").is_some_and(|url| url.rsplit('/').next() == Some(number.as_str()));
    if is_of_address && !draft.has("surrogates[0].id") {
        return draft.guess(at, "surrogates[0].id", number, "the address ends with it");
    }
    if is_in("holdings[0].reference") {
        return draft.key_of(at, "holdings[0].reference");
    }
    shared::call_number(item, draft, at);
}

pub(super) fn place(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let path = if item.literature { "source.place" } else { "place" };
    match draft.has(path) || item.literature && draft.look("publisher.location").is_some() {
        true => draft.note(at, "Place"),
        false => draft.key(at, path),
    }
}

pub(super) fn place_of_publisher(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    match item.literature && !item.is_in_journal() && !draft.has("source.place") {
        true => draft.key(at, "source.place"),
        false => draft.note(at, "Place of publication"),
    }
}

/// Puts the value into the note, with the name of its field.
pub(super) fn named(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let name = draft.field(at).trim_start_matches("serial-number.").trim_start_matches("x-").to_owned();
    draft.note(at, name);
}

/// The text without braces, which protect the case of words. `None` if it has no braces. `\\{` is a brace.
pub(super) fn without_braces(text: &str) -> Option<String> {
    if !text.contains(['{', '\\']) {
        return None;
    }
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' if characters.peek().is_some_and(|next| matches!(next, '{' | '}' | '$' | '\\')) => {
                plain.extend(characters.next());
            }
            '{' | '}' => {}
            other => plain.push(other),
        }
    }
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_are_taken_off_and_those_that_are_meant_stay() {
        for (text, plain) in
            [("Fund \\{45\\} of {NATO}", Some("Fund {45} of NATO")), ("Plain", None), ("{A", Some("A"))]
        {
            assert_eq!(without_braces(text).as_deref(), plain, "{text}");
        }
    }
}
