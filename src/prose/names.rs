//! Names in their forms, and lists of them (RULES 2).

use super::sentence::Sentence;
use crate::document::{Name, NameOrder, Person};

/// The form in which a name is printed (RULES 2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameForm {
    /// George F. Kennan
    Natural,
    /// Kennan, George F.; Gaulle, Charles de (Chicago)
    Inverted,
    /// de Gaulle, Charles (MLA)
    InvertedWithParticle,
    /// Kennan; CCP CC
    Short,
    /// G. F. Kennan; CCP CC: where others share the family name (RULES 9.3, 9.6)
    Initials,
}

/// The people of one part: those of the record, or one that the words of a supplied title name (A5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum People<'d> {
    Names(&'d [Name]),
    Words(&'d str),
}

impl People<'_> {
    pub(crate) const NONE: People<'static> = People::Names(&[]);

    pub(crate) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(crate) fn len(&self) -> usize {
        match self {
            People::Names(names) => names.len(),
            People::Words(_) => 1,
        }
    }
}

/// Where a list of names is cut: with `from` names or more only the first `keep` stand, and "et al." (RULES 2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct EtAl {
    pub(crate) from: usize,
    pub(crate) keep: usize,
}

impl EtAl {
    pub(crate) const NEVER: EtAl = EtAl { from: usize::MAX, keep: usize::MAX };
}

/// Adds a list of names: the first in the shape of `first`, the others of `others`.
pub(crate) fn push_people(
    sentence: &mut Sentence<'_>,
    parties: People<'_>,
    (first, others): (NameForm, NameForm),
    cut: EtAl,
) {
    let names = match parties {
        People::Words(words) => {
            // The words of a title may open with a small letter.
            if sentence.is_empty() { sentence.capitalize_next() } else { sentence }.data(words);
            return;
        }
        People::Names(names) => names,
    };
    let shown = if names.len() >= cut.from { cut.keep.min(names.len()) } else { names.len() };
    let is_cut = shown < names.len();
    let mut inverted = false;
    let language = sentence.language();
    for (index, name) in names.iter().take(shown).enumerate() {
        if index > 0 {
            let is_last = index + 1 == names.len();
            // An inverted name has a comma of its own, and needs one behind it (RULES 2.2; A6).
            let comma = if is_last { inverted || index > 1 && language.serial_comma } else { true };
            sentence.word(if comma { ", " } else { " " });
            if is_last {
                sentence.word(language.people.and).word(" ");
            }
        }
        let shape = if index == 0 { first } else { others };
        inverted |= push_name(sentence, name, shape);
    }
    if is_cut {
        sentence.word(if inverted || shown > 1 && language.serial_comma { ", " } else { " " });
        sentence.word(language.people.et_al);
    }
}

/// Adds a name; tells whether it was turned round.
pub(crate) fn push_name(sentence: &mut Sentence<'_>, name: &Name, shape: NameForm) -> bool {
    let person = match name {
        Name::AsWritten(name) => {
            sentence.data(name);
            return false;
        }
        Name::Body(body) => {
            let is_short = matches!(shape, NameForm::Short | NameForm::Initials);
            let abbreviation = body.abbreviation.as_deref().filter(|_| is_short);
            sentence.data(abbreviation.unwrap_or(&body.body));
            return false;
        }
        Name::Person(person) => person,
    };
    // A signature that is the family name says nothing more.
    if let Some(signed) = person.signed_as.as_ref().filter(|signed| **signed != person.family) {
        // A22: the name on the paper is printed, the bearer in brackets: Filippov [Stalin].
        sentence.data(signed).word(" [");
        let inner = if matches!(shape, NameForm::Short | NameForm::Initials) { shape } else { NameForm::Natural };
        push_person(sentence, person, inner);
        sentence.word("]");
        return false;
    }
    if person.attributed {
        sentence.word("[");
        let turned = push_person(sentence, person, shape);
        sentence.word("]");
        return turned;
    }
    push_person(sentence, person, shape)
}

/// Adds a name in its natural order and nothing but the name: no signature, no brackets, a body in full.
pub(crate) fn push_plain_name(sentence: &mut Sentence<'_>, name: &Name) {
    match name {
        Name::Person(person) => _ = push_person(sentence, person, NameForm::Natural),
        Name::Body(body) => _ = sentence.data(&body.body),
        Name::AsWritten(name) => _ = sentence.data(name),
    }
}

fn push_person(sentence: &mut Sentence<'_>, person: &Person, shape: NameForm) -> bool {
    let (dropping, particle) = (person.dropping_particle.as_deref(), person.particle.as_deref());
    let (given, suffix) = (person.given.as_deref(), person.suffix.as_deref());
    let family = Some(person.family.as_str());
    let never_turned = person.order == NameOrder::FamilyFirst || given.is_none();
    match shape {
        NameForm::Short => push_spaced(sentence, [particle, family]),
        NameForm::Initials if person.order == NameOrder::GivenFirst => {
            for part in given.unwrap_or_default().split([' ', '.', '-']) {
                if let Some(initial) = part.chars().next() {
                    sentence.with(|text| text.push(initial)).word(". ");
                }
            }
            push_spaced(sentence, [particle, family]);
        }
        _ if person.order == NameOrder::FamilyFirst => {
            push_spaced(sentence, [dropping, particle, family, given, suffix])
        }
        NameForm::Inverted | NameForm::InvertedWithParticle if !never_turned => {
            let before = shape == NameForm::InvertedWithParticle;
            push_spaced(sentence, [particle.filter(|_| before), family]);
            sentence.word(", ");
            push_spaced(sentence, [given, dropping, particle.filter(|_| !before)]);
            if let Some(suffix) = suffix {
                // RULES 2.1: a comma before Jr. in the inverted form only.
                sentence.word(", ").data(suffix);
            }
            return true;
        }
        _ => push_spaced(sentence, [given, dropping, particle, family, suffix]),
    }
    false
}

fn push_spaced<const N: usize>(sentence: &mut Sentence<'_>, parts: [Option<&str>; N]) {
    for (index, part) in parts.into_iter().flatten().enumerate() {
        sentence.word(if index > 0 { " " } else { "" }).data(part);
    }
}
