//! The titles of a book, with their marks.

use super::{OtherTitles, TitleMarks};
use crate::document::Title;
use crate::prose::sentence::Sentence;
use crate::separator::Separator;

/// Adds a title with its other titles.
pub(super) fn push_title(s: &mut Sentence<'_>, title: &Title, marks: TitleMarks, others: OtherTitles) {
    if marks == TitleMarks::Quoted && others == OtherTitles::TranslatedInParentheses {
        return s.quotation(|s| push_title(s, title, TitleMarks::Roman, others));
    }
    match marks {
        TitleMarks::Italic => s.italic(&title.text),
        TitleMarks::Roman => s.roman(&title.text),
        TitleMarks::Quoted => s.quoted(&title.text),
    };
    match others {
        OtherTitles::TranslatedInBrackets => _ = s.translated(title),
        OtherTitles::TranslatedInParentheses => {
            if let Some(translated) = &title.translated {
                s.word(" (").roman(translated).word(")");
            }
        }
        OtherTitles::AllInParentheses => push_in_parentheses(s, title),
    }
}

/// ` (in translation; in the original script; in Latin letters)`
fn push_in_parentheses(s: &mut Sentence<'_>, title: &Title) {
    let mut separator = Separator::new();
    for title in [&title.translated, &title.original, &title.transliterated].into_iter().flatten() {
        s.word(separator.choose(" (", "; ")).roman(title);
    }
    s.word(if separator.has_begun() { ")" } else { "" });
}
