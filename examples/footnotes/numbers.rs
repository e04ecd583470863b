//! The notes of a chapter in the order of the text.

use std::collections::HashMap;

use crate::chapter::Chapter;
use crate::group::Group;

/// A note of the chapter: citations, or the author's own note.
#[derive(Clone, Copy)]
pub(crate) enum Note<'c> {
    Cited(&'c Group),
    Inline(usize),
    Own(usize),
    /// A note that is left to pandoc. It has no number.
    Left,
}

/// The notes in order with their numbers, and the numbers of the author's own notes by their labels.
pub(crate) fn numbered<'c>(chapter: &'c Chapter<'_>) -> (Vec<(usize, Note<'c>)>, HashMap<&'c str, usize>) {
    let own: HashMap<&str, usize> =
        chapter.definitions.iter().enumerate().rev().map(|(own, it)| (it.label.as_str(), own)).collect();
    let cited = chapter.groups.iter().filter(|group| group.within.is_none());
    let mut places: Vec<(usize, Note<'_>)> = cited
        .map(|group| (group.spot.range.start, if group.is_left() { Note::Left } else { Note::Cited(group) }))
        .collect();
    places.extend(chapter.inline.iter().enumerate().map(|(own, it)| (it.spot.range.start, Note::Inline(own))));
    let references = |inner: bool| chapter.references.iter().filter(move |it| it.within.is_some() == inner);
    let note = |label: &str| own.get(label).map(|own| Note::Own(*own));
    places.extend(references(false).filter_map(|it| Some((it.range.start, note(&it.label)?))));
    places.sort_by_key(|(at, _)| *at);
    // Then notes that only notes refer to, and notes without a reference.
    let inner = references(true).filter_map(|it| note(&it.label));
    let rest = (0..chapter.definitions.len()).map(Note::Own);
    let (mut in_order, mut numbers, mut number) = (Vec::new(), HashMap::new(), 0);
    for note in places.into_iter().map(|(_, note)| note).chain(inner).chain(rest) {
        if let Note::Own(own) = note {
            let label = chapter.definitions[own].label.as_str();
            if numbers.contains_key(label) {
                continue;
            }
            numbers.insert(label, number + 1);
        }
        number += usize::from(!matches!(note, Note::Left));
        in_order.push((number, note));
    }
    (in_order, numbers)
}
