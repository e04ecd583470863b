//! The names of properties in a Tropy file, according to its context.
//!
//! Tropy names a property by the last part of its address, with a prefix if two of them clash, and by the whole
//! address if it knows no prefix. The context of each file defines the names. Here each property has one name,
//! whatever its name in the file is.

use std::collections::HashMap;

use crate::document::tree::{Content, Node};
use crate::input::items::{at, text_at};

const TROPY: &str = "https://tropy.org/v1/tropy#";

/// Vocabularies and their prefixes in this crate. Tropy's own vocabulary has no prefix.
const VOCABULARIES: &[(&str, &str)] = &[
    ("", TROPY),
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("iptc", "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"),
    ("iptc", "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"),
    ("edm", "http://www.europeana.eu/schemas/edm/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("photoshop", "http://ns.adobe.com/photoshop/1.0/"),
    ("schema", "http://schema.org/"),
    ("schema", "https://schema.org/"),
];

/// The meaning of names in a file without a context: the elements of Dublin Core, and one term.
#[rustfmt::skip]
const ELEMENTS: &[&str] = &[
    "contributor", "coverage", "creator", "date", "description", "format", "identifier", "language", "publisher", "relation", "rights",
    "source", "subject", "title", "type",
];

#[derive(Debug)]
pub(super) struct Names {
    /// The names in the context, with their addresses.
    terms: HashMap<String, String>,
    /// The prefix for all other names.
    vocabulary: String,
    /// Whether the file defines its names.
    is_known: bool,
}

impl Names {
    /// The names of a file without a context.
    pub(super) fn unknown() -> Self {
        let dc = VOCABULARIES.iter().find(|(prefix, _)| *prefix == "dc").map_or("", |(_, address)| address);
        let mut terms: HashMap<String, String> =
            ELEMENTS.iter().map(|name| ((*name).to_owned(), format!("{dc}{name}"))).collect();
        terms.insert("audience".to_owned(), "dcterms:audience".to_owned());
        Names { terms, vocabulary: TROPY.to_owned(), is_known: false }
    }

    pub(super) fn is_known(&self) -> bool {
        self.is_known
    }

    /// The names of a context. A context on the web is not read; then the names of a file without a context are
    /// used.
    pub(super) fn of(context: &Node<'_>) -> Self {
        let mut names = Names { terms: HashMap::new(), vocabulary: TROPY.to_owned(), is_known: false };
        match context.content() {
            Content::List(contexts) => contexts.iter().for_each(|context| names.add(context)),
            _ => names.add(context),
        }
        if names.is_known { names } else { Names::unknown() }
    }

    fn add(&mut self, context: &Node<'_>) {
        let Content::Map(entries) = context.content() else { return };
        self.is_known = true;
        for (name, node) in entries {
            match (name.as_ref(), node.content()) {
                ("@vocab", Content::Scalar(address, _)) => self.vocabulary = address.clone().into_owned(),
                (_, Content::Scalar(address, _)) => {
                    self.terms.insert(name.clone().into_owned(), address.clone().into_owned());
                }
                (_, Content::Map(_)) => {
                    if let Some(address) = text_at(node, "@id") {
                        self.terms.insert(name.clone().into_owned(), address.to_owned());
                    }
                    // Until 0.9 the names of an item's properties were in the context of `item`.
                    if let Some(inner) = at(node, "@context").filter(|_| name == "item") {
                        self.add_terms(inner);
                    }
                }
                _ => {}
            }
        }
    }

    fn add_terms(&mut self, context: &Node<'_>) {
        let Content::Map(entries) = context.content() else { return };
        for (name, node) in entries {
            let address = match node.content() {
                Content::Scalar(address, _) => Some(address.as_ref()),
                _ => text_at(node, "@id"),
            };
            if let Some(address) = address {
                self.terms.insert(name.clone().into_owned(), address.to_owned());
            }
        }
    }

    /// `dc:title`, `box`, or the address of a property in an unknown vocabulary.
    pub(super) fn name(&self, name: &str) -> String {
        if name.starts_with('@') {
            return name.to_owned();
        }
        let address = match self.terms.get(name) {
            Some(address) => self.address(address).unwrap_or_else(|| address.clone()),
            None => self.address(name).unwrap_or_else(|| format!("{}{name}", self.vocabulary)),
        };
        let known = VOCABULARIES.iter().find_map(|(prefix, start)| Some((prefix, address.strip_prefix(start)?)));
        match known {
            Some((&"", rest)) => rest.to_owned(),
            Some((prefix, rest)) => format!("{prefix}:{rest}"),
            None => address,
        }
    }

    /// The address of a name with a prefix.
    fn address(&self, name: &str) -> Option<String> {
        let (prefix, rest) = name.split_once(':')?;
        if rest.starts_with("//") {
            return Some(name.to_owned());
        }
        let by_rule = || match prefix {
            "tropy" => Some(TROPY),
            _ => VOCABULARIES.iter().find(|(known, _)| *known == prefix).map(|(_, address)| *address),
        };
        let start = self.terms.get(prefix).map(String::as_str).or_else(by_rule);
        Some(start.map_or_else(|| name.to_owned(), |start| format!("{start}{rest}")))
    }
}

/// Whether a context is one of Tropy's.
pub(super) fn is_tropy(context: &Node<'_>) -> bool {
    text_at(context, "@vocab") == Some(TROPY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_property_has_one_name() {
        let context: Node<'_> = serde_json::from_str(
            r#"{ "@vocab": "https://tropy.org/v1/tropy#", "title": "http://purl.org/dc/elements/1.1/title",
                 "date": { "@id": "http://purl.org/dc/terms/date", "@type": "https://tropy.org/v1/tropy#date" },
                 "terms": "http://purl.org/dc/terms/", "photo": { "@id": "tropy:photo", "@container": "@list" },
                 "own": "http://example.org/own" }"#,
        )
        .unwrap();
        let names = Names::of(&context);
        for (name, is) in [
            ("title", "dc:title"),
            ("date", "dcterms:date"),
            ("terms:title", "dcterms:title"),
            ("dc:date", "dc:date"),
            ("photo", "photo"),
            ("box", "box"),
            ("url", "url"),
            ("tropy:folder", "folder"),
            ("http://purl.org/dc/elements/1.1/source", "dc:source"),
            ("own", "http://example.org/own"),
            ("http://example.org/title", "http://example.org/title"),
            ("@type", "@type"),
        ] {
            assert_eq!(names.name(name), is, "{name}");
        }
        assert_eq!(Names::unknown().name("title"), "dc:title");
        assert_eq!(Names::unknown().name("box"), "box");
        let old: Node<'_> = serde_json::from_str(
            r#"{ "item": { "@id": "x", "@context": { "title": { "@id": "http://purl.org/dc/terms/title" } } } }"#,
        )
        .unwrap();
        assert_eq!(Names::of(&old).name("title"), "dcterms:title");
    }
}
