//! The archives at the back of a monograph: repository, collection, document (RULES 7).

use std::collections::BTreeMap;

use super::Entry;
use super::collections::collection_path;
use crate::document::{Document, Holding, Kind, Level, LevelKind, Repository};

/// What a group of a list of archives stands under.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Archive {
    /// An archive or a library, with its place and what it is called for short.
    Repository {
        /// Department, name, parent.
        name: String,
        /// The city.
        place: Option<String>,
        /// `APRF`
        abbreviation: Option<String>,
    },
    /// Documents that are read in printed editions.
    Published,
    /// Interviews, wherever they lie.
    Interviews,
    /// Documents that are only on the web.
    Web,
    /// Documents of which nothing tells where they lie.
    Elsewhere,
}

impl std::fmt::Display for Archive {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Archive::Repository { name, place, abbreviation } => {
                f.write_str(name)?;
                if let Some(abbreviation) = abbreviation {
                    write!(f, " ({abbreviation})")?;
                }
                match place {
                    Some(place) => write!(f, ", {place}"),
                    None => Ok(()),
                }
            }
            Archive::Published => f.write_str("Published Documents"),
            Archive::Interviews => f.write_str("Interviews"),
            Archive::Web => f.write_str("Online Collections"),
            Archive::Elsewhere => f.write_str("Other Documents"),
        }
    }
}

/// What stands under one heading: repositories in alphabetical order, then the rest.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ArchiveGroup<'b> {
    /// The heading.
    pub archive: Archive,
    /// Its collections in alphabetical order; first what lies in none.
    pub collections: Vec<CollectionGroup<'b>>,
}

/// What lies in one collection.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct CollectionGroup<'b> {
    /// `Dmitri Volkogonov Papers`; `Fond 45, opis 1`; of documents on the web the digital archive, of published ones the book.
    pub name: Option<String>,
    /// The entries, in the order of the bibliography.
    pub entries: Vec<&'b Entry<'b>>,
}

/// Repositories first, by their names as they are filed.
type ByHeading<'b> = BTreeMap<(u8, String, Archive), ByCollection<'b>>;
type ByCollection<'b> = BTreeMap<(String, Option<String>), Vec<&'b Entry<'b>>>;

pub(super) fn groups<'b>(entries: &'b [Entry<'b>]) -> Vec<ArchiveGroup<'b>> {
    let mut groups = ByHeading::new();
    for entry in entries {
        let (archive, collection) = heading(entry.document());
        let collections = groups.entry((rank(&archive), filed(&archive.to_string()), archive)).or_default();
        let key = collection.as_deref().map(filed).unwrap_or_default();
        collections.entry((key, collection)).or_default().push(entry);
    }
    let in_order = |collections: ByCollection<'b>| {
        collections.into_iter().map(|((_, name), entries)| CollectionGroup { name, entries }).collect()
    };
    let groups = groups.into_iter();
    groups.map(|((_, _, archive), found)| ArchiveGroup { archive, collections: in_order(found) }).collect()
}

fn rank(archive: &Archive) -> u8 {
    match archive {
        Archive::Repository { .. } => 0,
        Archive::Published => 1,
        Archive::Interviews => 2,
        Archive::Web => 3,
        Archive::Elsewhere => 4,
    }
}

/// Letter by letter, without an initial article.
fn filed(words: &str) -> String {
    let lower = words.to_lowercase();
    let bare = ["the ", "a ", "an "].iter().find_map(|article| lower.strip_prefix(article)).unwrap_or(&lower);
    bare.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn heading(document: &Document) -> (Archive, Option<String>) {
    if *document.kind() == Kind::Interview || !document.interviewers().is_empty() {
        return (Archive::Interviews, None);
    }
    if let Some(source) = document.source() {
        let title = source.container.as_ref().or(source.title.as_ref());
        return (Archive::Published, title.map(|title| title.text.clone()));
    }
    match (document.holdings().first(), document.surrogates().first()) {
        (Some(holding), _) => match &holding.repository {
            Some(repository) => (of_repository(repository), collection_name(holding)),
            None => (Archive::Elsewhere, collection_name(holding)),
        },
        (None, Some(home)) => (Archive::Web, home.archive.clone().or(home.host.clone())),
        (None, None) => (Archive::Elsewhere, None),
    }
}

fn of_repository(repository: &Repository) -> Archive {
    let parts = [&repository.department, &repository.name, &repository.parent];
    let full: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    let abbreviation = repository.abbreviation.clone();
    match repository.name {
        Some(_) => Archive::Repository { name: full.join(", "), place: repository.place.clone(), abbreviation },
        None => Archive::Repository {
            name: abbreviation.unwrap_or_default(),
            place: repository.place.clone(),
            abbreviation: None,
        },
    }
}

/// `General Records of the Department of State, RG 59`; `Fond 45, opis 1`.
fn collection_name(holding: &Holding) -> Option<String> {
    let levels = collection_path(holding);
    let names: Vec<String> = levels.into_iter().map(level_name).collect();
    let name = names.join(", ");
    let mut letters = name.chars();
    let first = letters.next()?;
    Some(first.to_uppercase().chain(letters).collect())
}

fn level_name(level: &Level) -> String {
    let word = match &level.level {
        Some(LevelKind::RecordGroup) => "Record Group ",
        Some(LevelKind::Fond) => "fond ",
        Some(LevelKind::Opis) => "opis ",
        _ => "",
    };
    // A number that brings its label needs none: RG 46.
    let id = level
        .id
        .as_ref()
        .map(|id| if id.starts_with(|c: char| c.is_ascii_digit()) { format!("{word}{id}") } else { id.clone() });
    [level.title.clone(), id].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
