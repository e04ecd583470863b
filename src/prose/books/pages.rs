//! The pages of a document in a book.

use super::PagesForm;
use crate::prose::ranges::{is_labelled, push_range};
use crate::prose::sentence::Sentence;

/// Whether a colon can come before these pages: `243`, `iv–ix`, but not `p. 5`, `doc. 19` or `line 3`.
pub(super) fn opens_with_number(pages: &str) -> bool {
    let is_roman = |c: char| matches!(c.to_ascii_lowercase(), 'i' | 'v' | 'x' | 'l' | 'c' | 'd' | 'm');
    let first = pages.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    pages.starts_with(|c: char| c.is_ascii_digit())
        || !is_labelled(pages) && !first.is_empty() && first.chars().all(is_roman)
}

/// Whether this is the number that an article of an electronic journal has instead of pages: `e0318239`, `article
/// 12345`, but not `A1`, a page of a newspaper.
pub(super) fn is_article_number(pages: &str) -> bool {
    let letters = pages.chars().take_while(|c| c.is_alphabetic()).count();
    let digits = pages.chars().skip(letters).filter(char::is_ascii_digit).count();
    !pages.contains(['-', '–', ',']) && letters > 0 && (pages.contains(' ') && !is_labelled_page(pages) || digits > 3)
}

fn is_labelled_page(pages: &str) -> bool {
    pages.starts_with("p. ") || pages.starts_with("pp. ")
}

/// Adds pages in this form.
pub(crate) fn push_pages(s: &mut Sentence<'_>, pages: &str, form: PagesForm) {
    let language = s.language();
    if matches!(form, PagesForm::Labelled(_) | PagesForm::LabelledAsTyped) && !is_labelled(pages) {
        let are_several = pages.contains(['-', '–', '—', ',']);
        s.word(language.books.page.of(are_several)).word(language.number_space);
    }
    match form {
        PagesForm::AsTyped | PagesForm::LabelledAsTyped => _ = s.data(pages),
        PagesForm::Range(digits) | PagesForm::Labelled(digits) => {
            s.with(|text| push_range(text, pages, digits, language));
        }
    }
}
