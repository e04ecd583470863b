//! Typst.

use std::fmt::{self, Write};

use super::{in_one_line, write_backslashed};
use crate::citation::{Mark, Markup, PieceContext};

/// Typst markup: `#emph`, `#smallcaps`, `#link`.
///
/// ```
/// use prefercite::citation::{Mark, Text};
/// use prefercite::notation::Typst;
///
/// let mut text = Text::from("No. #4 in ");
/// text.marked(Mark::Emphasis, |text| text.push_str("Time & Tide"));
/// assert_eq!(text.render(&Typst::new()), r"No. \#4 in #emph[Time & Tide];");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Typst;

impl Typst {
    /// The notation with its defaults.
    pub const fn new() -> Self {
        Typst
    }
}

impl Markup for Typst {
    fn media_type(&self) -> &'static str {
        "text/vnd.typst"
    }

    fn extension(&self) -> &'static str {
        "typ"
    }

    fn text(&self, text: &str, _: PieceContext, out: &mut dyn Write) -> fmt::Result {
        let words = in_one_line(text);
        let indent = words.len() - words.trim_start_matches(' ').len();
        write_backslashed(&words, out, |before, c, after| {
            special(before, c, after) || before.get(indent..).is_some_and(|before| begins_block(before, c, after))
        })
    }

    fn open(&self, mark: Mark<'_>, _: PieceContext, out: &mut dyn Write) -> fmt::Result {
        match mark {
            Mark::Emphasis => out.write_str("#emph["),
            Mark::SmallCapitals => out.write_str("#smallcaps["),
            Mark::Link(_) => {
                let Some(href) = mark.href() else { return Ok(()) };
                // No character of a URL has a meaning in a Typst string.
                write!(out, "#link(\"{href}\")[")
            }
        }
    }

    /// Without the semicolon, a `(`, `[` or `.` after the mark would continue its expression.
    fn close(&self, mark: Mark<'_>, _: PieceContext, out: &mut dyn Write) -> fmt::Result {
        match mark {
            Mark::Emphasis | Mark::SmallCapitals => out.write_str("];"),
            Mark::Link(_) if mark.href().is_some() => out.write_str("];"),
            Mark::Link(_) => Ok(()),
        }
    }
}

/// According to the lexer of Typst (`typst-syntax`, `lexer.rs`, `fn markup`).
fn special(before: &str, c: char, after: &str) -> bool {
    let next = after.chars().next();
    match c {
        '\\' | '#' | '$' | '*' | '_' | '`' | '<' | '@' | '[' | ']' | '~' | '"' | '\'' => true,
        // `//` starts a comment, and `https://` would become a link.
        '/' if next == Some('/') => true,
        // Inside a word, a hyphen before a digit is not a minus sign.
        '-' if next.is_some_and(char::is_numeric) => !before.ends_with(char::is_alphanumeric),
        '-' if matches!(next, Some('-' | '?')) => true,
        '.' if after.starts_with("..") => true,
        _ => false,
    }
}

/// A heading or a list item, which may also begin inside the brackets of a mark.
fn begins_block(before: &str, c: char, after: &str) -> bool {
    match c {
        '=' | '+' | '-' | '/' => before.is_empty(),
        '.' if after.is_empty() || after.starts_with(char::is_whitespace) => {
            // A number starts a list item if it fits in 64 bits.
            (1..=20).contains(&before.len()) && before.bytes().all(|byte| byte.is_ascii_digit())
        }
        _ => false,
    }
}
