//! What every manual asks of a printed book (RULES 6).

use super::language::{BookWords, Unit};
use super::ranges::is_labelled;
use super::sentence::{Joint, Sentence};
use crate::document::{Date, Document, Publication};

/// The printed edition, where it says anything that can be printed (A21: then the holdings are not).
pub(crate) fn source(document: &Document) -> Option<&Publication> {
    document.source().filter(|book| book_says_anything(book) && says_more_than_its_writer(document, book))
}

/// The book that the translation was taken from.
pub(crate) fn translation_source(document: &Document) -> Option<&Publication> {
    let book = document.translation().and_then(|translation| translation.source.as_ref());
    book.filter(|book| book_says_anything(book) && says_more_than_its_writer(document, book))
}

/// Whether there is anything to print: an address or an ISBN alone is not.
pub(crate) fn book_says_anything(book: &Publication) -> bool {
    !book.authors.is_empty() || says_more_than_authors(book)
}

fn says_more_than_authors(book: &Publication) -> bool {
    let people = [&book.editors, &book.compilers, &book.translators];
    let titles = [&book.title, &book.container, &book.series];
    let words = [&book.volume, &book.issue, &book.number, &book.edition, &book.place, &book.publisher, &book.pages];
    people.iter().any(|names| !names.is_empty())
        || titles.iter().any(|title| title.is_some())
        || words.iter().any(|words| words.is_some())
        || book.date.as_ref().is_some_and(Date::says_anything)
}

/// The writer's own book needs no second mention of the writer.
pub(crate) fn is_by_the_same(document: &Document, book: &Publication) -> bool {
    book.authors.as_slice() == document.creators()
}

fn says_more_than_its_writer(document: &Document, book: &Publication) -> bool {
    !is_by_the_same(document, book) || says_more_than_authors(book)
}

/// A container without a publisher is a journal (A9).
pub(crate) fn is_journal(book: &Publication) -> bool {
    book.container.is_some() && book.publisher.is_none() && book.place.is_none()
}

/// A value behind the word for it, unless it brings one (quirk Q10).
pub(crate) fn push_unit(s: &mut Sentence<'_>, unit: impl FnOnce(&BookWords) -> Unit, value: &str) {
    if !is_labelled(value) {
        s.term(|language| unit(&language.books).one).term(|language| language.number_space);
    }
    s.data(value);
}

/// `no. 42`; a number that begins with a letter is printed as typed (A9).
pub(crate) fn push_number(s: &mut Sentence<'_>, number: &str) {
    if number.starts_with(|c: char| c.is_ascii_digit()) {
        s.term(|language| language.books.number.one).term(|language| language.number_space);
    }
    s.data(number);
}

/// `2nd ed.`, whether or not the record says `ed.` itself; a bare figure becomes an ordinal.
pub(crate) fn push_edition(s: &mut Sentence<'_>, edition: &str) {
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

/// Makes room for one more part of a reference to a book.
pub(crate) fn next<'s, 't>(s: &'s mut Sentence<'t>, first: &mut bool) -> &'s mut Sentence<'t> {
    if std::mem::take(first) { s } else { s.joint(Joint::Comma) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::sentence::plain;
    use crate::prose::{DE, EN_US, FR};

    #[test]
    fn an_edition_is_said_once() {
        for (edition, said) in [
            ("2nd", "2nd ed."),
            ("2", "2nd ed."),
            ("11", "11th ed."),
            ("13", "13th ed."),
            ("21", "21st ed."),
            ("2nd ed.", "2nd ed."),
            ("Rev. edition", "Rev. edition"),
        ] {
            assert_eq!(plain(&EN_US, |s| push_edition(s, edition)), said);
        }
        assert_eq!(plain(&FR, |s| push_edition(s, "2")), "2e\u{a0}éd.");
        assert_eq!(plain(&DE, |s| push_edition(s, "2")), "2.\u{a0}Aufl.");
    }
}
