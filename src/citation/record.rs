//! Named fields in a notation of their own: what BibTeX, RIS and their like are made of.

use std::borrow::Cow;
use std::fmt;

use super::field::{Field, Fields, Value};
use super::syntax::Syntax;

/// A citation in named fields, unescaped and in order, and the notation that it is written in.
///
/// Displayed in its notation.
#[derive(Clone)]
pub struct Record {
    syntax: &'static dyn Syntax,
    kind: Cow<'static, str>,
    key: String,
    fields: Fields,
    omitted: Vec<Omitted>,
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

impl Record {
    /// A record of this kind (`book`, `TY`'s value) and key, with no fields yet.
    pub fn new(syntax: &'static dyn Syntax, kind: impl Into<Cow<'static, str>>, key: impl Into<String>) -> Self {
        Record { syntax, kind: kind.into(), key: key.into(), fields: Fields::with_capacity(16), omitted: Vec::new() }
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

    /// The same record under another key.
    #[must_use]
    pub fn with_key(mut self, key: impl Into<String>) -> Self {
        self.key = key.into();
        self
    }

    /// The fields in their order, each name once.
    pub fn fields(&self) -> &[Field] {
        self.fields.as_slice()
    }

    /// What the field of this name says.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.fields.get(name)
    }

    /// The words of the field of this name, if it has words.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(Value::as_text)
    }

    /// Adds a field. A name that is there already gets one value more, and becomes a list.
    pub fn push(&mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Value>) {
        self.fields.push(name, value);
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
        self.syntax.write(self, f)
    }
}
