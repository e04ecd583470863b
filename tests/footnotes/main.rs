//! `examples/footnotes`: every citation gets its note, and every other byte of the text stays the same.
#![cfg(all(feature = "csl", feature = "yaml"))]

mod pandoc;
mod untouched;

use std::collections::HashSet;
use std::path::PathBuf;
use std::process::{Command, Output};

use pulldown_cmark::{Event, Options, Parser, Tag};

const RECORDS: &str = r#"
- { id: a, title: "A *bold* <b>Title</b> [^1] of Many Words", creators: ["Doe, Jane"], date: 1950, kind: report }
- { id: b, kind: letter, creators: ["Roe, *Richard*"], recipients: ["<script>alert(1)</script>"], date: 1951 }
- { id: c, title: Sources of Conduct, creators: ["Kay, Ann"], date: 1952, kind: report }
- { id: stalin-mao-1950, kind: telegram, creators: [Stalin], recipients: [Mao], date: 1950-10-01 }
"#;

fn footnotes(arguments: &[&str]) -> Output {
    let mut path = std::env::current_exe().unwrap();
    path.pop();
    path.pop();
    Command::new(path.join("examples/footnotes")).args(arguments).output().unwrap()
}

fn file(name: &str, text: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("footnotes");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

/// Runs the example on a chapter of its own.
fn run(name: &str, arguments: &[&str], chapter: &str) -> Output {
    let (chapter, records) = (file(&format!("{name}.md"), chapter), file(&format!("{name}.yaml"), RECORDS));
    footnotes(&[arguments, &[chapter.to_str().unwrap(), records.to_str().unwrap()]].concat())
}

fn out(output: &Output) -> String {
    assert!(output.status.success(), "{}", err(output));
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The labels of the notes that a Markdown parser finds: the references, and the definitions.
fn labels(markdown: &str) -> (Vec<String>, HashSet<String>) {
    let (mut references, mut definitions) = (Vec::new(), HashSet::new());
    for event in Parser::new_ext(markdown, Options::ENABLE_FOOTNOTES | Options::ENABLE_TABLES) {
        match event {
            Event::FootnoteReference(label) => references.push(label.to_string()),
            Event::Start(Tag::FootnoteDefinition(label)) => assert!(definitions.insert(label.to_string()), "{label}"),
            _ => {}
        }
    }
    (references, definitions)
}

/// The text and its notes, without the parts after them.
fn text_and_notes(name: &str, chapter: &str) -> String {
    let page = out(&run(name, &[], chapter));
    page.split("\n## Abbreviations").next().unwrap().split("\n## Bibliography").next().unwrap().to_owned()
}

/// Every element is closed in order, every attribute is quoted and unique, and all other markup is escaped.
fn assert_well_formed(page: &str) {
    for reference in page.split('&').skip(1) {
        assert!(["amp;", "lt;", "gt;", "quot;", "#"].iter().any(|known| reference.starts_with(known)), "{reference}");
    }
    let mut open = Vec::new();
    let mut rest = page.strip_prefix("<!DOCTYPE html>").unwrap();
    while let Some((words, markup)) = rest.split_once('<') {
        assert!(!words.contains('>'), "{words}");
        let (tag, behind) = markup.split_once('>').unwrap();
        rest = behind;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{tag}");
            continue;
        }
        let (unquoted, quoted): (Vec<_>, Vec<_>) = tag.split('"').enumerate().partition(|(at, _)| at % 2 == 0);
        assert_eq!(unquoted.len(), quoted.len() + 1, "{tag}");
        let unquoted: String = unquoted.into_iter().map(|(_, piece)| piece).collect();
        let mut words = unquoted.trim_end_matches(" /").split(' ');
        let name = words.next().unwrap();
        let attributes: Vec<_> = words.map(|word| word.strip_suffix('=').unwrap()).collect();
        let named = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        assert!(attributes.iter().all(|attribute| named(attribute)) && named(name), "{tag}");
        assert_eq!(attributes.iter().collect::<HashSet<_>>().len(), attributes.len(), "{tag}");
        if !["meta", "br", "hr"].contains(&name) {
            open.push(&tag[..name.len()]);
        }
    }
    assert_eq!(open, [""; 0]);
    assert!(!rest.contains('>'), "{rest}");
}

#[test]
fn the_bundled_chapter_has_its_notes_in_order() {
    let page = out(&footnotes(&[]));
    let (references, definitions) = labels(&page);
    assert!(references.len() >= 40, "{}", references.len());
    let in_order: Vec<String> = (1..=references.len()).map(|number| number.to_string()).collect();
    assert_eq!(references, in_order);
    assert_eq!(definitions, references.into_iter().collect());
    for says in [
        "Moscow (hereafter APRF).\n",
        "Athens (hereafter cited as Egmont MSS).\n",
        ": Oglethorpe to the Trustees, January 13, 1733, Egmont MSS.\n",
        "- APRF: Archive of the President of the Russian Federation, Moscow\n",
        "World Leadership?,” on which more in the next chapter.\n",
        ": Compare Filippov",
        "An account of one day, such as Henry Cabot Lodge, “Train",
    ] {
        assert!(page.contains(says), "{says}");
    }
    let notes = page.split("\n## Bibliography").next().unwrap();
    for never in ["..", ". ;", ".;", ",,", " ,", " .\n", "@", "  \n"] {
        let found = notes.lines().filter(|line| line.starts_with("[^")).find(|line| line.contains(never));
        assert_eq!(found, None, "{never}");
    }
}

#[test]
fn the_page_of_html_leads_from_each_mark_to_its_note_and_back() {
    let page = out(&footnotes(&["--html", "--lang", "en-\"GB"]));
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en-&quot;GB\">\n<head>\n<meta charset=\"utf-8\">"));
    assert!(page.contains("<title>What the Papers Say of Themselves</title>"));
    let count = |words: &str| page.matches(words).count();
    let notes = count("role=\"doc-noteref\"");
    assert!(notes >= 40 && notes == count("<li id=\"fn-") && notes == count("role=\"doc-backlink\""), "{notes}");
    for number in 1..=notes {
        for once in ["id=\"fn-{}\"", "id=\"fnref-{}\"", "href=\"#fn-{}\"", "href=\"#fnref-{}\""] {
            let words = once.replace("{}", &number.to_string());
            assert_eq!(count(&words), 1, "{words}");
        }
    }
    assert_well_formed(&page);
}

#[test]
fn what_is_no_citation_stays_as_it_is() {
    let untouched = "---\ntitle: \"[@a]\"\n---\n\n`[@a]`, [@a](http://x.org), ![\\@a](y.png), me@example.org, [me@example.org], \\[\\@a], \
                     [\\@a], \\@{a}, \\@word, <b title=\"[@a]\">b</b>, <!-- @a -->, $x@a$, [@a][ref], [unclosed \\@a.\n\n    [@a]\n\n```\n[@a]\n```\n\n<div title=\"@a\">\n<code>[@a]</code>\n</div>\n\n\
                     | [\\@a, b | c] |\n|---|---|\n\n(@good) Example\n\nAs @good says. @ a, @, [@], user@\n\n[ref]: http://x.org/@a\n";
    assert_eq!(text_and_notes("untouched", untouched), format!("{}\n", untouched.trim_end()));
    let text = text_and_notes("touched", &format!("{untouched}\nWord [@b].\n"));
    assert!(text.starts_with(&format!("{untouched}\nWord.[^1]\n\n[^1]: ")), "{text}");
}

#[test]
fn the_mark_of_a_note_is_where_printers_set_it() {
    for (text, marked) in [
        ("Word.[@c] On", "Word.[^1] On"),
        ("Word [@c]. On", "Word.[^1] On"),
        ("Word [@c], on", "Word,[^1] on"),
        ("“Word.” [@c] On", "“Word.”[^1] On"),
        ("“Word” [@c].", "“Word”[^1]."),
        ("Word\n[@c].", "Word.[^1]"),
        ("> Word\n> [see\n> @c].", "> Word\n> [^1]."),
        ("[@c]", "[^1]"),
        ("*Word [@c].* On", "*Word.[^1]* On"),
        // Without the escape, these would be notes.
        ("[@c]: word, word", "[^1]\\: word, word"),
        ("Word[^1] [@c]", "Word\\[^1][^1]"),
    ] {
        let page = text_and_notes("marks", text);
        assert_eq!(page.split("\n\n[^1]:").next(), Some(marked), "{page}");
        assert_eq!(labels(&page).0.len(), 1, "{page}");
    }
}

#[test]
fn words_places_and_documents_of_a_note() {
    for (citation, note) in [
        ("[@c]", "Kay, “Sources of Conduct.”"),
        ("[see also @c, p. 3]", "See also Kay, “Sources of Conduct,” p. 3."),
        (
            "[see *also* @c, pp. 3, 5-7, and elsewhere]",
            "See *also* Kay, “Sources of Conduct,” pp. 3, 5–7, and elsewhere.",
        ),
        ("[@c, on Korea]", "Kay, “Sources of Conduct,” on Korea."),
        ("[@c fol. 3v, l. 2, on Korea]", "Kay, “Sources of Conduct,” fol. 3v, l. 2, on Korea."),
        ("[@c, xii]", "Kay, “Sources of Conduct,” xii."),
        ("[@c, pp. xii-xiv]", "Kay, “Sources of Conduct,” pp. xii–xiv."),
        ("[@c, ll. 5 ob.]", "Kay, “Sources of Conduct,” ll. 5 ob."),
        ("[@c, 12 and 14]", "Kay, “Sources of Conduct,” 12 and 14."),
        ("[@c, {the verso}, in pencil]", "Kay, “Sources of Conduct,” the verso, in pencil."),
        ("[@{c}; the copy has no date]", "Kay, “Sources of Conduct”; the copy has no date."),
        ("[@c;see @c [sic], 4]", "Kay, “Sources of Conduct”; see Kay, “Sources of Conduct” [sic], 4."),
        ("[-@c, p. 3 (on “Korea”)]", "“Sources of Conduct,” p. 3 (on “Korea”)."),
        ("[see -@c]", "See “Sources of Conduct.”"),
        ("[-@stalin-mao-1950, l. 3]", "Stalin to Mao, telegram, October 1, 1950, l. 3."),
        ("[@c, d. 335, l. 1]", "Kay, “Sources of Conduct,” d. 335, l. 1."),
        ("[@c, {the verso, ll. 3--5}]", "Kay, “Sources of Conduct,” the verso, ll. 3–5."),
        ("[@c, {verso---blank}, in pencil]", "Kay, “Sources of Conduct,” verso—blank, in pencil."),
        ("[@c{pp. 3-5}]", "Kay, “Sources of Conduct,” pp. 3–5."),
        ("[@c, {}99 years]", "Kay, “Sources of Conduct,” 99 years."),
        ("[@c [sic]]", "Kay, “Sources of Conduct” [sic]."),
        ("[cf. @c]", "Cf. Kay, “Sources of Conduct.”"),
        ("[@c\n]", "Kay, “Sources of Conduct.”"),
        ("[@stalin-mao-1950, 3]", "Stalin to Mao, telegram, October 1, 1950, 3."),
    ] {
        let page = text_and_notes("words", &format!("A.[@c; @stalin-mao-1950] B.{citation}\n"));
        assert_eq!(page.split("\n[^2]: ").nth(1).map(str::trim_end), Some(note), "{citation}");
    }
}

/// Dashes as pandoc types them, and a description within a note (B24).
#[test]
fn typed_dashes_and_small_descriptions() {
    let records = file(
        "typed.yaml",
        "- { id: oh, kind: interview, creators: [\"Amory, Robert\"], interviewers: [\"O'Connor, Joseph\"], date: 1966 }\n\
         - { id: memcon, kind: conversation, title: { text: memorandum of conversation, form: supplied }, date: 1949-02-02 }\n",
    );
    let chapter = file("typed.md", "A.[@oh, 7--9] B.[see @memcon]\n");
    let page = out(&footnotes(&[chapter.to_str().unwrap(), records.to_str().unwrap()]));
    assert!(page.contains("[^1]: Robert Amory, interview by Joseph O’Connor, 1966, 7–9."), "{page}");
    assert!(page.contains("[^2]: See memorandum of conversation, February 2, 1949."), "{page}");
}

/// pandoc's citations without brackets: the sentence names the author, the note does not.
#[test]
fn a_key_in_a_sentence_names_who_leads() {
    for (text, marked, first) in [
        ("As @c says.", "As Ann Kay[^1] says.", "“Sources of Conduct,” report, 1952."),
        ("As @c [p. 3] says.", "As Ann Kay[^1] says.", "“Sources of Conduct,” report, 1952, p. 3."),
        ("@c's book", "Ann Kay's[^1] book", "“Sources of Conduct,” report, 1952."),
        ("So @c, who", "So Ann Kay,[^1] who", "“Sources of Conduct,” report, 1952."),
        ("“So @c.” Yes", "“So Ann Kay.”[^1] Yes", "“Sources of Conduct,” report, 1952."),
        ("*So @c* says", "*So Ann Kay[^1]* says", "“Sources of Conduct,” report, 1952."),
        ("So @{c}…", "So Ann Kay[^1]…", "“Sources of Conduct,” report, 1952."),
        ("@c\n[on Korea]", "Ann Kay[^1]", "“Sources of Conduct,” report, 1952, on Korea."),
        (
            "@c [p. 3; see @b]",
            "Ann Kay[^1]",
            "“Sources of Conduct,” report, 1952, p. 3; see \\*Richard\\* Roe to \\<script>alert(1)\\</script>, 1951.",
        ),
        ("@stalin-mao-1950 is short", "Stalin to Mao[^1] is short", "Stalin to Mao, telegram, October 1, 1950."),
        ("Mark -@c here", "Mark[^1] here", "“Sources of Conduct,” report, 1952."),
    ] {
        let page = text_and_notes("named", text);
        let (words, note) = page.split_once("\n\n[^1]: ").unwrap();
        assert_eq!((words, note.trim_end()), (marked, first), "{text}");
    }
    let page = text_and_notes("named", "@c, then @c; [@c, 3].\n");
    assert!(page.starts_with("Ann Kay,[^1] then Kay;[^2][^3].\n"), "{page}");
    assert!(page.contains("\n[^2]: “Sources of Conduct.”\n\n[^3]: Kay, “Sources of Conduct,” 3.\n"), "{page}");
    // An author that a note has named is known.
    assert!(text_and_notes("named", "A.[@c] As @c says.\n").starts_with("A.[^1] As Kay[^2] says.\n"));
    let page = out(&run(
        "named-date",
        &["--style", "chicago-author-date"],
        "As @c says, @c [3; @a] and [-@c]; @c's. @stalin-mao-1950.\n",
    ));
    assert!(
        page.starts_with(
            "As Kay (1952) says, Kay (1952, 3; Doe 1950) and (1952); Kay's (1952). Stalin to Mao (1950).\n"
        ),
        "{page}"
    );
    let page = out(&run("named-mla", &["--style", "mla"], "As @c says, @c [3] and [-@c, 3].\n"));
    assert!(page.starts_with("As Ann Kay says, Kay (3) and (3).\n"), "{page}");
}

#[test]
fn inline_notes_become_notes_of_markdown() {
    let page = text_and_notes(
        "inline",
        "A.^[Text @c, 3.] B ^[Plain *words*.], C.^[See [@c, 4; @b] (and [-@c]).]\n\n> D^[On\n> two lines\n> [@c,\n> 5].]\n",
    );
    assert_eq!(
        page,
        "A.[^1] B,[^2] C.[^3]\n\n> D[^4]\n\n[^1]: Text Ann Kay, “Sources of Conduct,” report, 1952, 3.\n\n\
         [^2]: Plain *words*.\n\n[^3]: See Kay, “Sources of Conduct,” 4; \\*Richard\\* Roe to \
         \\<script>alert(1)\\</script>, 1951 (and “Sources of Conduct”).\n\n\
         [^4]: On two lines Kay, “Sources of Conduct,” 5.\n"
    );
    let page = out(&run("inline-mla", &["--style", "mla"], "A.^[See @c.] B[^1]\n\n[^1]: Own.\n"));
    assert!(page.starts_with("A.[^2] B[^1]\n\n[^2]: See Ann Kay.\n\n[^1]: Own.\n"), "{page}");
}

#[test]
fn what_is_no_citation_that_can_be_read_is_an_error() {
    for (text, error) in [
        ("A\n\nB [see @c and\n", ":3: the bracket before @c is not closed in its paragraph"),
        ("*[@c* b]\n", ":1: the bracket before @c is not closed"),
        ("A.^[note @c\n", ":1: the bracket before @c is not closed"),
        ("A @{c\n", ":1: @{ begins a key that is not closed"),
        ("A [@c @a]\n", ":1: @c and @a need a semicolon or words between them"),
        ("A @word\n", ":1: no document has the id \"word\"; write \\@word to keep it as text"),
        ("A [^x].\n\n[^x]: One.^[Two.]\n", ":3: a note within a note"),
    ] {
        let output = run("unread", &[], text);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{text}");
        assert!(err(&output).contains(error), "{text}: {}", err(&output));
    }
}

#[test]
fn a_key_may_come_from_a_library() {
    let library = file(
        "library.json",
        r#"[{ "id": "gaddis", "type": "book", "title": "We <i>Now</i> Know", "edition": "2", "publisher": "Clarendon Press", "publisher-place": "Oxford",
              "author": [{ "family": "Gaddis", "given": "John Lewis" }], "issued": { "date-parts": [[1997]] } },
            { "id": 7, "citation-key": "shen", "type": "article-journal", "title": "On Korea", "container-title": "Journal of Cold War Studies",
              "volume": 2, "issue": 2, "page": "44-68", "author": [{ "family": "Shen", "given": "Zhihua" }], "DOI": "10.1162/15203970051032318",
              "issued": { "date-parts": [["2000", 4]], "season": "2" } },
            { "id": "weiner", "type": "article-newspaper", "title": "Kennan Dies", "container-title": "New York Times", "volume": "1",
              "author": [{ "family": "Weiner", "given": "Tim" }], "issued": { "date-parts": [[2005, 3, 18]] } },
            { "id": "case", "type": "legal_case", "title": "Doe v. Roe" }, { "id": "bad", "type": "book", "issued": {} }]"#,
    );
    let records = file("library.yaml", RECORDS);
    let run = |text: &str| {
        let chapter = file("library.md", text);
        footnotes(&[&chapter, &records, &library].map(|path| path.to_str().unwrap()))
    };
    let page = out(&run("A.[@gaddis, 3; @shen] B.[@weiner] C.[@c]\n"));
    for words in [
        "John Lewis Gaddis, *We Now Know*",
        "2nd ed.",
        "Clarendon Press, 1997",
        "Zhihua Shen, “On Korea,”",
        "*Journal of Cold War Studies* 2, no. 2",
        "Tim Weiner, “Kennan Dies,” *New York Times*, March 18, 2005.",
        "Ann Kay",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    for (text, error) in [
        (
            "A.[@case]\n",
            "library.json: case: line 8: type: \"legal_case\": in kind, guessed: the record format has no kind",
        ),
        ("A.[@bad]\n", "library.json: bad: bad: "),
    ] {
        let output = run(text);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{text}");
        assert!(err(&output).contains(error), "{}", err(&output));
    }
}

#[test]
fn the_bibliography_may_be_of_collections() {
    let papers =
        "holdings: [{ repository: { name: The National Archives, place: Kew }, reference: FO 371/1, class: FO 371 }]";
    let records = file(
        "mode.yaml",
        &format!(
            "- {{ id: a, kind: minute, creators: [A], date: 1950, {papers} }}\n- {{ id: b, kind: minute, creators: [B], date: 1951, {papers} }}\n"
        ),
    );
    let chapter = file("mode.md", "A.[@a; @b]\n");
    let list = |arguments: &[&str]| {
        let page = out(&footnotes(&[arguments, &[chapter.to_str().unwrap(), records.to_str().unwrap()]].concat()));
        page.split_once("\n## Bibliography\n\n").unwrap().1.to_owned()
    };
    assert_eq!(list(&["--mode", "auto"]), "FO 371. The National Archives, Kew.\n");
    assert!(list(&["--by-archive"]).starts_with("### The National Archives, Kew\n\n#### FO 371\n\nA. Minute. 1950."));
}

/// A style without means of disambiguation misleads without a warning.
#[test]
fn later_notes_that_read_the_same_are_reported() {
    let records = file(
        "alike.yaml",
        "- { id: a, kind: minute, creators: [\"Strang, William\"], date: 1950-01-05, holdings: [{ repository: TNA, reference: FO 371/83313 }] }\n\
         - { id: b, kind: minute, creators: [\"Strang, William\"], date: 1950-01-05, holdings: [{ repository: TNA, reference: FO 371/83314 }] }\n",
    );
    let chapter = file("alike.md", "A.[@a] B.[@b] C.[@a]\n");
    let output = footnotes(&[
        "--style",
        "csl:modern-humanities-research-association-notes",
        chapter.to_str().unwrap(),
        records.to_str().unwrap(),
    ]);
    assert!(output.status.success());
    assert!(err(&output).contains("later notes read the same for a, b"), "{}", err(&output));
    let output = footnotes(&[chapter.to_str().unwrap(), records.to_str().unwrap()]);
    assert_eq!(err(&output), "");
}

/// B27, also where pandoc makes the note between two of ours.
#[test]
fn no_ibid_after_a_note_with_more() {
    for (text, notes) in [
        ("A.[@c] B.[@c, 3]", "Ibid., 3."),
        ("A.[@c] B.^[Own words.] C.[@c, 3]", "Kay, “Sources of Conduct,” 3."),
        ("A.^[@c, and *Book*, 7.] B.[@c, 3]", "Kay, “Sources of Conduct,” 3."),
        ("A.^[See @c. And @b.] B.[@c, 3]", "Kay, “Sources of Conduct,” 3."),
        ("A.[^x] B.[@c, 3]\n\n[^x]: @c.\n\n    More.", "Kay, “Sources of Conduct,” 3."),
        ("A.[@c] B.^[So it is. @c, 3.]", "So it is. Ibid., 3."),
        ("A.[@c] B.[@other] C.[@c, 3]", "Kay, “Sources of Conduct,” 3."),
    ] {
        let page = out(&run("ibid", &["--ibid", "--leave-unknown"], text));
        let notes_end = page.split("\n## ").next().unwrap();
        assert!(notes_end.trim_end().ends_with(notes), "{text}: {page}");
    }
}

#[test]
fn unknown_keys_may_be_left_to_pandoc() {
    let page = out(&run(
        "left",
        &["--leave-unknown"],
        "A.[@smith, 3] As @smith says.[see @c, 3; see also @smith, 4, on it; @{s 2}]^[See @smith.]\n",
    ));
    assert!(page.starts_with("A.[@smith, 3] As @smith says.[^1][^2]\n"), "{page}");
    assert!(
        page.contains(
            "[^1]: See Ann Kay, “Sources of Conduct,” report, 1952, 3; see also @smith [4, on it]; @{s 2}.\n"
        ),
        "{page}"
    );
    assert!(page.contains("[^2]: See @smith.\n"), "{page}");
}

#[test]
fn the_head_names_the_page() {
    let chapter = "\u{feff}---\r\ntitle: The \"Long\" Telegram\r\nauthor: [Jane Doe]\r\nlang: en-GB\r\nnocite: '@b'\r\n---\r\n\r\nIt's \"so\"--[@c].\r\n";
    let page = out(&run("head", &["--html"], chapter));
    for part in [
        "<html lang=\"en-GB\">",
        "<title>The “Long” Telegram</title>",
        "<h1>The “Long” Telegram</h1>",
        "<p>Jane Doe</p>",
        "It’s “so”–<sup>",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let page = out(&run("head", &[], chapter));
    assert!(page.starts_with("\u{feff}---\r\ntitle: The \"Long\" Telegram\r\n"), "{page}");
    assert!(page.contains("It's \"so\"--[^1].\r\n\r\n[^1]: Ann Kay") && page.contains("Roe"), "{page}");
    assert!(!page.replace("\r\n", "").contains('\n'), "{page}");
}

#[test]
fn a_note_of_one_s_own_is_numbered_with_the_others_and_keeps_its_words() {
    let chapter = "A[^Own] and.[@c] Again.[^own]\n\n[^own]: **First** [@c, 3], then [see @c].\n\n    `[@c]` and [@c]\n\n[^x]: Alone.\n\nB.\n";
    let page = text_and_notes("own", chapter);
    assert_eq!(
        page,
        "A[^1] and.[^2] Again.[^1]\n\nB.\n\n\
         [^1]: **First** Ann Kay, “Sources of Conduct,” report, 1952, 3, then see Kay, “Sources of Conduct.”\n\n    \
         `[@c]` and Kay, “Sources of Conduct.”\n\n[^2]: Kay, “Sources of Conduct.”\n\n[^3]: Alone.\n"
    );
}

#[test]
fn a_style_without_notes_cites_in_the_text() {
    let chapter = "A.[@c, p. 3] B [see @c, 3; @a].[^x] [@c] is it.\n\n[^x]: Own [@c].\n";
    let page = out(&run("in-text", &["--style", "mla"], chapter));
    assert!(
        page.starts_with(
            "A (Kay 3). B (see Kay 3; Doe).[^x] (Kay) is it.\n\n[^x]: Own (Kay).\n\n## Works Cited\n\nDoe, Jane. "
        ),
        "{page}"
    );
    let output = run("numbers", &["--style", "csl:ieee"], chapter);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{}", err(&output));
}

#[test]
fn nothing_is_forged_by_a_title() {
    let chapter = "A.[@a; @b] B.[@b; @a]\n";
    let page = out(&run("hostile", &[], chapter));
    let (references, definitions) = labels(&page);
    assert_eq!((references.len(), definitions.len()), (2, 2));
    let raw = Parser::new_ext(&page, Options::ENABLE_FOOTNOTES).filter(|event| {
        matches!(event, Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::Emphasis | Tag::Strong))
    });
    assert_eq!(raw.count(), 0, "{page}");
    for style in ["chicago-note", "mla"] {
        let page = out(&run("hostile", &["--html", "--by-archive", "--style", style], chapter));
        assert!(!page.contains("<script") && !page.contains("<b>") && !page.contains("<em>"), "{page}");
        assert!(page.contains("&lt;b&gt;Title&lt;/b&gt;"), "{page}");
    }
}

#[test]
fn every_missing_document_is_reported_and_nothing_is_written() {
    let chapter = "# Title\n\nA.[@c; @stalin-mao-1951]\n\n> quoted\n> [see\n> @zzzzzzzz]\n\n[^x]: Own [@cc].\n";
    let output = run("unknown", &[], chapter);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    let messages = err(&output);
    let lines: Vec<&str> = messages.lines().map(|line| line.split_once("unknown.md").unwrap().1).collect();
    assert_eq!(
        lines,
        [
            ":3: no document has the id \"stalin-mao-1951\", did you mean \"stalin-mao-1950\"? Or write \\@stalin-mao-1951 to keep it as text",
            ":7: no document has the id \"zzzzzzzz\"; write \\@zzzzzzzz to keep it as text",
            ":9: no document has the id \"cc\", did you mean \"c\"? Or write \\@cc to keep it as text",
        ]
    );
}

#[test]
fn refused_records_and_files_that_cannot_be_read() {
    let chapter = file("plain.md", "A.[@c]\n");
    let faulty = file("faulty.yaml", &format!("{RECORDS}- {{ id: d, titel: D }}\n"));
    let output = footnotes(&[chapter.to_str().unwrap(), faulty.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        err(&output).contains("faulty.yaml:6: d: unknown key \"titel\", did you mean \"title\"?"),
        "{}",
        err(&output)
    );
    assert!(String::from_utf8_lossy(&output.stdout).contains("[^1]: Ann Kay"));
    for arguments in [
        vec!["no-such.md", "records.yaml"],
        vec![chapter.to_str().unwrap(), "no-such.yaml"],
        vec!["--style", "bibtex"],
        vec!["--style", "chicago-notes"],
        vec![chapter.to_str().unwrap(), faulty.to_str().unwrap(), faulty.to_str().unwrap()],
    ] {
        let output = footnotes(&arguments);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{arguments:?}: {}", err(&output));
    }
}

#[test]
fn a_citation_in_a_block_of_html_is_an_error() {
    let refused = run("raw", &[], "Text.\n\n<div>\nSee [@a].\n</div>\n");
    assert!(err(&refused).contains("raw.md:4: a citation in a block of HTML is not read"), "{}", err(&refused));
    assert!(refused.stdout.is_empty());
    let comment = run("raw-comment", &[], "<!-- [@a] --> Behind [@a].\n");
    assert!(err(&comment).contains("raw-comment.md:1:"), "{}", err(&comment));
    let kept = "<!-- [@a] -->\n\n<p title=\"@a\">x@b.org <code>@a</code> &#64;a</p>\n";
    assert_eq!(out(&run("raw-kept", &[], kept)), kept);
    let read = out(&run("raw-read", &[], "<div>\n\nSee [@a].\n\n</div>\n"));
    assert!(read.starts_with("<div>\n\nSee.[^1]\n\n</div>\n"), "{read}");
}

#[test]
fn the_note_of_a_caption_is_after_the_image_of_a_page() {
    let page = out(&run("caption", &["--html"], "![The map [@a, 3]](map.png)\n"));
    let image = "<img src=\"map.png\" alt=\"The map\" /><sup><a id=\"fnref-1\"";
    assert!(page.contains(image), "{page}");
}
