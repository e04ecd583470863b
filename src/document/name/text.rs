//! A name as one text: parsing and display.

use super::{Name, NameOrder, Person, joins, short};

/// Parses the short form of the record format: `Family, Given` or `Family, Given, Suffix`, or a name that stays as it
/// is.
///
/// A text with a comma that may be something else becomes [`Name::AsWritten`], and is rejected when the document is
/// built.
impl From<&str> for Name {
    fn from(text: &str) -> Self {
        match short::read(text) {
            Ok(Some(parts)) => Name::Person(Person {
                family: parts.family.to_owned(),
                given: Some(parts.given.to_owned()),
                suffix: parts.suffix.map(str::to_owned),
                ..Person::default()
            }),
            Ok(None) | Err(_) => Name::AsWritten(text.to_owned()),
        }
    }
}

impl From<&String> for Name {
    fn from(text: &String) -> Self {
        Name::from(text.as_str())
    }
}

impl From<String> for Name {
    fn from(text: String) -> Self {
        if text.contains(',') { Name::from(text.as_str()) } else { Name::AsWritten(text) }
    }
}

/// The name in its natural order, as on a catalogue card. Styles print it differently.
impl std::fmt::Display for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let person = match self {
            Name::AsWritten(name) => return f.write_str(name),
            Name::Body(body) => return f.write_str(&body.body),
            Name::Person(person) => person,
        };
        let (dropping, particle) = (person.dropping_particle.as_deref(), person.particle.as_deref());
        let (family, given) = (Some(person.family.as_str()), person.given.as_deref());
        let parts = match person.order {
            NameOrder::GivenFirst => [given, dropping, particle, family],
            NameOrder::FamilyFirst => [dropping, particle, family, given],
        };
        let mut before = None;
        for part in parts.into_iter().chain([person.suffix.as_deref()]).flatten() {
            let spaced = before.is_some_and(|before| !joins(before, part));
            f.write_str(if spaced { " " } else { "" })?;
            f.write_str(part)?;
            before = Some(part);
        }
        Ok(())
    }
}
