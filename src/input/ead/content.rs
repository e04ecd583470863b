//! Reads the content of a component: its values, and the texts of its elements.

use std::borrow::Cow;

use super::super::draft::Value;
use super::super::fates::{Held, has_visible};
use super::super::fold::fold;
use super::super::item::{Broken, MAX_NODES};
use super::super::xml::{Attribute, Counts, Piece, Tag, Text, Xml};
use super::fields;
use super::known::Known;
use super::way::Flow;
use super::ways::{COMPONENT, Ways};
use crate::document::fault::FieldErrorKind;

/// A component that is being read.
pub(super) struct Content<'a> {
    pub(super) ways: Ways,
    /// Gets the way to each value, and the whole text of each element with more than one value. An element that only
    /// groups others has no text of its own.
    pub(super) item: Known,
    /// The values with visible text.
    pub(super) values: Vec<Held<'a>>,
    /// The elements directly in the component.
    counts: Counts<'a>,
    /// Where the text of an element is assembled.
    text: String,
    /// The number of nodes of an element in the component, and its first error.
    nodes: usize,
    fault: Option<Broken>,
}

impl<'a> Content<'a> {
    pub(super) fn new(ways: Ways, item: Known, attributes: Vec<Attribute<'a>>) -> Self {
        let (values, counts, text) = (Vec::with_capacity(16), Counts::default(), String::new());
        let mut content = Content { ways, item, values, counts, text, nodes: 0, fault: None };
        content.item.ways.reserve(16);
        content.attributes(COMPONENT, attributes);
        content
    }

    /// Reads an element of the component, up to its end. If it contains errors, it is left out, and the first one is
    /// returned.
    pub(super) fn read(&mut self, xml: &mut Xml<'a>, tag: Tag<'a>) -> Result<(), Broken> {
        let (name, place) = (tag.name, tag.place);
        let before = (self.values.len(), self.item.texts.len());
        let way = self.ways.element(COMPONENT, name, self.counts.next(name));
        self.nodes = 0;
        self.element(xml, tag, way, None, place);
        let Some(fault) = self.fault.take() else {
            return Ok(());
        };
        self.counts.take_back(name);
        self.values.truncate(before.0);
        self.item.ways.truncate(before.0);
        self.item.texts.truncate(before.1);
        Err(fault)
    }

    /// Whether an element of this name in its `did` has text.
    pub(super) fn has_in_did(&self, name: &str) -> bool {
        let is_named = |step: Option<&str>, name: &str| {
            step.and_then(|step| step.split('[').next()).is_some_and(|step| fields::name(step) == name)
        };
        self.item.ways.iter().filter(|way| !way.is_attribute).any(|way| {
            let mut steps = way.field.split('/');
            is_named(steps.next(), "did") && is_named(steps.next(), name)
        })
    }

    /// Reads an element. `around` is the text of the element around it, `place` the position for an error.
    fn element(&mut self, xml: &mut Xml<'a>, tag: Tag<'a>, at: usize, around: Option<&mut String>, place: usize) {
        let way = self.ways.at(at);
        let is_apart = way.flow == Flow::Apart;
        match around {
            Some(around) if way.flow != Flow::Out => {
                if is_apart {
                    push_space(around);
                }
                self.inside(xml, tag, at, Some(&mut *around), place);
                if is_apart {
                    push_space(around);
                }
            }
            None if way.has_text => {
                let mut text = std::mem::take(&mut self.text);
                if self.inside(xml, tag, at, Some(&mut text), place) {
                    self.item.texts.push((at, fold(&text).into_owned()));
                }
                text.clear();
                self.text = text;
            }
            _ => _ = self.inside(xml, tag, at, None, place),
        }
    }

    /// Reads what is in an element. Returns whether this is an element, or more than one text.
    fn inside(
        &mut self,
        xml: &mut Xml<'a>,
        tag: Tag<'a>,
        at: usize,
        mut text: Option<&mut String>,
        place: usize,
    ) -> bool {
        self.nodes += tag.attributes.len();
        if let Some(broken) = tag.broken {
            self.fault.get_or_insert(*broken);
        }
        self.attributes(at, tag.attributes);
        let (mut counts, mut texts, mut has_element) = (Counts::default(), 0, false);
        while let Some(piece) = xml.next() {
            self.nodes += 1;
            if self.nodes > MAX_NODES {
                let problem = FieldErrorKind::LimitExceeded { what: "values", limit: MAX_NODES };
                self.fault.get_or_insert(Broken { place, problem });
            }
            match piece {
                Ok(Piece::Text(more)) => {
                    match &mut text {
                        Some(text) if more.is_layout => push_space(text),
                        Some(text) => text.push_str(&more.text),
                        None => {}
                    }
                    texts += 1;
                    self.add_text(at, more);
                }
                Ok(Piece::Start(tag)) => {
                    has_element = true;
                    let way = self.ways.element(at, tag.name, counts.next(tag.name));
                    self.element(xml, tag, way, text.as_deref_mut(), place);
                }
                Ok(Piece::End) => break,
                Err(broken) => _ = self.fault.get_or_insert(broken),
            }
        }
        has_element || texts > 1
    }

    /// Adds a text that is directly in the component.
    pub(super) fn add(&mut self, text: Text<'a>) {
        self.add_text(COMPONENT, text);
    }

    fn add_text(&mut self, at: usize, Text { place, text, is_layout }: Text<'a>) {
        if !is_layout {
            self.add_value(at, place, text);
        }
    }

    fn attributes(&mut self, at: usize, attributes: Vec<Attribute<'a>>) {
        for Attribute { place, name, value } in attributes {
            let way = self.ways.attribute(at, name);
            self.add_value(way, place, value);
        }
    }

    fn add_value(&mut self, way: usize, place: usize, text: Cow<'a, str>) {
        // An element with an error is left out.
        if self.fault.is_none() && has_visible(&text) {
            let way = self.ways.at(way);
            self.item.ways.push(way.clone());
            self.values.push(Held::new(Value::new(place, way.field.clone(), text)));
        }
    }
}

/// Adds white space, once: then most texts need not be folded.
fn push_space(text: &mut String) {
    if !text.is_empty() && !text.ends_with(' ') {
        text.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::xml::Items;
    use super::*;

    #[test]
    fn a_component_is_values_and_texts() {
        let text = "<c id='1'><did><unittitle>one<emph>two</emph><unitdate>1950</unitdate> three</unittitle>\
                    <unitid> 4 </unitid></did><p>x<unclosed></p><scopecontent><head>No</head><p>a</p><p>b</p></scopecontent>\
                    <p>y</p></c>";
        let mut xml = Xml::new(text, Items { names: &["c"], around: &[] });
        let Some(Ok(Piece::Start(component))) = xml.next() else { panic!() };
        let mut content = Content::new(Ways::default(), Known::default(), component.attributes);
        let mut faults = 0;
        while let Some(Ok(piece)) = xml.next() {
            if let Piece::Start(tag) = piece {
                faults += usize::from(content.read(&mut xml, tag).is_err());
            }
        }
        let shown = |Held { value, .. }: &Held<'_>| format!("{}={}", value.field, value.text.trim());
        let values: Vec<String> = content.values.iter().map(shown).collect();
        assert_eq!(
            values,
            [
                "@id=1",
                "did/unittitle=one",
                "did/unittitle/emph=two",
                "did/unittitle/unitdate=1950",
                "did/unittitle=three",
                "did/unitid=4",
                "scopecontent/head=No",
                "scopecontent/p=a",
                "scopecontent/p[2]=b",
                // An element with an error is not counted.
                "p=y",
            ]
        );
        let texts: Vec<&str> = content.item.texts.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!((texts, faults), (vec!["onetwo three", "a b"], 1));
        let names: Vec<&str> = content.item.ways.iter().map(|way| &*way.key.names).collect();
        assert_eq!(names.len(), values.len());
        assert_eq!(names.get(3), Some(&"unitdate"));
        assert!(content.has_in_did("unitid") && !content.has_in_did("repository"));
    }
}
