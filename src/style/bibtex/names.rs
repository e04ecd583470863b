//! Authors, editors and translators. A name whose family name comes first is written as one piece.

use super::has_kept_particle;
use super::languages;
use crate::document::{Document, Name};
use crate::style::record::credits::TranslatorField;
use crate::style::record::people;
use crate::style::record::sheet::Sheet;

/// A field of names, each in its own order.
pub(super) fn push_names<'n>(sheet: &mut impl Sheet, field: &'static str, names: impl IntoIterator<Item = &'n Name>) {
    sheet.push_parts(field, names.into_iter().map(people::in_order));
}

/// `author = {{Mao Zedong}}`, and `shortauthor = {Mao}` for short notes and labels.
pub(super) fn push_authors(sheet: &mut impl Sheet, creators: &[Name]) {
    push_names(sheet, "author", creators);
    if creators.iter().any(people::is_family_first) {
        sheet.push_parts("shortauthor", creators.iter().map(people::short));
    }
    if has_kept_particle(creators) {
        sheet.push_text("options", "useprefix=true");
    }
}

/// The translators of the document or of its book. Returns what these fields leave unprinted.
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
    if document.creators().is_empty() {
        // Otherwise the translator would come first in the citation.
        sheet.push_text("options", "usetranslator=false");
    }
    let from = document.translation().and_then(|translation| translation.from.as_deref());
    let language = from.and_then(languages::babel).filter(|language| TRANSLATED_FROM.contains(language));
    sheet.push("origlanguage", language);
    TranslatorField { names: is_printed, language: is_printed && language.is_some() }
}

/// The languages for which both biblatex and biblatex-chicago print "from the Russian". For others biblatex-chicago
/// prints the bare word.
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
