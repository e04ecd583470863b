//! Pages, leaves and frames: the unit and the numbers (RULES 4.4).

use super::language::{Language, Unit};
use super::ranges::{RangeDigits, has_sides, is_bare, is_several, push_locator, push_range};
use super::sentence::Sentence;
use crate::document::{Holding, LeafUnit, Leaves, LevelKind};
use crate::slice::{slice, split};

/// The unit that is counted.
#[derive(Debug, PartialEq, Eq)]
enum Counted<'l> {
    /// A unit of the record format.
    Known(LeafUnit),
    /// Other words of the record.
    Recorded(&'l str),
    /// A label that was typed before the numbers.
    Typed(&'l str),
}

/// Adds the leaves with their unit, in the plural for several: `ll. 97–98` (A8).
pub(super) fn push_leaves(s: &mut Sentence<'_>, leaves: &Leaves, holding: &Holding, folio: Option<Unit>) {
    let (counted, numbers) = counted(leaves, holding, s.language());
    push_counted(s, &counted, numbers, folio);
}

/// Adds a locator. Bare numbers get the unit that the leaves of the record have (B11).
pub(super) fn push_located(s: &mut Sentence<'_>, locator: &str, holding: &Holding, folio: Option<Unit>) {
    match &holding.leaves {
        Some(leaves) if is_bare(locator) => {
            push_counted(s, &unit_of(locator, leaves, holding, s.language()), locator, folio)
        }
        _ => push_locator(s, locator),
    }
}

/// Whether bare numbers of a locator are pages, which citations in the text print without a label.
pub(super) fn counts_pages(locator: &str, holding: &Holding, language: &Language) -> bool {
    let counted = holding.leaves.as_ref().map(|leaves| unit_of(locator, leaves, holding, language));
    counted.is_none_or(|counted| counted == Counted::Known(LeafUnit::Page))
}

/// The unit of a locator. In leaves counted by pages, the locator may still be a folio.
fn unit_of<'l>(locator: &str, leaves: &'l Leaves, holding: &Holding, language: &Language) -> Counted<'l> {
    match counted(leaves, holding, language) {
        (Counted::Known(LeafUnit::Page), _) if leaves.unit.is_none() && has_sides(locator) => {
            Counted::Known(LeafUnit::Folio)
        }
        (counted, _) => counted,
    }
}

/// The unit, and the numbers without a typed label. B10: the typed label is the unit; else the recorded one, the one
/// that follows from the path, folios if there are sides, or pages.
fn counted<'l>(leaves: &'l Leaves, holding: &Holding, language: &Language) -> (Counted<'l>, &'l str) {
    if let Some((label, numbers)) = labelled(&leaves.range, language) {
        return (label, numbers);
    }
    let under = |kind: &LevelKind| holding.path.iter().any(|level| level.level.as_ref() == Some(kind));
    let counted = match &leaves.unit {
        Some(LeafUnit::Other(words)) => Counted::Recorded(words),
        Some(unit) => Counted::Known(unit.clone()),
        None if under(&LevelKind::Fond) => Counted::Known(LeafUnit::List),
        None if under(&LevelKind::Roll) => Counted::Known(LeafUnit::Frame),
        None if has_sides(&leaves.range) => Counted::Known(LeafUnit::Folio),
        None => Counted::Known(LeafUnit::Page),
    };
    (counted, &leaves.range)
}

/// `fols. 12r-13v`, `p. 5`, `m. 3`: a label of letters before numbers. Labels that the language does not know end in a period.
fn labelled<'l>(range: &'l str, language: &Language) -> Option<(Counted<'l>, &'l str)> {
    let end = range.find(|c: char| !c.is_alphabetic()).filter(|end| *end > 0)?;
    let (word, rest) = split(range, end);
    let label = slice(range, ..range.len() - rest.strip_prefix('.').unwrap_or(rest).len());
    let numbers = slice(range, label.len()..).trim_start();
    if !is_bare(numbers) {
        // `vol. 2, p. 5` is complete.
        return (label.ends_with('.') && numbers.starts_with(|c: char| c.is_ascii_digit()))
            .then_some((Counted::Typed(label), numbers));
    }
    match known(word, language) {
        Some(unit) => Some((Counted::Known(unit), numbers)),
        None => label.ends_with('.').then_some((Counted::Typed(label), numbers)),
    }
}

/// The unit of a label: `p`, `pp`, `pages`, `fols`, `f`.
fn known(label: &str, language: &Language) -> Option<LeafUnit> {
    use LeafUnit::{Blatt, Folio, Frame, Image, Leaf, List, Page};
    let is_word = |word: &str| {
        let word = word.trim_end_matches('.');
        let plural = label.strip_suffix('s').unwrap_or(label);
        word.eq_ignore_ascii_case(label) || word.eq_ignore_ascii_case(plural)
    };
    let short_folio = language.leaf_forms.folio;
    [Page, Leaf, Folio, List, Blatt, Frame, Image].into_iter().find(|unit| {
        let is_folio = *unit == Folio && (is_word(short_folio.one) || is_word(short_folio.many));
        is_folio || is_word(unit.as_str()) || is_word(language.leaf(unit, false)) || is_word(language.leaf(unit, true))
    })
}

fn push_counted(s: &mut Sentence<'_>, counted: &Counted<'_>, numbers: &str, folio: Option<Unit>) {
    let (language, several) = (s.language(), is_several(numbers));
    match (counted, folio) {
        (Counted::Known(LeafUnit::Folio), Some(word)) => s.word(word.of(several)),
        (Counted::Known(unit), _) => s.word(language.leaf(unit, several)),
        (Counted::Recorded(unit), _) => {
            s.data(unit).word(if several && !unit.ends_with(['s', '.']) { language.leaf_forms.plural } else { "" })
        }
        (Counted::Typed(label), _) => s.data(label),
    };
    s.word(language.number_space);
    s.with(|text| push_range(text, numbers, RangeDigits::Kept, language));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::EN_US;
    use crate::prose::sentence::plain;

    fn printed(holding: &str, folio: Option<Unit>) -> String {
        let holding: Holding = serde_json::from_str(holding).unwrap();
        plain(&EN_US, |s| push_leaves(s, holding.leaves.as_ref().unwrap(), &holding, folio))
    }

    #[test]
    fn the_unit_is_typed_or_recorded_or_follows() {
        let mla = Some(EN_US.leaf_forms.folio);
        for (leaves, said, in_mla) in [
            (r#""12r-13v""#, "fols. 12r–13v", "ff. 12r–13v"),
            (r#""637v""#, "fol. 637v", "f. 637v"),
            (r#""fols. 23r""#, "fol. 23r", "f. 23r"),
            (r#""ff. 3-5""#, "fols. 3–5", "ff. 3–5"),
            (r#""p. 5""#, "p. 5", "p. 5"),
            (r#""p. 5-7""#, "pp. 5–7", "pp. 5–7"),
            (r#""pages 5""#, "p. 5", "p. 5"),
            (r#""iv-ix""#, "pp. iv–ix", "pp. iv–ix"),
            (r#""5-5""#, "p. 5", "p. 5"),
            (r#""m. 3""#, "m. 3", "m. 3"),
            (r#""A-7""#, "p. A-7", "p. A-7"),
            (r#"{ "unit": "membrane", "range": "66v" }"#, "membrane 66v", "membrane 66v"),
            (r#"{ "unit": "page", "range": "12r" }"#, "p. 12r", "p. 12r"),
        ] {
            let holding = format!(r#"{{ "leaves": {leaves} }}"#);
            assert_eq!((printed(&holding, None).as_str(), printed(&holding, mla).as_str()), (said, in_mla));
        }
        let path = |level: &str| format!(r#"{{ "path": [{{ "level": "{level}", "id": 1 }}], "leaves": "12r" }}"#);
        assert_eq!(printed(&path("fond"), None), "l. 12r");
        assert_eq!(printed(&path("roll"), None), "frame 12r");
    }

    #[test]
    fn bare_numbers_take_the_unit_of_the_leaves() {
        for (holding, locator, said) in [
            (r#"{ "leaves": "43-47" }"#, "44", "p. 44"),
            (r#"{ "leaves": "43-47" }"#, "44-45", "pp. 44–45"),
            (r#"{ "leaves": "12r-13v" }"#, "12v", "fol. 12v"),
            (r#"{ "leaves": "12-13" }"#, "12v", "fol. 12v"),
            (r#"{ "leaves": "43-47" }"#, "fol. 3", "fol. 3"),
            (r#"{ "leaves": "43-47" }"#, "minute 12", "minute 12"),
            (r#"{}"#, "44", "44"),
        ] {
            let holding: Holding = serde_json::from_str(holding).unwrap();
            assert_eq!(plain(&EN_US, |s| push_located(s, locator, &holding, None)), said);
        }
    }
}
