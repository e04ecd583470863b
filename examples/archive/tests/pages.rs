//! The pages: their content, and valid HTML for any record.

mod support;

use axum::http::StatusCode;
use support::dom::Page;
use support::{Asked, FOUNDING};

#[test]
fn the_founding_record_shows_its_house_line_to_the_letter() {
    let answer = Asked::bundled().get("/records/mao-zhou-1950-01-07");
    assert_eq!(answer.status, StatusCode::OK);
    let page = Page::of(&answer.body);
    assert_eq!(page.by_id("citation").unwrap().text, FOUNDING);
    assert_eq!(page.all("h1").next().unwrap().text, "Telegram, Mao Zedong to Zhou Enlai and CCP CC");
    assert_eq!(
        page.by_id("address").unwrap().get("value"),
        Some("https://digitalarchive.wilsoncenter.org/document/112667")
    );
    assert!(page.all("time").any(|time| time.get("datetime") == Some("1950-01-07")));
}

#[test]
fn the_box_is_a_form_that_changes_the_style() {
    let asked = Asked::bundled();
    let page = Page::of(&asked.get("/records/mao-zhou-1950-01-07?style=chicago-note").body);
    let citation = page.by_id("citation").unwrap();
    assert!(citation.text.starts_with("Mao Zedong to Zhou Enlai and Central Committee"), "{}", citation.text);
    assert!(page.all("i").any(|italic| italic.text == "Jianguo yilai Mao Zedong wengao"));
    let chosen: Vec<_> = page.all("option").filter(|option| option.get("selected").is_some()).collect();
    assert_eq!(chosen[0].get("value"), Some("chicago-note"));
    assert!(page.all("option").count() > 80);
    let form = page.all("form").next().unwrap();
    assert_eq!(form.get("action"), Some("/records/mao-zhou-1950-01-07#cite"));
    // Every style of the list has a citation.
    for option in page.all("option").step_by(9) {
        let style = option.get("value").unwrap();
        let answer = asked.get(&format!("/records/mao-zhou-1950-01-07?style={}", style.replace('ü', "%C3%BC")));
        assert_eq!(answer.status, StatusCode::OK, "{style}");
    }
}

#[test]
fn every_page_is_valid_html() {
    let asked = Asked::bundled();
    let home = Page::of(&asked.get("/").body);
    assert_eq!(home.all_faults(), [""; 0]);
    let mut pages = vec![
        "/?q=telegram".to_owned(),
        "/?q=nothing-at-all".to_owned(),
        "/?page=2".to_owned(),
        "/?page=99".to_owned(),
        "/nowhere".to_owned(),
        "/bibliography".to_owned(),
        "/?from=1950&to=1960&kind=telegram".to_owned(),
        "/bibliography?ids=mao-zhou-1950-01-07,kennan-missing".to_owned(),
    ];
    for page in ["/", "/?page=2", "/?page=3"] {
        let page = Page::of(&asked.get(page).body);
        pages.extend(
            page.all("a").filter_map(|a| a.get("href")).filter(|href| href.starts_with('/')).map(str::to_owned),
        );
    }
    assert!(pages.iter().filter(|page| page.starts_with("/records/")).count() == 46, "{pages:?}");
    for path in pages {
        let page = Page::of(&asked.get(&path).body);
        assert_eq!(page.all_faults(), [""; 0], "{path}");
    }
}

/// A record with these characters in every text. They have a meaning in HTML, in a header, in a script or in a path.
fn hostile(attack: &str) -> String {
    let text = serde_json::to_string(attack).unwrap();
    format!(
        r#"[{{ "id": "hostile", "kind": {text}, "genre": {text}, "title": {{ "text": {text}, "original": {text}, "translated": {text},
            "transliterated": {text} }}, "creators": [{{ "family": {text}, "role": {text}, "affiliation": {text} }}],
            "recipients": [{{ "body": {text}, "abbreviation": {text} }}], "participants": [{{ "family": {text} }}], "date": {{ "edtf": "1950", "display": {text} }},
            "place": {text}, "number": {text}, "medium": {text}, "summary": {text}, "extent": {text}, "rights": {text},
            "classification": {text}, "subjects": [{text}], "note": {text}, "addendum": {text}, "preferred-citation": {text},
            "holdings": [{{ "repository": {{ "name": {text}, "abbreviation": {text}, "place": {text} }},
                "path": [{{ "level": {text}, "id": {text}, "title": {text} }}], "reference": {text},
                "leaves": {{ "unit": {text}, "range": {text} }}, "as-cited": {text} }}],
            "surrogates": [{{ "archive": {text}, "host": {text}, "id": {text}, "format": {text}, "url": "https://example.org/a?b=%3Cscript%3E&c=\"'" }}],
            "source": {{ "title": {text}, "container": {text}, "editors": [{{ "family": {text} }}], "publisher": {text}, "pages": {text} }},
            "contributions": [{{ "roles": ["obtained"], "by": [{{ "family": {text} }}], "for": {text} }}] }}]"#
    )
}

const ATTACKS: [&str; 8] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "</title></head><body onload=alert(1)>",
    "</script><script>alert(1)</script><!--",
    "' onfocus=alert(1) autofocus '",
    "]]> --> &lt <b> {{7*7}} ${7*7} %0d%0aSet-Cookie: a=b",
    "javascript:alert(1)",
    "../../../etc/passwd\u{200f}עברית",
];

#[test]
fn a_hostile_record_is_only_words() {
    for attack in ATTACKS {
        let asked = Asked::of_records(&hostile(attack));
        let home = asked.get("/");
        assert!(home.body.contains("1 document."), "{attack}: the record was rejected: {}", home.body);
        for path in [
            "/",
            "/records/hostile",
            "/records/hostile?style=mla",
            "/records/hostile?style=csl:apa",
            "/records/hostile?style=preferred",
            "/records/hostile?style=ris",
            "/bibliography?ids=hostile",
        ] {
            let answer = asked.get(path);
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            let page = Page::of(&answer.body);
            assert_eq!(page.all_faults(), [""; 0], "{path}: {attack}");
            for script in page.all("script") {
                let is_ours = script.get("src") == Some("/assets/archive.js");
                assert!(is_ours || script.get("type") == Some("application/ld+json"), "{path}: {script:?}");
            }
            assert_eq!(page.all("img").count() + page.all("iframe").count(), 0);
            for a in page.all("a").filter_map(|a| a.get("href")) {
                assert!(a.starts_with(['/', '#']) || a.starts_with("https://"), "{path}: {a}");
            }
            // Nothing is loaded from other sites.
            for element in page.elements() {
                let loaded =
                    if element.name == "link" && element.get("rel") == Some("stylesheet") { "href" } else { "src" };
                assert!(element.get(loaded).is_none_or(|address| address.starts_with("/assets/")), "{element:?}");
            }
            for (name, value) in &answer.headers {
                assert!(
                    name != "set-cookie" && value.to_str().is_ok_and(|value| !value.contains(['\r', '\n'])),
                    "{name:?}"
                );
            }
        }
        let page = Page::of(&asked.get("/records/hostile").body);
        assert_eq!(page.all("h1").next().unwrap().text, attack.trim());
    }
}

#[test]
fn titles_have_their_language_and_direction() {
    let asked = Asked::of_records(
        r#"[{ "id": "a", "title": { "text": "תזכיר", "language": "he" }, "creators": ["גולדה מאיר"] }]"#,
    );
    let page = Page::of(&asked.get("/records/a").body);
    let title = page.all("h1").next().unwrap();
    assert_eq!((title.get("lang"), title.get("dir")), (Some("he"), Some("auto")));
    assert!(page.all("bdi").any(|name| name.text == "גולדה מאיר"));
    assert_eq!(page.all("html").next().unwrap().get("lang"), Some("en"));
}

#[test]
fn records_beside_each_other_in_a_folder_lead_to_each_other() {
    let record = |id: &str, delo: u32, leaf: u32| {
        format!(
            r#"{{ "id": "{id}", "title": "Letter {id}", "holdings": [{{ "repository": "APRF", "leaves": "{leaf}", "path": [
                {{ "level": "fond", "id": 45 }}, {{ "level": "delo", "id": {delo} }}] }}] }}"#
        )
    };
    let records = [record("c", 1, 30), record("a", 1, 2), record("other", 2, 3), record("b", 1, 10)].join(",");
    let asked = Asked::of_records(&format!("[{records}]"));
    let beside = |id: &str| -> Vec<(String, String)> {
        let page = Page::of(&asked.get(&format!("/records/{id}")).body);
        let links = page.all("a").filter(|a| matches!(a.get("rel"), Some("prev" | "next")));
        links.map(|a| (a.get("rel").unwrap().to_owned(), a.get("href").unwrap().to_owned())).collect()
    };
    let link = |rel: &str, id: &str| (rel.to_owned(), format!("/records/{id}"));
    assert_eq!(beside("a"), [link("next", "b")]);
    assert_eq!(beside("b"), [link("prev", "a"), link("next", "c")]);
    assert_eq!(beside("c"), [link("prev", "b")]);
    assert_eq!(beside("other"), []);
}
