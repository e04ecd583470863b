//! Where every tag of RIS goes.

use super::rules::{self, Item};
use super::{names, place, published};
use crate::input::table::{How, Row, row};
use crate::input::zotero::rules as shared;

const fn of_literature(label: &'static str) -> How<Item> {
    How::Of("literature", Item::is_literature, label)
}

const FILE: How<Item> = How::Not("a file that is attached");

/// The rows are applied in this order. A tag without a row is reported as not carried.
#[rustfmt::skip]
pub(super) const TABLE: &[Row<Item>] = &[
    row("TY", "kind", How::By("by a table of types; a book with a shelf mark and without an ISBN is a document (guess)", rules::kind)),
    row("ID", "id", How::By("its letters and digits", shared::id)),
    row("LA", "languages", How::By("the tags of the languages, by name or code; else in the note", shared::language)),
    row("M3", "kind, genre", How::By("a known word is the kind, any other the genre; of a picture the medium; of an article perhaps its DOI", rules::genre)),
    row("AU", "creators", How::By("each; one that ends with a comma is whole", names::author)),
    row("A1", "creators", How::By("as AU", names::author)),
    row("A2", "recipients", How::By("of a letter; of a chapter or an article the source's editors; else in the note", names::second)),
    row("ED", "source.editors", How::By("of literature; else a contribution", names::editor)),
    row("A3", "source.editors", How::By("of a book; of a thesis the advisor, in the note", names::third)),
    row("TI", "title", How::By("without the brackets of a cataloguer; supplied where it describes the document (guess), with sender and recipient (guess); not where it is made of the other tags", rules::title)),
    row("T1", "title", How::By("as TI", rules::title)),
    row("CT", "title", How::By("as TI", rules::title)),
    row("BT", "source.title", How::By("the title of the book; of a book as TI", rules::book_title)),
    row("ST", "title.short", How::By("where there is a title; else in the note", rules::short_title)),
    row("TT", "title.translated", How::By("where there is a title; else in the note", rules::translated_title)),
    row("DA", "date", How::By("year/month/day, EDTF or words; the year from PY where it has none; of literature the source's", rules::date)),
    row("Y1", "date", How::By("as DA", rules::date)),
    row("PY", "date", How::By("as DA, where there is none", rules::year)),
    // Location.
    row("DB", "holdings[0].repository", How::By("the name; the place behind it, a collection or a web archive in their own keys (guess); of a thesis the database, of other literature in the note", place::archive)),
    row("M2", "note", How::By("lines with known names in their keys (guess), the rest in the note", rules::extra)),
    row("PB", "source.publisher", How::By("of literature; of what is in an archive its name (guess), of a report that names nobody the creator (guess)", place::publisher)),
    row("CY", "source.place", How::By("of literature; else the place of the archive (guess)", place::place)),
    row("T2", "holdings[0].path", How::By("of a manuscript its collection, of other documents perhaps (guess); of a chapter the book, of an article the journal, of a book the series", place::second_title)),
    row("JO", "source.container", How::By("of literature; the short title where there is one already", published::journal)),
    row("JF", "source.container", How::By("as JO", published::journal)),
    row("T3", "source.series", How::By("of a chapter or an article; of a book the set; else in the note", published::third_title)),
    row("JA", "source.container.short", How::By("the short title of the journal; its title where no other is given", published::short_journal)),
    row("J1", "source.container.short", How::By("as JA", published::short_journal)),
    row("J2", "source.container.short", How::By("as JA", published::short_journal)),
    row("AV", "holdings[0].path", How::By("levels where all of it parses, else the reference; a whole citation in its parts (guess)", place::location)),
    row("AN", "holdings[0].path", How::By("as AV; of literature in the note", place::accession)),
    row("VL", "source.volume", How::By("of literature; else levels where all of it parses, or in the note", place::volume)),
    // Other notes.
    row("N1", "note", How::By("labelled sentences in their keys (guess), the rest in the note", rules::note)),
    row("A4", "contributions", How::By("translated, where the note does not say it; of literature the source's", names::translator)),
    row("CN", "holdings[0].reference", How::By("as AV, where it is no number that another key has; of literature in the note", place::call_number)),
    row("UR", "surrogates[0].url", How::By("the address; of literature, and of a letter in a book (guess), the source's", place::address)),
    row("L2", "surrogates[0].url", How::By("an address as UR; else a file", place::link)),
    row("LK", "surrogates[0].url", How::By("as L2", place::link)),
    row("DO", "surrogates[0].doi", How::By("the DOI; of literature the source's", shared::doi)),
    row("DI", "surrogates[0].doi", How::By("as DO", shared::doi)),
    row("DP", "surrogates[0].archive", How::By("where there is an address; beside a web archive who runs it (guess); else in the note", place::provider)),
    row("Y2", "surrogates[0].accessed", How::By("the day, where there is an address", place::accessed)),
    // The kind of document.
    row("AB", "summary", How::Text("Abstract")),
    row("N2", "summary", How::Text("Abstract")),
    row("CR", "rights", How::Text("Rights")),
    row("KW", "subjects", How::By("each, between semicolons or on lines of their own", rules::keywords)),
    row("NV", "source.volumes", How::By("of literature; of a manuscript its number, as AV", published::volumes)),
    row("M1", "source.issue", How::By("of an article; else the number of a report, or in the note", published::number)),
    row("IS", "source.issue", How::By("of an article; of a chapter the number of volumes; else in the note", published::issue)),
    row("ET", "source.edition", of_literature("Edition")),
    row("SP", "source.pages", How::By("of literature, with EP; the number of pages is the extent; else the leaves", published::pages)),
    row("EP", "source.pages", How::By("with SP", published::pages)),
    row("SN", "source.isbn", How::By("of a book; of a report its number; of a journal in the note", published::serial)),
    row("C1", "", How::By("in the note, by the type", published::custom)),
    row("C2", "source.authors", How::By("of a chapter the author of the book; else in the note", published::custom)),
    row("C3", "extent", How::By("of a picture its size; of a paper the proceedings; else in the note", published::custom)),
    row("C4", "", How::Note("Custom 4")), row("C5", "medium", How::By("of a recording; else in the note", published::custom)),
    row("C6", "", How::Note("Custom 6")), row("C7", "", How::Note("Custom 7")), row("C8", "", How::Note("Custom 8")),
    row("OP", "", How::Note("Original publication")), row("RI", "", How::Note("Reviewed")), row("RP", "", How::Note("Reprint")),
    row("SE", "", How::Note("Section")), row("SV", "", How::Note("Number in the series")), row("TA", "", How::Note("Translated author")),
    row("AD", "", How::Note("Address")), row("CA", "", How::Note("Caption")), row("RN", "note", How::By("as N1", rules::note)),
    row("H1", "", How::Note("Library")), row("H2", "", How::Note("Call number")), row("LB", "", How::Note("Label")),
    row("U1", "", How::Note("User 1")), row("U2", "", How::Note("User 2")), row("U3", "", How::Note("User 3")),
    row("U4", "", How::Note("User 4")), row("U5", "", How::Note("User 5")),
    row("L1", "", FILE), row("L3", "", FILE), row("L4", "", FILE),
];
