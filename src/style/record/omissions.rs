//! What no format with named fields has a place for. It is reported for every record, so that nothing is lost silently.
//!
//! This module names every field of a document and its parts, without `..`. Whoever adds a key to the record format
//! decides here: the formats have a field for it, a sentence of the note contains it (`Remark`), or it is omitted.

use super::{books, people};
use crate::citation::{OmissionReason, Record};
use crate::document::{
    Body, Contribution, Description, Document, Holding, Leaves, Level, Name, Original, Person, Publication, Repository,
    Reviewed, Title, TitleForm, Translation,
};
use crate::prose::words::has_words;

/// Fields that this format has and most others do not.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Fields<'d> {
    /// The title of a book that has its short title in a field.
    pub(crate) book_title: Option<&'d Title>,
    /// That the family name comes first.
    pub(crate) order_of_names: bool,
    /// The same for the creators only.
    pub(crate) order_of_creators: bool,
    pub(crate) literature: OfLiterature<'d>,
}

/// The keys for literature for which the format has fields.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct OfLiterature<'d> {
    /// The publication to which these fields belong.
    pub(crate) book: Option<&'d Publication>,
    pub(crate) volumes: bool,
    pub(crate) original: OfOriginal,
    pub(crate) reviewed: bool,
}

/// The parts of a first publication for which the format has fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct OfOriginal {
    pub(crate) title: bool,
    pub(crate) place: bool,
    pub(crate) publisher: bool,
    pub(crate) date: bool,
}

/// Adds what the record cannot contain of the document, beyond what the format's own style reports.
pub(crate) fn push(record: &mut Record, document: &Document, fields: Fields<'_>) {
    let Description {
        title,
        creators,
        recipients,
        participants,
        interviewers,
        holdings,
        source,
        reviewed,
        printings,
        translation,
        contributions,
        // Every format has a key and a type.
        id: _,
        kind: _,
        // A field, or a sentence of the note.
        genre: _,
        date: _,
        time: _,
        place: _,
        number: _,
        medium: _,
        languages: _,
        surrogates: _,
        addendum: _,
        note: _,
        summary: _,
        extent: _,
        rights: _,
        classification: _,
        // hayagriva has neither, and reports that itself.
        subjects: _,
        preferred_citation: _,
        extensions,
    } = document.description();
    if let Some(reviewed) = reviewed {
        push_reviewed(record, reviewed, fields);
    }
    for (key, _) in extensions.iter() {
        record.omit(key, OmissionReason::NoField);
    }
    if let Some(title) = title {
        push_title(record, "title", title, true);
    }
    for (key, names) in [
        ("creators", creators),
        ("recipients", recipients),
        ("participants", participants),
        ("interviewers", interviewers),
    ] {
        push_orders(record, key, names, fields);
    }
    for (index, holding) in holdings.iter().enumerate() {
        push_holding(record, index, holding);
    }
    if let Some(source) = source {
        push_book(record, "source", source, fields);
    }
    for (index, printing) in printings.iter().enumerate() {
        push_book(record, &format!("printings[{index}]"), printing, fields);
    }
    if let Some(Translation { by, source, from: _, into: _, on_behalf_of: _ }) = translation {
        push_strangers(record, "translation.by", by);
        if let Some(source) = source {
            push_book(record, "translation.source", source, fields);
        }
    }
    for (index, Contribution { by, roles: _, on_behalf_of: _ }) in contributions.iter().enumerate() {
        if by.iter().any(people::has_details) {
            push_strangers(record, &format!("contributions[{index}].by"), by);
        }
    }
}

fn push_title(record: &mut Record, path: &str, title: &Title, has_short: bool) {
    let Title { form, language, short, text: _, original: _, transliterated: _, translated: _ } = title;
    let lost = [
        ("form", *form != TitleForm::Formal),
        ("language", language.is_some()),
        ("short", short.is_some() && !has_short),
    ];
    for (key, _) in lost.into_iter().filter(|(_, is_lost)| *is_lost) {
        record.omit(format!("{path}.{key}"), OmissionReason::NoField);
    }
}

/// The order of the names, if the format may invert family and given name.
fn push_orders(record: &mut Record, path: &str, names: &[Name], fields: Fields<'_>) {
    for (index, _) in names.iter().enumerate().filter(|(_, name)| people::is_family_first(name)) {
        if !(fields.order_of_names || fields.order_of_creators && path == "creators") {
            record.omit(format!("{path}[{index}].order"), OmissionReason::NoField);
        }
    }
}

/// People outside the document: only their names are printed, in their own order.
fn push_strangers(record: &mut Record, path: &str, names: &[Name]) {
    for (index, name) in names.iter().enumerate() {
        match name {
            Name::Person(person) => {
                let Person {
                    family,
                    signed_as,
                    role,
                    affiliation,
                    attributed,
                    given: _,
                    suffix: _,
                    particle: _,
                    dropping_particle: _,
                    order: _,
                } = person;
                let lost = [
                    // The sentences contain both names.
                    ("signed-as", signed_as.as_ref().is_some_and(|signed| signed == family)),
                    ("role", role.is_some()),
                    ("affiliation", affiliation.is_some()),
                    ("attributed", *attributed && signed_as.is_some()),
                ];
                for (key, _) in lost.into_iter().filter(|(_, is_lost)| *is_lost) {
                    record.omit(format!("{path}[{index}].{key}"), OmissionReason::NoField);
                }
            }
            Name::Body(Body { abbreviation, parent, role, body: _ }) => {
                for (key, _) in [("abbreviation", abbreviation), ("parent", parent), ("role", role)]
                    .into_iter()
                    .filter(|(_, words)| words.is_some())
                {
                    record.omit(format!("{path}[{index}].{key}"), OmissionReason::NoField);
                }
            }
            Name::AsWritten(_) => {}
        }
    }
}

fn push_holding(record: &mut Record, index: usize, holding: &Holding) {
    let Holding { repository, path, reference, leaves, as_cited, cited_whole, class, role: _ } = holding;
    for (step, Level { date, short, level: _, id: _, title: _ }) in path.iter().enumerate() {
        for (key, _) in [("date", date.is_some()), ("short", short.is_some())].into_iter().filter(|(_, lost)| *lost) {
            record.omit(format!("holdings[{index}].path[{step}].{key}"), OmissionReason::NoField);
        }
    }
    if class.is_some() {
        record.omit(format!("holdings[{index}].class"), OmissionReason::NoField);
    }
    if index == 0 {
        return;
    }
    // For other holdings only the words that a note prints are written.
    let worded = as_cited.is_some() || cited_whole.is_some();
    let whole = cited_whole.as_deref();
    let has_unnamed = whole.zip(repository.as_ref()).is_some_and(|(whole, repository)| !is_named(repository, whole));
    let whole = whole.filter(|_| !has_unnamed);
    let is_unsaid = |value: &Option<String>| whole.zip(value.as_ref()).is_some_and(|(whole, it)| !has_words(whole, it));
    let of_repository = match repository {
        Some(Repository { name, abbreviation, code, parent, department, place }) => [
            ("repository.name", is_unsaid(name)),
            ("repository.abbreviation", name.is_some() && abbreviation.is_some()),
            ("repository.code", code.is_some()),
            ("repository.parent", is_unsaid(parent)),
            ("repository.department", is_unsaid(department)),
            ("repository.place", is_unsaid(place)),
        ],
        None => Default::default(),
    };
    let lost = [
        ("path", worded && !path.is_empty()),
        ("reference", worded && reference.is_some()),
        ("leaves", worded && matches!(leaves, Some(Leaves { unit: _, range: _ }))),
        ("as-cited", cited_whole.is_some() && as_cited.is_some()),
        ("repository", has_unnamed),
    ];
    for (key, _) in of_repository.into_iter().chain(lost).filter(|(_, is_lost)| *is_lost) {
        record.omit(format!("holdings[{index}].{key}"), OmissionReason::NoField);
    }
}

/// Whether a wording contains the name of the repository.
fn is_named(repository: &Repository, words: &str) -> bool {
    [&repository.name, &repository.abbreviation].into_iter().flatten().any(|name| has_words(words, name))
}

fn push_book(record: &mut Record, path: &str, book: &Publication, fields: Fields<'_>) {
    let Publication {
        title: _,
        container: _,
        series: _,
        authors: _,
        editors: _,
        general_editors: _,
        compilers: _,
        translators: _,
        // The sentence on the book contains these.
        volume: _,
        volumes,
        issue: _,
        number: _,
        edition: _,
        place: _,
        publisher: _,
        date: _,
        original,
        pages: _,
        isbn: _,
        doi: _,
        url: _,
    } = book;
    let has_fields = fields.literature.book.is_some_and(|known| std::ptr::eq(known, book));
    if volumes.is_some() && !(has_fields && fields.literature.volumes) {
        record.omit(format!("{path}.volumes"), OmissionReason::NoField);
    }
    if let Some(original) = original {
        let known = if has_fields { fields.literature.original } else { OfOriginal::default() };
        push_original(record, &format!("{path}.original"), original, known);
    }
    for (key, title) in books::titles(book) {
        let has_short = fields.book_title.is_some_and(|known| std::ptr::eq(known, title));
        push_title(record, &format!("{path}.{key}"), title, has_short);
    }
    for (key, names) in books::people(book).into_iter().filter(|(_, names)| !names.is_empty()) {
        push_strangers(record, &format!("{path}.{key}"), names);
    }
}

/// If no part has a field, the whole is omitted.
fn push_original(record: &mut Record, path: &str, original: &Original, known: OfOriginal) {
    let Original { title, place, publisher, date } = original;
    let parts = [
        ("title", title.is_some(), known.title),
        ("place", place.is_some(), known.place),
        ("publisher", publisher.is_some(), known.publisher),
        ("date", date.is_some(), known.date),
    ];
    if parts.iter().all(|(_, is_there, is_known)| !(*is_there && *is_known)) {
        return record.omit(path, OmissionReason::NoField);
    }
    for (key, _, _) in parts.into_iter().filter(|(_, is_there, is_known)| *is_there && !is_known) {
        record.omit(format!("{path}.{key}"), OmissionReason::NoField);
    }
    if let Some(title) = title.as_ref().filter(|_| known.title) {
        push_title_in_one(record, &format!("{path}.title"), title);
    }
}

fn push_reviewed(record: &mut Record, reviewed: &Reviewed, fields: Fields<'_>) {
    let Reviewed { title, by } = reviewed;
    if !fields.literature.reviewed {
        return record.omit("reviewed", OmissionReason::NoField);
    }
    push_title_in_one(record, "reviewed.title", title);
    push_strangers(record, "reviewed.by", by);
    for (index, name) in by.iter().enumerate() {
        // No sentence contains both names of these people.
        if name.as_person().is_some_and(|it| it.signed_as.as_ref().is_some_and(|signed| *signed != it.family)) {
            record.omit(format!("reviewed.by[{index}].signed-as"), OmissionReason::NoField);
        }
    }
}

/// A title in one field, with its translation.
fn push_title_in_one(record: &mut Record, path: &str, title: &Title) {
    push_title(record, path, title, false);
    for (key, words) in [("original", &title.original), ("transliterated", &title.transliterated)] {
        if words.is_some() {
            record.omit(format!("{path}.{key}"), OmissionReason::NoField);
        }
    }
}
