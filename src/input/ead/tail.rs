//! Finds the elements of a collection after its components.

use std::ops::Range;

use memchr::memmem;

use super::super::xml::Part;

/// The longest name of an end tag that is looked at.
pub(super) const MAX_NAME: usize = 128;

/// The elements of the collection after its components.
#[derive(Clone, Copy, Debug)]
pub(in crate::input) enum Tail<'a> {
    /// They are somewhere in this text.
    In(Part<'a>),
    /// They are this text.
    Is(Option<Part<'a>>),
}

/// The last search: where the collection ends, and where its last list of components ends. It is kept, so that a file
/// with many collections is searched only once.
#[derive(Debug, Default)]
pub(super) struct Search {
    end: usize,
    list: Option<usize>,
}

impl Search {
    /// The text after the components of the collection whose tag has this position and this name.
    pub(super) fn tail<'a>(&mut self, part: Part<'a>, place: usize, name: &str) -> Option<Part<'a>> {
        if self.end <= place {
            *self = Search::of(part, place, name);
        }
        let list = self.list.filter(|list| *list > place)?;
        Some(Part::new(part.range(list..self.end.min(part.end())), list))
    }

    fn of(part: Part<'_>, place: usize, name: &str) -> Self {
        let text = part.rest(place);
        let mut names = memmem::find_iter(text.as_bytes(), name);
        let end = names.find_map(|at| {
            // Not `</archdesc-note>`.
            let is_whole = matches!(text.as_bytes().get(at + name.len()), Some(b'>' | b' ' | b'\t' | b'\r' | b'\n'));
            start_of_end_tag(text.get(..at)?).filter(|_| is_whole)
        });
        let list = end_of_list(end.and_then(|end| text.get(..end)).unwrap_or(text)).map(|list| place + list);
        Search { end: end.map_or(usize::MAX, |end| place + end), list }
    }
}

/// The position of an end tag whose name follows this text, possibly after a prefix.
fn start_of_end_tag(before: &str) -> Option<usize> {
    let first = before.len().saturating_sub(MAX_NAME);
    let tag = before.as_bytes().get(first..)?;
    let start = memchr::memrchr(b'<', tag)?;
    let is_end = matches!(tag.get(start + 1..), Some([b'/'] | [b'/', .., b':']));
    is_end.then_some(first + start)
}

/// The end of the last list of components in this text.
fn end_of_list(text: &str) -> Option<usize> {
    memchr::memrchr_iter(b'<', text.as_bytes()).find_map(|at| {
        let inner = text.get(at..)?.strip_prefix("</")?;
        let Range { start, end } = at..at + "</>".len() + inner.bytes().take(MAX_NAME).position(|byte| byte == b'>')?;
        let name = text.get(start + 2..end - 1)?.trim_end();
        is_list(name).then_some(end)
    })
}

/// Whether an element with this name, possibly with a prefix, contains the components.
pub(super) fn is_list(name: &str) -> bool {
    matches!(name.rsplit(':').next(), Some("dsc" | "descriptionOfComponents"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::slice::slice;

    #[test]
    fn it_is_between_the_components_and_the_end_of_the_collection() {
        let text = "<x/><archdesc><dsc>1</dsc>2</archdesc><e:archdesc><e:dsc >3</e:dsc >4<p/></e:archdesc ><archdesc>5</archdesc>\
                    <archdesc><dsc>6<archdesc><dsc>7</dsc>8</archdesc></dsc></archdesc><archdesc><dsc>9</dsc>10";
        let (mut search, whole) = (Search::default(), Part::new(text, 0));
        let tags = text.match_indices('<').map(|(at, _)| at);
        let collections = tags.filter(|at| slice(text, at + 1..).trim_start_matches("e:").starts_with("archdesc"));
        let found: Vec<_> =
            collections.map(|at| search.tail(whole, at, "archdesc").map(|part| part.rest(part.start()))).collect();
        assert_eq!(found, [Some("2"), Some("4<p/>"), None, Some("8"), Some("8"), Some("10")]);
    }
}
