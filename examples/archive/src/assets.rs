//! The files of the site's own: the sheet of styles, the script, the icon.

/// A file that pages load.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asset {
    /// Its name below `assets/`.
    pub(crate) name: &'static str,
    /// Its media type.
    pub(crate) media: &'static str,
    /// What is in it.
    pub(crate) content: &'static str,
}

/// All of them.
pub(crate) const ASSETS: &[Asset] = &[
    Asset { name: "archive.css", media: "text/css; charset=utf-8", content: include_str!("../assets/archive.css") },
    Asset {
        name: "archive.js",
        media: "text/javascript; charset=utf-8",
        content: include_str!("../assets/archive.js"),
    },
    Asset { name: "archive.svg", media: "image/svg+xml", content: include_str!("../assets/archive.svg") },
];
