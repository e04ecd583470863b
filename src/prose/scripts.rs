//! Titles in other scripts: when the text, the transliteration and the original are printed (B20).

use crate::document::Title;

/// The title as it is printed: the text, or the transliteration if the text is not in Latin letters.
pub(crate) fn printed(title: &Title) -> &str {
    match &title.transliterated {
        Some(transliterated) if is_foreign(&title.text) => transliterated,
        _ => &title.text,
    }
}

/// The title in the original script, if another form is printed.
pub(crate) fn characters(title: &Title) -> Option<&str> {
    if title.transliterated.is_some() && is_foreign(&title.text) {
        return Some(&title.text);
    }
    title.original.as_deref().filter(|original| is_foreign(original) && *original != title.text)
}

/// The title in Latin letters that is printed next to these characters.
pub(crate) fn in_latin(title: &Title) -> &str {
    title.transliterated.as_deref().unwrap_or(&title.text)
}

/// Whether words are in a script other than Latin. Their first letter decides.
fn is_foreign(words: &str) -> bool {
    !words.is_ascii() && words.chars().find(|c| c.is_alphabetic()).is_some_and(|c| !is_latin(c))
}

/// A letter of the Latin script, or a modifier letter such as ʿ.
fn is_latin(c: char) -> bool {
    c.is_ascii()
        || matches!(c, 'ª' | 'º' | '\u{c0}'..='\u{2ff}' | '\u{1d00}'..='\u{1dbf}' | '\u{1e00}'..='\u{1eff}'
            | '\u{2c60}'..='\u{2c7f}' | '\u{a720}'..='\u{a7ff}' | '\u{ab30}'..='\u{ab6f}' | '\u{fb00}'..='\u{fb06}'
            | '\u{ff21}'..='\u{ff5a}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_tells_the_script() {
        for (words, foreign) in [
            ("Doklad", false),
            ("Économie", false),
            ("ʿAbd al-Ḥakīm", false),
            ("1950", false),
            ("«Доклад» о CIA", true),
            ("邓小平", true),
            ("تقرير", true),
        ] {
            assert_eq!(is_foreign(words), foreign, "{words}");
        }
    }

    #[test]
    fn a_transliteration_replaces_only_another_script() {
        let title = |text: &str| Title::from(text).transliterated("Doklad");
        assert_eq!(printed(&title("Доклад")), "Doklad");
        assert_eq!((printed(&title("Report")), characters(&title("Report"))), ("Report", None));
        assert_eq!(characters(&title("Доклад")), Some("Доклад"));
        assert_eq!(characters(&Title::from("Doklad").original("Доклад")), Some("Доклад"));
        assert_eq!(characters(&Title::from("Report").original("Rapport")), None);
    }
}
