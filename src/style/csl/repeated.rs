//! Names that the entry before opens with: `———.`

use hayagriva::citationberg::SubsequentAuthorSubstituteRule as Rule;
use hayagriva::citationberg::json::{Item, NameValue, Value};

use super::apart::leading;
use super::disguise::{ET_AL, undone};
use super::tree::{Origin, Run};

/// What two entries have in common for which the mark stands: whole names, and all of them, also behind "et al." It would
/// print one person's mark over another's work else.
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

/// Puts the mark for the names; what stands behind them, as a label does, stays.
pub(super) fn substitute(runs: &mut [Run], mark: &str, rule: Rule) {
    let is_name = |run: &Run| matches!(run.origin, Origin::Name { .. });
    let Some(first) = runs.iter().position(is_name) else { return };
    let list = runs.get(first).and_then(|run| run.list);
    let mut last = runs.iter().rposition(|run| run.list == list && is_name(run)).unwrap_or(first);
    if let Some(et_al) = runs.iter().rposition(|run| run.list == list && run.words.contains(ET_AL)) {
        last = last.max(et_al);
    }
    let origin = runs.get(first).map(|run| run.origin);
    let one_by_one = matches!(rule, Rule::CompleteEach | Rule::PartialEach);
    let mut before = None;
    for (place, run) in runs.iter_mut().enumerate() {
        let is_meant = match rule {
            Rule::PartialFirst => Some(run.origin) == origin,
            Rule::CompleteAll => (first..=last).contains(&place),
            Rule::CompleteEach | Rule::PartialEach => run.list == list && is_name(run),
        };
        if !is_meant {
            continue;
        }
        let opens = place == first || one_by_one && before.replace(run.origin) != Some(run.origin);
        let words = std::mem::take(&mut run.words);
        if opens {
            run.words.push_str(mark);
        }
        // What stands behind the last name or "et al." in the same run: punctuation, a label.
        let behind = match words.rsplit_once(ET_AL) {
            Some((_, behind)) => behind,
            None if is_name(run) => words.get(words.trim_end().len()..).unwrap_or_default(),
            None => "",
        };
        if place == last || one_by_one || rule == Rule::PartialFirst {
            run.words.push_str(behind);
        }
        if opens {
            before = Some(run.origin);
        }
    }
}
