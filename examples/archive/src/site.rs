//! The settings of an archive: its name and its public address.

/// The name and the address of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The name of the archive, at the top of its pages.
    pub name: String,
    /// The public address, without a slash at the end: `https://archive.example.org`.
    pub base: String,
}

impl Site {
    /// The path of the public address: empty, or `/archive`.
    pub fn path(&self) -> &str {
        let behind_scheme = self.base.split_once("://").map_or("", |(_, rest)| rest);
        behind_scheme.find('/').and_then(|at| behind_scheme.get(at..)).unwrap_or("")
    }

    /// The whole address of a path below the root of the site: `records/mao-1950`.
    pub fn address(&self, path: &str) -> String {
        format!("{}/{path}", self.base)
    }

    /// The page of a record.
    pub fn record(&self, id: &str) -> String {
        self.address(&format!("records/{}", crate::address::segment(id)))
    }
}
