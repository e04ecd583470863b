//! What every style does.

use std::fmt::{self, Write};
use std::sync::Arc;

use super::beside::{Disambiguator, Disambiguators};
use super::cite::{Cite, Form};
use super::explain;
use super::filing::Filing;
use crate::citation::{Citation, Omission, OmissionReason, Syntax};
use crate::document::Document;
use crate::prose::{EN_US, Language};

/// A style of citation.
///
/// The one trait behind which Chicago, a house style, BibTeX and a stranger's own style are the same: a document goes in,
/// a [`Citation`] comes out.
///
/// ```
/// use prefercite::{Document, Style, style};
///
/// fn print(style: &dyn Style, document: &Document) -> Result<String, prefercite::Error> {
///     Ok(style.cite_document(document)?.to_string())
/// }
///
/// let document: Document = serde_json::from_str(r#"{ "id": "r", "title": "A report", "date": "1950-01-07" }"#)?;
/// assert_eq!(print(&*style::named("wilson-center")?, &document)?, "\"A report,\" January 07, 1950");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # For implementors
///
/// [`cite`](Style::cite) alone is required. A valid document can be cited in every style: what it lacks is words
/// (`n.d.`) or nothing, never an error and never odd punctuation. An error is for a style that has no citation to give.
pub trait Style: fmt::Debug + Send + Sync {
    /// For implementors: makes the citation that `cite` asks for.
    ///
    /// # Errors
    ///
    /// Where the style has no citation to give for the document.
    ///
    /// ```
    /// use prefercite::{Cite, Document, Form, Style, style};
    ///
    /// let report: Document = serde_json::from_str(r#"{ "id": "r", "title": "A report", "date": "1950" }"#)?;
    /// let chicago = style::named("chicago-bibliography")?;
    /// let note = chicago.cite(&Cite::new(&report).with_form(Form::Note).with_locator("p. 3"))?;
    /// assert_eq!(note.to_string(), "“A report,” 1950, p. 3.");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    fn cite(&self, cite: &Cite<'_>) -> Result<Citation, StyleError>;

    /// For callers: the citation in the style's own default form.
    ///
    /// # Errors
    ///
    /// As [`cite`](Style::cite).
    fn cite_document(&self, document: &Document) -> Result<Citation, StyleError> {
        self.cite(&Cite::new(document))
    }

    /// For callers that write many: adds the citation to a string, the same words that it is displayed in.
    ///
    /// Chicago, MLA, the house style, BibTeX, BibLaTeX and RIS write straight into the string and allocate nothing where it has
    /// the room; as provided, the citation is made and displayed.
    ///
    /// # Errors
    ///
    /// As [`cite`](Style::cite); then nothing is added.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style};
    ///
    /// let documents: Vec<Document> = serde_json::from_str(r#"[{ "id": "a", "title": "A report" }, { "id": "b", "title": "Another" }]"#)?;
    /// let (style, mut line) = (style::named("wilson-center")?, String::new());
    /// for document in &documents {
    ///     line.clear();
    ///     style.cite_into(&Cite::new(document), &mut line)?;
    ///     println!("{line}");
    /// }
    /// assert_eq!(line, "\"Another\"");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    fn cite_into(&self, cite: &Cite<'_>, out: &mut String) -> Result<(), StyleError> {
        let citation = self.cite(cite)?;
        // Writing to a `String` never fails.
        _ = write!(out, "{citation}");
        Ok(())
    }

    /// For callers: what of the document is not in the citation, and by which rule: by its path in the record format, and the
    /// whole where nothing of it is, for one reason (`holdings[1]`).
    ///
    /// A field is in the citation where another value in its place would make another citation. That is tried for each, which
    /// takes about a millisecond for a document. Not told are the `id` and keys of your own (`x-…`). A style that yields records tells
    /// what its record [does not carry](crate::Record::omitted).
    ///
    /// # Errors
    ///
    /// As [`cite`](Style::cite).
    ///
    /// ```
    /// use prefercite::{Cite, Document, Style, style};
    ///
    /// let report: Document = serde_json::from_str(
    ///     r#"{ "id": "r", "kind": "report", "title": "On Korea", "date": "1950", "time": "18:30",
    ///          "holdings": [{ "repository": "National Archives", "reference": "FO 371/83313" },
    ///                       { "repository": "Bodleian Library", "role": "copy" }] }"#,
    /// )?;
    /// let told: Vec<String> =
    ///     style::named("chicago-note")?.explain(&Cite::new(&report))?.iter().map(|it| it.to_string()).collect();
    /// assert_eq!(
    ///     told,
    ///     [
    ///         "holdings[1]: of several holdings the first is cited (RULES 4.7.1)",
    ///         "time: is for exports and searching (RULES 0.7)",
    ///     ],
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    fn explain(&self, cite: &Cite<'_>) -> Result<Vec<Omission>, StyleError> {
        if let Citation::Record(record) = self.cite(cite)? {
            return Ok(record.omitted().to_vec());
        }
        let unknown = || OmissionReason::NotWritable("the style does not print it".into());
        Ok(explain::omitted(
            cite.document(),
            &|document| match self.cite(&cite.of(document)) {
                Ok(Citation::Text(text)) => Some(text),
                _ => None,
            },
            &|field| self.reason(cite, field).unwrap_or_else(unknown),
        ))
    }

    /// For implementors: why a field is not in the citation, for [`explain`](Style::explain). It is asked only of fields that are
    /// not, each by its path: `creators[0].role`.
    ///
    /// As provided `None`: then `explain` says that the style does not print it.
    fn reason(&self, _cite: &Cite<'_>, _field: &str) -> Option<OmissionReason> {
        None
    }

    /// The forms that it knows, its default first. Asked for another, it gives its default.
    ///
    /// ```
    /// use prefercite::style::{Mla, WilsonCenter};
    /// use prefercite::{Form, Style};
    ///
    /// assert_eq!(Mla::NINTH.in_text().forms()[0], Form::InText);
    /// assert!(!WilsonCenter::new().forms().contains(&Form::InText)); // its one line stands in notes and lists
    /// ```
    fn forms(&self) -> &[Form] {
        &[Form::Entry]
    }

    /// Where a list files the document: its sort key, its author, and what author-date names it by.
    ///
    /// As provided: by the names of the creators, then by the title.
    ///
    /// ```
    /// use prefercite::{Document, Style, style::Chicago};
    ///
    /// let mut documents: Vec<Document> = serde_json::from_str(
    ///     r#"[{ "id": "b", "title": "The Bomb" },
    ///         { "id": "a", "kind": "letter", "creators": ["Acheson, Dean"] }]"#,
    /// )?;
    /// documents.sort_by_cached_key(|document| Chicago::EIGHTEENTH.filing(document));
    /// assert_eq!(documents[0].id(), "a");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    fn filing(&self, document: &Document) -> Filing {
        Filing::by_creator(document)
    }

    /// The details by which citations of this form are told apart, in the order in which they are tried.
    ///
    /// ```
    /// use prefercite::style::{Chicago, Disambiguator};
    /// use prefercite::{Form, Style};
    ///
    /// assert_eq!(Chicago::EIGHTEENTH.disambiguators(Form::Short)[0], Disambiguator::Date);
    /// assert!(Chicago::EIGHTEENTH.disambiguators(Form::Entry).is_empty());
    /// ```
    fn disambiguators(&self, _form: Form) -> &[Disambiguator] {
        &[]
    }

    /// For a style that has a procedure of its own: what each document's citation of this form has to say more, so that no two
    /// read the same. As provided `None`: then [`disambiguate`](crate::bibliography::disambiguate) tries
    /// [`disambiguators`](Style::disambiguators).
    ///
    /// ```
    /// use prefercite::style::Chicago;
    /// use prefercite::{Form, Style};
    ///
    /// assert!(Chicago::EIGHTEENTH.disambiguate(&[], Form::Short).is_none());
    /// ```
    fn disambiguate(&self, _documents: &[&Document], _form: Form) -> Option<Vec<Disambiguators>> {
        None
    }

    /// The language of its words: in it lists of archives have their headings, and notes their `Ibid.`
    ///
    /// As provided: American English.
    ///
    /// ```
    /// use prefercite::prose::EN_US;
    /// use prefercite::{Style, style};
    ///
    /// assert_eq!(*style::named("mla")?.language(), EN_US);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    fn language(&self) -> &Language {
        &EN_US
    }

    /// The notation of its records, for a style that yields records: what a [`RecordFile`](crate::citation::RecordFile) asks.
    ///
    /// ```
    /// use prefercite::citation::RecordFile;
    /// use prefercite::{Style, style};
    ///
    /// let (csl_json, mut text) = (style::named("csl-json")?, String::new());
    /// if let Some(syntax) = csl_json.syntax() {
    ///     RecordFile::new(syntax).finish(&mut text)?;
    /// }
    /// assert_eq!(text, "[]\n");
    /// assert!(style::named("mla")?.syntax().is_none()); // it yields sentences
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    fn syntax(&self) -> Option<&'static dyn Syntax> {
        None
    }
}

macro_rules! forward {
    ($($pointer:ty),+) => {$(
        impl<S: Style + ?Sized> Style for $pointer {
            fn cite(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
                (**self).cite(cite)
            }

            fn cite_document(&self, document: &Document) -> Result<Citation, StyleError> {
                (**self).cite_document(document)
            }

            fn cite_into(&self, cite: &Cite<'_>, out: &mut String) -> Result<(), StyleError> {
                (**self).cite_into(cite, out)
            }

            fn explain(&self, cite: &Cite<'_>) -> Result<Vec<Omission>, StyleError> {
                (**self).explain(cite)
            }

            fn reason(&self, cite: &Cite<'_>, field: &str) -> Option<OmissionReason> {
                (**self).reason(cite, field)
            }

            fn forms(&self) -> &[Form] {
                (**self).forms()
            }

            fn filing(&self, document: &Document) -> Filing {
                (**self).filing(document)
            }

            fn disambiguators(&self, form: Form) -> &[Disambiguator] {
                (**self).disambiguators(form)
            }

            fn disambiguate(&self, documents: &[&Document], form: Form) -> Option<Vec<Disambiguators>> {
                (**self).disambiguate(documents, form)
            }

            fn language(&self) -> &Language {
                (**self).language()
            }

            fn syntax(&self) -> Option<&'static dyn Syntax> {
                (**self).syntax()
            }
        }
    )+};
}

forward!(&S, Box<S>, Arc<S>);

/// Why a style has no citation to give.
///
/// ```
/// use prefercite::{Document, Style, style};
///
/// let report: Document = serde_json::from_str(r#"{ "id": "r", "title": "A report" }"#)?;
/// let error = style::named("preferred")?.cite_document(&report).unwrap_err();
/// assert_eq!(error.to_string(), "r: has no preferred-citation; add one, or choose another style");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StyleError {
    /// The style prints a record's own preferred citation, and this record has none.
    #[error("{id}: has no preferred-citation; add one, or choose another style")]
    NoPreferredCitation {
        /// The document.
        id: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Nothing but that these are styles.
    #[test]
    fn pointers_to_styles_are_styles() {
        fn is_style<S: Style>() {}
        is_style::<&Box<dyn Style>>();
        is_style::<Box<dyn Style>>();
        is_style::<Arc<dyn Style>>();
        is_style::<&dyn Style>();
    }
}
