//! A printed book or journal in one sentence that keeps all that is known of it.

use super::when;
use crate::document::{Name, Publication, Title};
use crate::prose::EN_US;
use crate::prose::books::{is_journal, next, push_edition, push_number, push_unit};
use crate::prose::names::{Cut, Parties, Shape, push_list};
use crate::prose::ranges::{Digits, push_range};
use crate::prose::sentence::{Joint, Sentence};

/// `A and B, eds., Title (Translated title), vol. 1 (Place: Publisher, 1987), 219–20`: as the 17th edition of the Chicago
/// Manual has it in a note, but with everybody and everything.
pub(crate) fn push(s: &mut Sentence<'_>, book: &Publication) {
    let mut first = true;
    let leader =
        [(&book.authors, "", ""), (&book.editors, ", ed.", ", eds."), (&book.compilers, ", comp.", ", comps.")]
            .into_iter()
            .find(|(names, ..)| !names.is_empty());
    if let Some((names, one, several)) = leader {
        push_names(next(s, &mut first), names);
        s.word(if names.len() == 1 { one } else { several });
    }
    push_titles(s, book, &mut first);
    if let Some(edition) = &book.edition {
        push_edition(next(s, &mut first), edition);
    }
    if let Some(volume) = book.volume.as_ref().filter(|_| book.container.is_none()) {
        push_unit(next(s, &mut first), |words| words.volume, volume);
    }
    if let Some(issue) = book.issue.as_ref().filter(|_| !is_journal(book)) {
        push_unit(next(s, &mut first), |words| words.number, issue);
    }
    if let Some(series) = &book.series {
        push_title(next(s, &mut first), series);
    }
    let is_leader = |names: &Vec<Name>| leader.is_some_and(|(leaders, ..)| std::ptr::eq(leaders, names));
    for (names, label) in [(&book.editors, "ed. "), (&book.compilers, "comp. "), (&book.translators, "trans. ")] {
        if !names.is_empty() && !is_leader(names) {
            push_names(next(s, &mut first).word(label), names);
        }
    }
    push_imprint(s, book, &mut first);
    if let Some(isbn) = &book.isbn {
        next(s, &mut first).word("ISBN ").verbatim(isbn);
    }
    if let Some(doi) = &book.doi {
        next(s, &mut first).word("https://doi.org/").verbatim(doi);
    }
    if let Some(url) = &book.url {
        next(s, &mut first).verbatim(url);
    }
}

fn push_names(s: &mut Sentence<'_>, names: &[Name]) {
    push_list(s, Parties::Names(names), (Shape::Natural, Shape::Natural), Cut::NEVER);
}

/// Of a journal's article the article and the journal; else the larger work and the title.
fn push_titles(s: &mut Sentence<'_>, book: &Publication, first: &mut bool) {
    let is_journal = is_journal(book);
    if let Some(title) = book.title.as_ref().filter(|_| is_journal) {
        next(s, first).quoted(&title.text);
        push_other_titles(s, title);
    }
    if let Some(container) = &book.container {
        push_title(next(s, first), container);
        if let Some(volume) = &book.volume {
            if is_journal {
                s.word(" ").data(volume);
            } else {
                push_unit(s.joint(Joint::Comma), |words| words.volume, volume);
            }
        }
        if let Some(issue) = book.issue.as_ref().filter(|_| is_journal) {
            push_unit(s.joint(Joint::Comma), |words| words.number, issue);
        }
    }
    if let Some(title) = book.title.as_ref().filter(|_| !is_journal) {
        push_title(next(s, first), title);
    }
}

fn push_title(s: &mut Sentence<'_>, title: &Title) {
    s.roman(&title.text);
    push_other_titles(s, title);
}

/// ` (in translation; in the original script; in Latin letters)`
pub(crate) fn push_other_titles(s: &mut Sentence<'_>, title: &Title) {
    let others = [&title.translated, &title.original, &title.transliterated];
    let mut opened = false;
    for other in others.into_iter().flatten() {
        s.word(if std::mem::replace(&mut opened, true) { "; " } else { " (" }).roman(other);
    }
    s.word(if opened { ")" } else { "" });
}

/// ` (Place: Publisher, 1987), no. 42, 219–20`; of a journal ` (1999): 12–15`
fn push_imprint(s: &mut Sentence<'_>, book: &Publication, first: &mut bool) {
    let date = book.date.as_ref().filter(|date| date.says_anything());
    let has_imprint = book.place.is_some() || book.publisher.is_some() || date.is_some();
    if has_imprint {
        // Brackets stand behind something.
        let bare = std::mem::take(first);
        s.word(if bare { "" } else { " (" });
        if let Some(place) = &book.place {
            s.data(place).word(if book.publisher.is_some() { ": " } else { "" });
        }
        if let Some(publisher) = &book.publisher {
            s.data(publisher);
        }
        if let Some(date) = date {
            if book.place.is_some() || book.publisher.is_some() {
                s.joint(Joint::Comma);
            }
            when::push(s, date);
        }
        s.word(if bare { "" } else { ")" });
    }
    if let Some(number) = &book.number {
        push_number(next(s, first), number);
    }
    if let Some(pages) = &book.pages {
        let counted = has_imprint || book.volume.is_some() || book.issue.is_some();
        if is_journal(book) && counted && book.number.is_none() {
            s.word(": ");
        } else {
            next(s, first);
        }
        s.with(|text| push_range(text, pages, Digits::Chicago, &EN_US));
    }
}

/// What a document is said to stand in: the book, or else the larger work, or else the series. Of a journal the volume is
/// its own, so that stands first, and the article's title stands in a sentence.
pub(crate) fn title(book: &Publication) -> Option<&Title> {
    let title = book.title.as_ref().filter(|_| !is_journal(book));
    title.or(book.container.as_ref()).or(book.series.as_ref())
}

/// The people of a book, by the keys of the record format.
pub(crate) fn people(book: &Publication) -> [(&'static str, &[Name]); 4] {
    [
        ("authors", &book.authors),
        ("editors", &book.editors),
        ("compilers", &book.compilers),
        ("translators", &book.translators),
    ]
}

/// The titles of a book, by the keys of the record format.
pub(crate) fn titles(book: &Publication) -> impl Iterator<Item = (&'static str, &Title)> {
    let titles = [("title", &book.title), ("container", &book.container), ("series", &book.series)];
    titles.into_iter().filter_map(|(key, title)| title.as_ref().map(|title| (key, title)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::record::plain;

    #[test]
    fn a_book_is_said_whole() {
        for (json, said) in [
            (
                r#"{ "editors": [{ "body": "Zhonggong zhongyang wenxian yanjiushi" }],
                     "title": { "text": "Jianguo yilai Mao Zedong wengao", "translated": "Mao Zedong's Manuscripts" },
                     "volume": "1", "place": "Beijing", "publisher": "Zhongyang wenxian chubanshe", "date": 1987, "pages": "219-20" }"#,
                "Zhonggong zhongyang wenxian yanjiushi, ed., Jianguo yilai Mao Zedong wengao (Mao Zedong’s Manuscripts), \
                 vol. 1 (Beijing: Zhongyang wenxian chubanshe, 1987), 219–20",
            ),
            (
                r#"{ "authors": ["Weathersby, Kathryn"], "title": "Korea, 1949-50", "container": "CWIHP Bulletin", "issue": "5",
                     "date": 1995, "pages": "1-9", "doi": "10.1/a" }"#,
                "Kathryn Weathersby, “Korea, 1949-50,” CWIHP Bulletin, no. 5 (1995): 1–9, https://doi.org/10.1/a",
            ),
            (
                r#"{ "authors": ["A"], "editors": ["B", "C"], "translators": ["D"], "title": "T", "series": "S", "number": "12",
                     "isbn": "978" }"#,
                "A, T, S, ed. B and C, trans. D, no. 12, ISBN 978",
            ),
        ] {
            let book: Publication = serde_json::from_str(json).unwrap();
            assert_eq!(plain(|s| push(s, &book)), said);
        }
    }
}
