//! Whole words within a text.

use std::ops::Range;

use crate::bytes::{Eight, find_pair};
use crate::slice::{slice, sublist};

/// Whether a text contains these words as whole words, in any case.
///
/// ```
/// use prefercite::prose::has_words;
///
/// assert!(has_words("Ciphered Telegram No. 709", "telegram"));
/// assert!(!has_words("Yorkshire Archaeological Society", "York"));
/// ```
pub fn has_words(text: &str, words: &str) -> bool {
    if !words.is_ascii() {
        let is_at = |at: usize| {
            let rest = strip_prefix_ignoring_case(slice(text, at..), words);
            rest.is_some_and(|rest| is_whole(text, at..text.len() - rest.len()))
        };
        return text.char_indices().any(|(at, _)| is_at(at));
    }
    // Only places with the same first and last byte are examined.
    let (bytes, words) = (text.as_bytes(), words.as_bytes());
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let may_be = |a: Eight, b: Eight| a.is_letter(*first) & b.is_letter(*last);
    let Some(ends) = bytes.get(words.len() - 1..) else { return false };
    let found = find_pair(bytes, ends, may_be, |at| {
        let place = at..at + words.len();
        sublist(bytes, place.clone()).eq_ignore_ascii_case(words) && is_whole(text, place)
    });
    found.is_some()
}

/// Whether there is no letter or digit next to these bytes.
fn is_whole(text: &str, bytes: Range<usize>) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !is_letter(slice(text, ..bytes.start).chars().next_back()) && !is_letter(slice(text, bytes.end..).chars().next())
}

/// Whether a text ends with these words.
pub(crate) fn ends_with_words(text: &str, words: &str) -> bool {
    let at = text.len().checked_sub(words.len());
    let ends = at.and_then(|at| text.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(words));
    ends && has_words(text, words)
}

/// A whole wording by someone else, without its final period, which the sentence adds if the wording ends it. The
/// period of an abbreviation stays: `4. d.`, `Washington, D.C.`
pub(crate) fn without_stop(words: &str) -> &str {
    let Some(bare) = words.strip_suffix('.') else { return words };
    let last = bare.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    let letters = last.chars().filter(|c| c.is_alphabetic()).count();
    let is_name = letters > 1 && last.chars().all(|c| c.is_uppercase());
    let is_short = letters > 0 && letters <= 3 && !last.contains(|c: char| c.is_ascii_digit()) && !is_name;
    if is_short || last.contains('.') || last.is_empty() { words } else { bare }
}

pub(crate) fn strip_prefix_ignoring_case<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    // The first letter distinguishes most words.
    let (first, expected) = (text.as_bytes().first()?, prefix.as_bytes().first()?);
    if first.is_ascii() && expected.is_ascii() && !first.eq_ignore_ascii_case(expected) {
        return None;
    }
    if let Some((start, rest)) = text.split_at_checked(prefix.len()) {
        if start.eq_ignore_ascii_case(prefix) {
            return Some(rest);
        }
        // The lower case of letters beyond ASCII is slow.
        if start.is_ascii() && prefix.is_ascii() {
            return None;
        }
    }
    let mut rest = text.chars();
    for expected in prefix.chars() {
        let found = rest.next()?;
        if found != expected && !found.to_lowercase().eq(expected.to_lowercase()) {
            return None;
        }
    }
    Some(rest.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_stop_is_taken_off_but_for_that_of_an_abbreviation() {
        for (words, bare) in [
            ("Wartime (New York, 1977), 385-387.", "Wartime (New York, 1977), 385-387"),
            ("Archives of RGASPI.", "Archives of RGASPI"),
            ("Files, MOL.", "Files, MOL"),
            ("MOL, 4. d.", "MOL, 4. d."),
            ("Library of Congress, Washington, D.C.", "Library of Congress, Washington, D.C."),
            ("no end", "no end"),
            (".", "."),
        ] {
            assert_eq!(without_stop(words), bare);
        }
    }

    #[test]
    fn words_are_found_whole_and_in_any_case() {
        for (text, words, found) in [
            ("Ciphered Telegram from Filippov", "telegram", true),
            ("Telegrams from Moscow", "telegram", false),
            ("College Park, MD", "college park", true),
            ("Отчёт о поездке", "отчёт", true),
            ("Отчёты", "отчёт", false),
            ("anything", "", false),
        ] {
            assert_eq!(has_words(text, words), found, "{text}: {words}");
        }
    }
}
