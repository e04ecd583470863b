//! Finding aids: what they mean, what a broken one costs, and any one, however odd.

use std::io::Cursor;

use prefercite::input::{Fate, ReadError, Reading, RecordFormat, Records};
use prefercite::style::Chicago;
use prefercite::{Cite, RecordError};
use proptest::prelude::*;

use crate::any::check_places;
use crate::{read, walkers};

fn notes(reading: &Reading) -> Vec<String> {
    reading.documents.iter().map(|it| Chicago::EIGHTEENTH.note().text(&Cite::new(it)).to_string()).collect()
}

fn whole(text: &str) -> Reading {
    assert_eq!(RecordFormat::detect(text), RecordFormat::Ead);
    let reading = read(text, RecordFormat::Ead, walkers::leaves_xml(text));
    assert!(reading.errors.is_empty(), "{:?}", reading.errors);
    reading
}

#[test]
fn a_finding_aid_is_cited_component_by_component() {
    let reading = whole(include_str!("files/ead2002.xml"));
    let shelf = "Doe family papers, MS 12, Special Collections, Example University, Springfield, IL";
    let series =
        "Doe family papers, MS 12, Series 1: Letters, Special Collections, Example University, Springfield, IL";
    assert_eq!(
        notes(&reading),
        [
            format!("{shelf}."),
            format!("Series 1: Letters, box 3, {shelf}."),
            format!("John Doe to Jane Doe, May 5, 1901, box 3, folder 7, {series}, https://example.org/1."),
            format!("Undated letters, n.d., box 3, {series}."),
            format!("Views of Rome [ca. 1905], album 1, boxes 4, 5, {series}."),
            format!("{shelf}."),
            format!("Diaries, {shelf}."),
            format!("Diaries, 1905–1908, box 6, folder 12, {shelf}."),
        ]
    );
    let ids: Vec<&str> = reading.documents.iter().map(|it| it.id()).collect();
    assert_eq!(ids[..2], ["ms12", "ms12-s1"]);
    // What a component has from the one above it is reported.
    let told = |field: &str, line: usize| {
        let entry = reading.ledger.iter().find(|entry| entry.field == field && entry.line == line);
        entry.map(ToString::to_string).unwrap_or_default()
    };
    assert!(told("did/unittitle", 38).contains("guessed: inherited from the component above"));
    assert!(told("controlaccess/controlaccess/persname", 51).ends_with("in subjects[0]"));
    assert!(told("did/origination/persname", 17).contains("creators[0], guessed"));
}

#[test]
fn the_names_of_ead_4_are_known() {
    let reading = whole(include_str!("files/ead4.xml"));
    assert_eq!(
        notes(&reading),
        [
            "Doe papers, MS 1, Example Archives.",
            "A file, March 1950 and 1952, box 1, Doe papers, MS 1, Example Archives, https://example.org/scan.",
        ]
    );
    let archive = reading.ledger.iter().find(|entry| entry.value == "Example Archives").unwrap();
    assert!(archive.is_guessed(), "{archive}");
    let doe = &reading.documents[0];
    assert_eq!((doe.rights(), doe.extent(), doe.languages()), (Some("Ask."), Some("42 items"), &["fr".to_owned()][..]));
}

/// A response of a server may have several finding aids.
#[test]
fn each_collection_has_the_elements_after_its_components() {
    let aid = |title: &str, subject: &str| {
        format!(
            "<ead><archdesc level='fonds'><did><unittitle>{title}</unittitle></did><dsc><c level='file'><did><unittitle>F\
             </unittitle></did></c></dsc><controlaccess><subject>{subject}</subject></controlaccess></archdesc></ead>"
        )
    };
    let reading = whole(&format!("<OAI-PMH>{}{}</OAI-PMH>", aid("A", "War"), aid("B", "Peace")));
    let subjects: Vec<&[String]> = reading.documents.iter().map(|it| it.subjects()).collect();
    assert_eq!(subjects, [&["War".to_owned()][..], &[], &["Peace".to_owned()], &[]]);
}

/// A large file is read in parts.
#[test]
fn a_finding_aid_is_read_from_a_file_as_from_its_text() {
    let sample = include_str!("files/ead2002.xml");
    let (head, rest) = sample.split_once("<ead:c01 ").unwrap();
    let (components, tail) = rest.split_once("</ead:dsc>").unwrap();
    let many = format!("<ead:c01 {components}").repeat(300);
    for end in ["", "<!-- not closed"] {
        let text = format!("{head}{many}</ead:dsc>{tail}{end}");
        let whole = Records::new(&text, RecordFormat::Ead).collect_all();
        let mut records = Records::from_file(Cursor::new(&text), RecordFormat::Ead).with_ledger();
        let (mut documents, mut errors, mut ledger) = (Vec::new(), Vec::new(), Vec::new());
        loop {
            let record = records.next();
            ledger.extend_from_slice(records.ledger());
            match record {
                Some(Ok(document)) => documents.push(document),
                Some(Err(ReadError::Record(error))) => errors.push(error),
                Some(Err(error)) => panic!("{error}"),
                None => break,
            }
        }
        assert!(documents.len() > 1000 && documents == whole.documents);
        assert_eq!((errors, ledger), (whole.errors, whole.ledger), "{end}");
    }
}

/// What catalogues of several makers write: a date inside the title, several numbers, containers of a whole series.
#[test]
fn the_habits_of_many_makers_are_known() {
    let aid = |components: &str| {
        format!(
            "<ead><archdesc level='fonds'><did><unittitle>Archief</unittitle><unitid>12</unitid></did>\
             <dsc>{components}</dsc></archdesc></ead>"
        )
    };
    for (component, note) in [
        ("<unittitle>\"Curing Systems,\" <unitdate>1967</unitdate></unittitle>", "“Curing Systems,” 1967"),
        ("<unittitle>Valses. Paris: Durand, <unitdate>1932</unitdate>.</unittitle>", "Valses. Paris: Durand, 1932"),
        ("<unittitle>Festival 5, <unitdate>1971</unitdate>, Washington.</unittitle>", "Festival 5, Washington, 1971"),
        ("<unittitle>Views (<unitdate>1916</unitdate>)</unittitle>", "Views, 1916"),
        (
            "<unittitle>Scripts, <unitdate>1934</unitdate>, <unitdate>1936</unitdate>, and <unitdate>1940</unitdate></unittitle>",
            "Scripts, 1934, 1936, and 1940",
        ),
        (
            "<unittitle>Lettres ; notes (<unitdate>1934</unitdate>, <unitdate>1936</unitdate>)</unittitle>",
            "Lettres ; notes, 1934 and 1936",
        ),
        ("<unittitle>Fate , hope</unittitle><unitdate>undated , 1968</unitdate>", "Fate , hope, undated, 1968"),
        ("<unittitle>Film</unittitle><unitdate normal='2002/2002'>Feb 23, 2002</unitdate>", "Film, February 23, 2002"),
        ("<unittitle>Church (St. Joseph).</unittitle><unitdate>1903</unitdate>", "Church (St. Joseph), 1903"),
        ("<unittitle>Registers, 1941-1944</unittitle><unitdate>1941-1944</unitdate>", "Registers, 1941–1944"),
        ("<unittitle>Books</unittitle><unitdate>-</unitdate>", "Books"),
        (
            "<unittitle>Lists</unittitle><unitdate>18/09/1942-02/06/1943</unitdate>",
            "Lists, September 18, 1942–June 2, 1943",
        ),
        (
            "<unittitle>Files</unittitle><origination><corpname>State Archive</corpname><name>State Archive</name></origination>",
            "State Archive, Files",
        ),
        (
            "<unittitle>Views</unittitle><origination><persname>Wells, Les, Active 1929 - 1939</persname></origination>",
            "Les Wells, Views",
        ),
        (
            "<unitid label='internal_id'>4</unitid><unitid type='bestellnummer'>R 2/10</unitid><unittitle>Files</unittitle>",
            "Files, file R 2/10",
        ),
        (
            "<unitid>R 3</unitid><unitid type='Altsignatur'>X 1</unitid><unitid type='Vorsignatur'>X 2</unitid><unitid \
             type='file reference'>AZ 4</unitid><unittitle>Files</unittitle>",
            "Files, file R 3",
        ),
        ("<unitid>2.</unitid><unittitle>Files</unittitle>", "Files, file 2"),
        ("<unittitle>Meeting, May 21, 1946</unittitle><unitdate>1946</unitdate>", "Meeting, May 21, 1946, 1946"),
    ] {
        let reading = whole(&aid(&format!("<c level='file'><did>{component}</did></c>")));
        assert_eq!(notes(&reading)[1], format!("{note}, Archief, 12."), "{component}");
    }
    // A file of a series in boxes 1 to 65 is in one of them, but not in all.
    let series = "<c level='series'><did><unittitle>Music</unittitle><container type='box'>1-65</container></did>\
                  <c level='file'><did><unittitle>Caplet, André</unittitle></did></c></c>";
    assert_eq!(notes(&whole(&aid(series)))[2], "Caplet, André, Music, Archief, 12.");
    let group = "<c level='otherlevel' otherlevel='plan_of_groups'><did><unittitle>Navy</unittitle></did>\
                 <c level='file'><did><unittitle>Crews</unittitle></did></c></c>";
    assert_eq!(notes(&whole(&aid(group)))[2], "Crews, plan of groups “Navy,” Archief, 12.");
    let group = "<c level='otherlevel' otherlevel='filegrp'><did><unittitle>Crews</unittitle><unitid>5-15</unitid></did>\
                 <c level='file'><did><unittitle>Cooks</unittitle><unitid>6</unitid></did></c></c>";
    assert_eq!(notes(&whole(&aid(group)))[2], "Cooks, 5-15, “Crews,” file 6, Archief, 12.");
    let archive = "<c level='file'><did><unittitle>Crews</unittitle><repository><corpname>Northwest Archives. [naa]\
                   </corpname></repository></did></c>";
    assert_eq!(notes(&whole(&aid(archive)))[1], "Crews, Archief, 12, Northwest Archives.");
}

/// The titles of what is read, and the errors.
fn read_broken(text: &str) -> (Vec<String>, Vec<RecordError>) {
    let reading = Records::new(text, RecordFormat::Ead).collect_all();
    let titles = reading.documents.iter().filter_map(|it| Some(it.title()?.text.clone())).collect();
    (titles, reading.errors)
}

#[test]
fn an_empty_element_leaves_the_head_of_the_finding_aid() {
    let aid = |did: &str, end: &str| {
        format!(
            "<ead><eadheader><filedesc><titlestmt><titleproper>Guide</titleproper></titlestmt><publicationstmt><publisher>\
             Archive</publisher></publicationstmt></filedesc></eadheader><archdesc level='collection'><did>{did}</did>\
             <dsc><c><did><unittitle>File</unittitle></did></c></dsc>{end}</archdesc></ead>"
        )
    };
    for (did, end, note) in [
        ("<unittitle/><repository label='At'/>", "", "Guide, Archive."),
        ("<unitid>MS 1</unitid>", "<did><unittitle> </unittitle><repository/></did>", "Guide, MS 1, Archive."),
        ("<unittitle>Papers</unittitle><repository><corpname>Library</corpname></repository>", "", "Papers, Library."),
    ] {
        assert_eq!(notes(&whole(&aid(did, end)))[0], note, "{did} {end}");
    }
}

#[test]
fn a_finding_aid_may_be_in_another_file() {
    let aid = r#"<ead><eadheader><eadid>mss-1</eadid></eadheader><archdesc level="collection"><did>
        <unittitle>Danny Kaye papers</unittitle><repository>Music Division</repository></did><dsc><c01 level="file"><did>
        <unittitle>Scores</unittitle></did></c01></dsc></archdesc></ead>"#;
    for (before, after) in [
        ("<OAI-PMH><GetRecord><record><metadata>", "</metadata></record></GetRecord></OAI-PMH>"),
        (
            "<mets:mets xmlns:mets=\"http://www.loc.gov/METS/\"><mets:dmdSec><mets:mdWrap MDTYPE=\"EAD\"><mets:xmlData>",
            "</mets:xmlData></mets:mdWrap></mets:dmdSec></mets:mets>",
        ),
    ] {
        let text = format!("{before}{aid}{after}");
        assert_eq!(RecordFormat::detect(&text), RecordFormat::Ead, "{before}");
        assert_eq!(notes(&whole(&text)), notes(&whole(aid)), "{before}");
    }
}

#[test]
fn a_broken_component_costs_itself() {
    let aid = |components: &str| {
        format!(
            "<ead><archdesc level='fonds'><did><unittitle>F</unittitle></did><dsc>{components}</dsc></archdesc></ead>"
        )
    };
    let c = |title: &str| format!("<c><did><unittitle>{title}</unittitle></did></c>");
    for (broken, titles, faults) in [
        ("<c><did><unittitle>A</did></c>", vec!["F", "Z", "Z"], 1),
        ("<c><did><unittitle>1 < 2</unittitle></did></c>", vec!["F", "Z", "Z"], 1),
        ("<c level=file><did><unittitle>A</unittitle></did></c>", vec!["F", "Z", "Z"], 1),
        ("<c id='a' id='b'><did><unittitle>A</unittitle></did></c>", vec!["F", "Z", "Z"], 1),
        ("<c><did><unittitle>A</unittitle></x></did></c>", vec!["F", "Z", "Z"], 1),
        ("<c><did><!-- <unittitle>A</unittitle></did></c>", vec!["F", "Z", "Z"], 1),
        ("<c><did><unittitle>A</unittitle></did>", vec!["F", "Z", "A", "Z"], 1),
        ("<c><did><unittitle>A &nbsp; B</unittitle></did></c>", vec!["F", "Z", "A &nbsp; B", "Z"], 0),
        ("<c><did><unittitle><![CDATA[A & B]]></unittitle></did></c>", vec!["F", "Z", "A & B", "Z"], 0),
        ("<c><did><unittitle>A<!-- x -->B<?y?></unittitle></did></c>", vec!["F", "Z", "AB", "Z"], 0),
    ] {
        let text = aid(&format!("{}{broken}{}", c("Z"), c("Z")));
        let (read, errors) = read_broken(&text);
        assert_eq!(
            (read, errors.len()),
            (titles.into_iter().map(str::to_owned).collect(), faults),
            "{broken}: {errors:?}"
        );
    }
    let cut = aid(&c("Z"));
    for end in (0..cut.len()).filter(|end| cut.is_char_boundary(*end)) {
        read_broken(&cut[..end]);
    }
}

#[test]
fn no_file_makes_itself_larger_or_slow() {
    let bomb: String = (1..10).map(|n| format!("<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10))).collect();
    let bomb = format!(
        "<!DOCTYPE ead [<!ENTITY l0 \"ha\">{bomb}]><ead><archdesc><did><unittitle>&l9; x</unittitle></did></archdesc></ead>"
    );
    assert_eq!(read_broken(&bomb).0, ["&l9; x"]);
    let latin_1 = b"<?xml version='1.0' encoding='ISO-8859-1'?><ead><archdesc><did><unittitle>\xe9</unittitle></did></archdesc></ead>";
    let error = Records::from_bytes(latin_1, None).unwrap_err();
    assert!(error.to_string().contains("not UTF-8"), "{error}");
    let marked = "\u{feff}<?xml version='1.0' encoding='ISO-8859-1'?><ead><archdesc><did><unittitle>é</unittitle></did></archdesc></ead>";
    assert_eq!(Records::detect(marked).collect_all().documents[0].title().unwrap().text, "é");
    let start = std::time::Instant::now();
    let many = |part: &str, count: usize| part.repeat(count);
    for text in [
        many("<c>", 100_000),
        many("<c><did><unittitle>A</unittitle></did>", 100_000),
        format!("<did>{}", many("<a>", 100_000)),
        many("<c><!-- ", 50_000),
        many("<c a='", 50_000),
        many("<c><did></x>", 50_000),
        many("<c>1 < 2", 50_000),
        many("</c>", 100_000),
        format!("<c><did><unittitle>{}", many("<emph>A</emph>", 50_000)),
        format!("<c><did>{}", many("<unitdate>1950</unitdate>", 5_000)),
        format!("<c><did>{}", many("<container>1</container>", 5_000)),
        format!("<c><did>{}", many("<origination><persname>A</persname></origination>", 5_000)),
        format!("<c {}>", (0..50_000).map(|n| format!("a{n}='1' ")).collect::<String>()),
        format!("<c><did><unittitle>{}</unittitle></did></c>", many("&amp;", 300_000)),
    ] {
        let each = std::time::Instant::now();
        for text in [&format!("<ead><archdesc><dsc>{text}"), &text] {
            Records::new(text, RecordFormat::Ead).collect_all();
            RecordFormat::detect(text);
        }
        assert!(each.elapsed().as_secs() < 30, "{:?} for {}", each.elapsed(), &text[..40]);
    }
    assert!(start.elapsed().as_secs() < 120, "{:?}", start.elapsed());
}

const ELEMENTS: &[&str] = &[
    "unittitle",
    "unitid",
    "unitdate",
    "unitdatestructured",
    "container",
    "origination",
    "repository",
    "langmaterial",
    "physdesc",
    "dao",
    "daogrp",
    "daoloc",
    "abstract",
    "scopecontent",
    "userestrict",
    "prefercite",
    "accessrestrict",
    "bioghist",
    "arrangement",
    "controlaccess",
    "subject",
    "persname",
    "corpname",
    "part",
    "p",
    "emph",
    "head",
    "did",
    "descgrp",
    "note",
    "daterange",
    "fromdate",
    "todate",
    "datesingle",
    "dateset",
    "language",
    "extent",
    "address",
    "addressline",
    "unitTitle",
    "identificationData",
    "unitDate",
    "textualDate",
    "agents",
    "agent",
    "label",
    "odd",
    "index",
    "unknown",
    "date",
    "subarea",
    "list",
    "item",
];
const ATTRIBUTES: &[&str] = &[
    "id",
    "level",
    "otherlevel",
    "normal",
    "type",
    "localtype",
    "label",
    "standarddate",
    "notbefore",
    "href",
    "langcode",
    "role",
    "countrycode",
    "repositorycode",
    "certainty",
    "xpointer",
    "unitdatetype",
    "xml:lang",
];
const TEXTS: &[&str] = &[
    "",
    " ",
    "Doe family papers",
    "Series 1: Letters,",
    "1",
    "MS 12",
    "Box 3",
    "box",
    "folder",
    "collection",
    "series",
    "file",
    "item",
    "otherlevel",
    "1900/1906",
    "19000101",
    "1900/9999",
    "circa 1900-1906",
    "n.d.",
    "bulk 1900-1910",
    "1882, 1884",
    "long ago",
    "eng",
    "English",
    "xyz",
    "Doe, Jane, 1900-1980",
    "Springfield, IL 62701",
    "https://example.org/a",
    "ark:/12345/x",
    "thumbnail",
    "US",
    "XYZ",
    "Letter from John Doe to Jane Doe, 5 May 1901",
    "6/12",
    "box-folder",
    "\u{202e}x",
    "A & B < C > \"D\" 'E'",
    "1, 2",
    ".",
    "bulk",
    "inclusive",
    "surname",
    "É…—“”",
    "Boxes 1-3",
    "approximate",
    "12 April 1918 - 3 May 1918",
    "a  b\n c",
];

fn text() -> impl Strategy<Value = String> {
    proptest::sample::select(TEXTS).prop_map(escaped)
}

fn attributes() -> impl Strategy<Value = String> {
    proptest::collection::btree_map(proptest::sample::select(ATTRIBUTES), text(), 0..3).prop_map(written)
}

/// An element with elements in it, as text.
fn element() -> impl Strategy<Value = String> {
    let leaf = (proptest::sample::select(ELEMENTS), attributes(), text());
    let leaf = leaf.prop_map(|(name, attributes, text)| format!("<{name}{attributes}>{text}</{name}>"));
    leaf.prop_recursive(4, 24, 5, |inner| {
        let mixed = prop_oneof![3 => inner, 1 => text()];
        (proptest::sample::select(ELEMENTS), attributes(), proptest::collection::vec(mixed, 0..5))
            .prop_map(|(name, attributes, children)| format!("<{name}{attributes}>{}</{name}>", children.concat()))
    })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&#34;").replace('\'', "&apos;")
}

fn written(attributes: std::collections::BTreeMap<&str, String>) -> String {
    attributes.into_iter().map(|(name, value)| format!(" {name}=\"{value}\"")).collect()
}

/// Components in each other, numbered or not.
fn component() -> impl Strategy<Value = String> {
    let level = || proptest::sample::select(&["collection", "series", "file", "item", "otherlevel", "class", ""][..]);
    let own =
        || proptest::collection::vec(prop_oneof![element(), element().prop_map(|it| format!("<did>{it}</did>"))], 0..6);
    let leaf = (level(), own()).prop_map(|(level, own)| format!("<c level=\"{level}\">{}</c>", own.concat()));
    leaf.prop_recursive(4, 10, 3, move |inner| {
        (level(), own(), proptest::collection::vec(inner, 0..4))
            .prop_map(|(level, own, inner)| format!("<c level=\"{level}\">{}{}</c>", own.concat(), inner.concat()))
    })
}

fn aid() -> impl Strategy<Value = String> {
    let parts = || proptest::collection::vec(element(), 0..4).prop_map(|parts| parts.concat());
    (parts(), parts(), proptest::collection::vec(component(), 0..4), parts()).prop_map(|(head, own, components, tail)| {
        let components = components.concat();
        format!("<ead><eadheader>{head}</eadheader><archdesc level=\"collection\">{own}<dsc>{components}</dsc>{tail}</archdesc></ead>")
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_finding_aid_is_told_whole(text in aid()) {
        read(&text, RecordFormat::Ead, walkers::leaves_xml(&text));
        check_places(&text, RecordFormat::Ead);
    }

    /// A broken file is read as far as it goes: never a panic, never a value that is told twice.
    #[test]
    fn a_broken_finding_aid_is_read_as_far_as_it_goes(text in aid(), at in any::<prop::sample::Index>(), with in "\\PC{0,3}|[<>/&;\"'=! -]{1,3}") {
        let mut at = at.index(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let broken = format!("{}{with}{}", &text[..at], &text[at..].chars().skip(1).collect::<String>());
        let reading = Records::new(&broken, RecordFormat::Ead).collect_all();
        prop_assert!(reading.ledger.iter().all(|entry| !matches!(&entry.fate, Fate::NotCarried(why) if why.is_empty())));
    }
}
