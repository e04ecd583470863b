//! The trait that every style implements.

use std::fmt::{self, Write};
use std::sync::Arc;

use super::beside::{Disambiguator, Disambiguators};
use super::cite::{Cite, Form};
use super::explain;
use super::filing::Filing;
use crate::citation::{Citation, Omission, OmissionReason, Syntax};
use crate::document::Document;
use crate::prose::{EN_US, Language};

/// A citation style.
///
/// Chicago, a house style, BibTeX and your own style implement this trait: it turns a document into a [`Citation`].
///
/// For callers: [`cite`](Style::cite) renders what a [`Cite`] requests, [`cite_into`](Style::cite_into) writes it to a string, and
/// [`cite_document`](Style::cite_document) cites a document in the style's default form.
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
/// Only [`cite`](Style::cite) is required. Every style can cite every valid document: if a datum is missing, print
/// words (`n.d.`) or nothing, but no error and no stray punctuation. Return an error only if the style cannot cite
/// the document at all.
pub trait Style: fmt::Debug + Send + Sync {
    /// The citation that `cite` requests.
    ///
    /// # Errors
    ///
    /// The style cannot cite this document.
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
    #[doc(alias = "render")]
    #[doc(alias = "format")]
    fn cite(&self, cite: &Cite<'_>) -> Result<Citation, StyleError>;

    /// The citation of a document in the style's default form.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`cite`](Style::cite).
    fn cite_document(&self, document: &Document) -> Result<Citation, StyleError> {
        self.cite(&Cite::new(document))
    }

    /// Appends the citation to a string, as [`Display`](fmt::Display) would print it.
    ///
    /// Use it for many citations: Chicago, MLA, the house style, BibTeX, BibLaTeX and RIS write directly into the
    /// string, and allocate nothing if its capacity is sufficient. The provided method displays the result of
    /// [`cite`](Style::cite).
    ///
    /// # Errors
    ///
    /// The same as [`cite`](Style::cite). On an error nothing is appended.
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

    /// The fields of the document that the citation does not print, each with the rule. If nothing of a part is
    /// printed for one reason, the part is listed as a whole (`holdings[1]`).
    ///
    /// A field counts as printed if another value would change the citation. Each field is tried, which takes about a
    /// millisecond per document. The `id` and custom keys (`x-…`) are not listed. A style that yields records lists
    /// the [omissions](crate::Record::omitted) of its record.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`cite`](Style::cite).
    ///
    /// ```
    /// use prefercite::{Cite, Document, Style, style};
    ///
    /// let report: Document = serde_json::from_str(
    ///     r#"{ "id": "r", "kind": "report", "title": "On Korea", "date": "1950", "time": "18:30",
    ///          "holdings": [{ "repository": "National Archives", "reference": "FO 371/83313" },
    ///                       { "repository": "Bodleian Library", "role": "copy" }] }"#,
    /// )?;
    /// let lines: Vec<String> =
    ///     style::named("chicago-note")?.explain(&Cite::new(&report))?.iter().map(|it| it.to_string()).collect();
    /// assert_eq!(
    ///     lines,
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

    /// For implementors: why a field is not in the citation, for [`explain`](Style::explain). It is called only for
    /// fields that are not printed, with their path: `creators[0].role`.
    ///
    /// The provided method returns `None`: then `explain` reports that the style does not print the field.
    fn reason(&self, _cite: &Cite<'_>, _field: &str) -> Option<OmissionReason> {
        None
    }

    /// The forms of the style, the default first. For any other form the style uses its default.
    ///
    /// ```
    /// use prefercite::style::{Mla, WilsonCenter};
    /// use prefercite::{Form, Style};
    ///
    /// assert_eq!(Mla::NINTH.in_text().forms()[0], Form::InText);
    /// assert!(!WilsonCenter::new().forms().contains(&Form::InText)); // one line for notes and lists
    /// ```
    fn forms(&self) -> &[Form] {
        &[Form::Entry]
    }

    /// Where a list prints the document: its sort key, its author, and its author-date label.
    ///
    /// The provided method sorts by the names of the creators, then by the title.
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

    /// The details that disambiguate citations of this form, in the order in which they are tried.
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

    /// For a style with its own procedure: the details to add to each document's citation, so that no two citations
    /// of this form are the same. The provided method returns `None`: then
    /// [`disambiguate`](crate::bibliography::disambiguate) tries [`disambiguators`](Style::disambiguators).
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

    /// The language of the words that the style prints; lists of archives and notes (`Ibid.`) use it too.
    ///
    /// The provided method returns American English.
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

    /// The notation of the style's records, for a [`RecordFile`](crate::citation::RecordFile); `None` for a style that yields sentences.
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
    /// assert!(style::named("mla")?.syntax().is_none()); // sentences
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

/// The style cannot cite this document.
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

    /// A compile-time check.
    #[test]
    fn pointers_to_styles_are_styles() {
        fn is_style<S: Style>() {}
        is_style::<&Box<dyn Style>>();
        is_style::<Box<dyn Style>>();
        is_style::<Arc<dyn Style>>();
        is_style::<&dyn Style>();
    }
}
