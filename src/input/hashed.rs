//! Maps whose keys are hashes, which are not hashed again.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map from a hash, or from a pair of hashes.
pub(super) type ByHash<K, V> = HashMap<K, V, BuildHasherDefault<IsHash>>;

/// Takes the last number of a key as its hash.
#[derive(Clone, Debug, Default)]
pub(super) struct IsHash(u64);

impl Hasher for IsHash {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| hash.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}
