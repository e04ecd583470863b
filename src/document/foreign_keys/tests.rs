use super::*;
use crate::document::keys::Keyed;
use crate::document::{
    Body, Contribution, Description, Document, Holding, Leaves, Level, Person, Publication, Repository, Surrogate,
    Title, Translation,
};

#[test]
fn a_key_of_another_model_is_answered_with_ours() {
    for (key, ours) in [
        (r#""author": "Kennan""#, "write creators: [ … ]"),
        (r#""publisher": "X""#, "write source: { publisher: … }"),
        (r#""folio": "23r""#, "write holdings: [{ leaves: { unit: folio, range: … } }]"),
        (r#""call-number": "MS 1""#, "write holdings: [{ reference: … }]"),
        (r#""callNumber": "MS 1""#, "write holdings: [{ reference: … }]"),
        (r#""container": "Box 1""#, "level: box, id: …"),
        (r#""Box": "1""#, "path: [{ level: …, id: … }]"),
        (r#""URL": "http://example.org""#, "write surrogates: [{ url: … }]"),
        (r#""holdings": [{ "folio": "23r" }]"#, "write leaves: { unit: folio, range: … }"),
        (r#""holdings": [{ "call_number": "MS 1" }]"#, "write reference: …"),
        (r#""holdings": [{ "path": [{ "level": "box", "number": 1 }] }]"#, "write id: …"),
        (r#""holdings": [{ "repository": { "name": "X", "city": "Y" } }]"#, "write place: …"),
        (r#""creators": [{ "last": "X" }]"#, "write family: …"),
        (r#""date": { "literal": "spring" }"#, "write display: …"),
        (r#""source": { "journal": "X" }"#, "write container: …"),
        (r#""titel": "X""#, "did you mean \"title\"?"),
    ] {
        let record = format!(r#"{{ "id": "a", "number": "1", {key} }}"#);
        let error = serde_json::from_str::<Document>(&record).unwrap_err().to_string();
        assert!(error.contains(ours), "{key}: {error}");
    }
}

#[test]
fn no_key_of_ours_is_called_foreign_in_its_own_map() {
    fn check<T: Keyed>() {
        for key in T::keys() {
            assert_eq!(ours(T::NAME, key), None, "{}", T::NAME);
        }
    }
    check::<Description>();
    check::<Title>();
    check::<Person>();
    check::<Body>();
    check::<Holding>();
    check::<Repository>();
    check::<Level>();
    check::<Leaves>();
    check::<Surrogate>();
    check::<Publication>();
    check::<Translation>();
    check::<Contribution>();
}
