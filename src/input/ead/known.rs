//! What is known about a component in addition to its values: the components above it, and what has been read of
//! it.

use std::borrow::Cow;
use std::sync::Arc;

use super::super::draft::{At, Draft};
use super::super::field::Field;
use super::super::fold::fold;
use super::meanings::Meanings;
use super::way::Way;
use crate::document::Kind;
use crate::document::tree::{Content, Node};

/// What a component passes to the components below it.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// The number of open elements in it, and the number in its name.
    pub(super) depth: usize,
    pub(super) number: Option<u8>,
    pub(super) place: usize,
    /// The word for its level.
    pub(super) level: Option<String>,
    pub(super) id: Option<String>,
    pub(super) title: Option<String>,
    /// Whether that is its title, and not a date that replaces a title.
    pub(super) is_titled: bool,
    /// Its own containers, or the inherited ones.
    pub(super) containers: Vec<Container>,
    pub(super) repository: Repository,
    /// Its level in the paths of its parts, if it has a number or a title.
    pub(super) node: Option<Arc<Node<'static>>>,
    /// The same for a part with its title, which is not repeated.
    pub(super) untitled: Option<Arc<Node<'static>>>,
}

impl Head {
    /// The positions of the values that its parts inherit.
    pub(super) fn add_places(&self, places: &mut Vec<usize>) {
        places.push(self.place);
        places.extend(self.containers.iter().map(|container| container.place));
        add_repository(&self.repository, places);
    }
}

/// The positions of the fields of a repository.
pub(super) fn add_repository(repository: &Repository, places: &mut Vec<usize>) {
    places.extend(repository.iter().flat_map(|archive| &archive.fields).map(|(.., place)| *place));
}

/// A repository, if one is named. The components that inherit it share it.
pub(super) type Repository = Option<Arc<Archive>>;

/// The fields of a repository, with their places, and their tree.
#[derive(Debug)]
pub(super) struct Archive {
    pub(super) fields: Vec<(&'static str, String, usize)>,
    pub(super) node: Arc<Node<'static>>,
}

impl Archive {
    pub(super) fn new(fields: Vec<(&'static str, String, usize)>) -> Self {
        let text = |text: &str, place| Node { place, ..Node::text(text.to_owned()) };
        let nodes = fields.iter().map(|(key, value, place)| ((*key).into(), text(value, *place)));
        let node = Arc::new(Node::new(Content::Map(nodes.collect())));
        Archive { fields, node }
    }
}

/// A box or a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Container {
    pub(super) place: usize,
    pub(super) level: Option<String>,
    pub(super) id: String,
}

/// A date that is being read, with its values.
#[derive(Debug)]
pub(super) struct Dated {
    pub(super) element: Field,
    pub(super) edtf: Option<String>,
    pub(super) display: Option<String>,
    pub(super) is_bulk: bool,
    pub(super) why: Option<Cow<'static, str>>,
    pub(super) values: Vec<At>,
}

#[derive(Debug, Default)]
pub(super) struct Known {
    /// The components above it, beginning with the collection.
    pub(super) heads: Vec<Head>,
    pub(super) is_collection: bool,
    pub(super) has_parts: bool,
    /// The level, in the word of EAD.
    pub(super) level: String,
    /// The printed word for the level, if there is one.
    pub(super) word: Option<String>,
    pub(super) meanings: Meanings,
    /// The way to each value.
    pub(super) ways: Vec<Arc<Way>>,
    /// The texts of elements with more than one value, in the order of their ways.
    pub(super) texts: Vec<(usize, String)>,
    pub(super) dates: Vec<Dated>,
    pub(super) id: Option<String>,
    /// The value of its title.
    pub(super) title: Option<At>,
    /// Whether the title marks the date as approximate.
    pub(super) is_circa: bool,
    /// The first value of its date.
    pub(super) dated: Option<At>,
    /// The position of its own level in the path.
    pub(super) own: Option<usize>,
    pub(super) containers: Vec<Container>,
    /// The kind, if its title or a word of the catalogue contains it.
    pub(super) kind: Option<Kind>,
}

impl Known {
    pub(super) fn new(heads: Vec<Head>, is_collection: bool) -> Self {
        Known { heads, is_collection, ..Known::default() }
    }

    /// The position of its title; otherwise its own.
    pub(super) fn title_place(&self, draft: &Draft<'_>, place: usize) -> usize {
        self.title.map_or(place, |at| draft.place(at))
    }

    /// The way to a value.
    pub(super) fn way(&self, at: At) -> Option<&Arc<Way>> {
        self.ways.get(at.index())
    }

    /// The names, beginning with the element of a value.
    pub(super) fn names(&self, at: At) -> &str {
        self.way(at).map_or("", |way| &way.key.names)
    }

    /// The field of the element that contains a value: `did/unittitle[2]` of `did/unittitle[2]/emph`.
    pub(super) fn element(&self, at: At) -> Field {
        self.way(at).map_or_else(|| "".into(), |way| way.element_field.clone())
    }

    /// The whole text of the element that contains a value.
    pub(super) fn text<'d>(&'d self, draft: &'d Draft<'_>, at: At) -> Cow<'d, str> {
        let element = self.way(at).map(|way| way.element);
        let text = element.and_then(|way| self.texts.binary_search_by_key(&way, |(way, _)| *way).ok());
        match text.and_then(|index| self.texts.get(index)) {
            Some((_, text)) => text.into(),
            None => fold(draft.text(at)),
        }
    }
}

/// An attribute of an element. It may have capitals in EAD 4.
pub(super) fn said<'d>(draft: &'d Draft<'_>, element: &Field, name: &str) -> Option<&'d str> {
    const CAPITALS: &[(&str, &str)] =
        &[("localtype", "localType"), ("unitdatetype", "unitDateType"), ("otherlevel", "otherLevel")];
    let sign = if element.is_empty() { "@" } else { "/@" };
    let look = |name: &str| draft.look_in(element, [sign, name]).map(str::trim);
    let other = || CAPITALS.iter().find(|(known, _)| *known == name).and_then(|(_, other)| look(other));
    look(name).or_else(other).filter(|word| !word.is_empty())
}

/// The values of an element without a fate, in the order of the file.
pub(super) fn values(draft: &Draft<'_>, at: At, element: &str) -> Vec<At> {
    in_element(draft, at, element).collect()
}

/// The same one after the other.
pub(super) fn in_element(draft: &Draft<'_>, at: At, element: &str) -> impl Iterator<Item = At> {
    let is_in = |at: &At| matches!(draft.field(*at).as_bytes().get(element.len()), None | Some(b'/'));
    draft.near(at, element).filter(is_in)
}

/// The texts among them.
pub(super) fn texts(draft: &Draft<'_>, at: At, element: &str) -> Vec<At> {
    in_element(draft, at, element).filter(|at| !is_attribute(draft.field(*at))).collect()
}

pub(super) fn is_attribute(field: &str) -> bool {
    let last = field.bytes().rposition(|byte| byte == b'/').map_or(0, |slash| slash + 1);
    field.as_bytes().get(last) == Some(&b'@')
}
