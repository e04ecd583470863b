//! The command line of the example `bibliography` is a contract. These tests fix its output.
#![cfg(all(feature = "csl", feature = "yaml"))]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// The example, which `cargo test` builds together with the tests.
fn bibliography() -> Command {
    let mut path = std::env::current_exe().unwrap();
    path.pop();
    path.pop();
    Command::new(path.join("examples/bibliography"))
}

/// Runs the example, in the house style unless the arguments name another.
fn run(arguments: &[&str]) -> Output {
    bibliography().args(in_house_style(arguments)).output().unwrap()
}

fn in_house_style<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    let style = if arguments.contains(&"--style") { vec![] } else { vec!["--style", "wilson-center"] };
    [style, arguments.to_vec()].concat()
}

fn fed(arguments: &[&str], input: &str) -> Output {
    let mut child = bibliography()
        .args(in_house_style(arguments))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn record_file(name: &str, text: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bibliography");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn the_bundled_records_are_real_and_many() {
    let output = run(&["--keys", "--in-order"]);
    assert!(output.status.success(), "{}", err(&output));
    let lines: Vec<String> = out(&output).lines().map(str::to_owned).collect();
    assert!(lines.len() >= 25, "{}", lines.len());
    assert!(
        lines[0]
            .starts_with("mao-zhou-1950-01-07\t\"Telegram, Mao Zedong to Zhou Enlai and CCP CC,\" January 07, 1950, ")
    );
    let records = prefercite::Records::detect(include_str!("../examples/records/documents.yaml"));
    let kinds: std::collections::HashSet<_> = records.map(|record| record.unwrap().kind().clone()).collect();
    assert!(kinds.len() >= 12, "{kinds:?}");
}

#[test]
fn chicago_is_the_default() {
    let output = bibliography().args(["--in-order"]).output().unwrap();
    assert!(out(&output).starts_with(
        "Mao Zedong. Telegram to Zhou Enlai and Central Committee of the Chinese Communist Party, January 7, 1950. In "
    ));
}

#[test]
fn a_style_has_its_options() {
    let input = "{ id: a, kind: letter, creators: [Burton], recipients: [Merriam], date: 1923-01-26 }";
    let printed = out(&fed(&["--style", "chicago-note", "--option", "day-month-year", "-"], input));
    assert_eq!(printed, "Burton to Merriam, 26 January 1923.\n");
    let output = run(&["--style", "chicago-note", "--option", "day-first"]);
    assert_eq!((output.status.code(), out(&output).as_str()), (Some(2), ""));
    assert!(err(&output).contains("it has day-month-year"), "{}", err(&output));
}

#[test]
fn the_order_is_the_style_s_or_the_file_s() {
    let input = "- { id: b, title: The Beta }\n- { id: a, title: “Alpha” }\n- { id: c, title: A Gamma }\n";
    assert_eq!(out(&fed(&["-"], input)), "\"“Alpha”\"\n\"The Beta\"\n\"A Gamma\"\n");
    assert_eq!(out(&fed(&["--in-order", "-"], input)), "\"The Beta\"\n\"“Alpha”\"\n\"A Gamma\"\n");
}

#[test]
fn every_format_is_read() {
    let json = r#"{ "id": "a", "title": "A", "date": 1950 }"#;
    let printed = "\"A,\" 1950\n";
    for input in [
        json.to_owned(),
        format!("[\n{json}\n]"),
        format!("\u{FEFF}{json}\n"),
        "id: a\ntitle: A\ndate: 1950\n".to_owned(),
    ] {
        assert_eq!(out(&fed(&["-"], &input)), printed, "{input}");
    }
    for (name, text) in
        [("one.yml", "- { id: a, title: A, date: 1950 }"), ("one.json", json), ("one.jsonl", json), ("one", json)]
    {
        let path = record_file(name, text);
        assert_eq!(out(&run(&[path.to_str().unwrap()])), printed, "{name}");
    }
}

#[test]
fn every_fault_is_reported_and_valid_records_are_printed() {
    let text = "- id: good\n  title: Good\n- id: bad\n  titel: Bad\n  date: 1950-13\n- id: good\n  title: Again\n- id: broken\n  title: \"open\n- id: last\n  title: Last\n";
    let path = record_file("faults.yaml", text);
    let output = run(&["--in-order", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(out(&output), "\"Good\"\n\"Last\"\n");
    let messages = err(&output);
    let lines: Vec<&str> =
        messages.lines().map(|line| line.strip_prefix(path.to_str().unwrap()).unwrap_or(line)).collect();
    assert_eq!(lines.len(), 4, "{messages}");
    assert!(lines[0].starts_with(":5: bad: date: \"1950-13\" is not a date"), "{messages}");
    assert_eq!(lines[1], ":4: bad: unknown key \"titel\", did you mean \"title\"?");
    assert!(lines[2].starts_with(":6: good: id: the id \"good\" is taken by record 1 (line 1)"), "{messages}");
    assert!(lines[3].contains("record 4: not YAML"), "{messages}");
}

#[test]
fn what_cannot_be_used_exits_with_2() {
    let good = record_file("good.yaml", "{ id: a, title: A }");
    let missing = run(&["no-such-file.yaml", good.to_str().unwrap()]);
    assert_eq!((missing.status.code(), out(&missing).as_str()), (Some(2), "\"A\"\n"));
    assert!(err(&missing).starts_with("no-such-file.yaml: "), "{}", err(&missing));
    let paper = record_file("paper.doc", "{ id: a, title: A }");
    for (arguments, says) in [
        (vec!["--style", "wilson-centre"], "did you mean \"wilson-center\""),
        (vec!["--notation", "rtf"], "rtf"),
        (vec![paper.to_str().unwrap()], "the file extension is not that of a record file"),
        (vec!["--no-such-option"], "--no-such-option"),
    ] {
        let output = run(&arguments);
        assert_eq!((output.status.code(), out(&output).as_str()), (Some(2), ""), "{arguments:?}");
        assert!(err(&output).contains(says), "{arguments:?}: {}", err(&output));
    }
}

#[test]
fn a_record_without_preferred_citation_is_at_fault() {
    let input = "- { id: a, title: A, preferred-citation: As we say. }\n- { id: b, title: B }\n";
    let output = fed(&["--style", "preferred", "--keys", "-"], input);
    assert_eq!((output.status.code(), out(&output).as_str()), (Some(1), "a\tAs we say.\n"));
    assert!(err(&output).starts_with("standard input: b: has no preferred-citation"), "{}", err(&output));
}

#[test]
fn notations_escape_for_themselves() {
    let input = "id: a\ntitle: 100 % <b>\nsurrogates: [{ url: https://example.org/a }]\n";
    for (notation, printed) in [
        ("plain", "\"100 % <b>,\" https://example.org/a\n"),
        ("html", "&quot;100 % &lt;b&gt;,&quot; <a href=\"https://example.org/a\">https://example.org/a</a>\n"),
    ] {
        assert_eq!(out(&fed(&["--notation", notation, "-"], input)), printed);
    }
}

#[test]
fn the_styles_are_listed_a_line_each() {
    let output = run(&["--list-styles"]);
    let names: Vec<String> = out(&output).lines().map(|line| line.split(' ').next().unwrap().to_owned()).collect();
    let listed = prefercite::style::list().chain(prefercite::style::Csl::list());
    assert_eq!(names, listed.map(|listing| listing.name).collect::<Vec<_>>());
}

#[test]
fn a_reader_that_has_read_enough_may_leave() {
    let mut child = bibliography().stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(err(&output), "");
}

#[test]
fn csl_styles_by_name_and_from_a_file() {
    let input =
        "- { id: a, title: A, creators: [B], date: 1950 }\n- { id: b, title: B, creators: [B], date: 1950, note: N }\n";
    let output = fed(&["--style", "csl:apa", "--keys", "--report-omitted", "-"], input);
    assert_eq!(out(&output), "a\tB. (1950a). A.\nb\tB. (1950b). B.\n");
    assert_eq!(err(&output), "b: note: the style does not print it\n");
    let letter = "- { id: l, kind: letter, creators: [\"Frank, Lawrence\"], recipients: [\"Ogden, Robert\"], date: 1935-02-04,\n   \
                  holdings: [{ repository: RAC, path: [{ level: box, id: 371 }] }] }\n";
    let output = fed(&["--style", "csl:apa", "--report-omitted", "-"], letter);
    assert!(out(&output).contains("[Letter to Robert Ogden]"), "{}", out(&output));
    assert_eq!(err(&output), "");
    let style = r#"<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><info><title>Own</title>
        <id>own</id><updated>2026-01-01T00:00:00Z</updated></info>
        <citation><layout suffix="."><text variable="title" font-style="italic"/></layout></citation></style>"#;
    let file = format!("csl:{}", record_file("own.csl", style).display());
    let output = fed(&["--style", &file, "--notation", "html", "-"], input);
    assert_eq!(out(&output), "<i>A</i>.\n<i>B</i>.\n", "{}", err(&output));
    for (style, messages) in
        [("csl:appa", "did you mean \"csl:apa\""), ("csl:none.csl", "none.csl: "), ("csl:../apa", "no style")]
    {
        let output = run(&["--style", style]);
        assert!(output.status.code() == Some(2) && err(&output).contains(messages), "{}", err(&output));
    }
    assert!(out(&run(&["--list-styles"])).contains("csl:nature"));
}

const BY_TWO: &str = r#"
- { id: b, kind: letter, creators: ["Kallen, Horace"], recipients: ["Johnson, Alvin"], date: 1937-01-01, holdings: &yivo [{ repository: { name: YIVO, place: New York }, path: [{ level: collection, title: Horace Kallen Papers }] }] }
- { id: a, title: Minutes & More, creators: ["Kallen, Horace"], date: 1937, holdings: *yivo }
- { id: c, title: Report, date: 1950, holdings: [{ repository: { name: Archive of the President, abbreviation: APRF, place: Moscow } }] }
"#;

#[test]
fn the_list_is_grouped_by_archives() {
    let printed = |arguments: &[&str]| {
        let output = fed(&[&["--style", "chicago17-bibliography", "--by-archive"], arguments, &["-"]].concat(), BY_TWO);
        assert!(output.status.success(), "{}", err(&output));
        out(&output)
    };
    let letter = "Kallen, Horace. Letter to Alvin Johnson. January 1, 1937. Horace Kallen Papers. YIVO, New York.";
    assert_eq!(
        printed(&[]),
        format!(
            "Archive of the President, Moscow (APRF)\n    “Report.” 1950. Archive of the President, Moscow.\n\n\
             YIVO, New York\n  Horace Kallen Papers\n    {letter}\n    ———. “Minutes & More.” 1937. Horace Kallen Papers. YIVO, New York.\n"
        )
    );
    assert!(printed(&["--notation", "html", "--keys"]).contains(&format!(
        "<h2>YIVO, New York</h2>\n<h3>Horace Kallen Papers</h3>\n<p>b\t{letter}</p>\n<p>a\t———. “Minutes &amp; More.”"
    )));
    let depth = fed(&["--by-archive=collections", "--notation", "markdown", "-"], BY_TWO);
    assert_eq!(
        out(&depth),
        "## Archive of the President, Moscow (APRF)\n\n## YIVO, New York\n\n### Horace Kallen Papers\n\n"
    );
    for (arguments, says) in [
        (["--by-archive", "--in-order"].as_slice(), "--in-order"),
        (&["--by-archive", "--style", "ris"], "--by-archive is for styles that print sentences"),
        (&["--by-archive=boxes"], "boxes"),
    ] {
        let output = run(arguments);
        assert_eq!((output.status.code(), out(&output).as_str()), (Some(2), ""), "{arguments:?}");
        assert!(err(&output).contains(says), "{arguments:?}: {}", err(&output));
    }
}

#[test]
fn collections_replace_their_documents() {
    let printed = |style: &str, mode: &str| out(&fed(&["--style", style, "--mode", mode, "-"], BY_TWO));
    assert_eq!(
        printed("chicago-bibliography", "auto"),
        "Horace Kallen Papers. YIVO, New York.\n“Report.” 1950. Archive of the President, Moscow.\n"
    );
    assert_eq!(printed("chicago-bibliography", "items").lines().count(), 3);
    assert_eq!(printed("csl:apa", "collections").matches("Horace Kallen Papers").count(), 1);
    assert_eq!(printed("ris", "auto").matches("TY  - ").count(), 2);
}

#[test]
fn what_the_others_make_of_a_citation_stays_in_the_file_s_order() {
    let input = "- { id: b, title: B, creators: [\"Kim, Il\"], date: 1950 }\n- { id: a, title: A, creators: [\"Kim, Il\"], date: 1950 }";
    let printed =
        |arguments: &[&str]| out(&fed(&[&["--style", "chicago17-author-date"], arguments, &["-"]].concat(), input));
    assert_eq!(printed(&[]), "Kim, Il. 1950a. “A.”\n———. 1950b. “B.”\n");
    assert_eq!(printed(&["--in-order"]), "Kim, Il. 1950b. “B.”\nKim, Il. 1950a. “A.”\n");
}

#[test]
fn an_id_of_two_files_is_reported_with_both() {
    let (one, two) =
        (record_file("first.yaml", "{ id: a, title: A }"), record_file("second.yaml", "{ id: a, title: B }"));
    let (one, two) = (one.to_str().unwrap(), two.to_str().unwrap());
    let output = run(&[one, two]);
    assert_eq!((output.status.code(), out(&output).as_str()), (Some(1), "\"A\"\n"));
    assert_eq!(err(&output), format!("{two}: a: the id is taken by a document of {one}; give one of them another\n"));
}

#[test]
fn what_is_not_printed_is_explained() {
    let report = r#"{ "id": "r", "title": "On Korea", "date": "1950", "note": "Copied",
        "holdings": [{ "repository": "National Archives" }, { "repository": "Bodleian Library" }] }"#;
    let output = fed(&["--style", "chicago-note", "--explain", "-"], report);
    assert_eq!(out(&output), "“On Korea,” 1950, National Archives.\n");
    assert_eq!(
        err(&output),
        "r: holdings[1]: of several holdings the first is cited (RULES 4.7.1)\n\
         r: note: is for exports and searching (RULES 0.7)\n"
    );
    let output =
        fed(&["--style", "ris", "--explain", "-"], r#"{ "id": "r", "title": { "text": "T", "form": "supplied" } }"#);
    assert_eq!(err(&output), "r: title.form: the format has no field for it\n");
}
