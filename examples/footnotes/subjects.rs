//! The name that a sentence contains for a citation without brackets: `Kennan`, at the first mention `George F.
//! Kennan`.

use std::collections::{HashMap, HashSet};

use prefercite::Document;
use prefercite::citation::Text;
use prefercite::prose::NameForm;
use prefercite::style::{Style, subject};

use crate::apparatus::in_line;
use crate::edits::capital;
use crate::group::Spot;

/// Abbreviations that do not end a sentence.
const SHORT: &[&str] = &[
    "cf.", "e.g.", "i.e.", "esp.", "viz.", "incl.", "vs.", "Dr.", "Mr.", "Mrs.", "Ms.", "St.", "Gen.", "Col.", "Prof.",
];

pub(crate) struct Subjects<'s> {
    style: &'s dyn Style,
    /// Whether names are always short: author-date uses only family names.
    is_author_date: bool,
    /// The people with a short name: several if they share it.
    meant: HashMap<String, HashSet<String>>,
    /// The people that the text has named so far.
    named: HashSet<String>,
}

impl<'s> Subjects<'s> {
    pub(crate) fn new(style: &'s dyn Style, documents: &[&Document]) -> Self {
        let mut meant: HashMap<String, HashSet<String>> = HashMap::new();
        for document in documents {
            let [full, short] =
                [NameForm::Natural, NameForm::Short].map(|form| subject(style, document, form).into_string());
            meant.entry(short).or_default().insert(full);
        }
        let is_author_date = documents.iter().any(|document| style.filing(document).label.is_some());
        Subjects { style, is_author_date, meant, named: HashSet::new() }
    }

    /// The name in Markdown: in full if the text has not used it and no note has cited the document.
    pub(crate) fn name(&mut self, document: &Document, is_cited: bool, spot: &Spot) -> String {
        let [full, short] = [NameForm::Natural, NameForm::Short].map(|form| subject(self.style, document, form));
        let is_named = !self.named.insert(full.as_str().to_owned()) || is_cited || self.is_author_date;
        let is_clear = self.meant.get(short.as_str()).is_none_or(|meant| meant.len() < 2);
        let name: Text = if is_named && is_clear { short } else { full };
        let words = in_line(&name);
        if opens_sentence(spot) { capital(words) } else { words }
    }
}

fn opens_sentence(spot: &Spot) -> bool {
    let before = spot.precedes.trim_end_matches(['”', '’', '"', '\'', ')', ']']);
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    spot.starts || before.ends_with(['.', '?', '!']) && !SHORT.contains(&last)
}
