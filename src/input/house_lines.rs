//! Citations as the Wilson Center's Digital Archive prints them, one per line: `"TITLE," January 07, 1950, ARCHIVE, SOURCE ADDRESS`.
//!
//! Title, date, archive, URL and credits go to their keys. The location is split only if its pattern is unambiguous; otherwise
//! it stays the archive's own wording. The style `wilson-center` prints the same line again.

use super::draft::{At, Draft, Told, Value};
use super::foreign::Foreign;
use super::item::Broken;
use super::shared::{archives, credits, dates, ids, kinds, location, shelf, web};
#[cfg(test)]
use super::table::{Described, describe};
use super::table::{How, Row, follow};
use crate::document::fault::FieldErrorKind;
use crate::slice::slice;

/// The last words of the archive's name.
const ARCHIVE: &str = "Digital Archive";

/// The most quotation marks in a title.
const MAX_MARKS: usize = 64;

/// The parts of a line.
#[derive(Debug, PartialEq, Eq)]
struct Frame<'t> {
    title: &'t str,
    date: Option<&'t str>,
    archive: &'t str,
    source: &'t str,
    credits: Option<&'t str>,
    url: Option<&'t str>,
}

/// Whether a line is a citation of this archive.
pub(super) fn is_line(line: &str) -> bool {
    let names = ["History and Public Policy Program Digital Archive", "Wilson Center Digital Archive"];
    frame(line.trim()).is_some_and(|frame| names.contains(&frame.archive))
}

fn frame(line: &str) -> Option<Frame<'_>> {
    let close = match line.chars().next()? {
        '"' => '"',
        '“' => '”',
        _ => return None,
    };
    let inside = slice(line, close.len_utf8()..);
    inside.match_indices(close).take(MAX_MARKS).find_map(|(at, mark)| {
        let title = slice(inside, ..at).strip_suffix(',')?;
        let (date, archive, rest) = date_and_archive(slice(inside, at + mark.len()..).strip_prefix(' ')?)?;
        let (clause, url) = clause_and_address(rest)?;
        let (source, credits) = source_and_credits(clause);
        Some(Frame { title, date, archive, source, credits, url })
    })
}

fn date_and_archive(text: &str) -> Option<(Option<&str>, &str, &str)> {
    let end = text.find(ARCHIVE)? + ARCHIVE.len();
    let (head, rest) = (slice(text, ..end), slice(text, end..));
    let is_name = |name: &str| name.starts_with(char::is_uppercase) && !name.contains(|c: char| c.is_ascii_digit());
    if !head.contains(|c: char| c.is_ascii_digit()) && !head.contains(", ") {
        return is_name(head).then_some((None, head, rest));
    }
    let (date, name) = head.rsplit_once(", ")?;
    (is_name(name) && date.len() < 80).then_some((Some(date), name, rest))
}

/// The text after the archive: a comma and the clause, a space and the address, or nothing.
fn clause_and_address(rest: &str) -> Option<(&str, Option<&str>)> {
    let rest = rest.trim_end();
    let address = rest.rsplit_once(' ').filter(|(_, last)| web::is_address(last));
    let (clause, url) = address.map_or((rest, None), |(clause, url)| (clause, Some(url)));
    let clause = clause.trim_end();
    match clause.strip_prefix(", ") {
        Some(clause) => Some((clause.trim(), url)),
        None => matches!(clause, "" | "." | ",").then_some(("", url)),
    }
}

/// Credits that the style would print in another way stay with the source, word for word.
fn source_and_credits(clause: &str) -> (&str, Option<&str>) {
    let split = credits::at_end(clause).and_then(|(start, credits)| {
        let (source, text) = (slice(clause, ..start).trim_end(), slice(clause, start..));
        let is_sentence = source.trim_end_matches(['"', '”', '’', '\'']).ends_with(['.', '?', '!']);
        (credits::written(&credits) == text && (source.is_empty() || is_sentence)).then_some((source, Some(text)))
    });
    split.unwrap_or((clause, None))
}

#[derive(Debug)]
pub(super) struct HouseLines<'a> {
    text: &'a str,
    at: usize,
    ids: ids::Ids,
}

impl<'a> HouseLines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        HouseLines { text, at: 0, ids: ids::Ids::default() }
    }

    fn item(&mut self, frame: &Frame<'a>, place: usize) -> Draft<'a> {
        let value = |field: &'static str, part: Option<&'a str>| {
            let part = part.filter(|part| !part.is_empty())?;
            // A part is identified by its position.
            let place = (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
            Some(Value::new(place, field, part))
        };
        let values = [
            value("title", Some(frame.title)),
            value("date", frame.date),
            value("archive", Some(frame.archive)),
            value("source", Some(frame.source)),
            value("credits", frame.credits),
            value("address", frame.url),
        ];
        let mut draft = Draft::new(place, values.into_iter().flatten());
        follow(TABLE, &mut (), &mut draft);
        if !draft.has("kind") {
            draft.put("kind", "document", place);
        }
        let date = draft.get("date").or(draft.get("date.edtf"));
        let id = self.ids.make(&[date.and_then(|date| date.get(..4)), draft.get("title.text")]);
        draft.put("id", id, place);
        draft
    }
}

impl<'a> Foreign<'a> for HouseLines<'a> {
    fn next(&mut self, _: &mut Vec<Told<'a>>) -> Option<Result<Draft<'a>, Broken>> {
        loop {
            let rest = slice(self.text, self.at..);
            let line = rest.split('\n').next().filter(|_| !rest.is_empty())?;
            let place = self.at + (line.len() - line.trim_start().len());
            self.at += (line.len() + 1).min(rest.len());
            let line = line.trim();
            if line.is_empty() {
                continue;
            }
            let Some(frame) = frame(line) else {
                let what =
                    "not a citation of a digital archive: \"TITLE,\" January 07, 1950, … Digital Archive, SOURCE";
                return Some(Err(Broken { place, problem: FieldErrorKind::Syntax(what.to_owned()) }));
            };
            return Some(Ok(self.item(&frame, place)));
        }
    }
}

const fn row(field: &'static str, key: &'static str, how: How<()>) -> Row<()> {
    Row { field, key, how }
}

/// Assigns every part of a line to its field.
#[rustfmt::skip]
const TABLE: &[Row<()>] = &[
    row("title", "title", How::By("a cataloguer's; the kind that it begins with (guess)", title)),
    row("date", "date", How::By("a day, a month or a year; otherwise its words (guess)", date)),
    row("archive", "surrogates[0].archive", How::Text("Archive")),
    row("address", "surrogates[0].url", How::By("with the number of the document at its end (guess)", address)),
    row("source", "holdings[0]", How::By("an archive with fond, opis and delo, a Chinese file, an archive alone (guess); otherwise cited-whole", source)),
    row("credits", "contributions", How::By("each with roles and names; a translation with its language", credits)),
];

fn title(_: &mut (), draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    draft.key(at, "title.text");
    draft.put("title.form", "supplied", draft.place(at));
    // `Telegram, A to B`, `Cable from A to B`, `Memorandum of Conversation between A and B`
    let ends = [",", " from ", " to ", " between ", " with ", " by "];
    let heads = ends.iter().filter_map(|end| text.split_once(end)).map(|(head, _)| head.trim());
    let mut heads: Vec<&str> = heads.filter(|head| !head.is_empty()).collect();
    heads.sort_by_key(|head| head.len());
    let Some(named) = heads.into_iter().find_map(kinds::kind) else { return };
    let why = "the title begins with this word";
    draft.also(at, "kind", named.kind.as_str(), why);
    if let Some(genre) = named.genre {
        draft.also(at, "genre", genre.to_lowercase(), why);
    }
}

fn date(_: &mut (), draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    // `February, 1946`
    let month = text.split_once(", ").filter(|(month, _)| month.chars().all(char::is_alphabetic));
    let words = month.map_or(text.clone(), |(month, year)| format!("{month} {year}"));
    dates::read(&words, Some("en-US")).tell(draft, at, "date");
}

fn address(_: &mut (), draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    draft.key(at, "surrogates[0].url");
    let number =
        text.rsplit('/').next().filter(|last| last.len() > 2 && last.bytes().all(|byte| byte.is_ascii_digit()));
    if let Some(number) = number {
        draft.also(at, "surrogates[0].id", number, "the number at the end of the address");
    }
}

fn credits(_: &mut (), draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    let Some((_, credits)) = credits::at_end(&text) else { return draft.note(at, "") };
    credits::put(&credits, draft, draft.place(at));
    let path = if draft.has("contributions") { "contributions" } else { "translation" };
    draft.key_of(at, path);
}

fn source(_: &mut (), draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    let place = draft.place(at);
    let bare = text.strip_suffix('.').unwrap_or(&text);
    let is_sentence = bare.len() < text.len();
    if let Some((number, leaves)) = chinese_file(bare).filter(|_| is_sentence) {
        let parts = [("repository.name", "PRC FMA"), ("reference", number), ("leaves", leaves)];
        parts.iter().for_each(|(key, text)| draft.put(&format!("holdings[0].{key}"), *text, place));
        return draft.key_of(at, "holdings[0]");
    }
    if let Some((repository, shelf)) = location::repository_and_levels(bare) {
        draft.put("holdings[0].repository.name", repository, place);
        shelf.put(draft, place);
        // Other words for the same levels are kept as the archive's wording.
        let behind = slice(bare, repository.len()..).strip_prefix(", ").filter(|_| is_sentence && !is_titled(&shelf));
        match behind {
            Some(words) if Some(words) == written(&shelf).as_deref() => {}
            Some(words) => draft.put("holdings[0].as-cited", words, place),
            None => draft.put("holdings[0].cited-whole", text.as_str(), place),
        }
        return draft.guess_of(at, "holdings[0]", "its first part was read as the archive");
    }
    let is_name = !bare.contains([',', ';', '.']) && !bare.contains(|c: char| c.is_ascii_digit());
    if is_sentence && is_name && archives::read(bare).names_a_keeper() {
        return draft.guess(at, "holdings[0].repository.name", bare, "it was read as the archive");
    }
    draft.key(at, "holdings[0].cited-whole");
}

/// `PRC FMA 111-00342-05, 21`: the Archive of the Ministry of Foreign Affairs, a file and its pages.
fn chinese_file(text: &str) -> Option<(&str, &str)> {
    let (number, leaves) = text.strip_prefix("PRC FMA ")?.split_once(", ")?;
    let digits = |text: &str, signs: &str| text.chars().all(|c| c.is_ascii_digit() || signs.contains(c));
    let is_number = number.matches('-').count() == 2 && digits(number, "-");
    (is_number && digits(leaves, "-–, ")).then_some((number, leaves))
}

/// A named file is printed before its archive.
fn is_titled(shelf: &shelf::Shelf<'_>) -> bool {
    shelf.levels.iter().any(|level| level.title.is_some())
}

/// The levels of a Soviet archive, in the words of the house style. `None` for other archives.
fn written(shelf: &shelf::Shelf<'_>) -> Option<String> {
    let mut text = String::new();
    for level in &shelf.levels {
        let word = match level.level.as_deref()? {
            "fond" => "f. ",
            "opis" => "op. ",
            "papka" => "p. ",
            "delo" => "d. ",
            _ => return None,
        };
        text.extend([if text.is_empty() { "" } else { ", " }, word, level.id.as_deref()?]);
    }
    match shelf.leaves {
        None => {}
        Some((None, range)) => {
            text.extend([if range.contains(['-', ',']) { ", ll. " } else { ", l. " }, range]);
        }
        Some(_) => return None,
    }
    Some(text)
}

#[cfg(test)]
pub(super) fn described() -> Vec<Described> {
    describe(TABLE)
}
