//! The field `annote`, which all programs keep and no style prints. It contains everything that has no other field or
//! that few programs read.

use super::{ENDS_KEYWORD, Entry, dates, editions};
use crate::document::{Document, Name, Publication, Title};
use crate::prose::sentence::Sentence;
use crate::style::record::remarks::{Remark, Remarks, push_listed};
use crate::style::record::{Facts, books, people};

/// What the fields of an entry contain.
#[derive(Clone, Copy, Debug)]
pub(super) struct Covered<'f> {
    pub(super) entry: Entry<'f>,
    /// The kind of document, in words.
    pub(super) kind: bool,
    /// The parts of a name that is written as one piece.
    pub(super) parts_of_names: bool,
    /// Sentences in a printed field that all programs read.
    pub(super) sentences: &'f [Remark],
}

/// The field, without the sentences that the entry has fields for. The location of the document comes first, and the
/// subjects come last.
pub(super) fn push(s: &mut Sentence<'_>, facts: &Facts<'_>, covered: Covered<'_>) {
    let remarks = remarks(facts, covered);
    let others = push_listed!(
        facts,
        s,
        remarks,
        [
            Genre,
            Creators,
            ArchivalSource,
            Repository,
            OtherHoldings,
            DigitalArchive,
            OtherSurrogates,
            Recipients,
            Participants,
            Interviewers,
            Names,
            Number,
            SuppliedTitle,
            OriginalTitle,
            TransliteratedTitle,
            Place,
        ]
    );
    facts.push_remarks_of(s, others.only_if(false, Remark::Subjects));
    _ = push_listed!(facts, s, others, [Subjects]);
}

fn remarks(facts: &Facts<'_>, covered: Covered<'_>) -> Remarks {
    let document = facts.document;
    let has_genre = match covered.entry {
        Entry::InBook(_) => true,
        Entry::Work(_) => document.genre().is_some(),
        _ => !covered.kind,
    };
    let has_creators = document.creators().iter().any(|name| {
        people::holds(name, &UNREAD)
            || people::is_others(name)
            || !covered.parts_of_names && people::is_family_first(name)
    });
    // A printed field contains the date, except for the meaning of the record's own words for it.
    let has_date =
        document.date().is_some_and(|date| date.display().is_some() || date.bulk().is_some() || date.is_inferred());
    let is_work_of_date = matches!(covered.entry, Entry::Work(work) if work.original_date(document).is_some());
    let has_source = match covered.entry {
        Entry::Work(work) => work.source.is_some_and(|source| !is_in_fields(source)),
        _ => true,
    };
    Remarks::ALL
        .only_if(has_genre, Remark::Genre)
        .only_if(has_creators, Remark::Creators)
        .only_if(has_date, Remark::Date)
        .only_if(is_work_of_date, Remark::DateBesideBook)
        .only_if(false, Remark::SuppliedTitle)
        .only_if(false, Remark::Language)
        .only_if(has_source, Remark::Source)
        .only_if(has_split_subjects(document), Remark::Subjects)
        .without(covered.sentences)
}

/// Whether the fields of a work contain its publication unchanged.
fn is_in_fields(source: &Publication) -> bool {
    let has_all = |title: &Title| title.original.is_none() && title.transliterated.is_none();
    books::titles(source).all(|(_, title)| has_all(title))
        && books::people(source).into_iter().flat_map(|(_, names)| names).all(is_plain)
        && source.edition.as_deref().is_none_or(|edition| editions::number(edition) == edition)
        && source.number.is_none()
        && source.isbn.is_none()
        && source.date.as_ref().is_none_or(dates::says_all)
}

fn is_plain(name: &Name) -> bool {
    !people::has_details(name)
        && !people::holds(name, &UNREAD)
        && !people::is_others(name)
        && !people::is_family_first(name)
}

/// Some programs take any name with `=` for an extended one (`family=…`). A name cannot contain `$`.
const UNREAD: [u8; 2] = [b'=', b'$'];

fn has_split_subjects(document: &Document) -> bool {
    document.subjects().iter().any(|subject| subject.contains(ENDS_KEYWORD))
}
