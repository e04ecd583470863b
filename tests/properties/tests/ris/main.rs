//! RIS: the lines of the file, and what the crate `biblib` reads from it.

#[path = "../support/mod.rs"]
mod support;

use biblib::{CitationParser, RisParser};
use prefercite::citation::{Field, Fields, RecordFile, Value};
use prefercite::document::Document;
use prefercite::style::Ris;
use prefercite::{Cite, Record};
use proptest::collection::vec;
use proptest::prelude::*;
use support::{Words, document, sparse_document};

fn record(document: &Document) -> Record {
    Ris::new().record(&Cite::new(document))
}

fn file(records: impl IntoIterator<Item = Record>) -> String {
    let (mut file, mut text) = (RecordFile::new(Ris::new().syntax()), String::new());
    records.into_iter().for_each(|record| file.push(record, &mut text).unwrap());
    file.finish(&mut text).unwrap();
    text
}

/// The tags and values of a record, exactly by the format. A line ends at each character that some program treats as
/// a line break.
fn lines(text: &str) -> Result<Vec<(&str, &str)>, TestCaseError> {
    let ends: &[char] =
        &['\n', '\r', '\u{b}', '\u{c}', '\u{1c}', '\u{1d}', '\u{1e}', '\u{85}', '\u{2028}', '\u{2029}', '\0'];
    let mut read = Vec::new();
    for line in text.split("\r\n") {
        prop_assert!(!line.contains(ends), "{line:?}");
        let (tag, value) = line.split_at_checked(2).unwrap_or(("", line));
        let well_formed = matches!(tag.as_bytes(), [b'A'..=b'Z', b'A'..=b'Z' | b'0'..=b'9']);
        prop_assert!(well_formed, "{line:?}");
        let value = value.strip_prefix("  - ").unwrap_or("none");
        let depth = value.chars().try_fold(0_usize, |depth, c| match c {
            '{' => Some(depth + 1),
            '}' => depth.checked_sub(1),
            _ => Some(depth),
        });
        prop_assert_eq!(depth, Some(0), "{:?}", line);
        let spaces = |pair: &[char]| pair.iter().all(|c| c.is_whitespace() || *c == '\u{feff}');
        let characters: Vec<char> = value.chars().collect();
        prop_assert!(!characters.windows(2).any(spaces), "{line:?}");
        prop_assert!(!value.contains(char::is_control), "{line:?}");
        read.push((tag, value));
    }
    Ok(read)
}

/// One record with one beginning and one end. Only the last value may be empty.
fn check_form(text: &str) -> Result<Vec<(&str, &str)>, TestCaseError> {
    let lines = lines(text)?;
    let tags: Vec<&str> = lines.iter().map(|(tag, _)| *tag).collect();
    prop_assert_eq!((tags.first(), tags.last()), (Some(&"TY"), Some(&"ER")), "{}", text);
    prop_assert_eq!(tags.iter().filter(|tag| matches!(**tag, "TY" | "ER")).count(), 2, "{}", text);
    prop_assert!(tags.iter().filter(|tag| **tag == "ID").count() <= 1, "{}", text);
    prop_assert!(lines.iter().all(|(tag, value)| *tag == "ER" || !value.is_empty()), "{}", text);
    Ok(lines)
}

/// The words as one line. A brace counts as a parenthesis, because a brace without a partner is written as one.
fn folded(text: &str) -> String {
    let text = &text.replace('{', "(").replace('}', ")");
    let dropped = |c: &char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}');
    let kept = text.chars().filter(|c| !dropped(c));
    let spaced: String = kept.map(|c| if c.is_control() || c == '\u{feff}' { ' ' } else { c }).collect();
    let mut folded = String::new();
    let mut gap = String::new();
    for c in spaced.chars() {
        if c.is_whitespace() {
            gap.push(c);
            continue;
        }
        if !folded.is_empty() {
            let single = gap.chars().count() == 1 && !gap.contains(['\u{2028}', '\u{2029}']);
            folded.push_str(if single || gap.is_empty() { &gap } else { " " });
        }
        gap.clear();
        folded.push(c);
    }
    folded
}

fn texts(record: &Record, tag: &str) -> Vec<String> {
    match record.get(tag) {
        Some(Value::List(values)) => values.iter().filter_map(Value::as_text).map(folded).collect(),
        Some(Value::Text(text)) => vec![folded(text)],
        _ => Vec::new(),
    }
}

/// The number of lines of a field. A name of only commas has no line: RIS has no comma in a name, as the record
/// reports.
fn count(field: &Field) -> usize {
    fn says_more_than_commas(value: &Value) -> bool {
        match value {
            Value::Map(parts) => parts.iter().any(|part| says_more_than_commas(&part.value)),
            value => value.as_text().is_none_or(|text| text.contains(|c: char| c != ',' && !c.is_whitespace())),
        }
    }
    let is_of_names = matches!(field.name.as_ref(), "AU" | "A2" | "A4" | "ED");
    let says_something = |value: &&Value| !is_of_names || says_more_than_commas(value);
    let values = field.value.as_list().unwrap_or(std::slice::from_ref(&field.value));
    values.iter().filter(says_something).count()
}

/// Every text of a record is in the file, and every line of the file is such a text or a name.
fn check_record(document: &Document) -> Result<(), TestCaseError> {
    let record = record(document);
    let text = record.to_string();
    let lines = check_form(&text)?;
    for field in record.fields() {
        let written: Vec<&str> = lines.iter().filter(|(tag, _)| *tag == field.name).map(|(_, value)| *value).collect();
        let names = matches!(field.name.as_ref(), "AU" | "A2" | "A4" | "ED");
        if names {
            prop_assert_eq!(written.len(), count(field), "{}", text);
        } else {
            let written: Vec<String> = written.into_iter().map(folded).collect();
            prop_assert_eq!(written, texts(&record, &field.name));
        }
    }
    let written = lines.len() - 3; // TY, ID, ER
    let held: usize = record.fields().iter().map(count).sum();
    prop_assert_eq!(written, held, "{}", text);
    Ok(())
}

/// Compares with what `biblib` reads.
fn check_reading(document: &Document) -> Result<(), TestCaseError> {
    let record = record(document);
    let read = RisParser::new().parse(&file([record.clone()])).unwrap();
    prop_assert_eq!(read.len(), 1);
    let read = &read[0];
    let one = |tag: &str| texts(&record, tag).into_iter().next();
    prop_assert_eq!(&read.title, &one("TI").unwrap_or_default());
    prop_assert_eq!(&read.publisher, &one("PB"));
    prop_assert_eq!(&read.language, &one("LA"));
    prop_assert_eq!(&read.abstract_text, &one("AB"));
    prop_assert_eq!(&read.keywords, &texts(&record, "KW"));
    prop_assert_eq!(read.urls.first().cloned(), one("UR"));
    prop_assert_eq!(&read.volume, &one("VL"));
    for tag in ["DB", "AV", "DP", "CN", "CY", "N1", "ID"] {
        let extra = read.extra_fields.get(tag).and_then(|values| values.first()).cloned();
        let held = if tag == "ID" { Some(record.key().to_owned()) } else { one(tag) };
        prop_assert_eq!(extra, held, "{} of {:?}", tag, read.extra_fields);
    }
    if let (Some(year), Some(day)) = (one("PY"), one("DA")) {
        let date = read.date.as_ref().unwrap();
        let month = date.month.map(|month| format!("{month:02}")).unwrap_or_default();
        let of_month = date.day.map(|day| format!("{day:02}")).unwrap_or_default();
        prop_assert_eq!(format!("{:04}", date.year), year.clone());
        prop_assert_eq!(format!("{year}/{month}/{of_month}/"), day);
    }
    Ok(())
}

/// Strings that could forge a record.
fn hostile() -> BoxedStrategy<String> {
    let piece = prop_oneof![
        3 => "[a-zA-Z]{1,5}",
        2 => Just("ER  - ".to_owned()),
        2 => Just("TY  - BOOK".to_owned()),
        1 => Just("\u{a0}\u{feff} - ".to_owned()),
        2 => "[\r\n\t \u{b}\u{c}\u{0}\u{1b}\u{1c}\u{85}\u{a0}\u{2028}\u{2029}\u{202e}\u{2066}\u{3000}\u{feff}\u{ffff}]{1,3}",
        1 => "[,;:{}\\\\\"'<>&%$#@-]{1,3}",
        1 => "[Ѐ-ӿ؀-ۿ一-龠\u{300}-\u{36F}😀-😏]{1,4}",
        1 => any::<String>(),
    ];
    vec(piece, 0..6).prop_map(|pieces| pieces.concat()).boxed()
}

fn value() -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        4 => hostile().prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
    ];
    let part = prop_oneof![Just("family".to_owned()), Just("literal".to_owned()), Just("given".to_owned()), hostile()];
    leaf.prop_recursive(3, 24, 4, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((part.clone(), inner), 0..4).prop_map(|parts| parts.into_iter().collect::<Fields>().into()),
        ]
    })
    .boxed()
}

fn wild_record() -> BoxedStrategy<Record> {
    let tag = prop_oneof![3 => "[A-Z][A-Z0-9]", 1 => hostile()];
    (hostile(), hostile(), vec((tag, value()), 0..6))
        .prop_map(|(kind, key, fields)| {
            let mut record = Record::new(Ris::new().syntax(), kind, key);
            fields.into_iter().for_each(|(tag, value)| record.push(tag, value));
            record
        })
        .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(384))]

    #[test]
    fn a_document_is_one_record_and_its_texts(document in document(Words::Wild)) {
        check_record(&document)?;
    }

    #[test]
    fn a_name_of_commas_is_reported(name in ",{1,3}") {
        let json = serde_json::json!({ "id": "a", "creators": [{ "body": name }, "B"] });
        let document: Document = serde_json::from_value(json).unwrap();
        check_record(&document)?;
        let record = record(&document);
        prop_assert_eq!(record.omitted()[0].field.as_str(), "creators[0]");
    }

    #[test]
    fn a_sparse_document_too(document in sparse_document(Words::Wild)) {
        check_record(&document)?;
    }

    #[test]
    fn biblib_reads_each_field(document in document(Words::Tidy), sparse in sparse_document(Words::Marked)) {
        check_reading(&document)?;
        check_reading(&sparse)?;
    }

    #[test]
    fn no_record_forges_another(records in vec(wild_record(), 1..4)) {
        for record in &records {
            check_form(&record.to_string())?;
        }
        let text = file(records.iter().cloned());
        prop_assert_eq!(text.split("\r\n\r\n").filter(|record| !record.is_empty()).count(), records.len());
        prop_assert_eq!(text.lines().filter(|line| line.starts_with("TY  - ")).count(), records.len());
        prop_assert_eq!(text.lines().filter(|line| line.starts_with("ER  -")).count(), records.len());
    }

    #[test]
    fn a_title_comes_back(title in hostile()) {
        let mut record = Record::new(Ris::new().syntax(), "PCOMM", "a");
        record.push("TI", title.as_str());
        record.push("AU", "After");
        let text = file([record]);
        let read = RisParser::new().parse(&text).unwrap();
        prop_assert_eq!(read.len(), 1);
        prop_assert_eq!(folded(&read[0].title), folded(&title));
        prop_assert_eq!(read[0].authors.len(), 1);
    }
}

#[test]
#[cfg(feature = "yaml")]
fn the_bundled_records_are_read() {
    let records = prefercite::Records::detect(include_str!("../../../../examples/records/documents.yaml"));
    let documents: Vec<Document> = records.map(Result::unwrap).collect();
    for document in &documents {
        check_record(document).unwrap();
        check_reading(document).unwrap();
    }
    let text = file(documents.iter().map(record));
    assert_eq!(RisParser::new().parse(&text).unwrap().len(), documents.len());
}

#[test]
fn a_very_long_text_is_one_line() {
    let mut record = Record::new(Ris::new().syntax(), "PCOMM", "a");
    record.push("AB", "ER  - \n".repeat(20_000));
    let text = record.to_string();
    assert_eq!(text.lines().count(), 4);
    assert_eq!(text.lines().nth(1).map(str::len), Some("AB  - ".len() + "ER - ".len() * 20_000 - 1));
}

#[test]
fn the_golden_records() {
    let cases: Vec<serde_json::Value> = serde_saphyr::from_str(include_str!("golden.yaml")).unwrap();
    for case in cases {
        let name = case["case"].as_str().unwrap();
        let document: Document =
            serde_json::from_value(case["record"].clone()).unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut style = Ris::new();
        if let Some(option) = case["option"].as_str() {
            style = style.with_option(option).unwrap();
        }
        let record = style.record(&Cite::new(&document));
        let expected = case["ris"].as_str().unwrap();
        assert_eq!(record.to_string().replace("\r\n", "\n"), expected.trim_end_matches('\n'), "{name}");
        let omitted: Vec<&str> = record.omitted().iter().map(|omitted| omitted.field.as_str()).collect();
        let expected: Vec<&str> =
            case["omitted"].as_array().into_iter().flatten().filter_map(|path| path.as_str()).collect();
        assert_eq!(omitted, expected, "{name}");
    }
}
