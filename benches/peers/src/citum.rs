//! citum-engine, the closest peer in Rust. It reads references in its own format, with the archive in `archive-info`.

use citum_engine::{
    CitationOccurrence, CitationOccurrenceItem, FormatDocumentRequest, OutputFormatKind, RefsInput, Style, StyleInput,
    format_document_with_style,
};
use citum_schema_style::embedded::get_embedded_style;
use prefercite::{Date, Document, Holding, Kind, LevelKind, Name, Publication};
use serde_json::{Map, Value, json};

use crate::hayagriva::Part;

/// The references of the documents. Box, folder and collection have fields, and other levels are in `location`.
pub fn references(documents: &[Document]) -> Vec<(String, Value)> {
    documents.iter().map(|document| (document.id().to_owned(), reference(document))).collect()
}

fn reference(document: &Document) -> Value {
    let mut reference = Map::new();
    let mut put = |key: &str, value: Value| _ = reference.insert(key.to_owned(), value);
    put("id", document.id().into());
    if let Some(title) = document.title() {
        put("title", title.text.as_str().into());
    }
    let published = if document.holdings().is_empty() { document.source() } else { None };
    let edtf = |date: Option<&Date>| date.and_then(|date| date.edtf()).map(Value::from);
    if let Some(date) = edtf(document.date()) {
        put(if published.is_some() { "created" } else { "issued" }, date);
    }
    if let Some(date) = edtf(published.and_then(|source| source.date.as_ref())) {
        put("issued", date);
    }
    put("genre", document.genre().unwrap_or(document.kind().as_str()).replace(' ', "-").into());
    let mut contributors = Vec::new();
    for (role, names) in [
        ("author", document.creators()),
        ("recipient", document.recipients()),
        ("interviewer", document.interviewers()),
        ("translator", document.translation().map_or(&[], |translation| translation.by.as_slice())),
    ] {
        contributors.extend(names.iter().map(|name| json!({ "roles": [role], "contributor": contributor(name) })));
    }
    put("contributors", contributors.into());
    let home = document.surrogates().first();
    if let Some(url) = home.and_then(|home| home.url.as_deref()) {
        put("url", url.into());
    }
    match (document.holdings().first(), published) {
        (_, Some(source)) => {
            put("class", "collection-component".into());
            put("type", "chapter".into());
            put("container", container(source));
            if let Some(pages) = &source.pages {
                put("pages", pages.as_str().into());
            }
        }
        (holding, _) => {
            put("class", "monograph".into());
            put("type", monograph_type(document.kind()).into());
            let web = home.and_then(|home| home.archive.as_deref());
            if let Some(archive) = holding.map(archive_info).or_else(|| web.map(|name| json!({ "name": name }))) {
                put("archive-info", archive);
            }
        }
    }
    reference.into()
}

fn monograph_type(kind: &Kind) -> &'static str {
    match kind {
        Kind::Letter | Kind::Telegram | Kind::Note => "personal-communication",
        Kind::Report => "report",
        Kind::Interview => "interview",
        _ => "manuscript",
    }
}

fn contributor(name: &Name) -> Value {
    match name {
        Name::Person(person) => {
            let given = person.given.as_deref().unwrap_or_default();
            let mut parts = json!({ "family": person.family, "given": given });
            if let Some(suffix) = &person.suffix {
                parts["suffix"] = suffix.as_str().into();
            }
            if let Some(particle) = &person.particle {
                parts["non-dropping-particle"] = particle.as_str().into();
            }
            parts
        }
        Name::Body(body) => json!({ "name": body.body }),
        Name::AsWritten(name) => json!({ "name": name }),
        _ => json!({ "name": "" }),
    }
}

fn archive_info(holding: &Holding) -> Value {
    let mut archive = Map::new();
    if let Some(repository) = &holding.repository {
        let name = repository.name.as_ref().or(repository.abbreviation.as_ref());
        archive.extend(name.map(|name| ("name".to_owned(), name.as_str().into())));
        archive.extend(repository.place.as_ref().map(|place| ("place".to_owned(), place.as_str().into())));
    }
    let mut others = Vec::new();
    for level in &holding.path {
        let said = level.title.as_deref().or(level.id.as_deref()).unwrap_or_default();
        let key = match level.level {
            Some(LevelKind::Collection) => "collection",
            Some(LevelKind::Series) => "series",
            Some(LevelKind::Box) => "box",
            Some(LevelKind::Folder) => "folder",
            Some(LevelKind::Item) => "item",
            _ => {
                let kind = level.level.as_ref().map_or("", |kind| kind.as_str());
                others.push(format!("{kind} {said}").trim().to_owned());
                continue;
            }
        };
        archive.insert(key.to_owned(), said.into());
    }
    let location = holding.as_cited.clone().or_else(|| (!others.is_empty()).then(|| others.join(", ")));
    archive.extend(location.map(|location| ("location".to_owned(), location.into())));
    archive.into()
}

fn container(source: &Publication) -> Value {
    let mut book = Map::new();
    let mut put = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            book.insert(key.to_owned(), value);
        }
    };
    let text = |value: &Option<String>| value.as_deref().map(Value::from);
    put("class", Some("collection".into()));
    put("type", Some("edited-book".into()));
    let title = source.container.as_ref().or(source.title.as_ref());
    put("title", title.map(|title| title.text.as_str().into()));
    let editors: Vec<Value> = source.editors.iter().map(contributor).collect();
    put("editor", (!editors.is_empty()).then(|| editors.into()));
    put("issued", source.date.as_ref().and_then(|date| date.edtf()).map(Value::from));
    put("volume", text(&source.volume));
    put("publisher", source.publisher.as_ref().map(|name| json!({ "name": name, "place": source.place })));
    book.into()
}

/// A parsed style that is embedded in the crate.
pub struct Loaded {
    style: Style,
    name: &'static str,
    part: Part,
}

impl Loaded {
    pub fn new(name: &'static str, part: Part) -> Self {
        Loaded { style: get_embedded_style(name).expect("it is embedded").expect("it is a style"), name, part }
    }

    fn request(&self, references: &[(String, Value)]) -> FormatDocumentRequest {
        let citation = |(index, (id, _)): (usize, &(String, Value))| CitationOccurrence {
            id: format!("cite-{index}"),
            items: vec![CitationOccurrenceItem {
                id: id.clone(),
                locator: None,
                prefix: None,
                suffix: None,
                integral_name_state: None,
                org_abbreviation_state: None,
            }],
            mode: None,
            note_number: Some(index as u32 + 1),
            suppress_author: None,
            grouped: None,
            prefix: None,
            suffix: None,
            sentence_start: None,
        };
        FormatDocumentRequest {
            style: StyleInput::Id(self.name.to_owned()),
            style_overrides: None,
            locale: None,
            output_format: OutputFormatKind::Plain,
            refs: RefsInput::Json(Value::Object(references.iter().cloned().collect())),
            citations: references.iter().enumerate().map(citation).collect(),
            bibliography_blocks: Vec::new(),
            document_options: None,
            nocite: Vec::new(),
        }
    }

    /// The citation of one reference.
    pub fn cite(&self, reference: &(String, Value)) -> String {
        let request = self.request(std::slice::from_ref(reference));
        let result = format_document_with_style(self.style.clone(), request).expect("citum cites");
        match self.part {
            Part::Notes => result.formatted_citations.into_iter().map(|citation| citation.text).collect(),
            Part::Entries => result.bibliography.entries.into_iter().map(|entry| entry.text).collect(),
        }
    }

    /// One call for all references, as for a whole document: notes and bibliography are made together.
    pub fn calls(&self, references: &[(String, Value)], count: usize) -> Vec<(Style, FormatDocumentRequest)> {
        (0..count).map(|_| (self.style.clone(), self.request(references))).collect()
    }
}

pub fn call((style, request): (Style, FormatDocumentRequest)) {
    std::hint::black_box(format_document_with_style(style, request).expect("citum cites"));
}
