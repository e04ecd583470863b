//! The book as a container: `_Title_, edited by A, vol. 1, Publisher, 1987, pp. 219–20` (RULES 6.4; A9)

use super::{CALENDAR, CUT, Composer};
use crate::document::{Date, Name, Publication};
use crate::prose::books::{
    self, BookField, BookForm, BookPart, BookPeople, BookPunctuation, Credits, NamesAndDates, OtherTitles, PagesForm,
    PrintedBook, TitleMarks, is_by_the_same, is_journal, push_book,
};
use crate::prose::dates::{self, DatePart};
use crate::prose::names::{NameForm, People, push_people};
use crate::prose::ranges::RangeDigits;
use crate::prose::sentence::Sentence;

/// A book, or a journal as a whole.
const BOOK: BookForm = BookForm {
    parts: &[
        BookPart::title(TitleMarks::Italic),
        BookPart::container(TitleMarks::Italic),
        BookPart::CREDITS,
        BookPart::EDITION,
        BookPart::VOLUME,
        BookPart::ISSUE,
        // A25: in roman, after the volume.
        BookPart::series(TitleMarks::Roman),
        BookPart::group(IMPRINT),
    ],
    leaders: &[],
    credits: Credits::InFull,
    other_titles: OtherTitles::TranslatedInBrackets,
};

/// A volume with its own title comes before its set, which ends the reference: `_Title_, 1990. Vol. 6 of _Set_`
const VOLUME: BookForm = {
    use BookPeople::{Authors, Compilers, Editors, GeneralEditors, Translators};
    BookForm {
        parts: &[
            BookPart::title(TitleMarks::Italic),
            BookPart::credit(Authors),
            BookPart::credit(Editors),
            BookPart::credit(Compilers),
            BookPart::credit(Translators),
            BookPart::EDITION,
            BookPart::ISSUE,
            BookPart::series(TitleMarks::Roman),
            BookPart::group(IMPRINT),
            BookPart::set_by_volume(TitleMarks::Italic).after(BookPunctuation::Period),
            // B34: the editors of the set come after it.
            BookPart::credit(GeneralEditors),
        ],
        ..BOOK
    }
};

/// `_Lake Forester_ [Lake Forest, IL], 23 Mar. 2000, p. A1` (B28)
const NEWSPAPER: BookForm = BookForm {
    parts: &[
        BookPart::LEADER,
        BookPart::container(TitleMarks::Italic),
        BookPart::in_brackets(&[BookPart::PLACE]),
        BookPart::CREDITS,
        BookPart::EDITION,
        BookPart::series(TitleMarks::Roman),
        BookPart::DATE,
        BookPart::NUMBER,
        BookPart::pages(PagesForm::Labelled(RangeDigits::Mla)),
    ],
    leaders: &[BookPeople::Authors],
    ..BOOK
};

/// `A, “Article.” _Journal_, vol. 4, no. 2, 1999, pp. 12–15`
const ARTICLE: BookForm = BookForm {
    parts: &[
        BookPart::LEADER,
        BookPart::title(TitleMarks::Quoted),
        BookPart::container(TitleMarks::Italic).after(BookPunctuation::Period),
        BookPart::CREDITS,
        BookPart::EDITION,
        BookPart::VOLUME,
        BookPart::ISSUE,
        BookPart::series(TitleMarks::Roman),
        BookPart::group(IMPRINT),
    ],
    leaders: &[BookPeople::Authors],
    ..BOOK
};

const IMPRINT: &[BookPart] = &[
    BookPart::PLACE,
    BookPart::PUBLISHER,
    BookPart::DATE,
    BookPart::NUMBER,
    BookPart::pages(PagesForm::Labelled(RangeDigits::Mla)),
];

impl Composer<'_> {
    pub(super) fn book(&self, s: &mut Sentence<'_>, book: &Publication) {
        let mut printed = PrintedBook::of(book);
        if is_by_the_same(self.document, book) {
            printed = printed.without(BookField::Authors);
        }
        // RULES 6.4: no place of publication, unless no publisher is printed.
        let is_newspaper = books::is_cited_as_newspaper(self.document, book, self.language());
        if is_newspaper {
            printed = printed.dated(self.document.date());
        }
        if book.publisher.is_some() || is_newspaper && !books::has_unsaid_place(book) {
            printed = printed.without(BookField::Place);
        }
        let form = match (&book.title, &book.container) {
            _ if is_newspaper => NEWSPAPER,
            (Some(_), Some(_)) if is_journal(book) => ARTICLE,
            (Some(_), Some(_)) => VOLUME,
            _ => BOOK,
        };
        push_book(s, &printed, &form, &InBooks);
    }
}

struct InBooks;

impl NamesAndDates for InBooks {
    fn push_names(&self, s: &mut Sentence<'_>, names: &[Name]) {
        push_people(s, People::Names(names), (NameForm::Natural, NameForm::Natural), CUT);
    }

    fn push_date(&self, s: &mut Sentence<'_>, date: &Date) {
        dates::push_date(s, date, DatePart::Whole, CALENDAR);
    }
}
