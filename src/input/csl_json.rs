//! CSL-JSON, as Zotero, pandoc and citation-js write it.
//!
//! Our own export has the whole record at `custom.prefercite`: that is read, and nothing else of its item. Of all others the
//! rules are Zotero's, whose fields most of them come from.

use super::draft::{At, Draft, Told, Value, index_of};
use super::foreign::Foreign;
use super::item::Broken;
use super::items::{Items, Piece, at, text_at, values};
use super::shared::{archives, dates, ids, names, web};
#[cfg(test)]
use super::table::{Described, describe};
use super::table::{How, Row, follow};
use super::zotero::rules::{self, Known};
use crate::document::tree::{Content, Node};

/// The types of CSL 1.0.2, and those of Zotero that they come from.
#[rustfmt::skip]
const TYPES: &[(&str, &str)] = &[
    ("article", "preprint"), ("article-journal", "journalArticle"), ("article-magazine", "magazineArticle"),
    ("article-newspaper", "newspaperArticle"), ("bill", "bill"), ("book", "book"), ("broadcast", "radioBroadcast"),
    ("chapter", "bookSection"), ("classic", "book"), ("collection", "collection"), ("dataset", "dataset"), ("document", "document"),
    ("entry", "encyclopediaArticle"), ("entry-dictionary", "dictionaryEntry"), ("entry-encyclopedia", "encyclopediaArticle"),
    ("event", "presentation"), ("figure", "artwork"), ("graphic", "artwork"), ("hearing", "hearing"), ("interview", "interview"),
    ("legal_case", "case"), ("legislation", "statute"), ("manuscript", "manuscript"), ("map", "map"), ("motion_picture", "film"),
    ("musical_score", "document"), ("pamphlet", "pamphlet"), ("paper-conference", "conferencePaper"), ("patent", "patent"),
    ("performance", "presentation"), ("periodical", "book"), ("personal_communication", "letter"), ("post", "forumPost"),
    ("post-weblog", "blogPost"), ("regulation", "statute"), ("report", "report"), ("review", "journalArticle"),
    ("review-book", "journalArticle"), ("software", "computerProgram"), ("song", "audioRecording"), ("speech", "presentation"),
    ("standard", "standard"), ("thesis", "thesis"), ("treaty", "treaty"), ("webpage", "webpage"), ("letter", "letter"),
];

/// Whether it is an item of CSL-JSON and no record of ours, which has no `type`.
pub(super) fn is_item(node: &Node<'_>) -> bool {
    let is_known = text_at(node, "type").is_some_and(|word| TYPES.iter().any(|(known, _)| *known == word));
    let ours = ["kind", "creators", "recipients", "holdings", "surrogates", "itemType"];
    is_known && ours.iter().all(|key| at(node, key).is_none())
}

#[derive(Debug)]
pub(super) struct CslJson<'a> {
    items: Items<'a>,
    ids: ids::Ids,
}

impl<'a> CslJson<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        CslJson { items: Items::new(text, &["items", "references"]), ids: ids::Ids::default() }
    }

    fn item(&mut self, node: &Node<'a>) -> Draft<'a> {
        let mut draft = Draft::new(node.place, values(node, ""));
        let custom = at(node, "custom").and_then(|custom| at(custom, "prefercite"));
        if let Some(record) = custom.filter(|record| matches!(record.content(), Content::Map(_))) {
            draft.set_record(record.clone());
            for value in draft.all("custom.prefercite.*") {
                let path = draft.field(value).trim_start_matches("custom.prefercite.").to_owned();
                draft.key_of(value, &path);
            }
            for value in draft.all("*") {
                draft.not(value, "the whole record at custom.prefercite is read in its place");
            }
            return draft;
        }
        let word = draft.look("type").unwrap_or_default();
        let zotero = TYPES.iter().find(|(known, _)| *known == word).map_or("document", |(_, zotero)| *zotero);
        let location = if draft.look("archive_location").is_some() { "archive_location" } else { "archive-location" };
        let mut item = Known::of_type(zotero, location, &draft);
        item.has_author = at(node, "author").is_some();
        follow(TABLE, &mut item, &mut draft);
        if !draft.has("kind") {
            draft.put("kind", "document", node.place);
        }
        if !draft.has("id") {
            let name = draft.get("creators[0].family").or(draft.get("creators[0].body")).or(draft.get("creators[0]"));
            let date = draft.get("date").or(draft.get("date.edtf")).or(draft.get("source.date"));
            let id = self.ids.make(&[name, date.and_then(|date| date.get(..4)), draft.get("title.text")]);
            draft.put("id", id, node.place);
        }
        draft
    }
}

impl<'a> Foreign<'a> for CslJson<'a> {
    fn next(&mut self, outside: &mut Vec<Told<'a>>) -> Option<Result<Draft<'a>, Broken>> {
        loop {
            match self.items.next()? {
                Ok(Piece::Item(node)) => return Some(Ok(self.item(&node))),
                Ok(Piece::Beside(key, node)) => {
                    let values = values(&node, &key).into_iter().filter(Value::is_visible);
                    outside.extend(values.map(|value| Told::not_carried(value, "beside the list of items")));
                }
                Err(broken) => return Some(Err(broken)),
            }
        }
    }
}

const fn row(field: &'static str, key: &'static str, how: How<Known>) -> Row<Known> {
    Row { field, key, how }
}

const fn of_literature(label: &'static str) -> How<Known> {
    How::Of("literature", Known::is_literature, label)
}

const NAMES: How<Known> = How::By("each in its parts; an institution that was split is joined (guess)", name);
const CITED: How<Known> = How::Not("of the citation, not of the item");

/// Where every variable goes.
#[rustfmt::skip]
const TABLE: &[Row<Known>] = &[
    row("id", "id", How::By("the last part of an address, or its letters and digits", id)),
    row("citation-key", "id", How::By("where there is no id", id)),
    row("language", "languages", How::By("the tags of the languages, by name or code; else in the note", rules::language)),
    row("type", "kind", How::By("by a table; a book in an archive without an ISBN is a document (guess)", kind)),
    row("genre", "kind, genre", How::By("a known word is the kind, any other the genre", rules::genre)),
    row("author[].*", "creators", NAMES),
    row("composer[].*", "creators", NAMES),
    row("director[].*", "creators", NAMES),
    row("recipient[].*", "recipients", NAMES),
    row("interviewer[].*", "interviewers", NAMES),
    row("translator[].*", "contributions", How::By("translated; of literature the source's", name)),
    row("editor[].*", "contributions", How::By("edited; of literature the source's", name)),
    row("compiler[].*", "contributions", How::By("compiled; of literature the source's", name)),
    row("container-author[].*", "source.authors", How::By("of literature; else in the note", name)),
    row("contributor[].*", "creators", How::By("where no author is named (guess); else in the note", name)),
    row("title", "title", How::By("without the brackets of a cataloguer; supplied where it describes the document (guess), with sender and recipient (guess)", rules::title)),
    row("title-short", "title.short", How::Text("Short title")),
    row("shortTitle", "title.short", How::Text("Short title")),
    row("original-title", "title.original", How::Text("Original title")),
    row("issued", "date", How::By("EDTF; of literature the source's", rules::date)),
    row("issued.*", "date", How::By("EDTF, with circa and season; words by the language (guess); of literature the source's", date)),
    row("event-date.*", "date", How::By("as issued, of literature the document's own", date)),
    row("archive", "holdings[0].repository", How::By("the name; the place behind it, a collection or a web archive in their own keys (guess)", rules::archive)),
    row("archive-place", "holdings[0].repository.place", How::By("where there is a repository; else in the note", archive_place)),
    row("archive_collection", "holdings[0].path", How::By("the first level, a collection", collection)),
    row("archive-collection", "holdings[0].path", How::By("the first level, a collection", collection)),
    row("collection-title", "holdings[0].path", How::By("a collection, of what is in an archive (guess); of literature the source's series", rules::series)),
    row("note", "note", How::By("lines with known names in their keys (guess), the rest in the note", rules::extra)),
    row("archive_location", "holdings[0].path", How::By("levels where all of it parses, else the reference; a whole citation in its parts or in cited-whole (guess)", rules::location)),
    row("archive-location", "holdings[0].path", How::By("as archive_location", rules::location)),
    row("call-number", "holdings[0].reference", How::By("as archive_location; of literature in the note", rules::call_number)),
    row("URL", "surrogates[0].url", How::By("the address; of literature the source's", rules::address)),
    row("DOI", "surrogates[0].doi", How::By("the DOI; of literature the source's", rules::doi)),
    row("accessed.*", "surrogates[0].accessed", How::By("the day", accessed)),
    row("source", "surrogates[0].archive", How::By("where there is an address; beside a web archive who runs it (guess); else in the note", rules::catalog)),
    row("abstract", "summary", How::Text("Abstract")),
    row("license", "rights", How::Text("Rights")),
    row("keyword", "subjects", How::By("each, between commas or semicolons", keywords)),
    row("dimensions", "extent", How::Text("Dimensions")),
    row("number-of-pages", "extent", How::By("with \"pages\" behind the number", rules::pages)),
    row("medium", "medium", How::Text("Medium")),
    row("scale", "", How::Note("Scale")),
    row("number", "number", How::Text("Number")),
    row("event-place", "place", How::Text("Place")),
    row("publisher-place", "place", How::By("of literature the publisher's; else where it was written (guess)", place)),
    row("publisher", "source.publisher", of_literature("Publisher")),
    row("container-title", "source.container", How::By("of literature; of a chapter the book", container)),
    row("container-title-short", "source.container.short", How::By("the short title of the journal", rules::journal)),
    row("journalAbbreviation", "source.container.short", How::By("the short title of the journal", rules::journal)),
    row("volume", "source.volume", of_literature("Volume")),
    row("issue", "source.issue", of_literature("Issue")),
    row("edition", "source.edition", of_literature("Edition")),
    row("page", "source.pages", How::By("of literature; else the leaves", rules::leaves)),
    row("ISBN", "source.isbn", of_literature("ISBN")),
    row("ISSN", "", How::Note("ISSN")),
    row("PMID", "", How::Note("PMID")),
    row("PMCID", "", How::Note("PMCID")),
    row("annote", "", How::Note("Annotation")),
    row("authority", "", How::Note("Authority")),
    row("collection-number", "", How::Note("Number in the series")),
    row("division", "", How::Note("Division")),
    row("event", "", How::Note("Event")),
    row("event-title", "", How::Note("Event")),
    row("jurisdiction", "", How::Note("Jurisdiction")),
    row("number-of-volumes", "", How::Note("Number of volumes")),
    row("original-publisher", "", How::Note("Original publisher")),
    row("original-publisher-place", "", How::Note("Original place")),
    row("part-number", "", How::Note("Part")),
    row("part-title", "", How::Note("Part title")),
    row("printing-number", "", How::Note("Printing")),
    row("references", "", How::Note("References")),
    row("reviewed-title", "", How::Note("Reviewed")),
    row("reviewed-genre", "", How::Note("Reviewed, what it is")),
    row("section", "", How::Note("Section")),
    row("status", "", How::Note("Status")),
    row("supplement-number", "", How::Note("Supplement")),
    row("version", "", How::Note("Version")),
    row("volume-title", "", How::Note("Volume title")),
    row("original-date.*", "", How::By("in the note", other_date)),
    row("submitted.*", "", How::By("in the note", other_date)),
    row("available-date.*", "", How::By("in the note", other_date)),
    row("page-first", "", How::Not("the first of the pages")),
    row("citation-label", "", CITED),
    row("citation-number", "", CITED),
    row("first-reference-note-number", "", CITED),
    row("locator", "", CITED),
    row("year-suffix", "", CITED),
    row("categories[]", "", How::Not("the folders of the program")),
    row("custom.*", "", How::Not("what a program notes for itself")),
    // Whoever else had a part in it.
    row("chair[].*", "", NAMES), row("collection-editor[].*", "", NAMES), row("curator[].*", "", NAMES),
    row("editorial-director[].*", "", NAMES), row("editor-translator[].*", "", NAMES), row("executive-producer[].*", "", NAMES),
    row("guest[].*", "", NAMES), row("host[].*", "", NAMES), row("illustrator[].*", "", NAMES), row("narrator[].*", "", NAMES),
    row("organizer[].*", "", NAMES), row("original-author[].*", "", NAMES), row("performer[].*", "creators", NAMES),
    row("producer[].*", "", NAMES), row("reviewed-author[].*", "", NAMES), row("script-writer[].*", "", NAMES),
    row("series-creator[].*", "", NAMES),
];

fn id(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    if draft.has("id") {
        return draft.not(at, "the item has an id");
    }
    let name = draft.owned(at);
    // Zotero's ids are addresses: the last part tells them apart.
    let last = if web::is_address(&name) { name.rsplit('/').next().unwrap_or(&name) } else { &name };
    match ids::id(last) {
        Some(id) => draft.key_as(at, "id", id),
        None => draft.not(at, "nothing of it can be an id"),
    }
}

fn kind(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    match item.item_type.as_str() {
        "pamphlet" => draft.key_as(at, "kind", "ephemera"),
        kind @ ("collection" | "treaty") => draft.key_as(at, "kind", kind),
        _ => rules::kind(item, draft, at),
    }
}

/// One name with all of its parts: the first of them that comes takes the others.
fn name(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let variable = draft.field(at).split('[').next().unwrap_or_default().to_owned();
    let base = format!("{variable}[{}].", index_of(draft.field(at)));
    let part = |key: &str| draft.look(&format!("{base}{key}")).map(str::to_owned);
    let (family, given) = (part("family").unwrap_or_default(), part("given").unwrap_or_default());
    let mut read = match part("literal") {
        Some(literal) => rules::single(&literal),
        None => names::person(&family, &given),
    };
    let first = part("static-ordering").is_some_and(|truth| truth == "true" || truth == "1");
    let role = match variable.as_str() {
        "container-author" => "bookAuthor",
        "reviewed-author" => "reviewedAuthor",
        "script-writer" => "scriptwriter",
        "executive-producer" => "executiveProducer",
        "collection-editor" => "seriesEditor",
        other => other,
    };
    let place = draft.place(at);
    let (path, label) = rules::place_of(role, item, draft, place);
    let name = part_of(draft, &base);
    let Some(path) = path else {
        let mut is_first = true;
        for value in draft.beside(at, &base) {
            match is_first {
                true => draft.note_as(value, label, name.as_str()),
                false => draft.note_of(value, label),
            }
            is_first = false;
        }
        return;
    };
    if role == "contributor" {
        read.why = Some("a contributor, where no author is named".into());
    }
    let parts =
        [("suffix", "suffix"), ("non-dropping-particle", "particle"), ("dropping-particle", "dropping-particle")];
    let has_parts = first || parts.iter().any(|(key, _)| draft.look(&format!("{base}{key}")).is_some());
    match (&read.name, has_parts) {
        // A name of which more is known than a short form says.
        (names::Parts::Short(text), true) if !text.contains(',') => {
            draft.put(&format!("{path}.family"), text.as_str(), place)
        }
        _ => read.put(draft, &path, place),
    }
    let is_person = draft.has(&format!("{path}.family"));
    for (key, ours) in parts {
        if let Some(value) = draft.first(&format!("{base}{key}")) {
            match is_person {
                true => draft.key(value, &format!("{path}.{ours}")),
                false => draft.note(value, "Part of a name"),
            }
        }
    }
    if first && is_person {
        draft.put(&format!("{path}.order"), "family-first", place);
    }
    for value in draft.beside(at, &base) {
        match read.why.clone() {
            Some(why) => draft.guess_of(value, &path, why),
            None => draft.key_of(value, &path),
        }
    }
}

/// The name in one piece, for the note.
fn part_of(draft: &Draft<'_>, base: &str) -> String {
    let parts = ["literal", "given", "dropping-particle", "non-dropping-particle", "family", "suffix"];
    let parts = parts.iter().filter_map(|key| draft.look(&format!("{base}{key}")));
    parts.collect::<Vec<_>>().join(" ")
}

/// What a date variable says.
fn read_date(draft: &Draft<'_>, variable: &str, language: Option<&str>) -> dates::Read {
    let number = |end: usize, index: usize| {
        draft.look(&format!("{variable}.date-parts[{end}][{index}]")).and_then(|text| text.parse::<u32>().ok())
    };
    if let Some(words) = ["literal", "raw", "edtf"].iter().find_map(|key| draft.look(&format!("{variable}.{key}")))
        && number(0, 0).is_none()
    {
        return dates::read(words, language);
    }
    let season = draft.look(&format!("{variable}.season")).and_then(|season| season.parse::<u32>().ok());
    let moment = |end: usize| {
        let year = format!("{:04}", number(end, 0)?);
        let part = |index: usize| number(end, index).filter(|number| *number > 0);
        Some(match (part(1), part(2), season) {
            // Above 12 are the seasons, as old processors had them.
            (Some(month @ 13..=24), ..) => format!("{year}-{:02}", 21 + (month - 1) % 4),
            (Some(month), Some(day), _) => format!("{year}-{month:02}-{day:02}"),
            (Some(month), None, _) => format!("{year}-{month:02}"),
            (None, _, Some(season @ 1..=4)) => format!("{year}-{}", 20 + season),
            (None, _, Some(season @ 21..=24)) => format!("{year}-{season}"),
            _ => year,
        })
    };
    let ends: Vec<String> = (0..2).map_while(moment).collect();
    let circa = draft.look(&format!("{variable}.circa")).is_some_and(|circa| circa != "false" && circa != "0");
    let about = if circa { "circa " } else { "" };
    dates::read(&format!("{about}{}", ends.join("/")), language)
}

fn tell_date(draft: &mut Draft<'_>, variable: &str, read: &dates::Read, path: &str) {
    for value in draft.all(&format!("{variable}.*")) {
        match read.why.clone() {
            Some(why) => draft.guess_of(value, path, why),
            None => draft.key_of(value, path),
        }
    }
}

fn date(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let variable = draft.field(at).split('.').next().unwrap_or_default().to_owned();
    let path = if item.literature && variable == "issued" { "source.date" } else { "date" };
    if draft.has(path) {
        return other_date(item, draft, at);
    }
    let read = read_date(draft, &variable, item.language.as_deref());
    read.put(draft, path, draft.place(at));
    tell_date(draft, &variable, &read, path);
}

fn accessed(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let read = read_date(draft, "accessed", None);
    if item.literature || !draft.has("surrogates[0].url") || read.display.is_some() {
        return other_date(item, draft, at);
    }
    read.put(draft, "surrogates[0].accessed", draft.place(at));
    tell_date(draft, "accessed", &read, "surrogates[0].accessed");
}

/// A date that the record format has no key for.
fn other_date(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let variable = draft.field(at).split('.').next().unwrap_or_default().to_owned();
    let label = match variable.as_str() {
        "original-date" => "Original date",
        "submitted" => "Submitted",
        "available-date" => "Available",
        "accessed" => "Accessed",
        _ => "Date",
    };
    let read = read_date(draft, &variable, None);
    let words = read.display.or(read.edtf).unwrap_or_default();
    for (index, value) in draft.all(&format!("{variable}.*")).into_iter().enumerate() {
        match index {
            0 => draft.note_as(value, label, words.as_str()),
            _ => draft.note_of(value, label),
        }
    }
}

fn archive_place(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    match draft.has("holdings[0].repository") {
        true => draft.key(at, "holdings[0].repository.place"),
        false => draft.note(at, "Place of the archive"),
    }
}

fn collection(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    let path = archives::put_collection(draft, &text, draft.place(at));
    draft.key_of(at, &format!("{path}.title"));
}

fn keywords(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    let separator = if text.contains(';') { ';' } else { ',' };
    for word in text.split(separator).map(str::trim).filter(|word| !word.is_empty()) {
        draft.put(&format!("subjects[{}]", draft.count("subjects")), word, draft.place(at));
    }
    draft.key_of(at, "subjects");
}

/// Zotero exports its one field for places as two variables.
fn place(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    match draft.get("place") == Some(draft.text(at)) {
        true if !item.literature => draft.key_of(at, "place"),
        _ if !item.literature && draft.has("place") => draft.note(at, "Place of publication"),
        _ => rules::place(item, draft, at),
    }
}

fn container(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let is_book = draft.get("kind") == Some("chapter");
    match item.literature {
        true if is_book => draft.key(at, "source.title"),
        true => draft.key(at, "source.container"),
        false => draft.note(at, "Published in"),
    }
}

#[cfg(test)]
pub(super) fn described() -> Vec<Described> {
    describe(TABLE)
}
