//! Where every field of hayagriva goes.

use super::rules;
use crate::input::table::{How, Row, row};
use crate::input::zotero::rules::{self as shared, Known};

const TITLE: How<Known> =
    How::By("for an archival document as Zotero's; from our own export with its translation (guess)", rules::title);
const SHORT: How<Known> = How::Text("Short title");
const SET: How<Known> = How::Not("how it is printed");

#[rustfmt::skip]
pub(super) const TABLE: &[Row<Known>] = &[
    row("type", "kind", How::By("from a table; a book in an archive without an ISBN is a document (guess)", rules::kind)),
    row("language", "languages", How::By("as language tags, from names or codes; otherwise in the note", shared::language)),
    row("author*", "creators", How::By("each in its parts; an institution by its words (guess)", rules::person)),
    row("title", "title", TITLE),
    row("title.value", "title", TITLE),
    row("title.value.value", "title", TITLE),
    row("title.short", "title.short", SHORT),
    row("title.short.value", "title.short", SHORT),
    row("title.translation", "title.translated", How::Text("Translated title")),
    row("title.translation.value", "title.translated", How::Text("Translated title")),
    row("title.*", "", SET),
    row("date", "date", How::By("EDTF; for literature in the source", rules::date)),
    row("x-date", "date", How::By("words (guess); for literature in the source", rules::date)),
    row("parent*", "source", How::By("the book, journal, series or site in its keys; a second one in the note", rules::parents)),
    row("editor*", "source.editors", How::By("for literature; otherwise a contribution", rules::person)),
    // Location.
    row("url", "surrogates[0].url", How::By("the address; for literature in the source", shared::address)),
    row("url.value", "surrogates[0].url", How::By("the address; for literature in the source", shared::address)),
    row("serial-number.doi", "surrogates[0].doi", How::By("the DOI; for literature in the source", shared::doi)),
    row("url.date", "surrogates[0].accessed", How::By("the day", shared::accessed)),
    row("archive", "holdings[0].repository", How::By("the name; a place after it, a collection and a web archive in their own keys (guess); for literature the database (guess)", shared::archive)),
    row("archive-location", "holdings[0].path", How::By("levels if the whole text parses, otherwise the reference; for literature its number in the database", rules::location)),
    row("location", "place", How::By("for literature the place of the publisher", rules::place)),
    row("note", "note", How::By("unchanged; the labelled sentences of our own export in their keys (guess)", rules::note)),
    row("call-number", "holdings[0].reference", How::By("if no other field contains it", rules::call_number)),
    row("affiliated*", "contributions", How::By("by the role; for literature in the source; otherwise in the note", rules::affiliated)),
    row("genre", "kind, genre", How::By("the kind if the word is known, otherwise the genre; \"letter to A\" has the recipient (guess)", rules::genre)),
    // Publication.
    row("publisher", "source.publisher", How::By("for literature, without the place before it (guess); for an article in a journal, and for a newspaper with its day, in the note", shared::publisher)),
    row("publisher.name", "source.publisher", How::By("for literature, without the place before it (guess); for an article in a journal, and for a newspaper with its day, in the note", shared::publisher)),
    row("publisher.location", "source.place", How::By("for literature, except an article in a journal; otherwise in the note", rules::place_of_publisher)),
    row("organization", "source.publisher", How::By("the creator of a report without one (guess); for literature the publisher; otherwise in the note", shared::institution)),
    row("volume", "source.volume", How::By("for literature; for a newspaper with its day, in the note", shared::volume)),
    row("volume-total", "source.volumes", How::Of("literature", Known::is_literature, "Number of volumes")),
    row("issue", "source.issue", How::By("for literature; for a newspaper with its day, in the note", shared::issue)),
    row("edition", "source.edition", How::By("for literature; a number becomes \"2nd ed.\"", shared::edition)),
    row("page-range", "source.pages", How::By("for literature; otherwise the leaves", shared::leaves)),
    row("page-total", "extent", How::By("with \"pages\" after the number", shared::pages)),
    row("serial-number.isbn", "source.isbn", How::Of("literature", Known::is_literature, "ISBN")),
    row("serial-number.serial", "number", How::By("unchanged, unless the note contains it", shared::number)),
    row("serial-number", "number", How::Text("Number")),
    row("serial-number.*", "", How::By("in the note, with its name", rules::named)),
    row("abstract", "summary", How::Text("Abstract")),
    row("runtime", "extent", How::Text("Running time")),
    row("time-range", "", How::Note("Time range")),
    row("chapter", "", How::Note("Chapter")),
    row("keywords*", "subjects", How::By("each", shared::subject)),
    row("tags*", "subjects", How::By("each", shared::subject)),
    row("abstract.*", "", SET),
    row("x-*", "", How::By("in the note, with its name", rules::named)),
];
