//! CSL-JSON: valid by the public schema, read back by the crate `citationberg`, and compared with the document.

#[path = "../support/mod.rs"]
mod support;

use hayagriva::citationberg::json::{DateValue, Item, NameValue, Value as Read};
use jsonschema::Validator;
use prefercite::citation::{Fields, RecordFile, Value};
use prefercite::document::{Document, Name, NameOrder, TitleForm};
use prefercite::notation::JsonSyntax;
use prefercite::style::CslJson;
use prefercite::{Cite, Record};
use proptest::collection::vec;
use proptest::prelude::*;
use support::{Words, document, sparse_document};

fn validator() -> Validator {
    let schema = serde_json::from_str(include_str!("csl-data.schema.json")).unwrap();
    jsonschema::draft7::new(&schema).unwrap()
}

fn item(document: &Document) -> Record {
    CslJson::new().record(&Cite::new(document))
}

fn file(records: impl IntoIterator<Item = Record>) -> String {
    let (mut file, mut text) = (RecordFile::new(CslJson::new().syntax()), String::new());
    records.into_iter().for_each(|record| file.push(record, &mut text).unwrap());
    file.finish(&mut text).unwrap();
    text
}

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// `citationberg` cannot read a date in words. Such dates are checked and removed first.
fn read_back(text: &str) -> Item {
    let mut json = json(text);
    json.as_object_mut().unwrap().retain(|_, value| value.get("literal").is_none());
    serde_json::from_value(json).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn words<'i>(item: &'i Item, variable: &str) -> Option<&'i str> {
    match item.0.get(variable)? {
        Read::String(text) => Some(text),
        other => panic!("{variable} is {other:?}"),
    }
}

fn check_names(item: &Item, variable: &str, names: &[Name]) -> Result<(), TestCaseError> {
    let read: &[NameValue] = match item.0.get(variable) {
        Some(Read::Names(names)) => names,
        None => &[],
        other => panic!("{variable} is {other:?}"),
    };
    prop_assert_eq!(read.len(), names.len());
    for (read, name) in read.iter().zip(names) {
        match (read, name) {
            (NameValue::Item(read), Name::Person(person)) => {
                prop_assert_eq!(&read.family, &person.family);
                prop_assert_eq!(&read.given, &person.given);
                prop_assert_eq!(&read.suffix, &person.suffix);
                prop_assert_eq!(&read.non_dropping_particle, &person.particle);
                prop_assert_eq!(&read.dropping_particle, &person.dropping_particle);
            }
            (NameValue::Literal(read), Name::Body(body)) => prop_assert_eq!(&read.literal, &body.body),
            (NameValue::Literal(read), Name::AsWritten(name)) => prop_assert_eq!(&read.literal, name),
            _ => prop_assert!(false, "{read:?} for {name:?}"),
        }
    }
    Ok(())
}

/// Checks field by field against the document.
fn check(document: &Document) -> Result<(), TestCaseError> {
    let text = item(document).to_string();
    let read = read_back(&text);
    prop_assert_eq!(read.id().unwrap(), document.id());
    let title = document.title().map(|title| match &title.translated {
        Some(translated) => format!("{} [{translated}]", title.text),
        None => title.text.clone(),
    });
    // A cataloguer's "Telegram, A to B" is not a title to cite. It is in the note.
    if words(&read, "title").is_some() {
        prop_assert_eq!(words(&read, "title"), title.as_deref());
        prop_assert_eq!(words(&read, "title-short"), document.title().and_then(|title| title.short.as_deref()));
    } else if let Some(title) = document.title() {
        prop_assert!(title.form == TitleForm::Supplied, "{:?}", title);
        prop_assert!(words(&read, "note").is_some_and(|note| note.contains("Title: ")), "{}", text);
    }
    if let Some(original) = document.title().and_then(|title| title.original.as_deref()) {
        prop_assert_eq!(words(&read, "original-title"), Some(original));
    } else if let Some(original) = words(&read, "original-title") {
        // For a translation, the title of the original work.
        let of_source = document.source().and_then(|source| source.original.as_ref()?.title.as_ref());
        prop_assert!(of_source.is_some_and(|title| original.starts_with(&title.text)), "{}", text);
    }
    for (variable, value) in [
        ("medium", document.medium()),
        ("event-place", document.place()),
        ("abstract", document.summary()),
        ("dimensions", document.extent()),
        ("call-number", document.holdings().first().and_then(|holding| holding.reference.as_deref())),
    ] {
        prop_assert_eq!(words(&read, variable), value, "{}", variable);
    }
    // Without the word for it.
    let number = words(&read, "number");
    prop_assert_eq!(number.is_some(), document.number().is_some());
    prop_assert!(document.number().unwrap_or_default().ends_with(number.unwrap_or_default()));
    if let Some(language) = words(&read, "language") {
        let of_title = document.title().and_then(|title| title.language.as_deref());
        let spoken = document.languages().first().map(String::as_str);
        prop_assert_eq!(Some(language), spoken.or(of_title));
    }
    let subjects = (!document.subjects().is_empty()).then(|| document.subjects().join("; "));
    prop_assert_eq!(words(&read, "keyword"), subjects.as_deref());
    for (variable, names) in [
        ("author", document.creators()),
        ("recipient", document.recipients()),
        ("interviewer", document.interviewers()),
    ] {
        check_names(&read, variable, names)?;
    }
    let json = json(&text);
    for (index, name) in document.creators().iter().enumerate() {
        let order = name.as_person().filter(|person| person.given.is_some()).map(|person| person.order);
        let fixed = json["author"][index]["static-ordering"] == true;
        prop_assert_eq!(fixed, order == Some(NameOrder::FamilyFirst));
    }
    if let Some(holding) = document.holdings().first() {
        let place = holding.repository.as_ref().and_then(|repository| repository.place.as_deref());
        // Omitted if the name of the archive or its own wording contains it.
        if words(&read, "archive-place").is_some() {
            prop_assert_eq!(words(&read, "archive-place"), place);
        }
    }
    let home = document.surrogates().first();
    if let Some(url) = home.and_then(|home| home.url.as_deref()) {
        prop_assert_eq!(words(&read, "URL"), Some(url));
    }
    if let Some(doi) = home.and_then(|home| home.doi.as_deref()) {
        prop_assert_eq!(words(&read, "DOI"), Some(doi));
    }
    check_date(document, &json, &read)
}

/// The document's own date is in `issued` or, if a book is cited, in `event-date`.
fn check_date(document: &Document, json: &serde_json::Value, read: &Item) -> Result<(), TestCaseError> {
    // A published document has the date of its publication.
    let published = [
        "book",
        "chapter",
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "thesis",
        "webpage",
        "post-weblog",
    ];
    if published.iter().any(|it| json["type"] == *it) {
        return Ok(());
    }
    let in_book = json.get("container-title").is_some()
        || ["chapter", "article-journal"].iter().any(|it| json["type"] == *it)
        || json["event-date"] != serde_json::Value::Null;
    let variable = if in_book { "event-date" } else { "issued" };
    let Some(date) = document.date().filter(|date| date.is_printable()) else { return Ok(()) };
    if date.is_undated() && variable == "issued" {
        return Ok(()); // the archive's own words
    }
    if let Some(literal) = json[variable].get("literal") {
        prop_assert!(!literal.as_str().unwrap().is_empty());
        return Ok(());
    }
    if let Some(Read::Date(DateValue::DateParts { date_parts, .. })) = read.0.get(variable) {
        let first = date_parts.0.first().unwrap();
        let year = date.earliest().map(|day| chrono::Datelike::year(&day));
        prop_assert_eq!(first.0.first().map(|year| i32::from(*year)), year);
    }
    Ok(())
}

#[test]
fn each_golden_item() {
    let cases: Vec<serde_json::Value> = serde_saphyr::from_str(include_str!("golden.yaml")).unwrap();
    let validator = validator();
    let mut differences = Vec::new();
    for case in &cases {
        let mut described = case["record"].clone();
        described.as_object_mut().unwrap().entry("id").or_insert("golden".into());
        let document: Document = serde_json::from_value(described).unwrap();
        let record = item(&document);
        let mut made = json(&record.to_string());
        made.as_object_mut().unwrap().remove("id");
        validator.validate(&json(&file([record]))).unwrap();
        if made != case["item"] {
            differences.push(format!("{}:\n{}\nexpected\n{:#}", case["case"], made, case["item"]));
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n\n"));
    assert!(cases.len() > 20);
}

#[test]
#[cfg(feature = "yaml")]
fn the_bundled_records() {
    let records = prefercite::Records::detect(include_str!("../../../../examples/records/documents.yaml"));
    let documents: Vec<Document> = records.map(Result::unwrap).collect();
    let text = file(documents.iter().map(item));
    validator().validate(&json(&text)).unwrap_or_else(|error| panic!("{}: {error}", error.instance_path()));
    assert_eq!(json(&text).as_array().unwrap().len(), documents.len());
    documents.iter().for_each(|document| check(document).unwrap());
}

/// Names and values of any kind, nested in any way.
fn anything() -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        3 => hostile().prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((hostile(), inner), 0..4).prop_map(|fields| Value::from(Fields::from_iter(fields))),
        ]
    })
    .boxed()
}

fn hostile() -> BoxedStrategy<String> {
    prop_oneof![
        ".*",
        "[\"\\\\{}\\[\\],:<>/!-]{0,12}",
        "(id|type|title|\u{0}|\u{2028}|\u{202e}|\r\n|</script>|<!--|\\\\u0022|\u{feff}|e\u{301}|中){0,4}",
    ]
    .boxed()
}

/// The value that a JSON parser must return.
fn meant(value: &Value) -> serde_json::Value {
    match value {
        Value::Text(text) => text.as_ref().into(),
        Value::Number(number) if number.unsigned_abs() >= 1 << 53 => number.to_string().into(),
        Value::Number(number) => (*number).into(),
        Value::Bool(truth) => (*truth).into(),
        Value::List(values) => values.iter().map(meant).collect(),
        Value::Map(fields) => fields.iter().map(|field| (field.name.to_string(), meant(&field.value))).collect(),
        other => panic!("{other:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_document_is_valid_and_comes_back(document in document(Words::Wild), sparse in sparse_document(Words::Wild)) {
        let text = file([item(&document), item(&sparse)]);
        validator().validate(&json(&text)).map_err(|error| TestCaseError::fail(format!("{}: {error}", error.instance_path())))?;
        check(&document)?;
        check(&sparse)?;
    }

    #[test]
    fn any_record_means_itself(
        key in hostile(), kind in hostile(), fields in vec((hostile(), anything()), 0..6), copies in 0..3usize,
    ) {
        let mut record = Record::new(&JsonSyntax::UTF8, kind.clone(), key.clone());
        fields.into_iter().for_each(|(name, value)| record.push(name, value));
        let mut object: serde_json::Map<_, _> =
            record.fields().iter().map(|field| (field.name.to_string(), meant(&field.value))).collect();
        object.insert("id".to_owned(), key.clone().into());
        object.insert("type".to_owned(), kind.into());
        let text = file(std::iter::repeat_n(record, copies));
        prop_assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{}", text);
        prop_assert!(!text.contains("</") && !text.contains("<!") && !text.contains('\u{202e}'), "{}", text);
        let read = json(&text);
        prop_assert_eq!(read.as_array().unwrap().len(), copies);
        for (copy, read) in read.as_array().unwrap().iter().enumerate() {
            if copy > 0 {
                object.insert("id".to_owned(), format!("{key}-{}", copy + 1).into());
            }
            prop_assert_eq!(read, &serde_json::Value::from(object.clone()));
        }
    }
}

#[test]
fn a_long_field_is_one_field() {
    let mut record = Record::new(&JsonSyntax::UTF8, "manuscript", "long");
    record.push("abstract", "\"\\\u{1}<".repeat(25_000));
    assert_eq!(json(&record.to_string())["abstract"].as_str().unwrap().chars().count(), 100_000);
}
