//! The marks of a sentence, and how a notation writes them.

use std::borrow::Cow;
use std::fmt::{self, Write};

use super::PieceContext;
use super::link::web_address;

/// A mark over a span of a [`Text`](super::Text).
///
/// ```
/// use prefercite::citation::{Mark, Text};
/// use prefercite::notation::Markdown;
///
/// let mut text = Text::new();
/// text.marked(Mark::Emphasis, |text| text.push_str("Foreign Relations"));
/// text.push_str(", ");
/// text.marked(Mark::Link("https://example.org/190"), |text| text.push_str("doc. 190"));
/// assert_eq!(text.render(&Markdown::new()), "*Foreign Relations*, [doc. 190](<https://example.org/190>)");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Mark<'a> {
    /// Italics, as for titles of works.
    #[doc(alias = "italic")]
    Emphasis,
    /// Small capitals.
    SmallCapitals,
    /// A link to this target. Only http, https, doi and mailto targets are linked. For any other target, only the
    /// words remain.
    #[doc(alias = "hyperlink")]
    #[doc(alias = "url")]
    Link(&'a str),
}

/// A part of a [`Text`](super::Text), from [`Text::pieces`](super::Text::pieces).
///
/// ```
/// use prefercite::citation::{Mark, Piece, Text};
///
/// let mut text = Text::from("In ");
/// text.marked(Mark::Emphasis, |text| text.push_str("Letters"));
/// let pieces: Vec<Piece> = text.pieces().collect();
/// assert_eq!(pieces[..2], [Piece::Text("In "), Piece::Open(Mark::Emphasis)]);
/// assert_eq!(pieces[2..], [Piece::Text("Letters"), Piece::Close(Mark::Emphasis)]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Piece<'a> {
    /// A mark begins.
    Open(Mark<'a>),
    /// Words.
    Text(&'a str),
    /// A mark ends.
    Close(Mark<'a>),
}

impl<'a> Mark<'a> {
    /// The address of a link, in ASCII. Returns `None` for other marks, and for a target that is not allowed. A DOI
    /// becomes an address of doi.org.
    ///
    /// Every notation calls this method, so that it cannot write any other target.
    ///
    /// ```
    /// use prefercite::citation::Mark;
    ///
    /// assert_eq!(Mark::Link("doi:10.1000/182").href().as_deref(), Some("https://doi.org/10.1000/182"));
    /// assert_eq!(Mark::Link("javascript:alert(1)").href(), None);
    /// ```
    pub fn href(self) -> Option<Cow<'a, str>> {
        if let Mark::Link(target) = self { web_address(target) } else { None }
    }
}

/// A notation for sentences: HTML, Markdown, LaTeX …
///
/// # For implementors
///
/// Three methods are required. Each receives the context of its piece. `text` must escape every character that has a
/// meaning in the notation, because the words are data and may contain anything.
///
/// ```
/// use prefercite::citation::{Mark, Markup, PieceContext, Text};
/// use std::fmt::{self, Write};
///
/// /// The notation of a wiki.
/// #[derive(Debug)]
/// struct Wiki;
///
/// impl Markup for Wiki {
///     fn text(&self, text: &str, _: PieceContext, out: &mut dyn Write) -> fmt::Result {
///         out.write_str(&text.replace('\'', "&#39;"))
///     }
///
///     fn open(&self, mark: Mark<'_>, _: PieceContext, out: &mut dyn Write) -> fmt::Result {
///         out.write_str(if mark == Mark::Emphasis { "''" } else { "" })
///     }
///
///     fn close(&self, mark: Mark<'_>, place: PieceContext, out: &mut dyn Write) -> fmt::Result {
///         self.open(mark, place, out)
///     }
/// }
///
/// let mut text = Text::from("In ");
/// text.marked(Mark::Emphasis, |text| text.push_str("Mao's Letters"));
/// assert_eq!(text.render(&Wiki), "In ''Mao&#39;s Letters''");
/// ```
pub trait Markup: fmt::Debug + Send + Sync {
    /// The media type of a file in this notation. The provided method returns `text/plain`.
    ///
    /// ```
    /// use prefercite::citation::Markup;
    /// use prefercite::notation::{Html, Markdown};
    ///
    /// assert_eq!((Html::new().media_type(), Html::new().extension()), ("text/html", "html"));
    /// assert_eq!((Markdown::new().media_type(), Markdown::new().extension()), ("text/markdown", "md"));
    /// ```
    fn media_type(&self) -> &'static str {
        "text/plain"
    }

    /// The file extension for this notation, without the period. The provided method returns `txt`.
    fn extension(&self) -> &'static str {
        "txt"
    }

    /// Writes words, escaped.
    ///
    /// # Errors
    ///
    /// Returns the errors of `out`.
    fn text(&self, text: &str, place: PieceContext, out: &mut dyn Write) -> fmt::Result;
    /// Begins a mark.
    ///
    /// # Errors
    ///
    /// Returns the errors of `out`.
    fn open(&self, mark: Mark<'_>, place: PieceContext, out: &mut dyn Write) -> fmt::Result;
    /// Ends a mark.
    ///
    /// # Errors
    ///
    /// Returns the errors of `out`.
    fn close(&self, mark: Mark<'_>, place: PieceContext, out: &mut dyn Write) -> fmt::Result;
}
