//! Variables of an item.

use crate::citation::{Record, Value};
use crate::document::Name;
use crate::style::record::{Facts, people};

pub(super) fn push(item: &mut Record, variable: &'static str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        item.push(variable, value);
    }
}

/// Names in parts. A family name that comes first stays first: `static-ordering`.
pub(super) fn push_names<'n>(item: &mut Record, variable: &'static str, names: impl Iterator<Item = &'n Name>) {
    let names = names.map(|name| {
        let mut parts = people::parts(name);
        if let (Value::Map(parts), true) = (&mut parts, people::is_family_first(name)) {
            parts.push("static-ordering", true);
        }
        parts
    });
    let names: Vec<Value> = names.collect();
    push(item, variable, (!names.is_empty()).then_some(names));
}

pub(super) fn push_address(item: &mut Record, facts: &Facts<'_>) {
    push(item, "URL", facts.url().as_deref());
    push(item, "DOI", facts.doi());
}

/// For a web-only document the digital archive is the archive.
pub(super) fn provider<'d>(facts: &Facts<'d>) -> Option<&'d str> {
    let home = facts.home?;
    match (facts.holding, &home.archive) {
        (Some(_), Some(archive)) => Some(archive.as_str()),
        (None, None) => None,
        _ => home.host.as_deref(),
    }
}
