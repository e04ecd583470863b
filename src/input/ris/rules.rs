//! What becomes of the tags that do not go into a key as they are.

use std::borrow::Cow;

use crate::input::draft::{At, Draft};
use crate::input::shared::{archives, dates, kinds, names as people, sentences, shelf, web};
use crate::input::zotero::rules as shared;

/// What is known of the item: RIS has types and fields that Zotero gives a meaning to.
pub(super) type Item = shared::Known;

/// The types of RIS, and those of Zotero that they are.
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
    ("THES", "thesis"), ("ELEC", "webpage"), ("WEB", "webpage"), ("BLOG", "blogPost"), ("ICOMM", "email"),
];

/// What the type of an item means, and whether it is literature.
pub(super) fn known(draft: &Draft<'_>) -> Item {
    let word = draft.look("TY").unwrap_or_default().to_ascii_uppercase();
    let zotero = TYPES.iter().find(|(known, _)| *known == word).map_or("document", |(_, zotero)| *zotero);
    // Mendeley and others write a journal's article as a thing of no kind.
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
            draft.guess(at, "kind", "article", "a thing of no kind that is in a volume of a journal")
        }
        (_, "manuscript") => {
            draft.guess(at, "kind", "manuscript", "items of this type are all papers that were not published");
        }
        (_, "pamphlet") => draft.key_as(at, "kind", "ephemera"),
        _ => shared::kind(item, draft, at),
    }
}

pub(super) fn genre(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if opening(draft) == Some(text.as_str()) {
        // Our own export raises the first letter of the word.
        sentences::put_word(draft, &sentences::small(&text), draft.place(at));
        return draft.guess_of(at, "kind", "the word that opens the note, with a small letter");
    }
    match item.item_type.as_str() {
        "artwork" if kinds::kind(&text).is_none() => draft.key(at, "medium"),
        "journalArticle" | "magazineArticle" if text.contains("10.") && text.contains('/') => {
            shared::doi(item, draft, at)
        }
        // `Journal Article`, `Article`: what the type says.
        _ if item.literature && text.to_lowercase().ends_with("article") => draft.not(at, "the type says it"),
        "thesis" => draft.key(at, "genre"),
        _ if item.literature => draft.note(at, "Type"),
        _ => shared::genre(item, draft, at),
    }
}

/// What opens the first note, where that has labelled sentences.
fn opening<'d>(draft: &'d Draft<'_>) -> Option<&'d str> {
    let note = draft.look("N1")?;
    // A note of one word has no more to say.
    if draft.look("M3") == Some(note) { Some(note) } else { sentences::opening(note) }
}

/// A title that an export makes of other fields, in brackets: `[Telegram to Charles Merriam, January 26, 1923]`.
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

/// A word for what it is, which is no title: our own export for Zotero marks it so that no style sets it in quotation marks.
fn is_word(draft: &Draft<'_>, title: &str) -> bool {
    !title.contains(' ') && draft.all_of("M2").any(|line| line == "type: collection")
}

pub(super) fn title(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if is_made(draft, &text) {
        return draft.not(at, "made of what the other tags say");
    }
    if is_word(draft, &text) {
        sentences::put_word(draft, &sentences::small(&text), draft.place(at));
        return draft.guess_of(at, "kind", "a word in the place of a title");
    }
    let Some(word) = opening(draft).map(str::to_lowercase) else { return shared::title(item, draft, at) };
    // Our own export: of an untitled document the word for it, of a title its translation too.
    if text.to_lowercase() == word {
        sentences::put_word(draft, &sentences::small(&text), draft.place(at));
        return draft.guess_of(at, "kind", "the word that opens the note");
    }
    shared::title(item, draft, at);
    sentences::put_translated(draft, at);
    if text.to_lowercase().starts_with(&word) && draft.has("title.text") && !draft.has("title.form") {
        draft.also(at, "title.form", "supplied", "it begins with what the document is");
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

/// `1950/01/07/`, `1950/06//Summer`: four parts, of which any may be empty.
fn slashed(text: &str) -> Option<String> {
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

pub(super) fn archive(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if item.literature {
        return match item.item_type.as_str() {
            "thesis" if !draft.has("surrogates[0].archive") => draft.key(at, "surrogates[0].archive"),
            _ => draft.note(at, "Database"),
        };
    }
    if draft.has("holdings[0].repository") || draft.has("surrogates[0].archive") {
        return draft.note(at, "Archive");
    }
    // EndNote has the archive of a manuscript in PB; Zotero has no such field for one.
    if item.item_type == "manuscript" && draft.look("PB").is_some_and(|publisher| publisher != text) {
        return draft.note(at, "Database");
    }
    let provider = draft.look("DP").map(str::to_owned);
    let place = draft.place(at);
    match provider {
        Some(provider) if provider == text => {
            draft.guess(
                at,
                "surrogates[0].archive",
                text,
                "its provider has the same name: it is read there, and who holds it is not said",
            );
        }
        // Both, as our export has them for Zotero.
        Some(provider) if text.ends_with(&format!(", {provider}")) => {
            let name = text.get(..text.len() - provider.len() - 2).unwrap_or_default();
            draft.put("surrogates[0].archive", provider.as_str(), place);
            draft.guess(at, "holdings[0].repository.name", name, "the name of the provider is taken off");
            draft.also_of(at, "surrogates[0].archive", "the name of the provider is taken off");
        }
        _ => archives::put(draft, at),
    }
}

pub(super) fn publisher(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if item.literature {
        return match draft.has("source.publisher") {
            true => draft.note(at, "Publisher"),
            false => draft.key(at, "source.publisher"),
        };
    }
    if draft.look("DB") == Some(text.as_str()) {
        let path = if draft.has("holdings[0].repository") { "holdings[0].repository" } else { "surrogates[0].archive" };
        return match draft.has(path) {
            true => draft.key_of(at, path),
            false => draft.note(at, "Publisher"),
        };
    }
    if draft.has("holdings[0].repository") {
        return draft.note(at, "Publisher");
    }
    match item.item_type.as_str() {
        "report" if draft.look("AV").or(draft.look("AN")).is_none() => shared::institution(item, draft, at),
        "letter" | "manuscript" | "email" | "pamphlet" | "document" => {
            archives::put(draft, at);
            let path = ["holdings[0].repository.name", "holdings[0].path", "surrogates[0].archive"];
            let path = path.into_iter().find(|path| draft.has(path)).unwrap_or("holdings[0]");
            draft.also_of(at, path, "the publisher of what was not published is who holds it");
        }
        _ => draft.note(at, "Publisher"),
    }
}

pub(super) fn place(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    if item.literature {
        return draft.key(at, "source.place");
    }
    let text = draft.owned(at);
    match draft.get("holdings[0].repository.place") {
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
                "the place of the archive, or of writing: RIS has one tag for them",
            );
        }
        None => shared::place(item, draft, at),
    }
}

/// A collection, of which the shelf mark may say more.
pub(super) fn second_title(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    match item.item_type.as_str() {
        "bookSection" | "encyclopediaArticle" | "dictionaryEntry" | "conferencePaper" => draft.key(at, "source.title"),
        "journalArticle" | "magazineArticle" | "newspaperArticle" | "webpage" | "blogPost" => {
            container(draft, at, "source.container")
        }
        "book" if item.literature => draft.key(at, "source.series"),
        "thesis" => draft.note(at, "Department"),
        word => {
            let is_shelf_mark = draft.look("AV").is_some_and(|mark| mark.ends_with(&text));
            let sure = word == "manuscript" && !is_shelf_mark && opening(draft).is_none();
            let place = draft.place(at);
            let why =
                if is_shelf_mark { "the shelf mark names it too" } else { "the second title of what is in an archive" };
            if let Some(mark) = shelf::levels(&text) {
                mark.put(draft, place);
                return draft.guess_of(at, "holdings[0].path", why);
            }
            // `General Records of the Department of State, Record Group 59`
            if let Some((title, number)) = text.rsplit_once(", ")
                && let Some(mark) = shelf::levels(number)
                && mark.levels.len() == 1
            {
                mark.put(draft, place);
                let path = format!("holdings[0].path[{}]", draft.count("holdings[0].path").saturating_sub(1));
                draft.put(&format!("{path}.title"), title, place);
                return draft.guess_of(at, &path, why);
            }
            let path = archives::put_collection(draft, &text, place);
            match sure {
                true => draft.key_of(at, &format!("{path}.title")),
                false => draft.guess_of(at, &format!("{path}.title"), why),
            }
        }
    }
}

/// A title of a container, where there is none.
fn container(draft: &mut Draft<'_>, at: At, path: &str) {
    match draft.get(path) == Some(draft.text(at)) {
        true => draft.key_of(at, path),
        false if draft.has(path) => draft.note(at, "Published in"),
        false => draft.key(at, path),
    }
}

/// Whether the note names a set and then the volume of it that T2 is.
fn is_set(draft: &Draft<'_>, title: &str) -> bool {
    let note = draft.look("N1").and_then(|note| note.split_once(crate::labels::SOURCE)).map(|(_, book)| book);
    let place = |title: &str| note.and_then(|note| note.find(title));
    match (place(title), draft.look("T2").and_then(place)) {
        (Some(set), Some(volume)) => set < volume,
        _ => false,
    }
}

pub(super) fn third_title(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match item.item_type.as_str() {
        "book" if item.literature => draft.key(at, "source.container"),
        "bookSection" if is_set(draft, draft.text(at)) => {
            draft.guess(at, "source.container", draft.owned(at), "the note has it before the title of the book");
        }
        _ if item.literature && !draft.has("source.series") => draft.key(at, "source.series"),
        _ => draft.note(at, "Title"),
    }
}

pub(super) fn journal(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match item.literature && item.item_type != "bookSection" {
        true if draft.has("source.container") && draft.get("source.container") != Some(draft.text(at)) => {
            short_journal(item, draft, at)
        }
        true => container(draft, at, "source.container"),
        false => draft.note(at, "Journal"),
    }
}

pub(super) fn short_journal(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let known = draft.get("source.container").map(str::to_owned);
    let is_article = item.item_type.ends_with("Article") && item.literature;
    match known {
        Some(title) if title == draft.text(at) => draft.key_of(at, "source.container"),
        Some(_) => shared::journal(item, draft, at),
        None if is_article && !draft.has("source.container") => draft.key(at, "source.container"),
        None => draft.note(at, "Journal"),
    }
}

/// A shelf mark, perhaps with the collection of T2 at its end.
pub(super) fn location(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if item.literature {
        return draft.note(at, "Availability");
    }
    if sentences::is_labelled(&text) {
        // Where nothing else is known of where it is, our export has the book here too.
        return match draft.look("N1").is_some_and(|note| note.contains(&text)) {
            true => draft.note_of(at, ""),
            false => draft.note_as(at, "", text),
        };
    }
    let collection = draft.look("T2").map(str::to_owned).filter(|_| draft.has("holdings[0].path"));
    if let Some(rest) = collection.as_deref().and_then(|collection| text.strip_suffix(collection)) {
        let rest = rest.trim_end_matches([',', ' ']);
        let why = "the collection of T2 is taken off its end";
        let place = draft.place(at);
        return match shelf::levels(rest) {
            _ if rest.is_empty() => draft.key_of(at, "holdings[0].path"),
            Some(mark) => {
                mark.put(draft, place);
                draft.guess_of(at, "holdings[0].path", why);
            }
            None if draft.has("holdings[0].reference") => draft.note(at, "Shelf mark"),
            None => draft.guess(at, "holdings[0].reference", rest.to_owned(), why),
        };
    }
    let note = draft.look("N1").map(str::to_owned);
    if note.is_some_and(|note| sentences::has_other_shelf(&note, collection.as_deref())) {
        let has_name =
            !draft.has("holdings[0].repository") || draft.look("DB").is_some_and(|name| text.starts_with(name));
        let path = if has_name { "holdings[0].cited-whole" } else { "holdings[0].as-cited" };
        return draft.guess(at, path, text, "the archive's own wording: the note has the levels");
    }
    shared::location(item, draft, at);
}

pub(super) fn accession(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match item.literature {
        true => draft.note(at, "Accession number"),
        false => location(item, draft, at),
    }
}

pub(super) fn volume(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    if item.literature && item.item_type != "webpage" {
        return match draft.has("source.volume") {
            true => draft.note(at, "Volume"),
            false => draft.key(at, "source.volume"),
        };
    }
    match shelf::levels(&text) {
        Some(mark) => {
            mark.put(draft, draft.place(at));
            draft.key_of(at, "holdings[0].path");
        }
        None => draft.note(at, "Volume"),
    }
}

/// Variables of CSL that say more of a book than the tags of a letter.
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
    let why = "a line of Extra is taken for this field";
    let Some((variable, value)) = text.split_once(": ") else { return shared::extra(item, draft, at) };
    let in_book = item.literature || draft.all_of("M2").any(|line| line.starts_with("container-title: "));
    if variable == "type" && value == "collection" && draft.look("TI").is_some_and(|title| is_word(draft, title)) {
        return draft.not(at, "so that a style sets no title in quotation marks");
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
    draft.guess_of(at, path, "a line of Extra is taken for this field");
}

pub(super) fn note(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match draft.text(at).contains('<') {
        true => shared::note(item, draft, at),
        false => sentences::put(draft, at),
    }
}

pub(super) fn call_number(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let paths = ["number", "surrogates[0].id", "holdings[0].reference", "holdings[0].as-cited"];
    let same = paths.into_iter().find(|path| draft.get(path) == Some(draft.text(at)));
    match same {
        Some(path) => draft.key_of(at, path),
        None => shared::call_number(item, draft, at),
    }
}

pub(super) fn address(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let is_of_book =
        !item.literature && draft.has("source.title") && !draft.has("source.url") && !draft.has("surrogates");
    match is_of_book && web::is_address(draft.text(at)) {
        true => draft.guess(at, "source.url", draft.owned(at), "the document is in a book, whose address it is"),
        false => shared::address(item, draft, at),
    }
}

pub(super) fn link(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match web::is_address(draft.text(at)) && draft.look("UR").is_none() {
        true => shared::address(item, draft, at),
        false => draft.not(at, "a file that is attached"),
    }
}

pub(super) fn provider(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match draft.get("surrogates[0].archive").map(|known| known == draft.text(at)) {
        Some(true) => draft.key_of(at, "surrogates[0].archive"),
        _ => shared::catalog(item, draft, at),
    }
}

pub(super) fn accessed(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    let Some(day) = slashed(&text).or_else(|| text.parse::<crate::document::Date>().ok().map(|_| text.clone())) else {
        return draft.note(at, "Accessed");
    };
    let is_page = matches!(item.item_type.as_str(), "webpage" | "blogPost");
    if draft.has("surrogates[0].url") && !draft.has("surrogates[0].accessed") {
        return draft.key_as(at, "surrogates[0].accessed", day);
    }
    match draft.get("source.url").map(str::to_owned).filter(|_| is_page) {
        Some(url) => {
            // The day is one of a copy.
            draft.remove("source.url");
            draft.put("surrogates[0].url", url, draft.place(at));
            draft.key_as(at, "surrogates[0].accessed", day);
        }
        None => draft.note_as(at, "Accessed", day),
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
        false => draft.not(at, "nothing is in it"),
    }
}

pub(super) fn volumes(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match item.literature {
        true if draft.has("source.volumes") => draft.note(at, "Number of volumes"),
        true => draft.key(at, "source.volumes"),
        false => shelf::put_mark(draft, at),
    }
}

pub(super) fn number(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    match item.item_type.as_str() {
        // A catalogue may write its shelf mark twice.
        _ if ["AN", "AV", "CN"].iter().any(|tag| draft.look(tag) == Some(text.as_str()))
            && draft.has("holdings[0]") =>
        {
            draft.key_of(at, "holdings[0]");
        }
        "journalArticle" | "magazineArticle" if !draft.has("source.issue") && draft.look("IS").is_none() => {
            draft.key(at, "source.issue")
        }
        _ if item.literature => draft.note(at, "Number"),
        _ => shared::extra(item, draft, at),
    }
}

pub(super) fn issue(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match item.item_type.as_str() {
        "bookSection" if !draft.has("source.volumes") => draft.key(at, "source.volumes"),
        _ if item.literature && !draft.has("source.issue") => draft.key(at, "source.issue"),
        _ => draft.note(at, "Issue"),
    }
}

pub(super) fn pages(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    let end =
        draft.first("EP").filter(|end| *end != at && draft.field(at) == "SP").filter(|end| draft.text(*end) != text);
    let is_counted = matches!(item.item_type.as_str(), "book" | "thesis" | "manuscript") && end.is_none();
    if is_counted && is_number {
        return shared::pages(item, draft, at);
    }
    let range: Cow<'_, str> = match end {
        Some(end) => format!("{text}-{}", draft.text(end)).into(),
        None => text.as_str().into(),
    };
    let path = if item.literature { "source.pages" } else { "holdings[0].leaves" };
    let is_free = !draft.has(path) && (item.literature || draft.has("holdings"));
    if !is_free {
        return match draft.get(path) == Some(text.as_str()) {
            true => draft.key_of(at, path),
            false => draft.note(at, "Pages"),
        };
    }
    draft.key_as(at, path, range.into_owned());
    if let Some(end) = end {
        draft.key_of(end, path);
    }
}

pub(super) fn serial(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match item.item_type.as_str() {
        "report" if !draft.has("number") => draft.key(at, "number"),
        "report" => draft.note(at, "Number"),
        "book" | "bookSection" | "thesis" | "conferencePaper" | "encyclopediaArticle" | "dictionaryEntry"
            if item.literature && !draft.has("source.isbn") =>
        {
            draft.key(at, "source.isbn");
        }
        _ if draft.text(at).len() == 9 => draft.note(at, "ISSN"),
        _ => draft.note(at, "Serial number"),
    }
}

pub(super) fn custom(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let tag = draft.field(at).to_owned();
    match (tag.as_str(), item.item_type.as_str()) {
        ("C1", "map") => draft.note(at, "Scale"),
        ("C1", "conferencePaper") if !draft.has("source.place") => draft.key(at, "source.place"),
        ("C2", "bookSection") => {
            let path = format!("source.authors[{}]", draft.count("source.authors"));
            draft.key(at, &path);
        }
        ("C3", "artwork") if !draft.has("extent") => draft.key(at, "extent"),
        ("C3", "conferencePaper") if !draft.has("source.title") => draft.key(at, "source.title"),
        ("C5", "audioRecording" | "film" | "videoRecording") if !draft.has("medium") => draft.key(at, "medium"),
        ("C1", _) => draft.note(at, "Custom 1"),
        ("C2", _) => draft.note(at, "Custom 2"),
        ("C3", _) => draft.note(at, "Custom 3"),
        _ => draft.note(at, "Custom 5"),
    }
}
