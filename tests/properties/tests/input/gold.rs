//! What items of other programs mean, written by hand before any code read them: how much of it is read.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use prefercite::input::{Fate, LedgerEntry, RecordFormat, Records};
use serde_json::Value;

/// What is counted of a gold set.
#[derive(Debug, Default)]
pub(crate) struct Score {
    right: usize,
    /// Not as the gold set has it: with what was read, and whether it is marked as a guess.
    wrong: Vec<(String, bool)>,
}

impl Score {
    pub(crate) fn check(&self, name: &str) {
        let all = self.right + self.wrong.len();
        println!("{name}: {} of {all} fields as the gold set has them", self.right);
        self.wrong
            .iter()
            .for_each(|(wrong, flagged)| println!("  {}{wrong}", if *flagged { "[missing or guess] " } else { "" }));
        assert!(self.right * 100 >= all * 95, "{name}: {} of {all} fields are right", self.right);
        let unmarked: Vec<&String> =
            self.wrong.iter().filter(|(_, flagged)| !flagged).map(|(wrong, _)| wrong).collect();
        assert!(unmarked.is_empty(), "{name}: wrong, and not marked as a guess: {unmarked:#?}");
    }
}

/// The folder with the files of the gold sets that are not in the project.
pub(crate) fn folder() -> Option<PathBuf> {
    std::env::var_os("PREFERCITE_INPUT").map(PathBuf::from)
}

/// The same of a file of the project that is not JSON: its gold set has the values themselves.
pub(crate) fn score_plain(gold: &str, format: RecordFormat) -> Score {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/input/files");
    score(gold, &folder, format, |_, _| Value::Null)
}

/// Compares what is read with a gold set. `item` finds the foreign item of which `=field` is said.
pub(crate) fn score(gold: &str, folder: &Path, format: RecordFormat, item: impl Fn(&str, usize) -> Value) -> Score {
    let gold: Value = serde_saphyr::from_str(gold).unwrap();
    let mut score = Score::default();
    for expected in gold.as_array().unwrap() {
        let (file, index) = (expected["file"].as_str().unwrap(), expected["item"].as_u64().unwrap() as usize);
        // Files of our own are in the project.
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/input/files").join(file);
        let text = std::fs::read_to_string(if own.exists() { own } else { folder.join(file) }).unwrap();
        let mut records = Records::new(&text, format);
        // What is no document is not counted.
        let nth = std::iter::from_fn(|| records.by_ref().find_map(Result::ok)).nth(index).unwrap();
        let document = serde_json::to_value(&nth).unwrap();
        let ledger: Vec<&LedgerEntry> = records.ledger().iter().collect();
        let foreign = item(&text, index);
        compare(&mut score, &format!("{file} {index}"), &expected["means"], &document, &ledger, &foreign);
    }
    score
}

pub(crate) fn compare(
    score: &mut Score,
    name: &str,
    means: &Value,
    document: &Value,
    ledger: &[&LedgerEntry],
    foreign: &Value,
) {
    let (mut read, mut foreign_fields) = (BTreeMap::new(), BTreeMap::new());
    flatten(document, "", &mut read);
    flatten(foreign, "", &mut foreign_fields);
    read.remove("id");
    let flagged = |path: &str| {
        ledger.iter().any(|entry| {
            let is_near = |guess: String| guess.starts_with(path) || path.starts_with(&guess);
            matches!(&entry.fate, Fate::Guessed(guess, _) if is_near(guess.to_string()))
                || entry.guesses.iter().any(|guess| is_near(guess.path.to_string()))
        })
    };
    for (path, value) in means.as_object().unwrap() {
        let value = with_fields(value.as_str().unwrap(), &foreign_fields);
        // A short form is the whole of its map.
        let found = read.remove(path).or_else(|| read.remove(path.strip_suffix(".name")?));
        let is_right = match path.as_str() {
            "note" => found.as_deref().is_some_and(|note| note.contains(&value)),
            _ => found.as_deref() == Some(value.as_str()),
        };
        match is_right {
            true => score.right += 1,
            // What is missing is no wrong value.
            false => {
                let marked = found.is_none() || flagged(path);
                score.wrong.push((format!("{name}: {path}: {found:?}, not {value:?}"), marked));
            }
        }
    }
    read.retain(|path, _| path != "note" && !path.starts_with("subjects["));
    for (path, value) in read {
        score.wrong.push((format!("{name}: {path}: {value:?}, which is not in the gold set"), flagged(&path)));
    }
}

/// `=lastName, =firstName`
fn with_fields(text: &str, fields: &BTreeMap<String, String>) -> String {
    let mut parts = text.split('=');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|c: char| !c.is_alphanumeric() && !"_[].-@/:".contains(c)).unwrap_or(part.len());
        let value = fields.get(&part[..end]).unwrap_or_else(|| panic!("no field {}", &part[..end]));
        filled += &value.split_whitespace().collect::<Vec<_>>().join(" ");
        filled += &part[end..];
    }
    filled
}

fn flatten(value: &Value, path: &str, fields: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                flatten(value, &if path.is_empty() { key.clone() } else { format!("{path}.{key}") }, fields);
            }
        }
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                flatten(value, &format!("{path}[{index}]"), fields);
            }
        }
        Value::String(text) => _ = fields.insert(path.to_owned(), text.clone()),
        other => _ = fields.insert(path.to_owned(), other.to_string()),
    }
}
