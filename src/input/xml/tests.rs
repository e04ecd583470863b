use super::*;
use crate::slice::slice;

const ITEMS: Items = Items { names: &["c"], around: &["dsc"] };

/// The pieces of a text in one line: `<a @n=1>text</>`, and `!` for what is wrong.
fn shown(text: &str) -> String {
    let (mut xml, mut shown) = (Xml::new(text, ITEMS), String::new());
    let mut depth = 0;
    while let Some(piece) = xml.next() {
        match piece {
            Ok(Piece::Start(tag)) => {
                depth += 1;
                shown += &format!("<{}", tag.name);
                tag.attributes.iter().for_each(|it| shown += &format!(" {}={}", it.name, it.value));
                shown += if tag.broken.is_some() { "!>" } else { ">" };
            }
            Ok(Piece::End) => {
                depth -= 1;
                shown += "</>";
            }
            Ok(Piece::Text(text)) => shown += &text.text,
            Err(_) => shown += "!",
        }
        assert_eq!(xml.depth(), depth, "{text}: {shown}");
        assert!(shown.len() < 10_000, "{text}");
    }
    assert_eq!(depth, 0, "{text}: {shown}");
    shown
}

#[test]
fn pieces_are_well_nested_whatever_the_file_is() {
    for (text, pieces) in [
        ("<a n='1'>x<b/>y</a>", "<a n=1>x<b></>y</>"),
        ("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x 'y'>]><e:a xmlns:e='z' e:n='1'>&x;</e:a>", "<a n=1>&x;</>"),
        (
            "<a>1 &lt; 2 &#38; &#x33; &apos; &amp;amp; & &; &nbsp; &#xD800;</a>",
            "<a>1 < 2 & 3 ' &amp; & &; &nbsp; &#xD800;</>",
        ),
        ("<a n='x\ny&#10;&quot;'>1\r\n2</a>", "<a n=x y\n\">1\n2</>"),
        ("<a>one <![CDATA[<two> &amp;]]> three<!-- four -->five<?six?></a>", "<a>one <two> &amp; threefive</>"),
        ("<a><b>x</a>", "<a><b>x!</></>"),
        ("<a>x</b>y</a>", "<a>x!y</>"),
        ("<a><b>x", "<a><b>x!</></>"),
        ("<a><b n=1>x</b></a>", "<a><b!>x</></>"),
        ("<a><b n='1' n='2'>x</b></a>", "<a><b n=1!>x</></>"),
        ("<dsc><c><t>1 < 2</t></c><c>x</c></dsc>", "<dsc><c><t>1 !</></><c>x</></>"),
        ("<dsc><c><t>1 < 2</t><c>x</c></c></dsc>", "<dsc><c><t>1 !</><c>x</></></>"),
        ("<dsc><c><!-- x</c><c>y</c></dsc>", "<dsc><c>!</><c>y</></>"),
        ("<a><b <d", "<a>!</>"),
        ("<dsc><b <c", "<dsc>!!</>"),
        ("text", ""),
        ("", ""),
    ] {
        assert_eq!(shown(text), pieces, "{text}");
    }
}

#[test]
fn a_place_is_that_of_the_text() {
    let text = "<a>\n  <b n = 'v'>\n  one &amp;\n</b><![CDATA[ two]]></a>";
    let mut xml = Xml::new(text, ITEMS);
    let mut places = Vec::new();
    while let Some(Ok(piece)) = xml.next() {
        match piece {
            Piece::Start(tag) => {
                places.push((tag.place, format!("<{}", tag.name)));
                places.extend(tag.attributes.into_iter().map(|it| (it.place, it.value.into_owned())));
            }
            Piece::Text(piece) if !piece.text.trim().is_empty() => {
                places.push((piece.place, piece.text.trim().to_owned()))
            }
            _ => {}
        }
    }
    for (place, start) in &places[..3] {
        assert!(slice(text, *place..).starts_with(start.as_str()), "{place} {start}");
    }
    assert!(slice(text, places[3].0..).starts_with("one"));
    assert_eq!((places[4].0, places.len()), (text.find("<![").unwrap(), 5));
}

#[test]
fn an_element_is_read_whole_or_not_at_all() {
    let text = "<dsc><c id='1'><t>one<i>two</i></t><t> three</t></c><c><t>x</c><c id='3'/></dsc>";
    let mut xml = Xml::new(text, ITEMS);
    let mut read = Vec::new();
    while let Some(piece) = xml.next() {
        if let Ok(Piece::Start(tag)) = piece
            && tag.name == "c"
        {
            read.push(xml.element(tag));
        }
    }
    let [Ok(first), Err(_), Ok(third)] = &read[..] else { panic!("{read:?}") };
    assert_eq!(third.attributes.iter().map(|it| &*it.value).collect::<Vec<_>>(), ["3"]);
    let mut values = Vec::new();
    first.add_values(&mut "c".to_owned(), &mut values);
    let values: Vec<String> = values.into_iter().map(|value| format!("{}={}", value.field, value.text)).collect();
    assert_eq!(values, ["c/@id=1", "c/t=one", "c/t/i=two", "c/t[2]= three"]);
}

#[test]
fn what_is_too_deep_or_too_large_is_left_out() {
    let deep = format!("<dsc>{}x{}<c>y</c></dsc>", "<c>".repeat(100_000), "</c>".repeat(100_000));
    let (mut xml, mut deepest, mut faults, mut texts) = (Xml::new(&deep, ITEMS), 0, 0, Vec::new());
    while let Some(piece) = xml.next() {
        match piece {
            Ok(Piece::Text(text)) => texts.push(text.text),
            Ok(_) => deepest = deepest.max(xml.depth()),
            Err(_) => faults += 1,
        }
    }
    assert_eq!((deepest, faults, texts), (MAX_DEPTH, 1, vec!["y".into()]));
    let wide = format!("<c>{}</c>", "<t/>".repeat(200_000));
    let mut xml = Xml::new(&wide, ITEMS);
    let Some(Ok(Piece::Start(tag))) = xml.next() else { panic!() };
    assert!(xml.element(tag).is_err() && xml.next().is_none());
    for open in ["<c><!-- ", "<c><![CDATA[", "<c a='", "<c><", "<c>&", "<!DOCTYPE x [", "<?x "] {
        shown(&open.repeat(200));
        let many = open.repeat(20_000);
        let mut xml = Xml::new(&many, ITEMS);
        while xml.next().is_some() {}
    }
}

#[test]
fn a_format_is_known_by_the_root() {
    let text = "\n<!-- x --><?y?><!DOCTYPE ead SYSTEM 'z'><e:ead xmlns:e='n'/>";
    assert_eq!(root(text).map(|tag| tag.name), Some("ead"));
    assert!(root("ead").is_none() && root("<").is_none() && root("").is_none());
}

#[test]
fn elements_of_each_name_are_counted() {
    let mut counts = Counts::default();
    // `<c:>` has no name without its prefix.
    for (name, number) in [("", 1), ("p", 1), ("", 2), ("p", 2), ("a", 1)] {
        assert_eq!(counts.next(name), number, "{name}");
    }
    counts.take_back("p");
    assert_eq!((counts.next("p"), counts.next("a")), (2, 2));
    for number in 0..20 {
        let name = ["b", "c", "d", "e", "f", "g", "h", "i", "j", "k"][number % 10];
        assert_eq!(counts.next(name), 1 + number / 10, "{name}");
    }
    counts.take_back("k");
    assert_eq!(counts.next("k"), 2);
}
