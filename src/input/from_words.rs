//! Parsing of text from catalogues and databases, for programs with a data model of their own. The readers of foreign
//! files use it too.
//!
//! A column of a database has "January 07, 1950", "German", "Mao, Zedong, 1893-1976", "Box 36, Folder 7". These functions parse it
//! where its meaning is certain, and report what they had to infer.
//!
//! | column | |
//! |---|---|
//! | a date | [`date()`]; [`Date::from_words`](crate::Date::from_words) reads English only, and rejects what is not certain |
//! | one name | [`name`]; split a column of several names first |
//! | a kind of document, languages, a shelf mark | [`kind`], [`languages`], [`shelf_mark`] |
//! | a printed source, or another reference in one text | `Holding::default().`[`cited_whole`](crate::Holding::cited_whole)`(text)`: it is printed as it is |
//! | text that may be blank | the setter of the builder, with [`skip_blank`](crate::document::DocumentBuilder::skip_blank) |
//!
//! [`build_lossy`](crate::document::DocumentBuilder::build_lossy) keeps a row whose other fields are valid.
//!
//! ```
//! use prefercite::input::from_words;
//! use prefercite::{Document, Kind};
//!
//! let date = from_words::date("January 07, 1950", None);
//! let (kind, genre) = from_words::kind("Cable");
//! let letter = Document::builder("mao-1950", kind)
//!     .maybe_genre(genre)
//!     .creator(from_words::name("Mao, Zedong, 1893-1976").value)
//!     .date(date.value)
//!     .languages(from_words::languages("Chinese; Russian").unwrap_or_default())
//!     .holding(from_words::shelf_mark("f. 45, op. 1, d. 334, ll. 97-98"))
//!     .build()?;
//! assert_eq!(letter.kind(), &Kind::Telegram);
//! assert_eq!(letter.creators()[0].to_string(), "Zedong Mao");
//! assert_eq!(letter.holdings()[0].path.len(), 3);
//! # Ok::<(), prefercite::RecordError>(())
//! ```

use std::borrow::Cow;

use super::shared::{dates, kinds, languages as tags, names, shelf};
use crate::document::{Date, Holding, Kind, LeafUnit, Leaves, Level, LevelKind, Name};

/// A value, and the reason if it was inferred.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Parsed<T> {
    /// The value.
    pub value: T,
    /// Why it may be wrong. `None` if the text is clear.
    pub doubt: Option<Cow<'static, str>>,
}

/// Parses a date: EDTF, words in several languages, or numbers in the order of the given language.
///
/// A text that cannot be parsed becomes the wording of an undated document, so that nothing is lost. To get an error
/// instead, use [`Date::from_words`], which reads English.
///
/// ```
/// use prefercite::input::from_words::date;
///
/// let edtf = |text, language| date(text, language).value.edtf();
/// assert_eq!(edtf("c. October 1956", None).as_deref(), Some("1956-10~"));
/// assert_eq!(edtf("14. oktober 1960", None).as_deref(), Some("1960-10-14"));
/// assert_eq!(edtf("5/9/1958", Some("da")).as_deref(), Some("1958-09-05"));
/// // Without a language the day is not known: the year is, and the words are kept.
/// let undecided = date("5/9/1958", None);
/// assert_eq!((undecided.value.edtf().as_deref(), undecided.value.display()), (Some("1958"), Some("5/9/1958")));
/// assert!(undecided.doubt.is_some());
/// ```
pub fn date(text: &str, language: Option<&str>) -> Parsed<Date> {
    let dates::Read { edtf, display, why } = dates::read(text, language);
    let date = edtf.and_then(|edtf| edtf.parse::<Date>().ok()).unwrap_or(Date::UNDATED);
    Parsed { value: display.into_iter().fold(date, Date::displayed), doubt: why }
}

/// Parses one name: `Kennan, George F.`, `Mao, Zedong, 1893-1976`, `King, Jr., Martin Luther`, `Polish Embassy, Rio`.
///
/// ```
/// use prefercite::Name;
/// use prefercite::input::from_words::name;
///
/// assert_eq!(name("Kennan, George F.").value, Name::person("Kennan", "George F."));
/// let institution = name("United States, Department of State");
/// assert_eq!(institution.value, Name::body("United States, Department of State"));
/// assert_eq!(institution.doubt.as_deref(), Some("read as the name of an institution"));
/// ```
pub fn name(text: &str) -> Parsed<Name> {
    let names::Read { name, why } = names::read(text);
    let value = match name {
        names::Parts::Short(text) => Name::from(text),
        names::Parts::Person { family, given } => Name::person(family, given),
        names::Parts::Body(body) => Name::body(body),
    };
    Parsed { value, doubt: why }
}

/// The language tags for names or catalogue codes. `None` if one of them is unknown.
///
/// ```
/// use prefercite::input::from_words::languages;
///
/// assert_eq!(languages("German; rus; pt-BR").as_deref(), Some(&["de", "ru", "pt-BR"].map(str::to_owned)[..]));
/// assert_eq!(languages("Klingon"), None);
/// ```
pub fn languages(text: &str) -> Option<Vec<String>> {
    tags::tags(text)
}

/// The kind of a document, and the genre if the word is more specific. An unknown word becomes a kind of its own.
///
/// ```
/// use prefercite::Kind;
/// use prefercite::input::from_words::kind;
///
/// assert_eq!(kind("Letters"), (Kind::Letter, None));
/// assert_eq!(kind("Postcard"), (Kind::Letter, Some("Postcard".to_owned())));
/// assert_eq!(kind("aide-mémoire"), (Kind::from("aide-mémoire"), None));
/// ```
pub fn kind(text: &str) -> (Kind, Option<String>) {
    match kinds::kind(text) {
        Some(named) => (named.kind, named.genre.map(str::to_owned)),
        None => (Kind::from(text.trim()), None),
    }
}

/// Parses a shelf mark into levels and leaves. If a part does not parse, the whole text is the reference.
///
/// ```
/// use prefercite::LevelKind;
/// use prefercite::input::from_words::shelf_mark;
///
/// let levels = shelf_mark("Box 36, Folder 7").path;
/// assert_eq!(levels.iter().filter_map(|it| it.level.clone()).collect::<Vec<_>>(), [LevelKind::Box, LevelKind::Folder]);
/// assert_eq!(shelf_mark("FO 371/83313").reference.as_deref(), Some("FO 371/83313"));
/// ```
pub fn shelf_mark(text: &str) -> Holding {
    let mut holding = Holding::default();
    let Some(shelf) = shelf::levels(text) else { return holding.reference(text.trim()) };
    for found in shelf.levels {
        let mut level = Level::default();
        level.level = found.level.as_deref().map(LevelKind::from);
        level.id = found.id.map(Cow::into_owned);
        level.title = found.title.map(str::to_owned);
        holding = holding.level(level);
    }
    match shelf.leaves {
        Some((Some(unit), range)) => holding.leaves(Leaves::in_unit(LeafUnit::from(unit), range)),
        Some((None, range)) => holding.leaves(range),
        None => holding,
    }
}
