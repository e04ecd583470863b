//! Which fields of a record a citation does not print.
//!
//! A field is in the citation where another value in its place would make another citation. So each is exchanged in turn, and
//! the document cited again: no list of fields has to be kept, and words that are printed for another reason prove nothing.

use serde::Deserialize;
use serde_json::Value;

use crate::citation::{Omission, OmissionReason, Text};
use crate::document::{Document, Kind};

/// What of the document is not in its citation, of a part of which nothing is for the same reason the part.
///
/// Not told are `id`, which names the record, keys of one's own (`x-…`), and `document`, the kind of what has none.
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

/// A part of the record: its path as the record format spells it, and as JSON does.
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

/// Adds what is omitted below this part; the reason, and nothing added, where all of it is omitted for the same one.
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
    /// Whether another value here makes another citation. Where the record takes no other, it counts as printed.
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
                // What decides which other words are printed is not printed itself: it shows in neither citation.
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

    /// The citation of the record with another value; none where that is refused.
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

/// A value to put in place of another, and the word by which it shows where its own words are printed.
struct Other {
    value: Value,
    word: Option<String>,
}

impl Other {
    fn silent(value: impl Into<Value>) -> Self {
        Other { value: value.into(), word: None }
    }
}

/// What may stand in place of a value: where the record takes one of a row, the rows behind it are not tried.
fn others(value: &Value) -> Vec<Vec<Other>> {
    match value {
        Value::Bool(yes) => vec![vec![Other::silent(!yes)]],
        Value::String(text) => {
            vec![other_words(text), other_digits(text), WORDS.iter().map(|it| Other::silent(*it)).collect()]
        }
        _ => Vec::new(),
    }
}

/// Words of which one is valid wherever only certain words are: a date, a language, the words of the record format's lists.
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

/// The last digit of each number is one more or one less: dates, hours.
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

/// A title that says what the fields say gives way to them (RULES 1.4), where another title would not.
fn gives_way(pointer: &str) -> bool {
    pointer == "/title" || pointer == "/title/text"
}

/// The tag of a language is printed by its name.
fn is_translated(pointer: &str) -> bool {
    ["/from", "/into", "/language"].iter().any(|key| pointer.ends_with(key)) || pointer.starts_with("/languages/")
}

/// Letters and figures: what is between them is the style's.
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
