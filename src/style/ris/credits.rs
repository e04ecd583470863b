//! The people who have a tag.

use crate::document::{ContributionRole, Name};
use crate::style::record::Facts;
use crate::style::record::shape::{Reader, Shape};

/// Writers, recipients, editors, translators: the tag, the field of the document, and the names.
pub(super) fn credited<'d>(
    facts: &Facts<'d>,
    shape: Shape,
    reader: Reader,
) -> impl Iterator<Item = (&'static str, Path, &'d [Name])> + use<'d> {
    let document = facts.document;
    // With any other type A2 is an editor.
    let recipients = if shape == Shape::Correspondence { document.recipients() } else { &[] };
    let path_of_book = facts.path_of_book();
    // Every program reads the editor of a chapter from A2. For a book A2 is the editor of the series, and some
    // programs do not list ED.
    let editor = if matches!(shape, Shape::Chapter | Shape::Journal) { "A2" } else { "ED" };
    let is_zotero = reader == Reader::Zotero;
    // If its type has no field for a person, Zotero makes that person an author. Extra contains these people.
    let [has_editors, has_translators] =
        [!is_zotero || shape.has_editors(), !is_zotero || shape.has_translators() && shape != Shape::Correspondence];
    let of_book = facts.book.into_iter().flat_map(move |book| {
        let [editors, translators] = if path_of_book == "source" {
            ["source.editors", "source.translators"]
        } else {
            ["translation.source.editors", "translation.source.translators"]
        };
        let editors = has_editors.then_some((editor, Path::Field(editors), book.editors.as_slice()));
        let translators = has_translators.then_some(("A4", Path::Field(translators), book.translators.as_slice()));
        editors.into_iter().chain(translators)
    });
    let may_translate = !is_zotero || shape.has_translators() && facts.cites_translators();
    let translators = document.translation().filter(|_| may_translate);
    let translators = translators.map(|it| ("A4", Path::Field("translation.by"), it.by.as_slice()));
    let contributors = document.contributions().iter().enumerate();
    let contributors =
        contributors.filter(move |(_, it)| may_translate && it.roles.contains(&ContributionRole::Translated));
    [("AU", Path::Field("creators"), document.creators()), ("A2", Path::Field("recipients"), recipients)]
        .into_iter()
        .chain(of_book)
        .chain(translators)
        .chain(contributors.map(|(index, it)| ("A4", Path::Contribution(index), it.by.as_slice())))
}

/// The path of names in a document.
pub(super) enum Path {
    Field(&'static str),
    Contribution(usize),
}
