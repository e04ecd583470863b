//! The rooms of the house, and which may look into which.

use std::path::{Path, PathBuf};

/// A room may import what stands beside it, and itself.
const ROOMS: &[(&str, &[&str])] = &[
    ("slice", &[]),
    ("separator", &[]),
    ("document", &["slice"]),
    ("citation", &["slice"]),
    ("notation", &["citation", "separator", "slice"]),
    ("prose", &["document", "citation", "separator", "slice"]),
    ("style", &["document", "citation", "notation", "prose", "separator", "slice"]),
    ("bibliography", &["document", "citation", "prose", "separator", "slice", "style"]),
    ("error", &["document", "style"]),
];

#[test]
fn imports_go_one_way() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut strays = Vec::new();
    for (room, may_import) in ROOMS {
        for file in files_of(&src, room) {
            let text = std::fs::read_to_string(&file).unwrap();
            for (number, line) in text.lines().enumerate() {
                let code = line.split("//").next().unwrap_or_default();
                for other in mentioned(code) {
                    if other != *room && !may_import.contains(&other.as_str()) {
                        strays.push(format!("{}:{}: {room} looks into {other}", file.display(), number + 1));
                    }
                }
            }
        }
    }
    assert!(strays.is_empty(), "{}", strays.join("\n"));
}

/// The CSL processor can be exchanged where it stands, and a build without it is one without it.
#[test]
fn one_room_knows_the_csl_processor() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for file in files_of(&src, "style").into_iter().filter(|file| !file.starts_with(src.join("style/csl"))) {
        let text = std::fs::read_to_string(&file).unwrap();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let strays: Vec<&str> = code
            .filter(|line| {
                ["use hayagriva::{", "use hayagriva::Bib", "hayagriva::archive", "citationberg"]
                    .iter()
                    .any(|name| line.contains(name))
            })
            .collect();
        assert!(strays.is_empty(), "{}: {strays:?}", file.display());
    }
}

#[test]
fn every_room_is_known() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in src.read_dir().unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let room = name.trim_end_matches(".rs");
        assert!(
            ["lib", "doc"].contains(&room) || ROOMS.iter().any(|(known, _)| *known == room),
            "{room} is in no plan"
        );
    }
}

fn files_of(src: &Path, room: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![src.join(room)];
    while let Some(folder) = folders.pop() {
        for entry in folder.read_dir().into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.extend(Some(src.join(format!("{room}.rs"))).filter(|file| file.exists()));
    assert!(!files.is_empty(), "no room is called {room}");
    files
}

/// The rooms that a line names by `crate::`, also in `use crate::{a, b}` on one line. What is named by the crate's root
/// (`crate::Document`) has no room: nothing inside the crate may use it.
fn mentioned(code: &str) -> Vec<String> {
    let names = |rest: &str| -> Vec<String> {
        match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or(list).split(',').map(first_word).collect(),
            None => vec![first_word(rest)],
        }
    };
    code.match_indices("crate::")
        .flat_map(|(at, found)| names(&code[at + found.len()..]))
        .filter(|name| !name.is_empty())
        .collect()
}

fn first_word(text: &str) -> String {
    text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}
