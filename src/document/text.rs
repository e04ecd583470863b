//! What a string of the record format may hold.

use std::borrow::Cow;

use super::characters::{is_forbidden, is_layout, is_visible};
use super::fault::FieldErrorKind;

/// The text with white space trimmed and each run of it folded to one space.
///
/// Only the white space that comes from laying a file out is folded (space, tab, line breaks, U+2028/9): a no-break or
/// a thin space was typed on purpose and stays.
pub(crate) fn clean(text: &str) -> Result<Cow<'_, str>, FieldErrorKind> {
    if is_plain(text) {
        return Ok(Cow::Borrowed(text));
    }
    let mut folded = String::new();
    let mut tidy = true;
    let mut last_was_space = true; // nothing may open with a space
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

/// Most texts: words of ASCII with a space between them. Loops without an early end are done many bytes at a time.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let edged = text.starts_with(' ') || text.ends_with(' ') || text.is_empty();
    let printable = bytes.iter().fold(true, |all, byte| all & (b' '..=b'~').contains(byte));
    let followed = bytes.iter().zip(bytes.split_first().map_or(&[][..], |(_, rest)| rest));
    let doubled = followed.fold(false, |found, (byte, next)| found | (*byte == b' ') & (*next == b' '));
    printable && !edged && !doubled
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
    fn refuses_what_cannot_be_seen() {
        assert_eq!(clean(" \n"), Err(FieldErrorKind::Empty));
        assert_eq!(clean("\u{A0}\u{200B}"), Err(FieldErrorKind::Empty));
        assert_eq!(clean("bell\u{7}"), Err(FieldErrorKind::ForbiddenCharacter { character: '\u{7}', offset: 4 }));
        assert_eq!(clean("é\u{202E}"), Err(FieldErrorKind::ForbiddenCharacter { character: '\u{202E}', offset: 1 }));
        // Embeddings and overrides, then isolates; their neighbours are typography.
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
