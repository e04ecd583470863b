//! Parsers for all readers: shelf marks, names, dates, kinds and languages in words, ids, web addresses.
//!
//! They do not depend on a format. Each takes a text and returns its certain meaning, or a meaning with a doubt, or
//! nothing.

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
