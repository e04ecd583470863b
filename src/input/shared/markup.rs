//! Texts with tags: the few tags of titles, and the HTML of notes.

use super::super::fold::fold;

/// The tags of Zotero and CSL-JSON: italics, bold, superscript, subscript, small capitals, unchanged case.
const TAGS: &[&str] = &["i", "b", "sup", "sub", "sc", "span"];

/// A text without the tags that titles may have. `None` if it has no tags.
pub(in crate::input) fn without_tags(text: &str) -> Option<String> {
    let is_tag = |tag: &str| {
        let name = tag.trim_start_matches('/').split([' ', '>']).next().unwrap_or_default();
        TAGS.contains(&name)
    };
    let plain = without(text, is_tag, "");
    (plain.len() < text.len()).then_some(plain)
}

/// The words of a text in HTML.
pub(in crate::input) fn words(html: &str) -> String {
    let mut text = without(html, |_| true, " ");
    for (entity, sign) in
        [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    {
        text = text.replace(entity, sign);
    }
    fold(&text).into_owned()
}

fn without(text: &str, is_tag: impl Fn(&str) -> bool, instead: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('<') {
        plain.push_str(before);
        match behind.split_once('>') {
            Some((tag, after)) if is_tag(tag) => {
                plain.push_str(instead);
                rest = after;
            }
            // An unclosed tag has no text after it.
            None => {
                plain.push('<');
                plain.push_str(behind);
                return plain;
            }
            Some(_) => {
                plain.push('<');
                rest = behind;
            }
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_taken_off_and_other_signs_stay() {
        for (text, plain) in [
            ("We <i>Now</i> Know", Some("We Now Know")),
            ("<span class=\"nocase\">de</span> Gaulle, H<sub>2</sub>O", Some("de Gaulle, H2O")),
            ("a < b > c", None),
            ("<img src=x> and <i", None),
            ("<<i>x</i>", Some("<x")),
        ] {
            assert_eq!(without_tags(text).as_deref(), plain, "{text}");
        }
        assert_eq!(words("<p>Note &amp; more</p><p>Yes</p>"), "Note & more Yes");
    }
}
