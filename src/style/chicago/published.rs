//! The book in which a document is read (RULES 6; A9, A25, B34), and the book from which its translation was taken (A16).

use super::composer::Composer;
use super::options::{Edition, EntryPages};
use super::whereabouts::Mode;
use crate::document::{Date, Kind, Name, Publication};
use crate::prose::books::{
    self, BookField, BookForm, BookPart, BookPeople, BookPunctuation, Credits, NamesAndDates, OtherTitles, PagesForm,
    PrintedBook, TitleMarks, is_by_the_same, is_journal, push_book,
};
use crate::prose::dates::{self, DatePart};
use crate::prose::names::{EtAl, NameForm, People, push_people};
use crate::prose::ranges::RangeDigits;
use crate::prose::sentence::{Punctuation, Sentence};

/// What comes first in the reference to a book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opening {
    /// `in _Title_, ed. A`
    Title,
    /// `translation from A and B, eds., _Title_`
    Names,
}

/// `A, _Title_, 2nd ed., ed. B (Place: Publisher, 1975), no. 42, 1:273`: a volume without its own title is printed
/// after its editors or with the pages (B34).
pub(super) const NOTE: BookForm = BookForm {
    parts: &[
        BookPart::LEADER,
        BookPart::container(TitleMarks::Italic),
        BookPart::title(TitleMarks::Italic),
        BookPart::EDITION,
        BookPart::credit(BookPeople::GeneralEditors),
        BookPart::VOLUME_BETWEEN_EDITORS,
        BookPart::CREDITS,
        BookPart::VOLUME_APART,
        BookPart::ISSUE,
        BookPart::series(TitleMarks::Roman),
        BookPart::in_parentheses(BookPart::IMPRINT),
        BookPart::NUMBER,
        BookPart::pages_in_volume(PagesForm::Range(RangeDigits::Chicago)),
    ],
    leaders: &[BookPeople::Authors],
    credits: Credits::Abbreviated,
    other_titles: OtherTitles::TranslatedInBrackets,
};

/// `_Set_, ed. A, vol. 6, _Title_, ed. B (Place: Publisher, 1975), 273`: the editors of the set before the volume,
/// those of the volume after its title (B34).
const NOTE_OF_VOLUME: BookForm = BookForm {
    parts: &[
        BookPart::LEADER,
        BookPart::container(TitleMarks::Italic),
        BookPart::credit(BookPeople::GeneralEditors),
        BookPart::VOLUME,
        BookPart::title(TitleMarks::Italic),
        BookPart::EDITION,
        BookPart::CREDITS,
        BookPart::ISSUE,
        BookPart::series(TitleMarks::Roman),
        BookPart::in_parentheses(BookPart::IMPRINT),
        BookPart::NUMBER,
        BookPart::pages(PagesForm::Range(RangeDigits::Chicago)),
    ],
    ..NOTE
};

/// `_Title_, edited by A, vol. 1, 219–20. Place: Publisher, 1987` (RULES 6.2, B34)
const ENTRY: BookForm = BookForm {
    parts: &[
        BookPart::LEADER,
        BookPart::container(TitleMarks::Italic),
        BookPart::title(TitleMarks::Italic),
        BookPart::EDITION,
        BookPart::credit(BookPeople::GeneralEditors),
        BookPart::VOLUME_BETWEEN_EDITORS,
        BookPart::CREDITS,
        BookPart::VOLUME,
        BookPart::ISSUE,
        BookPart::series(TitleMarks::Roman),
        BookPart::NUMBER,
        BookPart::pages(PagesForm::Range(RangeDigits::Chicago)),
        BookPart::group(BookPart::IMPRINT).after(BookPunctuation::Period),
    ],
    leaders: &[],
    credits: Credits::InFull,
    ..NOTE
};

/// `_Set_, edited by A, vol. 6, _Title_, edited by B, 273. Place: Publisher, 1975`
const ENTRY_OF_VOLUME: BookForm = BookForm {
    parts: &[
        BookPart::LEADER,
        BookPart::container(TitleMarks::Italic),
        BookPart::credit(BookPeople::GeneralEditors),
        BookPart::VOLUME,
        BookPart::title(TitleMarks::Italic),
        BookPart::EDITION,
        BookPart::CREDITS,
        BookPart::ISSUE,
        BookPart::series(TitleMarks::Roman),
        BookPart::NUMBER,
        BookPart::pages(PagesForm::Range(RangeDigits::Chicago)),
        BookPart::group(BookPart::IMPRINT).after(BookPunctuation::Period),
    ],
    ..ENTRY
};

/// `A, “Article,” _Journal_ 4, no. 2 (1999): 12–15`, in notes and lists (A9, A25).
const ARTICLE: BookForm = BookForm {
    parts: &[
        BookPart::LEADER,
        BookPart::title(TitleMarks::Quoted),
        BookPart::container(TitleMarks::Italic),
        BookPart::BARE_VOLUME.after(BookPunctuation::Space),
        BookPart::ISSUE,
        BookPart::EDITION,
        BookPart::series(TitleMarks::Roman),
        BookPart::CREDITS,
        BookPart::in_parentheses(BookPart::IMPRINT),
        BookPart::NUMBER,
        BookPart::pages(PagesForm::Range(RangeDigits::Chicago)).after(BookPunctuation::Colon),
    ],
    ..NOTE
};

/// `A, “Article,” _Journal_ 14 (3–4): 12–15`: author-date has already printed the year (CMOS 18 14.70; B9).
const ARTICLE_WITHOUT_YEAR: BookForm = BookForm {
    parts: &[
        BookPart::LEADER,
        BookPart::title(TitleMarks::Quoted),
        BookPart::container(TitleMarks::Italic),
        BookPart::BARE_VOLUME.after(BookPunctuation::Space),
        BookPart::in_parentheses(&[BookPart::BARE_ISSUE]),
        BookPart::EDITION,
        BookPart::series(TitleMarks::Roman),
        BookPart::CREDITS,
        BookPart::pages(PagesForm::Range(RangeDigits::Chicago)).after(BookPunctuation::Colon),
    ],
    ..ARTICLE
};

impl<'d> Composer<'d> {
    pub(super) fn is_published(&self) -> bool {
        books::source(self.document).is_some()
    }

    /// B35: in lists, a published letter is named in the words of a note.
    pub(super) fn is_published_letter(&self) -> bool {
        *self.document.kind() == Kind::Letter && self.is_published()
    }

    pub(super) fn source(&self, s: &mut Sentence<'_>, mode: Mode, book: &Publication) {
        let mut printed = self.unsaid(book, self.printed(mode, book));
        if mode.is_list() && self.is_published_letter() && !is_journal(book) {
            printed = self.of_letter(book, printed);
        }
        let article = self.newspaper_of_article();
        if article.is_some() && mode.is_list() && self.is_unsigned_article() {
            // The entry begins with the newspaper.
            printed = printed.without(BookField::Container).without(BookField::Place);
        }
        if mode.is_list() && !printed.is_printable() {
            return;
        }
        if !mode.is_list() {
            printed = printed.with_locator(self.cite.locator());
        }
        // B4: a document that is known only from a book begins with the book. In author-date the title comes first instead.
        let opens = self.is_reference();
        if opens && mode == Mode::AuthorDate {
            let led = if book.container.is_some() { BookField::Container } else { BookField::Title };
            printed = printed.without(led);
            if !printed.is_printable() {
                return;
            }
        }
        mode.element(s);
        if is_titled(book) && article.is_none() && !opens {
            s.term(|language| language.books.within);
        }
        self.book(s, mode, book, &printed, Opening::Title);
    }

    /// B35: the number, and no pages unless every entry has them.
    fn of_letter<'b>(&self, book: &'b Publication, printed: PrintedBook<'b>) -> PrintedBook<'b> {
        let printed = if book.number.is_some() { printed.with(BookField::Number) } else { printed };
        match self.style.entry_pages {
            EntryPages::Always => printed,
            EntryPages::AsTheEditionHas => printed.without(BookField::Pages),
        }
    }

    /// Where a document is printed that is cited from the archive (B15).
    pub(super) fn printings(&self, s: &mut Sentence<'_>, mode: Mode) {
        if self.hides_holdings() {
            return;
        }
        // In lists these books keep their year at the end.
        let mode = if mode.is_list() { Mode::Bibliography } else { mode };
        for book in self.document.printings() {
            let printed = self.unsaid(book, self.printed(mode, book));
            if printed.is_printable() {
                mode.element(s).term(|language| language.books.printed);
                if is_titled(book) {
                    s.term(|language| language.books.within);
                }
                self.book(s, mode, book, &printed, Opening::Title);
            }
        }
    }

    /// After the source or the holding, before the digital archive (A16).
    pub(super) fn translation_source(&self, s: &mut Sentence<'_>, mode: Mode) {
        let Some(book) = books::translation_source(self.document) else { return };
        // In lists this book keeps its year at the end.
        let mode = if mode.is_list() { Mode::Bibliography } else { mode };
        let printed = self.printed(mode, book);
        let unsaid = self.unsaid(book, printed);
        if mode.is_list() {
            if !unsaid.is_printable() {
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

    /// Omits authors who are also the authors of the document.
    fn unsaid<'b>(&self, book: &Publication, printed: PrintedBook<'b>) -> PrintedBook<'b> {
        if is_by_the_same(self.document, book) { printed.without(BookField::Authors) } else { printed }
    }

    fn book(&self, s: &mut Sentence<'_>, mode: Mode, book: &Publication, printed: &PrintedBook<'_>, opening: Opening) {
        use BookPeople::{Authors, Compilers, Editors};
        let is_volume = book.container.is_some() && book.title.is_some();
        let mut form = match (mode.is_list(), is_volume) {
            _ if self.is_newspaper(book) => self.newspaper_form(mode, printed),
            _ if self.opens_with_year(mode) && is_journal(book) && book.volume.is_some() => ARTICLE_WITHOUT_YEAR,
            _ if is_journal(book) => ARTICLE,
            (true, true) => ENTRY_OF_VOLUME,
            (true, false) => ENTRY,
            (false, true) => NOTE_OF_VOLUME,
            (false, false) => NOTE,
        };
        if opening == Opening::Names {
            form.leaders = &[Authors, Editors, Compilers];
        }
        if mode.is_list() {
            form.credits = Credits::InFull;
        }
        push_book(s, printed, &form, &InBooks { composer: self, mode, date: self.date_part(mode, book) });
    }

    /// What is printed of the book. An entry omits the pages in the 18th edition, and the year that author-date has printed.
    fn printed<'b>(&self, mode: Mode, book: &'b Publication) -> PrintedBook<'b>
    where
        'd: 'b,
    {
        let mut printed = PrintedBook::of(book);
        let is_newspaper = self.is_newspaper(book);
        // B3: `(Boston, n.d.)`.
        if !is_newspaper && (book.place.is_some() || book.publisher.is_some()) {
            printed = printed.saying_undated();
        }
        if is_newspaper {
            // B28: a locator replaces the page.
            printed = printed.without(BookField::Pages).dated(self.document.date());
            let date = printed.date();
            if date.is_some_and(Date::is_undated) && !mode.is_list() {
                printed = printed.with(BookField::Date);
            } else if self.opens_with_year(mode) && !date.is_some_and(|date| dates::has_part(date, DatePart::Rest)) {
                printed = printed.without(BookField::Date);
            }
        }
        if is_newspaper && !books::has_unsaid_place(book) || !is_newspaper && !self.prints_place(book) {
            printed = printed.without(BookField::Place);
        }
        if self.opens_with_year(mode) && !is_newspaper {
            printed = printed.without(BookField::Date);
        } else if book.date.as_ref().is_some_and(Date::is_undated) && !is_journal(book) {
            // B3: the imprint of an undated book contains "n.d."
            printed = printed.with(BookField::Date);
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

    /// B43: beside a publisher only the 17th edition prints the place.
    fn prints_place(&self, book: &Publication) -> bool {
        self.style.edition == Edition::Seventeenth || book.publisher.is_none()
    }

    /// B38: for a newspaper the 18th edition does not repeat the year of author-date, the 17th does.
    fn date_part(&self, mode: Mode, book: &Publication) -> DatePart<'static> {
        let is_printed = self.opens_with_year(mode) && self.style.edition == Edition::Eighteenth;
        if is_printed && self.is_newspaper(book) { DatePart::Rest } else { DatePart::Whole }
    }
}

/// Names and dates of books, shortened and written as in the rest of the form.
pub(super) struct InBooks<'c> {
    pub(super) composer: &'c Composer<'c>,
    pub(super) mode: Mode,
    pub(super) date: DatePart<'static>,
}

impl NamesAndDates for InBooks<'_> {
    fn push_names(&self, s: &mut Sentence<'_>, names: &[Name]) {
        push_names(s, names, if self.mode.is_list() { self.composer.entry_cut() } else { self.composer.note_cut() });
    }

    fn push_leaders(&self, s: &mut Sentence<'_>, names: &[Name]) {
        push_names(s, names, self.composer.note_cut());
    }

    fn push_date(&self, s: &mut Sentence<'_>, date: &Date) {
        if !dates::push_date(s, date, self.date, self.composer.style.calendar()) && !date.is_printable() {
            s.term(|language| language.dates.undated);
        }
    }

    fn push_original_date(&self, s: &mut Sentence<'_>, date: &Date) {
        dates::push_date(s, date, DatePart::Whole, self.composer.style.calendar());
    }
}

fn push_names(s: &mut Sentence<'_>, names: &[Name], cut: EtAl) {
    push_people(s, People::Names(names), (NameForm::Natural, NameForm::Natural), cut);
}

fn is_titled(book: &Publication) -> bool {
    book.title.is_some() || book.container.is_some()
}
