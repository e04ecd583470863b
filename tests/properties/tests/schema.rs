//! The JSON Schema in `examples/` is the output of the crate, and accepts what the readers accept.
#![cfg(feature = "schema")]
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that fails should say so loudly")]

mod support;

use std::path::Path;

use jsonschema::Validator;
use prefercite::Document;
use proptest::prelude::*;
use serde_json::{Value, json};
use support::{Words, document};

#[test]
fn the_file_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/records.schema.json");
    let made = serde_json::to_string_pretty(&prefercite::document::record_file_schema()).unwrap() + "\n";
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &made).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == made, "run `UPDATE_SCHEMA=1 cargo test --features schema --test schema`");
}

/// The page that explains the format names every key and every word of the schema.
#[test]
fn the_page_of_the_format_names_all_of_it() {
    fn named(schema: &Value, names: &mut Vec<String>) {
        match schema {
            Value::Object(map) => {
                let keys =
                    map.get("properties").and_then(Value::as_object).into_iter().flat_map(|it| it.keys().cloned());
                let words = map.get("enum").and_then(Value::as_array).into_iter().flatten();
                names.extend(keys.chain(words.filter_map(Value::as_str).map(str::to_owned)));
                map.values().for_each(|value| named(value, names));
            }
            Value::Array(values) => values.iter().for_each(|value| named(value, names)),
            _ => {}
        }
    }
    let mut names = Vec::new();
    named(&prefercite::document::record_file_schema().to_value(), &mut names);
    assert!(names.len() > 150, "{}", names.len());
    names.retain(|name| !include_str!("../../../RECORDS.md").contains(&format!("`{name}`")));
    assert_eq!(names, [""; 0]);
}

/// A validator of the schema that the crate makes, which equals the file. The schema itself is valid.
fn validator() -> Validator {
    let schema = prefercite::document::record_file_schema().to_value();
    jsonschema::draft202012::meta::validate(&schema).unwrap_or_else(|error| panic!("{error}"));
    jsonschema::draft202012::new(&schema).unwrap_or_else(|error| panic!("{error}"))
}

/// Every fault with its place. The choice between a record and a list hides the places, so each record is validated
/// alone.
fn faults(validator: &Validator, record: &Value) -> Vec<String> {
    validator.iter_errors(record).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn from_yaml(file: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(file).unwrap();
    serde_saphyr::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

#[test]
fn bundled_records_keep_to_it() {
    let validator = validator();
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/records");
    let documents = from_yaml(&examples.join("documents.yaml"));
    assert!(validator.is_valid(&json!(documents)), "as a whole file");
    let one = serde_json::from_str(include_str!("../../../examples/records/one.json")).unwrap();
    let more =
        include_str!("../../../examples/records/more.jsonl").lines().map(|line| serde_json::from_str(line).unwrap());
    let mut count = 0;
    for record in documents.into_iter().chain([one]).chain(more) {
        assert_eq!(faults(&validator, &record), [""; 0], "{record}");
        count += 1;
    }
    assert!(count > 50, "{count}");
}

#[test]
fn the_records_of_the_cases_keep_to_it() {
    let validator = validator();
    let mut count = 0;
    let folders = ["../cases", "../evidence"].map(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    for entry in folders.iter().flat_map(|folder| folder.read_dir().unwrap()) {
        let file = entry.unwrap().path();
        if file.extension().is_none_or(|extension| extension != "yaml") {
            continue;
        }
        for case in from_yaml(&file) {
            let mut record = case["record"].clone();
            record.as_object_mut().unwrap().entry("id").or_insert_with(|| case["case"].clone());
            assert_eq!(faults(&validator, &record), [""; 0], "{}: {}", file.display(), case["case"]);
            count += 1;
        }
    }
    assert!(count > 0);
}

/// A record with only a title and `more`.
fn with(more: Value) -> Value {
    let mut record = json!({ "id": "r", "title": "T" });
    record.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    record
}

/// Like `with`, but with one holding.
fn held(holding: Value) -> Value {
    with(json!({ "holdings": [holding] }))
}

#[test]
fn wrong_records_do_not() {
    let validator = validator();
    for record in [
        // unknown key
        with(json!({ "titel": "T" })),
        with(json!({ "$schema": "examples/records.schema.json" })),
        held(json!({ "repositry": "X" })),
        held(json!({ "path": [{ "box": 4 }] })),
        with(json!({ "source": { "page": "4" } })),
        with(json!({ "date": { "edtf": "1950", "shown": "1950" } })),
        with(json!({ "creators": [{ "family": "Mao", "body": "CCP" }] })),
        with(json!({ "contributions": [{ "roles": ["obtained"], "by": ["A"], "on-behalf-of": "CWIHP" }] })),
        // missing required value
        json!({ "title": "T" }),
        json!({ "id": "r" }),
        json!({ "id": "r", "kind": "letter", "date": "1950" }),
        json!({ "id": "r", "source": { "title": "T" } }),
        with(json!({ "title": { "form": "supplied" } })),
        with(json!({ "creators": [{ "given": "Zedong" }] })),
        with(json!({ "creators": [{ "abbreviation": "CCP" }] })),
        with(json!({ "date": { "inferred": true } })),
        held(json!({ "repository": { "place": "Moscow" } })),
        held(json!({ "path": [{ "level": "box" }] })),
        held(json!({ "leaves": { "unit": "folio" } })),
        with(json!({ "translation": { "from": "pt" } })),
        with(json!({ "contributions": [{ "roles": ["obtained"] }] })),
        with(json!({ "contributions": [{ "by": ["A"] }] })),
        // value of another type
        json!("r"),
        json!({ "id": ["r"], "title": "T" }),
        with(json!({ "title": ["T"] })),
        with(json!({ "place": { "name": "Moscow" } })),
        with(json!({ "creators": "Mao Zedong" })),
        with(json!({ "creators": [["Mao Zedong"]] })),
        with(json!({ "date": ["1950"] })),
        with(json!({ "languages": "ru" })),
        with(json!({ "holdings": { "reference": "FO 371" } })),
        held(json!({ "path": { "level": "box", "id": 4 } })),
        with(json!({ "source": "FRUS 1946" })),
        with(json!({ "creators": [{ "family": "Mao", "attributed": "yes" }] })),
        // word that is not in its list
        with(json!({ "title": { "text": "T", "form": "italic" } })),
        with(json!({ "creators": [{ "family": "Mao", "order": "family" }] })),
        held(json!({ "reference": "FO 371", "role": "orginal" })),
        with(json!({ "contributions": [{ "roles": ["photographed"], "by": ["A"] }] })),
    ] {
        assert!(!validator.is_valid(&record), "{record}");
        assert!(!validator.is_valid(&json!([with(json!({})), record])), "in a list: {record}");
        // The readers reject it too, so an editor reports no valid value.
        assert!(serde_json::from_value::<Document>(record.clone()).is_err(), "{record}");
    }
}

/// The words of an open list are suggestions, and numbers are read as typed.
#[test]
fn other_words_and_numbers_are_taken() {
    let validator = validator();
    for record in [
        with(json!({ "kind": "aide-mémoire" })),
        with(json!({ "date": 1950, "number": 46 })),
        held(json!({ "path": [{ "level": "Maço", "id": 600 }], "leaves": { "unit": "sheets", "range": 3 } })),
        json!({ "id": 7, "preferred-citation": "As the archive says." }),
    ] {
        assert_eq!(faults(&validator, &record), [""; 0], "{record}");
        serde_json::from_value::<Document>(record).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_written_keeps_to_it(document in document(Words::Wild)) {
        thread_local!(static VALIDATOR: Validator = validator());
        let written: Value = serde_json::from_str(&serde_json::to_string(&document).unwrap()).unwrap();
        prop_assert_eq!(VALIDATOR.with(|validator| faults(validator, &written)), [""; 0], "{}", written);
    }
}
