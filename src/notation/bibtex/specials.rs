//! The characters with a meaning in LaTeX, BibTeX or the programs that read BibTeX files.

use std::fmt::{self, Write};

use super::script::Script;
use crate::bytes::plain_start;
use crate::notation::{breaks_line, turns};
use crate::slice::sublist;

/// Whether a byte may begin a character that is not written unchanged. Most bytes do not.
#[allow(clippy::indexing_slicing, reason = "made when it is compiled")]
const SUSPECT: [bool; 256] = {
    let mut suspect = [true; 256];
    let mut byte = b' ';
    while byte < 0x7f {
        suspect[byte as usize] = matches!(
            byte,
            b'%' | b'#'
                | b'$'
                | b'&'
                | b'_'
                | b'~'
                | b'^'
                | b'\\'
                | b'{'
                | b'}'
                | b'`'
                | b'-'
                | b'\''
                | b','
                | b'<'
                | b'>'
        );
        byte += 1;
    }
    suspect
};

impl Script {
    /// The position of the first character that cannot be written unchanged.
    pub(super) fn next_special(self, words: &str, before: Option<char>) -> Option<usize> {
        let bytes = words.as_bytes();
        let is_special = |at: usize, byte: u8| {
            if !SUSPECT.get(usize::from(byte)).is_some_and(|suspect| *suspect) {
                return false;
            }
            // Characters outside ASCII do not matter here.
            let before = || match at.checked_sub(1) {
                Some(last) => bytes.get(last).copied(),
                None => before.and_then(|c| u8::try_from(c).ok()),
            };
            let behind = || (bytes.get(at + 1).copied(), bytes.get(at + 2).copied());
            match byte {
                b'`' => matches!(before(), Some(b'`' | b'?' | b'!')),
                b'-' | b'\'' | b',' | b'<' | b'>' => before() == Some(byte),
                0x80.. if self == Script::Ascii => true,
                // C1 controls; U+2028 to U+202F and U+2066 to U+2069; noncharacters.
                0xc2 => matches!(behind(), (Some(..=0x9f), _)),
                0xe2 => matches!(behind(), (Some(0x80), Some(0xa8..)) | (Some(0x81), _)),
                0x80..0xef | 0xf5.. => false,
                _ => true,
            }
        };
        let mut from = 0;
        loop {
            // What is before the text can only change its first byte.
            let plain = if from == 0 && before.is_some() { 0 } else { plain_start(sublist(bytes, from..), is_odd) };
            from += plain;
            let tested = sublist(bytes, from..bytes.len().min(from + STEP + 1));
            if let Some(at) = tested.iter().enumerate().position(|(at, byte)| is_special(from + at, *byte)) {
                return Some(from + at);
            }
            from += STEP;
            if from >= bytes.len() {
                return None;
            }
        }
    }
}

/// How many bytes are tested one by one before the others are tested together again. The one after them is tested too,
/// because a pair may begin with the last of them.
const STEP: usize = 16;

/// Whether a byte may be special before the next one: all that are, and a few others.
fn is_odd(byte: u8, next: u8) -> bool {
    let is_within = |first: u8, last: u8| byte.wrapping_sub(first) <= last - first;
    // In ASCII `<=>?`, `\]^_` and `|}~` with DEL are the last four of thirty-two characters.
    let is_last = byte & 0x1f >= 0x1c;
    let is_sign = is_last | is_within(b'#', b'&') | (byte == b'`') | (byte == b'{');
    // As signed numbers, bytes outside ASCII are below the space too.
    let is_below_space = byte.cast_signed() < b' '.cast_signed();
    is_sign | is_below_space | (byte == next) & is_within(b'\'', b'-')
}

/// Writes a character so that it prints literally after `before`. A lone brace has no partner.
pub(super) fn write_special(
    c: char,
    before: Option<char>,
    is_lone: bool,
    out: &mut (impl Write + ?Sized),
) -> fmt::Result {
    // Fonts and programs turn `--` into a dash, and two of these marks into a quotation mark.
    let joins = matches!(c, '-' | '`' | '\'' | ',' | '<' | '>') && before == Some(c);
    if joins || (c == '`' && matches!(before, Some('?' | '!'))) {
        out.write_str("{}")?;
    }
    out.write_str(match c {
        '%' => r"\%",
        '#' => r"\#",
        '$' => r"\$",
        '&' => r"\&",
        '_' => r"\_",
        '~' => r"\textasciitilde{}",
        '^' => r"\textasciicircum{}",
        '\\' => r"\textbackslash{}",
        '{' => return out.write_str(if is_lone { "(" } else { r"\{" }),
        '}' => return out.write_str(if is_lone { ")" } else { r"\}" }),
        c if breaks_line(c) => " ",
        c if is_left_out(c) => "",
        c => return out.write_char(c),
    })
}

/// Bidirectional controls, and the noncharacters for which biber rejects a file.
pub(super) fn is_left_out(c: char) -> bool {
    turns(c) || matches!(u32::from(c) & 0xffff, 0xfffe | 0xffff) || ('\u{fdd0}'..='\u{fdef}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_special_is_found_wherever_it_is() {
        for length in 0..60 {
            for (special, at_in_it) in
                [("&", 0), ("--", 1), ("''", 1), ("?`", 1), ("\u{2028}", 0), ("–--", 4), ("]]---", 3)]
            {
                for behind in [0, 1, 40] {
                    let words = "x".repeat(length) + special + &"x".repeat(behind);
                    assert_eq!(Script::Unicode.next_special(&words, None), Some(length + at_in_it), "{words}");
                }
            }
            let plain = "x".repeat(length) + "– - it's (a) [b], <c>, `d', 50+ é";
            assert_eq!(Script::Unicode.next_special(&plain, None), None);
            assert_eq!(Script::Unicode.next_special(&format!("-{plain}"), Some('-')), Some(0));
        }
    }
}
