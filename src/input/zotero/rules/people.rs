//! Writers, recipients and other contributors.

use super::known::{self, Known};
use crate::input::draft::{At, Draft};
use crate::input::field::index_of;
use crate::input::shared::names;

/// One creator with all of its parts. The first value takes the others.
pub(in crate::input) fn creator(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let index = index_of(draft.field(at));
    let part = |draft: &Draft<'_>, key: &str| draft.look(&format!("creators[{index}].{key}")).map(str::to_owned);
    let role = part(draft, "creatorType").unwrap_or_else(|| "author".to_owned());
    let is_single = part(draft, "fieldMode").is_some_and(|mode| mode == "1" || mode == "true");
    let family = part(draft, "name").or_else(|| part(draft, "lastName")).unwrap_or_default();
    let given = part(draft, "firstName").unwrap_or_default();
    if family.is_empty() && given.is_empty() {
        return draft.not(at, "a creator without a name");
    }
    let mut read = match is_single || part(draft, "name").is_some() {
        true => single(&family),
        false => names::person(&family, &given),
    };
    let place = draft.place(at);
    let (path, label) = place_of(&role, item, draft, place);
    if role == "contributor" && path.is_some() {
        read.why = Some("a contributor, because no author is named".into());
    }
    if let Some(path) = &path {
        read.put(draft, path, place);
    }
    let name = if given.is_empty() { family } else { format!("{given} {family}") };
    let mut is_first = true;
    for value in draft.beside(at, &format!("creators[{index}].")) {
        let is_name = ["name", "lastName", "firstName"].iter().any(|key| draft.field(value).ends_with(key));
        match (&path, &read.why) {
            (Some(path), Some(why)) => draft.guess_of(value, path, why.clone()),
            (Some(path), None) => draft.key_of(value, path),
            (None, _) if is_name && is_first => {
                is_first = false;
                draft.note_as(value, label, name.as_str());
            }
            (None, _) => draft.note_of(value, label),
        }
    }
}

/// The path for a person in this role, or the label of the note.
pub(in crate::input) fn place_of(
    role: &str,
    item: &Known,
    draft: &mut Draft<'_>,
    place: usize,
) -> (Option<String>, &'static str) {
    let next = |list: &str| (Some(format!("{list}[{}]", draft.count(list))), "");
    match (role, item.literature) {
        ("translator", true) => next("source.translators"),
        ("editor", true) => next("source.editors"),
        ("bookAuthor", true) => next("source.authors"),
        ("compiler", true) => next("source.compilers"),
        ("translator" | "editor" | "compiler", false) => {
            let contribution = format!("contributions[{}]", draft.count("contributions"));
            let word = match role {
                "editor" => "edited",
                "compiler" => "compiled",
                _ => "translated",
            };
            draft.put(&format!("{contribution}.roles[0]"), word, place);
            (Some(format!("{contribution}.by[0]")), "")
        }
        ("reviewedAuthor", true) if item.reviews => next("reviewed.by"),
        ("contributor", false) if !item.has_author => next("creators"),
        _ => match known::role(role) {
            Some((Some(list), _)) => next(list),
            Some((None, label)) => (None, label),
            None => (None, "Creator"),
        },
    }
}

/// A name in one field: an institution, or a person with a comma.
pub(in crate::input) fn single(name: &str) -> names::Read {
    match names::read(name) {
        names::Read { name: names::Parts::Short(text), why } if text.contains(',') => {
            let why = why.or(Some("a name in one field, read as a person because of its comma".into()));
            names::Read { name: names::Parts::Short(text), why }
        }
        // One field is for institutions.
        names::Read { name: names::Parts::Short(text), why: None } => names::body(&text),
        read => read,
    }
}

pub(in crate::input) fn institution(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    match item.literature {
        true => draft.key(at, "source.publisher"),
        false if !draft.has("creators") => {
            draft.guess(at, "creators[0].body", draft.owned(at), "the institution of a report without an author");
        }
        false => draft.note(at, "Institution"),
    }
}
