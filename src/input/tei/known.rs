//! What is known about an item while its table is applied.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::input::draft::{At, Draft};

/// An edition that is named by an index of letters.
#[derive(Clone, Debug, Default)]
pub(super) struct Edition {
    pub(super) text: String,
    /// `print`, `online`, `hybrid`.
    pub(super) kind: String,
}

/// The fate of an element: all of its values have the same fate.
#[derive(Clone, Debug)]
pub(super) enum Outcome {
    Key(String),
    Guess(String, Cow<'static, str>),
    Note(&'static str, String),
    Not(&'static str),
}

#[derive(Debug, Default)]
pub(super) struct Known {
    pub(super) texts: HashMap<String, String>,
    pub(super) editions: HashMap<String, Edition>,
    pub(super) language: Option<String>,
    /// The kind that the source note contains: `Telegram`.
    pub(super) called: Option<String>,
    outcomes: HashMap<String, Outcome>,
    /// The numbers of the descriptions of manuscripts that have a holding.
    manuscripts: Vec<usize>,
}

impl Known {
    pub(super) fn of(texts: HashMap<String, String>, editions: HashMap<String, Edition>) -> Self {
        Known { texts, editions, ..Known::default() }
    }

    pub(super) fn text(&self, field: &str) -> Option<&str> {
        self.texts.get(field).map(String::as_str).filter(|text| !text.is_empty())
    }

    /// The holding of a description of a manuscript.
    pub(super) fn holding(&mut self, manuscript: usize) -> usize {
        let found = self.manuscripts.iter().position(|known| *known == manuscript);
        found.unwrap_or_else(|| {
            self.manuscripts.push(manuscript);
            self.manuscripts.len() - 1
        })
    }

    /// Gives a value the fate of its element, which the first value decides.
    pub(super) fn settle(
        &mut self,
        draft: &mut Draft<'_>,
        at: At,
        element: &str,
        decide: impl FnOnce(&mut Known, &mut Draft<'_>) -> Outcome,
    ) {
        let (outcome, is_first) = match self.outcomes.get(element) {
            Some(outcome) => (outcome.clone(), false),
            None => {
                let outcome = decide(self, draft);
                self.outcomes.insert(element.to_owned(), outcome.clone());
                (outcome, true)
            }
        };
        match outcome {
            Outcome::Key(path) => draft.key_of(at, &path),
            Outcome::Guess(path, why) => draft.guess_of(at, &path, why),
            Outcome::Note(label, text) if is_first => draft.note_as(at, label, text),
            Outcome::Note(label, _) => draft.note_of(at, label),
            Outcome::Not(why) => draft.not(at, why),
        }
    }
}

/// The element of a field with this start: `sent/persName[2]` of `sent/persName[2]/surname`.
pub(super) fn element_of<'f>(field: &'f str, base: &str) -> &'f str {
    let rest = field.get(base.len()..).unwrap_or_default();
    let index = match rest.starts_with('[') {
        true => rest.find(']').map_or(0, |end| end + 1),
        false => 0,
    };
    field.get(..base.len() + index).unwrap_or(field)
}

/// Whether a field is this attribute, of this element or of an element in it.
pub(super) fn is_attribute(field: &str) -> bool {
    field.rsplit('/').next().is_some_and(|last| last.starts_with('@'))
}
