//! White space of markup, which has no meaning.

use std::borrow::Cow;

use crate::document::text::is_plain;

/// The text with one space for each run of white space, and none at its ends.
pub(super) fn fold(text: &str) -> Cow<'_, str> {
    let text = text.trim_matches(|c: char| u8::try_from(c).is_ok_and(is_ascii_space));
    if is_plain(text) {
        return text.into();
    }
    let mut folded = String::with_capacity(text.len());
    let mut add = |word: &str| {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    };
    if text.is_ascii() {
        // Faster than a search for all white space of Unicode.
        let words = text.split(|c: char| u8::try_from(c).is_ok_and(is_ascii_space));
        words.filter(|word| !word.is_empty()).for_each(&mut add);
    } else {
        text.split_whitespace().for_each(&mut add);
    }
    folded.into()
}

/// Whether it is white space: the part of `char::is_whitespace` in ASCII.
pub(super) fn is_ascii_space(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_of_white_space_is_one_space() {
        for (text, folded) in [
            ("Box 3", "Box 3"),
            ("\n  Box\t3,\u{b} folder\r\n2 ", "Box 3, folder 2"),
            ("\u{a0}Mémoires \u{2003}et\u{85}notes", "Mémoires et notes"),
            (" \n", ""),
            ("", ""),
        ] {
            assert_eq!(fold(text), folded);
        }
    }
}
