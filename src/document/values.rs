//! The values of the keys of a map: maps, texts, lists, booleans.

use std::borrow::Cow;

use super::fault::{Faults, FieldErrorKind};
use super::keys::{Keyed, Map, Slot, Value};
#[cfg(feature = "schema")]
use super::schema::shapes;
use super::text::clean;
use super::tree::{Content, Node, Spelling};

/// Reads a map into a value that has no fields yet. Returns whether it is a map.
pub(super) fn read_map<T: Keyed>(value: &mut T, node: &Node<'_>, faults: &mut Faults) -> bool {
    let Content::Map(entries) = node.content() else {
        let expected = if T::SHORT { "text or a map" } else { "a map" };
        faults.add(FieldErrorKind::UnexpectedType { expected, found: node.shape() });
        return false;
    };
    let mut map = Map::new(entries);
    value.read_keys(&mut map, faults);
    if let Some(extensions) = value.extensions_mut() {
        map.take_extensions(extensions, faults);
    }
    map.finish(T::NAME, T::keys(), T::hint, faults);
    true
}

impl<T: Keyed> Value for T {
    fn read(node: &Node<'_>, faults: &mut Faults) -> Option<Self> {
        match node.content() {
            Content::Scalar(..) if T::SHORT => T::from_short(String::read(node, faults)?, faults),
            _ => {
                let mut value = T::default();
                read_map(&mut value, node, faults).then_some(value)
            }
        }
    }

    fn write(&self) -> Node<'_> {
        if let Some(short) = self.to_short() {
            return Node::text(short);
        }
        let mut entries = Vec::new();
        self.write_keys(&mut |key, node| entries.push((Cow::Borrowed(key), node)));
        for (key, value) in self.extensions().iter().flat_map(|extensions| extensions.iter()) {
            entries.push((Cow::Borrowed(key), value.write()));
        }
        Node::new(Content::Map(entries))
    }

    fn check(&mut self, faults: &mut Faults) {
        self.check_keys(faults);
        self.rules(faults);
    }

    #[cfg(feature = "schema")]
    fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        shapes::keyed::<T>(generator)
    }
}

/// Reads a text. A value that does not keep it needs no copy.
pub(super) fn read_text<'n>(node: &'n Node<'_>, faults: &mut Faults) -> Option<Cow<'n, str>> {
    let problem = match node.content() {
        Content::Scalar(text, Spelling::Lost) => FieldErrorKind::SpellingLost(text.to_string()),
        Content::Scalar(text, _) => match clean(text) {
            Ok(text) => return Some(text),
            Err(problem) => problem,
        },
        Content::Null => FieldErrorKind::Empty,
        _ => FieldErrorKind::UnexpectedType { expected: "text", found: node.shape() },
    };
    faults.add(problem);
    None
}

impl Value for String {
    fn read(node: &Node<'_>, faults: &mut Faults) -> Option<Self> {
        read_text(node, faults).map(Cow::into_owned)
    }

    fn write(&self) -> Node<'_> {
        Node::text(self.as_str())
    }

    fn check(&mut self, faults: &mut Faults) {
        match clean(self) {
            Ok(Cow::Borrowed(_)) => {}
            Ok(Cow::Owned(folded)) => *self = folded,
            Err(problem) => faults.add(problem),
        }
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        shapes::text()
    }
}

/// A required text.
impl Slot for String {
    fn read_slot(node: &Node<'_>, faults: &mut Faults) -> Self {
        String::read(node, faults).unwrap_or_default()
    }

    fn write_slot(&self) -> Option<Node<'_>> {
        Some(self.write())
    }

    fn check_slot(&mut self, faults: &mut Faults) {
        if self.is_empty() {
            faults.add_unless_known(FieldErrorKind::Missing);
        } else {
            self.check(faults);
        }
    }

    #[cfg(feature = "schema")]
    fn schema_slot(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::schema(generator)
    }
}

impl<T: Value> Slot for Option<T> {
    fn read_slot(node: &Node<'_>, faults: &mut Faults) -> Self {
        T::read(node, faults)
    }

    fn write_slot(&self) -> Option<Node<'_>> {
        self.as_ref().map(T::write)
    }

    fn check_slot(&mut self, faults: &mut Faults) {
        if let Some(value) = self {
            value.check(faults);
        }
    }

    fn is_omitted(&self) -> bool {
        self.is_none()
    }

    #[cfg(feature = "schema")]
    fn schema_slot(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        T::schema(generator)
    }
}

impl<T: Value> Slot for Vec<T> {
    fn read_slot(node: &Node<'_>, faults: &mut Faults) -> Self {
        let Content::List(nodes) = node.content() else {
            faults.add(FieldErrorKind::UnexpectedType { expected: "a list", found: node.shape() });
            return Vec::new();
        };
        for (index, pair) in nodes.windows(2).enumerate() {
            if let [before, entry] = pair
                && let Some(problem) = T::rest_of(before, entry)
            {
                faults.at(index + 1, |faults| faults.add(problem));
            }
        }
        let mut values = Vec::with_capacity(nodes.len());
        for (index, node) in nodes.iter().enumerate() {
            faults.at(index, |faults| match T::read(node, faults) {
                Some(value) => values.push(value),
                None => faults.add_unread(),
            });
        }
        values
    }

    fn write_slot(&self) -> Option<Node<'_>> {
        (!self.is_empty()).then(|| Node::new(Content::List(self.iter().map(T::write).collect())))
    }

    fn check_slot(&mut self, faults: &mut Faults) {
        for (index, value) in self.iter_mut().enumerate() {
            faults.at_read(index, |faults| value.check(faults));
        }
    }

    fn is_omitted(&self) -> bool {
        self.is_empty()
    }

    #[cfg(feature = "schema")]
    fn schema_slot(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        shapes::list(T::schema(generator))
    }
}

impl Slot for bool {
    fn read_slot(node: &Node<'_>, faults: &mut Faults) -> Self {
        match node.content() {
            Content::Scalar(text, Spelling::Typed | Spelling::Lost) if text == "true" => true,
            Content::Scalar(text, Spelling::Typed | Spelling::Lost) if text == "false" => false,
            _ => {
                faults.add(FieldErrorKind::UnexpectedType { expected: "true or false", found: node.shape() });
                false
            }
        }
    }

    fn write_slot(&self) -> Option<Node<'_>> {
        self.then(|| Node::truth(true))
    }

    fn check_slot(&mut self, _faults: &mut Faults) {}

    fn is_omitted(&self) -> bool {
        !self
    }

    #[cfg(feature = "schema")]
    fn schema_slot(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        generator.subschema_for::<bool>()
    }
}
