use super::*;

fn date(text: &str) -> Date {
    text.parse().unwrap_or_else(|error| panic!("{error}"))
}

fn ymd(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

#[test]
fn every_form_is_read_and_printed_back() {
    // written, as EDTF, first day, last day
    for (text, edtf, earliest, latest) in [
        ("1950-01-07", "1950-01-07", ymd(1950, 1, 7), ymd(1950, 1, 7)),
        ("1950-01", "1950-01", ymd(1950, 1, 1), ymd(1950, 1, 31)),
        ("1950", "1950", ymd(1950, 1, 1), ymd(1950, 12, 31)),
        ("0987", "0987", ymd(987, 1, 1), ymd(987, 12, 31)),
        ("1949-12-16/1950-02-17", "1949-12-16/1950-02-17", ymd(1949, 12, 16), ymd(1950, 2, 17)),
        ("1950-01~", "1950-01~", ymd(1950, 1, 1), ymd(1950, 1, 31)),
        ("1950?", "1950?", ymd(1950, 1, 1), ymd(1950, 12, 31)),
        ("1950%", "1950%", ymd(1950, 1, 1), ymd(1950, 12, 31)),
        ("195X", "195X", ymd(1950, 1, 1), ymd(1959, 12, 31)),
        ("19XX", "19XX", ymd(1900, 1, 1), ymd(1999, 12, 31)),
        ("1950-XX", "1950-XX", ymd(1950, 1, 1), ymd(1950, 12, 31)),
        ("1950-04-XX", "1950-04-XX", ymd(1950, 4, 1), ymd(1950, 4, 30)),
        ("1975-21", "1975-21", ymd(1975, 3, 1), ymd(1975, 5, 31)),
        ("../1867", "../1867", None, ymd(1867, 12, 31)),
        ("1867/..", "1867/..", ymd(1867, 1, 1), None),
        ("/1867", "/1867", None, ymd(1867, 12, 31)),
        ("1867/", "1867/", ymd(1867, 1, 1), None),
        ("[1892,1893]", "[1892,1893]", ymd(1892, 1, 1), ymd(1893, 12, 31)),
        ("[1892..1895]", "[1892..1895]", ymd(1892, 1, 1), ymd(1895, 12, 31)),
        ("[..1895]", "[..1895]", None, ymd(1895, 12, 31)),
        ("{1827,1952..1978}", "{1827,1952..1978}", ymd(1827, 1, 1), ymd(1978, 12, 31)),
        ("[1950-01-07]", "1950-01-07", ymd(1950, 1, 7), ymd(1950, 1, 7)),
        ("[1949/1950]", "1949/1950", ymd(1949, 1, 1), ymd(1950, 12, 31)),
        ("[ca. 1772]", "1772~", ymd(1772, 1, 1), ymd(1772, 12, 31)),
        ("circa 1950", "1950~", ymd(1950, 1, 1), ymd(1950, 12, 31)),
        ("ca. 1950-01", "1950-01~", ymd(1950, 1, 1), ymd(1950, 1, 31)),
        ("c.1950?", "1950%", ymd(1950, 1, 1), ymd(1950, 12, 31)),
        ("Circa 1870/1879", "1870~/1879~", ymd(1870, 1, 1), ymd(1879, 12, 31)),
    ] {
        let read = date(text);
        assert_eq!(read.edtf().as_deref(), Some(edtf), "{text}");
        assert_eq!((read.earliest(), read.latest()), (earliest, latest), "{text}");
        assert_eq!(read.to_string(), text, "in the record format as typed");
    }
}

#[test]
fn a_plain_date_is_what_the_grammar_reads() {
    let dates: Vec<&str> = "1950 0987 0001 9999 0000 1950-01 1950-12 1952-02 1950-21 1950-00 9999-12 1950-01-07 1952-02-29 \
                            1950-02-29 1950-01-00 9999-12-31 195 19500 1950-1 1950-01-7 1950-01-07-01 195X 1950-XX 1950~ \
                            -0044 +195 1950-+1 .. undated  "
        .split(' ')
        .collect();
    let mut plain_dates = 0;
    for from in &dates {
        let ranges = dates.iter().map(|to| format!("{from}/{to}"));
        for text in ranges.chain([from.to_string()]) {
            let Some(read) = plain::plain(&text) else { continue };
            let grammar = parse::grammar(&text).unwrap_or_else(|_| panic!("{text}"));
            assert_eq!(
                (&read, read.earliest(), read.latest()),
                (&grammar, grammar.earliest(), grammar.latest()),
                "{text}"
            );
            assert_eq!(read.to_string(), text);
            plain_dates += 1;
        }
    }
    assert!(plain_dates > 50, "{plain_dates}");
}

#[test]
fn a_bracket_round_one_date_infers_it() {
    assert!(date("[1950-01-07]").is_inferred());
    assert!(!date("[1892,1893]").is_inferred());
    assert_ne!(date("[1950]"), date("1950"));
    assert_eq!(date("1950").inferred(), date("[1950]"));
}

#[test]
fn undated_is_a_date() {
    for text in ["undated", "n.d.", "N.D.", "[n.d.]"] {
        assert!(date(text).is_undated());
        assert_eq!(date(text).edtf(), None);
        assert_eq!(date(text).to_string(), text);
    }
}

#[test]
fn an_invalid_date_is_rejected_with_its_place() {
    for (text, offset, reason) in [
        ("1950-02-30", 8, "day"),
        ("1950-13", 5, "month"),
        ("1952/1949", 5, ""),
        ("1950-01-07T12:00:00", 10, "time of day"),
        ("1950-01-07 12:00", 13, "time of day"),
        ("2004-06~-11", 0, "level 2"),
        ("?2004-06-11", 0, "level 2"),
        ("?1950", 0, "level 2"),
        ("1949/~1950", 5, "level 2"),
        ("2001-34", 5, "above 24"),
        ("Y17E7", 0, "level 2"),
        ("1XXX", 0, "level 2"),
        ("195X/196X", 3, "level 2"),
        ("Y12000", 0, "between 1 and 9999"),
        ("0000", 0, "between 1 and 9999"),
        ("-0044", 0, "between 1 and 9999"),
        ("../..", 0, "at least one dated endpoint"),
        ("circa [1892,1893]", 0, "not before a set"),
        ("7 January 1950", 1, "write 1950-01-07"),
        ("[1950-02-30]", 9, "day"),
        ("[[1950]]", 1, "a bracket in a bracket"),
        ("[{1950}]", 1, "a bracket in a bracket"),
        ("circa 1950-13", 11, "month"),
        ("", 0, "write 1950-01-07"),
    ] {
        let error = text.parse::<Date>().unwrap_err();
        assert_eq!(error.offset(), offset, "{error}");
        assert!(error.to_string().contains(reason), "{error}");
    }
}

#[test]
fn dates_are_sorted() {
    let order = [
        "../1867",
        "1867",
        "1949-12-16/1950-02-17",
        "1950",
        "1950-01",
        "1950-01-07",
        "1950-02",
        "1950-02/..",
        "undated",
    ];
    let mut shuffled: Vec<Date> = order.iter().rev().map(|text| date(text)).collect();
    shuffled.sort();
    // If two begin on the same day, the shorter one comes first.
    let sorted: Vec<String> = shuffled.iter().map(Date::to_string).collect();
    assert_eq!(
        sorted,
        [
            "1867",
            "../1867",
            "1949-12-16/1950-02-17",
            "1950-01",
            "1950",
            "1950-01-07",
            "1950-02",
            "1950-02/..",
            "undated"
        ]
    );
}

#[test]
fn a_chrono_date_is_a_date() {
    assert_eq!(Date::from(ymd(1950, 1, 7).unwrap()), date("1950-01-07"));
}

#[test]
fn equal_if_they_mean_the_same() {
    assert_eq!(date("circa 1950"), date("1950~"));
}

#[test]
fn the_long_form_reads_and_writes() {
    for json in [
        r#""[1950-01-07]""#,
        r#"{"edtf":"1785/1960","bulk":"1916/1958"}"#,
        r#"{"edtf":"[1892,1893]","inferred":true}"#,
        r#"{"edtf":"1950-01-07","display":"le 7 janvier"}"#,
        r#"{"display":"before the war"}"#,
    ] {
        let date: Date = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&date).unwrap(), json);
    }
    let inferred: Date = serde_json::from_str(r#"{"edtf":"1950","inferred":true}"#).unwrap();
    assert_eq!(serde_json::to_string(&inferred).unwrap(), r#""[1950]""#);
}

#[test]
fn a_bulk_date_is_within_the_range() {
    for json in
        [r#"{"edtf":"1785/1960","bulk":"1916/1968"}"#, r#"{"edtf":"1785","bulk":"1785/1786"}"#, r#"{"inferred":true}"#]
    {
        assert!(serde_json::from_str::<Date>(json).is_err(), "{json}");
    }
}

#[test]
fn dates_in_words_are_read_exactly() {
    for (text, edtf) in [
        ("January 07, 1950", "1950-01-07"),
        ("January 7, 1950", "1950-01-07"),
        ("7 January 1950", "1950-01-07"),
        ("7th of January, 1950", "1950-01-07"),
        ("1950 January 7", "1950-01-07"),
        ("1950, Jan. 7", "1950-01-07"),
        ("7-Jan-1950", "1950-01-07"),
        ("Saturday, January 7, 1950", "1950-01-07"),
        ("JANUARY 1950", "1950-01"),
        ("Sept. 1950", "1950-09"),
        ("May 1904", "1904-05"),
        ("c. October 1956", "1956-10~"),
        ("ca. 7 Oct 1956", "1956-10-07~"),
        ("about 1950", "1950~"),
        ("January 1950?", "1950-01?"),
        ("[January 7, 1950]", "1950-01-07"),
        ("1950-51", "1950/1951"),
        ("1950–51", "1950/1951"),
        ("1904–05", "1904/1905"),
        ("1950-1951", "1950/1951"),
        ("1950 - 1951", "1950/1951"),
        ("from 1950 to 1951", "1950/1951"),
        ("c. 1950-51", "1950~/1951~"),
        ("January-February 1950", "1950-01/1950-02"),
        ("7-9 January 1950", "1950-01-07/1950-01-09"),
        ("January 7–9, 1950", "1950-01-07/1950-01-09"),
        ("16 December 1949 - 17 February 1950", "1949-12-16/1950-02-17"),
        ("December 16, 1949 to February 17, 1950", "1949-12-16/1950-02-17"),
        ("7 January to 9 February 1950", "1950-01-07/1950-02-09"),
        ("1950 January 7-9", "1950-01-07/1950-01-09"),
        ("Winter 1947", "1947-24"),
        ("fall 1947", "1947-23"),
        ("1950s", "195X"),
        ("the 1890s", "189X"),
        ("circa 1950s", "195X~"),
        ("19500107", "1950-01-07"),
        ("19230126/19240301", "1923-01-26/1924-03-01"),
        ("1950-12", "1950-12"),
        ("1950-01-07", "1950-01-07"),
        ("1904-05/1905-06", "1904-05/1905-06"),
    ] {
        let read = Date::from_words(text).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(read.edtf().as_deref(), Some(edtf), "{text}");
        assert_eq!(read.display(), None, "{text}");
        assert_eq!(read, date(&read.to_string()), "{text} is written as the record format reads it");
    }
    for text in ["no date", "N.D.", "s.d.", "n. d.", "undated", "[no date]"] {
        assert!(Date::from_words(text).unwrap().is_undated(), "{text}");
    }
    for (text, edtf) in
        [("before 1950", "../1950"), ("before January 7, 1950", "../1950-01-07"), ("after March 1950", "1950-03/..")]
    {
        let read = Date::from_words(text).unwrap();
        assert_eq!((read.edtf().as_deref(), read.display()), (Some(edtf), Some(text)));
    }
    assert!(Date::from_words("[January 1950]").unwrap().is_inferred());
}

#[test]
fn words_that_may_mean_two_dates_are_refused() {
    for text in [
        "1904-05",
        "1911-12",
        "c. 1904-05",
        "[1904-05]",
        "1921-22",
        "1904/05",
        "1586/7",
        "1586-7",
        "1900s",
        "2000s",
        "07/01/1950",
        "7.1.1950",
        "7 Jan 50",
        "30 February 1950",
        "Sunday, January 7, 1950",
        "1951-50",
        "1950–12",
        "January",
        "7 January",
        "Winter 1947-48",
        "17 John",
        "between 1950 and 1955",
        "January 7 1950 1951",
        "195001",
        "January 1586/7",
        "7 1950 January",
        "spring",
        "1950-51?",
        "before 1950s",
        "before spring",
        "",
        "early 1950s",
        "1st 1950",
        "2st January 1950",
        "cabinet 1950",
        "1950 to",
        "to 1950",
        "20th century",
    ] {
        assert!(Date::from_words(text).is_err(), "{text}: {:?}", Date::from_words(text));
    }
}

#[test]
fn a_text_that_is_no_date_is_answered_with_one() {
    for (text, right) in [
        ("7 January 1950", "write 1950-01-07"),
        ("January 1950", "write 1950-01"),
        ("c. October 1956", "write circa 1956-10"),
        ("[January 7, 1950]", "write [1950-01-07]"),
        ("1890s", "write 189X"),
        ("1950-51", "write 1950/1951"),
        ("19500107", "write 1950-01-07"),
        ("no date", "write undated"),
        ("195x", "write 195X"),
        ("before 1950", "write { edtf: ../1950, display: \"before 1950\" }"),
        (
            "1586/7",
            "write 1586/1587 for two years, or { edtf: 1587, display: \"1586/7\" } for one year of the Old Style",
        ),
        ("1649/50", "write 1649/1650 for two years, or { edtf: 1650, "),
        ("1599/00", "write 1599/1600 for two years"),
        ("14 February 1586/7", "write { edtf: 1587-02-14, display: \"14 February 1586/7\" }"),
        ("1975-13", "write the month as 01 to 12 (1975-03), or the season as 21 (spring) to 24 (winter)"),
        ("circa 1975-13", "write the month as"),
        ("17 John", "write { edtf: …, display: \"17 John\" }"),
        ("Michaelmas 1604", "write { edtf: 1604, display: \"Michaelmas 1604\" }"),
        ("between 1950 and 1955", "write { edtf: 1950, display: "),
    ] {
        let error = text.parse::<Date>().unwrap_err().to_string();
        assert!(error.ends_with(right) || error.contains(right), "{error}");
        assert!(!error.contains("at character"), "{error}");
    }
}
