//! Names in one piece, as readers of web pages take them apart again.

use crate::document::{Name, NameOrder};
use crate::style::record::{people, plain};

/// `Adams, Henry`; `Mao Zedong`; `Department of State`: as an index has it.
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

/// The same so that Zotero keeps it: what has no comma it cuts at the last space (`Department of` `State`), unless a comma ends
/// it; what has one it cuts there, so a name in one piece must have no other.
pub(super) fn zotero(name: &Name) -> String {
    let has_parts = name.as_person().is_some_and(|person| {
        person.order == NameOrder::GivenFirst && person.given.is_some() && !person.family.contains(',')
    });
    match (has_parts, name.as_person()) {
        // A second comma would cost the suffix: `King, Martin Luther Jr.`
        (true, Some(person)) => {
            let given = [&person.given, &person.dropping_particle, &person.particle, &person.suffix];
            let given: Vec<String> = given.into_iter().flatten().map(|part| part.replace(',', "")).collect();
            format!("{}, {}", person.family, given.join(" "))
        }
        _ => format!("{},", natural(name).replace(',', ";")),
    }
}
