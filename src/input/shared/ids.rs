//! Ids of records, made from the names that other programs have for their items.

use super::super::seen::Seen;
use crate::slice::slice;

/// The maximum length of an id in the record format, in bytes.
const MAX: usize = 128;

/// Generated ids are shorter, so that they stay readable.
const MAX_MADE: usize = 60;

/// The name as an id, with other characters replaced by hyphens.
pub(in crate::input) fn id(name: &str) -> Option<String> {
    // Most names are ids already.
    let is_known = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b':' | b'.' | b'+' | b'/');
    let is_id = name.len() <= MAX && name.bytes().all(|byte| is_known(byte) || byte == b'-');
    if is_id && !name.ends_with('-') && name.bytes().any(|byte| byte.is_ascii_alphanumeric()) {
        return Some(name.to_owned());
    }
    let mut id = String::with_capacity(name.len().min(MAX));
    for character in name.trim().chars() {
        let known = character.is_alphanumeric() || matches!(character, '_' | ':' | '.' | '+' | '/' | '-');
        if known && id.len() + character.len_utf8() <= MAX {
            id.push(character);
        } else if !id.is_empty() && !id.ends_with('-') && id.len() < MAX {
            id.push('-');
        }
    }
    let id = id.trim_end_matches('-');
    id.contains(char::is_alphanumeric).then(|| id.to_owned())
}

/// Ids that were joined, not longer than an id may be.
#[cfg(feature = "xml")]
pub(in crate::input) fn shortened(joined: String) -> String {
    if joined.len() <= MAX { joined } else { id(&joined).unwrap_or(joined) }
}

/// Whether the name is a valid id.
pub(in crate::input) fn is_id(name: &str) -> bool {
    id(name).is_some_and(|id| id == name)
}

/// Makes unique ids for items that have none.
#[derive(Debug, Default)]
pub(in crate::input) struct Ids {
    made: Seen<u32>,
}

impl Ids {
    /// `kennan-1946-the-long-telegram`: from the first name, the year and the title, as far as they exist.
    pub(in crate::input) fn make(&mut self, parts: &[Option<&str>]) -> String {
        let mut id = String::new();
        for part in parts.iter().flatten() {
            for word in part.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
                let word = word.to_lowercase();
                if id.len() + word.len() < MAX_MADE {
                    id.push_str(if id.is_empty() { "" } else { "-" });
                    id.push_str(&word);
                }
            }
        }
        self.unique(if id.is_empty() { "item".to_owned() } else { id })
    }

    /// The id, or another one if an earlier item has it.
    pub(in crate::input) fn unique(&mut self, id: String) -> String {
        let count = self.made.entry(&id);
        if *count == 0 {
            *count = 1;
            return id;
        }
        let mut number = *count;
        let unique = loop {
            number += 1;
            let other = numbered(&id, number);
            if *self.made.entry(&other) == 0 {
                break other;
            }
        };
        *self.made.entry(&id) = number;
        *self.made.entry(&unique) = 1;
        unique
    }
}

/// The id with a number, not longer than an id may be: `kennan-1946.2`.
fn numbered(id: &str, number: u32) -> String {
    let number = format!(".{number}");
    let most = id.len().min(MAX - number.len());
    let end = (0..=most).rev().find(|at| id.is_char_boundary(*at)).unwrap_or_default();
    format!("{}{number}", slice(id, ..end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_what_the_record_format_takes() {
        assert_eq!(id("http://zotero.org/users/1/items/ABCD").as_deref(), Some("http://zotero.org/users/1/items/ABCD"));
        assert_eq!(id("Kennan 1946, a").as_deref(), Some("Kennan-1946-a"));
        assert_eq!(id(" ?! "), None);
        let mut ids = Ids::default();
        assert_eq!(ids.make(&[Some("Mao Zedong"), None, Some("1950")]), "mao-zedong-1950");
        assert_eq!(ids.make(&[Some("Mao Zedong"), None, Some("1950")]), "mao-zedong-1950.2");
        assert_eq!(ids.make(&[]), "item");
    }

    #[test]
    fn a_repeated_id_gets_a_number_that_no_other_id_has() {
        let mut ids = Ids::default();
        let unique: Vec<String> = ["a", "a.2", "a", "a", "a.2"].map(|id| ids.unique(id.to_owned())).into();
        assert_eq!(unique, ["a", "a.2", "a.3", "a.4", "a.2.2"]);
        for long in ["x".repeat(MAX), "é".repeat(MAX / 2)] {
            assert_eq!(ids.unique(long.clone()), long);
            let second = ids.unique(long);
            assert!(second.len() <= MAX && second.ends_with(".2") && is_id(&second), "{second}");
        }
    }
}
