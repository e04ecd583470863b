//! The words for containers: boxes, folders.

use std::collections::HashMap;

use super::super::shared::shelf;

/// The words that a finding aid has for its containers, with their meanings.
#[derive(Debug, Default)]
pub(super) struct Units(HashMap<String, Option<String>>);

/// The maximum number of remembered words. No real finding aid has so many; a malicious file may.
const MAX_UNITS: usize = 1000;

impl Units {
    /// The word of the record format for the container that a word means. `None` if it means none.
    pub(super) fn unit(&mut self, word: &str) -> Option<String> {
        if let Some(known) = self.0.get(word) {
            return known.clone();
        }
        let meaning = unit(word);
        if self.0.len() < MAX_UNITS {
            self.0.insert(word.to_owned(), meaning.clone());
        }
        meaning
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
