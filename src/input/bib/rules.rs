//! What becomes of the fields that do not go into a key as they are.

use std::collections::HashMap;

use super::shelf::{self as wordings, Agreed};
use super::text::Name;
use crate::input::draft::{At, Draft, Value};
use crate::input::shared::{
    archives, credits, dates, kinds, location as locations, names, sentences, shelf, titles, web,
};
use crate::input::zotero::rules::{self as shared, Known};

/// What is known of the entry.
#[derive(Debug, Default)]
pub(super) struct Item {
    /// As an item of Zotero.
    pub(super) known: Known,
    /// The type of the entry.
    pub(super) kind: String,
    /// The names of its lists.
    pub(super) names: HashMap<String, (Vec<Name>, bool)>,
    /// Fields with commands that cannot be read.
    pub(super) unread: Vec<String>,
    /// Particles belong to the family names, by an option.
    pub(super) keeps_particles: bool,
}

/// The types of entries, and those of Zotero that they are.
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

    /// What an entry of this type is.
    pub(super) fn know(&mut self, kind: &str, draft: &Draft<'_>) {
        self.kind = kind.to_ascii_lowercase();
        let zotero = TYPES.iter().find(|(known, _)| *known == self.kind).map_or("document", |(_, zotero)| *zotero);
        // To biblatex-chicago a letter is one that was printed.
        let zotero = if zotero == "letter" && draft.look("booktitle").is_some() { "bookSection" } else { zotero };
        let location = if draft.look("archive").is_some() { "archive" } else { "archive_location" };
        self.known = Known::of_type(zotero, location, draft);
        if zotero == "book" && draft.look("isbn").or(draft.look("publisher")).is_some() {
            self.known.literature = true;
        }
        self.keeps_particles = draft.look("options").is_some_and(|options| options.contains("useprefix=true"));
    }
}

/// The fields of a parent, as its chapters have them.
pub(super) fn as_parent(values: &mut Vec<Value<'_>>, item: &mut Item) {
    // What only the parent itself has.
    values.retain(|value| {
        !matches!(
            value.field.as_str(),
            "shorttitle" | "note" | "annote" | "abstract" | "keywords" | "pagetotal" | "pages"
        )
    });
    for value in values {
        let name = match value.field.as_str() {
            "title" => "booktitle",
            "subtitle" => "booksubtitle",
            "author" => "bookauthor",
            _ => continue,
        };
        if let Some(list) = item.names.remove(&value.field) {
            item.names.insert(name.to_owned(), list);
        }
        value.field = name.to_owned();
    }
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
    // `american` and `british` are babel's, and Mendeley's; `ngerman` is the newer spelling.
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
            draft.guess(at, "kind", "manuscript", "entries of this type are all papers that were not published");
        }
        "misc" if is_titled_map(draft) => draft.key_as(at, "kind", "map"),
        _ => shared::kind(&mut item.known, draft, at),
    }
}

fn is_titled_map(draft: &Draft<'_>) -> bool {
    draft.all_of("type").any(|word| word.eq_ignore_ascii_case("map"))
}

fn genre(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    match (item.known.item_type.as_str(), text.as_str()) {
        ("thesis", "phdthesis") => draft.key_as(at, "genre", "PhD diss."),
        ("thesis", "mathesis" | "mastersthesis") => draft.key_as(at, "genre", "master’s thesis"),
        ("thesis", _) if draft.has("genre") => {
            draft.remove("genre");
            draft.key(at, "genre");
        }
        ("thesis", _) => draft.key(at, "genre"),
        ("report", "techreport" | "resreport" | "Technical Report" | "Tech. Rep.") => draft.not(at, "the type says it"),
        _ if item.is_literature() => draft.note(at, "Type"),
        ("artwork", _) if kinds::kind(&text).is_none() && !draft.has("medium") => {
            draft.guess(at, "medium", text, "the type of a work of art is what it is made of");
        }
        _ => shared::genre(&mut item.known, draft, at),
    }
}

pub(super) fn short_author(_: &mut Item, draft: &mut Draft<'_>, at: At) {
    match draft.get("creators[0].family") == Some(draft.text(at)) {
        true => draft.key_of(at, "creators[0].family"),
        false => draft.not(at, "how a style is to print or sort it"),
    }
}

/// `letter to Thomas Jefferson`: what it is and to whom, which our own export has for a title.
fn is_description(item: &Item, draft: &Draft<'_>, text: &str) -> bool {
    let is_made = draft.look("shorttitle").is_some_and(|short| short.starts_with(char::is_lowercase));
    is_made && is_ours(draft) && !item.is_literature() && text.starts_with(char::is_lowercase)
}

pub(super) fn title(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    if draft.has("title") {
        return draft.note(at, "Title");
    }
    let text = draft.owned(at);
    let opening = draft.look("annote").and_then(sentences::opening).map(str::to_lowercase);
    let opens = opening.as_ref().is_some_and(|word| text.to_lowercase().starts_with(word.as_str()));
    // The short form of a description begins small.
    let is_made = draft.look("shorttitle").is_some_and(|short| short.starts_with(char::is_lowercase));
    if is_description(item, draft, &text) || item.is_literature() && opens && is_made {
        return describe(draft, at, &text);
    }
    if item.is_literature() && is_ours(draft) && draft.look("shorttitle").is_some_and(|short| short.starts_with("to "))
    {
        return draft.not(at, "made of the names of who wrote it and to whom");
    }
    let is_ours = is_ours(draft);
    shared::title(&mut item.known, draft, at);
    if opens && draft.has("title.text") && !draft.has("title.form") && !item.is_literature() {
        draft.also(at, "title.form", "supplied", "it begins with what the document is");
    }
    if is_ours {
        sentences::put_translated(draft, at);
    }
    // A style that sets no quotation marks has them in the field.
    let quoted =
        draft.get("title.text").and_then(|text| text.strip_prefix('“')).and_then(|text| text.strip_suffix('”'));
    if let Some(quoted) = quoted.filter(|inside| !inside.contains(['“', '”'])).map(str::to_owned) {
        draft.put("title.text", quoted, draft.place(at));
    }
}

pub(super) fn subtitle(_: &mut Item, draft: &mut Draft<'_>, at: At) {
    let Some(title) = draft.get("title.text").map(str::to_owned) else { return draft.note(at, "Subtitle") };
    let joint = if title.ends_with(['?', '!', ':']) { " " } else { ": " };
    draft.put("title.text", format!("{title}{joint}{}", draft.text(at)), draft.place(at));
    if draft.look("shorttitle").is_none() {
        draft.put("title.short", title.trim_end_matches(':'), draft.place(at));
    }
    draft.key_of(at, "title.text");
}

pub(super) fn short_title(_: &mut Item, draft: &mut Draft<'_>, at: At) {
    match draft.has("title.text") {
        true => draft.key(at, "title.short"),
        false if is_ours(draft) && draft.text(at).starts_with(char::is_lowercase) => {
            draft.not(at, "made of what the other fields say");
        }
        false => draft.note(at, "Short title"),
    }
}

/// The words for what a document is, before those for whom, where and when.
fn described(text: &str) -> &str {
    let cuts = [" to ", " by ", " between ", " with ", ", "].iter().filter_map(|word| text.find(word));
    cuts.min().and_then(|end| text.get(..end)).unwrap_or(text)
}

/// Whether a text of our own export begins with what the document is, and not with its date or its shelf mark.
fn begins_with_kind(draft: &Draft<'_>, text: &str) -> bool {
    let word = described(text);
    let source = format!("{}{}", crate::labels::ARCHIVAL_SOURCE, sentences::small(word));
    let is_placed = draft.look("annote").is_some_and(|note| {
        note.contains(&source) || note.contains(&format!("{}{word}", crate::labels::ARCHIVAL_SOURCE))
    });
    let is_date = |text: &str| {
        let read = dates::read(text, None);
        read.edtf.is_some() && read.why.is_none()
    };
    let is_dated = is_date(word) || is_date(&format!("{word}, 1900"));
    let is_sentence = sentences::has_labels(text) || credits::opens(text);
    is_ours(draft) && !is_placed && !is_dated && !is_sentence && word.chars().count() <= 40
}

/// Whether an entry of our own export is a document that is in a book: what it is opens the annotation.
fn is_printed_document(draft: &Draft<'_>) -> bool {
    let opening = draft.look("annote").and_then(sentences::opening);
    let literature = ["book", "chapter", "article", "thesis", "web-page"];
    opening.is_some_and(|word| {
        kinds::kind(&sentences::small(word)).is_some_and(|named| !literature.contains(&named.kind.as_str()))
    })
}

/// Whether the annotation has the sentences of our own export.
fn is_ours(draft: &Draft<'_>) -> bool {
    draft.look("annote").is_some_and(sentences::has_labels)
}

/// What a document is; the names and the place that follow are said by other fields of our own export.
fn describe(draft: &mut Draft<'_>, at: At, text: &str) {
    let place = draft.place(at);
    let end = described(text).len();
    let word = sentences::small(text.get(..end).unwrap_or(text));
    let why = "the words that describe it";
    if kinds::kind(&word).is_none() && (!is_ours(draft) || word.chars().count() > 40) {
        return draft.note(at, "Description");
    }
    if !draft.has("genre") {
        sentences::put_word(draft, &word, place);
    }
    draft.guess_of(at, "kind", why);
    let names = text.get(end..).and_then(|rest| rest.strip_prefix(" to "));
    if let Some(names) = names.filter(|_| !is_ours(draft) && !draft.has("recipients")) {
        let name = names.split(", ").next().unwrap_or(names);
        names::read(name).put(draft, "recipients[0]", place);
        draft.also_of(at, "recipients[0]", why);
    }
    // Of a document in a book no field has its own date.
    let parts: Vec<&str> = text.split(", ").collect();
    let date = parts.get(parts.len().saturating_sub(2)..).unwrap_or_default().join(", ");
    if draft.get("source.date").or(draft.look("booktitle")).is_some() && !draft.has("date") {
        let read =
            [date.as_str(), parts.last().copied().unwrap_or_default()].into_iter().map(|text| dates::read(text, None));
        if let Some(read) = read.into_iter().find(|read| read.edtf.is_some() && read.display.is_none()) {
            read.put(draft, "date", place);
            draft.also_of(at, "date", why);
        }
    }
}

pub(super) fn addition(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    match item.known.item_type.as_str() {
        "webpage" => draft.key(at, "source.container"),
        _ if item.is_literature() => draft.note(at, "Beside the title"),
        _ => describe(draft, at, &text),
    }
}

fn path_of_date(item: &Item) -> &'static str {
    if item.is_literature() { "source.date" } else { "date" }
}

fn read_date(item: &Item, text: &str) -> dates::Read {
    dates::read(text, item.known.language.as_deref())
}

pub(super) fn date(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let path = path_of_date(item);
    match draft.has(path) {
        true => draft.note(at, "Date"),
        false => read_date(item, draft.text(at)).tell(draft, at, path),
    }
}

/// A month by its number or by the beginning of its name; a day perhaps beside it: `10~jan`.
fn month_and_day(text: &str) -> Option<(u32, Option<u32>)> {
    const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let (mut month, mut day) = (None, None);
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let lower = word.to_lowercase();
        let named = MONTHS.iter().zip(1..).find(|(name, _)| lower.starts_with(*name)).map(|(_, number)| number);
        match (named, word.parse::<u32>().ok()) {
            (Some(number), _) if month.is_none() => month = Some(number),
            (None, Some(number)) if day.is_none() => day = Some(number),
            _ => return None,
        }
    }
    match (month, day) {
        (Some(month), day) => Some((month, day.filter(|day| (1..=31).contains(day)))),
        (None, Some(number)) if (1..=12).contains(&number) => Some((number, None)),
        _ => None,
    }
}

pub(super) fn year(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let path = path_of_date(item);
    let text = draft.owned(at);
    if draft.has(path) {
        let known = draft.get(path).or_else(|| draft.get(&format!("{path}.edtf"))).unwrap_or_default();
        return match known.contains(&text) {
            true => draft.key_of(at, path),
            false => draft.note(at, "Year"),
        };
    }
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let month = draft.first("month").and_then(|month| Some((month, month_and_day(draft.text(month))?)));
    let Some((month, (number, inside))) = month.filter(|_| is_year) else {
        return read_date(item, &text).tell(draft, at, path);
    };
    let day = draft.first("day").and_then(|day| Some((day, draft.text(day).parse::<u32>().ok()?)));
    let edtf = match day.map(|(_, day)| day).or(inside) {
        Some(day) => format!("{text}-{number:02}-{day:02}"),
        None => format!("{text}-{number:02}"),
    };
    if edtf.parse::<crate::document::Date>().is_err() {
        return draft.key_as(at, path, text);
    }
    draft.key_as(at, path, edtf);
    draft.key_of(month, path);
    if let Some((day, _)) = day {
        draft.key_of(day, path);
    }
}

pub(super) fn rest_of_date(_: &mut Item, draft: &mut Draft<'_>, at: At) {
    draft.note(at, "Month or day");
}

pub(super) fn original_date(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    if is_printed_document(draft) {
        if draft.has("date") {
            return match draft.get("date") == Some(draft.text(at)) {
                true => draft.key_of(at, "date"),
                false => draft.note(at, "Original date"),
            };
        }
        read_date(item, draft.text(at)).put(draft, "date", draft.place(at));
        return draft.guess_of(at, "date", "of a document that is in a book it is the document's own");
    }
    if !item.is_literature() {
        return match draft.get("date") == Some(draft.text(at)) {
            true => draft.key_of(at, "date"),
            false if draft.has("date") => draft.note(at, "Original date"),
            false => date(item, draft, at),
        };
    }
    match draft.look("annote").is_some_and(|note| note.contains(crate::labels::DATE)) {
        // When it was written, which the note says too.
        true => draft.not(at, "the note says it"),
        false => read_date(item, draft.text(at)).tell(draft, at, "source.original.date"),
    }
}

pub(super) fn event_date(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match item.is_literature() || draft.has("date") {
        true => draft.note(at, "Date of the event"),
        false => date(item, draft, at),
    }
}

pub(super) fn archive(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if item.is_literature() {
        return draft.note(at, "Archive");
    }
    // Our own classic entries say of what is only on the web where it is read.
    let digital = format!("{}{text}", crate::labels::DIGITAL_ARCHIVE);
    let is_digital = draft.look("annote").is_some_and(|note| note.contains(&digital));
    if is_digital && draft.look("archive_location").is_none() {
        return draft.guess(at, "surrogates[0].archive", text, "the note calls it a digital archive");
    }
    archives::put(draft, at);
    // What the note has before the archive, where no field has it.
    let place = draft.place(at);
    if let Some(before) = before_archive(draft, "", &text).filter(|_| draft.look("archive_location").is_none()) {
        let paths = match shelf::names_a_collection(&before) {
            true => wordings::put(draft, Some(&before), "", place),
            false => wordings::put(draft, None, &before, place),
        };
        paths.iter().for_each(|path| draft.also_of(at, path, "the note has it before the archive"));
    }
}

/// What the archival source in the note has between these units and the archive.
fn before_archive(draft: &Draft<'_>, units: &str, archive: &str) -> Option<String> {
    let (_, source) = draft.look("annote")?.split_once(crate::labels::ARCHIVAL_SOURCE)?;
    let rest = match units {
        "" => source,
        units => source.strip_prefix(units)?.strip_prefix(", ")?,
    };
    let end = rest.find(archive)?;
    let between = rest.get(..end)?.trim_end();
    let between = between.strip_suffix(',').or_else(|| between.strip_suffix(",”"))?;
    (!between.is_empty()).then(|| between.to_owned())
}

pub(super) fn organization(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    match item.known.item_type.as_str() {
        "webpage" if !draft.has("source.container") => draft.key(at, "source.container"),
        _ if item.is_literature() && !draft.has("source.publisher") => draft.key(at, "source.publisher"),
        _ if item.is_literature() => draft.note(at, "Organization"),
        _ if draft.look("library").is_some_and(|library| library.starts_with(&text)) => {
            let why = "the library begins with it";
            let digital = format!("{}{text}", crate::labels::DIGITAL_ARCHIVE);
            let is_digital =
                draft.look("note").is_none() && draft.look("annote").is_some_and(|note| note.contains(&digital));
            let path = if is_digital { "surrogates[0].archive" } else { "holdings[0].repository.name" };
            draft.guess(at, path, text, why);
        }
        _ => draft.note(at, "Organization"),
    }
}

/// The archive with its place, from broad to narrow.
pub(super) fn library(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if item.is_literature() {
        return draft.note(at, "Library");
    }
    let place = draft.place(at);
    let note = draft.first("note").map(|note| (note, draft.owned(note)));
    let why = "where it is, as the library and the note agree";
    let is_whole = note.as_ref().is_some_and(|(_, note)| note.to_lowercase() == text.to_lowercase());
    if is_whole && draft.look("annote").is_some_and(|note| sentences::has_other_shelf(note, None)) {
        draft.guess(
            at,
            "holdings[0].cited-whole",
            text,
            "the archive's own wording of all: the annotation has the levels",
        );
        return note.into_iter().for_each(|(note, _)| draft.guess_of(note, "holdings[0].cited-whole", why));
    }
    // The note of biblatex-chicago has no archive: that is its organization.
    let named = draft.get("holdings[0].repository.name").map(str::to_owned);
    let narrow = note.as_ref().map(|(_, note)| match &named {
        Some(name) if !note.ends_with(name.as_str()) => format!("{note}, {name}"),
        _ => note.clone(),
    });
    if let (Some((note, _)), Some(narrow)) = (&note, &narrow)
        && let Some(Agreed { repository, collection, units }) = wordings::agreed(&text, narrow)
    {
        draft.put("holdings[0].repository.name", repository, place);
        let paths = wordings::put(draft, collection, units, place);
        draft.guess_of(at, "holdings[0].repository.name", why);
        return draft.guess_of(*note, paths.first().map_or("holdings[0].repository.name", |path| path), why);
    }
    if let Some(rest) = named.as_deref().and_then(|name| text.strip_prefix(name)) {
        let rest = rest.trim_start_matches([',', ' ']).to_owned();
        let paths = if rest.is_empty() { Vec::new() } else { wordings::put(draft, None, &rest, place) };
        return draft.guess_of(
            at,
            paths.first().map_or("holdings[0].repository.name", |path| path),
            "what follows the archive",
        );
    }
    let digital = format!("{}{text}", crate::labels::DIGITAL_ARCHIVE);
    match note {
        _ if draft.has("holdings[0].repository") || draft.has("surrogates[0].archive") => draft.note(at, "Library"),
        None if draft.look("annote").is_some_and(|note| note.contains(&digital)) => {
            draft.guess(at, "surrogates[0].archive", text, "the note calls it a digital archive");
        }
        _ if text.split_once(", ").is_some_and(|(_, rest)| shelf::levels(rest).is_some()) => locations::put(draft, at),
        _ => archives::put(draft, at),
    }
}

pub(super) fn institution(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    match item.known.item_type.as_str() {
        _ if item.is_literature() && !draft.has("source.publisher") => draft.key(at, "source.publisher"),
        _ if item.is_literature() => draft.note(at, "Institution"),
        "report" => match (0..draft.count("creators")).find(|index| {
            let path = format!("creators[{index}]");
            draft.get(&path).or_else(|| draft.get(&format!("{path}.body"))) == Some(text.as_str())
        }) {
            Some(index) => draft.key_of(at, &format!("creators[{index}]")),
            None => shared::institution(&mut item.known, draft, at),
        },
        _ if !draft.has("holdings[0].repository") => {
            draft.put("holdings[0].repository.name", text, draft.place(at));
            draft.guess_of(
                at,
                "holdings[0].repository.name",
                "the institution of what was not published is who holds it",
            );
        }
        _ => draft.note(at, "Institution"),
    }
}

pub(super) fn collection(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    match item.is_literature() {
        true => draft.note(at, "Collection"),
        false => {
            let path = archives::put_collection(draft, &text, draft.place(at));
            draft.key_of(at, &format!("{path}.title"));
        }
    }
}

pub(super) fn unit(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let level = draft.field(at).to_owned();
    if item.is_literature() {
        return draft.note(at, if level == "box" { "Box" } else { "Folder" });
    }
    let path = format!("holdings[0].path[{}]", draft.count("holdings[0].path"));
    draft.put(&format!("{path}.level"), level, draft.place(at));
    let is_number = draft.text(at).contains(|c: char| c.is_ascii_digit()) && !draft.text(at).contains(' ');
    draft.key(at, &format!("{path}.{}", if is_number { "id" } else { "title" }));
}

pub(super) fn location(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match item.is_literature() {
        true => draft.note(at, "Call number"),
        false => {
            let text = draft.owned(at);
            let archive = draft.look("archive").map(str::to_owned);
            let is_wording = draft.look("annote").is_some_and(|note| sentences::has_other_shelf(note, None));
            let collection = archive.and_then(|archive| before_archive(draft, &text, &archive));
            if collection.is_none() && !is_wording {
                return locations::put(draft, at);
            }
            let paths = wordings::put(draft, collection.as_deref(), &text, draft.place(at));
            let why = "with what the note has of it";
            draft.guess_of(at, paths.last().map_or("holdings[0]", |path| path), why);
        }
    }
}

pub(super) fn number(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    match item.known.item_type.as_str() {
        "journalArticle" if !draft.has("source.issue") => draft.key(at, "source.issue"),
        "book" | "bookSection" if item.is_literature() && draft.look("series").is_some() => {
            draft.key(at, "source.number")
        }
        _ if item.is_literature() => draft.note(at, "Number"),
        // Better BibTeX has the location in the archive here.
        "manuscript" | "letter" if draft.look("archive_location").is_none() => {
            let whole = shelf::levels(&text);
            match whole {
                Some(mark) => {
                    mark.put(draft, draft.place(at));
                    draft.guess_of(at, "holdings[0].path", "the number of what was not published is its shelf mark");
                }
                None if draft.has("holdings[0].reference") => draft.note(at, "Number"),
                None => draft.guess(
                    at,
                    "holdings[0].reference",
                    text,
                    "the number of what was not published is its shelf mark",
                ),
            }
        }
        _ if draft.has("number") => draft.note(at, "Number"),
        _ => draft.key(at, "number"),
    }
}

pub(super) fn place(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    match draft.get("holdings[0].repository.place") {
        _ if item.is_literature() && draft.has("source.place") => draft.note(at, "Place"),
        _ if item.is_literature() => draft.key(at, "source.place"),
        Some(known) if known == text => draft.key_of(at, "holdings[0].repository.place"),
        Some(_) => draft.note(at, "Place"),
        None if draft.has("holdings[0].repository") => {
            if let Some(name) = draft.get("holdings[0].repository").map(str::to_owned) {
                draft.put("holdings[0].repository.name", name, draft.place(at));
            }
            draft.guess(
                at,
                "holdings[0].repository.place",
                text,
                "the place of the archive: BibTeX has one field for places",
            );
        }
        None => shared::place(&mut item.known, draft, at),
    }
}

pub(super) fn note(_: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    let said = |sentence: &str| {
        let sentence = sentence.trim().trim_end_matches('.');
        draft.look("annote").is_some_and(|note| note.contains(sentence))
    };
    match draft.field(at) != "annote" && draft.look("annote").is_some() && text.split(". ").all(said) {
        true => draft.not(at, "the annotation says it"),
        false => match behind_archive(draft, at) {
            Some(rest) => sentences::put_text(draft, at, &rest),
            None => sentences::put(draft, at),
        },
    }
}

/// What follows the sentence with the archive in the note of our own classic `@unpublished`, whose archive has a field.
fn behind_archive(draft: &Draft<'_>, at: At) -> Option<String> {
    let archive = draft.look("archive").filter(|_| draft.field(at) == "note" && is_ours(draft))?;
    let text = draft.text(at);
    let behind = text.get(text.find(archive)? + archive.len()..)?;
    let mut rests = behind.match_indices(". ").filter_map(|(at, _)| behind.get(at + 2..));
    // Periods stand in shelf marks too.
    let said = rests.clone().find(|rest| credits::opens(rest) || sentences::is_labelled(rest));
    said.or_else(|| rests.next()).map(str::to_owned)
}

/// Whether the note of an entry is the place for what a document is: our own classic `@unpublished` has no other.
fn is_described_in_note(draft: &Draft<'_>) -> bool {
    draft.look("howpublished").is_none()
        && draft.look("entrysubtype").is_none()
        && draft.look("month").or(draft.look("year")).is_some()
}

pub(super) fn place_or_note(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if !item.is_literature()
        && draft.look("library").is_none()
        && begins_with_kind(draft, &text)
        && is_described_in_note(draft)
    {
        return describe(draft, at, &text);
    }
    let why = "the note of what was not published says where it is";
    let is_mark = || shelf::levels(&text).is_some() || shelf::levels_of_collection(&text).is_some();
    // With the archive at its end, as our own entries of reports have it.
    if !item.is_literature()
        && !is_mark()
        && let Some(name) = draft.get("holdings[0].repository.name").map(str::to_owned)
        && let Some(units) = text.strip_suffix(&name).and_then(|rest| rest.strip_suffix(", ")).map(str::to_owned)
        && !draft.has("holdings[0].path")
    {
        let paths = wordings::put(draft, None, &units, draft.place(at));
        return draft.guess_of(at, paths.first().map_or("holdings[0]", |path| path), why);
    }
    if item.is_literature() || !is_mark() || draft.has("holdings[0].reference") {
        return note(item, draft, at);
    }
    let place = draft.place(at);
    let mark = shelf::levels(&text).or_else(|| shelf::levels_of_collection(&text));
    if let Some(mark) = mark {
        mark.put(draft, place);
    }
    draft.guess_of(at, "holdings[0].path", why);
}

pub(super) fn how_published(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if web::is_address(&text) {
        return shared::address(&mut item.known, draft, at);
    }
    if item.is_literature() {
        return match item.known.item_type.as_str() {
            "webpage" if !draft.has("source.container") => draft.key(at, "source.container"),
            _ => draft.note(at, "How published"),
        };
    }
    if kinds::kind(&sentences::small(described(&text))).is_some() || begins_with_kind(draft, &text) {
        return describe(draft, at, &text);
    }
    let said = |part: &str| {
        let mut places = ["holdings[0].repository.name", "holdings[0].repository", "surrogates[0].archive"].into_iter();
        places.any(|path| draft.get(path).is_some_and(|known| known == part || text.contains(known)))
    };
    if draft.look("annote").is_some() && said(&text) {
        return draft.not(at, "the other fields say it");
    }
    let is_archive = text.split_once(", ").is_some_and(|(_, rest)| shelf::levels(rest).is_some());
    match is_archive && !draft.has("holdings") {
        true => locations::put(draft, at),
        false => match titles::read(&text, true).kind {
            Some(_) => describe(draft, at, &text),
            None => draft.note(at, "How published"),
        },
    }
}

pub(super) fn address(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    shared::address(&mut item.known, draft, at);
}

const PREPRINTS: &[&str] = &["arxiv", "jstor", "pubmed", "googlebooks", "hdl", "ssrn", "hal"];

pub(super) fn eprint_type(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    let is_server = PREPRINTS.contains(&text.to_lowercase().as_str());
    match draft.get("surrogates[0].archive") {
        Some(known) if known == text => draft.key_of(at, "surrogates[0].archive"),
        None if !is_server && draft.look("eprint").is_some() && !item.is_literature() => {
            draft.key(at, "surrogates[0].archive")
        }
        _ => draft.note(at, "Eprint at"),
    }
}

pub(super) fn eprint(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let kind = draft.look("eprinttype").or(draft.look("archiveprefix")).map(str::to_owned);
    match draft.get("surrogates[0].id") {
        Some(known) if known == draft.text(at) => draft.key_of(at, "surrogates[0].id"),
        None if kind.is_some() && draft.get("surrogates[0].archive") == kind.as_deref() && !item.is_literature() => {
            draft.key(at, "surrogates[0].id");
        }
        _ => draft.note(at, "Eprint"),
    }
}

pub(super) fn accessed(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let is_page = item.known.item_type == "webpage" && draft.text(at).parse::<crate::document::Date>().is_ok();
    match draft.get("source.url").map(str::to_owned).filter(|_| is_page) {
        Some(url) => {
            draft.remove("source.url");
            draft.put("surrogates[0].url", url, draft.place(at));
            draft.key(at, "surrogates[0].accessed");
        }
        None => shared::accessed(&mut item.known, draft, at),
    }
}

pub(super) fn book_title(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match item.is_literature() {
        true if item.known.item_type == "journalArticle" && !draft.has("source.container") => {
            draft.key(at, "source.container")
        }
        true if item.known.item_type == "bookSection" => draft.key(at, "source.title.text"),
        _ => draft.note(at, "Published in"),
    }
}

pub(super) fn book_subtitle(_: &mut Item, draft: &mut Draft<'_>, at: At) {
    let Some(title) = draft.get("source.title.text").map(str::to_owned) else {
        return draft.note(at, "Subtitle of the book");
    };
    draft.put("source.title.text", format!("{title}: {}", draft.text(at)), draft.place(at));
    draft.key_of(at, "source.title.text");
}

pub(super) fn journal(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match item.is_literature() && item.known.item_type != "bookSection" {
        true if !draft.has("source.container") => draft.key(at, "source.container"),
        _ => draft.note(at, "Journal"),
    }
}

pub(super) fn original_place(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match item.is_literature() && !is_printed_document(draft) {
        true => draft.key(at, "source.original.place"),
        false if draft.get("place") == Some(draft.text(at)) => draft.key_of(at, "place"),
        false if draft.has("place") => draft.note(at, "Original place"),
        false => draft.key(at, "place"),
    }
}

pub(super) fn original_language(_: &mut Item, draft: &mut Draft<'_>, at: At) {
    match draft.has("translation.from") {
        true => draft.key_of(at, "translation.from"),
        false => draft.note(at, "Original language"),
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
        false => draft.not(at, "nothing is in it"),
    }
}
