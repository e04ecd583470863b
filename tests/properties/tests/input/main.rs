//! Files of other programs: each value of theirs is told in the ledger once, and is where the ledger says.

mod walkers;

use prefercite::input::{Entry, Fate, Reading, RecordFormat, Records};

/// Reads a file and checks what holds of any: the ledger has each value once.
fn read(text: &str, format: RecordFormat, mut leaves: Vec<String>) -> Reading {
    let reading = Records::new(text, format).collect_all();
    let mut told: Vec<String> = reading.ledger.iter().map(|entry| entry.value.clone()).collect();
    let (mut missing, mut more) = (Vec::new(), Vec::new());
    leaves.sort();
    told.sort();
    let (mut leaves, mut told) = (leaves.into_iter().peekable(), told.into_iter().peekable());
    loop {
        match (leaves.peek(), told.peek()) {
            (None, None) => break,
            (Some(leaf), Some(entry)) if leaf == entry => _ = (leaves.next(), told.next()),
            (Some(leaf), entry) if entry.is_none_or(|entry| leaf < entry) => missing.extend(leaves.next()),
            _ => more.extend(told.next()),
        }
    }
    assert!(missing.is_empty() && more.is_empty(), "not in the ledger: {missing:#?}\nnot in the file: {more:#?}");
    for entry in &reading.ledger {
        check(entry, text);
    }
    reading
}

/// The line of an entry is one on which its value is.
fn check(entry: &Entry, text: &str) {
    let lines = text.lines().count().max(1);
    assert!((1..=lines).contains(&entry.line), "{entry}");
    assert!(!matches!(&entry.fate, Fate::NotCarried(why) if why.is_empty()), "{entry}");
}

#[test]
fn csl_json_is_told_whole() {
    let text = include_str!("files/csl.json");
    let reading = read(text, RecordFormat::CslJson, walkers::leaves_json(text));
    assert!(reading.errors.is_empty(), "{:?}", reading.errors);
    assert_eq!(RecordFormat::detect(text), RecordFormat::CslJson);
}
