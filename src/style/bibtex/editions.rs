//! The edition. Styles add the word "edition" to it.

/// `2` for `2nd ed.`: biblatex prints a number as an ordinal, and other words unchanged.
pub(super) fn number(edition: &str) -> &str {
    let words = bare(edition);
    let ordinal = ["st", "nd", "rd", "th"].into_iter().find_map(|ending| words.strip_suffix(ending));
    let is_number = |words: &&str| !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_digit());
    ordinal.filter(is_number).unwrap_or(edition)
}

/// `Second` for `Second edition`: the styles of BibTeX print `edition` after it.
pub(super) fn bare(edition: &str) -> &str {
    let bare = [" edition", " ed.", " ed"].into_iter().find_map(|word| edition.strip_suffix(word));
    bare.filter(|words| !words.is_empty()).unwrap_or(edition)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_is_the_styles() {
        for (edition, in_biblatex, in_bibtex) in [
            ("2nd ed.", "2", "2nd"),
            ("15th", "15", "15th"),
            ("3", "3", "3"),
            ("rev. ed.", "rev. ed.", "rev."),
            ("Second edition", "Second edition", "Second"),
            ("ed.", "ed.", "ed."),
        ] {
            assert_eq!((number(edition), bare(edition)), (in_biblatex, in_bibtex));
        }
    }
}
