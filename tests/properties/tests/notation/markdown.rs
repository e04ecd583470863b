//! Markdown, read as CommonMark and with every extension that the parser has.

use prefercite::citation::{Mark, Text};
use prefercite::notation::Markdown;
use proptest::prelude::*;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::assert_written;
use crate::parts::{Emphasis, Link, Part, SmallCapitals, Words, begin, end, expected, push, push_str, texts};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn is_read_back(text in texts()) {
        check(&text);
    }
}

pub(crate) fn check(text: &Text) {
    let markdown = text.render(&Markdown::new());
    for options in [Options::empty(), with_extensions()] {
        let (read, expected) = (read_markdown(&markdown, options), expected(text));
        assert_eq!(words(&read), words(&expected), "{markdown}");
        if !words(&expected).is_empty() {
            assert_eq!(without_spaces(read), without_spaces(expected), "{markdown}");
        }
    }
}

#[test]
fn where_a_line_begins() {
    for (words, written) in [
        ("# 4", r"\# 4"),
        ("- a", r"\- a"),
        ("+ a", r"\+ a"),
        ("1. a", r"1\. a"),
        ("1) a", r"1\) a"),
        ("1.5 a", "1.5 a"),
        ("(a) b", r"(a\) b"),
        ("iv. a", r"iv\. a"),
        ("\u{feff}# a", r"\# a"),
        ("A. Gromyko to Hoxha", "A. Gromyko to Hoxha"),
        ("    a", "a"),
        ("> a", r"\> a"),
        ("=", r"\="),
        ("a # - + > 1. b", "a # - + > 1. b"),
    ] {
        assert_written(&Markdown::new(), words, written);
    }
}

#[test]
fn anywhere() {
    for (words, written) in [
        ("[^1] ![a](b)", r"\[\^1\] !\[a\](b)"),
        ("&amp; &#38; R&D; a&b", r"\&amp; \&#38; R\&D; a&b"),
        ("United States--Relations", r"United States-\-Relations"),
        ("$5 ~a~ |b| @c", r"\$5 \~a\~ \|b\| \@c"),
        ("https://a.b/c_d and www.a.b", r"https\://a.b/c\_d and www\.a.b"),
        ("{.a}", r"\{.a}"),
        ("a   ", "a "),
        (":memo: 10:30:15", r"\:memo: 10:30:15"),
    ] {
        assert_eq!(Text::from(words).render(&Markdown::new()), written);
    }
    assert_written(&Markdown::new(), "{https://a.b/c_d -> https://a.b/c_d}", r"[https://a.b/c\_d](<https://a.b/c_d>)");
    assert_written(&Markdown::new(), "no!\u{202e}{a -> https://a.b}", "no!<span></span>[a](<https://a.b>)");
    assert_written(&Markdown::new(), "no!{a -> https://a.b/?c&lt;d}", r"no!<span></span>[a](<https://a.b/?c\&lt;d>)");
}

#[test]
fn emphasis() {
    for (source, written) in [
        ("in *Life*, 5", "in *Life*, 5"),
        ("(*Life*)", "(*Life*)"),
        ("*“Life” again*.", "*“Life” again*."),
        ("the *Life*s", "the <em>Life</em>s"),
        ("a*“b”*", "a<em>“b”</em>"),
        ("*a!**b*", "<em>a!</em><em>b</em>"),
        ("*a (**“b”*", "<em>a (</em>*“b”*"),
        ("b *\u{202e} a*", "b <em> a</em>"),
        ("*\u{feff}*", "<em></em>"),
        ("* a*", "<em>a</em>"),
    ] {
        assert_written(&Markdown::new(), source, written);
    }
    let mut nested = Text::new();
    nested.marked(Mark::Emphasis, |text| {
        text.push_str("On ");
        text.marked(Mark::Emphasis, |text| text.push_str("Life"));
    });
    assert_eq!(nested.render(&Markdown::new()), "*On <em>Life</em>*");
}

const SMALL_CAPITALS: &str = r#"<span style="font-variant: small-caps">"#;

fn read_markdown(markdown: &str, options: Options) -> Vec<Part> {
    let events: Vec<_> = Parser::new_ext(markdown, options).collect();
    let [Event::Start(Tag::Paragraph), inside @ .., Event::End(TagEnd::Paragraph)] = &events[..] else {
        assert!(events.is_empty(), "{events:?}");
        return Vec::new();
    };
    let (mut parts, mut open, mut between) = (Vec::new(), Vec::new(), false);
    for event in inside {
        match event {
            Event::Text(words) => push_str(&mut parts, words),
            Event::InlineHtml(tag) => match (&**tag, open.last()) {
                ("<em>", _) => begin(Emphasis, &mut parts, &mut open),
                (SMALL_CAPITALS, _) => begin(SmallCapitals, &mut parts, &mut open),
                ("<span>", _) => between = true,
                ("</span>", _) if between => between = false,
                ("</em>", Some(Emphasis)) | ("</span>", Some(SmallCapitals)) => end(&mut parts, &mut open),
                _ => panic!("{tag}"),
            },
            Event::Start(tag) => {
                let kind = match tag {
                    Tag::Emphasis => Emphasis,
                    Tag::Link { link_type: LinkType::Inline, dest_url, title, .. } if title.is_empty() => {
                        Link(dest_url.to_string())
                    }
                    _ => panic!("{tag:?}"),
                };
                begin(kind, &mut parts, &mut open);
            }
            Event::End(TagEnd::Emphasis | TagEnd::Link) => end(&mut parts, &mut open),
            other => panic!("{other:?}"),
        }
    }
    assert!(open.is_empty());
    parts
}

/// All extensions of pulldown-cmark, except the one for curly quotation marks.
fn with_extensions() -> Options {
    Options::all() - Options::ENABLE_SMART_PUNCTUATION
}

/// Removes spaces, and the marks that Markdown parsers drop at the edge of a paragraph.
fn without_spaces(parts: Vec<Part>) -> Vec<Part> {
    let mut bare = Vec::new();
    for part in parts {
        match part {
            Words(words) => words.chars().filter(|c| !" \u{feff}".contains(*c)).for_each(|c| push(&mut bare, c)),
            mark => bare.push(mark),
        }
    }
    bare
}

/// The words without marks, in one paragraph.
fn words(parts: &[Part]) -> String {
    let all: String = parts.iter().map(|part| if let Words(words) = part { words } else { "" }).collect();
    let words: Vec<_> = all.trim_start_matches([' ', '\u{feff}']).split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ")
}
