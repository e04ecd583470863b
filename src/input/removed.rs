//! The fate of a value of a foreign file after invalid fields of its record were removed.

use super::fates::Told;
use super::ledger::Fate;
use crate::document::fault::{FieldError, FieldPath, Step};
use crate::document::lossy::Removed;
use crate::document::tree::{Content, Node};

/// The fate of a value in a record from which faulty fields were removed.
pub(super) fn without<'a>(
    mut told: Told<'a>,
    removed: &Removed,
    dropped: &[FieldError],
    written: &Node<'_>,
) -> Told<'a> {
    let left = |path: &FieldPath| removed.left(path).filter(|left| has(written, left.steps()));
    told.guesses.retain_mut(|guess| left(&guess.path).map(|path| guess.path = path).is_some());
    let note = FieldPath(vec![Step::Key("note".into())]);
    let path = match &mut told.fate {
        Fate::Key(path) | Fate::Guessed(path, _) => path,
        Fate::Note(_) => &mut note.clone(),
        Fate::NotCarried(_) => return told,
    };
    match left(path) {
        Some(left) => *path = left,
        None => {
            let steps = path.steps();
            let fault = dropped.iter().find(|fault| {
                let faulty = fault.path().steps();
                faulty.starts_with(steps) || steps.starts_with(faulty)
            });
            let why = fault.map_or_else(|| "its field was rejected".to_owned(), ToString::to_string);
            told.fate = Fate::NotCarried(why.into());
        }
    }
    told
}

/// Whether the path has a value, or a short form of one.
fn has(node: &Node<'_>, path: &[Step]) -> bool {
    match path.split_first() {
        None => true,
        Some((step, rest)) => match node.step(step) {
            Some(below) => has(below, rest),
            None => matches!(node.content(), Content::Scalar(..)),
        },
    }
}
