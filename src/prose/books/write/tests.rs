use super::*;
use crate::document::Publication;
use crate::prose::EN_US;
use crate::prose::books::OtherTitles;
use crate::prose::names::push_plain_name;
use crate::prose::ranges::RangeDigits;
use crate::prose::sentence::plain;

struct Plain;

impl NamesAndDates for Plain {
    fn push_names(&self, s: &mut Sentence<'_>, names: &[Name]) {
        names.iter().for_each(|name| push_plain_name(s, name));
    }

    fn push_date(&self, s: &mut Sentence<'_>, date: &Date) {
        s.data(&date.to_string());
    }
}

fn printed(json: &str, parts: &'static [BookPart]) -> String {
    let book: Publication = serde_json::from_str(json).unwrap();
    let form = BookForm {
        parts,
        leaders: &[BookPeople::Authors, BookPeople::Editors],
        credits: Credits::Abbreviated,
        other_titles: OtherTitles::TranslatedInBrackets,
    };
    plain(&EN_US, |s| push_book(s, &PrintedBook::of(&book), &form, &Plain))
}

#[test]
fn parts_that_are_missing_take_their_punctuation_with_them() {
    const PARTS: &[BookPart] = &[
        BookPart::title(TitleMarks::Quoted),
        BookPart::in_parentheses(&[BookPart::PLACE, BookPart::PUBLISHER.after(BookPunctuation::Colon), BookPart::DATE]),
        BookPart::pages(PagesForm::Labelled(RangeDigits::Mla)),
    ];
    for (json, expected) in [
        (
            r#"{ "title": "T", "place": "P", "publisher": "Q", "date": "1987", "pages": "3-4" }"#,
            "“T” (P: Q, 1987), pp. 3–4",
        ),
        (r#"{ "title": "T", "publisher": "Q", "pages": "3" }"#, "“T” (Q), p. 3"),
        (r#"{ "title": "T", "date": "1987", "pages": "Sp. 3" }"#, "“T” (1987), Sp. 3"),
        (r#"{ "title": "T", "pages": "3" }"#, "“T,” p. 3"),
        (r#"{ "place": "P", "date": "1987" }"#, "P, 1987"),
        (r#"{ "isbn": "978" }"#, ""),
    ] {
        assert_eq!(printed(json, PARTS), expected);
    }
}

#[test]
fn leaders_are_not_repeated() {
    const PARTS: &[BookPart] = &[
        BookPart::LEADER,
        BookPart::title(TitleMarks::Roman),
        BookPart::credit(BookPeople::Authors),
        BookPart::credit(BookPeople::Editors),
        BookPart::credit(BookPeople::Translators),
    ];
    for (json, expected) in [
        (r#"{ "authors": ["A"], "editors": ["E"], "title": "T" }"#, "A, T, ed. E"),
        (r#"{ "editors": ["E"], "title": "T", "translators": ["X"] }"#, "E, ed., T, trans. X"),
        (r#"{ "translators": ["X"], "title": "T" }"#, "T, trans. X"),
    ] {
        assert_eq!(printed(json, PARTS), expected);
    }
}

#[test]
fn a_colon_follows_nothing_but_numbers_places_and_parentheses() {
    const PARTS: &[BookPart] = &[
        BookPart::container(TitleMarks::Roman),
        BookPart::BARE_VOLUME.after(BookPunctuation::Space),
        BookPart::ISSUE,
        BookPart::credit(BookPeople::Translators),
        BookPart::in_parentheses(&[BookPart::DATE]),
        BookPart::NUMBER,
        BookPart::pages(PagesForm::AsTyped).after(BookPunctuation::Colon),
    ];
    for (json, expected) in [
        (
            r#"{ "container": "J", "volume": "4", "issue": "2", "date": "1999", "pages": "12-15" }"#,
            "J 4, no. 2 (1999): 12-15",
        ),
        (r#"{ "container": "J", "volume": "4", "pages": "12" }"#, "J 4: 12"),
        (r#"{ "container": "J", "volume": "4", "translators": ["X"], "pages": "12" }"#, "J 4, trans. X, 12"),
        (r#"{ "container": "J", "volume": "4", "number": "7", "pages": "12" }"#, "J 4, no. 7, 12"),
        (r#"{ "container": "J", "pages": "12" }"#, "J, 12"),
    ] {
        assert_eq!(printed(json, PARTS), expected);
    }
}

#[test]
fn a_bare_volume_joins_bare_pages() {
    const PARTS: &[BookPart] = &[
        BookPart::title(TitleMarks::Roman),
        BookPart::CREDITS,
        BookPart::VOLUME_APART,
        BookPart::in_parentheses(BookPart::IMPRINT),
        BookPart::NUMBER,
        BookPart::pages_in_volume(PagesForm::Range(RangeDigits::Chicago)),
    ];
    for (fields, expected) in [
        (r#""volume": "4", "pages": "243-244""#, "T, ed. E (P), 4:243–44"),
        (r#""volume": "1", "pages": "iv-ix""#, "T, ed. E (P), 1:iv–ix"),
        (r#""volume": "1", "number": "7", "pages": "3""#, "T, ed. E (P), no. 7, 1:3"),
        (r#""volume": "4""#, "T, ed. E, vol. 4 (P)"),
        (r#""volume": "4", "pages": "doc. 5""#, "T, ed. E, vol. 4 (P), doc. 5"),
        (r#""volume": "4", "pages": "line 5""#, "T, ed. E, vol. 4 (P), line 5"),
        (r#""volume": "2, book 1", "pages": "88""#, "T, ed. E, vol. 2, book 1 (P), 88"),
    ] {
        let json = format!(r#"{{ "title": "T", "editors": ["E"], "publisher": "P", {fields} }}"#);
        assert_eq!(printed(&json, PARTS), expected);
    }
}

#[test]
fn the_volume_of_a_set_is_printed_once() {
    const BEFORE: &[BookPart] = &[
        BookPart::container(TitleMarks::Roman),
        BookPart::credit(BookPeople::GeneralEditors),
        BookPart::VOLUME,
        BookPart::title(TitleMarks::Roman),
        BookPart::EDITION,
    ];
    const BEHIND: &[BookPart] = &[
        BookPart::title(TitleMarks::Roman),
        BookPart::set_by_volume(TitleMarks::Roman).after(BookPunctuation::Period),
    ];
    let volume = r#"{ "title": "T", "container": "Set", "volume": "6", "edition": "2" }"#;
    assert_eq!(printed(volume, BEFORE), "Set, vol. 6, T, 2nd ed.");
    assert_eq!(printed(volume, BEHIND), "T. Vol. 6 of Set");
    let edited = r#"{ "title": "T", "container": "Set", "volume": "Bd. 6", "general-editors": ["G"] }"#;
    assert_eq!(printed(edited, BEFORE), "Set, ed. G, Bd. 6, T");
    assert_eq!(printed(r#"{ "title": "T", "container": "Set" }"#, BEHIND), "T. Set");
}
