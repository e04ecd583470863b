//! What the styles of the manuals share: Chicago and MLA ask the same questions of a document, and write English by the
//! same rules. "RULES" and "A1" here are the paragraphs of the project's own rule book, which the cases are drawn from.

pub(crate) mod books;
pub(crate) mod dates;
pub(crate) mod english;
pub(crate) mod lead;
pub(crate) mod links;
pub(crate) mod names;
pub(crate) mod ranges;
pub(crate) mod sentence;
pub(crate) mod shelf;
pub(crate) mod supplied;
pub(crate) mod typography;
