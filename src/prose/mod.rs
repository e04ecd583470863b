//! Prose for styles that print sentences.

pub(crate) mod books;
pub(crate) mod dates;
pub mod language;
pub(crate) mod lead;
pub(crate) mod links;
pub(crate) mod lists;
pub(crate) mod names;
pub(crate) mod ranges;
pub(crate) mod repository;
pub(crate) mod sentence;
pub(crate) mod shelf;
pub(crate) mod supplied;
pub(crate) mod typography;

pub use language::{DE, EN_GB, EN_US, FR, Language};
