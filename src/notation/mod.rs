//! How a citation is written: each notation escapes everything for itself, in one file, and decides nothing else.

mod html;
mod latex;
mod markdown;
mod plain;
mod typst;

pub use html::Html;
pub use latex::Latex;
pub use markdown::Markdown;
pub use plain::Plain;
pub use typst::Typst;
