//! What is known about the fields of components: their names, their rows in the table.

use std::sync::{Arc, LazyLock};

use super::super::field::{Field, hash};
use super::super::hashed::ByHash;
use super::super::xml::push_step;
use super::fields::{self, Key};
use super::table::{self, TABLE};
use super::way::Way;

/// The ways to the values of all components. A finding aid has a few dozen, each a hundred thousand times.
#[derive(Debug, Default)]
pub(super) struct Ways {
    /// The first one has the position 1: see [`COMPONENT`].
    ways: Vec<Arc<Way>>,
    by_hash: ByHash<u64, usize>,
}

/// The maximum number of remembered ways. No real finding aid has so many; a malicious file may.
const MAX_WAYS: usize = 10_000;

/// The position of the component itself.
pub(super) const COMPONENT: usize = 0;

/// The way to the component itself.
static WHOLE: LazyLock<Arc<Way>> = LazyLock::new(|| {
    let way = new_way(COMPONENT, "", false, 1, "", None);
    Arc::new(Way { is_group: true, has_text: false, ..way })
});

impl Ways {
    /// Forgets all ways if there are too many for a real finding aid.
    pub(super) fn limit(&mut self) {
        if self.ways.len() >= MAX_WAYS {
            *self = Ways::default();
        }
    }

    pub(super) fn at(&self, way: usize) -> &Arc<Way> {
        way.checked_sub(1).and_then(|index| self.ways.get(index)).unwrap_or(&WHOLE)
    }

    /// The way to the attribute with this name of this element.
    pub(super) fn attribute(&mut self, element: usize, name: &str) -> usize {
        self.step(element, name, true, 1)
    }

    /// The way to an element in this one. `count` is its number among the elements with this name.
    pub(super) fn element(&mut self, around: usize, name: &str, count: usize) -> usize {
        self.step(around, name, false, count)
    }

    fn step(&mut self, above: usize, name: &str, is_attribute: bool, count: usize) -> usize {
        const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
        let number = (above << 24 ^ count << 1 ^ usize::from(is_attribute)) as u64;
        let hash = hash(name).wrapping_add(number).wrapping_mul(FACTOR);
        let known = self.by_hash.get(&hash).copied();
        let is_it =
            |way: &Way| (way.above, way.count, way.is_attribute) == (above, count, is_attribute) && way.name == name;
        if let Some(known) = known.filter(|known| is_it(self.at(*known))) {
            return known;
        }
        let around = self.at(above).clone();
        let mut field = around.field.to_string();
        push_step(&mut field, &format!("{}{name}", if is_attribute { "@" } else { "" }), count);
        let mut way = new_way(above, name, is_attribute, count, &field, Some(&around));
        let new = self.ways.len() + 1;
        way.element = if way.key.element == way.field.len() { new } else { self.element_above(above, &way.key) };
        self.ways.push(Arc::new(way));
        // Beyond the limit, and for equal hashes, each occurrence has a way of its own.
        if known.is_none() && self.by_hash.len() < MAX_WAYS {
            self.by_hash.insert(hash, new);
        }
        new
    }

    /// The position of the element of this key, for a value at or in the element at this position.
    fn element_above(&self, mut at: usize, key: &Key) -> usize {
        while at != COMPONENT && self.at(at).field.len() > key.element {
            at = self.at(at).above;
        }
        at
    }
}

fn new_way(above: usize, name: &str, is_attribute: bool, count: usize, field: &str, around: Option<&Way>) -> Way {
    let key = fields::key(field);
    let rows = TABLE.iter().enumerate().filter(|(_, row)| fields::matches(row.field, &key.names));
    let rows = rows.map(|(index, _)| index).collect();
    let known = fields::name(name);
    let is_in_subjects = around.is_some_and(|around| around.in_subjects);
    let is_in_group = around.is_some_and(|around| around.is_group);
    let is_group = is_in_group && fields::is_frame(&known, is_in_subjects);
    Way {
        above,
        name: name.to_owned(),
        is_attribute,
        count,
        field: Field::shared(field),
        element: COMPONENT,
        element_field: Field::shared(field.get(..key.element).unwrap_or(field)),
        key,
        rows,
        flow: table::flow(name),
        is_group,
        has_text: is_in_group && !is_group,
        in_subjects: is_in_subjects || fields::is_of_subjects(&known),
    }
}
