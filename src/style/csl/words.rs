//! Where words of the record meet the punctuation of the style.

use super::tree::Run;

pub(super) fn settle(runs: &mut [Run], pulls: bool) {
    tidy(runs);
    if pulls {
        pull_period(runs);
    }
}

/// Takes a period away that the processor pulls into the quotation marks of a title which has its own mark: `“Who?.”`
fn tidy(runs: &mut [Run]) {
    for run in runs {
        for (twice, once) in [("?.”", "?”"), ("!.”", "!”"), ("..”", ".”")] {
            if run.words.contains(twice) {
                run.words = run.words.replace(twice, once);
            }
        }
    }
}

/// Moves the period that ends a citation into the quotation mark before it: the processor does so with the punctuation
/// between elements, and not with the suffix of the whole. Double ones alone: a single one may be an apostrophe.
fn pull_period(runs: &mut [Run]) {
    let mut last = runs.iter_mut().rev().filter(|run| !run.words.trim().is_empty());
    let Some(end) = last.next() else { return };
    let Some(open) = end.words.trim_end().strip_suffix('.').map(str::to_owned) else { return };
    // The period may be a run of its own.
    let before = if open.is_empty() { last.next() } else { None };
    let quoted = before.as_ref().map_or(open.as_str(), |run| run.words.as_str());
    let inside = quoted.trim_end_matches(['”', '’']);
    let Some(quotes) = quoted.get(inside.len()..).filter(|quotes| quotes.ends_with('”')) else { return };
    let closed = format!("{inside}{}{quotes}", if inside.ends_with(['.', '?', '!']) { "" } else { "." });
    match before {
        Some(before) => {
            end.words.clear();
            before.words = closed;
        }
        None => end.words = closed,
    }
}
