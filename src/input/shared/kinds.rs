//! Kinds of documents, in the words of catalogues.

use crate::document::Kind;

/// Further words for kinds: in English, and in the German, French, Danish, Spanish and Italian of catalogues.
#[rustfmt::skip]
const WORDS: &[(&str, Kind)] = &[
    ("correspondence", Kind::Letter), ("letters", Kind::Letter), ("brief", Kind::Letter), ("brev", Kind::Letter), ("lettre", Kind::Letter),
    ("carta", Kind::Letter), ("lettera", Kind::Letter), ("email", Kind::Letter), ("e-mail", Kind::Letter), ("postcard", Kind::Letter),
    ("postkarte", Kind::Letter), ("carte postale", Kind::Letter),
    ("cable", Kind::Telegram), ("telegramm", Kind::Telegram), ("télégramme", Kind::Telegram), ("wire", Kind::Telegram),
    ("memo", Kind::Memorandum), ("memoranda", Kind::Memorandum),
    ("meeting minutes", Kind::Minutes), ("minute", Kind::Minutes), ("protokoll", Kind::Minutes), ("referat", Kind::Minutes),
    ("procès-verbal", Kind::Minutes), ("minutes of meeting", Kind::Minutes),
    ("bericht", Kind::Report), ("rapport", Kind::Report), ("informe", Kind::Report), ("reports", Kind::Report),
    ("notes", Kind::Note), ("diaries", Kind::Diary), ("tagebuch", Kind::Diary), ("journal intime", Kind::Diary),
    ("address", Kind::Speech), ("rede", Kind::Speech), ("discours", Kind::Speech), ("presentation", Kind::Speech),
    ("memorandum of conversation", Kind::Conversation), ("record of conversation", Kind::Conversation),
    ("oral history", Kind::Interview), ("agreement", Kind::Treaty), ("vertrag", Kind::Treaty), ("traité", Kind::Treaty),
    ("photo", Kind::Photograph), ("foto", Kind::Photograph), ("photographs", Kind::Photograph), ("fotografie", Kind::Photograph), ("photographie", Kind::Photograph),
    ("postcards", Kind::Photograph), ("karte", Kind::Map), ("carte", Kind::Map), ("kort", Kind::Map), ("maps", Kind::Map),
    ("audio", Kind::Recording), ("sound recording", Kind::Recording), ("audio recording", Kind::Recording),
    ("video", Kind::Film), ("moving image", Kind::Film), ("motion picture", Kind::Film),
    ("poster", Kind::Ephemera), ("leaflet", Kind::Ephemera), ("flyer", Kind::Ephemera), ("broadside", Kind::Ephemera),
    ("trade card", Kind::Ephemera), ("handschrift", Kind::Manuscript), ("manuscrit", Kind::Manuscript), ("manuscripts", Kind::Manuscript),
    ("dissertation", Kind::Thesis), ("fonds", Kind::Collection), ("series", Kind::Collection), ("archival collection", Kind::Collection),
];

/// Kinds that are named by the last of several words.
const LAST: &[Kind] = &[
    Kind::Letter,
    Kind::Telegram,
    Kind::Memorandum,
    Kind::Minutes,
    Kind::Report,
    Kind::Diary,
    Kind::Speech,
    Kind::Interview,
    Kind::Treaty,
    Kind::Photograph,
    Kind::Map,
    Kind::Film,
];

/// The kind that the word names, and the word as genre if it is more specific: `Postcard` is a letter, printed as a
/// postcard.
pub(in crate::input) struct Named<'t> {
    pub(in crate::input) kind: Kind,
    pub(in crate::input) genre: Option<&'t str>,
}

/// The kind that a word names. `None` if the word is unknown.
pub(in crate::input) fn kind(text: &str) -> Option<Named<'_>> {
    let text = text.trim();
    let known = Kind::from(text);
    if known.is_known() {
        return Some(Named { kind: known, genre: None });
    }
    let lower = text.to_lowercase();
    let Some((word, kind)) = WORDS.iter().find(|(word, _)| *word == lower) else {
        // A `ciphered telegram` is a telegram.
        let (_, last) = lower.rsplit_once(' ')?;
        let kind = Kind::from(last);
        return LAST.contains(&kind).then_some(Named { kind, genre: Some(text) });
    };
    // The plural adds nothing to the kind.
    let is_plural = word.strip_suffix('s').is_some_and(|one| Kind::from(one) == *kind);
    let is_level = *kind == Kind::Collection;
    // A heading for letters, not a kind of letter.
    let is_class = *word == "correspondence";
    Some(Named { kind: kind.clone(), genre: (!is_plural && !is_level && !is_class).then_some(text) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_names_a_kind_and_stays_where_it_says_more() {
        for (text, word, genre) in [
            ("Letter", "letter", None),
            ("letters", "letter", None),
            ("Correspondence", "letter", None),
            ("Postcard", "letter", Some("Postcard")),
            ("Cable", "telegram", Some("Cable")),
            ("Poster", "ephemera", Some("Poster")),
            ("series", "collection", None),
            ("Ciphered telegram", "telegram", Some("Ciphered telegram")),
        ] {
            let named = kind(text).unwrap();
            assert_eq!((named.kind.as_str(), named.genre), (word, genre), "{text}");
        }
        assert!(kind("Series of boxes").is_none());
    }
}
