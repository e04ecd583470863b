//! A record in YAML, with comments.

use serde_json::Value;

/// The record as an entry of a list. A comment follows the value with its path, or precedes the map or list that
/// contains it.
pub(crate) fn record(value: &Value, comments: &[(String, String)]) -> String {
    let mut text = String::new();
    if let Value::Object(map) = value {
        for (index, (key, value)) in ordered(map).into_iter().enumerate() {
            text.push_str(if index == 0 { "- " } else { "  " });
            entry(&mut text, key, value, key, 1, comments);
        }
    }
    text
}

fn entry(text: &mut String, key: &str, value: &Value, path: &str, depth: usize, comments: &[(String, String)]) {
    text.push_str(&scalar(key));
    text.push(':');
    node(text, value, path, depth, comments);
}

/// The value after a colon or a dash.
fn node(text: &mut String, value: &Value, path: &str, depth: usize, comments: &[(String, String)]) {
    let indent = "  ".repeat(depth + 1);
    // A short form replaces the map with the guess: `title` for `title.text`.
    let is_leaf = !matches!(value, Value::Object(_) | Value::Array(_));
    let is_here =
        |at: &str| at == path || is_leaf && at.strip_prefix(path).is_some_and(|rest| rest.starts_with(['.', '[']));
    let comment: Vec<String> =
        comments.iter().filter(|(at, _)| is_here(at)).map(|(_, why)| one_line(&format!("guessed: {why}"))).collect();
    match value {
        Value::Object(map) => {
            comment.iter().for_each(|comment| text.push_str(&format!(" # {comment}")));
            text.push('\n');
            for (key, value) in ordered(map) {
                text.push_str(&indent);
                entry(text, key, value, &format!("{path}.{key}"), depth + 1, comments);
            }
        }
        Value::Array(values) => {
            comment.iter().for_each(|comment| text.push_str(&format!(" # {comment}")));
            text.push('\n');
            for (index, value) in values.iter().enumerate() {
                text.push_str(&indent);
                text.push('-');
                item(text, value, &format!("{path}[{index}]"), depth + 1, comments);
            }
        }
        scalar_value => {
            text.push(' ');
            text.push_str(&written(scalar_value));
            if !comment.is_empty() {
                text.push_str(&format!(" # {}", comment.join("; ")));
            }
            text.push('\n');
        }
    }
}

/// An entry of a list: a map begins on the line of its dash.
fn item(text: &mut String, value: &Value, path: &str, depth: usize, comments: &[(String, String)]) {
    let Value::Object(map) = value else { return node(text, value, path, depth, comments) };
    let comment: Vec<&String> = comments.iter().filter(|(at, _)| at == path).map(|(_, why)| why).collect();
    let indent = "  ".repeat(depth + 1);
    if !comment.is_empty() {
        let joined = comment.iter().map(|why| one_line(why)).collect::<Vec<_>>().join("; ");
        text.push_str(&format!(" # guessed: {joined}\n{indent}"));
    } else {
        text.push(' ');
    }
    for (index, (key, value)) in ordered(map).into_iter().enumerate() {
        if index > 0 {
            text.push_str(&indent);
        }
        entry(text, key, value, &format!("{path}.{key}"), depth + 1, comments);
    }
}

/// The most important keys come first, because `serde_json` sorts keys alphabetically.
fn ordered(map: &serde_json::Map<String, Value>) -> Vec<(&String, &Value)> {
    const FIRST: &[&str] = &[
        "level",
        "id",
        "kind",
        "genre",
        "text",
        "form",
        "title",
        "family",
        "given",
        "body",
        "roles",
        "creators",
        "recipients",
        "participants",
        "interviewers",
        "edtf",
        "date",
        "display",
        "time",
        "place",
        "repository",
        "path",
        "reference",
        "holdings",
        "surrogates",
        "source",
    ];
    let mut entries: Vec<_> = map.iter().collect();
    entries.sort_by_key(|(key, _)| FIRST.iter().position(|first| first == key).unwrap_or(FIRST.len()));
    entries
}

fn written(value: &Value) -> String {
    match value {
        Value::String(text) => scalar(text),
        // A flag of the record format.
        other => other.to_string(),
    }
}

/// A text, in quotation marks if YAML would otherwise read something else.
fn scalar(text: &str) -> String {
    let is_plain = text.chars().all(|c| c.is_alphanumeric() || " _./()+~-–’".contains(c))
        && text.starts_with(|c: char| c.is_alphanumeric())
        && !text.ends_with(' ')
        && !text.contains(" -")
        && !["null", "Null", "NULL", "~"].contains(&text);
    // YAML has the escapes of JSON.
    if is_plain { text.to_owned() } else { serde_json::to_string(text).unwrap_or_default() }
}

/// Text in a comment: characters that end a line become spaces.
pub(crate) fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
