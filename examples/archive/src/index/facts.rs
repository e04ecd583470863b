//! The data of a document in the index: words to search, values to count, and its place in its folder.

use std::hash::{DefaultHasher, Hash, Hasher};

use prefercite::bibliography::{ArchiveHeading, Bibliography};
use prefercite::style::Chicago;
use prefercite::{Document, Holding};
use serde_json::Value;

use super::words::spaced;

/// Years that replace open ends, so that a range is two comparisons. Dates have years from 1 to 9999.
pub(super) const EARLIEST: i32 = 0;
pub(super) const LATEST: i32 = 10_000;

#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) title: String,
    pub(super) people: String,
    pub(super) body: String,
    pub(super) archive: Option<String>,
    /// The abbreviation of the archive. Other records may have only this.
    pub(super) abbreviation: Option<String>,
    pub(super) collection: Option<String>,
    pub(super) years: Option<(i32, i32)>,
    /// Its folder: the same number for the same path through the same archive.
    pub(super) folder: Option<i64>,
    /// Its place in the folder.
    pub(super) place: i64,
}

impl Facts {
    pub(super) fn of(document: &Document, json: &str) -> Self {
        let mut facts = Facts::default();
        if let Ok(Value::Object(fields)) = serde_json::from_str(json) {
            for (key, value) in &fields {
                let words = match key.as_str() {
                    "title" => &mut facts.title,
                    "creators" | "recipients" | "participants" | "interviewers" => &mut facts.people,
                    _ => &mut facts.body,
                };
                push_words(key, value, words);
            }
        }
        for words in [&mut facts.title, &mut facts.people, &mut facts.body] {
            if let std::borrow::Cow::Owned(apart) = spaced(words) {
                *words = apart;
            }
        }
        facts.find(document);
        facts.years = years(document);
        let holding = document.holdings().iter().find_map(|holding| Some((holding, folder(holding)?)));
        if let Some((holding, folder)) = holding {
            facts.folder = Some(folder);
            facts.place = place(holding, document);
        }
        facts
    }

    /// The archive and the collection, as in the list of archives at the end of a book. A document in no archive is
    /// filed under the digital archive that has a copy.
    fn find(&mut self, document: &Document) {
        let Ok(list) = Bibliography::new(Chicago::EIGHTEENTH, [document]) else { return };
        let mut groups = list.by_archive();
        let Some(group) = groups.pop() else { return };
        let web = document.surrogates().iter().find_map(|surrogate| surrogate.archive.clone());
        match (group.archive, web) {
            (ArchiveHeading::Repository { abbreviation, .. }, _) => {
                self.collection = group.collections.into_iter().find_map(|collection| collection.name);
                (self.archive, self.abbreviation) = (Some(group.heading), abbreviation);
            }
            (_, Some(web)) => self.archive = Some(web),
            _ => self.archive = Some(group.heading),
        }
    }
}

/// Keys whose values are not words of the record: words of the format, and addresses.
const NOT_WORDS: [&str; 9] = ["url", "form", "order", "level", "roles", "unit", "edtf", "attributed", "from"];

fn push_words(key: &str, value: &Value, words: &mut String) {
    match value {
        Value::String(text) if !NOT_WORDS.contains(&key) => {
            words.push_str(text);
            words.push(' ');
        }
        Value::Array(values) => values.iter().for_each(|value| push_words(key, value, words)),
        Value::Object(fields) => fields.iter().for_each(|(key, value)| push_words(key, value, words)),
        _ => {}
    }
}

fn years(document: &Document) -> Option<(i32, i32)> {
    let date = document.date()?;
    let year = |day: Option<chrono::NaiveDate>| day.map(|day| chrono::Datelike::year(&day));
    let (first, last) = (year(date.earliest()), year(date.latest()));
    (first.is_some() || last.is_some()).then(|| (first.unwrap_or(EARLIEST), last.unwrap_or(LATEST)))
}

/// The folder: the repository and the levels above the document. Without a path, the call number belongs to the
/// document alone.
fn folder(holding: &Holding) -> Option<i64> {
    if holding.path.is_empty() {
        return None;
    }
    // Folders are compared only within one index, which one program wrote.
    let mut hasher = DefaultHasher::new();
    let repository = holding.repository.as_ref();
    repository.and_then(|it| it.abbreviation.as_ref().or(it.name.as_ref())).hash(&mut hasher);
    // A level that is a single document is the document itself.
    let is_document = |level: &&prefercite::Level| level.level == Some(prefercite::LevelKind::Item);
    for level in holding.path.iter().filter(|level| !is_document(level)) {
        (level.level.as_ref().map(|it| it.as_str()), &level.id, &level.title).hash(&mut hasher);
    }
    Some(hasher.finish().cast_signed())
}

/// The first of its leaves, or the day of its date if it has no leaves.
fn place(holding: &Holding, document: &Document) -> i64 {
    let digits = |text: &str| -> String {
        text.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).take(9).collect()
    };
    let leaf = holding.leaves.as_ref().and_then(|leaves| digits(&leaves.range).parse().ok());
    let day = || document.date().and_then(|date| date.earliest().or(date.latest()));
    leaf.or_else(|| day().map(|day| i64::from(chrono::Datelike::num_days_from_ce(&day)))).unwrap_or(i64::MAX)
}
