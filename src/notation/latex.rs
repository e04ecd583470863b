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
            // `"` itself is a command under babel, and `\textquotedbl` an error in the encoding OT1. This is a straight
            // mark in T1 and a curly one elsewhere.
            '"' => Some(r"\symbol{34}"),
            '\'' => Some(r"\textquotesingle{}"),
            '`' => Some(r"\textasciigrave{}"),
            '\u{a0}' => Some("~"),
            // Fonts make a dash of `--` and quotation marks of `,,`, `<<` and `>>`; in LuaTeX even of `-{}-`.
            '-' if before.ends_with('-') => Some(r"\/-"),
            ',' if before.ends_with(',') => Some(r"\/,"),
            // Behind an `\item` or `\\` it would open an option.
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
                // All else in an address means itself to TeX. hyperref reads `\%` as `%` even in an argument, in which a
                // bare one has become a comment already.
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
