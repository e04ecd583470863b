//! Who wrote, edited and translated: names whose family name comes first are written in one piece.

use super::has_kept_particle;
use super::languages;
use crate::document::{Document, Name};
use crate::style::record::people;
use crate::style::record::remarks::TranslatorField;
use crate::style::record::sheet::Sheet;

/// A field of names, each in its own order.
pub(super) fn push_names<'n>(sheet: &mut impl Sheet, field: &'static str, names: impl IntoIterator<Item = &'n Name>) {
    sheet.push_parts(field, names.into_iter().map(people::in_order));
}

/// `author = {{Mao Zedong}}`, and `shortauthor = {Mao}`, by which short notes and labels call him.
pub(super) fn push_authors(sheet: &mut impl Sheet, creators: &[Name]) {
    push_names(sheet, "author", creators);
    if creators.iter().any(people::is_family_first) {
        sheet.push_parts("shortauthor", creators.iter().map(people::short));
    }
    if has_kept_particle(creators) {
        sheet.push_text("options", "useprefix=true");
    }
}

/// The translators of the document, or else of the book that it is in; and what these fields leave unsaid in print.
pub(super) fn push_translators(
    sheet: &mut impl Sheet,
    document: &Document,
    of_book: &[Name],
    is_printed: bool,
) -> TranslatorField {
    if people::translators(document).next().is_none() {
        push_names(sheet, "translator", of_book);
        return TranslatorField::default();
    }
    push_names(sheet, "translator", people::translators(document));
    let from = document.translation().and_then(|translation| translation.from.as_deref());
    let language = from.and_then(languages::babel).filter(|language| TRANSLATED_FROM.contains(language));
    sheet.push("origlanguage", language);
    TranslatorField { names: is_printed, language: is_printed && language.is_some() }
}

/// The languages of which both biblatex and biblatex-chicago say "from the Russian": of others the second prints the bare word.
const TRANSLATED_FROM: &[&str] = &[
    "american",
    "brazilian",
    "danish",
    "dutch",
    "english",
    "french",
    "german",
    "greek",
    "italian",
    "latin",
    "norwegian",
    "portuguese",
    "russian",
    "spanish",
    "swedish",
];
