//! The pages. maud escapes every value and closes every element.

mod bibliography;
mod citation_box;
mod details;
mod layout;
mod message;
mod names;
mod record;
mod search;

pub use bibliography::bibliography;
pub use citation_box::citation_box;
pub use message::message;
pub use names::heading;
pub use record::{RecordPage, record, signposts};
pub use search::{list, search};
