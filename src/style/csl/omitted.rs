//! The parts of a document that a citation does not print.

use serde_json::Value;

use crate::citation::{Omission, OmissionReason, Text};
use crate::document::Document;
use crate::slice::sublist;

/// Keys that decide a type, a word or an order and are not printed themselves, and the tags of languages.
const DECISIONS: [&str; 14] = [
    "id",
    "kind",
    "form",
    "order",
    "level",
    "unit",
    "roles",
    "attributed",
    "inferred",
    "language",
    "languages",
    "from",
    "into",
    "code",
];

/// The keys of lists of names.
const NAMES: [&str; 9] =
    ["creators", "recipients", "participants", "interviewers", "authors", "editors", "compilers", "translators", "by"];

pub(super) fn omitted(document: &Document, text: &Text) -> Vec<Omission> {
    let printed = words(text.as_str());
    let mut missing = Vec::new();
    if let Ok(Value::Object(record)) = serde_json::to_value(document) {
        for (key, value) in &record {
            if !DECISIONS.contains(&key.as_str()) {
                push_missing(&mut missing, key.clone(), key, value, &printed);
            }
        }
    }
    let reason = || OmissionReason::NotWritable("the style does not print it".into());
    missing.into_iter().map(|path| Omission::new(path, reason())).collect()
}

/// Adds the paths of what is not printed, or only the path of the part if nothing of it is printed. Returns whether
/// anything is printed or there is nothing to print.
fn push_missing(missing: &mut Vec<String>, path: String, key: &str, value: &Value, printed: &[String]) -> bool {
    let before = missing.len();
    let any = match value {
        Value::Object(map) => {
            let mut any = false;
            let family = map.get("family").and_then(Value::as_str);
            for (key, value) in map {
                if let (Some(family), "given", Value::String(given)) = (family, key.as_str(), value) {
                    if !is_name_printed(family, given, printed) {
                        missing.push(format!("{path}.given"));
                    }
                    continue;
                }
                let is_id = key == "id" && (path.contains("path[") || path.starts_with("surrogates["));
                if is_id || !DECISIONS.contains(&key.as_str()) {
                    any |= push_missing(missing, format!("{path}.{key}"), key, value, printed);
                }
            }
            any
        }
        Value::Array(values) => {
            let mut any = false;
            for (index, value) in values.iter().enumerate() {
                any |= push_missing(missing, format!("{path}[{index}]"), key, value, printed);
            }
            any
        }
        Value::String(text) => match text.split_once(", ").filter(|_| NAMES.contains(&key)) {
            Some((family, given)) => is_name_printed(family, given, printed),
            None => is_printed(key, text, printed),
        },
        _ => return true,
    };
    if !any {
        missing.truncate(before);
        missing.push(path);
    }
    any
}

fn is_printed(key: &str, text: &str, printed: &[String]) -> bool {
    let mut wanted = words(text);
    if ["date", "edtf", "bulk", "accessed"].contains(&key) {
        // A date is printed in words, so only its year is compared.
        wanted.retain(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()));
        wanted.truncate(1);
        // A letter may follow it: `1950a`.
        let is_year = |word: &String, year: &String| {
            word.strip_prefix(year.as_str()).is_some_and(|letter| letter.chars().all(char::is_alphabetic))
        };
        return wanted.iter().all(|year| printed.iter().any(|word| is_year(word, year)));
    }
    wanted.is_empty() || printed.windows(wanted.len()).any(|window| window == wanted)
}

/// Whether the family name is printed near the given name or its initials: `Robert M. Ogden`, `Frank, L. K.`, `Frank LK`.
fn is_name_printed(family: &str, given: &str, printed: &[String]) -> bool {
    let (family, given) = (words(family), words(given));
    let initials: String = given.iter().filter_map(|word| word.chars().next()).collect();
    let Some(first) = given.first() else { return true };
    let initial = first.chars().next().map(String::from).unwrap_or_default();
    let is_given = |word: &String| *word == *first || *word == initial || *word == initials;
    if family.is_empty() {
        return true;
    }
    printed.windows(family.len()).enumerate().filter(|(_, window)| *window == family).any(|(place, _)| {
        let about = place.saturating_sub(NEAR)..printed.len().min(place + family.len() + NEAR);
        sublist(printed, about).iter().any(is_given)
    })
}

/// The most words between a family name and the first of the given names.
const NEAR: usize = 4;

/// Letters and digits in lower case. The style chooses marks and case.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}
