//! Real and worked citations: records with the exact words that a style must print for them.
//!
//! The cases are data, in `tests/cases/*.yaml` and `tests/evidence/*.yaml`. `PREFERCITE_CASES` can name a folder with
//! more. A case marked `irregular` is a published text that no rule gives. It must differ, so that the mark is
//! removed when a rule is found.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use prefercite::citation::Mark;
use prefercite::style::{self, StyleLookupError};
use prefercite::{Cite, Document};
use serde_json::Value;

#[test]
fn every_case_is_exact() {
    // Cargo runs a test in the folder of its package, but a folder in the variable is relative to the root of the
    // repository.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut folders = vec![root.join("tests/cases"), root.join("tests/evidence")];
    folders.extend(std::env::var_os("PREFERCITE_CASES").map(|folder| root.join(folder)));
    let (mut passed, mut failures) = (0, Vec::new());
    let mut exact_by_kind = BTreeMap::<String, usize>::new();
    for folder in folders {
        let entries = folder.read_dir().unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        files.retain(|file| file.extension().is_some_and(|extension| extension == "yaml"));
        files.sort();
        for file in files {
            let text = std::fs::read_to_string(&file).unwrap();
            let cases: Vec<Value> =
                serde_saphyr::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            for case in cases {
                for outcome in run(&case) {
                    match outcome {
                        Ok(()) => {
                            passed += 1;
                            *exact_by_kind.entry(kind(&case)).or_default() += 1;
                        }
                        Err(failure) => failures.push(format!("{}: {failure}", file.file_name().unwrap().display())),
                    }
                }
            }
        }
    }
    println!("{passed} citations are exact");
    for (kind, count) in &exact_by_kind {
        println!("{count:>8} {kind}");
    }
    assert!(
        failures.is_empty(),
        "{} of {} differ\n\n{}",
        failures.len(),
        passed + failures.len(),
        failures.join("\n\n")
    );
    assert!(passed > 0, "no case was run");
}

/// The value of a case as evidence: a rule's own example agrees with the rule, a printed text may not.
fn kind(case: &Value) -> String {
    let is_regular = case["irregular"].as_bool() != Some(true);
    match case["authority"].as_str() {
        Some("authority") if !is_regular => "printed, by no rule".to_owned(),
        Some("authority") if case["adapted"].is_null() => "printed to the letter".to_owned(),
        Some("authority") => "printed and adapted".to_owned(),
        Some(other) => other.to_owned(),
        None => "of unknown origin".to_owned(),
    }
}

/// The result of each of the case's styles. A style that this version does not have is skipped.
fn run(case: &Value) -> Vec<Result<(), String>> {
    let name = case["case"].as_str().expect("a case has a name");
    let document = match document(case) {
        Ok(document) => document,
        Err(error) => return vec![Err(format!("{name}: {error}"))],
    };
    let irregular = case["irregular"].as_bool() == Some(true);
    let expected = |key: &str| case[key].as_object().into_iter().flatten();
    let whole = expected("cites").map(|(style, words)| (style, words, true));
    let parts = expected("clause").map(|(style, words)| (style, words, false));
    whole
        .chain(parts)
        .filter_map(|(style, words, whole)| {
            let words = words.as_str().expect("a citation is text");
            let options = case["options"][style].as_array().into_iter().flatten().filter_map(Value::as_str);
            let styled = match style::named_with(style, &options.collect::<Vec<_>>()) {
                Ok(styled) => styled,
                Err(StyleLookupError::Style(_)) => return None,
                Err(error) => return Some(Err(format!("{name}: {error}"))),
            };
            let mut cite = Cite::new(&document);
            if let Some(locator) = case["locator"].as_str() {
                cite = cite.with_locator(locator);
            }
            let citation = styled.cite(&cite).expect("every document can be cited");
            let text = citation.as_text().expect("a sentence");
            let exact = if whole { text.as_str() == words } else { text.as_str().contains(words) };
            let mut italics = text.marked_spans().filter(|(mark, _)| *mark == Mark::Emphasis).map(|(_, words)| words);
            let slanted = case["italics"][style]
                .as_array()
                .is_none_or(|expected| italics.by_ref().eq(expected.iter().filter_map(Value::as_str)));
            let difference = format!(
                "{name}, {style}{}:\n  expected {words}\n  printed  {text}",
                if exact { " (italics)" } else { "" }
            );
            Some(match (exact && slanted, irregular) {
                (true, false) | (false, true) => Ok(()),
                (true, true) => Err(format!("{name}, {style}: a rule gives it; take the mark `irregular` off")),
                (false, false) => Err(difference),
            })
        })
        .collect()
}

fn document(case: &Value) -> Result<Document, String> {
    let mut record = case["record"].clone();
    if let Some(record) = record.as_object_mut() {
        record.entry("id").or_insert_with(|| case["case"].clone());
    }
    serde_json::from_value(record).map_err(|error| error.to_string())
}
