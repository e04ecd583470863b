//! Which notation a record file is in.

use std::path::Path;

use serde_json::value::RawValue;

/// A notation of record files.
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
    /// One record, or a list of records, or several YAML documents of these.
    #[cfg(feature = "yaml")]
    Yaml,
    /// One record, or an array of records.
    Json,
    /// A record a line.
    JsonLines,
}

impl RecordFormat {
    /// The format that a file of this name is in: `.yaml`, `.yml`, `.json`, `.jsonl` or `.ndjson`.
    ///
    /// ```
    /// use prefercite::RecordFormat;
    /// use std::path::Path;
    ///
    /// assert_eq!(RecordFormat::from_path(Path::new("archives/fond-45.jsonl")), Some(RecordFormat::JsonLines));
    /// assert_eq!(RecordFormat::from_path(Path::new("archives/fond-45.pdf")), None);
    /// ```
    pub fn from_path(path: &Path) -> Option<RecordFormat> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            #[cfg(feature = "yaml")]
            "yaml" | "yml" => Some(RecordFormat::Yaml),
            "json" => Some(RecordFormat::Json),
            "jsonl" | "ndjson" => Some(RecordFormat::JsonLines),
            _ => None,
        }
    }

    /// The format that a text is in, by the look of it.
    ///
    /// ```
    /// use prefercite::RecordFormat;
    ///
    /// assert_eq!(RecordFormat::detect(r#"[{ "id": "a", "title": "A report" }]"#), RecordFormat::Json);
    /// assert_eq!(RecordFormat::detect("{ \"id\": \"a\" }\n{ \"id\": \"b\" }"), RecordFormat::JsonLines);
    /// ```
    pub fn detect(text: &str) -> RecordFormat {
        if let Some(format) = json_by_its_look(text) {
            return format;
        }
        #[cfg(feature = "yaml")]
        return RecordFormat::Yaml;
        #[cfg(not(feature = "yaml"))]
        RecordFormat::Json
    }
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
