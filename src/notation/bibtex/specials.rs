//! The characters with a meaning in LaTeX, BibTeX or the programs that read BibTeX files.

use std::fmt::{self, Write};

use super::script::Script;
use crate::notation::{breaks_line, turns};

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
        bytes.iter().enumerate().position(|(at, &byte)| {
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
        })
    }
}

/// Writes a character so that it prints literally after `before`. A lone brace has no partner.
pub(super) fn write_special(c: char, before: Option<char>, is_lone: bool, out: &mut dyn Write) -> fmt::Result {
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
