//! A value on one line, which no value can break.

use std::borrow::Cow;
use std::fmt::{self, Write};

use crate::bytes::{self, plain_start};
use crate::citation::Value;
use crate::notation::NameParts;
use crate::notation::braces::{self, Backslash};
use crate::notation::turns;
use crate::separator::{Separator, joins};
use crate::slice::{slice, sublist};

/// Text on one line, without white space at its ends and without two adjacent spaces, which a tag would need.
pub(super) struct Line<'o> {
    out: &'o mut dyn Write,
    begun: bool,
    /// White space that is written only if a word follows.
    gap: Option<char>,
}

impl<'o> Line<'o> {
    pub(super) fn new(out: &'o mut dyn Write) -> Self {
        Line { out, begun: false, gap: None }
    }

    pub(super) fn push(&mut self, words: &str) -> fmt::Result {
        self.push_parted(words, is_gap)
    }

    /// Writes a part of a name, without commas, which would split the name.
    fn push_part(&mut self, words: &str) -> fmt::Result {
        if !has_comma(words) {
            return self.push(words);
        }
        self.push_parted(words, |c| c == ',' || is_gap(c))
    }

    fn push_parted(&mut self, words: &str, is_gap: impl Fn(char) -> bool) -> fmt::Result {
        if is_unchanged(words) && !is_gap(',') {
            return self.push_words(words, false);
        }
        let words = &*with_paired_braces(words);
        let (mut from, mut spaced) = (0, false);
        for (at, c) in words.char_indices() {
            if c == ' ' && at > from && !spaced {
                // A single space inside the text is kept.
                spaced = true;
                continue;
            }
            let gap = is_gap(c);
            if gap || is_dropped(c) {
                self.push_words(slice(words, from..at), spaced)?;
                if gap {
                    self.push_gap(c);
                }
                from = at + c.len_utf8();
            }
            spaced = false;
        }
        self.push_words(slice(words, from..), spaced)
    }

    /// Writes words with single spaces between them, perhaps with one space at the end.
    fn push_words(&mut self, words: &str, spaced: bool) -> fmt::Result {
        let bare = if spaced { slice(words, ..words.len() - 1) } else { words };
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

    /// A single space of any width is kept. Several become one plain space.
    fn push_gap(&mut self, gap: char) {
        let typed = self.gap.is_none() && gap.is_whitespace() && !gap.is_control();
        self.gap = Some(if typed && !matches!(gap, '\u{2028}' | '\u{2029}') { gap } else { ' ' });
    }

    pub(super) fn push_value(&mut self, value: &Value) -> fmt::Result {
        match value {
            Value::Text(text) => self.push(text),
            Value::Number(number) => self.push(&number.to_string()),
            Value::Bool(truth) => self.push(if *truth { "true" } else { "false" }),
            Value::List(values) => self.push_all(values.iter(), Line::push_value),
            Value::Map(fields) => match NameParts::of(fields) {
                name if name.has_name() => self.push_name(&name),
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
        let mut separator = Separator::new();
        for item in items {
            self.push(separator.between("; "))?;
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
            // The second part of a name is the given name, so without one the suffix is written after the family name.
            if has_given {
                self.push_comma()?;
            }
            self.push(" ")?;
            self.push_part(suffix)?;
        }
        // One word can only be the family name. Some programs split several words unless a comma follows them.
        let is_one_word =
            name.particle.is_none() && name.suffix.is_none() && !name.family.unwrap_or_default().contains(is_gap);
        if has_given || is_one_word { Ok(()) } else { self.push_comma() }
    }

    fn push_spaced(&mut self, parts: [Option<&str>; 2]) -> fmt::Result {
        let mut before: Option<&str> = None;
        for part in parts.into_iter().flatten() {
            self.push(if before.is_some_and(|before| !joins(before, part)) { " " } else { "" })?;
            self.push_part(part)?;
            before = Some(part);
        }
        Ok(())
    }

    fn push_comma(&mut self) -> fmt::Result {
        self.gap = None;
        if self.begun { self.out.write_char(',') } else { Ok(()) }
    }
}

/// Whether words can be written unchanged: single spaces, and no gap, brace or dropped character. Most words can. A
/// rare script returns `false` and takes the slow path.
pub(super) fn is_unchanged(words: &str) -> bool {
    let bytes = words.as_bytes();
    if bytes.first().is_none_or(|first| *first == b' ') || bytes.last() == Some(&b' ') {
        return false;
    }
    let mut at = 0;
    while at < bytes.len() {
        at += plain_start(sublist(bytes, at..), |byte, next| !is_plain(byte) | (byte == b' ') & (next == b' '));
        // These few are tested one by one.
        let end = bytes.len().min(at + 16);
        if (at..end).any(|at| may_change(sublist(bytes, at..))) {
            return false;
        }
        at = end;
    }
    true
}

/// The same for a part of a name.
pub(super) fn is_part_unchanged(words: &str) -> bool {
    is_unchanged(words) && !has_comma(words)
}

/// A comma would split a name.
fn has_comma(words: &str) -> bool {
    bytes::any(words.as_bytes(), |eight| eight.is(b','))
}

/// Signs, digits and letters, up to the braces.
fn is_plain(byte: u8) -> bool {
    byte.wrapping_sub(b' ') <= b'z' - b' '
}

/// Whether the first byte may begin a character that is not written unchanged.
fn may_change(bytes: &[u8]) -> bool {
    match bytes {
        [byte, ..] if is_plain(*byte) && *byte != b' ' => false,
        [b' ', next, ..] => *next == b' ',
        [b' '] => false,
        // U+2010 to U+2027, dashes and quotation marks, are visible. The characters around them may be gaps.
        [0xe2, second, third, ..] => *second != 0x80 || !(0x90..=0xa7).contains(third),
        // Latin, Greek, Cyrillic, Hebrew, kana and Chinese characters, and the continuation bytes of any character.
        [b'|' | b'~' | 0x80..=0xbf | 0xc3..=0xd7 | 0xe4..=0xe9, ..] => false,
        bytes => !bytes.is_empty(),
    }
}

/// Replaces each brace that has no partner with a parenthesis. JabRef stores its records as BibTeX and hangs on such
/// a brace. It ignores a brace after a backslash, so such a brace is no partner.
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

fn lone_braces(words: &str) -> Vec<usize> {
    braces::lone(words, Backslash::HidesTheBrace)
}

/// Whether the words are written unchanged except for white space.
pub(crate) fn keeps(words: &str) -> bool {
    lone_braces(words).is_empty()
}

/// White space in at least one program, and control characters.
fn is_gap(c: char) -> bool {
    c <= ' ' || c >= '\u{7f}' && (c.is_whitespace() || c.is_control() || c == '\u{feff}')
}

/// Invisible and harmful characters. U+FFFE and U+FFFF are not allowed in XML, into which bibutils converts a record.
fn is_dropped(c: char) -> bool {
    c >= '\u{202a}' && (turns(c) || matches!(c, '\u{fffe}' | '\u{ffff}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// For characters of every script: words that pass the fast check need no change.
    #[test]
    fn the_fast_check_is_strict() {
        for c in '\0'..='\u{1ffff}' {
            for words in [format!("a{c}"), format!("{c}a"), format!("a{c}{c}a"), format!("– {c} – “")] {
                let changes = |c| (is_gap(c) && c != ' ') || is_dropped(c);
                let is_spaced = words.contains("  ") || words.starts_with(' ') || words.ends_with(' ');
                let is_kept = !is_spaced && !words.contains(changes) && keeps(&words);
                assert!(is_kept || !is_unchanged(&words), "{words:?}");
            }
        }
        for words in ["Telegram, box 3", "ll. 10–13; “so”", "Отчёт о поездке", "毛泽东", "élan | ~"]
        {
            assert!(is_unchanged(words), "{words}");
        }
        assert!(!is_unchanged(""));
    }
}
