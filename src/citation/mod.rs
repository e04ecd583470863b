//! The output of a style: the text or the fields of a citation, before a notation writes them.

mod entry;
mod field;
mod link;
mod markup;
mod pieces;
mod place;
mod record;
mod record_file;
mod record_writer;
mod syntax;
mod text;

use std::fmt;

pub use entry::Entry;
pub use field::{Field, Fields, Value};
pub use markup::{Mark, Markup, Piece};
pub use place::{MarkedSpan, PieceContext};
pub use record::{Omission, OmissionReason, Record};
pub use record_file::RecordFile;
pub use record_writer::RecordWriter;
pub use syntax::Syntax;
pub use text::Text;

/// The output of a style: a sentence or a record.
///
/// Chicago and MLA yield a sentence, which can be rendered in any notation. BibTeX and RIS yield a record, which has
/// its own notation. A `String` would lose the italics of a sentence and the fields of a record.
///
/// It is displayed as plain text, or in the notation of the record.
///
/// ```
/// use prefercite::{Document, Style, style};
///
/// let report: Document = serde_json::from_str(r#"{ "id": "r", "title": "A report", "date": "1950-01-07" }"#)?;
/// let sentence = style::named("mla")?.cite_document(&report)?;
/// assert_eq!(sentence.as_text().map(|text| text.as_str()), Some("“A report.” 7 Jan. 1950."));
/// let record = style::named("ris")?.cite_document(&report)?;
/// assert_eq!(record.as_record().and_then(|record| record.text("DA")), Some("1950/01/07/"));
/// assert!(record.to_string().starts_with("TY  - "));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Citation {
    /// A sentence with marks.
    Text(Text),
    /// Named fields in a notation.
    Record(Record),
}

impl Citation {
    /// The sentence, if it is one.
    pub fn as_text(&self) -> Option<&Text> {
        if let Citation::Text(text) = self { Some(text) } else { None }
    }

    /// The record, if it is one.
    pub fn as_record(&self) -> Option<&Record> {
        if let Citation::Record(record) = self { Some(record) } else { None }
    }

    /// The sentence in this notation, or the record in its own.
    ///
    /// ```
    /// use prefercite::notation::Html;
    /// use prefercite::{Document, Style, style};
    ///
    /// let film: Document = serde_json::from_str(r#"{ "id": "f", "kind": "film", "title": "Berlin" }"#)?;
    /// let cited = |name| Ok::<_, prefercite::Error>(style::named(name)?.cite_document(&film)?.render(&Html::new()));
    /// assert_eq!(cited("mla")?, "<i>Berlin</i>. Film.");
    /// assert!(cited("ris")?.starts_with("TY  - "));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn render(&self, markup: &dyn Markup) -> String {
        match self {
            Citation::Text(text) => text.render(markup),
            Citation::Record(record) => record.to_string(),
        }
    }

    /// The media type of what [`render`](Self::render) returns.
    ///
    /// ```
    /// use prefercite::notation::Html;
    /// use prefercite::{Document, Style, style};
    ///
    /// let report: Document = serde_json::from_str(r#"{ "id": "r", "title": "A report" }"#)?;
    /// let ris = style::named("ris")?.cite_document(&report)?;
    /// assert_eq!(ris.media_type(&Html::new()), "application/x-research-info-systems");
    /// assert_eq!(ris.extension(&Html::new()), "ris");
    /// let sentence = style::named("mla")?.cite_document(&report)?;
    /// assert_eq!(sentence.media_type(&Html::new()), "text/html");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "mime")]
    pub fn media_type(&self, markup: &dyn Markup) -> &'static str {
        match self {
            Citation::Text(_) => markup.media_type(),
            Citation::Record(record) => record.syntax().media_type(),
        }
    }

    /// The extension of a file of what [`render`](Self::render) returns, without the period.
    pub fn extension(&self, markup: &dyn Markup) -> &'static str {
        match self {
            Citation::Text(_) => markup.extension(),
            Citation::Record(record) => record.syntax().extension(),
        }
    }
}

impl From<Text> for Citation {
    fn from(text: Text) -> Self {
        Citation::Text(text)
    }
}

impl From<Record> for Citation {
    fn from(record: Record) -> Self {
        Citation::Record(record)
    }
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Citation::Text(text) => text.fmt(f),
            Citation::Record(record) => record.fmt(f),
        }
    }
}
