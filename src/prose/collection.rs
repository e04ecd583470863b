//! The name of a collection: the levels that it consists of, and their order (RULES 4.1; A15, B5, B6).

use super::books;
use super::language::Language;
use super::levels::{UnitCase, is_collection_level, is_main, push_collection_level, push_unit};
use super::sentence::{Punctuation, Sentence, plain};
use super::supplied::names_one;
use super::words::{ends_with_words, has_words};
use crate::document::{Document, Holding, Kind, Level, LevelKind};
use crate::separator::Separator;
use crate::slice::{slice, sublist};

/// Whether the path has a level that is part of a collection's name: a record group, a fonds, a series.
pub fn has_collection(holding: &Holding) -> bool {
    holding.path.iter().any(is_collection_level)
}

/// The punctuation between a creator and the title of a collection: a space if the title continues the name, as in
/// `Horace Kallen Papers`, and otherwise a comma: `Walt Whitman, Diaries and notebooks` (RULES 7.1).
pub(crate) fn before_title(title: &str) -> Punctuation {
    /// The words of a longer title describe the collection.
    const MOST: usize = 4;
    let name = title.split([',', '(', '[']).next().unwrap_or_default();
    let mut words = name.split_whitespace();
    // A short word such as "and" has no capital in a name either.
    let is_of_a_name = |word: &str| {
        let is_word = word == "&" || word.contains(char::is_alphanumeric);
        is_word && !word.ends_with([':', ';']) && (!word.starts_with(char::is_lowercase) || word.chars().count() <= 3)
    };
    let is_name = match words.clone().count() {
        0 | 1 => true,
        count => count <= MOST && words.all(is_of_a_name),
    };
    if is_name { Punctuation::Space } else { Punctuation::Comma }
}

/// How the levels of a collection are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CollectionForm<'d> {
    pub(crate) order: CollectionOrder,
    /// A level that is already printed.
    pub(crate) said: Option<&'d Level>,
    pub(crate) case: UnitCase,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CollectionOrder {
    /// From narrow to broad, but numbered series after their collection (B5).
    ByRule,
    /// The same before units, but a record group comes before its series (B5).
    BeforeUnits,
    /// In the order of the path, after a repository that leads (B1).
    BroadFirst,
}

impl CollectionForm<'_> {
    pub(crate) const BY_RULE: CollectionForm<'static> =
        CollectionForm { order: CollectionOrder::ByRule, said: None, case: UnitCase::Small };

    /// Whether there is a level to write.
    pub(crate) fn is_printable(&self, holding: &Holding) -> bool {
        holding.path.iter().any(|level| is_collection_level(level) && !self.is_said(level))
    }

    fn is_said(&self, level: &Level) -> bool {
        self.said.is_some_and(|said| std::ptr::eq(said, level))
    }

    /// Adds the levels of the path that form a collection. `begin` writes the text before the first one, `between`
    /// separates a collection from the one that it is part of, and all others are joined by commas.
    pub(crate) fn push(
        &self,
        s: &mut Sentence<'_>,
        holding: &Holding,
        begin: impl Fn(&mut Sentence<'_>),
        between: impl Fn(&mut Sentence<'_>),
    ) {
        let mut separator = Separator::new();
        each_level(holding, self.order, |level, parted| {
            if self.is_said(level) {
                return;
            }
            match (separator.follows(), parted) {
                (false, _) => begin(s),
                (true, true) => between(s),
                (true, false) => _ = s.punctuate(Punctuation::Comma),
            }
            if is_collection_level(level) {
                push_collection_level(s, level, self.case);
            } else {
                push_unit(s, level, self.case);
            }
        });
    }
}

/// Adds the levels of the path that form a collection, each with its title and number, joined by commas (A15, B5).
pub fn push_collection(s: &mut Sentence<'_>, holding: &Holding) {
    CollectionForm::BY_RULE.push(s, holding, |_| (), |s| _ = s.punctuate(Punctuation::Comma));
}

/// Visits the levels in their order (B5), and marks those that begin a broader collection (B6).
fn each_level<'d>(holding: &'d Holding, order: CollectionOrder, mut visit: impl FnMut(&'d Level, bool)) {
    let path = &holding.path;
    if order == CollectionOrder::BroadFirst {
        let levels = path.iter().filter(|level| is_collection_level(level));
        levels.chain(volume_of_series(holding)).for_each(|level| visit(level, false));
        return;
    }
    if in_record_group(holding) {
        if order == CollectionOrder::BeforeUnits {
            path.iter().filter(|level| is_collection_level(level)).for_each(|level| visit(level, false));
            return;
        }
        let mut parted = false;
        for level in path.iter().rev().filter(|level| is_collection_level(level)) {
            visit(level, parted);
            parted = is_main(level);
        }
        return;
    }
    let mut end = path.len();
    for start in (0..path.len()).rev() {
        let opens = path.get(start).is_some_and(is_main);
        if !opens && start > 0 {
            continue;
        }
        let group = sublist(path, start..end);
        let (main, parts) = group.split_at(usize::from(opens));
        let parts = parts.iter().filter(|level| is_collection_level(level));
        let mut parted = end < path.len();
        let mut next = |level| visit(level, std::mem::take(&mut parted));
        if follow(parts.clone()) {
            let volume = if end == path.len() { volume_of_series(holding) } else { None };
            main.iter().chain(parts).chain(volume).for_each(&mut next);
        } else {
            parts.rev().chain(main).for_each(&mut next);
        }
        end = start;
    }
}

fn in_record_group(holding: &Holding) -> bool {
    holding.path.iter().any(|level| level.level == Some(LevelKind::RecordGroup))
}

/// Whether series come after their collection: the broadest has a number, or its title contains the word (B5).
fn follow<'d>(mut parts: impl Iterator<Item = &'d Level>) -> bool {
    parts.next().is_some_and(|broadest| {
        let is_series = |title: &String| has_words(title, "series") || has_words(title, "subseries");
        broadest.id.is_some() || broadest.title.as_ref().is_some_and(is_series)
    })
}

/// The volume that is printed after its series, not among the units: `Overseers Reports, Professional Series, vol. 2`
/// (B5).
pub(super) fn volume_of_series(holding: &Holding) -> Option<&Level> {
    let last = holding.path.iter().rposition(is_collection_level)?;
    let volume = holding.path.get(last + 1).filter(|level| level.level == Some(LevelKind::Volume))?;
    let main = holding.path.iter().rposition(is_main)?;
    let parts = sublist(&holding.path, main + 1..=last).iter().filter(|level| is_collection_level(level));
    (!in_record_group(holding) && follow(parts)).then_some(volume)
}

/// Adds the path as the name of a collection without a title (A19): `Fond 45, opis 1`.
pub fn push_path_as_title(s: &mut Sentence<'_>, holding: &Holding) {
    push_path_in_elements(s, holding, |s| _ = s.punctuate(Punctuation::Comma));
}

/// Like [`push_path_as_title`]. `between` separates a collection from the one that it is part of (B6).
pub(crate) fn push_path_in_elements(s: &mut Sentence<'_>, holding: &Holding, between: impl Fn(&mut Sentence<'_>)) {
    if has_collection(holding) {
        return CollectionForm::BY_RULE.push(s, holding, |_| (), between);
    }
    let mut separator = Separator::new();
    for level in &holding.path {
        if separator.follows() {
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

/// The level of a collection that is itself the document, if the title already prints it: the first level of its
/// finding aid (B5).
pub(crate) fn level_of_title(document: &Document) -> Option<&Level> {
    let title = document.title().filter(|_| *document.kind() == Kind::Collection)?;
    let (first, creators) = (document.holdings().first()?.path.first()?, document.creators());
    let names_it = |words: &String| {
        words.eq_ignore_ascii_case(&title.text) || ends_with_words(words, &title.text) && names_one(words, creators)
    };
    first.title.as_ref().is_some_and(names_it).then_some(first)
}

/// The number of a collection that is itself the document: the id of its level, or its call number (B7).
pub(crate) fn number_of_collection(document: &Document) -> Option<&str> {
    let holding = in_units(document).filter(|_| *document.kind() == Kind::Collection)?;
    let level = level_of_title(document).and_then(|level| level.id.as_ref());
    let number = level.or(holding.reference.as_ref()).filter(|_| books::source(document).is_none())?;
    let follows = match document.title() {
        Some(title) => !has_words(&title.text, number),
        // For a collection within a collection, the number would follow the broader one.
        None => holding.path.iter().filter(|level| is_collection_level(level)).count() == 1,
    };
    follows.then_some(number)
}

/// The holding of a document, if the record has units instead of the archive's whole wording.
pub(crate) fn in_units(document: &Document) -> Option<&Holding> {
    document.holdings().first().filter(|holding| holding.cited_whole.is_none() && holding.as_cited.is_none())
}

/// The collection as a later note names it: the innermost one, by its short name or its title. A record group only if
/// it has a short name (B8).
pub(crate) fn short_collection(holding: &Holding) -> Option<(&Level, &str)> {
    use LevelKind::{Collection, Fonds, RecordGroup, Subfonds};
    let name_of = |level: &'_ Level| -> Option<bool> {
        match level.level {
            Some(Collection | Fonds | Subfonds) => Some(level.title.is_some() || level.short.is_some()),
            Some(RecordGroup) => Some(level.short.is_some()),
            _ => None,
        }
    };
    let level = holding.path.iter().rev().find(|level| name_of(level) == Some(true))?;
    Some((level, level.short.as_ref().or(level.title.as_ref())?))
}

/// Whether words already name a collection: by its short name, or by two capitalised words in a row from its title
/// (B8).
pub(crate) fn names_collection(words: &str, level: &Level) -> bool {
    let by_short = level.short.as_ref().is_some_and(|short| has_words(words, short));
    by_short || level.title.as_ref().is_some_and(|title| has_two_names(words, title))
}

fn has_two_names(words: &str, title: &str) -> bool {
    let mut before: Option<usize> = None;
    let mut at = 0;
    title.split(' ').any(|word| {
        let (start, end) = (at, at + word.len());
        at = end + 1;
        let pair = before.map(|before| slice(title, before..end));
        before = word.starts_with(char::is_uppercase).then_some(start);
        before.is_some() && pair.is_some_and(|pair| has_words(words, pair.trim_end_matches([',', '.', ';', ':'])))
    })
}

/// Whether a short name explains itself: its words occur in the title, in that order (B8).
pub(crate) fn is_plain_short(level: &Level) -> bool {
    let (Some(short), Some(title)) = (&level.short, &level.title) else { return false };
    let mut title = title.split_whitespace();
    short.split_whitespace().all(|word| title.any(|other| other.eq_ignore_ascii_case(word)))
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

/// The punctuation between a creator and [`push_path_as_title`]: see [`before_title`].
pub(crate) fn before_path(holding: &Holding, language: &Language) -> Punctuation {
    before_title(&plain(language, |s| push_path_as_title(s.capitalize_next(), holding)))
}

/// The punctuation between a creator and [`push_short_path`]: see [`before_title`].
pub(crate) fn before_short_path(holding: &Holding, language: &Language) -> Punctuation {
    before_title(&plain(language, |s| push_short_path(s.capitalize_next(), holding)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_continues_a_name_or_describes_the_collection() {
        for name in ["Papers", "papers", "Family Papers, 1838-1890", "Minutes and Reports", "Records (unprocessed)"] {
            assert_eq!(before_title(name), Punctuation::Space, "{name}");
        }
        for description in [
            "Diaries and notebooks",
            "M.19 - Jewish Council",
            "Letters: a selection",
            "Papers of the Years as a Consul",
        ] {
            assert_eq!(before_title(description), Punctuation::Comma, "{description}");
        }
    }
}
