//! What a notation writes is read back by a parser of that notation: the words are the same, and nothing but our marks
//! is in them.

use std::iter::Peekable;
use std::str::Chars;

use html5gum::{Token, Tokenizer};
use prefercite::citation::{Mark, Piece, Text};
use prefercite::notation::{Html, Latex, Markdown, Plain, Typst};
use proptest::prelude::*;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};
use typst_syntax::ast::{Arg, AstNode, Expr, Markup as TypstMarkup};

/// A text as it is written, or as a parser has read it.
#[derive(Clone, Debug, PartialEq)]
enum Part {
    Open(Kind),
    Close(Kind),
    Words(String),
}

#[derive(Clone, Debug, PartialEq)]
enum Kind {
    Emphasis,
    SmallCapitals,
    Link(String),
}

use Kind::{Emphasis, Link, SmallCapitals};
use Part::{Close, Open, Words};

const SMALL_CAPITALS: &str = r#"<span style="font-variant: small-caps">"#;

/// What a reader is to find: a character that breaks the line is a space, and one that turns it is not there.
fn expected(text: &Text) -> Vec<Part> {
    let mut parts = Vec::new();
    for piece in text.pieces() {
        match piece {
            Piece::Text(words) => {
                let turns = |c: &char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
                let breaks = |c: char| c.is_control() || c == '\u{2028}' || c == '\u{2029}';
                let seen = words.chars().filter(|c| !turns(c)).map(|c| if breaks(c) { ' ' } else { c });
                seen.for_each(|c| push(&mut parts, c));
            }
            Piece::Open(mark) => parts.push(Open(kind(mark))),
            Piece::Close(mark) => parts.push(Close(kind(mark))),
            _ => unreachable!(),
        }
    }
    parts
}

fn kind(mark: Mark<'_>) -> Kind {
    match mark {
        Mark::Emphasis => Emphasis,
        Mark::SmallCapitals => SmallCapitals,
        mark => Link(mark.href().unwrap().into_owned()),
    }
}

fn push(parts: &mut Vec<Part>, c: char) {
    if let Some(Words(words)) = parts.last_mut() { words.push(c) } else { parts.push(Words(c.into())) }
}

fn push_str(parts: &mut Vec<Part>, words: &str) {
    words.chars().for_each(|c| push(parts, c));
}

fn begin(kind: Kind, parts: &mut Vec<Part>, open: &mut Vec<Kind>) {
    open.push(kind.clone());
    parts.push(Open(kind));
}

fn end(parts: &mut Vec<Part>, open: &mut Vec<Kind>) {
    parts.push(Close(open.pop().expect("nothing is open")));
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
            // Of characters that Unicode will never assign: the words stay.
            Token::Error(error) if error.as_str().contains("noncharacter") => {}
            other => panic!("{other:?}"),
        }
    }
    assert!(open.is_empty());
    parts
}

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

/// All that pulldown-cmark knows beside CommonMark, but for the making of curly quotation marks.
fn with_extensions() -> Options {
    Options::all() - Options::ENABLE_SMART_PUNCTUATION
}

fn read_typst(typst: &str) -> Vec<Part> {
    fn read(markup: TypstMarkup<'_>, parts: &mut Vec<Part>) {
        for expr in markup.exprs() {
            match expr {
                Expr::Text(text) => push_str(parts, text.get()),
                Expr::Space(space) => push_str(parts, space.to_untyped().leaf_text()),
                Expr::Escape(escape) => push(parts, escape.get()),
                Expr::FuncCall(call) => {
                    let Expr::Ident(name) = call.callee() else { panic!("{call:?}") };
                    let arguments: Vec<_> = call.args().items().collect();
                    let (kind, block) = match (name.as_str(), &arguments[..]) {
                        ("emph", [Arg::Pos(Expr::ContentBlock(block))]) => (Emphasis, block),
                        ("smallcaps", [Arg::Pos(Expr::ContentBlock(block))]) => (SmallCapitals, block),
                        ("link", [Arg::Pos(Expr::Str(href)), Arg::Pos(Expr::ContentBlock(block))]) => {
                            (Link(href.get().to_string()), block)
                        }
                        _ => panic!("{call:?}"),
                    };
                    parts.push(Open(kind.clone()));
                    read(block.body(), parts);
                    parts.push(Close(kind));
                }
                other => panic!("{other:?}"),
            }
        }
    }
    let root = typst_syntax::parse(typst);
    let (errors, warnings) = root.errors_and_warnings();
    assert!(errors.is_empty() && warnings.is_empty(), "{errors:?} {warnings:?}");
    let mut parts = Vec::new();
    read(root.cast().unwrap(), &mut parts);
    parts
}

/// The few commands that we write, and no other. Two characters that a font would join have `\/` between them.
fn read_latex(latex: &str) -> Vec<Part> {
    const COMMANDS: [(&str, char); 10] = [
        (r"textbackslash{}", '\\'),
        (r"textasciicircum{}", '^'),
        (r"textasciitilde{}", '~'),
        (r"textless{}", '<'),
        (r"textgreater{}", '>'),
        (r"textbar{}", '|'),
        (r"textquotesingle{}", '\''),
        (r"textasciigrave{}", '`'),
        (r"symbol{34}", '"'),
        ("/", KERN),
    ];
    const KERN: char = '\0';
    let (mut parts, mut open, mut rest, mut beside) = (Vec::new(), Vec::new(), latex, KERN);
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        let command = COMMANDS.iter().find_map(|&(name, c)| Some((c, rest.strip_prefix(name)?)));
        let (written, after) = match c {
            '\\' if command.is_some() => command.unwrap(),
            '\\' if rest.starts_with(|c| r"{}$&#%_".contains(c)) => (rest.chars().next().unwrap(), &rest[1..]),
            '\\' => {
                let (kind, after) = if let Some(after) = rest.strip_prefix("emph{") {
                    (Emphasis, after)
                } else if let Some(after) = rest.strip_prefix("textsc{") {
                    (SmallCapitals, after)
                } else {
                    let (target, after) = rest.strip_prefix("href{").expect(rest).split_once("}{").expect(rest);
                    (Link(read_href(target.chars().peekable())), after)
                };
                begin(kind, &mut parts, &mut open);
                (KERN, after)
            }
            '{' if rest.starts_with("[}") => ('[', &rest[2..]),
            '}' => {
                end(&mut parts, &mut open);
                (KERN, rest)
            }
            '~' => ('\u{a0}', rest),
            _ => {
                assert!(!r#"{$&#%_^<>|"'`"#.contains(c), "{c} in {latex}");
                (c, rest)
            }
        };
        assert!(beside != written || !"-,<>".contains(written), "a ligature in {latex}");
        (written != KERN).then(|| push(&mut parts, written));
        (beside, rest) = (written, after);
    }
    assert!(open.is_empty());
    parts
}

fn read_href(mut target: Peekable<Chars<'_>>) -> String {
    let mut href = String::new();
    while let Some(c) = target.next() {
        match c {
            '\\' => href.push(target.next_if(|c| "%#&_".contains(*c)).expect("an escape in a target")),
            _ if c.is_ascii_graphic() && !r#"%#&_~^${}<>|"`"#.contains(c) => href.push(c),
            _ => panic!("{c} in a target"),
        }
    }
    href
}

/// Texts of all that means anything to a notation, and of anything else.
fn texts() -> impl Strategy<Value = Text> {
    let telling = prop::sample::select(vec![
        "\\",
        "`",
        "*",
        "_",
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        "#",
        "+",
        "-",
        ".",
        "!",
        "<",
        ">",
        "~",
        "$",
        "%",
        "&",
        "^",
        "@",
        "|",
        "=",
        ":",
        ";",
        ",",
        "/",
        "?",
        "\"",
        "'",
        "“",
        "”",
        "—",
        "’",
        "«",
        "¿",
        "--",
        "---",
        "...",
        "``",
        "''",
        ",,",
        "<<",
        ">>",
        "?`",
        "!`",
        "//",
        "/*",
        "*/",
        "-?",
        "-5",
        "- ",
        "+ ",
        "= ",
        "/ ",
        "1. ",
        "1) ",
        "(a) ",
        "ii. ",
        "# ",
        "> ",
        ": ",
        "    ",
        "  ",
        " ",
        " ",
        "\t",
        "\n",
        "\r\n",
        "\n\n",
        "\0",
        "\u{85}",
        "\u{2028}",
        "\u{2029}",
        "\u{202e}",
        "\u{2066}",
        "\u{2069}",
        "\u{feff}",
        "\u{a0}",
        "\u{ad}",
        "\u{3000}",
        "\u{301}",
        "a",
        "h",
        "1",
        "é",
        "Ж",
        "題",
        "👩",
        "Letter to ",
        "amp;",
        "&amp;",
        "&#38;",
        "&copy",
        "<b>",
        "</i>",
        "<!--",
        "<em>",
        "https://a.b/c_d",
        "http://",
        "www.a.b",
        "a@b.c",
        "[^1]",
        "![a](b)",
        "[a]: b",
        "[[a]]",
        "](",
        "~~",
        "==",
        "$$",
        "$a$",
        "\\u{41}",
        "\\end{a}",
        "#emph[a]",
        "#let",
        "<a>",
        "@a",
        "***",
        "___",
        "- - -",
        "```",
        "|a|",
        "| - |",
        "[ ] ",
        ":a:",
        "{#a .b}",
        "{=html}",
        ":::",
        "%%",
        "^^41",
        "\\[",
        "\\(",
        "x^2^",
    ]);
    let piece = prop_oneof![6 => telling.prop_map(str::to_owned), 1 => "[a-z ]{1,4}", 1 => any::<String>()];
    let words = prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat());
    let targets = prop_oneof![
        3 => Just("https://example.org/a?b=c&d_e~f#g%20h".to_owned()),
        1 => Just("doi:10.1000/(a)<b>#c".to_owned()),
        1 => Just("javascript:alert(1)".to_owned()),
        3 => r#"(https|doi|mailto):[!-~é\u{202e}]{1,12}"#,
        1 => "https:(&|amp|;|#|38|lt|%|2|a){1,8}",
    ];
    let leaf = prop_oneof![
        5 => words.prop_map(Text::from),
        1 => targets.clone().prop_map(|target| {
            let mut text = Text::new();
            text.push_address(&target);
            text
        }),
    ];
    leaf.prop_recursive(4, 24, 4, move |inner| {
        let mark = prop_oneof![
            3 => Just(None),
            3 => Just(Some(Emphasis)),
            1 => Just(Some(SmallCapitals)),
            1 => targets.clone().prop_map(|target| Some(Link(target))),
        ];
        (mark, prop::collection::vec(inner, 1..4)).prop_map(|(mark, inner)| {
            let mut text = Text::new();
            let write = |text: &mut Text| inner.iter().for_each(|part| text.push_text(part));
            match &mark {
                None => write(&mut text),
                Some(Emphasis) => text.marked(Mark::Emphasis, write),
                Some(SmallCapitals) => text.marked(Mark::SmallCapitals, write),
                Some(Link(target)) => text.marked(Mark::Link(target), write),
            }
            text
        })
    })
}

/// Without the spaces, and the marks that Markdown's parsers drop at the edge of a paragraph.
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

/// The words alone, in one paragraph.
fn words(parts: &[Part]) -> String {
    let all: String = parts.iter().map(|part| if let Words(words) = part { words } else { "" }).collect();
    let words: Vec<_> = all.trim_start_matches([' ', '\u{feff}']).split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn plain_text_is_the_words(text in texts()) {
        let all: String = expected(&text).iter().map(|part| if let Words(words) = part { words } else { "" }).collect();
        prop_assert_eq!(text.write_with(&Plain), all);
    }

    #[test]
    fn html_is_read_back(text in texts()) {
        let html = text.write_with(&Html);
        prop_assert_eq!(read_html(&html), expected(&text), "{}", html);
    }

    #[test]
    fn markdown_is_read_back(text in texts()) {
        let markdown = text.write_with(&Markdown);
        for options in [Options::empty(), with_extensions()] {
            let (read, expected) = (read_markdown(&markdown, options), expected(&text));
            prop_assert_eq!(words(&read), words(&expected), "{}", markdown);
            if !words(&expected).is_empty() {
                prop_assert_eq!(without_spaces(read), without_spaces(expected), "{}", markdown);
            }
        }
    }

    #[test]
    fn latex_is_read_back(text in texts()) {
        let latex = text.write_with(&Latex);
        let mut expected = expected(&text);
        for part in &mut expected {
            // `~` and `$` in a target are encoded for TeX alone.
            if let Open(Link(href)) | Close(Link(href)) = part {
                *href = href.replace('~', "%7E").replace('$', "%24");
            }
        }
        prop_assert_eq!(read_latex(&latex), expected, "{}", latex);
    }

    #[test]
    fn typst_is_read_back(text in texts()) {
        let typst = text.write_with(&Typst);
        prop_assert_eq!(read_typst(&typst), expected(&text), "{}", typst);
    }
}
