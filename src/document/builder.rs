//! Building and changing documents in a program.

use super::fault::{Faults, FieldError, RecordError};
use super::keys::Value;
use super::lossy::{self, LossyDocument};
use super::{
    Contribution, Date, DateError, DateInput, Description, Document, ExtensionValue, Holding, Kind, Name, Publication,
    Reviewed, Surrogate, Title, Translation,
};
use crate::document::characters::is_visible;

/// A builder for documents: see [`Document::builder`].
///
/// Nothing is checked before [`build`](DocumentBuilder::build), which reports every error at once.
///
/// Each field has three methods. `note(text)` sets it, `maybe_note(option)` sets it or, with `None`, clears it, and
/// `clear_note()` clears it. A list has three other methods: `creator(name)` adds one, `creators(names)` replaces the
/// list, and `clear_creators()` empties it.
///
/// ```
/// use prefercite::document::DocumentBuilder;
/// use prefercite::{Document, Kind, Surrogate};
///
/// struct Row { id: u32, title: &'static str, note: Option<&'static str>, authors: Vec<&'static str>, day: &'static str }
///
/// let row = Row { id: 7, title: "A letter", note: None, authors: vec!["Creel, George"], day: "1918-09-25" };
/// let letter = Document::builder(row.id.to_string(), "Letter")
///     .title(row.title)
///     .maybe_note(row.note)
///     .creators(row.authors)
///     .date(row.day)
///     .surrogate(Surrogate::at("http://old.example.org/7"))
///     .build()?;
///
/// let changed = DocumentBuilder::from(letter)
///     .id("creel-1918")
///     .kind(Kind::Telegram)
///     .clear_title()
///     .surrogates([Surrogate::at("https://example.org/7")])
///     .build()?;
/// assert_eq!((changed.id(), changed.kind(), changed.title()), ("creel-1918", &Kind::Telegram, None));
/// assert_eq!(changed.surrogates().len(), 1);
/// # Ok::<(), prefercite::Error>(())
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct DocumentBuilder {
    description: Box<Description>,
    /// The error of the text that was set as the date.
    date_error: Option<DateError>,
    skips_blank: bool,
}

/// The setters of the fields: `note, maybe_note, clear_note`, and of the lists: `creator, creators, clear_creators: Name`.
macro_rules! fields {
    (
        text { $($text:ident, $maybe_text:ident, $clear_text:ident;)+ }
        value { $($value:ident, $maybe_value:ident, $clear_value:ident: $value_type:ty;)+ }
        list { $($one:ident, $many:ident, $clear_many:ident: $item:ty;)+ }
    ) => {
        $(
            #[doc = concat!("Sets [`", stringify!($text), "`](Document::", stringify!($text), ").")]
            pub fn $text(self, $text: impl Into<String>) -> Self {
                self.$maybe_text(Some($text))
            }

            #[doc = concat!("Sets [`", stringify!($text), "`](Document::", stringify!($text), "), or clears it with `None`.")]
            pub fn $maybe_text(mut self, $text: Option<impl Into<String>>) -> Self {
                self.description.$text = $text.map(Into::into);
                self
            }

            #[doc = concat!("Clears [`", stringify!($text), "`](Document::", stringify!($text), ").")]
            pub fn $clear_text(self) -> Self {
                self.$maybe_text(None::<String>)
            }
        )+
        $(
            #[doc = concat!("Sets [`", stringify!($value), "`](Document::", stringify!($value), ").")]
            pub fn $value(self, $value: impl Into<$value_type>) -> Self {
                self.$maybe_value(Some($value))
            }

            #[doc = concat!("Sets [`", stringify!($value), "`](Document::", stringify!($value), "), or clears it with `None`.")]
            pub fn $maybe_value(mut self, $value: Option<impl Into<$value_type>>) -> Self {
                self.description.$value = $value.map(Into::into);
                self
            }

            #[doc = concat!("Clears [`", stringify!($value), "`](Document::", stringify!($value), ").")]
            pub fn $clear_value(self) -> Self {
                self.$maybe_value(None::<$value_type>)
            }
        )+
        $(
            #[doc = concat!("Adds one to [`", stringify!($many), "`](Document::", stringify!($many), ").")]
            pub fn $one(mut self, $one: impl Into<$item>) -> Self {
                self.description.$many.push($one.into());
                self
            }

            #[doc = concat!("Replaces [`", stringify!($many), "`](Document::", stringify!($many), ") by these.")]
            pub fn $many(mut self, $many: impl IntoIterator<Item = impl Into<$item>>) -> Self {
                self.description.$many = $many.into_iter().map(Into::into).collect();
                self
            }

            #[doc = concat!("Empties [`", stringify!($many), "`](Document::", stringify!($many), ").")]
            pub fn $clear_many(mut self) -> Self {
                self.description.$many.clear();
                self
            }
        )+
    };
}

impl Document {
    /// A builder for a document with this id, which is also its cite key, and this kind.
    ///
    /// ```
    /// use prefercite::{Document, Holding, Kind, Name};
    ///
    /// let letter = Document::builder("creel-house-1918", Kind::Letter)
    ///     .creator("Creel, George")
    ///     .recipient(Name::as_written("Colonel House"))
    ///     .date("1918-09-25")
    ///     .holding(Holding::in_repository("Yale University Library"))
    ///     .build()?;
    /// assert_eq!(letter.id(), "creel-house-1918");
    /// # Ok::<(), prefercite::Error>(())
    /// ```
    pub fn builder(id: impl Into<String>, kind: impl Into<Kind>) -> DocumentBuilder {
        let (id, kind) = (id.into(), kind.into());
        DocumentBuilder::of(Box::new(Description { id, kind, ..Description::default() }))
    }

    /// Turns the document back into a builder, to change it.
    ///
    /// ```
    /// use prefercite::{Document, Kind, Surrogate};
    ///
    /// let scan = Surrogate::at("http://old.example.org/7").archive("Digital Archive");
    /// let letter = Document::builder("l", Kind::Letter).title("A letter").note("Draft").surrogate(scan).build()?;
    ///
    /// let moved = letter.surrogates().iter().cloned().map(|it| it.url("https://example.org/7"));
    /// let changed = letter.clone().into_builder().id("letter-7").surrogates(moved).clear_note().build()?;
    /// assert_eq!((changed.id(), changed.note()), ("letter-7", None));
    /// assert_eq!(changed.surrogates()[0].url.as_deref(), Some("https://example.org/7"));
    /// assert_eq!(changed.surrogates()[0].archive.as_deref(), Some("Digital Archive"));
    /// # Ok::<(), prefercite::Error>(())
    /// ```
    #[doc(alias = "edit")]
    #[doc(alias = "set")]
    pub fn into_builder(self) -> DocumentBuilder {
        DocumentBuilder::from(self)
    }
}

impl DocumentBuilder {
    fn of(description: Box<Description>) -> Self {
        DocumentBuilder { description, date_error: None, skips_blank: false }
    }

    /// Sets [`id`](Document::id).
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.description.id = id.into();
        self
    }

    /// Sets [`kind`](Document::kind).
    pub fn kind(mut self, kind: impl Into<Kind>) -> Self {
        self.description.kind = kind.into();
        self
    }

    /// Sets [`date`](Document::date): a [`Date`], a `NaiveDate` of chrono, or text that [`build`](Self::build) checks.
    ///
    /// ```
    /// use prefercite::{Document, Kind};
    ///
    /// let refusal = Document::builder("l", Kind::Letter).title("A letter").date("1950-13").time("9").build().unwrap_err();
    /// assert_eq!(refusal.field_errors().len(), 2);
    /// ```
    pub fn date(self, date: impl Into<DateInput>) -> Self {
        self.maybe_date(Some(date))
    }

    /// Sets [`date`](Document::date), or clears it with `None`.
    pub fn maybe_date(mut self, date: Option<impl Into<DateInput>>) -> Self {
        (self.description.date, self.date_error) = match date.map(|date| date.into().0) {
            None => (None, None),
            Some(Ok(date)) => (Some(date), None),
            Some(Err(error)) => (None, Some(error)),
        };
        self
    }

    /// Clears [`date`](Document::date).
    pub fn clear_date(self) -> Self {
        self.maybe_date(None::<Date>)
    }

    fields! {
        text {
            genre, maybe_genre, clear_genre;
            time, maybe_time, clear_time;
            place, maybe_place, clear_place;
            number, maybe_number, clear_number;
            medium, maybe_medium, clear_medium;
            addendum, maybe_addendum, clear_addendum;
            note, maybe_note, clear_note;
            summary, maybe_summary, clear_summary;
            extent, maybe_extent, clear_extent;
            rights, maybe_rights, clear_rights;
            classification, maybe_classification, clear_classification;
            preferred_citation, maybe_preferred_citation, clear_preferred_citation;
        }
        value {
            title, maybe_title, clear_title: Title;
            source, maybe_source, clear_source: Publication;
            reviewed, maybe_reviewed, clear_reviewed: Reviewed;
            translation, maybe_translation, clear_translation: Translation;
        }
        list {
            creator, creators, clear_creators: Name;
            recipient, recipients, clear_recipients: Name;
            participant, participants, clear_participants: Name;
            interviewer, interviewers, clear_interviewers: Name;
            language, languages, clear_languages: String;
            holding, holdings, clear_holdings: Holding;
            surrogate, surrogates, clear_surrogates: Surrogate;
            printing, printings, clear_printings: Publication;
            contribution, contributions, clear_contributions: Contribution;
            subject, subjects, clear_subjects: String;
        }
    }

    /// Sets a key of your own, which begins with `x-`. See [`Document::extensions`].
    ///
    /// ```
    /// use prefercite::{Document, Kind};
    ///
    /// let letter = Document::builder("l", Kind::Letter).title("A letter").extension("x-database-id", 1707u64).build()?;
    /// assert_eq!(serde_json::to_value(&letter).unwrap()["x-database-id"], 1707);
    /// # Ok::<(), prefercite::Error>(())
    /// ```
    pub fn extension(mut self, key: impl Into<String>, value: impl Into<ExtensionValue>) -> Self {
        self.description.extensions.set(key.into(), value.into());
        self
    }

    /// Clears a key of your own.
    pub fn clear_extension(mut self, key: &str) -> Self {
        self.description.extensions.remove(key);
        self
    }

    /// Ignores blank text, in the document and in its parts: a nullable column often contains `""`.
    ///
    /// Without this, blank text is an error. It applies to everything that is set before or after this call.
    ///
    /// ```
    /// use prefercite::{Document, Holding, Kind, Level, LevelKind};
    ///
    /// let holding = Holding::in_repository("RGANI").level(Level::new(LevelKind::Box, " ")).reference("f. 1");
    /// let letter = Document::builder("l", Kind::Letter).title("A letter").note("").subjects(["", "Korea"]).holding(holding);
    /// assert_eq!(letter.clone().build().unwrap_err().field_errors().len(), 3);
    /// let letter = letter.skip_blank().build()?;
    /// assert_eq!((letter.note(), letter.subjects().len(), letter.holdings()[0].path.len()), (None, 1, 0));
    /// # Ok::<(), prefercite::Error>(())
    /// ```
    pub fn skip_blank(mut self) -> Self {
        self.skips_blank = true;
        self
    }

    /// Builds the document, and checks it by every rule of the record format.
    ///
    /// # Errors
    ///
    /// All errors, each with its field.
    ///
    /// ```
    /// use prefercite::{Document, Kind};
    ///
    /// let refusal = Document::builder("two words", Kind::Letter).time("25:00").build().unwrap_err();
    /// let fields: Vec<String> = refusal.field_errors().iter().map(|fault| fault.path().to_string()).collect();
    /// assert_eq!(fields, ["id", "time"]);
    /// ```
    #[doc(alias = "validate")]
    pub fn build(self) -> Result<Document, RecordError> {
        let (description, faults) = self.described();
        Document::check(description, faults).map_err(|(description, faults)| refusal(&description.id, faults))
    }

    /// Builds the document without its invalid fields, and lists these.
    ///
    /// # Errors
    ///
    /// Returns an error if nothing can be kept: the id is invalid, or the rest does not identify a document.
    ///
    /// ```
    /// use prefercite::{Document, Kind};
    ///
    /// let kept = Document::builder("l", Kind::Letter).title("A letter").date("1950-13").build_lossy()?;
    /// assert_eq!((kept.document.date(), kept.dropped.len()), (None, 1));
    /// assert!(Document::builder("l", Kind::Letter).date("1950-13").build_lossy().is_err());
    /// # Ok::<(), prefercite::RecordError>(())
    /// ```
    pub fn build_lossy(self) -> Result<LossyDocument, RecordError> {
        let (description, faults) = self.described();
        let mut found = faults.into_inner();
        let read = lossy::read(&description.write());
        match read {
            Ok(LossyDocument { document, dropped }) => {
                found.extend(dropped);
                Ok(LossyDocument { document, dropped: found })
            }
            Err((_, faults)) => {
                found.extend(faults);
                Err(refusal(&description.id, found))
            }
        }
    }

    /// The description, and the errors found before it is checked.
    fn described(mut self) -> (Box<Description>, Faults) {
        let mut faults = Faults::default();
        if let Some(error) = self.date_error.filter(|error| !self.skips_blank || error.text().chars().any(is_visible)) {
            faults.within("date", |faults| faults.add(error));
        }
        if self.skips_blank {
            let kept = lossy::skip_blank(self.description.write());
            if let Some(description) = kept.and_then(|node| Description::read(&node, &mut faults)) {
                *self.description = description;
            }
        }
        (self.description, faults)
    }
}

fn refusal(id: &str, faults: Vec<FieldError>) -> RecordError {
    RecordError { id: (!id.is_empty()).then(|| id.to_owned()), record: None, line: None, faults }
}

impl From<Document> for DocumentBuilder {
    /// Turns a document back into a builder. `build` checks it again.
    fn from(document: Document) -> Self {
        DocumentBuilder::of(document.0)
    }
}
