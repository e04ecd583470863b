//! Cites the same thousand documents with prefercite and with its peers, in one run: the time of each, and its
//! output.
//!
//!     cargo run --release --manifest-path benches/peers/Cargo.toml > benches/peers/report.md
//!
//! If the argument is a folder of the public CSL styles, `tests/comparison/speed.mjs` times citeproc-js as well. That
//! needs Node.js and `npm ci` in `tests/comparison/`. With the argument `csl-json`, it only writes the documents for
//! that script.
//!
//! The times are medians of one core. Other programs on the machine change the times, but hardly their ratios.

mod citum;
mod documents;
mod hayagriva;
mod limit;
mod ours;
mod timing;

use std::io::Write;
use std::process::Command;

use ::hayagriva::archive::ArchivedStyle;
use hayagriva::Part;
use prefercite::Document;
use timing::medians;

const DOCUMENTS: usize = 1_000;
const ROUNDS: usize = 7;
/// The number of times that our styles cite all documents in a round.
const PASSES: usize = 100;
/// The number of rounds for works that take a few milliseconds.
const SHORT_ROUNDS: usize = 201;
/// The documents whose citations are shown: a telegram in two books, one in a box, a letter in an edition, a report,
/// a web page.
const SHOWN: [&str; 5] = [
    "mao-zhou-1950-01-07",
    "burton-merriam-1923-01-26",
    "adams-gaskell-1867-09-22",
    "pushkov-1958",
    "djilas-stalin-1944-05-19",
];

fn main() {
    let documents = documents::documents(DOCUMENTS);
    let argument = std::env::args().nth(1);
    if argument.as_deref() == Some("csl-json") {
        return println!("{}", hayagriva::csl_json(&documents));
    }
    let items = hayagriva::items(&documents);
    let references = citum::references(&documents);
    let shown: Vec<usize> =
        SHOWN.iter().map(|id| documents.iter().position(|document| document.id() == *id).expect("bundled")).collect();

    println!("| who | style | µs a citation | to ours |");
    println!("|---|---|---|---|");
    let row = |who: &str, style: &str, time: f64, ours: f64| {
        let ratio = time / ours;
        let ratio = if ratio < 10.0 { format!("{ratio:.1}") } else { format!("{ratio:.0}") };
        println!("| {who} | {style} | {time:.2} | {ratio} |");
    };
    let mut printed: Vec<(String, Vec<String>)> = Vec::new();
    for name in ours::STYLES {
        let style = prefercite::style::named(name).expect("ours");
        let (mut out, mut other) = (String::new(), String::new());
        // As long as the peers, so that the clock measures the machine in the same state.
        let mut ours = || (0..PASSES).for_each(|_| ours::cite_all(name, &documents, &mut out));
        let mut by_the_trait =
            || (0..PASSES).for_each(|_| ours::cite_all_by_the_trait(&*style, &documents, &mut other));
        let mine = |index: &usize| ours::cite(name, &documents[*index]);
        printed.push((format!("prefercite, {name}"), shown.iter().map(mine).collect()));

        let (archived, embedded, part) = match name {
            // citum's notes style has no bibliography. The entries of its author-date style are the closest.
            "chicago-bibliography" => (ArchivedStyle::ChicagoNotes, "chicago-author-date-18th", Part::Entries),
            "chicago-note" => (ArchivedStyle::ChicagoNotes, "chicago-notes-18th", Part::Notes),
            "mla" => (ArchivedStyle::ModernLanguageAssociation, "modern-language-association", Part::Entries),
            _ => {
                let [ours, by_the_trait] = medians(ROUNDS, DOCUMENTS, [&mut ours, &mut by_the_trait]);
                let (ours, by_the_trait) = (ours / PASSES as f64, by_the_trait / PASSES as f64);
                row("prefercite", name, ours, ours);
                row("prefercite, as a value of its own", name, by_the_trait, ours);
                continue;
            }
        };
        let (hayagriva, citum) = (hayagriva::Loaded::new(archived, part), citum::Loaded::new(embedded, part));
        let mut calls = citum.calls(&references, ROUNDS + 1);
        let mut hayagriva_cites = || hayagriva.cite_all(&items);
        let mut citum_cites = || citum::call(calls.pop().expect("one for each round"));
        let [ours, by_the_trait, by_hayagriva, by_citum] =
            medians(ROUNDS, DOCUMENTS, [&mut ours, &mut by_the_trait, &mut hayagriva_cites, &mut citum_cites]);
        let (ours, by_the_trait) = (ours / PASSES as f64, by_the_trait / PASSES as f64);
        row("prefercite", name, ours, ours);
        row("prefercite, as a value of its own", name, by_the_trait, ours);
        row("hayagriva 0.10.1", name, by_hayagriva, ours);
        row(&format!("citum-engine 0.84.0, {embedded}"), name, by_citum, ours);
        let alone = |index: &usize| hayagriva.cite(std::slice::from_ref(&items[*index])).concat();
        printed.push((format!("hayagriva, {name}"), shown.iter().map(alone).collect()));
        let alone = |index: &usize| citum.cite(&references[*index]);
        printed.push((format!("citum-engine, {embedded}"), shown.iter().map(alone).collect()));
    }

    println!("\n| the limit | µs | |");
    println!("|---|---|---|");
    for style in &ours::STYLES[..3] {
        let [ours, pushing] = limit::citing_and_pushing(style, &documents, SHORT_ROUNDS);
        let ratio = ours / pushing;
        println!(
            "| the bytes of {style}, pushed piece by piece | {pushing:.3} | the citation is {ratio:.1} times that |"
        );
    }
    let lines = limit::lines(&documents);
    let [reading, both, json] = limit::reading(&lines, DOCUMENTS, SHORT_ROUNDS);
    println!("| a JSON line of {} bytes into a document | {reading:.2} | |", lines.len() / DOCUMENTS);
    println!("| the same, and its Chicago note | {both:.2} | {:.2} times that |", both / reading);
    println!("| the same line into `serde_json::Value` | {json:.2} | {:.2} times that |", json / reading);

    println!("\nWhat each printed for {}:", SHOWN.join(", "));
    if let Some(styles) = argument {
        citeproc_js(&styles, &documents);
    }
    for (who, citations) in printed {
        println!("\n{who}\n\n```text");
        for citation in citations.iter().map(|citation| citation.trim()) {
            println!("{}", if citation.is_empty() { "(nothing)" } else { citation });
        }
        println!("```");
    }
}

/// Times citeproc-js on the same documents, and prints its own report.
fn citeproc_js(styles: &str, documents: &[Document]) {
    let comparison = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/comparison");
    let items = std::env::temp_dir().join("prefercite-peers.json");
    std::fs::write(&items, hayagriva::csl_json(documents)).expect("a file for the items");
    std::io::stdout().flush().expect("the report");
    let status = Command::new("node").arg(comparison.join("speed.mjs")).arg(styles).arg(&items).status();
    assert!(status.expect("Node.js").success(), "citeproc-js");
}
