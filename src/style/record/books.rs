//! A printed book or journal in one sentence that contains everything known about it.

use super::when;
use crate::document::{Date, Name, Publication, Title};
use crate::prose::books::{
    BookField, BookForm, BookPart, BookPeople, BookPunctuation, Credits, NamesAndDates, OtherTitles, PagesForm,
    PrintedBook, TitleMarks, is_journal, push_book,
};
use crate::prose::names::{EtAl, NameForm, People, push_people};
use crate::prose::ranges::RangeDigits;
use crate::prose::sentence::Sentence;

/// `A and B, eds., Title (Translated title), vol. 1 (Place: Publisher, 1987), 219–20`: like a note in the 17th
/// edition of the Chicago Manual, but with all people and all data.
const BOOK: BookForm = BookForm {
    parts: &[
        BookPart::LEADER,
        BookPart::container(TitleMarks::Roman),
        BookPart::title(TitleMarks::Roman),
        BookPart::EDITION,
        BookPart::VOLUME,
        BookPart::ISSUE,
        BookPart::series(TitleMarks::Roman),
        BookPart::CREDITS,
        BookPart::in_parentheses(BookPart::IMPRINT),
        BookPart::NUMBER,
        BookPart::pages(PagesForm::Range(RangeDigits::Chicago)),
        BookPart::group(ADDRESSES),
    ],
    leaders: &[BookPeople::Authors, BookPeople::Editors, BookPeople::Compilers],
    credits: Credits::Abbreviated,
    other_titles: OtherTitles::AllInParentheses,
};

/// `Set, ed. A, vol. 6, Title, ed. B (Place: Publisher, 1987), 219–20`: the editors of the set before its volume (B34).
const VOLUME: BookForm = BookForm {
    parts: &[
        BookPart::LEADER,
        BookPart::container(TitleMarks::Roman),
        BookPart::credit(BookPeople::GeneralEditors),
        BookPart::VOLUME,
        BookPart::title(TitleMarks::Roman),
        BookPart::EDITION,
        BookPart::ISSUE,
        BookPart::series(TitleMarks::Roman),
        BookPart::CREDITS,
        BookPart::in_parentheses(BookPart::IMPRINT),
        BookPart::NUMBER,
        BookPart::pages(PagesForm::Range(RangeDigits::Chicago)),
        BookPart::group(ADDRESSES),
    ],
    ..BOOK
};

/// `A, “Article,” Journal 4, no. 2 (1999): 12–15`
const ARTICLE: BookForm = BookForm {
    parts: &[
        BookPart::LEADER,
        BookPart::title(TitleMarks::Quoted),
        BookPart::container(TitleMarks::Roman),
        BookPart::BARE_VOLUME.after(BookPunctuation::Space),
        BookPart::ISSUE,
        BookPart::EDITION,
        BookPart::series(TitleMarks::Roman),
        BookPart::CREDITS,
        BookPart::in_parentheses(BookPart::IMPRINT),
        BookPart::NUMBER,
        BookPart::pages(PagesForm::Range(RangeDigits::Chicago)).after(BookPunctuation::Colon),
        BookPart::group(ADDRESSES),
    ],
    ..BOOK
};

const ADDRESSES: &[BookPart] = &[BookPart::ISBN, BookPart::DOI, BookPart::URL];

pub(crate) fn push(s: &mut Sentence<'_>, book: &Publication) {
    let form = match (&book.title, &book.container) {
        _ if is_journal(book) => &ARTICLE,
        (Some(_), Some(_)) => &VOLUME,
        _ => &BOOK,
    };
    push_book(s, &PrintedBook::of(book), form, &InBooks);
}

/// Writes what has no field of its own. Returns whether anything was written.
pub(crate) fn push_unsaid(s: &mut Sentence<'_>, book: &Publication, printed: impl IntoIterator<Item = BookField>) {
    let unsaid = printed.into_iter().fold(PrintedBook::of(book), PrintedBook::without);
    let form = if is_journal(book) { &ARTICLE } else { &VOLUME };
    push_book(s, &unsaid, form, &InBooks);
}

/// `Set, vol. 6, Title`, in one field.
pub(crate) fn push_volume_of_set(s: &mut Sentence<'_>, book: &Publication) {
    const FORM: BookForm = {
        BookForm {
            parts: &[BookPart::container(TitleMarks::Roman), BookPart::VOLUME, BookPart::title(TitleMarks::Roman)],
            ..BOOK
        }
    };
    push_book(s, &PrintedBook::of(book), &FORM, &InBooks);
}

struct InBooks;

impl NamesAndDates for InBooks {
    fn push_names(&self, s: &mut Sentence<'_>, names: &[Name]) {
        push_people(s, People::Names(names), (NameForm::Natural, NameForm::Natural), EtAl::NEVER);
    }

    fn push_date(&self, s: &mut Sentence<'_>, date: &Date) {
        when::push(s, date);
    }
}

/// The title under which a document is contained: the book, otherwise the larger work, otherwise the series. A volume
/// belongs to the journal, so for a journal it comes first, and the article's title is in a sentence.
pub(crate) fn title(book: &Publication) -> Option<&Title> {
    let title = book.title.as_ref().filter(|_| !is_journal(book));
    title.or(book.container.as_ref()).or(book.series.as_ref())
}

/// The people of a book, with the keys of the record format.
pub(crate) fn people(book: &Publication) -> [(&'static str, &[Name]); 5] {
    [
        ("authors", &book.authors),
        ("editors", &book.editors),
        ("general-editors", &book.general_editors),
        ("compilers", &book.compilers),
        ("translators", &book.translators),
    ]
}

/// The titles of a book, with the keys of the record format.
pub(crate) fn titles(book: &Publication) -> impl Iterator<Item = (&'static str, &Title)> {
    let titles = [("title", &book.title), ("container", &book.container), ("series", &book.series)];
    titles.into_iter().filter_map(|(key, title)| title.as_ref().map(|title| (key, title)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::record::plain;

    #[test]
    fn a_book_is_printed_whole() {
        for (json, expected) in [
            (
                r#"{ "editors": [{ "body": "Zhonggong zhongyang wenxian yanjiushi" }],
                     "title": { "text": "Jianguo yilai Mao Zedong wengao", "translated": "Mao Zedong's Manuscripts" },
                     "volume": "1", "place": "Beijing", "publisher": "Zhongyang wenxian chubanshe", "date": 1987, "pages": "219-20" }"#,
                "Zhonggong zhongyang wenxian yanjiushi, ed., Jianguo yilai Mao Zedong wengao (Mao Zedong’s Manuscripts), \
                 vol. 1 (Beijing: Zhongyang wenxian chubanshe, 1987), 219–20",
            ),
            (
                r#"{ "authors": ["Weathersby, Kathryn"], "title": "Korea, 1949-50", "container": "CWIHP Bulletin", "issue": "5",
                     "date": 1995, "pages": "1-9", "doi": "10.1/a" }"#,
                "Kathryn Weathersby, “Korea, 1949-50,” CWIHP Bulletin, no. 5 (1995): 1–9, https://doi.org/10.1/a",
            ),
            (
                r#"{ "authors": ["A"], "editors": ["B", "C"], "translators": ["D"], "title": "T", "series": "S", "number": "12",
                     "isbn": "978" }"#,
                "A, T, S, ed. B and C, trans. D, no. 12, ISBN 978",
            ),
        ] {
            let book: Publication = serde_json::from_str(json).unwrap();
            assert_eq!(plain(|s| push(s, &book)), expected);
        }
    }
}
