//! `APRF, f. 45, op. 1, d. 342, l. 78`: the repository, then the shelf mark, but a file that opens the path comes first.

use super::date;
use crate::citation::Text;
use crate::document::{Date, Holding, LeafUnit, Leaves, Level, LevelKind, Repository};
use crate::prose::english;

pub(super) fn says_anything(holding: &Holding) -> bool {
    holding.repository.is_some() || has_shelf_mark(holding) || holding.cited_whole.is_some()
}

fn has_shelf_mark(holding: &Holding) -> bool {
    holding.as_cited.is_some() || holding.reference.is_some() || !holding.path.is_empty() || holding.leaves.is_some()
}

/// What a part ends with: its own closing quotation mark takes the comma or the period of the sentence into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    Words,
    OwnQuotationMark,
}

impl Ending {
    pub(super) fn punctuate(self, text: &mut Text, mark: char) {
        match self {
            Ending::Words => text.push(mark),
            Ending::OwnQuotationMark => {
                text.truncate(text.as_str().len() - '”'.len_utf8());
                text.push(mark);
                text.push('”');
            }
        }
    }
}

pub(super) fn push(text: &mut Text, holding: &Holding) -> Ending {
    if let Some(whole) = &holding.cited_whole {
        text.push_str(whole);
        return Ending::Words;
    }
    let Some(repository) = &holding.repository else { return push_shelf_mark(text, holding) };
    if !has_shelf_mark(holding) {
        push_repository(text, repository);
        return Ending::Words;
    }
    if opens_with_file(holding) {
        push_shelf_mark(text, holding).punctuate(text, ',');
        text.push(' ');
        push_repository(text, repository);
        return Ending::Words;
    }
    let start = text.as_str().len();
    push_repository(text, repository);
    let name = text.as_str().get(start..).unwrap_or_default();
    let in_capitals = name.contains(char::is_uppercase) && !name.contains(char::is_lowercase);
    // `PRC FMA 111-00342-05, 21`
    let reference_follows = holding.as_cited.is_none() && holding.reference.is_some();
    text.push_str(if in_capitals && reference_follows { " " } else { ", " });
    push_shelf_mark(text, holding)
}

/// `NAME (ABBR), DEPARTMENT, PARENT, PLACE`
fn push_repository(text: &mut Text, repository: &Repository) {
    match (&repository.name, &repository.abbreviation) {
        (Some(name), Some(abbreviation)) => {
            for part in [name, " (", abbreviation, ")"] {
                text.push_str(part);
            }
        }
        (Some(name), None) => text.push_str(name),
        (None, abbreviation) => text.push_str(abbreviation.as_deref().unwrap_or_default()),
    }
    for part in [&repository.department, &repository.parent, &repository.place].into_iter().flatten() {
        text.push_str(", ");
        text.push_str(part);
    }
}

fn push_shelf_mark(text: &mut Text, holding: &Holding) -> Ending {
    if let Some(words) = &holding.as_cited {
        text.push_str(words);
        return Ending::Words;
    }
    let mut ending = None;
    let mut joint = |text: &mut Text, next: Ending| {
        if let Some(ending) = ending.replace(next) {
            ending.punctuate(text, ',');
            text.push(' ');
        }
    };
    if let Some(reference) = &holding.reference {
        joint(text, Ending::Words);
        text.push_str(reference);
    }
    let file_first = opens_with_file(holding);
    for (index, level) in holding.path.iter().enumerate() {
        let quoted = file_first && index == 0 && level.id.is_none();
        let dated = level.date.as_ref().is_some_and(Date::says_anything);
        joint(text, if quoted && !dated { Ending::OwnQuotationMark } else { Ending::Words });
        push_level(text, level, quoted);
    }
    if let Some(leaves) = &holding.leaves {
        joint(text, Ending::Words);
        push_leaves(text, leaves, &holding.path);
    }
    ending.unwrap_or(Ending::Words)
}

/// The broadest level that is given is a titled unit, not a grouping: the Polish and the Brazilian archives' way.
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

/// The word before a level's number; none for a grouping, whose number or name stands alone.
fn word(kind: &LevelKind) -> Option<&str> {
    use LevelKind as L;
    Some(match kind {
        L::Fonds | L::Subgroup | L::Collection | L::Series | L::Subseries | L::Entry | L::Lot => return None,
        L::Fond => "f.",
        L::Opis => "op.",
        L::Papka => "p.",
        L::Delo => "d.",
        L::Volume => "vol.",
        L::RecordGroup => "record group",
        kind => kind.as_str(),
    })
}

fn push_level(text: &mut Text, level: &Level, quoted: bool) {
    let mut word = level.level.as_ref().and_then(word);
    // `RG 59` brings its own word.
    if level.level == Some(LevelKind::RecordGroup)
        && level.id.as_ref().is_some_and(|id| !id.starts_with(|c: char| c.is_ascii_digit()))
    {
        word = None;
    }
    match (&level.id, &level.title) {
        (Some(number), Some(title)) if level.level == Some(LevelKind::File) => push_all(text, &[title, ", ", number]),
        (Some(number), Some(title)) => match word {
            None => push_all(text, &[number, " (", title, ")"]),
            Some(word) => push_all(text, &[word, " ", number, ": ", title]),
        },
        (Some(number), None) => match word {
            None => text.push_str(number),
            Some(word) => push_all(text, &[word, " ", number]),
        },
        (None, Some(title)) => {
            let soviet =
                matches!(level.level, Some(LevelKind::Fond | LevelKind::Opis | LevelKind::Papka | LevelKind::Delo));
            if let Some(word) = word.filter(|_| !soviet && level.level != Some(LevelKind::File)) {
                push_all(text, &[word, " "]);
            }
            if quoted {
                push_all(text, &["“", title, "”"]);
            } else {
                text.push_str(title);
            }
        }
        (None, None) => {}
    }
    if let Some(date) = level.date.as_ref().filter(|date| date.says_anything()) {
        text.push(' ');
        date::push(text, date);
    }
}

fn push_all(text: &mut Text, parts: &[&str]) {
    parts.iter().for_each(|part| text.push_str(part));
}

/// `l. 78`, `ll. 67-70` under a fond; elsewhere the bare number, unless the record names another unit.
fn push_leaves(text: &mut Text, leaves: &Leaves, path: &[Level]) {
    let under_fond = path.iter().any(|level| level.level == Some(LevelKind::Fond));
    let several = english::is_several(&leaves.range);
    let word = match (&leaves.unit, under_fond) {
        (Some(LeafUnit::List), _) | (None, true) => {
            if several {
                "ll."
            } else {
                "l."
            }
        }
        (None | Some(LeafUnit::Page), false) => "",
        (Some(LeafUnit::Page), true) => {
            if several {
                "pp."
            } else {
                "p."
            }
        }
        (Some(LeafUnit::Folio), _) => {
            if several {
                "fols."
            } else {
                "fol."
            }
        }
        (Some(LeafUnit::Leaf), _) => {
            if several {
                "leaves"
            } else {
                "leaf"
            }
        }
        (Some(LeafUnit::Blatt), _) => "Bl.",
        (Some(LeafUnit::Frame), _) => {
            if several {
                "frames"
            } else {
                "frame"
            }
        }
        (Some(LeafUnit::Image), _) => {
            if several {
                "images"
            } else {
                "image"
            }
        }
        (Some(LeafUnit::Other(unit)), _) => unit,
    };
    if !word.is_empty() {
        push_all(text, &[word, " "]);
    }
    text.push_str(&leaves.range);
}
