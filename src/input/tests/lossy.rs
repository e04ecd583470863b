use crate::document::LossyDocument;
use crate::input::{RecordFormat, Records};

fn kept(record: &str) -> (serde_json::Value, Vec<String>) {
    let mut read = Records::new(record, RecordFormat::JsonLines).lossy();
    let LossyDocument { document, dropped } = read.next().unwrap().unwrap_or_else(|refusal| panic!("{refusal}"));
    let written = serde_json::to_value(document).unwrap();
    (written, dropped.iter().map(|fault| fault.path().to_string()).collect())
}

#[test]
fn faulty_fields_are_dropped_and_the_rest_is_kept() {
    for (record, left, paths) in [
        (
            r#"{ "id": "a", "title": "A", "date": "1950-02-30", "time": "9", "languages": ["German", "de", 1.5] }"#,
            r#"{ "id": "a", "kind": "document", "title": "A", "languages": ["de"] }"#,
            &["date", "languages[2]", "time", "languages[0]"][..],
        ),
        (
            r#"{ "id": "a", "title": "A", "author": "B", "creators": [["x"], "Mao, Zedong, 1893-1976", "Kennan,", "Stalin"] }"#,
            r#"{ "id": "a", "kind": "document", "title": "A", "creators": ["Stalin"] }"#,
            &["creators[0]", "", "creators[1]", "creators[2].given"],
        ),
        (
            r#"{ "id": "a", "creators": ["B"], "title": { "text": " ", "short": "x" } }"#,
            r#"{ "id": "a", "kind": "document", "creators": ["B"] }"#,
            &["title.text", "title.text"],
        ),
        (
            r#"{ "id": "a", "title": "A", "holdings": [{ "repository": "R", "path": [{ "level": "box" }, { "level": "box", "id": 1, "x": 2 }] }] }"#,
            r#"{ "id": "a", "kind": "document", "title": "A", "holdings": [{ "repository": "R", "path": [{ "level": "box", "id": "1" }] }] }"#,
            &["holdings[0].path[1]", "holdings[0].path[0]"],
        ),
        (
            r#"{ "id": "a", "title": "A", "date": { "edtf": "1785/1960", "bulk": "1700/1800" }, "translation": { "by": ["B"] },
                "contributions": [{ "roles": ["translated"], "by": ["B"] }, { "by": ["C"] }] }"#,
            r#"{ "id": "a", "kind": "document", "title": "A", "date": "1785/1960", "contributions": [{ "roles": ["translated"], "by": ["B"] }] }"#,
            &["date.bulk", "contributions[1].roles", "translation.by", "translation"],
        ),
    ] {
        let record = record.replace('\n', " ");
        let (written, dropped) = kept(&record);
        assert_eq!(written, serde_json::from_str::<serde_json::Value>(left).unwrap(), "{record}");
        assert_eq!(dropped, paths, "{record}");
    }
}

#[test]
fn more_faults_than_are_reported_at_once_are_all_found() {
    let wrong = format!("{{\"id\": \"a\", \"title\": \"A\", \"subjects\": [{}\"x\"]}}", "1.5,".repeat(250));
    let (written, dropped) = kept(&wrong);
    assert_eq!((written["subjects"].as_array().unwrap().len(), dropped.len()), (1, 250));
    assert_eq!((dropped[100].as_str(), dropped[249].as_str()), ("subjects[100]", "subjects[249]"));
}

#[test]
fn a_record_without_id_or_anything_to_name_it_is_lost() {
    for record in [
        r#"{ "title": "A" }"#,
        r#"{ "id": "a b", "title": "A" }"#,
        r#"{ "id": "a", "title": " " }"#,
        "[1]",
        r#"{ "id": "a""#,
    ] {
        let refusal = Records::new(record, RecordFormat::JsonLines).lossy().next().unwrap().unwrap_err();
        assert!(!refusal.field_errors().is_empty(), "{refusal}");
    }
    let twice = "{ \"id\": \"a\", \"title\": \"A\" }\n{ \"id\": \"a\", \"title\": \"B\", \"time\": 9 }";
    let refusal = Records::new(twice, RecordFormat::JsonLines).lossy().nth(1).unwrap().unwrap_err();
    assert!(refusal.to_string().contains("is taken by record 1"), "{refusal}");
}

#[cfg(feature = "yaml")]
#[test]
fn a_dropped_field_has_its_line() {
    let text = "- id: a\n  title: A\n  subjects: &s\n    - [x]\n    - y\n  languages:\n    - German\n- id: b\n  title: B\n  subjects: *s\n";
    let read: Vec<_> = Records::new(text, RecordFormat::Yaml).lossy().map(Result::unwrap).collect();
    let lines: Vec<_> = read[0].dropped.iter().map(crate::document::FieldError::line).collect();
    assert_eq!(lines, [Some(4), Some(7)]);
    assert_eq!((read[1].document.subjects(), read[1].dropped.len()), (&["y".to_owned()][..], 1));
}
