//! The location of a document, in fields that repeat it: from broad to narrow in one field, from narrow to broad in
//! another.

use crate::input::draft::Draft;
use crate::input::shared::{archives, sentences, shelf};

/// The common parts of two wordings of one place.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Agreed<'t> {
    pub(super) repository: &'t str,
    pub(super) collection: Option<&'t str>,
    pub(super) units: &'t str,
}

/// `National Archives, Record Group 59, box 6462` and `Box 6462, Record Group 59, National Archives`.
pub(super) fn agreed<'t>(broad: &'t str, narrow: &'t str) -> Option<Agreed<'t>> {
    let (repository, rest_of_broad, rest_of_narrow) = common(broad, narrow)?;
    match common(rest_of_broad, rest_of_narrow) {
        // If both are the same, the order does not show which part is the collection.
        Some((whole, _, "")) if shelf::levels(whole).is_some() || !shelf::names_a_collection(whole) => {
            Some(Agreed { repository, collection: None, units: whole })
        }
        Some((collection, units, _)) => Some(Agreed { repository, collection: Some(collection), units }),
        None => Some(Agreed { repository, collection: None, units: rest_of_broad }),
    }
}

/// The longest start of the first text that is the end of the second, in whole parts between commas, and the rest
/// of each.
pub(super) fn common<'t>(broad: &'t str, narrow: &'t str) -> Option<(&'t str, &'t str, &'t str)> {
    let ends = broad.match_indices(", ").map(|(at, _)| at).chain([broad.len()]);
    let mut found = None;
    for end in ends.take(64) {
        let (beginning, rest) = broad.split_at_checked(end)?;
        let Some(before) = without_end(narrow, beginning) else { continue };
        let is_part = before.is_empty() || before.ends_with(", ") || before.ends_with(",” ");
        if is_part && !beginning.is_empty() {
            found = Some((beginning, rest.trim_start_matches(", "), before.trim_end_matches(", ")));
        }
    }
    found
}

/// The first letter of a field is a capital.
fn without_end<'t>(text: &'t str, end: &str) -> Option<&'t str> {
    if let Some(before) = text.strip_suffix(end) {
        return Some(before);
    }
    (text.len() == end.len() && text.to_lowercase() == end.to_lowercase()).then_some("")
}

/// Puts a collection and its units. Returns their paths.
///
/// If the note has the levels, a text that cannot be split is the archive's own wording.
pub(super) fn put(draft: &mut Draft<'_>, collection: Option<&str>, units: &str, place: usize) -> Vec<String> {
    let is_wording = draft.look("annote").is_some_and(|note| sentences::has_other_shelf(note, collection));
    let mut paths = Vec::new();
    if let Some(collection) = collection {
        let titled = collection.rsplit_once(", ").and_then(|(title, number)| Some((title, shelf::levels(number)?)));
        match (shelf::levels(collection), titled) {
            (Some(mark), _) => mark.put(draft, place),
            (None, Some((title, mark))) if mark.levels.len() == 1 => {
                mark.put(draft, place);
                let path = format!("holdings[0].path[{}]", draft.count("holdings[0].path").saturating_sub(1));
                draft.put(&format!("{path}.title"), title, place);
            }
            _ => _ = archives::put_collection(draft, collection, place),
        }
        paths.push("holdings[0].path".to_owned());
    }
    if units.is_empty() {
        return paths;
    }
    match shelf::levels(units).filter(|_| !is_wording) {
        Some(mark) => {
            mark.put(draft, place);
            paths.push("holdings[0].path".to_owned());
        }
        None => {
            let has_name = draft.get("holdings[0].repository.name").is_some_and(|name| units.starts_with(name));
            let path = match (is_wording, has_name) {
                (true, true) => "holdings[0].cited-whole",
                (true, false) => "holdings[0].as-cited",
                (false, _) => "holdings[0].reference",
            };
            draft.put(path, units, place);
            paths.push(path.to_owned());
        }
    }
    paths.dedup();
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_wordings_agree() {
        for (broad, narrow, agreed_in) in [
            (
                "National Archives, Record Group 59, box 6462",
                "Box 6462, Record Group 59, National Archives",
                Some(("National Archives", Some("Record Group 59"), "box 6462")),
            ),
            (
                "Center, Library, Merriam Papers, box 26, folder 17",
                "Box 26, folder 17, Merriam Papers, Center, Library",
                Some(("Center, Library", Some("Merriam Papers"), "box 26, folder 17")),
            ),
            ("APRF, f. 45, op. 1", "F. 45, op. 1, APRF", Some(("APRF", None, "f. 45, op. 1"))),
            ("Library", "Library", Some(("Library", None, ""))),
            ("A, B", "C", None),
        ] {
            let found = agreed(broad, narrow).map(|it| (it.repository, it.collection, it.units));
            assert_eq!(found, agreed_in, "{broad}");
        }
    }
}
