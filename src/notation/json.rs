//! JSON: a file is one array, and a record is one object in it.

use std::fmt::{self, Write};

use crate::bytes::{may_be_invisible, plain_start};
use crate::citation::{Entry, Field, Fields, Syntax, Value};
use crate::separator::Separator;
use crate::slice::slice;

/// Records as the objects of one JSON array, as in CSL-JSON.
///
/// The record's key is the object's `id`, its kind the `type`. A field with one of these names is not written,
/// because parsers disagree about duplicate names.
///
/// Invisible characters (control characters, bidirectional controls) are escaped as `\u0000`, and so is the `<` of
/// `</` and `<!`: no value can end the script element of a web page. An integer beyond 2⁵³ is written as a string,
/// because most readers would round it.
///
/// ```
/// use prefercite::Record;
/// use prefercite::citation::Fields;
/// use prefercite::notation::JsonSyntax;
///
/// let mut record = Record::new(&JsonSyntax::UTF8, "report", "a");
/// record.push("title", "\"Top\\secret\"\n");
/// record.push("author", vec![Fields::from_iter([("family", "Kennan")]).into()]);
/// record.push("number-of-pages", 12);
/// assert_eq!(
///     record.to_string(),
///     r#"{
///   "id": "a",
///   "type": "report",
///   "title": "\"Top\\secret\"\n",
///   "author": [
///     { "family": "Kennan" }
///   ],
///   "number-of-pages": 12
/// }"#
/// );
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct JsonSyntax {
    media_type: MediaType,
}

/// CSL items have their own media type for the same JSON.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
enum MediaType {
    #[default]
    Json,
    CslJson,
}

impl JsonSyntax {
    /// JSON of any kind, in UTF-8.
    pub const UTF8: JsonSyntax = JsonSyntax { media_type: MediaType::Json };
    /// CSL-JSON: the same, with the media type `application/vnd.citationstyles.csl+json`.
    pub const CSL: JsonSyntax = JsonSyntax { media_type: MediaType::CslJson };
}

impl Syntax for JsonSyntax {
    fn media_type(&self) -> &'static str {
        match self.media_type {
            MediaType::Json => "application/json",
            MediaType::CslJson => "application/vnd.citationstyles.csl+json",
        }
    }

    fn extension(&self) -> &'static str {
        "json"
    }

    fn write(&self, entry: Entry<'_>, out: &mut dyn Write) -> fmt::Result {
        out.write_str("{\n  \"id\": ")?;
        write_text(entry.key, out)?;
        out.write_str(",\n  \"type\": ")?;
        write_text(entry.kind, out)?;
        write_fields(entry.fields, &["id", "type"], out)?;
        out.write_str("\n}")
    }

    /// JSON has no comments: the remark is not written.
    fn begin(&self, _remark: &str, out: &mut dyn Write) -> fmt::Result {
        out.write_char('[')
    }

    fn separate(&self, out: &mut dyn Write) -> fmt::Result {
        out.write_str(", ")
    }

    fn end(&self, _records: usize, out: &mut dyn Write) -> fmt::Result {
        out.write_str("]\n")
    }
}

/// Writes the fields after the names already written, each name once.
pub(super) fn write_fields(fields: &Fields, written: &[&str], out: &mut dyn Write) -> fmt::Result {
    for Field { name, value } in fields.iter().filter(|field| !written.contains(&field.name.as_ref())) {
        out.write_str(",\n  ")?;
        write_text(name, out)?;
        out.write_str(": ")?;
        write_field(value, out)?;
    }
    Ok(())
}

/// Writes names one per line, and everything else on one line.
fn write_field(value: &Value, out: &mut dyn Write) -> fmt::Result {
    let Some(names) = value.as_list().filter(|values| values.iter().any(|value| value.as_map().is_some())) else {
        return write_value(value, out);
    };
    out.write_char('[')?;
    let mut separator = Separator::new();
    for name in names {
        out.write_str(separator.choose("\n    ", ",\n    "))?;
        write_value(name, out)?;
    }
    out.write_str("\n  ]")
}

/// The parts of a value that are still to be written.
enum Rest<'v> {
    Value(&'v Value),
    List(std::slice::Iter<'v, Value>, bool),
    Map(std::slice::Iter<'v, Field>, bool),
}

/// Writes a value on one line. It is not recursive, because untrusted input may be nested deeper than the stack allows.
fn write_value(value: &Value, out: &mut dyn Write) -> fmt::Result {
    let mut rest = vec![Rest::Value(value)];
    while let Some(next) = rest.pop() {
        match next {
            Rest::Value(Value::Text(text)) => write_text(text, out)?,
            Rest::Value(Value::Number(number)) if number.unsigned_abs() > MOST => write!(out, "\"{number}\"")?,
            Rest::Value(Value::Number(number)) => write!(out, "{number}")?,
            Rest::Value(Value::Bool(truth)) => write!(out, "{truth}")?,
            Rest::Value(Value::List(values)) => {
                out.write_char('[')?;
                rest.push(Rest::List(values.iter(), true));
            }
            Rest::Value(Value::Map(fields)) if fields.is_empty() => out.write_str("{}")?,
            Rest::Value(Value::Map(fields)) => {
                out.write_str("{ ")?;
                rest.push(Rest::Map(fields.iter(), true));
            }
            Rest::List(mut values, first) => match values.next() {
                Some(value) => {
                    out.write_str(if first { "" } else { ", " })?;
                    rest.extend([Rest::List(values, false), Rest::Value(value)]);
                }
                None => out.write_char(']')?,
            },
            Rest::Map(mut fields, first) => match fields.next() {
                Some(field) => {
                    out.write_str(if first { "" } else { ", " })?;
                    write_text(&field.name, out)?;
                    out.write_str(": ")?;
                    rest.extend([Rest::Map(fields, false), Rest::Value(&field.value)]);
                }
                None => out.write_str(" }")?,
            },
        }
    }
    Ok(())
}

/// The largest integer that every reader keeps (RFC 8259, section 6).
const MOST: u64 = (1 << 53) - 1;

pub(super) fn write_text(text: &str, out: &mut dyn Write) -> fmt::Result {
    out.write_char('"')?;
    if is_unchanged(text) {
        out.write_str(text)?;
        return out.write_char('"');
    }
    let mut plain_from = 0;
    for (at, c) in text.char_indices() {
        let short = match c {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            '<' if slice(text, at + 1..).starts_with(['/', '!']) => "\\u003c",
            _ if has_no_look(c) => "",
            _ => continue,
        };
        out.write_str(slice(text, plain_from..at))?;
        if short.is_empty() { write!(out, "\\u{:04x}", u32::from(c)) } else { out.write_str(short) }?;
        plain_from = at + c.len_utf8();
    }
    out.write_str(slice(text, plain_from..))?;
    out.write_char('"')
}

/// Whether a text certainly needs no escape. Most do not, and the check is faster than a search by characters.
fn is_unchanged(text: &str) -> bool {
    let is_odd =
        |byte: u8, next: u8| matches!(byte, b'"' | b'\\' | b'<' | 0x7f) | (byte < b' ') | may_be_invisible(byte, next);
    plain_start(text.as_bytes(), is_odd) == text.len()
}

/// Control characters, line separators, bidirectional controls, the byte order mark. All of them have four hex digits.
fn has_no_look(c: char) -> bool {
    c.is_control() || super::turns(c) || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citation::Record;
    use crate::citation::RecordFile;

    fn written(text: &str) -> String {
        let mut out = String::new();
        write_text(text, &mut out).unwrap();
        out
    }

    #[test]
    fn strings_are_literal_to_every_reader() {
        for (text, json) in [
            ("a", r#""a""#),
            ("\"\\/", r#""\"\\/""#),
            ("\u{0}\u{1f}\u{7f}\u{85}", r#""\u0000\u001f\u007f\u0085""#),
            ("a\r\n\tb", r#""a\r\n\tb""#),
            ("\u{2028}\u{2029}\u{202e}\u{feff}", r#""\u2028\u2029\u202e\ufeff""#),
            ("a < b </script><!--<i>", r#""a < b \u003c/script>\u003c!--<i>""#),
            ("毛泽东 😀 می\u{200C}خواهم", "\"毛泽东 😀 می\u{200C}خواهم\""),
        ] {
            assert_eq!(written(text), json);
            assert_eq!(serde_json::from_str::<String>(json).unwrap(), text);
        }
    }

    #[test]
    fn a_character_is_escaped_wherever_it_is() {
        for special in ["\"", "\\", "</", "\u{1}", "\u{7f}", "\u{85}", "\u{2028}", "\u{202e}", "\u{2066}", "\u{feff}"] {
            let escaped = written(special);
            let escaped = escaped.trim_start_matches('"');
            for (before, behind) in (0..40).flat_map(|before| [0, 1, 20].map(|behind| (before, behind))) {
                let (before, behind) = ("x".repeat(before), "x".repeat(behind));
                let json = written(&format!("{before}{special}{behind}"));
                let expected = format!("\"{before}{}{behind}\"", escaped.strip_suffix('"').unwrap());
                assert_eq!(json, expected);
            }
        }
        let plain = "Mao’s “Reply” – café, 毛泽东, Мао, Ἀ, (a) [b] {c}";
        assert_eq!(written(plain), format!("\"{plain}\""));
    }

    #[test]
    fn a_file_is_one_array() {
        for (keys, json) in [
            (&[] as &[&str], "[]\n"),
            (&["a"], "[{\n  \"id\": \"a\",\n  \"type\": \"map\"\n}]\n"),
            (
                &["a", "a"],
                "[{\n  \"id\": \"a\",\n  \"type\": \"map\"\n}, {\n  \"id\": \"a-2\",\n  \"type\": \"map\"\n}]\n",
            ),
        ] {
            let (mut file, mut text) = (RecordFile::new(&JsonSyntax::UTF8), String::new());
            for key in keys {
                file.push(Record::new(&JsonSyntax::UTF8, "map", *key), &mut text).unwrap();
            }
            file.finish(&mut text).unwrap();
            assert_eq!(text, json);
        }
    }

    #[test]
    fn a_field_cannot_pass_for_the_key_or_the_kind() {
        let mut record = Record::new(&JsonSyntax::UTF8, "map", "a");
        record.push("id", "b");
        record.push("type", "book");
        assert_eq!(record.to_string(), "{\n  \"id\": \"a\",\n  \"type\": \"map\"\n}");
    }

    #[test]
    fn deep_values_are_written() {
        let mut value = Value::from(i64::MIN);
        for _ in 0..2_000 {
            value = Value::List(vec![Fields::from_iter([("\"", value)]).into()]);
        }
        let mut record = Record::new(&JsonSyntax::UTF8, "map", "a");
        record.push("deep", value);
        let json = record.to_string();
        assert_eq!(json.matches("{ \"\\\"\": ").count(), 2_000);
        assert!(json.contains("\"-9223372036854775808\" }]"));
    }
}
