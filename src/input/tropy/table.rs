//! Where each property goes: of Tropy's vocabulary, Dublin Core and IPTC.

use super::rules::{self, Known};
use crate::input::table::{How, Row, row};

const KIND: How<Known> = How::By("a known word is the kind, any other the genre", rules::kind);
const LANGUAGE: How<Known> = How::By("the tags of the languages, by name or code; else in the note", rules::language);
const TITLE: How<Known> = How::By(
    "without the brackets of a cataloguer; supplied where it describes the document (guess), with sender and recipient (guess)",
    rules::title,
);
const PEOPLE: How<Known> = How::By("each, between semicolons", rules::people);
const DATE: How<Known> = How::By("EDTF, or words; a second one in the note", rules::date);
const ARCHIVE: How<Known> = How::By(
    "the name; the place behind it, a collection or a web archive in their own keys (guess); a call number is the reference (guess)",
    rules::archive,
);
const CONTAINER: How<Known> = How::By("a level: its number, or its title where it is words", rules::container);
const IDENTIFIER: How<Known> = How::By(
    "an address or a DOI of the surrogate, the number in such an address (guess); else levels where all of it parses, or the reference",
    rules::identifier,
);
const FORMAT: How<Known> =
    How::By("the surrogate's, if it names a kind of file and there is one; else the medium", rules::format);
const PLACE: How<Known> = How::By("of letters and telegrams where it was written, of others too (guess)", rules::place);
const SUBJECT: How<Known> = How::By("each, between semicolons", rules::subject);
const PHOTO: How<Known> = How::Not("a photo, its file and its properties");

#[rustfmt::skip]
pub(super) const TABLE: &[Row<Known>] = &[
    row("@id", "id", How::By("the last part of an address, or its letters and digits", rules::id)),
    row("dc:type", "kind, genre", KIND),
    row("dcterms:type", "kind, genre", KIND),
    row("dc:language", "languages", LANGUAGE),
    row("dcterms:language", "languages", LANGUAGE),
    row("dc:creator", "creators", PEOPLE),
    row("dcterms:creator", "creators", PEOPLE),
    row("dcterms:audience", "recipients", PEOPLE),
    row("dc:title", "title", TITLE),
    row("dcterms:title", "title", TITLE),
    row("dcterms:alternative", "", How::Note("Alternative title")),
    row("dc:date", "date", DATE),
    row("dcterms:date", "date", DATE),
    row("dcterms:created", "date", DATE),
    row("dcterms:issued", "date", DATE),
    // Location.
    row("dc:source", "holdings[0].repository", ARCHIVE),
    row("dcterms:source", "holdings[0].repository", How::By("as dc:source; beside one, the collection, as an older template has it (guess)", rules::archive_or_collection)),
    row("collection", "holdings[0].path", How::By("the first level, a collection; levels where all of it parses", rules::collection)),
    row("box", "holdings[0].path", CONTAINER),
    row("folder", "holdings[0].path", CONTAINER),
    row("piece", "holdings[0].path", CONTAINER),
    row("url", "surrogates[0].url", How::By("the address; else in the note", rules::url)),
    row("dcterms:identifier", "holdings[0].reference", IDENTIFIER),
    row("dc:identifier", "holdings[0].reference", IDENTIFIER),
    // The kind of document.
    row("dc:rights", "rights", How::Text("Rights")),
    row("dcterms:rights", "rights", How::Text("Rights")),
    row("dcterms:accessRights", "rights", How::Text("Access")),
    row("dcterms:license", "rights", How::Text("Licence")),
    row("dcterms:extent", "extent", How::Text("Extent")),
    row("dcterms:medium", "medium", How::Text("Medium")),
    row("dc:format", "medium", FORMAT),
    row("dcterms:format", "medium", FORMAT),
    row("dc:coverage", "place", PLACE),
    row("iptc:LocationCreated", "place", How::Text("Place")),
    row("dc:description", "summary", How::By("in the note where it is an address: that of a finding aid", rules::description)),
    row("dcterms:description", "summary", How::By("in the note where it is an address: that of a finding aid", rules::description)),
    row("dcterms:abstract", "summary", How::Text("Abstract")),
    row("dc:subject", "subjects", SUBJECT),
    row("dcterms:subject", "subjects", SUBJECT),
    row("tag", "subjects", How::By("one each", rules::tag)),
    row("tag[].*", "subjects", How::By("one each", rules::tag)),
    row("dc:publisher", "", How::Note("Publisher")),
    row("dcterms:publisher", "", How::Note("Publisher")),
    row("dc:contributor", "", How::Note("Contributor")),
    row("dcterms:contributor", "", How::Note("Contributor")),
    row("dc:relation", "", How::Note("Relation")),
    row("dcterms:relation", "", How::Note("Relation")),
    row("dcterms:bibliographicCitation", "preferred-citation", How::Text("Citation")),
    // Data that was added in the program.
    row("photo[].note[].*", "", How::By("in the note; of the text with its markup, the text alone", rules::note)),
    row("note[].*", "", How::By("in the note; of the text with its markup, the text alone", rules::note)),
    row("photo[].transcription[].*", "", How::Not("a transcription: the words of the document")),
    row("photo[].selection[].*", "", How::Not("a part of a photo, and the notes on it")),
    row("photo[].*", "", PHOTO),
    row("photo", "", PHOTO),
    row("selection[].*", "", How::Not("a part of a photo, and the notes on it")),
    row("transcription[].*", "", How::Not("a transcription: the words of the document")),
    row("list", "", How::Not("the lists of the program")),
    row("list[].*", "", How::Not("the lists of the program")),
    row("template", "", How::Not("the template of the program")),
    row("template.*", "", How::Not("the template of the program")),
    row("@type", "", How::Not("that it is an item")),
    row("@context*", "", How::Not("what the names of the file mean")),
    row("*", "", How::By("in the note, by the name of the property; not the type or language of a value", rules::other)),
];
