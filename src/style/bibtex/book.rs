//! The printed book that is all that tells where a document is: what of it has a field, and whether that says it whole.

use super::isbn;
use crate::document::{Name, Publication, Title};
use crate::prose::books::is_journal;
use crate::style::record::Facts;
use crate::style::record::remarks::Remark;

/// Whether there is a field for the larger work that the book is a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LargerWork {
    HasField,
    HasNone,
}

/// The larger work that the book is a part of; a journal is none.
pub(super) fn larger_work(book: &Publication) -> Option<&Title> {
    book.container.as_ref().filter(|_| book.title.is_some() && !is_journal(book))
}

/// The volume, if it is a number, for biber takes no other, and that of the book, not of something else.
pub(super) fn volume(book: &Publication, larger: LargerWork) -> Option<&str> {
    let is_its_own = larger_work(book).is_none() || larger == LargerWork::HasField;
    book.volume.as_deref().filter(|volume| is_its_own && volume.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The pages, if they are a range with two ends: biber warns of one without.
pub(super) fn pages(book: &Publication) -> Option<&str> {
    let dash = ['-', '–', '—'];
    book.pages.as_deref().filter(|pages| !pages.starts_with(dash) && !pages.ends_with(dash))
}

/// The series, unless the book is called by it.
pub(super) fn series(book: &Publication) -> Option<&Title> {
    book.series.as_ref().filter(|_| book.title.is_some() || book.container.is_some())
}

/// Those who stand where a book's editors do, and whether they are its compilers.
pub(super) fn editors(book: &Publication) -> Option<(&[Name], bool)> {
    let is_compiled = book.editors.is_empty();
    let names = if is_compiled { &book.compilers } else { &book.editors };
    (!names.is_empty()).then_some((names, is_compiled))
}

/// Whether the fields that are printed say where the document stands in it; else a sentence is printed as well.
pub(super) fn is_told(book: &Publication, larger: LargerWork) -> bool {
    let larger_work = match larger {
        LargerWork::HasField => larger_work(book).is_some(),
        LargerWork::HasNone => false,
    };
    (book.title.is_none() || book.container.is_none() || larger_work)
        && (book.editors.is_empty() || book.compilers.is_empty())
        && book.general_editors.is_empty()
        && volume(book, larger).is_some() == book.volume.is_some()
        && pages(book).is_some() == book.pages.is_some()
        // Of a chapter classic BibTeX knows the author alone.
        && (larger == LargerWork::HasField || book.authors.is_empty() && book.translators.is_empty())
        && book.issue.is_none()
        && book.number.is_none()
}

/// The sentences on books that are printed, but of the one that its fields tell whole.
pub(super) fn sentences(
    facts: &Facts<'_>,
    book: Option<&Publication>,
    larger: LargerWork,
) -> impl Iterator<Item = Remark> + use<> {
    let told = book.filter(|book| is_told(book, larger));
    let is_told = |book: Option<&Publication>| told.is_some() && told == book;
    let translated = facts.document.translation().and_then(|translation| translation.source.as_ref());
    let source = (!is_told(facts.document.source())).then_some(Remark::Source);
    source.into_iter().chain((!is_told(translated)).then_some(Remark::Translation))
}

/// The ISBN, if it is one.
pub(super) fn isbn(book: &Publication) -> Option<&str> {
    book.isbn.as_deref().filter(|isbn| isbn::is_valid(isbn))
}
