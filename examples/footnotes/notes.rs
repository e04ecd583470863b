//! A chapter in a style with notes: the marks in its text, and the notes after it.

use std::collections::{HashMap, HashSet};

use prefercite::Document;
use prefercite::bibliography::{NoteError, NoteItem, Notes};
use prefercite::citation::Text;
use prefercite::notation::Markdown;
use prefercite::prose::Language;
use prefercite::style::Style;

use crate::apparatus::{Fault, in_line};
use crate::chapter::Chapter;
use crate::edits::{Edit, Tail, Written, capital, closed, mark, met, put_together};
use crate::group::{Cited, Group, Within};
use crate::key;
use crate::numbers::{Note, numbered};
use crate::subjects::Subjects;

/// The text with the marks of its notes, followed by the notes.
pub(crate) fn in_notes<'a>(
    style: &dyn Style,
    notes: &mut Notes<'a>,
    documents: &[&'a Document],
    chapter: &Chapter<'_>,
) -> Result<String, Vec<Fault>> {
    let by_id: HashMap<&str, &Document> = documents.iter().map(|document| (document.id(), *document)).collect();
    let mut session = Session {
        notes,
        by_id,
        cited: HashSet::new(),
        subjects: Subjects::new(style, documents),
        language: style.language(),
    };
    let (in_order, numbers) = numbered(chapter);
    let (mut edits, mut faults, mut written): (Vec<Edit>, Vec<Fault>, Vec<Written>) = (vec![], vec![], vec![]);
    for (number, note) in in_order {
        let number = number.to_string();
        let made = match note {
            Note::Left => {
                session.passes().map_err(Fault::of)?;
                continue;
            }
            Note::Cited(group) => session.note(chapter, group, &number, &mut edits).map(Written::Words),
            Note::Own(own) => {
                session.own(chapter, Within::Definition(own), &mut edits).map(|()| Written::Definition(own))
            }
            Note::Inline(own) => {
                edits.push(mark(chapter.text, &chapter.inline[own].spot, &number));
                session.own(chapter, Within::Inline(own), &mut edits).map(|()| Written::Inline(number, own))
            }
        };
        match made {
            Ok(note) => written.push(note),
            Err(fault) => faults.push(fault),
        }
    }
    if !faults.is_empty() {
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
    Ok(put_together(chapter, edits, written))
}

struct Session<'n, 'a, 's> {
    notes: &'n mut Notes<'a>,
    by_id: HashMap<&'a str, &'a Document>,
    /// The documents that have been cited so far.
    cited: HashSet<&'a str>,
    subjects: Subjects<'s>,
    language: &'s Language,
}

impl Session<'_, '_, '_> {
    /// A note for the citations of one group.
    fn note(
        &mut self,
        chapter: &Chapter<'_>,
        group: &Group,
        number: &str,
        edits: &mut Vec<Edit>,
    ) -> Result<String, Fault> {
        let name = self.name(group);
        let citations = self.citations(&[group], "").map_err(|error| fault(group, &error))?;
        match name {
            Some(name) => edits.push(named(chapter.text, group, &name, number, self.language)),
            None => edits.push(mark(chapter.text, &group.spot, number)),
        }
        Ok(format!("[^{number}]: {}\n", closed(capital(words_of(group, &citations)))))
    }

    /// The citations in the author's own note.
    fn own(&mut self, chapter: &Chapter<'_>, within: Within, edits: &mut Vec<Edit>) -> Result<(), Fault> {
        let (left, groups): (Vec<&Group>, Vec<&Group>) =
            chapter.groups.iter().filter(|group| group.within == Some(within)).partition(|group| group.is_left());
        let end = match within {
            Within::Definition(own) => chapter.definitions[own].range.end,
            Within::Inline(own) => chapter.inline[own].inside.end,
        };
        let rest = groups.last().map_or("", |last| &chapter.text[last.spot.range.end..end]);
        let citations = self.citations(&groups, rest).map_err(|error| match groups.first() {
            Some(first) => fault(first, &error),
            None => Fault { at: None, what: error.to_string() },
        })?;
        if !left.is_empty() {
            self.passes().map_err(|error| Fault { at: None, what: error.to_string() })?;
        }
        let mut citations = citations.as_slice();
        for group in groups {
            let (these, rest) = citations.split_at(group.cited.iter().filter(|it| !it.left).count());
            citations = rest;
            edits.push((group.spot.range.start..own_end(group), words_of(group, these)));
        }
        Ok(())
    }

    /// The author that the sentence names, for a citation without brackets.
    fn name(&mut self, group: &Group) -> Option<String> {
        let document = self.by_id.get(group.cited.first()?.id.as_str()).filter(|_| group.is_named)?;
        let is_cited = self.cited.contains(document.id());
        Some(self.subjects.name(document, is_cited, &group.spot))
    }

    /// The citations of a note in order. The library gets the words around them; `rest` is the text of the note
    /// after the last citation.
    fn citations(&mut self, groups: &[&Group], rest: &str) -> Result<Vec<Text>, NoteError> {
        let mut items = Vec::new();
        let mut goes_on = rest.contains(char::is_alphanumeric);
        for group in groups {
            for (index, it) in group.cited.iter().enumerate() {
                let Some((id, _)) = self.by_id.get_key_value(it.id.as_str()) else {
                    goes_on = true;
                    continue;
                };
                self.cited.insert(id);
                let is_last = index + 1 == group.cited.len();
                let after = match (group.within, is_last && it.after.is_empty()) {
                    (_, false) => &it.after,
                    (None, true) => "",
                    // A paragraph of a note ends with a period.
                    (Some(_), true) if group.spot.follows.trim().is_empty() => ".",
                    (Some(_), true) => &group.spot.follows,
                };
                let opens = index == 0 && (group.within.is_none() || group.spot.starts);
                let before = match (opens, group.before.as_str()) {
                    (true, "") => "",
                    (_, words) if index == 0 && !words.is_empty() => words,
                    _ if index == 0 && !group.spot.precedes.is_empty() && group.within.is_some() => {
                        &group.spot.precedes
                    }
                    _ => " ",
                };
                // In the author's own note the citation itself is the name in the sentence.
                let authorless = it.hides_author || group.is_named && index == 0 && group.within.is_none();
                let item = NoteItem::new(&it.id).with_prefix(before).with_suffix(after).without_author(authorless);
                items.push(match &it.locator {
                    Some(locator) => item.with_locator(locator),
                    None => item,
                });
            }
        }
        let citations = self.notes.citations(&items)?;
        if goes_on {
            self.passes()?;
        }
        Ok(citations)
    }

    /// B27: no "ibid." after a note that contains more, or that pandoc makes.
    fn passes(&mut self) -> Result<(), NoteError> {
        self.notes.citations(&[]).map(drop)
    }
}

fn fault(group: &Group, error: &NoteError) -> Fault {
    Fault { at: Some(group.spot.range.start), what: error.to_string() }
}

/// The name in the sentence, and the mark of the note after its word.
fn named(text: &str, group: &Group, name: &str, number: &str, language: &Language) -> Edit {
    let range = group.spot.range.clone();
    let tail = Tail::behind(&text[range.end..]);
    let end = range.end + tail.possessive.len() + tail.punctuation.len();
    (range.start..end, format!("{}[^{number}]", met(name, tail, language)))
}

/// The citations with the words of their group, which are Markdown already. A citation without a record stays
/// unchanged.
fn words_of(group: &Group, citations: &[Text]) -> String {
    let mut citations = citations.iter();
    let mut words = group.before.clone();
    for it in &group.cited {
        match if it.left { None } else { citations.next() } {
            Some(citation) => {
                words.push_str(&if words.is_empty() && group.within.is_none() {
                    citation.render(&Markdown::new())
                } else {
                    in_line(citation)
                });
                words.push_str(it.after.strip_prefix(['.', ',']).unwrap_or(&it.after));
            }
            None => words.push_str(&left(it)),
        }
    }
    words
}

/// A citation for pandoc, in a note with other citations: `@key [p. 3, on Korea]; `.
fn left(it: &Cited) -> String {
    let (suffix, next) = it.after.split_at(it.after.find(';').unwrap_or(it.after.len()));
    let suffix = suffix.trim_start_matches(',').trim();
    let place: Vec<&str> = it.locator.as_deref().into_iter().chain(Some(suffix).filter(|it| !it.is_empty())).collect();
    let key = key::typed(&it.id);
    match (place.is_empty(), it.hides_author) {
        (true, false) => format!("{key}{next}"),
        (false, false) => format!("{key} [{}]{next}", place.join(", ")),
        (true, true) => format!("[-{key}]{next}"),
        (false, true) => format!("[-{key}, {}]{next}", place.join(", ")),
    }
}

/// The end of a group in the author's own note: the citation includes a comma or a period after it.
fn own_end(group: &Group) -> usize {
    let last = group.cited.last().filter(|last| !last.left);
    let closes = last.is_some_and(|it| it.after.is_empty()) && group.spot.follows.starts_with(['.', ',']);
    group.spot.range.end + usize::from(closes)
}
