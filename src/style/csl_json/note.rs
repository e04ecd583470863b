//! The note: what has no variable of its own.

use serde_json::Value as Json;

use super::{dates, push};
use crate::citation::{Omission, Record};
use crate::document::Document;
use crate::style::record::Facts;
use crate::style::record::remarks::Remark;

const REMARKS: &[Remark] = &[
    Remark::TransliteratedTitle,
    Remark::Names,
    Remark::Time,
    Remark::Repository,
    Remark::OtherHoldings,
    Remark::DigitalArchive,
    Remark::OtherSurrogates,
    Remark::Source,
    Remark::Translation,
    Remark::Contributions,
    Remark::Note,
    Remark::Languages,
    Remark::Classification,
    Remark::PreferredCitation,
];

pub(super) fn push_note(item: &mut Record, facts: &Facts<'_>, rights: Option<Remark>) {
    let in_words = facts.document.date().filter(|date| !dates::says_all(date)).map(|_| Remark::Date);
    let remarks: Vec<Remark> = in_words.into_iter().chain(REMARKS.iter().copied()).chain(rights).collect();
    let Some(mut note) = facts.remarks(&remarks) else { return };
    guard(&mut note, item, facts.document);
    push(item, "note", Some(note));
}

/// Keeps the words of the note from being taken for variables. citeproc-js reads `{:type: book}` anywhere in a note, and
/// `DOI: …` or `number: …` at its start, as fields of the item.
fn guard(note: &mut String, item: &mut Record, document: &Document) {
    let is_named = |name: &str| {
        let of = |known: fn(char) -> bool| name.chars().all(known);
        !name.is_empty() && (of(|c| c.is_ascii_uppercase()) || of(|c| c.is_ascii_lowercase() || c == '_' || c == '-'))
    };
    // All other sentences open with a label of ours, which is no variable's.
    if let Some((name, _)) = note.split_once(':').filter(|(name, _)| is_named(name)) {
        note.insert(name.len(), WORD_JOINER);
        item.omit("note", kept_apart());
    }
    if note.contains("{:") {
        *note = note.replace("{:", "{\u{2060}:");
        // Rare enough to look for them the long way.
        push_braced(item, serde_json::to_value(document).unwrap_or_default(), String::new());
    }
}

const WORD_JOINER: char = '\u{2060}';

/// Says of each text that holds a `{:` that the note does not have it to the letter.
fn push_braced(item: &mut Record, value: Json, path: String) {
    match value {
        Json::String(text) if text.contains("{:") => item.omit(path, kept_apart()),
        Json::Array(values) => {
            values
                .into_iter()
                .enumerate()
                .for_each(|(index, value)| push_braced(item, value, format!("{path}[{index}]")));
        }
        Json::Object(values) => {
            let dot = if path.is_empty() { "" } else { "." };
            values.into_iter().for_each(|(key, value)| push_braced(item, value, format!("{path}{dot}{key}")));
        }
        _ => {}
    }
}

fn kept_apart() -> Omission {
    Omission::NotWritable(
        "in the note an invisible word joiner stands before its colon, lest citeproc-js take it for a field".into(),
    )
}

#[cfg(test)]
mod tests {
    use crate::style::{Cite, CslJson};

    #[test]
    fn nothing_in_a_note_is_taken_for_a_field() {
        for (words, note, omitted) in [
            ("Copy in {:type: book}", "Copy in {\u{2060}:type: book}", 1),
            ("DOI: 10.1/a. Seen", "DOI\u{2060}: 10.1/a. Seen", 1),
            ("See DOI: 10.1/a, {a: b}", "See DOI: 10.1/a, {a: b}", 0),
            (": a", ": a", 0),
        ] {
            let record = serde_json::json!({ "id": "a", "title": "A", "note": words });
            let item = CslJson::new().record(&Cite::new(&serde_json::from_value(record).unwrap()));
            assert_eq!((item.text("note"), item.omitted().len()), (Some(note), omitted));
        }
    }
}
