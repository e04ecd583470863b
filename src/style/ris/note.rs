//! The only note of a record. Most programs keep one note, and keep it whole.

use crate::document::Name;
use crate::labels;
use crate::prose::sentence::{Punctuation, Sentence};
use crate::style::record::extra::Lines;
use crate::style::record::remarks::{Remark, Remarks};
use crate::style::record::shape::{Reader, Shape};
use crate::style::record::{Facts, people, zotero_note};

pub(super) fn push(s: &mut Sentence<'_>, facts: &Facts<'_>, shape: Shape, reader: Reader) {
    // Zotero moves a note that begins with a ProCite label (`Medium:`, `Notes:`) to another field.
    let opens_with_kind = facts.genre().is_some_and(|genre| !genre.contains(':'));
    let label = if opens_with_kind { "" } else { labels::DOCUMENT_BEFORE_NOTE };
    match reader {
        Reader::Any => s.element(Punctuation::Space, label, |s| facts.push_remarks_of(s, in_note(facts))),
        Reader::Zotero => s.part(|s| zotero_note::push(s, facts, shape, Lines::Ris)),
    };
}

/// For any program: all important data, even with a tag.
fn in_note(facts: &Facts<'_>) -> Remarks {
    let document = facts.document;
    Remarks::ALL
        .only_if(document.creators().iter().any(may_be_parted), Remark::Creators)
        .only_if(false, Remark::SuppliedTitle)
        .only_if(false, Remark::Language)
        .only_if(facts.book.is_none(), Remark::Date)
        .only_if(facts.book.is_some(), Remark::DateBesideBook)
        .only_if(document.subjects().iter().any(|subject| is_altered(subject)), Remark::Subjects)
}

/// Whether some program splits a name in two, or reads an institution as a person. Then the note contains the whole name.
fn may_be_parted(name: &Name) -> bool {
    match name {
        Name::Person(person) => {
            people::holds(name, b",") || person.family.contains(';') || person.family.contains(" and ")
        }
        Name::Body(_) | Name::AsWritten(_) => true,
    }
}

/// Whether a keyword differs from the subject.
pub(super) fn is_altered(subject: &str) -> bool {
    subject.contains(';')
}
