//! Citations as they are sent: in a style and a notation, with their media type.

use prefercite::bibliography::Bibliography;
use prefercite::citation::{Mark, Markup, PieceContext, RecordFile};
use prefercite::notation::{Html, Latex, Markdown, Plain, Typst};
use prefercite::style::{self, Style, StyleError, StyleInfo};
use prefercite::{Citation, Cite, Document};
use std::fmt;
use std::sync::LazyLock;

use crate::formats::Format;

/// The notation of a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Notation {
    /// Plain text.
    #[default]
    Plain,
    /// A fragment of HTML.
    Html,
    /// Markdown.
    Markdown,
    /// LaTeX.
    Latex,
    /// Typst.
    Typst,
}

/// A citation, or a list of them, as it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The words.
    pub body: String,
    /// The media type.
    pub media: &'static str,
    /// The file extension.
    pub extension: &'static str,
}

/// The reason why there is no citation.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CitationError {
    /// The style or the option is unknown. Boxed, because it is far larger than a citation.
    #[error(transparent)]
    NotFound(Box<style::StyleLookupError>),
    /// The notation is unknown.
    #[error("unknown notation \"{0}\"; the notations are plain, html, markdown, latex, typst")]
    Notation(String),
    /// The style cannot cite the document.
    #[error(transparent)]
    Style(#[from] StyleError),
    /// Two of the documents are the same.
    #[error(transparent)]
    Repeated(#[from] prefercite::bibliography::DuplicateIdError),
}

impl From<style::StyleLookupError> for CitationError {
    fn from(error: style::StyleLookupError) -> Self {
        CitationError::NotFound(Box::new(error))
    }
}

/// The style that a page first shows: the house line.
pub const HOUSE: &str = "wilson-center";

/// The styles at the top of the list. The CSL styles come after them.
pub const STYLES: [(&str, &str); 7] = [
    (HOUSE, "House line (Wilson Center)"),
    ("chicago-note", "Chicago: note"),
    ("chicago-short-note", "Chicago: later note"),
    ("chicago-bibliography", "Chicago: bibliography"),
    ("chicago-author-date", "Chicago: author-date"),
    ("mla", "MLA: works cited"),
    ("preferred", "The holding archive’s own words"),
];

/// The bundled CSL styles, sorted by title. They are the same for every page.
pub fn csl_styles() -> &'static [StyleInfo] {
    static STYLES: LazyLock<Vec<StyleInfo>> = LazyLock::new(|| style::Csl::list().collect());
    &STYLES
}

impl Notation {
    /// The notation with this name.
    ///
    /// # Errors
    ///
    /// Returns an error if the name is unknown.
    pub fn named(name: &str) -> Result<Self, CitationError> {
        Ok(match name {
            "plain" | "text" => Notation::Plain,
            "html" => Notation::Html,
            "markdown" => Notation::Markdown,
            "latex" => Notation::Latex,
            "typst" => Notation::Typst,
            _ => return Err(CitationError::Notation(name.chars().take(64).collect())),
        })
    }

    fn markup(self) -> (&'static dyn Markup, &'static str, &'static str) {
        match self {
            Notation::Plain => (const { &Plain::new() }, "text/plain; charset=utf-8", "txt"),
            Notation::Html => (&PageHtml, "text/html; charset=utf-8", "html"),
            Notation::Markdown => (const { &Markdown::new() }, "text/markdown; charset=utf-8", "md"),
            Notation::Latex => (const { &Latex::new() }, "application/x-tex; charset=utf-8", "tex"),
            Notation::Typst => (const { &Typst::new() }, "text/plain; charset=utf-8", "typ"),
        }
    }
}

/// HTML with a class instead of the crate's style attribute, which a content security policy blocks.
#[derive(Clone, Copy, Debug)]
pub struct PageHtml;

impl Markup for PageHtml {
    fn text(&self, text: &str, place: PieceContext, out: &mut dyn fmt::Write) -> fmt::Result {
        Html::new().text(text, place, out)
    }

    fn open(&self, mark: Mark<'_>, place: PieceContext, out: &mut dyn fmt::Write) -> fmt::Result {
        match mark {
            Mark::SmallCapitals => out.write_str("<span class=\"small-capitals\">"),
            _ => Html::new().open(mark, place, out),
        }
    }

    fn close(&self, mark: Mark<'_>, place: PieceContext, out: &mut dyn fmt::Write) -> fmt::Result {
        Html::new().close(mark, place, out)
    }
}

/// The style with this name and these options.
///
/// # Errors
///
/// Returns an error if the name or an option is unknown.
pub fn style_named(name: &str, options: &[&str]) -> Result<Box<dyn Style>, CitationError> {
    Ok(style::named_with(name, options)?)
}

/// Whether citations in the style take about a millisecond, because the CSL processor renders them.
pub fn is_slow(style: &str) -> bool {
    style.starts_with("csl:")
}

/// The document's citation.
///
/// # Errors
///
/// Returns an error if the style cannot cite the document.
pub fn written(document: &Document, style: &dyn Style, name: &str, notation: Notation) -> Result<Written, StyleError> {
    let citation = style.cite(&Cite::new(document))?;
    Ok(match &citation {
        Citation::Text(text) => {
            let (markup, media, extension) = notation.markup();
            Written { body: text.render(markup), media, extension }
        }
        _ => file([citation], style, name),
    })
}

/// The list of the documents, in the order of the style.
///
/// # Errors
///
/// Returns an error if a document occurs twice, or if the style cannot cite one.
pub fn listed(
    documents: &[Document],
    style: &dyn Style,
    name: &str,
    notation: Notation,
) -> Result<Written, CitationError> {
    let list = Bibliography::new(style, documents)?;
    let citations: Vec<Citation> = list.citations().collect::<Result<_, _>>()?;
    let (markup, media, extension) = notation.markup();
    if citations.iter().any(|citation| citation.as_record().is_some()) {
        return Ok(file(citations, style, name));
    }
    let mut body = String::new();
    for text in citations.iter().filter_map(Citation::as_text) {
        let (before, after) = match notation {
            Notation::Plain => ("", "\n"),
            Notation::Html => ("<p>", "</p>\n"),
            _ => ("", "\n\n"),
        };
        body.extend([before, &text.render(markup), after]);
    }
    Ok(Written { body, media, extension })
}

/// A file of records, with the text that the format requires around them.
fn file(citations: impl IntoIterator<Item = Citation>, style: &dyn Style, name: &str) -> Written {
    let format = Format::of_style(name, None);
    let mut body = String::new();
    let mut file = style.syntax().map(RecordFile::new);
    for citation in citations {
        match (&mut file, citation) {
            // Writing to a `String` never fails.
            (Some(file), Citation::Record(record)) => _ = file.push(record, &mut body),
            (_, citation) => body.push_str(&citation.to_string()),
        }
    }
    if let Some(file) = file {
        _ = file.finish(&mut body);
    }
    Written {
        body,
        media: format
            .map(|format| format.media)
            .or_else(|| style.syntax().map(|syntax| syntax.media_type()))
            .unwrap_or("text/plain; charset=utf-8"),
        extension: format.map_or("txt", |format| format.extension),
    }
}
