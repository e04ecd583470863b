//! Named fields in a notation: BibTeX, RIS and similar formats.

use std::borrow::Cow;
use std::fmt;

use super::entry::Entry;
use super::field::{Field, Fields, Value};
use super::syntax::Syntax;

/// A citation as named fields, unescaped and in order, with its notation. It is displayed in that notation.
///
/// ```
/// use prefercite::{Cite, Document, style::Ris};
///
/// let telegram: Document = serde_json::from_str(
///     r#"{ "id": "kennan-1946", "kind": "telegram", "creators": ["Kennan, George F."], "date": "1946-02-22" }"#,
/// )?;
/// let record = Ris::new().record(&Cite::new(&telegram));
/// assert_eq!((record.kind(), record.key()), ("PCOMM", "kennan-1946"));
/// assert_eq!(record.text("DA"), Some("1946/02/22/"));
/// assert!(record.to_string().contains("AU  - Kennan, George F.\r\n"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone)]
pub struct Record {
    syntax: &'static dyn Syntax,
    kind: Cow<'static, str>,
    key: String,
    fields: Fields,
    omitted: Vec<Omission>,
}

/// A field of the document that the record or the citation omits, and why.
///
/// ```
/// use prefercite::{Cite, Document, style::Bibtex};
///
/// let report: Document = serde_json::from_str(r#"{ "id": "r", "title": "Протокол" }"#)?;
/// let record = Bibtex::new().ascii().record(&Cite::new(&report));
/// let [omitted] = record.omitted() else { panic!("only the script") };
/// assert_eq!(omitted.field, "title");
/// assert_eq!(omitted.to_string(), "title: \"Протокол\" is written as \"Protokol\"");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Omission {
    /// The path of the field in the record format: `recipients[0]`.
    pub field: String,
    /// Why it is omitted.
    pub reason: OmissionReason,
}

/// Why a field is omitted.
///
/// ```
/// use prefercite::citation::OmissionReason;
/// use prefercite::{Cite, Document, style::Hayagriva};
///
/// let report: Document = serde_json::from_str(r#"{ "id": "r", "title": "A report", "subjects": ["Korea"] }"#)?;
/// let record = Hayagriva::new().record(&Cite::new(&report));
/// let lost = record.omitted().iter().filter(|omitted| omitted.reason == OmissionReason::NoField);
/// assert_eq!(lost.map(|omitted| omitted.field.as_str()).collect::<Vec<_>>(), ["subjects"]);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum OmissionReason {
    /// The format has no field for it.
    #[error("the format has no field for it")]
    NoField,
    /// The format has a field, but cannot represent the value. The text is what is written instead, or the reason.
    #[error("{0}")]
    NotWritable(Cow<'static, str>),
    /// A rule of the style omits it: see [`Style::explain`](crate::style::Style::explain).
    #[error("{why} (RULES {rule})")]
    Rule {
        /// The rule in a few words.
        why: &'static str,
        /// Its section in the [rule book](crate::_rules).
        rule: &'static str,
    },
}

impl Omission {
    /// An omitted field and the reason.
    pub fn new(field: impl Into<String>, reason: OmissionReason) -> Self {
        Omission { field: field.into(), reason }
    }
}

impl fmt::Display for Omission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.field, self.reason)
    }
}

impl Record {
    /// A record of this type (`book`, `PCOMM`) and key, without fields.
    pub fn new(syntax: &'static dyn Syntax, kind: impl Into<Cow<'static, str>>, key: impl Into<String>) -> Self {
        Record { syntax, kind: kind.into(), key: key.into(), fields: Fields::with_capacity(16), omitted: Vec::new() }
    }

    /// The notation.
    pub fn syntax(&self) -> &'static dyn Syntax {
        self.syntax
    }

    /// The type of the record, in the terms of the format.
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// The cite key.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The view of the record that a notation writes.
    ///
    /// ```
    /// use prefercite::citation::Syntax;
    /// use prefercite::notation::JsonSyntax;
    /// use prefercite::{Cite, Document, style::CslJson};
    ///
    /// let report: Document = serde_json::from_str(r#"{ "id": "r", "title": "A report" }"#)?;
    /// let record = CslJson::new().record(&Cite::new(&report));
    /// let mut item = String::new();
    /// JsonSyntax::UTF8.write(record.as_entry(), &mut item)?; // in any notation, here its own
    /// assert_eq!(item, record.to_string());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn as_entry(&self) -> Entry<'_> {
        Entry { kind: &self.kind, key: &self.key, fields: &self.fields }
    }

    /// Whether any text of its values matches.
    pub(crate) fn any_text(&self, matches: impl Fn(&str) -> bool) -> bool {
        self.fields.iter().any(|field| field.value.any_text(&matches))
    }

    /// The same record with another key.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Biblatex};
    ///
    /// let report: Document = serde_json::from_str(r#"{ "id": "fond-45/334", "title": "The Situation in Korea" }"#)?;
    /// let entry = Biblatex::new().record(&Cite::new(&report)).with_key("korea");
    /// assert!(entry.to_string().starts_with("@misc{korea,"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn with_key(mut self, key: impl Into<String>) -> Self {
        self.key = key.into();
        self
    }

    /// The fields in order, with unique names.
    pub fn fields(&self) -> &[Field] {
        self.fields.as_slice()
    }

    /// The value of the field of this name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.fields.get(name)
    }

    /// The text of the field of this name, if it is text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(Value::as_text)
    }

    /// Adds a field. If the name exists, the field becomes a list, and the value is added to it.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Ris};
    ///
    /// let letter: Document = serde_json::from_str(r#"{ "id": "c", "kind": "letter", "creators": ["Creel"] }"#)?;
    /// let mut record = Ris::new().record(&Cite::new(&letter));
    /// record.push("KW", "Propaganda");
    /// record.push("KW", "Committee on Public Information");
    /// assert!(record.to_string().contains("KW  - Propaganda\r\nKW  - Committee on Public Information\r\n"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn push(&mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Value>) {
        self.fields.push(name, value);
    }

    /// The fields of the document that the record omits.
    pub fn omitted(&self) -> &[Omission] {
        &self.omitted
    }

    /// Adds an omitted field.
    ///
    /// ```
    /// use prefercite::citation::OmissionReason;
    /// use prefercite::notation::BibtexSyntax;
    /// use prefercite::Record;
    ///
    /// let mut record = Record::new(&BibtexSyntax::UTF8, "misc", "kennan1946");
    /// record.omit("classification", OmissionReason::NoField); // in your own style
    /// assert_eq!(record.omitted()[0].to_string(), "classification: the format has no field for it");
    /// ```
    pub fn omit(&mut self, field: impl Into<String>, reason: OmissionReason) {
        self.omitted.push(Omission::new(field, reason));
    }
}

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Record")
            .field("kind", &self.kind)
            .field("key", &self.key)
            .field("fields", &self.fields.as_slice())
            .field("omitted", &self.omitted)
            .finish_non_exhaustive()
    }
}

impl fmt::Display for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.syntax.write(self.as_entry(), f)
    }
}
