//! Names that also open the previous entry: `———.`

use hayagriva::citationberg::SubsequentAuthorSubstituteRule as Rule;
use hayagriva::citationberg::json::{Item, NameValue, Value};

use super::apart::leading;
use super::disguise::{ET_AL, undone};
use super::names::first_names;
use super::tree::{Origin, Run, replace};
use crate::slice::slice;

/// What two entries must share for the mark to replace it: whole names, and all of them, including those after "et
/// al." Otherwise the mark of one person would be printed for the work of another.
pub(super) fn heading(runs: &[Run], item: &Item, rule: Rule) -> Option<String> {
    let variable = leading(runs)?;
    let Some(Value::Names(names)) = item.0.get(&variable) else { return None };
    let names = names.iter().take(if rule == Rule::PartialFirst { 1 } else { names.len() });
    let mut heading = variable;
    for name in names {
        let parts = match name {
            NameValue::Literal(it) => vec![Some(&it.literal)],
            NameValue::Item(it) => {
                let particles = [it.dropping_particle.as_ref(), it.non_dropping_particle.as_ref()];
                particles.into_iter().chain([Some(&it.family), it.given.as_ref(), it.suffix.as_ref()]).collect()
            }
        };
        for part in parts {
            heading.push('\u{1}');
            heading.push_str(&undone(part.map_or("", String::as_str)));
        }
    }
    Some(heading)
}

/// Replaces the names with the mark. What follows them, such as a label, is kept.
pub(super) fn substitute(runs: &mut [Run], mark: &str, rule: Rule) {
    let names = first_names(runs);
    let (Some((first, _)), Some((last, _))) = (names.first().copied(), names.last().copied()) else { return };
    match rule {
        Rule::PartialFirst => put(runs, first, mark),
        Rule::CompleteEach | Rule::PartialEach => names.iter().for_each(|(name, _)| put(runs, *name, mark)),
        Rule::CompleteAll => {
            let place = |runs: &[Run], name: Origin| runs.iter().position(|run| run.origin == name);
            let (Some(from), Some(to)) = (place(runs, first), runs.iter().rposition(|run| run.origin == last)) else {
                return;
            };
            let list = runs.get(from).and_then(|run| run.list);
            let et_al = runs.iter().rposition(|run| run.list == list && run.words.contains(ET_AL));
            let to = et_al.map_or(to, |et_al| et_al.max(to));
            let behind = runs.get(to).and_then(|run| Some(run.words.rsplit_once(ET_AL)?.1.to_owned()));
            let space = runs.get(to).map(|run| slice(&run.words, run.words.trim_end().len()..).to_owned());
            let behind = behind.or(space).unwrap_or_default();
            runs.iter_mut().take(to + 1).skip(from).for_each(|run| run.words.clear());
            if let Some(run) = runs.get_mut(from) {
                run.words = format!("{mark}{behind}");
            }
        }
    }
}

/// The mark for one name, with the space after it.
fn put(runs: &mut [Run], name: Origin, mark: &str) {
    replace(runs, |origin| origin == name, |words| Some(format!("{mark}{}", slice(words, words.trim_end().len()..))));
}
