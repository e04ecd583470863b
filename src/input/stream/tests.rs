use super::*;
use crate::document::fault::FieldError;

/// A reader with a buffer of any size returns the same as the text.
fn check(text: &str, format: RecordFormat) {
    let shown = |item: Result<Document, RecordError>| match item {
        Ok(document) => serde_json::to_string(&document).unwrap(),
        Err(error) => {
            let lines: Vec<_> = error.field_errors().iter().map(FieldError::line).collect();
            format!("{:?} {:?} {lines:?} {error}", error.record(), error.line())
        }
    };
    let whole: Vec<String> = Records::new(text, format).map(shown).collect();
    for capacity in [1, 7, 4096] {
        let reader = io::BufReader::with_capacity(capacity, text.as_bytes());
        let read = Records::from_reader(reader, format).map(|item| {
            shown(item.map_err(|error| match error {
                ReadError::Record(error) => error,
                ReadError::Io { message, .. } => panic!("{message}"),
            }))
        });
        assert_eq!(read.collect::<Vec<_>>(), whole, "{text}");
    }
    assert!(!whole.is_empty(), "{text}");
}

#[test]
fn lines_are_read_as_from_the_text() {
    check(
        "{\"id\":\"a\",\"title\":\"A\"}\n\n {\"id\":\"b\"}\r\n{\"id\":\"a\",\"title\":\"C\"}\nno\n{\"id\":\"d\",\"title\":\"D\"}",
        RecordFormat::JsonLines,
    );
    check("\u{FEFF}{\"id\":\"a\",\"title\":7.5}\n", RecordFormat::JsonLines);
}

#[test]
fn an_array_is_read_as_from_the_text() {
    for text in [
        "[{\"id\":\"a\",\"title\":\"A\"},\n{\"id\":\"b\",\n\"titel\":\"B\"},\n\n{\"id\":\"a\",\"title\":\"C\"}]",
        "{\"id\":\"a\",\"title\":\"A\"}",
        "[{\"id\":\"a\",\"title\":\"A\"}\n{\"id\":\"b\"}]",
        "\u{FEFF}[{\"id\":\"a\",\"title\":\"A\"},\n]",
    ] {
        check(text, RecordFormat::Json);
    }
}

#[cfg(feature = "yaml")]
#[test]
fn yaml_is_read_as_from_the_text() {
    for text in [
        "- id: a\n  title: A\n- id: b\n  titel: B\n\n# a comment\n- id: a\n  title: C\n",
        "# first\n---\n- { id: a, title: A, holdings: [&x { repository: R, reference: 1 }] }\n- { id: b, title: B, holdings: [*x] }\n",
        "- &r { id: a, title: A }\n---\n- { <<: *r, id: b }\n",
        "id: a\ntitle: A\ncreators:\n- Kennan\n- Stalin\n---\nid: b\ntitle: >-\n  - not\n  - a list\n...\nid: c\ntitle: C\n",
        "  - id: a\n    creators:\n    - Kennan\n    title: |\n      - one\n  - id: b\n    title: \"two\n      lines\"\n",
        "[{ id: a, title: A }, { id: b, title: B }]\n",
        "- id: a\n  title: Letter: to Smith\n- id: b\n  title: B\n",
        "- id: a\n  title: \"open\n- id: b\n  title: B\n",
        "--- { id: a, title: A }\n--- { id: b, titel: B }\n",
        "\u{FEFF}- id: a\r\n  title: A\r\n- id: b\r\n  title: B\r\n",
        "-\n  id: a\n  title: A\n-\n  id: b\n  title: B",
    ] {
        check(text, RecordFormat::Yaml);
    }
}

#[cfg(feature = "yaml")]
#[test]
fn one_record_is_in_memory() {
    let list = (0..2000).map(|id| format!("- id: r{id}\n  title: A report\n")).collect::<String>();
    let mut records = Records::from_reader(list.as_bytes(), RecordFormat::Yaml);
    assert_eq!(records.next().unwrap().unwrap().id(), "r0");
    assert!(records.reader.len() > list.len() - 100, "{}", records.reader.len());
}

#[test]
fn what_is_not_utf8_costs_its_record() {
    let bytes = b"{\"id\":\"a\",\"title\":\"A\"}\n\xff\n{\"id\":\"b\",\"title\":\"B\"}\n";
    let read: Vec<_> = Records::from_reader(&bytes[..], RecordFormat::JsonLines).collect();
    assert_eq!((read[0].is_ok(), read[2].is_ok(), read.len()), (true, true, 3));
    assert!(matches!(&read[1], Err(ReadError::Record(error)) if (error.line(), error.record()) == (Some(2), Some(2))));
}

#[test]
fn a_reader_that_fails_ends_the_records() {
    struct Broken;
    impl io::Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }
    let mut records = Records::from_reader(io::BufReader::new(Broken), RecordFormat::JsonLines);
    assert_eq!(records.next().unwrap().unwrap_err().to_string(), "cannot read the file: the disk is gone");
    assert!(records.next().is_none());
}
