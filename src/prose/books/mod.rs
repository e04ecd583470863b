//! What every manual asks of a printed book (RULES 6), and the one writer of books.
//!
//! A style says what it prints of a book ([`PrintedBook`]), in which order and with what between ([`BookForm`]), and how it
//! writes names and dates ([`NamesAndDates`]). [`push_book`] does the rest.

mod form;
mod words;
mod write;

use crate::document::{Date, Document, Name, Publication, Title};

pub use form::{BookForm, BookPart, BookPeople, BookPunctuation, Credits, OtherTitles, PagesForm, TitleMarks};
pub(crate) use words::{NumberRule, push_number, push_unit};
pub use write::{NamesAndDates, push_book};

/// What is printed of a book. A style starts from [all of it](PrintedBook::of) and sets to `None` what it leaves out, such
/// as a place that its edition does not print.
#[derive(Clone, Copy, Debug)]
pub struct PrintedBook<'b> {
    /// Who wrote it.
    pub authors: &'b [Name],
    /// Who edited it.
    pub editors: &'b [Name],
    /// Who compiled it.
    pub compilers: &'b [Name],
    /// Who translated it.
    pub translators: &'b [Name],
    /// The title: of the book, or of the article or chapter.
    pub title: Option<&'b Title>,
    /// The larger work.
    pub container: Option<&'b Title>,
    /// The series.
    pub series: Option<&'b Title>,
    /// The volume.
    pub volume: Option<&'b str>,
    /// The issue of a journal.
    pub issue: Option<&'b str>,
    /// The number of the document within the book.
    pub number: Option<&'b str>,
    /// The edition.
    pub edition: Option<&'b str>,
    /// The place of publication.
    pub place: Option<&'b str>,
    /// The publisher.
    pub publisher: Option<&'b str>,
    /// The date of publication.
    pub date: Option<&'b Date>,
    /// The pages of the document.
    pub pages: Option<&'b str>,
    /// Takes the place of the pages (A24).
    pub locator: Option<&'b str>,
    /// The ISBN.
    pub isbn: Option<&'b str>,
    /// The DOI, without its resolver.
    pub doi: Option<&'b str>,
    /// The address.
    pub url: Option<&'b str>,
}

impl<'b> PrintedBook<'b> {
    /// All that the record has, and no locator.
    pub fn of(book: &'b Publication) -> Self {
        // Without `..`: a new key of the record is printed or left out on purpose.
        let Publication {
            authors,
            editors,
            compilers,
            translators,
            title,
            container,
            series,
            volume,
            issue,
            number,
            edition,
            place,
            publisher,
            date,
            pages,
            url,
            doi,
            isbn,
        } = book;
        PrintedBook {
            authors,
            editors,
            compilers,
            translators,
            title: title.as_ref(),
            container: container.as_ref(),
            series: series.as_ref(),
            volume: volume.as_deref(),
            issue: issue.as_deref(),
            number: number.as_deref(),
            edition: edition.as_deref(),
            place: place.as_deref(),
            publisher: publisher.as_deref(),
            date: date.as_ref().filter(|date| date.says_anything()),
            pages: pages.as_deref(),
            locator: None,
            isbn: isbn.as_deref(),
            doi: doi.as_deref(),
            url: url.as_deref(),
        }
    }

    /// Whether there is anything to print: an address or an ISBN alone is not.
    pub fn says_anything(&self) -> bool {
        let people = [self.authors, self.editors, self.compilers, self.translators];
        let titles = [self.title, self.container, self.series];
        let words =
            [self.volume, self.issue, self.number, self.edition, self.place, self.publisher, self.pages, self.locator];
        people.iter().any(|names| !names.is_empty())
            || titles.iter().any(|title| title.is_some())
            || words.iter().any(|words| words.is_some())
            || self.date.is_some()
    }

    /// The people who did this.
    pub fn people(&self, who: BookPeople) -> &'b [Name] {
        match who {
            BookPeople::Authors => self.authors,
            BookPeople::Editors => self.editors,
            BookPeople::Compilers => self.compilers,
            BookPeople::Translators => self.translators,
        }
    }
}

/// The printed edition, where it says anything that can be printed (A21: then the holdings are not).
pub(crate) fn source(document: &Document) -> Option<&Publication> {
    document.source().filter(|book| says_more_than_its_writer(document, book))
}

/// The book that the translation was taken from.
pub(crate) fn translation_source(document: &Document) -> Option<&Publication> {
    let book = document.translation().and_then(|translation| translation.source.as_ref());
    book.filter(|book| says_more_than_its_writer(document, book))
}

/// The writer's own book needs no second mention of the writer.
pub(crate) fn is_by_the_same(document: &Document, book: &Publication) -> bool {
    book.authors.as_slice() == document.creators()
}

fn says_more_than_its_writer(document: &Document, book: &Publication) -> bool {
    let others = PrintedBook { authors: &[], ..PrintedBook::of(book) };
    others.says_anything() || !book.authors.is_empty() && !is_by_the_same(document, book)
}

/// A container without a publisher is a journal (A9).
pub(crate) fn is_journal(book: &Publication) -> bool {
    book.container.is_some() && book.publisher.is_none() && book.place.is_none()
}
