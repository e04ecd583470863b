//! Books, chapters, articles, theses and web pages (RULES 13).
//!
//! Authors and titles are the same as for documents. This module writes what follows the title.

mod forms;

use super::composer::Composer;
use super::newspapers::NEWSPAPER;
use super::options::{Edition, EntryPages};
use super::published::InBooks;
use super::whereabouts::Mode;
use crate::document::{Date, Name, Surrogate, TitleForm};
use crate::prose::books::literature::{Literature, Shape, Site, push_degree, push_role};
use crate::prose::books::{
    BookField, BookForm, BookPeople, Credits, PrintedBook, push_book, push_book_behind, push_book_in_elements,
};
use crate::prose::dates::{DatePart, has_part};
use crate::prose::lead::{Opening, Subtitle, push_reviewed, short_title};
use crate::prose::sentence::{Punctuation, Sentence};
use crate::prose::words::has_words;
use forms::{
    ARTICLE, ARTICLE_WITHOUT_DATE, BOOK_ENTRY, BOOK_NOTE, NUMBER_AND_PAGES, PART_ENTRY, PART_NOTE,
    PART_OF_VOLUME_ENTRY, PART_OF_VOLUME_NOTE, SET_IN_ENTRY, SET_IN_NOTE, SPECIAL_ISSUE, THESIS, UNIVERSITY,
    VOLUME_BY_SET, WEB_PAGE, WEB_PAGE_ENTRY,
};

impl<'d> Composer<'d> {
    /// The role of people who come first but did not write: `, eds.` (RULES 13.1)
    pub(super) fn role(&self, s: &mut Sentence<'_>) {
        if let Some(role) = self.lead.role.filter(|role| *role != BookPeople::Authors) {
            push_role(s.punctuate(Punctuation::Comma), role, self.lead.creators.len() > 1, Credits::Abbreviated);
        }
    }

    /// Who comes first for an unsigned web page: its owner, or the site (RULES 13.14).
    pub(super) fn owner_of_page(&self) -> Option<&'d str> {
        let literature = self.literature.filter(|it| it.shape == Shape::WebPage)?;
        let is_unsigned = self.lead.creators.is_empty() && self.document.creators().is_empty();
        let owner = literature.owner().or_else(|| literature.site().map(|site| site.as_str()));
        owner.filter(|_| is_unsigned)
    }

    /// The set before the title of its volume: `_Set_, ed. A, vol. 5, `. Author-date prints it after the title.
    pub(super) fn set_of_volume(&self, s: &mut Sentence<'_>, mode: Mode) {
        let Some(literature) = self.literature.filter(|it| is_volume(it) && mode != Mode::AuthorDate) else { return };
        let printed = self.printed_literature(mode, &literature);
        let form = if mode.is_list() { SET_IN_ENTRY } else { SET_IN_NOTE };
        push_book_in_elements(s, &printed, &form, &self.in_literature(mode, DatePart::Whole));
        s.punctuate(Punctuation::Comma);
    }

    /// `foreword to _Song of Solomon_`, `review of _Two Studies_`, in later notes.
    pub(super) fn short_part(&self, s: &mut Sentence<'_>) {
        if let Some(reviewed) = self.document.reviewed() {
            push_reviewed(s, reviewed, short_title(&reviewed.title, Subtitle::Goes, self.language()));
        }
        if let Some(literature) = self.literature.filter(|it| it.is_front_matter(self.language()))
            && let Some(title) = literature.book.title.as_ref().or(literature.book.container.as_ref())
        {
            s.term(|language| language.literature.to);
            s.italic(short_title(title, Subtitle::Goes, self.language()));
        }
    }

    /// What follows the title.
    pub(super) fn published_literature(&self, s: &mut Sentence<'_>, mode: Mode) {
        let Some(literature) = &self.literature else { return };
        let printed = self.printed_literature(mode, literature);
        match literature.shape {
            Shape::Book => self.rest_of_book(s, mode, literature, &printed),
            Shape::Part => self.book_of_part(s, mode, literature, &printed),
            Shape::Article => self.journal(s, mode, literature, &printed),
            Shape::Thesis => self.thesis(s, mode, &printed),
            Shape::WebPage => self.web_page(s, mode, literature, &printed),
        }
    }

    fn rest_of_book(&self, s: &mut Sentence<'_>, mode: Mode, literature: &Literature<'_>, printed: &PrintedBook<'_>) {
        let is_printed_before = is_volume(literature) && mode != Mode::AuthorDate;
        let printed = match is_printed_before {
            true => printed.without(BookField::Container).without(BookField::GeneralEditors).without(BookField::Volume),
            false => *printed,
        };
        let form = match (mode, is_volume(literature)) {
            (Mode::AuthorDate, true) => VOLUME_BY_SET,
            (mode, _) if mode.is_list() => BOOK_ENTRY,
            _ => BOOK_NOTE,
        };
        push_book_behind(s, &printed, &form, &self.in_literature(mode, DatePart::Whole));
    }

    fn book_of_part(&self, s: &mut Sentence<'_>, mode: Mode, literature: &Literature<'_>, printed: &PrintedBook<'_>) {
        let book = literature.book;
        let names = self.in_literature(mode, DatePart::Whole);
        if book.title.is_none() && book.container.is_none() {
            let form = if mode.is_list() { BOOK_ENTRY } else { BOOK_NOTE };
            return push_book_behind(s, printed, &form, &names);
        }
        let is_kind_printed = matches!(self.lead.opening, Opening::Kind(_) | Opening::Title(_, Some(_)));
        if literature.is_front_matter(self.language()) && is_kind_printed {
            s.term(|language| language.literature.to);
        } else {
            mode.element(s).term(|language| language.books.within);
        }
        let of_volume = book.title.is_some() && book.container.is_some();
        let form = match (mode.is_list(), of_volume) {
            (true, true) => PART_OF_VOLUME_ENTRY,
            (true, false) => PART_ENTRY,
            (false, true) => PART_OF_VOLUME_NOTE,
            (false, false) => PART_NOTE,
        };
        push_book_in_elements(s, printed, &form, &names);
    }

    fn journal(&self, s: &mut Sentence<'_>, mode: Mode, literature: &Literature<'_>, printed: &PrintedBook<'_>) {
        let book = literature.book;
        let mut printed = *printed;
        if book.title.is_some() {
            mode.element(s).term(|language| language.books.within);
            let credits = if mode.is_list() { Credits::InFull } else { Credits::Abbreviated };
            let form = BookForm { credits, ..SPECIAL_ISSUE };
            push_book(s, &printed, &form, &self.in_literature(mode, DatePart::Whole));
            mode.element(s).term(|language| language.literature.special_issue);
            for field in [
                BookField::Title,
                BookField::Authors,
                BookField::Editors,
                BookField::GeneralEditors,
                BookField::Compilers,
                BookField::Translators,
            ] {
                printed = printed.without(field);
            }
        }
        let date = literature.imprint_date();
        let is_known = |part| date.is_some_and(|date| has_part(date, part));
        let is_eighteenth = self.style.edition == Edition::Eighteenth;
        let is_numbered = book.volume.is_some() && book.issue.is_some();
        let (mut form, mut part) = (ARTICLE, DatePart::Whole);
        if literature.is_dated_like_newspaper() {
            printed = printed.without(BookField::Pages).with_locator(self.cite.locator().filter(|_| !mode.is_list()));
            form = NEWSPAPER;
        }
        if self.opens_with_year(mode) {
            // RULES 13.0: month or season if the edition prints it, or if there is no issue.
            let has_month = is_known(DatePart::Rest) && !(is_eighteenth && is_numbered);
            if has_month {
                printed = printed.with(BookField::Date);
                part = if is_eighteenth || book.volume.is_some() { DatePart::Rest } else { DatePart::Whole };
            } else if book.volume.is_some() {
                form = ARTICLE_WITHOUT_DATE;
            }
        } else if is_eighteenth && is_numbered && is_known(DatePart::Year(None)) {
            part = DatePart::Year(None);
        }
        form.credits = if mode.is_list() { Credits::InFull } else { Credits::Abbreviated };
        let begins = book.container.is_some();
        if !begins {
            return push_book_behind(s, &printed, &form, &self.in_literature(mode, part));
        }
        if book.title.is_some() {
            s.punctuate(Punctuation::Comma)
        } else {
            mode.element(s)
        };
        push_book(s, &printed, &form, &self.in_literature(mode, part));
    }

    fn thesis(&self, s: &mut Sentence<'_>, mode: Mode, printed: &PrintedBook<'_>) {
        let names = self.in_literature(mode, DatePart::Whole);
        push_book_behind(s, printed, &THESIS, &names);
        let genre = self.document.genre();
        if mode.is_list() {
            push_degree(s.punctuate(Punctuation::Period).capitalize_next(), genre, Credits::Abbreviated);
            push_book_behind(s, printed, &UNIVERSITY, &names);
        } else {
            push_degree(s.word(" ("), genre, Credits::Abbreviated);
            push_book_behind(s, printed, &UNIVERSITY, &names);
            s.word(")");
        }
        push_book_behind(s, printed, &NUMBER_AND_PAGES, &names);
    }

    fn web_page(&self, s: &mut Sentence<'_>, mode: Mode, literature: &Literature<'_>, printed: &PrintedBook<'_>) {
        let (site, owner) = (literature.site(), literature.owner());
        let leads = mode.is_list() && self.owner_of_page().is_some();
        let site = site.filter(|_| !leads || owner.is_some());
        if let Some(site) = site {
            mode.element(s).keep_case();
            match site {
                Site::Title(title) if title.form == TitleForm::Work => _ = s.italic(&title.text),
                Site::Title(title) if literature.is_in_blog(self.language()) => {
                    s.italic(&title.text);
                    let says_blog = has_words(&title.text, self.language().literature.blog);
                    if self.style.edition == Edition::Seventeenth && !says_blog {
                        s.word(" (").term(|language| language.literature.blog).word(")");
                    }
                }
                Site::Title(title) => _ = s.roman(&title.text),
                Site::Archive(archive) => _ = s.data(archive),
            }
            if let Site::Title(title) = site {
                s.translated(title);
            }
        }
        // RULES 13.14: a blog is cited like a periodical.
        let in_blog = site.is_some() && literature.is_in_blog(self.language());
        // RULES 13.0: lists omit the owner if it comes first, and if a person does.
        if let Some(owner) =
            owner.filter(|owner| !mode.is_list() || in_blog && !leads || self.opens_with_another_body(owner))
        {
            if in_blog { s.punctuate(Punctuation::Comma) } else { mode.element(s) }.keep_case().data(owner);
        }
        let form = match (mode.is_list(), in_blog) {
            (true, true) => BookForm { credits: Credits::InFull, ..WEB_PAGE },
            (true, false) => WEB_PAGE_ENTRY,
            (false, _) => WEB_PAGE,
        };
        let part = if self.opens_with_year(mode) { self.rest_of_date() } else { DatePart::Whole };
        let is_dated = !self.opens_with_year(mode) || literature.date().is_some_and(|date| has_part(date, part));
        let printed = if is_dated && literature.date().is_some_and(Date::is_printable) {
            printed.with(BookField::Date)
        } else {
            printed.without(BookField::Date)
        };
        let day = literature.date().and_then(Date::display).and_then(without_year).filter(|_| part == DatePart::Rest);
        if let Some(day) = day {
            if in_blog { s.punctuate(Punctuation::Comma) } else { mode.element(s) }.data(day);
        }
        let printed = if day.is_some() { printed.without(BookField::Date) } else { printed };
        push_book_behind(s, &printed, &form, &self.in_literature(mode, part));
    }

    /// Whether a page is by an institution that is not the owner of its site.
    fn opens_with_another_body(&self, owner: &str) -> bool {
        let creators = self.document.creators();
        !creators.is_empty()
            && creators.iter().all(|name| matches!(name, Name::Body(body) if !body.body.eq_ignore_ascii_case(owner)))
    }

    /// RULES 13.0: the 18th edition does not repeat the year of author-date, the 17th does.
    fn rest_of_date(&self) -> DatePart<'static> {
        let has_day =
            self.literature.and_then(|literature| literature.date()).is_some_and(|date| has_part(date, DatePart::Rest));
        if self.style.edition == Edition::Seventeenth && has_day { DatePart::Whole } else { DatePart::Rest }
    }

    /// `ProQuest (13865986)` (RULES 13.16)
    pub(super) fn data_base(&self, s: &mut Sentence<'_>, mode: Mode, home: &Surrogate) {
        let literature = self.literature.filter(|it| it.shape == Shape::WebPage);
        let is_site = literature.is_some_and(|it| it.book.container.is_none());
        let is_owner = literature.is_some_and(|it| it.book.publisher.is_none());
        if let Some(archive) = home.archive.as_ref().filter(|_| !is_site) {
            mode.element(s).keep_case().data(archive);
            if let Some(id) = &home.id {
                s.word(" (").data(id).word(")");
            }
        }
        if let Some(host) = home.host.as_ref().filter(|_| !is_owner) {
            mode.element(s).keep_case().data(host);
        }
    }

    /// What is printed of the publication.
    fn printed_literature<'b>(&'b self, mode: Mode, literature: &Literature<'b>) -> PrintedBook<'b> {
        let book = literature.book;
        let is_eighteenth = self.style.edition == Edition::Eighteenth;
        let mut printed = literature.printed();
        // B3: `(Boston, n.d.)`
        if book.place.is_some() || book.publisher.is_some() {
            printed = printed.saying_undated();
        }
        // B43
        if is_eighteenth && book.publisher.is_some() {
            printed = printed.without(BookField::Place);
        }
        let first = book.original.as_ref().and_then(|original| original.publisher.as_ref());
        if is_eighteenth && first.is_some() {
            printed = printed.without(BookField::OriginalPlace);
        }
        if book.volume.is_some() {
            // RULES 13.6
            printed = printed.without(BookField::Volumes);
        }
        if self.opens_with_year(mode) {
            printed = printed.without(BookField::Date);
            if literature.reprint_of().is_some() {
                // The label contains the year.
                printed = printed.without(BookField::Original);
            }
        }
        if mode.is_list() {
            printed = printed.without(BookField::Number);
        }
        let has_pages = match literature.shape {
            Shape::Article => true,
            Shape::Part => !is_eighteenth || mode.is_list() && self.style.entry_pages == EntryPages::Always,
            _ => false,
        };
        if !has_pages {
            printed = printed.without(BookField::Pages);
        }
        printed.with_locator(self.cite.locator().filter(|_| !mode.is_list()))
    }

    fn in_literature(&self, mode: Mode, date: DatePart<'static>) -> InBooks<'_> {
        InBooks { composer: self, mode, date }
    }
}

/// `effective November 15` of `effective November 15, 2023`.
fn without_year(display: &str) -> Option<&str> {
    let (day, year) = display.rsplit_once(", ")?;
    (year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit())).then_some(day)
}

/// Whether a book is a volume of a set and has a title of its own.
fn is_volume(literature: &Literature<'_>) -> bool {
    literature.shape == Shape::Book && literature.book.container.is_some()
}
