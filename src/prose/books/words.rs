//! Volumes, numbers and editions, with their words.

use crate::prose::language::{BookWords, Unit};
use crate::prose::ranges::{is_labelled, is_rising, push_numbers};
use crate::prose::sentence::Sentence;

/// Which numbers of documents follow `no.`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberRule {
    /// In a book: numbers that begin with a digit, `no. 12a` but `doc. 190` (A9).
    OpeningWithDigit,
    /// In a shelf mark: numbers of only digits, `no. 12` but `5.12` and `12a` (A11).
    AllDigits,
}

/// A value after its unit, unless the value contains a word for the unit (quirk Q10). Several values get the plural:
/// `nos. 1–2` (B9).
pub(crate) fn push_unit(s: &mut Sentence<'_>, unit: impl FnOnce(&BookWords) -> Unit, value: &str) {
    if !is_labelled(value) {
        s.term(|language| unit(&language.books).of(is_rising(value))).term(|language| language.number_space);
    }
    push_numbers(s, value);
}

/// The number of volumes: `12 vols.`, unless the record has its own words.
pub(super) fn push_volumes(s: &mut Sentence<'_>, volumes: &str) {
    s.data(volumes);
    if volumes.bytes().all(|byte| byte.is_ascii_digit()) {
        let is_one = volumes == "1";
        s.term(|language| language.number_space).term(|language| language.books.volume.of(!is_one));
    }
}

/// The number of a document: `no. 42`, or as it was typed.
pub(crate) fn push_number(s: &mut Sentence<'_>, number: &str, rule: NumberRule) {
    let is_bare = match rule {
        NumberRule::OpeningWithDigit => number.starts_with(|c: char| c.is_ascii_digit()),
        NumberRule::AllDigits => number.bytes().all(|byte| byte.is_ascii_digit()),
    };
    if is_bare {
        s.term(|language| language.books.number.one).term(|language| language.number_space);
    }
    s.data(number);
}

/// `2nd ed.`, with or without an `ed.` in the record. A bare number becomes an ordinal.
pub(super) fn push_edition(s: &mut Sentence<'_>, edition: &str) {
    let language = s.language();
    s.with(|text| text.push_str(edition));
    if edition.bytes().all(|byte| byte.is_ascii_digit()) {
        s.word(language.ordinals.ending(edition));
    }
    let words = language.books.says_edition;
    let mut said = edition.split(|c: char| !c.is_alphanumeric());
    if !said.any(|word| words.iter().any(|known| word.eq_ignore_ascii_case(known))) {
        s.word(language.number_space).word(language.books.edition);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::sentence::plain;
    use crate::prose::{DE, EN_US, FR};

    #[test]
    fn the_word_for_an_edition_is_printed_once() {
        for (edition, said) in [
            ("2nd", "2nd ed."),
            ("2", "2nd ed."),
            ("11", "11th ed."),
            ("13", "13th ed."),
            ("21", "21st ed."),
            ("2nd ed.", "2nd ed."),
            ("Rev. edition", "Rev. edition"),
            ("rev.", "rev. ed."),
            ("2nd revised", "2nd revised ed."),
        ] {
            assert_eq!(plain(&EN_US, |s| push_edition(s, edition)), said);
        }
        assert_eq!(plain(&FR, |s| push_edition(s, "2")), "2e\u{a0}éd.");
        assert_eq!(plain(&DE, |s| push_edition(s, "2")), "2.\u{a0}Aufl.");
    }

    #[test]
    fn several_volumes_are_counted() {
        for (volume, said) in
            [("1", "vol. 1"), ("1-2", "vols. 1–2"), ("19, pt. 1", "vol. 19, pt. 1"), ("3-A", "vol. 3-A")]
        {
            assert_eq!(plain(&EN_US, |s| push_unit(s, |words| words.volume, volume)), said);
        }
    }

    #[test]
    fn a_number_has_its_word_by_the_rule() {
        for (number, in_book, on_shelf) in [
            ("42", "no. 42", "no. 42"),
            ("12a", "no. 12a", "12a"),
            ("5.12", "no. 5.12", "5.12"),
            ("doc. 190", "doc. 190", "doc. 190"),
        ] {
            assert_eq!(plain(&EN_US, |s| push_number(s, number, NumberRule::OpeningWithDigit)), in_book);
            assert_eq!(plain(&EN_US, |s| push_number(s, number, NumberRule::AllDigits)), on_shelf);
        }
    }
}
