//! What only literature has: the first publication of a reprint or a translation, and what a review reviews.

use super::date::Date;
use super::fault::{Faults, FieldErrorKind};
use super::keys::{Keyed, keys, through_the_tree};
use super::name::Name;
use super::setters::setters;
use super::title::Title;

/// The original of a reprint or a translation. With a title, a citation says as what it was published (RULES 13.7).
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
    /// What it was called, if that was another title.
    pub title: Option<Title>,
    /// Where it was published.
    pub place: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published.
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
    /// What it is called.
    pub title: Title,
    /// Who made it.
    pub by: Vec<Name>,
}

impl Original {
    /// Whether it says where, by whom or when.
    pub(crate) fn says_imprint(&self) -> bool {
        self.place.is_some() || self.publisher.is_some() || self.date.as_ref().is_some_and(Date::is_printable)
    }

    setters! {
        text: place, publisher;
        value: title: Title, date: Date;
    }
}

impl Reviewed {
    /// A work of this title.
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
