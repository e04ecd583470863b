//! A chapter in a style that cites in its text: `(Kennan 1947, 3)`, `Kennan (1947)`.

use std::collections::{HashMap, HashSet};

use prefercite::Document;
use prefercite::bibliography::Bibliography;
use prefercite::prose::Language;
use prefercite::style::Style;

use crate::apparatus::{Fault, in_line, text};
use crate::chapter::Chapter;
use crate::edits::{Edit, Tail, Written, all_edited, mark, met, put_together};
use crate::group::{Cited, Group};
use crate::key;
use crate::subjects::Subjects;

/// The text with its citations in parentheses. The author's own notes keep their labels; an inline note gets a
/// number.
pub(crate) fn in_the_text(
    style: &dyn Style,
    bibliography: &Bibliography<'_>,
    documents: &[&Document],
    chapter: &Chapter<'_>,
) -> Result<String, Vec<Fault>> {
    let by_id: HashMap<&str, &Document> = documents.iter().map(|document| (document.id(), *document)).collect();
    let (mut edits, mut faults, mut cited) = (Vec::new(), Vec::new(), HashSet::new());
    let mut subjects = Subjects::new(style, documents);
    for group in chapter.groups.iter().filter(|group| !group.is_left()) {
        let document = group.cited.first().and_then(|it| by_id.get(it.id.as_str())).filter(|_| group.is_named);
        let name = document.map(|document| subjects.name(document, cited.contains(document.id()), &group.spot));
        cited.extend(group.cited.iter().map(|it| it.id.as_str()));
        match in_parentheses(style, bibliography, group) {
            Ok(words) => edits.push(match name {
                Some(name) => named(chapter.text, group, &name, &words, style.language()),
                None => placed(chapter.text, group, &words),
            }),
            Err(fault) => faults.push(fault),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut written = Vec::new();
    let mut labels = (1..).map(|number: usize| number.to_string()).filter(|label| {
        let taken = |other: &String| other == label;
        !chapter.definitions.iter().any(|it| taken(&it.label)) && !chapter.references.iter().any(|it| taken(&it.label))
    });
    for (own, note) in chapter.inline.iter().enumerate() {
        let label = labels.next().unwrap_or_default();
        edits.push(mark(chapter.text, &note.spot, &label));
        written.push(Written::Inline(label, own));
    }
    if written.is_empty() {
        // The notes stay in their positions.
        return Ok(all_edited(chapter.text, edits));
    }
    edits.extend(chapter.not_notes.iter().map(|at| (*at..*at, "\\".to_owned())));
    written.extend((0..chapter.definitions.len()).map(Written::Definition));
    Ok(put_together(chapter, edits, written))
}

/// `(see Kennan 1947, 3; Doe 1950)`; without the author if the sentence names the author.
fn in_parentheses(style: &dyn Style, bibliography: &Bibliography<'_>, group: &Group) -> Result<String, Fault> {
    let mut words = group.before.clone();
    let mut is_empty = true;
    for (index, it) in group.cited.iter().enumerate() {
        let authorless = it.hides_author || group.is_named && index == 0;
        let citation = if it.left { left(it) } else { one(style, bibliography, it, authorless, !group.is_named)? };
        // `Kennan [on Korea]` in a style without years.
        let after = if citation.is_empty() { it.after.trim_start_matches([',', ';', ' ']) } else { &it.after };
        is_empty &= citation.is_empty() && after.is_empty();
        words.push_str(&citation);
        words.push_str(after);
    }
    Ok(if is_empty { String::new() } else { format!("({words})") })
}

/// One citation without its parentheses.
fn one(
    style: &dyn Style,
    bibliography: &Bibliography<'_>,
    it: &Cited,
    authorless: bool,
    is_alone: bool,
) -> Result<String, Fault> {
    let Some(cite) = bibliography.in_text(&it.id) else { return Ok(String::new()) };
    let cite = it.locator.as_deref().map_or(cite, |locator| cite.with_locator(locator));
    let composed = |authorless: bool| {
        let citation = style.cite(&cite.without_author(authorless));
        let citation = citation.map_err(|error| Fault { at: Some(it.at), what: error.to_string() })?;
        let words = in_line(&text(citation));
        Ok(words.strip_prefix('(').and_then(|it| it.strip_suffix(')')).map(str::to_owned).unwrap_or(words))
    };
    let words = composed(authorless)?;
    // `[-@id]` in a style without year and page would be empty.
    if is_alone && authorless && !words.contains(char::is_alphanumeric) { composed(false) } else { Ok(words) }
}

fn left(it: &Cited) -> String {
    let place = it.locator.as_ref().map(|locator| format!(", {locator}")).unwrap_or_default();
    format!("{}{place}", key::typed(&it.id))
}

/// `Kennan’s (1947) book`: the parentheses come after the word and before the comma.
fn named(text: &str, group: &Group, name: &str, words: &str, language: &Language) -> Edit {
    let range = group.spot.range.clone();
    let tail = Tail::behind(&text[range.end..]);
    if words.is_empty() {
        let end = range.end + tail.possessive.len() + tail.punctuation.len();
        return (range.start..end, met(name, tail, language));
    }
    let possessive = tail.possessive;
    (range.start..range.end + possessive.len(), format!("{name}{possessive} {words}"))
}

/// A citation in the text comes after a space, and before the comma or period: `word.[@id]` becomes `word
/// (Stalin).`
fn placed(text: &str, group: &Group, words: &str) -> Edit {
    let range = group.spot.range.clone();
    let before = &text[..range.start];
    let opens_quotation = before.ends_with('"') && before[..before.len() - 1].ends_with(char::is_whitespace);
    if group.spot.starts || opens_quotation || before.ends_with(|c: char| c.is_whitespace() || "([“‘—>*_".contains(c))
    {
        return (range, words.to_owned());
    }
    match before.chars().next_back().filter(|c| ".,;:".contains(*c) && !before.ends_with("..")) {
        Some(mark) => (range.start - 1..range.end, format!(" {words}{mark}")),
        None => (range, format!(" {words}")),
    }
}
