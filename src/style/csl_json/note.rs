//! The note: everything without its own variable.

use std::sync::LazyLock;

use super::dates;
use super::variables::push;
use crate::citation::{OmissionReason, Record};
use crate::document::Kind;
use crate::labels;
use crate::prose::words::has_words;
use crate::style::record::remarks::Remark;
use crate::style::record::work::Work;
use crate::style::record::{Facts, nonempty};

/// Kind and date come first. The rights, which may have their own variable, come last.
static ORDER: LazyLock<Vec<Remark>> =
    LazyLock::new(|| Remark::arranged(&[Remark::Genre, Remark::Date], &[Remark::Rights]));

/// Where the rights are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) enum Rights {
    #[default]
    Note,
    License,
}

pub(super) fn push_note(item: &mut Record, facts: &Facts<'_>, rights: Rights) {
    let is_in_note = |remark: &Remark| match remark {
        // If there is no genre, the type or the title contains the kind.
        Remark::Genre => item.get("genre").is_none() && says_genre(facts),
        Remark::Number => facts.cited_number() != facts.document.number(),
        Remark::ArchivalSource => facts.is_archive_incomplete(),
        Remark::Date => facts.document.date().is_some_and(|date| !dates::says_all(date)),
        // Each of these has a variable that programs read. Zotero reads participants, pandoc does not.
        Remark::OriginalTitle
        | Remark::Creators
        | Remark::Recipients
        | Remark::Interviewers
        | Remark::DateBesideBook
        | Remark::Place
        | Remark::Medium
        | Remark::Extent
        | Remark::Subjects => false,
        Remark::Rights => rights == Rights::Note,
        _ => true,
    };
    let note = nonempty(|s| facts.push_remarks(s, ORDER.iter().copied().filter(is_in_note)));
    let Some(mut note) = note else { return };
    if is_read_as_a_field(&note) {
        note.insert_str(0, ". ");
        let genre = nonempty(|s| facts.push_genre(s)).filter(|genre| !genre.contains(':'));
        note.insert_str(0, genre.as_deref().unwrap_or(labels::DOCUMENT));
    }
    if note.contains("{:") {
        // citeproc-js reads `{:type: book}` anywhere in a note.
        note = note.replace("{:", "{\u{2060}:");
        facts.document.each_text(&mut |path, text| {
            if text.contains("{:") {
                item.omit(path, kept_apart());
            }
        });
    }
    push(item, "note", Some(note));
}

/// Whether nothing else shows the kind: a title may show it, a containing book does not.
fn says_genre(facts: &Facts<'_>) -> bool {
    let document = facts.document;
    let is_work = Work::of(document).is_some();
    let has_type = matches!(document.kind(), Kind::Letter | Kind::Interview | Kind::Collection | Kind::Manuscript);
    let is_titled = facts.genre().is_some_and(|genre| document.title().is_some_and(|it| has_words(&it.text, genre)));
    let is_sent = !document.recipients().is_empty();
    document.genre().is_some() || !is_work && (facts.book.is_some() && !is_sent || !has_type && !is_titled)
}

/// Whether pandoc would read the first word as the name of a field, and the note as its value; citeproc-js does so
/// for names that it knows, such as `DOI: …`. After the kind the words are safe, because no field has a name of two words.
fn is_read_as_a_field(note: &str) -> bool {
    note.split_once(':').is_some_and(|(name, _)| !name.is_empty() && !name.contains(char::is_whitespace))
}

fn kept_apart() -> OmissionReason {
    OmissionReason::NotWritable(
        "in the note an invisible word joiner precedes its colon, so that citeproc-js does not read it as a field"
            .into(),
    )
}
