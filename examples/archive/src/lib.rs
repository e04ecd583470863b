//! A small digital archive: record files in, a website out. Search, a page for each record with its "get citation" box,
//! downloads for Zotero and others, and the same as a static site.
//!
//! | file | its question |
//! |---|---|
//! | `records` | which records are there? |
//! | `index/` | how are they kept, found and counted? |
//! | `address` `links` `site` | where is a page? |
//! | `accept` `formats` `citation` | in which format does a client want a record, and how is it written? |
//! | `pages/` | what does a page say? |
//! | `service/` | what is answered to a request? |
//! | `export` | the pages as files |

#![forbid(unsafe_code)]

mod accept;
pub mod address;
mod assets;
pub mod citation;
mod export;
pub mod formats;
pub mod index;
pub mod links;
pub mod pages;
mod records;
mod service;
mod site;

pub use export::{ExportError, export};
pub use records::{Found, Sources, Unreadable};
pub use service::{Archive, router, serve};
pub use site::Site;

use std::hash::{DefaultHasher, Hasher};

/// A few characters that change when the bytes do: for `ETag`, and to see that the bundled records changed.
fn tag_of(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    format!("{:016x}", hasher.finish())
}
