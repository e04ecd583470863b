//! BibTeX and BibLaTeX: the entry types and fields. The notation is in `notation::bibtex`.
//!
//! No program has fields for a whole archival location, and no style prints all fields. So the whole wording is in a
//! printed field, its parts are in the fields of programs that have them, and `annote`, which all programs keep,
//! repeats everything in labelled sentences.

mod annote;
mod archive;
mod biblatex;
mod book;
mod classic;
mod dates;
mod editions;
mod isbn;
mod languages;
mod names;
mod titles;
mod work;

use std::borrow::Cow;

pub use biblatex::Biblatex;
pub use classic::Bibtex;

use super::record::class::{self, Class};
use super::record::omissions::{self, OfLiterature};
use super::record::sheet::Sheet;
use super::record::work::Work;
use super::record::{Facts, books, people};
use crate::citation::{OmissionReason, Record};
use crate::document::{Date, Document, Kind, Name, Person, Publication, TitleForm};
use crate::notation;
use crate::prose::EN_US;

/// What an entry is, before a dialect chooses the type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry<'d> {
    Letter,
    Unpublished,
    /// A report with a number, and the institution that issued it, if known.
    Report(Option<&'d str>),
    Picture,
    Sound,
    Video,
    /// The document is only known from this book.
    InBook(&'d Publication),
    /// Literature.
    Work(Work<'d>),
    Other,
}

impl<'d> Entry<'d> {
    fn of(facts: &Facts<'d>, has_date: bool) -> Self {
        let document = facts.document;
        if let Some(work) = Work::of(document) {
            return Entry::Work(work);
        }
        if let Some(book) = facts.book.filter(|book| books::title(book).is_some()) {
            return Entry::InBook(book);
        }
        let is_whole = has_date && document.title().is_some() && !document.creators().is_empty();
        // A work is in italics, which `@unpublished` does not print.
        let is_work = document.title().is_some_and(|title| title.form == TitleForm::Work);
        let kind = class::kind(document);
        match Class::of_kind(kind, document) {
            Class::Sound => Entry::Sound,
            Class::Video => Entry::Video,
            Class::Picture => Entry::Picture,
            Class::Correspondence => Entry::Letter,
            Class::Report if is_whole => Entry::Report(institution(document)),
            Class::Report | Class::Paper | Class::Treaty | Class::Map => {
                Entry::of_paper(document, kind, is_whole && !is_work)
            }
        }
    }

    fn of_paper(document: &Document, kind: &Kind, is_whole: bool) -> Self {
        match kind {
            Kind::Memorandum
            | Kind::Minutes
            | Kind::Report
            | Kind::Diary
            | Kind::Speech
            | Kind::Conversation
            | Kind::Interview
            | Kind::Manuscript => {
                if is_whole {
                    Entry::Unpublished
                } else {
                    Entry::Other
                }
            }
            Kind::Book
            | Kind::Chapter
            | Kind::Article
            | Kind::Thesis
            | Kind::WebPage
            | Kind::Document
            | Kind::Other(_) => {
                if document.recipients().is_empty() {
                    Entry::Other
                } else {
                    Entry::Letter
                }
            }
            // No `_`: a new kind must be decided here.
            Kind::Letter
            | Kind::Telegram
            | Kind::Note
            | Kind::Treaty
            | Kind::Order
            | Kind::Resolution
            | Kind::Directive
            | Kind::Charter
            | Kind::Deed
            | Kind::Photograph
            | Kind::Map
            | Kind::Recording
            | Kind::Film
            | Kind::Ephemera
            | Kind::Collection => Entry::Other,
        }
    }
}

/// Who issued a report: the organization that wrote it, or the employer of its writer.
fn institution(document: &Document) -> Option<&str> {
    let creators = document.creators();
    let body = creators.iter().find_map(|name| name.as_body().map(|body| body.body.as_str()));
    body.or_else(|| creators.iter().find_map(|name| name.as_person()?.affiliation.as_deref()))
}

/// Programs split keywords at these, whatever surrounds them.
const ENDS_KEYWORD: [char; 2] = [',', ';'];

fn without<'w>(words: &'w str, signs: &[char]) -> Cow<'w, str> {
    if words.contains(signs) { words.replace(signs, "").into() } else { words.into() }
}

/// Writes the fields that are the same in both dialects.
fn push_shared(sheet: &mut impl Sheet, facts: &Facts<'_>, entry: Entry<'_>) {
    let document = facts.document;
    sheet.push("abstract", document.summary());
    sheet.push_list("keywords", document.subjects().iter().map(|subject| without(subject, &ENDS_KEYWORD)));
    match entry {
        Entry::Work(work) => {
            sheet.push("url", facts.url_of_work(&work).as_deref());
            sheet.push("doi", facts.doi_of_work(&work));
        }
        _ => {
            sheet.push("url", facts.url().as_deref());
            sheet.push("doi", facts.doi());
        }
    }
    push_date(sheet, "urldate", facts.home.and_then(|home| home.accessed.as_ref()));
}

fn push_date(sheet: &mut impl Sheet, field: &'static str, date: Option<&Date>) {
    if let Some(date) = date {
        sheet.push_figures(field, |text| dates::push_edtf(text, date));
    }
}

/// Reports what the record does not contain, or contains in other characters.
fn push_omissions(
    record: &mut Record,
    facts: &Facts<'_>,
    syntax: notation::BibtexSyntax,
    literature: OfLiterature<'_>,
) {
    let document = facts.document;
    if let Some(change) = syntax.change_of_key(document.id()) {
        record.omit("id", OmissionReason::NotWritable(change));
    }
    omissions::push(record, document, omissions::Fields { order_of_creators: true, literature, ..Default::default() });
    push_names(record, "creators", document.creators());
    if let Some(book) = facts.book {
        let path = facts.path_of_book();
        for (key, names) in books::people(book) {
            push_names(record, &format!("{path}.{key}"), names);
        }
    }
    if !record.any_text(|text| syntax.may_change(text)) {
        return;
    }
    document.each_text(&mut |path, text| {
        let is_address = facts.has_address_at(path);
        let change = if is_address { syntax.change_of_address(text) } else { syntax.change(text) };
        if let Some(change) = change {
            record.omit(path, OmissionReason::NotWritable(change));
        }
    });
}

/// Reports how names in fields of their own are changed there.
fn push_names(record: &mut Record, path: &str, names: &[Name]) {
    let mut omit = |field: String, words: &'static str| record.omit(field, OmissionReason::NotWritable(words.into()));
    for (index, name) in names.iter().enumerate() {
        if let Name::Person(person) = name {
            push_person(name, person, |part, words| omit(format!("{path}[{index}]{part}"), words));
        }
        if people::holds(name, b"$") {
            let words = "a dollar sign in a name is replaced; the note contains the original name";
            omit(format!("{path}[{index}]"), words);
        }
        if people::is_others(name) {
            let words = "some programs read it as “et al.”; the note contains the name";
            omit(format!("{path}[{index}]"), words);
        }
    }
}

fn push_person(name: &Name, person: &Person, mut omit: impl FnMut(&str, &'static str)) {
    if person.dropping_particle.is_some() && person.particle.is_some() {
        let words = "written before the family name, like the particle that belongs to it";
        omit(".dropping-particle", words);
    }
    if person.given.is_some() && people::holds(name, b",") {
        omit("", "with a comma in one of its parts it is written in one piece, without its parts");
    }
    if person.suffix.is_some() && person.given.is_none() {
        omit(".suffix", "without a given name it is written as a part of the family name");
    }
}

/// Whether at least one name has a particle that belongs to the family name, and no name has one that is dropped.
fn has_kept_particle(names: &[Name]) -> bool {
    let people = || names.iter().filter_map(Name::as_person);
    people().any(|person| person.particle.is_some()) && !people().any(|person| person.dropping_particle.is_some())
}

/// The language by its babel name, or in words.
fn language(document: &Document) -> Option<(&str, bool)> {
    let tag = document.languages().first()?;
    match languages::babel(tag) {
        Some(name) => Some((name, true)),
        None => Some((EN_US.language_name(tag).unwrap_or(tag), false)),
    }
}

#[cfg(test)]
mod tests;
