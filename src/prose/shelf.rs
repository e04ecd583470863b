//! The shelf mark: units, and the collections that they are part of (RULES 4).

use super::books::{self, NumberRule};
use super::collection::volume_of_series;
pub(crate) use super::collection::{
    CollectionForm, CollectionOrder, in_units, level_of_title, names_collection, number_of_collection,
    push_path_in_elements, push_short_path, short_collection,
};
pub use super::collection::{has_collection, push_collection, push_path_as_title};
use super::language::{Language, Unit};
use super::leaves::{counts_pages, push_leaves, push_located};
pub use super::levels::UnitCase;
use super::levels::{is_collection_level, push_unit};
use super::ranges::{RangeDigits, bare_pages, is_bare, push_locator, push_published_locator};
use super::sentence::{Punctuation, Sentence};
use super::words::has_words;
use crate::document::{Document, Holding, HoldingRole, Kind, Level, LevelKind};
use crate::separator::Separator;

/// The place of the word for a microfilm (A20).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MicrofilmWord {
    /// Before the units: `microfilm, reel 3`.
    OpensTheUnits,
    /// Somewhere else, where the style prints it itself.
    IsSaidElsewhere,
}

/// The place of the number of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NumberPlace {
    /// Before the units, which go from narrow to broad: `no. 46, box 70` (A11).
    OpensTheUnits,
    /// After shelf mark and leaves, in orders from broad to narrow: `CAB 128/28, CC(55)24` (B12).
    ClosesTheUnits,
}

/// The path to a document within its collection: number, call number, units, leaves.
///
/// ```
/// use prefercite::prose::{DE, EN_US, Language, Units, plain};
/// use prefercite::Holding;
///
/// let holding: Holding = serde_json::from_str(
///     r#"{ "path": [{ "level": "box", "id": 17 }, { "level": "folder", "id": 3, "title": "China, 1950" }], "leaves": "97-98" }"#,
/// )?;
/// let units = |language: &Language| plain(language, |s| Units::of(&holding).push(s, |_| ()));
/// assert_eq!(units(&EN_US), "box 17, folder 3, “China, 1950,” pp. 97–98");
/// assert_eq!(units(&DE), "Karton\u{a0}17, Mappe\u{a0}3, „China, 1950“, S.\u{a0}97–98");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Units<'d> {
    /// The number of the document, if it is printed among the units (A11).
    pub number: Option<&'d str>,
    /// The holding of the document.
    pub holding: &'d Holding,
    /// The whole call number, unless it is already printed.
    pub reference: Option<&'d str>,
    /// The cited place within the document. It replaces the leaves (A24).
    pub locator: Option<&'d str>,
    /// The word for folios, if it is not the usual one.
    pub folio: Option<Unit>,
    /// The place of the word for a microfilm.
    pub microfilm: MicrofilmWord,
    /// Whether a copy is marked as such before its units (B14).
    pub says_copy: bool,
    /// Whether the number is before or after the units.
    pub number_place: NumberPlace,
    /// The material of the document, if it is printed among the units (B36).
    pub medium: Option<&'d str>,
    /// The dimensions after the medium (B13).
    pub extent: Option<&'d str>,
    /// The case of the words for units.
    pub case: UnitCase,
}

impl<'d> Units<'d> {
    /// The units of a holding, without the number of the document and without a locator.
    pub fn of(holding: &'d Holding) -> Self {
        Units {
            number: None,
            reference: holding.reference.as_deref(),
            holding,
            locator: None,
            folio: None,
            microfilm: MicrofilmWord::OpensTheUnits,
            says_copy: true,
            number_place: NumberPlace::OpensTheUnits,
            medium: None,
            extent: None,
            case: UnitCase::Small,
        }
    }

    /// The units of a document, without a number that the title contains, and without the call number of a collection
    /// that follows its title (B7).
    pub(crate) fn of_document(document: &'d Document, holding: &'d Holding) -> Self {
        let said = number_of_collection(document);
        let units = Units::of(holding);
        Units {
            number: unsaid_number(document),
            reference: units.reference.filter(|reference| said != Some(*reference)),
            ..units
        }
    }

    fn levels(&self) -> impl Iterator<Item = &'d Level> {
        let volume = volume_of_series(self.holding);
        let is_unit = move |level: &&Level| {
            !is_collection_level(level) && !volume.is_some_and(|volume| std::ptr::eq(volume, *level))
        };
        self.holding.path.iter().filter(is_unit)
    }

    /// Whether a code such as `f. 45` is the first unit (quirk Q33).
    pub fn open_with_code(&self) -> bool {
        let nothing_before =
            self.number.is_none() && self.reference.is_none() && self.holding.role != HoldingRole::Microform;
        let soviet = |level: &Level| {
            matches!(level.level, Some(LevelKind::Fond | LevelKind::Opis | LevelKind::Delo | LevelKind::Papka))
        };
        nothing_before && self.levels().next().is_some_and(soviet)
    }

    /// Adds the number, or else the narrowest unit, after a comma: `no. 12`, `d. 334` (RULES 9.2).
    pub fn push_narrowest(&self, s: &mut Sentence<'_>) {
        match (self.number, self.levels().last()) {
            (Some(number), _) => push_number(s.punctuate(Punctuation::Comma), number),
            (None, Some(level)) => push_unit(s.punctuate(Punctuation::Comma), level, self.case),
            (None, None) => {}
        }
    }

    /// Adds `microfilm, MS 228, box 26, folder 17, pp. 3–4`, in the archive's own order (RULES 4.1). `begin` writes
    /// the text before the first of them, and is not called if there are none.
    pub fn push(&self, s: &mut Sentence<'_>, begin: impl Fn(&mut Sentence<'_>)) {
        let mut separator = Separator::new();
        let mut next = |s: &mut Sentence<'_>| {
            if separator.follows() {
                _ = s.punctuate(Punctuation::Comma)
            } else {
                begin(s)
            };
        };
        let number = |place| self.number.filter(|_| self.number_place == place);
        if let Some(number) = number(NumberPlace::OpensTheUnits) {
            next(s);
            push_number(s, number);
        }
        if self.says_copy && self.holding.role == HoldingRole::Copy {
            next(s);
            s.term(|language| language.notes.copy);
        }
        if self.holding.role == HoldingRole::Microform && self.microfilm == MicrofilmWord::OpensTheUnits {
            next(s);
            s.term(|language| language.notes.microfilm);
        }
        if let Some(reference) = self.reference {
            next(s);
            s.verbatim(reference);
        }
        for level in self.levels() {
            next(s);
            push_unit(s, level, self.case);
        }
        if let Some(medium) = self.medium {
            next(s);
            s.data(medium);
            if let Some(extent) = self.extent {
                s.punctuate(Punctuation::Comma).data(extent);
            }
        }
        match (self.locator, &self.holding.leaves) {
            (Some(locator), _) => {
                next(s);
                push_located(s, locator, self.holding, self.folio);
            }
            (None, Some(leaves)) => {
                next(s);
                push_leaves(s, leaves, self.holding, self.folio);
            }
            (None, None) => {}
        }
        if let Some(number) = number(NumberPlace::ClosesTheUnits) {
            next(s);
            push_number(s, number);
        }
    }
}

/// Whether any part of the path to a document within its collection can be printed.
pub(crate) fn has_units(holding: &Holding) -> bool {
    let units = Units::of(holding);
    holding.role != HoldingRole::Original
        || units.reference.is_some()
        || holding.leaves.is_some()
        || units.levels().next().is_some()
}

/// The holding whose leaves determine the unit of a locator. `None` for a document read in a book.
fn located(document: &Document) -> Option<&Holding> {
    in_units(document).filter(|_| books::source(document).is_none())
}

/// How a locator is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LocatorForm {
    /// The word for folios, if the style has one of its own.
    pub(crate) folio: Option<Unit>,
    /// For pages of a publication. Leaves in an archive keep all digits (RULES 4.6).
    pub(crate) digits: RangeDigits,
}

impl LocatorForm {
    pub(crate) const CHICAGO: LocatorForm = LocatorForm { folio: None, digits: RangeDigits::Chicago };
}

/// Adds a locator after everything else. Bare numbers get the unit of the leaves (B11).
pub(crate) fn push_place(s: &mut Sentence<'_>, document: &Document, locator: &str, form: LocatorForm) {
    match located(document) {
        Some(holding) => push_located(s, locator, holding, form.folio),
        None if books::source(document).is_some() => push_published_locator(s, locator, form.digits),
        None => push_locator(s, locator),
    }
}

/// How the second number of a range of pages is shortened in a locator: only for pages of a publication (RULES 4.6).
pub(crate) fn digits_of_locator(document: &Document, locator: &str, digits: RangeDigits) -> RangeDigits {
    let is_shortened = books::source(document).is_some() && bare_pages(locator).is_some();
    if is_shortened { digits } else { RangeDigits::Kept }
}

/// Adds the pages of a locator, which citations in the text print without a label.
pub(crate) fn push_pages_in_text(s: &mut Sentence<'_>, document: &Document, pages: &str, form: LocatorForm) {
    if books::source(document).is_some() {
        push_published_locator(s, pages, form.digits);
    } else {
        push_locator(s, pages);
    }
}

/// The pages of a locator, which citations in the text print without a label (RULES 4.4). `None` if it has another
/// unit (B11).
pub(crate) fn pages_in_text<'l>(document: &Document, locator: &'l str, language: &Language) -> Option<&'l str> {
    let counts_other = located(document).is_some_and(|holding| !counts_pages(locator, holding, language));
    bare_pages(locator).filter(|_| !(is_bare(locator) && counts_other))
}

/// The pages of literature, which notes also print without a label. Another locator is returned as typed (RULES 4.4.3).
pub(crate) fn published_place<'l>(document: &Document, locator: &'l str) -> &'l str {
    let kinds = [Kind::Book, Kind::Chapter, Kind::Article, Kind::Thesis, Kind::WebPage];
    let is_literature = kinds.contains(document.kind()) && books::source(document).is_some();
    if is_literature { bare_pages(locator).unwrap_or(locator) } else { locator }
}

/// The number of the document, unless its title contains it (A11).
pub(crate) fn unsaid_number(document: &Document) -> Option<&str> {
    document.number().filter(|number| !document.title().is_some_and(|title| has_words(&title.text, number)))
}

/// Adds the number of a document among the units.
pub(crate) fn push_number(s: &mut Sentence<'_>, number: &str) {
    books::push_number(s, number, NumberRule::AllDigits);
}
