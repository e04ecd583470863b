//! BibTeX and BibLaTeX, read back by the crate `biblatex`.

mod support;

use std::path::Path;

use biblatex::{Bibliography, ChunksExt};
use prefercite::citation::{Fields, RecordFile, Syntax, Value};
use prefercite::document::{Document, Name, NameOrder, Person};
use prefercite::notation;
use prefercite::style::{Biblatex, Bibtex};
use prefercite::{Cite, Record};
use proptest::prelude::*;
use support::{Words, document};

/// The part of a text that a program can return: for this parser, white space of any kind is one space.
fn seen(text: &str) -> String {
    let mut lone = Vec::new();
    let mut open = Vec::new();
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => open.push(at),
            b'}' if open.pop().is_none() => lone.push(at),
            _ => {}
        }
    }
    lone.append(&mut open);
    let written = |(at, c): (usize, char)| match c {
        '{' if lone.contains(&at) => Some('('),
        '}' if lone.contains(&at) => Some(')'),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fdd0}'..='\u{fdef}' => None,
        c if u32::from(c) & 0xfffe == 0xfffe => None,
        c if c.is_control() || c == '\u{2028}' || c == '\u{2029}' => Some(' '),
        c => Some(c),
    };
    let kept: String = text.char_indices().filter_map(written).collect();
    one_spaced(&kept)
}

fn one_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn read(written: &str) -> biblatex::Entry {
    let read = Bibliography::parse(written).unwrap_or_else(|error| panic!("{error}\n{written}"));
    assert_eq!(read.len(), 1, "{written}");
    read.into_vec().pop().unwrap()
}

/// The properties of every record, with any text: braces are balanced for a program that counts them all, each line
/// is a field, and no line begins an entry.
fn check_lines(written: &str) {
    let lines: Vec<&str> = written.lines().collect();
    assert!(lines[0].starts_with('@') && lines[0].ends_with(','), "{written}");
    assert_eq!(lines.last(), Some(&"}"), "{written}");
    let mut depth = 0_i32;
    for (index, line) in lines.iter().enumerate() {
        for byte in line.bytes() {
            depth += i32::from(byte == b'{') - i32::from(byte == b'}');
            assert!(depth >= 0, "{written}");
        }
        let is_last = index + 1 == lines.len();
        assert_eq!(depth, i32::from(!is_last), "{written}");
        assert!(index == 0 || is_last || line.starts_with("  "), "{written}");
        assert!(!line.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')), "{written}");
    }
    assert_eq!(depth, 0);
}

fn check_text(entry: &biblatex::Entry, field: &str, expected: &str) {
    let found = entry.get(field).map(|chunks| one_spaced(&chunks.format_verbatim()));
    assert_eq!(found.as_deref(), Some(seen(expected).as_str()), "{field} of {entry:?}");
}

/// Each field is the field of the record, for a reader that knows LaTeX.
fn check_read(record: &Record) -> biblatex::Entry {
    let written = record.to_string();
    check_lines(&written);
    let entry = read(&written);
    assert_eq!(entry.key.to_ascii_lowercase(), record.syntax().identity(record.key()).as_ref(), "{written}");
    for field in record.fields() {
        match &field.value {
            Value::Text(text) if !["url", "doi", "eprint", "date", "urldate", "origdate"].contains(&&*field.name) => {
                check_text(&entry, &field.name, text);
            }
            _ => {}
        }
    }
    entry
}

fn is_family_first(person: &Person) -> bool {
    person.order == NameOrder::FamilyFirst && person.given.is_some()
}

/// The parts of a person's name, with the particles before the family name.
fn check_names(entry: &biblatex::Entry, names: &[Name]) {
    let people = entry.author().unwrap_or_default();
    assert_eq!(people.len(), names.len(), "{people:?}\n{names:?}");
    for (read, name) in people.iter().zip(names) {
        let whole = [&read.prefix, &read.name, &read.suffix, &read.given_name];
        let whole: Vec<&str> = whole.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        let expected: Vec<&str> = match name {
            // As one text, in its own order.
            Name::Person(person) if is_family_first(person) => {
                let particles = [&person.dropping_particle, &person.particle];
                let behind = [&person.given, &person.suffix];
                let parts = particles.into_iter().flatten().chain([&person.family]).chain(behind.into_iter().flatten());
                parts.map(String::as_str).collect()
            }
            Name::Person(person) => {
                let parts = [
                    person.dropping_particle.as_ref(),
                    person.particle.as_ref(),
                    Some(&person.family),
                    person.suffix.as_ref(),
                    person.given.as_ref(),
                ];
                parts.into_iter().flatten().map(String::as_str).collect()
            }
            Name::Body(body) => vec![&body.body],
            Name::AsWritten(name) => vec![name],
            _ => unreachable!(),
        };
        // This parser reads every name with this character as `family=…`. So the name is in `annote` as well.
        if !expected.iter().any(|part| part.contains('=')) {
            let bare = |words: &str| one_spaced(&words.replace(',', " ").replace('$', "＄"));
            assert_eq!(
                bare(&whole.join(" ")),
                bare(&expected.iter().map(|part| seen(part)).collect::<Vec<_>>().join(" "))
            );
        }
        if let Name::Person(person) = name
            && let Some(given) = &person.given
            && !is_family_first(person)
            // A name with a comma in a part is written as one text, which is reported.
            && !expected.iter().any(|part| part.contains(['=', ',']))
        {
            assert_eq!(one_spaced(&read.given_name), seen(given).replace('$', "＄"), "{read:?}");
        }
    }
}

fn check_document(document: &Document) {
    let cite = Cite::new(document);
    for record in [Biblatex::new().record(&cite), Biblatex::new().chicago().record(&cite), Bibtex::new().record(&cite)]
    {
        let entry = check_read(&record);
        if !document.creators().is_empty() {
            check_names(&entry, document.creators());
        }
    }
    for record in [Biblatex::new().ascii().record(&cite), Bibtex::new().ascii().record(&cite)] {
        let written = record.to_string();
        check_lines(&written);
        assert!(written.is_ascii(), "{written}");
        read(&written);
    }
}

fn value() -> impl Strategy<Value = Value> {
    let words = prop_oneof![
        3 => any::<String>(),
        3 => support::text(Words::Wild),
        1 => Just("}\n\n@misc{forged, title = {x}}".to_owned()),
        1 => Just("\\".to_owned()),
        1 => Just("%".to_owned()),
        1 => "[{}\\\\%,\"=@ a\n]{0,8}",
        1 => Just("a and b, c, d, e".to_owned()),
    ];
    let leaf = prop_oneof![
        6 => words.clone().prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
    ];
    let part = prop_oneof![
        Just("family"),
        Just("given"),
        Just("suffix"),
        Just("literal"),
        Just("dropping-particle"),
        Just("x")
    ];
    leaf.prop_recursive(3, 12, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((part.clone(), inner), 0..4)
                .prop_map(|parts| Value::from(parts.into_iter().collect::<Fields>())),
        ]
    })
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec!["title", "Title", "author", "date", "month", "url", "eprint", "note", "keywords"]).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => Just("a = {b}, c".to_owned()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_document_comes_back(document in document(Words::Tidy)) {
        check_document(&document);
    }

    #[test]
    fn a_wild_document_comes_back(document in document(Words::Wild)) {
        check_document(&document);
    }

    /// A user's own style may write anything anywhere: one record in, one record out.
    #[test]
    fn a_record_of_anything_is_one_record(
        kind in prop_oneof![Just("misc".to_owned()), Just("comment".to_owned()), any::<String>()],
        key in prop_oneof![any::<String>(), support::text(Words::Wild)],
        fields in prop::collection::vec((name(), value()), 0..6),
        ascii in any::<bool>(),
    ) {
        let syntax = if ascii { &notation::BibtexSyntax::ASCII } else { &notation::BibtexSyntax::UTF8 };
        let mut record = Record::new(syntax, kind, key.clone());
        fields.into_iter().for_each(|(name, value)| record.push(name, value));
        let written = record.to_string();
        check_lines(&written);
        let entry = read(&written);
        prop_assert_eq!(entry.key.to_ascii_lowercase(), syntax.identity(&key).into_owned());
        let names = written.lines().filter(|line| line.starts_with("  ")).count();
        prop_assert_eq!(entry.fields.len(), names);
        prop_assert!(!ascii || written.is_ascii());
        if let Some(Value::Text(title)) = record.get("title").filter(|_| !ascii) && !seen(title).is_empty() {
            check_text(&entry, "title", title);
        }
    }

    #[test]
    fn a_file_of_anything_has_as_many_entries(
        keys in prop::collection::vec(prop_oneof![any::<String>(), "[aAbB ]{1,2}"], 0..8), remark in any::<String>(),
    ) {
        let syntax = &notation::BibtexSyntax::UTF8;
        let (mut file, mut text) = (RecordFile::new(syntax).with_comment(remark), String::new());
        for key in &keys {
            file.push(Record::new(syntax, "misc", key.as_str()), &mut text).unwrap();
        }
        file.finish(&mut text).unwrap();
        let read = Bibliography::parse(&text).unwrap();
        let mut found: Vec<String> = read.iter().map(|entry| entry.key.to_ascii_lowercase()).collect();
        found.sort();
        found.dedup();
        prop_assert_eq!(found.len(), keys.len());
        prop_assert_eq!(text.lines().filter(|line| line.starts_with('@')).count(), keys.len());
        prop_assert_eq!(text.matches('@').count(), keys.len());
    }
}

/// `tests/records/bibtex.yaml`: documents with the exact entries.
#[test]
fn every_case_is_exact() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../records/bibtex.yaml");
    let cases: Vec<serde_json::Value> = serde_saphyr::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    assert!(!cases.is_empty());
    let mut differ = Vec::new();
    for case in &cases {
        let mut record = case["record"].clone();
        record.as_object_mut().unwrap().entry("id").or_insert_with(|| "x".into());
        let document: Document =
            serde_json::from_value(record).unwrap_or_else(|error| panic!("{}: {error}", case["case"]));
        for (style, expected) in case["entries"].as_object().unwrap() {
            let (name, options) = style.split_once(' ').unwrap_or((style, ""));
            let options: Vec<&str> = options.split_whitespace().collect();
            let citation = prefercite::style::named_with(name, &options).unwrap();
            let written = prefercite::Style::cite_document(&citation, &document).unwrap().to_string();
            let expected = expected.as_str().unwrap().trim_end();
            // A case may show only the fields that it is about, each on its line.
            let is_right = match expected.starts_with('@') && expected.ends_with("\n}") {
                true => written == expected,
                false => expected.lines().all(|line| {
                    written.lines().any(|own| own.trim_end_matches(',').trim() == line.trim_end_matches(',').trim())
                }),
            };
            let without = case["without"].as_array().into_iter().flatten().filter_map(|field| field.as_str());
            let left_in: Vec<&str> = without.filter(|field| written.contains(&format!("\n  {field} ="))).collect();
            if !is_right || !left_in.is_empty() {
                differ.push(format!(
                    "{} in {style}, {left_in:?}:\nexpected\n{expected}\nwritten\n{written}",
                    case["case"]
                ));
            }
        }
        let omitted: Vec<String> =
            case["omitted"].as_array().into_iter().flatten().filter_map(|it| Some(it.as_str()?.to_owned())).collect();
        if !omitted.is_empty() {
            let record = Biblatex::new().record(&Cite::new(&document));
            let found: Vec<String> = record.omitted().iter().map(|it| it.field.clone()).collect();
            if !omitted.iter().all(|path| found.contains(path)) {
                differ.push(format!("{}: omits {found:?}", case["case"]));
            }
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n\n"));
}

/// Writes a file of varied documents for the programs themselves: `BIBTEX_FILES=folder cargo test --test bibtex`.
#[test]
fn files_for_programs() {
    let Some(folder) = std::env::var_os("BIBTEX_FILES") else { return };
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let strategy = prop_oneof![2 => document(Words::Tidy), 1 => document(Words::Marked), 1 => document(Words::Wild)];
    let documents: Vec<Document> = (0..1000).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect();
    type Make = fn(&Cite<'_>) -> Record;
    let styles: [(&str, Make, &'static dyn Syntax); 4] = [
        ("biblatex", |cite| Biblatex::new().record(cite), Biblatex::new().syntax()),
        ("bibtex", |cite| Bibtex::new().record(cite), Bibtex::new().syntax()),
        ("biblatex-ascii", |cite| Biblatex::new().ascii().record(cite), Biblatex::new().ascii().syntax()),
        ("bibtex-ascii", |cite| Bibtex::new().ascii().record(cite), Bibtex::new().ascii().syntax()),
    ];
    for (name, make, syntax) in styles {
        let (mut file, mut text) = (RecordFile::new(syntax), String::new());
        for document in &documents {
            file.push(make(&Cite::new(document)), &mut text).unwrap();
        }
        file.finish(&mut text).unwrap();
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        std::fs::write(root.join(&folder).join(format!("{name}.bib")), text).unwrap();
    }
}
