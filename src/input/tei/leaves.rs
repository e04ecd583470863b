//! The values of an element with their fields, and the texts that rules ask for.

use std::collections::HashMap;

use crate::input::draft::Value;
use crate::input::fold::fold;
use crate::input::xml::{Child, Element};

/// The maximum length of a name, a date or a title.
const MAX_TEXT: usize = 20_000;

/// Elements that begin a new field anywhere in a header: an edition may have its description of a manuscript in a
/// list of witnesses, in the list of its sources, or directly in the header.
const ANCHORS: &[&str] = &[
    "titleStmt",
    "editionStmt",
    "publicationStmt",
    "seriesStmt",
    "notesStmt",
    "msIdentifier",
    "altIdentifier",
    "physDesc",
    "objectType",
    "bibl",
    "biblStruct",
    "correspDesc",
    "correspContext",
    "particDesc",
    "langUsage",
    "textClass",
    "abstract",
    "creation",
    "encodingDesc",
    "revisionDesc",
];

/// Elements that are part of the running text.
const IN_LINE: &[&str] = &[
    "hi",
    "persName",
    "orgName",
    "placeName",
    "name",
    "rs",
    "gloss",
    "date",
    "time",
    "ref",
    "seg",
    "emph",
    "c",
    "w",
    "ex",
    "abbr",
    "expan",
    "choice",
    "sic",
    "corr",
    "orig",
    "reg",
    "supplied",
    "unclear",
    "add",
    "foreign",
    "term",
    "title",
    "quote",
    "q",
    "num",
    "forename",
    "surname",
    "nameLink",
    "addName",
    "roleName",
    "genName",
    "g",
    "am",
    "soCalled",
    "mentioned",
    "settlement",
    "country",
    "region",
];

/// What is read of an item.
#[derive(Debug, Default)]
pub(super) struct Leaves<'a> {
    pub(super) values: Vec<Value<'a>>,
    /// The texts of elements by their fields, without their notes.
    pub(super) texts: HashMap<String, String>,
    /// The number of elements with this field.
    counts: HashMap<String, usize>,
}

impl<'a> Leaves<'a> {
    /// An element of a header. Its field begins at the innermost of these elements.
    pub(super) fn header(&mut self, element: Element<'a>) {
        self.add(element, &mut String::new(), true);
    }

    /// A document of a volume. Only the texts of elements that describe it are kept.
    pub(super) fn document(&mut self, element: Element<'a>) {
        self.attributes(&element, "document");
        self.document_children(element.children);
    }

    fn document_children(&mut self, children: Vec<Child<'a>>) {
        for child in children {
            match child {
                // A note or an aide-mémoire has its date at the end.
                Child::Element(element) if matches!(element.name, "opener" | "closer") => {
                    self.attributes(&element, &format!("document/{}", element.name));
                    self.document_children(element.children);
                }
                Child::Element(element) => {
                    let says = matches!(element.name, "head" | "dateline" | "seg" | "note" | "list");
                    self.add(element, &mut "document".to_owned(), says);
                }
                Child::Text(text) => self.values.push(Value::new(text.place, "document", text.text)),
            }
        }
    }

    fn attributes(&mut self, element: &Element<'a>, field: &str) {
        for attribute in &element.attributes {
            let field = format!("{field}/@{}", attribute.name);
            self.values.push(Value::new(attribute.place, field, attribute.value.clone()));
        }
    }

    fn add(&mut self, element: Element<'a>, field: &mut String, with_texts: bool) {
        // `<dateline><hi><date>…`: italics around the place and the date.
        if element.name == "hi" && field.starts_with("document/dateline") {
            self.attributes(&element, &format!("{field}/hi"));
            for child in element.children {
                match child {
                    Child::Text(text) => self.values.push(Value::new(text.place, field.as_str(), text.text)),
                    Child::Element(element) => self.add(element, field, with_texts),
                }
            }
            return;
        }
        let is_anchor = ANCHORS.contains(&element.name) && !field.starts_with("document");
        let around = is_anchor.then(|| std::mem::take(field));
        let length = field.len();
        let slash = if field.is_empty() { "" } else { "/" };
        field.push_str(&format!("{slash}{}", step(&element)));
        let count = self.counts.entry(field.clone()).or_default();
        *count += 1;
        if *count > 1 {
            field.push_str(&format!("[{count}]"));
        }
        if with_texts {
            let mut text = String::new();
            add_text(&element, &mut text);
            if text.len() <= MAX_TEXT {
                self.texts.insert(field.clone(), fold(&text).into_owned());
            }
        }
        self.attributes(&element, field);
        for child in element.children {
            match child {
                Child::Text(text) => self.values.push(Value::new(text.place, field.as_str(), text.text)),
                Child::Element(element) => self.add(element, field, with_texts),
            }
        }
        field.truncate(length);
        if let Some(around) = around {
            *field = around;
        }
    }
}

/// The name of an element, or its role: `sent`, `participants`, `sender`.
fn step(element: &Element<'_>) -> String {
    let role = element.attributes.iter().find(|attribute| attribute.name == "role").map(|it| it.value.as_ref());
    if let ("person" | "org", Some(role)) = (element.name, role) {
        match role {
            "sender" | "author" => return "sender".to_owned(),
            "recipient" | "addressee" => return "recipient".to_owned(),
            _ => {}
        }
    }
    let does = element.attributes.iter().find(|attribute| attribute.name == "type").map(|it| it.value.as_ref());
    match (element.name, does) {
        ("correspAction", Some(does)) if matches!(does, "sent" | "received") => does.to_owned(),
        ("list", Some(does)) if matches!(does, "subject" | "participants") => does.to_owned(),
        (name, _) => name.to_owned(),
    }
}

/// The text of an element without notes, other numbers and addresses in it. The first of two readings is used.
fn add_text(element: &Element<'_>, text: &mut String) {
    let mut is_read = false;
    for child in &element.children {
        if text.len() > MAX_TEXT {
            return;
        }
        match child {
            Child::Text(found) => text.push_str(&found.text),
            Child::Element(child)
                if matches!(child.name, "note" | "idno" | "email" | "address")
                    || (element.name == "choice" && is_read) => {}
            Child::Element(child) => {
                let space = if IN_LINE.contains(&child.name) { "" } else { " " };
                text.push_str(space);
                add_text(child, text);
                text.push_str(space);
                is_read = true;
            }
        }
    }
}
