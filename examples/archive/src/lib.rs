//! A small digital archive: it turns record files into a website, with search, a page for each record with a "get
//! citation" box, and downloads for Zotero and other programs. It can write the same pages as a static site.
//!
//! | file | its question |
//! |---|---|
//! | `records` | which records are there? |
//! | `index/` | how are they stored, found and counted? |
//! | `address` `links` `site` | where is a page? |
//! | `accept` `formats` `citation` | in which format does a client want a record, and how is it written? |
//! | `pages/` | what does a page contain? |
//! | `service/` | what is the response to a request? |
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

/// A short hash of bytes: for `ETag`, and to detect that the bundled records changed.
fn tag_of(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    format!("{:016x}", hasher.finish())
}
