//! The addresses that pages link to: of the service, or of files of a static site.

use crate::address::{file_name, percent_encoded, segment};
use crate::formats::{Format, RECORD};

/// The addresses of the pages of an archive, relative to one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Links {
    /// The prefix of every address: `/`, or `../../` from a page of a static site.
    root: String,
    /// Whether it is a static site, which has files and no queries.
    pub is_static: bool,
}

impl Links {
    /// The addresses of the service, below this path: `/`.
    pub fn of_service(root: &str) -> Self {
        Links { root: format!("{}/", root.trim_end_matches('/')), is_static: false }
    }

    /// The addresses of a static site, from a page `depth` folders below its root.
    pub fn of_site(depth: usize) -> Self {
        let root = if depth == 0 { "./".to_owned() } else { "../".repeat(depth) };
        Links { root, is_static: true }
    }

    /// The search, or the first page of the list.
    pub fn home(&self) -> String {
        self.root.clone()
    }

    /// The search with one condition.
    pub fn search(&self, key: &str, value: &str) -> Option<String> {
        (!self.is_static).then(|| format!("{}?{key}={}", self.root, percent_encoded(value)))
    }

    /// A page of the list, on a static site.
    pub fn list(&self, page: usize) -> String {
        if page <= 1 { self.home() } else { format!("{}list/{page}/", self.root) }
    }

    /// One of the site's own files: the style sheet, the script.
    pub fn asset(&self, name: &str) -> String {
        format!("{}assets/{name}", self.root)
    }

    /// The page of a record. In a static site, the name of its folder contains `%2F` for a `/` in the key, so the
    /// address contains `%252F`.
    pub fn record(&self, id: &str) -> String {
        if self.is_static {
            format!("{}records/{}/", self.root, percent_encoded(&file_name(id)))
        } else {
            format!("{}records/{}", self.root, segment(id))
        }
    }

    /// The record's citation in a style.
    pub fn citation(&self, id: &str, style: &str) -> String {
        format!("{}/citation?style={}", self.record(id), percent_encoded(style))
    }

    /// The download of a record in a format.
    pub fn download(&self, id: &str, format: &Format) -> String {
        if self.is_static {
            return format!("{}{}", self.record(id), download_name(format));
        }
        if *format == RECORD {
            return format!("{}/record.json", self.record(id));
        }
        let option = format.option.map(|option| format!("&option={option}")).unwrap_or_default();
        format!("{}{option}&download=1", self.citation(id, format.style))
    }

    /// A list of some records as a bibliography.
    pub fn bibliography(&self) -> String {
        format!("{}bibliography", self.root)
    }

    /// The unAPI server. `None` in a static site.
    pub fn unapi(&self) -> Option<String> {
        (!self.is_static).then(|| format!("{}unapi", self.root))
    }
}

/// The file name of a download in the folder of a record.
pub fn download_name(format: &Format) -> String {
    format!("{}.{}", format.name, format.extension)
}
