//! Tags of BCP 47 for the names of languages and for the codes of catalogues.

/// The tag, the code of ISO 639-2 (the bibliographic code first), and the names in English and in the language
/// itself.
#[rustfmt::skip]
const LANGUAGES: &[(&str, &[&str])] = &[
    ("en", &["eng", "english"]), ("de", &["ger", "deu", "german", "deutsch"]), ("fr", &["fre", "fra", "french", "français"]),
    ("ru", &["rus", "russian", "русский"]), ("es", &["spa", "spanish", "español", "castellano"]),
    ("it", &["ita", "italian", "italiano"]), ("pt", &["por", "portuguese", "português"]), ("nl", &["dut", "nld", "dutch", "nederlands"]),
    ("da", &["dan", "danish", "dansk"]), ("sv", &["swe", "swedish", "svenska"]), ("nb", &["nob", "norwegian bokmål", "bokmål"]),
    ("nn", &["nno", "norwegian nynorsk", "nynorsk"]), ("no", &["nor", "norwegian", "norsk"]), ("fi", &["fin", "finnish", "suomi"]),
    ("is", &["ice", "isl", "icelandic", "íslenska"]), ("pl", &["pol", "polish", "polski"]), ("cs", &["cze", "ces", "czech", "čeština"]),
    ("sk", &["slo", "slk", "slovak", "slovenčina"]), ("hu", &["hun", "hungarian", "magyar"]), ("ro", &["rum", "ron", "romanian", "română"]),
    ("bg", &["bul", "bulgarian", "български"]), ("sr", &["srp", "serbian", "srpski", "српски"]), ("hr", &["hrv", "croatian", "hrvatski"]),
    ("sh", &["serbo-croatian"]), ("sl", &["slv", "slovenian", "slovene", "slovenščina"]), ("mk", &["mac", "mkd", "macedonian"]),
    ("sq", &["alb", "sqi", "albanian", "shqip"]), ("el", &["gre", "ell", "greek", "modern greek", "ελληνικά"]),
    ("grc", &["ancient greek"]), ("la", &["lat", "latin"]), ("tr", &["tur", "turkish", "türkçe"]), ("ota", &["ottoman turkish"]),
    ("uk", &["ukr", "ukrainian", "українська"]), ("be", &["bel", "belarusian"]), ("lt", &["lit", "lithuanian", "lietuvių"]),
    ("lv", &["lav", "latvian", "latviešu"]), ("et", &["est", "estonian", "eesti"]), ("ka", &["geo", "kat", "georgian"]),
    ("hy", &["arm", "hye", "armenian"]), ("az", &["aze", "azerbaijani"]), ("kk", &["kaz", "kazakh"]), ("uz", &["uzb", "uzbek"]),
    ("mn", &["mon", "mongolian"]), ("zh", &["chi", "zho", "chinese", "中文"]), ("ja", &["jpn", "japanese", "日本語"]),
    ("ko", &["kor", "korean", "한국어"]), ("vi", &["vie", "vietnamese", "tiếng việt"]), ("th", &["tha", "thai"]),
    ("lo", &["lao"]), ("km", &["khm", "khmer"]), ("my", &["bur", "mya", "burmese"]), ("id", &["ind", "indonesian", "bahasa indonesia"]),
    ("ms", &["may", "msa", "malay"]), ("tl", &["tgl", "tagalog"]), ("hi", &["hin", "hindi"]), ("ur", &["urd", "urdu"]),
    ("bn", &["ben", "bengali"]), ("ta", &["tam", "tamil"]), ("sa", &["san", "sanskrit"]), ("bo", &["tib", "bod", "tibetan"]),
    ("ne", &["nep", "nepali"]), ("fa", &["per", "fas", "persian", "farsi", "فارسی"]), ("ps", &["pus", "pashto"]),
    ("ar", &["ara", "arabic", "العربية"]), ("he", &["heb", "hebrew", "עברית"]), ("yi", &["yid", "yiddish"]),
    ("am", &["amh", "amharic"]), ("sw", &["swa", "swahili"]), ("af", &["afr", "afrikaans"]), ("zu", &["zul", "zulu"]),
    ("xh", &["xho", "xhosa"]), ("so", &["som", "somali"]), ("ga", &["gle", "irish", "gaeilge"]), ("cy", &["wel", "cym", "welsh", "cymraeg"]),
    ("gd", &["gla", "scottish gaelic"]), ("eu", &["baq", "eus", "basque", "euskara"]), ("ca", &["cat", "catalan", "català"]),
    ("gl", &["glg", "galician", "galego"]), ("br", &["bre", "breton"]), ("eo", &["epo", "esperanto"]), ("mt", &["mlt", "maltese"]),
    ("haw", &["hawaiian"]), ("mi", &["mao", "mri", "maori", "māori"]), ("qu", &["que", "quechua"]), ("nah", &["nahuatl"]),
    ("gsw", &["swiss german"]), ("lb", &["ltz", "luxembourgish"]), ("fo", &["fao", "faroese"]), ("kl", &["kal", "greenlandic"]),
];

/// Codes without a meaning.
const NONE: &[&str] = &["und", "mul", "zxx", "mis", "xx"];

/// The language tags in a text. `None` if a part of it is not a known language.
///
/// `English`, `eng`, `en-GB`, `Russian; English`, `German and French`.
pub(in crate::input) fn tags(text: &str) -> Option<Vec<String>> {
    if let Some(tag) = tag(text) {
        return Some(vec![tag]);
    }
    // `English in Latin script`
    if let Some((language, script)) = text.split_once(" in ")
        && script.ends_with(" script")
    {
        return tags(language);
    }
    let parts = text.split([';', ',', '/', '|', '&']).flat_map(|part| part.split(" and ")).map(str::trim);
    let tags: Option<Vec<String>> = parts.filter(|part| !part.is_empty()).map(tag).collect();
    tags.filter(|tags| !tags.is_empty())
}

/// The tag of one language.
pub(in crate::input) fn tag(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('.');
    let lower = text.to_lowercase();
    if let Some((tag, _)) = LANGUAGES.iter().find(|(tag, names)| *tag == lower || names.contains(&lower.as_str())) {
        return Some((*tag).to_owned());
    }
    if NONE.contains(&lower.as_str()) {
        return None;
    }
    // A longer first part is also well formed, but not registered: `danish`.
    let first = text.split(['-', '_']).next().unwrap_or_default();
    let is_code = matches!(first.len(), 2 | 3) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
    let tag = text.replace('_', "-");
    // `eng-GB`, as in some catalogues.
    let tag = match LANGUAGES.iter().find(|(_, names)| names.contains(&first.to_lowercase().as_str())) {
        Some((known, _)) => tag.replacen(first, known, 1),
        None => tag,
    };
    (is_code && oxilangtag::LanguageTag::parse(tag.as_str()).is_ok()).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_known_by_name_and_code() {
        for (text, found) in [
            ("English", vec!["en"]),
            ("eng", vec!["en"]),
            ("en-GB", vec!["en-GB"]),
            ("en_US", vec!["en-US"]),
            ("zh-Latn", vec!["zh-Latn"]),
            ("Russian; English", vec!["ru", "en"]),
            ("German and French", vec!["de", "fr"]),
            ("English in Latin script", vec!["en"]),
        ] {
            assert_eq!(tags(text).unwrap(), found, "{text}");
        }
        for text in ["Almanca - German", "the language of love", "und", "", "Klingon"] {
            assert_eq!(tags(text), None, "{text}");
        }
        for (tag, _) in LANGUAGES {
            assert!(oxilangtag::LanguageTag::parse(*tag).is_ok(), "{tag}");
        }
    }
}
