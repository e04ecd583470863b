//! A text in parts, as written and as read by a parser, and many texts to write.

use prefercite::citation::{Mark, Piece, Text};
use proptest::prelude::*;

/// A part of a text, as written or as read by a parser.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Part {
    Open(Kind),
    Close(Kind),
    Words(String),
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    Emphasis,
    SmallCapitals,
    Link(String),
}

pub(crate) use Kind::{Emphasis, Link, SmallCapitals};
pub(crate) use Part::{Close, Open, Words};

/// The parts that a reader must find: a line-breaking character is a space, and characters that change the direction
/// are removed.
pub(crate) fn expected(text: &Text) -> Vec<Part> {
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

pub(crate) fn kind(mark: Mark<'_>) -> Kind {
    match mark {
        Mark::Emphasis => Emphasis,
        Mark::SmallCapitals => SmallCapitals,
        mark => Link(mark.href().unwrap().into_owned()),
    }
}

pub(crate) fn push(parts: &mut Vec<Part>, c: char) {
    if let Some(Words(words)) = parts.last_mut() { words.push(c) } else { parts.push(Words(c.into())) }
}

pub(crate) fn push_str(parts: &mut Vec<Part>, words: &str) {
    words.chars().for_each(|c| push(parts, c));
}

pub(crate) fn begin(kind: Kind, parts: &mut Vec<Part>, open: &mut Vec<Kind>) {
    open.push(kind.clone());
    parts.push(Open(kind));
}

pub(crate) fn end(parts: &mut Vec<Part>, open: &mut Vec<Kind>) {
    parts.push(Close(open.pop().expect("nothing is open")));
}

const TELLING: &str = r##"
    \ ` * _ { } [ ] ( ) # + - . ! < > ~ $ % & ^ @ | = : ; , / ? " ' “ ” — ’ « ¿
    -- --- ... `` '' ,, << >> ?` !` // /* */ -? -5 *** ___ ``` ~~ == $$ ::: %% ](
    amp; &amp; &#38; &copy <b> </i> <em> <!-- <a> https://a.b/c_d http:// www.a.b a@b.c @a :a:
    [^1] ![a](b) [a]: [[a]] $a$ x^2^ ^^41 \[ \( \u{41} \end{a} #emph[a] #let |a| {#a} {=html}
    a h 1 é Ж 題 👩 "##;

const TELLING_SPACES: [&str; 34] = [
    " ",
    " ",
    "  ",
    "    ",
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
    "- - -",
    "[ ] ",
    "| - |",
    "Letter to ",
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
    "\u{feff}",
    "\u{a0}",
    "\u{ad}",
    "\u{3000}",
    "\u{301}",
];

/// Texts of all characters with a meaning in a notation, and of any others.
pub(crate) fn texts() -> impl Strategy<Value = Text> {
    let telling: Vec<_> = TELLING.split_ascii_whitespace().chain(TELLING_SPACES).collect();
    let telling = prop::sample::select(telling);
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
