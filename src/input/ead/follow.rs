//! Applies the table one element at a time, because a value of many parts has one fate.

use super::super::draft::{At, Draft};
use super::super::table::How;
use super::known::Known;
use super::notes::{note, others};
use super::table::TABLE;

/// Gives each value of the draft its fate.
pub(super) fn follow(item: &mut Known, draft: &mut Draft<'_>) {
    let mut rows: Vec<(usize, At)> = Vec::with_capacity(2 * item.ways.len());
    for at in draft.open() {
        rows.extend(item.way(at).iter().flat_map(|way| &way.rows).map(|row| (*row, at)));
    }
    rows.sort_unstable();
    for (row, at) in rows {
        // Dates get their fate after all of them are read.
        let is_held = draft.is_told(at) || item.dates.iter().any(|date| date.values.contains(&at));
        let Some(row) = TABLE.get(row).filter(|_| !is_held) else { continue };
        match row.how {
            How::Text(label) if draft.has(row.key) => note(item, draft, at, label),
            How::Text(_) => {
                let text = item.text(draft, at).into_owned();
                let others = others(item, draft, at);
                draft.key_as(at, row.key, text);
                others.into_iter().for_each(|at| draft.key_of(at, row.key));
            }
            How::Note(label) => note(item, draft, at, label),
            How::Not(why) => draft.not(at, why),
            How::By(_, rule) => rule(item, draft, at),
            How::Of(..) => {}
        }
    }
}
