mod extensions;
mod literature;
mod lossy;
mod page;

use std::path::Path;

use super::format::RecordFormat;
use super::records::Records;
use crate::document::{Document, FieldError};

fn read(text: &str, format: RecordFormat) -> (Vec<String>, Vec<String>) {
    let reading = Records::new(text, format).collect_all();
    (
        reading.documents.iter().map(|document| document.id().to_owned()).collect(),
        reading.errors.iter().map(|refusal| format!("{:?} {refusal}", refusal.line())).collect(),
    )
}

#[test]
fn json_is_read_a_record_at_a_time() {
    let (ids, refused) = read(r#"[{"id": "a", "title": "A"}, {"id": "b", "title": "B"}]"#, RecordFormat::Json);
    assert_eq!((ids, refused), (vec!["a".to_owned(), "b".to_owned()], vec![]));
    for (text, says) in [
        ("{\"id\": \"a\", \"title\": \"A\"}\n{}", "one record per line"),
        ("[{\"id\": \"a\", \"title\": \"A\"},]", "comma before the end"),
        ("[{\"id\": \"a\", \"title\": \"A\"} 1]", "comma or the end"),
        ("[{\"id\": \"a\",\n\"title\": \"A}\n", "Some(2)"),
        ("[{\"id\": \"a\", \"title\"}, {\"id\": \"b\"}]", "the rest of the list is not read"),
        ("[", "is not closed"),
    ] {
        let (_, refused) = read(text, RecordFormat::Json);
        assert!(refused.last().is_some_and(|refusal| refusal.contains(says)), "{text}: {refused:?}");
    }
}

#[test]
fn numbers_keep_their_spelling() {
    let record =
        Records::new("[{\"id\": 7, \"title\": 1950, \"number\": 123456789012345678901234567890}]", RecordFormat::Json);
    let document = record.collect_all().documents.remove(0);
    assert_eq!((document.id(), document.number()), ("7", Some("123456789012345678901234567890")));
    let (_, refused) = read("{\"id\": \"a\", \"title\": 1.50}", RecordFormat::JsonLines);
    assert_eq!(refused, ["Some(1) a: title: 1.50 is not text: put it in quotation marks"]);
}

/// A record is first read without spellings. Values that are lost there are not errors.
#[test]
fn a_spelling_that_is_lost_at_first_is_found_again() {
    for (typed, kept) in [("-0", "-0"), ("true", "true"), ("18446744073709551616", "18446744073709551616"), ("007", "")]
    {
        let line = format!("{{\"id\": \"a\", \"title\": \"A\", \"number\": {typed}}}");
        let read = Records::new(&line, RecordFormat::JsonLines).collect_all().documents;
        assert_eq!(read.first().and_then(Document::number).unwrap_or_default(), kept, "{typed}");
    }
}

#[test]
fn a_line_that_is_no_json_costs_only_itself() {
    let (ids, refused) = read(
        "{\"id\": \"a\", \"title\": \"A\"}\n\n{\"id\": \"b\n{\"id\": \"c\", \"title\": \"C\", \"title\": \"D\"}\n{\"id\":\"d\",\"title\":\"D\"}",
        RecordFormat::JsonLines,
    );
    assert_eq!(ids, ["a", "d"]);
    assert!(refused[0].starts_with("Some(3) record 2: not JSON: "), "{refused:?}");
    assert_eq!(refused[1], "Some(4) c: duplicate key \"title\"");
}

#[test]
fn depth_and_size_are_bounded() {
    let deep = format!("{{\"id\": \"a\", \"title\": {}1{}}}", "[".repeat(5_000), "]".repeat(5_000));
    assert!(read(&deep, RecordFormat::JsonLines).1[0].contains("levels of lists"));
    let wide = format!("{{\"id\": \"a\", \"subjects\": [{}1]}}", "1,".repeat(200_000));
    assert!(read(&wide, RecordFormat::JsonLines).1[0].contains("more than 100000"));
}

/// A record of 100,000 values, each of them wrong, took minutes: every fault looked at all the others and counted lines.
#[test]
fn of_a_record_that_is_wrong_throughout_the_first_faults_are_told() {
    let wrong = format!("{{\"id\": \"a\", \"title\": \"A\", \"subjects\": [{}1.5]}}", "1.5,".repeat(50_000));
    let refusal = Records::new(&wrong, RecordFormat::JsonLines).next().unwrap().unwrap_err();
    assert_eq!(refusal.field_errors().len(), 101);
    assert_eq!(refusal.field_errors()[99].path().to_string(), "subjects[99]");
    assert_eq!(refusal.field_errors()[100].to_string(), "faults: more than 100 in one record");
    let levels =
        format!("{{\"id\": \"a\", \"title\": \"A\", \"holdings\": [{{\"path\": [{}{{}}]}}]}}", "{},".repeat(50_000));
    assert!(read(&levels, RecordFormat::JsonLines).1[0].contains("faults: more than 100"));
}

#[test]
fn a_key_that_is_wrong_has_its_own_line() {
    let json = "{\"id\": \"a\",\n\"title\": \"A\",\n\"dat\": 1950,\n\"source\": {\n\"title\": 1,\n\"title\": 2}}";
    let refusal = Records::new(json, RecordFormat::Json).next().unwrap().unwrap_err();
    let lines: Vec<_> = refusal.field_errors().iter().map(FieldError::line).collect();
    assert_eq!(lines, [Some(6), Some(3)], "{refusal}");
}

#[test]
fn a_message_is_one_line_of_printable_text() {
    let long = "x".repeat(5_000);
    let text = format!(
        "{{\"id\": \"a\", \"title\": \"A\", \"k\\u001b[31m\\n\\u202e\": 1, \"{long}\": 2, \"time\": \"{long}\"}}"
    );
    for fault in Records::new(&text, RecordFormat::JsonLines).next().unwrap().unwrap_err().field_errors() {
        let told = fault.to_string();
        assert!(told.len() < 700 && !told.contains(['\u{1b}', '\n', '\u{202e}']), "{told}");
    }
    let refusal = Document::builder("a\u{202E}b", crate::document::Kind::Letter).build().unwrap_err();
    assert!(refusal.to_string().starts_with("a\\u{202e}b: id: "), "{refusal}");
}

#[test]
fn a_string_of_half_characters_says_where() {
    let (_, refused) = read("[{\"id\": \"a\",\n\"title\": \"\\ud800\"}]", RecordFormat::Json);
    assert_eq!(refused, ["Some(2) record 1: not JSON: unexpected end of hex escape"]);
}

#[test]
fn a_second_id_names_both_places() {
    let (ids, refused) = read(
        "{\"id\": \"a\", \"title\": \"A\"}\n{\"id\": \"a\", \"title\": \"B\"}\n{\"id\": \"a\", \"title\": 1.5}",
        RecordFormat::JsonLines,
    );
    assert_eq!(ids, ["a"]);
    assert_eq!(refused[0], "Some(2) a: id: the id \"a\" is taken by record 1 (line 1)");
    assert!(refused[1].contains("put it in quotation marks") && refused[1].contains("is taken by record 1 (line 1)"));
}

#[test]
fn the_format_is_found_by_its_look() {
    for (text, format) in [
        ("{\"id\": \"a\"}", RecordFormat::JsonLines),
        ("{\"id\": \"a\"}\n{\"id\": \"b\"}", RecordFormat::JsonLines),
        ("{\"id\": \"a\n{\"id\": \"b\"}", RecordFormat::JsonLines),
        ("{\n  \"id\": \"a\"\n}", RecordFormat::Json),
        (" [\n {\"id\": \"a\"}]", RecordFormat::Json),
        ("[]", RecordFormat::Json),
    ] {
        assert_eq!(RecordFormat::detect(text), format, "{text}");
    }
    assert_eq!(RecordFormat::from_path(Path::new("a/b.JSONL")), Some(RecordFormat::JsonLines));
    assert_eq!(RecordFormat::from_path(Path::new("a/b.pdf")), None);
    assert_eq!(RecordFormat::from_path(Path::new("a/b.ris")), Some(RecordFormat::Ris));
    for text in ["TY  - BOOK\r\nER  - ", "\n\nProvider: X\n\nTY  - JOUR\n", "TY  -\n"] {
        assert_eq!(RecordFormat::detect(text), RecordFormat::Ris, "{text}");
    }
    #[cfg(feature = "bib")]
    for text in ["@misc{a, title = {A}}", "% a comment\n\n@Comment{x}", "@string(a = {b})"] {
        assert_eq!(RecordFormat::detect(text), RecordFormat::BibTex, "{text}");
    }
    #[cfg(feature = "yaml")]
    for text in ["- id: a\n  title: TY  - BOOK\n", "# @misc{a}\nid: a\n", "id: a\n"] {
        assert_eq!(RecordFormat::detect(text), RecordFormat::Yaml, "{text}");
    }
}

#[test]
fn bytes_that_are_no_text_say_where() {
    let refusal = Records::from_bytes(b"id: a\ntitle: \xFF", None).unwrap_err();
    assert_eq!((refusal.line(), refusal.field_errors().len()), (Some(2), 1));
}

#[test]
fn an_index_counts_the_entries_that_could_not_be_read() {
    let record = r#"{ "id": "r", "title": "T", "subjects": [7.5, "a", null, "\u202e"], "languages": [[], "German"],
        "printings": [{ "title": "A" }, 1, { "title": "B", "url": "x" }] }"#;
    let error = Records::detect(record).next().unwrap().unwrap_err();
    let paths: Vec<String> = error.field_errors().iter().map(|error| error.path().to_string()).collect();
    for path in [
        "subjects[0]",
        "subjects[2]",
        "subjects[3]",
        "languages[0]",
        "languages[1]",
        "printings[1]",
        "printings[2].url",
    ] {
        assert!(paths.iter().any(|found| found == path), "{path}: {paths:?}");
    }
}

#[cfg(feature = "yaml")]
mod yaml {
    use super::*;

    #[test]
    fn a_file_is_a_record_a_list_or_several_documents() {
        for (text, ids) in [
            ("id: a\ntitle: A\n", vec!["a"]),
            ("# notes\n- id: a\n  title: A\n- { id: b, title: B }\n", vec!["a", "b"]),
            ("id: a\ntitle: A\n---\n- id: b\n  title: B\n---\n", vec!["a", "b"]),
            ("\u{FEFF}id: a\ntitle: A\n", vec!["a"]),
            ("[{ id: a, title: A }]", vec!["a"]),
            ("", vec![]),
            ("# nothing yet\n", vec![]),
            ("[]", vec![]),
        ] {
            let (read, refused) = read(text, RecordFormat::detect(text.trim_start_matches('\u{FEFF}')));
            assert_eq!(read, ids, "{text}");
            assert!(refused.is_empty(), "{refused:?}");
        }
    }

    #[test]
    fn scalars_are_read_as_typed() {
        let text = "id: 0100\ntitle: no\nplace: true\nnumber: 1.50\nmedium: '~'\nnote: ~\nrights: 0x1F\ntime: 18:30\n";
        let document = Records::new(text, RecordFormat::Yaml).next().unwrap().unwrap();
        assert_eq!((document.id(), document.title().unwrap().text.as_str()), ("0100", "no"));
        assert_eq!((document.place(), document.number()), (Some("true"), Some("1.50")));
        assert_eq!((document.medium(), document.note(), document.rights()), (Some("~"), None, Some("0x1F")));
    }

    #[test]
    fn every_fault_has_its_field_and_line() {
        let text = "- id: a b\n  title: A\n  date: 1950-02-30\n  holdings:\n    - repository: X\n      path:\n        - { level: box, id: 4 }\n        - { boxx: 5 }\n";
        let refusal = Records::new(text, RecordFormat::Yaml).next().unwrap().unwrap_err();
        let faults: Vec<_> =
            refusal.field_errors().iter().map(|fault| (fault.line().unwrap(), fault.to_string())).collect();
        assert_eq!(faults.len(), 3, "{faults:?}");
        assert_eq!(faults[0].0, 3);
        assert!(faults[0].1.starts_with("date: \"1950-02-30\" is not a date: "), "{faults:?}");
        assert_eq!(faults[1].0, 8);
        assert!(
            faults[1].1.starts_with("holdings[0].path[1]: unknown key \"boxx\", did you mean \"box\"?"),
            "{faults:?}"
        );
        assert_eq!(faults[2].0, 1);
    }

    #[test]
    fn a_fault_in_the_notation_costs_only_its_record() {
        let text = "- id: a\n  title: A\n- id: b\n  title: \"open\n- id: c\n  title: C\n- id: d\n  title: [D\n  note: x\n- id: e\n  title: E\n";
        let (ids, refused) = read(text, RecordFormat::Yaml);
        assert_eq!(ids, ["a", "c", "e"], "{refused:?}");
        assert_eq!(refused.len(), 2, "{refused:?}");
        assert!(refused.iter().all(|refusal| refusal.contains("not YAML")), "{refused:?}");
    }

    #[test]
    fn a_fault_in_one_document_leaves_the_others() {
        let text = "id: a\ntitle: A\n---\nid: b\ntitle: \"open\n---\nid: c\ntitle: C\n---\n- id: d\n  title: [\n- id: e\n  title: E\n---\nid: f\ntitle: F\n";
        let (ids, refused) = read(text, RecordFormat::Yaml);
        assert_eq!(ids, ["a", "c", "e", "f"], "{refused:?}");
        assert_eq!(refused.len(), 2, "{refused:?}");
    }

    #[test]
    fn a_fault_in_a_record_beside_the_mark_of_its_document_ends() {
        for text in [
            "--- { id: a, title: [ }\n--- { id: c, title: C }\n",
            "- id: a\n---b: [\"\n  c: d\n  e\n--- { id: c, title: C }\n",
        ] {
            let (ids, refused) = read(text, RecordFormat::Yaml);
            assert_eq!(ids, ["c"], "{refused:?}");
            assert_eq!(refused.len(), 1, "{refused:?}");
        }
    }

    #[test]
    fn aliases_and_merges_stand_for_what_they_name() {
        let text = "- id: a\n  title: A\n  holdings: [&avprf { repository: { name: AVPRF, place: Moscow }, reference: f. 1 }]\n- id: b\n  title: B\n  holdings:\n    - <<: *avprf\n      reference: f. 2\n- id: c\n  title: \"C\n- id: d\n  title: D\n  holdings: [*avprf]\n";
        let reading = Records::new(text, RecordFormat::Yaml).collect_all();
        assert_eq!(reading.documents.len(), 3, "{:?}", reading.errors);
        let holding = &reading.documents[1].holdings()[0];
        assert_eq!(holding.reference.as_deref(), Some("f. 2"));
        assert_eq!(holding.repository, reading.documents[0].holdings()[0].repository);
        // behind a fault an alias still knows its anchor
        assert_eq!(reading.documents[2].holdings(), reading.documents[0].holdings());
    }

    #[test]
    fn a_key_that_is_wrong_has_its_own_line() {
        let text = "- id: a\n  title: A\n  holdngs:\n    - repository: X\n  holdings:\n    repository: X\n  title: B\n";
        let refusal = Records::new(text, RecordFormat::Yaml).next().unwrap().unwrap_err();
        let told: Vec<_> =
            refusal.field_errors().iter().map(|fault| (fault.line().unwrap(), fault.to_string())).collect();
        assert_eq!(told[0], (7, "duplicate key \"title\"".to_owned()));
        assert_eq!(told[1], (5, "holdings: expected a list, found a map".to_owned()));
        assert_eq!(told[2], (3, "unknown key \"holdngs\", did you mean \"holdings\"?".to_owned()));
    }

    #[test]
    fn a_key_that_stands_twice_in_a_base_is_not_lost() {
        let (_, refused) = read("- id: a\n  <<: { title: A, title: B }\n", RecordFormat::Yaml);
        assert_eq!(refused, ["Some(1) a: duplicate key \"title\""]);
    }

    /// Each of its keys was sought among all the others.
    #[test]
    fn a_large_merge_takes_no_more_time_than_a_large_map() {
        let keys = |letter| (0..45_000).map(move |number| format!("    {letter}{number}: 1\n"));
        let text: String = ["- id: a\n  title: A\n  <<:\n".to_owned()].into_iter().chain(keys("k")).collect();
        assert!(read(&text, RecordFormat::Yaml).1[0].contains("faults: more than 100"));
    }

    #[test]
    fn a_bomb_of_aliases_is_refused() {
        let mut text = "- id: a\n  title: A\n  subjects: &s0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
        for level in 1..12 {
            let before = vec![format!("*s{}", level - 1); 10].join(", ");
            text.push_str(&format!("- id: b{level}\n  title: B\n  subjects: &s{level} [{before}]\n"));
        }
        let (_, refused) = read(&text, RecordFormat::Yaml);
        assert!(refused.iter().any(|refusal| refusal.contains("by alias")), "{refused:?}");
    }

    #[test]
    fn a_name_that_a_comma_splits_in_brackets_is_refused() {
        let creators = |list: &str| read(&format!("- id: a\n  title: A\n  creators: {list}\n"), RecordFormat::Yaml).1;
        for list in [
            "[Kennan, George F.]",
            "[Stalin, Kennan, George F.]",
            "[de Gaulle, Charles A. J.]",
            "[Taylor, A.J.P.]",
            "[Sartre, J.-P.]",
            "[Andropov, Yu. V.]",
            "[Harriman, W. Averell]",
            "[Kennan,\n    George F.]",
        ] {
            let refused = creators(list);
            assert!(refused.len() == 1 && refused[0].contains("the comma makes two names"), "{list}: {refused:?}");
        }
        for list in [
            "[Stalin, Molotov]",
            "[HST, MET]",
            "[\"Kennan\", \"George F.\"]",
            "[Stalin, George F. Kennan]",
            "[Stalin, Mr. Molotov]",
            "[Secretary of State, J. F.]",
            "[\"Kennan, George F.\", Stalin]",
            "\n    - Kennan\n    - George F.",
            "\n    - Kennan, George F.",
        ] {
            assert_eq!(creators(list), Vec::<String>::new(), "{list}");
        }
        let json = r#"{"id": "a", "title": "A", "creators": ["Kennan", "George F."]}"#;
        assert_eq!(read(json, RecordFormat::JsonLines).1, Vec::<String>::new());
        let source = "- id: a\n  title: A\n  source: { title: B, editors: [Kennan, George F.] }\n";
        assert!(read(source, RecordFormat::Yaml).1[0].contains("source.editors[1]: \"George F.\" is not a name: "));
    }

    #[test]
    fn a_colon_in_text_asks_for_quotation_marks() {
        for text in [
            "- id: a\n  title: Letter: to Smith\n",
            "id: a\ntitle: Letter: to Smith\n",
            "- id: b\n  title: B\n- id: a\n  note: On this: see\n    below\n",
            "id: a\ntitle: A\nnote: See:\n",
        ] {
            let (_, refused) = read(text, RecordFormat::Yaml);
            assert!(refused.len() == 1 && refused[0].contains("needs quotation marks, as in"), "{text}: {refused:?}");
        }
        let (_, refused) = read("- id: a\n  title: A\n    date: 1950\n", RecordFormat::Yaml);
        assert!(refused[0].contains("indented too far"), "{refused:?}");
        let (_, refused) = read("- { id: a, title: Letter: to Smith }\n", RecordFormat::Yaml);
        assert!(refused[0].contains("needs quotation marks"), "{refused:?}");
    }
}
