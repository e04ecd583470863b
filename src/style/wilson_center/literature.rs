//! Books and articles, in the form in which the line prints editions of documents (RULES 14.5).
//!
//! No published line for a book alone was seen. The author comes first, then the parts in the order and with the
//! marks of `publication.rs`.

use super::{date, publication};
use crate::document::{Date, Document, Title};
use crate::prose::books::literature::{Literature, Shape, push_degree, push_role};
use crate::prose::books::{BookField, BookPeople, Credits, PrintedBook};
use crate::prose::lists::push_items;
use crate::prose::names::push_plain_name;
use crate::prose::sentence::{Punctuation, Sentence};

/// `A and B, eds., TITLE (PLACE: PUBLISHER, YEAR)`; `A, "TITLE," JOURNAL 18, no. 3 (2004), 147-67`
pub(super) fn push(
    s: &mut Sentence<'_>,
    document: &Document,
    literature: &Literature<'_>,
    (open, close): (char, char),
) {
    let (role, names) = match literature.leaders() {
        Some((role, names)) => (role, names),
        None => (BookPeople::Authors, document.creators()),
    };
    push_items(s, names, push_plain_name);
    if role != BookPeople::Authors {
        push_role(s.punctuate(Punctuation::Comma), role, names.len() > 1, Credits::Abbreviated);
    }
    let mut printed = PrintedBook::of(literature.book).dated(literature.spare_date());
    if !matches!(literature.shape, Shape::Part | Shape::Article) {
        printed = printed.without(BookField::Title);
    }
    if literature.leaders().is_some() {
        printed = printed.without(match role {
            BookPeople::Authors => BookField::Authors,
            BookPeople::Editors => BookField::Editors,
            BookPeople::GeneralEditors => BookField::GeneralEditors,
            BookPeople::Compilers => BookField::Compilers,
            BookPeople::Translators => BookField::Translators,
        });
    }
    let is_dated = literature.own_date().is_some_and(Date::is_printable);
    let follows = is_dated || literature.shape == Shape::Thesis || printed.is_printable();
    match literature.title() {
        Some(title) if literature.shape == Shape::Book => push_title(s.punctuate(Punctuation::Comma), title),
        Some(title) => {
            s.punctuate(Punctuation::Comma).with(|text| text.push(open));
            push_title(s, title);
            // As in the rest of the line, the comma comes before the mark.
            s.word(if follows { "," } else { "" }).with(|text| text.push(close));
        }
        None => {
            let word = document.genre().unwrap_or(s.language().kind(document.kind()));
            s.punctuate(Punctuation::Comma).data(word);
        }
    }
    let quotes = literature.title().is_some() && literature.shape != Shape::Book;
    let joint = if quotes { Punctuation::Space } else { Punctuation::Comma };
    if let Some(date) = literature.own_date().filter(|date| date.is_printable()) {
        date::push(s.punctuate(joint), date);
    }
    if literature.shape == Shape::Thesis {
        push_degree(s.punctuate(joint), document.genre(), Credits::Abbreviated);
        publication::push_behind(s, literature.book, printed);
        return;
    }
    let is_in_book = literature.shape == Shape::Part && literature.book.title.is_some();
    if quotes && printed.is_printable() {
        s.punctuate(if is_dated { Punctuation::Comma } else { Punctuation::Space });
        if is_in_book {
            s.term(|language| language.books.within);
        }
        publication::push_printed(s, literature.book, printed);
    } else {
        publication::push_behind(s, literature.book, printed);
    }
}

fn push_title(s: &mut Sentence<'_>, title: &Title) {
    s.data(&title.text);
    if let Some(translated) = &title.translated {
        s.word(" (").data(translated).word(")");
    }
}
