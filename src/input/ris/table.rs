//! Where every tag of RIS goes.

use super::rules::{self, Item};
use super::{names, place, published};
use crate::input::table::{How, Row, row};
use crate::input::zotero::rules as shared;

const FILE: How<Item> = How::Not("an attached file");

/// The rows are applied in this order. A tag without a row is reported as not carried.
#[rustfmt::skip]
pub(super) const TABLE: &[Row<Item>] = &[
    row("TY", "kind", How::By("from a table of types; a book with a shelf mark and without an ISBN is a document (guess)", rules::kind)),
    row("ID", "id", How::By("its letters and digits", shared::id)),
    row("LA", "languages", How::By("as language tags, from names or codes; otherwise in the note", shared::language)),
    row("M3", "kind, genre", How::By("the kind if the word is known, otherwise the genre; for a picture the medium; for an article possibly its DOI", rules::genre)),
    row("AU", "creators", How::By("each; a name that ends with a comma is one piece", names::author)),
    row("A1", "creators", How::By("as AU", names::author)),
    row("A2", "recipients", How::By("for a letter; for a chapter or an article the editors of the source; otherwise in the note", names::second)),
    row("ED", "source.editors", How::By("for literature; otherwise a contribution", names::editor)),
    row("A3", "source.editors", How::By("for a book; for a thesis the advisor, in the note", names::third)),
    row("TI", "title", How::By("without a cataloguer's brackets; supplied if it describes the document (guess), with sender and recipient (guess); not carried if it repeats the other tags", rules::title)),
    row("T1", "title", How::By("as TI", rules::title)),
    row("CT", "title", How::By("as TI", rules::title)),
    row("BT", "source.title", How::By("the title of the book; for a book as TI", rules::book_title)),
    row("ST", "title.short", How::By("if there is a title; otherwise in the note", rules::short_title)),
    row("TT", "title.translated", How::By("if there is a title; otherwise in the note", rules::translated_title)),
    row("DA", "date", How::By("year/month/day, EDTF or words; the year from PY if it has none; for literature in the source", rules::date)),
    row("Y1", "date", How::By("as DA", rules::date)),
    row("PY", "date", How::By("as DA, if there is none", rules::year)),
    // Location.
    row("DB", "holdings[0].repository", How::By("the name; a place after it, a collection and a web archive in their own keys (guess); for a thesis the database, for other literature in the note", place::archive)),
    row("M2", "note", How::By("lines with known names go to their keys (guess), the rest to the note", rules::extra)),
    row("PB", "source.publisher", How::By("for literature, without the place before it (guess); for an article in a journal in the note; for a document in an archive the name of the archive (guess); for a report without creators the creator (guess)", place::publisher)),
    row("CY", "source.place", How::By("for literature, except an article in a journal; otherwise the place of the archive (guess)", place::place)),
    row("T2", "holdings[0].path", How::By("for a manuscript its collection, for other documents possibly (guess); for a chapter the book, for an article the journal, for a book the series", place::second_title)),
    row("JO", "source.container", How::By("for literature; the short title if there is a title already", published::journal)),
    row("JF", "source.container", How::By("as JO", published::journal)),
    row("T3", "source.series", How::By("for a chapter or an article; for a book the set; otherwise in the note", published::third_title)),
    row("JA", "source.container.short", How::By("the short title of the journal; its title if no other is given", published::short_journal)),
    row("J1", "source.container.short", How::By("as JA", published::short_journal)),
    row("J2", "source.container.short", How::By("as JA", published::short_journal)),
    row("AV", "holdings[0].path", How::By("levels if the whole text parses, otherwise the reference; a whole citation in its parts (guess)", place::location)),
    row("AN", "holdings[0].path", How::By("as AV; for literature in the note", place::accession)),
    row("VL", "source.volume", How::By("for literature; otherwise levels if the whole text parses, or in the note", place::volume)),
    // Other notes.
    row("N1", "note", How::By("labelled sentences go to their keys (guess), the rest to the note", rules::note)),
    row("A4", "contributions", How::By("translated, unless the note contains it; for literature in the source", names::translator)),
    row("CN", "holdings[0].reference", How::By("as AV, unless it is a number in another key; for literature in the note", place::call_number)),
    row("UR", "surrogates[0].url", How::By("the address; for literature, and for a letter in a book (guess), in the source", place::address)),
    row("L2", "surrogates[0].url", How::By("an address as UR; otherwise a file", place::link)),
    row("LK", "surrogates[0].url", How::By("as L2", place::link)),
    row("DO", "surrogates[0].doi", How::By("the DOI; for literature in the source", shared::doi)),
    row("DI", "surrogates[0].doi", How::By("as DO", shared::doi)),
    row("DP", "surrogates[0].archive", How::By("if there is an address; with a web archive its host (guess); otherwise in the note", place::provider)),
    row("Y2", "surrogates[0].accessed", How::By("the day, if there is an address", place::accessed)),
    // The kind of document.
    row("AB", "summary", How::Text("Abstract")),
    row("N2", "summary", How::Text("Abstract")),
    row("CR", "rights", How::Text("Rights")),
    row("KW", "subjects", How::By("one for each, separated by semicolons or lines", rules::keywords)),
    row("NV", "source.volumes", How::By("for literature; for a manuscript its number, as AV", published::volumes)),
    row("M1", "source.issue", How::By("for an article, if it is short; otherwise the number of a report, or in the note", published::number)),
    row("IS", "source.issue", How::By("for an article; for a chapter the number of volumes; otherwise in the note", published::issue)),
    row("ET", "source.edition", How::By("for literature; a day, as that of an electronic edition, in the note", published::edition)),
    row("SP", "source.pages", How::By("for literature, with EP; the number of pages is the extent; otherwise the leaves", published::pages)),
    row("EP", "source.pages", How::By("with SP", published::pages)),
    row("SN", "source.isbn", How::By("for a book; for a report its number; for a journal in the note", published::serial)),
    row("C1", "", How::By("in the note, with a label for the type", published::custom)),
    row("C2", "source.authors", How::By("for a chapter the author of the book; otherwise in the note", published::custom)),
    row("C3", "extent", How::By("for a picture its size; for a paper the proceedings; otherwise in the note", published::custom)),
    row("C4", "", How::Note("Custom 4")), row("C5", "medium", How::By("for a recording; otherwise in the note", published::custom)),
    row("C6", "", How::Note("Custom 6")), row("C7", "", How::Note("Custom 7")), row("C8", "", How::Note("Custom 8")),
    row("OP", "", How::Note("Original publication")), row("RI", "", How::Note("Reviewed")), row("RP", "", How::Note("Reprint")),
    row("SE", "", How::Note("Section")), row("SV", "", How::Note("Number in the series")), row("TA", "", How::Note("Translated author")),
    row("AD", "", How::Note("Address")), row("CA", "", How::Note("Caption")), row("RN", "note", How::By("as N1", rules::note)),
    row("H1", "", How::Note("Library")), row("H2", "", How::Note("Call number")), row("LB", "", How::Note("Label")),
    row("U1", "", How::Note("User 1")), row("U2", "", How::Note("User 2")), row("U3", "", How::Note("User 3")),
    row("U4", "", How::Note("User 4")), row("U5", "", How::Note("User 5")),
    row("L1", "", FILE), row("L3", "", FILE), row("L4", "", FILE),
];
