//! Cycles in the imports of files.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Write;

use super::modules::Imports;

/// For each group of files that import one another, directly or through others, a shortest cycle through its first
/// file.
pub(crate) fn cycles(imports: &Imports) -> Vec<Vec<&str>> {
    let (mut cycles, mut seen) = (Vec::new(), BTreeSet::new());
    for file in imports.keys() {
        if seen.contains(file.as_str()) {
            continue;
        }
        if let Some(cycle) = shortest(imports, file) {
            let reached = reached(imports, file);
            seen.extend(reached.into_iter().filter(|other| self::reached(imports, other).contains(file.as_str())));
            cycles.push(cycle);
        }
    }
    cycles
}

/// All files that a file imports, directly or through others.
fn reached<'i>(imports: &'i Imports, file: &str) -> BTreeSet<&'i str> {
    let (mut reached, mut open) = (BTreeSet::new(), vec![file]);
    while let Some(file) = open.pop() {
        for to in imports.get(file).into_iter().flat_map(BTreeMap::keys) {
            if reached.insert(to.as_str()) {
                open.push(to);
            }
        }
    }
    reached
}

/// The shortest path from a file back to itself.
fn shortest<'i>(imports: &'i Imports, file: &'i str) -> Option<Vec<&'i str>> {
    let (mut before, mut open) = (BTreeMap::new(), VecDeque::from([file]));
    while let Some(from) = open.pop_front() {
        for to in imports.get(from)?.keys() {
            if to == file {
                let mut way: Vec<&str> = std::iter::successors(Some(from), |file| before.get(file).copied()).collect();
                way.reverse();
                return Some(way);
            }
            if imports.contains_key(to) && !before.contains_key(to.as_str()) {
                before.insert(to.as_str(), from);
                open.push_back(to);
            }
        }
    }
    None
}

/// A cycle for a message: each file with the line on which it imports the next one.
pub(crate) fn shown(imports: &Imports, cycle: &[&str]) -> String {
    let mut shown = format!("a cycle of {} files", cycle.len());
    for (index, from) in cycle.iter().enumerate() {
        let to = cycle[(index + 1) % cycle.len()];
        write!(shown, "\n    src/{from}:{} imports src/{to}", imports[*from][to]).unwrap();
    }
    shown
}
