//! Parts that only literature has: the original of a reprint or a translation, and the work that a review is about.

use super::date::Date;
use super::fault::{Faults, FieldErrorKind};
use super::keys::{Keyed, keys, through_the_tree};
use super::name::Name;
use super::setters::setters;
use super::title::Title;

/// The original of a reprint or a translation. If it has a title, a citation prints the title as the original one
/// (RULES 13.7).
///
/// ```
/// use prefercite::{Cite, Document, Kind, Original, Publication, Title, style::Chicago};
///
/// let original = Original::default().publisher("Random House").date("1952".parse::<prefercite::Date>()?);
/// let reprint = Publication::default().publisher("Vintage Books").date("1995".parse::<prefercite::Date>()?);
/// let novel = Document::builder("e", Kind::Book)
///     .creator("Ellison, Ralph")
///     .title(Title::work("Invisible Man"))
///     .source(reprint.original(original))
///     .build()?;
/// assert_eq!(
///     Chicago::EIGHTEENTH.note().text(&Cite::new(&novel)).as_str(),
///     "Ralph Ellison, Invisible Man (Random House, 1952; repr., Vintage Books, 1995).",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Original {
    /// Its title, if it differs.
    pub title: Option<Title>,
    /// The place of publication.
    pub place: Option<String>,
    /// The publisher.
    pub publisher: Option<String>,
    /// The date of publication.
    pub date: Option<Date>,
}

/// The book, the film or the exhibition that a review is about.
///
/// ```
/// use prefercite::{Cite, Document, Kind, Publication, Reviewed, style::Chicago};
///
/// let review = Document::builder("d", Kind::Article)
///     .genre("review")
///     .creator("Dong, Feng")
///     .reviewed(Reviewed::new("Two Studies of Friedrich Hölderlin").by("Hamacher, Werner"))
///     .source(Publication::default().container("Critical Inquiry").volume("48").issue("4").pages("810-11"))
///     .build()?;
/// assert_eq!(
///     Chicago::EIGHTEENTH.short_note().text(&Cite::new(&review)).as_str(),
///     "Dong, review of Two Studies of Friedrich Hölderlin.",
/// );
/// # Ok::<(), prefercite::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Reviewed {
    /// Its title.
    pub title: Title,
    /// Its authors or makers.
    pub by: Vec<Name>,
}

impl Original {
    /// Whether it has a place, a publisher or a date.
    pub(crate) fn says_imprint(&self) -> bool {
        self.place.is_some() || self.publisher.is_some() || self.date.as_ref().is_some_and(Date::is_printable)
    }

    setters! {
        text: place, publisher;
        value: title: Title, date: Date;
    }
}

impl Reviewed {
    /// Creates a reviewed work with this title.
    pub fn new(title: impl Into<Title>) -> Self {
        Reviewed { title: title.into(), ..Reviewed::default() }
    }

    setters! {
        list: by => by: Name;
    }
}

impl Keyed for Original {
    const NAME: &'static str = "Original";

    keys! { title: "title", place: "place", publisher: "publisher", date: "date" }

    fn rules(&mut self, faults: &mut Faults) {
        if self.title.is_none() && self.place.is_none() && self.publisher.is_none() && self.date.is_none() {
            faults.add_unless_known(FieldErrorKind::Rule("an original has a title, a place, a publisher or a date"));
        }
    }
}

impl Keyed for Reviewed {
    const NAME: &'static str = "Reviewed";

    keys! { title: "title", by: "by" }
}

through_the_tree!(Original, Reviewed);
