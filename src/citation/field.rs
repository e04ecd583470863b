//! The fields of a record: names and values.

use std::borrow::Cow;

/// A field of a [`Record`](super::Record).
///
/// ```
/// use prefercite::{Cite, Document, style::CslJson};
///
/// let letter: Document = serde_json::from_str(r#"{ "id": "c", "kind": "letter", "creators": ["Creel, George"] }"#)?;
/// let record = CslJson::new().record(&Cite::new(&letter));
/// let names: Vec<&str> = record.fields().iter().map(|field| field.name.as_ref()).collect();
/// assert_eq!(names, ["genre", "author"]);
/// assert_eq!(record.fields()[0].value.as_text(), Some("letter"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Field {
    /// The name: `title`, `TI`.
    pub name: Cow<'static, str>,
    /// The value.
    pub value: Value,
}

/// The value of a field. Flat formats have text and lists of text; CSL-JSON and YAML nest.
///
/// ```
/// use prefercite::citation::Value;
/// use prefercite::{Cite, Document, style::CslJson};
///
/// let letter: Document = serde_json::from_str(r#"{ "id": "c", "kind": "letter", "creators": ["Creel, George"] }"#)?;
/// let record = CslJson::new().record(&Cite::new(&letter));
/// let authors = record.get("author").and_then(Value::as_list).expect("a list of names");
/// let family = authors[0].as_map().and_then(|name| name.get("family"));
/// assert_eq!(family, Some(&Value::from("Creel")));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Value {
    /// Text, unescaped.
    Text(Cow<'static, str>),
    /// A whole number.
    Number(i64),
    /// A boolean.
    Bool(bool),
    /// A list of values.
    List(Vec<Value>),
    /// Named values, in order.
    Map(Fields),
}

impl Value {
    /// Whether any nested text matches.
    pub(crate) fn any_text(&self, matches: &impl Fn(&str) -> bool) -> bool {
        match self {
            Value::Text(text) => matches(text),
            Value::List(values) => values.iter().any(|value| value.any_text(matches)),
            Value::Map(fields) => fields.iter().any(|field| field.value.any_text(matches)),
            Value::Number(_) | Value::Bool(_) => false,
        }
    }
}

/// Named values, in order. Each name is unique, so no notation has to decide what duplicate names mean.
///
/// ```
/// use prefercite::citation::{Fields, Value};
///
/// let mut fields = Fields::new();
/// fields.push("KW", "Korea");
/// fields.push("KW", "China");
/// assert_eq!(fields.get("KW"), Some(&Value::from(vec!["Korea".into(), "China".into()])));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    fields: Vec<Field>,
    /// A bit for each name, from its length and its first and last byte: most names are new, and need no search.
    seen: u64,
}

impl Field {
    /// A field of this name.
    pub fn new(name: impl Into<Cow<'static, str>>, value: impl Into<Value>) -> Self {
        Field { name: name.into(), value: value.into() }
    }
}

impl Value {
    /// The text, if it is text.
    pub fn as_text(&self) -> Option<&str> {
        if let Value::Text(text) = self { Some(text) } else { None }
    }

    /// The values, if it is a list.
    pub fn as_list(&self) -> Option<&[Value]> {
        if let Value::List(values) = self { Some(values) } else { None }
    }

    /// The named values, if it is a map.
    pub fn as_map(&self) -> Option<&Fields> {
        if let Value::Map(fields) = self { Some(fields) } else { None }
    }
}

impl Fields {
    /// An empty list of fields.
    pub fn new() -> Self {
        Fields::default()
    }

    /// An empty list with this capacity.
    pub(crate) fn with_capacity(fields: usize) -> Self {
        Fields { fields: Vec::with_capacity(fields), seen: 0 }
    }

    /// Adds a field. If the name exists, the field becomes a list, and the value is added to it.
    pub fn push(&mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Value>) {
        let (name, value) = (name.into(), value.into());
        let bit = bit(&name);
        let known = if self.seen & bit == 0 { None } else { self.fields.iter_mut().find(|field| field.name == name) };
        self.seen |= bit;
        let Some(field) = known else { return self.fields.push(Field { name, value }) };
        match &mut field.value {
            Value::List(values) => values.push(value),
            single => {
                let first = std::mem::replace(single, Value::Bool(true));
                *single = Value::List(vec![first, value]);
            }
        }
    }

    /// The value of the field of this name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.fields.iter().find(|field| field.name == name).map(|field| &field.value)
    }

    /// The fields in their order.
    pub fn as_slice(&self) -> &[Field] {
        &self.fields
    }

    /// The fields in their order.
    pub fn iter(&self) -> std::slice::Iter<'_, Field> {
        self.fields.iter()
    }

    /// Whether there are no fields.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }
}

fn bit(name: &str) -> u64 {
    let bytes = name.as_bytes();
    let at = |index: usize| bytes.get(index).copied().unwrap_or_default();
    let (first, last) = (at(0), at(bytes.len().wrapping_sub(1)));
    1 << (first.wrapping_mul(7).wrapping_add(last.wrapping_mul(3)).wrapping_add(bytes.len() as u8) & 63)
}

impl<'f> IntoIterator for &'f Fields {
    type Item = &'f Field;
    type IntoIter = std::slice::Iter<'f, Field>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<N: Into<Cow<'static, str>>, V: Into<Value>> FromIterator<(N, V)> for Fields {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(fields: I) -> Self {
        let mut all = Fields::new();
        all.extend(fields);
        all
    }
}

impl<N: Into<Cow<'static, str>>, V: Into<Value>> Extend<(N, V)> for Fields {
    fn extend<I: IntoIterator<Item = (N, V)>>(&mut self, fields: I) {
        fields.into_iter().for_each(|(name, value)| self.push(name, value));
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text.into())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned().into())
    }
}

impl From<Cow<'static, str>> for Value {
    fn from(text: Cow<'static, str>) -> Self {
        Value::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Value::Number(number)
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Value::Bool(truth)
    }
}

impl From<Vec<Value>> for Value {
    fn from(values: Vec<Value>) -> Self {
        Value::List(values)
    }
}

impl From<Fields> for Value {
    fn from(fields: Fields) -> Self {
        Value::Map(fields)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_occurs_once() {
        let fields: Fields =
            [("AU", "Mao, Zedong"), ("TI", "Telegram"), ("AU", "Stalin"), ("AU", "Molotov")].into_iter().collect();
        let names: Vec<&str> = fields.iter().map(|field| field.name.as_ref()).collect();
        assert_eq!(names, ["AU", "TI"]);
        assert_eq!(fields.get("AU").and_then(Value::as_list).map(<[Value]>::len), Some(3));
    }
}
