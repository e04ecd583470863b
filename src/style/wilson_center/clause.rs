//! Where it lies, where it is printed, who helped, and what else is known: a sentence each.

use super::holding::{self, Ending};
use super::line::Line;
use super::publication;
use crate::document::{ContributionRole, Document, Holding, Name};
use crate::prose::lists::push_items;
use crate::prose::names::push_plain_name;
use crate::prose::sentence::{Punctuation, Sentence};

/// Adds the sentences that the document gives something for: the first after a comma, the others after a space.
pub(super) fn push(line: &mut Line<'_, '_>, document: &Document) {
    let mut sentences = Sentences { line, first: true };
    if document.holdings().iter().any(holding::says_anything) {
        sentences.add_ending(|s| push_holdings(s, document.holdings()));
    }
    let translated_in = document.translation().and_then(|translation| translation.source.as_ref());
    let books = [document.source(), translated_in].map(|book| book.filter(|book| publication::says_anything(book)));
    match books {
        [Some(source), Some(translation)] => sentences.add(|s| {
            publication::push(s, source);
            s.punctuate(Punctuation::Semicolon).term(|language| language.books.translation_from);
            publication::push(s, translation);
        }),
        [Some(source), None] => sentences.add(|s| publication::push(s, source)),
        [None, Some(translation)] => sentences.add(|s| {
            s.capitalize_next().term(|language| language.books.translation_from);
            publication::push(s, translation);
        }),
        [None, None] => {}
    }
    let translator = document.translation().filter(|translation| !translation.by.is_empty());
    if !document.contributions().is_empty() || translator.is_some() {
        sentences.add(|s| push_credits(s, document));
    }
    if let Some(note) = document.note() {
        sentences.add(|s| _ = s.data(note));
    }
}

struct Sentences<'s, 'l, 't> {
    line: &'s mut Line<'l, 't>,
    first: bool,
}

impl<'t> Sentences<'_, '_, 't> {
    fn add(&mut self, write: impl FnOnce(&mut Sentence<'t>)) {
        self.add_ending(|s| {
            write(s);
            Ending::Words
        });
    }

    fn add_ending(&mut self, write: impl FnOnce(&mut Sentence<'t>) -> Ending) {
        let s = if std::mem::take(&mut self.first) { self.line.part() } else { self.line.s.word(" ") };
        let ending = write(s);
        if ending == Ending::OwnQuotationMark || !is_ended(s.as_str()) {
            ending.punctuate(s, '.');
        }
    }
}

/// Whether the sentence has brought its own end: `3. d.`, or `… what now?”`.
fn is_ended(sentence: &str) -> bool {
    sentence.trim_end_matches(['"', '”', '’', '\'']).ends_with(['.', '?', '!'])
}

/// `A`, `A and B`, `A; B; and C`: a holding has commas of its own.
fn push_holdings(s: &mut Sentence<'_>, holdings: &[Holding]) -> Ending {
    let mut ending = Ending::Words;
    let count = holdings.iter().filter(|holding| holding::says_anything(holding)).count();
    for (index, holding) in holdings.iter().filter(|holding| holding::says_anything(holding)).enumerate() {
        if index > 0 {
            s.word(if count == 2 { " " } else { "; " });
            if index + 1 == count {
                s.term(|language| language.people.and).word(" ");
            }
        }
        ending = holding::push(s, holding);
    }
    ending
}

/// `Obtained by James Hershberg, translated by Eduardo Baudet and Tanya Harmer`
fn push_credits(s: &mut Sentence<'_>, document: &Document) {
    let mut first = true;
    for contribution in document.contributions() {
        open_credit(s, &mut first, contribution.by.len());
        push_roles(s, &contribution.roles);
        if let Some(project) = &contribution.on_behalf_of {
            s.word(" ").term(|language| language.notes.on_behalf_of).data(project);
        }
        push_names(s, &contribution.by);
    }
    if let Some(translation) = document.translation().filter(|translation| !translation.by.is_empty()) {
        open_credit(s, &mut first, translation.by.len());
        s.term(|language| language.notes.translated);
        let language = s.language();
        if let Some(name) = translation.from.as_deref().and_then(|tag| language.language_name(tag)) {
            s.word(" ").word(language.notes.from).word(name);
        }
        push_names(s, &translation.by);
    }
}

/// One string or two were seen of each of these joints.
fn open_credit(s: &mut Sentence<'_>, first: &mut bool, people: usize) {
    if std::mem::take(first) {
        s.capitalize_next();
        return;
    }
    match people {
        1 => s.word(" ").term(|language| language.people.and).word(" "),
        2 => s.word(", "),
        _ => s.punctuate(Punctuation::Semicolon),
    };
}

/// `obtained and translated`
fn push_roles(s: &mut Sentence<'_>, roles: &[ContributionRole]) {
    push_items(s, roles, |s, role| _ = s.term(|language| language.role(*role)));
}

fn push_names(s: &mut Sentence<'_>, names: &[Name]) {
    s.word(" ").term(|language| language.people.by);
    push_items(s, names, |s, name| {
        push_plain_name(s, name);
        if let Some(affiliation) = name.as_person().and_then(|person| person.affiliation.as_deref()) {
            s.word(" (").data(affiliation).word(")");
        }
    });
}
