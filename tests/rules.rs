//! The rule book has each section and label once, and every reference in code, cases and pages is found in it.
//!
//! `cargo test --test rules marks -- --nocapture` lists the rules that are marked as not yet kept.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

use prefercite::style::{Chicago, Mla};

const BOOK: &str = include_str!("../RULES.md");

/// The letters of the labels, and the number of labels for each.
const LABELS: [(char, usize); 4] = [('A', 25), ('B', 44), ('L', 21), ('Q', 40)];

/// The lines below headings, each with the number of its section. The preface and the index have no number.
fn lines() -> impl Iterator<Item = (Option<&'static str>, &'static str)> {
    BOOK.lines().scan(None, |section, line| {
        if let Some(heading) = heading(line) {
            *section = number(heading);
        }
        Some((*section, line))
    })
}

fn heading(line: &str) -> Option<&str> {
    let text = line.trim_start_matches('#');
    (2..=4).contains(&(line.len() - text.len())).then_some(text.strip_prefix(' ')).flatten()
}

/// The number at the start of a text: `4.1.10` in `4.1.10 The number of the document`.
fn number(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let number = text[..end].trim_end_matches('.');
    number.starts_with(|c: char| c.is_ascii_digit()).then_some(number)
}

fn sections() -> Vec<&'static str> {
    BOOK.lines().filter_map(heading).filter_map(number).collect()
}

/// Each label with the section whose line "Labels:" contains it.
fn labels() -> Vec<(&'static str, &'static str)> {
    let mut found = Vec::new();
    let mut before = "";
    for (section, line) in lines() {
        if let Some(list) = line.strip_prefix("Labels: ").and_then(|list| list.strip_suffix('.')) {
            assert!(heading(before).is_some(), "not directly under a heading: {line}");
            found.extend(list.split(", ").map(|label| (label, section.expect("a numbered section"))));
        }
        before = line;
    }
    found
}

#[test]
fn every_section_and_label_is_there_once() {
    let sections = sections();
    assert_eq!(sections.len(), sections.iter().collect::<BTreeSet<_>>().len(), "a section is there twice");
    let mut labels: Vec<&str> = labels().into_iter().map(|(label, _)| label).collect();
    let mut wanted: Vec<String> =
        LABELS.iter().flat_map(|(letter, last)| (1..=*last).map(move |number| format!("{letter}{number}"))).collect();
    labels.sort_unstable();
    wanted.sort_unstable();
    assert_eq!(labels, wanted);
}

/// `| A1 | [4.5](#45-mla) | … |`: the first link goes to the section of the label.
#[test]
fn the_index_names_the_section_of_each_label() {
    let labels: BTreeMap<&str, &str> = labels().into_iter().collect();
    let mut seen = 0;
    for line in BOOK.lines().skip_while(|line| *line != "## Index of labels") {
        let mut cells = line.split(" | ");
        let Some(label) = cells.next().and_then(|cell| cell.strip_prefix("| ")) else { continue };
        let Some(section) = labels.get(label) else { continue };
        let link = cells.next().unwrap_or_default();
        assert_eq!(link.strip_prefix('[').and_then(number), Some(*section), "{line}");
        seen += 1;
    }
    let Some((_, questions)) = LABELS.last() else { return };
    assert_eq!(seen, labels.len() - questions, "Q1–Q40 share a row");
}

#[test]
fn every_link_in_the_book_leads_to_a_heading() {
    let anchors: BTreeSet<String> = BOOK.lines().filter_map(heading).map(anchor).collect();
    for link in BOOK.split("](#").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link) {
        assert!(anchors.contains(link), "#{link}");
    }
}

/// The anchor of a heading, as on GitHub.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

#[test]
fn every_reference_to_a_rule_is_found_in_the_book() {
    let sections: BTreeSet<&str> = sections().into_iter().collect();
    let labels: BTreeSet<&str> = labels().into_iter().map(|(label, _)| label).collect();
    let (mut found, mut missing) = (0, String::new());
    for file in files() {
        let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let is_code = file.extension().is_some_and(|extension| extension == "rs");
        for (index, line) in text.lines().enumerate() {
            // In code only comments name rules.
            let words = if is_code { line.split_once("//").map_or("", |(_, comment)| comment) } else { line };
            // The reasons of `Style::explain` name rules in their tables.
            let reason = line.trim_start().split_once("rule: \"").and_then(|(_, rest)| rest.split('"').next());
            for name in references(words).into_iter().chain(reason.filter(|_| is_code)) {
                found += 1;
                if !sections.contains(name) && !labels.contains(name) {
                    _ = writeln!(missing, "{}:{}: {name}", file.display(), index + 1);
                }
            }
        }
    }
    assert!(missing.is_empty(), "not in RULES.md:\n{missing}");
    println!("{found} references");
}

/// Code, cases and pages, without generated files. Files about RIS are skipped too: there a letter and a digit are a
/// tag, `A2`.
fn files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["src", "tests", "examples", "benches"] {
        push_files(&root.join(folder), &mut files);
    }
    for entry in root.read_dir().expect("the folder of the package").flatten() {
        if entry.path().extension().is_some_and(|extension| extension == "md") {
            files.push(entry.path());
        }
    }
    files.retain(|file| {
        let is_generated = file.parent() == Some(&root.join("src/doc"));
        let is_ris = file.iter().any(|part| part == "ris" || part == "ris.rs");
        let is_text = file.extension().is_some_and(|it| ["rs", "yaml", "mjs", "md"].iter().any(|wanted| it == *wanted));
        is_text && !is_generated && !is_ris
    });
    files
}

fn push_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in folder.read_dir().into_iter().flatten().flatten() {
        let path = entry.path();
        let skipped = ["target", "node_modules"].iter().any(|name| path.ends_with(name));
        match path.is_dir() {
            true if !skipped => push_files(&path, files),
            true => {}
            false => files.push(path),
        }
    }
}

/// The sections and labels in a text: `RULES 4.6`, `rules §3.1, 3.2`, `§9.1`, `A13`.
fn references(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (at, opening) in ["RULES", "§"].iter().flat_map(|opening| text.match_indices(opening)) {
        let mut rest = text.get(at + opening.len()..).unwrap_or_default();
        rest = rest.strip_prefix(' ').unwrap_or(rest);
        while let Some(section) = number(rest) {
            // §14.44 is a paragraph of the manual, and §89 one of another book.
            let chapter = section.split('.').next().and_then(|chapter| chapter.parse::<u32>().ok());
            if opening == "RULES" || chapter.is_some_and(|chapter| chapter < 14) {
                found.push(section);
            }
            let behind = rest.get(section.len()..).unwrap_or_default();
            rest = [", ", "–"].iter().find_map(|joint| behind.strip_prefix(joint)).unwrap_or_default();
        }
    }
    let touches_before = |c: char| c.is_alphanumeric() || "_{%+.".contains(c);
    let touches_behind = |c: char| c.is_alphanumeric() || "_}%".contains(c);
    for (at, letter) in text.char_indices() {
        if !LABELS.iter().any(|(known, _)| *known == letter) {
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        let digits = rest.chars().skip(1).take_while(char::is_ascii_digit).count();
        let (label, behind) = rest.split_at(1 + digits);
        let before = text.get(..at).unwrap_or_default();
        if (1..=2).contains(&digits) && !before.ends_with(touches_before) && !behind.starts_with(touches_behind) {
            found.push(label);
        }
    }
    found
}

#[test]
fn references_are_distinguished_from_other_words() {
    for (text, expected) in [
        ("rules §3.1, 3.2: a year", &["3.1", "3.2"][..]),
        ("RULES 9.3–9.6, A13; Q2.", &["9.3", "9.6", "A13", "Q2"]),
        ("CMOS §14.44, `{A1}`, U+200B, A1b, %B3, L5 ", &["L5"]),
    ] {
        assert_eq!(references(text), expected, "{text}");
    }
}

/// A mark is removed when its rule is kept. This lists the remaining marks.
#[test]
fn marks() {
    let mut marks: Vec<(&str, String)> = Vec::new();
    let mut in_mark = false;
    for (section, line) in lines() {
        match (section, line) {
            (Some(section), line) if line.starts_with("**Not yet kept") => {
                marks.push((section, line.to_owned()));
                in_mark = true;
            }
            (_, "") => in_mark = false,
            (_, line) if in_mark => {
                if let Some((_, mark)) = marks.last_mut() {
                    mark.push(' ');
                    mark.push_str(line);
                }
            }
            _ => {}
        }
    }
    for (section, mark) in &marks {
        println!("{section}: {mark}");
    }
    println!("{} rules are marked as not yet kept", marks.len());
}

/// Chapter 12 lists every option of the code, and marks the options that the code does not have.
#[test]
fn options_that_the_code_does_not_have_are_marked() {
    for (chapter, options) in [("12.1", Chicago::OPTIONS), ("12.2", Mla::OPTIONS)] {
        let rows = lines().filter(|(section, line)| *section == Some(chapter) && line.starts_with("| `"));
        let (later, now): (Vec<&str>, Vec<&str>) = rows
            .filter_map(|(_, line)| line.split(" | ").next())
            .map(|cell| cell.trim_start_matches("| "))
            .partition(|cell| cell.ends_with(" (not yet)"));
        let now: BTreeSet<String> = now.iter().map(|cell| cell.replace('`', "")).collect();
        assert_eq!(now, options.iter().map(|option| (*option).to_owned()).collect(), "{chapter}");
        for option in later.iter().map(|cell| cell.replace('`', "").replace(" (not yet)", "")) {
            assert!(!options.contains(&option.as_str()), "{chapter}: {option} is there");
        }
    }
}
