//! English, as the prose styles share it.

use unicode_normalization::char::is_combining_mark;

use crate::citation::Text;
use crate::document::{Name, NameOrder, Season};

pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub(crate) fn month(number: u8) -> &'static str {
    MONTHS.get(usize::from(number).wrapping_sub(1)).copied().unwrap_or_default()
}

pub(crate) fn season(season: Season) -> &'static str {
    match season {
        Season::Spring => "Spring",
        Season::Summer => "Summer",
        Season::Autumn => "Autumn",
        Season::Winter => "Winter",
    }
}

/// `A`, `A and B`, `A, B, and C`.
pub(crate) fn list<T>(text: &mut Text, items: &[T], mut write: impl FnMut(&mut Text, &T)) {
    let last = items.len().saturating_sub(1);
    for (index, item) in items.iter().enumerate() {
        match index {
            0 => {}
            1 if last == 1 => text.push_str(" and "),
            _ if index == last => text.push_str(", and "),
            _ => text.push_str(", "),
        }
        write(text, item);
    }
}

/// A name in its natural order, a body by its full name.
pub(crate) fn natural_name(text: &mut Text, name: &Name) {
    let person = match name {
        Name::Person(person) => person,
        Name::Body(body) => return text.push_str(&body.body),
        Name::AsWritten(name) => return text.push_str(name),
    };
    let given_first = person.order == NameOrder::GivenFirst;
    let (before, behind) = if given_first { (person.given.as_deref(), None) } else { (None, person.given.as_deref()) };
    let parts = [
        before,
        person.dropping_particle.as_deref(),
        person.particle.as_deref(),
        Some(person.family.as_str()),
        behind,
        person.suffix.as_deref(),
    ];
    for (index, part) in parts.into_iter().flatten().enumerate() {
        if index > 0 {
            text.push(' ');
        }
        text.push_str(part);
    }
}

/// Whether a range of leaves or pages is more than one: `10-13`, `5-7ob`, `3, 9`; not `2ob`, not `r-v`.
pub(crate) fn is_several(range: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let numbers = range.find(is_digit).zip(range.rfind(is_digit)).and_then(|(first, last)| range.get(first..last));
    numbers.is_some_and(|numbers| numbers.contains(['-', '–', '—', ',']))
}

/// The text with its first letter raised, where a sentence opens with it.
pub(crate) fn push_capitalized(text: &mut Text, words: &str) {
    let mut characters = words.chars();
    match characters.next() {
        Some(first) if !is_combining_mark(first) => {
            first.to_uppercase().for_each(|upper| text.push(upper));
            text.push_str(characters.as_str());
        }
        _ => text.push_str(words),
    }
}

/// `2nd ed.`, whether or not the record says `ed.` itself; a bare figure is made an ordinal.
pub(crate) fn push_edition(text: &mut Text, edition: &str) {
    text.push_str(edition);
    if edition.bytes().all(|byte| byte.is_ascii_digit()) {
        let teens = edition.ends_with("11") || edition.ends_with("12") || edition.ends_with("13");
        text.push_str(match edition.bytes().next_back() {
            Some(b'1') if !teens => "st",
            Some(b'2') if !teens => "nd",
            Some(b'3') if !teens => "rd",
            _ => "th",
        });
    }
    let says_so = edition
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| ["ed", "edn", "edition", "rev", "revised"].iter().any(|known| word.eq_ignore_ascii_case(known)));
    if !says_so {
        text.push_str(" ed.");
    }
}

/// The English name of the language of a BCP 47 tag; none of a language that this list does not have.
pub(crate) fn language(tag: &str) -> Option<&'static str> {
    let primary = tag.split('-').next()?.bytes().map(|byte| byte.to_ascii_lowercase());
    LANGUAGES
        .binary_search_by(|(code, _)| code.bytes().cmp(primary.clone()))
        .ok()
        .and_then(|at| LANGUAGES.get(at))
        .map(|(_, name)| *name)
}

/// ISO 639-1, and of 639-3 what archives hold besides.
const LANGUAGES: &[(&str, &str)] = &[
    ("aa", "Afar"),
    ("ab", "Abkhaz"),
    ("ae", "Avestan"),
    ("af", "Afrikaans"),
    ("ak", "Akan"),
    ("akk", "Akkadian"),
    ("am", "Amharic"),
    ("an", "Aragonese"),
    ("ang", "Old English"),
    ("ar", "Arabic"),
    ("arc", "Aramaic"),
    ("as", "Assamese"),
    ("av", "Avar"),
    ("ay", "Aymara"),
    ("az", "Azerbaijani"),
    ("ba", "Bashkir"),
    ("be", "Belarusian"),
    ("bg", "Bulgarian"),
    ("bi", "Bislama"),
    ("bm", "Bambara"),
    ("bn", "Bengali"),
    ("bo", "Tibetan"),
    ("br", "Breton"),
    ("bs", "Bosnian"),
    ("ca", "Catalan"),
    ("ce", "Chechen"),
    ("ch", "Chamorro"),
    ("co", "Corsican"),
    ("cop", "Coptic"),
    ("cr", "Cree"),
    ("cs", "Czech"),
    ("cu", "Church Slavonic"),
    ("cv", "Chuvash"),
    ("cy", "Welsh"),
    ("da", "Danish"),
    ("de", "German"),
    ("dv", "Dhivehi"),
    ("dz", "Dzongkha"),
    ("ee", "Ewe"),
    ("egy", "Egyptian"),
    ("el", "Greek"),
    ("en", "English"),
    ("enm", "Middle English"),
    ("eo", "Esperanto"),
    ("es", "Spanish"),
    ("et", "Estonian"),
    ("eu", "Basque"),
    ("fa", "Persian"),
    ("ff", "Fula"),
    ("fi", "Finnish"),
    ("fil", "Filipino"),
    ("fj", "Fijian"),
    ("fo", "Faroese"),
    ("fr", "French"),
    ("frm", "Middle French"),
    ("fro", "Old French"),
    ("fy", "West Frisian"),
    ("ga", "Irish"),
    ("gd", "Scottish Gaelic"),
    ("gez", "Geez"),
    ("gl", "Galician"),
    ("gmh", "Middle High German"),
    ("gn", "Guarani"),
    ("goh", "Old High German"),
    ("grc", "Ancient Greek"),
    ("gsw", "Swiss German"),
    ("gu", "Gujarati"),
    ("gv", "Manx"),
    ("ha", "Hausa"),
    ("haw", "Hawaiian"),
    ("he", "Hebrew"),
    ("hi", "Hindi"),
    ("ho", "Hiri Motu"),
    ("hr", "Croatian"),
    ("ht", "Haitian Creole"),
    ("hu", "Hungarian"),
    ("hy", "Armenian"),
    ("hz", "Herero"),
    ("ia", "Interlingua"),
    ("id", "Indonesian"),
    ("ie", "Interlingue"),
    ("ig", "Igbo"),
    ("ii", "Nuosu"),
    ("ik", "Inupiaq"),
    ("io", "Ido"),
    ("is", "Icelandic"),
    ("it", "Italian"),
    ("iu", "Inuktitut"),
    ("ja", "Japanese"),
    ("jv", "Javanese"),
    ("ka", "Georgian"),
    ("kg", "Kongo"),
    ("ki", "Kikuyu"),
    ("kj", "Kwanyama"),
    ("kk", "Kazakh"),
    ("kl", "Greenlandic"),
    ("km", "Khmer"),
    ("kn", "Kannada"),
    ("ko", "Korean"),
    ("kr", "Kanuri"),
    ("ks", "Kashmiri"),
    ("ku", "Kurdish"),
    ("kv", "Komi"),
    ("kw", "Cornish"),
    ("ky", "Kyrgyz"),
    ("la", "Latin"),
    ("lad", "Ladino"),
    ("lb", "Luxembourgish"),
    ("lg", "Ganda"),
    ("li", "Limburgish"),
    ("ln", "Lingala"),
    ("lo", "Lao"),
    ("lt", "Lithuanian"),
    ("lu", "Luba-Katanga"),
    ("lv", "Latvian"),
    ("mg", "Malagasy"),
    ("mh", "Marshallese"),
    ("mi", "Maori"),
    ("mk", "Macedonian"),
    ("ml", "Malayalam"),
    ("mn", "Mongolian"),
    ("mnc", "Manchu"),
    ("mr", "Marathi"),
    ("ms", "Malay"),
    ("mt", "Maltese"),
    ("my", "Burmese"),
    ("na", "Nauruan"),
    ("nb", "Norwegian Bokmål"),
    ("nd", "Northern Ndebele"),
    ("nds", "Low German"),
    ("ne", "Nepali"),
    ("ng", "Ndonga"),
    ("nl", "Dutch"),
    ("nn", "Norwegian Nynorsk"),
    ("no", "Norwegian"),
    ("non", "Old Norse"),
    ("nr", "Southern Ndebele"),
    ("nv", "Navajo"),
    ("ny", "Chichewa"),
    ("oc", "Occitan"),
    ("oj", "Ojibwe"),
    ("om", "Oromo"),
    ("or", "Odia"),
    ("os", "Ossetian"),
    ("ota", "Ottoman Turkish"),
    ("pa", "Punjabi"),
    ("pi", "Pali"),
    ("pl", "Polish"),
    ("pro", "Old Occitan"),
    ("prs", "Dari"),
    ("ps", "Pashto"),
    ("pt", "Portuguese"),
    ("qu", "Quechua"),
    ("rm", "Romansh"),
    ("rn", "Rundi"),
    ("ro", "Romanian"),
    ("rom", "Romani"),
    ("ru", "Russian"),
    ("rw", "Kinyarwanda"),
    ("sa", "Sanskrit"),
    ("sc", "Sardinian"),
    ("sco", "Scots"),
    ("sd", "Sindhi"),
    ("se", "Northern Sami"),
    ("sg", "Sango"),
    ("sh", "Serbo-Croatian"),
    ("si", "Sinhala"),
    ("sk", "Slovak"),
    ("sl", "Slovenian"),
    ("sm", "Samoan"),
    ("sn", "Shona"),
    ("so", "Somali"),
    ("sq", "Albanian"),
    ("sr", "Serbian"),
    ("ss", "Swazi"),
    ("st", "Sotho"),
    ("su", "Sundanese"),
    ("sux", "Sumerian"),
    ("sv", "Swedish"),
    ("sw", "Swahili"),
    ("syc", "Classical Syriac"),
    ("ta", "Tamil"),
    ("te", "Telugu"),
    ("tg", "Tajik"),
    ("th", "Thai"),
    ("ti", "Tigrinya"),
    ("tk", "Turkmen"),
    ("tl", "Tagalog"),
    ("tn", "Tswana"),
    ("to", "Tongan"),
    ("tr", "Turkish"),
    ("ts", "Tsonga"),
    ("tt", "Tatar"),
    ("tw", "Twi"),
    ("ty", "Tahitian"),
    ("ug", "Uyghur"),
    ("uk", "Ukrainian"),
    ("ur", "Urdu"),
    ("uz", "Uzbek"),
    ("ve", "Venda"),
    ("vi", "Vietnamese"),
    ("vo", "Volapük"),
    ("wa", "Walloon"),
    ("wo", "Wolof"),
    ("xh", "Xhosa"),
    ("yi", "Yiddish"),
    ("yo", "Yoruba"),
    ("yue", "Cantonese"),
    ("za", "Zhuang"),
    ("zh", "Chinese"),
    ("zu", "Zulu"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_found_by_their_tags() {
        assert!(LANGUAGES.windows(2).all(|pair| pair[0].0 < pair[1].0), "the list is searched by halves");
        for (tag, name) in [("pt", "Portuguese"), ("zh-Hans", "Chinese"), ("pt-BR", "Portuguese"), ("RU", "Russian")] {
            assert_eq!(language(tag), Some(name));
        }
        assert_eq!(language("und"), None);
    }

    #[test]
    fn lists_have_their_serial_comma() {
        for (names, said) in
            [(vec![], ""), (vec!["A"], "A"), (vec!["A", "B"], "A and B"), (vec!["A", "B", "C"], "A, B, and C")]
        {
            let mut text = Text::new();
            list(&mut text, &names, |text, name| text.push_str(name));
            assert_eq!(text.as_str(), said);
        }
    }

    #[test]
    fn several_leaves_are_told_from_one() {
        for range in ["10-13", "12r-13v", "5-7ob", "3, 9", "97–98"] {
            assert!(is_several(range), "{range}");
        }
        for range in ["78", "2ob", "0078", "A-7", "12r-v"] {
            assert!(!is_several(range), "{range}");
        }
    }

    #[test]
    fn an_edition_is_said_once() {
        for (edition, said) in [
            ("2nd", "2nd ed."),
            ("2", "2nd ed."),
            ("13", "13th ed."),
            ("2nd ed.", "2nd ed."),
            ("Rev. edition", "Rev. edition"),
        ] {
            let mut text = Text::new();
            push_edition(&mut text, edition);
            assert_eq!(text.as_str(), said);
        }
    }
}
