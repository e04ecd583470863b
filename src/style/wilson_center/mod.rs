//! The house style of the Wilson Center's Digital Archive: the line of its "get citation" box.
//!
//! `"TITLE," DATE, ARCHIVE, CLAUSE URL`. The clause has up to four sentences: where the original is held, in which
//! books it is printed, who obtained and translated it, and other data. The rules come from published citations.
//! Where no example was found, a comment at the line that decides names this.

mod clause;
mod date;
mod holding;
mod line;
mod literature;
mod publication;
mod reasons;

use super::reasons::{Asked, find};
use super::{Cite, Filing, Form, Style, StyleError, order};
use crate::citation::{Citation, OmissionReason, Text};
use crate::document::{Document, Name};
use line::Line;
use reasons::REASONS;

use crate::prose::books::literature::Literature;
use crate::prose::lead::kind_word;
use crate::prose::lists::push_items;
use crate::prose::names::push_plain_name;
use crate::prose::sentence::{Punctuation, Sentence};
use crate::prose::{EN_US, Language};
use crate::separator::Separator;

/// The house style of the Wilson Center's Digital Archive.
///
/// ```
/// use prefercite::style::WilsonCenter;
/// use prefercite::{Cite, Document};
///
/// let note: Document = serde_json::from_str(
///     r#"{ "id": "113636", "kind": "telegram", "date": "1952-02-03",
///          "title": "Ciphered Telegram No. 709, Filippov [Stalin] to Krasovsky",
///          "holdings": [{ "repository": "APRF", "leaves": "78", "path": [
///              { "level": "fond", "id": "45" }, { "level": "opis", "id": "1" }, { "level": "delo", "id": "342" }] }],
///          "surrogates": [{ "archive": "History and Public Policy Program Digital Archive" }] }"#,
/// )?;
/// assert_eq!(
///     WilsonCenter::new().text(&Cite::new(&note)).as_str(),
///     "\"Ciphered Telegram No. 709, Filippov [Stalin] to Krasovsky,\" February 03, 1952, \
///      History and Public Policy Program Digital Archive, APRF, f. 45, op. 1, d. 342, l. 78.",
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// All forms yield the same line, without a locator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WilsonCenter {
    language: &'static Language,
    address: Address,
    quotes: Quotes,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Address {
    Printed,
    LeftOut,
}

/// The quotation marks around the title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Quotes {
    Straight,
    Curly,
}

impl WilsonCenter {
    /// The form of the archive's pages and its later "get citation" box: straight quotation marks, and the URL at the end.
    pub const fn new() -> Self {
        WilsonCenter { language: &EN_US, address: Address::Printed, quotes: Quotes::Straight }
    }

    /// Sets the language of the words. The archive writes English: this is for tests that a style contains no words itself.
    #[doc(hidden)]
    #[must_use]
    pub const fn in_language(mut self, language: &'static Language) -> Self {
        self.language = language;
        self
    }

    /// Omits the URL, as the archive's earlier "get citation" box did. The later box prints it.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::WilsonCenter};
    ///
    /// let report: Document = serde_json::from_str(
    ///     r#"{ "id": "r", "title": "A report",
    ///          "surrogates": [{ "archive": "Digital Archive", "url": "https://example.org/r" }] }"#,
    /// )?;
    /// let cite = Cite::new(&report);
    /// assert_eq!(WilsonCenter::new().text(&cite).as_str(), "\"A report,\" Digital Archive https://example.org/r");
    /// assert_eq!(WilsonCenter::new().without_url().text(&cite).as_str(), "\"A report,\" Digital Archive");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn without_url(mut self) -> Self {
        self.address = Address::LeftOut;
        self
    }

    /// Puts the title in curly quotation marks, as the archive's PDFs do.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::WilsonCenter};
    ///
    /// let report: Document = serde_json::from_str(r#"{ "id": "r", "title": "A report", "date": "1950-01-07" }"#)?;
    /// let line = WilsonCenter::new().curly_quotes().text(&Cite::new(&report));
    /// assert_eq!(line.as_str(), "“A report,” January 07, 1950");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn curly_quotes(mut self) -> Self {
        self.quotes = Quotes::Curly;
        self
    }

    /// The names of the options.
    pub const OPTIONS: &[&str] = &["without-url", "curly-quotes"];

    /// Sets an option by its name. Returns `None` if the name is unknown.
    pub fn with_option(self, name: &str) -> Option<Self> {
        match name {
            "without-url" => Some(self.without_url()),
            "curly-quotes" => Some(self.curly_quotes()),
            _ => None,
        }
    }

    /// The citation. This cannot fail.
    pub fn text(&self, cite: &Cite<'_>) -> Text {
        // The line of the original example with its URL has 490 bytes, so one allocation is enough.
        let mut text = Text::with_capacity(512);
        self.write(cite, &mut text);
        text
    }

    /// Appends the citation to a text, whose capacity can be reused.
    pub fn write(&self, cite: &Cite<'_>, text: &mut Text) {
        let document = cite.document();
        let surrogate = document.surrogates().first();
        let (open, close) = match self.quotes {
            Quotes::Straight => ('"', '"'),
            Quotes::Curly => ('“', '”'),
        };
        if let Some(literature) = Literature::of(document) {
            return self.write_literature(document, &literature, (open, close), text);
        }
        text.push(open);
        Sentence::new(text, self.language).as_typed(|s| push_title(s, document));
        let end_of_title = text.as_str().len();
        // The comma is always before the mark, even after an inner quotation: `…Relations',"`.
        text.push(',');
        text.push(close);
        let mut begun = false;
        Sentence::new(text, self.language).as_typed(|s| {
            let mut line = Line { s, separator: Separator::new() };
            if let Some(date) = document.date() {
                date::push_part(&mut line, date);
            }
            if let Some(archive) = surrogate.and_then(|surrogate| surrogate.archive.as_deref()) {
                line.part().data(archive);
            }
            clause::push(&mut line, document);
            begun = line.separator.has_begun();
        });
        if self.address == Address::Printed
            && let Some(url) = surrogate.and_then(|surrogate| surrogate.url.as_deref())
        {
            text.push(' ');
            text.push_address_str(url);
            begun = true;
        }
        if !begun {
            // A comma with nothing after it.
            text.truncate(end_of_title);
            text.push(close);
        }
    }
}

impl WilsonCenter {
    /// A book or an article, its database, its contributors, the URL.
    #[inline(never)] // Rare compared with documents, whose own path stays small.
    fn write_literature(&self, document: &Document, it: &Literature<'_>, quotes: (char, char), text: &mut Text) {
        let home = document.surrogates().first();
        Sentence::new(text, self.language).as_typed(|s| {
            literature::push(s, document, it, quotes);
            if let Some(archive) = home.and_then(|home| home.archive.as_deref()) {
                s.punctuate(Punctuation::Comma).data(archive);
            }
            clause::push_behind_literature(&mut Line { s, separator: Separator::new() }, document);
        });
        if self.address == Address::Printed
            && let Some(url) = home.and_then(|home| home.url.as_deref()).or(it.book.url.as_deref())
        {
            text.push(' ');
            text.push_address(url);
        }
    }
}

impl Default for WilsonCenter {
    fn default() -> Self {
        WilsonCenter::new()
    }
}

impl Style for WilsonCenter {
    fn cite(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
        Ok(self.text(cite).into())
    }

    fn cite_into(&self, cite: &Cite<'_>, out: &mut String) -> Result<(), StyleError> {
        Text::write_plain(out, |text| self.write(cite, text));
        Ok(())
    }

    fn forms(&self) -> &[Form] {
        &[Form::Entry, Form::Note]
    }

    /// By the title, with which every line of a document begins; a book by its author.
    fn filing(&self, document: &Document) -> Filing {
        if Literature::of(document).is_some() {
            return Filing::by_creator(document);
        }
        Filing::by_key(order::by_title(document))
    }

    fn reason(&self, cite: &Cite<'_>, field: &str) -> Option<OmissionReason> {
        find(REASONS, &Asked { document: cite.document(), form: Form::Entry, field })
    }

    fn language(&self) -> &Language {
        self.language
    }
}

/// The title of the record, or what the archive's cataloguers would write: `Telegram, Mao Zedong to Zhou Enlai and CCP CC`.
fn push_title(s: &mut Sentence<'_>, document: &Document) {
    if let Some(title) = document.title() {
        s.data(&title.text);
        return;
    }
    let kind = kind_word(document, s.language());
    s.capitalize_next().data(kind);
    if !document.creators().is_empty() {
        push_items(s.word(", "), document.creators(), push_title_name);
    }
    if !document.recipients().is_empty() {
        push_items(s.word(" ").term(|language| language.people.to), document.recipients(), push_title_name);
    }
}

fn push_title_name(s: &mut Sentence<'_>, name: &Name) {
    match name.as_body().and_then(|body| body.abbreviation.as_deref()) {
        Some(abbreviation) => _ = s.data(abbreviation),
        None => push_plain_name(s, name),
    }
}

#[cfg(test)]
mod tests;
