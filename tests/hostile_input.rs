//! No input makes a reader panic, whatever it is; what it refuses it refuses with a reason.

use prefercite::Date;
use prefercite::document::{Format, Records};
use proptest::prelude::*;

fn read(bytes: &[u8]) {
    for format in [None, Some(Format::JsonLines), Some(Format::Json), Some(Format::of_text("id: a"))] {
        let Ok(records) = Records::of_bytes(bytes, format) else { continue };
        for (count, record) in records.enumerate() {
            assert!(count <= bytes.len(), "a reader goes round in circles: {:?}", String::from_utf8_lossy(bytes));
            if let Err(refusal) = record {
                assert!(!refusal.faults().is_empty());
                assert!(!refusal.to_string().is_empty());
            }
        }
    }
}

/// Pieces of which records are made, in any disorder.
fn debris() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
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
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
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
        if let Ok(date) = text.parse::<Date>() {
            prop_assert_eq!(&date.to_string().parse::<Date>().unwrap(), &date);
        }
    }
}

#[test]
fn deep_and_long_records_are_refused_soon() {
    for text in ["[".repeat(100_000), "{\"a\":".repeat(100_000), "- ".repeat(100_000), "{ a: ".repeat(50_000)] {
        read(text.as_bytes());
    }
}
