//! Splits lists of names, and names into their parts.

use super::rules::Item;
use super::text::Name;
use crate::input::draft::{At, Draft};
use crate::input::shared::names;
use crate::input::zotero::rules::place_of;

/// The fields that have lists of names.
#[rustfmt::skip]
const LISTS: &[(&str, &str)] = &[
    ("author", "author"), ("editor", "editor"), ("translator", "translator"), ("bookauthor", "bookAuthor"), ("editora", "editor"),
    ("editorb", "editor"), ("editorc", "editor"), ("annotator", "contributor"), ("commentator", "contributor"),
    ("foreword", "contributor"), ("afterword", "contributor"), ("introduction", "contributor"), ("holder", "contributor"),
    ("collaborator", "contributor"), ("director", "director"), ("recipient", "recipient"), ("interviewer", "interviewer"),
];

pub(super) fn is_list(field: &str) -> bool {
    LISTS.iter().any(|(known, _)| *known == field)
}

/// Particles that a bibliography does not sort by, and that short forms omit.
const DROPPED: &[&str] = &["von", "vom", "zu", "zum", "zur", "von und zu", "von der", "von dem"];

/// All names of a list. Names without a key go to the note.
pub(super) fn list(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at).to_owned();
    let role = LISTS.iter().find(|(known, _)| *known == field).map_or("contributor", |(_, role)| *role);
    let text = draft.owned(at);
    let of_editors = draft.look(&format!("{field}type")).map(str::to_lowercase).unwrap_or_default();
    let role = match (role, of_editors.as_str()) {
        ("editor", "compiler") => "compiler",
        ("editor", "translator") => "translator",
        ("editor", "recipient" | "addressee") => "recipient",
        ("editor", "" | "editor") => role,
        ("editor", _) => "contributor",
        _ => role,
    };
    let Some((list, _)) = item.names.remove(&field) else { return draft.note(at, label(role)) };
    let place = draft.place(at);
    let (mut paths, mut doubt) = (Vec::new(), None);
    for name in &list {
        if let Some(path) = credited(draft, role, name) {
            paths.push(path);
            continue;
        }
        let (Some(path), _) = place_of(role, &item.known, draft, place) else {
            return draft.note_as(at, label(role), text);
        };
        let short = draft.look("shortauthor").map(str::to_owned).filter(|_| role == "author" && list.len() == 1);
        doubt = put(draft, name, &path, place, item.keeps_particles, short.as_deref()).or(doubt);
        paths.push(path);
    }
    let mut paths = paths.iter();
    match (paths.next(), doubt) {
        (None, _) => draft.note(at, label(role)),
        (Some(first), Some(why)) => draft.guess_of(at, first, why),
        (Some(first), None) => draft.key_of(at, first),
    }
}

fn label(role: &str) -> &'static str {
    match role {
        "author" => "Author",
        "editor" => "Editor",
        "translator" => "Translator",
        "bookAuthor" => "Author of the book",
        _ => "Contributor",
    }
}

/// A translator who is already in a sentence of the note.
fn credited(draft: &Draft<'_>, role: &str, name: &Name) -> Option<String> {
    if role != "translator" {
        return None;
    }
    let natural = match name {
        Name::Whole(text) => text.clone(),
        Name::Person { family, given, particle, suffix, .. } => {
            let parts = [given, particle, family, suffix];
            parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ")
        }
    };
    let lists = (0..draft.count("contributions")).map(|index| format!("contributions[{index}].by"));
    let mut all = lists.chain(["translation.by".to_owned()]);
    all.find_map(|list| {
        let mut paths = (0..draft.count(&list)).map(|index| format!("{list}[{index}]"));
        paths.find(|path| draft.get(path).or_else(|| draft.get(&format!("{path}.body"))) == Some(natural.as_str()))
    })
}

/// Writes a name, and reports what was inferred.
fn put(
    draft: &mut Draft<'_>,
    name: &Name,
    path: &str,
    place: usize,
    keeps: bool,
    short: Option<&str>,
) -> Option<String> {
    let (family, given, particle, suffix, own) = match name {
        Name::Whole(text) => {
            // If it begins with the short form, the family name comes first.
            let rest = short.and_then(|short| text.strip_prefix(short)).and_then(|rest| rest.strip_prefix(' '));
            if let (Some(short), Some(given)) = (short, rest) {
                for (key, text) in [("family", short), ("given", given), ("order", "family-first")] {
                    draft.put(&format!("{path}.{key}"), text, place);
                }
                return Some("the short form of the name is the family name, which comes first".to_owned());
            }
            match text.contains(' ') {
                true => names::body(text).put(draft, path, place),
                false => names::read(text).put(draft, path, place),
            }
            return None;
        }
        Name::Person { family, given, particle, suffix, keeps } => (family, given, particle, suffix, keeps),
    };
    if particle.is_empty() {
        let given = if suffix.is_empty() { given.clone() } else { format!("{given}, {suffix}") };
        let read = names::person(family, &given);
        read.put(draft, path, place);
        return read.why.map(std::borrow::Cow::into_owned);
    }
    let is_kept = own.unwrap_or(keeps || !DROPPED.contains(&particle.to_lowercase().as_str()));
    let key = if is_kept { "particle" } else { "dropping-particle" };
    for (key, text) in [("family", family), ("given", given), (key, particle), ("suffix", suffix)] {
        if !text.is_empty() {
            draft.put(&format!("{path}.{key}"), text.as_str(), place);
        }
    }
    own.is_none().then(|| "whether the particle belongs to the family name is known by its language".to_owned())
}
