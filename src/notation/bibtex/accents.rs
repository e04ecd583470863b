//! ASCII for old BibTeX: accents as commands, other characters in Latin letters.

use std::fmt::{self, Write};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::decompose_canonical;

use super::specials::write_special;
use crate::slice::{slice, split};

/// How one or more characters are written.
#[derive(Debug, PartialEq, Eq)]
enum Spelling {
    /// A command that prints the character itself.
    Command(&'static str),
    /// A letter and the command for the accent on it.
    Accent(char, &'static str),
    /// No command prints it.
    None,
}

/// Text outside ASCII, with each accent combined with its letter.
pub(super) fn composed(words: &str) -> String {
    words.nfc().collect()
}

/// Writes the part outside ASCII at the start of these words. Returns its length and the last character written.
pub(super) fn write(
    words: &str,
    before: Option<char>,
    out: &mut dyn Write,
) -> Result<(usize, Option<char>), fmt::Error> {
    let Some(c) = words.chars().next() else { return Ok((0, before)) };
    let spelled = match spelling(c) {
        Spelling::Command(command) => {
            // `-–` must not become `—`.
            out.write_str(if before.is_some_and(|before| command.starts_with(before)) { "{}" } else { "" })?;
            out.write_str(command)?;
            command.chars().next_back()
        }
        Spelling::Accent(base, accent) => {
            write!(out, "{{\\{accent}{{{base}}}}}")?;
            Some(c)
        }
        Spelling::None => {
            let run = foreign_run(words);
            let latin = latin(run);
            write_plainly(&latin, before, out)?;
            return Ok((run.len(), latin.chars().next_back().or(before)));
        }
    };
    Ok((c.len_utf8(), spelled))
}

/// The span that can only be transliterated.
fn foreign_run(words: &str) -> &str {
    let end = words.char_indices().find(|&(_, c)| c.is_ascii() || spelling(c) != Spelling::None);
    end.map_or(words, |(end, _)| slice(words, ..end))
}

/// The span in Latin letters. It contains no brace.
fn latin(run: &str) -> String {
    deunicode::deunicode(run).replace('{', "(").replace('}', ")")
}

/// Writes words that contain no brace.
fn write_plainly(words: &str, mut before: Option<char>, out: &mut dyn Write) -> fmt::Result {
    for c in words.chars() {
        write_special(c, before, true, out)?;
        before = Some(c);
    }
    Ok(())
}

/// Describes each span that is changed: `"мао" is written as "mao"`.
pub(super) fn transliterated(words: &str) -> Vec<String> {
    let composed = composed(words);
    let (mut rest, mut found) = (composed.as_str(), Vec::new());
    while let Some(at) = rest.find(|c: char| !c.is_ascii() && spelling(c) == Spelling::None) {
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

fn spelling(c: char) -> Spelling {
    if let Some(command) = command(c) {
        return Spelling::Command(command);
    }
    let (mut base, mut mark, mut others) = (None, None, false);
    decompose_canonical(c, |part| match (base, mark) {
        (None, _) => base = Some(part),
        (_, None) => mark = Some(part),
        _ => others = true,
    });
    match (base.filter(char::is_ascii_alphabetic), mark.and_then(accent)) {
        (Some(base), Some(accent)) if !others => Spelling::Accent(base, accent),
        _ => Spelling::None,
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
