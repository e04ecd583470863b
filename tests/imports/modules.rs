//! The modules of a crate, the names that each of them knows, and the files whose items each file imports.
//!
//! An import leads to the file that defines the item, also through a re-export. `mod child;` is not an import, and
//! neither is the re-export of an item from the module's own folder. A file that uses such an item imports it.
//! Methods are ignored: to find the file of a method takes types.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::tokens::{Token, tokens};

/// For each file, the files that it imports, each with the first line that does so.
pub(crate) type Imports = BTreeMap<String, BTreeMap<String, usize>>;

type Path = Vec<String>;

#[derive(Default)]
struct Module {
    /// Its folder: `style/chicago`.
    folder: String,
    file: String,
    parent: Option<usize>,
    children: HashMap<String, usize>,
    /// The items that `use` gives this name. There can be several, if features select one.
    used: HashMap<String, Vec<Path>>,
    globs: Vec<Path>,
    defined: HashSet<String>,
}

/// A path in the code of a module.
struct Mention {
    module: usize,
    path: Path,
    line: usize,
    /// Whether it is a re-export of an item below the module itself, which is not an import.
    face: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    Module(usize),
    /// Something that the module defines.
    Item(usize),
}

/// The modules of a crate, and all paths in their code.
pub(crate) struct Modules<'s> {
    sources: &'s BTreeMap<String, String>,
    modules: Vec<Module>,
    mentions: Vec<Mention>,
}

impl<'s> Modules<'s> {
    /// The modules of a crate by the paths of its files. `lib.rs` is the root.
    pub(crate) fn read(sources: &'s BTreeMap<String, String>) -> Self {
        let mut modules = Modules { sources, modules: Vec::new(), mentions: Vec::new() };
        let root = modules.module("", "lib.rs", None);
        modules.read_file("lib.rs", root);
        modules
    }

    /// The imports between the files.
    pub(crate) fn imports(&self) -> Imports {
        let mut imports = Imports::new();
        for Mention { module, path, line, face } in &self.mentions {
            let from = &self.modules[*module].file;
            let items = self.resolve(*module, path, &mut Vec::new()).into_iter().filter_map(|target| match target {
                Target::Item(target) => Some(target),
                Target::Module(_) => None,
            });
            for target in items.chain(self.rooms(*module, path)) {
                let to = &self.modules[target].file;
                if from != to && !(*face && self.is_below(target, *module)) {
                    imports.entry(from.clone()).or_default().entry(to.clone()).or_insert(*line);
                }
            }
        }
        imports
    }

    /// Whether a file names the items of another file only in re-exports at its top.
    pub(crate) fn only_re_exports(&self, from: &str, to: &str) -> bool {
        let named = self.mentions.iter().filter(|mention| self.modules[mention.module].file == from);
        let named = named.filter(|mention| {
            self.resolve(mention.module, &mention.path, &mut Vec::new()).into_iter().any(|target| match target {
                Target::Item(target) | Target::Module(target) => self.modules[target].file == to,
            })
        });
        let faces: Vec<bool> = named.map(|mention| mention.face).collect();
        !faces.is_empty() && faces.iter().all(|face| *face)
    }

    /// The files that name another crate.
    pub(crate) fn importers_of(&self, other: &str) -> BTreeSet<&str> {
        let named = self.mentions.iter().filter(|mention| {
            mention.path[0] == other && self.resolve(mention.module, &mention.path, &mut Vec::new()).is_empty()
        });
        named.map(|mention| self.modules[mention.module].file.as_str()).collect()
    }

    fn module(&mut self, folder: &str, file: &str, parent: Option<usize>) -> usize {
        self.modules.push(Module { folder: folder.to_owned(), file: file.to_owned(), parent, ..Module::default() });
        self.modules.len() - 1
    }

    fn read_file(&mut self, file: &str, module: usize) {
        let source = self.sources.get(file).unwrap_or_else(|| panic!("no file {file}"));
        let tokens = tokens(source);
        let end = self.read_module(&tokens, 0, module);
        assert_eq!(end, tokens.len(), "{file}: its braces are not paired");
    }

    /// Reads a module up to its closing brace, or to the end of the file.
    fn read_module(&mut self, tokens: &[Token<'s>], start: usize, module: usize) -> usize {
        let text = |at: usize| tokens.get(at).map_or("", |token| token.text);
        let (mut at, mut depth) = (start, 0);
        while let Some(token) = tokens.get(at) {
            at = match token.text {
                "}" if depth == 0 => return at,
                "{" | "}" => {
                    depth = if token.text == "{" { depth + 1 } else { depth - 1 };
                    at + 1
                }
                "mod" if ["{", ";"].contains(&text(at + 2)) => {
                    let child = self.child(module, text(at + 1), text(at + 2) == ";");
                    if text(at + 2) == "{" { self.read_module(tokens, at + 3, child) + 1 } else { at + 3 }
                }
                // `impl Trait + use<'a>` is not an import.
                "use" if text(at + 1) != "<" => {
                    let public = at > 0 && (text(at - 1) == "pub" || text(at - 1) == ")");
                    self.read_use(tokens, at + 1, module, Path::new(), public) + 1
                }
                "fn" | "struct" | "enum" | "union" | "trait" | "type" | "const" | "static" if depth == 0 => {
                    self.modules[module].defined.insert(text(at + 1).to_owned());
                    at + 1
                }
                "macro_rules" => {
                    self.modules[module].defined.insert(text(at + 2).to_owned());
                    at + 3
                }
                _ if token.is_word() && !(at > 0 && [".", "::"].contains(&text(at - 1))) => {
                    let mut end = at + 1;
                    while text(end) == "::" && tokens.get(end + 1).is_some_and(Token::is_word) {
                        end += 2;
                    }
                    // `name: value` is a field or a parameter.
                    if end > at + 1 || text(end) != ":" {
                        let path = tokens[at..end].iter().step_by(2).map(|token| token.text.to_owned()).collect();
                        self.mentions.push(Mention { module, path, line: token.line, face: false });
                    }
                    end
                }
                _ => at + 1,
            };
        }
        at
    }

    fn child(&mut self, parent: usize, name: &str, in_file: bool) -> usize {
        let folder = match self.modules[parent].folder.as_str() {
            "" => name.to_owned(),
            folder => format!("{folder}/{name}"),
        };
        let files = [format!("{folder}.rs"), format!("{folder}/mod.rs")];
        let file = match files.into_iter().find(|file| self.sources.contains_key(file)) {
            Some(file) if in_file => file,
            None if in_file => panic!("no file for mod {name} in {}", self.modules[parent].file),
            _ => self.modules[parent].file.clone(),
        };
        let child = self.module(&folder, &file, Some(parent));
        self.modules[parent].children.insert(name.to_owned(), child);
        if in_file {
            self.read_file(&file, child);
        }
        child
    }

    /// Reads a tree of imports up to its end: `;`, `,` or `}`.
    fn read_use(&mut self, tokens: &[Token<'s>], mut at: usize, module: usize, mut path: Path, public: bool) -> usize {
        let line = tokens[at].line;
        loop {
            match tokens[at].text {
                "::" => at += 1,
                "{" => {
                    while tokens[at].text != "}" {
                        // After the brace, or after a comma, which may be the last.
                        at += 1;
                        if tokens[at].text != "}" {
                            at = self.read_use(tokens, at, module, path.clone(), public);
                        }
                    }
                    return at + 1;
                }
                "*" => {
                    self.modules[module].globs.push(path.clone());
                    self.mentions.push(Mention {
                        module,
                        path: [path, vec!["*".to_owned()]].concat(),
                        line,
                        face: public,
                    });
                    return at + 1;
                }
                "as" => {
                    self.name(module, tokens[at + 1].text, path, line, public);
                    return at + 2;
                }
                ";" | "," | "}" => {
                    if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
                        path.pop();
                    }
                    let name = path.last().expect("a name is imported").clone();
                    self.name(module, &name, path, line, public);
                    return at;
                }
                word => {
                    path.push(word.to_owned());
                    at += 1;
                }
            }
        }
    }

    fn name(&mut self, module: usize, name: &str, path: Path, line: usize, public: bool) {
        self.modules[module].used.entry(name.to_owned()).or_default().push(path.clone());
        self.mentions.push(Mention { module, path, line, face: public });
    }

    /// The modules below the root on a path, except the one that contains the path: an item that is re-exported there
    /// may be defined elsewhere.
    fn rooms(&self, module: usize, path: &[String]) -> impl Iterator<Item = usize> {
        let prefixes = (1..=path.len()).flat_map(move |end| self.resolve(module, &path[..end], &mut Vec::new()));
        prefixes.filter_map(move |target| match target {
            Target::Module(room) if self.modules[room].parent == Some(0) && !self.is_below(module, room) => Some(room),
            _ => None,
        })
    }

    fn is_below(&self, module: usize, above: usize) -> bool {
        std::iter::successors(Some(module), |module| self.modules[*module].parent).any(|module| module == above)
    }

    /// The targets of a path in a module. Empty if the path leads out of the crate.
    fn resolve(&self, module: usize, path: &[String], asked: &mut Vec<(usize, String)>) -> Vec<Target> {
        let (first, rest) = path.split_first().expect("a path has a first name");
        let mut found = match first.as_str() {
            "crate" => vec![Target::Module(0)],
            "self" => vec![Target::Module(module)],
            "super" => vec![Target::Module(self.modules[module].parent.unwrap_or(0))],
            name => self.lookup(module, name, asked),
        };
        for name in rest {
            found = found
                .into_iter()
                .flat_map(|target| match (target, name.as_str()) {
                    (Target::Item(module), _) | (Target::Module(module), "*") => vec![Target::Item(module)],
                    (Target::Module(inner), "super") => vec![Target::Module(self.modules[inner].parent.unwrap_or(0))],
                    (Target::Module(inner), name) => {
                        let mut targets = self.lookup(inner, name, asked);
                        // The names at the crate's root are for other crates.
                        if targets.is_empty() || (inner == 0 && !self.modules[0].children.contains_key(name)) {
                            targets.push(Target::Item(inner));
                        }
                        targets
                    }
                })
                .collect();
        }
        found
    }

    /// The targets of a name in a module.
    fn lookup(&self, module: usize, name: &str, asked: &mut Vec<(usize, String)>) -> Vec<Target> {
        let question = (module, name.to_owned());
        if asked.contains(&question) {
            return Vec::new();
        }
        asked.push(question);
        let Module { children, used, globs, defined, .. } = &self.modules[module];
        let mut found: Vec<Target> = children.get(name).map(|child| Target::Module(*child)).into_iter().collect();
        found.extend(defined.contains(name).then_some(Target::Item(module)));
        for path in used.get(name).into_iter().flatten() {
            found.extend(self.resolve(module, path, asked));
        }
        if found.is_empty() {
            for glob in globs {
                for target in self.resolve(module, glob, asked) {
                    if let Target::Module(inner) = target {
                        found.extend(self.lookup(inner, name, asked));
                    }
                }
            }
        }
        asked.pop();
        found
    }
}
