//! The YAML at the start of a chapter: its title, its authors, its language, and further entries of the
//! bibliography.

use granit_parser::{Event, Parser, StrInput};

use crate::key;
use crate::letters::Letter;

#[derive(Debug, Default, PartialEq)]
pub(crate) struct Head {
    pub(crate) title: Option<String>,
    pub(crate) authors: Vec<String>,
    pub(crate) lang: Option<String>,
    /// The keys of `nocite`; `*` for all records.
    pub(crate) uncited: Vec<String>,
}

/// A value of the head.
#[derive(Debug)]
enum Value {
    Text(String),
    List(Vec<Value>),
    Map(Vec<(String, Value)>),
}

impl Head {
    /// Parses the block with its lines of dashes. A block that is not YAML gives an empty head: pandoc also reads
    /// it, and reports the error.
    pub(crate) fn of(block: &str) -> Self {
        let lines = block.trim_start_matches("---").trim_end();
        let inside = lines.strip_suffix("---").or(lines.strip_suffix("...")).unwrap_or(lines);
        let mut head = Head::default();
        let Some(Value::Map(entries)) = read(inside) else { return head };
        for (key, value) in entries {
            match key.as_str() {
                "title" => head.title = value.texts().into_iter().next(),
                "author" => head.authors = value.texts(),
                "lang" => head.lang = value.texts().into_iter().next(),
                "nocite" => head.uncited = value.texts().iter().flat_map(|text| keys(text)).collect(),
                _ => {}
            }
        }
        head
    }
}

impl Value {
    /// One text or several. The text of a map is its `name`.
    fn texts(self) -> Vec<String> {
        match self {
            Value::Text(text) => vec![text].into_iter().filter(|text| !text.is_empty()).collect(),
            Value::List(values) => values.into_iter().flat_map(Value::texts).collect(),
            Value::Map(entries) => {
                entries.into_iter().filter(|(key, _)| key == "name").flat_map(|(_, value)| value.texts()).collect()
            }
        }
    }
}

fn keys(text: &str) -> Vec<String> {
    let letters: Vec<Letter> =
        text.char_indices().map(|(at, c)| Letter { c, at, depth: 0, is_text: true, is_break: false }).collect();
    let all = text.contains("@*").then(|| "*".to_owned());
    key::all(&letters).into_iter().map(|key| key.id).chain(all).collect()
}

fn read(text: &str) -> Option<Value> {
    let mut parser = Parser::new_from_str(text);
    loop {
        match next(&mut parser)? {
            Event::StreamStart | Event::DocumentStart(..) => {}
            event => return value(event, &mut parser, 0),
        }
    }
}

fn next<'a>(parser: &mut Parser<'a, StrInput<'a>>) -> Option<Event<'a>> {
    Some(parser.next_event()?.ok()?.0)
}

fn value<'a>(event: Event<'a>, parser: &mut Parser<'a, StrInput<'a>>, depth: usize) -> Option<Value> {
    match event {
        _ if depth > 16 => None,
        Event::Scalar(text, ..) => Some(Value::Text(text.trim().to_owned())),
        Event::SequenceStart(..) => {
            let mut values = Vec::new();
            loop {
                match next(parser)? {
                    Event::SequenceEnd => return Some(Value::List(values)),
                    event => values.push(value(event, parser, depth + 1)?),
                }
            }
        }
        Event::MappingStart(..) => {
            let mut entries = Vec::new();
            loop {
                match next(parser)? {
                    Event::MappingEnd => return Some(Value::Map(entries)),
                    Event::Scalar(key, ..) => {
                        let event = next(parser)?;
                        entries.push((key.into_owned(), value(event, parser, depth + 1)?));
                    }
                    _ => return None,
                }
            }
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_says_title_authors_and_language() {
        let head = Head::of(
            "---\ntitle: \"A: B\"\nauthor:\n- Jane Doe\n- name: Ann Roe\nlang: en-GB\nnocite: |\n  @a, @{b c}\nother: [1]\n...\n",
        );
        assert_eq!(head.title.as_deref(), Some("A: B"));
        assert_eq!(head.authors, ["Jane Doe", "Ann Roe"]);
        assert_eq!(head.lang.as_deref(), Some("en-GB"));
        assert_eq!(head.uncited, ["a", "b c"]);
        assert_eq!(Head::of("---\ntitle: [\n---\n"), Head::default());
    }
}
