//! Where every element of EAD goes.

use super::super::table::{How, Row, row};
use super::known::Known;
use super::way::Flow;
use super::{dates, extent, fields, names, rules, shelf};

const SUBJECT: How<Known> = How::By("each; for a single item also the kind (guess)", rules::subject);
const NAME: How<Known> = How::By("each", rules::subject);
const DATE: How<Known> = How::By(
    "EDTF, with the words if they contain more; bulk dates in their own key; several dates as a set; words alone are parsed (guess)",
    dates::date,
);
const HISTORY: How<Known> = How::Not("the history of the collection, not a description of it");
const ABOUT: How<Known> = How::Not("about the use of the finding aid, not of the document");
const OTHERS: How<Known> = How::Not("about other documents");

/// The names are those of EAD 2002 and EAD 3, without `did`, `descgrp`, `controlaccess` and similar elements around
/// them. Names of EAD 4 are in small letters. An element matches with all text in it, `//` matches in any element.
#[rustfmt::skip]
pub(super) const TABLE: &[Row<Known>] = &[
    row("//head", "", How::Not("the heading of the text")),
    row("//bioghist", "", HISTORY),
    row("//custodhist", "", HISTORY),
    row("//appraisal", "", HISTORY),
    row("//accruals", "", HISTORY),
    row("//arrangement", "", How::Not("how the collection is arranged: its components are read")),
    row("//fileplan", "", How::Not("how the collection is arranged: its components are read")),
    row("//processinfo", "", ABOUT),
    row("//otherfindaid", "", ABOUT),
    row("//phystech", "", How::Not("technical requirements for using the document")),
    row("//relatedmaterial", "", OTHERS),
    row("//separatedmaterial", "", OTHERS),
    row("//relations", "", OTHERS),
    row("//bibliography", "", OTHERS),
    row("//index", "", How::Not("an index of the finding aid")),
    row("//runner", "", ABOUT),
    row("@id", "id", How::By("after the id of the finding aid", rules::id)),
    row("origination", "creators", How::By("each name once, without its years (guess); a collector too (guess)", names::origination)),
    row("repository", "holdings[0].repository", How::By("the name and, from subarea or a second part, the department; from an address the city (guess); inherited", names::repository)),
    row("unittitle", "title", How::By("always a cataloguer's, without its date and a final comma or period; for a single item, the kind, the sender and the recipient in it (guess)", rules::title)),
    row("unitid", "holdings[0].path", How::By("its own level, after the levels above it, without the period of a list; of several the call number, the others in the note; not repeated if the title or a level above contains it", shelf::unitid)),
    row("@level", "holdings[0].path, kind", How::By("the word of its own level; a series, or a level above one, is a collection", shelf::level)),
    row("@otherlevel", "holdings[0].path", How::By("as level, except words without a meaning", shelf::level)),
    row("container/@type", "holdings[0].path", How::By("the word of the level", shelf::container_type)),
    row("container/@localtype", "holdings[0].path", How::By("as type", shelf::container_type)),
    row("container/@label", "holdings[0].path", How::By("as type, if there is none and the label is such a word", shelf::container_type)),
    row("container", "holdings[0].path", How::By("each is a level, after the level of the component; inherited (guess), unless the component above is in several", shelf::container)),
    row("unitid/@repositorycode", "holdings[0].repository.code", How::By("with the code of the country before it", names::repository_code)),
    row("unitdate", "date", DATE),
    row("unitdate/@normal", "date", DATE),
    row("unitdate//@standarddate", "date", DATE),
    row("unitdate//@notbefore", "date", DATE),
    row("unitdate//@notafter", "date", DATE),
    row("unitdatestructured", "date", DATE),
    row("unitdatestructured//@standarddate", "date", DATE),
    row("unitdatestructured//@notbefore", "date", DATE),
    row("unitdatestructured//@notafter", "date", DATE),
    row("langmaterial//@langcode", "languages", How::By("the tag", rules::language)),
    row("langmaterial//@languagecode", "languages", How::By("the tag", rules::language)),
    row("langmaterial", "languages", How::By("from names, if there is no code; otherwise in the note", rules::language)),
    row("physdesc", "extent", How::By("its parts separated by commas; several extents separated by semicolons", extent::physdesc)),
    row("physdescstructured", "extent", How::By("as physdesc", extent::physdesc)),
    row("extent", "extent", How::By("as physdesc", extent::physdesc)),
    row("dao/@href", "surrogates", How::By("the address, or the ARK; otherwise in the note", rules::dao)),
    row("daoloc/@href", "surrogates", How::By("as dao, except thumbnails", rules::dao)),
    row("dao/@valueuri", "surrogates", How::By("as href", rules::dao)),
    row("dao/@xpointer", "surrogates", How::By("an ARK", rules::dao)),
    row("dao", "", How::Not("the name of the digital copy")),
    row("daoloc", "", How::Not("the name of the digital copy")),
    row("daodesc", "", How::Not("the name of the digital copy")),
    row("scopecontent", "summary", How::Text("Scope and content")),
    row("abstract", "summary", How::Text("Abstract")),
    row("userestrict", "rights", How::Text("Use")),
    row("prefercite", "preferred-citation", How::Text("Preferred citation")),
    row("accessrestrict", "", How::Note("Access")),
    row("legalstatus", "", How::Note("Legal status")),
    row("acqinfo", "", How::Note("Acquisition")),
    row("altformavail", "", How::Note("Copies")),
    row("originalsloc", "", How::Note("Originals")),
    row("physloc", "", How::Note("Location")),
    row("materialspec", "", How::Note("Material")),
    row("note", "", How::Note("Note")),
    row("didnote", "", How::Note("Note")),
    row("odd", "", How::Note("Note")),
    row("subject", "subjects", SUBJECT),
    row("genreform", "subjects", SUBJECT),
    row("persname", "subjects", NAME),
    row("corpname", "subjects", NAME),
    row("famname", "subjects", NAME),
    row("geogname", "subjects", NAME),
    row("name", "subjects", NAME),
    row("title", "subjects", NAME),
    row("occupation", "subjects", NAME),
    row("function", "subjects", NAME),
    row("p", "", How::Not("text between the elements")),
    row("//@*", "", How::Not("how the finding aid is encoded or shown")),
];

/// How an element is read in the text around it. An element with its own row is not part of the text.
pub(super) fn flow(name: &str) -> Flow {
    let name = fields::name(name);
    let is_out = |row: &Row<Known>| row.field.strip_prefix("//").is_some_and(|out| out == name);
    if fields::is_date(&name) || TABLE.iter().any(is_out) {
        Flow::Out
    } else if fields::is_in_line(&name) {
        Flow::InLine
    } else {
        Flow::Apart
    }
}
