//! Any letter, index of letters or volume, however odd: each value is reported once, and is where the ledger says.

use prefercite::Cite;
use prefercite::input::{RecordFormat, Records};
use prefercite::style::Chicago;
use proptest::prelude::*;

use crate::any::check_places;
use crate::{read, walkers};

const TEXTS: &[&str] = &[
    "",
    " ",
    "Schnitzler, Arthur",
    "Ann Example",
    "Wien",
    "6. 7. 1891",
    "[1891]",
    "Brief von A an B vom 8. Oktober 1928 [PS]",
    "8. Telegram From A to B",
    "Memorandum of Conversation",
    "Source: Department of State, Central Files, 611.93/8–1355. Secret; Priority. Drafted by A.",
    "Source: Central Intelligence Agency, Job 79–01025A, Box 7, Folder 1. Secret.",
    "Source: Ibid.",
    "Source: ",
    "740.00119 P.W./5–1749: Telegram",
    "[Extracts.]",
    "secret",
    "No. 325.]",
    "Mr. C. C. Lai, First Secretary",
    "https://example.org/a",
    "A:Schnitzler, HS.NZ85",
    "de",
    "postkarte",
    "Mao, Zedong, 1893-1976",
    "É…—“”",
    "\u{202e}x",
    ",",
];

const DATES: &[&str] =
    &["1891-07-06", "1891", "1891-07-06T21:27:00-05:00", "1891-13-45", "--07-06", "", "x", "1955-08-14T00:00:00"];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![4 => proptest::sample::select(TEXTS).prop_map(str::to_owned), 1 => "\\PC{0,20}"].prop_map(|text| {
        text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;").replace(|c: char| !is_xml(c), "?")
    })
}

fn is_xml(c: char) -> bool {
    matches!(c, '\u{9}' | '\u{a}' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

fn element(name: &'static str) -> impl Strategy<Value = String> {
    const ATTRIBUTES: &[&str] = &["ref", "key", "type", "level", "role", "ident", "ana", "cert", "xml:id", "n"];
    const VALUES: &[&str] =
        &["from", "to", "source", "a", "s", "low", "x1", "postkarte", "de-AT", "1", "print", "complete", "general"];
    const WHEN: &[&str] = &["when", "from", "to", "notBefore", "notAfter"];
    let plain =
        proptest::collection::btree_map(proptest::sample::select(ATTRIBUTES), proptest::sample::select(VALUES), 0..3);
    let when = proptest::collection::btree_map(proptest::sample::select(WHEN), proptest::sample::select(DATES), 0..3);
    let inner = prop_oneof![
        4 => text(),
        1 => (text(), text()).prop_map(|(one, two)| format!("{one}<hi rend=\"i\">{two}</hi>{one}<note type=\"source\">{two}</note>")),
        1 => (text(), text()).prop_map(|(one, two)| format!("<surname>{one}</surname>, <forename>{two}</forename>")),
        1 => (text(), text()).prop_map(|(one, two)| format!("<persName type=\"from\">{one}</persName> to <gloss type=\"to\">{two}</gloss>")),
        1 => text().prop_map(|one| format!("<name>{one}</name><name>{one}</name>")),
    ];
    (plain, when, inner).prop_map(move |(plain, when, inner)| {
        let when = if matches!(name, "date" | "time") { when } else { Default::default() };
        let attributes: String =
            plain.iter().chain(&when).map(|(name, value)| format!(" {name}=\"{value}\"")).collect();
        format!("<{name}{attributes}>{inner}</{name}>")
    })
}

fn some(names: &'static [&'static str], most: usize) -> impl Strategy<Value = String> {
    let one = proptest::sample::select(names).prop_flat_map(element);
    proptest::collection::vec(one, 0..most).prop_map(|elements| elements.join("\n "))
}

fn correspondence() -> impl Strategy<Value = String> {
    const ACTION: &[&str] = &["persName", "orgName", "name", "rs", "date", "placeName", "note"];
    (some(ACTION, 5), some(ACTION, 4), some(&["note", "p", "correspContext"], 2), 0..3usize).prop_map(|(sent, received, more, shape)| {
        let names = ["", " key=\"12\" source=\"#x1\"", " ref=\"https://example.org/l\" source=\"#x1\""][shape];
        format!(
            "<correspDesc{names}><correspAction type=\"sent\">{sent}</correspAction><correspAction type=\"received\">{received}</correspAction>\
             <correspAction type=\"transmitted\"><date when=\"1891\"/></correspAction>{more}</correspDesc>"
        )
    })
}

fn header(letters: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    let titles = some(&["title", "author", "editor", "funder"], 5);
    let publication = some(&["publisher", "pubPlace", "date", "idno", "availability"], 5);
    let place = some(&["country", "settlement", "repository", "institution", "collection", "idno", "altIdentifier"], 6);
    let more = some(&["objectType", "bibl", "physDesc", "msIdentifier"], 3);
    let profile = some(&["langUsage", "abstract", "creation", "textClass"], 3);
    (titles, publication, place, more, profile, proptest::collection::vec(correspondence(), letters)).prop_map(
        |(titles, publication, place, more, profile, letters)| {
            format!(
                "<teiHeader><fileDesc><titleStmt>{titles}</titleStmt><publicationStmt>{publication}</publicationStmt><sourceDesc>\
                 <msDesc><msIdentifier>{place}</msIdentifier></msDesc>{more}</sourceDesc></fileDesc>\n<profileDesc>{profile}{}</profileDesc></teiHeader>",
                letters.join("\n")
            )
        },
    )
}

fn document() -> impl Strategy<Value = String> {
    let opener = some(&["dateline", "seg", "date"], 4);
    let dateline = some(&["placeName", "date", "time"], 4);
    (some(&["head", "note", "p", "closer"], 5), opener, dateline, some(&["item", "head"], 4), any::<bool>()).prop_map(
        |(children, opener, dateline, items, is_note)| {
            let subtype = if is_note { "editorial-note" } else { "historical-document" };
            format!(
                "<div type=\"document\" subtype=\"{subtype}\" xml:id=\"d1\" n=\"8\">{children}<opener>{opener}</opener><opener><dateline>{dateline}, \
                 </dateline></opener><list type=\"participants\">{items}</list><list type=\"subject\">{items}</list></div>"
            )
        },
    )
}

fn check(text: &str) {
    read(text, RecordFormat::Tei, walkers::leaves_xml(text));
    check_places(text, RecordFormat::Tei);
    assert_eq!(RecordFormat::detect(text), RecordFormat::Tei);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_letter_or_index_is_told_whole(header in header(0..4), body in some(&["p", "div", "note"], 3)) {
        check(&format!("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:id=\"L1\">{header}\n<text><body>{body}</body></text></TEI>"));
    }

    #[test]
    fn any_volume_is_told_whole(header in header(0..1), documents in proptest::collection::vec(document(), 0..4)) {
        let body = documents.join("<pb n=\"1\"/> ");
        check(&format!("<TEI.2 xml:id=\"frus1\">{header}<text><front><p>x</p></front><body><div type=\"chapter\">{body}</div></body></text></TEI.2>"));
    }

    #[test]
    fn any_corpus_is_told_whole(headers in proptest::collection::vec(header(0..3), 1..4)) {
        let (first, rest) = headers.split_first().unwrap();
        let files: String = rest.iter().map(|header| format!("<TEI>{header}<text><body><p>x</p></body></text></TEI>")).collect();
        check(&format!("<?xml version=\"1.0\"?><!-- c --><teiCorpus>{first}{files}</teiCorpus>"));
    }

    /// A broken file is read as far as it goes: never a panic, never a wait.
    #[test]
    fn a_broken_file_costs_what_is_broken(header in header(0..4), document in document(), at in any::<prop::sample::Index>(), with in "\\PC{0,3}|[<>/&\"=]") {
        let text = format!("<TEI>{header}<text><body>{document}{document}</body></text></TEI>");
        let mut at = at.index(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let broken = format!("{}{with}{}", &text[..at], &text[at..].chars().skip(1).collect::<String>());
        Records::new(&broken, RecordFormat::Tei).collect_all();
        Records::new(&text[..at], RecordFormat::Tei).collect_all();
    }
}

/// Titles that say who wrote to whom, when and where, in the words of several editions.
#[test]
fn a_title_of_a_letter_repeats_no_field() {
    let letter = |title: &str, sent: &str, received: &str| {
        let action = |kind: &str, inside: &str| format!("<correspAction type='{kind}'>{inside}</correspAction>");
        format!(
            "<TEI><teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt><sourceDesc><msDesc><msIdentifier>\
             <repository>Example Library</repository><idno>12</idno></msIdentifier></msDesc></sourceDesc></fileDesc>\
             <profileDesc><correspDesc>{}{}</correspDesc></profileDesc></teiHeader></TEI>",
            action("sent", sent),
            action("received", received)
        )
    };
    let jane = "<persName>Doe, Jane</persName>";
    let john = "<persName>Doe, J. B.</persName>";
    for (text, note) in [
        (
            letter(
                "From Jane Doe   4 March 1878",
                &format!("{jane}<placeName>Down</placeName><date when='1878-03-04'>4 Mar 1878</date>"),
                john,
            ),
            "Jane Doe to J. B. Doe, Down, March 4, 1878",
        ),
        (
            letter(
                "To James Bob Doe [before 27 January 1863]",
                &format!(
                    "{jane}<placeName>unstated</placeName><date notBefore='1809-01-01' notAfter='1863-01-26'>[before 27 \
                     January 1863]</date>"
                ),
                john,
            ),
            "Jane Doe to J. B. Doe [before 27 January 1863]",
        ),
        (
            letter("Notes on bees", &format!("{jane}<date notBefore='1896-04-01' notAfter='1896-04-30'/>"), john),
            "Jane Doe, Notes on bees [April 1896]",
        ),
        (
            // The edition has both among the senders, with marks that contradict its titles.
            letter(
                "Karl Muster an Jane Doe, Bern, Mittwoch, 24. April 1839",
                "<persName type='addressee'>Karl Muster</persName><persName type='sender'>Jane Doe</persName>\
                 <placeName>Bern</placeName><date when='1839-04-24'/>",
                "",
            ),
            "Karl Muster to Jane Doe, Bern, April 24, 1839",
        ),
    ] {
        let reading = read(&text, RecordFormat::Tei, walkers::leaves_xml(&text));
        let letter = Chicago::EIGHTEENTH.note().text(&Cite::new(&reading.documents[0])).to_string();
        assert_eq!(letter, format!("{note}, 12, Example Library."), "{text}");
    }
}

/// A letter in an edition older than the description of a correspondence.
#[test]
fn people_with_roles_are_sender_and_recipient() {
    let text = "<TEI xml:id='x.1'><teiHeader><fileDesc><titleStmt><title type='main'>Jane Doe to John Roe, 1 December \
                1868</title><author>Jane Doe</author></titleStmt><sourceDesc><bibl><author>Jane Doe</author><title>Jane Doe to \
                John Roe, 1 December 1868</title><date when='1868-12-01'>December 1, 1868</date><idno type='callno'>MSS1, Box \
                13</idno><orgName>Example Library, Springfield, IL</orgName></bibl></sourceDesc></fileDesc><profileDesc>\
                <particDesc><person role='sender'><persName key='Doe, Jane'>Jane Doe</persName></person><person \
                role='recipient'><persName>John Roe</persName></person></particDesc></profileDesc></teiHeader></TEI>";
    let reading = read(text, RecordFormat::Tei, walkers::leaves_xml(text));
    let letter = Chicago::EIGHTEENTH.note().text(&Cite::new(&reading.documents[0])).to_string();
    assert_eq!(letter, "Jane Doe to John Roe, December 1, 1868, MSS1, Box 13, Example Library, Springfield, IL.");
}

/// The date of a document at its end, in italics, or only for the search.
#[test]
fn a_document_of_a_volume_has_its_date_in_several_places() {
    let day = "<date when='1938-01-26'>January 26, 1938</date>";
    for document in [
        format!("<head>Note</head><p>x</p><closer><dateline><placeName>Rome</placeName>, {day}.</dateline></closer>"),
        format!(
            "<head>1. Note, Rome, January 26, 1938</head><dateline><hi rend='italic'><placeName>Rome</placeName>, {day}</hi></dateline>"
        ),
        "<opener><dateline><placeName>Rome</placeName></dateline></opener><head>Note</head>".to_owned(),
    ] {
        let text = format!(
            "<TEI xml:id='v1' xmlns:frus='http://history.state.gov/frus/ns/1.0'><text><body><div type='document' xml:id='d1' n='1' \
             frus:doc-dateTime-min='1938-01-26T00:00:00Z' frus:doc-dateTime-max='1938-01-26T23:59:59Z'>{document}</div></body></text></TEI>"
        );
        let reading = read(&text, RecordFormat::Tei, walkers::leaves_xml(&text));
        let found = &reading.documents[0];
        assert_eq!(
            (found.date().map(ToString::to_string).as_deref(), found.place()),
            (Some("1938-01-26"), Some("Rome")),
            "{text}"
        );
    }
}

/// An entry that is broken costs itself.
#[test]
fn a_broken_letter_of_an_index_costs_itself() {
    let letter = |name: &str| {
        format!(
            "<correspDesc key=\"1\"><correspAction type=\"sent\"><persName>{name}</persName></correspAction></correspDesc>"
        )
    };
    for broken in [
        "<correspDesc key=\"2\"><persName></correspDesc>",
        "<correspDesc key=2><p/></correspDesc>",
        "<correspDesc <x></correspDesc>",
    ] {
        let text = format!(
            "<TEI><teiHeader><profileDesc>{}{broken}{}</profileDesc></teiHeader></TEI>",
            letter("A"),
            letter("B")
        );
        let reading = Records::new(&text, RecordFormat::Tei).collect_all();
        assert_eq!((reading.documents.len(), reading.errors.is_empty()), (2, false), "{broken}: {:?}", reading.errors);
    }
}

/// Files that are made to be slow: each costs no more than its length.
#[test]
fn a_hostile_file_is_read_in_time() {
    let many = |part: &str, count: usize| part.repeat(count);
    for text in [
        format!("<TEI>{}", many("<div>", 100_000)),
        format!("<TEI><teiHeader>{}", many("<titleStmt><title>", 50_000)),
        format!("<TEI><teiHeader><profileDesc>{}", many("<correspDesc key=\"1\"><p>", 50_000)),
        format!(
            "<TEI><teiHeader><profileDesc>{}</profileDesc></teiHeader></TEI>",
            many("<correspDesc key=\"1\"/>", 10_000)
        ),
        format!(
            "<TEI><teiHeader><titleStmt>{}</titleStmt></teiHeader></TEI>",
            many("<title>a</title><editor>b</editor>", 20_000)
        ),
        format!(
            "<TEI><text><div type=\"document\"><head>{}</head></div></text></TEI>",
            many("<persName type=\"from\">a</persName>", 20_000)
        ),
        format!(
            "<TEI><text><div type=\"document\"><note type=\"source\">Source: {}</note></div></text></TEI>",
            many("Box 1, ", 20_000)
        ),
        format!(
            "<TEI><text><div type=\"document\"><note type=\"source\">Source: A. {}</note></div></text></TEI>",
            many("B. ", 6_000)
        ),
        format!("<TEI><text><div type=\"document\">{}</div></text></TEI>", many("<p>x</p>", 40_000)),
        format!(
            "<TEI><teiHeader><bibl>{}</bibl></teiHeader></TEI>",
            many("<msIdentifier><idno>1</idno></msIdentifier>", 20_000)
        ),
        format!("<TEI><text>{}</text></TEI>", many("&lol;", 100_000)),
        format!("<!DOCTYPE TEI [{}]><TEI/>", many("<!ENTITY a \"&b;&b;\">", 20_000)),
    ] {
        let start = std::time::Instant::now();
        Records::new(&text, RecordFormat::Tei).collect_all();
        RecordFormat::detect(&text);
        assert!(start.elapsed().as_secs() < 20, "{:?} for {}", start.elapsed(), &text[..60]);
    }
}
