//! The output in the README is the output of the crate.

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
    // The README quotes it over several lines, with italics in Markdown.
    let note = style::named("chicago-note").unwrap().cite_document(&bundled.documents[0]).unwrap();
    let written = note.as_text().unwrap().render(&prefercite::notation::Markdown::new());
    let quoted = flat(&README.replace("\n> ", "\n"));
    let (sentence, _) = written.split_once("[https").unwrap();
    assert!(quoted.contains(&flat(sentence)), "{sentence}");
}

/// The table of options is for readers who do not open the documentation of the styles.
#[test]
fn its_table_has_every_option() {
    let (_, rest) = README.split_once("### Options\n").unwrap();
    let rows =
        rest.lines().skip_while(|line| !line.starts_with("|---")).skip(1).take_while(|line| line.starts_with('|'));
    let mut shown: Vec<(String, String)> = Vec::new();
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [option, styles, words] = cells[..] else { panic!("{row}") };
        assert!(words.contains(';'), "default; with the option: {row}");
        shown.extend(styles.split(", ").map(|style| (style.to_owned(), option.trim_matches('`').to_owned())));
    }
    let mut offered: Vec<(String, String)> = Vec::new();
    for info in prefercite::style::all() {
        let family = match info.name {
            name if name.starts_with("chicago") => "Chicago",
            name if name.starts_with("mla") => "MLA",
            name if name.starts_with("wilson-center") => "Wilson Center",
            name if name.starts_with("csl:") => "CSL",
            "bibtex" => "BibTeX",
            "biblatex" => "BibLaTeX",
            "ris" => "RIS",
            "csl-json" => "CSL-JSON",
            other => other,
        };
        offered.extend(info.options.iter().map(|option| (family.to_owned(), (*option).to_owned())));
    }
    if !cfg!(feature = "csl") {
        offered.push(("CSL".to_owned(), "locale=TAG".to_owned()));
    }
    offered.sort();
    offered.dedup();
    shown.sort();
    assert_eq!(shown, offered);
}

/// The output in RECORDS.md is the real one: its first record in three styles, and its second record.
#[cfg(feature = "yaml")]
#[test]
fn the_citations_of_records_are_printed() {
    use prefercite::{Records, Style, style};

    let page = include_str!("../RECORDS.md");
    let record = |index: usize| {
        let yaml = page.split("```yaml\n").nth(index).and_then(|rest| rest.split("```").next()).unwrap();
        Records::detect(yaml).next().unwrap().unwrap()
    };
    let says = |style: &str, document: &prefercite::Document| {
        let citation = style::named(style).unwrap().cite_document(document).unwrap().to_string();
        assert!(page.contains(&format!("\n{citation}\n")), "{citation}");
    };
    let first = record(1);
    ["chicago-note", "chicago-bibliography", "wilson-center"].into_iter().for_each(|style| says(style, &first));
    says("wilson-center", &record(2));
}
