//! Lists of archives, as at the back of a monograph: repository, collection, document (RULES 7).

use std::collections::HashMap;

use super::collections::collection_path;
use super::entry::Entry;
use super::order::Collator;
use super::repetitions::repetitions;
use crate::document::{Document, Holding, Kind, Level, LevelKind, Publication, Repository};
use crate::prose::books::is_cited_as_newspaper;
use crate::prose::books::literature::Literature;
use crate::prose::repository::{PlaceRule, RepositoryForm, push_repository, unsaid_place};
use crate::prose::sentence::{Punctuation, Sentence, plain};
use crate::prose::{EN_US, Language};
use crate::separator::Separator;
use crate::style::{Cite, Style, filed};

/// The heading of a group in a list of archives.
///
/// ```
/// use prefercite::Document;
/// use prefercite::bibliography::{ArchiveHeading, Bibliography};
/// use prefercite::style::Chicago;
///
/// let documents: Vec<Document> = serde_json::from_str(
///     r#"[{ "id": "web", "title": "A report", "surrogates": [{ "archive": "CIA Reading Room" }] },
///         { "id": "talk", "kind": "interview", "creators": ["Nitze, Paul H."] }]"#,
/// )?;
/// let bibliography = Bibliography::new(&Chicago::EIGHTEENTH, &documents)?;
/// let archives: Vec<ArchiveHeading> = bibliography.by_archive().into_iter().map(|group| group.archive).collect();
/// assert_eq!(archives, [ArchiveHeading::Interviews, ArchiveHeading::Web]);
/// assert_eq!(archives[1].to_string(), "Online Collections");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ArchiveHeading {
    /// An archive or a library.
    Repository {
        /// The name: department, repository, parent.
        name: String,
        /// The place, if the name does not contain it.
        place: Option<String>,
        /// `APRF`
        abbreviation: Option<String>,
    },
    /// Documents in printed editions.
    Published,
    /// Interviews that no archive or library holds.
    Interviews,
    /// Documents that are only on the web.
    Web,
    /// Documents without a holding.
    Elsewhere,
    /// Books, chapters, articles, theses and web pages, after the archives.
    Literature,
}

impl ArchiveHeading {
    /// The heading in a language: `Archive of the President of the Russian Federation, Moscow (APRF)`.
    ///
    /// ```
    /// use prefercite::bibliography::ArchiveHeading;
    /// use prefercite::prose::FR;
    ///
    /// assert_eq!(ArchiveHeading::Interviews.heading(&FR), "Entretiens");
    /// ```
    pub fn heading(&self, language: &Language) -> String {
        match self {
            ArchiveHeading::Repository { name, place, abbreviation } => {
                let mut heading = name.clone();
                if let Some(place) = place {
                    heading.push_str(", ");
                    heading.push_str(place);
                }
                if let Some(abbreviation) = abbreviation {
                    heading.extend([" (", abbreviation, ")"]);
                }
                heading
            }
            ArchiveHeading::Published => language.headings.published.to_owned(),
            ArchiveHeading::Interviews => language.headings.interviews.to_owned(),
            ArchiveHeading::Web => language.headings.web.to_owned(),
            ArchiveHeading::Elsewhere => language.headings.elsewhere.to_owned(),
            ArchiveHeading::Literature => language.headings.literature.to_owned(),
        }
    }
}

/// The heading in American English.
impl std::fmt::Display for ArchiveHeading {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.heading(&EN_US))
    }
}

/// A group of a list of archives. Repositories come first, in alphabetical order.
///
/// ```
/// use prefercite::Document;
/// use prefercite::bibliography::{ArchiveGroup, Bibliography};
/// use prefercite::style::Chicago;
///
/// let documents: Vec<Document> = serde_json::from_str(
///     r#"[{ "id": "a", "title": "A report", "holdings": [{ "repository": "Library of Congress", "path": [
///            { "level": "collection", "title": "Dmitri Volkogonov Papers" }, { "level": "box", "id": 26 }] }] }]"#,
/// )?;
/// let bibliography = Bibliography::new(&Chicago::EIGHTEENTH, &documents)?;
/// let groups: Vec<ArchiveGroup> = bibliography.by_archive();
/// assert_eq!(groups[0].archive.to_string(), "Library of Congress");
/// assert_eq!(groups[0].collections[0].name.as_deref(), Some("Dmitri Volkogonov Papers"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ArchiveGroup<'b> {
    /// What the group contains.
    pub archive: ArchiveHeading,
    /// The heading, in the language of the style.
    pub heading: String,
    /// The collections in alphabetical order, after the documents without a collection.
    pub collections: Vec<CollectionGroup<'b>>,
}

/// The documents of one collection.
///
/// ```
/// use prefercite::Document;
/// use prefercite::bibliography::Bibliography;
/// use prefercite::style::Chicago;
///
/// let letters: Vec<Document> = serde_json::from_str(
///     r#"[{ "id": "a", "title": "Letter to Mao", "creators": ["Stalin"] },
///         { "id": "b", "title": "Letter to Zhou", "creators": ["Stalin"], "source": { "title": "Works" } }]"#,
/// )?;
/// let style = Chicago::SEVENTEENTH;
/// let bibliography = Bibliography::new(&style, &letters)?;
/// let works = &bibliography.by_archive()[0].collections[0];
/// assert_eq!(works.name.as_deref(), Some("Works"));
/// assert!(works.entries[0].repeats_author()); // in the whole list, after the letter to Mao
/// let entries: Vec<String> = works.cites().map(|cite| style.text(&cite).to_string()).collect();
/// assert_eq!(entries, ["Stalin. “Letter to Zhou.” In Works."]); // here it is the first
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct CollectionGroup<'b> {
    /// `Dmitri Volkogonov Papers`, `Fond 45, opis 1`; for documents on the web the digital archive, for published ones the book.
    pub name: Option<String>,
    /// The entries, in the order of the bibliography.
    pub entries: Vec<&'b Entry<'b>>,
    repeats_author: Vec<bool>,
}

impl<'b> CollectionGroup<'b> {
    /// The requests to render the entries. Repeated authors are those of this group.
    pub fn cites(&self) -> impl Iterator<Item = Cite<'b>> {
        let entries = self.entries.iter().zip(&self.repeats_author);
        entries.map(|(entry, repeats)| entry.cite().with_repeated_author(*repeats))
    }
}

pub(super) fn groups<'b>(style: &dyn Style, entries: &'b [Entry<'b>]) -> Vec<ArchiveGroup<'b>> {
    let language = style.language();
    let headings: Vec<(ArchiveHeading, Option<String>)> =
        entries.iter().map(|entry| heading(entry.document(), language)).collect();
    let full = full_names(&headings);
    let mut groups: HashMap<ArchiveHeading, HashMap<Option<String>, Vec<&Entry<'_>>>> = HashMap::new();
    for (entry, (archive, collection)) in entries.iter().zip(headings) {
        let archive = full.get(&archive).cloned().flatten().unwrap_or(archive);
        groups.entry(archive).or_default().entry(collection).or_default().push(entry);
    }
    // A sort key takes longer than all else here, so it is made once for a group and not for each entry.
    let collator = Collator::new();
    let file = |words: &str| {
        let mut key = Vec::new();
        collator.push_key(&filed(words, language), &mut key);
        key
    };
    let collection = |(name, entries): (Option<String>, Vec<&'b Entry<'b>>)| {
        let repeats_author = repetitions(entries.iter().map(|entry| style.filing(entry.document()).author));
        CollectionGroup { name, entries, repeats_author }
    };
    // Repositories come first, in the order of their names; within an archive, documents without a collection. Two
    // names may have the same key, so the key includes the name.
    let group = |(archive, found): (ArchiveHeading, HashMap<Option<String>, _>)| {
        let mut collections: Vec<CollectionGroup<'_>> = found.into_iter().map(collection).collect();
        collections.sort_by_cached_key(|it| it.name.as_ref().map(|name| (file(name), name.clone())));
        ArchiveGroup { heading: archive.heading(language), archive, collections }
    };
    let mut groups: Vec<ArchiveGroup<'_>> = groups.into_iter().map(group).collect();
    groups.sort_by_cached_key(|it| (rank(&it.archive), file(&it.heading), it.heading.clone(), it.archive.clone()));
    groups
}

/// The full name of an archive that some records give only as `APRF`, if exactly one archive has that abbreviation.
fn full_names(headings: &[(ArchiveHeading, Option<String>)]) -> HashMap<ArchiveHeading, Option<ArchiveHeading>> {
    let mut full: HashMap<ArchiveHeading, Option<ArchiveHeading>> = HashMap::new();
    for (archive, _) in headings {
        let ArchiveHeading::Repository { abbreviation: Some(short), .. } = archive else { continue };
        let bare = ArchiveHeading::Repository { name: short.clone(), place: None, abbreviation: None };
        full.entry(bare)
            .and_modify(|known| *known = known.take().filter(|known| known == archive))
            .or_insert_with(|| Some(archive.clone()));
    }
    full
}

fn rank(archive: &ArchiveHeading) -> u8 {
    match archive {
        ArchiveHeading::Repository { .. } => 0,
        ArchiveHeading::Published => 1,
        ArchiveHeading::Interviews => 2,
        ArchiveHeading::Web => 3,
        ArchiveHeading::Elsewhere => 4,
        ArchiveHeading::Literature => 5,
    }
}

fn heading(document: &Document, language: &Language) -> (ArchiveHeading, Option<String>) {
    let is_in_paper = document.kind() == &Kind::Article && document.holdings().is_empty();
    if Literature::of(document).is_some() || is_in_paper {
        // One list, as at the end of a book, without groups by journal or publisher.
        return (ArchiveHeading::Literature, None);
    }
    // RULES 7.4: an oral history in a library is listed under that library.
    let is_held = document.holdings().first().is_some_and(|holding| holding.repository.is_some());
    if !is_held && (*document.kind() == Kind::Interview || !document.interviewers().is_empty()) {
        return (ArchiveHeading::Interviews, None);
    }
    // B37: a clipping is listed where it is kept.
    let is_kept =
        |source: &&Publication| !document.holdings().is_empty() && is_cited_as_newspaper(document, source, language);
    if let Some(source) = document.source().filter(|source| !is_kept(source)) {
        let title = source.container.as_ref().or(source.title.as_ref());
        return (ArchiveHeading::Published, title.map(|title| title.text.clone()));
    }
    match (document.holdings().first(), document.surrogates().first()) {
        (Some(holding), _) => match &holding.repository {
            Some(repository) => (of_repository(repository, language), collection_name(holding, language)),
            None => (ArchiveHeading::Elsewhere, collection_name(holding, language)),
        },
        (None, Some(home)) => (ArchiveHeading::Web, home.archive.clone().or(home.host.clone())),
        (None, None) => (ArchiveHeading::Elsewhere, None),
    }
}

fn of_repository(repository: &Repository, language: &Language) -> ArchiveHeading {
    ArchiveHeading::Repository {
        name: plain(language, |s| push_repository(s, repository, RepositoryForm::WITHOUT_PLACE)),
        place: unsaid_place(repository, PlaceRule::UnlessSaid).cloned(),
        abbreviation: repository.abbreviation.clone().filter(|_| repository.name.is_some()),
    }
}

/// `General Records of the Department of State, RG 59`; `Fond 45, opis 1`; the class in the record, `FO 371`.
fn collection_name(holding: &Holding, language: &Language) -> Option<String> {
    if let Some(class) = &holding.class {
        return Some(class.clone());
    }
    let levels = collection_path(holding);
    let name = plain(language, |s| {
        let mut separator = Separator::new();
        for level in levels {
            if separator.follows() {
                s.punctuate(Punctuation::Comma);
            } else {
                s.capitalize_next();
            }
            push_level_name(s, level);
        }
    });
    Some(name).filter(|name| !name.is_empty())
}

fn push_level_name(s: &mut Sentence<'_>, level: &Level) {
    if let Some(title) = &level.title {
        s.data(title);
    }
    let Some(id) = &level.id else { return };
    if level.title.is_some() {
        s.punctuate(Punctuation::Comma);
    }
    // A number that includes its label needs no word: RG 46.
    if id.starts_with(|c: char| c.is_ascii_digit()) {
        let language = s.language();
        match &level.level {
            Some(LevelKind::RecordGroup) => _ = s.word(language.titles.record_group),
            Some(kind @ (LevelKind::Fond | LevelKind::Opis)) => {
                _ = s.word(language.level(kind)).word(language.number_space)
            }
            _ => {}
        }
    }
    s.data(id);
}
