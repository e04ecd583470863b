//! The output of a notation is read back by a parser of that notation: it has the same words, and only our marks.

mod attacks;
mod html;
mod latex;
mod markdown;
mod parts;
mod typst;

use parts::{Words, expected, texts};
use prefercite::citation::{Mark, Markup, PieceContext, Text};
use prefercite::notation::{Html, Latex, Markdown, Plain, Typst};
use proptest::prelude::*;

/// `*…*` is emphasis, `^…^` small capitals, `{… -> target}` a link, and everything else is words.
fn text(source: &str) -> Text {
    fn read(source: &str, text: &mut Text) {
        let Some(at) = source.find(['*', '^', '{']) else { return text.push_str(source) };
        let close = match source.as_bytes()[at] {
            b'{' => '}',
            same => char::from(same),
        };
        let end = at + 1 + source[at + 1..].find(close).unwrap();
        let (before, inside, after) = (&source[..at], &source[at + 1..end], &source[end + 1..]);
        text.push_str(before);
        match close {
            '*' => text.marked(Mark::Emphasis, |text| read(inside, text)),
            '^' => text.marked(Mark::SmallCapitals, |text| read(inside, text)),
            _ => {
                let (words, target) = inside.split_once(" -> ").unwrap();
                text.marked(Mark::Link(target), |text| read(words, text));
            }
        }
        read(after, text);
    }
    let mut text = Text::new();
    read(source, &mut text);
    text
}

#[track_caller]
fn assert_written(markup: &dyn Markup, source: &str, written: &str) {
    assert_eq!(text(source).render(markup), written);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn plain_text_is_the_words(text in texts()) {
        let all: String = expected(&text).iter().map(|part| if let Words(words) = part { words } else { "" }).collect();
        prop_assert_eq!(text.render(&Plain::new()), all);
    }
}

#[test]
fn a_note_in_every_notation() {
    let note = "“Oslo & *Life*,” ^ad^ 1949, box 3_4, {doi -> doi:10.1000/a#b}.";
    assert_written(&Plain::new(), note, "“Oslo & Life,” ad 1949, box 3_4, doi.");
    assert_written(
        &Html::new(),
        note,
        "“Oslo &amp; <i>Life</i>,” <span style=\"font-variant: small-caps\">ad</span> 1949, box 3_4, \
         <a href=\"https://doi.org/10.1000/a%23b\">doi</a>.",
    );
    assert_written(
        &Markdown::new(),
        note,
        "“Oslo & *Life*,” <span style=\"font-variant: small-caps\">ad</span> 1949, box 3\\_4, \
         [doi](<https://doi.org/10.1000/a%23b>).",
    );
    assert_written(
        &Latex::new(),
        note,
        r"“Oslo \& \emph{Life},” \textsc{ad} 1949, box 3\_4, \href{https://doi.org/10.1000/a\%23b}{doi}.",
    );
    assert_written(
        &Typst::new(),
        note,
        r#"“Oslo & #emph[Life];,” #smallcaps[ad]; 1949, box 3\_4, #link("https://doi.org/10.1000/a%23b")[doi];."#,
    );
}

#[test]
fn nobody_is_led_astray() {
    for markup in [&Plain::new() as &dyn Markup, &Html::new(), &Markdown::new(), &Latex::new(), &Typst::new()] {
        assert_written(markup, "{here -> javascript:alert(1)}", "here");
        assert_written(markup, "a\r\nb\u{2028}c\u{202e}d", "a  b cd");
        let mut out = String::new();
        markup.open(Mark::Link("data:text/html,a"), PieceContext::default(), &mut out).unwrap();
        markup.close(Mark::Link("data:text/html,a"), PieceContext::default(), &mut out).unwrap();
        assert_eq!(out, "");
    }
}

#[test]
fn prose_stays_bare() {
    let prose = "Telegram no. 5 (draft), 3-4 Nov. 1956: “Budapest!”; R&D, to A. B. - and/or c. 10+ copies, 50 = 50?";
    for markup in [&Plain::new() as &dyn Markup, &Markdown::new(), &Typst::new()] {
        assert_written(markup, prose, prose);
    }
}
