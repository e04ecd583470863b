//! Whole words within a text.

use crate::slice::slice;

/// Whether a text has these words as whole words, in whatever case.
///
/// ```
/// use prefercite::prose::has_words;
///
/// assert!(has_words("Ciphered Telegram No. 709", "telegram"));
/// assert!(!has_words("Yorkshire Archaeological Society", "York"));
/// ```
pub fn has_words(text: &str, words: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let stands_at = |at: usize| {
        let before = slice(text, ..at).chars().next_back();
        let rest = strip_prefix_ignoring_case(slice(text, at..), words);
        rest.is_some_and(|rest| !letter(before) && !letter(rest.chars().next()))
    };
    if words.is_ascii() {
        // Nearly all of them: bytes are compared, the first by itself, and only what is alike is looked at closely.
        let (text, words) = (text.as_bytes(), words.as_bytes());
        let Some(first) = words.first().map(u8::to_ascii_lowercase) else { return false };
        let mut starts = text.windows(words.len()).enumerate();
        return starts.any(|(at, window)| {
            window.first().is_some_and(|byte| byte | 0x20 == first | 0x20)
                && window.eq_ignore_ascii_case(words)
                && stands_at(at)
        });
    }
    text.char_indices().any(|(at, _)| stands_at(at))
}

/// Whether a text ends with these words.
pub(crate) fn ends_with_words(text: &str, words: &str) -> bool {
    let at = text.len().checked_sub(words.len());
    let ends = at.and_then(|at| text.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(words));
    ends && has_words(text, words)
}

pub(crate) fn strip_prefix_ignoring_case<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    for expected in prefix.chars() {
        let found = rest.next()?;
        if found != expected && !found.to_lowercase().eq(expected.to_lowercase()) {
            return None;
        }
    }
    (!prefix.is_empty()).then_some(rest.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

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
