//! Where every variable of CSL 1.0.2 goes.

use super::rules;
use crate::input::ledger::OF_THE_PROGRAM;
use crate::input::table::{How, Row};
use crate::input::zotero::rules::{self as shared, Known};

const fn row(field: &'static str, key: &'static str, how: How<Known>) -> Row<Known> {
    Row { field, key, how }
}

const fn of_literature(label: &'static str) -> How<Known> {
    How::Of("literature", Known::is_literature, label)
}

const NAMES: How<Known> = How::By("each in its parts; an institution that was split is joined (guess)", rules::name);
const CITED: How<Known> = How::Not("of the citation, not of the item");

/// Where every variable goes.
#[rustfmt::skip]
pub(super) const TABLE: &[Row<Known>] = &[
    row("citation-key", "id", How::By("its letters and digits", rules::id)),
    row("id", "id", How::By("where there is no citation key: the last part of an address, or its letters and digits", rules::id)),
    row("language", "languages", How::By("the tags of the languages, by name or code; else in the note", shared::language)),
    row("type", "kind", How::By("by a table; a book in an archive without an ISBN is a document (guess)", rules::kind)),
    row("genre", "kind, genre", How::By("a known word is the kind, any other the genre", shared::genre)),
    row("author[].*", "creators", NAMES),
    row("composer[].*", "creators", NAMES),
    row("director[].*", "creators", NAMES),
    row("recipient[].*", "recipients", NAMES),
    row("interviewer[].*", "interviewers", NAMES),
    row("translator[].*", "contributions", How::By("translated; of literature the source's", rules::name)),
    row("editor[].*", "contributions", How::By("edited; of literature the source's", rules::name)),
    row("compiler[].*", "contributions", How::By("compiled; of literature the source's", rules::name)),
    row("container-author[].*", "source.authors", How::By("of literature; else in the note", rules::name)),
    row("contributor[].*", "creators", How::By("where no author is named (guess); else in the note", rules::name)),
    row("title", "title", How::By("without the brackets of a cataloguer; supplied where it describes the document (guess), with sender and recipient (guess); of our own export with its translation (guess)", rules::title)),
    row("title-short", "title.short", How::Text("Short title")),
    row("shortTitle", "title.short", How::Text("Short title")),
    row("original-title", "title.original", How::By("of literature the source's original, but for letters of another script", shared::original_title)),
    row("issued", "date", How::By("EDTF; of literature the source's", shared::date)),
    row("issued.*", "date", How::By("EDTF, with circa and season; words by the language (guess); of literature the source's", rules::date)),
    row("event-date.*", "date", How::By("as issued, of literature the document's own", rules::date)),
    row("archive", "holdings[0].repository", How::By("the name; the place behind it, a collection or a web archive in their own keys (guess); of literature the database (guess)", shared::archive)),
    row("archive-place", "holdings[0].repository.place", How::By("where there is a repository; else in the note", rules::archive_place)),
    row("archive_collection", "holdings[0].path", How::By("the first level, a collection", rules::collection)),
    row("archive-collection", "holdings[0].path", How::By("the first level, a collection", rules::collection)),
    row("collection-title", "holdings[0].path", How::By("a collection, of what is in an archive (guess); of literature the source's series", shared::series)),
    row("note", "note", How::By("lines with known names in their keys (guess), the rest in the note", shared::extra)),
    row("archive_location", "holdings[0].path", How::By("levels where all of it parses, else the reference; a whole citation in its parts or in cited-whole (guess); of literature its number in the database", shared::location)),
    row("archive-location", "holdings[0].path", How::By("as archive_location", shared::location)),
    row("call-number", "holdings[0].reference", How::By("as archive_location; of literature in the note", shared::call_number)),
    row("URL", "surrogates[0].url", How::By("the address; of literature the source's", shared::address)),
    row("DOI", "surrogates[0].doi", How::By("the DOI; of literature the source's", shared::doi)),
    row("accessed.*", "surrogates[0].accessed", How::By("the day", rules::accessed)),
    row("source", "surrogates[0].archive", How::By("where there is an address; beside a web archive who runs it (guess); else in the note", shared::catalog)),
    row("abstract", "summary", How::Text("Abstract")),
    row("license", "rights", How::Text("Rights")),
    row("keyword", "subjects", How::By("each, between commas or semicolons", rules::keywords)),
    row("dimensions", "extent", How::Text("Dimensions")),
    row("number-of-pages", "extent", How::By("with \"pages\" behind the number", shared::pages)),
    row("medium", "medium", How::Text("Medium")),
    row("scale", "", How::Note("Scale")),
    row("number", "number", How::By("as it is, where the note does not say it", shared::number)),
    row("event-place", "place", How::Text("Place")),
    row("publisher-place", "place", How::By("of literature the publisher's; else where it was written (guess)", rules::place)),
    row("publisher", "source.publisher", How::By("of literature; of a newspaper or magazine with its day in the note", shared::publisher)),
    row("container-title", "source.container", How::By("of literature; of a chapter the book", rules::container)),
    row("container-title-short", "source.container.short", How::By("the short title of the journal", shared::journal)),
    row("journalAbbreviation", "source.container.short", How::By("the short title of the journal", shared::journal)),
    row("volume", "source.volume", How::By("of literature; of a newspaper or magazine with its day in the note", shared::volume)),
    row("issue", "source.issue", How::By("of literature; of a newspaper or magazine with its day in the note", shared::issue)),
    row("edition", "source.edition", How::By("of literature, a number as \"2nd ed.\"", shared::edition)),
    row("page", "source.pages", How::By("of literature; else the leaves", shared::leaves)),
    row("ISBN", "source.isbn", of_literature("ISBN")),
    row("ISSN", "", How::Note("ISSN")),
    row("PMID", "", How::Note("PMID")),
    row("PMCID", "", How::Note("PMCID")),
    row("annote", "", How::Note("Annotation")),
    row("authority", "", How::Note("Authority")),
    row("collection-number", "source.series", How::By("of literature behind the title of the series; else in the note", shared::series_number)),
    row("division", "", How::Note("Division")),
    row("event", "", How::Note("Event")),
    row("event-title", "", How::Note("Event")),
    row("jurisdiction", "", How::Note("Jurisdiction")),
    row("number-of-volumes", "source.volumes", of_literature("Number of volumes")),
    row("original-publisher", "source.original.publisher", How::By("of literature; else in the note", shared::original_publisher)),
    row("original-publisher-place", "source.original.place", How::By("of literature; else in the note", shared::original_place)),
    row("part-number", "", How::Note("Part")),
    row("part-title", "", How::Note("Part title")),
    row("printing-number", "", How::Note("Printing")),
    row("references", "", How::Note("References")),
    row("reviewed-title", "reviewed.title", How::By("of literature; else in the note", shared::reviewed_title)),
    row("reviewed-genre", "", How::Note("Reviewed, what it is")),
    row("section", "", How::Note("Section")),
    row("status", "", How::Note("Status")),
    row("supplement-number", "", How::Note("Supplement")),
    row("version", "", How::Note("Version")),
    row("volume-title", "", How::Note("Volume title")),
    row("original-date.*", "source.original.date", How::By("of literature; else in the note", rules::original_date)),
    row("submitted.*", "", How::By("in the note", rules::other_date)),
    row("available-date.*", "", How::By("in the note", rules::other_date)),
    row("page-first", "", How::Not("the first of the pages")),
    row("citation-label", "", CITED),
    row("citation-number", "", CITED),
    row("first-reference-note-number", "", CITED),
    row("locator", "", CITED),
    row("year-suffix", "", CITED),
    row("categories[]", "", How::Not("the folders of the program")),
    row("custom.*", "", How::Not(OF_THE_PROGRAM)),
    // Whoever else had a part in it.
    row("chair[].*", "", NAMES), row("collection-editor[].*", "", NAMES), row("curator[].*", "", NAMES),
    row("editorial-director[].*", "", NAMES), row("editor-translator[].*", "", NAMES), row("executive-producer[].*", "", NAMES),
    row("guest[].*", "", NAMES), row("host[].*", "", NAMES), row("illustrator[].*", "", NAMES), row("narrator[].*", "", NAMES),
    row("organizer[].*", "", NAMES), row("original-author[].*", "", NAMES), row("performer[].*", "creators", NAMES),
    row("producer[].*", "", NAMES), row("reviewed-author[].*", "reviewed.by", NAMES), row("script-writer[].*", "", NAMES),
    row("series-creator[].*", "", NAMES),
];
