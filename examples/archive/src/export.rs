//! The pages as files: a static site for any web server.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::address::file_name;
use crate::assets::ASSETS;
use crate::citation::{HOUSE, Notation, written};
use crate::formats::{FORMATS, RECORD};
use crate::index::{Index, IndexError, Kept, Query};
use crate::links::{Links, download_name};
use crate::pages::{self, RecordPage};
use crate::site::Site;

/// The reason why a site was not written, or only in part.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExportError {
    /// The folder has files in it: an older site would be mixed with the new one.
    #[error("{}: the folder is not empty; name a new one, or empty it", .0.display())]
    NotEmpty(PathBuf),
    /// A file could not be written.
    #[error("{}: {error}", .path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// The error of the system.
        error: io::Error,
    },
    /// The file system maps two keys to one name, because it ignores case.
    #[error("{}: two records would have this one folder, \"{id}\" and another whose key differs in case; give one another key", .path.display())]
    OneFolder {
        /// The folder.
        path: PathBuf,
        /// The second record.
        id: String,
    },
    /// The index failed.
    #[error(transparent)]
    Index(#[from] IndexError),
}

/// Writes every record, the list of them and their assets into a new or empty folder. Returns the number of files.
///
/// # Errors
///
/// Returns an error if the folder is not empty, a file cannot be written, or the index cannot be read.
pub fn export(index: &Index, site: &Site, folder: &Path) -> Result<usize, ExportError> {
    let mut folder = Folder::new(folder)?;
    for asset in ASSETS {
        folder.write(&["assets", asset.name], asset.content)?;
    }
    let mut n = 1;
    loop {
        let kept = index.records_from(n, 1000)?;
        let Some(last) = kept.last() else { break };
        n = last.n + 1;
        for kept in &kept {
            record(kept, index, site, &mut folder)?;
        }
    }
    list(index, site, &mut folder)?;
    folder.write(
        &["404.html"],
        &pages::message("Not found", "There is no page at this address.", site, &Links::of_site(0)),
    )?;
    Ok(folder.files)
}

fn record(kept: &Kept, index: &Index, site: &Site, folder: &mut Folder) -> Result<(), ExportError> {
    let document = &kept.document;
    let name = file_name(document.id());
    folder.claim(&name, document.id())?;
    let (neighbors, headings) = (index.neighbors(kept.n)?, index.headings(kept.n)?);
    let page = RecordPage { document, neighbors: &neighbors, headings: &headings, style: HOUSE };
    // No style is requested in a static site, and the house style has a line for every document.
    if let Ok(page) = pages::record(&page, site, &Links::of_site(2)) {
        folder.write(&["records", &name, "index.html"], &page)?;
    }
    for format in FORMATS {
        let written =
            format.written_by().and_then(|style| written(document, &*style, format.style, Notation::Plain).ok());
        if let Some(written) = written {
            folder.write(&["records", &name, &download_name(format)], &written.body)?;
        }
    }
    folder.write(&["records", &name, &download_name(&RECORD)], &kept.json)
}

fn list(index: &Index, site: &Site, folder: &mut Folder) -> Result<(), ExportError> {
    let mut page = 1;
    loop {
        let results = index.search(&Query { page, ..Query::default() })?;
        let number = page.to_string();
        if page == 1 {
            folder.write(&["index.html"], &pages::list(page, &results, site, &Links::of_site(0)))?;
        } else {
            folder.write(&["list", &number, "index.html"], &pages::list(page, &results, site, &Links::of_site(2)))?;
        }
        if page >= results.pages {
            return Ok(());
        }
        page += 1;
    }
}

/// The folder of the site. Every name in it is one segment of a path, and cannot lead out of the folder.
struct Folder {
    root: PathBuf,
    /// Names without the difference of case, and the records that have them.
    taken: HashMap<String, String>,
    files: usize,
}

impl Folder {
    fn new(root: &Path) -> Result<Self, ExportError> {
        let failed = |error| ExportError::File { path: root.to_owned(), error };
        fs::create_dir_all(root).map_err(failed)?;
        if fs::read_dir(root).map_err(failed)?.next().is_some() {
            return Err(ExportError::NotEmpty(root.to_owned()));
        }
        Ok(Folder { root: root.to_owned(), taken: HashMap::new(), files: 0 })
    }

    /// Reserves a folder for a record. A site may be copied to other file systems, so case is ignored.
    fn claim(&mut self, name: &str, id: &str) -> Result<(), ExportError> {
        let path = self.root.join("records").join(name);
        match self.taken.insert(name.to_lowercase(), id.to_owned()) {
            None => fs::create_dir_all(&path).map_err(|error| ExportError::File { path, error }),
            Some(_) => Err(ExportError::OneFolder { path, id: id.to_owned() }),
        }
    }

    fn write(&mut self, parts: &[&str], content: &str) -> Result<(), ExportError> {
        let mut path = self.root.clone();
        for part in parts {
            // `file_name` returns none of these. This check must not rely on that.
            let is_name = !part.is_empty() && !part.contains(['/', '\\']) && *part != "." && *part != "..";
            if !is_name {
                let error = io::Error::other("the name leads out of the folder");
                return Err(ExportError::File { path: path.join("?"), error });
            }
            path.push(part);
        }
        let written = (|| {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            // Creates a new file: an existing file or link is never written to.
            File::create_new(&path)?.write_all(content.as_bytes())
        })();
        self.files += 1;
        written.map_err(|error| ExportError::File { path, error })
    }
}
