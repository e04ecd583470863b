//! JSON-LD: the schema.org property for each datum.

use super::names::natural;
use super::{description, iso, omit_access, title};
use crate::citation::{Citation, Fields, Record, Syntax, Value};
use crate::document::{Kind, Level, LevelKind, Name, Publication, Repository, Title};
use crate::notation;
use crate::prose::EN_US;
use crate::prose::books::is_journal;
use crate::style::record::remarks::Remark;
use crate::style::record::shape::{Reader, Shape};
use crate::style::record::{Facts, ark_address, class, nonempty, omissions, people, when};
use crate::style::{Chicago, Cite, Style, StyleError};

/// JSON-LD in the vocabulary of [schema.org](https://schema.org/ArchiveComponent), which search engines and
/// aggregators read on the page of a document.
///
/// ```
/// use prefercite::{Cite, Document, style::JsonLd};
///
/// let letter: Document = serde_json::from_str(
///     r#"{ "id": "adams-1867", "kind": "letter", "date": "1867-09-22", "creators": ["Adams, Henry"],
///          "recipients": ["Gaskell, Charles Milnes"],
///          "holdings": [{ "repository": { "name": "Massachusetts Historical Society", "place": "Boston" },
///                         "path": [{ "level": "collection", "title": "Adams Papers" }, { "level": "box", "id": 3 }] }] }"#,
/// )?;
/// assert_eq!(
///     JsonLd::new().record(&Cite::new(&letter)).to_string(),
///     r#"{
///   "@context": "https://schema.org",
///   "@type": ["ArchiveComponent", "Message"],
///   "identifier": "adams-1867",
///   "name": "Letter to Charles Milnes Gaskell, September 22, 1867",
///   "genre": "letter",
///   "author": [
///     { "@type": "Person", "name": "Henry Adams", "familyName": "Adams", "givenName": "Henry" }
///   ],
///   "recipient": [
///     { "@type": "Person", "name": "Charles Milnes Gaskell", "familyName": "Gaskell", "givenName": "Charles Milnes" }
///   ],
///   "dateCreated": "1867-09-22",
///   "holdingArchive": { "@type": "ArchiveOrganization", "name": "Massachusetts Historical Society", "address": "Boston" },
///   "itemLocation": "box 3",
///   "isPartOf": { "@type": "ArchiveComponent", "name": "box 3", "isPartOf": { "@type": ["ArchiveComponent", "Collection"], "name": "Adams Papers" } },
///   "creditText": "Henry Adams to Charles Milnes Gaskell, September 22, 1867, box 3, Adams Papers, Massachusetts Historical Society, Boston."
/// }"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// | kind | type |
/// |---|---|
/// | any with a recipient; letter, telegram, note | `Message` |
/// | report, photograph, map, manuscript, diary | `Report`, `Photograph`, `Map`, `Manuscript` |
/// | recording, film, collection | `AudioObject`, `VideoObject`, `Collection` |
/// | book, chapter, thesis, web page | `Book`, `Chapter`, `Thesis`, `WebPage` |
/// | article | `ScholarlyArticle`, in a newspaper `NewsArticle` |
/// | all others | `CreativeWork` |
///
/// Everything except literature is also an `ArchiveComponent`. `dateCreated` is an exact day, month or year; any
/// other date is in `temporal`, in EDTF. `creditText` is the archive's preferred citation, or otherwise Chicago's
/// note. `description` contains everything without a property, in labelled sentences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct JsonLd;

impl JsonLd {
    /// The style. It has no options.
    pub const fn new() -> Self {
        JsonLd
    }

    /// The names of the options: empty.
    pub const OPTIONS: &[&str] = &[];

    /// Sets an option by its name. Returns `None`, because the style has no options.
    pub fn with_option(self, _name: &str) -> Option<Self> {
        None
    }

    /// The notation of its records.
    pub fn syntax(&self) -> &'static dyn Syntax {
        &notation::JsonLdSyntax::UTF8
    }

    /// The record. This cannot fail.
    pub fn record(&self, cite: &Cite<'_>) -> Record {
        let document = cite.document();
        let (facts, shape) = Shape::of(document, Reader::Zotero);
        let mut record = Record::new(self.syntax(), types(&facts, shape), document.id());
        record.push("name", title(&facts));
        let title = document.title();
        let others = title.map(|title| [&title.original, &title.transliterated, &title.short]);
        others.into_iter().flatten().flatten().for_each(|words| record.push("alternateName", words.as_str()));
        push(&mut record, "genre", facts.genre());
        let translators: Vec<&Name> = people::translators(document).collect();
        for (property, names) in [
            ("author", document.creators().iter().collect()),
            ("recipient", document.recipients().iter().collect()),
            ("contributor", document.participants().iter().chain(document.interviewers()).collect()),
            ("translator", translators),
        ] {
            push(&mut record, property, agents(names));
        }
        if let Some(date) = document.date() {
            match when::span(date).filter(|_| when::is_plain(date)) {
                Some(span) => record.push("dateCreated", iso(span.first())),
                None => push(&mut record, "temporal", date.edtf()),
            }
        }
        push(&mut record, "locationCreated", document.place().map(|name| thing("Place", name)));
        push(&mut record, "inLanguage", texts(document.languages()));
        push_holding(&mut record, &facts);
        if let Some(book) = facts.book {
            push_publication(&mut record, book, shape);
        }
        push(&mut record, "material", document.medium());
        push(&mut record, "materialExtent", document.extent());
        push(&mut record, "abstract", document.summary());
        push(&mut record, "keywords", texts(document.subjects()));
        push(&mut record, "copyrightNotice", document.rights());
        push(&mut record, "description", description(&facts, |remark| has_property(&facts, remark)));
        push_addresses(&mut record, &facts);
        record.push("creditText", credit(&facts));
        omissions::push(&mut record, document, omissions::Fields::default());
        omit_access(&mut record, &facts);
        record
    }
}

impl Style for JsonLd {
    fn cite(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
        Ok(self.record(cite).into())
    }

    fn syntax(&self) -> Option<&'static dyn Syntax> {
        Some(Self::syntax(self))
    }
}

/// Whether a property contains this, so that the description omits it.
fn has_property(facts: &Facts<'_>, remark: Remark) -> bool {
    matches!(remark, Remark::DateBesideBook if facts.book.is_none() || facts.document.date().is_some_and(when::is_plain))
        || matches!(remark, Remark::ArchivalSource if facts.holding.is_none_or(|holding| holding.cited_whole.is_none()))
        || matches!(
            remark,
            Remark::Genre
                | Remark::SuppliedTitle
                | Remark::Language
                | Remark::OriginalTitle
                | Remark::TransliteratedTitle
                | Remark::Creators
                | Remark::Recipients
                | Remark::Place
                | Remark::Languages
                | Remark::Medium
                | Remark::Extent
                | Remark::Rights
                | Remark::Subjects
                | Remark::PreferredCitation
        )
}

/// The types, with a space between them.
fn types(facts: &Facts<'_>, shape: Shape) -> &'static str {
    match shape {
        Shape::Correspondence => "ArchiveComponent Message",
        Shape::Report => "ArchiveComponent Report",
        Shape::Map => "ArchiveComponent Map",
        Shape::Sound => "ArchiveComponent AudioObject",
        Shape::Video => "ArchiveComponent VideoObject",
        Shape::Book => "Book",
        Shape::Thesis => "Thesis",
        Shape::WebPage => "WebPage",
        Shape::Blog => "BlogPosting",
        Shape::Chapter
        | Shape::Journal
        | Shape::Magazine
        | Shape::Newspaper
        | Shape::Manuscript
        | Shape::Interview
        | Shape::Picture => match class::kind(facts.document) {
            Kind::Chapter => "Chapter",
            Kind::Book => "Book",
            Kind::Article if shape == Shape::Newspaper => "NewsArticle",
            Kind::Article if shape == Shape::Magazine => "Article",
            Kind::Article => "ScholarlyArticle",
            Kind::Photograph if is_photograph(facts) => "ArchiveComponent Photograph",
            Kind::Photograph => "ArchiveComponent VisualArtwork",
            Kind::Report => "ArchiveComponent Report",
            Kind::Manuscript | Kind::Diary => "ArchiveComponent Manuscript",
            Kind::Collection => "ArchiveComponent Collection",
            _ => "ArchiveComponent CreativeWork",
        },
    }
}

/// Whether it is a photograph. A drawing has the same class.
fn is_photograph(facts: &Facts<'_>) -> bool {
    *facts.document.kind() == Kind::Photograph || facts.document.kind().as_str().to_lowercase().contains("photo")
}

fn push(record: &mut Record, property: &'static str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        record.push(property, value);
    }
}

fn texts(texts: &[String]) -> Option<Value> {
    let values: Vec<Value> = texts.iter().map(|text| text.as_str().into()).collect();
    (!values.is_empty()).then(|| values.into())
}

/// An object of schema.org with a name.
fn thing(kind: &'static str, name: &str) -> Fields {
    Fields::from_iter([("@type", kind), ("name", name)])
}

fn agents(names: Vec<&Name>) -> Option<Value> {
    let agents: Vec<Value> = names.into_iter().map(|name| agent(name).into()).collect();
    (!agents.is_empty()).then(|| agents.into())
}

fn agent(name: &Name) -> Fields {
    match name {
        Name::Person(person) => {
            let mut fields = thing("Person", &natural(name));
            for (property, words) in [
                ("familyName", Some(&person.family)),
                ("givenName", person.given.as_ref()),
                ("honorificSuffix", person.suffix.as_ref()),
                ("jobTitle", person.role.as_ref()),
                ("affiliation", person.affiliation.as_ref()),
            ] {
                words.into_iter().for_each(|words| fields.push(property, words.as_str()));
            }
            fields
        }
        Name::Body(body) => {
            let mut fields = thing("Organization", &body.body);
            body.abbreviation.iter().for_each(|words| fields.push("alternateName", words.as_str()));
            body.parent.iter().for_each(|parent| fields.push("parentOrganization", thing("Organization", parent)));
            fields
        }
        // Unknown whether this is a person or an organization.
        Name::AsWritten(name) => Fields::from_iter([("name", name.as_str())]),
    }
}

/// The holder of the document and the path to it: each level is a part of the next broader one.
fn push_holding(record: &mut Record, facts: &Facts<'_>) {
    let Some(holding) = facts.holding else {
        let archive = facts.home.and_then(|home| home.archive.as_deref().or(home.host.as_deref()));
        push(record, "provider", archive.map(|name| thing("Organization", name)));
        return;
    };
    push(record, "holdingArchive", holding.repository.as_ref().map(archive));
    push(record, "itemLocation", nonempty(|s| facts.push_location(s)));
    let mut whole: Option<Fields> = None;
    for level in &holding.path {
        let mut part = component(level);
        if let Some(wider) = whole {
            part.push("isPartOf", wider);
        }
        whole = Some(part);
    }
    push(record, "isPartOf", whole);
}

fn archive(repository: &Repository) -> Fields {
    let Repository { name, abbreviation, code, parent, department, place } = repository;
    let mut fields = Fields::from_iter([("@type", "ArchiveOrganization")]);
    let name = name.as_ref().or(abbreviation.as_ref());
    for (property, words) in [
        ("name", name),
        ("alternateName", abbreviation.as_ref().filter(|words| Some(*words) != name)),
        ("identifier", code.as_ref()),
        ("address", place.as_ref()),
    ] {
        words.into_iter().for_each(|words| fields.push(property, words.as_str()));
    }
    department.iter().for_each(|name| fields.push("department", thing("Organization", name)));
    parent.iter().for_each(|name| fields.push("parentOrganization", thing("Organization", name)));
    fields
}

fn component(level: &Level) -> Fields {
    let is_collection = matches!(
        level.level,
        Some(LevelKind::RecordGroup | LevelKind::Fonds | LevelKind::Subfonds | LevelKind::Collection)
    );
    let types: Value = if is_collection {
        vec!["ArchiveComponent".into(), "Collection".into()].into()
    } else {
        "ArchiveComponent".into()
    };
    let word = level.level.as_ref().map(|kind| EN_US.level(kind));
    let name = match (&level.title, &level.id, word) {
        (Some(title), _, _) => title.clone(),
        (None, Some(id), Some(word)) => format!("{word} {id}"),
        (None, id, word) => id.clone().or_else(|| word.map(str::to_owned)).unwrap_or_default(),
    };
    let mut fields = Fields::new();
    fields.push("@type", types);
    fields.push("name", name);
    level.id.iter().filter(|_| level.title.is_some()).for_each(|id| fields.push("identifier", id.as_str()));
    fields
}

/// The book, the periodical or the site.
fn push_publication(record: &mut Record, book: &Publication, shape: Shape) {
    let published = book.date.as_ref().and_then(when::span).map(|span| iso(span.first()));
    push(record, "datePublished", published);
    push(record, "pagination", book.pages.as_deref());
    let is_itself = matches!(shape, Shape::Book | Shape::Thesis);
    let whole = if is_itself { None } else { container(book, shape) };
    let mut own = Fields::new();
    {
        let mut put = |property: &'static str, words: Option<&String>| {
            words.into_iter().for_each(|words| own.push(property, words.as_str()));
        };
        put("bookEdition", book.edition.as_ref());
        put("isbn", book.isbn.as_ref());
        put("volumeNumber", book.volume.as_ref());
        put("issueNumber", book.issue.as_ref());
    }
    book.series.iter().for_each(|series| own.push("series", series.text.as_str()));
    if let Some(editors) = agents(book.editors.iter().collect()) {
        own.push("editor", editors);
    }
    if let Some(publisher) = &book.publisher {
        let mut fields = thing("Organization", publisher);
        book.place.iter().for_each(|place| fields.push("address", place.as_str()));
        own.push(if shape == Shape::Thesis { "sourceOrganization" } else { "publisher" }, fields);
    }
    match whole {
        Some(mut whole) => {
            own.iter().for_each(|field| whole.push(field.name.clone(), field.value.clone()));
            record.push("isPartOf", whole);
        }
        None => own.iter().for_each(|field| record.push(field.name.clone(), field.value.clone())),
    }
}

fn container(book: &Publication, shape: Shape) -> Option<Fields> {
    let types = match shape {
        Shape::WebPage => "WebSite",
        Shape::Journal | Shape::Magazine | Shape::Newspaper => "Periodical",
        _ if is_journal(book) => "Periodical",
        _ => "Book",
    };
    let title: &Title = crate::style::record::books::title(book)?;
    Some(thing(types, &title.text))
}

fn push_addresses(record: &mut Record, facts: &Facts<'_>) {
    push(record, "url", facts.url().map(|address| address.into_owned()));
    let doi = facts.doi().map(|doi| format!("https://doi.org/{doi}"));
    let others = facts.document.surrogates().iter().skip(1);
    let others =
        others.filter_map(|it| it.url.clone().or_else(|| it.ark.as_deref().map(|ark| ark_address(ark).into_owned())));
    let addresses: Vec<Value> = doi.into_iter().chain(others).map(Value::from).collect();
    push(record, "sameAs", (!addresses.is_empty()).then_some(addresses));
}

fn credit(facts: &Facts<'_>) -> String {
    let own = facts.document.preferred_citation().map(str::to_owned);
    own.unwrap_or_else(|| {
        let mut words = String::new();
        // A Chicago note cannot fail. On an error the text would be empty.
        _ = Chicago::EIGHTEENTH.note().cite_into(&Cite::new(facts.document), &mut words);
        words
    })
}
