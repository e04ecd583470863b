//! What was published: CSL-JSON and Zotero's own JSON say the same of it.

use serde_json::{Value, json};

use super::super::records::Records;

fn record(item: &Value) -> Value {
    let text = Value::Array(vec![item.clone()]).to_string();
    let mut records = Records::detect(&text);
    let document = records.next().unwrap().unwrap_or_else(|error| panic!("{error}"));
    serde_json::to_value(document).unwrap()
}

#[test]
fn both_formats_make_the_same_record() {
    for (csl, zotero, means) in [
        (
            json!({ "id": "a", "type": "book", "title": "We <i>Now</i> Know", "edition": "2", "collection-title": "Series", "collection-number": "12",
                "number-of-volumes": "3", "original-date": { "date-parts": [[1950]] }, "original-publisher": "Old", "original-publisher-place": "Rome",
                "original-title": "Altes", "publisher": "New", "issued": { "date-parts": [[1997]] } }),
            json!({ "citationKey": "a", "itemType": "book", "title": "We <i>Now</i> Know", "edition": "2nd", "series": "Series", "seriesNumber": "12",
                "numberOfVolumes": "3", "publisher": "New", "date": "1997",
                "extra": "original-date: 1950\nOriginal Publisher: Old\noriginal-publisher-place: Rome\nOriginal Title: Altes" }),
            json!({ "id": "a", "kind": "book", "title": "We Now Know", "source": { "edition": "2nd ed.", "series": "Series 12", "volumes": "3",
                "publisher": "New", "date": "1997", "original": { "title": "Altes", "place": "Rome", "publisher": "Old", "date": "1950" } } }),
        ),
        (
            json!({ "id": "a", "type": "thesis", "title": "T", "genre": "PhD diss.", "publisher": "U", "archive": "ProQuest", "archive_location": "13",
                "URL": "https://example.org/13" }),
            json!({ "citationKey": "a", "itemType": "thesis", "title": "T", "thesisType": "PhD diss.", "university": "U", "archive": "ProQuest",
                "archiveLocation": "13", "url": "https://example.org/13" }),
            json!({ "id": "a", "kind": "thesis", "genre": "PhD diss.", "title": "T", "source": { "publisher": "U" },
                "surrogates": [{ "archive": "ProQuest", "id": "13", "url": "https://example.org/13" }] }),
        ),
        (
            json!({ "id": "a", "type": "article-newspaper", "title": "T", "container-title": "Times", "volume": "1", "issued": { "date-parts": [[2005, 3]] } }),
            json!({ "citationKey": "a", "itemType": "newspaperArticle", "title": "T", "publicationTitle": "Times", "volume": "1", "date": "2005-03" }),
            json!({ "id": "a", "kind": "article", "title": "T", "note": "Volume: 1", "source": { "container": "Times", "date": "2005-03" } }),
        ),
        (
            json!({ "id": "a", "type": "webpage", "title": "T", "container-title": "Site", "URL": "https://example.org/", "accessed": { "date-parts": [[2022, 3, 8]] } }),
            json!({ "citationKey": "a", "itemType": "webpage", "title": "T", "websiteTitle": "Site", "url": "https://example.org/", "accessDate": "2022-03-08T10:00:00Z" }),
            json!({ "id": "a", "kind": "web-page", "title": "T", "source": { "container": "Site", "url": "https://example.org/" },
                "surrogates": [{ "url": "https://example.org/", "accessed": "2022-03-08" }] }),
        ),
        (
            json!({ "id": "a", "type": "article-journal", "title": "T", "container-title": "J", "volume": "2", "reviewed-title": "Book",
                "reviewed-author": [{ "family": "Kay", "given": "Ann" }] }),
            json!({ "citationKey": "a", "itemType": "journalArticle", "title": "T", "publicationTitle": "J", "volume": "2", "extra": "reviewed-title: Book",
                "creators": [{ "creatorType": "reviewedAuthor", "lastName": "Kay", "firstName": "Ann" }] }),
            json!({ "id": "a", "kind": "article", "title": "T", "reviewed": { "title": "Book", "by": ["Kay, Ann"] },
                "source": { "container": "J", "volume": "2" } }),
        ),
    ] {
        assert_eq!(record(&csl), means);
        assert_eq!(record(&zotero), means);
    }
}

#[test]
fn what_no_kind_of_ours_means_is_a_guess() {
    for item in
        [r#"[{ "id": "a", "type": "legal_case", "title": "T" }]"#, r#"[{ "itemType": "patent", "title": "T" }]"#]
    {
        let reading = Records::detect(item).collect_all();
        let word = reading.ledger.iter().find(|entry| entry.field.ends_with("ype")).unwrap();
        assert!(word.is_guessed(), "{word}");
    }
}
