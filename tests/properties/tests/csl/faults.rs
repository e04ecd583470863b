//! The known faults of the processor, and their corrections.

use prefercite::citation::Mark;
use prefercite::document::Document;
use prefercite::style::{Csl, CslError, Form, Style};
use prefercite::{Cite, Text};

fn document(json: &str) -> Document {
    serde_json::from_str(&format!(r#"{{ "id": "a", {json} }}"#)).unwrap()
}

#[track_caller]
fn cited(style: &str, form: Form, json: &str) -> Text {
    Csl::bundled(style).unwrap().text(&Cite::new(&document(json)).with_form(form))
}

#[track_caller]
fn assert_cited(style: &str, form: Form, json: &str, words: &str) {
    assert_eq!(cited(style, form, json).as_str(), words);
}

const MINUTES: &str = r#""kind": "minutes", "creators": ["Kennan, George F."]"#;
const LETTER: &str = r#""kind": "memorandum", "creators": ["Kennan, George F."], "recipients": ["Acheson, Dean"]"#;

#[test]
fn dates_that_the_processor_cannot_print() {
    for (date, printed) in [
        ("1950-01-07/1950-01-09", "January 7–9, 1950"),
        ("1949-12-16/1950-02-17", "December 16, 1949–February 17, 1950"),
        ("1949/1950", "1949–1950"),
        ("195X", "1950s"),
        ("../1867", "until 1867"),
        ("[1892,1893]", "1892 or 1893"),
        ("1950", "1950"),
    ] {
        let text = cited("chicago-notes", Form::Note, &format!(r#"{LETTER}, "date": "{date}""#));
        assert!(text.as_str().contains(printed), "{date}: {text}");
    }
    for (style, printed) in [
        ("apa", "(1962, March–1963, February)"),
        ("chicago-author-date", ". 1962–1963. Minutes. March 1962–February 1963."),
        ("chicago-notes", "March 1962–February 1963"),
        ("modern-language-association", "Mar. 1962–Feb. 1963"),
    ] {
        let people = if style == "apa" { LETTER } else { MINUTES };
        let minutes = format!(
            r#"{people}, "date": "1962-03/1963-02", "holdings": [{{ "repository": "Yale", "path": [{{ "level": "box", "id": 1 }}] }}]"#
        );
        let text = cited(style, Form::Entry, &minutes);
        assert!(text.as_str().contains(printed), "{style}: {text}");
    }
    let german = Csl::bundled("apa").unwrap().locale("de").unwrap();
    for (date, printed) in [
        (r#""1867/..""#, "(Kennan, 1867–)"),
        (r#""[1892,1893]""#, "(Kennan, 1892/1893)"),
        (r#""1949/1950""#, "(Kennan, 1949–1950)"),
        (r#"{ "edtf": "1950", "display": "Ende 1950" }"#, "(Kennan, Ende 1950)"),
    ] {
        let document = document(&format!(r#"{MINUTES}, "date": {date}"#));
        assert_eq!(german.text(&Cite::new(&document).with_form(Form::InText)).as_str(), printed);
    }
    let season = format!(r#"{LETTER}, "date": "1949-21""#);
    assert!(cited("chicago-notes", Form::Note, &season).as_str().contains("pring 1949"));
    let season = format!(r#"{MINUTES}, "date": "1949-21""#);
    assert_cited("apa", Form::InText, &season, "(Kennan, 1949)");
    assert_cited("apa", Form::InText, &format!(r#"{MINUTES}, "date": "195X""#), "(Kennan, 1950s)");
    let year = cited("apa", Form::Entry, &format!(r#"{MINUTES}, "title": "A", "date": "1958""#));
    assert!(year.as_str().contains("(1958)"), "{year}");
}

#[test]
fn a_particle_with_an_apostrophe_has_no_space() {
    let json =
        r#""title": "A", "creators": [{ "family": "Alembert", "particle": "d’", "given": "Jean" }], "date": "1759""#;
    assert!(cited("apa", Form::Entry, json).as_str().starts_with("d’Alembert, J. "));
    assert!(cited("chicago-notes", Form::Note, json).as_str().starts_with("Jean d’Alembert, "));
}

#[test]
fn leaves_are_not_printed_beside_a_locator() {
    let document = document(
        r#""title": "A", "holdings": [{ "repository": "APRF", "path": [{ "level": "delo", "id": 342 }], "leaves": "78-80" }]"#,
    );
    let chicago = Csl::bundled("chicago-notes").unwrap();
    let cite = Cite::new(&document).with_form(Form::Note);
    assert!(chicago.text(&cite).as_str().contains("78"), "{}", chicago.text(&cite));
    assert!(
        !chicago.text(&cite.with_locator("fol. 79")).as_str().contains("78"),
        "{}",
        chicago.text(&cite.with_locator("fol. 79"))
    );
}

#[test]
fn names_that_are_never_turned() {
    let json = r#""title": "A", "date": "1950", "creators": [{ "family": "Mao", "given": "Zedong", "order": "family-first" }]"#;
    assert!(cited("chicago-notes", Form::Note, json).as_str().starts_with("Mao Zedong, "));
    assert!(cited("modern-language-association", Form::Entry, json).as_str().starts_with("Mao Zedong. "));
    assert_cited("apa", Form::InText, json, "(Mao, 1950)");
    let particle = r#""title": "A", "date": "1950", "creators": [{ "family": "Minh", "given": "Vo", "particle": "van der", "order": "family-first" }]"#;
    for style in ["american-chemical-society", "apa", "chicago-notes"] {
        let entry = cited(style, Form::Entry, particle);
        assert!(entry.as_str().contains("van der Minh V"), "{style}: {entry}");
    }
    assert!(
        cited("chicago-notes", Form::Note, r#""title": "A", "creators": ["Stalin"]"#).as_str().starts_with("Stalin, ")
    );
}

#[test]
fn what_a_bibliography_leaves_out_gets_its_note() {
    let json = r#""title": "A", "creators": ["Kennan, George"], "date": "1950""#;
    assert_eq!(cited("chicago-notes", Form::Entry, json).as_str(), cited("chicago-notes", Form::Note, json).as_str());
    assert!(cited("chicago-notes", Form::Entry, json).as_str().contains("Kennan"));
}

#[test]
fn capitals_stay_and_labels_get_theirs() {
    for style in ["chicago-notes", "modern-language-association", "apa", "ieee"] {
        let text = cited(
            style,
            Form::Entry,
            r#""kind": "memorandum", "title": "From the CPSU to the CCP CC", "date": "1950""#,
        );
        assert!(text.as_str().contains("From the CPSU to the CCP CC"), "{style}: {text}");
    }
    let book = r#""title": "A", "source": { "title": "B", "editors": ["C, D"], "date": "1987" }"#;
    assert!(cited("apa", Form::Entry, book).as_str().contains("(Ed.)"));
}

#[test]
fn the_place_of_the_archive_is_printed() {
    let json = r#""title": "A", "holdings": [{ "repository": { "name": "APRF", "place": "Moscow" } }]"#;
    for style in ["chicago-notes", "modern-language-association", "apa"] {
        assert!(cited(style, Form::Entry, json).as_str().contains("Moscow"));
    }
}

#[test]
fn first_and_later_notes_differ() {
    let json = format!(r#"{LETTER}, "title": "A Letter on the Policy of Containment", "date": "1950""#);
    let (note, later) = (cited("chicago-notes", Form::Note, &json), cited("chicago-notes", Form::Short, &json));
    assert!(note.as_str().len() > later.as_str().len(), "{note} / {later}");
    let document = document(&json);
    let at = Csl::bundled("chicago-notes")
        .unwrap()
        .text(&Cite::new(&document).with_form(Form::Short).with_locator("fols. 12–13"));
    assert!(at.as_str().contains("fols. 12–13"), "{at}");
    let document = self::document(&format!(r#"{MINUTES}, "date": "1950""#));
    let page = Csl::bundled("apa").unwrap().text(&Cite::new(&document).with_form(Form::InText).with_locator("12"));
    assert_eq!(page.as_str(), "(Kennan, 1950, p. 12)");
    let suffix = Csl::bundled("apa").unwrap().text(&Cite::new(&document).with_form(Form::InText).with_suffix("b"));
    assert_eq!(suffix.as_str(), "(Kennan, 1950b)");
}

#[test]
fn words_mean_themselves_and_marks_are_ours() {
    let json = r#""title": "<i>A</i> \u{a0}", "source": { "title": "Book", "date": "1950" }"#.replace("\\u{a0}", "");
    let text = cited("apa", Form::Entry, &json);
    assert!(text.as_str().contains("<i>A</i>"), "{text}");
    let italic: Vec<&str> =
        text.marked_spans().filter(|(mark, _)| *mark == Mark::Emphasis).map(|(_, words)| words).collect();
    assert!(italic.iter().any(|words| words.contains("Book")), "{italic:?}");
    let link = cited("apa", Form::Entry, r#""title": "A", "surrogates": [{ "url": "https://example.org/a" }]"#);
    assert!(link.marked_spans().any(|(mark, _)| mark == Mark::Link("https://example.org/a")));
    // Private-use characters in a record are kept, and not mistaken for the characters that replace letters.
    assert!(cited("apa", Form::Entry, "\"title\": \"A \u{F0041}\"").as_str().contains("A \u{F0041}"));
}

#[test]
fn omitted_fields_are_reported() {
    let json = r#""title": "A", "date": "1950", "rights": "Public domain",
        "holdings": [{ "repository": "APRF" }],
        "translation": { "source": { "title": "Another Book", "publisher": "Imprint" } }"#;
    let document = document(json);
    let omitted = Csl::bundled("apa").unwrap().omitted(&Cite::new(&document));
    let paths: Vec<&str> = omitted.iter().map(|it| it.field.as_str()).collect();
    assert!(paths.contains(&"rights") && paths.contains(&"translation"), "{paths:?}");
    assert!(!paths.iter().any(|path| path.starts_with("title") || path.starts_with("holdings")), "{paths:?}");
}

const STYLE: &str = r#"<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
    <info><title>Own</title><id>http://example.org/own</id><updated>2026-01-01T00:00:00Z</updated></info>
    <macro name="where"><text variable="archive" suffix=", "/><text variable="archive-place"/></macro>
    <citation><layout suffix="."><group delimiter=", "><text variable="title"/>MORE<text macro="where"/></group></layout></citation>
</style>"#;

#[test]
fn a_style_file() {
    let style = Csl::from_xml(&STYLE.replace("MORE", "")).unwrap();
    let document = document(r#""title": "A", "holdings": [{ "repository": { "name": "APRF", "place": "Moscow" } }]"#);
    assert_eq!(style.text(&Cite::new(&document)).as_str(), "A, APRF, Moscow.");
    assert_eq!((style.title(), style.forms()), ("Own", &[Form::Note, Form::Short][..]));
}

#[test]
fn style_files_that_are_refused() {
    let circle =
        STYLE.replace("MORE", "").replace("<macro name=\"where\">", "<macro name=\"where\"><text macro=\"where\"/>");
    assert_eq!(Csl::from_xml(&circle).unwrap_err(), CslError::Circle("where".to_owned()));
    let doubling: String = (0..40)
        .map(|n| format!(r#"<macro name="m{n}"><text macro="m{m}"/><text macro="m{m}"/></macro>"#, m = n + 1))
        .chain([r#"<macro name="m40"><text variable="title"/></macro>"#.to_owned()])
        .collect();
    let many = STYLE.replace("MORE", "").replace("<citation>", &format!("{doubling}<citation>"));
    assert_eq!(Csl::from_xml(&many).unwrap_err(), CslError::Calls);
    let deep = STYLE.replace("MORE", &("<group>".repeat(100_000) + &"</group>".repeat(100_000)));
    assert_eq!(Csl::from_xml(&deep).unwrap_err(), CslError::Nested);
    for (xml, message) in [
        (
            STYLE.replace("class=\"note\"", "class=\"author-date\""),
            "a style's class is note or in-text, not \"author-date\"",
        ),
        (
            STYLE.replace("MORE", r#"<text macro="gone"/>"#),
            "the style calls the macro \"gone\", which it does not define",
        ),
        (
            STYLE.replace("version=", r#"default-locale="xx-YY" version="#),
            "no locale \"xx-YY\" is bundled; a locale is a language tag such as de-DE",
        ),
        (
            STYLE.replace("MORE", r#"<text variable="shelf"/>"#),
            "not a CSL style: a text prints a variable, macro, term or value that CSL 1.0.2 does not have (at citation.layout[0].group[1].text)",
        ),
    ] {
        assert_eq!(Csl::from_xml(&xml.replace("MORE", "")).unwrap_err().to_string(), message);
    }
    for xml in ["", "<style/>", "<html></html>", "no xml", "<style"] {
        assert!(matches!(Csl::from_xml(xml), Err(CslError::Unreadable(_))), "{xml}");
    }
}

const DEPENDENT: &str = r#"<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" default-locale="de-DE">
    <info><title>Dependent</title><id>http://example.org/dependent</id>
    <link href="PARENT" rel="independent-parent"/><updated>2026-01-01T00:00:00Z</updated></info>
</style>"#;

#[test]
fn a_dependent_style_is_its_parent() {
    let style = Csl::from_xml(&DEPENDENT.replace("PARENT", "http://www.zotero.org/styles/apa")).unwrap();
    let document = document(r#""title": "A", "creators": ["B, C"], "date": "1950-03-07", "kind": "speech""#);
    assert!(style.text(&Cite::new(&document)).as_str().contains("März"));
    let error = Csl::from_xml(&DEPENDENT.replace("PARENT", "http://example.org/unknown")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the style depends on http://example.org/unknown, which is not bundled: open that style instead"
    );
}

#[test]
fn locales() {
    let apa = Csl::bundled("apa").unwrap();
    let document = document(r#""title": "A", "creators": ["B, C", "D, E"], "date": "1950-03-07", "kind": "speech""#);
    for (tag, month) in [("de-DE", "März"), ("fr", "mars"), ("en-GB", "March")] {
        assert!(apa.locale(tag).unwrap().text(&Cite::new(&document)).as_str().contains(month), "{tag}");
    }
    for tag in ["xx-XX", "", "../de", "de-DE-x"] {
        assert_eq!(apa.locale(tag).unwrap_err(), CslError::Locale(tag.to_owned()));
    }
}

#[test]
fn a_style_crosses_threads_and_costs_nothing_to_clone() {
    fn both<T: Send + Sync + Clone>(_: &T) {}
    both(&Csl::bundled("apa").unwrap());
    assert!(std::mem::size_of::<Csl>() <= 16);
}
