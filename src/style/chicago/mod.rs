//! The Chicago Manual of Style, 18th and 17th edition, for archival documents.
//!
//! Notes, shortened notes, bibliography, and author-date with its text citations: one question a file, shared by all forms.

mod lists;
mod notes;
mod options;
mod published;
mod short;
mod when;
mod whereabouts;
mod who;

use super::prose::dates::{Calendar, Order, Supplied, Years};
use super::prose::lead::{Lead, SuppliedTitles};
use super::prose::sentence::Sentence;
use super::{Cite, Form, Style, StyleError, english, order};
use crate::citation::{Citation, Text};
use crate::document::Document;

use options::{Access, Codes, EntryPages, Home, Recipients, RepositoryPlace};
use whereabouts::Mode;

/// The Chicago Manual of Style.
///
/// ```
/// use prefercite::style::Chicago;
/// use prefercite::{Cite, Document};
///
/// let telegram: Document = serde_json::from_str(
///     r#"{ "id": "burton-merriam", "kind": "telegram", "creators": ["Burton"], "recipients": ["Merriam"],
///          "date": "1923-01-26", "holdings": [{ "repository": "University of Chicago Library",
///          "path": [{ "level": "collection", "title": "Charles E. Merriam Papers" }, { "level": "box", "id": "26" }] }] }"#,
/// )?;
/// let cite = Cite::new(&telegram);
/// assert_eq!(
///     Chicago::EIGHTEENTH.note().text(&cite).as_str(),
///     "Burton to Merriam, telegram, January 26, 1923, box 26, Charles E. Merriam Papers, University of Chicago Library.",
/// );
/// assert_eq!(Chicago::EIGHTEENTH.short_note().text(&cite).as_str(), "Burton to Merriam, telegram, January 26, 1923.");
/// assert_eq!(
///     Chicago::EIGHTEENTH.text(&cite).as_str(),
///     "Burton. Telegram to Merriam. January 26, 1923. Box 26. Charles E. Merriam Papers. University of Chicago Library.",
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// The options, each by the name that [`Chicago::with_option`] takes: the manual's default comes first.
///
/// | option | |
/// |---|---|
/// | `day-month-year` | `January 7, 1950`; `7 January 1950` |
/// | `access-dates` | only where the document has no date; always |
/// | `abbreviated-years` | `1956–1959`; `1956–59` |
/// | `pages-in-entries` | as the edition has them (17th yes, 18th no); always |
/// | `repository-first` | units, collection, repository; `AVPRF, f. 0100, …` |
/// | `quoted-supplied-titles` | a cataloguer's description is roman; quoted like a title |
/// | `digital-home-first` | the holding archive first; the digital archive first |
/// | `all-recipients` | cut as authors are in notes; all |
/// | `lower-case-codes` | `F. 45, op. 1` opens an element of a list; `f. 45, op. 1` |
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chicago {
    edition: Edition,
    form: ChicagoForm,
    order: Order,
    years: Years,
    access: Access,
    entry_pages: EntryPages,
    repository: RepositoryPlace,
    supplied: SuppliedTitles,
    home: Home,
    recipients: Recipients,
    codes: Codes,
}

/// An edition of the manual.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Edition {
    Eighteenth,
    Seventeenth,
}

/// The form that a [`Chicago`] gives where it is asked for none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ChicagoForm {
    /// A note in full.
    Note,
    /// A later note.
    ShortNote,
    /// An entry of the bibliography.
    Bibliography,
    /// An entry of the reference list of author-date.
    AuthorDate,
    /// A citation in the text, of author-date.
    InText,
}

impl Chicago {
    /// Adds the citation to a text, whose room can be used again and again.
    pub fn write(&self, cite: &Cite<'_>, text: &mut Text) {
        let document = cite.document();
        let composer = Composer { style: *self, cite, document, lead: Lead::of(document, self.supplied) };
        let mut sentence = Sentence::new(text);
        match self.asked(cite) {
            ChicagoForm::Note => composer.note(&mut sentence),
            ChicagoForm::ShortNote => composer.short_note(&mut sentence),
            ChicagoForm::Bibliography => composer.entry(&mut sentence, Mode::Bibliography),
            ChicagoForm::AuthorDate => composer.entry(&mut sentence, Mode::AuthorDate),
            ChicagoForm::InText => composer.in_text(&mut sentence),
        }
    }

    /// The citation: it cannot fail.
    pub fn text(&self, cite: &Cite<'_>) -> Text {
        let mut text = Text::with_capacity(512);
        self.write(cite, &mut text);
        text
    }

    /// The form that is asked for, of this style's own system.
    fn asked(&self, cite: &Cite<'_>) -> ChicagoForm {
        let author_date = matches!(self.form, ChicagoForm::AuthorDate | ChicagoForm::InText);
        match cite.asked_form() {
            None => self.form,
            Some(Form::Note) => ChicagoForm::Note,
            Some(Form::Short) => ChicagoForm::ShortNote,
            Some(Form::InText) => ChicagoForm::InText,
            Some(Form::Entry) if author_date => ChicagoForm::AuthorDate,
            Some(Form::Entry) => ChicagoForm::Bibliography,
        }
    }

    fn calendar(&self) -> Calendar {
        Calendar { order: self.order, months: &english::MONTHS, years: self.years, supplied: Supplied::Brackets }
    }
}

impl Default for Chicago {
    fn default() -> Self {
        Chicago::EIGHTEENTH
    }
}

impl Style for Chicago {
    fn compose(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
        Ok(self.text(cite).into())
    }

    fn forms(&self) -> &[Form] {
        match self.form {
            ChicagoForm::Note => &[Form::Note, Form::Short, Form::Entry, Form::InText],
            ChicagoForm::ShortNote => &[Form::Short, Form::Note, Form::Entry, Form::InText],
            ChicagoForm::Bibliography | ChicagoForm::AuthorDate => {
                &[Form::Entry, Form::Note, Form::Short, Form::InText]
            }
            ChicagoForm::InText => &[Form::InText, Form::Entry, Form::Note, Form::Short],
        }
    }

    fn sort_key(&self, document: &Document) -> String {
        order::by_creator(document)
    }
}

/// A citation under way: what all forms need to know.
struct Composer<'d> {
    style: Chicago,
    cite: &'d Cite<'d>,
    document: &'d Document,
    lead: Lead<'d>,
}

#[cfg(test)]
mod tests;
