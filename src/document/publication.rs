//! The printed books and journals in which a document was read.

use super::address::{check_address, check_doi};
use super::date::Date;
use super::fault::{Faults, FieldErrorKind};
use super::keys::{Keyed, keys, through_the_tree};
use super::literature::Original;
use super::name::Name;
use super::setters::setters;
use super::title::{Title, check_language};
use super::words::words;

/// A printed edition, a journal article, or a book that contains the document.
///
/// ```
/// use prefercite::{Cite, Document, Kind, Publication, style::Chicago};
///
/// let edition = Publication::new("Jianguo yilai Mao Zedong wengao").volume("1").pages("219-20");
/// let telegram = Document::builder("t", Kind::Telegram).creator("Mao Zedong").source(edition).build()?;
/// let note = Chicago::EIGHTEENTH.note().text(&Cite::new(&telegram));
/// assert_eq!(note.as_str(), "Mao Zedong, telegram, in Jianguo yilai Mao Zedong wengao, 1:219–20.");
/// # Ok::<(), prefercite::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Publication {
    /// Its authors.
    pub authors: Vec<Name>,
    /// Its editors.
    pub editors: Vec<Name>,
    /// The editors of the whole set, if `editors` edited only this volume.
    pub general_editors: Vec<Name>,
    /// Its compilers.
    pub compilers: Vec<Name>,
    /// Its translators.
    pub translators: Vec<Name>,
    /// Its title.
    pub title: Option<Title>,
    /// The journal or the larger work that it is part of.
    pub container: Option<Title>,
    /// The series in which it appeared.
    pub series: Option<Title>,
    /// The volume.
    pub volume: Option<String>,
    /// The number of volumes of the whole work.
    pub volumes: Option<String>,
    /// The issue of the journal.
    pub issue: Option<String>,
    /// The number of the document in it.
    pub number: Option<String>,
    /// The edition.
    pub edition: Option<String>,
    /// The place of publication.
    pub place: Option<String>,
    /// The publisher.
    pub publisher: Option<String>,
    /// The date of publication.
    pub date: Option<Date>,
    /// The first publication of a reprint or of a translated work.
    pub original: Option<Original>,
    /// The pages of the document, as typed.
    pub pages: Option<String>,
    /// Its address on the web.
    pub url: Option<String>,
    /// Its DOI, without a resolver.
    pub doi: Option<String>,
    /// Its ISBN.
    pub isbn: Option<String>,
}

/// Who translated the document, or the book that the translation was taken from.
///
/// ```
/// use prefercite::{Cite, Document, Kind, Translation, style::WilsonCenter};
///
/// let translation = Translation::by("Popp, Stephanie").from_language("pt").on_behalf_of("CWIHP");
/// let cable = Document::builder("c", Kind::Telegram).title("Cable from Rio").translation(translation).build()?;
/// let line = WilsonCenter::new().text(&Cite::new(&cable));
/// assert_eq!(line.as_str(), "\"Cable from Rio,\" Translated from Portuguese for CWIHP by Stephanie Popp.");
/// # Ok::<(), prefercite::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Translation {
    /// The translators.
    pub by: Vec<Name>,
    /// The BCP 47 tag of the language it was translated from.
    pub from: Option<String>,
    /// The BCP 47 tag of the language it was translated into.
    pub into: Option<String>,
    /// The project that they translated it for. The key is `for`.
    pub on_behalf_of: Option<String>,
    /// The book that the translation was taken from.
    pub source: Option<Publication>,
}

/// A credit for people who made the document available: `Obtained and translated for NKIDP by Balazs Szalontai`.
///
/// ```
/// use prefercite::{Cite, Contribution, ContributionRole, Document, Kind, style::WilsonCenter};
///
/// let roles = [ContributionRole::Obtained, ContributionRole::Translated];
/// let credit = Contribution::new(roles, "Szalontai, Balazs").on_behalf_of("NKIDP");
/// let report = Document::builder("r", Kind::Report).title("A report").contribution(credit).build()?;
/// let line = WilsonCenter::new().text(&Cite::new(&report));
/// assert_eq!(line.as_str(), "\"A report,\" Obtained and translated for NKIDP by Balazs Szalontai.");
/// # Ok::<(), prefercite::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Contribution {
    /// Their roles, in this order.
    pub roles: Vec<ContributionRole>,
    /// The people or institutions.
    pub by: Vec<Name>,
    /// The project that they worked for. The key is `for`.
    pub on_behalf_of: Option<String>,
}

/// The role of a contributor.
///
/// ```
/// use prefercite::{Contribution, ContributionRole};
///
/// let credit = Contribution::new([ContributionRole::Donated], "Dobrynin, Anatoly");
/// assert_eq!(serde_json::to_string(&credit)?, r#"{"roles":["donated"],"by":["Dobrynin, Anatoly"]}"#);
/// let error = serde_json::from_str::<ContributionRole>("\"donatd\"").unwrap_err();
/// assert!(error.to_string().contains("\"donatd\" is not a role, did you mean \"donated\"?"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum ContributionRole {
    Obtained,
    Donated,
    Contributed,
    Provided,
    Compiled,
    Translated,
    Edited,
    Transcribed,
    Annotated,
}

words!(ContributionRole, "a role", {
    Obtained: "obtained",
    Donated: "donated",
    Contributed: "contributed",
    Provided: "provided",
    Compiled: "compiled",
    Translated: "translated",
    Edited: "edited",
    Transcribed: "transcribed",
    Annotated: "annotated",
});

impl Publication {
    /// Creates a publication with this title.
    pub fn new(title: impl Into<Title>) -> Self {
        Publication { title: Some(title.into()), ..Publication::default() }
    }

    setters! {
        text: volume, volumes, issue, number, edition, place, publisher, pages, url, doi, isbn;
        value: title: Title, container: Title, series: Title, date: Date, original: Original;
        list: author => authors: Name, editor => editors: Name, general_editor => general_editors: Name,
            compiler => compilers: Name, translator => translators: Name;
    }
}

impl Translation {
    /// Creates a translation by this person.
    pub fn by(name: impl Into<Name>) -> Self {
        Translation::default().and_by(name)
    }

    /// Creates a translation taken from this book.
    pub fn taken_from(source: Publication) -> Self {
        Translation { source: Some(source), ..Translation::default() }
    }

    /// Sets [`from`](#structfield.from): the language it was translated from.
    #[must_use]
    pub fn from_language(mut self, tag: impl Into<String>) -> Self {
        self.from = Some(tag.into());
        self
    }

    /// Sets [`into`](#structfield.into): the language it was translated into.
    #[must_use]
    pub fn into_language(mut self, tag: impl Into<String>) -> Self {
        self.into = Some(tag.into());
        self
    }

    setters! {
        text: on_behalf_of;
        value: source: Publication;
        list: and_by => by: Name;
    }
}

impl Contribution {
    /// Creates a credit for this person, with these roles.
    pub fn new(roles: impl IntoIterator<Item = ContributionRole>, by: impl Into<Name>) -> Self {
        Contribution { roles: roles.into_iter().collect(), ..Contribution::default() }.and_by(by)
    }

    setters! {
        text: on_behalf_of;
        list: and_by => by: Name;
    }
}

impl Keyed for Publication {
    const NAME: &'static str = "Publication";

    keys! {
        authors: "authors", editors: "editors", general_editors: "general-editors", compilers: "compilers", translators: "translators", title: "title",
        container: "container", series: "series", volume: "volume", volumes: "volumes", issue: "issue", number: "number",
        edition: "edition", place: "place", publisher: "publisher", date: "date", original: "original", pages: "pages", url: "url",
        doi: "doi", isbn: "isbn",
    }

    fn rules(&mut self, faults: &mut Faults) {
        check_address("url", self.url.as_ref(), faults);
        check_doi("doi", &mut self.doi, faults);
    }
}

impl Keyed for Translation {
    const NAME: &'static str = "Translation";

    keys! { by: "by", from: "from", into: "into", on_behalf_of: "for", source: "source" }

    fn rules(&mut self, faults: &mut Faults) {
        check_language("from", self.from.as_ref(), faults);
        check_language("into", self.into.as_ref(), faults);
        if self.by.is_empty() && self.source.is_none() {
            faults.add_unless_known(FieldErrorKind::Rule("a translation needs a translator or a source"));
        }
    }
}

impl Keyed for Contribution {
    const NAME: &'static str = "Contribution";

    keys! { roles: "roles", by: "by", on_behalf_of: "for" }

    fn rules(&mut self, faults: &mut Faults) {
        if self.roles.is_empty() {
            faults.within("roles", |faults| faults.add_unless_known(FieldErrorKind::Missing));
        }
        if self.by.is_empty() {
            faults.within("by", |faults| faults.add_unless_known(FieldErrorKind::Missing));
        }
    }
}

through_the_tree!(Publication, Translation, Contribution);
