//! Values one by one, for notations without lists and maps.

use std::fmt;

use crate::citation::{Fields, Value};

pub(super) enum Flat<'v> {
    Text(&'v str),
    Number(i64),
    Bool(bool),
}

/// Visits every scalar value with the name of its field, at any depth. It is not recursive, because untrusted input
/// may be nested deeper than the stack allows.
pub(super) fn each_flat(fields: &Fields, visit: &mut dyn FnMut(&str, Flat<'_>) -> fmt::Result) -> fmt::Result {
    let mut rest: Vec<(&str, &Value)> =
        fields.as_slice().iter().rev().map(|field| (field.name.as_ref(), &field.value)).collect();
    while let Some((name, value)) = rest.pop() {
        match value {
            Value::Text(text) => visit(name, Flat::Text(text))?,
            Value::Number(number) => visit(name, Flat::Number(*number))?,
            Value::Bool(value) => visit(name, Flat::Bool(*value))?,
            Value::List(values) => rest.extend(values.iter().rev().map(|value| (name, value))),
            Value::Map(fields) => {
                rest.extend(fields.as_slice().iter().rev().map(|field| (field.name.as_ref(), &field.value)));
            }
        }
    }
    Ok(())
}
