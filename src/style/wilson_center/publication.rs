//! `A and B, eds., TITLE (TRANSLATED), trans. X, vol. 1 (PLACE: PUBLISHER, YEAR), PAGES`
//!
//! Pages as typed: 219-20 and 134-135 both stand in the founding line. The address of a book is never printed.

use super::date;
use crate::citation::Text;
use crate::document::{Name, Publication, Title};
pub(super) use crate::prose::books::book_says_anything as says_anything;
use crate::prose::english;

pub(super) fn push(text: &mut Text, book: &Publication) {
    let mut parts = Parts { text, begun: false };
    let leads = if !book.authors.is_empty() {
        english::list(parts.part(), &book.authors, english::natural_name);
        Lead::Authors
    } else if !book.editors.is_empty() {
        push_lead(&mut parts, &book.editors, ("ed.", "eds."));
        Lead::Editors
    } else if !book.compilers.is_empty() {
        push_lead(&mut parts, &book.compilers, ("comp.", "comps."));
        Lead::Compilers
    } else {
        Lead::Title
    };
    // A container makes the title one of an article or a chapter.
    match (&book.title, &book.container) {
        (Some(title), None) => push_title(parts.part(), title),
        (Some(title), Some(container)) => {
            let text = parts.part();
            text.push('“');
            push_title(text, title);
            text.push_str(",” ");
            push_title(text, container);
            parts.begun = true;
        }
        (None, Some(container)) => push_title(parts.part(), container),
        (None, None) => {}
    }
    if leads == Lead::Authors {
        push_behind(&mut parts, "ed. ", &book.editors);
    }
    if matches!(leads, Lead::Authors | Lead::Editors) {
        push_behind(&mut parts, "comp. ", &book.compilers);
    }
    push_behind(&mut parts, "trans. ", &book.translators);
    let is_journal = book.container.is_some() && book.publisher.is_none() && book.place.is_none();
    if let Some(volume) = &book.volume {
        if is_journal {
            parts.text.push(' ');
        } else {
            parts.part().push_str("vol. ");
        }
        parts.text.push_str(volume);
    }
    if let Some(issue) = &book.issue {
        parts.part().push_str("no. ");
        parts.text.push_str(issue);
    }
    if let Some(edition) = &book.edition {
        english::push_edition(parts.part(), edition);
    }
    if let Some(series) = &book.series {
        push_title(parts.part(), series);
    }
    push_imprint(&mut parts, book);
    if let Some(number) = &book.number {
        parts.part().push_str(if number.starts_with(|c: char| c.is_ascii_digit()) { "no. " } else { "" });
        parts.text.push_str(number);
    }
    if let Some(pages) = &book.pages {
        parts.part().push_str(pages);
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

struct Parts<'t> {
    text: &'t mut Text,
    begun: bool,
}

impl Parts<'_> {
    fn part(&mut self) -> &mut Text {
        if self.begun {
            self.text.push_str(", ");
        }
        self.begun = true;
        self.text
    }
}

fn push_lead(parts: &mut Parts<'_>, names: &[Name], (one, several): (&str, &str)) {
    english::list(parts.part(), names, english::natural_name);
    parts.part().push_str(if names.len() == 1 { one } else { several });
}

fn push_behind(parts: &mut Parts<'_>, word: &str, names: &[Name]) {
    if !names.is_empty() {
        parts.part().push_str(word);
        english::list(parts.text, names, english::natural_name);
    }
}

/// `TITLE (TRANSLATED)`
fn push_title(text: &mut Text, title: &Title) {
    text.push_str(&title.text);
    if let Some(translated) = &title.translated {
        text.push_str(" (");
        text.push_str(translated);
        text.push(')');
    }
}

/// `(PLACE: PUBLISHER, YEAR)`; what is missing goes with its colon or comma.
fn push_imprint(parts: &mut Parts<'_>, book: &Publication) {
    let date = book.date.as_ref().filter(|date| date.says_anything());
    if book.place.is_none() && book.publisher.is_none() && date.is_none() {
        return;
    }
    parts.text.push_str(if parts.begun { " (" } else { "(" });
    parts.begun = true;
    let text = &mut *parts.text;
    if let Some(place) = &book.place {
        text.push_str(place);
    }
    if let Some(publisher) = &book.publisher {
        text.push_str(if book.place.is_some() { ": " } else { "" });
        text.push_str(publisher);
    }
    if let Some(date) = date {
        text.push_str(if book.place.is_some() || book.publisher.is_some() { ", " } else { "" });
        date::push(text, date);
    }
    text.push(')');
}
