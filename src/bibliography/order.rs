//! The order of a list: by the style's key, then by date, then by shelf mark, then by id (RULES 9.7).

use std::cmp::Ordering;
use std::ops::Range;

pub(super) use collation::Collator;

use super::entry::Entry;
use crate::document::{Date, Document};
use crate::slice::sublist;
use crate::style::Style;

/// The style's heading and label of each entry, in the order of the list.
pub(super) struct Labels {
    words: String,
    /// The ranges in `words` of each entry's heading and label.
    ranges: Vec<[Option<Range<usize>>; 2]>,
}

impl Labels {
    pub(super) fn headings(&self) -> impl Iterator<Item = Option<&str>> {
        self.ranges.iter().map(|[heading, _]| self.words.get(heading.clone()?))
    }

    pub(super) fn labels(&self) -> impl Iterator<Item = Option<&str>> {
        self.ranges.iter().map(|[_, label]| self.words.get(label.clone()?))
    }
}

/// Visits each document once and keeps all keys in one buffer, because comparing keys that are far apart in memory is slow.
pub(super) fn sort(style: &dyn Style, entries: &mut Vec<Entry<'_>>) -> Labels {
    let (collator, mut keys) = (Collator::new(), Vec::new());
    let mut labels = Labels { words: String::new(), ranges: Vec::with_capacity(entries.len()) };
    let mut order = Vec::with_capacity(entries.len());
    for (place, entry) in entries.iter().enumerate() {
        let (document, start) = (entry.document(), keys.len());
        let filing = style.filing(document);
        collator.push_key(&filing.sort_key, &mut keys);
        let (bytes, key) = (first_bytes(sublist(&keys, start..)), start..keys.len());
        order.push(Filed { start: bytes, key, place, stays: filing.sort_key.is_empty() });
        labels.ranges.push([filing.author, filing.label].map(|words| {
            let start = labels.words.len();
            labels.words.push_str(&words?);
            Some(start..labels.words.len())
        }));
    }
    let key = |filed: &Filed| sublist(&keys, filed.key.clone());
    order.sort_unstable_by(|a, b| {
        let by_key = a.start.cmp(&b.start).then_with(|| key(a).cmp(key(b)));
        if a.stays && b.stays {
            return by_key.then(a.place.cmp(&b.place));
        }
        by_key.then_with(|| match (entries.get(a.place), entries.get(b.place)) {
            (Some(a), Some(b)) => among_equals(a, b),
            _ => Ordering::Equal,
        })
    });
    put_in_order(entries, &order);
    put_in_order(&mut labels.ranges, &order);
    labels
}

fn put_in_order<T>(list: &mut Vec<T>, order: &[Filed]) {
    let mut unordered: Vec<Option<T>> = list.drain(..).map(Some).collect();
    list.extend(order.iter().filter_map(|filed| unordered.get_mut(filed.place)?.take()));
}

/// An entry by its key. For most entries the first bytes decide the order.
struct Filed {
    start: u128,
    key: Range<usize>,
    place: usize,
    /// The style's sort key is empty.
    stays: bool,
}

/// The first bytes as a number that sorts as the bytes do.
fn first_bytes(key: &[u8]) -> u128 {
    let mut start = [0; size_of::<u128>()];
    start.iter_mut().zip(key).for_each(|(to, from)| *to = *from);
    u128::from_be_bytes(start)
}

fn among_equals(a: &Entry<'_>, b: &Entry<'_>) -> Ordering {
    let (one, other, undated) = (a.document(), b.document(), Date::default());
    let by_date = one.date().unwrap_or(&undated).cmp(other.date().unwrap_or(&undated));
    // Two collections may have the same generated id but different documents.
    let first_id = |entry: &Entry<'_>| entry.members().iter().map(|document| document.id().to_owned()).min();
    by_date
        .then_with(|| shelf(one).cmp(&shelf(other)))
        .then_with(|| one.id().cmp(other.id()))
        .then_with(|| first_id(a).cmp(&first_id(b)))
}

/// The path of the first holding, with its numbers as numbers: box 2 before box 10.
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

/// With the feature `collation`: Unicode's root collation (CLDR), as implemented by ICU4X.
#[cfg(feature = "collation")]
mod collation {
    use icu_collator::options::CollatorOptions;
    use icu_collator::{CollatorBorrowed, CollatorPreferences};

    pub(in super::super) struct Collator(Option<CollatorBorrowed<'static>>);

    impl Collator {
        pub(in super::super) fn new() -> Self {
            // The root collation is compiled in. Without it the plain key would be used.
            Collator(icu_collator::Collator::try_new(CollatorPreferences::default(), CollatorOptions::default()).ok())
        }

        /// Appends the collation key of the words. Each part of the key is collated separately, so a name comes
        /// before a longer name that begins with it.
        pub(in super::super) fn push_key(&self, words: &str, key: &mut Vec<u8>) {
            for part in words.split('\u{1}') {
                match &self.0 {
                    Some(collator) => _ = collator.write_sort_key_to(part, key),
                    None => key.extend_from_slice(part.as_bytes()),
                }
                // A separator smaller than every weight.
                key.push(0);
            }
        }
    }
}

/// Without that feature: the style's key unchanged, ordered by code point. It has no case, no diacritics, and only
/// letters and digits.
#[cfg(not(feature = "collation"))]
mod collation {
    pub(in super::super) struct Collator;

    impl Collator {
        pub(in super::super) fn new() -> Self {
            Collator
        }

        pub(in super::super) fn push_key(&self, words: &str, key: &mut Vec<u8>) {
            key.extend_from_slice(words.as_bytes());
        }
    }
}
