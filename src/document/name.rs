//! Names of people and institutions.

mod short;
mod text;

use std::borrow::Cow;

use super::fault::{Faults, FieldErrorKind};
use super::keys::{Keyed, Value, keys, through_the_tree};
use super::message::did_you_mean;
#[cfg(feature = "schema")]
use super::schema::shapes;
use super::setters::setters;
use super::tree::{Content, Node, Spelling};
use super::words::{default_word, words};
use crate::separator::joins;

/// The name of a person or of an institution.
///
/// ```
/// use prefercite::Name;
///
/// assert_eq!(Name::from("Kennan, George F."), Name::person("Kennan", "George F."));
/// assert_eq!(Name::from("Mao Zedong"), Name::as_written("Mao Zedong")); // without a comma: never inverted
/// assert_eq!(Name::family_first("Mao", "Zedong").to_string(), "Mao Zedong");
/// assert_eq!(Name::body("Polish Embassy, Rio").to_string(), "Polish Embassy, Rio");
/// ```
///
/// A text with a comma is always read as `Family, Given` or `Family, Given, Suffix`. Life dates, several names in one
/// text, a suffix in the wrong place and the names of institutions are rejected when the document is built:
///
/// ```
/// use prefercite::{Document, Kind};
///
/// let refusal = Document::builder("mao", Kind::Letter).creator("Mao, Zedong, 1893-1976").build().unwrap_err();
/// assert_eq!(
///     refusal.to_string(),
///     "mao: creators[0]: \"Mao, Zedong, 1893-1976\" is not a name: leave out the years: \"Mao, Zedong\"",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Name {
    /// A person with a name in parts.
    Person(Person),
    /// An institution.
    Body(Body),
    /// A name whose parts are unknown: printed as typed, never inverted.
    AsWritten(String),
}

/// The parts of a person's name, and details of the person in the document.
///
/// ```
/// use prefercite::{Cite, Document, Kind, Person, style::Chicago};
///
/// let stalin = Person::new("Stalin").given("Joseph").signed_as("Filippov");
/// let telegram = Document::builder("t", Kind::Telegram).creator(stalin).recipient("Mao Zedong").build()?;
/// let note = Chicago::EIGHTEENTH.note().text(&Cite::new(&telegram));
/// assert_eq!(note.as_str(), "Filippov [Joseph Stalin] to Mao Zedong, telegram.");
/// # Ok::<(), prefercite::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Person {
    /// The family name. Alone it is a whole name (Stalin).
    pub family: String,
    /// The given name or initials.
    pub given: Option<String>,
    /// `Jr.`, `III`.
    pub suffix: Option<String>,
    /// A particle that belongs to the family name: de Gaulle.
    pub particle: Option<String>,
    /// A particle that is dropped before the family name alone: von Humboldt.
    pub dropping_particle: Option<String>,
    /// The order of the names.
    pub order: NameOrder,
    /// The name on the document, if it is another one: Filippov.
    pub signed_as: Option<String>,
    /// The office held.
    pub role: Option<String>,
    /// Where the person worked.
    pub affiliation: Option<String>,
    /// Whether the name is missing on the document.
    pub attributed: bool,
}

/// The order of family name and given name.
///
/// ```
/// use prefercite::{Name, NameOrder, Person};
///
/// let mao = Person::new("Mao").given("Zedong");
/// assert_eq!(Name::from(mao.clone()).to_string(), "Zedong Mao");
/// assert_eq!(Name::from(mao.order(NameOrder::FamilyFirst)).to_string(), "Mao Zedong");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NameOrder {
    /// George F. Kennan. In a list: Kennan, George F.
    #[default]
    GivenFirst,
    /// Mao Zedong. Never inverted.
    FamilyFirst,
}

words!(NameOrder, "an order of names", { GivenFirst: "given-first", FamilyFirst: "family-first" });
default_word!(NameOrder);

/// The name of an institution.
///
/// ```
/// use prefercite::{Body, Cite, Document, Kind, style::WilsonCenter};
///
/// let committee = Body::new("Central Committee of the Chinese Communist Party").abbreviation("CCP CC");
/// let telegram = Document::builder("t", Kind::Telegram).creator("Mao Zedong").recipient(committee).build()?;
/// let line = WilsonCenter::new().text(&Cite::new(&telegram));
/// assert_eq!(line.as_str(), "\"Telegram, Mao Zedong to CCP CC\"");
/// # Ok::<(), prefercite::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Body {
    /// Its name.
    pub body: String,
    /// The short name that some styles print: CCP CC.
    pub abbreviation: Option<String>,
    /// The government or institution that it is part of. Only MLA prints it, before the name.
    pub parent: Option<String>,
    /// Its role: photographer.
    pub role: Option<String>,
}

impl Name {
    /// Creates a person with a family name and a given name.
    ///
    /// ```
    /// use prefercite::Name;
    ///
    /// assert_eq!(Name::person("Kennan", "George F.").to_string(), "George F. Kennan");
    /// ```
    pub fn person(family: impl Into<String>, given: impl Into<String>) -> Self {
        Person::new(family).given(given).into()
    }

    /// Creates a name whose parts are unknown, printed exactly as typed. A comma in it is an error when the document
    /// is built.
    ///
    /// ```
    /// use prefercite::Name;
    ///
    /// assert_eq!(Name::as_written("Secretary of State").to_string(), "Secretary of State");
    /// ```
    pub fn as_written(name: impl Into<String>) -> Self {
        Name::AsWritten(name.into())
    }

    /// Creates a person whose family name comes first and is never inverted.
    pub fn family_first(family: impl Into<String>, given: impl Into<String>) -> Self {
        Person { order: NameOrder::FamilyFirst, ..Person::new(family).given(given) }.into()
    }

    /// Creates an institution.
    pub fn body(name: impl Into<String>) -> Self {
        Body::new(name).into()
    }

    /// The person, if the name has parts.
    ///
    /// ```
    /// use prefercite::Name;
    ///
    /// let kennan = Name::from("Kennan, George F.");
    /// assert_eq!(kennan.as_person().map(|person| person.family.as_str()), Some("Kennan"));
    /// assert_eq!(Name::from("Filippov").as_person(), None); // a part of a name, but unknown which
    /// ```
    pub fn as_person(&self) -> Option<&Person> {
        if let Name::Person(person) = self { Some(person) } else { None }
    }

    /// The institution, if it is one.
    pub fn as_body(&self) -> Option<&Body> {
        if let Name::Body(body) = self { Some(body) } else { None }
    }
}

impl Person {
    /// Creates a person with only a family name.
    pub fn new(family: impl Into<String>) -> Self {
        Person { family: family.into(), ..Person::default() }
    }

    setters! {
        text: given, suffix, particle, dropping_particle, signed_as, role, affiliation;
    }

    /// Sets [`order`](#structfield.order).
    #[must_use]
    pub fn order(mut self, order: NameOrder) -> Self {
        self.order = order;
        self
    }

    /// Marks the name as missing on the document.
    ///
    /// ```
    /// use prefercite::{Cite, Document, Kind, Person, style::Chicago};
    ///
    /// let author = Person::new("Kennan").given("George F.").attributed();
    /// let article = Document::builder("x", Kind::Manuscript).creator(author).title("Soviet Conduct").build()?;
    /// let entry = Chicago::EIGHTEENTH.text(&Cite::new(&article));
    /// assert_eq!(entry.as_str(), "[Kennan, George F.]. “Soviet Conduct.”");
    /// # Ok::<(), prefercite::Error>(())
    /// ```
    #[must_use]
    pub fn attributed(mut self) -> Self {
        self.attributed = true;
        self
    }
}

impl Body {
    /// Creates an institution with this name.
    pub fn new(name: impl Into<String>) -> Self {
        Body { body: name.into(), ..Body::default() }
    }

    setters! {
        text: abbreviation, parent, role;
    }
}

impl From<Person> for Name {
    fn from(person: Person) -> Self {
        Name::Person(person)
    }
}

impl From<Body> for Name {
    fn from(body: Body) -> Self {
        Name::Body(body)
    }
}

impl Keyed for Person {
    const NAME: &'static str = "Person";

    keys! {
        family: "family", given: "given", suffix: "suffix", particle: "particle", dropping_particle: "dropping-particle",
        order: "order", signed_as: "signed-as", role: "role", affiliation: "affiliation", attributed: "attributed",
    }

    /// A misspelt key of a person may be a misspelt key of an institution: both appear in the same place.
    fn hint(key: &str) -> Option<String> {
        did_you_mean(key, Body::keys().iter().copied())
    }

    fn to_short(&self) -> Option<Cow<'_, str>> {
        let given = self.given.as_deref()?;
        let suffix = self.suffix.as_deref();
        let bare = Person {
            family: self.family.clone(),
            given: self.given.clone(),
            suffix: self.suffix.clone(),
            ..Person::default()
        };
        if *self != bare {
            return None;
        }
        let text = match suffix {
            None => format!("{}, {given}", self.family),
            Some(suffix) => format!("{}, {given}, {suffix}", self.family),
        };
        let read = short::Parts { family: &self.family, given, suffix };
        (short::read(&text) == Ok(Some(read))).then(|| text.into())
    }

    /// Life dates are an error in any form of a name, and so are two names in one.
    fn rules(&mut self, faults: &mut Faults) {
        let parts = [("family", Some(&self.family)), ("given", self.given.as_ref()), ("suffix", self.suffix.as_ref())];
        for (key, part) in parts {
            if let Some((found, hint)) = part.and_then(|part| short::not_of_a_person(part).map(|hint| (part, hint))) {
                let problem = FieldErrorKind::Name { found: found.clone(), hint: hint.to_owned() };
                faults.within(key, |faults| faults.add_unless_known(problem));
            }
        }
    }
}

impl Keyed for Body {
    const NAME: &'static str = "Body";

    keys! { body: "body", abbreviation: "abbreviation", parent: "parent", role: "role" }

    fn hint(key: &str) -> Option<String> {
        let of_a_person = Person::keys().contains(&key);
        of_a_person.then(|| "; a name is a body or a person, and this key belongs to a person".to_owned())
    }
}

impl Value for Name {
    fn read(node: &Node<'_>, faults: &mut Faults) -> Option<Self> {
        match node.content() {
            Content::Map(entries) if entries.iter().any(|(key, _)| key == "body") => {
                Body::read(node, faults).map(Name::Body)
            }
            Content::Map(_) => Person::read(node, faults).map(Name::Person),
            Content::Scalar(..) => String::read(node, faults).map(Name::from),
            _ => {
                faults.add(FieldErrorKind::UnexpectedType { expected: "a name: text or a map", found: node.shape() });
                None
            }
        }
    }

    fn write(&self) -> Node<'_> {
        match self {
            Name::Person(person) => person.write(),
            Name::Body(body) => body.write(),
            Name::AsWritten(name) => name.write(),
        }
    }

    fn check(&mut self, faults: &mut Faults) {
        match self {
            Name::Person(person) => person.check(faults),
            Name::Body(body) => body.check(faults),
            Name::AsWritten(name) => {
                name.check(faults);
                if let Some(hint) = short::refused(name) {
                    faults.add(FieldErrorKind::Name { found: name.clone(), hint });
                }
            }
        }
    }

    /// `[Kennan, George F.]`: YAML reads two names.
    fn rest_of(before: &Node<'_>, entry: &Node<'_>) -> Option<FieldErrorKind> {
        let bare = |node: &Node<'_>| match node.content() {
            Content::Scalar(text, Spelling::TypedInBrackets) => Some(text.trim().to_owned()),
            _ => None,
        };
        let (family, given) = (bare(before)?, bare(entry)?);
        short::is_split(&family, &given).then(|| {
            let hint = format!(
                "the comma makes two names; write \"{family}, {given}\" in quotation marks or on a line of its own"
            );
            FieldErrorKind::Name { found: given, hint }
        })
    }

    #[cfg(feature = "schema")]
    fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let forms = [shapes::text(), Person::schema(generator), Body::schema(generator)];
        schemars::json_schema!({ "anyOf": forms })
    }
}

through_the_tree!(Name, Person, Body);

#[cfg(test)]
mod tests;
