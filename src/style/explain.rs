//! Which fields of a record a citation does not print.
//!
//! A field is in the citation if another value would change the citation. So each field is replaced in turn, and the
//! document is cited again. No list of fields has to be maintained, and words that are printed for another reason are
//! not mistaken for the field.

use serde::Deserialize;
use serde_json::Value;

use crate::citation::{Omission, OmissionReason, Text};
use crate::document::{Document, Kind};

/// The fields of the document that are not in its citation. If nothing of a part is printed for one reason, the part is listed.
///
/// The `id`, which identifies the record, custom keys (`x-…`), and `document`, the kind of a document without one,
/// are not listed.
pub(super) fn omitted(
    document: &Document,
    cite: &dyn Fn(&Document) -> Option<Text>,
    reason: &dyn Fn(&str) -> OmissionReason,
) -> Vec<Omission> {
    let mut found = Vec::new();
    let Some(printed) = cite(document) else { return found };
    let Ok(record) = serde_json::to_value(document) else { return found };
    let mut exchange = Exchange { record: record.clone(), printed, cite };
    let Value::Object(mut record) = record else { return found };
    record.retain(|key, _| key != "id" && !key.starts_with("x-"));
    if *document.kind() == Kind::default() {
        record.remove("kind");
    }
    for (key, value) in &record {
        let part = Part { path: key.clone(), pointer: format!("/{key}") };
        if let Some(reason) = push_omitted(value, &part, &mut exchange, reason, &mut found) {
            found.push(Omission::new(part.path, reason));
        }
    }
    found
}

/// A part of the record: its path in the record format, and its JSON pointer.
struct Part {
    path: String,
    pointer: String,
}

impl Part {
    fn children<'v>(&self, value: &'v Value) -> Option<Vec<(Part, &'v Value)>> {
        let Part { path, pointer } = self;
        Some(match value {
            Value::Object(map) => map
                .iter()
                .map(|(key, child)| {
                    (Part { path: format!("{path}.{key}"), pointer: format!("{pointer}/{key}") }, child)
                })
                .collect(),
            Value::Array(list) => list
                .iter()
                .enumerate()
                .map(|(index, child)| {
                    (Part { path: format!("{path}[{index}]"), pointer: format!("{pointer}/{index}") }, child)
                })
                .collect(),
            _ => return None,
        })
    }
}

/// Adds the omitted fields below this part. If all of the part is omitted for one reason, adds nothing and returns the reason.
fn push_omitted(
    value: &Value,
    part: &Part,
    exchange: &mut Exchange<'_>,
    reason: &dyn Fn(&str) -> OmissionReason,
    found: &mut Vec<Omission>,
) -> Option<OmissionReason> {
    let Some(children) = part.children(value) else {
        return (!exchange.is_printed(&part.pointer)).then(|| reason(&part.path));
    };
    let before = found.len();
    let mut reasons = Vec::new();
    for (child, value) in children {
        let reason = push_omitted(value, &child, exchange, reason, found);
        if let Some(reason) = &reason {
            found.push(Omission::new(child.path, reason.clone()));
        }
        reasons.push(reason);
    }
    let first = reasons.first().cloned().flatten()?;
    if reasons.iter().any(|reason| reason.as_ref() != Some(&first)) {
        return None;
    }
    found.truncate(before);
    Some(first)
}

struct Exchange<'a> {
    record: Value,
    printed: Text,
    cite: &'a dyn Fn(&Document) -> Option<Text>,
}

impl Exchange<'_> {
    /// Whether another value changes the citation. If the record accepts no other value, the field counts as printed.
    fn is_printed(&mut self, pointer: &str) -> bool {
        let Some(value) = self.record.pointer(pointer).cloned() else { return true };
        let is_printed = self.is_printed_by(pointer, &value);
        self.put(pointer, value);
        is_printed
    }

    fn is_printed_by(&mut self, pointer: &str, value: &Value) -> bool {
        for others in others(value) {
            let mut is_valid = false;
            for other in others {
                let Some(citation) = self.cite_with(pointer, other.value) else { continue };
                is_valid = true;
                // A field that only decides which other words are printed is not printed itself: its own words are in
                // neither citation.
                let is_shown = || match (&other.word, value) {
                    (Some(word), Value::String(text)) if !is_translated(pointer) => {
                        shows(self.printed.as_str(), text) || !gives_way(pointer) && has_word(citation.as_str(), word)
                    }
                    _ => true,
                };
                if citation != self.printed && is_shown() {
                    return true;
                }
            }
            if is_valid {
                return false;
            }
        }
        true
    }

    /// The citation of the record with another value, or `None` if the record rejects the value.
    fn cite_with(&mut self, pointer: &str, other: Value) -> Option<Text> {
        self.put(pointer, other);
        let document = Document::deserialize(&self.record).ok()?;
        (self.cite)(&document)
    }

    fn put(&mut self, pointer: &str, value: Value) {
        if let Some(place) = self.record.pointer_mut(pointer) {
            *place = value;
        }
    }
}

/// A replacement for a value, and the word by which it is recognized where the value itself is printed.
struct Other {
    value: Value,
    word: Option<String>,
}

impl Other {
    fn silent(value: impl Into<Value>) -> Self {
        Other { value: value.into(), word: None }
    }
}

/// Possible replacements for a value. If the record accepts one of a group, the later groups are not tried.
fn others(value: &Value) -> Vec<Vec<Other>> {
    match value {
        Value::Bool(yes) => vec![vec![Other::silent(!yes)]],
        Value::String(text) => {
            vec![other_words(text), other_digits(text), WORDS.iter().map(|it| Other::silent(*it)).collect()]
        }
        _ => Vec::new(),
    }
}

/// Words that include at least one valid value for each key with fixed values: a date, a language, the word lists of
/// the record format.
const WORDS: &[&str] = &[
    "1950",
    "en",
    "formal",
    "supplied",
    "work",
    "original",
    "copy",
    "microform",
    "given-first",
    "family-first",
    "obtained",
    "edited",
];

fn other_words(text: &str) -> Vec<Other> {
    let (behind, before) = (format!("{text}q"), format!("Q{text}"));
    let last = words(&behind).last().map(str::to_lowercase);
    let first = words(&before).next().map(str::to_lowercase);
    vec![Other { value: behind.into(), word: last }, Other { value: before.into(), word: first }]
}

/// The last digit of each number plus or minus one: dates, hours.
fn other_digits(text: &str) -> Vec<Other> {
    let is_digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let lasts = (0..text.len()).filter(|at| is_digit(*at) && !is_digit(at + 1));
    let changed = lasts.flat_map(|at| [b"1234567890", b"9012345678"].map(|others| (at, others)));
    changed
        .filter_map(|(at, others)| {
            let mut bytes = text.as_bytes().to_vec();
            let digit = bytes.get_mut(at)?;
            *digit = *others.get(usize::from(*digit - b'0'))?;
            String::from_utf8(bytes).ok().map(Other::silent)
        })
        .collect()
}

/// A title that repeats the fields is replaced by them (RULES 1.4), but another title would not be.
fn gives_way(pointer: &str) -> bool {
    pointer == "/title" || pointer == "/title/text"
}

/// The tag of a language is printed as the name of the language.
fn is_translated(pointer: &str) -> bool {
    ["/from", "/into", "/language"].iter().any(|key| pointer.ends_with(key)) || pointer.starts_with("/languages/")
}

/// Letters and digits. The style chooses what is between them.
fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn has_word(citation: &str, word: &str) -> bool {
    words(citation).any(|printed| printed.to_lowercase() == word)
}

/// Whether the first or the last word of a text is printed.
fn shows(citation: &str, text: &str) -> bool {
    let mut ends = [words(text).next(), words(text).next_back()].into_iter().flatten().peekable();
    ends.peek().is_none() || ends.any(|word| has_word(citation, &word.to_lowercase()))
}
