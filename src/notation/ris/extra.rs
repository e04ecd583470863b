//! Text for `M2`, which Zotero adds to its field Extra. A line of Extra is a variable and its value.

use std::borrow::Cow;

/// The words without anything that would end a line or break it in Extra.
///
/// Zotero decodes entities, so `&#10;` would start a line: a word joiner is inserted after such an ampersand. citeproc-js ignores
/// a line with a brace and all lines below it, so braces become parentheses.
pub(super) fn in_extra(words: &str) -> Cow<'_, str> {
    if !is_altered(words) {
        return words.into();
    }
    let parenthesized = words.replace('{', "(").replace('}', ")");
    let mut written = String::with_capacity(parenthesized.len() + 4);
    let mut rest = parenthesized.as_str();
    while let Some((before, behind)) = rest.split_once('&') {
        written.push_str(before);
        written.push('&');
        if begins_a_line(behind) {
            written.push('\u{2060}');
        }
        rest = behind;
    }
    written.push_str(rest);
    written.into()
}

/// Whether the words are changed.
pub(crate) fn is_altered(words: &str) -> bool {
    let mut signs = words.match_indices('&').filter_map(|(at, sign)| words.get(at + sign.len()..));
    words.contains(['{', '}']) || signs.any(begins_a_line)
}

/// `&#10;`, `&NewLine;`: any numeric entity, and the named entities of characters that end lines.
fn begins_a_line(behind_sign: &str) -> bool {
    behind_sign.starts_with('#') || behind_sign.starts_with("NewLine") || behind_sign.starts_with("Tab")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_ends_no_line() {
        for (words, written) in [
            ("AT&T, R&D", "AT&T, R&D"),
            ("a&#10;type: book", "a&\u{2060}#10;type: book"),
            ("a&#xa;b&NewLine;c", "a&\u{2060}#xa;b&\u{2060}NewLine;c"),
            ("{:type: book} }", "(:type: book) )"),
        ] {
            assert_eq!(in_extra(words), written);
        }
    }
}
