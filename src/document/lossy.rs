//! Keeps a record without its invalid fields.

use std::collections::HashMap;

use super::extension::PREFIX;
use super::fault::{Faults, FieldError, FieldErrorKind, FieldPath, Step};
use super::keys::Value;
use super::tree::{Content, Node, Spelling};
use super::{Description, Document};
use crate::document::characters::is_visible;

/// A document without the invalid fields of its record.
///
/// Returned by [`DocumentBuilder::build_lossy`](super::DocumentBuilder::build_lossy) and
/// [`Records::lossy`](super::Records::lossy).
///
/// ```
/// use prefercite::{Document, Kind};
///
/// let kept = Document::builder("r-1", Kind::Report).title("A report").language("German").note(" ").build_lossy()?;
/// assert!(kept.document.languages().is_empty());
/// let dropped: Vec<String> = kept.dropped.iter().map(|fault| fault.path().to_string()).collect();
/// assert_eq!(dropped, ["note", "languages[0]"]);
/// # Ok::<(), prefercite::RecordError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LossyDocument {
    /// The document. It is valid like any other.
    pub document: Document,
    /// The dropped fields, each with its error. Empty if the record was valid.
    pub dropped: Vec<FieldError>,
}

impl From<Document> for LossyDocument {
    fn from(document: Document) -> Self {
        LossyDocument { document, dropped: Vec::new() }
    }
}

/// The maximum number of checks. Each round drops up to a hundred fields.
const MAX_ROUNDS: usize = 32;

/// Drops invalid fields until the rest is valid. If no document can be kept, returns the id and every error.
pub(crate) fn read(node: &Node<'_>) -> Result<LossyDocument, (Option<String>, Vec<FieldError>)> {
    read_without(node, &mut Removed::default())
}

/// Like [`read`], and also returns what was removed.
pub(crate) fn read_without(
    node: &Node<'_>,
    removed: &mut Removed,
) -> Result<LossyDocument, (Option<String>, Vec<FieldError>)> {
    let mut attempted = attempt(node);
    if let Ok(document) = attempted {
        return Ok(document.into());
    }
    let mut tree = node.unshared();
    let mut dropped = Vec::new();
    for _ in 0..MAX_ROUNDS {
        let (id, found) = match attempted {
            Ok(document) => return Ok(LossyDocument { document, dropped }),
            Err(refused) => refused,
        };
        // The next round finds the errors beyond the limit.
        let found = found.into_iter().filter(|fault| !matches!(fault.problem, FieldErrorKind::LimitExceeded { .. }));
        let mut targets = Vec::new();
        let mut is_lost = false;
        for fault in found {
            let target = nearest_to(&tree, target(&fault));
            is_lost |= target.is_empty();
            dropped.push(FieldError { path: FieldPath(removed.as_written(&fault.path.0)), ..fault });
            targets.push(target);
        }
        if is_lost || targets.is_empty() {
            return Err((id, dropped));
        }
        // From the last to the first, so that the indexes of the other entries stay valid.
        targets.sort_by(|one, other| other.cmp(one));
        targets.dedup();
        let paths: Vec<_> = targets.iter().map(|target| removed.as_written(target)).collect();
        for (target, path) in targets.iter().zip(paths) {
            remove(&mut tree, target);
            removed.push(path);
        }
        attempted = attempt(&tree);
    }
    let problem = FieldErrorKind::LimitExceeded { what: "faults", limit: MAX_ROUNDS };
    dropped.push(FieldError { path: FieldPath::default(), problem, line: None });
    Err((None, dropped))
}

/// The document, or its errors. The rules are checked only if every value could be read.
fn attempt(tree: &Node<'_>) -> Result<Document, (Option<String>, Vec<FieldError>)> {
    let mut faults = Faults::default();
    let description = Description::read(tree, &mut faults);
    let found = faults.into_inner();
    let id = |description: &Description| (!description.id.is_empty()).then(|| description.id.clone());
    match description {
        Some(description) if found.is_empty() => Document::check(Box::new(description), Faults::default())
            .map_err(|(description, found)| (id(&description), found)),
        description => Err((description.as_ref().and_then(id), found)),
    }
}

/// The field to drop because of an error.
fn target(fault: &FieldError) -> Vec<Step> {
    let mut path = fault.path.0.clone();
    match &fault.problem {
        FieldErrorKind::UnknownKey { key, .. } | FieldErrorKind::DuplicateKey(key) => {
            path.push(Step::Key(key.clone().into()))
        }
        // Without this key the whole part is useless.
        FieldErrorKind::Missing => _ = path.pop(),
        _ => {}
    }
    path
}

/// The path, or the nearest path above it in the tree: a name in its short form has no fields.
fn nearest_to(tree: &Node<'_>, mut path: Vec<Step>) -> Vec<Step> {
    let (mut node, mut depth) = (tree, 0);
    while let Some(below) = path.get(depth).and_then(|step| node.step(step)) {
        (node, depth) = (below, depth + 1);
    }
    path.truncate(depth);
    path
}

fn remove(node: &mut Node<'_>, path: &[Step]) {
    match (path, &mut node.content) {
        ([Step::Key(key)], Content::Map(entries)) => entries.retain(|(name, _)| name != key),
        ([Step::Index(index)], Content::List(nodes)) if *index < nodes.len() => _ = nodes.remove(*index),
        ([Step::Key(key), rest @ ..], Content::Map(entries)) => {
            if let Some((_, node)) = entries.iter_mut().find(|(name, _)| name == key) {
                remove(node, rest);
            }
        }
        ([Step::Index(index), rest @ ..], Content::List(nodes)) => {
            if let Some(node) = nodes.get_mut(*index) {
                remove(node, rest);
            }
        }
        _ => {}
    }
}

/// The removed paths, as in the original record, by the map or the list that they were in.
#[derive(Default)]
pub(crate) struct Removed(HashMap<Vec<Step>, Gone>);

#[derive(Default)]
struct Gone {
    /// In ascending order.
    indexes: Vec<usize>,
    keys: Vec<Step>,
}

impl Removed {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn push(&mut self, mut path: Vec<Step>) {
        let Some(last) = path.pop() else { return };
        let gone = self.0.entry(path).or_default();
        match last {
            Step::Index(index) => {
                if let Err(place) = gone.indexes.binary_search(&index) {
                    gone.indexes.insert(place, index);
                }
            }
            key => gone.keys.push(key),
        }
    }

    /// The path in the original record. The indexes of lists have changed since.
    fn as_written(&self, path: &[Step]) -> Vec<Step> {
        let mut written: Vec<Step> = Vec::with_capacity(path.len());
        for step in path {
            let step = match (step, self.0.get(&written)) {
                (Step::Index(index), Some(gone)) => {
                    Step::Index(gone.indexes.iter().fold(*index, |index, gone| index + usize::from(*gone <= index)))
                }
                (step, _) => step.clone(),
            };
            written.push(step);
        }
        written
    }

    /// The path in what is left. `None` if it is within a removed part.
    pub(crate) fn left(&self, path: &FieldPath) -> Option<FieldPath> {
        let mut left = Vec::with_capacity(path.0.len());
        for (depth, step) in path.0.iter().enumerate() {
            let gone = self.0.get(path.0.get(..depth).unwrap_or_default());
            left.push(match (step, gone) {
                (Step::Index(index), Some(gone)) => match gone.indexes.binary_search(index) {
                    Ok(_) => return None,
                    Err(before) => Step::Index(index - before),
                },
                (key, Some(gone)) if gone.keys.contains(key) => return None,
                (step, _) => step.clone(),
            });
        }
        Some(FieldPath(left))
    }
}

/// Removes blank text, and the parts that are empty without it: a list, a level with only its word.
pub(super) fn skip_blank(node: Node<'_>) -> Option<Node<'_>> {
    let Node { place, content } = node;
    let content = match content {
        Content::Scalar(text, Spelling::Quoted) if !text.chars().any(is_visible) => return None,
        Content::List(nodes) => Content::List(nodes.into_iter().filter_map(skip_blank).collect()),
        Content::Map(entries) => {
            let length = entries.len();
            let kept: Vec<_> = entries
                .into_iter()
                .filter_map(|(key, node)| match key.starts_with(PREFIX) {
                    true => Some((key, node)),
                    false => Some((key, skip_blank(node)?)),
                })
                .collect();
            // These keys only qualify the blank text.
            let is_word = |key: &str| matches!(key, "level" | "unit" | "role" | "form" | "order" | "attributed");
            if kept.len() < length && kept.iter().all(|(key, _)| is_word(key)) {
                return None;
            }
            Content::Map(kept)
        }
        content => content,
    };
    Some(Node { place, content })
}
