//! What becomes of the fields that do not go into a key as they are.

use crate::input::draft::{At, Draft, index_of};
use crate::input::shared::{
    archives, dates, extra as extras, ids, kinds, languages, location as locations, names, shelf, titles, web,
};

/// What is known of the item.
pub(in crate::input) struct Known {
    pub(in crate::input) item_type: String,
    /// It is cited by how it was published.
    pub(in crate::input) literature: bool,
    pub(in crate::input) language: Option<String>,
    pub(in crate::input) has_author: bool,
}

/// Zotero's types, our kinds, and which are literature.
#[rustfmt::skip]
const TYPES: &[(&str, &str, bool)] = &[
    ("artwork", "", false), ("audioRecording", "recording", false), ("bill", "", false), ("blogPost", "web-page", true),
    ("book", "book", true), ("bookSection", "chapter", true), ("case", "", false), ("computerProgram", "", false),
    ("conferencePaper", "article", true), ("dataset", "", false), ("dictionaryEntry", "chapter", true), ("document", "document", false),
    ("email", "letter", false), ("encyclopediaArticle", "chapter", true), ("film", "film", false), ("forumPost", "web-page", true),
    ("hearing", "", false), ("instantMessage", "letter", false), ("interview", "interview", false), ("journalArticle", "article", true),
    ("letter", "letter", false), ("magazineArticle", "article", true), ("manuscript", "manuscript", false), ("map", "map", false),
    ("newspaperArticle", "article", true), ("patent", "", false), ("podcast", "recording", false), ("preprint", "article", true),
    ("presentation", "speech", false), ("radioBroadcast", "recording", false), ("report", "report", false), ("standard", "", false),
    ("statute", "", false), ("thesis", "thesis", true), ("tvBroadcast", "film", false), ("videoRecording", "film", false),
    ("webpage", "web-page", true),
];

/// The kinds of creators, and our lists; none: the note, by its label.
#[rustfmt::skip]
const CREATORS: &[(&str, Option<&str>, &str)] = &[
    ("author", Some("creators"), ""), ("artist", Some("creators"), ""), ("cartographer", Some("creators"), ""),
    ("composer", Some("creators"), ""), ("director", Some("creators"), ""), ("interviewee", Some("creators"), ""),
    ("inventor", Some("creators"), ""), ("performer", Some("creators"), ""), ("podcaster", Some("creators"), ""),
    ("presenter", Some("creators"), ""), ("programmer", Some("creators"), ""), ("sponsor", Some("creators"), ""),
    ("creator", Some("creators"), ""), ("recipient", Some("recipients"), ""), ("interviewer", Some("interviewers"), ""),
    ("contributor", None, "Contributor"), ("castMember", None, "Cast member"), ("scriptwriter", None, "Scriptwriter"),
    ("producer", None, "Producer"), ("wordsBy", None, "Words by"), ("guest", None, "Guest"), ("commenter", None, "Commenter"),
    ("counsel", None, "Counsel"), ("cosponsor", None, "Cosponsor"), ("attorneyAgent", None, "Attorney or agent"),
    ("executiveProducer", None, "Executive producer"), ("seriesEditor", None, "Series editor"), ("reviewedAuthor", None, "Reviewed author"),
    ("originalCreator", None, "Original creator"), ("narrator", None, "Narrator"), ("testimonyBy", None, "Testimony by"),
];

impl Known {
    /// An item of this type of Zotero's. `location` is the field for the location in the archive.
    pub(in crate::input) fn of_type(item_type: &str, location: &str, draft: &Draft<'_>) -> Self {
        let is_in_archive = draft.look(location).is_some()
            || draft.look("archive").is_some_and(|archive| archives::read(archive).digital.is_none());
        let published = TYPES.iter().any(|(known, _, literature)| *known == item_type && *literature);
        // Translators of archive sites save as a book what has no type of its own.
        let literature = published && !(item_type == "book" && is_in_archive && draft.look("ISBN").is_none());
        Known { item_type: item_type.to_owned(), literature, language: None, has_author: false }
    }

    pub(in crate::input) fn of(draft: &Draft<'_>) -> Self {
        let item_type = draft.look("itemType").unwrap_or_default();
        let has_author = draft
            .all("creators[].creatorType")
            .into_iter()
            .any(|at| CREATORS.iter().any(|(known, list, _)| *known == draft.text(at) && *list == Some("creators")));
        Known { has_author, ..Known::of_type(item_type, "archiveLocation", draft) }
    }

    pub(in crate::input) fn is_literature(&self) -> bool {
        self.literature
    }
}

pub(in crate::input) fn id(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    if draft.has("id") {
        return draft.not(at, "the citation key is the id");
    }
    match ids::id(draft.text(at)) {
        Some(id) => draft.key_as(at, "id", id),
        None => draft.not(at, "nothing of it can be an id"),
    }
}

pub(in crate::input) fn language(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let Some(tags) = languages::tags(draft.text(at)) else { return draft.note(at, "Language") };
    for (index, tag) in tags.iter().enumerate() {
        draft.put(&format!("languages[{index}]"), tag.as_str(), draft.place(at));
    }
    draft.key_of(at, "languages");
    item.language = tags.into_iter().next();
}

pub(in crate::input) fn kind(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let word = item.item_type.clone();
    if word == "book" && !item.literature {
        return draft.guess(
            at,
            "kind",
            "document",
            "a book in an archive, without an ISBN: an archival document as a rule",
        );
    }
    match TYPES.iter().find(|(known, ..)| *known == word) {
        Some((_, "", _)) | None => {
            // `artwork` is a drawing, a photograph, an object.
            draft.put("kind", "document", draft.place(at));
            draft.key_of(at, "kind");
        }
        Some((_, kind, _)) => draft.key_as(at, "kind", *kind),
    }
}

/// The words of archives for levels of description, which do not say what the document is.
const LEVELS: &[&str] = &["item", "piece", "file", "folder", "box", "subseries", "sub-series"];

pub(in crate::input) fn genre(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if LEVELS.iter().any(|level| level.eq_ignore_ascii_case(&text)) {
        return draft.not(at, "the level of its description, not what it is");
    }
    let place = draft.place(at);
    match kinds::kind(&text) {
        Some(named) => {
            draft.put("kind", named.kind.as_str(), place);
            if let Some(genre) = named.genre {
                draft.put("genre", genre, place);
            }
            draft.key_of(at, if named.genre.is_some() { "genre" } else { "kind" });
        }
        None if draft.has("genre") => draft.note(at, "Type"),
        None => draft.key(at, "genre"),
    }
}

/// One creator with all of its parts: the first of them that comes takes the others.
pub(in crate::input) fn creator(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let index = index_of(draft.field(at));
    let part = |draft: &Draft<'_>, key: &str| draft.look(&format!("creators[{index}].{key}")).map(str::to_owned);
    let role = part(draft, "creatorType").unwrap_or_else(|| "author".to_owned());
    let is_single = part(draft, "fieldMode").is_some_and(|mode| mode == "1" || mode == "true");
    let family = part(draft, "name").or_else(|| part(draft, "lastName")).unwrap_or_default();
    let given = part(draft, "firstName").unwrap_or_default();
    if family.is_empty() && given.is_empty() {
        return draft.not(at, "a creator without a name");
    }
    let mut read = match is_single || part(draft, "name").is_some() {
        true => single(&family),
        false => names::person(&family, &given),
    };
    let place = draft.place(at);
    let (path, label) = place_of(&role, item, draft, place);
    if role == "contributor" && path.is_some() {
        read.why = Some("a contributor, where no author is named".into());
    }
    if let Some(path) = &path {
        read.put(draft, path, place);
    }
    let name = if given.is_empty() { family } else { format!("{given} {family}") };
    let mut is_first = true;
    for value in draft.beside(at, &format!("creators[{index}].")) {
        let is_name = ["name", "lastName", "firstName"].iter().any(|key| draft.field(value).ends_with(key));
        match (&path, &read.why) {
            (Some(path), Some(why)) => draft.guess_of(value, path, why.clone()),
            (Some(path), None) => draft.key_of(value, path),
            (None, _) if is_name && is_first => {
                is_first = false;
                draft.note_as(value, label, name.as_str());
            }
            (None, _) => draft.note_of(value, label),
        }
    }
}

/// The path at which a person in this role is put, or the label of the note.
pub(in crate::input) fn place_of(
    role: &str,
    item: &Known,
    draft: &mut Draft<'_>,
    place: usize,
) -> (Option<String>, &'static str) {
    let next = |list: &str| (Some(format!("{list}[{}]", draft.count(list))), "");
    match (role, item.literature) {
        ("translator", true) => next("source.translators"),
        ("editor", true) => next("source.editors"),
        ("bookAuthor", true) => next("source.authors"),
        ("compiler", true) => next("source.compilers"),
        ("translator" | "editor" | "compiler", false) => {
            let contribution = format!("contributions[{}]", draft.count("contributions"));
            let word = match role {
                "editor" => "edited",
                "compiler" => "compiled",
                _ => "translated",
            };
            draft.put(&format!("{contribution}.roles[0]"), word, place);
            (Some(format!("{contribution}.by[0]")), "")
        }
        _ => match CREATORS.iter().find(|(known, ..)| *known == role) {
            Some((_, Some(list), _)) => next(list),
            Some(("contributor", ..)) if !item.has_author && !item.literature => next("creators"),
            Some((_, None, label)) => (None, *label),
            None => (None, "Creator"),
        },
    }
}

/// A name in one field: an institution, or a person with a comma.
pub(in crate::input) fn single(name: &str) -> names::Read {
    match names::read(name) {
        names::Read { name: names::Parts::Short(text), why } if text.contains(',') => {
            let why = why.or(Some("a name in one field, taken for a person's by its comma".into()));
            names::Read { name: names::Parts::Short(text), why }
        }
        // One field is for institutions.
        names::Read { name: names::Parts::Short(text), why: None } => names::body(&text),
        read => read,
    }
}

pub(in crate::input) fn title(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    if draft.has("title") {
        return draft.note(at, "Title");
    }
    if item.literature {
        return draft.key(at, "title.text");
    }
    let is_letter = matches!(item.item_type.as_str(), "letter" | "email" | "instantMessage");
    let Some(kind) = titles::put(draft, at, is_letter) else { return };
    let known = draft.get("kind").unwrap_or_default();
    let is_open =
        matches!(known, "manuscript" | "document" | "film" | "recording") || kind.as_str() == "minutes" && is_letter;
    if is_open && known != kind.as_str() && draft.get("genre").is_none() && draft.look("manuscriptType").is_none() {
        draft.also(at, "kind", kind.as_str(), "the title begins with it");
    }
}

pub(in crate::input) fn date(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let path = if item.literature { "source.date" } else { "date" };
    if draft.has(path) {
        return draft.note(at, "Date");
    }
    dates::read(draft.text(at), item.language.as_deref()).tell(draft, at, path);
}

pub(in crate::input) fn archive(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    archives::put(draft, at);
}

/// What is in an archive belongs to a series or a collection there; NARA's translator puts the record group here.
pub(in crate::input) fn series(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    if item.literature {
        return draft.key(at, "source.series");
    }
    let text = draft.owned(at);
    let level = match text.starts_with("Records of") {
        true => "record-group",
        false if shelf::names_a_collection(&text) => "collection",
        false => "series",
    };
    let path = format!("holdings[0].path[{}]", draft.count("holdings[0].path"));
    draft.put(&format!("{path}.level"), level, draft.place(at));
    draft.guess(at, &format!("{path}.title"), text, "a series of what is in an archive is taken for a level of it");
}

pub(in crate::input) fn extra(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    extras::put(draft, at, item.language.as_deref());
}

pub(in crate::input) fn location(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    locations::put(draft, at);
}

pub(in crate::input) fn call_number(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    if item.literature {
        return draft.note(at, "Call number");
    }
    shelf::put_mark(draft, at);
}

pub(in crate::input) fn address(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    match web::is_address(draft.text(at)) {
        true if item.literature && !draft.has("surrogates[0].archive") => draft.key(at, "source.url"),
        true => web::put_address(draft, at),
        false => draft.note(at, "Address"),
    }
}

pub(in crate::input) fn doi(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = draft.text(at);
    let bare = text.find("10.").and_then(|at| text.get(at..)).filter(|doi| doi.contains('/') && !doi.contains(' '));
    let Some(bare) = bare.map(str::to_owned) else { return draft.note(at, "DOI") };
    draft.key_as(at, if item.literature { "source.doi" } else { "surrogates[0].doi" }, bare);
}

pub(in crate::input) fn accessed(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = draft.text(at);
    let day = text.get(..10).filter(|day| day.len() == 10 && day.parse::<crate::document::Date>().is_ok());
    match day.map(str::to_owned) {
        Some(day) if !item.literature && draft.has("surrogates[0].url") => {
            draft.key_as(at, "surrogates[0].accessed", day)
        }
        Some(day) => draft.note_as(at, "Accessed", day),
        None => draft.note(at, "Accessed"),
    }
}

pub(in crate::input) fn catalog(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if draft.get("holdings[0].repository.name") == Some(text.as_str()) {
        return draft.key_of(at, "holdings[0].repository.name");
    }
    match draft.get("surrogates[0].archive") {
        _ if item.literature => draft.note(at, "Catalog"),
        None if draft.has("surrogates[0].url") => draft.key(at, "surrogates[0].archive"),
        Some(known) if draft.has("surrogates[0].url") && !text.contains(known) => {
            draft.guess(at, "surrogates[0].host", text, "beside a web archive it is taken for who runs it");
        }
        _ => draft.note(at, "Catalog"),
    }
}

pub(in crate::input) fn subject(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let path = format!("subjects[{}]", draft.count("subjects"));
    draft.key(at, &path);
}

pub(in crate::input) fn pages(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if draft.has("extent") {
        return draft.note(at, "Pages");
    }
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    let words = match text.as_str() {
        "1" => "1 page".to_owned(),
        number if is_number => format!("{number} pages"),
        words => words.to_owned(),
    };
    draft.key_as(at, "extent", words);
}

/// A translator of one site puts the dates here.
pub(in crate::input) fn place(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    if item.literature {
        return draft.key(at, "source.place");
    }
    let text = draft.owned(at);
    let is_date = !text.chars().any(char::is_alphabetic) && !draft.has("date");
    let read = dates::read(&text, item.language.as_deref());
    if is_date && read.edtf.is_some() {
        read.put(draft, "date", draft.place(at));
        return draft.guess_of(at, "date", "a date stands in the field for the place");
    }
    match item.item_type.as_str() {
        "letter" | "email" | "map" => draft.key(at, "place"),
        _ => draft.guess(
            at,
            "place",
            text,
            "the place of writing, of publication or of the archive: Zotero has one field for them",
        ),
    }
}

pub(in crate::input) fn institution(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    match item.literature {
        true => draft.key(at, "source.publisher"),
        false if !draft.has("creators") => {
            draft.guess(at, "creators[0].body", draft.owned(at), "the institution of a report that names no author");
        }
        false => draft.note(at, "Institution"),
    }
}

pub(in crate::input) fn leaves(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    match item.literature {
        true => draft.key(at, "source.pages"),
        false if draft.has("holdings[0].leaves") => draft.note(at, "Pages"),
        false if draft.has("holdings") => draft.key(at, "holdings[0].leaves"),
        false => draft.note(at, "Pages"),
    }
}

pub(in crate::input) fn journal(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    match draft.get("source.container").map(str::to_owned) {
        Some(title) if item.literature => {
            draft.put("source.container.text", title, draft.place(at));
            draft.key(at, "source.container.short");
        }
        _ => draft.note(at, "Journal"),
    }
}

pub(in crate::input) fn note(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = web::without_markup(draft.text(at));
    match text.is_empty() {
        true => draft.not(at, "nothing but markup"),
        false => draft.note_as(at, "", text),
    }
}
