//! Rules for fields that do not go into a key unchanged: of Zotero's items, and of CSL-JSON, which has the same
//! data.

mod known;
mod literature;
mod people;
mod what;
mod whereabouts;

pub(in crate::input) use known::Known;
pub(in crate::input) use literature::{
    edition, issue, journal, original_date, original_place, original_publisher, original_title, publisher,
    reviewed_title, series, series_number, volume,
};
pub(in crate::input) use people::{creator, institution, place_of, single};
pub(in crate::input) use what::{date, extra, genre, id, kind, language, note, number, pages, subject, title};
pub(in crate::input) use whereabouts::{
    accessed, address, archive, call_number, catalog, doi, leaves, location, place, place_of_archive,
    put_address_of_visit,
};
