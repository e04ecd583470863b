//! The Chicago Manual of Style, 18th and 17th edition, for archival documents.
//!
//! Notes, shortened notes, bibliography, and author-date with its citations in the text. Each file answers one
//! question for all forms.

mod artwork;
mod composer;
mod lists;
mod literature;
mod newspapers;
mod notes;
mod options;
mod published;
mod reasons;
mod reference;
mod setters;
mod short;
mod when;
mod whereabouts;
mod who;

use super::order::{self, Particle};
use super::reasons::{Asked, of_manuals};
use super::{Cite, Disambiguator, Filing, Form, Style, StyleError};
use crate::citation::{Citation, OmissionReason, Text};
use crate::document::Document;
use crate::prose::Language;
use crate::prose::dates::Months;
use crate::prose::days::Day;
use crate::prose::names::People;
use crate::prose::sentence::{Sentence, plain};
use crate::prose::shelf::published_place;

use composer::Composer;
pub use options::{Chicago, ChicagoForm};
use reasons::REASONS;
use whereabouts::Mode;

impl Chicago {
    /// Appends the citation to a text, whose capacity can be reused.
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
    /// assert_eq!(text.render(&Html::new()), "<i>Berlin</i>, film.");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn write(&self, cite: &Cite<'_>, text: &mut Text) {
        let form = self.asked(cite);
        let in_note = matches!(form, ChicagoForm::Note | ChicagoForm::ShortNote);
        let months = if in_note { self.months } else { Months::Full };
        // B19: lists take no locator.
        let is_list = matches!(form, ChicagoForm::Bibliography | ChicagoForm::AuthorDate);
        let read = cite.locator().filter(|_| !is_list).and_then(|locator| Day::read(locator, self.language));
        let undated = read.as_ref().map(|(_, rest)| cite.with_locator(rest.unwrap_or_default()));
        let placed = undated.unwrap_or_else(|| match cite.locator() {
            Some(locator) => cite.with_locator(published_place(cite.document(), locator)),
            None => *cite,
        });
        let mut composer = Composer::new(Chicago { months, ..*self }, &placed);
        if cite.leaves_author_out() && !is_list {
            composer.lead = composer.lead.without_author();
        }
        composer.day = read.map(|(day, _)| if in_note { day.in_year_of(composer.document.date()) } else { day });
        let mut sentence = Sentence::new(text, self.language).mid_sentence(cite.is_mid_sentence());
        match form {
            ChicagoForm::Note => composer.note(&mut sentence),
            ChicagoForm::ShortNote => composer.short_note(&mut sentence),
            ChicagoForm::Bibliography => composer.entry(&mut sentence, Mode::Bibliography),
            ChicagoForm::AuthorDate => composer.entry(&mut sentence, Mode::AuthorDate),
            ChicagoForm::InText => composer.in_text(&mut sentence),
        }
    }

    /// The citation. This cannot fail.
    pub fn text(&self, cite: &Cite<'_>) -> Text {
        let mut text = Text::with_capacity(512);
        self.write(cite, &mut text);
        text
    }

    /// The requested form in the system of this style.
    fn asked(&self, cite: &Cite<'_>) -> ChicagoForm {
        match cite.form() {
            None => self.form,
            Some(Form::Note) => ChicagoForm::Note,
            Some(Form::Short) => ChicagoForm::ShortNote,
            Some(Form::InText) => ChicagoForm::InText,
            Some(Form::Entry) if self.is_author_date() => ChicagoForm::AuthorDate,
            Some(Form::Entry) => ChicagoForm::Bibliography,
        }
    }
}

impl Default for Chicago {
    fn default() -> Self {
        Chicago::EIGHTEENTH
    }
}

impl Style for Chicago {
    fn cite(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
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
        let composer = Composer::new(*self, &cite);
        // RULES 9.7: author, in author-date the year, then the rest of the entry. RULES 7: a collection has no year.
        let has_year = self.is_author_date() && !composer.is_collection();
        let year = has_year.then(|| composer.label_date().and_then(|date| date.earliest().or(date.latest())));
        let entry = plain(self.language, |s| composer.entry_lead(s, Mode::AuthorDate));
        let author = plain(self.language, |s| _ = composer.entry_heading(s));
        // RULES 9.4: author and year, or the title of a document without an author.
        let label = has_year.then(|| {
            plain(self.language, |s| {
                if composer.entry_heading(s) {
                    composer.year_element(s);
                } else {
                    composer.in_text(s);
                }
            })
        });
        let paper = composer.newspaper_of_article().filter(|_| composer.is_unsigned_article());
        let filed = match paper.and_then(|paper| paper.container.as_ref()) {
            Some(name) => People::Words(self.language.without_article(&name.text)),
            None => match composer.owner_of_page() {
                Some(owner) => People::Words(self.language.without_article(owner)),
                None => composer.lead.creators,
            },
        };
        Filing::by_key(order::key(filed, Particle::BehindGivenName, year, &entry, self.language))
            .with_author(Some(author).filter(|author| !author.is_empty()))
            .with_label(label)
    }

    /// RULES 9.2, 9.3.
    fn disambiguators(&self, form: Form) -> &[Disambiguator] {
        match form {
            Form::Short => &[
                Disambiguator::Date,
                Disambiguator::Interviewer,
                Disambiguator::Recipient,
                Disambiguator::Book,
                Disambiguator::Initials,
                Disambiguator::GivenName,
                Disambiguator::Unit,
                Disambiguator::Shelf,
            ],
            Form::InText => &[Disambiguator::Initials, Disambiguator::GivenName],
            _ => &[],
        }
    }

    fn reason(&self, cite: &Cite<'_>, field: &str) -> Option<OmissionReason> {
        let form = match self.asked(cite) {
            ChicagoForm::Note => Form::Note,
            ChicagoForm::ShortNote => Form::Short,
            ChicagoForm::Bibliography | ChicagoForm::AuthorDate => Form::Entry,
            ChicagoForm::InText => Form::InText,
        };
        of_manuals(REASONS, &Asked { document: cite.document(), form, field })
    }

    fn language(&self) -> &Language {
        self.language
    }
}

#[cfg(test)]
mod tests;
