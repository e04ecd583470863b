//! The tags for literature in EndNote: `NV`, the number of volumes; `OP`, the original publication; `RI`, the reviewed item.

use crate::document::Original;
use crate::prose::sentence::{Punctuation, Sentence};
use crate::style::record::omissions::{OfLiterature, OfOriginal};
use crate::style::record::sheet::Sheet;
use crate::style::record::{Facts, people, push_with_translation, when};

pub(super) fn push(sheet: &mut impl Sheet, facts: &Facts<'_>) {
    sheet.push("NV", facts.book.and_then(|book| book.volumes.as_deref()));
    if let Some(original) = facts.cited_original() {
        sheet.push_words("OP", |s| push_original(s, original));
    }
    if let Some(reviewed) = facts.document.reviewed() {
        sheet.push_words("RI", |s| {
            push_with_translation(s, &reviewed.title);
            if !reviewed.by.is_empty() {
                people::push_list(s.word(", by "), &reviewed.by);
            }
        });
    }
}

/// `Title, Place, Publisher, 1952`
fn push_original(s: &mut Sentence<'_>, original: &Original) {
    if let Some(title) = &original.title {
        push_with_translation(s, title);
    }
    for words in [&original.place, &original.publisher].into_iter().flatten() {
        s.element(Punctuation::Comma, "", |s| _ = s.verbatim(words));
    }
    s.element(Punctuation::Comma, "", |s| original.date.iter().for_each(|date| when::push(s, date)));
}

/// What the tags contain.
pub(super) fn fields<'d>(facts: &Facts<'d>) -> OfLiterature<'d> {
    let has_original = facts.cited_original().is_some();
    OfLiterature {
        book: facts.book,
        volumes: true,
        original: OfOriginal {
            title: has_original,
            place: has_original,
            publisher: has_original,
            date: facts.cited_original().and_then(|it| it.date.as_ref()).is_some_and(when::is_plain),
        },
        reviewed: true,
    }
}
