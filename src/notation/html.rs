//! HTML.

use std::fmt::{self, Write};

use super::in_one_line;
use crate::bytes::{self, Eight};
use crate::citation::{Mark, Markup, PieceContext};
use crate::slice::slice;

/// HTML for the content of an element: `<i>`, `<span>` in small capitals, `<a>`.
///
/// ```
/// use prefercite::citation::{Mark, Text};
/// use prefercite::notation::Html;
///
/// let mut text = Text::from("<Untitled>, in ");
/// text.marked(Mark::Emphasis, |text| text.push_str("Time & Tide"));
/// assert_eq!(text.render(&Html::new()), "&lt;Untitled&gt;, in <i>Time &amp; Tide</i>");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Html;

impl Html {
    /// The notation with its defaults.
    pub const fn new() -> Self {
        Html
    }
}

impl Markup for Html {
    fn media_type(&self) -> &'static str {
        "text/html"
    }

    fn extension(&self) -> &'static str {
        "html"
    }

    fn text(&self, text: &str, _: PieceContext, out: &mut dyn Write) -> fmt::Result {
        escape(&in_one_line(text), out)
    }

    fn open(&self, mark: Mark<'_>, _: PieceContext, out: &mut dyn Write) -> fmt::Result {
        match mark {
            Mark::Emphasis => out.write_str("<i>"),
            Mark::SmallCapitals => out.write_str(SMALL_CAPITALS),
            Mark::Link(_) => {
                let Some(href) = mark.href() else { return Ok(()) };
                out.write_str("<a href=\"")?;
                escape(&href, out)?;
                out.write_str("\">")
            }
        }
    }

    fn close(&self, mark: Mark<'_>, _: PieceContext, out: &mut dyn Write) -> fmt::Result {
        match mark {
            Mark::Emphasis => out.write_str("</i>"),
            Mark::SmallCapitals => out.write_str("</span>"),
            Mark::Link(_) if mark.href().is_some() => out.write_str("</a>"),
            Mark::Link(_) => Ok(()),
        }
    }
}

pub(super) const SMALL_CAPITALS: &str = r#"<span style="font-variant: small-caps">"#;

/// For text and for attributes.
pub(super) fn escape(words: &str, out: &mut dyn Write) -> fmt::Result {
    let may_be = |eight: Eight| eight.is(b'&') | eight.is(b'<') | eight.is(b'>') | eight.is(b'"') | eight.is(b'\'');
    let mut rest = words;
    while let Some(at) = bytes::find(rest.as_bytes(), may_be, |at| entity(rest, at).is_some()) {
        out.write_str(slice(rest, ..at))?;
        out.write_str(entity(rest, at).unwrap_or_default())?;
        rest = slice(rest, at + 1..);
    }
    out.write_str(rest)
}

/// The spelling of the character at this byte, if it has a meaning in HTML.
fn entity(words: &str, at: usize) -> Option<&'static str> {
    match words.as_bytes().get(at)? {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        b'\'' => Some("&#39;"),
        _ => None,
    }
}
