//! What every manual asks of a printed book (RULES 6), and the one writer of books.
//!
//! A style says what it prints of a book ([`PrintedBook`]), in which order and with what between ([`BookForm`]), and how it
//! writes names and dates ([`NamesAndDates`]). [`push_book`] does the rest.

mod fields;
mod form;
mod pages;
mod press;
mod titles;
mod words;
mod write;

use crate::document::{Date, Document, Name, Publication};

use fields::BookFields;

pub use fields::BookField;
pub use form::{BookForm, BookPart, BookPeople, BookPunctuation, Credits, OtherTitles, PagesForm, TitleMarks};
pub(crate) use pages::push_pages;
pub(crate) use press::{
    has_unsaid_place, is_dated_by_newspaper, is_newspaper, is_said_by_newspaper, newspaper_of_article,
};
pub(crate) use words::{NumberRule, push_number, push_unit};

pub use write::{InOneForm, NamesAndDates, push_book};

/// What is printed of a book. A style starts from [all of it](PrintedBook::of) and takes away what it leaves out, such as a
/// place that its edition does not print.
///
/// ```
/// use prefercite::Publication;
/// use prefercite::prose::{BookField, PrintedBook};
///
/// let book = Publication::new("Letters").place("Boston");
/// assert!(PrintedBook::of(&book).is_printable());
/// assert!(!PrintedBook::of(&book).without(BookField::Title).without(BookField::Place).is_printable());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct PrintedBook<'b> {
    book: &'b Publication,
    /// Takes the place of the pages (A24).
    locator: Option<&'b str>,
    fields: BookFields,
}

impl<'b> PrintedBook<'b> {
    /// All that the record has.
    pub fn of(book: &'b Publication) -> Self {
        // Without `..`: a new key of the record is printed or left out on purpose.
        let Publication {
            authors,
            editors,
            general_editors,
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
        let fields = BookFields::NONE
            .with_if(BookField::Authors, !authors.is_empty())
            .with_if(BookField::Editors, !editors.is_empty())
            .with_if(BookField::GeneralEditors, !general_editors.is_empty())
            .with_if(BookField::Compilers, !compilers.is_empty())
            .with_if(BookField::Translators, !translators.is_empty())
            .with_if(BookField::Title, title.is_some())
            .with_if(BookField::Container, container.is_some())
            .with_if(BookField::Series, series.is_some())
            .with_if(BookField::Volume, volume.is_some())
            .with_if(BookField::Issue, issue.is_some())
            .with_if(BookField::Number, number.is_some())
            .with_if(BookField::Edition, edition.is_some())
            .with_if(BookField::Place, place.is_some())
            .with_if(BookField::Publisher, publisher.is_some())
            .with_if(BookField::Date, date.as_ref().is_some_and(Date::is_printable))
            .with_if(BookField::Pages, pages.is_some())
            .with_if(BookField::Isbn, isbn.is_some())
            .with_if(BookField::Doi, doi.is_some())
            .with_if(BookField::Url, url.is_some());
        PrintedBook { book, locator: None, fields }
    }

    /// The same where a style says that a book bears no date: `n.d.` (B3).
    #[must_use]
    pub(crate) fn saying_undated(mut self) -> Self {
        self.fields = self.fields.with_if(BookField::Date, self.book.date.is_some());
        self
    }

    /// The same without one of its fields.
    #[must_use]
    pub const fn without(mut self, field: BookField) -> Self {
        self.fields = self.fields.without(field);
        self
    }

    /// The same with a field that was left out: the book has it.
    pub(crate) const fn with(mut self, field: BookField) -> Self {
        self.fields = self.fields.with(field);
        self
    }

    /// The same with a locator in place of the pages.
    #[must_use]
    pub const fn with_locator(mut self, locator: Option<&'b str>) -> Self {
        if locator.is_some() {
            self.locator = locator;
            self.fields = self.fields.with(BookField::Pages);
        }
        self
    }

    /// Whether there is anything to print: an address or an ISBN alone is not.
    pub const fn is_printable(&self) -> bool {
        !self.fields.without(BookField::Isbn).without(BookField::Doi).without(BookField::Url).is_empty()
    }

    fn people(&self, who: BookPeople) -> &'b [Name] {
        match who {
            BookPeople::Authors => &self.book.authors,
            BookPeople::Editors => &self.book.editors,
            BookPeople::GeneralEditors => &self.book.general_editors,
            BookPeople::Compilers => &self.book.compilers,
            BookPeople::Translators => &self.book.translators,
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
    // Most books have a title.
    book.title.is_some()
        || PrintedBook::of(book).without(BookField::Authors).is_printable()
        || !book.authors.is_empty() && !is_by_the_same(document, book)
}

/// A container without a publisher is a journal (A9).
pub(crate) fn is_journal(book: &Publication) -> bool {
    book.container.is_some() && book.publisher.is_none() && book.place.is_none()
}
