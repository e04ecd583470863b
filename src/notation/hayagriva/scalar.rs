//! Text and keys in YAML.

use std::borrow::Cow;
use std::fmt::{self, Write};

use super::indent::Indent;
use crate::citation::Value;
use crate::notation::turns;
use crate::slice::slice;

/// The text of a value. For a list or a map, the text of everything in it.
pub(super) fn words(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Text(text) => Cow::Borrowed(text),
        Value::Number(number) => number.to_string().into(),
        Value::Bool(truth) => truth.to_string().into(),
        Value::List(values) => values.iter().map(words).collect::<Vec<_>>().join("; ").into(),
        Value::Map(fields) => {
            let all: Vec<String> =
                fields.iter().map(|field| format!("{}: {}", field.name, words(&field.value))).collect();
            all.join("; ").into()
        }
    }
}

/// Writes a key and its colon. A key longer than 1024 characters must be marked with `?`.
pub(super) fn write_key(key: &str, indent: Indent, out: &mut dyn Write) -> fmt::Result {
    /// An escaped character has at most ten characters.
    const LONGEST: usize = 100;
    if key.chars().nth(LONGEST).is_none() {
        write_plainly(key, out)?;
        return out.write_char(':');
    }
    out.write_str("? ")?;
    write_text(key, out)?;
    indent.write(out)?;
    out.write_char(':')
}

/// Text without quotation marks, if YAML reads it as nothing but text, also inside a list or a map.
pub(super) fn write_plainly(text: &str, out: &mut dyn Write) -> fmt::Result {
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/');
    let is_plain = text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c == ' ' || is_word(c))
        && !text.ends_with(' ')
        && !text.contains("  ");
    // Only older readers give some of these words a meaning.
    let is_taken = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
        .into_iter()
        .any(|word| word.eq_ignore_ascii_case(text));
    if is_plain && !is_taken { out.write_str(text) } else { write_text(text, out) }
}

/// Text in quotation marks.
pub(super) fn write_text(text: &str, out: &mut dyn Write) -> fmt::Result {
    write_quoted(text, out, |_| false)
}

/// Text that hayagriva searches for mathematics between dollar signs and for braces that keep the case.
pub(super) fn write_formatted(text: &str, out: &mut dyn Write) -> fmt::Result {
    // A single backslash is literal, but before one of these characters it would escape it.
    write_quoted(text, out, |c| matches!(c, '\\' | '{' | '}' | '$'))
}

fn write_quoted(text: &str, out: &mut dyn Write, is_formatting: impl Fn(char) -> bool) -> fmt::Result {
    out.write_char('"')?;
    let mut from = 0;
    for (at, c) in text.char_indices() {
        if !is_formatting(c) && !is_escaped(c) {
            continue;
        }
        out.write_str(slice(text, from..at))?;
        from = at + c.len_utf8();
        if is_formatting(c) {
            out.write_str("\\\\")?;
        }
        match c {
            '"' | '\\' => write!(out, "\\{c}")?,
            '\n' => out.write_str("\\n")?,
            '\t' => out.write_str("\\t")?,
            c if is_escaped(c) && u32::from(c) <= 0xffff => write!(out, "\\u{:04X}", u32::from(c))?,
            c if is_escaped(c) => write!(out, "\\U{:08X}", u32::from(c))?,
            c => out.write_char(c)?,
        }
    }
    out.write_str(slice(text, from..))?;
    out.write_char('"')
}

/// Quotation marks and backslashes, characters that YAML does not allow, and invisible characters.
fn is_escaped(c: char) -> bool {
    matches!(c, '"' | '\\')
        || c.is_control()
        || turns(c)
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}
