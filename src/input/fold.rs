//! White space of markup, which has no meaning.

use crate::document::text::is_plain;

/// The text with one space for each run of white space, and none at its ends.
pub(super) fn fold(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let mut folded = String::with_capacity(text.len());
    let mut add = |word: &str| {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    };
    match text.is_ascii() {
        // The ASCII part of `char::is_whitespace`.
        true => text.split(is_ascii_space).filter(|word| !word.is_empty()).for_each(&mut add),
        false => text.split_whitespace().for_each(&mut add),
    }
    folded
}

/// Whether it is white space of ASCII.
pub(super) fn is_ascii_space(character: char) -> bool {
    matches!(character, '\t'..='\r' | ' ')
}
