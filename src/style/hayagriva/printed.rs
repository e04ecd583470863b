//! How hayagriva's Chicago styles print the location of a document: the archive, and before it the location in the
//! archive. They print no note.

use super::entry::Entry;
use crate::document::{Date, Moment, Precision, When};
use crate::prose::books::BookField;
use crate::prose::sentence::{Punctuation, Sentence};
use crate::style::record::described::Ends;
use crate::style::record::remarks::Remark;
use crate::style::record::{Facts, books, nonempty, people, when};

impl Entry<'_> {
    pub(super) fn push_shelf(&mut self, kind: &str) {
        let (facts, description) = (self.facts, self.description);
        if facts.book.is_some() {
            // For a paper in a book Chicago prints neither the kind nor the date, so they become its title if it has none.
            let has_title = facts.document.title().is_some() || !description.is_printable();
            let location = nonempty(|s| {
                if has_title {
                    description.push_ending(s.capitalize_next(), Ends::PlaceAndDate);
                }
                if let Some(book) = facts.book {
                    s.element(Punctuation::Period, "", |s| books::push_unsaid(s, book, PRINTED_OF_BOOK));
                }
                if facts.document.source().is_some() {
                    facts.push_translation_edition(s);
                }
            });
            self.push("archive-location", location);
            return;
        }
        let editions = nonempty(|s| push_editions(s, &facts));
        // No capital after a date, a translator or a number: they are parts of the same sentence.
        let number = facts.unsaid_number().filter(|_| !self.has_serial(kind)).is_some();
        let before = nonempty(|s| push_before(s, &facts, number));
        let opens_sentence = editions.is_some() && kind != "artwork";
        // The archive's own wording of the whole location contains the name of the archive.
        let whole = facts.whole_wording_with_archive();
        let archive = nonempty(|s| {
            match whole {
                Some(whole) => _ = s.verbatim(whole),
                None => facts.push_archive(s),
            }
            let behind = [
                facts.unsaid_archive_place().filter(|_| whole.is_none()),
                facts.holding.and(facts.home).and_then(|home| home.archive.as_deref()),
            ];
            for words in behind.into_iter().flatten() {
                s.element(Punctuation::Comma, "", |s| _ = s.verbatim(words));
            }
        });
        let opens_entry = archive.is_none() && before.is_none();
        let shelf = nonempty(|s| {
            if whole.is_some() {
                return;
            }
            let s = if opens_sentence || opens_entry { s.capitalize_next() } else { s };
            facts.push_location_and_collection(s);
        });
        // Chicago prints the archive after the location, but before that of a work of art, so they stay together.
        let location = match (before, &editions) {
            (Some(before), None) => Some(shelf.as_ref().map_or(before.clone(), |shelf| format!("{before}, {shelf}"))),
            (before, _) if kind == "artwork" => sentences([&before, &shelf, &editions]),
            (before, _) => sentences([&before, &editions, &shelf]),
        };
        let is_found = shelf.is_some() || editions.is_some();
        if archive.is_none() && is_found {
            // Without an archive Chicago prints no location of a paper.
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

/// The parts of a book that have fields in hayagriva: all except the number of a document in it, its general editors,
/// and the issue.
const PRINTED_OF_BOOK: [BookField; 15] = [
    BookField::Authors,
    BookField::Editors,
    BookField::Compilers,
    BookField::Translators,
    BookField::Title,
    BookField::Container,
    BookField::Volume,
    BookField::Edition,
    BookField::Place,
    BookField::Publisher,
    BookField::Date,
    BookField::Pages,
    BookField::Isbn,
    BookField::Doi,
    BookField::Url,
];

/// `1790–1803, translated by Gary Goldberg, no. 46`: what comes before the location.
fn push_before(s: &mut Sentence<'_>, facts: &Facts<'_>, has_number: bool) {
    let document = facts.document;
    if !document.date().is_none_or(is_printed_whole) {
        when::push_as_printed(s, document);
    }
    if document.creators().is_empty() && people::translators(document).next().is_some() {
        s.element(Punctuation::Comma, "", |s| people::push_translators(s, document));
    }
    if has_number {
        s.element(Punctuation::Comma, "", |s| facts.push_number(s));
    }
}

/// The books in which an archival paper is printed.
fn push_editions(s: &mut Sentence<'_>, facts: &Facts<'_>) {
    facts.push_remarks(s, [Remark::Source]);
    facts.push_translation_edition(s);
}

fn sentences(parts: [&Option<String>; 3]) -> Option<String> {
    nonempty(|s| {
        for part in parts.into_iter().flatten() {
            if !s.is_empty() {
                s.punctuate(Punctuation::Period);
            }
            s.with(|text| text.push_str(part));
        }
    })
}

/// Whether Chicago prints the whole date; it prints `[1955?]` for an uncertain one.
fn is_printed_whole(date: &Date) -> bool {
    let is_single = || {
        let exact = |moment: &Moment| {
            !matches!(moment.precision(), Precision::Decade | Precision::Century | Precision::Season(_))
        };
        let is_plain = date.display().is_none() && date.bulk().is_none();
        is_plain && matches!(date.when(), When::Moment(moment) if exact(moment))
    };
    !date.is_printable() || when::is_plain(date) || is_single()
}
