//! The table is followed an element at a time: a value of many parts has one fate.

use std::collections::HashMap;

use super::super::draft::{At, Draft};
use super::super::table::How;
use super::fields;
use super::known::{Known, texts};
use super::table::TABLE;

/// Which rows a field has: a finding aid has some dozen fields, and each of them a hundred thousand times.
#[derive(Debug, Default)]
pub(super) struct Ways {
    rows: HashMap<String, Vec<usize>>,
}

impl Ways {
    /// Gives each value of the draft its fate.
    pub(super) fn follow(&mut self, item: &mut Known, draft: &mut Draft<'_>) {
        let mut ways = Vec::new();
        for at in draft.all("*") {
            let names = fields::key(draft.field(at)).names;
            let rows = self.rows.entry(names).or_insert_with_key(|names| {
                let rows = TABLE.iter().enumerate().filter(|(_, row)| fields::matches(row.field, names));
                rows.map(|(index, _)| index).collect()
            });
            ways.extend(rows.iter().map(|row| (*row, at)));
        }
        ways.sort_unstable();
        for (row, at) in ways {
            // Dates have their fate when all of them are read.
            let is_held = draft.is_told(at) || item.dates.iter().any(|date| date.values.contains(&at));
            let Some(row) = TABLE.get(row).filter(|_| !is_held) else { continue };
            match row.how {
                How::Text(label) if draft.has(row.key) => note(item, draft, at, label),
                How::Text(_) => {
                    let text = item.text(draft, at);
                    let others = others(draft, at);
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
}

/// All of an element as one sentence of the note.
pub(super) fn note(item: &Known, draft: &mut Draft<'_>, at: At, label: &'static str) {
    let text = item.text(draft, at);
    let others = others(draft, at);
    draft.note_as(at, label, text);
    others.into_iter().for_each(|at| draft.note_of(at, label));
}

/// The other texts of the element that a value is in.
pub(super) fn others(draft: &Draft<'_>, at: At) -> Vec<At> {
    let element = fields::element(draft.field(at)).to_owned();
    let mut found = texts(draft, at, &element);
    // A date in a title is an element of its own.
    found.retain(|other| *other != at && fields::element(draft.field(*other)) == element);
    found
}
