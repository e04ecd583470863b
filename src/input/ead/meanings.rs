//! The texts that a finding aid repeats in many components, with their meanings.

use std::collections::HashMap;

use super::super::shared::dates::Read;
use super::super::shared::shelf;

#[derive(Debug, Default)]
pub(super) struct Meanings {
    /// The words for boxes and folders.
    units: Memory<Option<String>>,
    dates: Memory<Read>,
}

/// The maximum number of remembered texts. Few real finding aids have so many; a malicious file may.
const MAX_TEXTS: usize = 10_000;

/// Values by the texts that they are read from.
#[derive(Debug)]
struct Memory<V>(HashMap<String, V>);

impl<V> Default for Memory<V> {
    fn default() -> Self {
        Memory(HashMap::new())
    }
}

impl<V: Clone> Memory<V> {
    fn get(&mut self, text: &str, read: impl FnOnce() -> V) -> V {
        if let Some(known) = self.0.get(text) {
            return known.clone();
        }
        let value = read();
        if self.0.len() < MAX_TEXTS {
            self.0.insert(text.to_owned(), value.clone());
        }
        value
    }
}

impl Meanings {
    /// The word of the record format for the container that a word means. `None` if it means none.
    pub(super) fn unit(&mut self, word: &str) -> Option<String> {
        self.units.get(word, || unit(word))
    }

    /// The date of an attribute and its words, which contain no line break. `read` reads it.
    pub(super) fn date(&mut self, normal: &str, words: &str, read: impl FnOnce() -> Read) -> Read {
        self.dates.get(&[normal, "\n", words].concat(), read)
    }
}

fn unit(word: &str) -> Option<String> {
    let word = word.trim().trim_end_matches([':', '.']).to_lowercase();
    let numbered = format!("{word} 1");
    let one = shelf::levels(&numbered)?;
    match one.levels.as_slice() {
        [level] => level.level.as_deref().map(str::to_owned),
        _ => None,
    }
}
