//! The sentences that name people.

use super::super::super::draft::Draft;
use super::super::names;
use crate::labels;

/// If a field has a name in one piece, and the sentence has its parts, the family name comes first.
pub(super) fn put_order(draft: &mut Draft<'_>, list: &str, value: &str, place: usize) -> Vec<String> {
    let mut paths = Vec::new();
    for (index, name) in value.split("; ").enumerate() {
        let path = format!("{list}[{index}]");
        let whole = draft.get(&path).or_else(|| draft.get(&format!("{path}.body"))).map(str::to_owned);
        let Some((family, given)) = name.split_once(", ").filter(|(_, given)| !given.contains(',')) else { continue };
        if whole.as_deref() == Some(&format!("{family} {given}")) {
            draft.remove(&format!("{path}.body"));
            for (key, text) in [("family", family), ("given", given), ("order", "family-first")] {
                draft.put(&format!("{path}.{key}"), text, place);
            }
            paths.push(path);
        }
    }
    paths
}

pub(super) fn put_names(draft: &mut Draft<'_>, list: &str, value: &str, place: usize) {
    for name in value.split("; ") {
        let path = format!("{list}[{}]", draft.count(list));
        names::read(name).put(draft, &path, place);
    }
}

/// `Stalin, Joseph: signed Filippov, Chairman`
pub(super) fn put_details(draft: &mut Draft<'_>, details: &str, place: usize, paths: &mut Vec<String>) -> bool {
    let Some((name, details)) = details.split_once(": ") else { return false };
    let lists = ["creators", "recipients", "participants", "interviewers"];
    let all = lists.iter().flat_map(|list| (0..draft.count(list)).map(move |index| format!("{list}[{index}]")));
    let Some(path) = all.into_iter().find(|path| indexed(draft, path).as_deref() == Some(name)) else { return false };
    let is_body = draft.has(&format!("{path}.body")) || details.starts_with(labels::name::ABBREVIATION);
    if let Some(short) = draft.get(&path).map(str::to_owned) {
        let mut parts = short.splitn(3, ", ");
        let keys = if is_body { ["body", "", ""] } else { ["family", "given", "suffix"] };
        for key in keys {
            if key.is_empty() {
                continue;
            }
            let part = if is_body { Some(short.as_str()) } else { parts.next() };
            part.into_iter().for_each(|part| draft.put(&format!("{path}.{key}"), part, place));
        }
    }
    let mut office: Vec<&str> = Vec::new();
    for part in details.split(", ") {
        let known = [(labels::name::SIGNATURE, "signed-as"), (labels::name::ABBREVIATION, "abbreviation")];
        let known = known.iter().find_map(|(label, key)| Some((*key, part.strip_prefix(label)?)));
        match known {
            Some((key, words)) => draft.put(&format!("{path}.{key}"), words, place),
            None if part == labels::name::ATTRIBUTED => draft.put(&format!("{path}.attributed"), "true", place),
            None => match part.strip_prefix(labels::name::PARENT).filter(|_| is_body) {
                Some(parent) => draft.put(&format!("{path}.parent"), parent, place),
                None => office.push(part),
            },
        }
    }
    if !office.is_empty() {
        let office = office.join(", ");
        let is_institution = !is_body && matches!(names::read(&office).name, names::Parts::Body(_));
        let key = if is_institution { "affiliation" } else { "role" };
        draft.put(&format!("{path}.{key}"), office, place);
    }
    paths.push(path);
    true
}

/// The name at a path, as in an index.
pub(super) fn indexed(draft: &Draft<'_>, path: &str) -> Option<String> {
    let part = |key: &str| draft.get(&format!("{path}.{key}"));
    if let Some(whole) = draft.get(path).or(part("body")) {
        return Some(whole.to_owned());
    }
    let given: Vec<&str> = [part("given"), part("dropping-particle")].into_iter().flatten().collect();
    let family: Vec<&str> = [part("particle"), part("family")].into_iter().flatten().collect();
    let given = (!given.is_empty()).then(|| given.join(" "));
    let parts = [Some(family.join(" ")), given, part("suffix").map(str::to_owned)];
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}
