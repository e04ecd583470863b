//! The building blocks of styles: sentences, names, dates, shelf marks, repositories, books, in any [`Language`].
//!
//! Chicago, the MLA and the house style are written with this module alone. A note for an archive of your own, in
//! French:
//!
//! ```
//! use prefercite::prose::{
//!     DatePart, DateStyle, EtAl, FR, NameForm, Punctuation, Sentence, Units, push_date, push_names, push_repository,
//!     RepositoryForm,
//! };
//! use prefercite::{Document, Text};
//!
//! let letter: Document = serde_json::from_str(
//!     r#"{ "id": "l", "kind": "letter", "creators": ["Schuman, Robert"], "recipients": ["Bidault, Georges"], "date": "1950-05-01",
//!          "holdings": [{ "repository": "Archives nationales", "path": [{ "level": "box", "id": 12 }],
//!                         "leaves": { "unit": "folio", "range": "12-13" } }] }"#,
//! )?;
//! let mut text = Text::new();
//! let mut s = Sentence::new(&mut text, &FR);
//! push_names(&mut s, letter.creators(), NameForm::Natural, EtAl::NEVER);
//! s.word(" ").term(|language| language.people.to);
//! push_names(&mut s, letter.recipients(), NameForm::Natural, EtAl::NEVER);
//! if let Some(date) = letter.date() {
//!     push_date(s.punctuate(Punctuation::Comma), date, DatePart::Whole, DateStyle::of(&FR));
//! }
//! for holding in letter.holdings() {
//!     if let Some(repository) = &holding.repository {
//!         push_repository(s.punctuate(Punctuation::Comma), repository, RepositoryForm::DEPARTMENT_FIRST);
//!     }
//!     Units::of(holding).push(&mut s, |s| _ = s.punctuate(Punctuation::Comma));
//! }
//! s.end();
//! assert_eq!(
//!     text.as_str(),
//!     "Robert Schuman à Georges Bidault, 1er\u{a0}mai 1950, Archives nationales, carton\u{a0}12, f°\u{a0}12-13.",
//! );
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! | to write | |
//! |---|---|
//! | a sentence | [`Sentence`], [`Punctuation`] |
//! | the beginning of a citation | [`Lead`], [`push_title`], [`short_title`] |
//! | names | [`push_names`], [`push_people`], [`NameForm`], [`EtAl`] |
//! | dates | [`push_date`], [`DateStyle`] |
//! | the place of a document | [`Units`], [`push_collection`], [`push_repository`], [`RepositoryForm`] |
//! | the book that it was read in | [`push_book`], [`BookForm`], [`PrintedBook`] |
//! | ranges, locators, links | [`push_range`], [`push_locator`], [`link`] |
//!
//! A style is mostly constants. So the structs of forms ([`RepositoryForm`], [`BookForm`], [`DateStyle`], [`EtAl`], [`InOneForm`],
//! [`Units`]) have public fields and are exhaustive: a new field comes only in a release that breaks styles. Enums may grow.
//!
//! The documentation names the rules by their numbers in the [rule book](crate::_rules): `RULES 4.6`, `A13`.

pub(crate) mod books;
pub(crate) mod collection;
pub(crate) mod dates;
pub(crate) mod days;
pub(crate) mod digits;
pub(crate) mod language;
pub(crate) mod lead;
mod leaves;
mod levels;
pub(crate) mod links;
pub(crate) mod lists;
pub(crate) mod medium;
pub(crate) mod names;
pub(crate) mod ranges;
pub(crate) mod repository;
pub(crate) mod scripts;
pub(crate) mod sentence;
pub(crate) mod shelf;
pub(crate) mod supplied;
pub(crate) mod typography;
pub(crate) mod words;

pub use books::{
    BookField, BookForm, BookPart, BookPeople, BookPunctuation, Credits, InOneForm, NamesAndDates, OtherTitles,
    PagesForm, PrintedBook, TitleMarks, push_book,
};
pub use dates::{DatePart, DateStyle, Doubt, Months, YearRange, has_part, is_bracketed, push_date};
pub use language::{
    BookWords, Century, DE, DateOrder, DateWords, EN_GB, EN_US, FR, HeadingWords, KindWords, Language, LeafForms,
    LeafWords, LevelForms, LevelWord, LevelWords, LiteratureWords, NoteWords, Ordinals, PeopleWords, QuotationMarks,
    QuotedPunctuation, RoleWords, SuppliedTitleWords, TitleWords, TypedMarks, Unit,
};
pub use lead::{
    DescriptionMarks, Lead, Opening, Subtitle, kind_word, push_conversation, push_title, short_title, translators,
};
pub use links::{Link, link};
pub use lists::push_items;
pub use names::{EtAl, NameForm, People, push_name, push_names, push_people, push_plain_name};
pub use ranges::{RangeDigits, bare_pages, is_several, push_locator, push_range};
pub use repository::{PlaceRule, RepositoryForm, RepositoryPart, push_repository};
pub use sentence::{Punctuation, Sentence, plain};
pub use shelf::{MicrofilmWord, NumberPlace, UnitCase, Units, has_collection, push_collection, push_path_as_title};
pub use words::has_words;
