//! The note of a record for Zotero: what has no field in Zotero and what its citations do not take from Extra.

use std::cell::Cell;

use super::extra::Lines;
use super::remarks::Remark;
use super::shape::Shape;
use super::{Facts, books, people, when};
use crate::document::{Date, Name, Publication, Title};
use crate::labels;
use crate::prose::sentence::Sentence;

/// The sentences, after a word for the kind of document. Without that word Zotero would take a label for the name of a field.
pub(crate) fn push(s: &mut Sentence<'_>, facts: &Facts<'_>, shape: Shape, lines: Lines) {
    let is_empty = Cell::new(true);
    let is_needless = |_: &str| is_empty.get();
    s.part_unless(is_needless, |s| {
        push_opening(s, facts, shape);
        s.part(|s| {
            let remarks = Remark::ALL.iter().copied();
            facts.push_remarks(s, remarks.filter(|remark| is_in_note(facts, shape, lines, *remark)));
            is_empty.set(s.is_empty());
        });
    });
}

fn push_opening(s: &mut Sentence<'_>, facts: &Facts<'_>, shape: Shape) {
    if facts.genre().is_none_or(|genre| genre.contains(':')) {
        s.word(labels::DOCUMENT_BEFORE_NOTE);
    } else if !says_genre(facts, shape) {
        // If the note says the genre, that is its first sentence.
        facts.push_genre(s);
        s.word(". ");
    }
}

fn is_in_note(facts: &Facts<'_>, shape: Shape, lines: Lines, remark: Remark) -> bool {
    let document = facts.document;
    let is_ris = lines == Lines::Ris;
    let loses_commas = |names: &[_]| is_ris && names.iter().any(|name| people::holds(name, b","));
    match remark {
        Remark::Genre => says_genre(facts, shape),
        Remark::Creators => loses_commas(document.creators()),
        Remark::Recipients => shape != Shape::Correspondence || loses_commas(document.recipients()),
        // A line of Extra.
        Remark::Interviewers | Remark::Place => false,
        Remark::Participants => is_ris || !facts.cites_participants(),
        Remark::Date => facts.book.is_none() && document.date().is_some_and(has_words_beside),
        Remark::DateBesideBook => facts.book.is_some_and(|book| match document.date() {
            Some(date) if shape == Shape::Correspondence => has_words_beside(date) || book.date.is_none(),
            Some(date) => book.date.as_ref() != Some(date),
            None => false,
        }),
        Remark::Number => facts.cited_number() != document.number(),
        Remark::ArchivalSource => facts.is_archive_incomplete(),
        Remark::DigitalArchive => facts.home.is_some_and(|home| {
            let has_both = home.archive.is_some() && home.host.is_some();
            let more = [&home.id, &home.format, &home.language].into_iter().any(|words| words.is_some());
            more || !shape.has_archive()
                || has_both && facts.holding.is_some()
                || facts.book.is_some() && home.host.is_some()
        }),
        Remark::Source => document
            .source()
            .is_some_and(|book| !shape.is_published() || facts.book != Some(book) || has_more(facts, shape, book)),
        Remark::Translation => document.translation().is_some_and(|it| {
            [&it.from, &it.into, &it.on_behalf_of].into_iter().any(|words| words.is_some())
                || it.source.is_some()
                || !facts.cites_translators()
                || loses_commas(&it.by)
                || it.by.iter().any(people::has_details)
        }),
        Remark::Medium => shape != Shape::Picture && (is_ris || !shape.has_medium()),
        Remark::Extent => shape != Shape::Picture && (is_ris || !shape.has_dimensions()),
        Remark::Rights => !is_ris,
        Remark::Subjects => !is_ris || document.subjects().iter().any(|subject| subject.contains(';')),
        _ => true,
    }
}

/// Whether the record's own word for the kind is in no field and no title.
fn says_genre(facts: &Facts<'_>, shape: Shape) -> bool {
    let own = facts.document.genre();
    let is_cited =
        facts.zotero_genre(shape).is_some() && !(shape == Shape::Picture && facts.document.medium().is_some());
    own.is_some() && !is_cited && !facts.needs_made_title(shape)
}

/// Whether the record has words for a date that mean more than they show.
fn has_words_beside(date: &Date) -> bool {
    date.is_printable() && !when::is_plain(date) && (date.display().is_some() || date.bulk().is_some())
}

/// Whether Zotero's fields do not contain all of a publication.
fn has_more(facts: &Facts<'_>, shape: Shape, book: &Publication) -> bool {
    let has_two_names = [&book.title, &book.container, &book.series].into_iter().flatten().count() > 1;
    let has_addresses = facts.home.is_some() && (book.url.is_some() || book.doi.is_some());
    let has_more_names = |title: &Title| {
        [&title.original, &title.transliterated, &title.translated].into_iter().any(|words| words.is_some())
    };
    let is_cut = |name: &Name| people::holds(name, b",") || people::has_details(name);
    has_two_names
        || has_addresses
        || books::titles(book).any(|(_, title)| has_more_names(title))
        || books::people(book).into_iter().flat_map(|(_, names)| names).any(is_cut)
        || super::work::Work::of(facts.document).is_none()
        || !book.general_editors.is_empty()
        || book.number.is_some()
        || has_unknown_fields(shape, book)
        || book.date.as_ref().is_some_and(has_words_beside)
}

/// Whether Zotero's type has no field for a part of the publication. RIS writes it to Extra, CSL-JSON to nothing.
fn has_unknown_fields(shape: Shape, book: &Publication) -> bool {
    let is_article = matches!(shape, Shape::Journal | Shape::Magazine | Shape::Newspaper);
    let is_of_book = matches!(shape, Shape::Book | Shape::Chapter);
    let is_site = matches!(shape, Shape::WebPage | Shape::Blog);
    let has_name = [&book.title, &book.container, &book.series].into_iter().any(|title| title.is_some());
    [
        (&book.volume, is_article || is_of_book),
        (&book.issue, is_article),
        (&book.edition, is_of_book || shape == Shape::Newspaper),
        (&book.pages, is_article || shape == Shape::Chapter),
        (&book.isbn, is_of_book || shape == Shape::Thesis),
        (&book.publisher, shape != Shape::Blog),
        (&book.place, shape != Shape::Blog),
    ]
    .into_iter()
    .any(|(words, is_known)| words.is_some() && !is_known)
        || shape == Shape::Thesis && has_name
        || is_site && book.series.is_some()
}
