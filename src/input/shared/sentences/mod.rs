//! A note of labelled sentences, as our own exports write it: `Telegram. Recipient: Zhou, Enlai. Number: 153`.
//!
//! If a format has no field for a value, our export writes such a sentence; [`labels`] has the labels. The value
//! goes back to its field, always as a guess, because a note is free text.

mod parts;
mod people;
mod values;
mod whereabouts;

use super::super::draft::{At, Draft};
use super::{kinds, shelf};
use crate::labels;
use parts::{LABELS, Says, is_book, split, without_stop};
pub(in crate::input) use parts::{has_labels, is_labelled};
use values::put_sentence;

/// Writes the content of a note to its fields, and reports it. A note without labels stays a note.
pub(in crate::input) fn put(draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    put_text(draft, at, &text);
}

/// The same for a part of a note. Other fields contain the rest.
pub(in crate::input) fn put_text(draft: &mut Draft<'_>, at: At, text: &str) {
    let place = draft.place(at);
    let Some((paths, rest)) = take(draft, text, place) else { return draft.note_as(at, "", text) };
    let why = "a labelled sentence of the note was read as this field";
    if let Some(rest) = rest {
        draft.note_as(at, "", rest);
        paths.iter().for_each(|path| draft.also_of(at, path, why));
        return;
    }
    let mut paths = paths.iter();
    match paths.next() {
        Some(first) => draft.guess_of(at, first, why),
        None => draft.not(at, "the other fields contain it"),
    }
    paths.for_each(|path| draft.also_of(at, path, why));
}

/// Puts the labelled sentences of a text. Returns the fields that they fill and the remaining text, or `None` if
/// the text has no such sentences.
pub(in crate::input) fn take(draft: &mut Draft<'_>, text: &str, place: usize) -> Option<(Vec<String>, Option<String>)> {
    let sentences = split(text)?;
    let (mut paths, mut rest) = (Vec::new(), Vec::new());
    if !sentences.opening.is_empty() && !put_genre(draft, sentences.opening, place, &mut paths) {
        rest.push(sentences.opening.to_owned());
    }
    for (says, value) in &sentences.said {
        if !value.is_empty() && !put_sentence(draft, *says, value, place, &mut paths) {
            let label = LABELS.iter().find(|(_, known)| known == says && !is_book(*says));
            rest.push(format!("{}{value}", label.map_or("", |(label, _)| label)));
        }
    }
    rest.extend(sentences.free.iter().map(|text| (*text).to_owned()));
    Some((paths, (!rest.is_empty()).then(|| join(&rest))))
}

fn join(sentences: &[String]) -> String {
    let mut joined = String::new();
    for sentence in sentences {
        if !joined.is_empty() {
            joined.push_str(if joined.ends_with('.') { " " } else { ". " });
        }
        joined.push_str(sentence);
    }
    joined
}

/// The start of the note is the kind of document. Returns whether that is the whole start.
fn put_genre(draft: &mut Draft<'_>, opening: &str, place: usize, paths: &mut Vec<String>) -> bool {
    let word = without_stop(opening);
    let same = |known: Option<&str>| known.is_some_and(|known| known.to_lowercase() == word.to_lowercase());
    if same(draft.get("genre")) || same(draft.get("kind")) || word == labels::DOCUMENT {
        return true;
    }
    if draft.has("genre") || word.chars().count() > 40 || word.contains(". ") {
        return false;
    }
    put_word(draft, &small(word), place);
    paths.push(if draft.has("genre") { "genre" } else { "kind" }.to_owned());
    true
}

/// Sets the kind from a word. An unknown word is printed unchanged.
pub(in crate::input) fn put_word(draft: &mut Draft<'_>, word: &str, place: usize) {
    match kinds::kind(word) {
        Some(named) => {
            draft.put("kind", named.kind.as_str(), place);
            named.genre.into_iter().for_each(|genre| draft.put("genre", genre, place));
        }
        None => draft.put("kind", word, place),
    }
}

/// The start of a note with labelled sentences: the kind of document.
pub(in crate::input) fn opening(note: &str) -> Option<&str> {
    let opening = without_stop(split(note)?.opening);
    (!opening.is_empty() && !opening.contains(". ")).then_some(opening)
}

/// A title with its translation in brackets after it, as in our own exports.
pub(in crate::input) fn put_translated(draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    let parts = text.strip_suffix(']').and_then(|text| text.split_once(" ["));
    let parts =
        parts.filter(|(_, inside)| !inside.contains(['[', ']']) && draft.get("title.text") == Some(text.as_str()));
    if let Some((title, translated)) = parts {
        let place = draft.place(at);
        draft.put("title.text", title, place);
        draft.put("title.translated", translated, place);
        draft.also_of(at, "title.translated", "in brackets after the title");
    }
}

/// Whether a note with labelled sentences, together with other fields, contains all of these words: a title that an
/// export makes from them.
pub(in crate::input) fn says(note: &str, others: &[&str], title: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '’' | '\'')));
        words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    if opening(note).is_none() && !is_labelled(note) {
        return false;
    }
    let said: Vec<String> = words(note).into_iter().chain(others.iter().flat_map(|text| words(text))).collect();
    let is_small = |word: &str| matches!(word, "to" | "and" | "by" | "with" | "between" | "the");
    words(title).iter().all(|word| is_small(word) || said.contains(word))
}

/// Whether a note has the levels of a shelf mark for which a field has the archive's own wording.
pub(in crate::input) fn has_other_shelf(note: &str, collection: Option<&str>) -> bool {
    let Some(sentences) = split(note) else { return false };
    let details = sentences.said.iter().filter(|(says, _)| *says == Says::Repository);
    let mut parts = details.flat_map(|(_, value)| value.split("; "));
    parts.any(|part| {
        shelf::levels(part).is_some() || part.contains(',') || collection.is_some_and(|title| part.ends_with(title))
    })
}

/// A word within a sentence. The first letter of the first word is a capital.
pub(in crate::input) fn small(word: &str) -> String {
    let mut letters = word.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::draft::Value;

    fn read(note: &str) -> String {
        let mut draft = Draft::new(0, [Value::new(0, "N1", note)]);
        draft.put("creators[0]", "Stalin, Joseph", 0);
        draft.put("holdings[0].repository.name", "APRF", 0);
        let at = draft.first("N1").unwrap();
        put(&mut draft, at);
        draft.remove("holdings");
        serde_json::to_string(&draft.finish().0).unwrap()
    }

    #[test]
    fn a_note_is_parted_at_its_labels() {
        for (note, record) in [
            ("A note. Not more", r#"{"creators":["Stalin, Joseph"],"note":"A note. Not more"}"#),
            (
                "Telegram. Recipient: Zhou, Enlai. Number: No. 709",
                r#"{"creators":["Stalin, Joseph"],"kind":"telegram","recipients":["Zhou, Enlai"],"number":"No. 709"}"#,
            ),
            (
                "Names: Stalin, Joseph: signed Filippov. Time: 11:30. Kept apart. For years",
                r#"{"creators":[{"family":"Stalin","given":"Joseph","signed-as":"Filippov"}],"time":"11:30","note":"Kept apart. For years"}"#,
            ),
            (
                "Digital archive: An Archive, no. 7, PDF, in English. Translated from Portuguese for CWIHP by James G. Hershberg",
                r#"{"creators":["Stalin, Joseph"],"surrogates":[{"id":"7","language":"en","archive":"An Archive","format":"PDF"}],"translation":{"from":"pt","for":"CWIHP","by":["James G. Hershberg"]}}"#,
            ),
            (
                "Source edition: A, B (C, 1950). Compiled by V. N. Malin. Published in a bulletin",
                r#"{"creators":["Stalin, Joseph"],"contributions":[{"roles":["compiled"],"by":["V. N. Malin"]}],"note":"Source edition: A, B (C, 1950). Published in a bulletin"}"#,
            ),
        ] {
            assert_eq!(read(note), record, "{note}");
        }
    }
}
