//! The mapping of a foreign format: one table, which the reader uses and the documentation prints.

use super::draft::{At, Draft};

/// What happens to the values of one field.
///
/// The rows are applied in order. A row that needs the result of another comes after it.
pub(super) struct Row<C> {
    /// The foreign field, as a pattern: see [`Draft::all`](super::draft::Draft::all).
    pub(super) field: &'static str,
    /// The field of the record format, as the documentation names it.
    pub(super) key: &'static str,
    pub(super) how: How<C>,
}

/// A row of a table.
pub(super) const fn row<C>(field: &'static str, key: &'static str, how: How<C>) -> Row<C> {
    Row { field, key, how }
}

/// How a value gets into a field of the record format. `C` is what the reader knows about the item: its language,
/// its kind.
#[cfg_attr(not(test), allow(dead_code, reason = "the words of the documentation are printed by its test"))]
pub(super) enum How<C> {
    /// Unchanged, into the field of the row. If the field already has a value, into the note, with this label.
    Text(&'static str),
    /// Unchanged, but only for such items; for others into the note, with this label.
    Of(&'static str, fn(&C) -> bool, &'static str),
    /// Into the note, with this label.
    Note(&'static str),
    /// Not carried, for this reason.
    Not(&'static str),
    /// By a rule, which the documentation describes in these words. The rule may also take values of other fields.
    By(&'static str, fn(&mut C, &mut Draft<'_>, At)),
}

/// Gives each value of the draft its fate.
pub(super) fn follow<C>(table: &[Row<C>], context: &mut C, draft: &mut Draft<'_>) {
    for row in table {
        for at in draft.all(row.field) {
            // A rule may also have taken values of other fields.
            if draft.is_told(at) {
                continue;
            }
            match row.how {
                How::Text(label) if draft.has(row.key) => draft.note(at, label),
                How::Text(_) => draft.key(at, row.key),
                How::Of(_, is_such, label) if !is_such(context) || draft.has(row.key) => draft.note(at, label),
                How::Of(..) => draft.key(at, row.key),
                How::Note(label) => draft.note(at, label),
                How::Not(why) => draft.not(at, why),
                How::By(_, rule) => rule(context, draft, at),
            }
        }
    }
}

/// A row in words, for the documentation and its test.
#[cfg(test)]
#[derive(Clone, Debug)]
pub(super) struct Described {
    pub(super) field: &'static str,
    pub(super) key: &'static str,
    pub(super) how: String,
}

#[cfg(test)]
pub(super) fn describe<C>(table: &[Row<C>]) -> Vec<Described> {
    let how = |row: &Row<C>| match row.how {
        How::Text(_) => "unchanged".to_owned(),
        How::Of(such, _, label) => format!("unchanged, for {such}; otherwise in the note: “{label}: …”"),
        How::Note(label) => format!("in the note: “{label}: …”"),
        How::Not(why) => format!("not carried: {why}"),
        How::By(words, _) => words.to_owned(),
    };
    table.iter().map(|row| Described { field: row.field, key: row.key, how: how(row) }).collect()
}
