//! The machinery of the record format. Each type lists its keys once. Reading, writing, checking and the JSON Schema
//! all use that list.

use std::borrow::Cow;

use super::extension::{ExtensionValue, Extensions, PREFIX};
use super::fault::{Faults, FieldErrorKind};
use super::foreign_keys;
use super::message::did_you_mean;
use super::tree::Node;

/// A value of a key or an entry of a list: read from a tree, written to a tree, and checked.
pub(crate) trait Value: Sized {
    /// Reads the value. Returns `None` if it is invalid, and reports its faults.
    fn read(node: &Node<'_>, faults: &mut Faults) -> Option<Self>;
    fn write(&self) -> Node<'_>;
    /// Cleans the texts that a program set, and reports every fault. A value that passes is valid and never fails
    /// later.
    fn check(&mut self, faults: &mut Faults);
    #[cfg(feature = "schema")]
    fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema;

    /// Why an entry of a list seems to be the rest of the entry before it.
    fn rest_of(_before: &Node<'_>, _entry: &Node<'_>) -> Option<FieldErrorKind> {
        None
    }
}

/// A field of a map: a required value, an optional value, or a list.
pub(crate) trait Slot: Sized + Default {
    fn read_slot(node: &Node<'_>, faults: &mut Faults) -> Self;
    /// `None` if the key is omitted.
    fn write_slot(&self) -> Option<Node<'_>>;
    fn check_slot(&mut self, faults: &mut Faults);

    /// Whether the key is omitted, so that there is nothing to check. Most keys of most records are.
    fn is_omitted(&self) -> bool {
        false
    }

    #[cfg(feature = "schema")]
    fn schema_slot(generator: &mut schemars::SchemaGenerator) -> schemars::Schema;
}

/// A map with known keys, and possibly a short form.
pub(crate) trait Keyed: Sized + Default {
    /// Its name in the JSON Schema, and in the table of foreign keys.
    const NAME: &'static str;

    fn keys() -> &'static [&'static str];
    fn read_keys(&mut self, map: &mut Map<'_, '_>, faults: &mut Faults);
    fn write_keys<'a>(&'a self, write: &mut dyn FnMut(&'static str, Node<'a>));
    fn check_keys(&mut self, faults: &mut Faults);
    #[cfg(feature = "schema")]
    fn schema_keys(add: &mut dyn FnMut(&'static str, schemars::Schema), generator: &mut schemars::SchemaGenerator);

    /// Checks the rules that concern more than one value.
    fn rules(&mut self, _faults: &mut Faults) {}

    /// Whether a string may represent the map; then `from_short` reads it.
    const SHORT: bool = false;

    fn from_short(_text: String, _faults: &mut Faults) -> Option<Self> {
        None
    }

    /// The string that represents the whole value, if there is one.
    fn to_short(&self) -> Option<Cow<'_, str>> {
        None
    }

    /// The keys of your own (`x-…`), if the map keeps them.
    fn extensions(&self) -> Option<&Extensions> {
        None
    }

    fn extensions_mut(&mut self) -> Option<&mut Extensions> {
        None
    }

    /// The hint for an unknown key, where the nearest known key would mislead.
    fn hint(_key: &str) -> Option<String> {
        None
    }
}

/// Implements the key list part of [`Keyed`] for a struct with [`Slot`] fields.
macro_rules! keys {
    ($($field:ident: $key:literal),+ $(,)?) => {
        fn keys() -> &'static [&'static str] {
            &[$($key),+]
        }

        fn read_keys(&mut self, map: &mut $crate::document::keys::Map<'_, '_>, faults: &mut $crate::document::fault::Faults) {
            $(map.take($key, &mut self.$field, faults);)+
        }

        fn write_keys<'a>(&'a self, write: &mut dyn FnMut(&'static str, $crate::document::tree::Node<'a>)) {
            $(if let Some(node) = $crate::document::keys::Slot::write_slot(&self.$field) {
                write($key, node);
            })+
        }

        fn check_keys(&mut self, faults: &mut $crate::document::fault::Faults) {
            $(if !$crate::document::keys::Slot::is_omitted(&self.$field) {
                faults.within($key, |faults| $crate::document::keys::Slot::check_slot(&mut self.$field, faults));
            })+
        }

        #[cfg(feature = "schema")]
        fn schema_keys(
            add: &mut dyn FnMut(&'static str, schemars::Schema),
            generator: &mut schemars::SchemaGenerator,
        ) {
            fn slot<T, S: $crate::document::keys::Slot>(
                _: fn(&T) -> &S,
                generator: &mut schemars::SchemaGenerator,
            ) -> schemars::Schema {
                S::schema_slot(generator)
            }
            $(add($key, slot(|this: &Self| &this.$field, generator));)+
        }
    };
}
pub(crate) use keys;

/// A map that is read into a struct. An entry that no field takes is unknown.
pub(crate) struct Map<'n, 'a> {
    entries: &'n [(Cow<'a, str>, Node<'a>)],
    taken: usize,
    keeps_extensions: bool,
}

impl<'n, 'a> Map<'n, 'a> {
    pub(crate) fn new(entries: &'n [(Cow<'a, str>, Node<'a>)]) -> Self {
        Map { entries, taken: 0, keeps_extensions: false }
    }

    /// Reads the value of a key. Inlined, so that each key is compared as a constant: most keys are not in the map.
    #[inline(always)]
    pub(crate) fn take<S: Slot>(&mut self, key: &'static str, slot: &mut S, faults: &mut Faults) {
        if self.taken < self.entries.len()
            && let Some(first) = self.entries.iter().position(|(name, _)| name == key)
        {
            self.read(first, key, slot, faults);
        }
    }

    fn read<S: Slot>(&mut self, first: usize, key: &'static str, slot: &mut S, faults: &mut Faults) {
        let mut found = self.entries.iter().skip(first).filter(|(name, _)| name == key).map(|(_, node)| node);
        let Some(node) = found.next() else { return };
        self.taken += 1;
        for _ in found {
            self.taken += 1;
            faults.add(FieldErrorKind::DuplicateKey(key.to_owned()));
        }
        // `null` means that the key is omitted.
        if !node.is_null() {
            faults.within(key, |faults| *slot = S::read_slot(node, faults));
        }
    }

    /// Keeps the keys that begin with `x-`, with any value.
    pub(crate) fn take_extensions(&mut self, extensions: &mut Extensions, faults: &mut Faults) {
        self.keeps_extensions = true;
        if self.taken == self.entries.len() {
            return;
        }
        for (key, node) in self.entries.iter().filter(|(key, _)| key.starts_with(PREFIX)) {
            self.taken += 1;
            if extensions.get(key).is_some() {
                faults.add(FieldErrorKind::DuplicateKey(key.clone().into_owned()));
            } else {
                extensions.set(key.clone().into_owned(), ExtensionValue::read(node));
            }
        }
    }

    /// Reports every key that no field took. `name` is the name of the map.
    pub(crate) fn finish(
        self,
        name: &str,
        known: &[&'static str],
        hint: fn(&str) -> Option<String>,
        faults: &mut Faults,
    ) {
        if self.taken == self.entries.len() {
            return;
        }
        let is_taken = |key: &str| known.contains(&key) || self.keeps_extensions && key.starts_with(PREFIX);
        for (key, _) in self.entries.iter().filter(|(key, _)| !is_taken(key)) {
            if faults.is_full() {
                return;
            }
            let own = || key.starts_with(PREFIX).then(|| format!("; {OWN_KEYS}"));
            let nearest = own()
                .or_else(|| foreign_keys::ours(name, key))
                .or_else(|| did_you_mean(key, known.iter().copied()))
                .or_else(|| hint(key))
                .unwrap_or_else(|| format!("; the keys here are {}", known.join(", ")));
            faults.add(FieldErrorKind::UnknownKey { key: key.clone().into_owned(), nearest: Some(nearest) });
        }
    }
}

const OWN_KEYS: &str = "keys of your own are kept only at the top level of a record";

/// Implements serde's traits through the tree, for types with a representation of their own.
macro_rules! through_the_tree {
    ($($type:ty),+ $(,)?) => {$(
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(&$crate::document::keys::Value::write(self), serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let node: $crate::document::tree::Node<'de> = serde::Deserialize::deserialize(deserializer)?;
                $crate::document::keys::read_whole(&node).map_err(serde::de::Error::custom)
            }
        }
    )+};
}
pub(crate) use through_the_tree;

/// Reads and checks a single value outside a record.
pub(crate) fn read_whole<T: Value>(node: &Node<'_>) -> Result<T, String> {
    let mut faults = Faults::default();
    let value = T::read(node, &mut faults);
    if let Some(mut value) = value {
        value.check(&mut faults);
        let found = faults.into_inner();
        if found.is_empty() {
            return Ok(value);
        }
        return Err(found.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "));
    }
    Err(faults.into_inner().iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
}
