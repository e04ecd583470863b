//! Typst, read by its own parser.

use prefercite::citation::Text;
use prefercite::notation::Typst;
use proptest::prelude::*;
use typst_syntax::ast::{Arg, AstNode, Expr, Markup};

use crate::assert_written;
use crate::parts::{Close, Emphasis, Link, Open, Part, SmallCapitals, expected, push, push_str, texts};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn is_read_back(text in texts()) {
        check(&text);
    }
}

pub(crate) fn check(text: &Text) {
    let typst = text.render(&Typst::new());
    assert_eq!(read_typst(&typst), expected(text), "{typst}");
}

#[test]
fn escapes() {
    for (words, written) in [
        ("= a", r"\= a"),
        ("1. a", r"1\. a"),
        ("1945-1950, -5, a--b...", r"1945-1950, \-5, a\--b\..."),
        ("https://a.b // c /* d", r"https:\//a.b \// c /\* d"),
        ("\"a\" 'b' `c` #d @e <f> $g$ ~", r#"\"a\" \'b\' \`c\` \#d \@e \<f> \$g\$ \~"#),
        ("[a]_b_\\", r"\[a\]\_b\_\\"),
    ] {
        assert_eq!(Text::from(words).render(&Typst::new()), written);
    }
    assert_written(&Typst::new(), "*a*(b)", "#emph[a];(b)");
}

fn read_typst(typst: &str) -> Vec<Part> {
    fn read(markup: Markup<'_>, parts: &mut Vec<Part>) {
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
