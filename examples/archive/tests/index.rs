//! The index is kept while the files are the same, a killed process leaves the old index, and errors are reported.

mod support;

use std::fmt::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use archive::Sources;
use archive::index::{Index, IndexError};
use support::Folder;

fn records(count: usize) -> String {
    (0..count).fold(String::new(), |mut lines, n| {
        _ = writeln!(
            lines,
            r#"{{ "id": "doc-{n}", "kind": "letter", "title": "Letter number {n} on wheat", "date": "{}" }}"#,
            1900 + n % 90
        );
        lines
    })
}

fn index(files: &[&Path], path: &Path) -> (Result<Index, IndexError>, Vec<String>) {
    let mut messages = Vec::new();
    let sources = Sources::of(files.iter().map(|file| file.to_path_buf()).collect());
    let index = Index::of(&sources, path, &mut |words| messages.push(words.to_owned()));
    (index, messages)
}

#[test]
fn an_index_is_written_again_only_where_a_file_changed() {
    let folder = Folder::new();
    let (file, path) = (folder.file("notes.jsonl", &records(10)), folder.0.join("index.db"));
    assert_eq!(index(&[&file], &path).0.unwrap().len(), 10);
    let written = std::fs::metadata(&path).unwrap().modified().unwrap();
    assert_eq!(index(&[&file], &path).0.unwrap().len(), 10);
    assert_eq!(std::fs::metadata(&path).unwrap().modified().unwrap(), written);
    folder.file("notes.jsonl", &records(12));
    assert_eq!(index(&[&file], &path).0.unwrap().len(), 12);
}

#[test]
fn what_is_no_index_is_written_anew() {
    let folder = Folder::new();
    let (file, path) = (folder.file("notes.jsonl", &records(3)), folder.0.join("index.db"));
    for rubbish in [&b""[..], b"SQLite format 3\0and so on", &[0xff; 5000]] {
        std::fs::write(&path, rubbish).unwrap();
        std::fs::write(folder.0.join("index.db.part"), rubbish).unwrap();
        assert_eq!(index(&[&file], &path).0.unwrap().len(), 3);
    }
    let whole = std::fs::read(&path).unwrap();
    std::fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    assert!(index(&[&file], &path).0.unwrap().record("doc-2").unwrap().is_some());
}

#[test]
fn faults_name_file_line_and_reason() {
    let folder = Folder::new();
    let lines = folder
        .file("a.jsonl", "{ \"id\": \"a\", \"title\": \"A\" }\n\n{ \"id\": \"b\", \"titel\": \"B\" }\n\u{fffd}\n");
    let yaml = folder.file("b.yaml", "- id: a\n  title: Again\n- id: c\n  title: C\n");
    let (index, messages) = index(&[&lines, &yaml], &folder.0.join("index.db"));
    assert_eq!(index.unwrap().len(), 2);
    let messages = messages.join("\n");
    assert!(messages.contains("a.jsonl:3: b: unknown key \"titel\", did you mean \"title\"?"), "{messages}");
    assert!(messages.contains("b.yaml: a: the id is taken by another document"), "{messages}");
    let missing = folder.0.join("missing.yaml");
    let error = super_error(&missing, &folder);
    assert!(error.contains("missing.yaml: "), "{error}");
}

fn super_error(file: &Path, folder: &Folder) -> String {
    index(&[file], &folder.0.join("other.db")).0.err().unwrap().to_string()
}

/// The program is killed while it writes: the old index stays intact, and the next start writes the new one.
#[test]
fn a_kill_in_mid_write_leaves_the_old_index() {
    let folder = Folder::new();
    let (file, path) = (folder.file("notes.jsonl", &records(50)), folder.0.join("index.db"));
    assert_eq!(index(&[&file], &path).0.unwrap().len(), 50);
    folder.file("notes.jsonl", &records(8_000));
    let mut kills = 0;
    for wait in [20, 60, 120, 250] {
        let mut program = Command::new(env!("CARGO_BIN_EXE_archive"))
            .args(["--listen", "127.0.0.1:0", "--index"])
            .args([&path, &file])
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(wait));
        program.kill().unwrap();
        program.wait().unwrap();
        let left = Index::open(&path).unwrap();
        assert!([50, 8_000].contains(&left.len()), "{}", left.len());
        assert!(left.record("doc-49").unwrap().is_some());
        if left.len() == 50 {
            kills += usize::from(folder.0.join("index.db.part").exists());
        }
    }
    assert!(kills > 0, "no kill came while the index was written");
    let whole = index(&[&file], &path).0.unwrap();
    assert_eq!(whole.len(), 8_000);
    assert!(whole.record("doc-7999").unwrap().is_some());
    assert!(!folder.0.join("index.db.part").exists());
}

/// Two programs start at once with the same files: one writes, the other reports that or finds the finished index.
#[test]
fn two_programs_do_not_write_one_index() {
    let folder = Folder::new();
    let (file, path) = (folder.file("notes.jsonl", &records(2_000)), folder.0.join("index.db"));
    let outcomes: Vec<_> = std::thread::scope(|scope| {
        let start = || scope.spawn(|| index(&[&file], &path).0.map(|index| index.len()));
        [start(), start(), start()].into_iter().map(|it| it.join().unwrap()).collect()
    });
    assert!(outcomes.iter().any(|outcome| matches!(outcome, Ok(2_000))), "{outcomes:?}");
    for outcome in &outcomes {
        assert!(matches!(outcome, Ok(2_000) | Err(IndexError::Busy(_))), "{outcome:?}");
    }
    assert_eq!(Index::open(&path).unwrap().len(), 2_000);
}
