//! RIS: which tag each datum goes into.
//!
//! No program reads all tags, so what matters most stands twice: in its own tag, and in a labelled sentence of the note, which
//! all but a few keep.

mod kind;

use super::record::remarks::Remark;
use super::record::when::{self, Day};
use super::record::{Facts, omissions, people, with_translation};
use super::{Cite, Style, StyleError};
use crate::citation::{Citation, Omission, Record, Syntax, Value};
use crate::document::{ContributionRole, Document, Name, Publication};
use crate::notation;
use kind::Type;

/// RIS records, for Zotero, EndNote, Mendeley and library catalogues.
///
/// ```
/// use prefercite::style::Ris;
/// use prefercite::{Cite, Document};
///
/// let telegram: Document = serde_json::from_str(
///     r#"{ "id": "burton-merriam", "kind": "telegram", "creators": ["Burton, Ernest"], "recipients": ["Merriam, Charles"],
///          "date": "1923-01-26", "holdings": [{ "repository": { "name": "University of Chicago Library", "place": "Chicago" },
///              "path": [{ "level": "collection", "title": "Charles E. Merriam Papers" }, { "level": "box", "id": "26" }] }] }"#,
/// )?;
/// let record = Ris::new().record(&Cite::new(&telegram));
/// assert_eq!(
///     record.to_string().replace("\r\n", "\n"),
///     "TY  - PCOMM
/// AU  - Burton, Ernest
/// A2  - Merriam, Charles
/// PY  - 1923
/// DA  - 1923/01/26/
/// T2  - Charles E. Merriam Papers
/// CY  - Chicago
/// PB  - University of Chicago Library
/// DB  - University of Chicago Library
/// AV  - box 26, Charles E. Merriam Papers
/// M3  - Telegram
/// N1  - Telegram. Recipient: Merriam, Charles. Archival source: box 26, Charles E. Merriam Papers, University of Chicago Library
/// ID  - burton-merriam
/// ER  - "
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// All forms are the same record, and it has no place for a locator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Ris {
    reader: Reader,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
enum Reader {
    #[default]
    Any,
    Zotero,
}

impl Ris {
    /// Records that lose as little as can be in any program.
    pub const fn new() -> Self {
        Ris { reader: Reader::Any }
    }

    /// Records for Zotero alone. Its Extra field gets lines for the collection and the archive's place, which its citations
    /// then print; an unpublished paper has no publisher, which Zotero would show as an institution beside the archive.
    #[must_use]
    pub const fn for_zotero(mut self) -> Self {
        self.reader = Reader::Zotero;
        self
    }

    /// The names of the options.
    pub const OPTIONS: &[&str] = &["zotero"];

    /// Sets an option by its name; none where no option is called so.
    pub fn with_option(self, name: &str) -> Option<Self> {
        (name == "zotero").then(|| self.for_zotero())
    }

    /// The notation of its records.
    pub fn syntax() -> &'static dyn Syntax {
        &notation::Ris
    }

    /// The record: it cannot fail.
    pub fn record(&self, cite: &Cite<'_>) -> Record {
        let document = cite.document();
        let facts = Facts::of(document);
        let kind = Type::of(&facts);
        let mut record = Record::new(Ris::syntax(), kind.tag(), document.id());
        push_text(&mut record, "TI", facts.title());
        push_text(&mut record, "ST", document.title().and_then(|title| title.short.as_deref()));
        push_people(&mut record, document, kind, facts.book);
        let date = if let Some(book) = facts.book { book.date.as_ref() } else { document.date() };
        if let Some(span) = date.and_then(when::span) {
            let day = slashed(span.first());
            // pandoc knows the year alone, and astrocite takes what comes last.
            record.push("PY", day.get(..4).unwrap_or_default());
            record.push("DA", day);
        }
        match facts.book {
            Some(book) => push_book(&mut record, book),
            None => self.push_shelf(&mut record, &facts, kind),
        }
        push_text(&mut record, "M3", facts.genre_raised());
        if let Some(extent) = document.extent() {
            match (kind, facts.page_count()) {
                (Type::Picture, _) => record.push("C3", extent),
                (Type::Chapter, _) | (_, None) => {}
                (_, Some(pages)) => record.push("SP", pages),
            }
        }
        push_text(&mut record, "LA", document.languages().first().map(String::as_str));
        push_text(&mut record, "AB", document.summary());
        let keywords = Keywords::of(&facts);
        push_text(&mut record, "N1", note(&facts, &keywords));
        push_text(&mut record, "CR", document.rights());
        if !keywords.values.is_empty() {
            record.push("KW", keywords.values);
        }
        // As every browser sends it; a lone brace cannot be written.
        push_text(&mut record, "UR", facts.url().map(|address| address.replace('{', "%7B").replace('}', "%7D")));
        push_text(&mut record, "DO", facts.doi());
        if let Some(span) = facts.home.and_then(|home| home.accessed.as_ref()).and_then(when::span) {
            record.push("Y2", slashed(span.first()));
        }
        report_braces(&mut record, facts.book.is_some());
        omissions::push(&mut record, document, omissions::Fields { short_title: true, order_of_names: false });
        record
    }

    /// Where the document lies.
    fn push_shelf(&self, record: &mut Record, facts: &Facts<'_>, kind: Type) {
        let document = facts.document;
        let (collection, place) = (facts.collection(), facts.archive_place());
        if self.reader == Reader::Zotero {
            for (variable, value) in [("archive_collection", collection.as_deref()), ("archive-place", place)] {
                if let Some(value) = value {
                    record.push("M2", format!("{variable}: {value}"));
                }
            }
        }
        push_text(record, "T2", collection);
        push_text(record, "CY", place);
        if let Some(archive) = facts.archive() {
            // Zotero's archive is DB; PB is what most of the others read.
            if self.reader == Reader::Any || kind != Type::Manuscript {
                record.push("PB", archive.as_str());
            }
            record.push("DB", archive);
        }
        // AV, not AN: Zotero reads both, the others AV alone.
        push_text(record, "AV", facts.location_and_collection().or_else(|| facts.remarks(&[Remark::Source])));
        let home = facts.home;
        // Of what lies nowhere else the digital archive is DB: then who runs it provides it.
        let (archive, host) =
            (home.and_then(|home| home.archive.as_deref()), home.and_then(|home| home.host.as_deref()));
        push_text(record, "DP", if facts.holding.is_some() { archive.or(host) } else { host.or(archive) });
        let reference = facts.holding.and_then(|holding| holding.reference.as_deref());
        let id = home.and_then(|home| home.id.as_deref());
        if kind == Type::Report {
            push_text(record, "CN", reference.or(id));
            push_text(record, "SN", document.number());
        } else {
            push_text(record, "CN", reference.or(document.number()).or(id));
        }
    }
}

impl Style for Ris {
    fn compose(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
        Ok(self.record(cite).into())
    }

    fn syntax(&self) -> Option<&'static dyn Syntax> {
        Some(Ris::syntax())
    }
}

fn push_text(record: &mut Record, tag: &'static str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        record.push(tag, value);
    }
}

/// Who wrote, received, edited, translated.
fn push_people(record: &mut Record, document: &Document, kind: Type, book: Option<&Publication>) {
    push_names(record, "AU", "creators", document.creators());
    if kind == Type::Correspondence {
        // With any other type A2 is an editor.
        push_names(record, "A2", "recipients", document.recipients());
    }
    if let Some(book) = book {
        let path = if document.source().is_some_and(|source| std::ptr::eq(source, book)) {
            "source.editors"
        } else {
            "translation.source.editors"
        };
        push_names(record, "ED", path, &book.editors);
    }
    if let Some(translation) = document.translation() {
        push_names(record, "A4", "translation.by", &translation.by);
    }
    for (index, contribution) in document.contributions().iter().enumerate() {
        if contribution.roles.contains(&ContributionRole::Translated) {
            push_names(record, "A4", &format!("contributions[{index}].by"), &contribution.by);
        }
    }
}

fn push_names(record: &mut Record, tag: &'static str, path: &str, names: &[Name]) {
    for (index, name) in names.iter().enumerate() {
        record.push(tag, people::parts(name));
        if has_comma(name) {
            let reason = "RIS parts a name at its commas, so it is written without them";
            record.omit(format!("{path}[{index}]"), Omission::NotWritable(reason.into()));
        }
    }
}

fn has_comma(name: &Name) -> bool {
    match name {
        Name::Person(person) => {
            let others = [&person.given, &person.suffix, &person.particle, &person.dropping_particle];
            person.family.contains(',') || others.into_iter().flatten().any(|part| part.contains(','))
        }
        Name::Body(body) => body.body.contains(','),
        Name::AsWritten(name) => name.contains(','),
    }
}

/// Where a brace has no partner the text is not the document's to the letter.
fn report_braces(record: &mut Record, is_of_book: bool) {
    let path = |tag: &str| match tag {
        "TI" => "title",
        "ST" => "title.short",
        "AU" => "creators",
        "A2" => "recipients",
        "M3" => "genre",
        "C3" => "extent",
        "AB" => "summary",
        "KW" => "subjects",
        "CR" => "rights",
        "DP" => "surrogates[0]",
        "ED" | "T2" | "T3" | "CY" | "PB" if is_of_book => "source",
        "T2" | "CY" | "PB" | "DB" | "AV" => "holdings[0]",
        _ => "note",
    };
    fn keeps(value: &Value) -> bool {
        match value {
            Value::Text(text) => notation::ris::keeps(text),
            Value::List(values) => values.iter().all(keeps),
            Value::Map(fields) => fields.iter().all(|field| keeps(&field.value)),
            _ => true,
        }
    }
    let mut altered: Vec<&str> = Vec::new();
    for field in record.fields().iter().filter(|field| !keeps(&field.value)) {
        let path = path(&field.name);
        if !altered.contains(&path) {
            altered.push(path);
        }
    }
    for path in altered {
        let reason = "JabRef hangs at a brace without a partner, so it is written as a parenthesis";
        record.omit(path, Omission::NotWritable(reason.into()));
    }
}

/// Whether some program makes two names of one, or a person of an institution: then the note has it whole.
fn may_be_parted(name: &Name) -> bool {
    match name {
        Name::Person(person) => has_comma(name) || person.family.contains(';') || person.family.contains(" and "),
        Name::Body(_) | Name::AsWritten(_) => true,
    }
}

/// The printed book in which alone the document is known.
fn push_book(record: &mut Record, book: &Publication) {
    let mut titles = [&book.title, &book.container, &book.series].into_iter().flatten().map(with_translation);
    push_text(record, "T2", titles.next());
    push_text(record, "T3", titles.next());
    push_text(record, "VL", book.volume.as_deref());
    push_text(record, "ET", book.edition.as_deref());
    push_text(record, "SP", book.pages.as_deref());
    push_text(record, "CY", book.place.as_deref());
    push_text(record, "PB", book.publisher.as_deref());
    push_text(record, "SN", book.isbn.as_deref());
}

/// `1950/01/07/`, `1950/01//`, `1950///`: four parts, of which the last is free and shown by nobody.
fn slashed(day: Day) -> String {
    let mut slashed = String::with_capacity(12);
    day.push_year(&mut slashed);
    for part in [day.month, day.month.and(day.day)] {
        slashed.push('/');
        if let Some(part) = part {
            when::push_padded(&mut slashed, part.into(), 2);
        }
    }
    slashed.push('/');
    slashed
}

/// The one note: most programs keep but one, and all of it.
fn note(facts: &Facts<'_>, keywords: &Keywords) -> Option<String> {
    let only = |remark: Remark, wanted: bool| wanted.then_some(remark);
    let all = [
        Some(Remark::Genre),
        Some(Remark::OriginalTitle),
        Some(Remark::TransliteratedTitle),
        only(Remark::Creators, facts.document.creators().iter().any(may_be_parted)),
        Some(Remark::Recipients),
        Some(Remark::Participants),
        Some(Remark::Interviewers),
        Some(Remark::Names),
        Some(if facts.book.is_some() { Remark::DateBesideBook } else { Remark::Date }),
        Some(Remark::Time),
        Some(Remark::Place),
        Some(Remark::Number),
        Some(Remark::ArchivalSource),
        Some(Remark::Repository),
        Some(Remark::OtherHoldings),
        Some(Remark::DigitalArchive),
        Some(Remark::OtherSurrogates),
        Some(Remark::Source),
        Some(Remark::Translation),
        Some(Remark::Contributions),
        Some(Remark::Note),
        Some(Remark::Languages),
        Some(Remark::Medium),
        Some(Remark::Extent),
        Some(Remark::Classification),
        Some(Remark::Rights),
        only(Remark::Subjects, keywords.altered),
        Some(Remark::PreferredCitation),
    ];
    let mut remarks = Vec::with_capacity(all.len());
    remarks.extend(all.into_iter().flatten());
    let note = facts.remarks(&remarks)?;
    // Zotero moves a note that opens with a label of ProCite's (`Medium:`, `Notes:`) to another field.
    let opens_with_kind = facts.genre().is_some_and(|genre| !genre.contains(':'));
    Some(if opens_with_kind { note } else { format!("Document. {note}") })
}

/// What Zotero leaves whole: it parts a keyword at semicolons, and one that stands alone at commas too.
struct Keywords {
    values: Vec<Value>,
    /// One of them is not the subject to the letter.
    altered: bool,
}

impl Keywords {
    fn of(facts: &Facts<'_>) -> Self {
        let subjects = facts.document.subjects();
        let altered = subjects.iter().any(|subject| subject.contains(';'));
        let mut values: Vec<Value> = subjects.iter().map(|subject| subject.replace(';', ",").into()).collect();
        if let [Value::Text(alone)] = values.as_slice()
            && alone.contains(',')
        {
            // What it is is a heading too, as catalogues have it: Photographs.
            values.push(facts.genre_raised().unwrap_or("Document".to_owned()).replace([';', ','], "").into());
        }
        Keywords { values, altered }
    }
}
