//! Forms of names, and lists of names (RULES 2).

use super::language::Language;
use super::sentence::Sentence;
use crate::document::{Name, NameOrder, Person};
use crate::separator::joins;

/// The form in which a name is printed (RULES 2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NameForm {
    /// `George F. Kennan`; `Mao Zedong`
    Natural,
    /// `Kennan, George F.`; `Gaulle, Charles de`, as in Chicago. A name with the family name first is never inverted.
    Inverted,
    /// `de Gaulle, Charles`, as in the MLA.
    InvertedWithParticle,
    /// `Kennan`; `CCP CC`
    Short,
    /// `G. F. Kennan`; `CCP CC`: for people with the same family name (RULES 9.3, 9.6).
    Initials,
}

/// People of a document: the names of a field, or words of a cataloguer's title that name people (A5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum People<'d> {
    /// The names of a field.
    Names(&'d [Name]),
    /// A name as in a title.
    Words(&'d str),
}

impl<'d> From<&'d [Name]> for People<'d> {
    fn from(names: &'d [Name]) -> Self {
        People::Names(names)
    }
}

impl People<'_> {
    /// No people.
    pub const NONE: People<'static> = People::Names(&[]);

    /// Whether there are no people.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number of people.
    pub fn len(&self) -> usize {
        match self {
            People::Names(names) => names.len(),
            People::Words(_) => 1,
        }
    }
}

/// Whether the words mean the author of the citing work: `author` (B39).
pub(crate) fn is_the_author(people: People<'_>, language: &Language) -> bool {
    let name = match people {
        People::Names([Name::AsWritten(name)]) => name,
        People::Names([Name::Person(person)]) if person.given.is_none() => &person.family,
        _ => return false,
    };
    language.people.author.iter().any(|author| author.eq_ignore_ascii_case(name))
}

/// Where a list of names is cut: a list of `from` or more names is cut to the first `keep`, and `et al.` (RULES 2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EtAl {
    /// The number of names from which the list is cut.
    pub from: usize,
    /// The number of names that are then printed.
    pub keep: usize,
}

impl EtAl {
    /// Prints all names.
    pub const NEVER: EtAl = EtAl { from: usize::MAX, keep: usize::MAX };
}

/// Adds names in one form.
///
/// ```
/// use prefercite::Name;
/// use prefercite::prose::{EN_GB, EtAl, NameForm, plain, push_names};
///
/// let names = ["Attlee, Clement", "Bevin, Ernest", "Cripps, Stafford"].map(Name::from);
/// let printed = plain(&EN_GB, |s| push_names(s, &names, NameForm::Natural, EtAl::NEVER));
/// assert_eq!(printed, "Clement Attlee, Ernest Bevin and Stafford Cripps");
/// ```
pub fn push_names(sentence: &mut Sentence<'_>, names: &[Name], form: NameForm, cut: EtAl) {
    push_people(sentence, People::Names(names), (form, form), cut);
}

/// Adds people: the first in one form, and the others in another.
///
/// ```
/// use prefercite::Name;
/// use prefercite::prose::{EN_US, EtAl, NameForm, People, plain, push_people};
///
/// let names = ["Kennan, George F.", "Nitze, Paul H."].map(Name::from);
/// let forms = (NameForm::Inverted, NameForm::Natural);
/// let printed = plain(&EN_US, |s| push_people(s, People::Names(&names), forms, EtAl::NEVER));
/// assert_eq!(printed, "Kennan, George F., and Paul H. Nitze");
/// let cut = EtAl { from: 2, keep: 1 };
/// let printed = plain(&EN_US, |s| push_people(s, People::Names(&names), forms, cut));
/// assert_eq!(printed, "Kennan, George F., et al.");
/// ```
pub fn push_people(sentence: &mut Sentence<'_>, people: People<'_>, (first, others): (NameForm, NameForm), cut: EtAl) {
    let names = match people {
        People::Words(words) => {
            // The words of a title may begin with a lower-case letter.
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
            // An inverted name contains a comma, and needs one after it (RULES 2.2; A6).
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

/// Adds a name. Returns whether it was inverted.
///
/// If the person signed with another name, that name comes first: `Filippov [Stalin]` (A22). A name that is not on
/// the document is in brackets.
pub fn push_name(sentence: &mut Sentence<'_>, name: &Name, shape: NameForm) -> bool {
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
    // A signature with the family name adds nothing.
    if let Some(signed) = person.signed_as.as_ref().filter(|signed| **signed != person.family) {
        // A22: the name on the document is printed first, with the person in brackets: Filippov [Stalin].
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

/// Adds a name in its natural order and nothing else: no signature, no brackets, and institutions in full.
pub fn push_plain_name(sentence: &mut Sentence<'_>, name: &Name) {
    match name {
        Name::Person(person) => _ = push_person(sentence, person, NameForm::Natural),
        Name::Body(body) => _ = sentence.data(&body.body),
        Name::AsWritten(name) => _ = sentence.data(name),
    }
}

fn push_person(sentence: &mut Sentence<'_>, person: &Person, shape: NameForm) -> bool {
    let is_longer = person.dropping_particle.is_some() || person.particle.is_some() || person.suffix.is_some();
    if is_longer || shape != NameForm::Natural || person.order != NameOrder::GivenFirst {
        return push_parts(sentence, person, shape);
    }
    // Most names.
    if let Some(given) = &person.given {
        sentence.data(given);
        push_space(sentence, given, &person.family);
    }
    sentence.data(&person.family);
    false
}

#[inline(never)] // The short path above stays small.
fn push_parts(sentence: &mut Sentence<'_>, person: &Person, shape: NameForm) -> bool {
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
    let mut before: Option<&str> = None;
    for part in parts.into_iter().flatten() {
        if let Some(before) = before {
            push_space(sentence, before, part);
        }
        sentence.data(part);
        before = Some(part);
    }
}

/// Adds the space between two parts of a name, if they have one.
fn push_space(sentence: &mut Sentence<'_>, before: &str, part: &str) {
    if !joins(before, part) {
        sentence.word(" ");
    }
}
