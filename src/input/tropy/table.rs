//! Where each property goes: of Tropy's vocabulary, Dublin Core and IPTC.

use super::rules::{self, Known};
use crate::input::table::{How, Row, row};

const KIND: How<Known> = How::By("the kind if the word is known, otherwise the genre", rules::kind);
const LANGUAGE: How<Known> = How::By("as language tags, from names or codes; otherwise in the note", rules::language);
const TITLE: How<Known> = How::By(
    "without a cataloguer's brackets; supplied if it describes the document (guess), with sender and recipient (guess)",
    rules::title,
);
const PEOPLE: How<Known> = How::By("one for each, separated by semicolons", rules::people);
const DATE: How<Known> = How::By("EDTF, or words; a second one in the note", rules::date);
const ARCHIVE: How<Known> = How::By(
    "the name; a place after it, a collection and a web archive in their own keys (guess); a call number is the reference (guess)",
    rules::archive,
);
const CONTAINER: How<Known> = How::By("a level: its number, or its title if it is in words", rules::container);
const IDENTIFIER: How<Known> = How::By(
    "an address or a DOI of the surrogate, the number in such an address (guess); otherwise levels if the whole text parses, or the reference",
    rules::identifier,
);
const FORMAT: How<Known> = How::By(
    "the format of the surrogate, if it is a kind of file and there is a surrogate; otherwise the medium",
    rules::format,
);
const PLACE: How<Known> =
    How::By("for letters and telegrams the place of writing; also for others (guess)", rules::place);
const SUBJECT: How<Known> = How::By("one for each, separated by semicolons", rules::subject);
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
    row("dcterms:source", "holdings[0].repository", How::By("as dc:source; if both are present, the collection, as in an older template (guess)", rules::archive_or_collection)),
    row("collection", "holdings[0].path", How::By("the first level, a collection; levels if the whole text parses", rules::collection)),
    row("box", "holdings[0].path", CONTAINER),
    row("folder", "holdings[0].path", CONTAINER),
    row("piece", "holdings[0].path", CONTAINER),
    row("url", "surrogates[0].url", How::By("the address; otherwise in the note", rules::url)),
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
    row("dc:description", "summary", How::By("in the note if it is an address (of a finding aid)", rules::description)),
    row("dcterms:description", "summary", How::By("in the note if it is an address (of a finding aid)", rules::description)),
    row("dcterms:abstract", "summary", How::Text("Abstract")),
    row("dc:subject", "subjects", SUBJECT),
    row("dcterms:subject", "subjects", SUBJECT),
    row("tag", "subjects", How::By("one for each", rules::tag)),
    row("tag[].*", "subjects", How::By("one for each", rules::tag)),
    row("dc:publisher", "", How::Note("Publisher")),
    row("dcterms:publisher", "", How::Note("Publisher")),
    row("dc:contributor", "", How::Note("Contributor")),
    row("dcterms:contributor", "", How::Note("Contributor")),
    row("dc:relation", "", How::Note("Relation")),
    row("dcterms:relation", "", How::Note("Relation")),
    row("dcterms:bibliographicCitation", "preferred-citation", How::Text("Citation")),
    // Data that was added in the program.
    row("photo[].note[].*", "", How::By("in the note, without markup", rules::note)),
    row("note[].*", "", How::By("in the note, without markup", rules::note)),
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
    row("@type", "", How::Not("it only marks an item")),
    row("@context*", "", How::Not("the meanings of the names in the file")),
    row("*", "", How::By("in the note, with the name of the property; the type and the language of a value are not carried", rules::other)),
];
