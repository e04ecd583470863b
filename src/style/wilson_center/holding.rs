//! `APRF, f. 45, op. 1, d. 342, l. 78`: the repository, then the shelf mark. A file at the start of the path comes first.

use super::date;
use crate::document::{Date, Holding, LeafUnit, Leaves, Level, LevelKind};
use crate::prose::language::Language;
use crate::prose::ranges::is_several;
use crate::prose::repository::{PlaceRule, RepositoryForm, RepositoryPart, push_repository};
use crate::prose::sentence::Sentence;
use crate::slice::slice;

/// `NAME (ABBR), DEPARTMENT, PARENT, PLACE`
const REPOSITORY: RepositoryForm = {
    use RepositoryPart::{Department, NameAndAbbreviation, Parent, Place};
    RepositoryForm { parts: &[NameAndAbbreviation, Department, Parent, Place], place: PlaceRule::Always }
};

pub(super) fn is_printable(holding: &Holding) -> bool {
    holding.repository.is_some() || has_shelf_mark(holding) || holding.cited_whole.is_some()
}

fn has_shelf_mark(holding: &Holding) -> bool {
    holding.as_cited.is_some() || holding.reference.is_some() || !holding.path.is_empty() || holding.leaves.is_some()
}

/// The end of a part, which decides how a comma or a period follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    Words,
    /// A whole wording from the record, with its own end.
    AsTyped,
    /// A quotation mark that includes the comma or the period.
    OwnQuotationMark,
}

impl Ending {
    /// Adds the period of the sentence, unless the text has its own end: `3. d.`, or `… what now?`.
    pub(super) fn close(self, s: &mut Sentence<'_>) {
        let words = s.as_str();
        let is_ended = match words.as_bytes().last() {
            // The words before a quotation mark decide, also before a character that may be one.
            Some(b'"' | b'\'' | 0x80..) => words.trim_end_matches(['"', '”', '’', '\'']).ends_with(['.', '?', '!']),
            last => matches!(last, Some(b'.' | b'?' | b'!')),
        };
        if self == Ending::OwnQuotationMark || !is_ended {
            self.punctuate(s, '.');
        }
    }

    pub(super) fn punctuate(self, s: &mut Sentence<'_>, mark: char) {
        let (_, close) = s.language().quotation.outer;
        s.with(|text| match self {
            Ending::Words | Ending::AsTyped => text.push(mark),
            Ending::OwnQuotationMark => {
                text.truncate(text.as_str().len() - close.len());
                text.push(mark);
                text.push_str(close);
            }
        });
    }
}

/// `copy at National Security Archive` (B30), and `copy, “Cuba,” …` if something else comes first.
pub(super) fn push_copy(s: &mut Sentence<'_>, copy: &Holding) -> Ending {
    if opens_with_repository(copy) {
        s.term(|language| language.notes.copy_at);
    } else {
        s.term(|language| language.notes.copy).word(", ");
    }
    push(s, copy)
}

fn opens_with_repository(holding: &Holding) -> bool {
    let Some(repository) = &holding.repository else { return false };
    match &holding.cited_whole {
        Some(whole) => {
            let names = [&repository.name, &repository.abbreviation];
            names.into_iter().flatten().any(|name| whole.starts_with(name.as_str()))
        }
        None => !opens_with_file(holding),
    }
}

pub(super) fn push(s: &mut Sentence<'_>, holding: &Holding) -> Ending {
    if let Some(whole) = &holding.cited_whole {
        s.data(whole);
        return Ending::AsTyped;
    }
    let Some(repository) = &holding.repository else { return push_shelf_mark(s, holding) };
    if !has_shelf_mark(holding) {
        push_repository(s, repository, REPOSITORY);
        return Ending::Words;
    }
    if opens_with_file(holding) {
        push_shelf_mark(s, holding).punctuate(s, ',');
        push_repository(s.word(" "), repository, REPOSITORY);
        return Ending::Words;
    }
    let start = s.as_str().len();
    push_repository(s, repository, REPOSITORY);
    // `PRC FMA 111-00342-05, 21`
    let reference_follows = holding.as_cited.is_none() && holding.reference.is_some();
    let in_capitals = reference_follows && is_in_capitals(slice(s.as_str(), start..));
    s.word(if in_capitals { " " } else { ", " });
    push_shelf_mark(s, holding)
}

fn is_in_capitals(name: &str) -> bool {
    name.contains(char::is_uppercase) && !name.contains(char::is_lowercase)
}

fn push_shelf_mark(s: &mut Sentence<'_>, holding: &Holding) -> Ending {
    if let Some(words) = &holding.as_cited {
        s.data(words);
        return Ending::Words;
    }
    let mut ending = None;
    let mut next = |s: &mut Sentence<'_>, next: Ending| match ending.replace(next) {
        None => {}
        Some(Ending::OwnQuotationMark) => {
            Ending::OwnQuotationMark.punctuate(s, ',');
            s.word(" ");
        }
        Some(Ending::Words | Ending::AsTyped) => _ = s.word(", "),
    };
    if let Some(reference) = &holding.reference {
        next(s, Ending::Words);
        s.data(reference);
    }
    let file_first = opens_with_file(holding);
    for (index, level) in holding.path.iter().enumerate() {
        let quoted = file_first && index == 0 && level.id.is_none();
        let dated = level.date.as_ref().is_some_and(Date::is_printable);
        next(s, if quoted && !dated { Ending::OwnQuotationMark } else { Ending::Words });
        push_level(s, level, quoted);
    }
    if let Some(leaves) = &holding.leaves {
        next(s, Ending::Words);
        push_leaves(s, leaves, &holding.path);
    }
    ending.unwrap_or(Ending::Words)
}

/// Whether the broadest level is a titled unit, not a grouping, as in Polish and Brazilian archives.
fn opens_with_file(holding: &Holding) -> bool {
    holding.path.first().is_some_and(|level| level.title.is_some() && level.level.as_ref().is_some_and(is_unit))
}

fn is_unit(kind: &LevelKind) -> bool {
    use LevelKind as L;
    !matches!(
        kind,
        L::RecordGroup
            | L::Subgroup
            | L::Fonds
            | L::Subfonds
            | L::Collection
            | L::Series
            | L::Subseries
            | L::Entry
            | L::Lot
            | L::Fond
            | L::Opis
            | L::Delo
            | L::Papka
            | L::Publication
            | L::Roll
    )
}

/// The word before a level's number. `None` for a grouping, whose number or name is printed alone.
fn word<'l>(kind: &'l LevelKind, language: &Language) -> Option<&'l str> {
    use LevelKind as L;
    Some(match kind {
        L::Fonds | L::Subfonds | L::Subgroup | L::Collection | L::Series | L::Subseries | L::Entry | L::Lot => {
            return None;
        }
        L::Papka => language.level_forms.papka_short,
        kind => language.unit(kind),
    })
}

fn push_level(s: &mut Sentence<'_>, level: &Level, quoted: bool) {
    let language = s.language();
    let mut word = level.level.as_ref().and_then(|kind| word(kind, language));
    // `RG 59` already contains the word.
    if level.level == Some(LevelKind::RecordGroup)
        && level.id.as_ref().is_some_and(|id| !id.starts_with(|c: char| c.is_ascii_digit()))
    {
        word = None;
    }
    match (&level.id, &level.title) {
        (Some(number), Some(title)) if level.level == Some(LevelKind::File) => {
            _ = s.data(title).word(", ").data(number);
        }
        (Some(number), Some(title)) => match word {
            None => _ = s.data(number).word(" (").data(title).word(")"),
            Some(word) => _ = s.data(word).word(" ").data(number).word(": ").data(title),
        },
        (Some(number), None) => match word {
            None => _ = s.data(number),
            Some(word) => _ = s.data(word).word(" ").data(number),
        },
        (None, Some(title)) => {
            let soviet =
                matches!(level.level, Some(LevelKind::Fond | LevelKind::Opis | LevelKind::Papka | LevelKind::Delo));
            if let Some(word) = word.filter(|_| !soviet && level.level != Some(LevelKind::File)) {
                s.data(word).word(" ");
            }
            if quoted {
                let (open, close) = language.quotation.outer;
                s.word(open).data(title).word(close);
            } else {
                s.data(title);
            }
        }
        (None, None) => {}
    }
    if let Some(date) = level.date.as_ref().filter(|date| date.is_printable()) {
        date::push(s.word(" "), date);
    }
}

/// `l. 78`, `ll. 67-70` under a fond. Elsewhere only the number, unless the record contains another unit.
fn push_leaves(s: &mut Sentence<'_>, leaves: &Leaves, path: &[Level]) {
    let under_fond = path.iter().any(|level| level.level == Some(LevelKind::Fond));
    let several = is_several(&leaves.range);
    let language = s.language();
    let word = match (&leaves.unit, under_fond) {
        (None, true) => language.leaf(&LeafUnit::List, several),
        (None | Some(LeafUnit::Page), false) => "",
        (Some(unit), _) => language.leaf(unit, several),
    };
    if !word.is_empty() {
        s.data(word).word(" ");
    }
    s.data(&leaves.range);
}
