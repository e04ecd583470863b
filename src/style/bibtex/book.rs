//! The printed book that is the only known source of a document: what its fields contain, and what is written in words.

use super::archive::Dialect;
use super::names::push_names;
use super::titles::{Printed, TitleSheet, push_short_description, push_short_title, push_title};
use super::{dates, editions, isbn, push_date};
use crate::document::{Date, Name, Publication, Title};
use crate::prose::books::{BookField, is_journal};
use crate::prose::sentence::{Punctuation, Sentence};
use crate::style::record::described::{Description, Ends};
use crate::style::record::sheet::Sheet;
use crate::style::record::{Facts, books, people, when};

/// Whether there is a field for the larger work that contains the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LargerWork {
    HasField,
    HasNone,
}

/// The larger work that contains the book. A journal is not a larger work.
fn larger_work(book: &Publication) -> Option<&Title> {
    book.container.as_ref().filter(|_| book.title.is_some() && !is_journal(book))
}

/// The volume, if it is a number and belongs to the book itself: biber accepts only numbers.
pub(super) fn volume(book: &Publication, larger: LargerWork) -> Option<&str> {
    let is_its_own = larger_work(book).is_none() || larger == LargerWork::HasField;
    book.volume.as_deref().filter(|volume| is_its_own && volume.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The number of volumes. biber accepts only a number.
pub(super) fn volumes(book: &Publication) -> Option<&str> {
    book.volumes.as_deref().filter(|volumes| volumes.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The pages, if they are a range with two ends. biber warns about other values.
pub(super) fn pages(book: &Publication) -> Option<&str> {
    let dash = ['-', '–', '—'];
    book.pages.as_deref().filter(|pages| !pages.starts_with(dash) && !pages.ends_with(dash))
}

/// The series, unless its title is used as the title of the book.
pub(super) fn series(book: &Publication) -> Option<&Title> {
    book.series.as_ref().filter(|_| book.title.is_some() || book.container.is_some())
}

/// The editors of a book or whoever takes their place, and whether they are compilers.
pub(super) fn editors(book: &Publication) -> Option<(&[Name], bool)> {
    let is_compiled = book.editors.is_empty();
    let names = if is_compiled { &book.compilers } else { &book.editors };
    (!names.is_empty()).then_some((names, is_compiled))
}

/// The ISBN, if it is valid.
pub(super) fn isbn(book: &Publication) -> Option<&str> {
    book.isbn.as_deref().filter(|isbn| isbn::is_valid(isbn))
}

/// The title of a document in a book: its own title, or a description with place and date, which have no fields.
pub(super) fn push_title_in_book(sheet: &mut impl Sheet, facts: &Facts<'_>, description: &Description<'_>) {
    match facts.document.title() {
        Some(title) => {
            let is_quoted = description.has_formal_title();
            push_title(sheet, "title", title, if is_quoted { Printed::InQuotationMarks } else { Printed::Otherwise });
            push_short_title(sheet, title);
        }
        None if description.is_printable() => {
            sheet.push_words("title", |s| description.push_ending(s.capitalize_next(), Ends::PlaceAndDate));
            push_short_description(sheet, description);
        }
        None => {}
    }
}

/// Writes the document in a book for BibLaTeX.
pub(super) fn push(
    sheet: &mut impl TitleSheet,
    facts: &Facts<'_>,
    book: &Publication,
    description: &Description<'_>,
    date: Option<&Date>,
    dialect: Dialect,
) {
    let is_letter = dialect == Dialect::Chicago && !description.has_formal_title();
    if is_letter {
        push_letter_of_note(sheet, facts, description, date);
    } else {
        push_title_in_book(sheet, facts, description);
        if facts.document.title().is_some() {
            // After a title in its own sentence, the words that follow begin a new one.
            let raised = dialect == Dialect::Standard;
            sheet.push_words("titleaddon", |s| {
                let s = if raised { s.capitalize_next() } else { s };
                description.push_ending(s, Ends::PlaceAndDate);
            });
        }
    }
    push_fields(sheet, book, LargerWork::HasField);
    if book.authors != facts.document.creators() {
        push_names(sheet, "bookauthor", &book.authors);
    }
    push_date(sheet, "date", book.date.as_ref());
    // In biblatex-chicago the original date of a chapter is the date of a first edition.
    if is_letter || dialect == Dialect::Standard {
        push_date(sheet, "origdate", date);
        sheet.push("origlocation", facts.document.place());
    }
    sheet.push("pages", pages(book));
    sheet.push("isbn", isbn(book));
}

/// A published letter in biblatex-chicago. The title contains the writer, and notes omit the author.
fn push_letter_of_note(
    sheet: &mut impl TitleSheet,
    facts: &Facts<'_>,
    description: &Description<'_>,
    date: Option<&Date>,
) {
    let document = facts.document;
    match document.title() {
        Some(title) if description.is_correspondence() || description.names_its_writer() => {
            push_title(sheet, "title", title, Printed::Otherwise);
        }
        Some(title) => sheet.push_words("title", |s| {
            description.push_writers(s);
            s.element(Punctuation::Comma, "", |s| _ = s.roman(&title.text)).translated(title);
        }),
        None if description.is_correspondence() => {
            sheet.push_words("title", |s| description.push_correspondents(s));
            sheet.push_words("shorttitle", |s| description.push_recipients(s));
        }
        None => {
            sheet.push_words("title", |s| {
                description.push_writers(s);
                s.element(Punctuation::Comma, "", |s| description.push(s));
            });
            sheet.push_words("shorttitle", |s| description.push(s));
        }
    }
    if let Some(title) = document.title() {
        push_short_title(sheet, title);
    }
    sheet.push_words("titleaddon", |s| {
        if document.title().is_none() && description.is_correspondence() && !description.is_plain_letter() {
            description.push_kind(s);
        }
        // The part of the date that its field cannot contain.
        if date.is_none() || !Dialect::Chicago.prints_whole(date) {
            s.element(Punctuation::Comma, "", |s| _ = when::push_as_printed(s, document));
        }
    });
}

/// Writes the fields of a book that both dialects have.
pub(super) fn push_fields(sheet: &mut impl Sheet, book: &Publication, larger: LargerWork) {
    if let Some(title) = books::title(book) {
        push_title(sheet, "booktitle", title, Printed::Otherwise);
    }
    if let Some(title) = larger_work(book).filter(|_| larger == LargerWork::HasField) {
        push_title(sheet, "maintitle", title, Printed::Otherwise);
    }
    if let Some((editors, is_compiled)) = editors(book) {
        push_names(sheet, "editor", editors);
        sheet.push("editortype", (is_compiled && larger == LargerWork::HasField).then_some("compiler"));
    }
    sheet.push("volume", volume(book, larger));
    if larger == LargerWork::HasField {
        sheet.push("volumes", volumes(book));
    }
    if let Some(series) = series(book) {
        push_title(sheet, "series", series, Printed::Otherwise);
    }
    let edition = book.edition.as_deref();
    sheet.push("edition", edition.map(if larger == LargerWork::HasField { editions::number } else { editions::bare }));
    sheet.push(if larger == LargerWork::HasField { "location" } else { "address" }, book.place.as_deref());
    sheet.push("publisher", book.publisher.as_deref());
}

/// The fields of a book that the printed fields of an entry contain completely.
pub(super) fn printed_fields<'b>(
    book: &'b Publication,
    larger: LargerWork,
    translators_are_printed: bool,
) -> impl Iterator<Item = BookField> + use<'b> {
    let has_larger = larger_work(book).is_some();
    let is_named = |field| match field {
        BookField::Title => book.title.is_some() && (!is_journal(book)),
        BookField::Container => !has_larger || larger == LargerWork::HasField,
        _ => true,
    };
    let date_is_printed = book.date.as_ref().is_none_or(dates::says_all);
    [
        (BookField::Title, is_named(BookField::Title)),
        (BookField::Container, is_named(BookField::Container)),
        (BookField::Series, true),
        // For a chapter, classic BibTeX has a field only for the author.
        (BookField::Authors, larger == LargerWork::HasField),
        (BookField::Editors, true),
        (BookField::Compilers, book.editors.is_empty()),
        (BookField::Translators, translators_are_printed),
        (BookField::Volume, volume(book, larger).is_some()),
        (BookField::Edition, true),
        (BookField::Place, true),
        (BookField::Publisher, true),
        (BookField::Date, date_is_printed),
        (BookField::Pages, pages(book).is_some()),
        (BookField::Isbn, true),
        (BookField::Doi, true),
        (BookField::Url, true),
    ]
    .into_iter()
    .filter_map(|(field, is_printed)| is_printed.then_some(field))
}

/// The parts of the book that the fields of BibLaTeX do not contain: `Doc. 190`.
pub(super) fn push_unsaid(s: &mut Sentence<'_>, facts: &Facts<'_>, book: &Publication) {
    let translators_are_printed = people::translators(facts.document).next().is_none();
    push_unsaid_in(s, book, LargerWork::HasField, translators_are_printed);
}

pub(super) fn push_unsaid_in(s: &mut Sentence<'_>, book: &Publication, larger: LargerWork, translators: bool) {
    s.element(Punctuation::Period, "", |s| books::push_unsaid(s, book, printed_fields(book, larger, translators)));
}

/// Whether the book of the translation is not the book of the entry.
pub(super) fn has_other(facts: &Facts<'_>, book: &Publication) -> bool {
    facts.document.source().is_some_and(|source| std::ptr::eq(source, book))
}
