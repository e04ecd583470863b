//! The letters after the year in author-date: 1950a, 1950b, n.d.-a (RULES 9.4).

use std::collections::HashMap;

use super::entry::Entry;

/// Gives letters to documents with the same label, in the order of the list.
pub(super) fn push<'s>(labels: impl Iterator<Item = Option<&'s str>>, entries: &mut [Entry<'_>]) {
    let mut by_label: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, label) in labels.enumerate() {
        if let Some(label) = label {
            by_label.entry(label).or_default().push(place);
        }
    }
    for places in by_label.into_values().filter(|places| places.len() > 1) {
        for (number, place) in places.into_iter().enumerate() {
            if let Some(entry) = entries.get_mut(place) {
                entry.suffix = Some(letters(number));
            }
        }
    }
}

/// a … z, aa, ab …
fn letters(number: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = number;
    loop {
        letters.push(char::from(b'a' + (rest % 26) as u8));
        match (rest / 26).checked_sub(1) {
            Some(more) => rest = more,
            None => break,
        }
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn aa_follows_z() {
        let letters: Vec<String> = [0, 1, 25, 26, 27, 701, 702].into_iter().map(super::letters).collect();
        assert_eq!(letters, ["a", "b", "z", "aa", "ab", "zz", "aaa"]);
    }
}
