//! Turns the words of a search into a query of FTS5.

use std::borrow::Cow;

/// The limits of a query, in characters and in words. No useful query is longer.
pub(crate) const LONGEST: usize = 400;
const MOST: usize = 24;

/// Chinese, Japanese, Korean and Thai have no spaces between words, and FTS5 would treat a sentence as one word. With
/// a space at each character, a word is found as a sequence of characters.
pub(super) fn spaced(words: &str) -> Cow<'_, str> {
    if words.is_ascii() || !words.chars().any(is_unspaced) {
        return Cow::Borrowed(words);
    }
    let mut apart = String::with_capacity(words.len() * 2);
    for c in words.chars() {
        if is_unspaced(c) {
            apart.extend([' ', c, ' ']);
        } else {
            apart.push(c);
        }
    }
    Cow::Owned(apart)
}

fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{e7f}' | '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

/// The query for words and for people. `None` if neither has a letter or a digit.
///
/// Words in quotation marks are a phrase, and `sov*` is the beginning of a word. Everything is quoted, so no input is
/// an operator.
pub(super) fn query(words: &str, people: &str) -> Option<String> {
    let (anywhere, people) = (all_of(words), all_of(people));
    match (anywhere, people) {
        (None, None) => None,
        (Some(words), None) => Some(words),
        (None, Some(people)) => Some(format!("people : ({people})")),
        (Some(words), Some(people)) => Some(format!("({words}) AND people : ({people})")),
    }
}

fn all_of(typed: &str) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    // Every second part is in quotation marks.
    for (at, stretch) in typed.split(['"', '“', '”', '„', '«', '»']).enumerate() {
        if at % 2 == 1 {
            parts.extend(quoted(stretch, false));
        } else {
            parts.extend(stretch.split_whitespace().filter_map(|word| match word.strip_suffix('*') {
                Some(beginning) => quoted(beginning, true),
                None => quoted(word, false),
            }));
        }
    }
    parts.truncate(MOST);
    (!parts.is_empty()).then(|| parts.join(" AND "))
}

fn quoted(words: &str, is_beginning: bool) -> Option<String> {
    let words: String = words.chars().filter(|c| !c.is_control()).collect();
    let end = if is_beginning { "*" } else { "" };
    words.contains(char::is_alphanumeric).then(|| format!("\"{}\"{end}", spaced(&words).trim().replace('"', "\"\"")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_typed_is_an_operator() {
        assert_eq!(query("Mao OR (Zhou", "").as_deref(), Some("\"Mao\" AND \"OR\" AND \"(Zhou\""));
        assert_eq!(query("\"Long Telegram\" sov*", "").as_deref(), Some("\"Long Telegram\" AND \"sov\"*"));
        assert_eq!(query("", "Mao").as_deref(), Some("people : (\"Mao\")"));
        assert_eq!(query(" * -- \"\" ", ""), None);
        assert_eq!(query("毛泽东", "").as_deref(), Some("\"毛  泽  东\""));
    }
}
