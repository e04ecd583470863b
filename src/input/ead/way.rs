//! What is known about a field of a component.

use super::super::field::Field;
use super::fields::Key;

/// An element or an attribute of a component, with the elements around it.
#[derive(Debug)]
pub(super) struct Way {
    /// The position of the element around it.
    pub(super) above: usize,
    pub(super) name: String,
    pub(super) is_attribute: bool,
    /// Its number among the elements with its name.
    pub(super) count: usize,
    pub(super) field: Field,
    pub(super) key: Key,
    /// The position of the element that a value here belongs to, and its field.
    pub(super) element: usize,
    pub(super) element_field: Field,
    /// Its rows in the table.
    pub(super) rows: Vec<usize>,
    pub(super) flow: Flow,
    /// Whether it only groups other elements, as all elements around it do.
    pub(super) is_group: bool,
    /// Whether its whole text is read as one: it is directly in such a group, and is no group itself.
    pub(super) has_text: bool,
    pub(super) in_subjects: bool,
}

/// How the text of an element is read within the element around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flow {
    /// As running text: emphasis, a name.
    InLine,
    /// With white space around it: a paragraph.
    Apart,
    /// Not part of it: a heading.
    Out,
}
