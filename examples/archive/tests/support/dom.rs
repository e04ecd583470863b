//! A page as a browser parses it, with the parse errors of the HTML standard.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

pub struct Page {
    pub faults: Vec<String>,
    elements: Vec<Element>,
}

/// An element. Elements are in the order of the page.
#[derive(Clone, Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    /// The text within it.
    pub text: String,
}

impl Element {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

impl Page {
    pub fn of(html: &str) -> Self {
        let mut options = ParseOpts::default();
        options.tokenizer.exact_errors = true;
        options.tree_builder.exact_errors = true;
        let dom = parse_document(RcDom::default(), options).one(html);
        let mut elements = Vec::new();
        walk(&dom.document, &mut elements);
        let faults = dom.errors.borrow().iter().map(ToString::to_string).collect();
        Page { faults, elements }
    }

    pub fn all<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p Element> {
        self.elements.iter().filter(move |element| element.name == name)
    }

    pub fn elements(&self) -> &[Element] {
        &self.elements
    }

    pub fn by_id(&self, id: &str) -> Option<&Element> {
        self.elements.iter().find(|element| element.get("id") == Some(id))
    }

    /// The faults of the parser, and requirements of the standard that no parser checks: unique ids, a label for each
    /// field, headings without a gap in their levels, a name for each link and button.
    pub fn all_faults(&self) -> Vec<String> {
        let mut faults = self.faults.clone();
        let ids: Vec<&str> = self.elements.iter().filter_map(|element| element.get("id")).collect();
        for (at, id) in ids.iter().enumerate() {
            if ids[..at].contains(id) {
                faults.push(format!("the id {id} stands twice"));
            }
        }
        for element in &self.elements {
            let hidden = element.get("hidden").is_some() || element.get("type") == Some("hidden");
            if matches!(element.name.as_str(), "input" | "select") && !hidden {
                let id = element.get("id").unwrap_or_default();
                let labelled = self.all("label").any(|label| label.get("for") == Some(id) && !id.is_empty());
                if !labelled && element.get("aria-label").is_none() {
                    faults.push(format!("{element:?} has no label"));
                }
            }
            if matches!(element.name.as_str(), "a" | "button") && element.text.trim().is_empty() {
                faults.push(format!("{element:?} has no name"));
            }
            for key in ["for", "aria-labelledby"] {
                if let Some(id) = element.get(key).filter(|id| !ids.contains(id)) {
                    faults.push(format!("{key} names {id}, which is not there"));
                }
            }
            if let Some((name, _)) =
                element.attributes.iter().find(|(name, _)| name.starts_with("on") || name == "style")
            {
                faults.push(format!("the attribute {name}"));
            }
        }
        let mut level = 0;
        for element in &self.elements {
            if let Some(next) = element.name.strip_prefix('h').and_then(|digit| digit.parse::<u32>().ok()) {
                if next > level + 1 {
                    faults.push(format!("h{next} behind h{level}"));
                }
                level = next;
            }
        }
        faults
    }
}

fn walk(handle: &Handle, elements: &mut Vec<Element>) -> String {
    let mut text = String::new();
    let mut place = None;
    match &handle.data {
        NodeData::Text { contents } => text.push_str(&contents.borrow()),
        NodeData::Element { name, attrs, .. } => {
            place = Some(elements.len());
            let attributes =
                attrs.borrow().iter().map(|attr| (attr.name.local.to_string(), attr.value.to_string())).collect();
            elements.push(Element { name: name.local.to_string(), attributes, text: String::new() });
        }
        _ => {}
    }
    for child in handle.children.borrow().iter() {
        text.push_str(&walk(child, elements));
    }
    if let Some(place) = place {
        elements[place].text.clone_from(&text);
    }
    text
}
