//! The values of a file, counted without any code of the crate: what the ledger must add up to.

use serde_json::Value;

/// Whether there is anything to read in a value: more than white space and marks without width.
fn is_visible(text: &str) -> bool {
    text.chars().any(|c| !c.is_whitespace() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'))
}

/// Every text, number and truth value.
pub(crate) fn leaves_json(text: &str) -> Vec<String> {
    let mut leaves = Vec::new();
    for value in serde_json::Deserializer::from_str(text).into_iter::<Value>() {
        walk(&value.unwrap(), &mut leaves);
    }
    leaves
}

fn walk(value: &Value, leaves: &mut Vec<String>) {
    match value {
        Value::Null => {}
        Value::String(text) if is_visible(text) => leaves.push(text.clone()),
        Value::String(_) => {}
        Value::Array(values) => values.iter().for_each(|value| walk(value, leaves)),
        Value::Object(map) => map.values().for_each(|value| walk(value, leaves)),
        other => leaves.push(other.to_string()),
    }
}

/// Every attribute but the names of namespaces, and every text.
#[cfg(feature = "xml")]
pub(crate) fn leaves_xml(text: &str) -> Vec<String> {
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    let tree = roxmltree::Document::parse_with_options(text, options).unwrap();
    let mut leaves = Vec::new();
    for node in tree.root().descendants() {
        leaves.extend(node.attributes().map(|attribute| attribute.value().to_owned()));
        if node.is_text() {
            leaves.extend(node.text().map(str::to_owned));
        }
    }
    leaves.retain(|leaf| is_visible(leaf));
    leaves
}

/// Every value of `XX  - value` lines, those of their continuations joined to them by a line break, and each line between records.
pub(crate) fn leaves_lines(text: &str) -> Vec<String> {
    let mut leaves: Vec<String> = Vec::new();
    let mut inside = false;
    for line in text.split(['\n', '\r']).map(|line| line.trim_start_matches('\u{feff}').trim_end()) {
        let tag = line.get(..2).filter(|tag| tag.starts_with(|c: char| c.is_ascii_uppercase()));
        let tag = tag.filter(|tag| tag.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()));
        let behind = ["  -", " -"].iter().find_map(|joint| line.get(2..)?.strip_prefix(joint));
        let value = behind.filter(|value| value.is_empty() || value.starts_with(' ')).filter(|_| tag.is_some());
        match (value, tag) {
            (Some(value), Some(tag)) => {
                inside = tag != "ER";
                leaves.push(value.trim().to_owned());
            }
            _ if line.trim().is_empty() => {}
            _ => match leaves.last_mut().filter(|_| inside) {
                Some(last) if last.is_empty() => *last = line.trim().to_owned(),
                Some(last) => *last = format!("{last}\n{}", line.trim()),
                None => leaves.push(line.trim().to_owned()),
            },
        }
    }
    leaves.retain(|leaf| is_visible(leaf));
    leaves
}

/// The types, keys and fields of all entries, and the abbreviations, as another parser reads them; of a file without faults.
#[cfg(feature = "bib")]
pub(crate) fn leaves_bib(text: &str) -> Vec<String> {
    let raw = biblatex::RawBibliography::parse(text).unwrap();
    let mut leaves = Vec::new();
    let plain = |chunks: &biblatex::Chunks| {
        biblatex::ChunksExt::format_verbatim(chunks.as_slice()).replace("``", "“").replace("''", "”").replace('`', "‘")
    };
    for entry in &raw.entries {
        leaves.extend([entry.v.kind.v.to_owned(), entry.v.key.v.to_owned()]);
        let alone = biblatex::RawBibliography {
            preamble: String::new(),
            entries: vec![entry.clone()],
            abbreviations: raw.abbreviations.clone(),
        };
        let read = biblatex::Bibliography::from_raw(alone).unwrap();
        let fields = read.iter().flat_map(|entry| &entry.fields);
        leaves.extend(fields.map(|(name, chunks)| match name.ends_with("date") {
            true => biblatex::ChunksExt::format_verbatim(chunks.as_slice()),
            false => plain(chunks),
        }));
    }
    for pair in &raw.abbreviations {
        leaves.extend(pair.value.v.iter().map(|part| match part.v {
            biblatex::RawChunk::Normal(text) | biblatex::RawChunk::Abbreviation(text) => text.to_owned(),
        }));
    }
    leaves.retain(|leaf| is_visible(leaf));
    leaves
}
