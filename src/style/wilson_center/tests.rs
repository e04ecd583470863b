use super::*;

fn line(json: &str) -> String {
    let document: Document = serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"));
    WilsonCenter::new().text(&Cite::new(&document)).into_string()
}

/// The line of a document that has only a title and `more`.
fn behind_title(more: &str) -> String {
    line(&format!(r#"{{ "id": "r", "title": "T", {more} }}"#)).split_once("\"T,\" ").expect("a title").1.to_owned()
}

#[test]
fn without_a_title_the_document_is_described() {
    for (fields, expected) in [
        (
            r#""kind": "telegram", "creators": [{"family": "Mao", "given": "Zedong", "order": "family-first"}],
            "recipients": [{"body": "Central Committee", "abbreviation": "CCP CC"}], "date": "1950-01""#,
            "\"Telegram, Mao Zedong to CCP CC,\" January, 1950",
        ),
        (
            r#""kind": "telegram", "genre": "ciphered telegram", "recipients": ["Stalin"], "date": "1950""#,
            "\"Ciphered telegram to Stalin,\" 1950",
        ),
        (r#""kind": "interview", "creators": ["Spock, Benjamin"]"#, "\"Interview, Benjamin Spock\""),
    ] {
        assert_eq!(line(&format!(r#"{{ "id": "r", {fields} }}"#)), expected);
    }
}

#[test]
fn a_final_comma_is_removed() {
    assert_eq!(line(r#"{ "id": "r", "title": "A report" }"#), "\"A report\"");
    assert_eq!(line(r#"{ "id": "r", "title": "A report", "date": "undated" }"#), "\"A report\"");
    let with_address =
        line(r#"{ "id": "r", "title": "A report", "surrogates": [{ "url": "https://example.org/1" }] }"#);
    assert_eq!(with_address, "\"A report,\" https://example.org/1");
}

#[test]
fn dates_are_the_house_s_own() {
    for (date, expected) in [
        ("1950-01-07", "January 07, 1950"),
        ("1946-02", "February, 1946"),
        ("1958", "1958"),
        ("1949-12-16/1950-02-17", "December 16, 1949 - February 17, 1950"),
        ("circa 1950", "circa 1950"),
        ("1950?", "1950?"),
        ("[1950-01-07]", "January 07, 1950"),
        ("1950-21", "Spring 1950"),
        ("195X", "1950s"),
        ("[1892,1893]", "1892 or 1893"),
        ("{1827,1952..1978}", "1827 and 1952 - 1978"),
        ("../1867", "before 1867"),
        ("1867/", "after 1867"),
    ] {
        assert_eq!(behind_title(&format!(r#""date": "{date}""#)), expected);
    }
    assert_eq!(behind_title(r#""date": { "edtf": "1950", "display": "Winter 1949?, copy" }"#), "Winter 1949?, copy");
}

#[test]
fn holdings_are_located() {
    let brasilia = r#""repository": { "name": "MRE", "place": "Brasilia" }"#;
    for (holdings, expected) in [
        (r#"{ "repository": "PRC FMA", "reference": "111-00342-05", "leaves": "21" }"#.to_owned(), "PRC FMA 111-00342-05, 21."),
        (r#"{ "repository": "National Archives", "reference": "FO 371/83313" }"#.to_owned(), "National Archives, FO 371/83313."),
        (format!(r#"{{ {brasilia}, "path": [{{ "level": "Maço", "title": "600.(24h)" }}] }}"#), "Maço “600.(24h),” MRE, Brasilia."),
        (format!(r#"{{ {brasilia}, "path": [{{ "level": "Maço", "title": "Cuba", "date": "1962" }}], "leaves": 3 }}"#), "Maço “Cuba” 1962, 3, MRE, Brasilia."),
        (r#"{ "path": [{ "level": "file", "title": "Cuba" }] }"#.to_owned(), "“Cuba.”"),
        (r#"{ "repository": "MOL", "path": [{ "level": "box", "id": "4" }, { "level": "folder", "id": 3, "title": "Korea" }] }"#.to_owned(),
         "MOL, box 4, folder 3: Korea."),
        (r#"{ "repository": "PA AA", "path": [{ "level": "fonds", "id": "PA", "title": "Confidential Archive", "date": "1962" }] }"#.to_owned(),
         "PA AA, PA (Confidential Archive) 1962."),
        (r#"{ "repository": "MOL", "as-cited": "XIX-J-1-j, 3. d." }"#.to_owned(), "MOL, XIX-J-1-j, 3. d."),
        (r#"{ "repository": "A" }, { "repository": "B" }"#.to_owned(), "A and B."),
        (r#"{ "repository": "A" }, { "repository": "B" }, { "repository": "C" }"#.to_owned(), "A; B; and C."),
        (r#"{ "repository": "BArch", "path": [{ "level": "roll", "id": 5 }], "leaves": { "unit": "frame", "range": "12-14" } }"#.to_owned(),
         "BArch, roll 5, frames 12-14."),
    ] {
        assert_eq!(behind_title(&format!(r#""holdings": [{holdings}]"#)), expected);
    }
}

#[test]
fn books_are_cited_with_their_imprint() {
    for (source, expected) in [
        (
            r#""authors": ["Djilas, Milovan"], "title": "Wartime", "translators": ["Petrovich, Michael B."], "date": 1977, "pages": "385-387""#,
            "Milovan Djilas, Wartime, trans. Michael B. Petrovich (1977), 385-387.",
        ),
        (
            r#""authors": ["A, B"], "editors": ["C, D", "E, F"], "title": "T", "publisher": "P", "edition": "2nd""#,
            "B A, T, ed. D C and F E, 2nd ed. (P).",
        ),
        (
            r#""compilers": ["A, B", "C, D"], "title": "T", "place": "Bonn", "date": 1970, "number": 42"#,
            "B A and D C, comps., T (Bonn, 1970), no. 42.",
        ),
        (
            r#""title": "Article", "container": "Journal", "volume": 4, "issue": 2, "date": "1999", "pages": "1-9""#,
            "“Article,” Journal 4, no. 2 (1999), 1-9.",
        ),
    ] {
        assert_eq!(behind_title(&format!(r#""source": {{ {source} }}"#)), expected);
    }
    assert_eq!(
        behind_title(r#""translation": { "source": { "title": "T", "date": 1996 } }"#),
        "Translation from T (1996)."
    );
}

#[test]
fn a_source_beside_a_holding_has_a_verb() {
    for (rest, expected) in [
        (
            r#""holdings": [{ "repository": "APRF", "as-cited": "f. 93" }],
            "source": { "authors": ["Ryabev, L.D."], "title": "Atomnyi Proekt SSSR", "date": 1999, "pages": "88-89" }"#,
            "APRF, f. 93. Published in L.D. Ryabev, Atomnyi Proekt SSSR (1999), pp. 88-89.",
        ),
        (
            r#""holdings": [{ "cited-whole": "TsKhSD, f. 89" }], "source": { "title": "B", "pages": "S. 5" }"#,
            "TsKhSD, f. 89. Published in B, S. 5.",
        ),
        (r#""holdings": [{ "repository": "A" }], "source": { "pages": "5" }"#, "A. Published in p. 5."),
        (
            r#""holdings": [{ "repository": "A" }], "source": { "title": "B", "pages": "5" },
            "translation": { "source": { "title": "C", "pages": "6" } }"#,
            "A. Published in B, p. 5; translation from C, 6.",
        ),
    ] {
        assert_eq!(behind_title(rest), expected);
    }
}

#[test]
fn a_copy_is_no_second_original() {
    for (holdings, expected) in [
        (
            r#"{ "repository": "AVP RF" }, { "repository": "National Security Archive", "role": "copy" }"#,
            "AVP RF, copy at National Security Archive.",
        ),
        (
            r#"{ "repository": "B", "role": "microform" }, { "repository": "A" }, { "repository": "C" }"#,
            "A and C, copy at B.",
        ),
        (r#"{ "repository": "B", "role": "copy" }"#, "copy at B."),
        (
            r#"{ "repository": "A" }, { "repository": "MRE", "role": "copy", "path": [{ "level": "file", "title": "Cuba" }] }"#,
            "A, copy, “Cuba,” MRE.",
        ),
        (
            r#"{ "path": [{ "level": "file", "title": "Cuba" }] }, { "repository": "B", "cited-whole": "B, 5", "role": "copy" }"#,
            "“Cuba,” copy at B, 5",
        ),
    ] {
        assert_eq!(behind_title(&format!(r#""holdings": [{holdings}]"#)), expected);
    }
}

#[test]
fn words_of_the_record_keep_their_own_end() {
    for (rest, expected) in [
        (r#""holdings": [{ "cited-whole": "Public Record Office" }]"#, "Public Record Office"),
        (r#""holdings": [{ "cited-whole": "Public Record Office." }]"#, "Public Record Office."),
        (r#""holdings": [{ "cited-whole": "PRO" }], "note": "Copied" "#, "PRO. Copied"),
        (r#""holdings": [{ "cited-whole": "A" }, { "repository": "B" }]"#, "A and B."),
        (r#""holdings": [{ "as-cited": "Fond 5" }]"#, "Fond 5."),
        (r#""note": "Published in CWIHP Bulletin 8-9, p.388" "#, "Published in CWIHP Bulletin 8-9, p.388"),
    ] {
        assert_eq!(behind_title(rest), expected);
    }
    let with_address = r#""note": "Copied", "surrogates": [{ "url": "https://example.org/1" }]"#;
    assert_eq!(behind_title(with_address), "Copied https://example.org/1");
}

#[test]
fn contributors_are_credited() {
    for (credits, expected) in [
        (
            r#""contributions": [{ "roles": ["obtained"], "by": ["A, B"], "for": "CWIHP" }, { "roles": ["translated"], "by": ["C, D"] }]"#,
            "Obtained for CWIHP by B A and translated by D C.",
        ),
        (
            r#""contributions": [{ "roles": ["obtained", "donated", "edited"], "by": ["A, B"] }], "translation": { "by": ["C, D", "E, F"], "from": "pt-BR" }"#,
            "Obtained, donated, and edited by B A, translated from Portuguese by D C and F E.",
        ),
        (
            r#""translation": { "by": [{ "family": "A", "given": "B", "affiliation": "GWU" }] }, "note": "Is it whole?""#,
            "Translated by B A (GWU). Is it whole?",
        ),
        (
            r#""translation": { "from": "de", "for": "CWIHP", "by": ["Schaefer, Bernd"] }"#,
            "Translated from German for CWIHP by Bernd Schaefer.",
        ),
        (
            r#""contributions": [{ "roles": ["provided"], "by": [{ "body": "Harris & Ewing", "role": "photographer" }] }]"#,
            "Provided by Harris & Ewing (photographer).",
        ),
    ] {
        assert_eq!(behind_title(credits), expected);
    }
}

#[test]
fn the_options_are_small() {
    let document: Document = serde_json::from_str(
        r#"{ "id": "r", "title": "T", "date": "1950", "surrogates": [{ "archive": "DA", "url": "https://example.org/1" }] }"#,
    )
    .unwrap();
    let say = |style: WilsonCenter| style.text(&Cite::new(&document)).into_string();
    assert_eq!(say(WilsonCenter::new()), "\"T,\" 1950, DA https://example.org/1");
    assert_eq!(say(WilsonCenter::new().without_url().curly_quotes()), "“T,” 1950, DA");
}

#[test]
fn a_volume_keeps_its_label_and_an_imprint_alone_has_no_parentheses() {
    for (book, expected) in [
        (r#"{ "title": "B", "volume": "Bd. 2", "issue": "no. 4", "pages": "5" }"#, "B, Bd. 2, no. 4, 5."),
        (r#"{ "title": "B", "volume": "2", "place": "P", "date": "1987" }"#, "B, vol. 2 (P, 1987)."),
        (r#"{ "publisher": "P", "date": "1987" }"#, "P, 1987."),
    ] {
        assert_eq!(behind_title(&format!(r#""source": {book}"#)), expected);
    }
}
