//! Everything in a citation that depends on the language: words, months, quotation marks, the place of commas,
//! abbreviations and their plurals.
//!
//! A style takes its words from a [`Language`] and has none of its own. A new language is one file next to [`EN_US`].

mod de;
mod definition;
mod en_gb;
mod en_us;
mod fr;
mod names;
mod words;

pub use de::DE;
pub use definition::{
    Century, DateOrder, Language, Ordinals, QuotationMarks, QuotedPunctuation, SuppliedTitleWords, TypedMarks,
};
pub use en_gb::EN_GB;
pub use en_us::EN_US;
pub use fr::FR;
pub use words::{
    BookWords, DateWords, HeadingWords, KindWords, LeafForms, LeafWords, LevelForms, LevelWord, LevelWords,
    LiteratureWords, NoteWords, PeopleWords, RoleWords, TitleWords, Unit,
};

#[cfg(test)]
mod tests;
