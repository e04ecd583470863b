//! Keys of your own: `x-…`, kept with any value and written back as typed.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::fault::{Faults, FieldErrorKind};
use super::text::clean;
use super::tree::{Content, Node, Spelling};

/// The prefix of a key of your own.
pub(crate) const PREFIX: &str = "x-";

/// The value of a key that begins with `x-`: of any shape, as it was typed. No style prints it.
///
/// ```
/// use prefercite::Document;
/// use prefercite::document::ExtensionValue;
///
/// let record = r#"{"id":"r","kind":"report","title":"A report","x-shelf":"0100","x-scans":{"pages":[1,2],"done":true}}"#;
/// let document: Document = serde_json::from_str(record)?;
/// assert_eq!(document.extension("x-shelf"), Some(&ExtensionValue::Text("0100".to_owned())));
/// assert_eq!(serde_json::to_value(document.extension("x-scans"))?["pages"][1], 2);
/// assert_eq!(serde_json::to_string(&document)?, record);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ExtensionValue {
    /// Nothing: `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number that JSON would write as it was typed: `7`, `1.5`. Any other number is text: `0100`.
    Number(String),
    /// Text, with every space and line break.
    Text(String),
    /// A list.
    List(Vec<ExtensionValue>),
    /// A map, with its keys in the order of typing.
    Map(Vec<(String, ExtensionValue)>),
}

/// The keys of your own with their values, in the order of the record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Extensions(Vec<(String, ExtensionValue)>);

impl Extensions {
    pub(crate) fn get(&self, key: &str) -> Option<&ExtensionValue> {
        self.0.iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &ExtensionValue)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }

    pub(crate) fn set(&mut self, key: String, value: ExtensionValue) {
        match self.0.iter_mut().find(|(known, _)| *known == key) {
            Some((_, known)) => *known = value,
            None => self.0.push((key, value)),
        }
    }

    pub(crate) fn remove(&mut self, key: &str) {
        self.0.retain(|(known, _)| known != key);
    }

    pub(crate) fn check(&self, faults: &mut Faults) {
        for (key, _) in &self.0 {
            if !key.starts_with(PREFIX) {
                let expected = "a key of your own (these begin with x-)";
                faults.add(FieldErrorKind::Format { found: key.clone(), expected });
            } else if let Err(problem) = clean(key) {
                faults.add(problem);
            }
        }
    }
}

impl ExtensionValue {
    pub(crate) fn read(node: &Node<'_>) -> Self {
        match node.content() {
            Content::Scalar(text, Spelling::Quoted) => ExtensionValue::Text(text.to_string()),
            Content::Scalar(text, spelling) => match text.as_ref() {
                "true" => ExtensionValue::Bool(true),
                "false" => ExtensionValue::Bool(false),
                text if *spelling == Spelling::Lost || is_number(text) => ExtensionValue::Number(text.to_owned()),
                text => ExtensionValue::Text(text.to_owned()),
            },
            Content::List(nodes) => ExtensionValue::List(nodes.iter().map(ExtensionValue::read).collect()),
            Content::Map(entries) => {
                let entry = |(key, node): &(Cow<'_, str>, Node<'_>)| (key.to_string(), ExtensionValue::read(node));
                ExtensionValue::Map(entries.iter().map(entry).collect())
            }
            Content::Null | Content::Shared(_) => ExtensionValue::Null,
        }
    }

    pub(crate) fn write(&self) -> Node<'_> {
        Node::new(match self {
            ExtensionValue::Null => Content::Null,
            ExtensionValue::Bool(truth) => return Node::truth(*truth),
            ExtensionValue::Number(number) => Content::Scalar(number.as_str().into(), Spelling::Lost),
            ExtensionValue::Text(text) => return Node::text(text.as_str()),
            ExtensionValue::List(values) => Content::List(values.iter().map(ExtensionValue::write).collect()),
            ExtensionValue::Map(entries) => {
                Content::Map(entries.iter().map(|(key, value)| (key.as_str().into(), value.write())).collect())
            }
        })
    }
}

impl Serialize for ExtensionValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.write().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for ExtensionValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Node::deserialize(deserializer).map(|node| ExtensionValue::read(&node))
    }
}

/// Whether JSON would write the number as it was typed: not `0100`, `1.50`, `1e3`.
fn is_number(text: &str) -> bool {
    serde_json::from_str::<serde_json::Number>(text).is_ok_and(|number| number.to_string() == text)
}

macro_rules! from {
    ($($type:ty => $make:expr;)+) => {$(
        impl From<$type> for ExtensionValue {
            fn from(value: $type) -> Self {
                let make: fn($type) -> Self = $make;
                make(value)
            }
        }
    )+};
}

from! {
    &str => |text| ExtensionValue::Text(text.to_owned());
    String => ExtensionValue::Text;
    bool => ExtensionValue::Bool;
    i64 => |number| ExtensionValue::Number(number.to_string());
    u64 => |number| ExtensionValue::Number(number.to_string());
}
