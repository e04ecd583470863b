//! Books, chapters, articles, theses and web pages of a CSL-JSON file, as Zotero and other reference managers write it.

use std::collections::HashMap;

use prefercite::Document;
use serde_json::{Map, Value, json};

/// The items of a file by their ids.
#[derive(Default)]
pub(crate) struct Library {
    items: HashMap<String, Value>,
}

impl Library {
    /// Of a text, if it is a list of CSL-JSON items: these have a `type`, and records have none.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let items: Vec<Value> = match serde_json::from_str(text.trim_start_matches('\u{feff}')).ok()? {
            Value::Array(items) => items,
            Value::Object(mut whole) => match whole.remove("items")? {
                Value::Array(items) => items,
                _ => return None,
            },
            _ => return None,
        };
        let is_item = |item: &Value| item.get("type").is_some_and(Value::is_string) && item.get("kind").is_none();
        if items.is_empty() || !items.iter().all(is_item) {
            return None;
        }
        let with_id = |item: Value| Some((id(&item)?, item));
        Some(Library { items: items.into_iter().filter_map(with_id).collect() })
    }

    /// The item of this id as a record, or why it is none.
    pub(crate) fn document(&self, id: &str) -> Option<Result<Document, String>> {
        let item = self.items.get(id)?;
        Some(record(id, item).and_then(|record| serde_json::from_value(record).map_err(|error| error.to_string())))
    }
}

/// A citation key of Better BibTeX is the key where there is one.
fn id(item: &Value) -> Option<String> {
    let of = |key: &str| match item.get(key)? {
        Value::String(id) => Some(id.clone()),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    };
    of("citation-key").or_else(|| of("id"))
}

fn record(id: &str, item: &Value) -> Result<Value, String> {
    let kind = item.get("type").and_then(Value::as_str).unwrap_or_default();
    let (kind, is_work) = match kind {
        "book" => ("book", true),
        "chapter" => ("chapter", false),
        "article-journal" | "article-magazine" | "article-newspaper" | "article" => ("article", false),
        "thesis" => ("thesis", false),
        "webpage" | "post-weblog" | "post" => ("web-page", false),
        other => {
            return Err(format!(
                "the type \"{other}\" is not one of book, chapter, article, thesis, web page; write a record for it"
            ));
        }
    };
    let mut record = Map::new();
    let mut set = |key: &str, value: Option<Value>| _ = value.map(|value| record.insert(key.to_owned(), value));
    set("id", Some(json!(id)));
    set("kind", Some(json!(kind)));
    set("title", title(item, is_work));
    set("creators", names(item, "author"));
    set("genre", text(item, "genre").filter(|_| kind == "thesis"));
    set("source", Some(source(item, kind)?));
    let mut surrogate = Map::new();
    for (key, value) in [
        ("archive", text(item, "archive").filter(|_| kind == "thesis")),
        ("id", text(item, "archive_location").filter(|_| kind == "thesis")),
        ("url", text(item, "URL").filter(|_| kind == "web-page" && item.get("accessed").is_some())),
        ("accessed", date(item, "accessed")?.filter(|_| kind == "web-page")),
    ] {
        surrogate.extend(value.map(|value| (key.to_owned(), value)));
    }
    if surrogate.contains_key("url") || surrogate.contains_key("archive") {
        set("surrogates", Some(json!([surrogate])));
    }
    Ok(Value::Object(record))
}

fn source(item: &Value, kind: &str) -> Result<Value, String> {
    let mut source = Map::new();
    let mut set = |key: &str, value: Option<Value>| _ = value.map(|value| source.insert(key.to_owned(), value));
    let container = text(item, "container-title");
    // Newspapers and magazines are cited by their date alone (B28).
    let by_date = ["article-newspaper", "article-magazine"].iter().any(|it| item.get("type") == Some(&json!(it)));
    match kind {
        "chapter" => set("title", container),
        "article" | "web-page" => set("container", container),
        _ => {}
    }
    for (key, variable) in [
        ("series", "collection-title"),
        ("volume", "volume"),
        ("issue", "issue"),
        ("pages", "page"),
        ("place", "publisher-place"),
        ("publisher", "publisher"),
        ("isbn", "ISBN"),
        ("doi", "DOI"),
    ] {
        let is_said = !(by_date && ["volume", "issue", "publisher"].contains(&key));
        set(key, text(item, variable).filter(|_| is_said));
    }
    set("edition", edition(item));
    set("url", text(item, "URL").filter(|_| text(item, "DOI").is_none()));
    set("editors", names(item, "editor"));
    set("translators", names(item, "translator"));
    set("date", date(item, "issued")?);
    Ok(Value::Object(source))
}

/// A text, without the tags that CSL-JSON allows in it.
fn text(item: &Value, key: &str) -> Option<Value> {
    let text = match item.get(key)? {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    let tags = ["i", "b", "sup", "sub", "sc", "span"];
    let mut plain = String::new();
    let mut rest = text.as_str();
    while let Some((before, behind)) = rest.split_once('<') {
        plain.push_str(before);
        let name = behind.trim_start_matches('/').split([' ', '>']).next().unwrap_or_default();
        match behind.split_once('>').filter(|_| tags.contains(&name)) {
            Some((_, after)) => rest = after,
            None => {
                plain.push('<');
                rest = behind;
            }
        }
    }
    plain.push_str(rest);
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    (!plain.is_empty()).then(|| json!(plain))
}

/// `2` is `2nd ed.`
fn edition(item: &Value) -> Option<Value> {
    let edition = text(item, "edition")?;
    let Some(number) = edition.as_str().and_then(|it| it.parse::<u32>().ok()) else { return Some(edition) };
    let ending = match (number % 10, number % 100) {
        (1, rest) if rest != 11 => "st",
        (2, rest) if rest != 12 => "nd",
        (3, rest) if rest != 13 => "rd",
        _ => "th",
    };
    Some(json!(format!("{number}{ending} ed.")))
}

fn title(item: &Value, is_work: bool) -> Option<Value> {
    let mut title = Map::new();
    title.insert("text".to_owned(), text(item, "title")?);
    title.extend(
        text(item, "title-short").or_else(|| text(item, "shortTitle")).map(|short| ("short".to_owned(), short)),
    );
    if is_work {
        title.insert("form".to_owned(), json!("work"));
    }
    Some(Value::Object(title))
}

fn names(item: &Value, key: &str) -> Option<Value> {
    let name = |name: &Value| -> Option<Value> {
        if let Some(body) = text(name, "literal") {
            return Some(json!({ "body": body }));
        }
        let mut person = Map::new();
        for (key, variable) in [
            ("family", "family"),
            ("given", "given"),
            ("suffix", "suffix"),
            ("particle", "non-dropping-particle"),
            ("dropping-particle", "dropping-particle"),
        ] {
            person.extend(text(name, variable).map(|value| (key.to_owned(), value)));
        }
        if !person.contains_key("family") {
            let given = person.remove("given")?;
            person.insert("family".to_owned(), given);
        }
        Some(Value::Object(person))
    };
    let names: Vec<Value> = item.get(key)?.as_array()?.iter().filter_map(name).collect();
    (!names.is_empty()).then_some(Value::Array(names))
}

/// `{"date-parts": [[1950, 10, 1]]}`, a range of two, a season, or words.
fn date(item: &Value, key: &str) -> Result<Option<Value>, String> {
    let Some(date) = item.get(key) else { return Ok(None) };
    if let Some(words) = ["literal", "raw"].into_iter().find_map(|key| date.get(key)?.as_str()) {
        let is_plain = !words.is_empty() && words.chars().all(|c| c.is_ascii_digit() || c == '-');
        return Ok(Some(if is_plain { json!(words) } else { json!({ "display": words }) }));
    }
    let wrong = || format!("{key} has no date-parts of year, month and day");
    let parts = date.get("date-parts").and_then(Value::as_array).ok_or_else(wrong)?;
    let season = date.get("season").and_then(number).filter(|season| (1..=4).contains(season));
    let one = |parts: &Value| -> Option<String> {
        let numbers: Vec<i64> = parts.as_array()?.iter().filter_map(number).collect();
        match (numbers.as_slice(), season) {
            ([year], Some(season)) => Some(format!("{year:04}-{}", 20 + season)),
            ([year], None) => Some(format!("{year:04}")),
            ([year, month], _) if (13..=16).contains(month) => Some(format!("{year:04}-{}", month + 8)),
            ([year, month], _) => Some(format!("{year:04}-{month:02}")),
            ([year, month, day], _) => Some(format!("{year:04}-{month:02}-{day:02}")),
            _ => None,
        }
    };
    let ends: Vec<String> = parts.iter().map(one).collect::<Option<_>>().ok_or_else(wrong)?;
    Ok((!ends.is_empty()).then(|| json!(ends.join("/"))))
}

/// A number, or its digits in a text.
fn number(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.trim().parse().ok())
}
