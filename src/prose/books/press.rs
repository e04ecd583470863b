//! Newspapers and magazines, which are identified by their date (B28), and the articles in them.

use crate::document::{Date, Document, Kind, Moment, Precision, Publication, RangeEnd, TitleForm, When};
use crate::prose::language::Language;
use crate::prose::words::has_words;

/// A periodical with a known day or month, and no other detail that a journal or a book has (B28).
pub(crate) fn is_newspaper(book: &Publication) -> bool {
    has_name_only(book) && book.date.as_ref().is_some_and(has_month)
}

/// The source of an article that an archive keeps, if only the name of a periodical is known: a clipping without its
/// day (B37).
pub(super) fn is_source_of_clipping(document: &Document, book: &Publication) -> bool {
    !document.holdings().is_empty() && has_name_only(book)
}

fn has_name_only(book: &Publication) -> bool {
    book.container.is_some()
        && book.title.is_none()
        && book.volume.is_none()
        && book.issue.is_none()
        && book.publisher.is_none()
}

/// Whether it is a day or a month, or the days or months of one issue: `February–March 1967`.
pub(super) fn has_month(date: &Date) -> bool {
    let is_month = |moment: &Moment| matches!(moment.precision(), Precision::Month(_) | Precision::Day { .. });
    match date.when() {
        When::Moment(moment) => is_month(moment),
        When::Range { start: RangeEnd::Moment(start), end: RangeEnd::Moment(end) } => is_month(start) && is_month(end),
        _ => false,
    }
}

/// The newspaper that printed a document. A clipping without its day is only recognised by its kind (B37).
fn newspaper<'d>(document: &'d Document, language: &Language) -> Option<&'d Publication> {
    document.source().filter(|source| {
        is_newspaper(source)
            || is_source_of_clipping(document, source)
                && (*document.kind() == Kind::Article || is_press_word(document, language))
    })
}

/// Whether a publication is cited as a newspaper in the citation of this document.
pub(crate) fn is_cited_as_newspaper(document: &Document, book: &Publication, language: &Language) -> bool {
    let is_source = document.source().is_some_and(|source| std::ptr::eq(source, book));
    let is_article = *document.kind() == Kind::Article && document.title().is_some();
    is_newspaper(book)
        || is_source && is_source_of_clipping(document, book) && (is_article || is_press_word(document, language))
}

/// The newspaper of an article. Anything else in a newspaper, such as a speech or a letter, is cited as "in" it
/// (B28).
pub(crate) fn newspaper_of_article<'d>(document: &'d Document, language: &Language) -> Option<&'d Publication> {
    let paper = newspaper(document, language)?;
    let title = document.title()?;
    let is_article = match document.kind() {
        Kind::Article => true,
        // The record has a headline and no kind or genre.
        Kind::Document if document.genre().is_none() => title.form != TitleForm::Supplied,
        _ => is_press_word(document, language),
    };
    is_article.then_some(paper)
}

/// Whether the word for a document adds nothing to its newspaper: then a document with a title needs no word.
pub(crate) fn is_said_by_newspaper(document: &Document, language: &Language) -> bool {
    let is_bare = *document.kind() == Kind::Article && document.genre().is_none();
    newspaper(document, language).is_some()
        && document.title().is_some()
        && (is_bare || is_press_word(document, language))
}

fn is_press_word(document: &Document, language: &Language) -> bool {
    let word = document.genre().unwrap_or(document.kind().as_str());
    language.books.press.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// The place of a newspaper whose name does not contain it: `Lake Forester (Lake Forest, IL)`.
pub(crate) fn has_unsaid_place(paper: &Publication) -> bool {
    let name = paper.container.as_ref().map_or("", |name| name.text.as_str());
    let city = paper.place.as_deref().and_then(|place| place.split(',').next()).unwrap_or_default().trim();
    paper.place.is_some() && !has_words(name, city)
}

/// Whether the date of an article or a clipping is the date of its newspaper, and is printed with it.
pub(crate) fn is_dated_by_newspaper(document: &Document, language: &Language) -> bool {
    let is_in_it = || newspaper_of_article(document, language).is_some() || is_press_word(document, language);
    newspaper(document, language)
        .is_some_and(|paper| (paper.date.is_none() || paper.date.as_ref() == document.date()) && is_in_it())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::EN_US;

    #[test]
    fn a_newspaper_is_known_by_its_day_or_month() {
        for (json, expected) in [
            (r#"{ "container": "Pravda", "date": "1961-01-25" }"#, true),
            (r#"{ "container": "Lingua Franca", "date": "1999-04", "pages": "3" }"#, true),
            (r#"{ "container": "Exponent", "place": "West Lafayette, IN", "date": "2009-02-13" }"#, true),
            (r#"{ "container": "Sing Out!", "date": "1967-02/1967-03" }"#, true),
            (r#"{ "container": "Pravda", "date": "1961" }"#, false),
            (r#"{ "container": "Pravda", "date": "1961/1962" }"#, false),
            (r#"{ "container": "Pravda", "date": "1961-02/.." }"#, false),
            (r#"{ "container": "Pravda" }"#, false),
            (r#"{ "container": "Bulletin", "issue": "5", "date": "1995-03" }"#, false),
            (r#"{ "container": "Book", "publisher": "P", "date": "1995-03" }"#, false),
            (r#"{ "title": "T", "container": "J", "date": "1995-03" }"#, false),
        ] {
            assert_eq!(is_newspaper(&serde_json::from_str(json).unwrap()), expected, "{json}");
        }
    }

    #[test]
    fn an_article_has_its_kind_or_a_headline() {
        for (json, expected) in [
            (r#""kind": "article""#, true),
            (r#""kind": "newspaper clipping""#, true),
            (r#""genre": "clipping""#, true),
            (r#""kind": "article", "genre": "editorial""#, true),
            ("\"number\": \"1\"", true),
            (r#""genre": "speech""#, false),
            (r#""kind": "letter""#, false),
        ] {
            let json = format!(
                r#"{{ "id": "a", "title": "T", {json}, "source": {{ "container": "Pravda", "date": "1961-01-25" }} }}"#
            );
            let document: Document = serde_json::from_str(&json).unwrap();
            assert_eq!(newspaper_of_article(&document, &EN_US).is_some(), expected, "{json}");
        }
    }
}
