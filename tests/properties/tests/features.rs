//! The tests run on the crate with exactly the requested features.

use prefercite::bibliography::Bibliography;
use prefercite::document::{Document, Records};
use prefercite::style;

fn documents(text: &str) -> Vec<Document> {
    Records::detect(text).filter_map(Result::ok).collect()
}

#[test]
fn csl_brings_its_styles() {
    assert_eq!(style::named("csl:apa").is_ok(), cfg!(feature = "csl"));
}

#[test]
fn yaml_is_read() {
    assert_eq!(documents("{ id: a, title: A }").len(), usize::from(cfg!(feature = "yaml")));
}

/// The number of `ђ` is greater than that of `я`.
#[test]
fn collation_puts_letters_in_their_places() {
    let documents = documents(r#"[{ "id": "z", "title": "Якут" }, { "id": "l", "title": "Ђак" }]"#);
    let style = style::named("mla").unwrap();
    let list = Bibliography::new(&*style, &documents).unwrap();
    let first = list.citations().next().unwrap().unwrap().to_string();
    assert_eq!(first.contains("Ђак"), cfg!(feature = "collation"), "{first}");
}

#[test]
fn a_missing_feature_is_named() {
    if cfg!(not(feature = "csl")) {
        let error = style::named("csl:apa").err().unwrap().to_string();
        assert_eq!(error, "no style is called \"csl:apa\": this build of prefercite is without the feature csl");
    }
    if cfg!(not(feature = "yaml")) {
        let error = Records::detect("id: a\ntitle: A\n").next().unwrap().unwrap_err().to_string();
        assert!(error.ends_with("it lacks the feature yaml"), "{error}");
    }
}
