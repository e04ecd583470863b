//! Each document has an id of its own.

use std::collections::HashMap;

use crate::document::Document;

/// Two documents have the same id: a citation could mean either.
///
/// ```
/// use prefercite::Document;
/// use prefercite::bibliography::Bibliography;
/// use prefercite::style::Chicago;
///
/// let documents: Vec<Document> =
///     serde_json::from_str(r#"[{ "id": "mao", "title": "A telegram" }, { "id": "mao", "title": "A letter" }]"#)?;
/// let error = Bibliography::new(&Chicago::EIGHTEENTH, &documents).unwrap_err();
/// assert_eq!((error.first, error.second), (1, 2));
/// assert_eq!(error.to_string(), "mao: two documents have this id, number 1 and number 2; give one of them another");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{id}: two documents have this id, number {first} and number {second}; give one of them another")]
#[non_exhaustive]
pub struct DuplicateIdError {
    /// The id.
    pub id: String,
    /// The place of the first in the list, from 1.
    pub first: usize,
    /// The place of the second.
    pub second: usize,
}

pub(super) fn check_ids(documents: &[&Document]) -> Result<(), DuplicateIdError> {
    let mut places = HashMap::with_capacity(documents.len());
    for (second, document) in documents.iter().enumerate() {
        if let Some(first) = places.insert(document.id(), second) {
            return Err(DuplicateIdError { id: document.id().to_owned(), first: first + 1, second: second + 1 });
        }
    }
    Ok(())
}
