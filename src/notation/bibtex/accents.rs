//! ASCII for old BibTeX: accents as commands, other characters in Latin letters.

use std::borrow::Cow;

use deunicode::AsciiChars;
use unicode_normalization::char::decompose_canonical;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::slice::{slice, split};

/// How a character is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelling {
    /// A command that prints the character itself.
    Command(&'static str),
    /// A letter and the command for the accent on it.
    Accent(char, &'static str),
    /// Latin letters, because no command prints it.
    Latin(&'static str),
}

/// Text outside ASCII, with each accent combined with its letter.
pub(super) fn composed(words: &str) -> Cow<'_, str> {
    if is_nfc(words) { words.into() } else { words.nfc().collect::<String>().into() }
}

/// How the first character of these words is written, which is outside ASCII. The next one decides whether a space
/// follows its letters.
pub(super) fn spelling_of_first(words: &str) -> Option<Spelling> {
    let mut chars = words.chars();
    let first = chars.next()?;
    Some(spelling(first).unwrap_or_else(|| {
        let next = chars.next().filter(|next| is_foreign(*next));
        let pair = slice(words, ..first.len_utf8() + next.map_or(0, char::len_utf8));
        Spelling::Latin(pair.ascii_chars().next().flatten().unwrap_or(UNKNOWN))
    }))
}

/// Written for a character without Latin letters.
const UNKNOWN: &str = "[?]";

/// Whether a character can only be transliterated.
fn is_foreign(c: char) -> bool {
    !c.is_ascii() && spelling(c).is_none()
}

/// The span that can only be transliterated.
fn foreign_run(words: &str) -> &str {
    let end = words.find(|c| !is_foreign(c));
    end.map_or(words, |end| slice(words, ..end))
}

/// The span in Latin letters. It contains no brace.
fn latin(run: &str) -> String {
    deunicode::deunicode_with_tofu(run, UNKNOWN).replace('{', "(").replace('}', ")")
}

/// Describes each span that is changed: `"мао" is written as "mao"`.
pub(super) fn transliterated(words: &str) -> Vec<String> {
    let composed = composed(words);
    let (mut rest, mut found) = (&*composed, Vec::new());
    while let Some(at) = rest.find(is_foreign) {
        let (_, others) = split(rest, at);
        let run = foreign_run(others);
        let latin = latin(run);
        found.push(match latin.trim() {
            "" => format!("\"{run}\" is left out"),
            latin => format!("\"{run}\" is written as \"{latin}\""),
        });
        rest = slice(others, run.len()..);
    }
    found
}

/// The command for a character or for the accent on its letter, if there is one.
fn spelling(c: char) -> Option<Spelling> {
    if let Some(command) = command(c) {
        return Some(Spelling::Command(command));
    }
    let (mut base, mut mark, mut others) = (None, None, false);
    decompose_canonical(c, |part| match (base, mark) {
        (None, _) => base = Some(part),
        (_, None) => mark = Some(part),
        _ => others = true,
    });
    match (base.filter(char::is_ascii_alphabetic), mark.and_then(accent)) {
        (Some(base), Some(accent)) if !others => Some(Spelling::Accent(base, accent)),
        _ => None,
    }
}

fn accent(mark: char) -> Option<&'static str> {
    Some(match mark {
        '\u{300}' => "`",
        '\u{301}' => "'",
        '\u{302}' => "^",
        '\u{303}' => "~",
        '\u{304}' => "=",
        '\u{306}' => "u",
        '\u{307}' => ".",
        '\u{308}' => "\"",
        '\u{30a}' => "r",
        '\u{30b}' => "H",
        '\u{30c}' => "v",
        '\u{323}' => "d",
        '\u{327}' => "c",
        '\u{328}' => "k",
        _ => return None,
    })
}

/// Commands of plain LaTeX and of the encoding T1.
fn command(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => r"{\ss}",
        'æ' => r"{\ae}",
        'Æ' => r"{\AE}",
        'œ' => r"{\oe}",
        'Œ' => r"{\OE}",
        'ø' => r"{\o}",
        'Ø' => r"{\O}",
        'ł' => r"{\l}",
        'Ł' => r"{\L}",
        'ı' => r"{\i}",
        'ð' => r"{\dh}",
        'Ð' => r"{\DH}",
        'þ' => r"{\th}",
        'Þ' => r"{\TH}",
        'đ' => r"{\dj}",
        'Đ' => r"{\DJ}",
        '–' => "--",
        '—' => "---",
        '“' => "``",
        '”' => "''",
        '‘' => "`",
        '’' => "'",
        '«' => r"{\guillemotleft}",
        '»' => r"{\guillemotright}",
        '¿' => "?`",
        '¡' => "!`",
        '§' => r"{\S}",
        '¶' => r"{\P}",
        '£' => r"{\pounds}",
        '©' => r"{\copyright}",
        '…' => "...",
        '\u{a0}' => "~",
        _ => return None,
    })
}
