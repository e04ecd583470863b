//! The note: what has no variable of its own.

use serde_json::Value as Json;

use super::{dates, push};
use crate::citation::{Omission, Record};
use crate::style::record::remarks::Remark;
use crate::style::record::{Facts, said};

const REMARKS: &[Remark] = &[
    Remark::TransliteratedTitle,
    // Read by Zotero, not by pandoc.
    Remark::Participants,
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
    let genre = (item.get("genre").is_none() && facts.genre().is_some()).then_some(Remark::Genre);
    let remarks: Vec<Remark> = genre.into_iter().chain(in_words).chain(REMARKS.iter().copied()).chain(rights).collect();
    let Some(mut note) = facts.remarks(&remarks) else { return };
    if is_read_as_a_field(&note) {
        note.insert_str(0, ". ");
        let genre = said(|s| facts.push_genre(s)).filter(|genre| !genre.contains(':'));
        note.insert_str(0, genre.as_deref().unwrap_or("Document"));
    }
    if note.contains("{:") {
        // citeproc-js reads `{:type: book}` anywhere in a note.
        note = note.replace("{:", "{\u{2060}:");
        // Rare enough to look for them the long way.
        push_braced(item, serde_json::to_value(facts.document).unwrap_or_default(), String::new());
    }
    push(item, "note", Some(note));
}

/// Whether pandoc would take the first word for the name of a field, and the note with it; citeproc-js does so of names that
/// it knows, such as `DOI: …`. Behind what the document is the words are safe: no field has a name of two words.
fn is_read_as_a_field(note: &str) -> bool {
    note.split_once(':').is_some_and(|(name, _)| !name.is_empty() && !name.contains(char::is_whitespace))
}

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
        for (kind, words, note, omitted) in [
            ("letter", "Copy in {:type: book}", "Copy in {\u{2060}:type: book}", 1),
            ("letter", "DOI: 10.1/a. Seen", "Letter. DOI: 10.1/a. Seen", 0),
            ("document", "Дата: 1950", "Document. Дата: 1950", 0),
            ("type: book", "a:b", "Document. A:b", 0),
            ("letter", "See DOI: 10.1/a, {a: b}", "See DOI: 10.1/a, {a: b}", 0),
            ("letter", ": a", ": a", 0),
        ] {
            let record = serde_json::json!({ "id": "a", "title": "A", "kind": kind, "note": words });
            let item = CslJson::new().record(&Cite::new(&serde_json::from_value(record).unwrap()));
            assert_eq!((item.text("note"), item.omitted().len()), (Some(note), omitted));
        }
    }
}
