//! The site's own files: the style sheet, the script, the icon.

/// A file that pages load.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asset {
    /// Its name below `assets/`.
    pub(crate) name: &'static str,
    /// Its media type.
    pub(crate) media: &'static str,
    /// Its content.
    pub(crate) content: &'static str,
}

/// All assets.
pub(crate) const ASSETS: &[Asset] = &[
    Asset { name: "archive.css", media: "text/css; charset=utf-8", content: include_str!("../assets/archive.css") },
    Asset {
        name: "archive.js",
        media: "text/javascript; charset=utf-8",
        content: include_str!("../assets/archive.js"),
    },
    Asset { name: "archive.svg", media: "image/svg+xml", content: include_str!("../assets/archive.svg") },
];
