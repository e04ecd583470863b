//! The example that converts files of other programs: its output is read back as the same documents.
#![cfg(feature = "yaml")]

use std::process::{Command, Output};

use prefercite::input::{RecordFormat, Records};

/// The example, which `cargo test` builds together with the tests.
fn convert(arguments: &[&str]) -> Output {
    let mut path = std::env::current_exe().unwrap();
    path.pop();
    path.pop();
    Command::new(path.join("examples/convert")).args(arguments).output().unwrap()
}

#[test]
fn what_is_written_is_read_back() {
    let library = include_str!("../examples/input/zotero.json");
    let output = convert(&[]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let yaml = String::from_utf8(output.stdout).unwrap();
    let read = Records::new(&yaml, RecordFormat::Yaml).collect_all();
    assert!(read.errors.is_empty(), "{:?}\n{yaml}", read.errors);
    assert_eq!(read.documents, Records::new(library, RecordFormat::Zotero).collect_all().documents);
    for comment in [
        "date: 1958-09-05 # guessed: day first, by the language da",
        "# guessed: the years after the name were left out",
    ] {
        assert!(yaml.contains(comment), "{comment}\n{yaml}");
    }
    assert!(!yaml.contains("dateAdded"), "data for the program's own use\n{yaml}");
}
