//! The README shows what the crate does.

const README: &str = include_str!("../README.md");

/// Words without their line breaks.
#[cfg(feature = "yaml")]
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn its_first_program_is_the_example() {
    let (_, program) = include_str!("../examples/cite.rs").split_once("\n\n").unwrap();
    let shown = README.split("```rust\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    assert_eq!(shown, program);
}

#[cfg(feature = "yaml")]
#[test]
fn its_citations_are_printed() {
    use prefercite::document::{RecordFormat, Records};
    use prefercite::{Style, style};

    let bundled = Records::new(include_str!("../examples/records/documents.yaml"), RecordFormat::Yaml).collect_all();
    assert_eq!(bundled.errors, []);
    let say = |style: &str, document| style::named(style).unwrap().cite_document(document).unwrap().to_string();
    let founding = say("wilson-center-no-url", &bundled.documents[0]);
    assert!(flat(README).contains(&flat(&founding)), "{founding}");
    assert!(README.contains(&format!("bibliography of {} real documents", bundled.documents.len())));

    let yaml = README.split("```yaml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let notes = Records::detect(yaml).collect_all();
    for style in ["chicago-bibliography", "chicago-note", "mla"] {
        let said = say(style, &notes.documents[0]);
        assert!(README.contains(&said), "{said}");
    }
    // Quoted over several lines, with italics as Markdown has them.
    let note = style::named("chicago-note").unwrap().cite_document(&bundled.documents[0]).unwrap();
    let written = note.as_text().unwrap().render(&prefercite::notation::Markdown::new());
    let quoted = flat(&README.replace("\n> ", "\n"));
    let (sentence, _) = written.split_once("[https").unwrap();
    assert!(quoted.contains(&flat(sentence)), "{sentence}");
}
