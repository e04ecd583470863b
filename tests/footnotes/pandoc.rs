//! A comparison with pandoc, if it is installed: as many notes after the same words, and a Word file with them.

use std::io::Write;
use std::process::{Command, Stdio};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;

use super::{file, footnotes, out};

const RECORDS: &str = r#"
- { id: gaddis, kind: report, title: We Now Know, creators: ["Gaddis, John Lewis"], date: 1997 }
- { id: kennan, kind: report, title: On Conduct, creators: ["Kennan, George F."], date: 1947 }
- { id: shen, kind: report, title: On Korea, creators: ["Shen, Zhihua"], date: 2000 }
"#;

const LIBRARY: &str = r#"[
  { "id": "gaddis", "type": "report", "title": "We Now Know", "author": [{ "family": "Gaddis", "given": "John Lewis" }] },
  { "id": "kennan", "type": "report", "title": "On Conduct", "author": [{ "family": "Kennan", "given": "George F." }] },
  { "id": "shen", "type": "report", "title": "On Korea", "author": [{ "family": "Shen", "given": "Zhihua" }] }
]"#;

/// A style of notes for pandoc.
const STYLE: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="en-US">
  <info><title>Notes</title><id>notes</id><updated>2026-11-01T00:00:00+00:00</updated></info>
  <citation><layout delimiter="; " suffix=".">
    <group delimiter=", ">
      <names variable="author"><name and="text"/></names>
      <text variable="title"/>
      <text variable="locator"/>
    </group>
  </layout></citation>
</style>"#;

/// Chapters in all of pandoc's syntax.
const CHAPTERS: &[&str] = &[
    "One [@gaddis]. Two [see @gaddis, 3; @kennan, p. 4, on it], three.[@shen] Four [-@kennan, 5].\n",
    "As @gaddis says. And @kennan [p. 3] says, as @shen [3; see also @gaddis] does. @{shen} too.\n",
    "One.^[Text @gaddis, 3.] Two^[Plain *words*.] three.^[See [@gaddis; @kennan, 3] and [-@shen].]\n",
    "# Head [@gaddis]\n\n> Quote [@gaddis\n> p. 3]. And\n> so @kennan.\n\n- item [@shen]\n- item^[On @shen.]\n\n    more [@kennan]\n",
    "*Em [@gaddis] em*, **strong @kennan**, ~~gone [@shen]~~ \"quoted [@gaddis]\" 'tis it's [@kennan]\n",
    "| a | b |\n|---|---|\n| x [@gaddis] | @kennan |\n",
    "One[^x] and[^y] one.[^x]\n\n[^x]: Own @gaddis, 3, and\n    [@kennan].\n\n    Second [@shen; @gaddis].\n\n[^y]: Plain.\n",
    "Trailing [@gaddis]... And [@kennan]… so [@shen]?! ![A map [@gaddis, 3] of @kennan](x.png) end.\n",
    "Code `[@gaddis]`, me@gaddis.org, \\@gaddis, $x@y$, <b>bold</b> [@gaddis] ![i](x.png)\n\n```\n[@kennan]\n```\n\n    [@shen]\n",
    "One\n[@gaddis] two[@kennan], three [^1] four.\n\n[^1]: Note.\n",
    "---\ntitle: Head @gaddis\n---\n\nText [@gaddis, chap. 3; @kennan, fol. 12r; @shen, {on it}] end (see [@gaddis]).\n",
];

fn is_installed() -> bool {
    Command::new("pandoc").arg("--version").stdout(Stdio::null()).status().is_ok_and(|status| status.success())
}

fn pandoc(arguments: &[&str], input: &str) -> Vec<u8> {
    let mut run = Command::new("pandoc").args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    run.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = run.wait_with_output().unwrap();
    assert!(output.status.success());
    output.stdout
}

/// The word before each note of a document, as pandoc reads it.
fn words_before_notes(json: &[u8]) -> Vec<String> {
    let document: Value = serde_json::from_slice(json).unwrap();
    let (mut text, mut found) = (String::new(), Vec::new());
    walk(&document["blocks"], &mut text, &mut found);
    found
}

fn walk(value: &Value, text: &mut String, found: &mut Vec<String>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| walk(value, text, found)),
        Value::Object(map) => match map.get("t").and_then(Value::as_str) {
            Some("Note") => found.push(last_word(text)),
            Some("Str") => text.push_str(map["c"].as_str().unwrap()),
            Some("Space" | "SoftBreak" | "LineBreak" | "Para" | "Plain" | "Header") if map.get("c").is_none() => {
                text.push(' ')
            }
            // Its first part is the citation, and its second the printed form.
            Some("Cite") => walk(&map["c"][1], text, found),
            Some("Code" | "CodeBlock" | "Math" | "RawInline" | "RawBlock") => text.push_str(" code "),
            _ => {
                let is_block = matches!(map.get("t").and_then(Value::as_str), Some("Para" | "Plain" | "Header"));
                text.push_str(if is_block { " " } else { "" });
                if let Some(content) = map.get("c") {
                    walk(content, text, found);
                }
            }
        },
        _ => {}
    }
}

fn last_word(text: &str) -> String {
    let word = text.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.trim_end_matches("’s").to_owned()
}

#[test]
fn pandoc_sets_as_many_notes_after_the_same_words() {
    if !is_installed() {
        return;
    }
    let (records, library, style) =
        (file("pandoc.yaml", RECORDS), file("pandoc-library.json", LIBRARY), file("pandoc.csl", STYLE));
    for chapter in CHAPTERS {
        let by_pandoc = pandoc(
            &[
                "-t",
                "json",
                "--citeproc",
                "--csl",
                style.to_str().unwrap(),
                "--bibliography",
                library.to_str().unwrap(),
            ],
            chapter,
        );
        let path = file("pandoc-chapter.md", chapter);
        let page = out(&footnotes(&[path.to_str().unwrap(), records.to_str().unwrap()]));
        let page = page.split("\n## Bibliography").next().unwrap();
        let by_us = pandoc(&["-t", "json"], page);
        assert_eq!(words_before_notes(&by_us), words_before_notes(&by_pandoc), "{chapter}\n{page}");
    }
}

#[test]
fn pandoc_completes_what_is_left_to_it() {
    if !is_installed() {
        return;
    }
    let records = file("pandoc-some.yaml", RECORDS.lines().take(2).collect::<Vec<_>>().join("\n").as_str());
    let (library, style) = (file("pandoc-library.json", LIBRARY), file("pandoc.csl", STYLE));
    let path =
        file("pandoc-left.md", "One.[@gaddis, 3; see @kennan, 4] Two.[@shen] As @kennan [5] says.^[On @shen, 6.]\n");
    let page = out(&footnotes(&["--leave-unknown", path.to_str().unwrap(), records.to_str().unwrap()]));
    let plain = pandoc(
        &[
            "-t",
            "plain",
            "--wrap=none",
            "--citeproc",
            "--csl",
            style.to_str().unwrap(),
            "--bibliography",
            library.to_str().unwrap(),
        ],
        &page,
    );
    let plain = String::from_utf8(plain).unwrap();
    for line in ["On Conduct, 4.", "Zhihua Shen, On Korea", "On Conduct, 5.", "Shen, On Korea, 6."] {
        assert!(plain.contains(line), "{line}: {plain}");
    }
    assert!(!plain.contains('@') && !plain.contains("..\n"), "{plain}");
}

/// Emphases and links in the notes of a text in Markdown.
fn marks_in_notes(markdown: &str) -> (usize, usize, usize) {
    let (mut notes, mut italics, mut links, mut within) = (0, 0, 0, false);
    for event in Parser::new_ext(markdown, Options::ENABLE_FOOTNOTES | Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::FootnoteDefinition(_)) => (notes, within) = (notes + 1, true),
            Event::End(TagEnd::FootnoteDefinition) => within = false,
            Event::Start(Tag::Emphasis) if within => italics += 1,
            Event::Start(Tag::Link { .. }) if within => links += 1,
            _ => {}
        }
    }
    (notes, italics, links)
}

#[test]
fn a_word_file_has_the_notes_with_their_italics_and_links() {
    if !is_installed() {
        return;
    }
    let page = out(&footnotes(&[]));
    assert!(!page.contains("<em>"), "Word would lose it");
    let (notes, italics, links) = marks_in_notes(&page);
    assert!(notes >= 60 && italics >= 20 && links >= 10, "{notes} {italics} {links}");
    let path = file("chapter.docx", "");
    pandoc(&["-o", path.to_str().unwrap()], &page);
    // A .docx is an archive, and the notes are one of its files.
    let read = Command::new("python3")
        .args([
            "-c",
            "import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read('word/footnotes.xml'))",
        ])
        .arg(&path)
        .output();
    let Ok(read) = read.map(|output| String::from_utf8(output.stdout).unwrap()) else { return };
    let count = |words: &str| read.matches(words).count();
    // Two of them are the lines between text and notes.
    assert_eq!(count("<w:footnote ") - 2, notes);
    assert_eq!(count("<w:hyperlink "), links);
    // Words between spaces may be runs of their own, but no run is lost.
    assert!(count("<w:i />") >= italics, "{} of {italics}", count("<w:i />"));
    let odt = file("chapter.odt", "");
    pandoc(&["-o", odt.to_str().unwrap()], &page);
    assert!(std::fs::metadata(&odt).unwrap().len() > 10_000);
}
