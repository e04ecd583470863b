//! The type of an entry.

use std::collections::HashMap;

use super::text::Name;
use crate::input::draft::{At, Draft, Value};
use crate::input::shared::kinds;
use crate::input::zotero::rules::{self as shared, Known};

/// Facts about the entry.
#[derive(Debug, Default)]
pub(super) struct Item {
    /// The corresponding item of Zotero.
    pub(super) known: Known,
    /// The type of the entry.
    pub(super) kind: String,
    /// The names in its lists.
    pub(super) names: HashMap<String, (Vec<Name>, bool)>,
    /// Fields with commands that cannot be read.
    pub(super) unread: Vec<String>,
    /// Whether particles belong to the family names, by an option.
    pub(super) keeps_particles: bool,
    /// Whether the entry that inherits these fields has a title of its own.
    pub(super) is_titled: bool,
}

/// The types of entries, and the corresponding types of Zotero.
#[rustfmt::skip]
const TYPES: &[(&str, &str)] = &[
    ("article", "journalArticle"), ("suppperiodical", "journalArticle"), ("review", "journalArticle"), ("book", "book"), ("mvbook", "book"),
    ("collection", "book"), ("mvcollection", "book"), ("proceedings", "book"), ("mvproceedings", "book"), ("reference", "book"),
    ("mvreference", "book"), ("booklet", "book"), ("manual", "book"), ("periodical", "book"), ("inbook", "bookSection"),
    ("incollection", "bookSection"), ("suppbook", "bookSection"), ("suppcollection", "bookSection"), ("bookinbook", "bookSection"),
    ("inreference", "bookSection"), ("inproceedings", "bookSection"), ("conference", "bookSection"), ("phdthesis", "thesis"),
    ("mastersthesis", "thesis"), ("thesis", "thesis"), ("techreport", "report"), ("report", "report"), ("online", "webpage"),
    ("electronic", "webpage"), ("www", "webpage"), ("unpublished", "manuscript"), ("manuscript", "manuscript"), ("letter", "letter"),
    ("artwork", "artwork"), ("image", "artwork"), ("audio", "audioRecording"), ("music", "audioRecording"), ("video", "videoRecording"),
    ("movie", "film"), ("map", "map"), ("interview", "interview"),
];

impl Item {
    pub(super) fn is_literature(&self) -> bool {
        self.known.literature
    }

    /// The facts about an entry of this type.
    pub(super) fn know(&mut self, kind: &str, draft: &Draft<'_>) {
        self.kind = kind.to_ascii_lowercase();
        let zotero = TYPES.iter().find(|(known, _)| *known == self.kind).map_or("document", |(_, zotero)| *zotero);
        // In biblatex-chicago a `@letter` is a printed letter.
        let zotero = if zotero == "letter" && draft.look("booktitle").is_some() { "bookSection" } else { zotero };
        let location = if draft.look("archive").is_some() { "archive" } else { "archive_location" };
        self.known = Known::of_type(zotero, location, draft);
        if zotero == "book" && draft.look("isbn").or(draft.look("publisher")).is_some() {
            self.known.literature = true;
        }
        self.keeps_particles = draft.look("options").is_some_and(|options| options.contains("useprefix=true"));
    }
}

/// The fields of a parent, as its chapters inherit them.
///
/// A volume inherits the title of its set, an article that of its periodical, a chapter that of its book. Other
/// entries inherit everything under its own name.
pub(super) fn as_parent(values: &mut Vec<Value<'_>>, item: &mut Item, parent: &str) -> bool {
    let parent = parent.to_ascii_lowercase();
    let is_chapter = item.known.item_type == "bookSection";
    let (title, subtitle) = match parent.as_str() {
        set if set.starts_with("mv") => ("maintitle", "mainsubtitle"),
        "periodical" => ("journaltitle", "journalsubtitle"),
        _ if is_chapter => ("booktitle", "booksubtitle"),
        _ => ("title", "subtitle"),
    };
    // Fields that are not inherited.
    values.retain(|value| {
        !matches!(&*value.field, "shorttitle" | "note" | "annote" | "abstract" | "keywords" | "pagetotal" | "pages")
    });
    for value in values {
        let name = match &*value.field {
            "title" => title,
            "subtitle" => subtitle,
            "author" if is_chapter => "bookauthor",
            _ => continue,
        };
        if let Some(list) = item.names.remove(&*value.field) {
            item.names.insert(name.to_owned(), list);
        }
        value.field = name.into();
    }
    !is_chapter
}

pub(super) fn unread(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at).to_owned();
    if !item.unread.contains(&field) {
        return;
    }
    match field.as_str() {
        "title" => draft.guess(at, "title.text", draft.owned(at), "its commands cannot be read, and are left out"),
        _ => draft.note_as(at, "As far as it can be read", draft.owned(at)),
    }
}

pub(super) fn language(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    if draft.has("languages") {
        return draft.note(at, "Language");
    }
    // `american` and `british` are names of babel and Mendeley; `ngerman` is the newer spelling.
    let text = draft.text(at).to_lowercase();
    let tag = match text.as_str() {
        "american" | "usenglish" | "usamerican" => "en-US",
        "british" | "ukenglish" => "en-GB",
        "canadian" => "en-CA",
        "australian" => "en-AU",
        "ngerman" | "germanb" => "de",
        "austrian" | "naustrian" => "de-AT",
        "swissgerman" | "nswissgerman" => "de-CH",
        "francais" | "acadian" | "canadien" => "fr",
        "brazilian" | "brazil" | "portuges" => "pt",
        "polutonikogreek" => "el",
        _ => return shared::language(&mut item.known, draft, at),
    };
    draft.put("languages[0]", tag, draft.place(at));
    draft.key_of(at, "languages");
    item.known.language = Some(tag.to_owned());
}

/// The type of the entry comes first, and then the field of this name.
pub(super) fn kind(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    if draft.has("kind") {
        return genre(item, draft, at);
    }
    match item.kind.as_str() {
        "mastersthesis" => {
            draft.put("genre", "master’s thesis", draft.place(at));
            draft.key_as(at, "kind", "thesis");
        }
        "unpublished" => {
            draft.guess(at, "kind", "manuscript", "all entries of this type are unpublished papers");
        }
        "misc" if is_titled_map(draft) => draft.key_as(at, "kind", "map"),
        _ => shared::kind(&mut item.known, draft, at),
    }
}

fn is_titled_map(draft: &Draft<'_>) -> bool {
    draft.all_of("type").any(|word| word.eq_ignore_ascii_case("map"))
}

/// Words that a style of BibLaTeX translates.
#[rustfmt::skip]
const PATENTS: &[(&str, &str)] = &[
    ("patent", "patent"), ("patentde", "German patent"), ("patenteu", "European patent"), ("patentfr", "French patent"),
    ("patentuk", "British patent"), ("patentus", "U.S. patent"), ("patreq", "patent request"), ("patreqde", "German patent request"),
    ("patreqeu", "European patent request"), ("patreqfr", "French patent request"), ("patrequk", "British patent request"),
    ("patrequs", "U.S. patent request"),
];

fn genre(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    match (item.known.item_type.as_str(), text.as_str()) {
        ("thesis", "phdthesis" | "phd") => draft.key_as(at, "genre", "PhD diss."),
        ("thesis", "mathesis" | "mastersthesis" | "ma") => draft.key_as(at, "genre", "master’s thesis"),
        ("thesis", _) if draft.has("genre") => {
            draft.remove("genre");
            draft.key(at, "genre");
        }
        ("thesis", _) => draft.key(at, "genre"),
        ("report", "techreport" | "resreport" | "Technical Report" | "Tech. Rep.") => {
            draft.not(at, "the type contains it")
        }
        _ if item.is_literature() => draft.note(at, "Type"),
        (_, word) if PATENTS.iter().any(|(known, _)| *known == word) => {
            let words = PATENTS.iter().find(|(known, _)| *known == word).map_or("", |(_, words)| *words);
            draft.key_as(at, "genre", words);
        }
        ("artwork", _) if kinds::kind(&text).is_none() && !draft.has("medium") => {
            draft.guess(at, "medium", text, "the type of a work of art is its material");
        }
        _ => shared::genre(&mut item.known, draft, at),
    }
}

pub(super) fn keywords(_: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    let separator = if text.contains(';') { ';' } else { ',' };
    for word in text.split(separator).map(str::trim).filter(|word| !word.is_empty()) {
        draft.put(&format!("subjects[{}]", draft.count("subjects")), word, draft.place(at));
    }
    match draft.has("subjects") {
        true => draft.key_of(at, "subjects"),
        false => draft.not(at, "it is empty"),
    }
}
