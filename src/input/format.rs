//! The file formats, and their detection.

use std::path::Path;

use serde_json::value::RawValue;

#[cfg(feature = "bib")]
use super::bib;
use super::csl_json;
#[cfg(feature = "xml")]
use super::ead;
#[cfg(feature = "yaml")]
use super::hayagriva;
use super::house_lines;
use super::items::first_item;
use super::ris;
#[cfg(feature = "xml")]
use super::tei;
use super::tropy;
use super::zotero;

/// A format of files with descriptions of documents: our own, or that of another program.
///
/// ```
/// use prefercite::{RecordFormat, Records};
///
/// let lines = "{ \"id\": \"a\", \"title\": \"A report\" }\n{ \"id\": \"b\", \"title\": \"A letter\" }";
/// assert_eq!(Records::new(lines, RecordFormat::JsonLines).count(), 2);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RecordFormat {
    /// Records of our own: one, or a list of them, or several YAML documents of these.
    #[cfg(feature = "yaml")]
    Yaml,
    /// Records of our own: one, or an array of them.
    Json,
    /// Records of our own, one per line.
    JsonLines,
    /// Zotero's own JSON, as exported by Better BibTeX and returned by Zotero's API.
    Zotero,
    /// CSL-JSON, as Zotero, pandoc and citation-js write it.
    CslJson,
    /// RIS, as Zotero, EndNote, Mendeley and the catalogues of archives write it.
    Ris,
    /// BibTeX and BibLaTeX: `.bib` files.
    #[cfg(feature = "bib")]
    BibTex,
    /// hayagriva's YAML, the libraries of Typst.
    #[cfg(feature = "yaml")]
    Hayagriva,
    /// EAD, the format of finding aids, in its versions 2002, 3 and 4.
    #[cfg(feature = "xml")]
    Ead,
    /// Tropy's JSON-LD: the items of a project of photos.
    Tropy,
    /// TEI: letters, indexes of letters, and volumes of documents such as *Foreign Relations of the United States*.
    #[cfg(feature = "xml")]
    Tei,
    /// Citations of the Wilson Center's Digital Archive, one per line, as its pages print them.
    ///
    /// ```
    /// use prefercite::{Cite, RecordFormat, Records, style::WilsonCenter};
    ///
    /// let line = "\"Telegram, Stalin to Mao,\" October 01, 1950, History and Public Policy Program Digital Archive, \
    ///             APRF, f. 45, op. 1, d. 334, ll. 97-98. Translated by Alexandre Mansourov.";
    /// let telegram = Records::new(line, RecordFormat::HouseLines).next().ok_or("no line")??;
    /// assert_eq!(telegram.holdings()[0].path.len(), 3);
    /// assert_eq!(WilsonCenter::new().text(&Cite::new(&telegram)).as_str(), line);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    HouseLines,
}

/// Ends of file names that may be of several formats: the content decides.
const BY_CONTENT: &[&str] = &["json", "jsonld", "xml"];

impl RecordFormat {
    /// Whether it is a format of another program, whose values have a [ledger](crate::input::Records::ledger).
    ///
    /// ```
    /// use prefercite::RecordFormat;
    ///
    /// assert!(RecordFormat::Zotero.is_foreign() && !RecordFormat::JsonLines.is_foreign());
    /// ```
    pub fn is_foreign(self) -> bool {
        match self {
            #[cfg(feature = "yaml")]
            RecordFormat::Yaml => false,
            RecordFormat::Json | RecordFormat::JsonLines => false,
            _ => true,
        }
    }

    /// Whether [`Records::from_reader`](crate::input::Records::from_reader) and
    /// [`Records::from_file`](crate::input::Records::from_file) read this format. For the others use
    /// [`Records::new`](crate::input::Records::new).
    ///
    /// ```
    /// use prefercite::RecordFormat;
    ///
    /// assert!(RecordFormat::JsonLines.has_reader() && !RecordFormat::Zotero.has_reader());
    /// ```
    pub fn has_reader(self) -> bool {
        match self {
            #[cfg(feature = "xml")]
            RecordFormat::Ead => true,
            _ => !self.is_foreign(),
        }
    }

    /// The format for this file name: `.yaml`, `.yml`, `.json`, `.jsonl`, `.ndjson` or the ending of another
    /// program's format. For `.json` it is our own: [`detect_file`](RecordFormat::detect_file) looks at the content too.
    ///
    /// ```
    /// use prefercite::RecordFormat;
    /// use std::path::Path;
    ///
    /// assert_eq!(RecordFormat::from_path(Path::new("archives/fond-45.jsonl")), Some(RecordFormat::JsonLines));
    /// assert_eq!(RecordFormat::from_path(Path::new("archives/fond-45.pdf")), None);
    /// ```
    pub fn from_path(path: &Path) -> Option<RecordFormat> {
        match ending(path)?.as_str() {
            #[cfg(feature = "yaml")]
            "yaml" | "yml" => Some(RecordFormat::Yaml),
            "json" => Some(RecordFormat::Json),
            "jsonl" | "ndjson" => Some(RecordFormat::JsonLines),
            "csljson" => Some(RecordFormat::CslJson),
            "ris" => Some(RecordFormat::Ris),
            #[cfg(feature = "bib")]
            "bib" | "bibtex" | "biblatex" => Some(RecordFormat::BibTex),
            "jsonld" => Some(RecordFormat::Tropy),
            _ => None,
        }
    }

    /// The format of a file by its name and its content. `None` if the extension belongs to no supported format.
    ///
    /// For a name without an extension, and for `.json`, the content decides, as in
    /// [`detect`](RecordFormat::detect).
    ///
    /// ```
    /// use prefercite::RecordFormat;
    /// use std::path::Path;
    ///
    /// let items = br#"[{ "id": "a", "type": "manuscript", "title": "Diary" }]"#;
    /// assert_eq!(RecordFormat::detect_file(Path::new("Library.json"), items), Some(RecordFormat::CslJson));
    /// assert_eq!(RecordFormat::detect_file(Path::new("Library.pdf"), items), None);
    /// ```
    pub fn detect_file(path: &Path, content: &[u8]) -> Option<RecordFormat> {
        let by_content = || {
            // What follows an encoding error does not matter here: the reader reports it.
            let valid = content.utf8_chunks().next().map_or("", |chunk| chunk.valid());
            RecordFormat::detect(valid.strip_prefix('\u{FEFF}').unwrap_or(valid))
        };
        match ending(path) {
            #[cfg(feature = "yaml")]
            Some(ending) if matches!(ending.as_str(), "yaml" | "yml") => {
                Some(by_content()).filter(|format| *format == RecordFormat::Hayagriva).or(Some(RecordFormat::Yaml))
            }
            // Any text ends so: that of another program is known by its content.
            Some(ending) if ending == "txt" => Some(by_content()).filter(|format| format.is_foreign()),
            // XML that is neither a finding aid nor TEI is not YAML either.
            Some(ending) if ending == "xml" => Some(by_content()).filter(|format| format.is_foreign()),
            Some(ending) if !BY_CONTENT.contains(&ending.as_str()) => RecordFormat::from_path(path),
            _ => Some(by_content()),
        }
    }

    /// Detects the format of a text from its content.
    ///
    /// ```
    /// use prefercite::RecordFormat;
    ///
    /// assert_eq!(RecordFormat::detect(r#"[{ "id": "a", "title": "A report" }]"#), RecordFormat::Json);
    /// assert_eq!(RecordFormat::detect("{ \"id\": \"a\" }\n{ \"id\": \"b\" }"), RecordFormat::JsonLines);
    /// assert_eq!(RecordFormat::detect(r#"[{ "id": "a", "type": "letter", "author": [] }]"#), RecordFormat::CslJson);
    /// ```
    pub fn detect(text: &str) -> RecordFormat {
        if let Some(format) = json_by_its_look(text) {
            return foreign_json(text).unwrap_or(format);
        }
        if ris::is_ris(text) {
            return RecordFormat::Ris;
        }
        #[cfg(feature = "bib")]
        if bib::is_bib(text) {
            return RecordFormat::BibTex;
        }
        if text.lines().find(|line| !line.trim().is_empty()).is_some_and(house_lines::is_line) {
            return RecordFormat::HouseLines;
        }
        #[cfg(feature = "xml")]
        if ead::is_ead(text) {
            return RecordFormat::Ead;
        }
        #[cfg(feature = "xml")]
        if tei::is_tei(text) {
            return RecordFormat::Tei;
        }
        #[cfg(feature = "yaml")]
        return if hayagriva::is_file(text) { RecordFormat::Hayagriva } else { RecordFormat::Yaml };
        #[cfg(not(feature = "yaml"))]
        RecordFormat::Json
    }
}

fn ending(path: &Path) -> Option<String> {
    Some(path.extension()?.to_str()?.to_ascii_lowercase())
}

/// The keys at which an object of another program has its items.
const LISTS: &[&str] = &["items", "@graph", "item"];

/// JSON of another program, by its first item.
fn foreign_json(text: &str) -> Option<RecordFormat> {
    let (first, beside) = first_item(text, LISTS);
    let first = first?;
    if tropy::is_item(&first, &beside) {
        return Some(RecordFormat::Tropy);
    }
    let is_zotero = zotero::is_item(&first).then_some(RecordFormat::Zotero);
    is_zotero.or_else(|| csl_json::is_item(&first).then_some(RecordFormat::CslJson))
}

/// JSON, by its look: YAML has flow maps too, but does not put their keys in quotes.
fn json_by_its_look(text: &str) -> Option<RecordFormat> {
    let start = text.trim_start();
    let inside = start.strip_prefix(['{', '['])?.trim_start();
    if !inside.starts_with(['"', '{', '}', ']', '[']) {
        return None;
    }
    let mut lines = start.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next().unwrap_or_default();
    let one_a_line = first.starts_with('{')
        && (serde_json::from_str::<&RawValue>(first).is_ok() || lines.next().is_some_and(|next| next.starts_with('{')));
    if one_a_line {
        return Some(RecordFormat::JsonLines);
    }
    // `[{ id: one }]` is a list of YAML.
    let first_record = inside.strip_prefix('{').map_or(inside, str::trim_start);
    first_record.starts_with(['"', '}', ']']).then_some(RecordFormat::Json)
}
