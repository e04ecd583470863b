use super::*;
use crate::style::Chicago;

fn documents(json: &str) -> Vec<Document> {
    serde_json::from_str(json).unwrap()
}

fn printed(notes: &mut Notes<'_>, items: &[NoteItem<'_>]) -> String {
    notes.note(items).unwrap().to_string()
}

const TITLES: &str = r#"[{ "id": "k", "title": "The Sources of Soviet Conduct", "creators": ["Kennan, George F."] },
    { "id": "r", "title": "Is America Facing World Leadership?", "creators": ["Roosevelt, Eleanor"] }]"#;

#[test]
fn a_following_comma_or_period_goes_into_the_quotation_marks() {
    let (documents, style) = (documents(TITLES), Chicago::EIGHTEENTH.short_note());
    let mut notes = Notes::new(style, &documents).unwrap();
    printed(&mut notes, &[NoteItem::new("k"), NoteItem::new("r")]);
    let mut short = |id, after| printed(&mut notes, &[NoteItem::new(id).with_suffix(after)]);
    assert_eq!(short("k", ", on Korea"), "Kennan, “Sources of Soviet Conduct,” on Korea.");
    assert_eq!(short("k", ". It is short"), "Kennan, “Sources of Soviet Conduct.” It is short.");
    assert_eq!(short("k", ". He says “no.”"), "Kennan, “Sources of Soviet Conduct.” He says “no.”");
    assert_eq!(short("k", " (Korea)"), "Kennan, “Sources of Soviet Conduct” (Korea).");
    // RULES 0.6
    assert_eq!(short("r", ", on Korea"), "Roosevelt, “Is America Facing World Leadership?,” on Korea.");
    assert_eq!(short("r", "."), "Roosevelt, “Is America Facing World Leadership?”");
}

#[cfg(feature = "csl")]
#[test]
fn csl_styles_do_so_by_their_option() {
    let documents = documents(TITLES);
    for (name, alone, joined, comma) in [
        ("csl:chicago-notes", "Conduct.”", "Conduct”; ", "Conduct,” on it."),
        ("csl:modern-humanities-research-association-notes", "Conduct’.", "Conduct’; ", "Conduct’, on it."),
    ] {
        let style = crate::style::named(name).unwrap();
        let mut notes = Notes::new(style, &documents).unwrap();
        let both = [NoteItem::new("k"), NoteItem::new("r")];
        printed(&mut notes, &both);
        let text = printed(&mut notes, &[NoteItem::new("k")]);
        assert!(text.ends_with(alone), "{name}: {text}");
        let text = printed(&mut notes, &both);
        assert!(text.contains(joined), "{name}: {text}");
        let text = printed(&mut notes, &[NoteItem::new("k").with_suffix(", on it")]);
        assert!(text.ends_with(comma), "{name}: {text}");
    }
}

#[test]
fn a_short_name_that_two_repositories_have_is_that_of_the_first() {
    let lies = |id: &str, date: &str, place: &str| {
        format!(
            r#"{{ "id": "{id}", "kind": "letter", "creators": ["A"], "recipients": ["B"], "date": "{date}",
                "holdings": [{{ "repository": {{ "name": "National Archives", "abbreviation": "NA", "place": "{place}" }} }}] }}"#
        )
    };
    let all = [
        lies("a", "1950", "London"),
        lies("b", "1951", "Washington"),
        lies("c", "1952", "London"),
        lies("d", "1953", "Washington"),
    ];
    let documents = documents(&format!("[{}]", all.join(",")));
    let style = Chicago::EIGHTEENTH.note();
    let mut notes = Notes::new(style, &documents).unwrap();
    let note = |id| printed(&mut notes, &[NoteItem::new(id)]);
    assert_eq!(
        ["a", "b", "c", "d"].map(note),
        [
            "A to B, 1950, National Archives, London (hereafter NA).",
            "A to B, 1951, National Archives, Washington.",
            "A to B, 1952, NA.",
            "A to B, 1953, National Archives, Washington.",
        ]
    );
    assert_eq!(notes.abbreviations().len(), 1);
}

#[test]
fn a_record_with_only_the_short_name_has_the_same_repository() {
    let documents = documents(
        r#"[{ "id": "a", "title": "A", "holdings": [{ "repository": { "name": "Archive of the President", "abbreviation": "APRF" } }] },
            { "id": "b", "title": "B", "holdings": [{ "repository": "APRF" }] }]"#,
    );
    let style = Chicago::EIGHTEENTH.note();
    let mut notes = Notes::new(style, &documents).unwrap();
    assert_eq!(printed(&mut notes, &[NoteItem::new("a")]), "“A,” Archive of the President (hereafter APRF).");
    assert_eq!(printed(&mut notes, &[NoteItem::new("b")]), "“B,” APRF.");
}

#[test]
fn a_failed_note_changes_nothing() {
    let (documents, style) = (documents(TITLES), Chicago::EIGHTEENTH.note());
    let mut notes = Notes::new(style, &documents).unwrap();
    assert!(notes.note(&[NoteItem::new("k"), NoteItem::new("x")]).is_err());
    assert_eq!(printed(&mut notes, &[NoteItem::new("k")]), "George F. Kennan, “The Sources of Soviet Conduct.”");
}

#[test]
fn ibid_prints_a_place_as_a_citation_does() {
    let (documents, style) = (documents(TITLES), Chicago::SEVENTEENTH.note());
    let mut notes = Notes::new(style, &documents).unwrap().with_ibid();
    printed(&mut notes, &[NoteItem::new("k")]);
    let mut again = |item: NoteItem<'_>| printed(&mut notes, &[item]);
    assert_eq!(again(NoteItem::new("k").with_locator("pp. 3-4")), "Ibid., pp. 3–4.");
    assert_eq!(again(NoteItem::new("k").with_prefix("See ")), "See ibid.");
    assert_eq!(
        again(NoteItem::new("k").with_locator("pp. 3-4").with_suffix(", on Korea")),
        "Ibid., pp. 3–4, on Korea."
    );
    // B27: the previous note continues with other words.
    assert_eq!(again(NoteItem::new("k")), "Kennan, “Sources of Soviet Conduct.”");
}

#[test]
fn a_description_is_capitalized_where_it_opens_a_sentence() {
    let documents = documents(
        r#"[{ "id": "m", "kind": "conversation", "title": { "text": "memorandum of conversation", "form": "supplied" },
              "date": "1949-02-02" },
            { "id": "t", "kind": "telegram", "recipients": ["Stalin"], "date": "1950" }]"#,
    );
    let style = Chicago::EIGHTEENTH.short_note();
    let mut notes = Notes::new(style, &documents).unwrap();
    let (m, t) = (NoteItem::new("m"), NoteItem::new("t"));
    printed(&mut notes, &[m, t]);
    let mut short = |items: &[NoteItem<'_>]| printed(&mut notes, items);
    // B24
    assert_eq!(short(&[m]), "Memorandum of conversation.");
    assert_eq!(short(&[m, t]), "Memorandum of conversation; telegram to Stalin, 1950.");
    assert_eq!(short(&[t, m]), "Telegram to Stalin, 1950; memorandum of conversation.");
    assert_eq!(short(&[m.with_prefix("See ")]), "See memorandum of conversation.");
    assert_eq!(short(&[m.with_prefix("He said “no.” ")]), "He said “no.” Memorandum of conversation.");
}

#[test]
fn a_short_name_that_explains_itself_is_not_introduced() {
    let letter = |id: &str, day: u8, title: &str, short: &str| {
        format!(
            r#"{{ "id": "{id}", "kind": "letter", "creators": ["Baker"], "recipients": ["House"], "date": "1919-11-0{day}",
                "holdings": [{{ "path": [{{ "level": "collection", "title": "{title}", "short": "{short}" }}] }}] }}"#
        )
    };
    let all = [
        letter("a", 1, "Edward M. House Papers", "House Papers"),
        letter("b", 2, "Edward M. House Papers", "House Papers"),
        letter("c", 3, "Manuscripts of the Earl of Egmont", "Egmont MSS"),
    ];
    let documents = documents(&format!("[{}]", all.join(",")));
    let style = Chicago::EIGHTEENTH.note();
    let mut notes = Notes::new(style, &documents).unwrap();
    let note = |id| printed(&mut notes, &[NoteItem::new(id)]);
    assert_eq!(
        ["a", "a", "b", "c", "c"].map(note),
        [
            "Baker to House, November 1, 1919, Edward M. House Papers.",
            "Baker to House, November 1, 1919, House Papers.",
            "Baker to House, November 2, 1919, House Papers.",
            "Baker to House, November 3, 1919, Manuscripts of the Earl of Egmont (hereafter cited as Egmont MSS).",
            "Baker to House, November 3, 1919, Egmont MSS.",
        ]
    );
    assert_eq!(notes.abbreviations().len(), 1);
}
