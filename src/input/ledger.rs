//! Where each value of a foreign file went.

use std::borrow::Cow;
use std::fmt;

use crate::document::FieldPath;
use crate::document::message::Quoted;

/// A value of a foreign file, and where it went.
///
/// Each value of the file has exactly one entry. A value is a visible text, a number or a boolean.
///
/// ```
/// use prefercite::input::{Fate, RecordFormat, Records};
///
/// let library = r#"[{ "id": "diary", "type": "manuscript", "title": "Diary", "archive": "RGANI",
///                     "archive_location": "f. 5, op. 49, d. 131" }]"#;
/// let mut records = Records::new(library, RecordFormat::CslJson);
/// let diary = records.next().ok_or("no record")??;
/// assert_eq!(diary.holdings()[0].path.len(), 3);
///
/// let told: Vec<String> = records.ledger().iter().map(|entry| entry.to_string()).collect();
/// assert_eq!(told[3], "line 1: archive: \"RGANI\": in holdings[0].repository.name");
/// assert_eq!(told[4], "line 2: archive_location: \"f. 5, op. 49, d. 131\": in holdings[0].path");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LedgerEntry {
    /// The number of its item in the file, from 1. `None` for a value outside all items.
    pub record: Option<usize>,
    /// The line of the file, counted from 1.
    pub line: usize,
    /// Its path in the item, in the names of the foreign format: `creators[0].lastName`.
    pub field: String,
    /// The value.
    pub value: String,
    /// Where it went.
    pub fate: Fate,
    /// Further fields that were inferred from it, such as the recipient of a letter from its title.
    pub guesses: Vec<Guess>,
}

/// Where a value went.
///
/// ```
/// use prefercite::input::{Fate, RecordFormat, Records};
///
/// let item = r#"[{ "type": "personal_communication", "title": "Brief", "issued": { "raw": "5/9/1958" }, "language": "de" }]"#;
/// let reading = Records::new(item, RecordFormat::CslJson).collect_all();
/// assert_eq!(reading.documents[0].date().and_then(|date| date.edtf()).as_deref(), Some("1958-09-05"));
/// let date = reading.ledger.iter().find(|entry| entry.field == "issued.raw").ok_or("no entry")?;
/// assert!(matches!(&date.fate, Fate::Guessed(path, _) if path.to_string() == "date"));
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fate {
    /// It is in this field.
    Key(FieldPath),
    /// It is in the `note`, after this label if it has one.
    Note(Cow<'static, str>),
    /// It is in this field, which may be wrong for this reason.
    Guessed(FieldPath, Cow<'static, str>),
    /// It is not in the document, for this reason.
    NotCarried(Cow<'static, str>),
}

/// A field that was inferred.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Guess {
    /// The field.
    pub path: FieldPath,
    /// Why this value was inferred.
    pub why: Cow<'static, str>,
}

/// The reason for not carrying numbers and times that a program keeps for its own use.
pub(super) const OF_THE_PROGRAM: &str = "data for the program's own use";

impl LedgerEntry {
    /// Whether it is bookkeeping of the program, such as the time when an item was added.
    pub fn is_bookkeeping(&self) -> bool {
        matches!(&self.fate, Fate::NotCarried(why) if why == OF_THE_PROGRAM)
    }

    /// Whether somebody should check it: the value, or a field that was inferred from it, is a guess.
    pub fn is_guessed(&self) -> bool {
        matches!(self.fate, Fate::Guessed(..)) || !self.guesses.is_empty()
    }
}

impl fmt::Display for LedgerEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}: \"{}\": {}", self.line, Quoted(&self.field), Quoted(&self.value), self.fate)?;
        for guess in &self.guesses {
            write!(f, "; {} guessed: {}", guess.path, guess.why)?;
        }
        Ok(())
    }
}

impl fmt::Display for Fate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fate::Key(path) => write!(f, "in {path}"),
            Fate::Note(label) if label.is_empty() => f.write_str("in note"),
            Fate::Note(label) => write!(f, "in note, as \"{label}\""),
            Fate::Guessed(path, why) => write!(f, "in {path}, guessed: {why}"),
            Fate::NotCarried(why) => write!(f, "not carried: {why}"),
        }
    }
}
