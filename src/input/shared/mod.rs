//! What all readers ask: shelf marks, names, dates, kinds and languages in words, ids, web addresses.
//!
//! Each knows no format: a text goes in, and what it certainly means comes out, or with a doubt, or nothing.

pub(super) mod archives;
pub(super) mod credits;
pub(super) mod dates;
pub(super) mod extra;
pub(super) mod ids;
pub(super) mod kinds;
pub(super) mod languages;
pub(super) mod location;
pub(super) mod markup;
pub(super) mod names;
pub(super) mod sentences;
pub(super) mod shelf;
pub(super) mod titles;
pub(super) mod web;
