//! Which notation a record file is in.

use std::path::Path;

use serde_json::value::RawValue;

/// A notation of record files.
///
/// ```
/// use prefercite::{Format, Records};
///
/// let lines = "{ \"id\": \"a\", \"title\": \"A report\" }\n{ \"id\": \"b\", \"title\": \"A letter\" }";
/// assert_eq!(Records::new(lines, Format::JsonLines).count(), 2);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// One record, or a list of records, or several YAML documents of these.
    #[cfg(feature = "yaml")]
    Yaml,
    /// One record, or an array of records.
    Json,
    /// A record a line.
    JsonLines,
}

impl Format {
    /// The format that a file of this name is in: `.yaml`, `.yml`, `.json`, `.jsonl` or `.ndjson`.
    ///
    /// ```
    /// use prefercite::Format;
    /// use std::path::Path;
    ///
    /// assert_eq!(Format::of_path(Path::new("archives/fond-45.jsonl")), Some(Format::JsonLines));
    /// assert_eq!(Format::of_path(Path::new("archives/fond-45.pdf")), None);
    /// ```
    pub fn of_path(path: &Path) -> Option<Format> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            #[cfg(feature = "yaml")]
            "yaml" | "yml" => Some(Format::Yaml),
            "json" => Some(Format::Json),
            "jsonl" | "ndjson" => Some(Format::JsonLines),
            _ => None,
        }
    }

    /// The format that a text is in, by the look of it.
    ///
    /// ```
    /// use prefercite::Format;
    ///
    /// assert_eq!(Format::of_text(r#"[{ "id": "a", "title": "A report" }]"#), Format::Json);
    /// assert_eq!(Format::of_text("{ \"id\": \"a\" }\n{ \"id\": \"b\" }"), Format::JsonLines);
    /// ```
    pub fn of_text(text: &str) -> Format {
        if let Some(format) = json_by_its_look(text) {
            return format;
        }
        #[cfg(feature = "yaml")]
        return Format::Yaml;
        #[cfg(not(feature = "yaml"))]
        Format::Json
    }
}

/// JSON, by its look: YAML has flow maps too, but does not put their keys in quotes.
fn json_by_its_look(text: &str) -> Option<Format> {
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
        return Some(Format::JsonLines);
    }
    // `[{ id: one }]` is a list of YAML.
    let first_record = inside.strip_prefix('{').map_or(inside, str::trim_start);
    first_record.starts_with(['"', '}', ']']).then_some(Format::Json)
}
