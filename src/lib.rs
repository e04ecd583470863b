//! prefercite
pub mod citation;
pub mod document;
mod error;
pub mod notation;
pub mod style;

pub use citation::{Citation, Record, Text};
pub use document::*;
pub use error::Error;
pub use style::{Cite, Form, Style};
