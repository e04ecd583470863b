//! What a citation is asked because of those beside it: to be told from another, to use a name that was introduced.

/// What can tell a document from another whose short note or text citation reads the same (RULES 9.2, 9.6).
///
/// ```
/// use prefercite::style::{Chicago, Detail, Details};
/// use prefercite::{Cite, Document};
///
/// let telegram: Document = serde_json::from_str(
///     r#"{ "id": "t", "title": "Ciphered Telegram", "creators": ["Stalin"],
///          "holdings": [{ "path": [{ "level": "fond", "id": 45 }, { "level": "delo", "id": 334 }] }] }"#,
/// )?;
/// let (style, cite) = (Chicago::EIGHTEENTH.short_note(), Cite::new(&telegram));
/// assert_eq!(style.text(&cite).as_str(), "Stalin, “Ciphered Telegram.”");
/// let by_unit = cite.details(Details::NONE.with(Detail::Unit));
/// assert_eq!(style.text(&by_unit).as_str(), "Stalin, “Ciphered Telegram,” d. 334.");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Detail {
    /// Its title or what it is, beside the author: `(Stalin, Telegram)`.
    Title,
    /// To whom it was sent.
    Recipient,
    /// The day and the month when it was written, without the year: `[22 June]`.
    Day,
    /// When it was written.
    Date,
    /// Who asked.
    Interviewer,
    /// The book in which it stands.
    Book,
    /// The initials of the author: `(J. Stalin 1950)`.
    Initials,
    /// The author's given name.
    GivenName,
    /// Its number, or the narrowest unit in which it lies: `d. 334`.
    Unit,
    /// Its number and all that leads to it: `f. 45, op. 1, d. 334, ll. 97–98`.
    Shelf,
}

/// Several [`Detail`]s.
///
/// ```
/// use prefercite::style::{Detail, Details};
///
/// let details = Details::NONE.with(Detail::Date);
/// assert!(details.has(Detail::Date) && !details.has(Detail::Shelf));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Details(u16);

impl Details {
    /// None of them.
    pub const NONE: Details = Details(0);

    /// These and one more.
    #[must_use]
    pub const fn with(self, detail: Detail) -> Self {
        Details(self.0 | 1 << detail as u8)
    }

    /// These but for those.
    #[must_use]
    pub const fn without(self, others: Details) -> Self {
        Details(self.0 & !others.0)
    }

    /// Whether there are none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether it is among them.
    pub const fn has(self, detail: Detail) -> bool {
        self.0 & 1 << detail as u8 != 0
    }
}

impl FromIterator<Detail> for Details {
    fn from_iter<I: IntoIterator<Item = Detail>>(details: I) -> Self {
        details.into_iter().fold(Details::NONE, Details::with)
    }
}

/// How something is named that has a shorter name too.
///
/// ```
/// use prefercite::style::{Chicago, Mention, Naming};
/// use prefercite::{Cite, Document};
///
/// let report: Document = serde_json::from_str(
///     r#"{ "id": "r", "title": "A report", "date": "1950",
///          "holdings": [{ "repository": { "name": "Archive of the President", "abbreviation": "APRF" } }] }"#,
/// )?;
/// let note = |repository| {
///     let naming = Naming { repository, ..Naming::default() };
///     Chicago::EIGHTEENTH.note().text(&Cite::new(&report).naming(naming)).into_string()
/// };
/// assert_eq!(note(Mention::Introduced), "“A report,” 1950, Archive of the President (hereafter APRF).");
/// assert_eq!(note(Mention::Short), "“A report,” 1950, APRF.");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Mention {
    /// By its full name, as in a citation that stands alone.
    #[default]
    Full,
    /// By its full name, and the shorter one that it goes by hereafter.
    Introduced,
    /// By the shorter name.
    Short,
}

/// How a citation names the repository (`abbreviation`) and the collection (`short`) of a document (RULES 9.1).
///
/// ```
/// use prefercite::style::{Chicago, Mention, Naming};
/// use prefercite::{Cite, Document};
///
/// let letter: Document = serde_json::from_str(
///     r#"{ "id": "l", "title": "A letter", "date": "1740", "holdings": [{ "repository": "British Library",
///          "path": [{ "level": "collection", "title": "Egmont Manuscripts", "short": "Egmont MSS" }] }] }"#,
/// )?;
/// let naming = Naming { collection: Mention::Introduced, ..Naming::default() };
/// assert_eq!(
///     Chicago::EIGHTEENTH.note().text(&Cite::new(&letter).naming(naming)).as_str(),
///     "“A letter,” 1740, Egmont Manuscripts, British Library (hereafter cited as Egmont MSS).",
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Naming {
    /// `Archive of the President of the Russian Federation, Moscow (hereafter APRF)`, then `APRF`.
    pub repository: Mention,
    /// `… (hereafter cited as Egmont MSS)`, then `…, Egmont MSS`.
    pub collection: Mention,
}
