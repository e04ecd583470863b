//! The parts of messages about a user's input.

use std::fmt::{self, Write as _};

use super::characters::is_forbidden;

/// Foreign text within a message: shortened to one line, and only characters that a terminal can show.
pub(crate) struct Quoted<'t>(pub(crate) &'t str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const LENGTH: usize = 300;
        for (length, character) in self.0.chars().enumerate() {
            if length == LENGTH {
                return f.write_str("…");
            }
            if is_forbidden(character) {
                write!(f, "{}", character.escape_unicode())?
            } else {
                f.write_char(character)?
            }
        }
        Ok(())
    }
}

/// Whether `written` is this word. Capitals are ignored, and so are the joins of its parts (`Sub-series`, `record
/// group`).
///
/// Databases write "Telegram" and finding aids "Sub-series". Read as other words, they would be printed with that
/// capital.
#[inline]
pub(crate) fn is_word(written: &str, word: &str) -> bool {
    // The first letter distinguishes most words.
    let differ = |a: u8, b: u8| a.is_ascii_alphanumeric() && !a.eq_ignore_ascii_case(&b);
    let begin_apart = written.bytes().next().zip(word.bytes().next()).is_some_and(|(a, b)| differ(a, b));
    !begin_apart && (written == word || have_same_letters(written, word))
}

#[inline(never)]
fn have_same_letters(written: &str, word: &str) -> bool {
    fn letters(text: &str) -> impl Iterator<Item = u8> {
        text.bytes().filter(|byte| !matches!(byte, b'-' | b' ' | b'_')).map(|byte| byte.to_ascii_lowercase())
    }
    letters(written).eq(letters(word))
}

/// The known word nearest to `word`, as the end of a message.
pub(crate) fn did_you_mean<'w>(word: &str, known: impl IntoIterator<Item = &'w str>) -> Option<String> {
    nearest(word, known).map(|near| format!(", did you mean \"{near}\"?"))
}

/// The known word that `word` may be a misspelling of. Up to a third of its letters may be wrong.
pub(crate) fn nearest<'w>(word: &str, known: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    // A very long key is not a misspelling, and the distance is quadratic in the length.
    if word.len() > 64 {
        return None;
    }
    let lower = word.to_lowercase();
    known
        .into_iter()
        .map(|near| (strsim::osa_distance(&lower, near), near))
        .filter(|(distance, near)| *distance * 3 <= near.len().max(lower.len()))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, near)| near)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_word_is_found_and_another_is_not() {
        assert_eq!(nearest("titel", ["title", "time"]), Some("title"));
        assert_eq!(nearest("Recipient", ["recipients", "role"]), Some("recipients"));
        assert_eq!(nearest("colour", ["title", "time"]), None);
    }
}
