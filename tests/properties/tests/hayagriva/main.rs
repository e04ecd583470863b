//! hayagriva's YAML, read back by hayagriva, and printed by its Chicago notes.

#[path = "../support/mod.rs"]
mod support;

use hayagriva::archive::ArchivedStyle;
use hayagriva::citationberg::Style as CslStyle;
use hayagriva::types::{MaybeTyped, Person, PersonRole};
use hayagriva::{BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, Entry, Library};
use prefercite::citation::{Fields, RecordFile, Value};
use prefercite::document::{Document, Name, NameOrder};
use prefercite::prose::{EN_US, plain, push_plain_name};
use prefercite::style::Hayagriva;
use prefercite::{Cite, Record};
use proptest::collection::vec;
use proptest::prelude::*;
use support::{Words, document, sparse_document};

fn record(document: &Document) -> Record {
    Hayagriva::new().record(&Cite::new(document))
}

fn file(records: impl IntoIterator<Item = Record>) -> String {
    let (mut file, mut text) = (RecordFile::new(Hayagriva::new().syntax()), String::new());
    records.into_iter().for_each(|record| file.push(record, &mut text).unwrap());
    file.finish(&mut text).unwrap();
    text
}

fn read(text: &str) -> Result<Library, TestCaseError> {
    hayagriva::io::from_yaml_str(text).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))
}

fn words(fields: &Fields, name: &str) -> Option<String> {
    fields.get(name).and_then(Value::as_text).map(str::to_owned)
}

fn check_people(read: Option<&[Person]>, names: &[Name]) -> Result<(), TestCaseError> {
    let read = read.unwrap_or_default();
    prop_assert_eq!(read.len(), names.len());
    for (read, name) in read.iter().zip(names) {
        match name {
            // No style keeps the order of the parts.
            Name::Person(person) if person.order == NameOrder::FamilyFirst && person.given.is_some() => {
                let whole = plain(&EN_US, |s| _ = s.as_typed(|s| push_plain_name(s, name)));
                prop_assert_eq!((&read.name, &read.given_name), (&whole, &None));
            }
            Name::Person(person) => {
                prop_assert_eq!(&read.name, &person.family);
                prop_assert_eq!(&read.given_name, &person.given);
                prop_assert_eq!(&read.suffix, &person.suffix);
                let particles = [&person.dropping_particle, &person.particle];
                let particles: Vec<&str> = particles.into_iter().flatten().map(String::as_str).collect();
                prop_assert_eq!(read.prefix.clone().unwrap_or_default(), particles.join(" "));
            }
            Name::Body(body) => prop_assert_eq!((&read.name, &read.given_name), (&body.body, &None)),
            Name::AsWritten(name) => prop_assert_eq!((&read.name, &read.given_name), (name, &None)),
            _ => {}
        }
    }
    Ok(())
}

/// Every field of the record is in the entry, exactly.
fn check_fields(fields: &Fields, entry: &Entry) -> Result<(), TestCaseError> {
    let text = |value: Option<&hayagriva::types::FormatString>| value.map(|value| value.value.to_string());
    let title = fields.get("title").map(|title| match title {
        Value::Map(parts) => words(parts, "value").unwrap(),
        title => title.as_text().unwrap().to_owned(),
    });
    prop_assert_eq!(text(entry.title()), title);
    for (name, value) in [
        ("genre", entry.genre()),
        ("archive", entry.archive()),
        ("archive-location", entry.archive_location()),
        ("call-number", entry.call_number()),
        ("location", entry.location()),
        ("organization", entry.organization()),
        ("note", entry.note()),
        ("abstract", entry.abstract_()),
    ] {
        prop_assert_eq!(text(value), words(fields, name), "{}", name);
    }
    prop_assert_eq!(entry.date().map(ToString::to_string), words(fields, "date"));
    prop_assert_eq!(entry.language().is_some(), fields.get("language").is_some());
    prop_assert_eq!(entry.url().is_some(), fields.get("url").is_some());
    prop_assert_eq!(entry.volume().map(MaybeTyped::to_string), words(fields, "volume"));
    prop_assert_eq!(entry.page_range().is_some(), fields.get("page-range").is_some());
    if let Some(Value::Map(publisher)) = fields.get("publisher") {
        let read = entry.publisher().unwrap();
        prop_assert_eq!(text(read.name()), words(publisher, "name"));
        prop_assert_eq!(text(read.location()), words(publisher, "location"));
    }
    if let Some(Value::Map(numbers)) = fields.get("serial-number") {
        for number in numbers {
            prop_assert_eq!(entry.keyed_serial_number(&number.name), number.value.as_text());
        }
    }
    if let Some(Value::Map(parent)) = fields.get("parent") {
        check_fields(parent, &entry.parents()[0])?;
    }
    Ok(())
}

fn check(document: &Document) -> Result<(), TestCaseError> {
    let record = record(document);
    let library = read(&file([record.clone()]))?;
    prop_assert_eq!(library.len(), 1);
    let entry = library.nth(0).unwrap();
    prop_assert_eq!(entry.key(), document.id());
    let kind = serde_json::to_value(entry.entry_type()).unwrap();
    prop_assert_eq!(kind.as_str(), Some(record.kind()));
    let fields: Fields = record.fields().iter().map(|field| (field.name.clone(), field.value.clone())).collect();
    check_fields(&fields, entry)?;
    check_people(entry.authors(), document.creators())?;
    let with_role = |role: PersonRole| -> Vec<Person> {
        let groups = entry.affiliated().unwrap_or_default().iter();
        groups.filter(|group| group.role == role).flat_map(|group| group.names.clone()).collect()
    };
    // Chicago would print them as co-authors.
    prop_assert!(with_role(PersonRole::Collaborator).is_empty());
    if let Some(title) = entry.title() {
        let re_cased = title.value.to_uppercase();
        prop_assert_eq!(re_cased, title.value.to_string(), "a title is never re-cased");
    }
    Ok(())
}

/// Strings with a meaning in YAML or in hayagriva's strings.
fn hostile() -> BoxedStrategy<String> {
    let piece = prop_oneof![
        3 => "[a-zA-Z]{1,5}",
        2 => "[$\\\\{}]{1,3}",
        2 => "[\r\n\t \u{0}\u{7f}\u{85}\u{a0}\u{2028}\u{202e}\u{feff}\u{fffe}\u{ffff}]{1,3}",
        2 => "[,;:\"'<>&*!|%#@?~-]{1,3}",
        1 => Just("\n  type: book\n".to_owned()),
        1 => Just("\n---\n".to_owned()),
        1 => Just("null".to_owned()),
        1 => "[0-9]{1,12}",
        1 => "[Ѐ-ӿ؀-ۿ一-龠\u{300}-\u{36F}😀-😏]{1,4}",
        1 => any::<String>(),
    ];
    vec(piece, 0..6).prop_map(|pieces| pieces.concat()).boxed()
}

const NAMES: [&str; 31] = [
    "title",
    "author",
    "date",
    "editor",
    "affiliated",
    "publisher",
    "location",
    "organization",
    "issue",
    "chapter",
    "volume",
    "volume-total",
    "edition",
    "page-range",
    "page-total",
    "time-range",
    "runtime",
    "url",
    "serial-number",
    "serial",
    "language",
    "archive",
    "archive-location",
    "call-number",
    "note",
    "abstract",
    "genre",
    "parent",
    "type",
    "x-date",
    "key",
];

fn value() -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        4 => hostile().prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => support::date().prop_map(|date| date.to_string().into()),
        1 => "https?://[a-zA-Z0-9:.-]{1,9}(/[a-z#?%<>\"{}|^`\\\\ ]{0,5})?".prop_map(Value::from),
        1 => "[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}".prop_map(Value::from),
        1 => "-?[0-9]{1,11}[-,&–]?[0-9]{0,3}[a-z]?".prop_map(Value::from),
    ];
    let part = prop_oneof![
        4 => proptest::sample::select(vec!["family", "literal", "given", "suffix", "name", "names", "role", "value", "short", "date", "location"])
            .prop_map(str::to_owned),
        2 => proptest::sample::select(NAMES.to_vec()).prop_map(str::to_owned),
        1 => hostile(),
    ];
    leaf.prop_recursive(4, 32, 4, move |inner| {
        prop_oneof![
            1 => vec(inner.clone(), 0..4).prop_map(Value::from),
            2 => vec((part.clone(), inner), 0..4).prop_map(|parts| parts.into_iter().collect::<Fields>().into()),
        ]
    })
    .boxed()
}

fn wild_record() -> BoxedStrategy<Record> {
    let name = prop_oneof![4 => proptest::sample::select(NAMES.to_vec()).prop_map(str::to_owned), 1 => hostile()];
    let kind = prop_oneof![1 => Just("manuscript".to_owned()), 1 => hostile()];
    (kind, hostile(), vec((name, value()), 0..8))
        .prop_map(|(kind, key, fields)| {
            let mut record = Record::new(Hayagriva::new().syntax(), kind, key);
            fields.into_iter().for_each(|(name, value)| record.push(name, value));
            record
        })
        .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(384))]

    #[test]
    fn a_document_is_one_entry_field_by_field(document in document(Words::Wild)) {
        check(&document)?;
    }

    #[test]
    fn a_sparse_document_too(document in sparse_document(Words::Wild)) {
        check(&document)?;
    }

    #[test]
    fn no_record_forges_another(records in vec(wild_record(), 1..4)) {
        let text = file(records.iter().cloned());
        prop_assert_eq!(read(&text)?.len(), records.len(), "{}", text);
    }

    #[test]
    fn the_words_come_back(title in hostile(), key in hostile()) {
        let mut record = Record::new(Hayagriva::new().syntax(), "manuscript", key.as_str());
        record.push("title", title.as_str());
        record.push("note", title.as_str());
        record.push("author", vec![Fields::from_iter([("literal", title.as_str())]).into()]);
        record.push("serial-number", Fields::from_iter([("serial", title.as_str())]));
        let library = read(&file([record]))?;
        let entry = library.nth(0).unwrap();
        prop_assert_eq!(entry.key(), &key);
        prop_assert_eq!(entry.title().unwrap().value.to_string(), title.clone());
        prop_assert_eq!(entry.note().unwrap().value.to_string(), title.clone());
        prop_assert_eq!(&entry.authors().unwrap()[0].name, &title);
        prop_assert_eq!(entry.keyed_serial_number("serial"), Some(title.as_str()));
    }
}

#[test]
fn no_records_are_an_empty_map() {
    assert_eq!(file([]), "{}\n");
    assert!(read(&file([])).unwrap().is_empty());
}

#[test]
fn a_length_of_time_that_is_a_number_is_words() {
    let mut record = Record::new(Hayagriva::new().syntax(), "manuscript", "k");
    record.push("time-range", "1000");
    record.push("runtime", 1000_i64);
    assert_eq!(read(&file([record])).unwrap().len(), 1);
}

#[test]
fn a_very_long_key_is_a_key() {
    let record = Record::new(Hayagriva::new().syntax(), "manuscript", "\u{202e}k".repeat(5000));
    let library = read(&file([record.clone(), Record::new(Hayagriva::new().syntax(), "book", "b")])).unwrap();
    assert_eq!(library.keys().collect::<Vec<_>>(), [record.key(), "b"]);
}

fn printed(entry: &Entry) -> String {
    let CslStyle::Independent(style) = ArchivedStyle::ChicagoNotes.get() else { panic!("an independent style") };
    let locales = hayagriva::archive::locales();
    let mut driver = BibliographyDriver::new();
    driver.citation(CitationRequest::new(vec![CitationItem::with_entry(entry)], &style, None, &locales, None));
    let rendered = driver.finish(BibliographyRequest { style: &style, locale: None, locale_files: &locales });
    format!("{:#}", rendered.bibliography.unwrap().items[0].content)
}

#[test]
#[cfg(feature = "yaml")]
fn chicago_prints_the_places_of_the_bundled_documents() {
    let records = prefercite::Records::detect(include_str!("../../../../examples/records/documents.yaml"));
    let documents: Vec<Document> = records.map(Result::unwrap).collect();
    let library = read(&file(documents.iter().map(record))).unwrap();
    assert_eq!(library.len(), documents.len());
    for (entry, document) in library.iter().zip(&documents) {
        check(document).unwrap();
        let printed = printed(entry);
        let plain = |text: &str| text.replace(['“', '”', '‘', '’', '\'', '"'], "").trim_end_matches('.').to_lowercase();
        for field in [entry.archive(), entry.archive_location()].into_iter().flatten() {
            let words = field.value.to_string();
            assert!(plain(&printed).contains(&plain(&words)), "{}: {words} is not in {printed}", entry.key());
        }
    }
}

#[test]
fn the_golden_records() {
    let cases: Vec<serde_json::Value> = serde_saphyr::from_str(include_str!("golden.yaml")).unwrap();
    for case in cases {
        let name = case["case"].as_str().unwrap();
        let document: Document =
            serde_json::from_value(case["record"].clone()).unwrap_or_else(|error| panic!("{name}: {error}"));
        let record = record(&document);
        assert_eq!(record.to_string(), case["hayagriva"].as_str().unwrap().trim_end_matches('\n'), "{name}");
        let omitted: Vec<&str> = record.omitted().iter().map(|omitted| omitted.field.as_str()).collect();
        let expected: Vec<&str> =
            case["omitted"].as_array().into_iter().flatten().filter_map(|path| path.as_str()).collect();
        assert_eq!(omitted, expected, "{name}");
        if let Some(chicago) = case["chicago"].as_str() {
            let library = read(&file([record])).unwrap();
            assert_eq!(printed(library.nth(0).unwrap()), chicago, "{name}");
        }
    }
}
