//! `examples/bulk/` keeps the order of the input, reports every error, and continues after an invalid record.

use std::fmt::Write as _;
use std::io::Write;
use std::process::{Command, Output, Stdio};

fn bulk(arguments: &[&str], input: String) -> Output {
    let mut path = std::env::current_exe().unwrap();
    path.pop();
    path.pop();
    let mut command = Command::new(path.join("examples/bulk"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let feeder = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    // An unknown style is reported before anything is read.
    _ = feeder.join().unwrap();
    output
}

#[test]
fn a_line_a_record_in_the_order_of_the_input() {
    let mut input = String::new();
    for number in 0..20_000 {
        match number {
            7 => input.push_str("{ \"id\": \"r7\", \"titel\": \"a slip\" }\n"),
            8 => input.push_str("nonsense\n"),
            9 => input.push('\n'),
            _ => writeln!(input, "{{ \"id\": \"r{number}\", \"title\": \"Report <{number}>\" }}").unwrap(),
        }
    }
    let output = bulk(&["--keys", "--notation", "html"], input);
    let lines: Vec<String> = String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), 19_997);
    assert_eq!(lines[6], "r6\t&quot;Report &lt;6&gt;&quot;");
    assert_eq!(lines[7], "r10\t&quot;Report &lt;10&gt;&quot;");
    assert!(lines[7..].iter().zip(10..).all(|(line, number)| line.starts_with(&format!("r{number}\t"))));
    let faults = String::from_utf8(output.stderr).unwrap();
    assert!(faults.starts_with("8: r7: unknown key \"titel\", did you mean \"title\"?\n9: "), "{faults}");
    assert!(faults.ends_with("bulk: 2 of 20000 lines were rejected\n"), "{faults}");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn nothing_is_done_in_an_unknown_style() {
    let output = bulk(&["--style", "wilson"], "{ \"id\": \"r\", \"title\": \"T\" }\n".to_owned());
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    assert!(String::from_utf8(output.stderr).unwrap().contains("did you mean \"wilson-center\""));
}

#[test]
fn a_file_of_records_has_each_key_once() {
    let line = |id: &str, title: &str| format!("{{ \"id\": \"{id}\", \"title\": \"{title}\" }}\n");
    let input = [line("a", "A"), line("A", "B"), line("b", "C"), line("a", "D")].concat();
    for (style, keys) in
        [("bibtex", ["@misc{a,", "@misc{A-2,", "@misc{b,", "@misc{a-3,"]), ("ris", ["a", "A", "b", "a-2"])]
    {
        let output = bulk(&["--style", style], input.clone());
        let written = String::from_utf8(output.stdout).unwrap();
        let found: Vec<&str> = written
            .lines()
            .filter_map(|line| {
                if style == "ris" { line.strip_prefix("ID  - ") } else { Some(line).filter(|it| it.starts_with('@')) }
            })
            .collect();
        assert_eq!(found, keys, "{written}");
        assert_eq!(output.status.code(), Some(0));
    }
}

/// The format is detected from the content: our own YAML and JSON, and the files of other programs.
#[test]
fn other_formats_are_cited_in_their_order() {
    let zotero = r#"[{ "key": "B", "itemType": "letter", "title": "T", "date": "5/9/1958" }, { "key": "A", "itemType": "report", "title": "U" }]"#;
    let house = "\"T,\" 1950, Wilson Center Digital Archive, X.\nnone\n\"U,\" 1951, Wilson Center Digital Archive\n";
    for (input, ids, code, message) in [
        ("[{ \"id\": \"b\", \"title\": \"B\" }, { \"id\": \"a\", \"title\": \"A\" }]", vec!["b", "a"], 0, ""),
        (zotero, vec!["B", "A"], 0, "1 were guessed"),
        (house, vec!["1950-t", "1951-u"], 1, "2: a record without id: not a citation"),
        #[cfg(feature = "yaml")]
        (
            "- { id: b, title: B }\n- { id: c, titel: C }\n- { id: a, title: A }\n",
            vec!["b", "a"],
            1,
            "bulk: 1 of 3 records were rejected",
        ),
        #[cfg(feature = "yaml")]
        ("b:\n  type: book\n  title: B\na:\n  type: book\n  title: A\n", vec!["b", "a"], 0, ""),
    ] {
        let output = bulk(&["--keys"], input.to_owned());
        let lines = String::from_utf8(output.stdout).unwrap();
        let found: Vec<&str> = lines.lines().filter_map(|line| line.split('\t').next()).collect();
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!((found, output.status.code()), (ids, Some(code)), "{input}: {error}");
        assert!(error.contains(message), "{error}");
    }
}
