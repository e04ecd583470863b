//! The values of a component, each with what is known about its field: its name, its rows in the table.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;

use super::super::draft::Value;
use super::super::field::{Field, hash};
use super::super::fold::fold;
use super::super::xml::{Attribute, Child, Counts, Element, Flow, Text, push_step};
use super::fields::{self, Key};
use super::known::Known;
use super::table::{self, TABLE};

/// An element or an attribute of a component, with the elements around it.
#[derive(Debug)]
pub(super) struct Way {
    /// The position of the element around it.
    above: usize,
    name: String,
    count: usize,
    field: Field,
    pub(super) key: Key,
    /// The position of the element that a value here belongs to, and its field.
    pub(super) element: usize,
    pub(super) element_field: Arc<str>,
    rows: Vec<usize>,
    flow: Flow,
    /// Whether it only groups other elements, as all elements around it do.
    is_group: bool,
    in_subjects: bool,
}

/// The ways to the values of all components. A finding aid has a few dozen, each a hundred thousand times.
#[derive(Debug, Default)]
pub(super) struct Ways {
    ways: Vec<Arc<Way>>,
    by_hash: HashMap<u64, usize, BuildHasherDefault<IsHash>>,
    /// Where the text of an element is assembled.
    text: String,
}

/// The maximum number of remembered ways. No real finding aid has so many; a malicious file may.
const MAX_WAYS: usize = 10_000;

/// The position of a component.
const ROOT: usize = 0;

impl Ways {
    /// The values of a component that have visible text. The component learns their ways, and the whole text of each
    /// element with more than one value. An element that only groups others has no text of its own.
    pub(super) fn read<'a>(&mut self, component: Element<'a>, item: &mut Known) -> Vec<Value<'a>> {
        if self.ways.is_empty() || self.by_hash.len() >= MAX_WAYS {
            *self = Ways::default();
            let whole = Way { is_group: true, ..Way::new(ROOT, "", 1, "", false) };
            self.ways.push(Arc::new(whole));
        }
        let mut values = Vec::with_capacity(16);
        self.read_in(component, ROOT, None, item, &mut values);
        values
    }

    fn read_in<'a>(
        &mut self,
        element: Element<'a>,
        at: usize,
        mut around: Option<&mut String>,
        item: &mut Known,
        values: &mut Vec<Value<'a>>,
    ) {
        for Attribute { place, name, value } in element.attributes {
            let way = self.step(at, name, 1, true);
            self.add(way, Value::new(place, self.field(way), value), item, values);
        }
        let mut counts = Counts::default();
        for child in element.children {
            let child = match child {
                Child::Element(child) => child,
                Child::Text(Text { place, text }) => {
                    if let Some(around) = &mut around {
                        around.push_str(&text);
                    }
                    self.add(at, Value::new(place, self.field(at), text), item, values);
                    continue;
                }
            };
            let way = self.step(at, child.name, counts.next(child.name), false);
            let is_in_group = self.ways.get(at).is_some_and(|way| way.is_group);
            let Some((flow, is_group)) = self.ways.get(way).map(|way| (way.flow, way.is_group)) else { continue };
            let space = if flow == Flow::Apart { " " } else { "" };
            match &mut around {
                Some(around) if flow != Flow::Out => {
                    around.push_str(space);
                    self.read_in(child, way, Some(&mut **around), item, values);
                    around.push_str(space);
                }
                None if is_in_group && !is_group && child.is_mixed() => {
                    let mut text = std::mem::take(&mut self.text);
                    self.read_in(child, way, Some(&mut text), item, values);
                    item.texts.push((way, fold(&text)));
                    text.clear();
                    self.text = text;
                }
                _ => self.read_in(child, way, None, item, values),
            }
        }
    }

    fn field(&self, way: usize) -> Field {
        self.ways.get(way).map_or_else(|| "".into(), |way| way.field.clone())
    }

    fn add<'a>(&self, way: usize, value: Value<'a>, item: &mut Known, values: &mut Vec<Value<'a>>) {
        let Some(way) = self.ways.get(way).filter(|_| value.is_visible()) else { return };
        item.ways.push(way.clone());
        values.push(value);
    }

    /// The way to an element or an attribute of this element.
    fn step(&mut self, above: usize, name: &str, count: usize, is_attribute: bool) -> usize {
        let kind = if is_attribute { "@" } else { "" };
        let hash = hash(&[kind, name]).wrapping_add((above << 24 ^ count) as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let known = self.by_hash.get(&hash).copied();
        let is_it = |way: &Arc<Way>| {
            (way.above, way.count) == (above, count) && way.name.strip_prefix(kind).is_some_and(|known| known == name)
        };
        if let Some(known) = known.filter(|known| self.ways.get(*known).is_some_and(is_it)) {
            return known;
        }
        let mut field = self.ways.get(above).map_or(String::new(), |way| way.field.to_string());
        let in_subjects = self.ways.get(above).is_some_and(|way| way.in_subjects);
        let is_in_group = self.ways.get(above).is_some_and(|way| way.is_group);
        push_step(&mut field, &format!("{kind}{name}"), count);
        let mut way = Way::new(above, &format!("{kind}{name}"), count, &field, in_subjects);
        way.is_group &= is_in_group;
        let new = self.ways.len();
        way.element = if way.key.element == way.field.len() { new } else { self.element_above(above, &way.key) };
        self.ways.push(Arc::new(way));
        // Beyond the limit, and for equal hashes, a way is made anew each time.
        if known.is_none() && self.by_hash.len() < MAX_WAYS {
            self.by_hash.insert(hash, new);
        }
        new
    }

    /// The element of this key, above a value.
    fn element_above(&self, mut at: usize, key: &Key) -> usize {
        while let Some(way) = self.ways.get(at).filter(|way| way.field.len() > key.element) {
            at = way.above;
        }
        at
    }
}

impl Way {
    fn new(above: usize, name: &str, count: usize, field: &str, in_subjects: bool) -> Self {
        let key = fields::key(field);
        let rows = TABLE.iter().enumerate().filter(|(_, row)| fields::matches(row.field, &key.names));
        let rows = rows.map(|(index, _)| index).collect();
        let known = fields::name(name);
        let (flow, is_group) = (table::flow(name), fields::is_frame(&known, in_subjects));
        let in_subjects = in_subjects || fields::is_of_subjects(&known);
        let element_field = field.get(..key.element).unwrap_or(field).into();
        Way {
            above,
            name: name.to_owned(),
            count,
            field: Field::shared(field),
            key,
            element: ROOT,
            element_field,
            rows,
            flow,
            is_group,
            in_subjects,
        }
    }

    /// Its rows in the table.
    pub(super) fn rows(&self) -> &[usize] {
        &self.rows
    }
}

/// A hash that is already one.
#[derive(Clone, Debug, Default)]
struct IsHash(u64);

impl Hasher for IsHash {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| hash.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}
