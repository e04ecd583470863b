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

use super::{Cite, Detail, Filing, Form, Style, StyleError, order};
use crate::citation::{Citation, Text};
use crate::document::{Document, Kind};
use crate::prose::Language;
use crate::prose::dates::{Calendar, Months, Order, Supplied, Years};
use crate::prose::lead::{Lead, SuppliedTitles};
use crate::prose::sentence::{Sentence, plain};

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
    language: &'static Language,
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
///
/// ```
/// use prefercite::style::{Chicago, ChicagoForm};
/// use prefercite::{Cite, Document};
///
/// let letter: Document = serde_json::from_str(
///     r#"{ "id": "c", "kind": "letter", "creators": ["Creel, George"], "date": "1918-09-25" }"#,
/// )?;
/// let style = Chicago::EIGHTEENTH.form(ChicagoForm::AuthorDate);
/// assert_eq!(style, Chicago::EIGHTEENTH.author_date());
/// assert_eq!(style.text(&Cite::new(&letter)).as_str(), "Creel, George. 1918. Letter. September 25.");
/// # Ok::<(), serde_json::Error>(())
/// ```
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
    ///
    /// ```
    /// use prefercite::notation::Html;
    /// use prefercite::{Cite, Document, Text, style::Chicago};
    ///
    /// let film: Document = serde_json::from_str(r#"{ "id": "f", "kind": "film", "title": "Berlin" }"#)?;
    /// let mut text = Text::new();
    /// for _ in 0..2 {
    ///     text.clear();
    ///     Chicago::EIGHTEENTH.note().write(&Cite::new(&film), &mut text);
    /// }
    /// assert_eq!(text.write_with(&Html), "<i>Berlin</i>, n.d., film.");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn write(&self, cite: &Cite<'_>, text: &mut Text) {
        let composer = self.composer(cite);
        let mut sentence = Sentence::new(text, self.language);
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
        match cite.asked_form() {
            None => self.form,
            Some(Form::Note) => ChicagoForm::Note,
            Some(Form::Short) => ChicagoForm::ShortNote,
            Some(Form::InText) => ChicagoForm::InText,
            Some(Form::Entry) if self.is_author_date() => ChicagoForm::AuthorDate,
            Some(Form::Entry) => ChicagoForm::Bibliography,
        }
    }

    fn is_author_date(&self) -> bool {
        matches!(self.form, ChicagoForm::AuthorDate | ChicagoForm::InText)
    }

    fn composer<'d>(&self, cite: &'d Cite<'d>) -> Composer<'d> {
        let document = cite.document();
        Composer { style: *self, cite, document, lead: Lead::of(document, self.supplied, self.language) }
    }

    fn calendar(&self) -> Calendar {
        Calendar { order: self.order, months: Months::Full, years: self.years, supplied: Supplied::Brackets }
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

    fn cite_into(&self, cite: &Cite<'_>, out: &mut String) -> Result<(), StyleError> {
        Text::write_plain(out, |text| self.write(cite, text));
        Ok(())
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

    fn filing(&self, document: &Document) -> Filing {
        let cite = Cite::new(document);
        let composer = self.composer(&cite);
        // RULES 9.7: author, in author-date the year, then what follows in the entry. RULES 7: a collection has no year.
        let has_year = self.is_author_date() && *document.kind() != Kind::Collection;
        let year = has_year.then(|| composer.label_date().and_then(|date| date.earliest().or(date.latest())));
        let entry = plain(self.language, |s| composer.entry_lead(s));
        let author = plain(self.language, |s| _ = composer.entry_heading(s));
        // RULES 9.4: author and year; of a document without an author its title.
        let label = has_year.then(|| {
            plain(self.language, |s| {
                if composer.entry_heading(s) {
                    composer.year_element(s);
                } else {
                    composer.in_text(s);
                }
            })
        });
        Filing::by_key(order::key(composer.lead.creators, year, &entry, self.language))
            .with_author(Some(author).filter(|author| !author.is_empty()))
            .with_label(label)
    }

    /// RULES 9.2, 9.3.
    fn distinctions(&self, form: Form) -> &[Detail] {
        match form {
            Form::Short => &[
                Detail::Date,
                Detail::Interviewer,
                Detail::Recipient,
                Detail::Book,
                Detail::Initials,
                Detail::GivenName,
                Detail::Unit,
                Detail::Shelf,
            ],
            Form::InText => &[Detail::Initials, Detail::GivenName],
            _ => &[],
        }
    }

    fn language(&self) -> &Language {
        self.language
    }
}

/// A citation under way: what all forms need to know.
struct Composer<'d> {
    style: Chicago,
    cite: &'d Cite<'d>,
    document: &'d Document,
    lead: Lead<'d>,
}

impl Composer<'_> {
    fn language(&self) -> &'static Language {
        self.style.language
    }
}

#[cfg(test)]
mod tests;
