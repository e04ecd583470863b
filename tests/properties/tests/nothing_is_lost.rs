//! Every datum of a document is in the record of each style that yields records, or is reported as omitted.

mod support;

use prefercite::Record;
#[cfg(feature = "yaml")]
use prefercite::Records;
use prefercite::citation::{Fields, Value};
use prefercite::document::Document;
use prefercite::style::{self, Style};
use proptest::prelude::*;
use support::{Words, document};

fn record_styles() -> Vec<(&'static str, Box<dyn Style>)> {
    let styles = style::list().map(|listing| (listing.name, style::named(listing.name).unwrap()));
    styles.filter(|(_, style)| style.syntax().is_some()).collect()
}

/// The styles that yield records, also with each of their options.
fn record_styles_with_options() -> Vec<(String, Box<dyn Style>)> {
    let mut all = Vec::new();
    for listing in style::list() {
        all.push((listing.name.to_owned(), style::named(listing.name).unwrap()));
        for option in listing.options {
            all.push((format!("{} {option}", listing.name), style::named_with(listing.name, &[option]).unwrap()));
        }
    }
    all.retain(|(_, style)| style.syntax().is_some());
    all
}

/// The leaves of a document's JSON by their paths, as the record format spells them.
fn leaves(value: &serde_json::Value, path: String, found: &mut Vec<(String, String)>) {
    match value {
        serde_json::Value::Object(map) => {
            for (key, value) in map {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                leaves(value, path, found);
            }
        }
        serde_json::Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                leaves(value, format!("{path}[{index}]"), found);
            }
        }
        serde_json::Value::String(text) => found.push((path, text.clone())),
        other => found.push((path, other.to_string())),
    }
}

fn said_by(fields: &Fields, all: &mut String) {
    fields.iter().for_each(|field| said(&field.value, all));
}

fn said(value: &Value, all: &mut String) {
    match value {
        Value::Text(text) => all.push_str(text),
        Value::Number(number) => all.push_str(&number.to_string()),
        Value::List(values) => values.iter().for_each(|value| said(value, all)),
        Value::Map(fields) => said_by(fields, all),
        _ => {}
    }
    all.push('\n');
}

/// Removes typography: the sentences curl quotation marks and lengthen dashes.
fn bare(text: &str) -> String {
    let kept = text.chars().filter(|c| !matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’'));
    kept.map(|c| if matches!(c, '–' | '—') { '-' } else { c }).flat_map(char::to_lowercase).collect()
}

/// Whether the value decides a type, a word or an order, and is not printed itself.
fn is_decision(path: &str) -> bool {
    let last = path.rsplit('.').next().unwrap_or(path);
    let key = last.split('[').next().unwrap_or(last);
    let decides = ["kind", "order", "level", "role", "unit", "roles", "attributed", "inferred"].contains(&key);
    // The role of a person is an office, and is printed.
    decides && (key != "role" || path.starts_with("holdings"))
}

/// The part of a value that every wording keeps.
fn essence(path: &str, text: &str) -> Vec<String> {
    let key = path.rsplit('.').next().unwrap_or(path);
    let digits = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).take(1).map(str::to_owned).collect()
    };
    let is_date = key.ends_with("date") || matches!(key, "edtf" | "bulk" | "accessed");
    if is_date {
        let years = text.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4);
        return years.map(|year| year.trim_start_matches('0').to_owned()).take(1).collect();
    }
    match key {
        "pages" | "range" | "leaves" => digits(text),
        "language" | "from" | "into" => Vec::new(),
        _ if key.starts_with("languages") => Vec::new(),
        "edition" => vec![text.to_owned()],
        _ => vec![bare(text)],
    }
}

fn lost(document: &Document, record: &Record) -> Vec<String> {
    let json = serde_json::to_value(document).unwrap();
    let mut found = Vec::new();
    leaves(&json, String::new(), &mut found);
    let mut all = String::new();
    record.fields().iter().for_each(|field| said(&field.value, &mut all));
    all.push_str(record.kind());
    all.push_str(record.key());
    let all = bare(&all);
    let is_omitted =
        |path: &str| record.omitted().iter().any(|omitted| path == omitted.field || path.starts_with(&omitted.field));
    found
        .into_iter()
        // The short form of a name is parsed into its parts.
        .flat_map(|(path, text)| {
            let is_name = support::PEOPLE
                .iter()
                .any(|key| path.rsplit('.').next().is_some_and(|last| last.split('[').next() == Some(key)));
            let parts: Vec<String> =
                if is_name { text.split(", ").map(str::to_owned).collect() } else { vec![text.clone()] };
            parts.into_iter().map(move |part| (path.clone(), part)).collect::<Vec<_>>()
        })
        .filter(|(path, _)| path != "id" && !is_decision(path) && !is_omitted(path))
        .filter(|(path, text)| !essence(path, text).iter().all(|words| all.contains(words.as_str())))
        .map(|(path, text)| format!("{path}: {text}"))
        .collect()
}

fn check(document: &Document) -> Result<(), String> {
    for (name, style) in record_styles_with_options() {
        let citation = style.cite_document(document).unwrap();
        let record = citation.as_record().expect("a style with a syntax yields records");
        let lost = lost(document, record);
        if !lost.is_empty() {
            return Err(format!(
                "{name} loses {lost:#?}\nof {}\nin {record}",
                serde_json::to_string(document).unwrap()
            ));
        }
    }
    Ok(())
}

#[test]
fn there_are_such_styles() {
    let names: Vec<&str> = record_styles().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["bibtex", "biblatex", "ris", "csl-json", "hayagriva", "json-ld", "coins", "citation-meta"]);
}

#[test]
#[cfg(feature = "yaml")]
fn of_the_bundled_records() {
    for record in Records::detect(include_str!("../../../examples/records/documents.yaml")) {
        check(&record.unwrap()).unwrap_or_else(|error| panic!("{error}"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn of_any_document(document in document(Words::Tidy)) {
        check(&document).map_err(TestCaseError::fail)?;
    }

    /// A record that is written directly equals the displayed record.
    #[test]
    fn the_short_way_has_the_same_result(document in prop_oneof![document(Words::Wild), document(Words::Tidy)]) {
        for (name, style) in record_styles_with_options() {
            let mut line = "before ".to_owned();
            style.cite_into(&prefercite::Cite::new(&document), &mut line).unwrap();
            prop_assert_eq!(line.strip_prefix("before ").unwrap(), style.cite_document(&document).unwrap().to_string(), "{}", name);
        }
    }

    #[test]
    fn of_any_wild_document(document in document(Words::Wild)) {
        check(&document).map_err(TestCaseError::fail)?;
    }
}
