#![no_main]

use std::sync::LazyLock;

use prefercite::bibliography::Bibliography;
use prefercite::style::{Csl, Style};
use prefercite::{Cite, Document};

static DOCUMENT: LazyLock<Document> = LazyLock::new(|| {
    let record = r#"{ "id": "a", "kind": "letter", "title": "On Budapest", "creators": ["Mao Zedong", "Adams, Henry"],
        "recipients": ["Zhou, Enlai"], "date": "1949-12/1950-02", "holdings": [{ "repository": { "name": "Archive",
        "place": "Moscow" }, "path": [{ "level": "fond", "id": "5" }, { "level": "opis", "id": "2" }] }] }"#;
    serde_json::from_str(record).unwrap()
});

// A style file may come from anybody: it is refused, or it cites.
libfuzzer_sys::fuzz_target!(|xml: &str| {
    let Ok(style) = Csl::from_xml(xml) else { return };
    for form in style.forms() {
        style.text(&Cite::new(&DOCUMENT).with_form(*form).with_locator("p. 4"));
    }
    Bibliography::new(&style, [&*DOCUMENT]).unwrap().citations().for_each(|entry| _ = entry.unwrap());
});
