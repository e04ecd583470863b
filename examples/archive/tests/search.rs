//! The search: words, people, years, facets, pages.

mod support;

use support::Asked;
use support::dom::Page;

fn titles(asked: &Asked, query: &str) -> Vec<String> {
    let page = Page::of(&asked.get(&format!("/?{query}")).body);
    page.all("a").filter(|a| a.get("class") == Some("title")).map(|a| a.text.clone()).collect()
}

#[test]
fn words_find_documents() {
    let asked = Asked::bundled();
    assert_eq!(titles(asked, "q=sino-soviet+negotiations"), ["Telegram, Mao Zedong to Zhou Enlai and CCP CC"]);
    // Accents and capitals are ignored, and a star matches the rest of a word.
    assert_eq!(titles(asked, "q=JELEN"), ["Telegram from Polish Embassy in Havana (Jeleń), 31 October 1962"]);
    assert_eq!(titles(asked, "q=negotiat*+%22united+nations%22"), ["Telegram, Mao Zedong to Zhou Enlai and CCP CC"]);
    assert_eq!(titles(asked, "q=%22nations+united%22"), [""; 0]);
    // A shelf mark is searched like words.
    assert!(titles(asked, "q=059a").iter().any(|title| title.starts_with("Ciphered Telegram No. 709")));
}

#[test]
fn people_years_and_facets_narrow_a_search() {
    let asked = Asked::bundled();
    let stalin = titles(asked, "people=stalin");
    assert!(stalin.len() >= 2 && stalin.len() < 10, "{stalin:?}");
    let fifties = titles(asked, "people=stalin&from=1952&to=1952");
    assert_eq!(fifties, ["Ciphered Telegram No. 709, Filippov [Stalin] to Krasovsky, for Mao Zedong"]);
    let telegrams = Page::of(&asked.get("/?kind=telegram").body);
    assert!(telegrams.elements().iter().any(|it| it.text == "8 documents."));
    assert_eq!(titles(asked, "kind=sonnet"), [""; 0]);
    // One record has the name of the archive, the other only its abbreviation.
    let archive = "Archive+of+the+President+of+the+Russian+Federation,+Moscow+(APRF)";
    assert_eq!(titles(asked, &format!("archive={archive}")).len(), 2);
    assert_eq!(titles(asked, &format!("archive={archive}&collection=Fond+45,+opis+1&from=1952")).len(), 1);
}

#[test]
fn the_links_of_the_facets_lead_to_what_they_count() {
    let asked = Asked::bundled();
    for start in ["/", "/?q=telegram"] {
        let page = Page::of(&asked.get(start).body);
        let facets: Vec<(String, String)> = page
            .all("li")
            .filter_map(|li| {
                let number = li.text.rsplit(' ').next()?.parse::<usize>().ok()?;
                let words = li.text.strip_suffix(&format!(" {number}"))?;
                let a = page
                    .all("a")
                    .find(|a| a.text == words && a.get("href").is_some_and(|href| href.starts_with("/?")))?;
                Some((a.get("href")?.to_owned(), format!("{number} document")))
            })
            .collect();
        assert!(facets.len() > 5, "{start}: {facets:?}");
        for (href, count) in facets {
            let found = Page::of(&asked.get(&href).body);
            let said = found.all("p").find(|p| p.get("role") == Some("status")).unwrap();
            assert!(said.text.starts_with(&count), "{href}: {} and not {count}", said.text);
        }
    }
}

#[test]
fn pages_show_every_document_once() {
    let asked = Asked::bundled();
    let mut all = Vec::new();
    for page in 1..=3 {
        let page = Page::of(&asked.get(&format!("/?page={page}")).body);
        all.extend(
            page.all("a").filter(|a| a.get("class") == Some("title")).map(|a| a.get("href").unwrap().to_owned()),
        );
    }
    assert_eq!(all.len(), 46);
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 46);
}

#[test]
fn scripts_without_spaces_are_found() {
    let asked = Asked::of_records(
        r#"[{ "id": "a", "title": "毛泽东致周恩来的电报" }, { "id": "b", "title": "ไทยและจีน" }, { "id": "c", "title": "Ciphered" }]"#,
    );
    let find = |word: &str| titles(&asked, &format!("q={}", archive::address::percent_encoded(word)));
    assert_eq!(find("周恩来"), ["毛泽东致周恩来的电报"]);
    assert_eq!(find("จีน"), ["ไทยและจีน"]);
    assert_eq!(find("周泽"), [""; 0]);
}
