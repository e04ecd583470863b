//! The item for the import of Zotero.
//!
//! Zotero keeps a variable if the item's type has a field for it, and silently drops the others. It makes an author
//! of a creator whose role the type does not have, and reads only the family and the given name of a name. What it
//! drops is in `note`, which becomes its field Extra: one variable per line, from which it cites. (Seen in Zotero
//! 10.)

use super::dates;
use super::variables::{provider, push, push_address};
use crate::citation::{Fields, OmissionReason, Record, Value};
use crate::document::{Kind, Name, Publication};
use crate::notation::JsonSyntax;
use crate::prose::books::is_journal;
use crate::prose::sentence::Punctuation;
use crate::style::record::extra::Lines;
use crate::style::record::shape::Shape;
use crate::style::record::{Facts, class, nonempty, omissions, people, plain, when, with_translation, zotero_note};

pub(super) fn record(facts: &Facts<'_>, shape: Shape) -> Record {
    let document = facts.document;
    let mut item = Record::new(&JsonSyntax::CSL, item_type(facts, shape), document.id());
    push_title(&mut item, facts, shape);
    push_people(&mut item, facts, shape);
    push_dates(&mut item, facts, shape);
    push_shelf(&mut item, facts, shape);
    if let Some(book) = facts.book.filter(|_| shape.is_published()) {
        push_book(&mut item, book, shape);
    }
    push_address(&mut item, facts);
    push(&mut item, "language", facts.cited_language());
    push(&mut item, "abstract", document.summary());
    push(&mut item, "medium", document.medium().filter(|_| shape.has_medium()));
    push(&mut item, "dimensions", document.extent().filter(|_| shape.has_dimensions()));
    if matches!(shape, Shape::Manuscript | Shape::Book | Shape::Thesis) {
        push(&mut item, "number-of-pages", facts.page_count());
    }
    if matches!(shape, Shape::Correspondence | Shape::Picture) {
        push(&mut item, "event-place", document.place());
    }
    push_note(&mut item, facts, shape);
    let literature = facts.literature_fields();
    let fields = omissions::Fields { order_of_names: true, literature, ..omissions::Fields::default() };
    omissions::push(&mut item, document, fields);
    item
}

fn item_type(facts: &Facts<'_>, shape: Shape) -> &'static str {
    match shape {
        Shape::Correspondence => "personal_communication",
        // Zotero has no type for these, and a presentation has no archive.
        Shape::Manuscript if *class::kind(facts.document) == Kind::Collection => "collection",
        Shape::Manuscript => "manuscript",
        Shape::Interview => "interview",
        Shape::Report => "report",
        Shape::Picture => "graphic",
        Shape::Map => "map",
        Shape::Sound => "song",
        Shape::Video => "motion_picture",
        Shape::Book => "book",
        Shape::Chapter => "chapter",
        Shape::Journal => "article-journal",
        Shape::Magazine => "article-magazine",
        Shape::Newspaper => "article-newspaper",
        Shape::Thesis => "thesis",
        Shape::WebPage => "webpage",
        Shape::Blog => "post-weblog",
    }
}

fn push_title(item: &mut Record, facts: &Facts<'_>, shape: Shape) {
    let title = facts.cited_title();
    if facts.needs_made_title(shape) {
        push(item, "title", nonempty(|s| facts.push_word_as_title(s)));
    } else {
        push(item, "title", title.map(with_translation));
    }
    push(item, "title-short", title.and_then(|title| title.short.as_deref()));
    push(item, "genre", facts.zotero_genre(shape).filter(|_| shape.has_genre()));
    if shape == Shape::Report {
        push(item, "number", facts.cited_number());
    }
}

fn push_people(item: &mut Record, facts: &Facts<'_>, shape: Shape) {
    let document = facts.document;
    push_names(item, "author", document.creators());
    if shape == Shape::Correspondence {
        push_names(item, "recipient", document.recipients());
    }
    if facts.cites_participants() {
        push_names(item, "contributor", document.participants());
    }
    if shape == Shape::Interview {
        push_names(item, "interviewer", document.interviewers());
    }
    let of_book = facts.book.filter(|_| shape.is_published());
    if shape.has_translators() {
        push_names(item, "translator", facts.cited_translators());
        if item.get("translator").is_none() {
            push_names(item, "translator", of_book.into_iter().flat_map(|book| &book.translators));
        }
    }
    if let Some(book) = of_book.filter(|_| shape.has_editors()) {
        push_names(item, "editor", &book.editors);
        if shape == Shape::Chapter {
            push_names(item, "container-author", &book.authors);
        }
    }
}

/// Zotero reads two parts of a name, so the particle and the suffix are in the given name.
fn push_names<'n>(item: &mut Record, variable: &'static str, names: impl IntoIterator<Item = &'n Name>) {
    let names = names.into_iter().map(|name| {
        let parts = people::of_name(name);
        let has_parts = parts.given.is_some() || parts.dropping_particle.is_some();
        if people::is_family_first(name) || !has_parts {
            let whole = plain(|s| people::push_family_and_given(s, name, " "));
            return Fields::from_iter([("literal", Value::from(whole))]).into();
        }
        let both = plain(|s| people::push_family_and_given(s, name, "\n"));
        let (family, given) = both.split_once('\n').unwrap_or((both.as_str(), ""));
        Value::from(Fields::from_iter([("family", Value::from(family)), ("given", Value::from(given))]))
    });
    let names: Vec<Value> = names.collect();
    push(item, variable, (!names.is_empty()).then_some(names));
}

/// A letter in an edition has its own date in Zotero's field, by which Zotero's list is sorted.
fn push_dates(item: &mut Record, facts: &Facts<'_>, shape: Shape) {
    let own = facts.document.date().filter(|date| when::span(date).is_some());
    let of_book = facts.book.and_then(|book| book.date.as_ref());
    let date = if shape.is_published() { of_book.or(own) } else { own.or(of_book) };
    push(item, "issued", date.and_then(dates::variable));
    push(item, "accessed", facts.home.and_then(|home| home.accessed.as_ref()).and_then(dates::variable));
}

fn push_shelf(item: &mut Record, facts: &Facts<'_>, shape: Shape) {
    if !shape.has_archive() {
        return;
    }
    if facts.book.is_none() {
        push(item, "archive", nonempty(|s| facts.push_cited_archive(s)));
    } else if shape.is_published() {
        push(item, "archive", facts.home.and_then(|home| home.archive.as_deref()));
    }
    if !facts.wording_is_archive() {
        push(item, "archive_location", nonempty(|s| facts.push_location(s)));
    }
    push(item, "call-number", facts.holding.and_then(|holding| holding.reference.as_deref()));
    push(item, "source", provider(facts));
}

fn push_book(item: &mut Record, book: &Publication, shape: Shape) {
    let container = book.container.as_ref().or(book.title.as_ref().filter(|_| shape != Shape::Book));
    if shape != Shape::Book {
        push(item, "container-title", container.map(with_translation));
        push(item, "collection-title", book.series.as_ref().map(with_translation));
    } else {
        push(item, "collection-title", container.or(book.series.as_ref()).map(with_translation));
    }
    for (variable, words) in [
        ("edition", book.edition.as_ref()),
        ("volume", book.volume.as_ref()),
        ("number-of-volumes", book.volumes.as_ref().filter(|_| shape.has_volumes())),
        ("issue", book.issue.as_ref().filter(|_| is_journal(book))),
        ("publisher", book.publisher.as_ref()),
        ("publisher-place", book.place.as_ref()),
        ("page", book.pages.as_ref().filter(|_| shape != Shape::Book)),
        ("ISBN", book.isbn.as_ref()),
    ] {
        push(item, variable, words.map(String::as_str));
    }
}

/// The lines, followed by the sentences.
fn push_note(item: &mut Record, facts: &Facts<'_>, shape: Shape) {
    let mut note = String::new();
    let mut altered = false;
    facts.each_extra_line(shape, Lines::CslJson, &mut |variable, write| {
        let value = plain(|s| write(s));
        if value.is_empty() {
            return;
        }
        altered |= value.contains(['{', '}']);
        // citeproc-js ignores a line with a brace and all lines below it.
        let value = value.replace('{', "(").replace('}', ")");
        for part in [variable, ": ", value.trim(), "\n"] {
            note.push_str(part);
        }
    });
    let sentences =
        nonempty(|s| _ = s.element(Punctuation::Space, "", |s| zotero_note::push(s, facts, shape, Lines::CslJson)));
    // citeproc-js reads `{:type: book}` anywhere in a note.
    note.push_str(&sentences.unwrap_or_default().replace("{:", "{\u{2060}:"));
    if note.ends_with('\n') {
        note.pop();
    }
    if altered || note.contains("{\u{2060}:") {
        facts.document.each_text(&mut |path, text| {
            if text.contains(['{', '}']) {
                let reason =
                    "in the note a brace becomes a parenthesis or is separated, because Zotero would read it as a field";
                item.omit(path, OmissionReason::NotWritable(reason.into()));
            }
        });
    }
    push(item, "note", Some(note).filter(|note| !note.is_empty()));
}
