//! The parts of an entry, for documents and for literature.

use crate::citation::{Fields, Record, Value};
use crate::document::{ContributionRole, Date, Document, Name, Publication, Title};
use crate::notation::hayagriva::{is_address, is_language};
use crate::prose::books::is_journal;
use crate::style::record::described::Description;
use crate::style::record::when::{self, Span};
use crate::style::record::{Facts, books, people, plain};

/// How a title is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Printed {
    /// In quotation marks. Those inside the title become single.
    InQuotationMarks,
    InItalics,
}

impl Printed {
    pub(super) fn of(kind: &str) -> Self {
        match kind {
            "book" | "report" | "artwork" | "audio" | "video" => Printed::InItalics,
            _ => Printed::InQuotationMarks,
        }
    }
}

/// A record in progress.
pub(super) struct Entry<'d> {
    pub(super) record: Record,
    pub(super) facts: Facts<'d>,
    pub(super) description: Description<'d>,
    pub(super) printed: Printed,
}

impl Entry<'_> {
    pub(super) fn push(&mut self, name: &'static str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.record.push(name, value);
        }
    }

    /// The first language. If hayagriva does not accept it, the note contains it.
    pub(super) fn push_language(&mut self) {
        let first = self.facts.document.languages().first();
        self.push("language", first.map(String::as_str).filter(|tag| is_language(tag)));
    }

    pub(super) fn push_address(&mut self, address: Option<&str>) {
        let Some(address) = address.filter(|address| is_address(address)) else { return };
        let accessed = self.facts.home.and_then(|home| home.accessed.as_ref()).and_then(date);
        self.record.push(
            "url",
            match accessed {
                Some(accessed) => Fields::from_iter([("value", address), ("date", &*accessed)]).into(),
                None => Value::from(address),
            },
        );
    }
}

/// The title of a book that is cited. A volume with its own title includes the set, because a chapter has only one parent.
pub(super) fn title_of_book(book: &Publication, is_cited: bool) -> Option<Value> {
    let own = books::title(book)?;
    if !is_cited || !volume_is_in_title(book) {
        return Some(title(own, Printed::InItalics));
    }
    let whole = plain(|s| books::push_volume_of_set(s, book));
    Some(words_and_short(whole, own.short.as_deref()))
}

/// The number of volumes, if hayagriva reads it as a number.
pub(super) fn volumes(book: &Publication) -> Option<&str> {
    book.volumes.as_deref().filter(|volumes| !volumes.is_empty() && volumes.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether the book is a titled volume of a set.
pub(super) fn volume_is_in_title(book: &Publication) -> bool {
    book.title.is_some() && book.container.is_some() && !is_journal(book)
}

/// The words of a title in Chicago's quotation marks, and its translation in brackets.
pub(super) fn title(title: &Title, printed: Printed) -> Value {
    let whole = plain(|s| {
        match printed {
            Printed::InQuotationMarks => s.within_quotation(&title.text),
            Printed::InItalics => s.roman(&title.text),
        };
        s.translated(title);
    });
    words_and_short(whole, title.short.as_deref())
}

/// `{ value: …, short: … }`. The notation protects its case.
pub(super) fn words_and_short(words: String, short: Option<&str>) -> Value {
    match short {
        Some(short) => Fields::from_iter([("value", words), ("short", plain(|s| _ = s.roman(short)))]).into(),
        None => words.into(),
    }
}

pub(super) fn people_of(names: &[Name]) -> Option<Value> {
    (!names.is_empty()).then(|| people::list_in_order(names))
}

/// hayagriva has no recipients and no interviewers. As collaborators they would become coauthors, `with Zhou Enlai`,
/// and with any other role they would come first in the citation of a document without an author.
pub(super) fn affiliated(document: &Document) -> Option<Value> {
    let mut translators: Vec<Name> =
        document.translation().map(|translation| translation.by.clone()).unwrap_or_default();
    let (mut compilers, mut annotators) = (Vec::new(), Vec::new());
    for contribution in document.contributions() {
        for role in &contribution.roles {
            match role {
                ContributionRole::Translated => translators.extend_from_slice(&contribution.by),
                ContributionRole::Compiled => compilers.extend_from_slice(&contribution.by),
                ContributionRole::Annotated => annotators.extend_from_slice(&contribution.by),
                // The note contains these.
                ContributionRole::Obtained
                | ContributionRole::Donated
                | ContributionRole::Contributed
                | ContributionRole::Provided
                | ContributionRole::Edited
                | ContributionRole::Transcribed => {}
            }
        }
    }
    if document.creators().is_empty() {
        return None;
    }
    groups([("translator", translators.as_slice()), ("compiler", &compilers), ("annotator", &annotators)])
}

pub(super) fn groups<'n>(groups: impl IntoIterator<Item = (&'static str, &'n [Name])>) -> Option<Value> {
    let groups = groups.into_iter().filter(|(_, names)| !names.is_empty());
    let groups: Vec<Value> = groups
        .map(|(role, names)| {
            Fields::from_iter([("role", Value::from(role)), ("names", people::list_in_order(names))]).into()
        })
        .collect();
    (!groups.is_empty()).then_some(groups.into())
}

/// `1950-01-07`, `~1950`; for a range its start.
pub(super) fn date(date: &Date) -> Option<String> {
    let (Span::On(day) | Span::Since(day) | Span::Between(day, _)) = when::span(date)?;
    let doubt = if when::is_doubtful(date) { "~" } else { "" };
    Some(match (day.month, day.day) {
        (Some(month), Some(of_month)) => format!("{doubt}{:04}-{month:02}-{of_month:02}", day.year),
        (Some(month), None) => format!("{doubt}{:04}-{month:02}", day.year),
        (None, _) => format!("{doubt}{:04}", day.year),
    })
}

pub(super) fn publisher(book: &Publication) -> Option<Value> {
    let mut publisher = Fields::new();
    for (name, value) in [("name", &book.publisher), ("location", &book.place)] {
        if let Some(value) = value {
            publisher.push(name, value.as_str());
        }
    }
    (!publisher.is_empty()).then_some(publisher.into())
}
