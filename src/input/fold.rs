//! White space of markup, which has no meaning.

use crate::document::text::is_plain;
use crate::slice::split;

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
    if !text.is_ascii() {
        text.split_whitespace().for_each(&mut add);
        return folded;
    }
    let (mut rest, mut is_space) = (text, true);
    while !rest.is_empty() {
        let end = rest.bytes().position(|byte| is_ascii_space(byte) != is_space).unwrap_or(rest.len());
        let (part, behind) = split(rest, end);
        if !is_space {
            add(part);
        }
        (rest, is_space) = (behind, !is_space);
    }
    folded
}

/// Whether it is white space: the part of `char::is_whitespace` in ASCII.
pub(super) fn is_ascii_space(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}
