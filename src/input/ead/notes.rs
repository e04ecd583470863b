//! Writes an element with all of its texts as a sentence of the note.

use super::super::draft::{At, Draft};
use super::known::{Known, in_element};

/// The whole element as one sentence of the note.
pub(super) fn note(item: &Known, draft: &mut Draft<'_>, at: At, label: &'static str) {
    let text = item.text(draft, at).into_owned();
    let others = others(item, draft, at);
    draft.note_as(at, label, text);
    others.into_iter().for_each(|at| draft.note_of(at, label));
}

/// The other texts of the element that contains a value.
pub(super) fn others(item: &Known, draft: &Draft<'_>, at: At) -> Vec<At> {
    let element = item.element(at);
    let is_other = |other: &At| {
        let way = item.way(*other).filter(|way| *other != at && !way.is_attribute);
        // A date in a title is an element of its own.
        way.is_some_and(|way| *way.element_field == *element)
    };
    in_element(draft, at, &element).filter(is_other).collect()
}
