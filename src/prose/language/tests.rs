use super::*;

#[test]
fn languages_are_found_by_their_tags() {
    for language in [EN_US, EN_GB, FR, DE] {
        let sorted = language.languages.windows(2).all(|pair| pair[0].0 < pair[1].0);
        assert!(sorted, "{}: binary search needs the order of the codes", language.tag);
    }
    for (tag, name) in [("pt", "Portuguese"), ("zh-Hans", "Chinese"), ("pt-BR", "Portuguese"), ("RU", "Russian")] {
        assert_eq!(EN_US.language_name(tag), Some(name));
    }
    assert_eq!(EN_US.language_name("und"), None);
}

#[test]
fn articles_are_whole_words() {
    for (title, bare) in [("The Bomb", "Bomb"), ("A", "A"), ("Another", "Another"), ("an end", "end")] {
        assert_eq!(EN_US.without_article(title), bare);
    }
    assert_eq!(FR.without_article("L’Affaire"), "Affaire");
    assert_eq!(DE.without_article("Die Lage"), "Lage");
}

#[test]
fn ordinals_have_the_endings_of_their_language() {
    let printed = |language: Language, digits: &str| format!("{digits}{}", language.ordinals.ending(digits));
    for ordinal in ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "111th"] {
        let digits = ordinal.trim_end_matches(char::is_alphabetic);
        assert_eq!(printed(EN_US, digits), ordinal);
    }
    assert_eq!(["1", "2", "11"].map(|digits| printed(FR, digits)), ["1re", "2e", "11e"]);
    assert_eq!(["1", "2", "11"].map(|digits| printed(DE, digits)), ["1.", "2.", "11."]);
}
