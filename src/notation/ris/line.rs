//! A value in one line, which no value can leave.

use std::borrow::Cow;
use std::fmt::{self, Write};

use crate::citation::Value;
use crate::notation::NameParts;
use crate::notation::turns;

/// Words in one line: no white space at its ends, and never two spaces together, which a tag would need.
pub(super) struct Line<'o> {
    out: &'o mut dyn Write,
    begun: bool,
    /// White space that waits for a word behind it.
    gap: Option<char>,
}

impl<'o> Line<'o> {
    pub(super) fn new(out: &'o mut dyn Write) -> Self {
        Line { out, begun: false, gap: None }
    }

    pub(super) fn push(&mut self, words: &str) -> fmt::Result {
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

    pub(super) fn push_value(&mut self, value: &Value) -> fmt::Result {
        match value {
            Value::Text(text) => self.push(text),
            Value::Number(number) => self.push(&number.to_string()),
            Value::Truth(truth) => self.push(if *truth { "true" } else { "false" }),
            Value::List(values) => self.push_all(values.iter(), Line::push_value),
            Value::Map(fields) => match NameParts::of(fields) {
                name if name.is_said() => self.push_name(&name),
                _ => self.push_all(fields.iter(), |line, field| {
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

    pub(super) fn push_name(&mut self, name: &NameParts<'_>) -> fmt::Result {
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
pub(super) fn stands_as_it_is(words: &str) -> bool {
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
