//! The number of a document without the words before it, which programs add themselves.

use super::Facts;
use crate::prose::words::strip_prefix_ignoring_case;

impl Facts<'_> {
    /// `153` for `Cable no. 153`, if neither the title nor the archive's own wording contains the number.
    pub(crate) fn bare_number(&self) -> Option<&str> {
        let document = self.document;
        let number = self.unsaid_number()?;
        let kinds = [document.genre(), Some(document.kind().as_str())];
        let behind = |word: &str| {
            let rest = strip_prefix_ignoring_case(number, word)?;
            rest.starts_with([' ', ',']).then(|| rest.trim_start_matches([' ', ',']))
        };
        let unnamed = kinds.into_iter().flatten().find_map(behind).unwrap_or(number);
        let bare = NUMBER_WORDS.iter().find_map(|word| strip_prefix_ignoring_case(unnamed, word)).map(str::trim_start);
        bare.filter(|rest| !rest.is_empty()).or(Some(unnamed))
    }
}

const NUMBER_WORDS: &[&str] = &["no. ", "no.", "nr. ", "nr.", "number ", "№", "#"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    #[test]
    fn the_words_before_a_number_are_removed() {
        for (json, bare) in [
            (r#""number": "Cable no. 153", "genre": "cable""#, Some("153")),
            (r#""number": "No. 709""#, Some("709")),
            (r#""number": "Telegram 12""#, Some("12")),
            (r#""number": "R-12""#, Some("R-12")),
            (r#""number": "No. 709", "title": "Telegram No. 709""#, None),
            (r#""number": "Nobody""#, Some("Nobody")),
            (r#""title": "A""#, None),
        ] {
            let json = format!(r#"{{ "id": "a", "kind": "telegram", "creators": ["A"], {json} }}"#);
            let document: Document = serde_json::from_str(&json).unwrap();
            assert_eq!(Facts::of(&document).bare_number(), bare, "{json}");
        }
    }
}
