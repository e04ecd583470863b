//! A sentence with marks over parts of it.

use std::borrow::Cow;
use std::fmt::{self, Write};
use std::ops::Range;

use super::link::{may_lead_to, web_address};
use super::{MarkedSpan, PieceContext};
use crate::slice::{slice, sublist};

/// A sentence with marks: emphasis, small capitals and links.
///
/// It is one string with marks over ranges, not a tree: plain text is a borrow, and a citation costs few allocations.
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
    /// In the order in which they open; an inner span comes after its outer one.
    spans: Vec<Span>,
    /// Marks are dropped: only the words are wanted.
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

/// A mark over a span of a [`Text`].
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
    /// A link to this target. Only http, https, doi and mailto targets are linked; of any other only the words remain.
    #[doc(alias = "hyperlink")]
    #[doc(alias = "url")]
    Link(&'a str),
}

/// A part of a [`Text`], from [`Text::pieces`].
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
    /// The address of a link, in ASCII; `None` for other marks, and for a target that is not allowed. A DOI becomes an address of
    /// doi.org.
    ///
    /// Every notation calls this, so that no other target can be written.
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
/// Three methods are required; each receives the context of its piece. `text` escapes every character that has a meaning in the
/// notation: the words are data and may contain anything.
///
/// ```
/// use prefercite::citation::{Mark, Markup, PieceContext, Text};
/// use std::fmt::{self, Write};
///
/// /// The notation of a wiki.
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

    /// The extension of the name of such a file, without the period. The provided method returns `txt`.
    fn extension(&self) -> &'static str {
        "txt"
    }

    /// Writes words, escaped.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    fn text(&self, text: &str, place: PieceContext, out: &mut dyn Write) -> fmt::Result;
    /// Begins a mark.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    fn open(&self, mark: Mark<'_>, place: PieceContext, out: &mut dyn Write) -> fmt::Result;
    /// Ends a mark.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    fn close(&self, mark: Mark<'_>, place: PieceContext, out: &mut dyn Write) -> fmt::Result;
}

impl Text {
    /// An empty text.
    pub const fn new() -> Self {
        Text { string: String::new(), spans: Vec::new(), plain: false }
    }

    /// An empty text with at least this capacity.
    pub fn with_capacity(bytes: usize) -> Self {
        Text { string: String::with_capacity(bytes), spans: Vec::new(), plain: false }
    }

    /// Appends to a string what `write` appends to a text, without the marks: allocates nothing if the string has the capacity.
    pub(crate) fn write_plain(words: &mut String, write: impl FnOnce(&mut Self)) {
        let mut text = Text { string: std::mem::take(words), spans: Vec::new(), plain: true };
        write(&mut text);
        *words = text.string;
    }

    /// The words, without the marks.
    pub fn as_str(&self) -> &str {
        &self.string
    }

    /// The words, without the marks.
    pub fn into_string(self) -> String {
        self.string
    }

    /// Whether the text is empty.
    pub fn is_empty(&self) -> bool {
        self.string.is_empty()
    }

    /// Clears the text and keeps its capacity.
    pub fn clear(&mut self) {
        self.string.clear();
        self.spans.clear();
    }

    /// Shortens the text to this many bytes, with its marks; does nothing if that is not a character boundary.
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

    /// Replaces these bytes by other words; the marks stay on their words.
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

    /// Puts a character before the one at this byte; a mark that ends there ends before it.
    pub(crate) fn insert(&mut self, at: usize, character: char) {
        if at >= self.string.len() {
            return self.string.push(character);
        }
        if self.string.is_char_boundary(at) {
            self.string.insert(at, character);
            for span in &mut self.spans {
                span.start += if span.start >= at { character.len_utf8() } else { 0 };
                span.end += if span.end > at { character.len_utf8() } else { 0 };
            }
        }
    }

    /// Makes the letter at this byte a capital, if it is in ASCII.
    pub(crate) fn raise(&mut self, at: usize) {
        if let Some(letter) = self.string.get_mut(at..=at) {
            letter.make_ascii_uppercase();
        }
    }

    /// Appends words without a mark.
    pub fn push_str(&mut self, words: &str) {
        self.string.push_str(words);
    }

    /// Appends a character without a mark.
    pub fn push(&mut self, character: char) {
        self.string.push(character);
    }

    /// Appends what `write` appends, under a mark.
    ///
    /// ```
    /// use prefercite::citation::{Mark, Text};
    /// use prefercite::notation::Html;
    ///
    /// let mut text = Text::new();
    /// text.marked(Mark::Link("https://example.org/45"), |text| {
    ///     text.push_str("in ");
    ///     text.marked(Mark::Emphasis, |text| text.push_str("Fond 45")); // nested
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

    /// Appends an address that links to itself, without a copy.
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
        self.mark_address(start);
    }

    /// The same of an address that needs no formatter.
    pub(crate) fn push_address_str(&mut self, address: &str) {
        let start = self.string.len();
        self.string.push_str(address);
        self.mark_address(start);
    }

    fn mark_address(&mut self, start: usize) {
        if !self.plain && may_lead_to(slice(&self.string, start..)) {
            self.spans.push(Span { start, end: self.string.len(), kind: Kind::Address });
        }
    }

    /// Appends another text with its marks.
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
                self.spans.truncate(index); // nothing was appended
            } else if let Some(span) = self.spans.get_mut(index) {
                span.end = self.string.len();
            }
        }
        value
    }

    /// The parts of the text: words, and starts and ends of marks, always properly nested. A link inside a link is reduced to its
    /// words.
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

    /// The marks with the words that they cover, in the order in which they begin.
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
    /// Those of `out`; a `String` has none.
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

    /// The text in a notation, as a string. The notation escapes the words.
    #[doc(alias = "escape")]
    #[doc(alias = "html")]
    #[doc(alias = "write")]
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
        // `<=`: a closure may replace the text that it marks by another, whose own spans end earlier.
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

    /// The context of the last piece.
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
