//! Which names are introduced (`hereafter APRF`), and their full names.

use crate::document::{Document, Repository};
use crate::prose::Language;
use crate::prose::collection::is_plain_short;
use crate::prose::repository::{RepositoryForm, push_repository};
use crate::prose::sentence::plain;

/// A short name that was introduced, and its full name.
///
/// ```
/// use prefercite::Document;
/// use prefercite::bibliography::{NoteItem, Notes};
/// use prefercite::style::Chicago;
///
/// let documents: Vec<Document> = serde_json::from_str(
///     r#"[{ "id": "a", "title": "A", "holdings": [{ "repository": { "name": "Hoover", "abbreviation": "HIA" } }] },
///         { "id": "b", "title": "B", "holdings": [{ "repository": { "abbreviation": "HIA" } }] }]"#,
/// )?;
/// let style = Chicago::EIGHTEENTH.note();
/// let mut notes = Notes::new(&style, &documents)?;
/// notes.note(&[NoteItem::new("a")])?;
/// let list = notes.abbreviations();
/// assert_eq!((list[0].short.as_str(), list[0].full.as_str()), ("HIA", "Hoover"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Abbreviation {
    /// `APRF`
    pub short: String,
    /// `Archive of the President of the Russian Federation, Moscow`
    pub full: String,
}

impl std::fmt::Display for Abbreviation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.short, self.full)
    }
}

/// The short and the full name of the repository of the cited holding, if it has both.
pub(super) fn abbreviated<'d>(document: &'d Document, language: &Language) -> Option<(&'d str, String)> {
    let repository = document.holdings().first()?.repository.as_ref()?;
    repository.name.as_ref()?;
    Some((repository.abbreviation.as_deref()?, full_name(repository, language)))
}

/// The name of a repository if the record has nothing else about it.
pub(super) fn bare_name(document: &Document) -> Option<&str> {
    let repository = document.holdings().first()?.repository.as_ref()?;
    let others = [&repository.department, &repository.parent, &repository.place];
    if others.iter().any(|it| it.is_some()) {
        return None;
    }
    match (&repository.name, &repository.abbreviation) {
        (Some(name), None) | (None, Some(name)) => Some(name),
        _ => None,
    }
}

/// The repository as the notes write it.
fn full_name(repository: &Repository, language: &Language) -> String {
    plain(language, |s| push_repository(s, repository, RepositoryForm::DEPARTMENT_FIRST))
}

/// The narrowest level with a short name: the short name, the full name, and whether the short name needs no
/// introduction (B8).
pub(super) fn short_level<'d>(document: &'d Document, language: &Language) -> Option<(&'d str, String, bool)> {
    let holding = document.holdings().first()?;
    let level = holding.path.iter().rev().find(|level| level.short.is_some())?;
    let mut full = level.title.clone().or(level.id.clone()).unwrap_or_default();
    if let Some(repository) = &holding.repository {
        full.push_str(", ");
        full.push_str(&full_name(repository, language));
    }
    Some((level.short.as_deref()?, full, is_plain_short(level)))
}
