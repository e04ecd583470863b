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
const BOOK: BookForm = {
    use BookPart::{Container, Edition, Group, Issue, Series, Title, Volume};
    BookForm {
        parts: &[
            Title(TitleMarks::Italic),
            Container(TitleMarks::Italic),
            BookPart::CREDITS,
            Edition,
            Volume,
            Issue,
            // A25: in roman, after the volume.
            Series(TitleMarks::Roman),
            Group(IMPRINT),
        ],
        leaders: &[],
        credits: Credits::InFull,
        other_titles: OtherTitles::TranslatedInBrackets,
    }
};

/// A volume with its own title comes before its set, which ends the reference: `_Title_, 1990. Vol. 6 of _Set_`
const VOLUME: BookForm = {
    use BookPart::{After, Credit, Edition, Group, Issue, Series, SetByVolume, Title};
    use BookPeople::{Authors, Compilers, Editors, GeneralEditors, Translators};
    BookForm {
        parts: &[
            Title(TitleMarks::Italic),
            Credit(Authors),
            Credit(Editors),
            Credit(Compilers),
            Credit(Translators),
            Edition,
            Issue,
            Series(TitleMarks::Roman),
            Group(IMPRINT),
            After(BookPunctuation::Period, &SetByVolume(TitleMarks::Italic)),
            // B34: the editors of the set come after it.
            Credit(GeneralEditors),
        ],
        ..BOOK
    }
};

/// `_Lake Forester_ [Lake Forest, IL], 23 Mar. 2000, p. A1` (B28)
const NEWSPAPER: BookForm = {
    use BookPart::{Container, Date, Edition, InBrackets, Leader, Number, Pages, Place, Series};
    BookForm {
        parts: &[
            Leader,
            Container(TitleMarks::Italic),
            InBrackets(&[Place]),
            BookPart::CREDITS,
            Edition,
            Series(TitleMarks::Roman),
            Date,
            Number,
            Pages(PagesForm::Labelled(RangeDigits::Mla)),
        ],
        leaders: &[BookPeople::Authors],
        ..BOOK
    }
};

/// `A, “Article.” _Journal_, vol. 4, no. 2, 1999, pp. 12–15`
const ARTICLE: BookForm = {
    use BookPart::{After, Container, Edition, Group, Issue, Leader, Series, Title, Volume};
    BookForm {
        parts: &[
            Leader,
            Title(TitleMarks::Quoted),
            After(BookPunctuation::Period, &Container(TitleMarks::Italic)),
            BookPart::CREDITS,
            Edition,
            Volume,
            Issue,
            Series(TitleMarks::Roman),
            Group(IMPRINT),
        ],
        leaders: &[BookPeople::Authors],
        ..BOOK
    }
};

const IMPRINT: &[BookPart] = &[
    BookPart::Place,
    BookPart::Publisher,
    BookPart::Date,
    BookPart::Number,
    BookPart::Pages(PagesForm::Labelled(RangeDigits::Mla)),
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
