//! LaTeX.

use std::fmt::{self, Write};

use super::{in_one_line, write_spelled};
use crate::citation::{Mark, Markup, PieceContext};

/// LaTeX, for the text of a paragraph or an argument: `\emph`, `\textsc`, and `\href` of the package hyperref.
///
/// ```
/// use prefercite::citation::{Mark, Text};
/// use prefercite::notation::Latex;
///
/// let mut text = Text::from("50% -- ");
/// text.marked(Mark::Emphasis, |text| text.push_str("Time & Tide"));
/// assert_eq!(text.render(&Latex::new()), r"50\% -\/- \emph{Time \& Tide}");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Latex;

impl Latex {
    /// The notation with its defaults.
    pub const fn new() -> Self {
        Latex
    }
}

impl Markup for Latex {
    fn media_type(&self) -> &'static str {
        "text/x-tex"
    }

    fn extension(&self) -> &'static str {
        "tex"
    }

    fn text(&self, text: &str, place: PieceContext, out: &mut dyn Write) -> fmt::Result {
        let words = in_one_line(text);
        let indent = words.len() - words.trim_start_matches(' ').len();
        let starts = |before: &str| place.before.is_none() && before.len() == indent;
        write_spelled(&words, out, |before, c, _| match c {
            '\\' => Some(r"\textbackslash{}"),
            '{' => Some(r"\{"),
            '}' => Some(r"\}"),
            '$' => Some(r"\$"),
            '&' => Some(r"\&"),
            '#' => Some(r"\#"),
            '%' => Some(r"\%"),
            '_' => Some(r"\_"),
            '^' => Some(r"\textasciicircum{}"),
            '~' => Some(r"\textasciitilde{}"),
            '<' => Some(if before.ends_with('<') { r"\/\textless{}" } else { r"\textless{}" }),
            '>' => Some(if before.ends_with('>') { r"\/\textgreater{}" } else { r"\textgreater{}" }),
            '|' => Some(r"\textbar{}"),
            // `"` itself is a command in babel, and `\textquotedbl` is an error in the encoding OT1. `\symbol{34}`
            // prints a straight mark in T1 and a curly one elsewhere.
            '"' => Some(r"\symbol{34}"),
            '\'' => Some(r"\textquotesingle{}"),
            '`' => Some(r"\textasciigrave{}"),
            '\u{a0}' => Some("~"),
            // Fonts turn `--` into a dash, and `,,`, `<<` and `>>` into quotation marks; LuaTeX does so even with
            // `-{}-`.
            '-' if before.ends_with('-') => Some(r"\/-"),
            ',' if before.ends_with(',') => Some(r"\/,"),
            // After `\item` or `\\` it would start an optional argument.
            '[' if starts(before) => Some("{[}"),
            _ => None,
        })
    }

    fn open(&self, mark: Mark<'_>, _: PieceContext, out: &mut dyn Write) -> fmt::Result {
        match mark {
            Mark::Emphasis => out.write_str(r"\emph{"),
            Mark::SmallCapitals => out.write_str(r"\textsc{"),
            Mark::Link(_) => {
                let Some(href) = mark.href() else { return Ok(()) };
                out.write_str(r"\href{")?;
                // All other characters of a URL are literal in TeX. hyperref reads `\%` as `%` even in an argument,
                // where a bare `%` has already started a comment.
                write_spelled(&href, out, |_, c, _| match c {
                    '%' => Some(r"\%"),
                    '#' => Some(r"\#"),
                    '&' => Some(r"\&"),
                    '_' => Some(r"\_"),
                    '$' => Some(r"\%24"),
                    '~' => Some(r"\%7E"),
                    _ => None,
                })?;
                out.write_str("}{")
            }
        }
    }

    fn close(&self, mark: Mark<'_>, _: PieceContext, out: &mut dyn Write) -> fmt::Result {
        match mark {
            Mark::Emphasis | Mark::SmallCapitals => out.write_char('}'),
            Mark::Link(_) if mark.href().is_some() => out.write_char('}'),
            Mark::Link(_) => Ok(()),
        }
    }
}
