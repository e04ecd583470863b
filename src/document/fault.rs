//! The errors of a record: the field, the reason, and what to write instead.

use std::borrow::Cow;
use std::fmt;

use super::date::DateError;
use super::message::Quoted;
use crate::separator::Separator;

/// The largest number of errors reported for a record. Each error is compared with those before it.
const MAX_FAULTS: usize = 100;

/// The path of a field of a record: `holdings[0].path[2].id`.
///
/// ```
/// use prefercite::document::Records;
///
/// let records = r#"{ "id": "r", "holdings": [{ "path": [{ "level": "fond", "id": "45" }, { "level": "opis" }] }] }"#;
/// let reading = Records::detect(records).collect_all();
/// let path = reading.errors[0].field_errors()[0].path();
/// assert_eq!(path.to_string(), "holdings[0].path[1]");
/// assert_eq!(path.steps().len(), 4);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct FieldPath(pub(crate) Vec<Step>);

/// A step of a [`FieldPath`].
///
/// ```
/// use prefercite::document::Step;
/// use prefercite::{Document, Kind};
///
/// let refusal = Document::builder("r", Kind::Letter).title("A letter").language("russian").build().unwrap_err();
/// assert_eq!(refusal.field_errors()[0].path().steps(), [Step::Key("languages".into()), Step::Index(0)]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Step {
    /// Into the value of a key.
    Key(Cow<'static, str>),
    /// Into the entry of a list, counted from 0.
    Index(usize),
}

impl FieldPath {
    /// The steps from the record to the field; empty for the record itself.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (depth, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if depth == 0 => f.write_str(key)?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// An error in a field of a record.
///
/// It is displayed as `holdings[0].path[2]: unknown key "lvel", did you mean "level"?`
///
/// ```
/// use prefercite::document::{FieldErrorKind, Records};
///
/// let reading = Records::detect("[{ \"id\": \"r\",\n \"titel\": \"A report\" }]").collect_all();
/// let fault = &reading.errors[0].field_errors()[0];
/// assert_eq!(fault.to_string(), "unknown key \"titel\", did you mean \"title\"?");
/// assert_eq!(fault.line(), Some(2));
/// assert!(matches!(fault.kind(), FieldErrorKind::UnknownKey { key, .. } if key == "titel"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}{}{problem}", if path.0.is_empty() { "" } else { ": " })]
pub struct FieldError {
    pub(crate) path: FieldPath,
    pub(crate) problem: FieldErrorKind,
    pub(crate) line: Option<usize>,
}

impl FieldError {
    /// The path of the field.
    pub fn path(&self) -> &FieldPath {
        &self.path
    }

    /// What is wrong with the field.
    pub fn kind(&self) -> &FieldErrorKind {
        &self.problem
    }

    /// The line of the file, counted from 1, on which the field begins; `None` for a record that a program built.
    pub fn line(&self) -> Option<usize> {
        self.line
    }
}

/// What is wrong with a field. Offsets count characters from the start of the field's text.
///
/// ```
/// use prefercite::document::FieldErrorKind;
/// use prefercite::{Document, Kind};
///
/// let refusal = Document::builder("r", Kind::Telegram).title(" ").build().unwrap_err();
/// let fault = &refusal.field_errors()[0];
/// assert_eq!(fault.kind(), &FieldErrorKind::Empty);
/// assert_eq!(fault.kind().to_string(), "is empty; leave the key out, or give it a value");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FieldErrorKind {
    /// The file has a syntax error.
    #[error("{}", Quoted(.0))]
    Syntax(String),
    /// The record is nested too deeply, or has too many values or errors.
    #[error("{what}: more than {limit} in one record")]
    LimitExceeded {
        /// What exceeds the limit.
        what: &'static str,
        /// The limit.
        limit: usize,
    },
    /// Unknown key.
    #[error("unknown key \"{}\"{}", Quoted(.key), .nearest.as_deref().unwrap_or_default())]
    UnknownKey {
        /// The key as it was written.
        key: String,
        /// A suggestion, as the end of the message.
        nearest: Option<String>,
    },
    /// Duplicate key in a map.
    #[error("duplicate key \"{0}\"")]
    DuplicateKey(String),
    /// Missing required value.
    #[error("is required")]
    Missing,
    /// A value of another type: a list instead of a map, a map instead of text …
    #[error("expected {expected}, found {found}")]
    UnexpectedType {
        /// The type in the record format.
        expected: &'static str,
        /// The type in the record.
        found: &'static str,
    },
    /// An unquoted value that has lost its spelling: `0100` may have been read as 64.
    #[error("{} is not text: put it in quotation marks", Quoted(.0))]
    SpellingLost(String),
    /// Not one of the allowed words.
    #[error("\"{}\" is not {expected}{}", Quoted(.found), .nearest.as_deref().unwrap_or_default())]
    UnknownWord {
        /// The word as it was written.
        found: String,
        /// The kind of word that was expected.
        expected: &'static str,
        /// A suggestion, as the end of the message.
        nearest: Option<String>,
    },
    /// Blank text.
    #[error("is empty; leave the key out, or give it a value")]
    Empty,
    /// A control character, or one that overrides the direction of writing.
    #[error("has the character U+{:04X} at character {}, which no citation can print; remove it", *.character as u32, .offset + 1)]
    ForbiddenCharacter {
        /// The character.
        character: char,
        /// Its offset.
        offset: usize,
    },
    /// Not a valid date.
    #[error(transparent)]
    Date(#[from] DateError),
    /// Not a single name, or an ambiguous one.
    #[error("\"{}\" is not a name: {hint}", Quoted(.found))]
    Name {
        /// The name as it was written.
        found: String,
        /// What to write instead.
        hint: String,
    },
    /// A value that does not have the required format.
    #[error("\"{}\" is not {expected}", Quoted(.found))]
    Format {
        /// The value as it was written.
        found: String,
        /// The required format.
        expected: &'static str,
    },
    /// A web address that cannot be linked to.
    #[error("\"{}\" is not a web address: {reason}", Quoted(.found))]
    Address {
        /// The address as it was written.
        found: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// Parts of the record that exclude or require each other.
    #[error("{0}")]
    Rule(&'static str),
    /// Another record has the same id.
    #[error("the id \"{}\" is taken by record {first}{}", Quoted(.id), line_of(.first_line))]
    DuplicateId {
        /// The id.
        id: String,
        /// The first record with the id, counted from 1.
        first: usize,
        /// The line of the file on which that record begins.
        first_line: Option<usize>,
    },
}

fn line_of(line: &Option<usize>) -> String {
    line.map(|line| format!(" (line {line})")).unwrap_or_default()
}

/// A rejected record, with all its errors.
///
/// ```
/// use prefercite::document::Records;
///
/// let record = r#"{ "id": "mao", "title": "A telegram", "date": "1950-13", "time": "9" }"#;
/// let reading = Records::detect(record).collect_all();
/// let refusal = &reading.errors[0];
/// assert_eq!((refusal.id(), refusal.record(), refusal.line()), (Some("mao"), Some(1), Some(1)));
/// assert_eq!(refusal.field_errors().len(), 2);
/// assert!(refusal.to_string().starts_with("mao: date: \"1950-13\" is not a date: "));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[doc(alias = "invalid")]
#[doc(alias = "validation")]
pub struct RecordError {
    pub(crate) id: Option<String>,
    pub(crate) record: Option<usize>,
    pub(crate) line: Option<usize>,
    pub(crate) faults: Vec<FieldError>,
}

impl RecordError {
    /// The id of the record, if it has one.
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The position of the record in its file, counted from 1.
    pub fn record(&self) -> Option<usize> {
        self.record
    }

    /// The line of the file, counted from 1, on which the record begins.
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    /// The errors of its fields: at least one.
    pub fn field_errors(&self) -> &[FieldError] {
        &self.faults
    }

    /// The name of the record in messages: its id, or its position in the file.
    ///
    /// ```
    /// use prefercite::document::Records;
    ///
    /// let reading = Records::detect(r#"[{ "id": "a", "title": "A report" }, { "title": "Another" }]"#).collect_all();
    /// assert_eq!(reading.errors[0].name(), "record 2");
    /// assert_eq!(reading.errors[0].to_string(), "record 2: id: is required");
    /// ```
    pub fn name(&self) -> String {
        match (&self.id, self.record) {
            (Some(id), _) => Quoted(id).to_string(),
            (None, Some(record)) => format!("record {record}"),
            // A file that is not text has no records.
            (None, None) if self.line.is_some() => "the file".to_owned(),
            (None, None) => "a record without id".to_owned(),
        }
    }
}

impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name())?;
        let mut separator = Separator::new();
        for fault in &self.faults {
            write!(f, "{}{fault}", separator.choose(": ", "; "))?;
        }
        Ok(())
    }
}

/// Collects the errors of a record, each with the current path.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    path: Vec<Step>,
    found: Vec<FieldError>,
    /// The entries of lists that could not be read. They are missing from the values that are checked later.
    unread: Vec<Vec<Step>>,
}

impl Faults {
    pub(crate) fn within<T>(&mut self, key: impl Into<Cow<'static, str>>, read: impl FnOnce(&mut Self) -> T) -> T {
        self.enter(Step::Key(key.into()), read)
    }

    pub(crate) fn at<T>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        self.enter(Step::Index(index), read)
    }

    /// Like [`at`](Self::at), for the entry with this `index` among the entries that could be read.
    pub(crate) fn at_read<T>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        let unread = self.unread.iter().filter_map(|path| match path.split_last() {
            Some((Step::Index(index), list)) if list == self.path => Some(*index),
            _ => None,
        });
        let written = unread.fold(index, |written, unread| written + usize::from(unread <= written));
        self.at(written, read)
    }

    /// Records that this entry of a list cannot be read.
    pub(crate) fn add_unread(&mut self) {
        self.unread.push(self.path.clone());
    }

    fn enter<T>(&mut self, step: Step, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step);
        let value = read(self);
        self.path.pop();
        value
    }

    pub(crate) fn add(&mut self, problem: impl Into<FieldErrorKind>) {
        if self.found.len() == MAX_FAULTS {
            let problem = FieldErrorKind::LimitExceeded { what: "faults", limit: MAX_FAULTS };
            self.found.push(FieldError { path: FieldPath::default(), problem, line: None });
        }
        if self.is_full() {
            return;
        }
        self.found.push(FieldError { path: FieldPath(self.path.clone()), problem: problem.into(), line: None });
    }

    /// Adds an error unless it may follow from another one: a title that cannot be read is not also missing.
    pub(crate) fn add_unless_known(&mut self, problem: impl Into<FieldErrorKind>) {
        if !self.found.iter().any(|fault| fault.path.0.starts_with(&self.path)) {
            self.add(problem);
        }
    }

    /// Whether further errors are dropped.
    pub(crate) fn is_full(&self) -> bool {
        self.found.len() > MAX_FAULTS
    }

    pub(crate) fn into_inner(self) -> Vec<FieldError> {
        self.found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_reads_as_one_would_write_it() {
        let mut faults = Faults::default();
        faults.within("holdings", |f| {
            f.at(0, |f| f.within("path", |f| f.at(2, |f| f.within("id", |f| f.add(FieldErrorKind::Empty)))))
        });
        let fault = faults.into_inner().remove(0);
        assert_eq!(fault.to_string(), "holdings[0].path[2].id: is empty; leave the key out, or give it a value");
    }

    #[test]
    fn a_consequence_is_not_a_second_fault() {
        let mut faults = Faults::default();
        faults.within("title", |f| f.add(FieldErrorKind::Empty));
        faults.add_unless_known(FieldErrorKind::Rule("nothing to name it by"));
        assert_eq!(faults.into_inner().len(), 1);
    }
}
