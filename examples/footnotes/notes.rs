//! The notes of a chapter, its abbreviations and its bibliography.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use prefercite::bibliography::{Abbreviation, Bibliography, NoteError, NoteItem, Notes};
use prefercite::citation::{Citation, Text};
use prefercite::notation::Markdown;
use prefercite::style::Style;
use prefercite::{Cite, Document, Form};

use crate::Options;
use crate::chapter::Chapter;
use crate::citation::Group;

/// A chapter with all that belongs to it.
pub(crate) struct Apparatus {
    /// The text and its notes, in Markdown.
    pub(crate) text: String,
    pub(crate) abbreviations: Vec<Abbreviation>,
    /// What its list of documents is called.
    pub(crate) heading: &'static str,
    pub(crate) bibliography: Vec<Listed>,
}

/// A line of the bibliography.
pub(crate) enum Listed {
    Archive(String),
    Collection(String),
    Document(Text),
}

/// What is wrong, and where in the chapter; nowhere if it is the style or the records.
pub(crate) struct Fault {
    pub(crate) at: Option<usize>,
    pub(crate) what: String,
}

impl Fault {
    fn of(error: impl std::fmt::Display) -> Vec<Fault> {
        vec![Fault { at: None, what: error.to_string() }]
    }
}

/// Other words for a stretch of the text.
type Edit = (Range<usize>, String);

impl Apparatus {
    pub(crate) fn new(
        style: &dyn Style,
        documents: &[Document],
        chapter: &Chapter<'_>,
        options: &Options,
    ) -> Result<Self, Vec<Fault>> {
        let cited = cited(style, documents, chapter)?;
        let bibliography = Bibliography::new(style, cited.iter().copied()).map_err(Fault::of)?;
        let in_text = cites_in_text(style, &cited);
        if in_text && cited.iter().any(|it| names_nothing(style, it)) {
            return Err(Fault::of(format!("{} cites by numbers, which say nothing without its list", options.style)));
        }
        let (text, abbreviations) = if in_text {
            (in_the_text(style, &bibliography, chapter)?, Vec::new())
        } else {
            let mut notes = Notes::new(style, cited.iter().copied()).map_err(Fault::of)?;
            if options.ibid {
                notes = notes.with_ibid();
            }
            (in_notes(&mut notes, chapter)?, notes.abbreviations())
        };
        Ok(Apparatus {
            text,
            abbreviations,
            heading: if in_text { "Works Cited" } else { "Bibliography" },
            bibliography: listed(style, &bibliography, options.by_archive).map_err(Fault::of)?,
        })
    }

    pub(crate) fn markdown(&self) -> String {
        let mut page = self.text.clone();
        let plain = |words: &str| Text::from(words).render(&Markdown::new());
        if !self.abbreviations.is_empty() {
            page.push_str("\n## Abbreviations\n\n");
            self.abbreviations.iter().for_each(|it| page.push_str(&format!("- {}\n", plain(&it.to_string()))));
        }
        if !self.bibliography.is_empty() {
            page.push_str(&format!("\n## {}\n", self.heading));
        }
        for line in &self.bibliography {
            page.push_str(&match line {
                Listed::Archive(name) => format!("\n### {}\n", plain(name)),
                Listed::Collection(name) => format!("\n#### {}\n", plain(name)),
                Listed::Document(text) => format!("\n{}\n", text.render(&Markdown::new())),
            });
        }
        page
    }
}

/// The documents that the chapter cites, in the order in which it does.
fn cited<'d>(
    style: &dyn Style,
    documents: &'d [Document],
    chapter: &Chapter<'_>,
) -> Result<Vec<&'d Document>, Vec<Fault>> {
    // All of them, that the nearest id be found.
    let mut all = Notes::new(style, documents).map_err(Fault::of)?;
    let by_id: HashMap<&str, &Document> = documents.iter().map(|document| (document.id(), document)).collect();
    let (mut cited, mut seen, mut faults) = (Vec::new(), HashSet::new(), Vec::new());
    for it in chapter.groups.iter().flat_map(|group| &group.cited) {
        match by_id.get(it.id.as_str()) {
            Some(document) if seen.insert(&it.id) => cited.push(*document),
            Some(_) => {}
            None => {
                let error = all.note(&[NoteItem::new(&it.id)]).err();
                faults.extend(error.map(|error| Fault { at: Some(it.at), what: error.to_string() }));
            }
        }
    }
    if faults.is_empty() { Ok(cited) } else { Err(faults) }
}

/// Whether a style cites in the text: it knows no notes, or its documents go by author and year.
fn cites_in_text(style: &dyn Style, cited: &[&Document]) -> bool {
    let knows = |form: Form| style.forms().contains(&form);
    let by_label = cited.iter().any(|document| style.filing(document).label.is_some());
    knows(Form::InText) && (by_label || !knows(Form::Note) || style.forms().first() == Some(&Form::InText))
}

/// `[1]`: of a list that such a style numbers by itself.
fn names_nothing(style: &dyn Style, document: &Document) -> bool {
    let cite = Cite::new(document).with_form(Form::InText);
    style.cite(&cite).is_ok_and(|citation| !citation.to_string().contains(char::is_alphabetic))
}

fn listed(
    style: &dyn Style,
    bibliography: &Bibliography<'_>,
    by_archive: bool,
) -> Result<Vec<Listed>, prefercite::Error> {
    let document = |cite: Cite<'_>| Ok(Listed::Document(text(style.cite(&cite.with_form(Form::Entry))?)));
    if !by_archive {
        return bibliography.entries().iter().map(|entry| document(entry.cite())).collect();
    }
    let mut lines = Vec::new();
    for group in bibliography.by_archive() {
        lines.push(Listed::Archive(group.heading.clone()));
        for collection in &group.collections {
            lines.extend(collection.name.clone().map(Listed::Collection));
            for cite in collection.cites() {
                lines.push(document(cite)?);
            }
        }
    }
    Ok(lines)
}

fn text(citation: Citation) -> Text {
    match citation {
        Citation::Text(text) => text,
        record => Text::from(record.to_string()),
    }
}

/// The text with its citations in parentheses.
fn in_the_text(
    style: &dyn Style,
    bibliography: &Bibliography<'_>,
    chapter: &Chapter<'_>,
) -> Result<String, Vec<Fault>> {
    let (mut edits, mut faults) = (Vec::new(), Vec::new());
    for group in &chapter.groups {
        let mut words = format!("({}", group.before);
        for it in &group.cited {
            let cite = bibliography.in_text(&it.id).map(|cite| match &it.locator {
                Some(locator) => cite.with_locator(locator),
                None => cite,
            });
            match cite.map(|cite| style.cite(&cite)) {
                Some(Ok(citation)) => {
                    let citation = text(citation).render(&Markdown::new());
                    words.push_str(citation.strip_prefix('(').and_then(|it| it.strip_suffix(')')).unwrap_or(&citation));
                }
                Some(Err(error)) => faults.push(Fault { at: Some(it.at), what: error.to_string() }),
                None => {}
            }
            words.push_str(&it.after);
        }
        words.push(')');
        edits.push(in_parentheses(chapter.text, group, &words));
    }
    if faults.is_empty() { Ok(edited(chapter.text, 0..chapter.text.len(), &edits)) } else { Err(faults) }
}

/// What is cited in the text stands behind a space, and before the comma or period: `word.[@id]` is `word (Stalin).`
fn in_parentheses(text: &str, group: &Group, words: &str) -> Edit {
    let range = group.range.clone();
    let before = &text[..range.start];
    if group.starts || before.ends_with(|c: char| c.is_whitespace() || "([“‘—>*_".contains(c)) {
        return (range, words.to_owned());
    }
    match before.chars().next_back().filter(|c| ".,;:".contains(*c) && !before.ends_with("..")) {
        Some(mark) => (range.start - 1..range.end, format!(" {words}{mark}")),
        None => (range, format!(" {words}")),
    }
}

/// A note of the chapter: some citations, or one of the author's own.
#[derive(Clone, Copy)]
enum Note<'c> {
    Cited(&'c Group),
    Own(usize),
}

/// The text with the marks of its notes, and behind it the notes.
fn in_notes(notes: &mut Notes<'_>, chapter: &Chapter<'_>) -> Result<String, Vec<Fault>> {
    let (in_order, numbers) = numbered(chapter);
    let (mut edits, mut faults): (Vec<Edit>, Vec<Fault>) = (Vec::new(), Vec::new());
    let mut written = Vec::new();
    for (index, note) in in_order.iter().enumerate() {
        let number = index + 1;
        let groups: Vec<&Group> = match note {
            Note::Cited(group) => vec![group],
            Note::Own(own) => chapter.groups.iter().filter(|group| group.within == Some(*own)).collect(),
        };
        match citations(notes, &groups) {
            Ok(citations) => match note {
                Note::Cited(group) => {
                    written.push(Ok(format!("[^{number}]: {}\n", closed(capital(words_of(group, &citations))))));
                    edits.push(mark(chapter.text, group, number));
                }
                Note::Own(own) => {
                    let mut citations = citations.as_slice();
                    for group in groups {
                        let (these, rest) = citations.split_at(group.cited.len());
                        citations = rest;
                        edits.push((group.range.start..own_end(group), words_of(group, these)));
                    }
                    written.push(Err(*own));
                }
            },
            Err(error) => {
                faults.push(Fault { at: groups.first().map(|group| group.range.start), what: error.to_string() })
            }
        }
    }
    if !faults.is_empty() {
        faults.sort_by_key(|fault| fault.at);
        return Err(faults);
    }
    for reference in &chapter.references {
        if let Some(number) = numbers.get(reference.label.as_str()) {
            edits.push((reference.range.clone(), format!("[^{number}]")));
        }
    }
    for definition in &chapter.definitions {
        let label = chapter.text[definition.range.clone()].find("]:").unwrap_or(0);
        let number = numbers[definition.label.as_str()];
        edits.push((definition.range.start..definition.range.start + label, format!("[^{number}")));
    }
    edits.extend(chapter.not_notes.iter().map(|at| (*at..*at, "\\".to_owned())));
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    Ok(put_together(chapter, &edits, written))
}

/// The notes in the order in which the text comes to them, and the numbers of the author's own.
fn numbered<'c>(chapter: &'c Chapter<'_>) -> (Vec<Note<'c>>, HashMap<&'c str, usize>) {
    let own: HashMap<&str, usize> =
        chapter.definitions.iter().enumerate().rev().map(|(own, it)| (it.label.as_str(), own)).collect();
    let cited = chapter.groups.iter().filter(|group| group.within.is_none());
    let mut places: Vec<(usize, Note<'_>)> = cited.map(|group| (group.range.start, Note::Cited(group))).collect();
    let references = |inner: bool| chapter.references.iter().filter(move |it| it.within.is_some() == inner);
    let note = |label: &str| own.get(label).map(|own| Note::Own(*own));
    places.extend(references(false).filter_map(|it| Some((it.range.start, note(&it.label)?))));
    places.sort_by_key(|(at, _)| *at);
    // Behind these what only notes refer to, and what nothing refers to.
    let inner = references(true).filter_map(|it| note(&it.label));
    let rest = (0..chapter.definitions.len()).map(Note::Own);
    let (mut in_order, mut numbers) = (Vec::new(), HashMap::new());
    for note in places.into_iter().map(|(_, note)| note).chain(inner).chain(rest) {
        if let Note::Own(own) = note {
            let label = chapter.definitions[own].label.as_str();
            if numbers.contains_key(label) {
                continue;
            }
            numbers.insert(label, in_order.len() + 1);
        }
        in_order.push(note);
    }
    (in_order, numbers)
}

/// The citations of a note, which the session is told of with the words around them.
fn citations(notes: &mut Notes<'_>, groups: &[&Group]) -> Result<Vec<Text>, NoteError> {
    let mut items = Vec::new();
    for (place, group) in groups.iter().enumerate() {
        for (index, it) in group.cited.iter().enumerate() {
            let is_last = index + 1 == group.cited.len();
            let after = match (group.within, is_last && it.after.is_empty()) {
                (_, false) => &it.after,
                (None, true) => "",
                // At the end of a paragraph of a note there is a period.
                (Some(_), true) if group.follows.trim().is_empty() => ".",
                (Some(_), true) => &group.follows,
            };
            let ends_sentence = matches!(group.preceded, Some('.' | '?' | '!'));
            let opens = index == 0 && (place == 0 && (group.within.is_none() || group.starts) || ends_sentence);
            let before = match (opens, group.before.as_str()) {
                (true, "") => "",
                (_, words) if index == 0 && !words.is_empty() => words,
                _ => " ",
            };
            let item = NoteItem::new(&it.id).with_prefix(before).with_suffix(after);
            items.push(match &it.locator {
                Some(locator) => item.with_locator(locator),
                None => item,
            });
        }
    }
    notes.citations(&items)
}

/// The citations with the words of their group around them: these are Markdown already.
fn words_of(group: &Group, citations: &[Text]) -> String {
    let mut words = group.before.clone();
    for (it, citation) in group.cited.iter().zip(citations) {
        words.push_str(&citation.render(&Markdown::new()));
        words.push_str(it.after.strip_prefix(['.', ',']).unwrap_or(&it.after));
    }
    words
}

/// To where a group in a note of one's own goes: a comma or a period behind it stands in the citation.
fn own_end(group: &Group) -> usize {
    let closes = group.cited.last().is_some_and(|it| it.after.is_empty()) && group.follows.starts_with(['.', ',']);
    group.range.end + usize::from(closes)
}

/// The mark of a note in the text: behind the word, without a space, and behind the comma or period.
fn mark(text: &str, group: &Group, number: usize) -> Edit {
    let start = group.range.start - usize::from(group.spaced && !group.starts);
    let moved = group.follows.chars().next().filter(|c| ".,;:?!".contains(*c) && group.spaced && !group.starts);
    let moved = moved.filter(|_| !group.preceded.is_some_and(|c| "”’\"'.,;:?!".contains(c)));
    let moved = moved.filter(|c| text[group.range.end..].starts_with(*c));
    let end = group.range.end + moved.map_or(0, char::len_utf8);
    let mark = moved.map(String::from).unwrap_or_default() + &format!("[^{number}]");
    // `[^1]:` at the beginning of a line would be the note itself.
    let forges = text[end..].starts_with(':')
        && text[..start].chars().rev().find(|c| !" >\t".contains(*c)).is_none_or(|c| c == '\n');
    (start..end, if forges { mark + "\\" } else { mark })
}

/// `see also` opens a note as a sentence does.
fn capital(words: String) -> String {
    match words.char_indices().find(|(_, c)| !"*_“‘\"'([".contains(*c)) {
        Some((at, c)) if c.is_lowercase() => {
            format!("{}{}{}", &words[..at], c.to_uppercase(), &words[at + c.len_utf8()..])
        }
        _ => words,
    }
}

fn closed(mut words: String) -> String {
    if !words.trim_end_matches(['”', '’', '"', '\'', '*', '_', '>', ')']).ends_with(['.', '?', '!']) {
        words.push('.');
    }
    words
}

/// The text without the author's own notes, then all notes in order; one that stands within a quotation stays there.
fn put_together(chapter: &Chapter<'_>, edits: &[Edit], notes: Vec<Result<String, usize>>) -> String {
    let (mut page, mut at) = (String::new(), 0);
    for definition in chapter.definitions.iter().filter(|it| it.is_free) {
        page.push_str(&edited(chapter.text, at..definition.range.start, edits));
        at = definition.range.end;
    }
    page.push_str(&edited(chapter.text, at..chapter.text.len(), edits));
    page.truncate(page.trim_end().len());
    page.push('\n');
    for note in notes {
        let note = match note {
            Ok(words) => words,
            Err(own) if !chapter.definitions[own].is_free => continue,
            Err(own) => edited(chapter.text, chapter.definitions[own].range.clone(), edits),
        };
        page.push('\n');
        page.push_str(note.trim_end());
        page.push('\n');
    }
    page
}

/// A stretch of the text with the edits that are in it.
fn edited(text: &str, range: Range<usize>, edits: &[Edit]) -> String {
    let (mut words, mut at) = (String::new(), range.start);
    for (edit, other) in edits.iter().filter(|(edit, _)| edit.start >= range.start && edit.end <= range.end) {
        words.push_str(&text[at..edit.start]);
        words.push_str(other);
        at = edit.end;
    }
    words.push_str(&text[at..range.end]);
    words
}
