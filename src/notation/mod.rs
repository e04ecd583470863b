//! How a citation is written. Each notation escapes all text for itself, in one file, and makes no other decisions.
//!
//! Notations for sentences implement [`Markup`](crate::citation::Markup), and [`named`] finds them by name. Notations for records implement
//! [`Syntax`](crate::citation::Syntax); a [`Record`](crate::Record) has its own.

pub(crate) mod bibtex;
mod braces;
mod coins;
mod flat;
pub(crate) mod hayagriva;
mod html;
mod json;
mod json_ld;
mod latex;
mod markdown;
mod meta;
mod named;
mod names;
mod plain;
pub(crate) mod ris;
mod typst;

use std::borrow::Cow;
use std::fmt::{self, Write};

use crate::bytes::{may_be_invisible, plain_start};
use crate::slice::slice;

pub use bibtex::BibtexSyntax;
pub use coins::CoinsSyntax;
pub use hayagriva::HayagrivaSyntax;
pub use html::Html;
pub use json::JsonSyntax;
pub use json_ld::JsonLdSyntax;
pub use latex::Latex;
pub use markdown::Markdown;
pub use meta::MetaSyntax;
pub use named::{NAMES, named};
pub(crate) use names::NameParts;
pub use plain::Plain;
pub use ris::RisSyntax;
pub use typst::Typst;

/// The words on one line and in their own order. Control characters and line breaks become spaces, and bidirectional
/// controls are removed, so that a title cannot reorder the sentence around it.
fn in_one_line(words: &str) -> Cow<'_, str> {
    // A shortcut: most words have no character that may be one of these.
    let may_be = |byte: u8, next: u8| (byte < b' ') | (byte == 0x7f) | may_be_invisible(byte, next);
    if plain_start(words.as_bytes(), may_be) == words.len() || !words.contains(|c| breaks_line(c) || turns(c)) {
        return Cow::Borrowed(words);
    }
    Cow::Owned(words.chars().filter(|&c| !turns(c)).map(|c| if breaks_line(c) { ' ' } else { c }).collect())
}

fn breaks_line(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Embeddings, overrides and isolates of the Unicode bidirectional algorithm.
fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Writes words, replacing the characters for which `spelled` returns a spelling. `spelled` receives the words before
/// a character, the character, and the words after it.
fn write_spelled(
    words: &str,
    out: &mut dyn Write,
    spelled: impl Fn(&str, char, &str) -> Option<&'static str>,
) -> fmt::Result {
    let mut plain_from = 0;
    for (at, c) in words.char_indices() {
        let end = at + c.len_utf8();
        let (before, after) = (slice(words, ..at), slice(words, end..));
        if let Some(spelling) = spelled(before, c, after) {
            out.write_str(slice(words, plain_from..at))?;
            out.write_str(spelling)?;
            plain_from = end;
        }
    }
    out.write_str(slice(words, plain_from..))
}

/// Writes words with a backslash before each character that is `special`, which has the arguments of
/// [`write_spelled`].
fn write_backslashed(words: &str, out: &mut dyn Write, special: impl Fn(&str, char, &str) -> bool) -> fmt::Result {
    let mut from = 0;
    for (at, c) in words.char_indices() {
        let after = slice(words, at + c.len_utf8()..);
        if special(slice(words, ..at), c, after) {
            out.write_str(slice(words, from..at))?;
            out.write_char('\\')?;
            from = at;
        }
    }
    out.write_str(slice(words, from..))
}
