//! What a citation needs because of other citations: disambiguation, and names that were introduced.

/// A detail that disambiguates a short note, or a citation in the text, from one that would be the same (RULES 9.2, 9.6).
///
/// ```
/// use prefercite::style::{Chicago, Disambiguator, Disambiguators};
/// use prefercite::{Cite, Document};
///
/// let telegram: Document = serde_json::from_str(
///     r#"{ "id": "t", "title": "Ciphered Telegram", "creators": ["Stalin"],
///          "holdings": [{ "path": [{ "level": "fond", "id": 45 }, { "level": "delo", "id": 334 }] }] }"#,
/// )?;
/// let (style, cite) = (Chicago::EIGHTEENTH.short_note(), Cite::new(&telegram));
/// assert_eq!(style.text(&cite).as_str(), "Stalin, “Ciphered Telegram.”");
/// let by_unit = cite.with_disambiguators(Disambiguators::NONE.with(Disambiguator::Unit));
/// assert_eq!(style.text(&by_unit).as_str(), "Stalin, “Ciphered Telegram,” d. 334.");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Disambiguator {
    /// The title or the kind, after the author: `(Stalin, Telegram)`.
    Title,
    /// The recipient.
    Recipient,
    /// The day and the month, without the year: `[22 June]`.
    Day,
    /// The date.
    Date,
    /// The interviewer.
    Interviewer,
    /// The book in which the document is printed.
    Book,
    /// The initials of the author: `(J. Stalin 1950)`.
    Initials,
    /// The given name of the author.
    GivenName,
    /// The number, or the narrowest unit of the shelf mark: `d. 334`.
    Unit,
    /// The number and the whole shelf mark: `f. 45, op. 1, d. 334, ll. 97–98`.
    Shelf,
}

/// A set of [`Disambiguator`]s, and how the names at the start of a citation are printed.
///
/// ```
/// use prefercite::style::{Disambiguator, Disambiguators};
///
/// let details = Disambiguators::NONE.with(Disambiguator::Date);
/// assert!(details.has(Disambiguator::Date) && !details.has(Disambiguator::Shelf));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Disambiguators {
    details: u16,
    names: NamesInText,
}

/// The names at the start of a citation, by position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
struct NamesInText {
    /// How many are printed before "et al.", if more than the default.
    shown: u8,
    initials: u32,
    given: u32,
}

impl Disambiguators {
    /// The empty set.
    pub const NONE: Disambiguators =
        Disambiguators { details: 0, names: NamesInText { shown: 0, initials: 0, given: 0 } };

    /// Returns the set with one more detail.
    #[must_use]
    pub const fn with(self, detail: Disambiguator) -> Self {
        Disambiguators { details: self.details | 1 << detail as u8, names: self.names }
    }

    /// Returns the set without the details of the other set.
    #[must_use]
    pub const fn without(self, others: Disambiguators) -> Self {
        Disambiguators { details: self.details & !others.details, names: self.names }
    }

    /// Whether the set is empty.
    pub const fn is_empty(self) -> bool {
        self.details == 0 && self.names.shown == 0 && !self.names_names()
    }

    /// Whether the set contains the detail.
    pub const fn has(self, detail: Disambiguator) -> bool {
        self.details & 1 << detail as u8 != 0
    }
}

/// For CSL styles, which print more names and longer names where a citation is ambiguous.
#[cfg_attr(not(feature = "csl"), expect(dead_code))]
impl Disambiguators {
    pub(crate) fn showing(mut self, names: usize) -> Self {
        self.names.shown = u8::try_from(names).unwrap_or(u8::MAX);
        self
    }

    pub(crate) fn shown(self) -> usize {
        self.names.shown.into()
    }

    pub(crate) fn with_initials_of(mut self, place: usize) -> Self {
        self.names.initials |= bit(place);
        self
    }

    pub(crate) fn with_given_name_of(mut self, place: usize) -> Self {
        self.names.given |= bit(place);
        self
    }

    pub(crate) fn has_initials_of(&self, place: usize) -> bool {
        self.names.initials & bit(place) != 0
    }

    pub(crate) fn has_given_name_of(&self, place: usize) -> bool {
        self.names.given & bit(place) != 0
    }
}

impl Disambiguators {
    pub(crate) const fn names_names(self) -> bool {
        self.names.initials != 0 || self.names.given != 0
    }
}

/// All names after the thirty-first share a bit. No citation prints that many.
fn bit(place: usize) -> u32 {
    1 << place.min(31)
}

impl FromIterator<Disambiguator> for Disambiguators {
    fn from_iter<I: IntoIterator<Item = Disambiguator>>(details: I) -> Self {
        details.into_iter().fold(Disambiguators::NONE, Disambiguators::with)
    }
}

/// How something is named that also has a short name.
///
/// ```
/// use prefercite::style::{Chicago, NameUse, ShortNames};
/// use prefercite::{Cite, Document};
///
/// let report: Document = serde_json::from_str(
///     r#"{ "id": "r", "title": "A report", "date": "1950",
///          "holdings": [{ "repository": { "name": "Archive of the President", "abbreviation": "APRF" } }] }"#,
/// )?;
/// let note = |repository| {
///     let names = ShortNames::NONE.with_repository(repository);
///     Chicago::EIGHTEENTH.note().text(&Cite::new(&report).with_short_names(names)).into_string()
/// };
/// assert_eq!(note(NameUse::Introduced), "“A report,” 1950, Archive of the President (hereafter APRF).");
/// assert_eq!(note(NameUse::Short), "“A report,” 1950, APRF.");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NameUse {
    /// The full name, as in a single citation.
    #[default]
    Full,
    /// The full name, followed by the short one that later notes use.
    Introduced,
    /// The short name.
    Short,
}

/// How a citation names the repository (`abbreviation`) and the collection (`short`) of a document (RULES 9.1).
///
/// ```
/// use prefercite::style::{Chicago, NameUse, ShortNames};
/// use prefercite::{Cite, Document};
///
/// let letter: Document = serde_json::from_str(
///     r#"{ "id": "l", "title": "A letter", "date": "1740", "holdings": [{ "repository": "British Library",
///          "path": [{ "level": "collection", "title": "Egmont Manuscripts", "short": "Egmont MSS" }] }] }"#,
/// )?;
/// let names = ShortNames::NONE.with_collection(NameUse::Introduced);
/// assert_eq!(
///     Chicago::EIGHTEENTH.note().text(&Cite::new(&letter).with_short_names(names)).as_str(),
///     "“A letter,” 1740, Egmont Manuscripts, British Library (hereafter cited as Egmont MSS).",
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ShortNames {
    /// `Archive of the President of the Russian Federation, Moscow (hereafter APRF)`, then `APRF`.
    pub repository: NameUse,
    /// `… (hereafter cited as Egmont MSS)`, then `…, Egmont MSS`.
    pub collection: NameUse,
}

impl ShortNames {
    /// Full names only.
    pub const NONE: ShortNames = ShortNames { repository: NameUse::Full, collection: NameUse::Full };

    /// Sets how the repository is named.
    #[must_use]
    pub const fn with_repository(mut self, repository: NameUse) -> Self {
        self.repository = repository;
        self
    }

    /// Sets how the collection is named.
    #[must_use]
    pub const fn with_collection(mut self, collection: NameUse) -> Self {
        self.collection = collection;
        self
    }
}
