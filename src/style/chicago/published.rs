//! The book through which a document is read (RULES 6; A9, A25), and the one that its translation was taken from (A16).

use super::composer::Composer;
use super::options::{Edition, EntryPages};
use super::whereabouts::Mode;
use crate::document::{Name, Publication, Title};
use crate::prose::books::{self, is_by_the_same, is_journal, next, push_edition, push_number, push_unit};
use crate::prose::dates::{self, Part};
use crate::prose::names::{Parties, Shape, push_list};
use crate::prose::ranges::{Digits, push_locator, push_range};
use crate::prose::sentence::{Joint, Sentence};

/// What opens the reference to a book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opening {
    /// `in _Title_, ed. A`
    Title,
    /// `translation from A and B, eds., _Title_`
    Names,
}

impl Composer<'_> {
    pub(super) fn is_published(&self) -> bool {
        books::source(self.document).is_some()
    }

    pub(super) fn source(&self, s: &mut Sentence<'_>, mode: Mode, book: &Publication) {
        if mode.is_list() && !self.says_in_list(mode, book) {
            return;
        }
        mode.element(s);
        if is_titled(book) {
            s.term(|language| language.books.within);
        }
        self.book(s, mode, book, Opening::Title);
    }

    /// Behind the source or the holding, before the digital home (A16).
    pub(super) fn translation_source(&self, s: &mut Sentence<'_>, mode: Mode) {
        let Some(book) = books::translation_source(self.document) else { return };
        if mode.is_list() {
            // This book keeps its year at the end.
            if self.says_in_list(Mode::Bibliography, book) {
                mode.element(s).term(|language| language.books.translation_from);
                let opening = if is_titled(book) { Opening::Title } else { Opening::Names };
                self.book(s, Mode::Bibliography, book, opening);
            }
        } else {
            s.joint(Joint::Semicolon).term(|language| language.books.translation_from);
            self.book(s, mode, book, Opening::Names);
        }
    }

    /// Whether an entry prints anything of the book: not its pages in the 18th edition, nor the year that author-date has said.
    fn says_in_list(&self, mode: Mode, book: &Publication) -> bool {
        let people = !book.editors.is_empty() || !book.compilers.is_empty() || !book.translators.is_empty();
        let authors = !book.authors.is_empty() && !is_by_the_same(self.document, book);
        let date = mode != Mode::AuthorDate && book.date.as_ref().is_some_and(|date| date.says_anything());
        let words = [&book.volume, &book.issue, &book.edition, &book.publisher];
        let pages = book.pages.is_some() && (self.entry_has_pages() || is_journal(book));
        let imprint = date || pages || self.place(book).is_some();
        people
            || authors
            || imprint
            || is_titled(book)
            || book.series.is_some()
            || words.iter().any(|words| words.is_some())
    }

    fn entry_has_pages(&self) -> bool {
        self.style.edition == Edition::Seventeenth || self.style.entry_pages == EntryPages::Always
    }

    fn book(&self, s: &mut Sentence<'_>, mode: Mode, book: &Publication, opening: Opening) {
        let mut first = true;
        let words = &self.language().books;
        let led = self.book_names_in_front(s, mode, book, opening, &mut first);
        self.book_title(s, book, &mut first);
        if let Some(edition) = &book.edition {
            push_edition(next(s, &mut first), edition);
        }
        if let Some(volume) = book.volume.as_ref().filter(|_| book.container.is_none()) {
            push_unit(next(s, &mut first), |words| words.volume, volume);
        }
        if let Some(issue) = book.issue.as_ref().filter(|_| !is_journal(book)) {
            push_unit(next(s, &mut first), |words| words.number, issue);
        }
        if let Some(series) = &book.series {
            next(s, &mut first).roman(&series.text).translated(series);
        }
        if mode.is_list() && led == Led::Title && !is_by_the_same(self.document, book) {
            self.book_names(s, mode, words.by, words.by, &book.authors, &mut first);
        }
        if led != Led::Editors {
            self.book_names(s, mode, words.ed, words.edited_by, &book.editors, &mut first);
        }
        if led != Led::Compilers {
            self.book_names(s, mode, words.comp, words.compiled_by, &book.compilers, &mut first);
        }
        self.book_names(s, mode, words.trans, words.translated_by, &book.translators, &mut first);
        if mode.is_list() && !is_journal(book) {
            self.list_imprint(s, mode, book, &mut first);
        } else {
            self.note_imprint(s, mode, book, &mut first);
        }
    }

    /// In a note the author of the book, and everywhere that of an article; behind "translation from" also who edited or compiled it.
    fn book_names_in_front(
        &self,
        s: &mut Sentence<'_>,
        mode: Mode,
        book: &Publication,
        opening: Opening,
        first: &mut bool,
    ) -> Led {
        if mode.is_list() && opening == Opening::Title && !is_journal(book) {
            return Led::Title;
        }
        let natural = (Shape::Natural, Shape::Natural);
        let lead = |s: &mut Sentence<'_>, names: &[Name], first: &mut bool| {
            push_list(next(s, first), Parties::Names(names), natural, self.note_cut());
        };
        if !book.authors.is_empty() {
            if opening == Opening::Names || !is_by_the_same(self.document, book) {
                lead(s, &book.authors, first);
            }
            return Led::Authors;
        }
        if opening == Opening::Names && !book.editors.is_empty() {
            lead(s, &book.editors, first);
            s.joint(Joint::Comma).term(|language| language.books.editor.of(book.editors.len() > 1));
            return Led::Editors;
        }
        if opening == Opening::Names && !book.compilers.is_empty() {
            lead(s, &book.compilers, first);
            s.joint(Joint::Comma).term(|language| language.books.compiler.of(book.compilers.len() > 1));
            return Led::Compilers;
        }
        Led::Title
    }

    /// `_Title_`; `_Container_, vol. 6, _Title_`; `“Article,” _Journal_ 4, no. 2` (A9, A25).
    fn book_title(&self, s: &mut Sentence<'_>, book: &Publication, first: &mut bool) {
        let is_journal = is_journal(book);
        let work = |s: &mut Sentence<'_>, title: &Title| _ = s.italic(&title.text).translated(title);
        if is_journal && let Some(article) = &book.title {
            next(s, first).quoted(&article.text).translated(article);
        }
        if let Some(container) = &book.container {
            work(next(s, first), container);
            if let Some(volume) = &book.volume {
                if is_journal {
                    s.word(" ").data(volume);
                } else {
                    push_unit(s.joint(Joint::Comma), |words| words.volume, volume);
                }
            }
            if let Some(issue) = book.issue.as_ref().filter(|_| is_journal) {
                push_unit(s.joint(Joint::Comma), |words| words.number, issue);
            }
        }
        if let Some(title) = book.title.as_ref().filter(|_| !is_journal) {
            work(next(s, first), title);
        }
    }

    fn book_names(&self, s: &mut Sentence<'_>, mode: Mode, note: &str, list: &str, names: &[Name], first: &mut bool) {
        if names.is_empty() {
            return;
        }
        let cut = if mode.is_list() { self.entry_cut() } else { self.note_cut() };
        next(s, first).word(if mode.is_list() { list } else { note });
        push_list(s, Parties::Names(names), (Shape::Natural, Shape::Natural), cut);
    }

    /// RULES 10: the 18th edition leaves the place out, but of books from before 1900, or where it has no publisher to print.
    fn place<'b>(&self, book: &'b Publication) -> Option<&'b str> {
        let old =
            book.date.as_ref().and_then(|date| date.latest()).is_some_and(|day| chrono::Datelike::year(&day) < 1900);
        let printed = self.style.edition == Edition::Seventeenth || old || book.publisher.is_none();
        book.place.as_deref().filter(|_| printed)
    }

    /// ` (Place: Publisher, 1975), no. 42, 273`; of a journal ` (1999): 12–15`
    fn note_imprint(&self, s: &mut Sentence<'_>, mode: Mode, book: &Publication, first: &mut bool) {
        // The entry of author-date has said the year of a journal too.
        let date = book.date.as_ref().filter(|date| mode != Mode::AuthorDate && date.says_anything());
        let (place, publisher) = (self.place(book), book.publisher.as_deref());
        let has_imprint = place.is_some() || publisher.is_some() || date.is_some();
        if has_imprint {
            // Brackets stand behind something.
            let bare = std::mem::take(first);
            s.word(if bare { "" } else { " (" });
            self.imprint(s, place, publisher);
            if let Some(date) = date {
                if place.is_some() || publisher.is_some() {
                    s.joint(Joint::Comma);
                }
                dates::push(s, date, Part::Whole, self.style.calendar());
            }
            s.word(if bare { "" } else { ")" });
        }
        if let Some(number) = book.number.as_ref().filter(|_| !mode.is_list()) {
            push_number(next(s, first), number);
        }
        let locator = self
            .cite
            .locator()
            .filter(|_| !mode.is_list() && self.document.source().is_some_and(|source| std::ptr::eq(source, book)));
        if locator.is_none() && book.pages.is_none() {
            return;
        }
        let counted = has_imprint || book.volume.is_some() || book.issue.is_some();
        if is_journal(book) && counted && book.number.is_none() {
            s.word(": ");
        } else {
            next(s, first);
        }
        match (locator, &book.pages) {
            (Some(locator), _) => push_locator(s, locator),
            (None, Some(pages)) => _ = s.with(|text| push_range(text, pages, Digits::Chicago, self.language())),
            (None, None) => {}
        }
    }

    /// `, 219–20. Place: Publisher, 1987`; author-date has said the year (RULES 6.2).
    fn list_imprint(&self, s: &mut Sentence<'_>, mode: Mode, book: &Publication, first: &mut bool) {
        if let Some(pages) = book.pages.as_ref().filter(|_| self.entry_has_pages()) {
            next(s, first).with(|text| push_range(text, pages, Digits::Chicago, self.language()));
        }
        let (place, publisher) = (self.place(book), book.publisher.as_deref());
        let said = mode == Mode::AuthorDate;
        let date = book.date.as_ref().filter(|date| !said && date.says_anything());
        if place.is_none() && publisher.is_none() && date.is_none() {
            return;
        }
        if !std::mem::take(first) {
            s.joint(Joint::Period);
        }
        self.imprint(s, place, publisher);
        if let Some(date) = date {
            if place.is_some() || publisher.is_some() {
                s.joint(Joint::Comma);
            }
            dates::push(s, date, Part::Whole, self.style.calendar());
        }
    }

    fn imprint(&self, s: &mut Sentence<'_>, place: Option<&str>, publisher: Option<&str>) {
        if let Some(place) = place {
            s.data(place).word(if publisher.is_some() { self.language().colon } else { "" });
        }
        if let Some(publisher) = publisher {
            s.data(publisher);
        }
    }
}

/// Who stands in front of the title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Led {
    Title,
    Authors,
    Editors,
    Compilers,
}

fn is_titled(book: &Publication) -> bool {
    book.title.is_some() || book.container.is_some()
}
