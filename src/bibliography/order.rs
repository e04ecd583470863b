//! The order of a list: by the style's key, then by date, then by where the documents lie, then by id (RULES 9.7).

pub(super) use collation::Collator;

use super::Entry;
use crate::document::Document;
use crate::style::Style;

/// Every key is made once: sorting compares what is there.
pub(super) fn sort(style: &dyn Style, entries: &mut [Entry<'_>]) {
    let collator = Collator::new();
    entries.sort_by_cached_key(|entry| {
        let document = entry.document();
        (
            collator.key(&style.sort_key(document)),
            document.date().cloned().unwrap_or_default(),
            shelf(document),
            document.id().to_owned(),
        )
    });
}

/// The path of the first holding, its numbers as numbers: box 2 before box 10.
fn shelf(document: &Document) -> Vec<(u64, String)> {
    let Some(holding) = document.holdings().first() else { return Vec::new() };
    let ids = holding.path.iter().map(|level| level.id.as_deref().or(level.title.as_deref()).unwrap_or_default());
    let leaves = holding.leaves.as_ref().map(|leaves| leaves.range.as_str());
    let all = ids.chain(holding.reference.as_deref()).chain(leaves);
    all.map(|words| {
        let digits: String = words.chars().take_while(char::is_ascii_digit).collect();
        (digits.parse().unwrap_or(u64::MAX), words.to_owned())
    })
    .collect()
}

/// With the feature `collation`: the order of Unicode's root collation (CLDR), as ICU4X has it.
#[cfg(feature = "collation")]
mod collation {
    use icu_collator::options::CollatorOptions;
    use icu_collator::{CollatorBorrowed, CollatorPreferences};

    pub(in super::super) struct Collator(Option<CollatorBorrowed<'static>>);

    impl Collator {
        pub(in super::super) fn new() -> Self {
            // The root collation is compiled in; without it the plain key would do.
            Collator(icu_collator::Collator::try_new(CollatorPreferences::default(), CollatorOptions::default()).ok())
        }

        /// The bytes by which the words are ordered. The parts of a key are weighed one by one: a name that ends stands
        /// before one that goes on.
        pub(in super::super) fn key(&self, words: &str) -> Vec<u8> {
            let mut key = Vec::with_capacity(words.len() * 2);
            for part in words.split('\u{1}') {
                match &self.0 {
                    Some(collator) => _ = collator.write_sort_key_to(part, &mut key),
                    None => key.extend_from_slice(part.as_bytes()),
                }
                // No weight is as small.
                key.push(0);
            }
            key
        }
    }
}

/// Without: the style's key as it is, which has no case, no diacritics and nothing but letters and digits, by the numbers
/// of the characters.
#[cfg(not(feature = "collation"))]
mod collation {
    pub(in super::super) struct Collator;

    impl Collator {
        pub(in super::super) fn new() -> Self {
            Collator
        }

        pub(in super::super) fn key(&self, words: &str) -> Vec<u8> {
            words.as_bytes().to_vec()
        }
    }
}
