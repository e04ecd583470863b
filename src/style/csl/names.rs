//! Names as in the record: `Mao Zedong`, where the processor prints `Zedong Mao` or `Mao, Zedong`; `d’Alembert`,
//! where it prints `d’ Alembert`.

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

/// Inserts given names or initials where they are requested, as the style prints them elsewhere.
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

/// Removes the names at the start of the citation, and what joins them to the rest: `(Kennan, 1947)` becomes
/// `(1947)`.
pub(super) fn leave_out_first(runs: &mut [Run]) {
    let is_opening = |run: &Run| !run.words.contains(char::is_alphanumeric);
    let Some(first) = runs.iter().position(|run| !is_opening(run)) else { return };
    let Some(list) = runs.get(first).and_then(|run| run.list) else { return };
    let Some(last) = runs.iter().rposition(|run| run.list == Some(list)) else { return };
    let mut joins = true;
    for (place, run) in runs.iter_mut().enumerate().skip(first) {
        if place <= last {
            run.words.clear();
        } else if joins {
            run.words = run.words.trim_start_matches(|c: char| c.is_whitespace() || ",.:;".contains(c)).to_owned();
            joins = run.words.is_empty();
        }
    }
}

/// The names of the first list, each with its variable and its position in that variable.
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

/// The family name, which is marked on both sides, moved to the start without a comma. The space after the name is kept.
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
    fn the_names_that_open_a_citation_can_be_left_out() {
        let name = |words: &str| Run {
            list: Some(1),
            origin: Origin::Name { count: 1, variable: NameVariable::Author, index: 0 },
            ..Run::of(words)
        };
        let left = |mut runs: Vec<Run>| -> String {
            leave_out_first(&mut runs);
            runs.iter().map(|run| run.words.as_str()).collect()
        };
        assert_eq!(left(vec![Run::of("("), name("Kennan"), Run::of(", "), Run::of("1947)")]), "(1947)");
        assert_eq!(left(vec![name("Kennan"), Run::of(", “Sources”")]), "“Sources”");
        assert_eq!(left(vec![Run::of("“Sources” by "), name("Kennan")]), "“Sources” by Kennan");
    }

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
