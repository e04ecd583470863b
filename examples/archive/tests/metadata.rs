//! The metadata of a record's page: for Zotero in COinS and in elements of the head, for search engines in JSON-LD.

mod support;

use support::Asked;
use support::dom::Page;
use support::zotero::{Item, from_coins, from_head};

fn page(id: &str) -> Page {
    Page::of(&Asked::bundled().get(&format!("/records/{id}")).body)
}

#[test]
fn zotero_finds_the_founding_record() {
    let page = page("mao-zhou-1950-01-07");
    let committee = "Central Committee of the Chinese Communist Party";
    let head = from_head(&page);
    assert_eq!(head.kind, "letter");
    assert_eq!(head.names("recipient").len(), 2, "{head:?}");
    for item in [&head, &from_coins(&page)] {
        assert_eq!(item.kind, "letter", "{item:?}");
        assert_eq!(item.get("title"), "Telegram, Mao Zedong to Zhou Enlai and CCP CC");
        assert!(item.get("date").replace('/', "-").starts_with("1950-01-07"), "{item:?}");
        assert_eq!(item.get("url"), "https://digitalarchive.wilsoncenter.org/document/112667");
        assert_eq!(item.names("author").len(), 1);
        assert!(is_named(item.names("author")[0], ["Mao", "Zedong"]), "{item:?}");
        let recipients = [item.names("recipient"), item.names("contributor")].concat();
        assert!(is_named(recipients[0], ["Zhou", "Enlai"]) && recipients[1] == committee, "{item:?}");
        let archive = [item.get("archive"), item.get("publicationTitle"), item.get("libraryCatalog")];
        assert!(archive.contains(&"History and Public Policy Program Digital Archive"), "{item:?}");
    }
}

/// Zotero stores family and given names separately. The order of the two depends on the caller.
fn is_named(name: &str, parts: [&str; 2]) -> bool {
    parts.iter().all(|part| name.contains(part))
}

#[test]
fn zotero_finds_the_archive_and_the_place_in_it() {
    let page = page("stalin-mao-zhou-1950-10-01");
    let head = from_head(&page);
    assert!(head.get("archive").contains("Archive of the President of the Russian Federation"), "{head:?}");
    assert_eq!(head.get("archiveLocation"), "f. 45, op. 1, d. 334, ll. 97–98", "{head:?}");
    assert_eq!(head.get("date").replace('/', "-"), "1950-10-01");
    let coins = from_coins(&page);
    assert!(coins.get("publicationTitle").contains("Archive of the President"), "{coins:?}");
    assert!(coins.get("abstractNote").contains("f. 45, op. 1, d. 334, ll. 97–98"), "{coins:?}");
    let names = |item: &Item, role: &str| item.names(role).join("; ");
    assert!(names(&head, "author").contains("Stalin") && names(&coins, "author").contains("Stalin"));
    assert!(names(&head, "recipient").contains("Zhou") && names(&coins, "contributor").contains("Zhou"));
}

/// Every bundled record has all three, and they can be parsed.
#[test]
fn every_record_is_found_by_programs() {
    let list = Page::of(&Asked::bundled().get("/").body);
    let ids = list.all("a").filter_map(|a| a.get("href")?.strip_prefix("/records/"));
    for id in ids {
        let page = page(id);
        let (head, coins) = (from_head(&page), from_coins(&page));
        assert!(!head.kind.is_empty() && !head.get("title").is_empty(), "{id}: {head:?}");
        assert!(!coins.kind.is_empty() && !coins.get("title").is_empty(), "{id}: {coins:?}");
        let scripts = page.all("script").filter(|script| script.get("type") == Some("application/ld+json"));
        let scripts: Vec<serde_json::Value> = scripts.map(|it| serde_json::from_str(&it.text).unwrap()).collect();
        assert_eq!(scripts.len(), 1, "{id}");
        assert!(scripts[0]["@context"].as_str().unwrap().contains("schema.org"), "{id}: {}", scripts[0]);
    }
}
