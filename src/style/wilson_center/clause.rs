//! The holdings, the editions, the contributors and the other data, one sentence each.

use super::holding::{self, Ending};
use super::line::Line;
use super::publication;
use crate::document::{ContributionRole, Document, Holding, HoldingRole, Name, Publication};
use crate::prose::lists::push_items;
use crate::prose::names::push_plain_name;
use crate::prose::sentence::{Punctuation, Sentence};
use crate::separator::Separator;

/// Adds the sentences for which the document has data: the first after a comma, the others after a space.
pub(super) fn push(line: &mut Line<'_, '_>, document: &Document) {
    let mut sentences = Sentences { line, before: None };
    let is_held = document.holdings().iter().any(holding::is_printable);
    if is_held {
        sentences.add_ending(|s| push_holdings(s, document.holdings()));
    }
    let translated_in = document.translation().and_then(|translation| translation.source.as_ref());
    let books = [document.source(), translated_in].map(|book| book.filter(|book| publication::is_printable(book)));
    match books {
        [Some(source), Some(translation)] => sentences.add(|s| {
            push_source(s, source, is_held);
            s.punctuate(Punctuation::Semicolon).term(|language| language.books.translation_from);
            publication::push(s, translation);
        }),
        [Some(source), None] => sentences.add(|s| push_source(s, source, is_held)),
        [None, Some(translation)] => sentences.add(|s| {
            s.capitalize_next().term(|language| language.books.translation_from);
            publication::push(s, translation);
        }),
        [None, None] => {}
    }
    sentences.add_credits_and_note(document);
}

/// What follows the reference to a book or an article, one sentence each.
pub(super) fn push_behind_literature(line: &mut Line<'_, '_>, document: &Document) {
    Sentences { line, before: Some(Ending::Words) }.add_credits_and_note(document);
}

/// The edition alone is the original form. With a holding it takes a verb (B30).
fn push_source(s: &mut Sentence<'_>, source: &Publication, is_held: bool) {
    if is_held { publication::push_beside_holding(s, source) } else { publication::push(s, source) }
}

struct Sentences<'s, 'l, 't> {
    line: &'s mut Line<'l, 't>,
    /// The end of the sentence before. Its period is printed when it is known whether another sentence follows.
    before: Option<Ending>,
}

impl<'t> Sentences<'_, '_, 't> {
    fn add_credits_and_note(mut self, document: &Document) {
        let translator = document.translation().filter(|translation| !translation.by.is_empty());
        if !document.contributions().is_empty() || translator.is_some() {
            self.add(|s| push_credits(s, document));
        }
        if let Some(note) = document.note() {
            self.add_ending(|s| {
                s.data(note);
                Ending::AsTyped
            });
        }
        self.end();
    }

    fn add(&mut self, write: impl FnOnce(&mut Sentence<'t>)) {
        self.add_ending(|s| {
            write(s);
            Ending::Words
        });
    }

    fn add_ending(&mut self, write: impl FnOnce(&mut Sentence<'t>) -> Ending) {
        let s = match self.before {
            None => self.line.part(),
            Some(before) => {
                before.close(self.line.s);
                self.line.s.word(" ")
            }
        };
        self.before = Some(write(s));
    }

    /// Words of the record at the end keep their own mark, or have none (B31).
    fn end(self) {
        if let Some(last) = self.before.filter(|last| *last != Ending::AsTyped) {
            last.close(self.line.s);
        }
    }
}

/// `A`, `A and B`, `A; B; and C`: semicolons because a holding contains commas. The copies follow: `, copy at D` (B30).
fn push_holdings(s: &mut Sentence<'_>, holdings: &[Holding]) -> Ending {
    let of_role = |is_original| {
        let holdings = holdings.iter().filter(|holding| holding::is_printable(holding));
        holdings.filter(move |holding| (holding.role == HoldingRole::Original) == is_original)
    };
    let mut ending = None;
    let originals = of_role(true).count();
    for (index, holding) in of_role(true).enumerate() {
        if index > 0 {
            s.word(if originals == 2 { " " } else { "; " });
            if index + 1 == originals {
                s.term(|language| language.people.and).word(" ");
            }
        }
        ending = Some(holding::push(s, holding));
    }
    for copy in of_role(false) {
        if let Some(ending) = ending {
            ending.punctuate(s, ',');
            s.word(" ");
        }
        ending = Some(holding::push_copy(s, copy));
    }
    ending.unwrap_or(Ending::Words)
}

/// `Obtained by James Hershberg, translated by Eduardo Baudet and Tanya Harmer`
fn push_credits(s: &mut Sentence<'_>, document: &Document) {
    let mut separator = Separator::new();
    for contribution in document.contributions() {
        open_credit(s, &mut separator, contribution.by.len());
        push_roles(s, &contribution.roles);
        push_project(s, contribution.on_behalf_of.as_deref());
        push_names(s, &contribution.by);
    }
    if let Some(translation) = document.translation().filter(|translation| !translation.by.is_empty()) {
        open_credit(s, &mut separator, translation.by.len());
        s.term(|language| language.notes.translated);
        let language = s.language();
        if let Some(name) = translation.from.as_deref().and_then(|tag| language.language_name(tag)) {
            s.word(" ").word(language.notes.from).word(name);
        }
        push_project(s, translation.on_behalf_of.as_deref());
        push_names(s, &translation.by);
    }
}

/// Each of these joints was seen in one or two published citations.
fn open_credit(s: &mut Sentence<'_>, separator: &mut Separator, people: usize) {
    if !separator.follows() {
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

fn push_project(s: &mut Sentence<'_>, project: Option<&str>) {
    if let Some(project) = project {
        s.word(" ").term(|language| language.notes.on_behalf_of).data(project);
    }
}

/// `by James G. Hershberg (George Washington University)`; an organization with its role (B32).
fn push_names(s: &mut Sentence<'_>, names: &[Name]) {
    s.word(" ").term(|language| language.people.by);
    push_items(s, names, |s, name| {
        push_plain_name(s, name);
        let details = match name {
            Name::Person(person) => person.affiliation.as_deref(),
            Name::Body(body) => body.role.as_deref(),
            Name::AsWritten(_) => None,
        };
        if let Some(details) = details {
            s.word(" (").data(details).word(")");
        }
    });
}
