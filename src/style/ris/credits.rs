//! Who has a tag.

use super::kind::Type;
use crate::document::{ContributionRole, Name};
use crate::style::record::Facts;

/// Who wrote, received, edited, translated: the tag, the field of the document, and the names.
pub(super) fn credited<'d>(
    facts: &Facts<'d>,
    kind: Type,
) -> impl Iterator<Item = (&'static str, Path, &'d [Name])> + use<'d> {
    let document = facts.document;
    // With any other type A2 is an editor.
    let recipients = if kind == Type::Correspondence { document.recipients() } else { &[] };
    let path_of_book = facts.path_of_book();
    let of_book = facts.book.into_iter().flat_map(move |book| {
        let [editors, translators] = if path_of_book == "source" {
            ["source.editors", "source.translators"]
        } else {
            ["translation.source.editors", "translation.source.translators"]
        };
        [("ED", Path::Field(editors), book.editors.as_slice()), ("A4", Path::Field(translators), &book.translators)]
    });
    let translators = document.translation().map(|it| ("A4", Path::Field("translation.by"), it.by.as_slice()));
    let contributors = document.contributions().iter().enumerate();
    let contributors = contributors.filter(|(_, it)| it.roles.contains(&ContributionRole::Translated));
    [("AU", Path::Field("creators"), document.creators()), ("A2", Path::Field("recipients"), recipients)]
        .into_iter()
        .chain(of_book)
        .chain(translators)
        .chain(contributors.map(|(index, it)| ("A4", Path::Contribution(index), it.by.as_slice())))
}

/// Where names stand in a document.
pub(super) enum Path {
    Field(&'static str),
    Contribution(usize),
}
