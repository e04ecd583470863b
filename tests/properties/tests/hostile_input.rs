//! From bytes to printed text: no input makes a reader, a style or a notation panic, and a reader rejects an input
//! only with a reason.
//!
//! Four sorts of bytes are read, each in every format: any bytes; any text; pieces of records in random order
//! (`debris`), which reach every state of the readers; and files of real records in which a few ranges are lost,
//! doubled or replaced by debris (`damaged`). Most records of such a file are still read, and have strange values.
//! Every document goes through every style in every form, and every citation through every notation.

mod support;

use prefercite::citation::{Citation, Markup, RecordFile};
use prefercite::document::{LossyRecords, RecordFormat, Records};
use prefercite::notation::{Html, Latex, Markdown, Plain, Typst};
use prefercite::style::{self, Style};
use prefercite::{Cite, Date, Document};
use proptest::prelude::*;
use proptest::sample::Index;
use support::{Words, document};

fn read(bytes: &[u8]) {
    for format in [None, Some(RecordFormat::JsonLines), Some(RecordFormat::Json), Some(RecordFormat::detect("id: a"))] {
        let Ok(records) = Records::from_bytes(bytes, format) else { continue };
        read_lossy(Records::from_bytes(bytes, format).unwrap().lossy());
        for (count, record) in records.enumerate() {
            assert!(count <= bytes.len(), "a reader goes round in circles: {:?}", String::from_utf8_lossy(bytes));
            match record {
                Ok(document) => cite(&document),
                Err(refusal) => {
                    assert!(!refusal.field_errors().is_empty());
                    assert!(!refusal.to_string().is_empty());
                }
            }
        }
    }
}

/// The rest of a record is a document like any other, and is read back as it is written.
fn read_lossy(records: LossyRecords<'_>) {
    for kept in records.flatten() {
        let written = serde_json::to_string(&kept.document).unwrap();
        let again: Document = serde_json::from_str(&written).unwrap_or_else(|error| panic!("{written}: {error}"));
        assert_eq!(serde_json::to_string(&again).unwrap(), written);
        assert!(kept.dropped.iter().all(|fault| !fault.to_string().is_empty()));
    }
}

/// Cites in every style and form, and in every notation.
fn cite(document: &Document) {
    let mut out = String::new();
    for listing in style::list() {
        let style = style::named(listing.name).unwrap();
        for form in style.forms() {
            match style.cite(&Cite::new(document).with_form(*form).with_locator(document.id())) {
                Ok(Citation::Text(text)) => {
                    for markup in
                        [&Plain::new() as &dyn Markup, &Html::new(), &Markdown::new(), &Latex::new(), &Typst::new()]
                    {
                        out.clear();
                        text.render_to(markup, &mut out).unwrap();
                        assert!(!out.is_empty() && !out.contains(char::is_control), "{}: {out:?}", listing.name);
                    }
                }
                Ok(Citation::Record(record)) => {
                    out.clear();
                    let mut file = RecordFile::new(record.syntax());
                    file.push(record, &mut out).unwrap();
                    file.finish(&mut out).unwrap();
                    let is_odd = |c: char| c.is_control() && !matches!(c, '\r' | '\n');
                    assert!(!out.contains(is_odd), "{}: {out:?}", listing.name);
                }
                // A record without a preferred citation.
                other => assert!(other.is_err() && listing.name == "preferred"),
            }
        }
    }
}

/// Pieces of records, for random order.
fn piece() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        Just("- id: a\n  title: A\n"),
        Just("{\"id\": \"a\", "),
        Just("\"title\": \"A\"}"),
        Just("\n"),
        Just("- "),
        Just("holdings: ["),
        Just("]"),
        Just("}"),
        Just("{ "),
        Just("&x "),
        Just("*x"),
        Just("<<: *x\n"),
        Just("---\n"),
        Just("--- "),
        Just("---x"),
        Just("...\n"),
        Just("!!str "),
        Just("? "),
        Just(": "),
        Just("|\n  "),
        Just("\""),
        Just("'"),
        Just("date: 1950-02-30\n"),
        Just("creators: [A, B]\n"),
        Just("%YAML 1.2\n"),
        Just("#"),
        Just("\t"),
        Just("\u{FEFF}"),
        Just("\0"),
        Just("null"),
        Just("1e9"),
    ]
}

fn debris() -> impl Strategy<Value = String> {
    proptest::collection::vec(piece(), 0..24).prop_map(|pieces| pieces.concat())
}

/// Records as a program writes them, in JSON Lines, JSON or YAML, with some ranges lost, doubled or replaced by
/// debris.
fn damaged() -> impl Strategy<Value = String> {
    let documents = proptest::collection::vec(document(Words::Wild), 1..3);
    let damage = (any::<Index>(), 0..12usize, 0..3u8, piece());
    (documents, 0..3u8, proptest::collection::vec(damage, 0..5)).prop_map(|(documents, format, damages)| {
        let mut text: String = match format {
            0 => documents.iter().map(|document| serde_json::to_string(document).unwrap() + "\n").collect(),
            1 => serde_json::to_string_pretty(&documents).unwrap(),
            _ => serde_saphyr::to_string(&documents).unwrap(),
        };
        for (at, length, what, piece) in damages {
            let edge = |at: usize| (at.min(text.len())..).find(|at| text.is_char_boundary(*at)).unwrap_or_default();
            let start = edge(at.index(text.len() + 1));
            let stretch = start..edge(start + length);
            let put = match what {
                0 => String::new(),
                1 => text[stretch.clone()].repeat(2),
                _ => piece.to_owned(),
            };
            text.replace_range(stretch, &put);
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn arbitrary_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        read(&bytes);
    }

    #[test]
    fn arbitrary_text(text in "\\PC{0,100}") {
        read(text.as_bytes());
    }

    #[test]
    fn debris_of_records(text in debris()) {
        read(text.as_bytes());
    }

    #[test]
    fn arbitrary_dates(text in "[0-9X./\\[\\]{},~?%circa und-]{0,20}|\\PC{0,20}") {
        if let Ok(date) = Date::from_words(&text) {
            prop_assert_eq!(&serde_json::from_value::<Date>(serde_json::to_value(&date).unwrap()).unwrap(), &date);
        }
        if let Ok(date) = text.parse::<Date>() {
            prop_assert_eq!(&date.to_string().parse::<Date>().unwrap(), &date);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn damaged_records(text in damaged()) {
        read(text.as_bytes());
    }
}

/// Runs on a stack of the default size. The threads of tests have more here.
#[test]
fn deep_and_long_records_are_refused_soon() {
    let refuse = || {
        for text in ["[".repeat(100_000), "{\"a\":".repeat(100_000), "- ".repeat(100_000), "{ a: ".repeat(50_000)] {
            read(text.as_bytes());
        }
    };
    std::thread::Builder::new().stack_size(2 << 20).spawn(refuse).unwrap().join().unwrap();
}

/// The marks at which a style looks ahead or back. Code that examines the whole rest for each mark takes minutes
/// here.
#[test]
fn long_texts_of_marks_are_cited_soon() {
    for mark in ["'a ", "\"", "“‘", "-", ", ", "1-2, ", "(", "{", "[", "A. ", "--", "e\u{301}"] {
        let words = format!("A {} B", mark.repeat(8_000 / mark.len()));
        let record = serde_json::json!({
            "id": "a", "kind": "letter", "title": words, "creators": [{ "family": words }], "recipients": [{ "body": words }],
            "date": { "edtf": "1950", "display": words }, "note": words, "summary": words, "subjects": [words],
            "holdings": [{ "repository": words, "path": [{ "level": "box", "id": words, "title": words }], "leaves": words }],
            "source": { "title": words, "pages": words, "volume": words },
        });
        cite(&serde_json::from_value(record).unwrap());
    }
}

#[test]
fn long_lists_are_cited_or_refused_soon() {
    let record = |creators: usize| {
        let creators = vec!["\"Adams, Henry\""; creators].join(", ");
        format!("{{ \"id\": \"a\", \"title\": \"A\", \"creators\": [{creators}] }}\n")
    };
    cite(&Records::detect(&record(20_000)).next().unwrap().unwrap());
    let refusal = Records::detect(&record(1_000_000)).next().unwrap().unwrap_err();
    assert!(refusal.to_string().contains("more than 100000"), "{refusal}");
}
