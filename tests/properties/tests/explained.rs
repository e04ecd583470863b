//! Every datum of a document is in its citation, or `Style::explain` reports it with a rule of the rule book.

mod support;

use prefercite::Cite;
use prefercite::citation::{Omission, OmissionReason};
use prefercite::document::Document;
#[cfg(feature = "yaml")]
use prefercite::document::Records;
use prefercite::style::{self, Style};
use proptest::prelude::*;
use serde_json::Value;
use support::{Words, document, sparse_document};

const STYLES: [&str; 9] = [
    "chicago-note",
    "chicago-bibliography",
    "chicago-author-date",
    "chicago17-bibliography",
    "chicago-short-note",
    "chicago-in-text",
    "mla",
    "mla-in-text",
    "wilson-center-no-url",
];

const RULES: &str = include_str!("../../../RULES.md");

fn styles() -> Vec<(&'static str, Box<dyn Style>)> {
    STYLES.iter().map(|name| (*name, style::named(name).unwrap())).collect()
}

fn explained(style: &dyn Style, document: &Document) -> Vec<Omission> {
    style.explain(&Cite::new(document)).unwrap()
}

/// The texts of a document's JSON by their paths.
fn texts(value: &Value, path: String, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                texts(value, if path.is_empty() { key.clone() } else { format!("{path}.{key}") }, found);
            }
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(index, value)| texts(value, format!("{path}[{index}]"), found));
        }
        Value::String(text) => found.push((path, text.clone())),
        _ => {}
    }
}

fn key(path: &str) -> &str {
    let last = path.rsplit('.').next().unwrap_or(path);
    last.split('[').next().unwrap_or(last)
}

/// Whether the value is not printed, but decides a word, a mark or an order.
fn is_decision(path: &str) -> bool {
    ["id", "kind", "form", "order", "level", "unit", "roles"].contains(&key(path)) && !path.starts_with("surrogates")
        || path.starts_with("holdings") && key(path) == "role"
        || ["from", "into"].contains(&key(path))
}

/// Whether the citation contains a text: for a date its year, for other text its beginning or its end.
fn is_found(path: &str, text: &str, words: &[String]) -> bool {
    let mut wanted = words_of(text);
    match key(path) {
        // The styles decide the forms of dates and ranges.
        "date" | "edtf" | "bulk" | "accessed" | "range" | "pages" | "leaves" => {
            wanted.retain(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
            wanted.iter_mut().for_each(|word| *word = word.trim_start_matches('0').to_owned());
            wanted.truncate(1);
        }
        // A short title has lost its article.
        _ => {
            return wanted.is_empty()
                || [wanted.first(), wanted.last()].into_iter().flatten().any(|it| words.contains(it));
        }
    }
    wanted.iter().all(|word| words.contains(word))
}

fn words_of(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

fn check(document: &Document) -> Result<(), String> {
    let mut found = Vec::new();
    texts(&serde_json::to_value(document).unwrap(), String::new(), &mut found);
    for (name, style) in styles() {
        let (citation, reported) = (style.cite_document(document).unwrap().to_string(), explained(&*style, document));
        let fail =
            |what: String| Err(format!("{name}: {what}\n{citation}\n{}", serde_json::to_string(document).unwrap()));
        for omitted in &reported {
            let OmissionReason::Rule { rule, .. } = &omitted.reason else {
                return fail(format!("without a rule: {omitted}"));
            };
            let heading = format!("# {rule}");
            if !RULES.lines().any(|line| line.starts_with('#') && line.trim_end_matches('.').contains(&heading)) {
                return fail(format!("not in RULES.md: {omitted}"));
            }
        }
        let words = words_of(&citation);
        for (path, text) in &found {
            let is_reported = reported.iter().any(|omitted| {
                path.strip_prefix(&omitted.field).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
            });
            // Keys of your own are not reported.
            if !is_reported && !path.starts_with("x-") && !is_decision(path) && !is_found(path, text, &words) {
                return fail(format!("neither printed nor explained: {path}: {text}"));
            }
        }
    }
    Ok(())
}

#[test]
#[cfg(feature = "yaml")]
fn of_the_bundled_records() {
    for record in Records::detect(include_str!("../../../examples/records/documents.yaml")) {
        check(&record.unwrap()).unwrap_or_else(|error| panic!("{error}"));
    }
}

/// A citation that a historian found incomplete.
#[test]
fn a_second_holding_is_reported() {
    let report: Document = serde_json::from_str(
        r#"{ "id": "r", "title": "On Korea", "date": "1950",
             "holdings": [{ "repository": "National Archives", "reference": "FO 371/83313" },
                          { "repository": "National Archives", "reference": "FO 371/83314" }] }"#,
    )
    .unwrap();
    for name in ["chicago-note", "chicago-bibliography", "mla"] {
        let reported: Vec<String> =
            explained(&*style::named(name).unwrap(), &report).iter().map(ToString::to_string).collect();
        assert_eq!(reported, ["holdings[1]: of several holdings the first is cited (RULES 4.7.1)"], "{name}");
    }
    assert_eq!(explained(&*style::named("wilson-center").unwrap(), &report), []);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn of_any_document(document in document(Words::Tidy)) {
        check(&document).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn where_little_is_known(document in sparse_document(Words::Tidy)) {
        check(&document).map_err(TestCaseError::fail)?;
    }
}
