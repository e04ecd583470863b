//! An element with its whole content.

use std::collections::HashMap;

use super::super::draft::Value;
use super::super::item::{Broken, MAX_NODES};
use super::{Attribute, Piece, Tag, Text, Xml};
use crate::document::fault::FieldErrorKind;

/// An element that has been read completely.
#[derive(Debug)]
pub(in crate::input) struct Element<'a> {
    pub(in crate::input) place: usize,
    pub(in crate::input) name: &'a str,
    pub(in crate::input) attributes: Vec<Attribute<'a>>,
    pub(in crate::input) children: Vec<Child<'a>>,
}

#[derive(Debug)]
pub(in crate::input) enum Child<'a> {
    Element(Element<'a>),
    Text(Text<'a>),
}

impl<'a> Xml<'a> {
    /// The element that begins with this tag, up to its end. If it contains errors, the first one.
    pub(in crate::input) fn element(&mut self, tag: Tag<'a>) -> Result<Element<'a>, Broken> {
        let (place, mut nodes) = (tag.place, tag.attributes.len());
        let (mut fault, mut open) = (None, Vec::new());
        let mut element = Element::new(tag, &mut fault);
        while let Some(piece) = self.next() {
            nodes += 1;
            if nodes > MAX_NODES {
                let problem = FieldErrorKind::LimitExceeded { what: "values", limit: MAX_NODES };
                fault.get_or_insert(Broken { place, problem });
                element.children.clear();
            }
            match piece {
                Ok(Piece::Text(text)) => element.children.push(Child::Text(text)),
                Ok(Piece::Start(tag)) => {
                    nodes += tag.attributes.len();
                    let child = Element::new(tag, &mut fault);
                    open.push(std::mem::replace(&mut element, child));
                }
                Ok(Piece::End) => match open.pop() {
                    Some(parent) => {
                        let child = std::mem::replace(&mut element, parent);
                        element.children.push(Child::Element(child));
                    }
                    None => break,
                },
                Err(broken) => _ = fault.get_or_insert(broken),
            }
        }
        fault.map_or(Ok(element), Err)
    }
}

impl<'a> Element<'a> {
    fn new(tag: Tag<'a>, fault: &mut Option<Broken>) -> Self {
        if let (None, Some(broken)) = (&fault, tag.broken) {
            *fault = Some(*broken);
        }
        Element { place: tag.place, name: tag.name, attributes: tag.attributes, children: Vec::new() }
    }

    /// Every attribute and text in it, with its field: `did/unitdate[2]/@normal`.
    pub(in crate::input) fn add_values(&self, field: &mut String, found: &mut Vec<Value<'a>>) {
        add_attributes(&self.attributes, field, found);
        let mut counts = Counts::default();
        let length = field.len();
        for child in &self.children {
            match child {
                Child::Text(Text { place, text, .. }) => found.push(Value::new(*place, field.as_str(), text.clone())),
                Child::Element(element) => {
                    push_step(field, element.name, counts.next(element.name));
                    element.add_values(field, found);
                    field.truncate(length);
                }
            }
        }
    }
}

/// The number of elements of each name so far. Most elements have few, so the first names are in a list.
#[derive(Debug, Default)]
pub(in crate::input) struct Counts<'n> {
    first: [(Option<&'n str>, usize); 8],
    others: HashMap<&'n str, usize>,
}

impl<'n> Counts<'n> {
    /// The number of the next element of this name, from 1.
    pub(in crate::input) fn next(&mut self, name: &'n str) -> usize {
        // A name may be empty: the one of `<c:>`, without its prefix.
        let count = match self.first.iter_mut().find(|(first, _)| first.is_none_or(|first| first == name)) {
            Some((first, count)) => {
                *first = Some(name);
                count
            }
            None => self.others.entry(name).or_default(),
        };
        *count += 1;
        *count
    }

    /// Undoes the last call for this name.
    pub(in crate::input) fn take_back(&mut self, name: &'n str) {
        let first = self.first.iter_mut().find(|(first, _)| *first == Some(name)).map(|(_, count)| count);
        if let Some(count) = first.or_else(|| self.others.get_mut(name)) {
            *count = count.saturating_sub(1);
        }
    }
}

/// The attributes of a tag as values.
pub(in crate::input) fn add_attributes<'a>(attributes: &[Attribute<'a>], field: &str, found: &mut Vec<Value<'a>>) {
    for Attribute { place, name, value } in attributes {
        let mut own = String::with_capacity(field.len() + 2 + name.len());
        own.push_str(field);
        own.push_str(if field.is_empty() { "@" } else { "/@" });
        own.push_str(name);
        found.push(Value::new(*place, own, value.clone()));
    }
}

/// The next step of a field. The second and later elements of the same name are numbered.
pub(in crate::input) fn push_step(field: &mut String, name: &str, count: usize) {
    if !field.is_empty() {
        field.push('/');
    }
    field.push_str(name);
    if count > 1 {
        field.push_str(&format!("[{count}]"));
    }
}
