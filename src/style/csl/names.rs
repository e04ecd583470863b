//! Names as the record has them: `Mao Zedong`, where the processor prints `Zedong Mao` or `Mao, Zedong`; `d’Alembert`, where it
//! prints `d’ Alembert`.

use hayagriva::citationberg::taxonomy::NameVariable;

use super::disguise::FAMILY;
use super::sheet::Shown;
use super::tree::{Origin, Run, replace};
use crate::slice::slice;
use crate::style::Disambiguators;

pub(super) fn put_right(runs: &mut [Run], tight: &[(String, String)]) {
    let mut printed: Vec<Origin> = Vec::new();
    for run in runs.iter().filter(|run| matches!(run.origin, Origin::Name { .. })) {
        if printed.last() != Some(&run.origin) {
            printed.push(run.origin);
        }
    }
    for origin in printed {
        let is_marked = |run: &Run| run.origin == origin && run.words.contains(FAMILY);
        if runs.iter().any(is_marked) {
            replace(runs, |other| other == origin, in_order);
        }
        for (apart, joined) in tight {
            runs.iter_mut()
                .filter(|run| run.origin == origin)
                .for_each(|run| run.words = run.words.replace(apart, joined));
        }
    }
}

/// Puts given names or initials where they are asked for, as the style prints them elsewhere.
pub(super) fn lengthen(runs: &mut [Run], details: Disambiguators, render: impl Fn(Shown) -> Vec<Run>) {
    for (names, is_meant) in [
        (Shown::Long, Disambiguators::has_initials_of as fn(&Disambiguators, usize) -> bool),
        (Shown::Full, Disambiguators::has_given_name_of),
    ] {
        let of_first_list = first_names(runs);
        let meant: Vec<(Origin, (NameVariable, usize))> =
            of_first_list.into_iter().filter(|(_, (_, index))| is_meant(&details, *index)).collect();
        if meant.is_empty() {
            continue;
        }
        let long = render(names);
        let long_names = first_names(&long);
        for (origin, name) in meant {
            let Some((of_long, _)) = long_names.iter().find(|(_, other)| *other == name) else { continue };
            let words: String =
                long.iter().filter(|run| run.origin == *of_long).map(|run| run.words.as_str()).collect();
            replace(
                runs,
                |other| other == origin,
                |short| {
                    let space = slice(short, short.trim_end().len()..);
                    Some(format!("{}{space}", words.trim_end()))
                },
            );
        }
    }
}

/// The names of the first list, each by its variable and its place there.
pub(super) fn first_names(runs: &[Run]) -> Vec<(Origin, (NameVariable, usize))> {
    let list = runs.iter().find(|run| matches!(run.origin, Origin::Name { .. })).and_then(|run| run.list);
    let mut names: Vec<(Origin, (NameVariable, usize))> = Vec::new();
    for run in runs.iter().filter(|run| run.list == list) {
        if let Origin::Name { variable, index, .. } = run.origin
            && names.last().is_none_or(|(last, _)| *last != run.origin)
        {
            names.push((run.origin, (variable, index)));
        }
    }
    names
}

/// The family name, which is marked on both sides, first and without a comma; the space that follows the name stays.
fn in_order(name: &str) -> Option<String> {
    let (before, rest) = name.split_once(FAMILY)?;
    let (family, after) = rest.split_once(FAMILY)?;
    let bare = |part: &str| part.trim_matches(|c: char| c == ',' || c == '，' || c.is_whitespace()).to_owned();
    let turned = !bare(before).is_empty() || after.trim_start().starts_with([',', '，']);
    if !turned {
        return Some(format!("{before}{family}{after}"));
    }
    let parts = [family.to_owned(), bare(before), bare(after)].into_iter().filter(|part| !part.is_empty());
    let opens = slice(name, ..name.len() - name.trim_start().len());
    let closes = slice(name, name.trim_end().len()..);
    Some(format!("{opens}{}{closes}", parts.collect::<Vec<_>>().join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_family_name_comes_first() {
        for (printed, right) in [
            ("Zedong <Mao>", "Mao Zedong"),
            ("<Mao>, Zedong", "Mao Zedong"),
            ("<Mao>, Z.", "Mao Z."),
            ("Z. <Mao>", "Mao Z."),
            ("<Mao>", "Mao"),
            ("<Mao> Zedong", "Mao Zedong"),
            ("<毛>泽东", "毛泽东"),
            ("Zedong <Mao> ", "Mao Zedong "),
            ("<Mao>, Zedong ", "Mao Zedong "),
            ("<Mao> ", "Mao "),
            ("Lisan <Li>", "Li Lisan"),
            ("Cheng <Chen>", "Chen Cheng"),
        ] {
            let marked = printed.replace(['<', '>'], &FAMILY.to_string());
            assert_eq!(in_order(&marked).as_deref(), Some(right), "{printed}");
        }
        assert_eq!(in_order("———"), None);
    }
}
