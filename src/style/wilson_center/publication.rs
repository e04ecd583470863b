//! `A and B, eds., TITLE (TRANSLATED), trans. X, vol. 1 (PLACE: PUBLISHER, YEAR), PAGES`
//!
//! Pages as typed: 219-20 and 134-135 both stand in the founding line. The address of a book is never printed.

use super::date;
use crate::document::{Name, Publication, Title};
pub(super) use crate::prose::books::book_says_anything as says_anything;
use crate::prose::books::{push_edition, push_number};
use crate::prose::language::Unit;
use crate::prose::lists::push_items;
use crate::prose::names::push_plain_name;
use crate::prose::sentence::Sentence;

pub(super) fn push(s: &mut Sentence<'_>, book: &Publication) {
    let words = &s.language().books;
    let mut parts = Parts { s, begun: false };
    let leads = if !book.authors.is_empty() {
        push_items(parts.part(), &book.authors, push_plain_name);
        Lead::Authors
    } else if !book.editors.is_empty() {
        push_lead(&mut parts, &book.editors, words.editor);
        Lead::Editors
    } else if !book.compilers.is_empty() {
        push_lead(&mut parts, &book.compilers, words.compiler);
        Lead::Compilers
    } else {
        Lead::Title
    };
    // A container makes the title one of an article or a chapter.
    match (&book.title, &book.container) {
        (Some(title), None) => push_title(parts.part(), title),
        (Some(title), Some(container)) => {
            let s = parts.part();
            let (open, close) = s.language().quotation.outer;
            push_title(s.word(open), title);
            push_title(s.word(",").word(close).word(" "), container);
        }
        (None, Some(container)) => push_title(parts.part(), container),
        (None, None) => {}
    }
    if leads == Lead::Authors {
        push_behind(&mut parts, words.ed, &book.editors);
    }
    if matches!(leads, Lead::Authors | Lead::Editors) {
        push_behind(&mut parts, words.comp, &book.compilers);
    }
    push_behind(&mut parts, words.trans, &book.translators);
    let is_journal = book.container.is_some() && book.publisher.is_none() && book.place.is_none();
    if let Some(volume) = &book.volume {
        if is_journal {
            parts.s.word(" ");
        } else {
            parts.part().word(words.volume.one).word(" ");
        }
        parts.s.data(volume);
    }
    if let Some(issue) = &book.issue {
        parts.part().word(words.number.one).word(" ").data(issue);
    }
    if let Some(edition) = &book.edition {
        push_edition(parts.part(), edition);
    }
    if let Some(series) = &book.series {
        push_title(parts.part(), series);
    }
    push_imprint(&mut parts, book);
    if let Some(number) = &book.number {
        push_number(parts.part(), number);
    }
    if let Some(pages) = &book.pages {
        parts.part().data(pages);
    }
}

/// Who or what opens the reference.
#[derive(PartialEq, Eq)]
enum Lead {
    Authors,
    Editors,
    Compilers,
    Title,
}

struct Parts<'s, 't> {
    s: &'s mut Sentence<'t>,
    begun: bool,
}

impl<'t> Parts<'_, 't> {
    fn part(&mut self) -> &mut Sentence<'t> {
        if self.begun {
            self.s.word(", ");
        }
        self.begun = true;
        self.s
    }
}

fn push_lead(parts: &mut Parts<'_, '_>, names: &[Name], unit: Unit) {
    push_items(parts.part(), names, push_plain_name);
    parts.part().word(unit.of(names.len() > 1));
}

fn push_behind(parts: &mut Parts<'_, '_>, word: &str, names: &[Name]) {
    if !names.is_empty() {
        push_items(parts.part().word(word), names, push_plain_name);
    }
}

/// `TITLE (TRANSLATED)`
fn push_title(s: &mut Sentence<'_>, title: &Title) {
    s.data(&title.text);
    if let Some(translated) = &title.translated {
        s.word(" (").data(translated).word(")");
    }
}

/// `(PLACE: PUBLISHER, YEAR)`; what is missing goes with its colon or comma.
fn push_imprint(parts: &mut Parts<'_, '_>, book: &Publication) {
    let date = book.date.as_ref().filter(|date| date.says_anything());
    if book.place.is_none() && book.publisher.is_none() && date.is_none() {
        return;
    }
    let s = parts.s.word(if parts.begun { " (" } else { "(" });
    parts.begun = true;
    if let Some(place) = &book.place {
        s.data(place);
    }
    if let Some(publisher) = &book.publisher {
        s.word(if book.place.is_some() { s.language().colon } else { "" }).data(publisher);
    }
    if let Some(date) = date {
        date::push(s.word(if book.place.is_some() || book.publisher.is_some() { ", " } else { "" }), date);
    }
    s.word(")");
}
