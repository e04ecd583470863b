//! The service: media types, content negotiation, downloads, addresses, and error messages.

mod support;

use std::path::Path;

use axum::http::StatusCode;
use support::{Asked, FOUNDING};

const MAO: &str = "/records/mao-zhou-1950-01-07";

#[test]
fn a_citation_comes_in_any_style_and_notation() {
    let asked = Asked::bundled();
    let cited = |query: &str| {
        let answer = asked.get_with(&format!("{MAO}/citation{query}"), &[]);
        assert_eq!(answer.status, StatusCode::OK, "{query}: {}", answer.body);
        (answer.header("content-type").to_owned(), answer.body)
    };
    assert_eq!(cited(""), ("text/plain; charset=utf-8".to_owned(), FOUNDING.to_owned()));
    let (media, html) = cited("?style=chicago-note&notation=html");
    assert_eq!(media, "text/html; charset=utf-8");
    assert!(html.contains("<i>Jianguo yilai Mao Zedong wengao</i>"), "{html}");
    assert!(cited("?style=mla&notation=markdown").1.contains("*Jianguo yilai Mao Zedong wengao*"));
    assert!(cited("?style=mla&notation=latex").1.contains("\\emph{"));
    assert!(cited("?style=mla&notation=typst").1.contains("#emph["));
    for (style, media, beginning) in [
        ("ris", "application/x-research-info-systems", "TY  - "),
        ("biblatex", "application/x-bibtex", "% Encoding: UTF-8"),
        ("bibtex", "application/x-bibtex", "% Encoding: UTF-8"),
        ("csl-json", "application/vnd.citationstyles.csl+json", "["),
        ("hayagriva", "application/yaml", ""),
    ] {
        let (found, body) = cited(&format!("?style={style}"));
        assert_eq!(found, media);
        assert!(body.starts_with(beginning) && body.contains("Mao"), "{style}: {body}");
    }
    let apa = cited("?style=csl:apa").1;
    assert!(apa.contains("(1950, January 7)"), "{apa}");
}

#[test]
fn downloads_have_the_name_of_their_record() {
    let asked = Asked::bundled();
    for (path, name) in [
        ("/citation?style=ris&option=zotero&download=1", "mao-zhou-1950-01-07.ris"),
        ("/citation?style=biblatex&download=1", "mao-zhou-1950-01-07.bib"),
        ("/citation?style=csl-json&download=1", "mao-zhou-1950-01-07.json"),
        ("/citation?style=hayagriva&download=1", "mao-zhou-1950-01-07.yml"),
        ("/record.json", "mao-zhou-1950-01-07.json"),
    ] {
        let answer = asked.get_with(&format!("{MAO}{path}"), &[]);
        assert_eq!(answer.header("content-disposition"), format!("attachment; filename=\"{name}\""));
    }
    let record = asked.get_with(&format!("{MAO}/record.json"), &[]);
    let document: prefercite::Document = serde_json::from_str(&record.body).unwrap();
    assert_eq!(document.id(), "mao-zhou-1950-01-07");
}

#[test]
fn a_client_gets_the_format_that_it_accepts() {
    let asked = Asked::bundled();
    for (accept, media, within) in [
        ("text/html", "text/html; charset=utf-8", "<!DOCTYPE html>"),
        ("*/*", "text/html; charset=utf-8", "<!DOCTYPE html>"),
        ("application/x-research-info-systems", "application/x-research-info-systems", "TY  - PCOMM"),
        ("application/x-bibtex", "application/x-bibtex", "@misc{mao-zhou-1950-01-07"),
        ("application/vnd.citationstyles.csl+json", "application/vnd.citationstyles.csl+json", "\"id\""),
        ("application/json", "application/json", "\"mao-zhou-1950-01-07\""),
        ("application/ld+json", "application/ld+json", "schema.org"),
        ("text/x-bibliography", "text/x-bibliography; charset=utf-8", FOUNDING),
        ("text/x-bibliography; style=apa", "text/x-bibliography; charset=utf-8", "(1950, January 7)"),
        ("text/x-bibliography; style=mla", "text/x-bibliography; charset=utf-8", "7 Jan. 1950"),
        ("image/png, application/x-bibtex;q=0.5", "application/x-bibtex", "@misc"),
    ] {
        let answer = asked.get_with(MAO, &[("accept", accept)]);
        assert_eq!(answer.status, StatusCode::OK, "{accept}: {}", answer.body);
        assert_eq!(answer.header("content-type"), media, "{accept}");
        assert!(answer.body.contains(within), "{accept}: {}", answer.body);
        assert_eq!(answer.header("vary"), "accept");
    }
    let answer = asked.get_with(MAO, &[("accept", "image/png")]);
    assert_eq!(answer.status, StatusCode::NOT_ACCEPTABLE);
    assert!(answer.body.contains("application/x-research-info-systems"), "{}", answer.body);
    let answer = asked.get_with(MAO, &[("accept", "text/x-bibliography; style=apaa")]);
    assert_eq!(answer.status, StatusCode::NOT_ACCEPTABLE);
    assert!(answer.body.contains("no style is called \"apaa\""), "{}", answer.body);
}

#[test]
fn signposts_lead_from_a_record() {
    let answer = Asked::bundled().get(MAO);
    let link = answer.header("link");
    for post in [
        "<https://digitalarchive.wilsoncenter.org/document/112667>; rel=\"cite-as\"",
        "<https://archive.example.org/records/mao-zhou-1950-01-07/citation?style=ris>; rel=\"describedby\"; \
         type=\"application/x-research-info-systems\"",
        "rel=\"item\"",
        "<https://schema.org/AboutPage>; rel=\"type\"",
    ] {
        assert!(link.contains(post), "{post} in {link}");
    }
    let own = Asked::bundled().get("/records/stalin-mao-zhou-1950-10-01");
    let post = "<https://archive.example.org/records/stalin-mao-zhou-1950-10-01>; rel=\"cite-as\"";
    assert!(own.header("link").starts_with(post), "{}", own.header("link"));
}

#[test]
fn a_client_that_has_the_body_is_not_sent_it_again() {
    for path in ["/", MAO, "/assets/archive.css", &format!("{MAO}/citation?style=mla")] {
        let answer = Asked::bundled().get(path);
        let tag = answer.header("etag").to_owned();
        assert!(tag.len() > 10, "{path}");
        let again = Asked::bundled().get_with(path, &[("accept", "text/html"), ("if-none-match", &tag)]);
        assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""), "{path}");
        let other = Asked::bundled().get_with(path, &[("accept", "text/html"), ("if-none-match", "\"x\"")]);
        assert_eq!(other.status, StatusCode::OK, "{path}");
    }
}

#[test]
fn a_missing_page_has_a_message() {
    let asked = Asked::bundled();
    for (path, status, words) in [
        ("/records/nothing", 404, "No record has the key “nothing”."),
        ("/nowhere", 404, "There is no page at this address."),
        ("/assets/../Cargo.toml", 404, "There is no page"),
        ("/assets/..%2f..%2fCargo.toml", 404, "There is no such file."),
        ("/records/..%2F..%2Fetc%2Fpasswd", 404, "No record has the key"),
        ("/records/%FF%FE", 404, "No record has this key."),
        ("/records/%00", 404, "No record"),
        ("/records/mao-zhou-1950-01-07/citation?style=wilson-centre", 404, "did you mean \"wilson-center\""),
        ("/records/mao-zhou-1950-01-07/citation?style=ris&option=ascii", 404, "ris has no option \"ascii\""),
        ("/records/mao-zhou-1950-01-07/citation?notation=pdf", 404, "the notations are plain, html"),
        ("/records/mao-zhou-1950-01-07/citation?style=csl:../../etc/passwd", 404, "no style is called"),
        ("/records/mao-zhou-1950-01-07/citation?style=preferred", 404, "has no preferred-citation"),
        ("/?from=yesterday", 400, "“yesterday” is not a year"),
        ("/bibliography?ids=nothing", 404, "No record has the key"),
    ] {
        let answer = asked.get_with(path, &[]);
        assert_eq!(answer.status.as_u16(), status, "{path}: {}", answer.body);
        assert!(answer.body.contains(words), "{path}: {}", answer.body);
        assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8", "{path}");
        let page = asked.get(path);
        assert_eq!((page.status.as_u16(), page.header("content-type")), (status, "text/html; charset=utf-8"), "{path}");
        let project = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_str().unwrap();
        assert!(!page.body.contains(project), "{path}");
    }
    for method in ["POST", "PUT", "DELETE", "PATCH"] {
        let answer = asked.ask(method, MAO, &[]);
        assert_eq!((answer.status.as_u16(), answer.header("allow")), (405, "GET, HEAD"));
    }
    let head = asked.ask("HEAD", MAO, &[]);
    assert_eq!((head.status.as_u16(), head.body.as_str()), (200, ""));
}

#[test]
fn huge_and_strange_requests_are_refused() {
    let asked = Asked::bundled();
    let long = "x".repeat(20_000);
    let words = "word ".repeat(120).replace(' ', "+");
    for path in [
        format!("/?q={long}"),
        format!("/?q={words}"),
        format!("/records/{long}"),
        format!("{MAO}/citation?style={}", "y".repeat(9000)),
        format!("/bibliography?ids={}", "a,".repeat(7000)),
        format!("/bibliography?ids={}", (0..600).map(|n| format!("k{n}")).collect::<Vec<_>>().join(",")),
    ] {
        let answer = asked.get(&path);
        assert!(answer.status.is_client_error() || path.contains("a,a,"), "{}: {}", answer.status, &path[..40]);
        assert!(answer.body.len() < 20_000, "{}", &path[..40]);
    }
    // No input breaks a search.
    for typed in [
        "\"",
        "\"\"\"",
        "*",
        "AND",
        "NOT",
        "NEAR(a b)",
        "title:x",
        "-mao",
        "(",
        "^a",
        "a\"b",
        "';DROP TABLE record;--",
        "%00",
        "\u{0}",
        "{a}",
        "毛泽东",
        "a*b*",
        "+",
        "``",
        "\\",
        "{title people} : mao",
    ] {
        let encoded = archive::address::percent_encoded(typed);
        for key in ["q", "people", "archive", "kind", "collection"] {
            let answer = asked.get(&format!("/?{key}={encoded}"));
            assert_eq!(answer.status, StatusCode::OK, "{key}={typed}: {}", answer.body);
        }
    }
    for page in ["0", "-1", "99999999999999999999", "x", "18446744073709551615", "9223372036854775807"] {
        for query in ["", "&q=telegram"] {
            assert_eq!(asked.get(&format!("/?page={page}{query}")).status, StatusCode::OK, "{page}");
        }
    }
}

#[test]
fn any_cite_key_is_one_segment_of_every_address() {
    let keys = ["..", ".", "a/b", "../../etc/passwd", "x:y+z", "档案/1"];
    let records: Vec<String> = keys
        .iter()
        .map(|key| {
            format!(
                r#"{{ "id": "{key}", "title": "About {key}", "holdings": [{{ "repository": "R", "path": [{{ "level": "box", "id": 1 }}] }}] }}"#
            )
        })
        .collect();
    let asked = Asked::of_records(&format!("[{}]", records.join(",")));
    let home = support::dom::Page::of(&asked.get("/").body);
    let mut paths: Vec<String> = home.all("a").filter_map(|a| a.get("href")).map(str::to_owned).collect();
    paths.retain(|path| path.starts_with("/records/"));
    assert_eq!(paths.len(), keys.len());
    for (path, key) in paths.iter().zip(keys) {
        assert_eq!(path.matches('/').count(), 2, "{path}");
        let answer = asked.get(path);
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        let page = support::dom::Page::of(&answer.body);
        assert_eq!(page.all("h1").next().unwrap().text, format!("About {key}"));
        // Every address on the page belongs to this record or to another, and works.
        for address in page.all("a").chain(page.all("form")).filter_map(|it| it.get("href").or(it.get("action"))) {
            let address = address.split('#').next().unwrap();
            if let Some(rest) = address.strip_prefix("/records/") {
                assert!(rest.split('?').next().unwrap().matches('/').count() <= 1, "{address}");
                assert_eq!(asked.get(address).status, StatusCode::OK, "{address}");
            }
        }
        let name = asked.get(&format!("{path}/citation?style=ris&download=1")).header("content-disposition").to_owned();
        assert!(!name.split("filename=").nth(1).unwrap().contains(['/', '\\']), "{name}");
        let link = answer.header("link").to_owned();
        assert!(link.contains(&format!("https://archive.example.org{path}")), "{link}");
        // unAPI and the list of selected records take the key as it is.
        let encoded = archive::address::percent_encoded(key);
        assert_eq!(asked.get(&format!("/unapi?id={encoded}&format=ris")).status, StatusCode::OK, "{key}");
        assert!(asked.get(&format!("/bibliography?ids={encoded}")).body.contains(&format!("About {key}")));
    }
}

#[test]
fn a_basket_is_a_bibliography() {
    let asked = Asked::bundled();
    let ids = "mao-zhou-1950-01-07,stalin-mao-zhou-1950-10-01";
    let list = asked.get_with(&format!("/bibliography?ids={ids}"), &[]);
    assert_eq!(list.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(list.body.lines().count(), 2);
    assert!(list.body.starts_with("Mao Zedong. Telegram to Zhou Enlai"), "{}", list.body);
    // As sent by a form of check boxes, with one of them twice.
    let page = asked
        .get("/bibliography?ids=mao-zhou-1950-01-07&ids=stalin-mao-zhou-1950-10-01&ids=mao-zhou-1950-01-07&style=mla");
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("<i>Jianguo yilai Mao Zedong wengao</i>"), "{}", page.body);
    let ris = asked.get_with(&format!("/bibliography?ids={ids}&style=ris&download=1"), &[]);
    assert_eq!(ris.body.matches("TY  - ").count(), 2);
    assert_eq!(ris.header("content-disposition"), "attachment; filename=\"bibliography.ris\"");
    let json = asked.get_with(&format!("/bibliography?ids={ids}&style=csl-json"), &[]);
    let items: Vec<serde_json::Value> = serde_json::from_str(&json.body).unwrap();
    assert_eq!(items.len(), 2);
    assert!(asked.get(&format!("/bibliography?ids={ids}&style=csl:apa")).body.contains("(1950, January 7)"));
}

#[test]
fn unapi_offers_formats_and_gives_records() {
    let asked = Asked::bundled();
    let formats = asked.get_with("/unapi", &[]);
    assert_eq!((formats.status.as_u16(), formats.header("content-type")), (200, "application/xml"));
    assert!(formats.body.contains("<format name=\"ris\" type=\"application/x-research-info-systems\"/>"));
    let of_record = asked.get_with("/unapi?id=mao-zhou-1950-01-07", &[]);
    assert_eq!(of_record.status.as_u16(), 300);
    assert!(of_record.body.contains("<formats id=\"mao-zhou-1950-01-07\">"));
    let ris = asked.get_with("/unapi?id=mao-zhou-1950-01-07&format=ris", &[]);
    assert!(ris.body.starts_with("TY  - ") && ris.body.contains("Mao"), "{}", ris.body);
    // Zotero takes RIS from unAPI, so it gets the RIS that it reads best, which differs from that for other programs.
    let citation = "/records/mao-zhou-1950-01-07/citation?style=ris";
    assert_eq!(ris.body, asked.get_with(&format!("{citation}&option=zotero"), &[]).body);
    assert_ne!(ris.body, asked.get_with(citation, &[]).body);
    assert_eq!(asked.get_with("/unapi?id=nothing&format=ris", &[]).status.as_u16(), 404);
    assert_eq!(asked.get_with("/unapi?id=mao-zhou-1950-01-07&format=marc", &[]).status.as_u16(), 406);
}
