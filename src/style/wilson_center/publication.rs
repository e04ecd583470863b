//! `A and B, eds., TITLE (TRANSLATED), trans. X, vol. 1 (PLACE: PUBLISHER, YEAR), PAGES`
//!
//! Pages unchanged: the original line contains both 219-20 and 134-135. The URL of a book is never printed.
//!
//! A source beside a holding (B30): `Published in L.D. Ryabev, …, pp. 88-89`

use super::date;
use crate::document::{Date, Name, Publication};
use crate::prose::books::{
    BookField, BookForm, BookPart, BookPeople, BookPunctuation, Credits, NamesAndDates, OtherTitles, PagesForm,
    PrintedBook, TitleMarks, is_journal, push_book, push_book_behind, push_pages,
};
use crate::prose::lists::push_items;
use crate::prose::names::push_plain_name;
use crate::prose::sentence::{Punctuation, Sentence};

const BOOK: BookForm = BookForm {
    parts: &[
        BookPart::LEADER,
        BookPart::title(TitleMarks::Roman),
        BookPart::container(TitleMarks::Roman),
        BookPart::CREDITS,
        BookPart::VOLUME,
        BookPart::VOLUMES,
        BookPart::ISSUE,
        BookPart::EDITION,
        BookPart::series(TitleMarks::Roman),
        BookPart::in_parentheses(BookPart::IMPRINT),
        BookPart::NUMBER,
    ],
    leaders: &[BookPeople::Authors, BookPeople::Editors, BookPeople::Compilers],
    credits: Credits::Abbreviated,
    other_titles: OtherTitles::TranslatedInParentheses,
};

/// With a container the title is a chapter: `“Chapter,” Container`.
const CHAPTER: BookForm = BookForm {
    parts: &[
        BookPart::LEADER,
        BookPart::title(TitleMarks::Quoted),
        BookPart::container(TitleMarks::Roman),
        BookPart::CREDITS,
        BookPart::VOLUME,
        BookPart::ISSUE,
        BookPart::EDITION,
        BookPart::series(TitleMarks::Roman),
        BookPart::in_parentheses(BookPart::IMPRINT),
        BookPart::NUMBER,
    ],
    ..BOOK
};

/// `“Article,” Journal 4, no. 2 (1999), 12-15`
const ARTICLE: BookForm = BookForm {
    parts: &[
        BookPart::LEADER,
        BookPart::title(TitleMarks::Quoted),
        BookPart::container(TitleMarks::Roman),
        BookPart::CREDITS,
        BookPart::BARE_VOLUME.after(BookPunctuation::Space),
        BookPart::ISSUE,
        BookPart::EDITION,
        BookPart::series(TitleMarks::Roman),
        BookPart::in_parentheses(BookPart::IMPRINT),
        BookPart::NUMBER,
    ],
    ..BOOK
};

pub(super) fn is_printable(book: &Publication) -> bool {
    // Most books have a title.
    book.title.is_some() || PrintedBook::of(book).is_printable()
}

pub(super) fn push(s: &mut Sentence<'_>, book: &Publication) {
    push_with_pages(s, book, PagesForm::AsTyped);
}

/// The edition of a document whose archive is already named.
pub(super) fn push_beside_holding(s: &mut Sentence<'_>, book: &Publication) {
    s.capitalize_next().term(|language| language.books.published_in);
    push_with_pages(s, book, PagesForm::LabelledAsTyped);
}

fn push_with_pages(s: &mut Sentence<'_>, book: &Publication, pages_form: PagesForm) {
    push_form(s, book, PrintedBook::of(book), pages_form, false);
}

/// The rest of a book whose first words were written differently.
pub(super) fn push_printed(s: &mut Sentence<'_>, book: &Publication, printed: PrintedBook<'_>) {
    push_form(s, book, printed, PagesForm::AsTyped, false);
}

/// The same after words that are already printed.
pub(super) fn push_behind(s: &mut Sentence<'_>, book: &Publication, printed: PrintedBook<'_>) {
    push_form(s, book, printed, PagesForm::AsTyped, true);
}

fn push_form(
    s: &mut Sentence<'_>,
    book: &Publication,
    printed: PrintedBook<'_>,
    pages_form: PagesForm,
    is_behind: bool,
) {
    let form = match (&book.title, &book.container) {
        _ if is_journal(book) => &ARTICLE,
        (Some(_), Some(_)) => &CHAPTER,
        _ => &BOOK,
    };
    let write = if is_behind { push_book_behind } else { push_book };
    write(s, &printed, form, &InBooks);
    // No form has pages.
    if let Some(pages) = &book.pages {
        if is_behind || printed.without(BookField::Pages).is_printable() {
            s.punctuate(Punctuation::Comma);
        }
        push_pages(s, pages, pages_form);
    }
}

pub(super) struct InBooks;

impl NamesAndDates for InBooks {
    fn push_names(&self, s: &mut Sentence<'_>, names: &[Name]) {
        push_items(s, names, push_plain_name);
    }

    fn push_date(&self, s: &mut Sentence<'_>, date: &Date) {
        date::push(s, date);
    }
}
