//! A sentence with marks over parts of it.

use std::borrow::Cow;
use std::fmt::{self, Write};
use std::ops::Range;

use super::link::{may_lead_to, web_address};
use super::{MarkedSpan, PieceContext};
use crate::slice::{slice, sublist};

/// A sentence, and which spans of it are emphasized or linked.
///
/// One flat string with marks over ranges, not a tree: plain text is a borrow, and a citation costs few allocations.
///
/// ```
/// use prefercite::citation::{Mark, Text};
///
/// let mut text = Text::new();
/// text.push_str("In ");
/// text.marked(Mark::Emphasis, |text| text.push_str("Letters of Henry Adams"));
/// text.push_str(".");
/// assert_eq!(text.as_str(), "In Letters of Henry Adams.");
/// assert_eq!(text.render(&prefercite::notation::Html::new()), "In <i>Letters of Henry Adams</i>.");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Text {
    string: String,
    /// In the order in which they open; one that lies within another comes after it.
    spans: Vec<Span>,
    /// Marks are not kept: somebody only wants the words.
    plain: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Span {
    start: usize,
    end: usize,
    kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Kind {
    Emphasis,
    SmallCapitals,
    /// To the address that the span itself is.
    Address,
    Link(Box<str>),
}

impl Kind {
    fn is_link(&self) -> bool {
        matches!(self, Kind::Address | Kind::Link(_))
    }
}

/// What a span of a [`Text`] is.
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
    /// Set in italics, as titles of works are.
    Emphasis,
    /// Set in small capitals.
    SmallCapitals,
    /// Leads to this target. Only http, https, doi and mailto targets are ever linked; of another the words stay.
    Link(&'a str),
}

/// A part of a [`Text`], as [`Text::pieces`] gives them.
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
    /// The address that a link leads to, in the ASCII characters of an address; none for other marks, and none for a
    /// link that may not be followed. A DOI is looked up at doi.org.
    ///
    /// Every notation asks here, so that no caller can have it write another target.
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

/// How a sentence is written: HTML, Markdown, LaTeX …
///
/// # For implementors
///
/// Three methods, each told where its piece stands. `text` escapes everything that the notation gives meaning to: the
/// words are data, and may hold anything but what a document refuses; a style by a stranger may yield even that.
///
/// ```
/// use prefercite::citation::{Mark, Markup, PieceContext, Text};
/// use std::fmt::{self, Write};
///
/// /// As a wiki has it.
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
pub trait Markup: Send + Sync {
    /// Writes words that mean nothing but themselves.
    ///
    /// # Errors
    ///
    /// As `out` fails.
    fn text(&self, text: &str, place: PieceContext, out: &mut dyn Write) -> fmt::Result;
    /// Begins a mark.
    ///
    /// # Errors
    ///
    /// As `out` fails.
    fn open(&self, mark: Mark<'_>, place: PieceContext, out: &mut dyn Write) -> fmt::Result;
    /// Ends a mark.
    ///
    /// # Errors
    ///
    /// As `out` fails.
    fn close(&self, mark: Mark<'_>, place: PieceContext, out: &mut dyn Write) -> fmt::Result;
}

impl Text {
    /// A text of nothing.
    pub const fn new() -> Self {
        Text { string: String::new(), spans: Vec::new(), plain: false }
    }

    /// A text of nothing with room for so many bytes.
    pub fn with_capacity(bytes: usize) -> Self {
        Text { string: String::with_capacity(bytes), spans: Vec::new(), plain: false }
    }

    /// Adds to a string what `write` adds to a text, without the marks: nothing is allocated where the string has the room.
    pub(crate) fn write_plain(words: &mut String, write: impl FnOnce(&mut Self)) {
        let mut text = Text { string: std::mem::take(words), spans: Vec::new(), plain: true };
        write(&mut text);
        *words = text.string;
    }

    /// The plain words.
    pub fn as_str(&self) -> &str {
        &self.string
    }

    /// The plain words, and nothing of the marks.
    pub fn into_string(self) -> String {
        self.string
    }

    /// Whether it has no words.
    pub fn is_empty(&self) -> bool {
        self.string.is_empty()
    }

    /// Takes the words away and keeps the room, for the next text.
    pub fn clear(&mut self) {
        self.string.clear();
        self.spans.clear();
    }

    /// Takes away everything behind so many bytes, marks and all; nothing where that is not between two characters.
    ///
    /// ```
    /// use prefercite::citation::{Mark, Text};
    ///
    /// let mut text = Text::new();
    /// text.marked(Mark::Emphasis, |text| text.push_str("Letters of Henry Adams"));
    /// text.truncate("Letters".len());
    /// assert_eq!(text.render(&prefercite::notation::Html::new()), "<i>Letters</i>");
    /// ```
    pub fn truncate(&mut self, bytes: usize) {
        if self.string.is_char_boundary(bytes) {
            self.string.truncate(bytes);
            let end = self.string.len();
            self.spans.retain_mut(|span| {
                span.end = span.end.min(end);
                span.start < end
            });
        }
    }

    /// Puts other words in the place of these bytes; the marks stay on the words that they are on.
    pub(crate) fn replace(&mut self, bytes: Range<usize>, words: &str) {
        if self.string.get(bytes.clone()).is_none() {
            return;
        }
        self.string.replace_range(bytes.clone(), words);
        let moved = |at: usize| if at >= bytes.end { at - bytes.len() + words.len() } else { at };
        for span in &mut self.spans {
            (span.start, span.end) = (moved(span.start), moved(span.end));
        }
    }

    /// Adds words without a mark of their own.
    pub fn push_str(&mut self, words: &str) {
        self.string.push_str(words);
    }

    /// Adds a character without a mark of its own.
    pub fn push(&mut self, character: char) {
        self.string.push(character);
    }

    /// Adds what `write` adds, under a mark.
    ///
    /// ```
    /// use prefercite::citation::{Mark, Text};
    /// use prefercite::notation::Html;
    ///
    /// let mut text = Text::new();
    /// text.marked(Mark::Link("https://example.org/45"), |text| {
    ///     text.push_str("in ");
    ///     text.marked(Mark::Emphasis, |text| text.push_str("Fond 45")); // one within the other
    /// });
    /// assert_eq!(text.render(&Html::new()), "<a href=\"https://example.org/45\">in <i>Fond 45</i></a>");
    /// ```
    pub fn marked<T>(&mut self, mark: Mark<'_>, write: impl FnOnce(&mut Self) -> T) -> T {
        let kind = match mark {
            _ if self.plain => None,
            Mark::Emphasis => Some(Kind::Emphasis),
            Mark::SmallCapitals => Some(Kind::SmallCapitals),
            Mark::Link(target) => may_lead_to(target).then(|| Kind::Link(target.into())),
        };
        self.span(kind, write)
    }

    /// Adds an address that is its own link, without a copy of it.
    ///
    /// ```
    /// use prefercite::Text;
    /// use prefercite::notation::Html;
    ///
    /// let mut text = Text::new();
    /// text.push_address(format_args!("https://example.org/document/{}", 112667));
    /// let address = "https://example.org/document/112667";
    /// assert_eq!(text.render(&Html::new()), format!("<a href=\"{address}\">{address}</a>"));
    /// ```
    pub fn push_address(&mut self, address: impl fmt::Display) {
        let start = self.string.len();
        // Writing to a `String` never fails.
        _ = write!(self.string, "{address}");
        let leads = may_lead_to(slice(&self.string, start..));
        if leads && !self.plain {
            self.spans.push(Span { start, end: self.string.len(), kind: Kind::Address });
        }
    }

    /// Adds another text with its marks.
    ///
    /// ```
    /// use prefercite::citation::{Mark, Text};
    ///
    /// let mut title = Text::new();
    /// title.marked(Mark::Emphasis, |text| text.push_str("Works"));
    /// let mut note = Text::from("See also ");
    /// note.push_text(&title);
    /// assert_eq!(note.render(&prefercite::notation::Html::new()), "See also <i>Works</i>");
    /// ```
    pub fn push_text(&mut self, other: &Text) {
        let shift = self.string.len();
        self.string.push_str(&other.string);
        let shifted = other.spans.iter().cloned();
        self.spans.extend(shifted.map(|span| Span { start: span.start + shift, end: span.end + shift, ..span }));
    }

    fn span<T>(&mut self, kind: Option<Kind>, write: impl FnOnce(&mut Self) -> T) -> T {
        let (start, index) = (self.string.len(), self.spans.len());
        let marks = kind.is_some();
        if let Some(kind) = kind {
            self.spans.push(Span { start, end: start, kind });
        }
        let value = write(self);
        if marks {
            if self.string.len() <= start {
                self.spans.truncate(index); // nothing was written: nothing is marked
            } else if let Some(span) = self.spans.get_mut(index) {
                span.end = self.string.len();
            }
        }
        value
    }

    /// The text in its parts: words, and where marks begin and end, always one within the other. A link within a link is
    /// its words.
    ///
    /// ```
    /// use prefercite::citation::{Mark, Piece};
    /// use prefercite::{Cite, Document, style::Chicago};
    ///
    /// let map = r#"{ "id": "m", "kind": "map", "title": { "text": "Korea", "form": "work" } }"#;
    /// let map: Document = serde_json::from_str(map)?;
    /// let text = Chicago::EIGHTEENTH.note().text(&Cite::new(&map));
    /// let mut words = String::new();
    /// for piece in text.pieces() {
    ///     words.push_str(match piece {
    ///         Piece::Text(words) => words,
    ///         Piece::Open(Mark::Emphasis) | Piece::Close(Mark::Emphasis) => "_",
    ///         _ => "",
    ///     });
    /// }
    /// assert_eq!(words, "_Korea_, map.");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        Pieces::new(self)
    }

    /// The spans that stand under a mark, each with it, in the order in which they begin.
    ///
    /// ```
    /// use prefercite::citation::Mark;
    /// use prefercite::{Cite, Document, style::Chicago};
    ///
    /// let report: Document = serde_json::from_str(
    ///     r#"{ "id": "r", "title": "A report", "surrogates": [{ "url": "https://example.org/r" }] }"#,
    /// )?;
    /// let text = Chicago::EIGHTEENTH.note().text(&Cite::new(&report));
    /// let links = text.marked_spans().filter(|(mark, _)| matches!(mark, Mark::Link(_)));
    /// assert_eq!(links.map(|(_, words)| words).collect::<Vec<_>>(), ["https://example.org/r"]);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn marked_spans(&self) -> impl Iterator<Item = (Mark<'_>, &str)> {
        self.spans.iter().map(|span| (self.mark(span), slice(&self.string, span.start..span.end)))
    }

    fn mark<'t>(&'t self, span: &'t Span) -> Mark<'t> {
        match &span.kind {
            Kind::Emphasis => Mark::Emphasis,
            Kind::SmallCapitals => Mark::SmallCapitals,
            Kind::Address => Mark::Link(slice(&self.string, span.start..span.end)),
            Kind::Link(target) => Mark::Link(target),
        }
    }

    /// Writes the text in a notation.
    ///
    /// # Errors
    ///
    /// Only those of `out`; a `String` has none.
    ///
    /// ```
    /// use prefercite::Text;
    /// use prefercite::notation::Html;
    ///
    /// let mut page = String::from("<li>");
    /// Text::from("Chou & Mao").render_to(&Html::new(), &mut page)?;
    /// assert_eq!(page, "<li>Chou &amp; Mao");
    /// # Ok::<(), std::fmt::Error>(())
    /// ```
    pub fn render_to(&self, markup: &dyn Markup, out: &mut dyn Write) -> fmt::Result {
        let mut pieces = Pieces::new(self);
        while let Some((piece, span)) = pieces.step() {
            let place = pieces.place(piece, span);
            match piece {
                Piece::Text(words) => markup.text(words, place, out)?,
                Piece::Open(mark) => markup.open(mark, place, out)?,
                Piece::Close(mark) => markup.close(mark, place, out)?,
            }
        }
        Ok(())
    }

    /// The text in a notation, as a string.
    pub fn render(&self, markup: &dyn Markup) -> String {
        let mut out = String::with_capacity(self.string.len() + 16 * self.spans.len());
        // Writing to a `String` never fails.
        let _ = self.render_to(markup, &mut out);
        out
    }
}

struct Pieces<'t> {
    text: &'t Text,
    at: usize,
    /// The span that opens next.
    next: usize,
    open: Vec<&'t Span>,
}

impl<'t> Pieces<'t> {
    fn new(text: &'t Text) -> Self {
        Pieces { text, at: 0, next: 0, open: Vec::new() }
    }

    /// The next piece, and the span that begins or ends with it.
    fn step(&mut self) -> Option<(Piece<'t>, Option<&'t Span>)> {
        // `<=`: a closure may put another text in the place of the one that it is to mark, whose own spans end earlier.
        if let Some(span) = self.open.pop_if(|span| span.end <= self.at) {
            return Some((Piece::Close(self.text.mark(span)), Some(span)));
        }
        let linked = self.open.iter().find(|span| span.kind.is_link()).map_or(0, |link| link.end);
        let rest = sublist(&self.text.spans, self.next..);
        self.next += rest.iter().take_while(|span| span.kind.is_link() && span.start < linked).count();
        let next = self.text.spans.get(self.next);
        if let Some(span) = next.filter(|span| span.start == self.at) {
            self.next += 1;
            self.open.push(span);
            return Some((Piece::Open(self.text.mark(span)), Some(span)));
        }
        let whole = self.text.string.len();
        let end = next.map_or(whole, |span| span.start).min(self.open.last().map_or(whole, |span| span.end));
        let words = Some(slice(&self.text.string, self.at..end)).filter(|words| !words.is_empty())?;
        self.at = end;
        Some((Piece::Text(words), None))
    }

    /// Where the piece stands that was taken last.
    fn place(&self, piece: Piece<'t>, span: Option<&Span>) -> PieceContext {
        let before = |at| slice(&self.text.string, ..at).chars().next_back();
        let after = |at: usize| slice(&self.text.string, at..).chars().next();
        let start = self.at - if let Piece::Text(words) = piece { words.len() } else { 0 };
        let mut around = self.open.iter().filter(|open| !span.is_some_and(|span| std::ptr::eq(span, **open)));
        let emphasized = around.clone().any(|open| open.kind == Kind::Emphasis);
        let linked = around.any(|open| open.kind.is_link());
        let span = span.map(|span| MarkedSpan {
            before: before(span.start),
            first: after(span.start),
            last: before(span.end),
            after: after(span.end),
        });
        PieceContext { before: before(start), after: after(self.at), emphasized, linked, span }
    }
}

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        self.step().map(|(piece, _)| piece)
    }
}

impl Write for Text {
    fn write_str(&mut self, words: &str) -> fmt::Result {
        self.push_str(words);
        Ok(())
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.string)
    }
}

impl From<String> for Text {
    fn from(string: String) -> Self {
        Text { string, spans: Vec::new(), plain: false }
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        Text::from(words.to_owned())
    }
}

#[cfg(test)]
mod tests;
