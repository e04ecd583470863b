use crate::document::Document;
use crate::style::{Biblatex, Bibtex, Cite};

/// biber warns about an invalid ISBN: only the sentence on the book contains it.
#[test]
fn an_isbn_has_a_field_if_it_is_one() {
    for (isbn, field) in [("978-0-306-40615-7", Some("978-0-306-40615-7")), ("978-0-306-40615-8", None)] {
        let letter: Document = serde_json::from_value(serde_json::json!({
            "id": "a", "kind": "letter", "creators": ["A"], "source": { "title": "Letters", "isbn": isbn }
        }))
        .unwrap();
        let cite = Cite::new(&letter);
        for entry in [Bibtex::new().record(&cite), Biblatex::new().record(&cite)] {
            assert_eq!(entry.text("isbn"), field);
            assert!(entry.text("annote").is_some_and(|words| words.contains(isbn)), "{entry}");
        }
    }
}
