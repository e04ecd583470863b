use crate::document::{Document, DocumentBuilder, Kind};
use crate::input::{RecordFormat, Records};

fn written(text: &str, format: RecordFormat) -> String {
    let document = Records::new(text, format).next().unwrap().unwrap();
    serde_json::to_string(&document).unwrap()
}

#[test]
fn any_value_is_written_back_as_typed() {
    for value in [
        "\"0100\"",
        "\"  two \\n lines\\u0007\"",
        "7",
        "-7",
        "18446744073709551615",
        "1.5",
        "true",
        "null",
        "[]",
        "{}",
        "[[1,\"1\",null],{\"b\":false,\"a\":{}}]",
    ] {
        let record = format!("{{\"id\":\"a\",\"kind\":\"document\",\"title\":\"A\",\"x-own\":{value}}}");
        assert_eq!(written(&record, RecordFormat::JsonLines), record);
        assert_eq!(serde_json::to_string(&serde_json::from_str::<Document>(&record).unwrap()).unwrap(), record);
        let again = DocumentBuilder::from(serde_json::from_str::<Document>(&record).unwrap()).skip_blank().build();
        assert_eq!(serde_json::to_string(&again.unwrap()).unwrap(), record);
    }
    // What JSON has no spelling for is text; digits are never lost.
    for (typed, kept) in [("123456789012345678901234567890", "\"123456789012345678901234567890\""), ("1e3", "1000.0")] {
        let record = format!("{{\"id\":\"a\",\"title\":\"A\",\"x-own\":{typed}}}");
        assert!(written(&record, RecordFormat::JsonLines).ends_with(&format!("\"x-own\":{kept}}}")), "{typed}");
    }
}

#[cfg(feature = "yaml")]
#[test]
fn yaml_keeps_its_spelling() {
    let text = "id: a\ntitle: A\nx-own: [0100, 1.50, 7, no, true, ~, 1950-01-07, '7']\nx-two: &x {k: v}\nx-three: *x\n";
    assert!(written(text, RecordFormat::Yaml).ends_with(
        r#""x-own":["0100","1.50",7,"no",true,null,"1950-01-07","7"],"x-two":{"k":"v"},"x-three":{"k":"v"}}"#
    ));
}

#[test]
fn a_key_of_ones_own_is_known_at_the_top_only() {
    for (record, says) in [
        (r#"{"id":"a","title":"A","x-a":1,"x-a":2}"#, "stands twice"),
        (r#"{"id":"a","title":{"text":"A","x-a":1}}"#, "only at the top level of a record"),
        (r#"{"id":"a","x-a":1}"#, "nothing tells which document"),
        (r#"{"id":"a","title":"A","y-a":1}"#, "unknown key"),
    ] {
        let error = serde_json::from_str::<Document>(record).unwrap_err().to_string();
        assert!(error.contains(says), "{error}");
    }
    let builder = Document::builder("a", Kind::Letter).title("A").extension("x-a", 1u64).extension("x-a", "two");
    assert_eq!(builder.clone().build().unwrap().extensions().count(), 1);
    assert_eq!(builder.clone().clear_extension("x-a").build().unwrap().extensions().count(), 0);
    assert!(builder.extension("own", true).build().unwrap_err().to_string().contains("begin with x-"));
}
