//! Disambiguation of short notes and citations in the text (RULES 9.2, 9.6).

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::document::{Document, Name, Person};
use crate::prose::Language;
use crate::style::{Cite, Disambiguator, Disambiguators, Form, Style, filed};

/// The details to add to each document's citation, so that no two citations of this form are the same. They are in
/// the order of the documents.
///
/// If several documents have the same citation, the first of the style's disambiguators that separates all of them is
/// used alone. If no single one does, several are combined. The title is preferred if it helps at all. In the text,
/// persons with the same family name always get their initials. Documents that are not ambiguous get no details.
/// Documents that cannot be separated get every detail that helps.
///
/// ```
/// use prefercite::bibliography::disambiguate;
/// use prefercite::style::{Chicago, Disambiguator, Disambiguators};
/// use prefercite::{Document, Form};
///
/// let minutes: Vec<Document> = serde_json::from_str(
///     r#"[{ "id": "a", "kind": "minutes", "creators": ["Politburo"], "date": "1956-10-23" },
///         { "id": "b", "kind": "minutes", "creators": ["Politburo"], "date": "1956-10-26" }]"#,
/// )?;
/// let minutes: Vec<&Document> = minutes.iter().collect();
/// assert_eq!(disambiguate(&Chicago::EIGHTEENTH, &minutes, Form::Short), [Disambiguators::NONE.with(Disambiguator::Date); 2]);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(alias = "ambiguous")]
pub fn disambiguate(style: &dyn Style, documents: &[&Document], form: Form) -> Vec<Disambiguators> {
    if let Some(details) = style.disambiguate(documents, form) {
        return details;
    }
    let mut details = vec![Disambiguators::NONE; documents.len()];
    let known = style.disambiguators(form);
    if known.is_empty() {
        return details;
    }
    let read = |document: &Document, details: Disambiguators| {
        let cite = Cite::new(document).with_form(form).with_disambiguators(details);
        style.cite(&cite).map(|citation| citation.to_string()).unwrap_or_default()
    };
    if form == Form::InText && known.contains(&Disambiguator::Initials) {
        separate_namesakes(documents, &mut details, style.language());
    }
    let mut alike: HashMap<(Disambiguators, String), Vec<usize>> = HashMap::new();
    for (place, (document, details)) in documents.iter().zip(&details).enumerate() {
        alike.entry((*details, read(document, *details))).or_default().push(place);
    }
    let mut groups: Vec<Vec<usize>> = alike.into_values().filter(|group| group.len() > 1).collect();
    // Each round separates part of a group, or adds a detail to the rest of it.
    while let Some(group) = groups.pop() {
        let so_far = group.first().and_then(|place| details.get(*place)).copied().unwrap_or_default();
        let Some(best) = best(&group, so_far, known, |place, details| {
            documents.get(place).map(|document| read(document, details)).unwrap_or_default()
        }) else {
            continue;
        };
        let mut still: HashMap<String, Vec<usize>> = HashMap::new();
        for place in group {
            if let (Some(chosen), Some(document)) = (details.get_mut(place), documents.get(place)) {
                *chosen = best;
                still.entry(read(document, best)).or_default().push(place);
            }
        }
        groups.extend(still.into_values().filter(|group| group.len() > 1));
    }
    details
}

/// `(C. Doershuk 2010)`, `(J. Doershuk 2009)`: different people with the same family name, in any years (RULES 9.3,
/// 9.6; CMOS 17, 15.22). If their initials are the same, their given names are printed.
fn separate_namesakes(documents: &[&Document], details: &mut [Disambiguators], language: &Language) {
    let mut families: HashMap<String, Vec<(usize, &Person)>> = HashMap::new();
    for (place, document) in documents.iter().enumerate() {
        if let Some(Name::Person(person)) = document.creators().first() {
            families.entry(filed(&person.family, language)).or_default().push((place, person));
        }
    }
    for namesakes in families.into_values().filter(|namesakes| namesakes.len() > 1) {
        let mut by_initial: BTreeMap<char, Vec<(usize, &str)>> = BTreeMap::new();
        for (place, person) in &namesakes {
            let first = person.given.as_deref().unwrap_or_default().split([' ', '.', '-']).next().unwrap_or_default();
            if let Some(initial) = first.chars().flat_map(char::to_uppercase).next() {
                by_initial.entry(initial).or_default().push((*place, first));
            }
        }
        let initials_differ = by_initial.len() > 1;
        for same_initial in by_initial.into_values() {
            // `J.` may be Joseph.
            let written: HashSet<String> = same_initial
                .iter()
                .filter(|(_, first)| first.chars().nth(1).is_some())
                .map(|(_, first)| filed(first, language))
                .collect();
            let detail = match (written.len() > 1, initials_differ) {
                (true, _) => Disambiguator::GivenName,
                (false, true) => Disambiguator::Initials,
                (false, false) => continue,
            };
            for (place, _) in same_initial {
                if let Some(details) = details.get_mut(place) {
                    *details = details.with(detail);
                }
            }
        }
    }
}

/// The details so far plus the one that separates most of the group. Returns `None` if no detail helps.
fn best(
    group: &[usize],
    so_far: Disambiguators,
    known: &[Disambiguator],
    read: impl Fn(usize, Disambiguators) -> String,
) -> Option<Disambiguators> {
    let mut best = (1, None);
    for detail in known.iter().filter(|detail| !so_far.has(**detail)) {
        let details = so_far.with(*detail);
        let readings: HashSet<String> = group.iter().map(|place| read(*place, details)).collect();
        if readings.len() > best.0 {
            best = (readings.len(), Some(details));
        }
        // RULES 9.6: two works by one author add the title. Only works with the same title add the date.
        if readings.len() == group.len() || *detail == Disambiguator::Title && readings.len() > 1 {
            break;
        }
    }
    best.1
}
