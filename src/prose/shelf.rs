//! The shelf mark: units, and the collections that they are part of (RULES 4).

use super::books::{self, NumberRule};
use super::language::Unit;
use super::ranges::{RangeDigits, is_several, push_locator, push_range};
use super::sentence::{Punctuation, Sentence};
use super::words::has_words;
use crate::document::{Document, Holding, HoldingRole, LeafUnit, Leaves, Level, LevelKind};

/// Levels that make a collection; all others are units (A8).
fn is_collection_level(level: &Level) -> bool {
    matches!(
        level.level,
        Some(
            LevelKind::RecordGroup
                | LevelKind::Subgroup
                | LevelKind::Fonds
                | LevelKind::Collection
                | LevelKind::Series
                | LevelKind::Subseries
        )
    )
}

/// Whether the path has a level that is part of a collection's name: a record group, a fonds, a series.
pub fn has_collection(holding: &Holding) -> bool {
    holding.path.iter().any(is_collection_level)
}

/// Where a style says that a microfilm was read (A20).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MicrofilmWord {
    /// Before the units: `microfilm, reel 3`.
    OpensTheUnits,
    /// In a place of the style's own.
    IsSaidElsewhere,
}

/// The way to a document within its collection: number, call number, units, leaves.
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
    /// The number of the document, where it stands among the units (A11).
    pub number: Option<&'d str>,
    /// Where the document is.
    pub holding: &'d Holding,
    /// The place within the document that is cited: it takes the place of the leaves (A24).
    pub locator: Option<&'d str>,
    /// The word for folios, where it is not the usual one.
    pub folio: Option<Unit>,
    /// Where the word for a microfilm goes.
    pub microfilm: MicrofilmWord,
}

impl<'d> Units<'d> {
    /// The units of a holding, without a number of the document and without a locator.
    pub const fn of(holding: &'d Holding) -> Self {
        Units { number: None, holding, locator: None, folio: None, microfilm: MicrofilmWord::OpensTheUnits }
    }

    fn levels(&self) -> impl Iterator<Item = &'d Level> {
        self.holding.path.iter().filter(|level| !is_collection_level(level))
    }

    /// Whether `f. 45` or its like opens the units (quirk Q33).
    pub fn open_with_code(&self) -> bool {
        let nothing_before =
            self.number.is_none() && self.holding.reference.is_none() && self.holding.role != HoldingRole::Microform;
        let soviet = |level: &Level| {
            matches!(level.level, Some(LevelKind::Fond | LevelKind::Opis | LevelKind::Delo | LevelKind::Papka))
        };
        nothing_before && self.levels().next().is_some_and(soviet)
    }

    /// Adds the number, or else the narrowest unit, after a comma: `no. 12`, `d. 334` (RULES 9.2).
    pub fn push_narrowest(&self, s: &mut Sentence<'_>) {
        match (self.number, self.levels().last()) {
            (Some(number), _) => push_number(s.punctuate(Punctuation::Comma), number),
            (None, Some(level)) => push_unit(s.punctuate(Punctuation::Comma), level),
            (None, None) => {}
        }
    }

    /// Adds `microfilm, MS 228, box 26, folder 17, pp. 3–4`, in the archive's own order (RULES 4.1). `begin` writes what
    /// precedes the first of them, and is not called where there are none.
    pub fn push(&self, s: &mut Sentence<'_>, begin: impl Fn(&mut Sentence<'_>)) {
        let mut begun = false;
        let mut next = |s: &mut Sentence<'_>| {
            if std::mem::replace(&mut begun, true) {
                _ = s.punctuate(Punctuation::Comma)
            } else {
                begin(s)
            };
        };
        if let Some(number) = self.number {
            next(s);
            push_number(s, number);
        }
        if self.holding.role == HoldingRole::Microform && self.microfilm == MicrofilmWord::OpensTheUnits {
            next(s);
            s.term(|language| language.notes.microfilm);
        }
        if let Some(reference) = &self.holding.reference {
            next(s);
            s.verbatim(reference);
        }
        for level in self.levels() {
            next(s);
            push_unit(s, level);
        }
        match (self.locator, &self.holding.leaves) {
            (Some(locator), _) => {
                next(s);
                push_locator(s, locator);
            }
            (None, Some(leaves)) => {
                next(s);
                push_leaves(s, leaves, self.holding, self.folio);
            }
            (None, None) => {}
        }
    }
}

/// `box 26`; `folder 3, “China, 1950”`; `Maço “600.(24h)”` (A23).
fn push_unit(s: &mut Sentence<'_>, level: &Level) {
    let language = s.language();
    let word = level.level.as_ref().map(|kind| language.unit(kind));
    if let Some(word) = word {
        s.data(word).word(language.number_space);
    }
    match (&level.id, &level.title) {
        (Some(id), Some(title)) => _ = s.data(id).punctuate(Punctuation::Comma).quoted(title),
        (Some(id), None) => _ = s.data(id),
        (None, Some(title)) if word.is_some() => _ = s.quoted(title),
        (None, Some(title)) => _ = s.roman(title),
        (None, None) => {}
    }
}

/// A collection that has no title of its own is called by its path (A19): `Fond 45, opis 1`.
pub fn push_path_as_title(s: &mut Sentence<'_>, holding: &Holding) {
    if has_collection(holding) {
        return push_collection(s, holding);
    }
    for (index, level) in holding.path.iter().enumerate() {
        if index > 0 {
            s.punctuate(Punctuation::Comma);
        }
        if let Some(kind) = &level.level {
            let language = s.language();
            s.data(language.level(kind)).word(language.number_space);
        }
        match (&level.id, &level.title) {
            (Some(id), None) => _ = s.data(id),
            (Some(id), Some(title)) => _ = s.data(id).punctuate(Punctuation::Comma).quoted(title),
            (None, title) => _ = s.roman(title.as_deref().unwrap_or_default()),
        }
    }
}

/// The narrowest collection that has a title, or the path.
pub(crate) fn push_short_path(s: &mut Sentence<'_>, holding: &Holding) {
    let titled =
        holding.path.iter().rev().filter(|level| is_collection_level(level)).find_map(|level| level.title.as_ref());
    match titled {
        Some(title) => _ = s.roman(title),
        None => push_path_as_title(s, holding),
    }
}

/// The holding of a document, if the record tells its units rather than the whole wording.
pub(crate) fn in_units(document: &Document) -> Option<&Holding> {
    document.holdings().first().filter(|holding| holding.cited_whole.is_none() && holding.as_cited.is_none())
}

/// The number of the document, where its title does not say it (A11).
pub(crate) fn unsaid_number(document: &Document) -> Option<&str> {
    document.number().filter(|number| !document.title().is_some_and(|title| has_words(&title.text, number)))
}

/// The number of a document among the units.
pub(crate) fn push_number(s: &mut Sentence<'_>, number: &str) {
    books::push_number(s, number, NumberRule::AllDigits);
}

/// `ll. 97–98`: the unit follows from the path, and takes the plural where there are several (A8).
fn push_leaves(s: &mut Sentence<'_>, leaves: &Leaves, holding: &Holding, folio: Option<Unit>) {
    let under = |kind: &LevelKind| holding.path.iter().any(|level| level.level.as_ref() == Some(kind));
    let derived = if under(&LevelKind::Fond) {
        LeafUnit::List
    } else if under(&LevelKind::Roll) {
        LeafUnit::Frame
    } else {
        LeafUnit::Page
    };
    let (language, several) = (s.language(), is_several(&leaves.range));
    match (leaves.unit.as_ref().unwrap_or(&derived), folio) {
        (LeafUnit::Folio, Some(word)) => s.word(word.of(several)),
        (LeafUnit::Other(unit), _) => {
            s.data(unit).word(if several && !unit.ends_with(['s', '.']) { language.leaf_forms.plural } else { "" })
        }
        (unit, _) => s.word(language.leaf(unit, several)),
    };
    s.word(language.number_space);
    s.with(|text| push_range(text, &leaves.range, RangeDigits::Kept, language));
}

fn is_main(level: &Level) -> bool {
    matches!(level.level, Some(LevelKind::RecordGroup | LevelKind::Fonds | LevelKind::Collection))
}

/// Groups of a main level and what is part of it: the groups narrowest first, within them broadest first (A15).
pub fn push_collection(s: &mut Sentence<'_>, holding: &Holding) {
    let mut end = holding.path.len();
    let mut first = true;
    for start in (0..holding.path.len()).rev() {
        let opens = holding.path.get(start).is_some_and(is_main);
        if !opens && start > 0 {
            continue;
        }
        let group = holding.path.get(start..end).unwrap_or_default();
        for level in group.iter().filter(|level| is_collection_level(level)) {
            if !std::mem::take(&mut first) {
                s.punctuate(Punctuation::Comma);
            }
            push_collection_level(s, level);
        }
        end = start;
    }
}

/// `General Records of the Department of State, Record Group 59`; `Series 5: Financial Papers` (A15).
fn push_collection_level(s: &mut Sentence<'_>, level: &Level) {
    let titles = &s.language().titles;
    let word = match level.level {
        Some(LevelKind::RecordGroup) => titles.record_group,
        Some(LevelKind::Subgroup) => titles.subgroup,
        Some(LevelKind::Series) => titles.series,
        Some(LevelKind::Subseries) => titles.subseries,
        _ => "",
    };
    let numbered = |id: &str| if id.starts_with(|c: char| c.is_ascii_digit()) { word } else { "" };
    match (&level.level, &level.id, &level.title) {
        (Some(LevelKind::Series | LevelKind::Subseries), Some(id), title) => {
            let said = has_words(id, word.trim_end());
            s.word(if said { "" } else { word }).data(id);
            if let Some(title) = title {
                s.term(|language| language.colon).roman(title);
            }
        }
        (_, Some(id), Some(title)) => _ = s.roman(title).punctuate(Punctuation::Comma).word(numbered(id)).data(id),
        (_, Some(id), None) => _ = s.word(numbered(id)).data(id),
        (_, None, title) => _ = s.roman(title.as_deref().unwrap_or_default()),
    }
}
