//! A thousand different documents: the bundled records repeated, with other numbers and days.

use prefercite::{Document, Records};
use serde_json::Value;

const BUNDLED: &str = include_str!("../../../examples/records/documents.yaml");

/// The first ones are the bundled records themselves.
pub fn documents(count: usize) -> Vec<Document> {
    let bundled = Records::detect(BUNDLED).collect_all().documents;
    let varied = |index: usize| {
        let (round, document) = (index / bundled.len(), &bundled[index % bundled.len()]);
        let mut record = serde_json::to_value(document).unwrap();
        if round > 0 {
            record["id"] = format!("{}.{round}", document.id()).into();
            if let Some(date) = record.get_mut("date") {
                vary_day(date, round);
            }
            for part in ["holdings", "surrogates", "source", "translation"] {
                if let Some(part) = record.get_mut(part) {
                    vary_numbers(part, round);
                }
            }
        }
        serde_json::from_value(record).unwrap()
    };
    (0..count).map(varied).collect()
}

/// Changes `1950-01-07` to another day of its month. Other dates stay.
fn vary_day(date: &mut Value, round: usize) {
    if let Value::String(text) = date
        && text.len() == 10
        && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
    {
        let day: usize = text[8..].parse().unwrap();
        *text = format!("{}{:02}", &text[..8], (day + round) % 28 + 1);
    }
}

/// Changes numbers that are whole words: boxes, folders, entries of the web archive. (Not years, which are in dates.)
fn vary_numbers(value: &mut Value, round: usize) {
    match value {
        Value::String(text)
            if !text.is_empty() && text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            let width = text.len();
            *text = format!("{:0width$}", text.parse::<usize>().unwrap() + round);
        }
        Value::Array(values) => values.iter_mut().for_each(|value| vary_numbers(value, round)),
        Value::Object(entries) => {
            entries.iter_mut().filter(|(key, _)| *key != "date").for_each(|(_, value)| vary_numbers(value, round));
        }
        _ => {}
    }
}
