//! Reads and cites whole files of 10,000 and 100,000 documents. The items per second should be similar for both
//! sizes.
//!
//!     cargo bench --bench reading

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use prefercite::document::{RecordFormat, Records};
use prefercite::style::WilsonCenter;
use prefercite::{Cite, Document, Text};
use serde_json::Value;

fn main() {
    divan::main();
}

const SIZES: [usize; 2] = [10_000, 100_000];

/// The bundled records repeated, each with an id of its own.
fn documents(count: usize) -> impl Iterator<Item = Document> {
    let bundled = Records::detect(include_str!("../examples/records/documents.yaml")).collect_all().documents;
    (0..count).map(move |index| {
        let mut record = serde_json::to_value(&bundled[index % bundled.len()]).unwrap();
        record["id"] = format!("document-{index}").into();
        serde_json::from_value(record).unwrap()
    })
}

fn file(format: RecordFormat, count: usize) -> String {
    let mut file = String::new();
    for document in documents(count) {
        match format {
            RecordFormat::JsonLines => file += &serde_json::to_string(&document).unwrap(),
            _ => push_yaml(&serde_json::json!([document]), 0, &mut file),
        }
        file += "\n";
    }
    file
}

/// Writes block style, as people type it: one value per line, in quotation marks if it could be anything but words.
fn push_yaml(value: &Value, indent: usize, yaml: &mut String) {
    let new_line = |yaml: &mut String| {
        if !yaml.ends_with("- ") {
            *yaml += "\n";
            yaml.extend(std::iter::repeat_n(' ', indent));
        }
    };
    match value {
        Value::Array(values) => values.iter().for_each(|value| {
            new_line(yaml);
            *yaml += "- ";
            push_yaml(value, indent + 2, yaml);
        }),
        Value::Object(entries) => entries.iter().for_each(|(key, value)| {
            new_line(yaml);
            *yaml += &format!("{key}: ");
            push_yaml(value, if value.is_array() { indent } else { indent + 2 }, yaml);
        }),
        Value::String(words) if words.starts_with(char::is_alphabetic) && !words.contains(": ") => *yaml += words,
        value => *yaml += &value.to_string(),
    }
}

fn read_and_cite(bencher: Bencher<'_, '_>, format: RecordFormat, count: usize) {
    let file = file(format, count);
    bencher.counter(ItemsCount::new(count)).bench_local(|| {
        let mut text = Text::new();
        let mut cited = 0;
        for document in Records::new(black_box(&file), format) {
            text.clear();
            WilsonCenter::new().write(&Cite::new(&document.unwrap()), &mut text);
            cited += black_box(&text).as_str().len();
        }
        cited
    });
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn yaml(bencher: Bencher<'_, '_>, count: usize) {
    read_and_cite(bencher, RecordFormat::Yaml, count);
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn json_lines(bencher: Bencher<'_, '_>, count: usize) {
    read_and_cite(bencher, RecordFormat::JsonLines, count);
}
