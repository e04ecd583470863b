//! HTML, read by a tokenizer that follows the WHATWG standard.

use html5gum::{Token, Tokenizer};
use prefercite::citation::Text;
use prefercite::notation::Html;
use proptest::prelude::*;

use crate::assert_written;
use crate::parts::{Emphasis, Link, Part, SmallCapitals, begin, end, expected, push_str, texts};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn is_read_back(text in texts()) {
        check(&text);
    }
}

pub(crate) fn check(text: &Text) {
    let html = text.render(&Html::new());
    assert_eq!(read_html(&html), expected(text), "{html}");
}

#[test]
fn escapes() {
    assert_written(&Html::new(), "<b> \"a\" 'b'", "&lt;b&gt; &quot;a&quot; &#39;b&#39;");
    assert_written(
        &Html::new(),
        "{a -> https://a.b/?c='d'&e=\"f\"}",
        "<a href=\"https://a.b/?c=&#39;d&#39;&amp;e=%22f%22\">a</a>",
    );
}

fn read_html(html: &str) -> Vec<Part> {
    let (mut parts, mut open) = (Vec::new(), Vec::new());
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::String(words) => push_str(&mut parts, str::from_utf8(&words).unwrap()),
            Token::StartTag(tag) => {
                let attributes: Vec<_> = tag
                    .attributes
                    .iter()
                    .map(|(name, value)| (str::from_utf8(name).unwrap(), str::from_utf8(value).unwrap()))
                    .collect();
                let kind = match (&tag.name[..], &attributes[..]) {
                    (b"i", []) => Emphasis,
                    (b"span", [("style", "font-variant: small-caps")]) => SmallCapitals,
                    (b"a", [("href", href)]) => Link((*href).to_owned()),
                    _ => panic!("{tag:?}"),
                };
                begin(kind, &mut parts, &mut open);
            }
            Token::EndTag(tag) => {
                let name: &[u8] = match open.last() {
                    Some(Emphasis) => b"i",
                    Some(SmallCapitals) => b"span",
                    _ => b"a",
                };
                assert_eq!(&tag.name[..], name);
                end(&mut parts, &mut open);
            }
            // Characters that Unicode will never assign. The words stay.
            Token::Error(error) if error.as_str().contains("noncharacter") => {}
            other => panic!("{other:?}"),
        }
    }
    assert!(open.is_empty());
    parts
}
