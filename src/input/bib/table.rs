//! Where every field of BibTeX and BibLaTeX goes.

use super::rules::{self, Item};
use super::{names, place, published, titles};
use crate::input::table::{How, Row};
use crate::input::zotero::rules as shared;

const fn row(field: &'static str, key: &'static str, how: How<Item>) -> Row<Item> {
    Row { field, key, how }
}

const fn of_literature(label: &'static str) -> How<Item> {
    How::Of("literature", Item::is_literature, label)
}

const PROGRAM: How<Item> = How::Not("what a program notes for itself");
const STYLE: How<Item> = How::Not("how a style is to print or sort it");
const NAMES: How<Item> =
    How::By("each in its parts; one in braces is whole; of literature the source's, else a contribution", names::list);

/// The rows are followed in this order; fields that are not here are reported as not carried.
#[rustfmt::skip]
pub(super) const TABLE: &[Row<Item>] = &[
    row("key", "id", How::By("its letters and digits", |item, draft, at| shared::id(&mut item.known, draft, at))),
    row("*", "", How::By("a value whose commands cannot be read is in the note as far as it can be", rules::unread)),
    row("langid", "languages", How::By("the tags of the languages, by the names of babel; else in the note", rules::language)),
    row("language", "languages", How::By("as langid", rules::language)),
    row("hyphenation", "languages", How::By("as langid", rules::language)),
    row("type", "kind, genre", How::By("the type of the entry by a table; the field `type` is the genre, or the kind where it is a known word", rules::kind)),
    row("author", "creators", How::By("each in its parts; one in braces is whole", names::list)),
    row("recipient", "recipients", NAMES),
    row("interviewer", "interviewers", NAMES),
    row("director", "creators", NAMES),
    row("editor", "source.editors", NAMES),
    row("editora", "source.editors", NAMES),
    row("editorb", "source.editors", NAMES),
    row("editorc", "source.editors", NAMES),
    row("bookauthor", "source.authors", NAMES),
    row("annotator", "", NAMES), row("commentator", "", NAMES), row("foreword", "", NAMES), row("afterword", "", NAMES),
    row("introduction", "", NAMES), row("holder", "", NAMES), row("collaborator", "", NAMES),
    row("editortype", "", How::Not("the list of editors has its sense")),
    row("editoratype", "", How::Not("the list of editors has its sense")),
    row("editorbtype", "", How::Not("the list of editors has its sense")),
    row("editorctype", "", How::Not("the list of editors has its sense")),
    row("shortauthor", "creators", How::By("where an author in braces begins with it, the family name (guess)", titles::short_author)),
    row("title", "title", How::By("with the subtitle; supplied where it describes the document (guess), with sender and recipient (guess)", titles::title)),
    row("subtitle", "title", How::By("behind the title", titles::subtitle)),
    row("shorttitle", "title.short", How::By("where there is a title; else in the note", titles::short_title)),
    row("titleaddon", "genre", How::By("what it is, and to whom (guess); else in the note; of a page the site", titles::addition)),
    row("date", "date", How::By("EDTF; of literature the source's", published::date)),
    row("year", "date", How::By("with the month and the day; of literature the source's", published::year)),
    row("month", "date", How::By("with the year", published::rest_of_date)),
    row("day", "date", How::By("with the year", published::rest_of_date)),
    row("origdate", "source.original.date", How::By("of literature; of a document its own", published::original_date)),
    row("eventdate", "date", How::By("of a document; of literature in the note", published::event_date)),
    // Where it is.
    row("archive", "holdings[0].repository", How::By("the name; the place behind it, a collection or a web archive in their own keys (guess); of literature in the note", place::archive)),
    row("organization", "holdings[0].repository", How::By("of what is in an archive (guess); of literature the site or the publisher", place::organization)),
    row("library", "holdings[0].repository", How::By("the archive, and levels behind it where all of it parses; with `note`, which has them in another order (guess); of literature in the note", place::library)),
    row("institution", "source.publisher", How::By("of literature; of a manuscript the archive (guess); of a report the creator where none is named (guess)", place::institution)),
    row("school", "source.publisher", How::By("as institution", place::institution)),
    row("collection", "holdings[0].path", How::By("the first level, a collection; of literature in the note", place::collection)),
    row("archive_collection", "holdings[0].path", How::By("as collection", place::collection)),
    row("archivecollection", "holdings[0].path", How::By("as collection", place::collection)),
    row("box", "holdings[0].path", How::By("a box", place::unit)),
    row("folder", "holdings[0].path", How::By("a folder", place::unit)),
    row("archive_location", "holdings[0].path", How::By("levels where all of it parses, else the reference", place::location)),
    row("archivelocation", "holdings[0].path", How::By("as archive_location", place::location)),
    row("shelfmark", "holdings[0].path", How::By("as archive_location", place::location)),
    row("callnumber", "holdings[0].path", How::By("as archive_location", place::location)),
    row("number", "source.issue", How::By("of an article; of a book its number in the series, of a report its own; of a manuscript the shelf mark (guess)", place::number)),
    row("location", "source.place", How::By("of literature; of what is in an archive its place (guess)", place::place)),
    row("address", "source.place", How::By("as location", place::place)),
    // What the notes say besides.
    row("annote", "note", How::By("labelled sentences in their keys (guess), the rest in the note", place::note)),
    row("annotation", "note", How::By("as annote", place::note)),
    row("note", "holdings[0].path", How::By("of what is in an archive levels where all of it parses (guess); else as annote", place::place_or_note)),
    row("howpublished", "genre", How::By("what it is, and to whom (guess); an address; an archive with levels of which all parse (guess); else in the note", place::how_published)),
    row("addendum", "note", How::By("as annote, but for what that says", place::note)),
    row("translator", "contributions", How::By("translated, where the note does not say it; of literature the source's", names::list)),
    row("url", "surrogates[0].url", How::By("the address; of literature the source's", place::address)),
    row("doi", "surrogates[0].doi", How::By("the DOI; of literature the source's", |item, draft, at| shared::doi(&mut item.known, draft, at))),
    row("eprinttype", "surrogates[0].archive", How::By("of what is in an archive; else in the note", place::eprint_type)),
    row("archiveprefix", "surrogates[0].archive", How::By("as eprinttype", place::eprint_type)),
    row("eprint", "surrogates[0].id", How::By("beside the name of an archive; else in the note", place::eprint)),
    row("eprintclass", "", How::Note("Class of the eprint")), row("primaryclass", "", How::Note("Class of the eprint")),
    row("urldate", "surrogates[0].accessed", How::By("the day, where there is an address", place::accessed)),
    row("lastchecked", "surrogates[0].accessed", How::By("as urldate", place::accessed)),
    // Of literature.
    row("booktitle", "source.title", How::By("of literature, with its subtitle; else in the note", published::book_title)),
    row("booksubtitle", "source.title", How::By("behind the title of the book", published::book_subtitle)),
    row("maintitle", "source.container", of_literature("Published in")),
    row("journal", "source.container", How::By("of literature; else in the note", published::journal)),
    row("journaltitle", "source.container", How::By("as journal", published::journal)),
    row("shortjournal", "source.container.short", How::By("the short title of the journal", |item, draft, at| shared::journal(&mut item.known, draft, at))),
    row("series", "source.series", of_literature("Series")),
    row("volume", "source.volume", of_literature("Volume")),
    row("volumes", "source.volumes", of_literature("Number of volumes")),
    row("issue", "source.issue", of_literature("Issue")),
    row("edition", "source.edition", of_literature("Edition")),
    row("publisher", "source.publisher", of_literature("Publisher")),
    row("pages", "source.pages", How::By("of literature; else the leaves", |item, draft, at| shared::leaves(&mut item.known, draft, at))),
    row("isbn", "source.isbn", of_literature("ISBN")),
    row("origtitle", "source.original.title", of_literature("Original title")),
    row("origpublisher", "source.original.publisher", of_literature("Original publisher")),
    row("origlocation", "source.original.place", How::By("of literature; of a document where it was written", published::original_place)),
    row("origlanguage", "translation.from", How::By("where the note says who translated it; else in the note", published::original_language)),
    // What it is.
    row("abstract", "summary", How::Text("Abstract")),
    row("keywords", "subjects", How::By("each, between commas or semicolons", rules::keywords)),
    row("rights", "rights", How::Text("Rights")), row("copyright", "rights", How::Text("Rights")),
    row("pagetotal", "extent", How::By("with \"pages\" behind the number", |item, draft, at| shared::pages(&mut item.known, draft, at))),
    row("numpages", "extent", How::By("as pagetotal", |item, draft, at| shared::pages(&mut item.known, draft, at))),
    row("chapter", "", How::Note("Chapter")), row("part", "", How::Note("Part")), row("version", "", How::Note("Version")),
    row("eventtitle", "", How::Note("Event")), row("venue", "", How::Note("Place of the event")), row("issn", "", How::Note("ISSN")),
    row("issuetitle", "", How::Note("Title of the issue")), row("pubstate", "", How::Note("Status")), row("eid", "", How::Note("Article number")),
    row("isrn", "", How::Note("ISRN")), row("booktitleaddon", "", How::Note("Beside the title of the book")), row("pmid", "", How::Note("PMID")),
    row("mainsubtitle", "", How::Note("Subtitle of the set")), row("reprinttitle", "", How::Note("Reprint")),
    // What is no part of the description.
    row("file", "", How::Not("a file that is attached")), row("bdsk-file-1", "", How::Not("a file that is attached")),
    row("bdsk-url-1", "", How::Not("the address again")), row("local-url", "", How::Not("a file that is attached")),
    row("groups", "", How::Not("the folders of the program")), row("mendeley-groups", "", How::Not("the folders of the program")),
    row("mendeley-tags", "", How::Not("the keywords again")), row("collections", "", How::Not("the folders of the program")),
    row("timestamp", "", PROGRAM), row("owner", "", PROGRAM), row("date-added", "", PROGRAM), row("date-modified", "", PROGRAM),
    row("added-at", "", PROGRAM), row("interhash", "", PROGRAM), row("intrahash", "", PROGRAM), row("biburl", "", PROGRAM),
    row("bibsource", "", PROGRAM), row("__markedentry", "", PROGRAM), row("creationdate", "", PROGRAM),
    row("modificationdate", "", PROGRAM), row("ids", "", PROGRAM), row("qualityassured", "", PROGRAM), row("ranking", "", PROGRAM),
    row("readstatus", "", PROGRAM), row("priority", "", PROGRAM), row("printed", "", PROGRAM), row("relevance", "", PROGRAM),
    row("entrysubtype", "", STYLE), row("options", "", STYLE), row("sortkey", "", STYLE), row("sortname", "", STYLE),
    row("sorttitle", "", STYLE), row("sortyear", "", STYLE), row("presort", "", STYLE), row("label", "", STYLE),
    row("shorthand", "", STYLE), row("nameaddon", "", How::Note("Beside the name")), row("authortype", "", STYLE), row("gender", "", STYLE),
    row("bookpagination", "", STYLE), row("pagination", "", STYLE), row("execute", "", STYLE), row("xref", "", How::Not("relations to other entries")),
    row("related", "", How::Not("relations to other entries")), row("relatedtype", "", How::Not("relations to other entries")),
    row("entryset", "", How::Not("relations to other entries")), row("keyword", "subjects", How::By("as keywords", rules::keywords)),
];
