//! The ids that a file has had so far, in little memory.

use std::collections::hash_map::Entry;
use std::hash::{BuildHasher, RandomState};
use std::num::NonZeroU32;

use super::hashed::ByHash;

/// A value for each id. It keeps a random hash of 128 bits instead of the id, because a file may have a million: two
/// ids with the same hash are not to be expected, not even in a file that was made to have them.
#[derive(Clone, Debug)]
pub(super) struct Seen<V> {
    hashers: [RandomState; 2],
    values: ByHash<(u64, u64), V>,
}

impl<V> Default for Seen<V> {
    fn default() -> Self {
        Seen { hashers: [RandomState::new(), RandomState::new()], values: ByHash::default() }
    }
}

impl<V: Default> Seen<V> {
    /// Sets the value of an id, unless it has one, which is returned.
    pub(super) fn insert_new(&mut self, id: &str, value: V) -> Option<&V> {
        match self.values.entry(self.hash(id)) {
            Entry::Occupied(known) => Some(known.into_mut()),
            Entry::Vacant(free) => {
                free.insert(value);
                None
            }
        }
    }

    /// The value of this id; at first the default one.
    pub(super) fn entry(&mut self, id: &str) -> &mut V {
        self.values.entry(self.hash(id)).or_default()
    }

    /// As two halves, which need less space in the map than one number of 128 bits.
    fn hash(&self, id: &str) -> (u64, u64) {
        let [one, other] = &self.hashers;
        (one.hash_one(id), other.hash_one(id))
    }
}

/// Where an id was seen first. No file has so many lines that they do not fit.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct First {
    record: u32,
    line: Option<NonZeroU32>,
}

impl First {
    pub(super) fn new(record: usize, line: Option<usize>) -> Self {
        let short = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        First { record: short(record), line: line.map(short).and_then(NonZeroU32::new) }
    }

    /// The number of the record, and its line.
    pub(super) fn place(&self) -> (usize, Option<usize>) {
        (self.record as usize, self.line.map(|line| line.get() as usize))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_id_has_a_value() {
        let mut seen = Seen::<usize>::default();
        for id in ["a", "b", "a", "ab"] {
            *seen.entry(id) += 1;
        }
        let counts = ["a", "b", "ab", "c"].map(|id| seen.insert_new(id, 9).copied());
        assert_eq!(counts, [Some(2), Some(1), Some(1), None]);
        assert_eq!(*seen.entry("c"), 9);
    }
}
