//! The download formats of a record.

use prefercite::style::{self, Style};

/// A format of the downloads, of content negotiation and of unAPI.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// Its name in unAPI.
    pub name: &'static str,
    /// The label of its button.
    pub label: &'static str,
    /// The style that writes it.
    pub style: &'static str,
    /// The option of the style.
    pub option: Option<&'static str>,
    /// Its media type.
    pub media: &'static str,
    /// Other media types for it.
    pub also: &'static [&'static str],
    /// The file extension.
    pub extension: &'static str,
    /// Whether the page has a button for it.
    pub is_offered: bool,
}

/// The record itself, in the JSON of the record format.
pub const RECORD: Format = Format {
    name: "record",
    label: "The record",
    style: "",
    option: None,
    media: "application/json",
    also: &[],
    extension: "json",
    is_offered: true,
};

/// The formats that styles write. If two have the same media type, the first one is the default.
pub const FORMATS: &[Format] = &[
    Format {
        name: "ris-zotero",
        label: "RIS for Zotero",
        style: "ris",
        option: Some("zotero"),
        media: "application/x-research-info-systems",
        also: &[],
        extension: "ris",
        is_offered: true,
    },
    Format {
        name: "ris",
        label: "RIS",
        style: "ris",
        option: None,
        media: "application/x-research-info-systems",
        also: &["text/x-research-info-systems"],
        extension: "ris",
        is_offered: true,
    },
    Format {
        name: "biblatex",
        label: "BibLaTeX",
        style: "biblatex",
        option: None,
        media: "application/x-bibtex",
        also: &["application/x-biblatex"],
        extension: "bib",
        is_offered: true,
    },
    Format {
        name: "bibtex",
        label: "BibTeX",
        style: "bibtex",
        option: None,
        media: "application/x-bibtex",
        also: &["text/x-bibtex"],
        extension: "bib",
        is_offered: true,
    },
    Format {
        name: "csl-json",
        label: "CSL-JSON",
        style: "csl-json",
        option: None,
        media: "application/vnd.citationstyles.csl+json",
        also: &[],
        extension: "json",
        is_offered: true,
    },
    Format {
        name: "hayagriva",
        label: "Typst (hayagriva)",
        style: "hayagriva",
        option: None,
        media: "application/yaml",
        also: &["application/x-yaml", "text/yaml"],
        extension: "yml",
        is_offered: true,
    },
    Format {
        name: "json-ld",
        label: "JSON-LD",
        style: "json-ld",
        option: None,
        media: "application/ld+json",
        also: &["application/vnd.schemaorg.ld+json"],
        extension: "jsonld",
        is_offered: false,
    },
];

impl Format {
    /// The style that writes it. `None` for the record itself.
    pub fn written_by(&self) -> Option<Box<dyn Style>> {
        style::named_with(self.style, self.option.as_slice()).ok()
    }

    /// The format that a style writes by default, or with this option.
    pub fn of_style(style: &str, option: Option<&str>) -> Option<&'static Format> {
        let of_style = || FORMATS.iter().filter(|format| format.style == style);
        of_style().find(|format| format.option == option).or_else(|| of_style().find(|format| format.option.is_none()))
    }

    /// The format of this media type.
    pub fn of_media(media: &str) -> Option<&'static Format> {
        let named = FORMATS.iter().filter(|format| format.option.is_none());
        named.clone().find(|format| format.also.contains(&media)).or_else(|| {
            // BibTeX and BibLaTeX have the same media type. A client that requests the type by name expects BibTeX.
            let plain = named.clone().find(|format| format.name == "bibtex" && format.media == media);
            plain.or_else(|| named.clone().find(|format| format.media == media))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_format_is_written_and_has_a_media_type_that_finds_it() {
        for format in FORMATS {
            assert!(format.written_by().is_some(), "no style {}", format.style);
            for media in format.also.iter().chain([&format.media]) {
                assert_eq!(Format::of_media(media).map(|it| it.extension), Some(format.extension), "{media}");
            }
        }
    }
}
