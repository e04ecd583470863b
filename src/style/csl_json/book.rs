//! The printed edition, where it is what is cited.

use super::variables::{push, push_names};
use crate::citation::Record;
use crate::document::Publication;
use crate::prose::books::is_journal;
use crate::style::record::with_translation;

/// The document stands in the book, which may be a volume of a larger work. Of an article that prints it the journal is the
/// container, and the article's own title stands in the note.
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
        ("issue", &book.issue),
        ("publisher", &book.publisher),
        ("publisher-place", &book.place),
        ("page", &book.pages),
        ("ISBN", &book.isbn),
    ] {
        push(item, variable, words.as_deref());
    }
}
