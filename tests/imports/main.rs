//! Which modules and files may import which others.

use std::collections::BTreeMap;
use std::path::Path;

use modules::{Imports, Modules};

mod cycles;
mod modules;
mod tokens;

/// A module below the root may import the listed modules, and itself.
const ROOMS: &[(&str, &[&str])] = &[
    ("bytes", &[]),
    ("slice", &[]),
    ("separator", &[]),
    ("labels", &[]),
    ("document", &["separator", "slice"]),
    ("citation", &["bytes", "slice"]),
    ("notation", &["bytes", "citation", "separator", "slice"]),
    ("prose", &["bytes", "document", "citation", "separator", "slice"]),
    ("style", &["document", "citation", "labels", "notation", "prose", "separator", "slice"]),
    ("bibliography", &["document", "citation", "prose", "separator", "slice", "style"]),
    ("input", &["document", "labels", "separator", "slice"]),
    ("error", &["bibliography", "document", "input", "style"]),
];

/// Re-exports from higher modules: users find the readers of files next to the documents. No code below may use them.
const FOR_USERS: &[(&str, &str)] = &[
    ("document/mod.rs", "input/format.rs"),
    ("document/mod.rs", "input/records.rs"),
    ("document/mod.rs", "input/stream.rs"),
];

#[test]
fn imports_go_one_way() {
    assert_eq!(strays(&imports_of_the_crate(), ROOMS), [""; 0]);
}

#[test]
fn no_file_imports_itself_by_way_of_others() {
    assert_eq!(shown_cycles(&imports_of_the_crate()), [""; 0]);
}

/// The CSL processor can be exchanged in its own folder, and a build without its feature does not contain it.
#[test]
fn one_room_knows_the_csl_processor() {
    let sources = sources();
    let modules = Modules::read(&sources);
    let importers = modules.importers_of("hayagriva");
    assert!(!importers.is_empty());
    for file in importers {
        assert!(file.starts_with("style/csl/"), "src/{file} imports the CSL processor");
    }
}

#[test]
fn every_room_is_known() {
    for file in sources().keys().filter(|file| *file != "lib.rs") {
        let room = room(file);
        assert!(ROOMS.iter().any(|(known, _)| *known == room), "{room} is in no plan");
    }
}

/// Imports that the plan of the rooms does not allow.
fn strays(imports: &Imports, rooms: &[(&str, &[&str])]) -> Vec<String> {
    let mut strays = Vec::new();
    for (from, to, line) in imports.iter().flat_map(|(from, all)| all.iter().map(move |(to, line)| (from, to, line))) {
        let may_import = rooms.iter().find(|(known, _)| *known == room(from)).map_or(&[][..], |(_, others)| others);
        if room(from) != room(to) && !may_import.contains(&room(to)) {
            strays.push(format!("src/{from}:{line}: {} imports src/{to}", room(from)));
        }
    }
    strays
}

/// The name of the module below the root that contains a file. `lib` for the root itself.
fn room(file: &str) -> &str {
    file.split('/').next().unwrap_or(file).trim_end_matches(".rs")
}

fn shown_cycles(imports: &Imports) -> Vec<String> {
    cycles::cycles(imports).iter().map(|cycle| cycles::shown(imports, cycle)).collect()
}

fn imports_of_the_crate() -> Imports {
    let sources = sources();
    let modules = Modules::read(&sources);
    let mut imports = modules.imports();
    for (from, to) in FOR_USERS {
        assert!(modules.only_re_exports(from, to), "src/{from} may show users what src/{to} has, and not use it");
        if let Some(imported) = imports.get_mut(*from) {
            imported.remove(*to);
            imported.remove("input/mod.rs");
        }
    }
    imports
}

/// The files of the crate, by their paths in `src`.
fn sources() -> BTreeMap<String, String> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut sources, mut folders) = (BTreeMap::new(), vec![src.clone()]);
    while let Some(folder) = folders.pop() {
        for entry in folder.read_dir().unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name: Vec<_> = path.strip_prefix(&src).unwrap().iter().map(|part| part.to_str().unwrap()).collect();
                sources.insert(name.join("/"), std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    sources
}

/// A crate of these modules, each a file below its root.
fn small_crate(files: &[(&str, &str)]) -> Imports {
    let mut sources: BTreeMap<String, String> =
        files.iter().map(|(file, source)| ((*file).to_owned(), (*source).to_owned())).collect();
    let modules = files
        .iter()
        .filter(|(file, _)| !file.contains('/') || file.matches('/').count() == 1 && file.ends_with("/mod.rs"));
    let root = modules.map(|(file, _)| format!("mod {};", room(file)));
    sources.insert("lib.rs".to_owned(), root.collect());
    Modules::read(&sources).imports()
}

#[test]
fn a_cycle_is_seen_however_it_is_written() {
    for (a, b) in [
        ("use crate::b::B; pub struct A;", "use crate::a::A; pub struct B;"),
        (
            "use crate::{\n    // of many\n    b::{\n        B,\n        C as D,\n    },\n};",
            "use super::a;\nfn f() { a::g() }",
        ),
        ("use super::b::B;", "fn f() { let x = crate::a::g(); }"),
        ("use super::b::{self};\nfn f() -> b::B { b::B }", "fn f() { use crate::a::g; g() }"),
        ("use super::b::*;\nfn f() -> B { B }", "pub struct B;\nmod inner { use super::super::a::A; }"),
        ("pub(crate) use crate::b::B;", "mod tests { use crate::a::A; }"),
        ("fn f(b: &dyn crate::b::B) {}", "macro_rules! m { () => { $crate::a::A } }"),
        ("pub fn f<T: super::b::B>() {}", "impl super::a::A for u8 {}"),
        ("use crate::b as other;\nfn f() { other::g::<u8>() }", "use self::super::a::A;"),
        ("const LIFETIME: &'static str = \"\\\"\"; use crate::b::B;", "const C: char = '\"'; use crate::a::A;"),
    ] {
        let shown = shown_cycles(&small_crate(&[("a.rs", a), ("b.rs", b)]));
        assert_eq!(shown.len(), 1, "{a}\n{b}");
        assert!(shown[0].starts_with("a cycle of 2 files\n    src/a.rs:"), "{}", shown[0]);
    }
}

#[test]
fn a_cycle_of_three_files_is_printed_whole() {
    let shown = shown_cycles(&small_crate(&[
        ("a.rs", "\nuse crate::b::B;"),
        ("b.rs", "use crate::{\n    c::C,\n};"),
        ("c.rs", "\n\nfn f() { crate::a::g() }"),
        ("d.rs", "use crate::a::A;"),
    ]));
    let cycle = "a cycle of 3 files\n    src/a.rs:2 imports src/b.rs\n    src/b.rs:2 imports src/c.rs\n    src/c.rs:3 imports src/a.rs";
    assert_eq!(shown, [cycle]);
}

#[test]
fn a_module_and_its_children_may_form_a_cycle() {
    for (parent, child) in [
        ("mod child;\nuse child::C;\npub struct P;", "use super::P; pub struct C;"),
        ("mod child;\npub struct P;\nfn f() { child::g() }", "use super::*;\nfn f() -> P { P }"),
        ("mod child;\npub use child::C;\npub struct P(C);", "use crate::m::P; pub struct C;"),
    ] {
        let files = [("m/mod.rs", parent), ("m/child.rs", child)];
        assert_eq!(shown_cycles(&small_crate(&files)).len(), 1, "{parent}\n{child}");
    }
}

#[test]
fn a_face_imports_nothing() {
    let face = "mod one;\nmod two;\npub use one::One;\npub use two::*;";
    let files = [
        ("m/mod.rs", face),
        ("m/one.rs", "use super::Two; // use crate::other::Other;\npub struct One;"),
        ("m/two.rs", "pub struct Two; /* use super::One; */ const S: &str = \"use super::One;\";"),
        ("other.rs", "use crate::m::{One, Two};\npub struct Other { m: u8 }"),
    ];
    let imports = small_crate(&files);
    assert_eq!(shown_cycles(&imports), [""; 0]);
    let of_other: Vec<&String> = imports["other.rs"].keys().collect();
    assert_eq!(of_other, ["m/mod.rs", "m/one.rs", "m/two.rs"]);
    assert!(!imports.contains_key("m/mod.rs"));
}

#[test]
fn a_stray_import_is_seen_however_it_is_written() {
    let rooms: &[(&str, &[&str])] = &[("low", &[]), ("high", &["low"])];
    for low in [
        "use crate::{\n    high::H,\n};",
        "mod inner { fn f() { super::super::high::h() } }",
        "fn f() { let h: super::high::H = todo!(); }",
        "pub use super::high::Low;", // which is its own
        "use crate::H;",             // by the root, which is for other crates
    ] {
        let mut sources: BTreeMap<String, String> = BTreeMap::new();
        for (file, source) in [
            ("lib.rs", "mod low; mod high; pub use high::H;"),
            ("low.rs", low),
            ("high.rs", "pub use crate::low::Low; pub struct H;"),
        ] {
            sources.insert(file.to_owned(), source.to_owned());
        }
        let strays = strays(&Modules::read(&sources).imports(), rooms);
        assert!(strays.iter().any(|stray| stray.starts_with("src/low.rs:")), "{low}: {strays:?}");
    }
}
