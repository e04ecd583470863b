//! The heading of a record, and its people and dates in words.

use maud::{Markup, html};
use prefercite::prose::{DatePart, DateStyle, EN_US, NameForm, plain, push_date, push_name};
use prefercite::style::Chicago;
use prefercite::{Cite, Date, Document, Name};

use crate::links::Links;

/// The heading of the record: its title, or without one its later note in Chicago, `Kennan to Secretary of State, …`.
pub fn heading(document: &Document) -> String {
    match document.title() {
        Some(title) => title.text.clone(),
        None => {
            let note = Chicago::EIGHTEENTH.short_note().text(&Cite::new(document)).into_string();
            note.strip_suffix('.').map(str::to_owned).unwrap_or(note)
        }
    }
}

/// The language of the heading, if the record has it.
pub(super) fn heading_language(document: &Document) -> Option<&str> {
    document.title().and_then(|title| title.language.as_deref())
}

/// `January 7, 1950`
pub(super) fn date_words(date: &Date) -> String {
    plain(&EN_US, |s| _ = push_date(s, date, DatePart::Whole, DateStyle::of(&EN_US)))
}

/// The machine-readable date, if it is one day, month or year.
pub(super) fn machine_date(date: &Date) -> Option<String> {
    let edtf = date.edtf()?;
    let is_plain =
        |text: &str| matches!(text.len(), 4 | 7 | 10) && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    // Seasons have numbers above 12.
    let is_month = edtf.get(5..7).is_none_or(|month| month <= "12");
    (is_plain(&edtf) && is_month).then_some(edtf)
}

/// A date as an element.
pub(super) fn date(date: &Date) -> Markup {
    let words = date_words(date);
    html! {
        @match machine_date(date) {
            Some(machine) => time datetime=(machine) { (words) },
            None => (words),
        }
    }
}

/// The name in its natural order.
pub(super) fn name_words(name: &Name) -> String {
    plain(&EN_US, |s| _ = push_name(s, name, NameForm::Natural))
}

/// Names with the details of each, linked to a search for the person.
pub(super) fn people(names: &[Name], links: &Links) -> Markup {
    html! {
        ul.names {
            @for name in names {
                li {
                    (linked(links, "people", &searched(name), &name_words(name)))
                    @if let Some(said) = said(name) { " (" bdi { (said) } ")" }
                }
            }
        }
    }
}

/// Words that link to a search, if there is one.
pub(super) fn linked(links: &Links, key: &str, value: &str, words: &str) -> Markup {
    html! {
        @match links.search(key, value) {
            Some(address) => a href=(address) { bdi { (words) } },
            None => bdi { (words) },
        }
    }
}

/// The words by which the index finds the name.
fn searched(name: &Name) -> String {
    match name {
        Name::Person(person) => {
            [person.given.as_deref(), Some(person.family.as_str())].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        _ => name.to_string(),
    }
}

fn said(name: &Name) -> Option<String> {
    let mut said: Vec<&str> = Vec::new();
    match name {
        Name::Person(person) => {
            said.extend(person.role.as_deref());
            said.extend(person.affiliation.as_deref());
            if person.attributed {
                said.push("not named on the document");
            }
        }
        Name::Body(body) => {
            said.extend(body.abbreviation.as_deref());
            said.extend(body.parent.as_deref());
            said.extend(body.role.as_deref());
        }
        _ => {}
    }
    (!said.is_empty()).then(|| said.join("; "))
}
