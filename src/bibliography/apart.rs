//! Telling documents apart whose short notes or text citations read the same (RULES 9.2, 9.6).

use std::collections::{HashMap, HashSet};

use crate::document::Document;
use crate::style::{Cite, Detail, Details, Form, Style};

/// What each document's citation of this form has to say more, that no two read the same: in the order of the documents.
///
/// Of the details that the style knows for the form the first that tells a group apart is taken alone; only where none does,
/// several are. A document that is confused with no other gets none. Documents that nothing tells apart get all that helps.
///
/// ```
/// use prefercite::bibliography::tell_apart;
/// use prefercite::style::{Chicago, Detail, Details};
/// use prefercite::{Document, Form};
///
/// let minutes: Vec<Document> = serde_json::from_str(
///     r#"[{ "id": "a", "kind": "minutes", "creators": ["Politburo"], "date": "1956-10-23" },
///         { "id": "b", "kind": "minutes", "creators": ["Politburo"], "date": "1956-10-26" }]"#,
/// )?;
/// let minutes: Vec<&Document> = minutes.iter().collect();
/// assert_eq!(tell_apart(&Chicago::EIGHTEENTH, &minutes, Form::Short), [Details::NONE.with(Detail::Date); 2]);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn tell_apart(style: &dyn Style, documents: &[&Document], form: Form) -> Vec<Details> {
    let mut details = vec![Details::NONE; documents.len()];
    let known = style.distinctions(form);
    if known.is_empty() {
        return details;
    }
    let read = |document: &Document, details: Details| {
        let cite = Cite::new(document).form(form).details(details);
        style.compose(&cite).map(|citation| citation.to_string()).unwrap_or_default()
    };
    let mut alike: HashMap<String, Vec<usize>> = HashMap::new();
    for (place, document) in documents.iter().enumerate() {
        alike.entry(read(document, Details::NONE)).or_default().push(place);
    }
    let mut groups: Vec<Vec<usize>> = alike.into_values().filter(|group| group.len() > 1).collect();
    // Each round settles some of a group, or adds a detail to what is left of it.
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

/// The details that tell most of a group apart: one more if one does it all, else the one more that does most. None if
/// nothing helps.
fn best(
    group: &[usize],
    so_far: Details,
    known: &[Detail],
    read: impl Fn(usize, Details) -> String,
) -> Option<Details> {
    let mut best = (1, None);
    for detail in known.iter().filter(|detail| !so_far.has(**detail)) {
        let details = so_far.with(*detail);
        let readings: HashSet<String> = group.iter().map(|place| read(*place, details)).collect();
        if readings.len() > best.0 {
            best = (readings.len(), Some(details));
        }
        if readings.len() == group.len() {
            break;
        }
    }
    best.1
}
