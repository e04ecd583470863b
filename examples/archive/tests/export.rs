//! The static site: the same pages as files, and no file outside its folder.

mod support;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use archive::index::Index;
use archive::{ExportError, Sources, export};
use support::dom::Page;
use support::{FOUNDING, Folder, site};

fn files(folder: &Path, found: &mut BTreeSet<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { _ = found.insert(path) }
    }
}

fn exported(sources: &Sources, folder: &Folder) -> Result<PathBuf, ExportError> {
    let index = Index::of(sources, &folder.0.join("index.db"), &mut |_| {}).unwrap();
    let out = folder.0.join("site");
    export(&index, &site(), &out)?;
    Ok(out)
}

/// The file that a web server returns for a link on a page. The server decodes the address once.
fn target(page: &Path, root: &Path, href: &str) -> PathBuf {
    let path = percent_encoding::percent_decode_str(href).decode_utf8().unwrap().into_owned();
    let mut at = page.parent().unwrap().to_owned();
    for part in path.split('/').filter(|part| !part.is_empty() && *part != ".") {
        if part == ".." { assert!(at.pop() && at.starts_with(root), "{href} leads out") } else { at.push(part) }
    }
    if path.ends_with('/') { at.join("index.html") } else { at }
}

fn check_site(root: &Path) -> usize {
    let mut all = BTreeSet::new();
    files(root, &mut all);
    let mut pages = 0;
    for path in all.iter().filter(|path| path.extension().is_some_and(|ending| ending == "html")) {
        let page = Page::of(&std::fs::read_to_string(path).unwrap());
        assert_eq!(page.all_faults(), [""; 0], "{}", path.display());
        for element in page.elements() {
            let address = element.get("href").or(element.get("src"));
            let Some(address) = address.filter(|it| !it.contains("://") && !it.starts_with('#')) else { continue };
            let file = target(path, root, address);
            assert!(all.contains(&file), "{}: {address} leads to {}", path.display(), file.display());
        }
        pages += 1;
    }
    pages
}

#[test]
fn the_site_has_every_page_and_every_link_of_it_leads_to_a_file() {
    let folder = Folder::new();
    let root = exported(&Sources::Bundled, &folder).unwrap();
    assert_eq!(check_site(&root), 46 + 3 + 1);
    let page = Page::of(&std::fs::read_to_string(root.join("records/mao-zhou-1950-01-07/index.html")).unwrap());
    assert!(page.all("dd").any(|dd| dd.text == FOUNDING));
    let ris = std::fs::read_to_string(root.join("records/mao-zhou-1950-01-07/ris-zotero.ris")).unwrap();
    assert!(ris.starts_with("TY  - "));
}

#[test]
fn no_key_leads_out_of_the_folder() {
    let folder = Folder::new();
    let long = format!("{}z", "/..".repeat(40));
    let keys = ["..", ".", "/", "../../../escaped", "a/b", "CON:", "/etc/passwd", "...", "毛", long.as_str()];
    let records: Vec<String> =
        keys.iter().map(|key| format!(r#"{{ "id": "{key}", "title": "About {key}" }}"#)).collect();
    let file = folder.file("records.json", &format!("[{}]", records.join(",")));
    let before = folder.0.join("site");
    let root = exported(&Sources::of(vec![file]), &folder).unwrap();
    assert_eq!(root, before);
    assert_eq!(check_site(&root), keys.len() + 2);
    let mut all = BTreeSet::new();
    files(&folder.0, &mut all);
    let outside: Vec<_> = all.iter().filter(|path| !path.starts_with(&root)).collect();
    assert_eq!(outside, ["index.db", "index.db.lock", "records.json"].map(|name| folder.0.join(name)).each_ref());
    let folders = std::fs::read_dir(root.join("records")).unwrap().count();
    assert_eq!(folders, keys.len());
}

#[test]
fn keys_that_differ_in_case_are_reported_and_nothing_is_overwritten() {
    let folder = Folder::new();
    let file = folder.file("records.json", r#"[{ "id": "Mao", "title": "A" }, { "id": "mao", "title": "B" }]"#);
    let sources = Sources::of(vec![file]);
    let error = exported(&sources, &folder).unwrap_err();
    assert!(matches!(&error, ExportError::OneFolder { id, .. } if id == "mao"), "{error}");
    let error = exported(&sources, &folder).unwrap_err();
    assert!(error.to_string().contains("the folder is not empty"), "{error}");
}
