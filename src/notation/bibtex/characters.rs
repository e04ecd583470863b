//! The characters of a value, each so that it prints itself and comes back.
//!
//! What each program makes of a spelling was seen by running it: `\textless{}`, `\textasciigrave{}` and `\textquotedbl{}`
//! are lost in several, and the bare characters kept, so these stand as they are; `\textbraceleft{}` is lost in four.

use std::borrow::Cow;
use std::fmt::{self, Write};

use super::{Script, accents};
use crate::notation::braces::{self, Backslash};
use crate::notation::{breaks_line, turns};
use crate::slice::{slice, split};

/// Writes words that LaTeX reads.
pub(super) fn write_text(words: &str, script: Script, out: &mut dyn Write) -> fmt::Result {
    if script == Script::Ascii && !words.is_ascii() {
        return write_spelled(&accents::composed(words), script, out);
    }
    write_spelled(words, script, out)
}

fn write_spelled(words: &str, script: Script, out: &mut dyn Write) -> fmt::Result {
    let mut lone = lone_braces(words).into_iter().peekable();
    let (mut rest, mut before) = (words, None);
    while let Some(end) = script.next_special(rest, before) {
        let (plain, others) = split(rest, end);
        out.write_str(plain)?;
        before = plain.chars().next_back().or(before);
        let Some(c) = others.chars().next() else { return Ok(()) };
        let mut length = c.len_utf8();
        if script == Script::Ascii && !c.is_ascii() {
            (length, before) = accents::write(others, before, out)?;
        } else {
            let is_lone = lone.next_if_eq(&(words.len() - others.len())).is_some();
            write_special(c, before, is_lone, out)?;
            before = Some(c);
        }
        rest = slice(others, length..);
    }
    out.write_str(rest)
}

/// Writes words in which no brace stands.
pub(super) fn write_plainly(words: &str, mut before: Option<char>, out: &mut dyn Write) -> fmt::Result {
    for c in words.chars() {
        write_special(c, before, true, out)?;
        before = Some(c);
    }
    Ok(())
}

/// Writes a date, in which a tilde is no space but a mark.
pub(super) fn write_date(words: &str, script: Script, out: &mut dyn Write) -> fmt::Result {
    for (index, words) in words.split('~').enumerate() {
        out.write_str(if index > 0 { "~" } else { "" })?;
        write_text(words, script, out)?;
    }
    Ok(())
}

/// Whether a byte may open a character that is not written as it stands: most do not, and need no closer look.
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
    /// Where the first character stands that may not be written as it is.
    pub(super) fn next_special(self, words: &str, before: Option<char>) -> Option<usize> {
        let bytes = words.as_bytes();
        bytes.iter().enumerate().position(|(at, &byte)| {
            if !SUSPECT.get(usize::from(byte)).is_some_and(|suspect| *suspect) {
                return false;
            }
            // Of characters beyond ASCII none has a part in what follows.
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

fn write_special(c: char, before: Option<char>, is_lone: bool, out: &mut dyn Write) -> fmt::Result {
    // Fonts and programs make a dash of `--`, and a quotation mark of two of these.
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

/// Writes what is read without commands: an address, a number in an archive.
pub(super) fn write_verbatim(words: &str, script: Script, out: &mut dyn Write) -> fmt::Result {
    if !words.contains(|c| breaks_address(c, script) || is_left_out(c)) {
        return out.write_str(words);
    }
    for c in words.chars().filter(|&c| !is_left_out(c)) {
        if !breaks_address(c, script) {
            out.write_char(c)?;
            continue;
        }
        for byte in c.encode_utf8(&mut [0; 4]).bytes() {
            write!(out, "%{byte:02X}")?;
        }
    }
    Ok(())
}

/// Better BibTeX takes what stands behind a dollar sign for mathematics, in an address too.
fn breaks_address(c: char, script: Script) -> bool {
    matches!(c, '{' | '}' | '\\' | '$') || breaks_line(c) || (script == Script::Ascii && !c.is_ascii())
}

/// What becomes of an address that cannot be written as it stands.
pub(super) fn change_of_address(address: &str, script: Script) -> Option<Cow<'static, str>> {
    let breaks = |c| breaks_address(c, script) || is_left_out(c);
    address
        .contains(breaks)
        .then(|| "a brace, a backslash, a dollar sign or what is not in ASCII is percent-encoded".into())
}

/// What would turn the words round, and what biber refuses a file for: it is no character at all.
fn is_left_out(c: char) -> bool {
    turns(c) || matches!(u32::from(c) & 0xffff, 0xfffe | 0xffff) || ('\u{fdd0}'..='\u{fdef}').contains(&c)
}

impl Script {
    /// Whether anything that can be seen is left of words in this script.
    pub(super) fn says_anything(self, words: &str) -> bool {
        if self == Script::Unicode || words.is_ascii() {
            return says_anything(words);
        }
        let mut written = String::new();
        // A `String` takes everything.
        let _ = write_text(words, self, &mut written);
        written.contains(|c: char| !c.is_whitespace() && !matches!(c, '~' | '{' | '}'))
    }
}

pub(super) fn says_anything(words: &str) -> bool {
    // Most begin with a letter.
    words.chars().any(|c| !c.is_whitespace() && !breaks_line(c) && !is_left_out(c))
}

/// Programs count braces even behind a backslash, and most lose the commands for them.
fn lone_braces(words: &str) -> Vec<usize> {
    braces::lone(words, Backslash::IsNothing)
}

/// What becomes of words that cannot be written as they stand.
pub(super) fn change(words: &str, script: Script) -> Option<Cow<'static, str>> {
    let mut reasons = if script == Script::Ascii { accents::transliterated(words) } else { Vec::new() };
    if let Some(more) = reasons.len().checked_sub(NAMED).filter(|more| *more > 0) {
        reasons.truncate(NAMED);
        reasons.push(format!("and {more} more"));
    }
    if !lone_braces(words).is_empty() {
        reasons.push("a brace without its partner is written as a parenthesis".to_owned());
    }
    if words.chars().any(|c| is_left_out(c) || breaks_line(c)) {
        reasons.push("what is no character is left out".to_owned());
    }
    (!reasons.is_empty()).then(|| reasons.join("; ").into())
}

/// As many stretches as one reads.
const NAMED: usize = 5;

/// The words in one line, for a comment.
pub(super) fn one_line(words: &str) -> String {
    words.chars().filter(|&c| !is_left_out(c)).map(|c| if breaks_line(c) { ' ' } else { c }).collect()
}

pub(super) fn in_this_script(words: &str, script: Script) -> Cow<'_, str> {
    match script {
        Script::Unicode => words.into(),
        Script::Ascii => deunicode::deunicode(words).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> String {
        let mut written = String::new();
        write_text(words, Script::Unicode, &mut written).unwrap();
        written
    }

    #[test]
    fn each_character_prints_itself() {
        for (words, written) in [
            ("50% & more_#7 ($5)", r"50\% \& more\_\#7 (\$5)"),
            ("~/a^b\\c", r"\textasciitilde{}/a\textasciicircum{}b\textbackslash{}c"),
            ("a < b > c | \"d\" 'e' `f`", "a < b > c | \"d\" 'e' `f`"),
            ("China--Foreign relations --- so", "China-{}-Foreign relations -{}-{}- so"),
            ("``a'' ,,b'' <<c>> ?`d", "`{}`a'{}' ,{},b'{}' <{}<c>{}> ?{}`d"),
            ("219–20 “毛泽东” é\u{a0}x", "219–20 “毛泽东” é\u{a0}x"),
        ] {
            assert_eq!(text(words), written);
        }
    }

    #[test]
    fn only_paired_braces_are_braces() {
        for (words, written) in [
            ("{draft}", r"\{draft\}"),
            ("a { b", "a ( b"),
            ("a } b { c", "a ) b ( c"),
            ("{{a}", r"(\{a\}"),
            ("{a}}{", r"\{a\})("),
        ] {
            assert_eq!(text(words), written);
            assert_eq!(change(words, Script::Unicode).is_some(), words != "{draft}");
        }
    }

    #[test]
    fn nothing_breaks_the_line_or_turns_it() {
        assert_eq!(text("a\nb\u{2028}c\0d\u{202e}e\u{fffe}f\u{85}g\u{1ffff}"), "a b c def g");
    }

    #[test]
    fn addresses_stand_as_they_are() {
        let mut written = String::new();
        write_verbatim("https://a.org/~b_c?d=50%25&e#{f}\\\n", Script::Unicode, &mut written).unwrap();
        assert_eq!(written, "https://a.org/~b_c?d=50%25&e#%7Bf%7D%5C%0A");
    }
}
