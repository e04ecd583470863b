//! A sentence with marks over parts of it.

use std::fmt::{self, Write};
use std::ops::Range;

use super::link::may_lead_to;
use super::markup::{Mark, Markup, Piece};
use super::pieces::{Kind, Pieces, Span};
use crate::slice::slice;

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
    /// In the order in which they open. An inner span comes after its outer one.
    spans: Vec<Span>,
    /// Whether marks are dropped, because only the words are needed.
    plain: bool,
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

    /// Appends to a string what `write` appends to a text, without the marks. Allocates nothing if the string has the
    /// capacity.
    pub(crate) fn write_plain(words: &mut String, write: impl FnOnce(&mut Self)) {
        let mut text = Text { string: std::mem::take(words), spans: Vec::new(), plain: true };
        write(&mut text);
        *words = text.string;
    }

    /// The words of a text without marks, to be changed in any way.
    #[inline]
    pub(crate) fn as_plain_string(&mut self) -> &mut String {
        debug_assert!(self.spans.is_empty());
        &mut self.string
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

    /// Shortens the text and its marks to this many bytes. Does nothing if that is not a character boundary.
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

    /// Replaces these bytes by other words. The marks stay on their words.
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

    /// Inserts a character before the one at this byte. A mark that ends at this byte does not cover the new
    /// character.
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

    /// Makes the letter at this byte a capital, if it is ASCII.
    pub(crate) fn raise(&mut self, at: usize) {
        if let Some(letter) = self.string.get_mut(at..=at) {
            letter.make_ascii_uppercase();
        }
    }

    /// Appends words without a mark.
    #[inline]
    pub fn push_str(&mut self, words: &str) {
        self.string.push_str(words);
    }

    /// Appends a character without a mark.
    #[inline]
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

    /// Appends an address that links to itself. The address is stored only once.
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
        let is_link = may_lead_to(slice(&self.string, start..));
        self.mark_address(start, is_link);
    }

    /// Like [`push_address`](Text::push_address), for an address that needs no formatter.
    pub(crate) fn push_address_str(&mut self, address: &str) {
        let start = self.string.len();
        self.string.push_str(address);
        // A processor waits before it reads a copy that it has only just written.
        self.mark_address(start, may_lead_to(address));
    }

    fn mark_address(&mut self, start: usize, is_link: bool) {
        if is_link && !self.plain {
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

    /// The parts of the text: words, and the starts and ends of marks, always properly nested. A link inside a link
    /// is reduced to its words.
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
        Pieces::new(&self.string, &self.spans)
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
        self.spans.iter().map(|span| (span.mark(&self.string), slice(&self.string, span.start..span.end)))
    }

    /// Writes the text in a notation.
    ///
    /// # Errors
    ///
    /// Returns the errors of `out`. A `String` never fails.
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
        let mut pieces = Pieces::new(&self.string, &self.spans);
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

impl Write for Text {
    fn write_str(&mut self, words: &str) -> fmt::Result {
        self.push_str(words);
        Ok(())
    }

    #[inline]
    fn write_char(&mut self, character: char) -> fmt::Result {
        self.push(character);
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
