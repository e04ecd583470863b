//! The details of a printed book that every manual requires (RULES 6), and the one writer of books.
//!
//! A style defines the details that it prints ([`PrintedBook`]), their order and punctuation ([`BookForm`]), and the
//! form of names and dates ([`NamesAndDates`]). [`push_book`] does the rest.

mod fields;
mod form;
pub(crate) mod literature;
mod pages;
mod press;
pub(crate) mod publishers;
mod titles;
mod words;
mod write;

use crate::document::{Date, Document, Name, Publication};

use fields::BookFields;

pub use fields::BookField;
pub use form::{BookForm, BookPart, BookPeople, BookPunctuation, Credits, OtherTitles, PagesForm, TitleMarks};
pub(crate) use pages::push_pages;
pub(crate) use press::{
    has_unsaid_place, is_cited_as_newspaper, is_dated_by_newspaper, is_newspaper, is_said_by_newspaper,
    newspaper_of_article,
};
pub(crate) use words::{NumberRule, push_number, push_unit};

pub use write::{InOneForm, NamesAndDates, push_book};
pub(crate) use write::{push_book_behind, push_book_in_elements};

/// The details of a book to print. A style starts from [all of them](PrintedBook::of) and removes those that it
/// omits, such as a place that its edition does not print.
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
    /// Replaces the pages (A24).
    locator: Option<&'b str>,
    /// The date of the document, if the publication has none.
    date: Option<&'b Date>,
    fields: BookFields,
}

impl<'b> PrintedBook<'b> {
    /// All details in the record.
    #[inline]
    pub fn of(book: &'b Publication) -> Self {
        PrintedBook { book, locator: None, date: book.date.as_ref(), fields: fields_of(book) }
    }

    /// Prints `n.d.` for a book without a date (B3).
    #[must_use]
    pub(crate) fn saying_undated(mut self) -> Self {
        self.fields = self.fields.with_if(BookField::Date, self.book.date.is_some());
        self
    }

    /// Sets the date to print if the publication has none.
    #[must_use]
    pub(crate) fn dated(mut self, date: Option<&'b Date>) -> Self {
        if let Some(date) = date.filter(|_| self.book.date.is_none()) {
            self.date = Some(date);
            self.fields = self.fields.with_if(BookField::Date, date.is_printable());
        }
        self
    }

    /// The date that is printed, or that says that there is none.
    pub(crate) const fn date(&self) -> Option<&'b Date> {
        self.date
    }

    /// Removes one of the fields.
    #[must_use]
    pub const fn without(mut self, field: BookField) -> Self {
        self.fields = self.fields.without(field);
        self
    }

    /// Restores a field that was removed. The book must have it.
    pub(crate) const fn with(mut self, field: BookField) -> Self {
        self.fields = self.fields.with(field);
        self
    }

    /// Sets a locator, which replaces the pages.
    #[must_use]
    pub const fn with_locator(mut self, locator: Option<&'b str>) -> Self {
        if locator.is_some() {
            self.locator = locator;
            self.fields = self.fields.with(BookField::Pages);
        }
        self
    }

    /// Whether there is anything to print. An address or an ISBN alone does not count, nor does a field that only
    /// whole books print.
    pub const fn is_printable(&self) -> bool {
        let fields = self.fields.without(BookField::Isbn).without(BookField::Doi).without(BookField::Url);
        let fields = fields.without(BookField::Volumes).without(BookField::Original);
        !fields.without(BookField::OriginalTitle).without(BookField::OriginalPlace).is_empty()
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

/// The fields that a book has. Set apart from [`PrintedBook::of`], so that its result is passed in a register and not
/// through memory.
fn fields_of(book: &Publication) -> BookFields {
    // Without `..`, so that a new key of the record must be printed or omitted on purpose.
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
        volumes,
        issue,
        number,
        edition,
        place,
        publisher,
        date,
        original,
        pages,
        url,
        doi,
        isbn,
    } = book;
    BookFields::NONE
        .with_if(BookField::Authors, !authors.is_empty())
        .with_if(BookField::Editors, !editors.is_empty())
        .with_if(BookField::GeneralEditors, !general_editors.is_empty())
        .with_if(BookField::Compilers, !compilers.is_empty())
        .with_if(BookField::Translators, !translators.is_empty())
        .with_if(BookField::Title, title.is_some())
        .with_if(BookField::Container, container.is_some())
        .with_if(BookField::Series, series.is_some())
        .with_if(BookField::Volume, volume.is_some())
        .with_if(BookField::Volumes, volumes.is_some())
        .with_if(BookField::Issue, issue.is_some())
        .with_if(BookField::Number, number.is_some())
        .with_if(BookField::Edition, edition.is_some())
        .with_if(BookField::Place, place.is_some())
        .with_if(BookField::Publisher, publisher.is_some())
        .with_if(BookField::Date, date.as_ref().is_some_and(Date::is_printable))
        .with_if(BookField::Original, original.as_ref().is_some_and(|it| it.title.is_none() && it.says_imprint()))
        .with_if(BookField::OriginalTitle, original.as_ref().is_some_and(|it| it.title.is_some()))
        .with_if(BookField::OriginalPlace, original.as_ref().is_some_and(|it| it.place.is_some()))
        .with_if(BookField::Pages, pages.is_some())
        .with_if(BookField::Isbn, isbn.is_some())
        .with_if(BookField::Doi, doi.is_some())
        .with_if(BookField::Url, url.is_some())
}

/// The printed edition, if it has anything to print (A21: then the holdings are not printed).
pub(crate) fn source(document: &Document) -> Option<&Publication> {
    document.source().filter(|book| says_more_than_its_writer(document, book))
}

/// The book that the translation was taken from.
pub(crate) fn translation_source(document: &Document) -> Option<&Publication> {
    let book = document.translation().and_then(|translation| translation.source.as_ref());
    book.filter(|book| says_more_than_its_writer(document, book))
}

/// Whether the writer of the document also wrote the book: then the name is not repeated.
pub(crate) fn is_by_the_same(document: &Document, book: &Publication) -> bool {
    book.authors.as_slice() == document.creators()
}

fn says_more_than_its_writer(document: &Document, book: &Publication) -> bool {
    // A shortcut: most books have a title.
    book.title.is_some()
        || PrintedBook::of(book).without(BookField::Authors).is_printable()
        || !book.authors.is_empty() && !is_by_the_same(document, book)
}

/// A container without a publisher is a journal (A9).
pub(crate) fn is_journal(book: &Publication) -> bool {
    book.container.is_some() && book.publisher.is_none() && book.place.is_none()
}
