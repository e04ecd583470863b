//! Where each field goes: of a letter, of an entry of an index of letters, of a document of a volume.

use super::known::Known;
use super::{documents, letters, titles};
use crate::input::table::{How, Row, row};

const PEOPLE: How<Known> = How::By(
    "the name, in its parts if they are marked; a recipient among the senders (guess); identifiers are not carried",
    letters::people,
);
const EDITION: How<Known> = How::Not("it belongs to the electronic edition");
const VOLUME: How<Known> = How::By("for a volume, in the source of each document", documents::volume);
const ABOUT: How<Known> = How::Not("how the file was made");
const WORDS: How<Known> = How::By("in the note", letters::words);

#[rustfmt::skip]
pub(super) const TABLE: &[Row<Known>] = &[
    // The header of a letter.
    row("TEI/@id", "id", How::By("its letters and digits", letters::id)),
    row("correspDesc/@id", "id", How::By("for an index of letters", letters::id)),
    row("TEI/@*", "", How::Not("an attribute of the file")),
    row("langUsage/language*", "languages", How::By("the tag, or the name; otherwise in the note", letters::language)),
    row("objectType*", "kind, genre", How::By("a known word", letters::object_type)),
    row("correspDesc/sent/persName*", "creators", PEOPLE),
    row("correspDesc/sent/orgName*", "creators", PEOPLE),
    row("correspDesc/sent/name*", "creators", PEOPLE),
    row("correspDesc/sent/rs*", "creators", PEOPLE),
    row("correspDesc/received/persName*", "recipients", PEOPLE),
    row("correspDesc/received/orgName*", "recipients", PEOPLE),
    row("correspDesc/received/name*", "recipients", PEOPLE),
    row("correspDesc/received/rs*", "recipients", PEOPLE),
    row("particDesc/sender*", "creators", How::By("the sender of a letter, if no correspondence is described", letters::participant)),
    row("particDesc/recipient*", "recipients", How::By("the recipient of a letter, if no correspondence is described", letters::participant)),
    row("particDesc*", "", How::Not("people in the text")),
    row("correspDesc/sent/date*", "date", How::By("from when, from and to, notBefore and notAfter, with cert, and the words “before …”; otherwise from its words", letters::date)),
    row("correspDesc/received/date*", "", How::By("in the note", letters::received)),
    row("correspDesc/sent/placeName*", "place", How::By("its words, unless they only say that it is not known; identifiers are not carried", letters::place)),
    row("correspDesc/received/placeName*", "", How::By("in the note", letters::place)),
    row("correspDesc/@ref", "surrogates[0].url", How::By("in an index: the address of the letter", letters::edition)),
    row("correspDesc/@key", "source.number", How::By("in an index: the number of the letter", letters::edition)),
    row("correspDesc/@source", "source", How::By("in an index: the printed edition, or the site that has the letter (guess)", letters::edition)),
    row("correspDesc/note*", "", WORDS),
    row("correspDesc/p*", "", WORDS),
    row("correspDesc/*", "", How::Not("the route of the letter, and the markup")),
    row("correspDesc", "", How::Not("the route of the letter, and the markup")),
    row("correspContext*", "", How::Not("the letters before and after it")),
    row("creation/date*", "date", How::By("as the sender's date, if there is none", letters::date)),
    row("publicationStmt/idno*", "surrogates[0].url", How::By("an address; other numbers are not carried", letters::number)),
    row("publicationStmt/publisher*", "surrogates[0].host", How::By("if there is an address; otherwise in the note", letters::publisher)),
    row("publicationStmt/availability*", "rights", How::By("the words of the licence, or its address", letters::rights)),
    row("publicationStmt*", "", EDITION),
    row("titleStmt/title*", "title", How::By("for a letter without its date, supplied; not carried if it only names sender and recipient; the title of the edition is the surrogate's archive", titles::title)),
    row("titleStmt/author*", "creators", How::By("if no sender is named; otherwise in the note, if it is a different person", letters::author)),
    row("titleStmt/editor*", "contributions", How::By("edited", letters::editor)),
    row("titleStmt/*", "", How::Not("people and funders of the edition")),
    row("titleStmt", "", EDITION),
    row("editionStmt*", "", EDITION),
    row("seriesStmt*", "", EDITION),
    row("notesStmt/note*", "", WORDS),
    row("msIdentifier*", "holdings", How::By("the repository with its place, the collection and the number; one holding for each manuscript; the country is not carried", letters::manuscript)),
    row("altIdentifier*", "", How::Not("an older number of the manuscript")),
    row("physDesc*", "", How::Not("the appearance of the manuscript: its hands, stamps and sizes")),
    row("bibl/idno*", "holdings[0].reference", How::By("of a letter without a description of its manuscript; otherwise as bibl", letters::in_archive)),
    row("bibl/orgName*", "holdings[0].repository", How::By("as idno, with the place and the collection in it (guess)", letters::in_archive)),
    row("bibl/repository*", "holdings[0].repository", How::By("as idno, with the place and the collection in it (guess)", letters::in_archive)),
    row("bibl/date*", "date", How::By("as idno, if there is no other date", letters::in_archive)),
    row("bibl*", "", How::By("in the note; for an index the source", letters::words)),
    row("textClass*", "subjects", How::By("the keywords", letters::subject)),
    row("abstract*", "summary", How::By("its words", letters::words)),
    row("encodingDesc*", "", ABOUT),
    row("revisionDesc*", "", ABOUT),
    row("langUsage*", "", ABOUT),
    row("creation*", "", ABOUT),
    // The document of a volume.
    row("volume/titleStmt/title*", "source", VOLUME),
    row("volume/titleStmt/editor*", "source.editors", VOLUME),
    row("volume/publicationStmt/publisher*", "source.publisher", VOLUME),
    row("volume/publicationStmt/pubPlace*", "source.place", VOLUME),
    row("volume/publicationStmt/date*", "source.date", VOLUME),
    row("volume/*", "", How::Not("the head of the volume")),
    row("document/@id", "id", How::By("with the id of the volume before it", letters::id)),
    row("document/@n", "source.number", How::By("as “doc. 8”", documents::number)),
    row("document/head/note*", "holdings", How::By("the source: repository, levels, number of the file (guess); the marking is the classification, the rest in the note", documents::note)),
    row("document/note*", "holdings", How::By("as the note in the head", documents::note)),
    row("document/head/*", "creators, recipients", How::By("people marked with from and to; the rest is the title", documents::person)),
    row("document/head*", "title", How::By("without its number, supplied; its first words are the kind", documents::head)),
    row("document/dateline*", "date, time, place", How::By("from when, otherwise from its words; the rest in the note", documents::dateline)),
    row("document/seg*", "classification, number", How::By("the marking, the number (guess), or the kind; otherwise in the note", documents::line)),
    row("document/participants/item*", "participants", How::By("the name, and after the first comma the office (guess)", documents::participant)),
    row("document/subject/item*", "", How::By("in the note", documents::subject)),
    row("document*", "", How::Not("the text of the document, and its markup")),
    row("*", "", How::Not("parts of the header that do not describe the document")),
];
