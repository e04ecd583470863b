//! Slices of a text or a list, for callers that know that the range is valid.

use std::fmt::Debug;
use std::slice::SliceIndex;

/// The bytes of `text` in this range, which must begin and end at character boundaries.
///
/// Any other range is a bug in this crate: debug builds and tests panic, and a release build continues with an empty
/// text.
#[inline]
#[track_caller]
pub(crate) fn slice(text: &str, range: impl SliceIndex<str, Output = str> + Clone + Debug) -> &str {
    let part = text.get(range.clone());
    debug_assert!(part.is_some(), "{range:?} is not a range of {text:?}");
    part.unwrap_or_default()
}

/// The elements of `list` in this range, which must be within the list. Any other range is treated as in [`slice()`].
#[inline]
#[track_caller]
pub(crate) fn sublist<T>(list: &[T], range: impl SliceIndex<[T], Output = [T]> + Clone + Debug) -> &[T] {
    let part = list.get(range.clone());
    debug_assert!(part.is_some(), "{range:?} is not a range of a list of {}", list.len());
    part.unwrap_or_default()
}

/// The text before this byte, and the text from it on. The byte must be at a character boundary. Any other is treated
/// as in [`slice()`].
#[inline]
#[track_caller]
pub(crate) fn split(text: &str, at: usize) -> (&str, &str) {
    let parts = text.split_at_checked(at);
    debug_assert!(parts.is_some(), "{at} is not a place in {text:?}");
    parts.unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_between_characters_is_a_part() {
        assert_eq!(slice("é–b", 2..5), "–");
        assert_eq!(slice("é–b", ..), "é–b");
        assert_eq!(slice("é", 2..), "");
        assert_eq!(split("é–b", 2), ("é", "–b"));
        assert_eq!(split("é", 2), ("é", ""));
    }

    #[test]
    #[cfg_attr(debug_assertions, should_panic(expected = "1..2 is not a range of \"é\""))]
    fn a_range_within_a_character_is_a_mistake() {
        assert_eq!(slice("é", 1..2), "");
    }

    #[test]
    fn a_range_of_a_list_is_a_part() {
        assert_eq!(sublist(&[1, 2, 3], 1..), [2, 3]);
        assert_eq!(sublist(&[1, 2, 3], 3..), [0; 0]);
    }

    #[test]
    #[cfg_attr(debug_assertions, should_panic(expected = "1..3 is not a range of a list of 2"))]
    fn a_range_beyond_a_list_is_a_mistake() {
        assert_eq!(sublist(&[1, 2], 1..3), [0; 0]);
    }

    #[test]
    #[cfg_attr(debug_assertions, should_panic(expected = "3 is not a place in \"é\""))]
    fn a_place_behind_the_text_is_a_mistake() {
        assert_eq!(split("é", 3), ("é", ""));
    }
}
