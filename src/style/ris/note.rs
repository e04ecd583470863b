//! The one note of a record: most programs keep but one, and all of it.

use crate::document::Name;
use crate::labels;
use crate::prose::sentence::{Punctuation, Sentence};
use crate::style::record::extra::Lines;
use crate::style::record::remarks::Remark;
use crate::style::record::shape::{Reader, Shape};
use crate::style::record::{Facts, people, zotero_note};

pub(super) fn push(s: &mut Sentence<'_>, facts: &Facts<'_>, shape: Shape, reader: Reader) {
    // Zotero moves a note that opens with a label of ProCite's (`Medium:`, `Notes:`) to another field.
    let opens_with_kind = facts.genre().is_some_and(|genre| !genre.contains(':'));
    let label = if opens_with_kind { "" } else { labels::DOCUMENT_BEFORE_NOTE };
    match reader {
        Reader::Any => s.element(Punctuation::Space, label, |s| {
            facts.push_remarks(s, Remark::ALL.iter().copied().filter(|remark| is_said(facts, *remark)));
        }),
        Reader::Zotero => s.part(|s| zotero_note::push(s, facts, shape, Lines::Ris)),
    };
}

/// For any program: all that matters, though it has a tag too.
fn is_said(facts: &Facts<'_>, remark: Remark) -> bool {
    let document = facts.document;
    match remark {
        Remark::Creators => document.creators().iter().any(may_be_parted),
        Remark::SuppliedTitle | Remark::Language => false,
        Remark::Date => facts.book.is_none(),
        Remark::DateBesideBook => facts.book.is_some(),
        Remark::Subjects => document.subjects().iter().any(|subject| is_altered(subject)),
        _ => true,
    }
}

/// Whether some program makes two names of one, or a person of an institution: then the note has it whole.
fn may_be_parted(name: &Name) -> bool {
    match name {
        Name::Person(person) => {
            people::holds(name, b",") || person.family.contains(';') || person.family.contains(" and ")
        }
        Name::Body(_) | Name::AsWritten(_) => true,
    }
}

/// Whether a keyword is not the subject to the letter.
pub(super) fn is_altered(subject: &str) -> bool {
    subject.contains(';')
}
