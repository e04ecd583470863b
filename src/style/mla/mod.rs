//! The MLA Handbook, 9th edition, for archival documents: works cited, and citations in the text.

mod entry;
mod literature;
mod published;
mod reasons;
mod text;
mod whereabouts;

use super::order::{self, Particle};
use super::reasons::{Asked, of_manuals};
use super::{Cite, Disambiguator, Filing, Form, Style, StyleError};
use crate::citation::{Citation, OmissionReason, Text};
use crate::document::Document;
use crate::prose::books::literature::Literature;
use crate::prose::dates::{DateStyle, Doubt, Months, YearRange};
use crate::prose::days::Day;
use crate::prose::language::DateOrder;
use crate::prose::lead::{DescriptionMarks, Lead};
use crate::prose::names::{EtAl, People};
use crate::prose::repository::{PlaceRule, RepositoryForm, RepositoryPart};
use crate::prose::sentence::Sentence;
use crate::prose::sentence::plain;
use crate::prose::{EN_US, Language};
use reasons::REASONS;

/// The MLA Handbook.
///
/// ```
/// use prefercite::style::Mla;
/// use prefercite::{Cite, Document};
///
/// let letter: Document = serde_json::from_str(
///     r#"{ "id": "moore-bryher", "kind": "letter", "creators": ["Moore, Marianne"], "recipients": ["Bryher"],
///          "date": "1954-09-28", "holdings": [{ "repository": { "name": "Beinecke Rare Book and Manuscript Library",
///          "parent": "Yale University", "place": "New Haven" }, "reference": "GEN MSS 97",
///          "path": [{ "level": "collection", "title": "Bryher Papers" }, { "level": "box", "id": "38" }] }] }"#,
/// )?;
/// let cite = Cite::new(&letter).with_locator("p. 2");
/// assert_eq!(
///     Mla::NINTH.text(&cite).as_str(),
///     "Moore, Marianne. Letter to Bryher. 28 Sept. 1954. Bryher Papers, Yale University, New Haven, \
///      Beinecke Rare Book and Manuscript Library, GEN MSS 97, box 38.",
/// );
/// assert_eq!(Mla::NINTH.in_text().text(&cite).as_str(), "(Moore 2)");
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// The options, with the names that [`Mla::with_option`] accepts. Each row shows the manual's default, then the option.
///
/// | option | |
/// |---|---|
/// | `access-dates` | only if the document has no date; always |
/// | `schemes` | `digitalarchive.org/document/1`; `https://digitalarchive.org/document/1` |
/// | `quoted-supplied-titles` | a cataloguer's description is roman; quoted like a title |
/// | `narrowest-first` | `Yale University, New Haven, Beinecke Library`; `Beinecke Library, Yale University, New Haven` |
/// | `original-script` | `“Doklad.”`; `Доклад [Doklad].` |
/// | `full-presses` | `Oxford UP`; `Oxford University Press` |
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Mla {
    language: &'static Language,
    form: MlaForm,
    access: Access,
    schemes: Schemes,
    supplied: DescriptionMarks,
    repository: RepositoryForm,
    original: OriginalScript,
    presses: Presses,
}

/// The default form of an [`Mla`].
///
/// ```
/// use prefercite::style::{Mla, MlaForm};
/// use prefercite::{Cite, Document};
///
/// let letter = r#"{ "id": "m", "kind": "letter", "creators": ["Moore, Marianne"] }"#;
/// let letter: Document = serde_json::from_str(letter)?;
/// let style = Mla::NINTH.with_form(MlaForm::InText);
/// assert_eq!(style, Mla::NINTH.in_text());
/// assert_eq!(style.text(&Cite::new(&letter)).as_str(), "(Moore)");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MlaForm {
    /// An entry of the works cited.
    WorksCited,
    /// A citation in the text.
    InText,
}

/// When an access date is printed (RULES 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Access {
    WhereUndated,
    Always,
}

/// Whether a URL keeps its `https://` (RULES 5; quirk Q21). A DOI always does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Schemes {
    Dropped,
    Kept,
}

/// Whether a title is printed in the script of the document, followed by the title in Latin letters (B20).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum OriginalScript {
    LeftOut,
    Printed,
}

/// Whether literature shortens the names of presses (RULES 13.17).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Presses {
    Short,
    AsTyped,
}

const CALENDAR: DateStyle = DateStyle {
    order: DateOrder::DayMonthYear,
    months: Months::Short,
    years: YearRange::Abbreviated,
    doubt: Doubt::Words,
};

/// RULES 2.2; A6: one or two names in full, the first of three or more.
const CUT: EtAl = EtAl { from: 3, keep: 1 };

/// The broadest first, then the place, then the narrower units (A14).
const BROADEST_FIRST: RepositoryForm = {
    use RepositoryPart::{Broadest, Department, Name, Place};
    RepositoryForm { parts: &[Broadest, Place, Name, Department], place: PlaceRule::UnlessSaid }
};

impl Mla {
    /// The 9th edition, of 2021: the entry of its works cited.
    pub const NINTH: Mla = Mla {
        language: &EN_US,
        form: MlaForm::WorksCited,
        access: Access::WhereUndated,
        schemes: Schemes::Dropped,
        supplied: DescriptionMarks::Roman,
        repository: BROADEST_FIRST,
        original: OriginalScript::LeftOut,
        presses: Presses::Short,
    };

    /// Sets the form to use when a request has none.
    #[must_use]
    pub const fn with_form(mut self, form: MlaForm) -> Self {
        self.form = form;
        self
    }

    /// Sets the language of the words. The manual is for English: this is for tests that a style contains no words itself.
    #[doc(hidden)]
    #[must_use]
    pub const fn in_language(mut self, language: &'static Language) -> Self {
        self.language = language;
        self
    }

    /// In the text.
    #[must_use]
    pub const fn in_text(self) -> Self {
        self.with_form(MlaForm::InText)
    }

    /// Always prints access dates, not only if the document has no date.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Mla};
    ///
    /// let report: Document = serde_json::from_str(
    ///     r#"{ "id": "r", "title": "A report", "date": "1950",
    ///          "surrogates": [{ "archive": "CIA Reading Room", "accessed": "2026-11-23" }] }"#,
    /// )?;
    /// let text = Mla::NINTH.access_dates().text(&Cite::new(&report));
    /// assert_eq!(text.as_str(), "“A report.” 1950. CIA Reading Room. Accessed 23 Nov. 2026.");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn access_dates(mut self) -> Self {
        self.access = Access::Always;
        self
    }

    /// Prints URLs with their `https://`.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Mla};
    ///
    /// let report: Document = serde_json::from_str(
    ///     r#"{ "id": "r", "title": "A report", "surrogates": [{ "url": "https://example.org/r" }] }"#,
    /// )?;
    /// let cite = Cite::new(&report);
    /// assert_eq!(Mla::NINTH.text(&cite).as_str(), "“A report.” example.org/r.");
    /// assert_eq!(Mla::NINTH.schemes().text(&cite).as_str(), "“A report.” https://example.org/r.");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn schemes(mut self) -> Self {
        self.schemes = Schemes::Kept;
        self
    }

    /// Prints a cataloguer's description in quotation marks.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Mla};
    ///
    /// let telegram: Document = serde_json::from_str(
    ///     r#"{ "id": "t", "title": { "text": "Stalin on the Korean War", "form": "supplied" }, "date": "1950" }"#,
    /// )?;
    /// let cite = Cite::new(&telegram);
    /// assert_eq!(Mla::NINTH.text(&cite).as_str(), "Stalin on the Korean War. 1950.");
    /// assert_eq!(Mla::NINTH.quoted_supplied_titles().text(&cite).as_str(), "“Stalin on the Korean War.” 1950.");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn quoted_supplied_titles(mut self) -> Self {
        self.supplied = DescriptionMarks::Quoted;
        self
    }

    /// Prints a library from the narrowest unit to the broadest, as four university guides do.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Mla};
    ///
    /// let letter: Document = serde_json::from_str(
    ///     r#"{ "id": "l", "kind": "letter", "creators": ["Moore, Marianne"], "recipients": ["Bryher"], "date": "1954",
    ///          "holdings": [{ "repository": { "name": "Beinecke Library", "parent": "Yale University", "place": "New Haven" } }] }"#,
    /// )?;
    /// let cite = Cite::new(&letter);
    /// let entry = Mla::NINTH.text(&cite);
    /// assert_eq!(entry.as_str(), "Moore, Marianne. Letter to Bryher. 1954. Yale University, New Haven, Beinecke Library.");
    /// let entry = Mla::NINTH.narrowest_first().text(&cite);
    /// assert_eq!(entry.as_str(), "Moore, Marianne. Letter to Bryher. 1954. Beinecke Library, Yale University, New Haven.");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn narrowest_first(mut self) -> Self {
        self.repository = RepositoryForm::DEPARTMENT_FIRST;
        self
    }

    /// Prints a title in the script of the document, in roman type, followed by transliteration and translation in brackets.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Mla};
    ///
    /// let story: Document = serde_json::from_str(
    ///     r#"{ "id": "s", "kind": "manuscript", "creators": ["Tolstoĭ, Lev"],
    ///          "title": { "form": "work", "text": "Крейцерова соната", "transliterated": "Kreĭtserova sonata",
    ///                     "translated": "Kreutzer Sonata" } }"#,
    /// )?;
    /// let cite = Cite::new(&story);
    /// assert_eq!(Mla::NINTH.text(&cite).as_str(), "Tolstoĭ, Lev. Kreĭtserova sonata [Kreutzer Sonata].");
    /// assert_eq!(
    ///     Mla::NINTH.original_script().text(&cite).as_str(),
    ///     "Tolstoĭ, Lev. Крейцерова соната [Kreĭtserova sonata; Kreutzer Sonata].",
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn original_script(mut self) -> Self {
        self.original = OriginalScript::Printed;
        self
    }

    /// Prints the names of presses in full.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Mla};
    ///
    /// let book: Document = serde_json::from_str(
    ///     r#"{ "id": "p", "kind": "book", "creators": ["Spacks, Patricia Meyer"], "title": "Privacy",
    ///          "source": { "publisher": "University of Chicago Press", "date": 2003 } }"#,
    /// )?;
    /// let cite = Cite::new(&book);
    /// assert_eq!(Mla::NINTH.text(&cite).as_str(), "Spacks, Patricia Meyer. Privacy. U of Chicago P, 2003.");
    /// assert_eq!(
    ///     Mla::NINTH.full_presses().text(&cite).as_str(),
    ///     "Spacks, Patricia Meyer. Privacy. University of Chicago Press, 2003.",
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn full_presses(mut self) -> Self {
        self.presses = Presses::AsTyped;
        self
    }

    /// The names of the options.
    pub const OPTIONS: &[&str] =
        &["access-dates", "schemes", "quoted-supplied-titles", "narrowest-first", "original-script", "full-presses"];

    /// Sets an option by its name. Returns `None` if the name is unknown.
    pub fn with_option(self, name: &str) -> Option<Self> {
        Some(match name {
            "access-dates" => self.access_dates(),
            "schemes" => self.schemes(),
            "quoted-supplied-titles" => self.quoted_supplied_titles(),
            "narrowest-first" => self.narrowest_first(),
            "original-script" => self.original_script(),
            "full-presses" => self.full_presses(),
            _ => return None,
        })
    }

    /// The citation. This cannot fail.
    pub fn text(&self, cite: &Cite<'_>) -> Text {
        let mut text = Text::with_capacity(512);
        self.write(cite, &mut text);
        text
    }

    /// Appends the citation to a text, whose capacity can be reused.
    pub fn write(&self, cite: &Cite<'_>, text: &mut Text) {
        let mut sentence = Sentence::new(text, self.language);
        if !self.is_in_text(cite) {
            return self.composer(cite).entry(&mut sentence);
        }
        // B19
        let read = cite.locator().and_then(|locator| Day::read(locator, self.language));
        let undated = read.as_ref().map(|(_, rest)| cite.with_locator(rest.unwrap_or_default()));
        let mut composer = self.composer(undated.as_ref().unwrap_or(cite));
        composer.day = read.map(|(day, _)| day);
        composer.in_text(&mut sentence);
    }
}

impl Mla {
    /// MLA has no notes: for a note it uses its default form.
    fn is_in_text(&self, cite: &Cite<'_>) -> bool {
        match cite.form() {
            Some(Form::InText) => true,
            Some(Form::Entry) => false,
            _ => self.form == MlaForm::InText,
        }
    }

    fn composer<'d>(&self, cite: &'d Cite<'d>) -> Composer<'d> {
        let document = cite.document();
        let mut lead = Lead::of(document, self.supplied, self.language);
        let literature = Literature::of(document);
        if literature.is_some_and(|it| it.is_published_by_its_author()) {
            lead.creators = People::NONE;
        }
        Composer { style: *self, cite, document, lead, literature, day: None }
    }
}

impl Default for Mla {
    fn default() -> Self {
        Mla::NINTH
    }
}

impl Style for Mla {
    fn cite(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
        Ok(self.text(cite).into())
    }

    fn cite_into(&self, cite: &Cite<'_>, out: &mut String) -> Result<(), StyleError> {
        Text::write_plain(out, |text| self.write(cite, text));
        Ok(())
    }

    fn forms(&self) -> &[Form] {
        match self.form {
            MlaForm::WorksCited => &[Form::Entry, Form::InText],
            MlaForm::InText => &[Form::InText, Form::Entry],
        }
    }

    fn filing(&self, document: &Document) -> Filing {
        let cite = Cite::new(document);
        let composer = self.composer(&cite);
        let creators = composer.lead.creators;
        let author = (!creators.is_empty()).then(|| plain(self.language, |s| composer.heading(s)));
        let entry = plain(self.language, |s| composer.entry_lead(s));
        Filing::by_key(order::key(creators, Particle::BeforeFamilyName, None, &entry, self.language))
            .with_author(author.filter(|author| !author.is_empty()))
    }

    fn reason(&self, cite: &Cite<'_>, field: &str) -> Option<OmissionReason> {
        let form = if self.is_in_text(cite) { Form::InText } else { Form::Entry };
        of_manuals(REASONS, &Asked { document: cite.document(), form, field })
    }

    fn language(&self) -> &Language {
        self.language
    }

    /// RULES 9.6.
    fn disambiguators(&self, form: Form) -> &[Disambiguator] {
        match form {
            Form::InText => &[
                Disambiguator::Initials,
                Disambiguator::GivenName,
                Disambiguator::Title,
                Disambiguator::Recipient,
                Disambiguator::Day,
                Disambiguator::Date,
                Disambiguator::Interviewer,
                Disambiguator::Unit,
                Disambiguator::Shelf,
            ],
            _ => &[],
        }
    }
}

/// A citation in progress.
struct Composer<'d> {
    style: Mla,
    cite: &'d Cite<'d>,
    document: &'d Document,
    lead: Lead<'d>,
    /// A book, an article, a web page (RULES 13).
    literature: Option<Literature<'d>>,
    /// The day in the locator (B19).
    day: Option<Day>,
}

impl Composer<'_> {
    fn language(&self) -> &'static Language {
        self.style.language
    }
}

#[cfg(test)]
mod tests;
