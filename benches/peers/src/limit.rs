//! The lower limits: the bytes of a citation must be pushed, and a record must be read.

use std::hint::black_box;

use prefercite::style::Chicago;
use prefercite::{Cite, Document, RecordFormat, Records, Style};

use crate::ours;
use crate::timing::medians;

/// The length of the pieces in which the same bytes are pushed. The styles push five bytes at a time on average.
const PIECE: usize = 5;

/// Times a citation by the style's own method, and the pushing of its bytes.
pub fn citing_and_pushing(name: &str, documents: &[Document], rounds: usize) -> [f64; 2] {
    let pieces = |document: &Document| -> Vec<String> {
        let words: Vec<char> = ours::cite(name, document).chars().collect();
        words.chunks(PIECE).map(|piece| piece.iter().collect()).collect()
    };
    let citations: Vec<Vec<String>> = documents.iter().map(pieces).collect();
    let (mut out, mut pushed) = (String::new(), String::new());
    let mut citing = || ours::cite_all(name, documents, &mut out);
    let mut pushing = || {
        for pieces in &citations {
            pushed.clear();
            pieces.iter().for_each(|piece| pushed.push_str(piece));
            black_box(&pushed);
        }
    };
    medians(rounds, documents.len(), [&mut citing, &mut pushing])
}

/// The documents as JSON Lines.
pub fn lines(documents: &[Document]) -> String {
    documents.iter().map(|document| serde_json::to_string(document).expect("a document") + "\n").collect()
}

/// Reads lines into documents, into documents and citations, and into serde_json's own tree, which does not check
/// documents.
pub fn reading(lines: &str, count: usize, rounds: usize) -> [f64; 3] {
    let mut read = || {
        for document in Records::new(lines, RecordFormat::JsonLines) {
            _ = black_box(document.expect("a document"));
        }
    };
    let mut words = String::new();
    let mut read_and_cite = || {
        for document in Records::new(lines, RecordFormat::JsonLines) {
            words.clear();
            _ = Chicago::EIGHTEENTH.note().cite_into(&Cite::new(&document.expect("a document")), &mut words);
            black_box(&words);
        }
    };
    let mut read_json = || {
        for line in lines.lines() {
            _ = black_box(serde_json::from_str::<serde_json::Value>(line).expect("JSON"));
        }
    };
    medians(rounds, count, [&mut read, &mut read_and_cite, &mut read_json])
}
