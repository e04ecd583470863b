//! The tree between a notation (YAML, JSON, serde's data model) and a document: scalars with their spelling, lists,
//! maps.
//!
//! A document is built from this tree by hand. serde's derived code loses leading zeros in `untagged`, and stops at
//! the first fault.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::fault::Step;

#[derive(Clone, Debug)]
pub(crate) struct Node<'a> {
    /// Its place in the source, in the unit of the reader that made it.
    pub(crate) place: usize,
    pub(crate) content: Content<'a>,
}

#[derive(Clone, Debug)]
pub(crate) enum Content<'a> {
    Null,
    Scalar(Cow<'a, str>, Spelling),
    List(Vec<Node<'a>>),
    Map(Vec<(Cow<'a, str>, Node<'a>)>),
    /// The target of a YAML alias. It is shared, so that a file of aliases takes no more memory than its length.
    #[cfg_attr(not(feature = "yaml"), allow(dead_code, reason = "only YAML has aliases"))]
    Shared(Arc<Node<'a>>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// Unquoted, as it was typed: `0100`, `no`, `1950-01-07`.
    Typed,
    /// Unquoted, as an entry of a YAML list in brackets, where a comma ends the entry.
    #[cfg_attr(not(feature = "yaml"), allow(dead_code, reason = "only YAML has such lists"))]
    TypedInBrackets,
    Quoted,
    /// A number or a boolean that had already lost its spelling.
    Lost,
}

impl<'a> Node<'a> {
    pub(crate) fn new(content: Content<'a>) -> Self {
        Node { place: 0, content }
    }

    pub(crate) fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Node::new(Content::Scalar(text.into(), Spelling::Quoted))
    }

    pub(crate) fn truth(truth: bool) -> Self {
        Node::new(Content::Scalar(Cow::Borrowed(if truth { "true" } else { "false" }), Spelling::Lost))
    }

    pub(crate) fn content(&self) -> &Content<'a> {
        match &self.content {
            Content::Shared(node) => node.content(),
            content => content,
        }
    }

    pub(crate) fn is_null(&self) -> bool {
        matches!(self.content(), Content::Null)
    }

    /// The name of its type in messages.
    pub(crate) fn shape(&self) -> &'static str {
        match self.content() {
            Content::Null => "nothing",
            Content::Scalar(_, Spelling::Lost) => "a number or a boolean",
            Content::Scalar(..) => "text",
            Content::List(_) => "a list",
            _ => "a map",
        }
    }

    /// Visits every scalar with its path, spelled as in faults.
    pub(crate) fn each_text(&self, path: &mut String, visit: &mut dyn FnMut(&str, &str)) {
        let length = path.len();
        match self.content() {
            Content::Scalar(text, _) => visit(path, text),
            Content::List(nodes) => {
                for (index, node) in nodes.iter().enumerate() {
                    path.push_str(&format!("[{index}]"));
                    node.each_text(path, visit);
                    path.truncate(length);
                }
            }
            Content::Map(entries) => {
                for (key, node) in entries {
                    path.push_str(if path.is_empty() { "" } else { "." });
                    path.push_str(key);
                    node.each_text(path, visit);
                    path.truncate(length);
                }
            }
            Content::Null | Content::Shared(_) => {}
        }
    }

    /// The place of the field, or of the nearest field above it in the source.
    pub(crate) fn place_of(&self, path: &[Step]) -> usize {
        self.at(path).place
    }

    /// The place of the last occurrence of the key in the map at this path.
    pub(crate) fn place_of_key(&self, path: &[Step], key: &str) -> usize {
        let node = self.at(path);
        let Content::Map(entries) = node.content() else { return node.place };
        entries.iter().rfind(|(name, _)| name == key).map_or(node.place, |(_, node)| node.place)
    }

    /// The node at this path, or the nearest node above it.
    fn at(&self, path: &[Step]) -> &Self {
        let below = path.split_first().and_then(|(step, rest)| Some((self.step(step)?, rest)));
        below.map_or(self, |(node, rest)| node.at(rest))
    }

    /// The node one step below.
    pub(crate) fn step(&self, step: &Step) -> Option<&Self> {
        match (step, self.content()) {
            (Step::Key(key), Content::Map(entries)) => {
                entries.iter().find(|(name, _)| name == key).map(|(_, node)| node)
            }
            (Step::Index(index), Content::List(nodes)) => nodes.get(*index),
            _ => None,
        }
    }

    /// The text of this key of a map.
    #[cfg(feature = "xml")]
    pub(crate) fn text_of(&self, key: &str) -> Option<&str> {
        let Content::Map(entries) = self.content() else { return None };
        match entries.iter().find(|(name, _)| name == key)?.1.content() {
            Content::Scalar(text, _) => Some(text),
            _ => None,
        }
    }

    /// A copy that borrows nothing.
    #[cfg(feature = "yaml")]
    pub(crate) fn to_static(&self) -> Node<'static> {
        let owned = |text: &str| Cow::Owned(text.to_owned());
        let content = match &self.content {
            Content::Null => Content::Null,
            Content::Scalar(text, spelling) => Content::Scalar(owned(text), *spelling),
            Content::List(nodes) => Content::List(nodes.iter().map(Node::to_static).collect()),
            Content::Map(entries) => {
                Content::Map(entries.iter().map(|(key, node)| (owned(key), node.to_static())).collect())
            }
            Content::Shared(node) => Content::Shared(Arc::new(node.to_static())),
        };
        Node { place: self.place, content }
    }

    /// A copy in which every alias is replaced by its target.
    pub(crate) fn unshared(&self) -> Self {
        let content = match self.content() {
            Content::List(nodes) => Content::List(nodes.iter().map(Node::unshared).collect()),
            Content::Map(entries) => {
                Content::Map(entries.iter().map(|(key, node)| (key.clone(), node.unshared())).collect())
            }
            content => content.clone(),
        };
        Node { place: self.place, content }
    }
}

impl Serialize for Node<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.content() {
            Content::Scalar(text, Spelling::Lost) if text == "true" || text == "false" => {
                serializer.serialize_bool(text == "true")
            }
            Content::Scalar(text, Spelling::Lost) => number(text, serializer),
            Content::Scalar(text, _) => serializer.serialize_str(text),
            Content::List(nodes) => serializer.collect_seq(nodes),
            Content::Map(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, node) in entries {
                    map.serialize_entry(key, node)?;
                }
                map.end()
            }
            Content::Null | Content::Shared(_) => serializer.serialize_none(),
        }
    }
}

fn number<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if let Ok(number) = text.parse::<i64>() {
        return serializer.serialize_i64(number);
    }
    if let Ok(number) = text.parse::<u64>() {
        return serializer.serialize_u64(number);
    }
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => serializer.serialize_f64(number),
        _ => serializer.serialize_str(text),
    }
}

impl<'de> Deserialize<'de> for Node<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor).map(Node::new)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Content<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a record of an archival document")
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Self::Value, E> {
        Ok(Content::Scalar(truth.to_string().into(), Spelling::Lost))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Content::Scalar(number.to_string().into(), Spelling::Typed))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Content::Scalar(number.to_string().into(), Spelling::Typed))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
        Ok(Content::Scalar(number.to_string().into(), Spelling::Lost))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Content::Scalar(text.into(), Spelling::Quoted))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Content::Scalar(text.to_owned().into(), Spelling::Quoted))
    }

    fn visit_string<E>(self, text: String) -> Result<Self::Value, E> {
        Ok(Content::Scalar(text.into(), Spelling::Quoted))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Content::Null)
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(Content::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut nodes = Vec::new();
        while let Some(node) = list.next_element()? {
            nodes.push(node);
        }
        Ok(Content::List(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        // A record has about eight keys, and JSON does not give the number in advance.
        let mut entries = Vec::with_capacity(map.size_hint().unwrap_or(8).min(64));
        while let Some((Borrowable(key), node)) = map.next_entry()? {
            entries.push((key, node));
        }
        Ok(Content::Map(entries))
    }
}

/// A string that is borrowed if it has no escapes.
pub(crate) struct Borrowable<'a>(pub(crate) Cow<'a, str>);

impl<'de> Deserialize<'de> for Borrowable<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl<'de> Visitor<'de> for Text {
            type Value = Borrowable<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Borrowable(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Borrowable(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(Text)
    }
}
