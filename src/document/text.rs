//! Cleans and checks the strings of the record format.

use std::borrow::Cow;

use super::characters::{is_forbidden, is_layout, is_visible};
use super::fault::FieldErrorKind;

/// The text with white space trimmed, and each run of white space replaced by one space.
///
/// Only the white space of a file's layout is replaced (space, tab, line breaks, U+2028/9). A no-break or a thin
/// space was typed on purpose and stays.
pub(crate) fn clean(text: &str) -> Result<Cow<'_, str>, FieldErrorKind> {
    if is_plain(text) {
        return Ok(Cow::Borrowed(text));
    }
    let mut folded = String::new();
    let mut tidy = true;
    let mut last_was_space = true; // leading spaces are dropped
    for (offset, character) in text.chars().enumerate() {
        if is_layout(character) {
            tidy &= character == ' ' && !last_was_space;
            last_was_space = true;
        } else if is_forbidden(character) {
            return Err(FieldErrorKind::ForbiddenCharacter { character, offset });
        } else {
            last_was_space = false;
        }
    }
    if !text.chars().any(is_visible) {
        return Err(FieldErrorKind::Empty);
    }
    if tidy && !last_was_space {
        return Ok(Cow::Borrowed(text));
    }
    for word in text.split(is_layout).filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    Ok(Cow::Owned(folded))
}

/// The common case: words of ASCII with one space between them. It tests eight bytes at a time, because every string
/// of every record comes here.
pub(crate) fn is_plain(text: &str) -> bool {
    let (eights, rest) = text.as_bytes().as_chunks::<8>();
    let rest = rest.iter().rev().fold(u64::from(b'.') * ONES, |eight, byte| eight << 8 | u64::from(*byte));
    // As if a space were before the text: it must not begin with one.
    let before = eights.iter().fold((0, 0x80), |before, eight| look(before, u64::from_le_bytes(*eight)));
    look(before, rest).0 == 0 && !text.is_empty() && !text.ends_with(' ')
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = ONES * 0x80;

/// Adds eight bytes to the state of a text: whether a byte was not plain, and whether the last was a space, as bits.
#[inline]
fn look((is_odd, space_before): (u64, u64), eight: u64) -> (u64, u64) {
    // In ASCII no sum carries into the next byte. The first sum sets the high bit from 0x20 on, the other one only
    // for 0x7f.
    let is_plain = eight.wrapping_add(ONES * 0x60) & !(eight | eight.wrapping_add(ONES));
    let spaces = !((eight ^ (ONES * 0x20)).wrapping_add(ONES * 0x7f)) & HIGH;
    (is_odd | (!is_plain & HIGH) | spaces & (spaces << 8 | space_before), spaces >> 56)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_layout_and_keeps_typography() {
        for (given, kept) in [
            ("Mao Zedong", "Mao Zedong"),
            ("  two\t words\r\n and\u{2028}more ", "two words and more"),
            ("10\u{A0}km\u{2009}long", "10\u{A0}km\u{2009}long"),
            ("می\u{200C}خواهم", "می\u{200C}خواهم"),
        ] {
            assert_eq!(clean(given).unwrap(), kept);
        }
    }

    #[test]
    fn a_plain_text_is_one_wherever_its_bytes_fall() {
        for length in 1..20 {
            let text = "a".repeat(length);
            assert!(is_plain(&text));
            for at in 0..length {
                for (inner, plain) in [(" ", at != 0 && at + 1 != length), ("~", true), ("!", true)] {
                    let mut text = text.clone();
                    text.replace_range(at..at + 1, inner);
                    assert_eq!(is_plain(&text), plain, "{text:?}");
                }
                for odd in ["  ", "\u{1f}", "\u{7f}", "é", "\t"] {
                    let mut text = text.clone();
                    text.replace_range(at..at + 1, odd);
                    assert!(!is_plain(&text), "{text:?}");
                }
            }
        }
        assert!(!is_plain("") && !is_plain(" "));
    }

    #[test]
    fn refuses_what_cannot_be_seen() {
        assert_eq!(clean(" \n"), Err(FieldErrorKind::Empty));
        assert_eq!(clean("\u{A0}\u{200B}"), Err(FieldErrorKind::Empty));
        assert_eq!(clean("bell\u{7}"), Err(FieldErrorKind::ForbiddenCharacter { character: '\u{7}', offset: 4 }));
        assert_eq!(clean("é\u{202E}"), Err(FieldErrorKind::ForbiddenCharacter { character: '\u{202E}', offset: 1 }));
        // Embeddings and overrides, then isolates. The characters next to them are typography.
        for character in ('\u{202A}'..='\u{202E}').chain('\u{2066}'..='\u{2069}') {
            assert_eq!(
                clean(&format!("é{character}a")),
                Err(FieldErrorKind::ForbiddenCharacter { character, offset: 1 })
            );
        }
        for character in ['\u{200F}', '\u{202F}', '\u{2065}', '\u{206A}'] {
            assert!(clean(&format!("é{character}a")).is_ok(), "{character:?}");
        }
    }
}
