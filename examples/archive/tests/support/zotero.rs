//! What Zotero reads from a page, by the field lists of its readers: `openurl.js` for COinS, the translators
//! *Embedded Metadata* and *RDF* for the elements of the head. Written from their documentation, without their code.

use std::collections::BTreeMap;

use super::dom::Page;

/// An item of Zotero.
#[derive(Debug, Default)]
pub struct Item {
    pub kind: String,
    pub fields: BTreeMap<String, String>,
    /// Roles and names, in the order of the page.
    pub creators: Vec<(String, String)>,
}

impl Item {
    pub fn get(&self, field: &str) -> &str {
        self.fields.get(field).map_or("", String::as_str)
    }

    pub fn names(&self, role: &str) -> Vec<&str> {
        self.creators.iter().filter(|(it, _)| it == role).map(|(_, name)| name.as_str()).collect()
    }

    fn set(&mut self, field: &str, value: &str) {
        self.fields.insert(field.to_owned(), value.to_owned());
    }

    fn add(&mut self, role: &str, name: &str) {
        self.creators.push((role.to_owned(), natural(name)));
    }
}

/// A name is split at its comma. A name in one field ends in a comma.
fn natural(name: &str) -> String {
    match name.split_once(',') {
        Some((family, given)) if given.trim().is_empty() => family.trim().to_owned(),
        Some((family, given)) => format!("{} {}", given.trim(), family.trim()),
        None => name.to_owned(),
    }
}

/// The item of a page's COinS: a `span` of the class `Z3988`, whose title is an OpenURL context object.
pub fn from_coins(page: &Page) -> Item {
    let spans: Vec<_> =
        page.all("span").filter(|it| it.get("class").is_some_and(|it| it.split(' ').any(|it| it == "Z3988"))).collect();
    assert_eq!(spans.len(), 1, "a page of one record has one COinS");
    let pairs: Vec<(String, String)> =
        form_urlencoded::parse(spans[0].get("title").unwrap().as_bytes()).into_owned().collect();
    let format = pairs.iter().find(|(key, _)| key == "rft_val_fmt").map_or("", |(_, value)| value);
    let genre = pairs.iter().find(|(key, _)| key == "rft.genre").map_or("", |(_, value)| value);
    let kind = match (format.rsplit(':').next().unwrap_or_default(), genre) {
        ("journal", _) => "journalArticle",
        ("book", "bookitem") => "bookSection",
        ("book", "report") => "report",
        ("book", _) => "book",
        ("dissertation", _) => "thesis",
        _ => "webpage",
    };
    let mut item = Item { kind: kind.to_owned(), ..Item::default() };
    for (key, value) in &pairs {
        match key.as_str() {
            "rft_id" if value.starts_with("http") => item.set("url", value),
            "rft_id" if value.starts_with("info:doi/") => item.set("DOI", &value["info:doi/".len()..]),
            "rft.type" => item.kind.clone_from(value),
            "rft.title" | "rft.btitle" | "rft.atitle" => item.set("title", value),
            "rft.date" => item.set("date", value),
            "rft.source" | "rft.jtitle" => item.set("publicationTitle", value),
            "rft.place" => item.set("place", value),
            "rft.pub" | "rft.publisher" => item.set("publisher", value),
            "rft.description" => item.set("abstractNote", value),
            "rft.rights" => item.set("rights", value),
            "rft.language" => item.set("language", value),
            "rft.identifier" if value.starts_with("http") => item.set("url", value),
            "rft.creator" | "rft.au" => item.add("author", value),
            "rft.contributor" => item.add("contributor", value),
            _ => {}
        }
    }
    item
}

/// The item of the `meta` elements of a page's head: Highwire's names, Dublin Core, and Zotero's own namespace.
pub fn from_head(page: &Page) -> Item {
    // The namespaces that the translator always knows, and those that the page declares.
    let mut namespaces: BTreeMap<String, String> = [
        ("dc", "http://purl.org/dc/elements/1.1/"),
        ("dcterms", "http://purl.org/dc/terms/"),
        ("z", "http://www.zotero.org/namespaces/export#"),
        ("bib", "http://purl.org/net/biblio#"),
    ]
    .map(|(prefix, address)| (prefix.to_owned(), address.to_owned()))
    .into();
    for link in page.all("link") {
        if let Some(prefix) = link.get("rel").and_then(|rel| rel.strip_prefix("schema.")) {
            namespaces.insert(prefix.to_ascii_lowercase(), link.get("href").unwrap().to_owned());
        }
    }
    let mut item = Item::default();
    let mut highwire = Vec::new();
    for meta in page.all("meta") {
        let name = meta.get("name").or(meta.get("property"));
        let (Some(name), Some(value)) = (name, meta.get("content")) else { continue };
        let Some(cut) = name.find(['.', ':', '_']) else { continue };
        let Some(namespace) = namespaces.get(&name[..cut].to_ascii_lowercase()) else {
            highwire.push((name, value));
            continue;
        };
        let property = &name[cut + 1..];
        let local = property[..1].to_ascii_lowercase() + &property[1..];
        match (namespace.as_str(), local.as_str()) {
            ("http://www.zotero.org/namespaces/export#", "itemType") => item.kind = value.to_owned(),
            ("http://www.zotero.org/namespaces/export#", role) if role.ends_with("ients") || role.ends_with("ers") => {
                item.add(role.trim_end_matches('s'), value);
            }
            ("http://www.zotero.org/namespaces/export#", field) => item.set(field, value),
            (_, "creator") => item.add("author", value),
            (_, "title") => item.set("title", value),
            (_, "date") => item.set("date", value),
            (_, "language") => item.set("language", value),
            (_, "abstract") => item.set("abstractNote", value),
            (_, "rights") => item.set("rights", value),
            _ => {}
        }
    }
    // Highwire's names have precedence over the others. Its authors make Zotero drop every other role.
    if highwire.iter().any(|(name, _)| *name == "citation_author") {
        item.creators.clear();
    }
    for (name, value) in highwire {
        match name {
            "citation_title" => item.set("title", value),
            "citation_date" | "citation_publication_date" => item.set("date", value),
            "citation_public_url" => item.set("url", value),
            "citation_language" => item.set("language", value),
            "citation_doi" => item.set("DOI", value),
            "citation_author" => item.add("author", value),
            _ => {}
        }
    }
    item
}
