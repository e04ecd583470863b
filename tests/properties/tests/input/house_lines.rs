//! Lines of the Wilson Center's Digital Archive: read, and printed again as they were.

use prefercite::Cite;
use prefercite::input::{RecordFormat, Records};
use prefercite::style::WilsonCenter;
use serde_json::Value;

use crate::read;

const CASES: &[&str] =
    &[include_str!("../../../cases/wilson-center.yaml"), include_str!("../../../cases/wilson-center-2.yaml")];

/// Every published line of the cases; of those of which only the clause was published the rest is ours.
fn lines() -> Vec<String> {
    let mut lines = Vec::new();
    for cases in CASES {
        let cases: Value = serde_saphyr::from_str(cases).unwrap();
        for case in cases.as_array().unwrap() {
            let cites = case["cites"].as_object().into_iter().flatten();
            let cites = cites.filter(|(style, _)| style.starts_with("wilson-center"));
            lines.extend(cites.filter_map(|(_, line)| line.as_str()).map(str::to_owned));
            for clause in case["clause"].as_object().into_iter().flatten().filter_map(|(_, clause)| clause.as_str()) {
                let archive = "History and Public Policy Program Digital Archive";
                lines.push(format!("\"A title,\" January 07, 1950, {archive}, {clause}"));
            }
        }
    }
    let clauses = [
        "Public Record Office https://digitalarchive.wilsoncenter.org/document/123186",
        "TsKhSD, f. 89, per. 25, dok. 2",
        "CWIHP Working Paper 22, \"77 Conversations.\"",
        "BStU, ZA, HVA. Translated from German for CWIHP by Bernd Schaefer.",
        "AVP SSSR, f. 06. op. 8, published in Mezhdunarodnaya Zhizn' #11, 1990, pp. 148-154, translated for CWIHP by Vladislav Zubok.",
        "AVP RF, copy provided by National Security Archive, Washington, D.C.",
        "MOL, Küm, USA tük, 1964, 11. doboz, IV-13-b; translated by Paul Henze http://digitalarchive.wilsoncenter.org/document/111613",
    ];
    lines.extend(
        clauses.map(|clause| format!("\"Note, 'On Korea',\" July, 1983, Wilson Center Digital Archive, {clause}")),
    );
    lines
}

/// The line that the style prints of what was read.
fn printed(line: &str) -> Result<String, String> {
    let mut records = Records::new(line, RecordFormat::HouseLines);
    let document = records.next().ok_or("no line")?.map_err(|error| error.to_string())?;
    let style = if line.starts_with('“') { WilsonCenter::new().curly_quotes() } else { WilsonCenter::new() };
    Ok(style.text(&Cite::new(&document)).to_string())
}

/// The letters and digits, which a line has in the same order as the ledger.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn a_line_is_printed_again_as_it_was() {
    let lines = lines();
    let mut same = 0;
    for line in &lines {
        let reading = Records::new(line, RecordFormat::HouseLines).collect_all();
        let values: Vec<String> = reading.ledger.iter().map(|entry| entry.value.clone()).collect();
        read(line, RecordFormat::HouseLines, values.clone());
        assert_eq!(letters(&values.concat()), letters(line), "{line}");
        match printed(line) {
            Ok(again) if again == *line => same += 1,
            other => println!("{line}\n  {other:?}"),
        }
    }
    println!("{same} of {} lines are printed again as they were", lines.len());
    assert!(same * 100 >= lines.len() * 95, "{same} of {}", lines.len());
    let file = lines
        .iter()
        .filter(|line| line.contains(", History and Public Policy"))
        .cloned()
        .collect::<Vec<_>>()
        .join("\n\n");
    assert_eq!(RecordFormat::detect(&file), RecordFormat::HouseLines);
    let reading = Records::detect(&file).collect_all();
    assert!(reading.errors.is_empty(), "{:?}", reading.errors);
}

#[test]
fn a_line_is_split_where_its_words_say_so() {
    let line = |clause: &str| format!("\"Cable, A to B,\" February, 1946, Example Digital Archive, {clause}");
    for (clause, holding) in [
        ("PRC FMA 111-00342-05, 21.", r#"{"leaves":"21","reference":"111-00342-05","repository":"PRC FMA"}"#),
        (
            "RGANI, f. 5, op. 49, d. 131, ll. 193-194.",
            r#"{"leaves":"193-194","path":[{"id":"5","level":"fond"},{"id":"49","level":"opis"},{"id":"131","level":"delo"}],"repository":"RGANI"}"#,
        ),
        (
            "APRF, Fond 45, Opis 1, Delo 347, Listy 12-13.",
            r#"{"as-cited":"Fond 45, Opis 1, Delo 347, Listy 12-13","leaves":"12-13","path":[{"id":"45","level":"fond"},{"id":"1","level":"opis"},{"id":"347","level":"delo"}],"repository":"APRF"}"#,
        ),
        ("Hungarian National Archives.", r#"{"repository":"Hungarian National Archives"}"#),
        ("MOL, XIX-J-1-j, 4. doboz.", r#"{"cited-whole":"MOL, XIX-J-1-j, 4. doboz."}"#),
    ] {
        let line = line(clause);
        let document = Records::new(&line, RecordFormat::HouseLines).next().unwrap().unwrap();
        assert_eq!(serde_json::to_value(&document).unwrap()["holdings"][0].to_string(), holding);
        assert_eq!(printed(&line).unwrap(), line);
    }
    let line = line(
        "RGANI, f. 5. Obtained by Jane Doe and translated from German for CWIHP by John Roe. https://example.org/document/11267",
    );
    let document =
        serde_json::to_value(Records::new(&line, RecordFormat::HouseLines).next().unwrap().unwrap()).unwrap();
    assert_eq!(document["id"], "1946-cable-a-to-b");
    assert_eq!((document["kind"].as_str(), document["genre"].as_str()), (Some("telegram"), Some("cable")));
    assert_eq!(document["translation"].to_string(), r#"{"by":["John Roe"],"for":"CWIHP","from":"de"}"#);
    assert_eq!(document["surrogates"][0]["id"], "11267");
    assert_eq!(printed(&line).unwrap(), line);
}

/// A line that is none costs itself.
#[test]
fn a_line_that_is_no_citation_says_so() {
    let file = "\"A,\" 1950, X Digital Archive, Y.\nHello\n\"No end\n\"B,\" 1951, X Digital Archive\n";
    let reading = Records::new(file, RecordFormat::HouseLines).collect_all();
    assert_eq!(reading.documents.len(), 2);
    let lines: Vec<_> = reading.errors.iter().map(|error| error.line()).collect();
    assert_eq!(lines, [Some(2), Some(3)]);
    assert_ne!(
        RecordFormat::detect("\"title\": A report of the Wilson Center Digital Archive, of 1950"),
        RecordFormat::HouseLines
    );
}
