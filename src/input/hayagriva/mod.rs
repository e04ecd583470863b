//! hayagriva's YAML, as Typst users and our own export write it: a map of entries, read one at a time.

mod rules;
mod table;

use std::collections::VecDeque;

use super::draft::{Draft, Told, Value};
use super::foreign::Foreign;
use super::item::Broken;
use super::items::values;
use super::shared::ids;
use super::table::follow;
#[cfg(test)]
use super::table::{Described, describe};
use super::yaml::{Anchors, Yaml};
use super::zotero::rules::Known;
use crate::document::fault::FieldErrorKind;
use crate::document::tree::{Content, Node};
use crate::slice::slice;
use table::TABLE;

/// The types of entries, and the corresponding types of Zotero.
#[rustfmt::skip]
const TYPES: &[(&str, &str)] = &[
    ("article", "journalArticle"), ("chapter", "bookSection"), ("anthos", "bookSection"), ("entry", "encyclopediaArticle"),
    ("report", "report"), ("thesis", "thesis"), ("web", "webpage"), ("blog", "blogPost"), ("post", "forumPost"), ("tweet", "forumPost"),
    ("thread", "forumPost"), ("scene", "videoRecording"), ("artwork", "artwork"), ("patent", "patent"), ("case", "case"),
    ("newspaper", "document"), ("legislation", "statute"), ("manuscript", "manuscript"), ("original", "document"), ("misc", "document"),
    ("periodical", "document"), ("proceedings", "book"), ("book", "book"), ("reference", "book"), ("conference", "conference"),
    ("anthology", "book"), ("repository", "computerProgram"), ("video", "videoRecording"), ("audio", "audioRecording"),
    ("exhibition", "exhibition"), ("performance", "performance"),
];

fn zotero_type(word: &str) -> Option<&'static str> {
    TYPES.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|(_, zotero)| *zotero)
}

/// Whether a YAML text is a map of entries, judged by its first entry.
pub(super) fn is_file(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
    let Some(first) = lines.find(|line| !line.starts_with("---") && !line.starts_with('%')) else { return false };
    let key = first.split_once(':').filter(|(key, rest)| {
        let rest = rest.trim();
        !key.starts_with([' ', '-', '[', '{', '&', '*']) && (rest.is_empty() || rest.starts_with(['#', '&']))
    });
    // A record has the key `id`, which is not the key of an entry.
    let is_record = || text.lines().any(|line| line.strip_prefix("id:").is_some_and(|id| !id.trim().is_empty()));
    if key.is_none() || is_record() {
        return false;
    }
    let entry: Vec<&str> = lines.take_while(|line| line.starts_with([' ', '\t'])).collect();
    let indent = entry.first().map_or(0, |line| line.len() - line.trim_start().len());
    let own = |line: &&str| {
        line.get(indent..).is_some_and(|line| ["type:", "parent:"].iter().any(|key| line.starts_with(key)))
    };
    entry.iter().any(own)
}

/// An entry: its key, its byte position in the file, its values.
type Entry = (String, usize, Vec<Value<'static>>);

#[derive(Debug)]
pub(super) struct Hayagriva<'a> {
    text: &'a str,
    at: usize,
    lines: usize,
    anchors: Anchors,
    ids: ids::Ids,
    /// Whether an entry came before. A map in braces is the whole file.
    has_read: bool,
    /// The entries of the last part that was read.
    ready: VecDeque<Result<Entry, Broken>>,
}

impl<'a> Hayagriva<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Hayagriva {
            text,
            at: 0,
            lines: 0,
            anchors: Anchors::new(),
            ids: ids::Ids::default(),
            has_read: false,
            ready: VecDeque::new(),
        }
    }

    /// The lines from one key of the file to the next, or the whole file if it is a map in braces.
    fn piece(&self) -> Option<&'a str> {
        let rest = slice(self.text, self.at..);
        let (mut end, mut has_key) = (0, false);
        for line in rest.split_inclusive('\n') {
            let is_key =
                !line.starts_with([' ', '\t', '#', '\n', '\r', '-', '%', '}', ']']) && !line.starts_with("...");
            if is_key && has_key {
                break;
            }
            end += line.len();
            has_key |= is_key;
            if line.starts_with('{') && !self.has_read {
                end = rest.len();
                break;
            }
        }
        (end > 0).then(|| slice(rest, ..end))
    }

    fn read(&mut self, piece: &'a str) {
        let (from, before) = (self.at, self.lines);
        self.at += piece.len();
        self.has_read = true;
        self.lines += piece.matches('\n').count();
        let mut starts = vec![0];
        starts.extend(piece.match_indices('\n').map(|(at, _)| at + 1));
        // Positions are lines in YAML, and bytes in foreign files.
        let place = |line: usize| from + starts.get(line.saturating_sub(before + 1)).copied().unwrap_or_default();
        let mut yaml = Yaml::chunk(piece, before, &self.anchors, true);
        let item = yaml.next();
        let mut found = Vec::new();
        match item {
            None => {}
            Some(Err(Broken { place: line, problem })) => found.push(Err(Broken { place: place(line), problem })),
            Some(Ok(node)) => match node.content() {
                Content::Map(entries) => {
                    found.extend(entries.iter().map(|(key, entry)| self::entry(key, entry, &place)))
                }
                _ => found.push(Err(Broken { place: place(node.place), problem: not_an_entry() })),
            },
        }
        let anchors = yaml.into_anchors();
        self.anchors.extend(anchors);
        self.ready.extend(found);
    }

    fn item(&mut self, key: &str, place: usize, values: Vec<Value<'static>>) -> Draft<'a> {
        let mut draft = Draft::new(place, values);
        draft.take_off(rules::without_braces);
        let word = draft.look("type").unwrap_or("misc");
        let stands_in = |kind: &str| rules::parent(&draft, "type").is_some_and(|word| word.eq_ignore_ascii_case(kind));
        let zotero = match zotero_type(word).unwrap_or("document") {
            "journalArticle" if stands_in("newspaper") => "newspaperArticle",
            "journalArticle" if stands_in("blog") => "blogPost",
            zotero => zotero,
        };
        let mut item = Known::of_type(zotero, "archive-location", &draft);
        item.has_author = !draft.all("author*").is_empty();
        follow(TABLE, &mut item, &mut draft);
        if !draft.has("kind") {
            draft.put("kind", "document", place);
        }
        let id = ids::id(key).unwrap_or_else(|| self.ids.make(&[draft.get("title.text")]));
        draft.put("id", id, place);
        draft
    }
}

fn not_an_entry() -> FieldErrorKind {
    FieldErrorKind::Syntax("not an entry: a key with a map of fields is expected".to_owned())
}

fn entry(key: &str, entry: &Node<'_>, place: &impl Fn(usize) -> usize) -> Result<Entry, Broken> {
    let begun = place(entry.place);
    if !matches!(entry.content(), Content::Map(_)) {
        return Err(Broken { place: begun, problem: not_an_entry() });
    }
    let values = values(entry, "").into_iter();
    let values = values.map(|value| Value::new(place(value.place), value.field, value.text.into_owned()));
    Ok((key.to_owned(), begun, values.collect()))
}

impl<'a> Foreign<'a> for Hayagriva<'a> {
    fn next(&mut self, _: &mut Vec<Told<'a>>) -> Option<Result<Draft<'a>, Broken>> {
        loop {
            if let Some(entry) = self.ready.pop_front() {
                return Some(entry.map(|(key, place, values)| self.item(&key, place, values)));
            }
            let piece = self.piece()?;
            self.read(piece);
        }
    }
}

#[cfg(test)]
pub(super) fn described() -> Vec<Described> {
    describe(TABLE)
}
