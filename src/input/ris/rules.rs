//! Rules for the type of a record, its titles and dates, and its notes.

use crate::input::draft::{At, Draft};
use crate::input::shared::{dates, kinds, names as people, sentences};
use crate::input::zotero::rules as shared;

/// Facts about the item: the meaning of some types and fields of RIS comes from Zotero.
pub(super) type Item = shared::Known;

/// The types of RIS, and the corresponding types of Zotero.
#[rustfmt::skip]
const TYPES: &[(&str, &str)] = &[
    ("PCOMM", "letter"), ("ICOMM", "email"), ("MANSCPT", "manuscript"), ("UNPB", "manuscript"), ("UNPD", "manuscript"),
    ("INPR", "manuscript"), ("UNBILL", "manuscript"), ("PAMP", "pamphlet"), ("SOUND", "audioRecording"), ("MUSIC", "audioRecording"),
    ("VIDEO", "videoRecording"), ("MPCT", "film"), ("ADVS", "film"), ("MULTI", "videoRecording"), ("MAP", "map"), ("ART", "artwork"),
    ("FIGURE", "artwork"), ("CHART", "artwork"), ("RPRT", "report"), ("GOVDOC", "report"), ("SLIDE", "presentation"), ("HEAR", "hearing"),
    ("BOOK", "book"), ("EBOOK", "book"), ("EDBOOK", "book"), ("CLSWK", "book"), ("SER", "book"), ("WHOLE", "book"),
    ("CHAP", "bookSection"), ("ECHAP", "bookSection"), ("ENCYC", "encyclopediaArticle"), ("DICT", "dictionaryEntry"),
    ("JOUR", "journalArticle"), ("EJOUR", "journalArticle"), ("ABST", "journalArticle"), ("JFULL", "journalArticle"),
    ("MGZN", "magazineArticle"), ("NEWS", "newspaperArticle"), ("CONF", "conferencePaper"), ("CPAPER", "conferencePaper"),
    ("JOURNAL ARTICLE", "journalArticle"), ("THES", "thesis"), ("ELEC", "webpage"), ("WEB", "webpage"), ("BLOG", "blogPost"), ("ICOMM", "email"),
];

/// The meaning of an item's type, and whether the item is literature.
pub(super) fn known(draft: &Draft<'_>) -> Item {
    let word = draft.look("TY").unwrap_or_default().to_ascii_uppercase();
    let zotero = TYPES.iter().find(|(known, _)| *known == word).map_or("document", |(_, zotero)| *zotero);
    // Mendeley and other programs write a journal article with a generic type.
    let is_article =
        word == "GEN" && ["JO", "JF"].iter().any(|tag| draft.look(tag).is_some()) && draft.look("VL").is_some();
    let mut item = Item::of_type(if is_article { "journalArticle" } else { zotero }, "AV", draft);
    if item.item_type == "book" && draft.look("SN").is_some() {
        item.literature = true;
    }
    item
}

pub(super) fn kind(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match (draft.text(at).to_ascii_uppercase().as_str(), item.item_type.as_str()) {
        ("ICOMM", _) => {
            draft.put("genre", "email", draft.place(at));
            draft.key_as(at, "kind", "letter");
        }
        ("GEN", "journalArticle") => {
            draft.guess(at, "kind", "article", "an item of a generic type in a volume of a journal")
        }
        (_, "manuscript") => {
            draft.guess(at, "kind", "manuscript", "all items of this type are unpublished papers");
        }
        (_, "pamphlet") => draft.key_as(at, "kind", "ephemera"),
        _ => shared::kind(item, draft, at),
    }
}

pub(super) fn genre(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if opening(draft) == Some(text.as_str()) {
        // Our own export capitalizes the word.
        sentences::put_word(draft, &sentences::small(&text), draft.place(at));
        return draft.guess_of(at, "kind", "the first word of the note, with a small letter");
    }
    match item.item_type.as_str() {
        "artwork" if kinds::kind(&text).is_none() => draft.key(at, "medium"),
        "journalArticle" | "magazineArticle" if text.contains("10.") && text.contains('/') => {
            shared::doi(item, draft, at)
        }
        // `Journal Article`, `Article`: these repeat the type.
        _ if item.literature && text.to_lowercase().ends_with("article") => draft.not(at, "the type contains it"),
        "thesis" => draft.key(at, "genre"),
        _ if item.literature => draft.note(at, "Type"),
        _ => shared::genre(item, draft, at),
    }
}

/// The start of the first note, if the note has labelled sentences.
pub(super) fn opening<'d>(draft: &'d Draft<'_>) -> Option<&'d str> {
    let note = draft.look("N1")?;
    // A note of one word has no further sentences.
    // Some databases write the DOI of an article there and in the type.
    if draft.look("M3") == Some(note) && !note.contains("10.") { Some(note) } else { sentences::opening(note) }
}

/// A title that an export makes from other fields, in brackets: `[Telegram to Charles Merriam, January 26, 1923]`.
fn is_made(draft: &Draft<'_>, text: &str) -> bool {
    let Some(inside) = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) else { return false };
    let others: Vec<&str> = ["AU", "A2", "M3"].iter().flat_map(|tag| draft.all_of(tag)).collect();
    let (date, year) = (draft.look("DA").unwrap_or_default(), draft.look("PY").unwrap_or_default());
    let what = inside.split(", ").filter(|part| {
        // `January 26, 1923`
        let read = dates::read(&format!("{part}, {year}"), None);
        let is_month = read.edtf.is_some_and(|edtf| date.replace('/', "-").starts_with(&edtf));
        !is_month && *part != year
    });
    let what: Vec<&str> = what.collect();
    draft.look("N1").is_some_and(|note| sentences::says(note, &others, &what.join(" ")))
}

/// A word for the kind instead of a title. Our own export for Zotero marks it so that styles do not quote it.
fn is_word(draft: &Draft<'_>, title: &str) -> bool {
    !title.contains(' ') && draft.all_of("M2").any(|line| line == "type: collection")
}

pub(super) fn title(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if is_made(draft, &text) {
        return draft.not(at, "it repeats the other tags");
    }
    if is_word(draft, &text) {
        sentences::put_word(draft, &sentences::small(&text), draft.place(at));
        return draft.guess_of(at, "kind", "a word instead of a title");
    }
    let Some(word) = opening(draft).map(str::to_lowercase) else { return shared::title(item, draft, at) };
    // Our own export: the kind of an untitled document, or a title with its translation.
    if text.to_lowercase() == word {
        sentences::put_word(draft, &sentences::small(&text), draft.place(at));
        return draft.guess_of(at, "kind", "the first word of the note");
    }
    shared::title(item, draft, at);
    sentences::put_translated(draft, at);
    if text.to_lowercase().starts_with(&word) && draft.has("title.text") && !draft.has("title.form") {
        draft.also(at, "title.form", "supplied", "it begins with the kind of document");
    }
}

pub(super) fn book_title(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match item.item_type.as_str() {
        "bookSection" | "encyclopediaArticle" | "conferencePaper" => draft.key(at, "source.title"),
        _ if draft.has("title") => draft.note(at, "Published in"),
        _ => title(item, draft, at),
    }
}

fn beside_title(draft: &mut Draft<'_>, at: At, key: &str, label: &'static str) {
    let path = format!("title.{key}");
    match draft.has("title.text") && !draft.has(&path) {
        true => draft.key(at, &path),
        false => draft.note(at, label),
    }
}

pub(super) fn short_title(_: &mut Item, draft: &mut Draft<'_>, at: At) {
    // Some programs repeat the title.
    match draft.get("title.text") == Some(draft.text(at)) {
        true => draft.key_of(at, "title.text"),
        false => beside_title(draft, at, "short", "Short title"),
    }
}

pub(super) fn translated_title(_: &mut Item, draft: &mut Draft<'_>, at: At) {
    beside_title(draft, at, "translated", "Translated title");
}

/// `1950/01/07/`, `1950/06//Summer`: four parts, each of which may be empty.
pub(super) fn slashed(text: &str) -> Option<String> {
    let mut parts = text.split('/').map(str::trim);
    let year = parts.next().filter(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()))?;
    let mut edtf = year.to_owned();
    for part in parts.take(2).take_while(|part| matches!(part.len(), 1 | 2)) {
        edtf.push_str(&format!("-{part:0>2}"));
    }
    (text.contains('/') && edtf.parse::<crate::document::Date>().is_ok()).then_some(edtf)
}

fn has_year(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4)
}

pub(super) fn date(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let path = if item.literature { "source.date" } else { "date" };
    if draft.has(path) {
        return draft.note(at, "Date");
    }
    let text = draft.owned(at);
    if let Some(edtf) = slashed(&text) {
        return draft.key_as(at, path, edtf);
    }
    // EndNote writes the day without the year, which is in PY.
    let year = draft.first("PY").filter(|year| *year != at && !has_year(&text));
    let text = match year {
        Some(year) => {
            let year = draft.text(year).split('/').next().unwrap_or_default().to_owned();
            match text.split(['-', '/']).map(str::parse::<u32>).collect::<Result<Vec<_>, _>>().as_deref() {
                Ok([month, day]) => format!("{year}-{month:02}-{day:02}"),
                _ => format!("{text} {year}"),
            }
        }
        None => text,
    };
    let language = item.language.clone();
    dates::read(&text, language.as_deref()).tell(draft, at, path);
    if let Some(year) = year {
        draft.key_of(year, path);
    }
}

pub(super) fn year(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let path = if item.literature { "source.date" } else { "date" };
    let text = draft.owned(at);
    let known = draft.get(path).or_else(|| draft.get(&format!("{path}.edtf")));
    let year = text.split('/').next().unwrap_or_default().trim();
    match known {
        Some(known) if !year.is_empty() && known.contains(year) => draft.key_of(at, path),
        None if !draft.has(path) => date(item, draft, at),
        _ => draft.note(at, "Year"),
    }
}

/// CSL variables that describe the book of a letter more exactly than the RIS tags do.
#[rustfmt::skip]
const VARIABLES: &[(&str, &str)] = &[
    ("container-title", "source.title"), ("volume", "source.volume"), ("issue", "source.issue"), ("edition", "source.edition"),
    ("publisher", "source.publisher"), ("publisher-place", "source.place"), ("page", "source.pages"),
    ("number-of-volumes", "source.volumes"), ("original-title", "source.original.title"),
    ("original-publisher", "source.original.publisher"), ("original-publisher-place", "source.original.place"),
];

const LISTS: &[(&str, &str)] = &[
    ("editor", "source.editors"),
    ("compiler", "source.compilers"),
    ("container-author", "source.authors"),
    ("interviewer", "interviewers"),
    ("translator", "contributions[0].by"),
];

pub(super) fn extra(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    let place = draft.place(at);
    let why = "a line of Extra was read as this field";
    let Some((variable, value)) = text.split_once(": ") else { return shared::extra(item, draft, at) };
    let in_book = item.literature || draft.all_of("M2").any(|line| line.starts_with("container-title: "));
    if variable == "type" && value == "collection" && draft.look("TI").is_some_and(|title| is_word(draft, title)) {
        return draft.not(at, "it only prevents quotation marks around a title");
    }
    if let Some((_, path)) = VARIABLES.iter().find(|(known, _)| *known == variable)
        && in_book
        && !draft.has(path)
    {
        return draft.guess(at, path, value, why);
    }
    if let Some((_, list)) = LISTS.iter().find(|(known, _)| *known == variable)
        && (in_book || matches!(variable, "interviewer" | "translator"))
    {
        if variable == "translator" {
            draft.put("contributions[0].roles[0]", "translated", place);
        }
        let path = format!("{list}[{}]", draft.count(list));
        let (family, given) = value.split_once(" || ").unwrap_or((value, ""));
        people::person(family, given).put(draft, &path, place);
        return draft.guess_of(at, &path, why);
    }
    match variable {
        "volume-title" if in_book && draft.has("source.title") => {
            if let Some(set) = draft.get("source.title").map(str::to_owned) {
                draft.put("source.container", set, place);
            }
            draft.guess(at, "source.title", value, why);
        }
        "issued" if in_book => put_date(draft, at, "source.date", value),
        "event-date" => put_date(draft, at, "date", value),
        "original-date" if in_book => put_date(draft, at, "source.original.date", value),
        _ => shared::extra(item, draft, at),
    }
}

fn put_date(draft: &mut Draft<'_>, at: At, path: &str, value: &str) {
    draft.remove(path);
    dates::read(value, None).put(draft, path, draft.place(at));
    draft.guess_of(at, path, "a line of Extra was read as this field");
}

pub(super) fn note(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match draft.text(at).contains('<') {
        true => shared::note(item, draft, at),
        false => sentences::put(draft, at),
    }
}

pub(super) fn keywords(_: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    let words = text.split([';', '\n']).map(str::trim).filter(|word| !word.is_empty());
    for word in words {
        draft.put(&format!("subjects[{}]", draft.count("subjects")), word, draft.place(at));
    }
    match draft.has("subjects") {
        true => draft.key_of(at, "subjects"),
        false => draft.not(at, "it is empty"),
    }
}
