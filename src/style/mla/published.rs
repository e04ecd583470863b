//! The book as a container: `_Title_, edited by A, vol. 1, Publisher, 1987, pp. 219–20` (RULES 6.4; A9)

use super::{CALENDAR, CUT, Composer};
use crate::document::{Name, Publication, Title};
use crate::prose::books::{is_by_the_same, is_journal, next, push_edition, push_number, push_unit};
use crate::prose::dates::{self, Part};
use crate::prose::names::{Parties, Shape, push_list};
use crate::prose::ranges::{Digits, is_labelled, push_range};
use crate::prose::sentence::{Joint, Sentence};

impl Composer<'_> {
    pub(super) fn book(&self, s: &mut Sentence<'_>, book: &Publication) {
        let mut first = true;
        let words = &self.language().books;
        let is_journal = is_journal(book);
        let authors = if is_by_the_same(self.document, book) { &[] } else { book.authors.as_slice() };
        // A titled volume stands before its set, which closes the reference.
        let set = book.container.as_ref().filter(|_| !is_journal && book.title.is_some());
        match (&book.title, &book.container) {
            (Some(article), Some(journal)) if is_journal => {
                if !authors.is_empty() {
                    push_list(s, Parties::Names(authors), (Shape::Natural, Shape::Natural), CUT);
                    s.joint(Joint::Comma);
                }
                s.quoted(&article.text).translated(article).joint(Joint::Period);
                push_work(s, journal);
                first = false;
            }
            (Some(title), _) | (None, Some(title)) => push_work(next(s, &mut first), title),
            (None, None) => {}
        }
        let of_article = is_journal && book.title.is_some();
        for (word, names) in [
            (words.by, if of_article { &[] } else { authors }),
            (words.edited_by, &book.editors),
            (words.compiled_by, &book.compilers),
            (words.translated_by, &book.translators),
        ] {
            push_people(s, word, names, &mut first);
        }
        if let Some(edition) = &book.edition {
            push_edition(next(s, &mut first), edition);
        }
        if let Some(volume) = book.volume.as_ref().filter(|_| set.is_none()) {
            push_unit(next(s, &mut first), |words| words.volume, volume);
        }
        if let Some(issue) = &book.issue {
            push_unit(next(s, &mut first), |words| words.number, issue);
        }
        // A25: roman, behind the volume.
        if let Some(series) = &book.series {
            next(s, &mut first).roman(&series.text).translated(series);
        }
        // RULES 6.4: no place of publication, unless there is no publisher to print.
        if let Some(publisher) = book.publisher.as_ref().or(book.place.as_ref()) {
            next(s, &mut first).data(publisher);
        }
        if let Some(date) = book.date.as_ref().filter(|date| date.says_anything()) {
            dates::push(next(s, &mut first), date, Part::Whole, CALENDAR);
        }
        if let Some(number) = &book.number {
            push_number(next(s, &mut first), number);
        }
        if let Some(pages) = &book.pages {
            let several = pages.contains(['-', '–', '—', ',']);
            next(s, &mut first)
                .word(if is_labelled(pages) { "" } else { words.page.of(several) })
                .word(if is_labelled(pages) { "" } else { self.language().number_space })
                .with(|text| push_range(text, pages, Digits::Mla, self.language()));
        }
        if let Some(set) = set {
            s.joint(Joint::Period);
            if let Some(volume) = &book.volume {
                s.raise();
                push_unit(s, |words| words.volume, volume);
                s.term(|language| language.books.of);
            }
            push_work(s, set);
        }
    }
}

fn push_work(s: &mut Sentence<'_>, title: &Title) {
    s.italic(&title.text).translated(title);
}

fn push_people(s: &mut Sentence<'_>, word: &str, names: &[Name], first: &mut bool) {
    if !names.is_empty() {
        let s = next(s, first).word(word);
        push_list(s, Parties::Names(names), (Shape::Natural, Shape::Natural), CUT);
    }
}
