//! LaTeX, read by a checker that knows only our commands.

use std::iter::Peekable;
use std::str::Chars;

use prefercite::citation::Text;
use prefercite::notation::Latex;
use proptest::prelude::*;

use crate::assert_written;
use crate::parts::{Close, Emphasis, Link, Open, Part, SmallCapitals, begin, end, expected, push, texts};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn is_read_back(text in texts()) {
        check(&text);
    }
}

pub(crate) fn check(text: &Text) {
    let latex = text.render(&Latex::new());
    let mut expected = expected(text);
    for part in &mut expected {
        // `~` and `$` in a target are encoded only for TeX.
        if let Open(Link(href)) | Close(Link(href)) = part {
            *href = href.replace('~', "%7E").replace('$', "%24");
        }
    }
    assert_eq!(read_latex(&latex), expected, "{latex}");
}

#[test]
fn escapes() {
    for (words, written) in [
        (r"50% of $5 & #6", r"50\% of \$5 \& \#6"),
        ("a---b ,, << >>", r"a-\/-\/-b ,\/, \textless{}\/\textless{} \textgreater{}\/\textgreater{}"),
        (
            "\"a\" 'b' `c`",
            r"\symbol{34}a\symbol{34} \textquotesingle{}b\textquotesingle{} \textasciigrave{}c\textasciigrave{}",
        ),
        ("[Draft] [a]", "{[}Draft] [a]"),
        ("no.\u{a0}5~", r"no.~5\textasciitilde{}"),
    ] {
        assert_eq!(Text::from(words).render(&Latex::new()), written);
    }
    assert_written(&Latex::new(), "{a -> https://a.b/~c_d%20#e&f}", r"\href{https://a.b/\%7Ec\_d\%20\#e\&f}{a}");
}

/// Parses the few commands that we write, and no others. Two characters that a font would join have `\/` between
/// them.
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
