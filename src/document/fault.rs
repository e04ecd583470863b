//! What is wrong with a record: where it stands, why it is refused, and what would be right.

use std::borrow::Cow;
use std::fmt;

use super::date::DateError;
use super::message::Quoted;
use crate::separator::Separator;

/// How many faults of one record are told: nobody mends a record by more, and each is compared with those before it.
const MAX_FAULTS: usize = 100;

/// The way to a field of a record: `holdings[0].path[2].id`.
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
    /// The steps from the record down to the field; none for the record itself.
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

/// One thing that is wrong with a record, and where.
///
/// Displayed as `holdings[0].path[2]: unknown key "lvel", did you mean "level"?`
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
    /// The field that is at fault.
    pub fn path(&self) -> &FieldPath {
        &self.path
    }

    /// Why it is refused.
    pub fn kind(&self) -> &FieldErrorKind {
        &self.problem
    }

    /// The line of the file, counted from 1, on which the field begins. A record that a program built has none.
    pub fn line(&self) -> Option<usize> {
        self.line
    }
}

/// Why a field is refused. Offsets count characters from the start of the field's text.
///
/// ```
/// use prefercite::document::FieldErrorKind;
/// use prefercite::{Document, Kind};
///
/// let refusal = Document::builder("r", Kind::Telegram).title(" ").build().unwrap_err();
/// let fault = &refusal.field_errors()[0];
/// assert_eq!(fault.kind(), &FieldErrorKind::Empty);
/// assert_eq!(fault.kind().to_string(), "is empty; leave the key out, or write what is there");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FieldErrorKind {
    /// The file is not what its format says it is.
    #[error("{}", Quoted(.0))]
    Syntax(String),
    /// The record is nested too deeply, or says too much, to be a description of a document.
    #[error("{what}: more than {limit} in one record")]
    LimitExceeded {
        /// What there is too much of.
        what: &'static str,
        /// How much a record may have.
        limit: usize,
    },
    /// A key that the record format does not know.
    #[error("unknown key \"{}\"{}", Quoted(.key), .nearest.as_deref().unwrap_or_default())]
    UnknownKey {
        /// The key as it was written.
        key: String,
        /// What may have been meant, as it ends the message.
        nearest: Option<String>,
    },
    /// A key that stands twice in one map.
    #[error("the key \"{0}\" stands twice")]
    DuplicateKey(String),
    /// A value that must be there.
    #[error("is required")]
    Missing,
    /// A list stands for a map, a map for text …
    #[error("expected {expected}, found {found}")]
    UnexpectedType {
        /// What the format has here.
        expected: &'static str,
        /// What the record has.
        found: &'static str,
    },
    /// An unquoted value whose spelling was lost before it came here: `0100` may have been read as 64.
    #[error("{} stands where text is expected: put it in quotes", Quoted(.0))]
    SpellingLost(String),
    /// A word that is not one of those that may stand here.
    #[error("\"{}\" is not {expected}{}", Quoted(.found), .nearest.as_deref().unwrap_or_default())]
    UnknownWord {
        /// The word as it was written.
        found: String,
        /// What kind of word was expected.
        expected: &'static str,
        /// What may have been meant, as it ends the message.
        nearest: Option<String>,
    },
    /// A text of white space, or of nothing.
    #[error("is empty; leave the key out, or write what is there")]
    Empty,
    /// A control character, or one that overrides the direction of the text.
    #[error("has the character U+{:04X} at character {}, which no citation can print; remove it", *.character as u32, .offset + 1)]
    ForbiddenCharacter {
        /// The character.
        character: char,
        /// Where it stands.
        offset: usize,
    },
    /// A date that is none.
    #[error(transparent)]
    Date(#[from] DateError),
    /// A name that has more in it than a name, or that may be read in two ways.
    #[error("\"{}\" is not a name: {hint}", Quoted(.found))]
    Name {
        /// The name as it was written.
        found: String,
        /// What would be right.
        hint: String,
    },
    /// A value that does not keep the form that its key asks for.
    #[error("\"{}\" is not {expected}", Quoted(.found))]
    Format {
        /// The value as it was written.
        found: String,
        /// What would be right.
        expected: &'static str,
    },
    /// A web address that cannot be linked to.
    #[error("\"{}\" is not a web address: {reason}", Quoted(.found))]
    Address {
        /// The address as it was written.
        found: String,
        /// Why it is refused.
        reason: &'static str,
    },
    /// Two parts of the record that cannot stand together, or one that cannot stand alone.
    #[error("{0}")]
    Rule(&'static str),
    /// A second record of the same id.
    #[error("the id \"{}\" is taken by record {first}{}", Quoted(.id), line_of(.first_line))]
    DuplicateId {
        /// The id.
        id: String,
        /// The record that had it first, counted from 1.
        first: usize,
        /// The line of the file on which that record begins.
        first_line: Option<usize>,
    },
}

fn line_of(line: &Option<usize>) -> String {
    line.map(|line| format!(" (line {line})")).unwrap_or_default()
}

/// A record that was refused: which one, and everything that is wrong with it.
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
pub struct RecordError {
    pub(crate) id: Option<String>,
    pub(crate) record: Option<usize>,
    pub(crate) line: Option<usize>,
    pub(crate) faults: Vec<FieldError>,
}

impl RecordError {
    /// The id of the record, where it has one.
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// Which record of its file it is, counted from 1.
    pub fn record(&self) -> Option<usize> {
        self.record
    }

    /// The line of the file, counted from 1, on which the record begins.
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    /// All that is wrong with it: at least one fault.
    pub fn field_errors(&self) -> &[FieldError] {
        &self.faults
    }

    /// The record by its id, or by its place in the file.
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
            // Where the file is no text, it has no records.
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

/// Gathers the faults of a record, each with the path on which the reader stands.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    path: Vec<Step>,
    found: Vec<FieldError>,
}

impl Faults {
    pub(crate) fn within<T>(&mut self, key: impl Into<Cow<'static, str>>, read: impl FnOnce(&mut Self) -> T) -> T {
        self.enter(Step::Key(key.into()), read)
    }

    pub(crate) fn at<T>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        self.enter(Step::Index(index), read)
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

    /// Adds what may only follow from another fault: a title that could not be read leaves a document without one.
    pub(crate) fn add_unless_known(&mut self, problem: impl Into<FieldErrorKind>) {
        if !self.found.iter().any(|fault| fault.path.0.starts_with(&self.path)) {
            self.add(problem);
        }
    }

    /// Whether what else is wrong goes untold.
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
        assert_eq!(fault.to_string(), "holdings[0].path[2].id: is empty; leave the key out, or write what is there");
    }

    #[test]
    fn a_consequence_is_not_a_second_fault() {
        let mut faults = Faults::default();
        faults.within("title", |f| f.add(FieldErrorKind::Empty));
        faults.add_unless_known(FieldErrorKind::Rule("nothing to name it by"));
        assert_eq!(faults.into_inner().len(), 1);
    }
}
