//! The book through which a document is read (RULES 6; A9, A25), and the one that its translation was taken from (A16).

use super::whereabouts::Mode;
use super::{Composer, Edition, EntryPages};
use crate::document::{Name, Publication, Title};
use crate::style::english;
use crate::style::prose::dates::{self, Part};
use crate::style::prose::names::{Parties, Shape, push_list};
use crate::style::prose::ranges::{Digits, push_range};
use crate::style::prose::sentence::{Joint, Sentence};

pub(super) use crate::style::prose::lead::book_says_anything as says_anything;

/// What opens the reference to a book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opening {
    /// `in _Title_, ed. A`
    Title,
    /// `translation from A and B, eds., _Title_`
    Names,
}

impl Composer<'_> {
    pub(super) fn source(&self, s: &mut Sentence<'_>, mode: Mode, book: &Publication) {
        mode.element(s);
        if book.title.is_some() || book.container.is_some() {
            s.word("in ");
        }
        self.book(s, mode, book, Opening::Title);
    }

    /// Behind the source or the holding, before the digital home (A16).
    pub(super) fn translation_source(&self, s: &mut Sentence<'_>, mode: Mode) {
        let book = self.document.translation().and_then(|translation| translation.source.as_ref());
        let Some(book) = book.filter(|book| says_anything(book)) else { return };
        if mode.is_list() {
            mode.element(s).word("translation from ");
            // This book keeps its year at the end.
            self.book(s, Mode::Bibliography, book, Opening::Title);
        } else {
            s.joint(Joint::Semicolon).word("translation from ");
            self.book(s, mode, book, Opening::Names);
        }
    }

    fn book(&self, s: &mut Sentence<'_>, mode: Mode, book: &Publication, opening: Opening) {
        let mut first = true;
        let is_journal = book.container.is_some() && book.publisher.is_none() && book.place.is_none();
        let led = self.book_names_in_front(s, mode, book, opening, &mut first);
        self.book_title(s, book, is_journal, &mut first);
        if let Some(edition) = &book.edition {
            next(s, &mut first).with(|text| english::push_edition(text, edition));
        }
        if let Some(volume) = book.volume.as_ref().filter(|_| book.container.is_none()) {
            next(s, &mut first).word("vol. ").data(volume);
        }
        if let Some(issue) = book.issue.as_ref().filter(|_| !is_journal) {
            next(s, &mut first).word("no. ").data(issue);
        }
        if let Some(series) = &book.series {
            next(s, &mut first).roman(&series.text).translated(series);
        }
        if mode.is_list() && !book.authors.is_empty() && !self.is_by_the_same(book) {
            self.book_names(s, mode, "by ", "by ", &book.authors, &mut first);
        }
        if led != Led::Editors {
            self.book_names(s, mode, "ed. ", "edited by ", &book.editors, &mut first);
        }
        if led != Led::Compilers {
            self.book_names(s, mode, "comp. ", "compiled by ", &book.compilers, &mut first);
        }
        self.book_names(s, mode, "trans. ", "translated by ", &book.translators, &mut first);
        if mode.is_list() && !is_journal {
            self.list_imprint(s, mode, book, &mut first);
        } else {
            self.note_imprint(s, mode, book, is_journal, &mut first);
        }
    }

    /// In a note the author of the book; behind "translation from" also who edited or compiled it.
    fn book_names_in_front(
        &self,
        s: &mut Sentence<'_>,
        mode: Mode,
        book: &Publication,
        opening: Opening,
        first: &mut bool,
    ) -> Led {
        if mode.is_list() {
            return Led::Title;
        }
        let natural = (Shape::Natural, Shape::Natural);
        let lead = |s: &mut Sentence<'_>, names: &[Name], first: &mut bool| {
            push_list(next(s, first), Parties::Names(names), natural, self.note_cut());
        };
        if !book.authors.is_empty() {
            if opening == Opening::Names || !self.is_by_the_same(book) {
                lead(s, &book.authors, first);
            }
            return Led::Authors;
        }
        if opening == Opening::Names && !book.editors.is_empty() {
            lead(s, &book.editors, first);
            s.joint(Joint::Comma).word(if book.editors.len() == 1 { "ed." } else { "eds." });
            return Led::Editors;
        }
        if opening == Opening::Names && !book.compilers.is_empty() {
            lead(s, &book.compilers, first);
            s.joint(Joint::Comma).word(if book.compilers.len() == 1 { "comp." } else { "comps." });
            return Led::Compilers;
        }
        Led::Title
    }

    /// The writer's own book needs no second mention of the writer.
    fn is_by_the_same(&self, book: &Publication) -> bool {
        book.authors.as_slice() == self.document.creators()
    }

    /// `_Title_`; `_Container_, vol. 6, _Title_`; `“Article,” _Journal_ 4, no. 2` (A9, A25).
    fn book_title(&self, s: &mut Sentence<'_>, book: &Publication, is_journal: bool, first: &mut bool) {
        let work = |s: &mut Sentence<'_>, title: &Title| _ = s.italic(&title.text).translated(title);
        if is_journal && let Some(article) = &book.title {
            next(s, first).quoted(&article.text).translated(article);
        }
        if let Some(container) = &book.container {
            work(next(s, first), container);
            if let Some(volume) = &book.volume {
                if is_journal { s.word(" ") } else { s.joint(Joint::Comma).word("vol. ") }.data(volume);
            }
            if let Some(issue) = book.issue.as_ref().filter(|_| is_journal) {
                s.joint(Joint::Comma).word("no. ").data(issue);
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
    fn note_imprint(&self, s: &mut Sentence<'_>, mode: Mode, book: &Publication, is_journal: bool, first: &mut bool) {
        let date = book.date.as_ref().filter(|date| date.says_anything());
        let (place, publisher) = (self.place(book), book.publisher.as_deref());
        let has_imprint = place.is_some() || publisher.is_some() || date.is_some();
        if has_imprint {
            s.word(if *first { "(" } else { " (" });
            *first = false;
            self.imprint(s, place, publisher);
            if let Some(date) = date {
                if place.is_some() || publisher.is_some() {
                    s.joint(Joint::Comma);
                }
                dates::push(s, date, Part::Whole, self.style.calendar());
            }
            s.word(")");
        }
        if let Some(number) = book.number.as_ref().filter(|_| !mode.is_list()) {
            next(s, first)
                .word(if number.starts_with(|c: char| c.is_ascii_digit()) { "no. " } else { "" })
                .data(number);
        }
        let locator = self
            .cite
            .locator()
            .filter(|_| !mode.is_list() && self.document.source().is_some_and(|source| std::ptr::eq(source, book)));
        if locator.is_none() && book.pages.is_none() {
            return;
        }
        if is_journal && has_imprint && book.number.is_none() {
            s.word(": ");
        } else {
            next(s, first);
        }
        match (locator, &book.pages) {
            (Some(locator), _) => _ = s.with(|text| push_range(text, locator, Digits::Kept)),
            (None, Some(pages)) => _ = s.with(|text| push_range(text, pages, Digits::Chicago)),
            (None, None) => {}
        }
    }

    /// `, 219–20. Place: Publisher, 1987`; author-date has said the year (RULES 6.2).
    fn list_imprint(&self, s: &mut Sentence<'_>, mode: Mode, book: &Publication, first: &mut bool) {
        let with_pages = self.style.edition == Edition::Seventeenth || self.style.entry_pages == EntryPages::Always;
        if let Some(pages) = book.pages.as_ref().filter(|_| with_pages) {
            next(s, first).with(|text| push_range(text, pages, Digits::Chicago));
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
            s.data(place).word(if publisher.is_some() { ": " } else { "" });
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

fn next<'s, 't>(s: &'s mut Sentence<'t>, first: &mut bool) -> &'s mut Sentence<'t> {
    if std::mem::take(first) { s } else { s.joint(Joint::Comma) }
}
