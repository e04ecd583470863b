//! Where it lies, where it is printed, who helped, and what else is known: a sentence each.

use super::holding::{self, Ending};
use super::{Line, publication};
use crate::citation::Text;
use crate::document::{ContributionRole, Document, Holding, Name};
use crate::prose::english;

/// Adds the sentences that the document gives something for: the first after a comma, the others after a space.
pub(super) fn push(line: &mut Line<'_>, document: &Document) {
    let mut sentences = Sentences { line, first: true };
    if document.holdings().iter().any(holding::says_anything) {
        sentences.add_ending(|text| push_holdings(text, document.holdings()));
    }
    let translated_in = document.translation().and_then(|translation| translation.source.as_ref());
    let books = [document.source(), translated_in].map(|book| book.filter(|book| publication::says_anything(book)));
    match books {
        [Some(source), Some(translation)] => sentences.add(|text| {
            publication::push(text, source);
            text.push_str("; translation from ");
            publication::push(text, translation);
        }),
        [Some(source), None] => sentences.add(|text| publication::push(text, source)),
        [None, Some(translation)] => sentences.add(|text| {
            text.push_str("Translation from ");
            publication::push(text, translation);
        }),
        [None, None] => {}
    }
    let translator = document.translation().filter(|translation| !translation.by.is_empty());
    if !document.contributions().is_empty() || translator.is_some() {
        sentences.add(|text| push_credits(text, document));
    }
    if let Some(note) = document.note() {
        sentences.add(|text| text.push_str(note));
    }
}

struct Sentences<'l, 't> {
    line: &'l mut Line<'t>,
    first: bool,
}

impl Sentences<'_, '_> {
    fn add(&mut self, write: impl FnOnce(&mut Text)) {
        self.add_ending(|text| {
            write(text);
            Ending::Words
        });
    }

    fn add_ending(&mut self, write: impl FnOnce(&mut Text) -> Ending) {
        let text = if self.first {
            self.line.part()
        } else {
            self.line.text.push(' ');
            &mut *self.line.text
        };
        self.first = false;
        let ending = write(text);
        if ending == Ending::OwnQuotationMark || !is_ended(text.as_str()) {
            ending.punctuate(text, '.');
        }
    }
}

/// Whether the sentence has brought its own end: `3. d.`, or `… what now?”`.
fn is_ended(sentence: &str) -> bool {
    sentence.trim_end_matches(['"', '”', '’', '\'']).ends_with(['.', '?', '!'])
}

/// `A`, `A and B`, `A; B; and C`: a holding has commas of its own.
fn push_holdings(text: &mut Text, holdings: &[Holding]) -> Ending {
    let mut ending = Ending::Words;
    let count = holdings.iter().filter(|holding| holding::says_anything(holding)).count();
    for (index, holding) in holdings.iter().filter(|holding| holding::says_anything(holding)).enumerate() {
        text.push_str(match (index, count) {
            (0, _) => "",
            (_, 2) => " and ",
            _ if index + 1 == count => "; and ",
            _ => "; ",
        });
        ending = holding::push(text, holding);
    }
    ending
}

/// `Obtained by James Hershberg, translated by Eduardo Baudet and Tanya Harmer`
fn push_credits(text: &mut Text, document: &Document) {
    let mut first = true;
    for contribution in document.contributions() {
        let opens = first;
        push_joint(text, &mut first, contribution.by.len());
        push_roles(text, &contribution.roles, opens);
        if let Some(project) = &contribution.on_behalf_of {
            text.push_str(" for ");
            text.push_str(project);
        }
        push_names(text, &contribution.by);
    }
    if let Some(translation) = document.translation().filter(|translation| !translation.by.is_empty()) {
        let opens = first;
        push_joint(text, &mut first, translation.by.len());
        text.push_str(if opens { "Translated" } else { "translated" });
        if let Some(language) = translation.from.as_deref().and_then(english::language) {
            text.push_str(" from ");
            text.push_str(language);
        }
        push_names(text, &translation.by);
    }
}

/// One string or two stand behind each of these joints.
fn push_joint(text: &mut Text, first: &mut bool, people: usize) {
    text.push_str(match people {
        _ if *first => "",
        1 => " and ",
        2 => ", ",
        _ => "; ",
    });
    *first = false;
}

/// `obtained and translated`, with a capital where the sentence opens.
fn push_roles(text: &mut Text, roles: &[ContributionRole], opens: bool) {
    let mut capital = opens;
    english::list(text, roles, |text, role| {
        if std::mem::take(&mut capital) {
            english::push_capitalized(text, role.as_str());
        } else {
            text.push_str(role.as_str());
        }
    });
}

fn push_names(text: &mut Text, names: &[Name]) {
    text.push_str(" by ");
    english::list(text, names, |text, name| {
        english::natural_name(text, name);
        if let Some(affiliation) = name.as_person().and_then(|person| person.affiliation.as_deref()) {
            text.push_str(" (");
            text.push_str(affiliation);
            text.push(')');
        }
    });
}
