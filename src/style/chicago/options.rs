//! The style as a value: its edition, its form, and its options.

use crate::prose::dates::{DateStyle, Doubt, Months, YearRange};
use crate::prose::language::DateOrder;
use crate::prose::lead::DescriptionMarks;
use crate::prose::{EN_US, Language, UnitCase};

macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident: $first:ident, $second:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub(super) enum $name {
            $first,
            $second,
        }
    )+};
}

choices! {
    /// When an access date is printed (RULES 5).
    Access: WhereUndated, Always;
    /// Whether an entry has the pages of a document in a book (RULES 6.2).
    EntryPages: AsTheEditionHas, Always;
    /// Where the repository is printed.
    RepositoryPlace: Last, First;
    /// Where the digital archive is printed (RULES 5).
    Home: Last, First;
    /// How many recipients a note prints (quirk Q28).
    Recipients: CutAsAuthors, All;
    /// Whether a short note prints the collection (B8).
    ShortNotes: WithCollection, Bare;
    /// Whether the units come before or after the collection.
    UnitsPlace: BeforeCollection, BehindCollection;
    /// How many holdings a note prints (B14).
    Holdings: First, All;
    /// Whether `f. 45` is capitalized where it opens an element (quirk Q33).
    Codes: Raised, AsTheyAre;
    /// Whether the original of a title is printed after the title in Latin letters (B20).
    OriginalScript: LeftOut, Printed;
    /// Where a note prints the recipients of a titled document (RULES 1.1.6).
    RecipientsPlace: AfterKind, BeforeTitle;
}

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
/// assert_eq!(
///     Chicago::EIGHTEENTH.short_note().text(&cite).as_str(),
///     "Burton to Merriam, telegram, January 26, 1923, Charles E. Merriam Papers.",
/// );
/// assert_eq!(
///     Chicago::EIGHTEENTH.text(&cite).as_str(),
///     "Burton. Telegram to Merriam. January 26, 1923. Box 26. Charles E. Merriam Papers. University of Chicago Library.",
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// The options, with the names that [`Chicago::with_option`] accepts. Each row shows the manual's default, then the option.
///
/// | option | |
/// |---|---|
/// | `day-month-year` | `January 7, 1950`; `7 January 1950` |
/// | `access-dates` | only if the document has no date; always |
/// | `abbreviated-years` | `1956–1959`; `1956–59` |
/// | `pages-in-entries` | as the edition has them (17th yes, 18th no); always |
/// | `repository-first` | units, collection, repository; `AVPRF, f. 0100, …` |
/// | `quoted-supplied-titles` | a cataloguer's description is roman; quoted like a title |
/// | `digital-home-first` | the holding archive first; the digital archive first |
/// | `all-recipients` | cut as authors are in notes; all |
/// | `lower-case-codes` | `F. 45, op. 1` opens an element of a list; `f. 45, op. 1` |
/// | `bare-short-notes` | a short note ends with the collection; without it |
/// | `capital-units` | `box 2, folder 5`; `Box 2, Folder 5` |
/// | `collection-first` | units, collection, repository; collection, units, repository |
/// | `all-holdings` | a note has the first holding; all of them |
/// | `abbreviated-months` | `January 12, 1961` in notes; `Jan. 12, 1961` |
/// | `original-script` | `“Doklad”`; `“Doklad” Доклад` |
/// | `recipients-before-titles` | a note has `A, “Title,” letter to B`; `A to B, “Title,”` |
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chicago {
    pub(super) language: &'static Language,
    pub(super) edition: Edition,
    pub(super) form: ChicagoForm,
    pub(super) order: DateOrder,
    pub(super) years: YearRange,
    pub(super) access: Access,
    pub(super) entry_pages: EntryPages,
    pub(super) repository: RepositoryPlace,
    pub(super) supplied: DescriptionMarks,
    pub(super) home: Home,
    pub(super) recipients: Recipients,
    pub(super) codes: Codes,
    pub(super) short_notes: ShortNotes,
    pub(super) units: UnitsPlace,
    pub(super) unit_case: UnitCase,
    pub(super) holdings: Holdings,
    pub(super) months: Months,
    pub(super) original: OriginalScript,
    pub(super) recipients_place: RecipientsPlace,
}

/// An edition of the manual.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Edition {
    Eighteenth,
    Seventeenth,
}

/// The default form of a [`Chicago`].
///
/// ```
/// use prefercite::style::{Chicago, ChicagoForm};
/// use prefercite::{Cite, Document};
///
/// let letter: Document = serde_json::from_str(
///     r#"{ "id": "c", "kind": "letter", "creators": ["Creel, George"], "date": "1918-09-25" }"#,
/// )?;
/// let style = Chicago::EIGHTEENTH.with_form(ChicagoForm::AuthorDate);
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
    /// The 18th edition, of 2024: the entry of its bibliography.
    pub const EIGHTEENTH: Chicago = Chicago {
        language: &EN_US,
        edition: Edition::Eighteenth,
        form: ChicagoForm::Bibliography,
        order: DateOrder::MonthDayYear,
        years: YearRange::Full,
        access: Access::WhereUndated,
        entry_pages: EntryPages::AsTheEditionHas,
        repository: RepositoryPlace::Last,
        supplied: DescriptionMarks::Roman,
        home: Home::Last,
        recipients: Recipients::CutAsAuthors,
        codes: Codes::Raised,
        short_notes: ShortNotes::WithCollection,
        units: UnitsPlace::BeforeCollection,
        unit_case: UnitCase::Small,
        holdings: Holdings::First,
        months: Months::Full,
        original: OriginalScript::LeftOut,
        recipients_place: RecipientsPlace::AfterKind,
    };

    /// The 17th edition, of 2017: the entry of its bibliography.
    pub const SEVENTEENTH: Chicago = Chicago { edition: Edition::Seventeenth, ..Chicago::EIGHTEENTH };

    pub(super) fn is_author_date(&self) -> bool {
        matches!(self.form, ChicagoForm::AuthorDate | ChicagoForm::InText)
    }

    pub(super) fn calendar(&self) -> DateStyle {
        DateStyle { order: self.order, months: self.months, years: self.years, doubt: Doubt::Brackets }
    }

    /// Sets the form to use when a request has none.
    #[must_use]
    pub const fn with_form(mut self, form: ChicagoForm) -> Self {
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

    /// As a note in full.
    #[must_use]
    pub const fn note(self) -> Self {
        self.with_form(ChicagoForm::Note)
    }

    /// As a later note.
    #[must_use]
    pub const fn short_note(self) -> Self {
        self.with_form(ChicagoForm::ShortNote)
    }

    /// As an entry of the reference list of author-date.
    #[must_use]
    pub const fn author_date(self) -> Self {
        self.with_form(ChicagoForm::AuthorDate)
    }

    /// In the text, by author and date.
    #[must_use]
    pub const fn in_text(self) -> Self {
        self.with_form(ChicagoForm::InText)
    }
}
