//! What hayagriva's Chicago styles print: neither the note, nor of a paper in a book what it is and its date.

use super::Entry;
use crate::document::{Date, Moment, Precision, When};
use crate::prose::names::{EtAl, NameForm, People, push_people};
use crate::prose::sentence::{Punctuation, Sentence};
use crate::style::record::remarks::Remark;
use crate::style::record::{Facts, said, when};

impl Entry<'_> {
    pub(super) fn push_shelf(&mut self, kind: &str) {
        let facts = self.facts;
        if facts.book.is_some() {
            // Chicago prints of a paper in a book neither what it is nor its date.
            let said = said(|s| {
                push_itself(s, &facts);
                if facts.document.source().is_some() {
                    facts.push_translation_edition(s);
                }
            });
            self.push("archive-location", said);
            return;
        }
        let printed = said(|s| {
            let is_printed = facts.document.date().is_none_or(is_printed_whole);
            facts.push_remarks(s, (!is_printed).then_some(Remark::Date));
            push_editions(s, &facts);
        });
        // Of a law Chicago prints the authority, and nothing else of where it lies.
        let law = sentences([&said(|s| facts.push_archival_source(s)), &printed]);
        self.push("organization", law.filter(|_| kind == "legislation"));
        // Where it opens a sentence a word of ours is raised, the archive's own is not.
        let archive = said(|s| facts.push_archive(s));
        let opens_sentence = kind != "artwork" && (printed.is_some() || archive.is_none());
        let shelf = said(|s| facts.push_location_and_collection(if opens_sentence { s.capitalize_next() } else { s }));
        let shelf = match (shelf, facts.archive_place()) {
            (Some(location), Some(place)) => Some(format!("{location}, {place}")),
            (location, place) => location.or(place.map(str::to_owned)),
        };
        // Chicago has the archive behind the location, but of a work of art before it: they stay together.
        let location = sentences(if kind == "artwork" { [&shelf, &printed] } else { [&printed, &shelf] });
        let is_found = shelf.is_some() || said(|s| push_editions(s, &facts)).is_some();
        if archive.is_none() && is_found {
            // Without an archive Chicago has no entry for a paper.
            self.push("archive", location);
        } else {
            self.push("archive", archive);
            self.push("archive-location", location);
        }
        let reference = facts.holding.and_then(|holding| holding.reference.as_deref());
        let id = facts.home.and_then(|home| home.id.as_deref());
        self.push("call-number", reference.or(facts.document.number()).or(id));
    }
}

/// The books that print a paper which lies in an archive.
fn push_editions(s: &mut Sentence<'_>, facts: &Facts<'_>) {
    facts.push_remarks(s, [Remark::Source]);
    facts.push_translation_edition(s);
}

fn sentences(parts: [&Option<String>; 2]) -> Option<String> {
    said(|s| {
        for part in parts.into_iter().flatten() {
            if !s.is_empty() {
                s.punctuate(Punctuation::Period);
            }
            s.with(|text| text.push_str(part));
        }
    })
}

/// Whether Chicago prints all that is known of the date; `[1955?]` of a doubtful one.
fn is_printed_whole(date: &Date) -> bool {
    let is_doubtful_alone = || {
        let exact = |moment: &Moment| {
            !matches!(moment.precision(), Precision::Decade | Precision::Century | Precision::Season(_))
        };
        let is_plain = date.display().is_none() && date.bulk().is_none();
        is_plain && matches!(date.when(), When::Moment(moment) if exact(moment))
    };
    !date.is_printable() || when::is_plain(date) || is_doubtful_alone()
}

/// `Letter to Thomas Jefferson, July 15, 1813`
fn push_itself(s: &mut Sentence<'_>, facts: &Facts<'_>) {
    let document = facts.document;
    facts.push_genre(s);
    if !document.recipients().is_empty() {
        s.word(if s.is_empty() { "To " } else { " to " });
        push_people(s, People::Names(document.recipients()), (NameForm::Natural, NameForm::Natural), EtAl::NEVER);
    }
    if document.date().is_some_and(Date::is_printable) {
        s.element(Punctuation::Comma, "", |s| _ = when::push_whole(s, document));
    }
}
