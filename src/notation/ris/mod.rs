//! RIS: one tag and one value per line.

mod extra;
mod lead;
mod line;
mod straight;

use std::borrow::Cow;
use std::fmt::{self, Write};

use crate::citation::{Entry, Field, Syntax, Value};
pub(crate) use extra::is_altered as is_altered_in_extra;
use lead::Lead;
use line::Line;
pub(crate) use line::keeps;
pub(crate) use straight::Lines;

/// Records in RIS, the format that Zotero, EndNote, Mendeley and library catalogues exchange.
///
/// RIS has no escape, so a value cannot contain a line break or text that looks like a tag. Each value is one line with
/// single spaces. A line break or another control character becomes a space, and bidirectional controls are removed. A brace
/// without a partner becomes a parenthesis, because JabRef hangs on it. A list is written as one line per value. A name in parts
/// is written `Family, Given, Suffix`. A comma within a part is removed, because programs would split the name there. A name
/// without parts ends with a comma, so that programs do not split it. Zotero adds `M2` to its field Extra. So in `M2` every
/// brace is a parenthesis, and an entity such as `&#10;`, which would start a line there, is broken up.
///
/// The record's kind is its `TY`, its key the `ID`. A field whose name is not a tag, or is one of these two, is written in `M2`
/// with its name.
///
/// ```
/// use prefercite::Record;
/// use prefercite::citation::Fields;
/// use prefercite::notation::RisSyntax;
///
/// let mut record = Record::new(&RisSyntax::UTF8, "PCOMM", "mao");
/// record.push("TI", "Telegram\nER  - \nTY  - BOOK");
/// record.push("AU", vec![Fields::from_iter([("family", "Mao"), ("given", "Zedong")]).into()]);
/// assert_eq!(
///     record.to_string(),
///     "TY  - PCOMM\r\nTI  - Telegram ER - TY - BOOK\r\nAU  - Mao, Zedong\r\nID  - mao\r\nER  - "
/// );
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct RisSyntax;

impl RisSyntax {
    /// In UTF-8.
    pub const UTF8: RisSyntax = RisSyntax;
}

impl Syntax for RisSyntax {
    fn media_type(&self) -> &'static str {
        "application/x-research-info-systems"
    }

    fn extension(&self) -> &'static str {
        "ris"
    }

    fn write(&self, entry: Entry<'_>, out: &mut dyn Write) -> fmt::Result {
        out.write_str("TY  - ")?;
        write_type(entry.kind, out)?;
        for field in entry.fields {
            write_field(field, out)?;
        }
        Lead { tag: "ID", label: "" }.write(out, |line| line.push(entry.key))?;
        out.write_str("\r\nER  - ")
    }

    fn separate(&self, out: &mut dyn Write) -> fmt::Result {
        out.write_str("\r\n\r\n")
    }

    /// The last record also ends with an empty line, so that files can be concatenated.
    fn end(&self, records: usize, out: &mut dyn Write) -> fmt::Result {
        if records > 0 { out.write_str("\r\n\r\n") } else { Ok(()) }
    }

    fn identity<'k>(&self, key: &'k str) -> Cow<'k, str> {
        let mut written = String::new();
        // Writing to a string never fails.
        _ = Line::new(&mut written).push(key);
        written.into()
    }
}

/// Writes the letters and digits of a type in capitals, because programs look it up in a list.
fn write_type(kind: &str, out: &mut dyn Write) -> fmt::Result {
    let mut letters = kind.chars().filter(char::is_ascii_alphanumeric).peekable();
    if letters.peek().is_none() {
        return out.write_str("GEN");
    }
    letters.try_for_each(|letter| out.write_char(letter.to_ascii_uppercase()))
}

fn write_field(field: &Field, out: &mut dyn Write) -> fmt::Result {
    let name = field.name.as_ref();
    let lead = if is_tag(name) { Lead { tag: name, label: "" } } else { Lead { tag: "M2", label: name } };
    write_value(lead, &field.value, out)
}

/// Zotero adds this tag to its field Extra.
const EXTRA: &str = "M2";

/// A capital followed by a capital or a digit, except the tags that the record itself writes.
fn is_tag(name: &str) -> bool {
    matches!(name.as_bytes(), [b'A'..=b'Z', b'A'..=b'Z' | b'0'..=b'9']) && !matches!(name, "TY" | "ID" | "ER")
}

fn write_value(lead: Lead<'_>, value: &Value, out: &mut dyn Write) -> fmt::Result {
    match value {
        Value::List(values) => values.iter().try_for_each(|value| write_value(lead, value, out)),
        Value::Text(words) if lead.tag == EXTRA => lead.write(out, |line| line.push(&extra::in_extra(words))),
        value => lead.write(out, |line| line.push_value(value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citation::Record;

    fn line(tag: &'static str, value: impl Into<Value>) -> String {
        let mut record = Record::new(&RisSyntax::UTF8, "PCOMM", "");
        record.push(tag, value);
        let written = record.to_string();
        let lines = written.strip_prefix("TY  - PCOMM").and_then(|rest| rest.strip_suffix("\r\nER  - ")).unwrap();
        lines.strip_prefix("\r\n").unwrap_or(lines).to_owned()
    }

    #[test]
    fn a_value_is_one_line_with_single_spaces() {
        for (value, written) in [
            ("Telegram", "TI  - Telegram"),
            ("a\r\nER  - \r\nTY  - BOOK", "TI  - a ER - TY - BOOK"),
            ("ER\u{a0}\u{a0}- x", "TI  - ER - x"),
            ("ER \u{3000}- x", "TI  - ER - x"),
            ("ER\u{feff}\u{feff}- x", "TI  - ER - x"),
            ("ER \u{202e} \u{2066}- x", "TI  - ER - x"),
            ("TY  - ", "TI  - TY -"),
            (" \t a \u{b} b\u{c}c\u{85}d\u{2028}e\u{0}f ", "TI  - a b c d e f"),
            ("10\u{a0}km", "TI  - 10\u{a0}km"),
            ("a\u{202e}b\u{ffff}c", "TI  - abc"),
            ("毛 泽东 – é", "TI  - 毛 泽东 – é"),
            (" \u{202e} ", ""),
            ("{a} {b} \\{c} }{", "TI  - {a} {b} \\(c) )("),
            ("", ""),
        ] {
            assert_eq!(line("TI", value), written, "{value:?}");
        }
    }

    #[test]
    fn names_are_split_only_at_commas() {
        let name = |parts: &[(&'static str, &str)]| line("AU", Value::Map(parts.iter().copied().collect()));
        for (parts, written) in [
            (&[("family", "Mao"), ("given", "Zedong")][..], "AU  - Mao, Zedong"),
            (&[("family", "King"), ("given", "Martin Luther"), ("suffix", "Jr.")], "AU  - King, Martin Luther, Jr."),
            (&[("family", "King"), ("suffix", "Jr.")], "AU  - King Jr.,"),
            (
                &[("family", "Gaulle"), ("given", "Charles"), ("non-dropping-particle", "de")],
                "AU  - de Gaulle, Charles",
            ),
            (&[("family", "Alembert"), ("given", "Jean"), ("non-dropping-particle", "d’")], "AU  - d’Alembert, Jean"),
            (&[("family", "Humboldt"), ("given", "A."), ("dropping-particle", "von")], "AU  - Humboldt, A. von"),
            (&[("family", "Stalin")], "AU  - Stalin"),
            (&[("family", "Bastian Pinto")], "AU  - Bastian Pinto,"),
            (&[("literal", "Politburo of the CC CPSU")], "AU  - Politburo of the CC CPSU,"),
            (&[("literal", "Ministry of Foreign Affairs, Hungary")], "AU  - Ministry of Foreign Affairs Hungary,"),
            (&[("literal", ",")], ""),
        ] {
            assert_eq!(name(parts), written);
        }
    }

    #[test]
    fn a_name_that_is_no_tag_forges_none() {
        for (name, written) in [
            ("ER", "M2  - ER: x"),
            ("TY", "M2  - TY: x"),
            ("ID", "M2  - ID: x"),
            ("title", "M2  - title: x"),
            ("A\r\nER  - ", "M2  - A ER - : x"),
            ("", "M2  - x"),
            ("A2", "A2  - x"),
        ] {
            assert_eq!(line(name, "x"), written, "{name:?}");
        }
        let record = Record::new(&RisSyntax::UTF8, "b\r\nER  - ook", "k\r\nTY  - x");
        assert_eq!(record.to_string(), "TY  - BEROOK\r\nID  - k TY - x\r\nER  - ");
    }
}
