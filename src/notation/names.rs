//! A name in its parts.

use crate::bytes;
use crate::citation::{Fields, Value};

/// The field of a name that only means that the family name comes first.
pub(crate) const STATIC_ORDERING: &str = "static-ordering";

/// The parts of a name, with the names of CSL-JSON. Flat notations join them by their own rules.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct NameParts<'n> {
    /// A name without parts.
    pub(crate) literal: Option<&'n str>,
    pub(crate) family: Option<&'n str>,
    pub(crate) given: Option<&'n str>,
    pub(crate) dropping_particle: Option<&'n str>,
    pub(crate) particle: Option<&'n str>,
    pub(crate) suffix: Option<&'n str>,
    /// Whether the family name comes first wherever the name is printed (`static-ordering` in CSL-JSON).
    pub(crate) is_family_first: bool,
}

impl<'n> NameParts<'n> {
    /// Reads the known parts from the fields.
    pub(crate) fn of(fields: &'n Fields) -> Self {
        let part = |name: &str| fields.get(name).and_then(Value::as_text);
        NameParts {
            literal: part("literal"),
            family: part("family"),
            given: part("given"),
            dropping_particle: part("dropping-particle"),
            particle: part("non-dropping-particle"),
            suffix: part("suffix"),
            is_family_first: fields.get(STATIC_ORDERING) == Some(&Value::Bool(true)),
        }
    }

    /// Whether it has a family name or a literal.
    pub(crate) fn has_name(&self) -> bool {
        self.literal.is_some() || self.family.is_some()
    }

    /// The family and the given name, if it has no other parts.
    pub(crate) fn family_and_given(&self) -> Option<(&'n str, &'n str)> {
        match *self {
            NameParts {
                literal: None,
                family: Some(family),
                given: Some(given),
                dropping_particle: None,
                particle: None,
                suffix: None,
                is_family_first: _,
            } => Some((family, given)),
            _ => None,
        }
    }

    /// The words of the parts that are present, in the same order.
    pub(crate) fn words(&self) -> impl Iterator<Item = &'n str> + use<'n> {
        [self.literal, self.family, self.given, self.dropping_particle, self.particle, self.suffix]
            .into_iter()
            .flatten()
    }

    /// Whether a part contains one of these ASCII characters.
    pub(crate) fn hold(&self, signs: &[u8]) -> bool {
        self.words().any(|part| signs.iter().any(|sign| bytes::any(part.as_bytes(), |eight| eight.is(*sign))))
    }

    /// The parts that are present, each with its field name.
    pub(crate) fn each(&self) -> impl Iterator<Item = (&'static str, &'n str)> + use<'n> {
        let parts = [
            ("literal", self.literal),
            ("family", self.family),
            ("given", self.given),
            ("dropping-particle", self.dropping_particle),
            ("non-dropping-particle", self.particle),
            ("suffix", self.suffix),
        ];
        parts.into_iter().filter_map(|(name, part)| Some((name, part?)))
    }
}
