//! Named fields in a notation of their own: what BibTeX, RIS and their like are made of.

use std::borrow::Cow;
use std::fmt;

/// A citation in named fields, unescaped and in order, and the notation that it is written in.
///
/// Displayed in its notation.
#[derive(Clone)]
pub struct Record {
    syntax: &'static dyn Syntax,
    kind: Cow<'static, str>,
    key: String,
    fields: Vec<Field>,
    omitted: Vec<Omitted>,
}

/// A field of a [`Record`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Field {
    /// Its name: `title`, `TI`.
    pub name: Cow<'static, str>,
    /// What it says.
    pub value: Value,
}

/// What a field says. Flat formats know text alone; CSL-JSON and YAML nest.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Value {
    /// Words, which the notation escapes.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Yes or no.
    Truth(bool),
    /// Several values.
    List(Vec<Value>),
    /// Named values in order.
    Map(Vec<Field>),
}

/// Something of the document that the record does not carry.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Omitted {
    /// The field of the document, as the record format spells it: `recipients[0]`.
    pub field: String,
    /// Why it was left out.
    pub reason: Omission,
}

/// Why a record does not carry something.
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum Omission {
    /// The format has no place for it.
    #[error("the format has no field for it")]
    NoField,
    /// The format has a place, but cannot write this: what it writes in its stead, or why not.
    #[error("{0}")]
    NotWritable(Cow<'static, str>),
}

impl Omitted {
    /// That a field was left out, and why.
    pub fn new(field: impl Into<String>, reason: Omission) -> Self {
        Omitted { field: field.into(), reason }
    }
}

impl fmt::Display for Omitted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.field, self.reason)
    }
}

/// How a record is written.
///
/// # For implementors
///
/// The values come unescaped and may hold anything: whatever the notation gives meaning to is escaped here, so that no
/// value ends its field or forges another.
pub trait Syntax: fmt::Debug + Send + Sync {
    /// The media type of a file of such records.
    fn media_type(&self) -> &'static str;
    /// Writes one record, without a line break behind it.
    fn write(&self, record: &Record, out: &mut dyn fmt::Write) -> fmt::Result;
}

impl Record {
    /// A record of this kind (`book`, `TY`'s value) and key, with no fields yet.
    pub fn new(syntax: &'static dyn Syntax, kind: impl Into<Cow<'static, str>>, key: impl Into<String>) -> Self {
        Record { syntax, kind: kind.into(), key: key.into(), fields: Vec::new(), omitted: Vec::new() }
    }

    /// The notation.
    pub fn syntax(&self) -> &'static dyn Syntax {
        self.syntax
    }

    /// What the format calls it.
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// Its cite key.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The fields in their order.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The first field of this name, if it has words.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|field| field.name == name).and_then(|field| match &field.value {
            Value::Text(text) => Some(text.as_str()),
            _ => None,
        })
    }

    /// Adds a field.
    pub fn push(&mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Value>) {
        self.fields.push(Field { name: name.into(), value: value.into() });
    }

    /// What of the document it does not carry.
    pub fn omitted(&self) -> &[Omitted] {
        &self.omitted
    }

    /// Says that something is not carried.
    pub fn omit(&mut self, field: impl Into<String>, reason: Omission) {
        self.omitted.push(Omitted::new(field, reason));
    }
}

impl Field {
    /// A field of this name.
    pub fn new(name: impl Into<Cow<'static, str>>, value: impl Into<Value>) -> Self {
        Field { name: name.into(), value: value.into() }
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}

impl From<Vec<Value>> for Value {
    fn from(values: Vec<Value>) -> Self {
        Value::List(values)
    }
}

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Record")
            .field("kind", &self.kind)
            .field("key", &self.key)
            .field("fields", &self.fields)
            .field("omitted", &self.omitted)
            .finish_non_exhaustive()
    }
}

impl fmt::Display for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.syntax.write(self, f)
    }
}
