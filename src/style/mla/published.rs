//! The book as a container: `_Title_, edited by A, vol. 1, Publisher, 1987, pp. 219–20` (RULES 6.4; A9)

use super::{CALENDAR, CUT, Composer};
use crate::document::{Name, Publication, Title};
use crate::style::english;
use crate::style::prose::dates::{self, Part};
use crate::style::prose::names::{Parties, Shape, push_list};
use crate::style::prose::ranges::{Digits, push_range};
use crate::style::prose::sentence::{Joint, Sentence};

pub(super) use crate::style::prose::lead::book_says_anything as says_anything;

impl Composer<'_> {
    pub(super) fn book(&self, s: &mut Sentence<'_>, book: &Publication) {
        let mut first = true;
        let is_journal = book.container.is_some() && book.publisher.is_none() && book.place.is_none();
        // A titled volume stands before its set, which closes the reference.
        let set = book.container.as_ref().filter(|_| !is_journal && book.title.is_some());
        match (&book.title, &book.container) {
            (Some(article), Some(journal)) if is_journal => {
                s.quoted(&article.text).translated(article).joint(Joint::Period);
                push_work(s, journal);
                first = false;
            }
            (Some(title), _) | (None, Some(title)) => push_work(next(s, &mut first), title),
            (None, None) => {}
        }
        let by_another = book.authors.as_slice() != self.document.creators();
        let authors = if by_another { book.authors.as_slice() } else { &[] };
        for (word, names) in [
            ("by ", authors),
            ("edited by ", &book.editors),
            ("compiled by ", &book.compilers),
            ("translated by ", &book.translators),
        ] {
            push_people(s, word, names, &mut first);
        }
        if let Some(edition) = &book.edition {
            next(s, &mut first).with(|text| english::push_edition(text, edition));
        }
        if let Some(volume) = book.volume.as_ref().filter(|_| set.is_none()) {
            next(s, &mut first).word("vol. ").data(volume);
        }
        if let Some(issue) = &book.issue {
            next(s, &mut first).word("no. ").data(issue);
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
            next(s, &mut first)
                .word(if number.starts_with(|c: char| c.is_ascii_digit()) { "no. " } else { "" })
                .data(number);
        }
        if let Some(pages) = &book.pages {
            let several = pages.contains(['-', '–', '—', ',']);
            next(s, &mut first)
                .word(if several { "pp. " } else { "p. " })
                .with(|text| push_range(text, pages, Digits::Mla));
        }
        if let Some(set) = set {
            s.joint(Joint::Period);
            if let Some(volume) = &book.volume {
                s.word("Vol. ").data(volume).word(" of ");
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
        let opens = *first;
        let s = next(s, first);
        if opens {
            s.raise();
        }
        s.word(word);
        push_list(s, Parties::Names(names), (Shape::Natural, Shape::Natural), CUT);
    }
}

fn next<'s, 't>(s: &'s mut Sentence<'t>, first: &mut bool) -> &'s mut Sentence<'t> {
    if std::mem::take(first) { s } else { s.joint(Joint::Comma) }
}
