//! What no format of named fields has a place for: said of every record, so that nothing is lost in silence.

use super::{books, people};
use crate::citation::{Omission, Record};
use crate::document::{Document, Holding, Name, Publication, Repository, Title, TitleForm};
use crate::prose::supplied::has_words;

/// What a format has a field for that most have not.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Fields<'d> {
    /// The title of a book that has its short title beside it.
    pub(crate) book_title: Option<&'d Title>,
    /// That a family name comes first.
    pub(crate) order_of_names: bool,
}

/// Adds what the record cannot carry of the document, beside what the format's own style says of it.
pub(crate) fn push(record: &mut Record, document: &Document, fields: Fields<'_>) {
    if let Some(title) = document.title() {
        push_title(record, "title", title, true);
    }
    for (key, names) in people::of(document) {
        push_orders(record, key, names, fields);
    }
    for (index, holding) in document.holdings().iter().enumerate() {
        push_holding(record, index, holding);
    }
    if let Some(source) = document.source() {
        push_book(record, "source", source, fields);
    }
    if let Some(translation) = document.translation() {
        push_strangers(record, "translation.by", &translation.by);
        if let Some(source) = &translation.source {
            push_book(record, "translation.source", source, fields);
        }
    }
    for (index, contribution) in document.contributions().iter().enumerate() {
        if contribution.by.iter().any(people::has_details) {
            push_strangers(record, &format!("contributions[{index}].by"), &contribution.by);
        }
    }
}

fn push_title(record: &mut Record, path: &str, title: &Title, has_short: bool) {
    let lost = [
        ("form", title.form != TitleForm::Formal),
        ("language", title.language.is_some()),
        ("short", title.short.is_some() && !has_short),
    ];
    for (key, _) in lost.into_iter().filter(|(_, is_lost)| *is_lost) {
        record.omit(format!("{path}.{key}"), Omission::NoField);
    }
}

/// The order of the names, where the format turns family and given name round as it likes.
fn push_orders(record: &mut Record, path: &str, names: &[Name], fields: Fields<'_>) {
    for (index, _) in names.iter().enumerate().filter(|(_, name)| people::is_family_first(name)) {
        if !fields.order_of_names {
            record.omit(format!("{path}[{index}].order"), Omission::NoField);
        }
    }
}

/// People beside the document: of them only the names are said, in their own order.
fn push_strangers(record: &mut Record, path: &str, names: &[Name]) {
    for (index, name) in names.iter().enumerate() {
        match name {
            Name::Person(person) => {
                let lost = [
                    // The sentences say both names.
                    ("signed-as", person.signed_as.as_ref().is_some_and(|signed| *signed == person.family)),
                    ("role", person.role.is_some()),
                    ("affiliation", person.affiliation.is_some()),
                    ("attributed", person.attributed && person.signed_as.is_some()),
                ];
                for (key, _) in lost.into_iter().filter(|(_, is_lost)| *is_lost) {
                    record.omit(format!("{path}[{index}].{key}"), Omission::NoField);
                }
            }
            Name::Body(body) => {
                for (key, _) in [("abbreviation", &body.abbreviation), ("parent", &body.parent)]
                    .into_iter()
                    .filter(|(_, words)| words.is_some())
                {
                    record.omit(format!("{path}[{index}].{key}"), Omission::NoField);
                }
            }
            Name::AsWritten(_) => {}
        }
    }
}

fn push_holding(record: &mut Record, index: usize, holding: &Holding) {
    for (step, level) in holding.path.iter().enumerate() {
        for (key, _) in
            [("date", level.date.is_some()), ("short", level.short.is_some())].into_iter().filter(|(_, lost)| *lost)
        {
            record.omit(format!("holdings[{index}].path[{step}].{key}"), Omission::NoField);
        }
    }
    if index == 0 {
        return;
    }
    // Of the other holdings the words that a note prints are said, and no more.
    let repository = holding.repository.as_ref();
    let worded = holding.as_cited.is_some() || holding.cited_whole.is_some();
    let lost = [
        ("repository.abbreviation", repository.is_some_and(|it| it.name.is_some() && it.abbreviation.is_some())),
        ("repository.code", repository.is_some_and(|it| it.code.is_some())),
        ("path", worded && !holding.path.is_empty()),
        ("reference", worded && holding.reference.is_some()),
        ("leaves", worded && holding.leaves.is_some()),
        ("as-cited", holding.cited_whole.is_some() && holding.as_cited.is_some()),
        (
            "repository",
            holding.cited_whole.as_ref().is_some_and(|whole| repository.is_some_and(|it| !is_named(it, whole))),
        ),
    ];
    for (key, _) in lost.into_iter().filter(|(_, is_lost)| *is_lost) {
        record.omit(format!("holdings[{index}].{key}"), Omission::NoField);
    }
}

/// Whether a wording names the repository.
fn is_named(repository: &Repository, words: &str) -> bool {
    [&repository.name, &repository.abbreviation].into_iter().flatten().any(|name| has_words(words, name))
}

fn push_book(record: &mut Record, path: &str, book: &Publication, fields: Fields<'_>) {
    for (key, title) in books::titles(book) {
        let has_short = fields.book_title.is_some_and(|known| std::ptr::eq(known, title));
        push_title(record, &format!("{path}.{key}"), title, has_short);
    }
    for (key, names) in books::people(book).into_iter().filter(|(_, names)| !names.is_empty()) {
        push_strangers(record, &format!("{path}.{key}"), names);
    }
}
