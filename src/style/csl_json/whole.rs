//! The whole record in the record format, for reading our own exports back.

use crate::citation::{Fields, Record, Value};
use crate::document::Document;

/// `custom` is CSL's place for data without a variable.
pub(super) fn push(item: &mut Record, document: &Document) {
    // A document has string keys, and only numbers that JSON has, so serialization always succeeds.
    if let Ok(record) = serde_json::to_value(document) {
        item.push("custom", Value::from(Fields::from_iter([("prefercite", value(record))])));
    }
}

fn value(json: serde_json::Value) -> Value {
    match json {
        serde_json::Value::String(text) => Value::from(text),
        serde_json::Value::Bool(truth) => Value::from(truth),
        serde_json::Value::Number(number) => match number.as_i64() {
            Some(number) => Value::from(number),
            None => Value::from(number.to_string()),
        },
        serde_json::Value::Array(values) => Value::from(values.into_iter().map(value).collect::<Vec<Value>>()),
        serde_json::Value::Object(map) => {
            let fields = map.into_iter().filter(|(_, json)| !json.is_null());
            Value::from(fields.map(|(key, json)| (key, value(json))).collect::<Fields>())
        }
        // Null values are removed above, and a list contains none.
        serde_json::Value::Null => Value::from(""),
    }
}
