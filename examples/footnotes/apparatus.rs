//! A chapter with its notes, its abbreviations and its bibliography.

use std::collections::{HashMap, HashSet};

use prefercite::bibliography::{Abbreviation, Bibliography, NoteItem, Notes};
use prefercite::citation::{Citation, Text};
use prefercite::notation::Markdown;
use prefercite::style::Style;
use prefercite::{Cite, Document, Form};

use crate::Options;
use crate::chapter::Chapter;
use crate::head::Head;
use crate::in_text::in_the_text;
use crate::key;
use crate::notes::in_notes;

pub(crate) struct Apparatus {
    /// The text and its notes, in Markdown.
    pub(crate) text: String,
    pub(crate) abbreviations: Vec<Abbreviation>,
    /// The heading of its list of documents.
    pub(crate) heading: &'static str,
    pub(crate) bibliography: Vec<Listed>,
    /// Faults of the style that may mislead a reader.
    pub(crate) warnings: Vec<String>,
}

/// A line of the bibliography.
pub(crate) enum Listed {
    Archive(String),
    Collection(String),
    Document(Text),
}

/// An error, and its position in the chapter. `None` if the error is in the style or in the records.
pub(crate) struct Fault {
    pub(crate) at: Option<usize>,
    pub(crate) what: String,
}

impl Fault {
    pub(crate) fn of(error: impl std::fmt::Display) -> Vec<Fault> {
        vec![Fault { at: None, what: error.to_string() }]
    }
}

impl Apparatus {
    pub(crate) fn new(
        style: &dyn Style,
        documents: &[Document],
        chapter: &mut Chapter<'_>,
        head: &Head,
        options: &Options,
    ) -> Result<Self, Vec<Fault>> {
        let unread = std::mem::take(&mut chapter.unread);
        let mut faults: Vec<Fault> = unread.into_iter().map(|(at, what)| Fault { at: Some(at), what }).collect();
        let cited = cited(style, documents, chapter, options.leave_unknown, &mut faults);
        let listed = with_uncited(documents, &cited, head, options.leave_unknown, &mut faults);
        if !faults.is_empty() {
            faults.sort_by_key(|fault| fault.at);
            return Err(faults);
        }
        let bibliography = Bibliography::in_mode(style, listed, options.mode.into()).map_err(Fault::of)?;
        let in_text = cites_in_text(style, &cited);
        if in_text && cited.iter().any(|it| names_nothing(style, it)) {
            return Err(Fault::of(format!("{} cites by numbers, which need its list", options.style)));
        }
        let mut warnings = Vec::new();
        let (text, abbreviations) = if in_text {
            (in_the_text(style, &bibliography, &cited, chapter)?, Vec::new())
        } else {
            let mut notes = Notes::new(style, cited.iter().copied()).map_err(Fault::of)?;
            if options.ibid {
                notes = notes.with_ibid();
            }
            warnings = alike(&notes, chapter, &options.style);
            (in_notes(style, &mut notes, &cited, chapter)?, notes.abbreviations())
        };
        Ok(Apparatus {
            text,
            abbreviations,
            heading: if in_text { "Works Cited" } else { "Bibliography" },
            bibliography: self::listed(style, &bibliography, options.by_archive).map_err(Fault::of)?,
            warnings,
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

/// The documents that the chapter cites, in the order of their citations. A citation without a record is an error,
/// or is left to pandoc.
fn cited<'d>(
    style: &dyn Style,
    documents: &'d [Document],
    chapter: &mut Chapter<'_>,
    leaves_unknown: bool,
    faults: &mut Vec<Fault>,
) -> Vec<&'d Document> {
    // All documents, so that the nearest id is found.
    let mut all = match Notes::new(style, documents) {
        Ok(all) => all,
        Err(error) => {
            faults.extend(Fault::of(error));
            return Vec::new();
        }
    };
    let by_id: HashMap<&str, &Document> = documents.iter().map(|document| (document.id(), document)).collect();
    let (mut cited, mut seen) = (Vec::new(), HashSet::new());
    for it in chapter.groups.iter_mut().flat_map(|group| &mut group.cited) {
        match by_id.get(it.id.as_str()) {
            Some(document) if seen.insert(document.id()) => cited.push(*document),
            Some(_) => {}
            None if leaves_unknown => it.left = true,
            None => {
                let text = format!("write \\{} to keep it as text", key::typed(&it.id));
                let error = all.note(&[NoteItem::new(&it.id)]).err();
                faults.extend(error.map(|error| {
                    let error = error.to_string();
                    let joint = if error.ends_with('?') { " Or " } else { "; " };
                    Fault { at: Some(it.at), what: format!("{error}{joint}{text}") }
                }));
            }
        }
    }
    cited
}

/// Also the documents that the head of the chapter lists without a citation: `nocite: "@a, @b"`, `nocite: "@*"` for
/// all.
fn with_uncited<'d>(
    documents: &'d [Document],
    cited: &[&'d Document],
    head: &Head,
    leaves_unknown: bool,
    faults: &mut Vec<Fault>,
) -> Vec<&'d Document> {
    let mut listed = cited.to_vec();
    let mut seen: HashSet<&str> = cited.iter().map(|document| document.id()).collect();
    for key in &head.uncited {
        let meant = documents.iter().filter(|document| key == "*" || document.id() == key);
        let before = seen.len();
        let mut found = false;
        for document in meant {
            found = true;
            if seen.insert(document.id()) {
                listed.push(document);
            }
        }
        if !found && before == seen.len() && !leaves_unknown && key != "*" {
            faults.push(Fault { at: Some(0), what: format!("nocite: no document has the id \"{key}\"") });
        }
    }
    listed
}

/// Later notes that a reader cannot distinguish, if the chapter has such a note.
fn alike(notes: &Notes<'_>, chapter: &Chapter<'_>, style: &str) -> Vec<String> {
    let mut times: HashMap<&str, usize> = HashMap::new();
    for it in chapter.groups.iter().flat_map(|group| &group.cited) {
        *times.entry(it.id.as_str()).or_default() += 1;
    }
    let is_repeated = |group: &Vec<&str>| group.iter().any(|id| times.get(id).is_some_and(|times| *times > 1));
    let said = |group: Vec<&str>| format!("{style}: later notes read the same for {}", group.join(", "));
    notes.alike().into_iter().filter(is_repeated).map(said).collect()
}

/// Whether a style cites in the text: it has no notes, or it cites by author and year.
fn cites_in_text(style: &dyn Style, cited: &[&Document]) -> bool {
    let knows = |form: Form| style.forms().contains(&form);
    let by_label = cited.iter().any(|document| style.filing(document).label.is_some());
    knows(Form::InText) && (by_label || !knows(Form::Note) || style.forms().first() == Some(&Form::InText))
}

/// `[1]`: the number in the list of a style that numbers its documents.
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

/// A citation within a line, where no number begins a list.
pub(crate) fn in_line(text: &Text) -> String {
    let mut line = Text::from("x ");
    line.push_text(text);
    let words = line.render(&Markdown::new());
    words.strip_prefix("x ").map(str::to_owned).unwrap_or(words)
}

pub(crate) fn text(citation: Citation) -> Text {
    match citation {
        Citation::Text(text) => text,
        record => Text::from(record.to_string()),
    }
}
