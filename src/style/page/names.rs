//! Names in one piece, which readers of web pages split into parts again.

use crate::document::{Name, NameOrder};
use crate::style::record::{people, plain};

/// `Adams, Henry`; `Mao Zedong`; `Department of State`: as in an index.
pub(super) fn indexed(name: &Name) -> String {
    match name.as_person() {
        Some(person) if person.order == NameOrder::FamilyFirst => natural(name),
        _ => plain(|s| people::push_list(s, std::slice::from_ref(name))),
    }
}

/// `Henry Adams`; `Mao Zedong`.
pub(super) fn natural(name: &Name) -> String {
    plain(|s| crate::prose::names::push_plain_name(s, name))
}

/// The same in a form that Zotero keeps. Zotero splits a name without a comma at the last space (`Department of`
/// `State`), unless a comma ends it. It splits a name with a comma there, so a name in one piece may have no other comma.
pub(super) fn zotero(name: &Name) -> String {
    let has_parts = name.as_person().is_some_and(|person| {
        person.order == NameOrder::GivenFirst && person.given.is_some() && !person.family.contains(',')
    });
    match (has_parts, name.as_person()) {
        // With a second comma the suffix would be lost: `King, Martin Luther Jr.`
        (true, Some(person)) => {
            let given = [&person.given, &person.dropping_particle, &person.particle, &person.suffix];
            let given: Vec<String> = given.into_iter().flatten().map(|part| part.replace(',', "")).collect();
            format!("{}, {}", person.family, given.join(" "))
        }
        _ => format!("{},", natural(name).replace(',', ";")),
    }
}
