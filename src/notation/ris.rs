//! RIS: a tag and a value a line.

use std::borrow::Cow;
use std::fmt::{self, Write};

use super::turns;
use crate::citation::{Field, Fields, Record, Syntax, Value};

/// Records in RIS, the format that Zotero, EndNote, Mendeley and library catalogues exchange.
///
/// RIS has no escape: what would end a line or look like a tag cannot be written. So each value is one line with single
/// spaces; a line break or another control character counts as a space, and what turns the direction of writing is left out.
/// A brace without a partner, at which JabRef hangs, is a parenthesis. A list is a line a value. A name in parts is written
/// `Family, Given, Suffix`; a comma within a part is left out, for programs would part the name there, and a name that is whole
/// ends with a comma, so that they leave it whole.
///
/// The record's kind is its `TY`, its key the `ID`. A field whose name is no tag, or one of those, stands with its name in `M2`.
///
/// ```
/// use prefercite::Record;
/// use prefercite::citation::Fields;
/// use prefercite::notation::Ris;
///
/// let mut record = Record::new(&Ris, "PCOMM", "mao");
/// record.push("TI", "Telegram\nER  - \nTY  - BOOK");
/// record.push("AU", vec![Fields::from_iter([("family", "Mao"), ("given", "Zedong")]).into()]);
/// assert_eq!(
///     record.to_string(),
///     "TY  - PCOMM\r\nTI  - Telegram ER - TY - BOOK\r\nAU  - Mao, Zedong\r\nID  - mao\r\nER  - "
/// );
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Ris;

impl Syntax for Ris {
    fn media_type(&self) -> &'static str {
        "application/x-research-info-systems"
    }

    fn write(&self, record: &Record, out: &mut dyn Write) -> fmt::Result {
        out.write_str("TY  - ")?;
        write_type(record.kind(), out)?;
        for field in record.fields() {
            write_field(field, out)?;
        }
        Entry { tag: "ID", label: "" }.write(out, |line| line.push(record.key()))?;
        out.write_str("\r\nER  - ")
    }

    fn separate(&self, out: &mut dyn Write) -> fmt::Result {
        out.write_str("\r\n\r\n")
    }

    /// The last record has its empty line too, so that files can be joined.
    fn end(&self, records: usize, out: &mut dyn Write) -> fmt::Result {
        if records > 0 { out.write_str("\r\n\r\n") } else { Ok(()) }
    }

    fn identity<'k>(&self, key: &'k str) -> Cow<'k, str> {
        let mut written = String::new();
        // A string takes everything.
        _ = Line { out: &mut written, begun: false, gap: None }.push(key);
        written.into()
    }
}

/// The letters and digits of a type: programs look it up in a list, in capitals.
fn write_type(kind: &str, out: &mut dyn Write) -> fmt::Result {
    let mut letters = kind.chars().filter(char::is_ascii_alphanumeric).peekable();
    if letters.peek().is_none() {
        return out.write_str("GEN");
    }
    letters.try_for_each(|letter| out.write_char(letter.to_ascii_uppercase()))
}

fn write_field(field: &Field, out: &mut dyn Write) -> fmt::Result {
    let name = field.name.as_ref();
    let entry = if is_tag(name) { Entry { tag: name, label: "" } } else { Entry { tag: "M2", label: name } };
    write_value(entry, &field.value, out)
}

/// A capital, and a capital or a digit; not the tags that the record itself brings.
fn is_tag(name: &str) -> bool {
    matches!(name.as_bytes(), [b'A'..=b'Z', b'A'..=b'Z' | b'0'..=b'9']) && !matches!(name, "TY" | "ID" | "ER")
}

fn write_value(entry: Entry<'_>, value: &Value, out: &mut dyn Write) -> fmt::Result {
    match value {
        Value::List(values) => values.iter().try_for_each(|value| write_value(entry, value, out)),
        value => entry.write(out, |line| line.push_value(value)),
    }
}

/// What stands before a value.
#[derive(Clone, Copy)]
struct Entry<'n> {
    tag: &'n str,
    /// The name of a field that has no tag.
    label: &'n str,
}

impl Entry<'_> {
    /// Writes a line, unless there is nothing to stand in it.
    fn write(self, out: &mut dyn Write, value: impl FnOnce(&mut Line<'_>) -> fmt::Result) -> fmt::Result {
        let mut opened = Opened { entry: self, out, open: false };
        let mut line = Line { out: &mut opened, begun: false, gap: None };
        if !self.label.is_empty() {
            line.push(self.label)?;
            line.push(": ")?;
        }
        value(&mut line)
    }
}

/// Writes the tag before the first words.
struct Opened<'o> {
    entry: Entry<'o>,
    out: &'o mut dyn Write,
    open: bool,
}

impl Write for Opened<'_> {
    fn write_str(&mut self, words: &str) -> fmt::Result {
        if !std::mem::replace(&mut self.open, true) {
            self.out.write_str("\r\n")?;
            self.out.write_str(self.entry.tag)?;
            self.out.write_str("  - ")?;
        }
        self.out.write_str(words)
    }
}

/// Words in one line: no white space at its ends, and never two spaces together, which a tag would need.
struct Line<'o> {
    out: &'o mut dyn Write,
    begun: bool,
    /// White space that waits for a word behind it.
    gap: Option<char>,
}

impl Line<'_> {
    fn push(&mut self, words: &str) -> fmt::Result {
        self.push_parted(words, is_gap)
    }

    /// A part of a name: a comma would part it.
    fn push_part(&mut self, words: &str) -> fmt::Result {
        if !words.as_bytes().contains(&b',') {
            return self.push(words);
        }
        self.push_parted(words, |c| c == ',' || is_gap(c))
    }

    fn push_parted(&mut self, words: &str, is_gap: impl Fn(char) -> bool) -> fmt::Result {
        if stands_as_it_is(words) && !is_gap(',') {
            return self.push_words(words, false);
        }
        let words = &*with_paired_braces(words);
        let (mut from, mut spaced) = (0, false);
        for (at, c) in words.char_indices() {
            if c == ' ' && at > from && !spaced {
                // A single space stays among its words.
                spaced = true;
                continue;
            }
            let gap = is_gap(c);
            if gap || is_dropped(c) {
                self.push_words(words.get(from..at).unwrap_or_default(), spaced)?;
                if gap {
                    self.push_gap(c);
                }
                from = at + c.len_utf8();
            }
            spaced = false;
        }
        self.push_words(words.get(from..).unwrap_or_default(), spaced)
    }

    /// Words with single spaces between them, and perhaps one behind.
    fn push_words(&mut self, words: &str, spaced: bool) -> fmt::Result {
        let bare = if spaced { words.get(..words.len() - 1).unwrap_or_default() } else { words };
        if !bare.is_empty() {
            if let Some(gap) = self.gap.take().filter(|_| self.begun) {
                self.out.write_char(gap)?;
            }
            self.out.write_str(bare)?;
            self.begun = true;
        }
        if spaced {
            self.push_gap(' ');
        }
        Ok(())
    }

    /// One space of any width stays as it was typed; a run is one plain space.
    fn push_gap(&mut self, gap: char) {
        let typed = self.gap.is_none() && gap.is_whitespace() && !gap.is_control();
        self.gap = Some(if typed && !matches!(gap, '\u{2028}' | '\u{2029}') { gap } else { ' ' });
    }

    fn push_value(&mut self, value: &Value) -> fmt::Result {
        match value {
            Value::Text(text) => self.push(text),
            Value::Number(number) => self.push(&number.to_string()),
            Value::Truth(truth) => self.push(if *truth { "true" } else { "false" }),
            Value::List(values) => self.push_all(values.iter(), Line::push_value),
            Value::Map(fields) => match Name::of(fields) {
                Some(name) => self.push_name(&name),
                None => self.push_all(fields.iter(), |line, field| {
                    line.push(&field.name)?;
                    line.push(": ")?;
                    line.push_value(&field.value)
                }),
            },
        }
    }

    fn push_all<T>(
        &mut self,
        items: impl Iterator<Item = T>,
        push: impl Fn(&mut Self, T) -> fmt::Result,
    ) -> fmt::Result {
        for (index, item) in items.enumerate() {
            self.push(if index > 0 { "; " } else { "" })?;
            push(self, item)?;
        }
        Ok(())
    }

    fn push_name(&mut self, name: &Name<'_>) -> fmt::Result {
        if let Some(literal) = name.literal {
            self.push_part(literal)?;
            return self.push_comma();
        }
        self.push_spaced([name.particle, name.family])?;
        let has_given = name.given.is_some() || name.dropping_particle.is_some();
        if has_given {
            self.push_comma()?;
            self.push(" ")?;
            self.push_spaced([name.given, name.dropping_particle])?;
        }
        if let Some(suffix) = name.suffix {
            // The second part of a name is the given name, so without one the suffix stays with the family name.
            if has_given {
                self.push_comma()?;
            }
            self.push(" ")?;
            self.push_part(suffix)?;
        }
        // One word can only be the family name; several are parted by some programs, unless a comma closes them.
        let is_one_word =
            name.particle.is_none() && name.suffix.is_none() && !name.family.unwrap_or_default().contains(is_gap);
        if has_given || is_one_word { Ok(()) } else { self.push_comma() }
    }

    fn push_spaced(&mut self, parts: [Option<&str>; 2]) -> fmt::Result {
        for (index, part) in parts.into_iter().flatten().enumerate() {
            self.push(if index > 0 { " " } else { "" })?;
            self.push_part(part)?;
        }
        Ok(())
    }

    fn push_comma(&mut self) -> fmt::Result {
        self.gap = None;
        if self.begun { self.out.write_char(',') } else { Ok(()) }
    }
}

/// Whether words have single spaces between them and nothing that is a gap, a brace or dropped: most words are such, and it is
/// answered by bytes. What is neither ASCII nor of a common script is looked at more closely.
fn stands_as_it_is(words: &str) -> bool {
    // Without a branch: where the next space stands cannot be foreseen.
    let (mut found, mut before) = (0, SPACE);
    for &byte in words.as_bytes() {
        let kind = KINDS.get(usize::from(byte)).copied().unwrap_or(ODD);
        found |= kind | ((kind & before & SPACE) * ODD);
        before = kind;
    }
    // U+2010 to U+2027, dashes and quotation marks, show; what stands beside them may be a gap.
    let shows = |mark: &[u8]| matches!(mark, [0xe2, 0x80, 0x90..=0xa7] | [..=0xe1 | 0xe3.., ..]);
    (found & ODD == 0) && (before != SPACE) && (found & MARK == 0 || words.as_bytes().windows(3).all(shows))
}

const SPACE: u8 = 1;
const MARK: u8 = 2;
const ODD: u8 = 4;

/// What a byte may belong to.
#[allow(clippy::indexing_slicing, reason = "made when it is compiled")]
const KINDS: [u8; 256] = {
    let mut kinds = [ODD; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            b' ' => SPACE,
            b'{' | b'}' => ODD,
            // Latin, Greek, Cyrillic, Hebrew; kana and Chinese characters; what goes on with any character.
            b'!'..=b'~' | 0xc3..=0xd7 | 0xe4..=0xe9 | 0x80..=0xbf => 0,
            0xe2 => MARK,
            _ => ODD,
        };
        byte += 1;
    }
    kinds
};

/// The words with a parenthesis for each brace that has no partner: JabRef keeps its records as BibTeX, and a file with such a
/// brace makes it hang. It passes over a brace behind a backslash, so that one has none.
fn with_paired_braces(words: &str) -> Cow<'_, str> {
    let lone = lone_braces(words);
    if lone.is_empty() {
        return words.into();
    }
    let mut lone = lone.into_iter().peekable();
    let paired = words.char_indices().map(|(at, c)| match (lone.next_if_eq(&at), c) {
        (Some(_), '{') => '(',
        (Some(_), _) => ')',
        (None, c) => c,
    });
    paired.collect::<String>().into()
}

/// Where a brace without a partner stands, in order.
fn lone_braces(words: &str) -> Vec<usize> {
    let (mut open, mut lone) = (Vec::new(), Vec::new());
    let bytes = words.as_bytes();
    // All of them are looked at: that is faster than to stop at the first.
    if !bytes.iter().fold(false, |found, byte| found | matches!(byte, b'{' | b'}')) {
        return lone;
    }
    for (at, _) in bytes.iter().enumerate().filter(|(_, byte)| matches!(byte, b'{' | b'}')) {
        let escaped = at.checked_sub(1).and_then(|before| bytes.get(before)) == Some(&b'\\');
        match bytes.get(at) {
            _ if escaped => lone.push(at),
            Some(b'{') => open.push(at),
            _ => lone.extend(open.pop().is_none().then_some(at)),
        }
    }
    lone.append(&mut open);
    lone.sort_unstable();
    lone
}

/// Whether the words are written as they stand, white space aside.
pub(crate) fn keeps(words: &str) -> bool {
    lone_braces(words).is_empty()
}

/// White space, for some program at least, and controls.
fn is_gap(c: char) -> bool {
    c <= ' ' || c >= '\u{7f}' && (c.is_whitespace() || c.is_control() || c == '\u{feff}')
}

/// What shows nothing and does harm: U+FFFE and U+FFFF are not in XML, into which bibutils turns a record.
fn is_dropped(c: char) -> bool {
    c >= '\u{202a}' && (turns(c) || matches!(c, '\u{fffe}' | '\u{ffff}'))
}

/// A name by its parts, as CSL-JSON calls them.
struct Name<'v> {
    literal: Option<&'v str>,
    family: Option<&'v str>,
    given: Option<&'v str>,
    dropping_particle: Option<&'v str>,
    particle: Option<&'v str>,
    suffix: Option<&'v str>,
}

impl<'v> Name<'v> {
    fn of(fields: &'v Fields) -> Option<Self> {
        let part = |name: &str| fields.get(name).and_then(Value::as_text);
        let name = Name {
            literal: part("literal"),
            family: part("family"),
            given: part("given"),
            dropping_particle: part("dropping-particle"),
            particle: part("non-dropping-particle"),
            suffix: part("suffix"),
        };
        (name.literal.is_some() || name.family.is_some()).then_some(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(tag: &'static str, value: impl Into<Value>) -> String {
        let mut record = Record::new(&Ris, "PCOMM", "");
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
    fn names_are_parted_at_commas_and_nowhere_else() {
        let name = |parts: &[(&'static str, &str)]| line("AU", Value::Map(parts.iter().copied().collect()));
        for (parts, written) in [
            (&[("family", "Mao"), ("given", "Zedong")][..], "AU  - Mao, Zedong"),
            (&[("family", "King"), ("given", "Martin Luther"), ("suffix", "Jr.")], "AU  - King, Martin Luther, Jr."),
            (&[("family", "King"), ("suffix", "Jr.")], "AU  - King Jr.,"),
            (
                &[("family", "Gaulle"), ("given", "Charles"), ("non-dropping-particle", "de")],
                "AU  - de Gaulle, Charles",
            ),
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
        let record = Record::new(&Ris, "b\r\nER  - ook", "k\r\nTY  - x");
        assert_eq!(record.to_string(), "TY  - BEROOK\r\nID  - k TY - x\r\nER  - ");
    }
}
