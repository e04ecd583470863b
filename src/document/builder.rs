//! How a program makes a document.

use super::fault::{Faults, Refusal};
use super::{
    Contribution, Date, Description, Document, Holding, Kind, Name, Publication, Surrogate, Title, Translation,
};

/// A document in the making: see [`Document::builder`].
///
/// Nothing is checked before [`build`](DocumentBuilder::build), which tells every fault at once.
///
/// ```
/// use prefercite::document::DocumentBuilder;
/// use prefercite::{Document, Kind};
///
/// let letter = Document::builder("creel-1918", Kind::Letter).creator("Creel, George").build()?;
/// let dated = DocumentBuilder::from(letter).time("9:30").build();
/// assert_eq!(dated.unwrap_err().to_string(), "creel-1918: time: \"9:30\" is not an hour, from 00:00 to 23:59");
/// # Ok::<(), prefercite::Error>(())
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct DocumentBuilder {
    description: Box<Description>,
}

/// As `setters!` for the parts of a document, but one level down.
macro_rules! fields {
    ($(text: $($text:ident),+;)? $(value: $($value:ident: $value_type:ty),+;)? $(list: $($one:ident => $many:ident: $item:ty),+;)?) => {
        $($(
            #[doc = concat!("Sets [`", stringify!($text), "`](Document::", stringify!($text), ").")]
            pub fn $text(mut self, $text: impl Into<String>) -> Self {
                self.description.$text = Some($text.into());
                self
            }
        )+)?
        $($(
            #[doc = concat!("Sets [`", stringify!($value), "`](Document::", stringify!($value), ").")]
            pub fn $value(mut self, $value: impl Into<$value_type>) -> Self {
                self.description.$value = Some($value.into());
                self
            }
        )+)?
        $($(
            #[doc = concat!("Adds one to [`", stringify!($many), "`](Document::", stringify!($many), ").")]
            pub fn $one(mut self, $one: impl Into<$item>) -> Self {
                self.description.$many.push($one.into());
                self
            }
        )+)?
    };
}

impl Document {
    /// Begins a document of this id, which becomes its cite key, and kind.
    ///
    /// ```
    /// use prefercite::{Document, Holding, Kind, Name};
    ///
    /// let letter = Document::builder("creel-house-1918", Kind::Letter)
    ///     .creator("Creel, George")
    ///     .recipient(Name::from("Colonel House"))
    ///     .date("1918-09-25".parse::<prefercite::Date>()?)
    ///     .holding(Holding::in_repository("Yale University Library"))
    ///     .build()?;
    /// assert_eq!(letter.id(), "creel-house-1918");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn builder(id: impl Into<String>, kind: impl Into<Kind>) -> DocumentBuilder {
        let (id, kind) = (id.into(), kind.into());
        DocumentBuilder { description: Box::new(Description { id, kind, ..Description::default() }) }
    }
}

impl DocumentBuilder {
    fields! {
        text: genre, time, place, number, medium, note, summary, extent, rights, classification, preferred_citation;
        value: title: Title, date: Date, source: Publication, translation: Translation;
        list: creator => creators: Name, recipient => recipients: Name, participant => participants: Name,
            interviewer => interviewers: Name, language => languages: String, holding => holdings: Holding,
            surrogate => surrogates: Surrogate, contribution => contributions: Contribution,
            subject => subjects: String;
    }

    /// Checks the document by every rule of the record format.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it, each fault with its field.
    ///
    /// ```
    /// use prefercite::{Document, Kind};
    ///
    /// let refusal = Document::builder("two words", Kind::Letter).time("25:00").build().unwrap_err();
    /// let fields: Vec<String> = refusal.faults().iter().map(|fault| fault.path().to_string()).collect();
    /// assert_eq!(fields, ["id", "time"]);
    /// ```
    pub fn build(self) -> Result<Document, Refusal> {
        Document::check(self.description, Faults::default()).map_err(|(description, faults)| Refusal {
            id: (!description.id.is_empty()).then_some(description.id),
            record: None,
            line: None,
            faults,
        })
    }
}

impl From<Document> for DocumentBuilder {
    /// To change a document: what comes of it is checked again.
    fn from(document: Document) -> Self {
        DocumentBuilder { description: document.0 }
    }
}
