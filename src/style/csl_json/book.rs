//! The printed edition, if it is cited.

use super::dates;
use super::variables::{push, push_names};
use crate::citation::Record;
use crate::document::Publication;
use crate::prose::books::is_journal;
use crate::style::record::omissions::{OfLiterature, OfOriginal};
use crate::style::record::{Facts, with_translation};

/// The document is contained in the book, which may be a volume of a larger work. If an article prints the document,
/// the journal is the container, and the article's own title is in the note.
pub(super) fn push_book(item: &mut Record, book: &Publication) {
    let container = book.container.as_ref().or(book.title.as_ref());
    push(item, "container-title", container.map(with_translation));
    let volume = book.title.as_ref().filter(|_| book.container.is_some() && !is_journal(book));
    push(item, "volume-title", volume.map(with_translation));
    push(item, "collection-title", book.series.as_ref().map(with_translation));
    for (variable, names) in
        [("container-author", &book.authors), ("editor", &book.editors), ("compiler", &book.compilers)]
    {
        push_names(item, variable, names.iter());
    }
    if item.get("translator").is_none() {
        push_names(item, "translator", book.translators.iter());
    }
    for (variable, words) in [
        ("edition", &book.edition),
        ("volume", &book.volume),
        ("number-of-volumes", &book.volumes),
        ("issue", &book.issue),
        ("publisher", &book.publisher),
        ("publisher-place", &book.place),
        ("page", &book.pages),
        ("ISBN", &book.isbn),
    ] {
        push(item, variable, words.as_deref());
    }
}

/// The first publication of a reprint, and the work that a review reviews. Returns what the item contains of them.
pub(super) fn push_literature<'d>(item: &mut Record, facts: &Facts<'d>) -> OfLiterature<'d> {
    if let Some(reviewed) = facts.document.reviewed() {
        push(item, "reviewed-title", Some(with_translation(&reviewed.title)));
        push_names(item, "reviewed-author", reviewed.by.iter());
    }
    let mut known = OfOriginal { title: false, place: true, publisher: true, date: false };
    if let Some(original) = facts.cited_original() {
        // The title in its own script uses the same variable.
        if item.get("original-title").is_none() {
            push(item, "original-title", original.title.as_ref().map(with_translation));
            known.title = true;
        }
        push(item, "original-publisher", original.publisher.as_deref());
        push(item, "original-publisher-place", original.place.as_deref());
        push(item, "original-date", original.date.as_ref().and_then(dates::variable));
        known.date = original.date.as_ref().is_some_and(dates::says_all);
    } else {
        known = OfOriginal::default();
    }
    OfLiterature { book: facts.book, volumes: true, original: known, reviewed: true }
}
