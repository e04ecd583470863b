//! BibTeX, BibLaTeX and RIS allocate nothing in a reused string, for any bundled record and with any option.
//!
//! divan counts the allocations of a bench, not those of other threads, and prints them. So the test runs the benches of
//! this file in a process of its own, and reads what they print.
#![cfg(feature = "yaml")]

use std::fmt;
use std::process::Command;

use divan::{AllocProfiler, Bencher, Divan};
use prefercite::document::Records;
use prefercite::{Cite, Document, style};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

const RECORDS: [&str; 5] = [
    include_str!("../examples/records/chapter.yaml"),
    include_str!("../examples/records/documents.yaml"),
    include_str!("../examples/records/literature.yaml"),
    include_str!("../examples/records/more.jsonl"),
    include_str!("../examples/records/one.json"),
];

const FORMATS: [(&str, &[&str]); 8] = [
    ("bibtex", &[]),
    ("bibtex", &["ascii"]),
    ("biblatex", &[]),
    ("biblatex", &["ascii"]),
    ("biblatex", &["chicago"]),
    ("biblatex", &["ascii", "chicago"]),
    ("ris", &[]),
    ("ris", &["zotero"]),
];

/// A record in a format.
struct Case {
    document: Document,
    format: (&'static str, &'static [&'static str]),
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, options) = self.format;
        write!(f, "{} in {name} {options:?}", self.document.id())
    }
}

fn cases() -> impl Iterator<Item = Case> {
    let documents = RECORDS.iter().flat_map(|file| Records::detect(file).map(Result::unwrap));
    documents.flat_map(|document| FORMATS.map(|format| Case { document: document.clone(), format }))
}

#[divan::bench(args = cases(), sample_count = 1, sample_size = 1)]
fn in_a_reused_string(bencher: Bencher<'_, '_>, case: &Case) {
    let (name, options) = case.format;
    let style = style::named_with(name, options).unwrap();
    let mut text = String::new();
    let mut cite = || {
        text.clear();
        style.cite_into(&Cite::new(&case.document), &mut text).unwrap();
    };
    cite();
    bencher.bench_local(cite);
}

/// Allocates, so that the test fails if nothing is counted.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn in_a_new_string() -> String {
    "a".repeat(8)
}

#[test]
#[ignore = "the other test runs it"]
fn benches() {
    Divan::default().run_benches();
}

#[test]
fn no_bundled_record_allocates() {
    let this = std::env::current_exe().unwrap();
    let run = Command::new(this).args(["--ignored", "--exact", "benches", "--nocapture"]).output().unwrap();
    let printed = String::from_utf8(run.stdout).unwrap();
    let (mut allocating, mut last, mut count) = (Vec::new(), "", 0);
    for line in printed.lines() {
        if let Some((_, row)) = line.split_once("─ ") {
            last = row.split("  ").next().unwrap();
            count += usize::from(row.contains(" in "));
        }
        if ["alloc:", "grow:"].iter().any(|kind| line.split_whitespace().any(|word| word == *kind)) {
            allocating.push(last);
        }
    }
    allocating.dedup();
    assert_eq!(allocating, ["in_a_new_string"], "{printed}");
    assert_eq!(count, cases().count(), "{printed}");
}
