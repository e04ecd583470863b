//! The values of a file, counted without any code of the crate: what the ledger must add up to.

use serde_json::Value;

/// Whether there is anything to read in a value: more than white space and marks without width.
fn is_visible(text: &str) -> bool {
    text.chars().any(|c| !c.is_whitespace() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'))
}

/// Every text, number and truth value.
pub(crate) fn leaves_json(text: &str) -> Vec<String> {
    let mut leaves = Vec::new();
    for value in serde_json::Deserializer::from_str(text).into_iter::<Value>() {
        walk(&value.unwrap(), &mut leaves);
    }
    leaves
}

fn walk(value: &Value, leaves: &mut Vec<String>) {
    match value {
        Value::Null => {}
        Value::String(text) if is_visible(text) => leaves.push(text.clone()),
        Value::String(_) => {}
        Value::Array(values) => values.iter().for_each(|value| walk(value, leaves)),
        Value::Object(map) => map.values().for_each(|value| walk(value, leaves)),
        other => leaves.push(other.to_string()),
    }
}

/// Every attribute but the names of namespaces, and every text.
#[cfg(feature = "xml")]
pub(crate) fn leaves_xml(text: &str) -> Vec<String> {
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    let tree = roxmltree::Document::parse_with_options(text, options).unwrap();
    let mut leaves = Vec::new();
    for node in tree.root().descendants() {
        leaves.extend(node.attributes().map(|attribute| attribute.value().to_owned()));
        if node.is_text() {
            leaves.extend(node.text().map(str::to_owned));
        }
    }
    leaves.retain(|leaf| is_visible(leaf));
    leaves
}

/// Every value of `XX  - value` lines, those of their continuations joined to them by a space; the end of a record has none.
#[allow(dead_code, reason = "for the reader of RIS")]
pub(crate) fn leaves_lines(text: &str) -> Vec<String> {
    let mut leaves: Vec<String> = Vec::new();
    for line in text.lines() {
        let line = line.trim_start_matches('\u{feff}').trim_end();
        let tag = line.get(..2).filter(|tag| tag.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()));
        match tag.filter(|_| line.get(2..5) == Some("  -")) {
            Some("ER") => {}
            Some(_) => leaves.push(line.get(5..).unwrap_or_default().trim().to_owned()),
            None if line.trim().is_empty() => {}
            None => {
                if let Some(last) = leaves.last_mut() {
                    last.push(' ');
                    last.push_str(line.trim());
                }
            }
        }
    }
    leaves.retain(|leaf| is_visible(leaf));
    leaves
}
