//! The characters of a value, written so that they print literally and are read back unchanged.
//!
//! The behavior of each program was tested by running it. Several programs lose `\textless{}`, `\textasciigrave{}` and
//! `\textquotedbl{}` but keep the bare characters, so these are not escaped. Four programs lose `\textbraceleft{}`.

use std::borrow::Cow;
use std::fmt::{self, Write};

use super::script::Script;
use super::specials::is_left_out;
use super::{accents, changes};
use crate::notation::braces::{self, Backslash};
use crate::notation::breaks_line;
use crate::separator::Separator;
use crate::slice::slice;

/// Writes words that LaTeX reads.
pub(super) fn write_text(words: &str, script: Script, out: &mut dyn Write) -> fmt::Result {
    if script == Script::Ascii && !words.is_ascii() {
        return changes::write(&accents::composed(words), script, out);
    }
    changes::write(words, script, out)
}

/// Escapes the words at the end of a string, from `start` on, so that LaTeX reads them. Most words are unchanged, and
/// the check for that is faster.
#[inline]
pub(super) fn escape(out: &mut String, start: usize, script: Script) {
    if script.next_special(slice(out, start..), None).is_some() {
        escape_special(out, start, script);
    }
}

#[inline(never)]
fn escape_special(out: &mut String, start: usize, script: Script) {
    let words = slice(out, start..);
    if script == Script::Ascii
        && !words.is_ascii()
        && let Cow::Owned(composed) = accents::composed(words)
    {
        out.truncate(start);
        out.push_str(&composed);
    }
    changes::make(out, start, script);
}

/// Writes a date. A tilde is a mark in it, not a space.
pub(super) fn write_date(words: &str, script: Script, out: &mut dyn Write) -> fmt::Result {
    let mut separator = Separator::new();
    for words in words.split('~') {
        out.write_str(separator.between("~"))?;
        write_text(words, script, out)?;
    }
    Ok(())
}

/// Writes a value that is read without commands: a URL, a number in an archive.
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

/// Better BibTeX reads the text after a dollar sign as mathematics, in a URL too.
fn breaks_address(c: char, script: Script) -> bool {
    matches!(c, '{' | '}' | '\\' | '$') || breaks_line(c) || (script == Script::Ascii && !c.is_ascii())
}

/// A description of what changes in a URL that cannot be written unchanged.
pub(super) fn change_of_address(address: &str, script: Script) -> Option<Cow<'static, str>> {
    let breaks = |c| breaks_address(c, script) || is_left_out(c);
    address
        .contains(breaks)
        .then(|| "braces, backslashes, dollar signs and characters outside ASCII are percent-encoded".into())
}

impl Script {
    /// Whether these words contain a visible character in this script.
    pub(super) fn is_printable(self, words: &str) -> bool {
        if self == Script::Unicode || words.is_ascii() {
            return is_printable(words);
        }
        let mut seen = Visible(false);
        // `Visible` accepts any words.
        _ = write_text(words, self, &mut seen);
        seen.0
    }
}

/// Whether a visible character was written. In LaTeX a tilde is a space, and braces are invisible.
struct Visible(bool);

impl Write for Visible {
    fn write_str(&mut self, words: &str) -> fmt::Result {
        self.0 |= words.contains(|c: char| !c.is_whitespace() && !matches!(c, '~' | '{' | '}'));
        Ok(())
    }
}

pub(super) fn is_printable(words: &str) -> bool {
    // Fast path: most words begin with an ASCII letter.
    words.bytes().next().is_some_and(|first| first.is_ascii_graphic())
        || words.chars().any(|c| !c.is_whitespace() && !breaks_line(c) && !is_left_out(c))
}

/// A description of what changes in words that cannot be written unchanged.
pub(super) fn change(words: &str, script: Script) -> Option<Cow<'static, str>> {
    let mut reasons = if script == Script::Ascii { accents::transliterated(words) } else { Vec::new() };
    if let Some(more) = reasons.len().checked_sub(NAMED).filter(|more| *more > 0) {
        reasons.truncate(NAMED);
        reasons.push(format!("and {more} more"));
    }
    if !braces::lone(words, Backslash::IsNothing).is_empty() {
        reasons.push("a brace without its partner is written as a parenthesis".to_owned());
    }
    if words.chars().any(|c| is_left_out(c) || breaks_line(c)) {
        reasons.push("control characters and noncharacters are replaced by a space or removed".to_owned());
    }
    (!reasons.is_empty()).then(|| reasons.join("; ").into())
}

/// The most spans that one report lists.
const NAMED: usize = 5;

/// The words on one line, for a comment.
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
    fn addresses_are_unchanged() {
        let mut written = String::new();
        write_verbatim("https://a.org/~b_c?d=50%25&e#{f}\\\n", Script::Unicode, &mut written).unwrap();
        assert_eq!(written, "https://a.org/~b_c?d=50%25&e#%7Bf%7D%5C%0A");
    }

    #[test]
    fn accents_are_commands_and_other_characters_latin() {
        for (words, written, changes) in [
            ("café", r"caf{\'{e}}", 0),
            ("cafe\u{301}", r"caf{\'{e}}", 0),
            ("Łódź–Straße", r"{\L}{\'{o}}d{\'{z}}--Stra{\ss}e", 0),
            ("“a” -–-", r"``a'' -{}--{}-", 0),
            ("毛泽东 и Мао", "Mao Ze Dong i Mao", 3),
            ("｛a\u{20dd}", "(a", 2),
        ] {
            let mut out = String::new();
            write_text(words, Script::Ascii, &mut out).unwrap();
            assert_eq!(out, written);
            assert_eq!(accents::transliterated(words).len(), changes, "{words}");
        }
    }
}
