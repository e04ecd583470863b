//! The book through which a document is read (RULES 6; A9, A25), and the one that its translation was taken from (A16).

use super::composer::Composer;
use super::options::{Edition, EntryPages};
use super::whereabouts::Mode;
use crate::document::{Date, Name, Publication};
use crate::prose::books::{
    self, BookField, BookForm, BookPart, BookPeople, BookPunctuation, Credits, NamesAndDates, OtherTitles, PagesForm,
    PrintedBook, TitleMarks, is_by_the_same, is_journal, push_book,
};
use crate::prose::dates::{self, DatePart};
use crate::prose::names::{EtAl, NameForm, People, push_people};
use crate::prose::ranges::RangeDigits;
use crate::prose::sentence::{Punctuation, Sentence};

/// What opens the reference to a book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opening {
    /// `in _Title_, ed. A`
    Title,
    /// `translation from A and B, eds., _Title_`
    Names,
}

/// `A, _Title_, vol. 1, ed. B (Place: Publisher, 1975), no. 42, 273`; `_Container_, vol. 6, _Title_`
const NOTE: BookForm = {
    use BookPart::{
        Container, Edition, InParentheses, Issue, Leader, Number, Pages, Series, Title, Volume, VolumeOfSet,
    };
    BookForm {
        parts: &[
            Leader,
            Container(TitleMarks::Italic),
            VolumeOfSet,
            Title(TitleMarks::Italic),
            Edition,
            Volume,
            Issue,
            Series(TitleMarks::Roman),
            BookPart::CREDITS,
            InParentheses(BookPart::IMPRINT),
            Number,
            Pages(PagesForm::Range(RangeDigits::Chicago)),
        ],
        leaders: &[BookPeople::Authors],
        credits: Credits::Abbreviated,
        other_titles: OtherTitles::TranslatedInBrackets,
    }
};

/// `_Title_, vol. 1, edited by A, 219–20. Place: Publisher, 1987` (RULES 6.2)
const ENTRY: BookForm = {
    use BookPart::{After, Container, Edition, Group, Issue, Leader, Pages, Series, Title, Volume, VolumeOfSet};
    BookForm {
        parts: &[
            Leader,
            Container(TitleMarks::Italic),
            VolumeOfSet,
            Title(TitleMarks::Italic),
            Edition,
            Volume,
            Issue,
            Series(TitleMarks::Roman),
            BookPart::CREDITS,
            Pages(PagesForm::Range(RangeDigits::Chicago)),
            After(BookPunctuation::Period, &Group(BookPart::IMPRINT)),
        ],
        leaders: &[],
        credits: Credits::InFull,
        ..NOTE
    }
};

/// `A, “Article,” _Journal_ 4, no. 2 (1999): 12–15`, in notes and lists alike (A9, A25)
const ARTICLE: BookForm = {
    use BookPart::{After, BareVolume, Container, Edition, InParentheses, Issue, Leader, Number, Pages, Series, Title};
    BookForm {
        parts: &[
            Leader,
            Title(TitleMarks::Quoted),
            Container(TitleMarks::Italic),
            After(BookPunctuation::Space, &BareVolume),
            Issue,
            Edition,
            Series(TitleMarks::Roman),
            BookPart::CREDITS,
            InParentheses(BookPart::IMPRINT),
            Number,
            After(BookPunctuation::Colon, &Pages(PagesForm::Range(RangeDigits::Chicago))),
        ],
        ..NOTE
    }
};

/// `A, “Article,” _Journal_ 14 (3–4): 12–15`: in author-date the year has been said (CMOS 18 14.70; B9).
const ARTICLE_WITHOUT_YEAR: BookForm = {
    use BookPart::{After, BareIssue, BareVolume, Container, Edition, InParentheses, Leader, Pages, Series, Title};
    BookForm {
        parts: &[
            Leader,
            Title(TitleMarks::Quoted),
            Container(TitleMarks::Italic),
            After(BookPunctuation::Space, &BareVolume),
            InParentheses(&[BareIssue]),
            Edition,
            Series(TitleMarks::Roman),
            BookPart::CREDITS,
            After(BookPunctuation::Colon, &Pages(PagesForm::Range(RangeDigits::Chicago))),
        ],
        ..ARTICLE
    }
};

impl Composer<'_> {
    pub(super) fn is_published(&self) -> bool {
        books::source(self.document).is_some()
    }

    pub(super) fn source(&self, s: &mut Sentence<'_>, mode: Mode, book: &Publication) {
        let mut printed = self.unsaid(book, self.printed(mode, book));
        if mode.is_list() && !printed.says_anything() {
            return;
        }
        if !mode.is_list() {
            printed = printed.at(self.cite.locator());
        }
        // B4: a document that is known by its book alone opens with it; in author-date the title has led already.
        let opens = self.is_reference();
        if opens && mode == Mode::AuthorDate {
            let led = if book.container.is_some() { BookField::Container } else { BookField::Title };
            printed = printed.without(led);
            if !printed.says_anything() {
                return;
            }
        }
        mode.element(s);
        if is_titled(book) && !opens {
            s.term(|language| language.books.within);
        }
        self.book(s, mode, book, &printed, Opening::Title);
    }

    /// Behind the source or the holding, before the digital home (A16).
    pub(super) fn translation_source(&self, s: &mut Sentence<'_>, mode: Mode) {
        let Some(book) = books::translation_source(self.document) else { return };
        // In lists this book keeps its year at the end.
        let mode = if mode.is_list() { Mode::Bibliography } else { mode };
        let printed = self.printed(mode, book);
        let unsaid = self.unsaid(book, printed);
        if mode.is_list() {
            if !unsaid.says_anything() {
                return;
            }
            mode.element(s);
        } else {
            s.punctuate(Punctuation::Semicolon);
        }
        s.term(|language| language.books.translation_from);
        if mode.is_list() && is_titled(book) {
            self.book(s, mode, book, &unsaid, Opening::Title);
        } else {
            self.book(s, mode, book, &printed, Opening::Names);
        }
    }

    /// Without authors who are those of the document.
    fn unsaid<'b>(&self, book: &Publication, printed: PrintedBook<'b>) -> PrintedBook<'b> {
        if is_by_the_same(self.document, book) { printed.without(BookField::Authors) } else { printed }
    }

    fn book(&self, s: &mut Sentence<'_>, mode: Mode, book: &Publication, printed: &PrintedBook<'_>, opening: Opening) {
        use BookPeople::{Authors, Compilers, Editors};
        let mut form = match mode.is_list() {
            _ if mode == Mode::AuthorDate && is_journal(book) && book.volume.is_some() => ARTICLE_WITHOUT_YEAR,
            _ if is_journal(book) => ARTICLE,
            true => ENTRY,
            false => NOTE,
        };
        if opening == Opening::Names {
            form.leaders = &[Authors, Editors, Compilers];
        }
        if mode.is_list() {
            form.credits = Credits::InFull;
        }
        push_book(s, printed, &form, &InBooks { composer: self, mode });
    }

    /// What is printed of the book: of an entry not its pages in the 18th edition, nor the year that author-date has said.
    fn printed<'b>(&self, mode: Mode, book: &'b Publication) -> PrintedBook<'b> {
        let mut printed = PrintedBook::of(book);
        // B3: `(Boston, n.d.)`.
        if book.place.is_some() || book.publisher.is_some() {
            printed = printed.saying_undated();
        }
        if !self.prints_place(book) {
            printed = printed.without(BookField::Place);
        }
        if mode == Mode::AuthorDate {
            printed = printed.without(BookField::Date);
        }
        if mode.is_list() {
            printed = printed.without(BookField::Number);
            let has_pages = self.style.edition == Edition::Seventeenth || self.style.entry_pages == EntryPages::Always;
            if !has_pages && !is_journal(book) {
                printed = printed.without(BookField::Pages);
            }
        }
        printed
    }

    /// RULES 10: the 18th edition leaves the place out, but of books from before 1900, or where it has no publisher to print.
    fn prints_place(&self, book: &Publication) -> bool {
        let old =
            book.date.as_ref().and_then(|date| date.latest()).is_some_and(|day| chrono::Datelike::year(&day) < 1900);
        self.style.edition == Edition::Seventeenth || old || book.publisher.is_none()
    }
}

/// Names and dates of books, cut and written as elsewhere in the same form.
struct InBooks<'c> {
    composer: &'c Composer<'c>,
    mode: Mode,
}

impl NamesAndDates for InBooks<'_> {
    fn push_names(&self, s: &mut Sentence<'_>, names: &[Name]) {
        push_names(s, names, if self.mode.is_list() { self.composer.entry_cut() } else { self.composer.note_cut() });
    }

    fn push_leaders(&self, s: &mut Sentence<'_>, names: &[Name]) {
        push_names(s, names, self.composer.note_cut());
    }

    fn push_date(&self, s: &mut Sentence<'_>, date: &Date) {
        if !dates::push_date(s, date, DatePart::Whole, self.composer.style.calendar()) {
            s.term(|language| language.dates.undated);
        }
    }
}

fn push_names(s: &mut Sentence<'_>, names: &[Name], cut: EtAl) {
    push_people(s, People::Names(names), (NameForm::Natural, NameForm::Natural), cut);
}

fn is_titled(book: &Publication) -> bool {
    book.title.is_some() || book.container.is_some()
}
