//! Puts nodes into the tree of a record, or removes them.

use super::path::{PathStep, Steps, owned};
use crate::document::fault::Step;
use crate::document::tree::{Content, Node};

/// The largest index of a list. A draft lists what one item has, so real indexes are small.
const MAX_INDEX: usize = 100_000;

/// Puts a node. It replaces what was there, and creates the maps and lists on the path.
pub(super) fn put<'a>(node: &mut Node<'a>, mut path: Steps<'_>, new: Node<'a>) {
    let Some(step) = path.next() else {
        *node = new;
        return;
    };
    let place = new.place;
    let empty = || Node { place, content: Content::Null };
    match step {
        PathStep::Key(key) => {
            if !matches!(node.content, Content::Map(_)) {
                node.content = Content::Map(Vec::new());
            }
            if let Content::Map(entries) = &mut node.content {
                let index = entries.iter().position(|(name, _)| name == key).unwrap_or_else(|| {
                    entries.push((owned(key), empty()));
                    entries.len() - 1
                });
                if let Some((_, below)) = entries.get_mut(index) {
                    put(below, path, new);
                }
            }
        }
        PathStep::Index(index) => {
            if !matches!(node.content, Content::List(_)) {
                node.content = Content::List(Vec::new());
            }
            if let Content::List(nodes) = &mut node.content {
                while nodes.len() <= index && nodes.len() < MAX_INDEX {
                    nodes.push(empty());
                }
                if let Some(below) = nodes.get_mut(index) {
                    put(below, path, new);
                }
            }
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
