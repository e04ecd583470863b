//! Puts nodes into the tree of a record, or removes them.

use super::path::{PathStep, Steps, owned};
use crate::document::fault::Step;
use crate::document::tree::{Content, Node};

/// The largest index of a list. A draft lists what one item has, so real indexes are small.
const MAX_INDEX: usize = 100_000;

/// Puts a node. It replaces what was there, and creates the maps and lists on the path.
pub(super) fn put<'a>(record: &mut Node<'a>, path: Steps<'_>, new: Node<'a>) {
    if let Some(node) = make(record, path, new.place) {
        *node = new;
    }
}

/// Appends a node to the list at this path.
#[cfg(feature = "xml")]
pub(super) fn push<'a>(record: &mut Node<'a>, list: Steps<'_>, new: Node<'a>) {
    let Some(node) = make(record, list, new.place) else { return };
    if !matches!(node.content, Content::List(_)) {
        node.content = Content::List(Vec::new());
    }
    if let Content::List(nodes) = &mut node.content {
        nodes.push(new);
    }
}

/// The node at this path. Creates it, and the maps and lists on the path.
fn make<'n, 'a>(node: &'n mut Node<'a>, mut path: Steps<'_>, place: usize) -> Option<&'n mut Node<'a>> {
    let Some(step) = path.next() else { return Some(node) };
    // Other records may share the node, so it is copied before it changes.
    if let Content::Shared(shared) = &node.content {
        node.content = shared.content().clone();
    }
    let empty = || Node { place, content: Content::Null };
    match step {
        PathStep::Key(key) => {
            if !matches!(node.content, Content::Map(_)) {
                node.content = Content::Map(Vec::new());
            }
            let Content::Map(entries) = &mut node.content else { return None };
            let index = entries.iter().position(|(name, _)| name == key).unwrap_or_else(|| {
                entries.push((owned(key), empty()));
                entries.len() - 1
            });
            make(&mut entries.get_mut(index)?.1, path, place)
        }
        PathStep::Index(index) => {
            if !matches!(node.content, Content::List(_)) {
                node.content = Content::List(Vec::new());
            }
            let Content::List(nodes) = &mut node.content else { return None };
            while nodes.len() <= index && nodes.len() < MAX_INDEX {
                nodes.push(empty());
            }
            make(nodes.get_mut(index)?, path, place)
        }
    }
}

/// The node at this path.
pub(super) fn find<'n, 'a>(node: &'n Node<'a>, path: Steps<'_>) -> Option<&'n Node<'a>> {
    let mut path = path;
    path.try_fold(node, |node, step| match (step, node.content()) {
        (PathStep::Key(key), Content::Map(entries)) => {
            entries.iter().find(|(name, _)| name == key).map(|(_, node)| node)
        }
        (PathStep::Index(index), Content::List(nodes)) => nodes.get(index),
        _ => None,
    })
}

/// Removes the node at this path of maps.
pub(super) fn remove(record: &mut Node<'_>, path: &[Step]) {
    let Some((Step::Key(last), above)) = path.split_last() else { return };
    let mut node = record;
    for step in above {
        let below = match (step, &mut node.content) {
            (Step::Key(key), Content::Map(entries)) => {
                entries.iter_mut().find(|(name, _)| name == key).map(|(_, node)| node)
            }
            (Step::Index(index), Content::List(nodes)) => nodes.get_mut(*index),
            _ => None,
        };
        let Some(below) = below else { return };
        node = below;
    }
    if let Content::Map(entries) = &mut node.content {
        entries.retain(|(name, _)| name != last);
    }
}
