//! The name of a repository: its parts, their order, and its place.

use super::sentence::{Punctuation, Sentence};
use super::words::{ends_with_words, has_words};
use crate::document::Repository;
use crate::separator::Separator;

/// How a style writes a repository.
///
/// ```
/// use prefercite::Repository;
/// use prefercite::prose::{EN_US, PlaceRule, RepositoryForm, RepositoryPart, plain, push_repository};
///
/// let society = Repository::new("Yorkshire Archaeological Society").place("York");
/// let printed = plain(&EN_US, |s| push_repository(s, &society, RepositoryForm::DEPARTMENT_FIRST));
/// assert_eq!(printed, "Yorkshire Archaeological Society, York");
///
/// let place_first =
///     RepositoryForm { parts: &[RepositoryPart::Place, RepositoryPart::Name], place: PlaceRule::Always };
/// assert_eq!(plain(&EN_US, |s| push_repository(s, &society, place_first)), "York, Yorkshire Archaeological Society");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RepositoryForm {
    /// The parts in their order. A part that the record does not have is omitted.
    pub parts: &'static [RepositoryPart],
    /// When the place is printed.
    pub place: PlaceRule,
}

/// A part of a repository's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RepositoryPart {
    /// The department: `Manuscript Division`.
    Department,
    /// The name, or else the abbreviation. Nothing if [`Broadest`](RepositoryPart::Broadest) has printed it.
    Name,
    /// The name with its abbreviation in parentheses: `Archive of the President (APRF)`.
    NameAndAbbreviation,
    /// The institution that it is part of: `University of Chicago`.
    Parent,
    /// The parent, or else the name.
    Broadest,
    /// The place, according to the [`PlaceRule`].
    Place,
}

/// When the place of a repository is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PlaceRule {
    /// Always, if the record has one.
    Always,
    /// Unless the department, name or parent contains it: a city alone as a whole word, a place with its state or
    /// country at its end (B2).
    UnlessSaid,
}

impl RepositoryForm {
    /// The form in notes and lists of archives (A14).
    pub const DEPARTMENT_FIRST: RepositoryForm = {
        use RepositoryPart::{Department, Name, Parent, Place};
        RepositoryForm { parts: &[Department, Name, Parent, Place], place: PlaceRule::UnlessSaid }
    };

    /// Like [`DEPARTMENT_FIRST`](Self::DEPARTMENT_FIRST), without the place.
    pub const WITHOUT_PLACE: RepositoryForm = {
        use RepositoryPart::{Department, Name, Parent};
        RepositoryForm { parts: &[Department, Name, Parent], ..RepositoryForm::DEPARTMENT_FIRST }
    };
}

/// Adds the repository, its parts joined by commas.
pub fn push_repository(s: &mut Sentence<'_>, repository: &Repository, form: RepositoryForm) {
    let mut separator = Separator::new();
    push_parts(s, repository, form, |s| {
        if separator.follows() {
            s.punctuate(Punctuation::Comma);
        }
    });
}

/// Adds the short name: the abbreviation, or else the name.
pub(crate) fn push_short_repository(s: &mut Sentence<'_>, repository: &Repository) {
    if let Some(name) = repository.abbreviation.as_ref().or(repository.name.as_ref()) {
        s.keep_case().data(name);
    }
}

/// Adds the parts of the repository. `next` writes the separator before each.
pub(crate) fn push_parts(
    s: &mut Sentence<'_>,
    repository: &Repository,
    form: RepositoryForm,
    mut next: impl FnMut(&mut Sentence<'_>),
) {
    let (name, parent) = (repository.name.as_ref(), repository.parent.as_ref());
    let named = name.or(repository.abbreviation.as_ref());
    let mut is_named = false;
    for part in form.parts {
        let words = match part {
            RepositoryPart::Department => repository.department.as_ref(),
            RepositoryPart::Name => named.filter(|_| !is_named),
            RepositoryPart::NameAndAbbreviation => named,
            RepositoryPart::Parent => parent,
            RepositoryPart::Broadest => parent.or(named),
            RepositoryPart::Place => unsaid_place(repository, form.place),
        };
        is_named |= *part == RepositoryPart::Broadest && parent.is_none();
        let Some(words) = words else { continue };
        next(s);
        s.data(words);
        if *part == RepositoryPart::NameAndAbbreviation
            && let Some(short) = repository.abbreviation.as_ref().filter(|_| name.is_some())
        {
            s.word(" (").data(short).word(")");
        }
    }
}

/// The place, if it is printed.
pub(crate) fn unsaid_place(repository: &Repository, rule: PlaceRule) -> Option<&String> {
    let place = repository.place.as_ref()?;
    let is_printed = match rule {
        PlaceRule::Always => true,
        PlaceRule::UnlessSaid => !says_its_place(repository, place),
    };
    is_printed.then_some(place)
}

fn says_its_place(repository: &Repository, place: &str) -> bool {
    let name = repository.name.as_ref().or(repository.abbreviation.as_ref());
    // The department is last, because it seldom contains a city.
    let names = [name, repository.parent.as_ref(), repository.department.as_ref()];
    let has_state = place.contains(',');
    names.iter().flatten().any(|name| if has_state { ends_with_words(name, place) } else { has_words(name, place) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::EN_US;
    use crate::prose::sentence::plain;

    #[test]
    fn a_name_contains_a_city_anywhere_or_a_place_at_its_end() {
        for (json, printed) in [
            (
                r#"{ "name": "Yorkshire Archaeological Society", "place": "York" }"#,
                "Yorkshire Archaeological Society, York",
            ),
            (r#"{ "name": "University of Chicago Library", "place": "Chicago" }"#, "University of Chicago Library"),
            (
                r#"{ "name": "University of Chicago Library", "place": "Chicago, IL" }"#,
                "University of Chicago Library, Chicago, IL",
            ),
            (
                r#"{ "name": "Regional Archives, St. Louis, MO", "place": "St. Louis, MO" }"#,
                "Regional Archives, St. Louis, MO",
            ),
            (
                r#"{ "department": "Manuscript Division", "name": "Library of Congress", "place": "Washington, DC" }"#,
                "Manuscript Division, Library of Congress, Washington, DC",
            ),
            (r#"{ "abbreviation": "APRF", "parent": "President", "place": "Moscow" }"#, "APRF, President, Moscow"),
        ] {
            let repository: Repository = serde_json::from_str(json).unwrap();
            let said = plain(&EN_US, |s| push_repository(s, &repository, RepositoryForm::DEPARTMENT_FIRST));
            assert_eq!(said, printed);
        }
    }
}
