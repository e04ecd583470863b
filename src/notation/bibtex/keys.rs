//! Keys and the names of entry types and fields, in characters that every program accepts.

use std::borrow::Cow;

use deunicode::AsciiChars;

/// Whether a byte may be in a key.
#[allow(clippy::indexing_slicing, reason = "made when it is compiled")]
const SAFE: [bool; 256] = {
    let mut safe = [false; 256];
    let mut byte = 0_u8;
    while byte < 0x7f {
        safe[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':' | b'/' | b'.' | b'+');
        byte += 1;
    }
    safe
};

/// The key unchanged, or in safe letters followed by a hash of the whole key.
pub(super) fn safe_key(key: &str) -> Cow<'_, str> {
    let is_safe = |byte: u8| SAFE.get(usize::from(byte)).is_some_and(|safe| *safe);
    if !key.is_empty() && key.bytes().all(is_safe) {
        return key.into();
    }
    in_safe_letters(key, is_safe).into()
}

/// An entry type: letters only, and not the name of a BibTeX command.
pub(super) fn safe_kind(kind: &str) -> Cow<'_, str> {
    let is_word = kind.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_command = ["comment", "preamble", "string"].iter().any(|command| kind.eq_ignore_ascii_case(command));
    if is_word && !kind.is_empty() && !is_command { kind.into() } else { "misc".into() }
}

/// Lowercase only, because programs do not distinguish case.
pub(super) fn is_field(name: &str) -> bool {
    let rest = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_';
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.bytes().all(rest)
}

pub(super) fn safe_field(name: &str) -> String {
    let small = name.to_ascii_lowercase();
    if is_field(&small) {
        return small;
    }
    let word = in_safe_letters(name, |byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    format!("x-{}", word.to_ascii_lowercase())
}

fn in_safe_letters(words: &str, is_safe: impl Fn(u8) -> bool) -> String {
    let mut safe = String::with_capacity(words.len().saturating_add(9));
    for letters in words.ascii_chars().flatten() {
        safe.extend(letters.bytes().filter(|&byte| is_safe(byte)).map(char::from));
    }
    if !safe.is_empty() {
        safe.push('-');
    }
    let hash = hash(words);
    for shift in (0..8).rev() {
        safe.push(char::from_digit(hash >> (shift * 4) & 15, 16).unwrap_or_default());
    }
    safe
}

/// FNV-1a folded to 32 bits: the same in every version and on every machine.
fn hash(words: &str) -> u32 {
    let step = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    let hash = words.bytes().fold(0xcbf2_9ce4_8422_2325, step);
    (hash ^ hash >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_safe_key_stays() {
        for key in ["mao-zhou-1950-01-07", "a:b/c.d+e_f", "112667"] {
            assert_eq!(safe_key(key), key);
        }
    }

    #[test]
    fn any_other_is_transliterated_and_marked() {
        for (key, written) in [("мао", "mao-"), ("毛泽东", "MaoZeDong-"), ("a b", "ab-"), ("it's", "its-"), ("", "")]
        {
            let safe = safe_key(key);
            assert!(safe.starts_with(written) && safe.len() == written.len() + 8, "{key}: {safe}");
            assert_eq!(safe_key(&safe), safe);
        }
        assert_ne!(safe_key("毛"), safe_key("茅"), "the same in Latin letters");
    }

    #[test]
    fn no_type_is_a_command() {
        for (kind, written) in
            [("letter", "letter"), ("comment", "misc"), ("STRING", "misc"), ("a{b", "misc"), ("", "misc")]
        {
            assert_eq!(safe_kind(kind), written);
        }
    }

    #[test]
    fn a_field_is_a_word() {
        for name in ["archive_location", "note2"] {
            assert!(is_field(name));
        }
        assert_eq!(safe_field("Title"), "title");
        for name in ["a = {b}, c", "2nd", "", "título"] {
            assert!(is_field(&safe_field(name)), "{name}");
        }
    }
}
