//! Names: in the parts of CSL, and in words.

use super::plain;
use crate::citation::{Fields, Text, Value};
use crate::document::{Body, ContributionRole, Document, Name, NameOrder, Person};
use crate::labels::{name as labels, work};
use crate::notation::NameParts;
use crate::prose::names::{EtAl, NameForm, People, push_people, push_plain_name};
use crate::prose::sentence::{Punctuation, Sentence};
use crate::separator::{Separator, joins};

/// The parts of a name, with the names of CSL-JSON. Notations with flat fields join them by their own rules.
pub(crate) fn of_name(name: &Name) -> NameParts<'_> {
    match name {
        Name::Person(person) => NameParts {
            literal: None,
            family: Some(&person.family),
            given: person.given.as_deref(),
            dropping_particle: person.dropping_particle.as_deref(),
            particle: person.particle.as_deref(),
            suffix: person.suffix.as_deref(),
            is_family_first: false,
        },
        Name::Body(body) => NameParts { literal: Some(&body.body), ..NameParts::default() },
        Name::AsWritten(name) => NameParts { literal: Some(name), ..NameParts::default() },
    }
}

/// The same, with a mark for a name whose family name comes first.
pub(crate) fn in_order(name: &Name) -> NameParts<'_> {
    NameParts { is_family_first: is_family_first(name), ..of_name(name) }
}

/// The name in a short note: only the family name, if it comes first.
pub(crate) fn short(name: &Name) -> NameParts<'_> {
    let parts = of_name(name);
    if is_family_first(name) { NameParts { given: None, suffix: None, ..parts } } else { parts }
}

/// Whether a part of it contains one of these ASCII characters.
pub(crate) fn holds(name: &Name, signs: &[u8]) -> bool {
    of_name(name).hold(signs)
}

/// The same as a value of a record.
pub(crate) fn parts(name: &Name) -> Value {
    Value::Map(of_name(name).each().collect())
}

/// Parts of a name as a value of a record.
pub(crate) fn value(parts: &NameParts<'_>) -> Value {
    let mut fields: Fields = parts.each().collect();
    if parts.is_family_first {
        fields.push("static-ordering", true);
    }
    Value::Map(fields)
}

/// `Zhou, Enlai; Central Committee of the Chinese Communist Party`
pub(crate) fn push_list(s: &mut Sentence<'_>, names: &[Name]) {
    let mut separator = Separator::new();
    for name in names {
        s.word(separator.between("; ")).with(|text| push_indexed(text, name));
    }
}

/// The family name first, as in an index.
fn push_indexed(text: &mut Text, name: &Name) {
    let person = match name {
        Name::Person(person) => person,
        Name::Body(body) => return text.push_str(&body.body),
        Name::AsWritten(name) => return text.push_str(name),
    };
    if let Some(particle) = &person.particle {
        text.push_str(particle);
        text.push_str(if joins(particle, &person.family) { "" } else { " " });
    }
    text.push_str(&person.family);
    let behind = [&person.given, &person.dropping_particle];
    let mut separator = Separator::new();
    for part in behind.into_iter().flatten() {
        text.push_str(separator.choose(", ", " "));
        text.push_str(part);
    }
    if let Some(suffix) = &person.suffix {
        text.push_str(", ");
        text.push_str(suffix);
    }
}

/// Whether some programs read the name as `et al.`, even in braces.
pub(crate) fn is_others(name: &Name) -> bool {
    of_name(name).words().eq(["others"])
}

/// The parts of each name. A name whose family name comes first is one piece, for programs that invert names.
pub(crate) fn list_in_order<'n>(names: impl IntoIterator<Item = &'n Name>) -> Value {
    let in_one_piece = |name: &Name| {
        let literal = plain(|s| _ = s.as_typed(|s| push_plain_name(s, name)));
        Value::Map(Fields::from_iter([("literal", literal)]))
    };
    Value::List(
        names.into_iter().map(|name| if is_family_first(name) { in_one_piece(name) } else { parts(name) }).collect(),
    )
}

/// The family name, the words between, and the given name with particle and suffix: `Humboldt, Alexander von`. A
/// family name that comes first, and a name without parts, are one piece.
pub(crate) fn push_family_and_given(s: &mut Sentence<'_>, name: &Name, between: &str) {
    if is_family_first(name) {
        return push_plain_name(s, name);
    }
    let NameParts { literal, family, given, dropping_particle, particle, suffix, is_family_first: _ } = of_name(name);
    s.with(|text| {
        let mut push = |part: Option<&str>| text.push_str(part.unwrap_or_default());
        push(literal);
        if let Some(particle) = particle {
            push(Some(particle));
            push(Some(if family.is_some_and(|family| joins(particle, family)) { "" } else { " " }));
        }
        push(family);
        let mut separator = Separator::new();
        for part in [given, dropping_particle].into_iter().flatten() {
            push(Some(separator.choose(between, " ")));
            push(Some(part));
        }
        if let Some(suffix) = suffix {
            push(Some(if separator.has_begun() { ", " } else { " " }));
            push(Some(suffix));
        }
    });
}

/// The people of the document itself, with the keys of the record format.
pub(crate) fn of(document: &Document) -> [(&'static str, &[Name]); 4] {
    [
        ("creators", document.creators()),
        ("recipients", document.recipients()),
        ("participants", document.participants()),
        ("interviewers", document.interviewers()),
    ]
}

/// The translators, from every key that contains them.
pub(crate) fn translators(document: &Document) -> impl Iterator<Item = &Name> + use<'_> {
    let contributed = document.contributions().iter().filter(|it| it.roles.contains(&ContributionRole::Translated));
    let own = document.translation().map(|translation| translation.by.as_slice());
    own.into_iter().chain(contributed.map(|it| it.by.as_slice())).flatten()
}

/// `translated by Gary Goldberg and Sergey Radchenko`, within a sentence.
pub(crate) fn push_translators(s: &mut Sentence<'_>, document: &Document) {
    let names: Vec<Name> = translators(document).cloned().collect();
    let natural = (NameForm::Natural, NameForm::Natural);
    push_people(s.word(work::TRANSLATED_BY), People::Names(&names), natural, EtAl::NEVER);
}

/// `Stalin, Joseph: signed Filippov, Chairman`, for each name with more data than its parts.
pub(crate) fn push_details(s: &mut Sentence<'_>, document: &Document) {
    let mut separator = Separator::new();
    for name in of(document).into_iter().flat_map(|(_, names)| names).filter(|name| has_details(name)) {
        s.word(separator.between("; ")).with(|text| push_indexed(text, name)).word(": ");
        match name {
            Name::Person(person) => push_details_of_person(s, person),
            Name::Body(Body { abbreviation, parent, role, body: _ }) => {
                let abbreviation = abbreviation.as_ref().map(|words| (labels::ABBREVIATION, words));
                let parent = parent.as_ref().map(|words| (labels::PARENT, words));
                let role = role.as_ref().map(|words| ("", words));
                push_parts(s, [abbreviation, parent, role].into_iter().flatten());
            }
            Name::AsWritten(_) => {}
        }
    }
}

fn push_details_of_person(s: &mut Sentence<'_>, person: &Person) {
    let Person {
        signed_as,
        role,
        affiliation,
        attributed,
        // The name itself.
        family: _,
        given: _,
        suffix: _,
        particle: _,
        dropping_particle: _,
        order: _,
    } = person;
    let signed = signed_as.as_ref().map(|words| (labels::SIGNATURE, words));
    let others = [role, affiliation].into_iter().flatten().map(|words| ("", words));
    push_parts(s, signed.into_iter().chain(others));
    if *attributed {
        let alone = signed_as.is_none() && role.is_none() && affiliation.is_none();
        s.word(if alone { "" } else { ", " }).word(labels::ATTRIBUTED);
    }
}

fn push_parts<'w>(s: &mut Sentence<'_>, parts: impl Iterator<Item = (&'static str, &'w String)>) {
    let mut separator = Separator::new();
    for (label, words) in parts {
        if separator.follows() {
            s.punctuate(Punctuation::Comma);
        }
        s.word(label).with(|text| text.push_str(words));
    }
}

pub(crate) fn has_details(name: &Name) -> bool {
    match name {
        Name::Person(person) => {
            person.attributed
                || [&person.signed_as, &person.role, &person.affiliation].into_iter().any(|words| words.is_some())
        }
        Name::Body(body) => [&body.abbreviation, &body.parent, &body.role].into_iter().any(|words| words.is_some()),
        Name::AsWritten(_) => false,
    }
}

/// Whether the family name comes first, which most formats cannot express.
pub(crate) fn is_family_first(name: &Name) -> bool {
    name.as_person().is_some_and(|person| person.order == NameOrder::FamilyFirst && person.given.is_some())
}
