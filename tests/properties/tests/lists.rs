//! Many documents: worked lists and footnotes, and properties of all lists.
//!
//! The cases are data, in `tests/lists/*.yaml`: documents, a style, and the expected output.

#![cfg(feature = "yaml")]

#[path = "support/mod.rs"]
mod support;

use std::path::Path;

use prefercite::bibliography::{Bibliography, BibliographyMode, NoteItem, Notes, disambiguate};
use prefercite::style::{self, Disambiguators, Form, Style};
use prefercite::{Cite, Document, Name};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};
use support::{Words, document, sparse_document};

#[test]
fn every_case_is_exact() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../lists");
    let (mut run, mut failures) = (0, Vec::new());
    for file in folder.read_dir().unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let cases: Vec<Value> = serde_saphyr::from_str(&text).unwrap();
        for case in &cases {
            let mut records = case["documents"].as_array().unwrap().clone();
            for turned in [false, true] {
                run += 1;
                for difference in differences(case, &records) {
                    let turned = if turned { " (turned round)" } else { "" };
                    failures.push(format!("{}{turned}, {difference}", case["case"]));
                }
                records.reverse();
            }
        }
    }
    assert!(failures.is_empty(), "{} differ\n\n{}", failures.len(), failures.join("\n\n"));
    assert!(run > 40, "{run} cases were run");
}

/// The differences between the output that a case expects and the printed output.
fn differences(case: &Value, records: &[Value]) -> Vec<String> {
    let documents: Vec<Document> =
        records.iter().map(|record| serde_json::from_value(record.clone()).unwrap()).collect();
    let name = case["style"].as_str().unwrap();
    if cfg!(not(feature = "csl")) && name.starts_with("csl:") {
        return Vec::new();
    }
    let style = style::named(name).unwrap();
    let mode = match case["mode"].as_str() {
        Some("auto") => BibliographyMode::Auto,
        Some("collections") => BibliographyMode::Collections,
        _ => BibliographyMode::Items,
    };
    let bibliography = Bibliography::in_mode(&*style, &documents, mode).unwrap();
    let printed = |key: &str| -> Option<Value> {
        Some(match key {
            "bibliography" => bibliography.citations().map(|citation| citation.unwrap().to_string()).collect(),
            "in-text" => {
                let asked = case[key].as_object()?.keys();
                let said = |id: &String| style.cite(&bibliography.in_text(id).unwrap()).unwrap().to_string();
                asked.map(|id| (id.clone(), Value::from(said(id)))).collect::<serde_json::Map<_, _>>().into()
            }
            "archives" => archives(&*style, &bibliography),
            "notes" => notes(case, &*style, &documents).0,
            "abbreviations" => notes(case, &*style, &documents).1,
            _ => return None,
        })
    };
    let mut found = Vec::new();
    for (key, expected) in case.as_object().unwrap() {
        if let Some(printed) = printed(key) {
            compare(key, expected, &printed, &mut found);
        }
    }
    let fragments = |key: &str| case[key].as_array().into_iter().flatten().filter_map(Value::as_str);
    let whole: Vec<String> = bibliography.citations().map(|citation| citation.unwrap().to_string()).collect();
    let whole = whole.join("\n");
    let lacking = fragments("prints").filter(|words| !whole.contains(words)).map(|words| format!("lacks {words}"));
    let having = fragments("never-prints").filter(|words| whole.contains(words)).map(|words| format!("has {words}"));
    found.extend(lacking.chain(having).map(|fault| format!("{fault}:\n  printed  {whole}")));
    found
}

/// The differences, each with its place: a list of them is clearer than the whole text twice.
fn compare(place: &str, expected: &Value, printed: &Value, found: &mut Vec<String>) {
    match (expected, printed) {
        (Value::Array(expected), Value::Array(printed)) if expected.len() == printed.len() => {
            for (number, (expected, printed)) in expected.iter().zip(printed).enumerate() {
                compare(&format!("{place}[{number}]"), expected, printed, found);
            }
        }
        (Value::Object(expected), Value::Object(printed)) if expected.keys().eq(printed.keys()) => {
            for (key, expected) in expected {
                compare(&format!("{place}.{key}"), expected, &printed[key], found);
            }
        }
        _ if expected == printed => {}
        _ => found.push(format!("{place}:\n  expected {expected}\n  printed  {printed}")),
    }
}

fn archives(style: &dyn Style, bibliography: &Bibliography<'_>) -> Value {
    let groups = bibliography.by_archive();
    let group = groups.iter().map(|group| {
        let collections = group.collections.iter().map(|collection| {
            let entries: Value = collection.cites().map(|cite| style.cite(&cite).unwrap().to_string()).collect();
            match &collection.name {
                Some(name) => json!({ "name": name, "entries": entries }),
                None => json!({ "entries": entries }),
            }
        });
        json!({ "archive": group.heading.clone(), "collections": collections.collect::<Value>() })
    });
    group.collect()
}

/// The notes as in the case, with the printed words, and the abbreviations after them.
fn notes(case: &Value, style: &dyn Style, documents: &[Document]) -> (Value, Value) {
    let mut session = Notes::new(style, documents).unwrap();
    if case["ibid"] == true {
        session = session.with_ibid();
    }
    let mut notes = case["notes"].clone();
    for note in notes.as_array_mut().unwrap() {
        let words = |item: &Value, key: &str| item[key].as_str().map(str::to_owned);
        let cited: Vec<[Option<String>; 4]> = note["cite"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| ["id", "before", "at", "after"].map(|key| words(item, key)))
            .collect();
        let items: Vec<NoteItem<'_>> = cited
            .iter()
            .map(|[id, before, at, after]| {
                let item = NoteItem::new(id.as_deref().unwrap())
                    .with_prefix(before.as_deref().unwrap_or_default())
                    .with_suffix(after.as_deref().unwrap_or_default());
                at.as_deref().map_or(item, |at| item.with_locator(at))
            })
            .collect();
        note["note"] = session.note(&items).unwrap().to_string().into();
    }
    (notes, session.abbreviations().iter().map(ToString::to_string).collect())
}

const STYLES: [&str; 7] = [
    "chicago-bibliography",
    "chicago-author-date",
    "chicago17-author-date",
    "chicago-note",
    "mla",
    "wilson-center",
    "csl-json",
];

/// Documents with unique ids. Some share people and years, so that there is something to disambiguate.
fn documents() -> impl Strategy<Value = Vec<Document>> {
    let one = prop_oneof![3 => document(Words::Tidy), 1 => sparse_document(Words::Tidy)];
    (vec(one, 2..7), vec((0usize..7, 0usize..7), 0..4)).prop_map(|(documents, alike)| {
        let mut records: Vec<Value> = documents.iter().map(|it| serde_json::to_value(it).unwrap()).collect();
        for (from, to) in alike {
            let (from, to) = (from % records.len(), to % records.len());
            for key in ["creators", "recipients", "kind", "date", "title"] {
                let value = records[from].get(key).cloned();
                let record = records[to].as_object_mut().unwrap();
                match value {
                    Some(value) => _ = record.insert(key.to_owned(), value),
                    None => _ = record.remove(key),
                }
            }
        }
        let with_id = |(number, mut record): (usize, Value)| {
            record["id"] = format!("document-{number}").into();
            serde_json::from_value(record).ok()
        };
        records.into_iter().enumerate().filter_map(with_id).collect()
    })
}

fn family(document: &Document) -> Option<String> {
    match document.creators().first()? {
        Name::Person(person) => Some(person.family.to_lowercase()),
        _ => None,
    }
}

fn said(style: &dyn Style, cite: &Cite<'_>) -> String {
    style.cite(cite).unwrap().to_string()
}

/// Each document's entry, without the mark of a repeated author, and its citation in the text.
fn words(style: &dyn Style, documents: &[Document]) -> Vec<(String, [String; 2])> {
    let list = Bibliography::new(style, documents).unwrap();
    let of = |document: &Document| {
        let entry = list.entry(document.id()).unwrap().cite().with_repeated_author(false);
        let in_text = list.in_text(document.id()).unwrap();
        (document.id().to_owned(), [said(style, &entry), said(style, &in_text)])
    };
    documents.iter().map(of).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_order_of_the_records_does_not_matter(documents in documents(), turn in 0usize..7) {
        let mut turned = documents.clone();
        turned.rotate_left(turn % documents.len());
        turned.reverse();
        for name in STYLES {
            let style = style::named(name).unwrap();
            let list = |documents: &[Document]| -> Vec<String> {
                Bibliography::new(&*style, documents).unwrap().citations().map(|it| it.unwrap().to_string()).collect()
            };
            prop_assert_eq!(list(&documents), list(&turned), "{}", name);
        }
    }

    /// A document is ambiguous with a document by an author of the same name, and with one that has the same citation
    /// in the text, or the same author and year.
    #[test]
    fn a_document_more_changes_nothing_that_it_is_not_confused_with(documents in documents()) {
        let (new, old) = documents.split_last().unwrap();
        for name in STYLES {
            let style = style::named(name).unwrap();
            let plain = |document: &Document| said(&*style, &Cite::new(document).with_form(Form::InText));
            let confused = |id: &str| {
                let document = old.iter().find(|document| document.id() == id).unwrap();
                let namesake = family(document).is_some() && family(document) == family(new);
                namesake || plain(document) == plain(new) || style.filing(document).label.is_some() && style.filing(document).label == style.filing(new).label
            };
            for ((id, before), (_, after)) in words(&*style, old).iter().zip(words(&*style, &documents)) {
                prop_assert!(before == &after || confused(id), "{name}, {id}: {before:?} became {after:?}");
            }
        }
    }

    /// Short notes and citations in the text are equal only if nothing that the style can add distinguishes them.
    #[test]
    fn citations_that_can_differ_do_differ(documents in documents()) {
        let documents: Vec<&Document> = documents.iter().collect();
        for (name, form) in [("chicago-note", Form::Short), ("mla", Form::InText), ("chicago17-note", Form::Short)] {
            let style = style::named(name).unwrap();
            let all = style.disambiguators(form).iter().fold(Disambiguators::NONE, |all, detail| all.with(*detail));
            let details = disambiguate(&*style, &documents, form);
            let read = |place: usize, details| said(&*style, &Cite::new(documents[place]).with_form(form).with_disambiguators(details));
            for a in 0..documents.len() {
                for b in 0..a {
                    if read(a, details[a]) == read(b, details[b]) {
                        prop_assert_eq!(read(a, all), read(b, all), "{}", name);
                    }
                }
            }
        }
    }

    /// Every document is in one group, once.
    #[test]
    fn the_list_of_archives_loses_nothing(documents in documents()) {
        let style = style::Chicago::EIGHTEENTH;
        for mode in [BibliographyMode::Items, BibliographyMode::Collections, BibliographyMode::Auto] {
            let list = Bibliography::in_mode(style, &documents, mode).unwrap();
            let groups = list.by_archive();
            let entries = groups.iter().flat_map(|group| &group.collections).flat_map(|it| &it.entries);
            let mut ids: Vec<&str> = entries.flat_map(|entry| entry.members()).map(|document| document.id()).collect();
            ids.sort_unstable();
            let mut all: Vec<&str> = documents.iter().map(Document::id).collect();
            all.sort_unstable();
            prop_assert_eq!(ids, all);
        }
    }
}
