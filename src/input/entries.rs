//! The entries of the ledger for the last record. They are made only if a program asks for them.

use std::sync::OnceLock;

use super::fates::{Fates, Told};
use super::ledger::LedgerEntry;

#[derive(Debug, Default)]
pub(super) struct Entries<'a> {
    /// The values outside the records, and those of a record that was rejected or lost fields, with its number.
    told: Vec<(Option<usize>, Told<'a>)>,
    /// The values of any other record, with its number.
    of_record: Option<(usize, Fates<'a>)>,
    written: OnceLock<Vec<LedgerEntry>>,
}

impl<'a> Entries<'a> {
    pub(super) fn clear(&mut self) {
        *self = Entries::default();
    }

    pub(super) fn extend(&mut self, record: Option<usize>, told: impl IntoIterator<Item = Told<'a>>) {
        self.told.extend(told.into_iter().map(|told| (record, told)));
    }

    /// Sets the values of a record as its reader made it. They come after all others.
    pub(super) fn set_record(&mut self, record: usize, fates: Fates<'a>) {
        self.of_record = Some((record, fates));
    }

    /// The greatest position of a value in the file.
    pub(super) fn last_place(&self) -> usize {
        let told = self.told.iter().map(|(_, told)| told.value.place).max();
        let of_record = self.of_record.as_ref().map(|(_, fates)| fates.last_place());
        told.max(of_record).unwrap_or_default()
    }

    /// The entries, with the lines of their positions.
    pub(super) fn get(&self, line: impl Fn(usize) -> usize) -> &[LedgerEntry] {
        self.written.get_or_init(|| {
            let entry = |record, Told { value, fate, guesses }: Told<'a>| LedgerEntry {
                record,
                line: line(value.place),
                field: (*value.field).to_owned(),
                value: value.text.into_owned(),
                fate,
                guesses,
            };
            let told = self.told.iter().map(|(record, told)| entry(*record, told.clone()));
            let of_record = self.of_record.iter().flat_map(|(record, fates)| {
                let record = Some(*record);
                fates.told().map(move |told| (record, told))
            });
            told.chain(of_record.map(|(record, told)| entry(record, told))).collect()
        })
    }

    /// Takes the entries.
    pub(super) fn take(&mut self, line: impl Fn(usize) -> usize) -> Vec<LedgerEntry> {
        self.get(line);
        std::mem::take(self).written.into_inner().unwrap_or_default()
    }
}
