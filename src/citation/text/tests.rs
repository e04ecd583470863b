use super::super::{MarkedSpan, PieceContext};
use super::*;

#[test]
fn marks_open_and_close_within_each_other() {
    let mut text = Text::new();
    text.push_str("a");
    text.marked(Mark::Link("https://example.org"), |text| {
        text.marked(Mark::Emphasis, |text| text.push_str("b"));
        text.push_str("c");
        text.marked(Mark::Emphasis, |_| ());
    });
    text.push_address("https://example.com");
    let link = Mark::Link("https://example.org");
    let address = Mark::Link("https://example.com");
    let pieces: Vec<_> = text.pieces().collect();
    assert_eq!(
        pieces,
        [
            Piece::Text("a"),
            Piece::Open(link),
            Piece::Open(Mark::Emphasis),
            Piece::Text("b"),
            Piece::Close(Mark::Emphasis),
            Piece::Text("c"),
            Piece::Close(link),
            Piece::Open(address),
            Piece::Text("https://example.com"),
            Piece::Close(address),
        ]
    );
}

#[test]
fn what_may_not_be_linked_keeps_its_words() {
    let mut text = Text::new();
    text.marked(Mark::Link("javascript:alert(1)"), |text| text.push_str("here"));
    text.push_address("javascript:alert(1)");
    assert_eq!(text.pieces().collect::<Vec<_>>(), [Piece::Text("herejavascript:alert(1)")]);
}

#[test]
fn a_link_in_a_link_is_its_words() {
    let outer = Mark::Link("https://example.org");
    let mut text = Text::new();
    text.marked(outer, |text| {
        text.push_address("https://example.com");
        text.marked(Mark::Emphasis, |text| text.push_address("https://example.net"));
    });
    text.push_address("https://example.edu");
    let address = Mark::Link("https://example.edu");
    assert_eq!(
        text.pieces().collect::<Vec<_>>(),
        [
            Piece::Open(outer),
            Piece::Text("https://example.com"),
            Piece::Open(Mark::Emphasis),
            Piece::Text("https://example.net"),
            Piece::Close(Mark::Emphasis),
            Piece::Close(outer),
            Piece::Open(address),
            Piece::Text("https://example.edu"),
            Piece::Close(address),
        ]
    );
}

#[test]
fn a_piece_knows_its_place() {
    #[derive(Debug)]
    struct Places(std::sync::Mutex<Vec<PieceContext>>);
    impl Markup for Places {
        fn text(&self, _: &str, place: PieceContext, _: &mut dyn Write) -> fmt::Result {
            self.0.lock().unwrap().push(place);
            Ok(())
        }
        fn open(&self, _: Mark<'_>, place: PieceContext, out: &mut dyn Write) -> fmt::Result {
            self.text("", place, out)
        }
        fn close(&self, _: Mark<'_>, place: PieceContext, out: &mut dyn Write) -> fmt::Result {
            self.text("", place, out)
        }
    }
    let mut text = Text::from("a");
    text.marked(Mark::Emphasis, |text| text.push_str("bc"));
    let places = Places(Vec::new().into());
    text.render_to(&places, &mut String::new()).unwrap();
    let span = MarkedSpan { before: Some('a'), first: Some('b'), last: Some('c'), after: None };
    let place = |before, after| PieceContext { before, after, ..PieceContext::default() };
    assert_eq!(
        places.0.into_inner().unwrap(),
        [
            place(None, Some('b')),
            PieceContext { span: Some(span), ..place(Some('a'), Some('b')) },
            PieceContext { emphasized: true, ..place(Some('a'), None) },
            PieceContext { span: Some(span), ..place(Some('c'), None) },
        ]
    );
}

#[test]
fn texts_are_joined_with_their_marks() {
    let mut title = Text::new();
    title.marked(Mark::Emphasis, |text| text.push_str("Wartime"));
    let mut text = Text::from("in ");
    text.push_text(&title);
    assert_eq!(text.marked_spans().collect::<Vec<_>>(), [(Mark::Emphasis, "Wartime")]);
}
