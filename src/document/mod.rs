//! Descriptions of archival documents.

mod address;
mod builder;
pub(crate) mod characters;
mod date;
mod extension;
pub(crate) mod fault;
mod foreign_keys;
mod holding;
pub(crate) mod keys;
mod kind;
mod literature;
pub(crate) mod lossy;
pub(crate) mod message;
mod name;
mod publication;
#[cfg(feature = "schema")]
mod schema;
mod setters;
mod surrogate;
pub(crate) mod text;
mod title;
pub(crate) mod tree;
mod values;
mod words;

use extension::Extensions;
use fault::{Faults, FieldErrorKind as P};
use keys::{Keyed, Value, keys, through_the_tree};
use tree::Node;

pub use builder::DocumentBuilder;
pub use date::{Date, DateError, DateErrorKind, DateInput, DateSpan, Moment, Precision, RangeEnd, Season, When};
pub use extension::ExtensionValue;
pub use fault::{FieldError, FieldErrorKind, FieldPath, RecordError, Step};
pub use holding::{Holding, HoldingRole, LeafUnit, Leaves, Level, LevelKind, Repository};
pub use kind::Kind;
pub use literature::{Original, Reviewed};
pub use lossy::LossyDocument;
pub use name::{Body, Name, NameOrder, Person};
pub use publication::{Contribution, ContributionRole, Publication, Translation};
// Files are read above this module. For users the two belong together.
pub use crate::input::{LossyRecordReader, LossyRecords, ReadError, Reading, RecordFormat, RecordReader, Records};
#[cfg(feature = "schema")]
pub use schema::record_file_schema;
pub use surrogate::Surrogate;
pub use title::{Title, TitleForm};

/// A validated description of an archival document. Every value of this type satisfies the rules of the record
/// format.
///
/// A program builds it with [`Document::builder`], [`Records`] reads it from a file, and it implements serde's
/// `Serialize` and `Deserialize`, for self-describing formats (JSON, YAML, TOML, MessagePack, CBOR; not bincode or
/// postcard). All three check every rule and report every error, so styles do not check anything.
/// [`into_builder`](Document::into_builder) changes a document.
///
/// ```
/// use prefercite::{Document, Kind};
///
/// let document: Document = serde_json::from_str(
///     r#"{ "id": "burton-merriam", "kind": "telegram", "creators": ["Burton"], "recipients": ["Merriam"],
///          "date": "1923-01-26", "holdings": [{ "repository": "University of Chicago Library" }] }"#,
/// )?;
/// assert_eq!(document.kind(), &Kind::Telegram);
/// assert_eq!(document.creators()[0].to_string(), "Burton");
/// assert_eq!(document.date().and_then(|date| date.edtf()).as_deref(), Some("1923-01-26"));
/// assert_eq!(document.holdings().len(), 1);
/// assert!(document.title().is_none());
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// serde's data model does not keep spellings: a format that passes `0100` on as 64 has lost the shelf mark. Floats
/// and booleans are errors where text is expected. Whole numbers are accepted. [`Records`] reads every number as it
/// was typed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Document(Box<Description>);

/// The fields of the record format.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Description {
    pub(crate) id: String,
    pub(crate) kind: Kind,
    pub(crate) genre: Option<String>,
    pub(crate) title: Option<Title>,
    pub(crate) creators: Vec<Name>,
    pub(crate) recipients: Vec<Name>,
    pub(crate) participants: Vec<Name>,
    pub(crate) interviewers: Vec<Name>,
    pub(crate) date: Option<Date>,
    pub(crate) time: Option<String>,
    pub(crate) place: Option<String>,
    pub(crate) number: Option<String>,
    pub(crate) medium: Option<String>,
    pub(crate) languages: Vec<String>,
    pub(crate) holdings: Vec<Holding>,
    pub(crate) surrogates: Vec<Surrogate>,
    pub(crate) source: Option<Publication>,
    pub(crate) reviewed: Option<Reviewed>,
    pub(crate) printings: Vec<Publication>,
    pub(crate) translation: Option<Translation>,
    pub(crate) contributions: Vec<Contribution>,
    pub(crate) addendum: Option<String>,
    pub(crate) note: Option<String>,
    pub(crate) summary: Option<String>,
    pub(crate) extent: Option<String>,
    pub(crate) rights: Option<String>,
    pub(crate) classification: Option<String>,
    pub(crate) subjects: Vec<String>,
    pub(crate) preferred_citation: Option<String>,
    pub(crate) extensions: Extensions,
}

impl Document {
    /// The cite key: letters, digits and `_ : . + / -`, at most 128 bytes.
    pub fn id(&self) -> &str {
        &self.0.id
    }

    /// The kind of document.
    pub fn kind(&self) -> &Kind {
        &self.0.kind
    }

    /// Words that are printed instead of the kind: `cable`, `circular telegram`.
    pub fn genre(&self) -> Option<&str> {
        self.0.genre.as_deref()
    }

    /// The title.
    pub fn title(&self) -> Option<&Title> {
        self.0.title.as_ref()
    }

    /// The authors.
    pub fn creators(&self) -> &[Name] {
        &self.0.creators
    }

    /// The recipients.
    pub fn recipients(&self) -> &[Name] {
        &self.0.recipients
    }

    /// The participants of the conversation.
    pub fn participants(&self) -> &[Name] {
        &self.0.participants
    }

    /// The interviewers.
    pub fn interviewers(&self) -> &[Name] {
        &self.0.interviewers
    }

    /// The date of writing.
    pub fn date(&self) -> Option<&Date> {
        self.0.date.as_ref()
    }

    /// The time of day on the document, `HH:MM`.
    pub fn time(&self) -> Option<&str> {
        self.0.time.as_deref()
    }

    /// The place of writing.
    pub fn place(&self) -> Option<&str> {
        self.0.place.as_deref()
    }

    /// The number on the document.
    pub fn number(&self) -> Option<&str> {
        self.0.number.as_deref()
    }

    /// The material, or the medium in which it was read.
    pub fn medium(&self) -> Option<&str> {
        self.0.medium.as_deref()
    }

    /// The BCP 47 tags of its languages.
    pub fn languages(&self) -> &[String] {
        &self.0.languages
    }

    /// Where the original and its copies are kept.
    pub fn holdings(&self) -> &[Holding] {
        &self.0.holdings
    }

    /// Digital copies on the web; the first is cited.
    pub fn surrogates(&self) -> &[Surrogate] {
        &self.0.surrogates
    }

    /// The printed edition that the text was taken from.
    pub fn source(&self) -> Option<&Publication> {
        self.0.source.as_ref()
    }

    /// The work that it reviews.
    pub fn reviewed(&self) -> Option<&Reviewed> {
        self.0.reviewed.as_ref()
    }

    /// Other printed editions, if the text was taken from a holding.
    pub fn printings(&self) -> &[Publication] {
        &self.0.printings
    }

    /// The translators, or the book that the translation was taken from.
    pub fn translation(&self) -> Option<&Translation> {
        self.0.translation.as_ref()
    }

    /// Credits: who obtained, donated, translated … the document.
    pub fn contributions(&self) -> &[Contribution] {
        &self.0.contributions
    }

    /// Words at the end of a full citation, before the digital archive and the address.
    pub fn addendum(&self) -> Option<&str> {
        self.0.addendum.as_deref()
    }

    /// A sentence on the history of the document.
    pub fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// An abstract.
    pub fn summary(&self) -> Option<&str> {
        self.0.summary.as_deref()
    }

    /// The length or the size.
    pub fn extent(&self) -> Option<&str> {
        self.0.extent.as_deref()
    }

    /// The rights.
    pub fn rights(&self) -> Option<&str> {
        self.0.rights.as_deref()
    }

    /// The marking on the document: Secret; Eyes Only.
    pub fn classification(&self) -> Option<&str> {
        self.0.classification.as_deref()
    }

    /// The subjects.
    pub fn subjects(&self) -> &[String] {
        &self.0.subjects
    }

    /// The holding archive's own words for citing it.
    pub fn preferred_citation(&self) -> Option<&str> {
        self.0.preferred_citation.as_deref()
    }

    /// The value of a key of your own, which begins with `x-`.
    pub fn extension(&self, key: &str) -> Option<&ExtensionValue> {
        self.0.extensions.get(key)
    }

    /// The keys of your own (`x-…`) with their values, in the order of the record. No style prints them.
    pub fn extensions(&self) -> impl Iterator<Item = (&str, &ExtensionValue)> {
        self.0.extensions.iter()
    }

    /// Every field, for code that must handle all of them: a new key breaks its build.
    pub(crate) fn description(&self) -> &Description {
        &self.0
    }

    /// Visits every text of the record with its path: `holdings[0].path[2].title`, without keys that begin with `x-`.
    pub(crate) fn each_text(&self, visit: &mut dyn FnMut(&str, &str)) {
        self.0.write().each_text(&mut String::new(), &mut |path, text| {
            if !path.starts_with(extension::PREFIX) {
                visit(path, text);
            }
        });
    }

    /// Checks everything that the types cannot.
    pub(crate) fn check(
        mut description: Box<Description>,
        mut faults: Faults,
    ) -> Result<Self, (Box<Description>, Vec<FieldError>)> {
        description.check(&mut faults);
        let found = faults.into_inner();
        if found.is_empty() { Ok(Document(description)) } else { Err((description, found)) }
    }

    pub(crate) fn read(node: &Node<'_>) -> Result<Self, (Option<String>, Vec<FieldError>)> {
        let mut faults = Faults::default();
        // In its place from the start, because it is large.
        let mut description = Box::<Description>::default();
        if !values::read_map(&mut *description, node, &mut faults) {
            return Err((None, faults.into_inner()));
        }
        Document::check(description, faults)
            .map_err(|(description, found)| ((!description.id.is_empty()).then_some(description.id), found))
    }
}

impl Value for Document {
    fn read(node: &Node<'_>, faults: &mut Faults) -> Option<Self> {
        let mut description = Description::read(node, faults)?;
        description.check(faults);
        Some(Document(Box::new(description)))
    }

    fn write(&self) -> Node<'_> {
        self.0.write()
    }

    fn check(&mut self, _faults: &mut Faults) {}

    #[cfg(feature = "schema")]
    fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Description::schema(generator)
    }
}

through_the_tree!(Document);

impl Keyed for Description {
    const NAME: &'static str = "Document";

    keys! {
        id: "id", kind: "kind", genre: "genre", title: "title", creators: "creators", recipients: "recipients",
        participants: "participants", interviewers: "interviewers", date: "date", time: "time", place: "place",
        number: "number", medium: "medium", languages: "languages", holdings: "holdings", surrogates: "surrogates",
        source: "source", reviewed: "reviewed", printings: "printings", translation: "translation", contributions: "contributions",
        addendum: "addendum", note: "note",
        summary: "summary", extent: "extent", rights: "rights", classification: "classification",
        subjects: "subjects", preferred_citation: "preferred-citation",
    }

    fn extensions(&self) -> Option<&Extensions> {
        Some(&self.extensions)
    }

    fn extensions_mut(&mut self) -> Option<&mut Extensions> {
        Some(&mut self.extensions)
    }

    fn rules(&mut self, faults: &mut Faults) {
        self.extensions.check(faults);
        let is_id = |id: &str| {
            let known = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':' | '.' | '+' | '/' | '-');
            id.len() <= 128 && id.chars().all(known)
        };
        let form = |found: &str, expected| P::Format { found: found.to_owned(), expected };
        if !is_id(&self.id) {
            faults.within("id", |faults| {
                faults.add_unless_known(form(&self.id, "an id: letters, digits and _ : . + / - (at most 128 bytes)"));
            });
        }
        if let Some(time) = self.time.as_deref().filter(|time| !is_time(time)) {
            faults.within("time", |faults| faults.add_unless_known(form(time, "an hour, from 00:00 to 23:59")));
        }
        for (index, tag) in self.languages.iter().enumerate() {
            if !title::is_language(tag) {
                faults.within("languages", |faults| {
                    faults.at_read(index, |faults| {
                        faults.add_unless_known(form(tag, "a language tag of BCP 47, such as ru or zh-Latn"));
                    });
                });
            }
        }
        let translated = |contribution: &Contribution| contribution.roles.contains(&ContributionRole::Translated);
        let has_translator = self.translation.as_ref().is_some_and(|translation| !translation.by.is_empty());
        if has_translator && self.contributions.iter().any(translated) {
            faults.within("translation", |faults| {
                faults.within("by", |faults| {
                    faults.add_unless_known(P::Rule("a translator is here or in contributions, not in both"));
                });
            });
        }
        let people = [&self.creators, &self.recipients, &self.participants];
        let is_named = self.title.is_some() || people.iter().any(|names| !names.is_empty());
        // B4: a number or pages are enough to identify a document in an edition.
        let in_edition = self.source.as_ref().is_some_and(|source| source.number.is_some() || source.pages.is_some());
        let is_named = is_named || in_edition;
        if !is_named && self.preferred_citation.is_none() && !self.holdings.iter().any(Holding::says_where) {
            faults.add_unless_known(P::Rule(
                "nothing identifies the document: it needs a title, a creator, a recipient, a participant, a holding with a \
                 path or a reference, a source with a number or pages, or a preferred-citation",
            ));
        }
    }
}

fn is_time(time: &str) -> bool {
    let two = |part: &str, below: u32| {
        part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit()) && part.parse::<u32>().is_ok_and(|n| n < below)
    };
    time.split_once(':').is_some_and(|(hour, minute)| two(hour, 24) && two(minute, 60))
}
