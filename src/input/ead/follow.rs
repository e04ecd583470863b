//! Applies the table one element at a time, because a value of many parts has one fate.

use std::collections::HashMap;
use std::sync::Arc;

use super::super::draft::Draft;
use super::super::table::How;
use super::fields::{self, Key};
use super::known::Known;
use super::notes::{note, others};
use super::table::TABLE;

/// What is known about a field, and its rows. A finding aid has a few dozen fields, each a hundred thousand times.
#[derive(Debug, Default)]
pub(super) struct Ways {
    fields: HashMap<String, (Arc<Key>, Arc<[usize]>)>,
}

/// The maximum number of remembered fields. No real finding aid has so many; a malicious file may.
const MAX_FIELDS: usize = 10_000;

impl Ways {
    /// Looks up the fields of a component.
    pub(super) fn look_up(&mut self, item: &mut Known, draft: &Draft<'_>) {
        if self.fields.len() > MAX_FIELDS {
            self.fields.clear();
        }
        for at in draft.all("*") {
            let field = draft.field(at);
            let (key, rows) = match self.fields.get(field) {
                Some(known) => known.clone(),
                None => {
                    let key = fields::key(field);
                    let rows = TABLE.iter().enumerate().filter(|(_, row)| fields::matches(row.field, &key.names));
                    let rows: Arc<[usize]> = rows.map(|(index, _)| index).collect();
                    let known = (Arc::new(key), rows);
                    self.fields.insert(field.to_owned(), known.clone());
                    known
                }
            };
            item.keys.push(key);
            item.ways.extend(rows.iter().map(|row| (*row, at)));
        }
    }
}

/// Gives each value of the draft its fate.
pub(super) fn follow(item: &mut Known, draft: &mut Draft<'_>) {
    let mut ways = std::mem::take(&mut item.ways);
    ways.sort_unstable();
    for (row, at) in ways {
        // Dates get their fate after all of them are read.
        let is_held = draft.is_told(at) || item.dates.iter().any(|date| date.values.contains(&at));
        let Some(row) = TABLE.get(row).filter(|_| !is_held) else { continue };
        match row.how {
            How::Text(label) if draft.has(row.key) => note(item, draft, at, label),
            How::Text(_) => {
                let text = item.text(draft, at);
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
