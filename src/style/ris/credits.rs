//! The people who have a tag.

use crate::document::{ContributionRole, Name};
use crate::style::record::Facts;
use crate::style::record::shape::{Reader, Shape};

/// Visits writers, recipients, editors, translators: the tag, the field of the document, and the names.
pub(super) fn each<'d>(
    facts: &Facts<'d>,
    shape: Shape,
    reader: Reader,
    mut visit: impl FnMut(&'static str, Path, &'d [Name]),
) {
    let document = facts.document;
    let is_zotero = reader == Reader::Zotero;
    visit("AU", Path::Field("creators"), document.creators());
    // With any other type A2 is an editor.
    if shape == Shape::Correspondence {
        visit("A2", Path::Field("recipients"), document.recipients());
    }
    // If its type has no field for a person, Zotero makes that person an author. Extra contains these people.
    if let Some(book) = facts.book {
        let [editors, translators] = if facts.path_of_book() == "source" {
            ["source.editors", "source.translators"]
        } else {
            ["translation.source.editors", "translation.source.translators"]
        };
        if !is_zotero || shape.has_editors() {
            // Every program reads the editor of a chapter from A2. For a book A2 is the editor of the series, and some
            // programs do not list ED.
            let tag = if matches!(shape, Shape::Chapter | Shape::Journal) { "A2" } else { "ED" };
            visit(tag, Path::Field(editors), &book.editors);
        }
        if !is_zotero || shape.has_translators() && shape != Shape::Correspondence {
            visit("A4", Path::Field(translators), &book.translators);
        }
    }
    if is_zotero && !(shape.has_translators() && facts.cites_translators()) {
        return;
    }
    if let Some(translation) = document.translation() {
        visit("A4", Path::Field("translation.by"), &translation.by);
    }
    for (index, contribution) in document.contributions().iter().enumerate() {
        if contribution.roles.contains(&ContributionRole::Translated) {
            visit("A4", Path::Contribution(index), &contribution.by);
        }
    }
}

/// The path of names in a document.
pub(super) enum Path {
    Field(&'static str),
    Contribution(usize),
}
