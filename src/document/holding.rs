//! The original of a document, its copies, and where they are.

use std::borrow::Cow;

use super::date::Date;
use super::fault::{Faults, FieldErrorKind};
use super::keys::{Keyed, keys, through_the_tree};
use super::message::nearest;
use super::setters::setters;
use super::words::{default_word, open_words, words};

/// A place where the document or a copy is, and how to find it there.
///
/// ```
/// use prefercite::{Holding, Level, LevelKind};
///
/// let holding = Holding::in_repository("APRF")
///     .level(Level::new(LevelKind::Fond, "45"))
///     .level(Level::new(LevelKind::Opis, "1"))
///     .level(Level::new(LevelKind::Delo, "342"))
///     .leaves("78");
/// assert_eq!(holding.path.len(), 3);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Holding {
    /// The archive or library that holds it.
    pub repository: Option<Repository>,
    /// The levels of the archive down to the document, broadest first.
    pub path: Vec<Level>,
    /// The whole call number as one text.
    #[doc(alias = "call number")]
    #[doc(alias = "signature")]
    #[doc(alias = "shelf mark")]
    pub reference: Option<String>,
    /// The pages, leaves or frames of the document.
    pub leaves: Option<Leaves>,
    /// The archive's own wording of everything but the repository.
    pub as_cited: Option<String>,
    /// The archive's own wording, including the repository.
    pub cited_whole: Option<String>,
    /// The class or series of the archive that it belongs to, for lists of archives: `FO 371`. No citation prints it.
    pub class: Option<String>,
    /// Whether it is the original.
    pub role: HoldingRole,
}

/// The archive or library that holds a document.
///
/// ```
/// use prefercite::{Cite, Document, Holding, Kind, Repository, style::Chicago};
///
/// let repository = Repository::new("Hoover Institution").department("Archives").parent("Stanford University");
/// let papers = Document::builder("r", Kind::Letter).title("A letter").holding(Holding::in_repository(repository));
/// let text = Chicago::EIGHTEENTH.text(&Cite::new(&papers.build()?));
/// assert_eq!(text.as_str(), "“A letter.” Archives, Hoover Institution, Stanford University.");
/// # Ok::<(), prefercite::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Repository {
    /// Its name.
    pub name: Option<String>,
    /// Its short name.
    pub abbreviation: Option<String>,
    /// The institution that it is part of.
    pub parent: Option<String>,
    /// The department that keeps the document.
    pub department: Option<String>,
    /// The city, perhaps with state or country.
    pub place: Option<String>,
    /// Its ISIL.
    pub code: Option<String>,
}

/// A level of an archive: a fonds, a series, a box.
///
/// ```
/// use prefercite::{Cite, Document, Holding, Kind, Level, LevelKind, style::Chicago};
///
/// let holding = Holding::in_repository("University of Chicago")
///     .level(Level::titled(LevelKind::Collection, "Charles E. Merriam Papers"))
///     .level(Level::new(LevelKind::Box, "26"));
/// let letter = Document::builder("r", Kind::Letter).creator("Burton").recipient("Merriam").holding(holding).build()?;
/// let note = Chicago::EIGHTEENTH.note().text(&Cite::new(&letter));
/// assert_eq!(note.as_str(), "Burton to Merriam, box 26, Charles E. Merriam Papers, University of Chicago.");
/// # Ok::<(), prefercite::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Level {
    /// The archive's word for the level. `None` if it is not known.
    pub level: Option<LevelKind>,
    /// Its number or code.
    pub id: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// The dates of its contents.
    pub date: Option<Date>,
    /// Its short name, used after the first mention.
    pub short: Option<String>,
}

/// The archive's word for a level.
///
/// ```
/// use prefercite::LevelKind;
///
/// assert_eq!(LevelKind::from("record-group"), LevelKind::RecordGroup);
/// assert_eq!(LevelKind::from("Sub-series"), LevelKind::Subseries); // capitals and hyphens are ignored
/// assert_eq!(LevelKind::from("Maço"), LevelKind::Other("Maço".to_owned())); // a bundle in Lisbon
/// assert_eq!(LevelKind::Opis.to_string(), "opis");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum LevelKind {
    RecordGroup,
    Subgroup,
    Fonds,
    Subfonds,
    Collection,
    Series,
    Subseries,
    Entry,
    Lot,
    Fond,
    Opis,
    Delo,
    Papka,
    File,
    Box,
    Folder,
    Carton,
    Volume,
    Album,
    Register,
    Bundle,
    Piece,
    Item,
    Publication,
    Roll,
    /// Any other words, printed as typed.
    Other(String),
}

open_words!(LevelKind, {
    RecordGroup: "record-group",
    Subgroup: "subgroup",
    Fonds: "fonds",
    Subfonds: "subfonds",
    Collection: "collection",
    Series: "series",
    Subseries: "subseries",
    Entry: "entry",
    Lot: "lot",
    Fond: "fond",
    Opis: "opis",
    Delo: "delo",
    Papka: "papka",
    File: "file",
    Box: "box",
    Folder: "folder",
    Carton: "carton",
    Volume: "volume",
    Album: "album",
    Register: "register",
    Bundle: "bundle",
    Piece: "piece",
    Item: "item",
    Publication: "publication",
    Roll: "roll",
});

/// The range of pages, leaves or frames of a document.
///
/// ```
/// use prefercite::{Cite, Document, Holding, Kind, LeafUnit, Leaves, style::Chicago};
///
/// let cited = |leaves: Leaves| {
///     let holding = Holding::in_repository("Bodleian").reference("MS. Eng. 1").leaves(leaves);
///     let diary = Document::builder("d", Kind::Diary).title("Diary").holding(holding).build()?;
///     Ok::<_, prefercite::Error>(Chicago::EIGHTEENTH.note().text(&Cite::new(&diary)).into_string())
/// };
/// assert_eq!(cited("12-13".into())?, "“Diary,” MS. Eng. 1, pp. 12–13, Bodleian.");
/// let folios = Leaves::in_unit(LeafUnit::Folio, "12r-13v");
/// assert_eq!(cited(folios)?, "“Diary,” MS. Eng. 1, fols. 12r–13v, Bodleian.");
/// # Ok::<(), prefercite::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Leaves {
    /// The unit that is counted. `None` if it follows from the path.
    pub unit: Option<LeafUnit>,
    /// The numbers, as typed: `10-13`, `12r-13v`, `5-7ob`.
    pub range: String,
}

/// The unit that is counted in [`Leaves`].
///
/// ```
/// use prefercite::LeafUnit;
///
/// assert_eq!(LeafUnit::from("blatt"), LeafUnit::Blatt);
/// assert_eq!(LeafUnit::from("membrane").as_str(), "membrane"); // in a roll of parchment
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum LeafUnit {
    Page,
    Leaf,
    Folio,
    List,
    Blatt,
    Frame,
    Image,
    /// Any other words, printed as typed.
    Other(String),
}

open_words!(LeafUnit, {
    Page: "page",
    Leaf: "leaf",
    Folio: "folio",
    List: "list",
    Blatt: "blatt",
    Frame: "frame",
    Image: "image",
});

/// Whether a holding is the original or a copy.
///
/// ```
/// use prefercite::{Holding, HoldingRole};
///
/// let film = Holding::in_repository("Library of Congress").role(HoldingRole::Microform);
/// assert_eq!(serde_json::to_value(&film)?["role"], "microform");
/// assert_eq!(Holding::in_repository("RGANI").role, HoldingRole::Original);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
#[non_exhaustive]
pub enum HoldingRole {
    #[default]
    Original,
    Copy,
    Microform,
}

words!(HoldingRole, "a role of a holding", { Original: "original", Copy: "copy", Microform: "microform" });
default_word!(HoldingRole);

impl Holding {
    /// Creates a holding in this repository.
    pub fn in_repository(repository: impl Into<Repository>) -> Self {
        Holding { repository: Some(repository.into()), ..Holding::default() }
    }

    setters! {
        text: reference, as_cited, cited_whole, class;
        value: leaves: Leaves;
        list: level => path: Level;
    }

    /// Sets [`role`](#structfield.role).
    #[must_use]
    pub fn role(mut self, role: HoldingRole) -> Self {
        self.role = role;
        self
    }

    /// Whether it can tell one document from another: the name of a repository alone cannot.
    pub(crate) fn says_where(&self) -> bool {
        !self.path.is_empty() || [&self.reference, &self.as_cited, &self.cited_whole].into_iter().any(Option::is_some)
    }
}

impl Repository {
    /// Creates a repository with this name.
    pub fn new(name: impl Into<String>) -> Self {
        Repository { name: Some(name.into()), ..Repository::default() }
    }

    setters! {
        text: abbreviation, parent, department, place, code;
    }
}

impl Level {
    /// Creates a level with a number or code.
    pub fn new(level: impl Into<LevelKind>, id: impl Into<String>) -> Self {
        Level { level: Some(level.into()), id: Some(id.into()), ..Level::default() }
    }

    /// Creates a level with a title.
    pub fn titled(level: impl Into<LevelKind>, title: impl Into<String>) -> Self {
        Level { level: Some(level.into()), title: Some(title.into()), ..Level::default() }
    }

    setters! {
        text: id, title, short;
        value: level: LevelKind, date: Date;
    }
}

impl Leaves {
    /// Creates leaves with a unit that does not follow from the path.
    pub fn in_unit(unit: impl Into<LeafUnit>, range: impl Into<String>) -> Self {
        Leaves { unit: Some(unit.into()), range: range.into() }
    }
}

impl From<&str> for Repository {
    fn from(name: &str) -> Self {
        Repository::new(name)
    }
}

impl From<&str> for Leaves {
    fn from(range: &str) -> Self {
        Leaves::from(range.to_owned())
    }
}

impl From<String> for Repository {
    fn from(name: String) -> Self {
        Repository::new(name)
    }
}

impl From<String> for Leaves {
    fn from(range: String) -> Self {
        Leaves { unit: None, range }
    }
}

impl From<&String> for Repository {
    fn from(name: &String) -> Self {
        Repository::new(name)
    }
}

impl From<&String> for Leaves {
    fn from(range: &String) -> Self {
        Leaves::from(range.as_str())
    }
}

impl Keyed for Holding {
    const NAME: &'static str = "Holding";

    keys! {
        repository: "repository", path: "path", reference: "reference", leaves: "leaves", as_cited: "as-cited",
        cited_whole: "cited-whole", class: "class", role: "role",
    }
}

impl Keyed for Repository {
    const NAME: &'static str = "Repository";

    keys! {
        name: "name", abbreviation: "abbreviation", parent: "parent", department: "department", place: "place",
        code: "code",
    }

    const SHORT: bool = true;

    fn from_short(name: String, _: &mut Faults) -> Option<Self> {
        Some(Repository::new(name))
    }

    fn to_short(&self) -> Option<Cow<'_, str>> {
        let name = self.name.as_deref()?;
        let rest = [&self.abbreviation, &self.parent, &self.department, &self.place, &self.code];
        rest.iter().all(|part| part.is_none()).then(|| name.into())
    }

    fn rules(&mut self, faults: &mut Faults) {
        if self.name.is_none() && self.abbreviation.is_none() {
            faults.add_unless_known(FieldErrorKind::Rule("a repository needs a name or an abbreviation"));
        }
    }
}

impl Keyed for Level {
    const NAME: &'static str = "Level";

    keys! { level: "level", id: "id", title: "title", date: "date", short: "short" }

    fn rules(&mut self, faults: &mut Faults) {
        if self.id.is_none() && self.title.is_none() {
            faults.add_unless_known(FieldErrorKind::Rule("a level needs an id or a title"));
        }
    }

    /// `{ boxx: 4 }`, `{ box: 4 }`: the level was written as a key.
    fn hint(key: &str) -> Option<String> {
        let level = nearest(key, LevelKind::WORDS.iter().map(|(word, _)| *word))?;
        let slip = if level == key { ";" } else { &format!(", did you mean \"{level}\"?") };
        Some(format!("{slip} a level is written as {{ level: {level}, id: … }}"))
    }
}

impl Keyed for Leaves {
    const NAME: &'static str = "Leaves";

    keys! { unit: "unit", range: "range" }

    const SHORT: bool = true;

    fn from_short(range: String, _: &mut Faults) -> Option<Self> {
        Some(Leaves { unit: None, range })
    }

    fn to_short(&self) -> Option<Cow<'_, str>> {
        self.unit.is_none().then(|| self.range.as_str().into())
    }
}

through_the_tree!(Holding, Repository, Level, Leaves);
