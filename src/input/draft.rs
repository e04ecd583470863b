//! A record in progress: the values of a foreign item, the record that is built from them, and the fate of each
//! value.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use super::fates::{Fates, Held, Inferred, Verdict};
pub(super) use super::fates::{Told, Value};
#[cfg(feature = "xml")]
use super::field::Field;
use super::field::{FieldIndex, hash, is_joined, matches, shape, within};
use super::grow;
use super::path::{read_path, steps};
use crate::document::tree::{Content, Node, Spelling};

/// One value of a [`Draft`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct At(usize);

#[cfg(feature = "xml")]
impl At {
    /// Its index in the values, in the order of the file.
    pub(super) fn index(self) -> usize {
        self.0
    }
}

/// A record in progress.
///
/// Every value gets one fate. A second fate is a bug in this crate, and a value without one is reported as not
/// carried.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    place: usize,
    values: Vec<Held<'a>>,
    /// Further fields that were inferred from a value.
    guesses: Vec<Inferred>,
    /// The paths of the verdicts and the guesses, one after the other.
    paths: String,
    /// Rules ask for one field at a time.
    by_field: FieldIndex,
    /// The values by their fields without indexes, so that a list of any length has one entry. Built on first use.
    shapes: OnceLock<Vec<(String, Vec<At>)>>,
    /// The prefix of the fields that rules ask for: `data.` in the JSON of Zotero's server.
    base: &'static str,
    /// The text of values without their markup, for values that have markup.
    plain: HashMap<At, String>,
    record: Node<'a>,
    notes: Vec<(Cow<'static, str>, usize, String)>,
}

impl<'a> Draft<'a> {
    /// An item that begins at this byte of the file, with its values in the order of the file.
    pub(super) fn new(place: usize, values: impl IntoIterator<Item = Value<'a>>) -> Self {
        Draft::within("", place, values)
    }

    /// An item whose fields are within another field. Rules name them without this prefix, and cannot reach the
    /// fields next to it.
    pub(super) fn within(base: &'static str, place: usize, values: impl IntoIterator<Item = Value<'a>>) -> Self {
        let found = values.into_iter();
        let mut values = Vec::with_capacity(found.size_hint().0);
        values.extend(found.filter(Value::is_visible).map(Held::new));
        Draft::of_held(base, place, values)
    }

    /// The same for values that all have visible text.
    pub(super) fn of_held(base: &'static str, place: usize, values: Vec<Held<'a>>) -> Self {
        let hash = |held: &Held<'_>| held.value.field.hash_within(base);
        let by_field = FieldIndex::new(values.iter().map(hash));
        let record = Node { place, content: Content::Map(Vec::with_capacity(8)) };
        let (shapes, plain) = (OnceLock::new(), HashMap::new());
        let (guesses, paths, notes) = (Vec::new(), String::with_capacity(16 * values.len()), Vec::new());
        Draft { place, values, guesses, paths, by_field, shapes, base, plain, record, notes }
    }

    /// The values by their shapes.
    fn shapes(&self) -> &[(String, Vec<At>)] {
        self.shapes.get_or_init(|| {
            let mut shapes: Vec<(String, Vec<At>)> = Vec::new();
            let mut known: HashMap<String, usize> = HashMap::new();
            for (index, held) in self.values.iter().enumerate() {
                let Some(field) = within(self.base, &held.value.field) else { continue };
                let place = *known.entry(shape(field)).or_insert_with_key(|shape| {
                    shapes.push((shape.clone(), Vec::new()));
                    shapes.len() - 1
                });
                if let Some((_, ats)) = shapes.get_mut(place) {
                    ats.push(At(index));
                }
            }
            shapes
        })
    }

    /// The first value of exactly this field, which has this hash.
    fn find(&self, hash: u64, field: &[&str]) -> Option<At> {
        self.by_field.find(hash).map(At).find(|at| is_joined(self.field(*at), field))
    }

    /// Rules get the values without the markup that the format allows in them. The ledger has the original values.
    pub(super) fn take_off(&mut self, markup: fn(&str) -> Option<String>) {
        let plain = self.values.iter().enumerate();
        self.plain = plain.filter_map(|(index, held)| Some((At(index), markup(&held.value.text)?))).collect();
    }

    /// Replaces everything put so far by a complete record.
    pub(super) fn set_record(&mut self, record: Node<'a>) {
        self.record = record;
    }

    // The values.

    /// The values without a fate whose field matches this pattern, in the order of the file: see [`matches`].
    pub(super) fn all(&self, pattern: &str) -> Vec<At> {
        if pattern == "*" && self.base.is_empty() {
            return self.open().collect();
        }
        let such = self.shapes().iter().filter(|(shape, _)| matches(pattern, shape));
        let mut open: Vec<At> = such.flat_map(|(_, ats)| ats).copied().filter(|at| !self.is_told(*at)).collect();
        open.sort_unstable();
        open
    }

    /// The values without a fate, in the order of the file.
    pub(super) fn open(&self) -> impl Iterator<Item = At> {
        let open = self.values.iter().enumerate().filter(|(_, held)| held.verdict.is_none());
        open.map(|(index, _)| At(index))
    }

    /// The values without a fate next to this one whose fields begin like this: for one name among many, without a
    /// search through the others.
    pub(super) fn beside(&self, at: At, beginning: &str) -> Vec<At> {
        self.near(at, beginning).collect()
    }

    /// The same one after the other.
    pub(super) fn near(&self, at: At, beginning: &str) -> impl Iterator<Item = At> {
        let is_near = |index: &usize| self.field(At(*index)).starts_with(beginning);
        let before = (0..at.0).rev().take_while(is_near).count();
        let behind = (at.0..self.values.len()).take_while(is_near).count();
        (at.0 - before..at.0 + behind).map(At).filter(|at| !self.is_told(*at))
    }

    /// The first value of exactly this field, if it has no fate yet.
    pub(super) fn first(&self, field: &str) -> Option<At> {
        self.find(hash(field), &[field]).filter(|at| !self.is_told(*at))
    }

    /// The first value, with or without a fate.
    #[cfg(feature = "xml")]
    pub(super) fn start(&self) -> Option<At> {
        (!self.values.is_empty()).then_some(At(0))
    }

    /// Whether a value has this field, or a field within it.
    #[cfg(feature = "xml")]
    pub(super) fn has_value(&self, field: &str) -> bool {
        self.values.iter().any(|held| held.value.field.starts_with(field))
    }

    /// The text of the first value of exactly this field, with or without a fate.
    pub(super) fn look(&self, field: &str) -> Option<&str> {
        self.find(hash(field), &[field]).map(|at| self.text(at))
    }

    /// The same for an attribute of an element: `/@` and its name.
    #[cfg(feature = "xml")]
    pub(super) fn look_in(&self, element: &Field, [sign, name]: [&str; 2]) -> Option<&str> {
        self.find(element.hash_with(&[sign, name]), &[element, sign, name]).map(|at| self.text(at))
    }

    /// The texts of all values of exactly this field, with or without a fate.
    pub(super) fn all_of<'d>(&'d self, field: &'d str) -> impl Iterator<Item = &'d str> {
        let values = self.values.iter().map(|held| &held.value);
        values.filter(move |value| *value.field == *field).map(|value| value.text.trim())
    }

    pub(super) fn text(&self, at: At) -> &str {
        match self.plain.get(&at) {
            Some(plain) => plain.trim(),
            None => self.values.get(at.0).map_or("", |held| held.value.text.trim()),
        }
    }

    pub(super) fn owned(&self, at: At) -> String {
        self.text(at).to_owned()
    }

    pub(super) fn field(&self, at: At) -> &str {
        self.values.get(at.0).map_or("", |held| within(self.base, &held.value.field).unwrap_or(&held.value.field))
    }

    pub(super) fn place(&self, at: At) -> usize {
        self.values.get(at.0).map_or(self.place, |held| held.value.place)
    }

    pub(super) fn is_told(&self, at: At) -> bool {
        self.values.get(at.0).is_none_or(|held| held.verdict.is_some())
    }

    // The fates of values. Paths are in the names of the record format: `holdings[0].path[1].id`.

    /// The value goes into this field unchanged.
    pub(super) fn key(&mut self, at: At, path: &str) {
        let text = self.owned(at);
        self.key_as(at, path, text);
    }

    /// The value goes into this field in another spelling: a date in EDTF.
    pub(super) fn key_as(&mut self, at: At, path: &str, text: impl Into<String>) {
        self.put(path, text, self.place(at));
        let path = self.path(path);
        self.tell(at, Verdict::Key(path));
    }

    /// The value is in this field, where other code has put it.
    pub(super) fn key_of(&mut self, at: At, path: &str) {
        let path = self.path(path);
        self.tell(at, Verdict::Key(path));
    }

    /// The value goes into this field, which may be wrong.
    pub(super) fn guess(&mut self, at: At, path: &str, text: impl Into<String>, why: impl Into<Cow<'static, str>>) {
        self.put(path, text, self.place(at));
        self.guess_of(at, path, why);
    }

    /// The value is in this field, where other code has put it, and the field may be wrong.
    pub(super) fn guess_of(&mut self, at: At, path: &str, why: impl Into<Cow<'static, str>>) {
        let path = self.path(path);
        self.tell(at, Verdict::Guessed(path, why.into()));
    }

    /// In addition to its own fate, another field was inferred from the value.
    pub(super) fn also(&mut self, at: At, path: &str, text: impl Into<String>, why: impl Into<Cow<'static, str>>) {
        self.put(path, text, self.place(at));
        self.also_of(at, path, why);
    }

    /// The same, if other code has put the inferred value.
    pub(super) fn also_of(&mut self, at: At, path: &str, why: impl Into<Cow<'static, str>>) {
        let path = self.path(path);
        self.guesses.push((at.0, path, why.into()));
    }

    /// The value goes into the note: `Label: value`.
    pub(super) fn note(&mut self, at: At, label: impl Into<Cow<'static, str>>) {
        let label = label.into();
        self.notes.push((label.clone(), self.place(at), self.owned(at)));
        self.tell(at, Verdict::Note(label));
    }

    /// The same for a part of the value. The rest is elsewhere.
    pub(super) fn note_as(&mut self, at: At, label: impl Into<Cow<'static, str>>, text: impl Into<String>) {
        let label = label.into();
        self.notes.push((label.clone(), self.place(at), text.into()));
        self.tell(at, Verdict::Note(label));
    }

    /// The value is in the note, where other code has put it.
    pub(super) fn note_of(&mut self, at: At, label: impl Into<Cow<'static, str>>) {
        self.tell(at, Verdict::Note(label.into()));
    }

    /// The value is not carried, for this reason.
    pub(super) fn not(&mut self, at: At, why: impl Into<Cow<'static, str>>) {
        self.tell(at, Verdict::NotCarried(why.into()));
    }

    fn tell(&mut self, at: At, verdict: Verdict) {
        if let Some(Held { verdict: told, .. }) = self.values.get_mut(at.0) {
            debug_assert!(told.is_none(), "{at:?} has two fates: {told:?} and {verdict:?}");
            *told = Some(verdict);
        }
    }

    /// Keeps a path for the ledger, where it is parsed.
    fn path(&mut self, path: &str) -> Range<usize> {
        let start = self.paths.len();
        self.paths.push_str(path);
        start..self.paths.len()
    }

    // The record.

    /// The node at this path.
    pub(super) fn get(&self, path: &str) -> Option<&str> {
        match self.node(path)?.content() {
            Content::Scalar(text, _) => Some(text),
            _ => None,
        }
    }

    /// Whether there is a node at this path.
    pub(super) fn has(&self, path: &str) -> bool {
        self.node(path).is_some()
    }

    fn node(&self, path: &str) -> Option<&Node<'a>> {
        grow::find(&self.record, steps(path))
    }

    /// The list at this path.
    pub(super) fn list(&self, path: &str) -> &[Node<'a>] {
        match self.node(path).map(Node::content) {
            Some(Content::List(nodes)) => nodes,
            _ => &[],
        }
    }

    /// The length of the list at this path.
    pub(super) fn count(&self, path: &str) -> usize {
        self.list(path).len()
    }

    /// Puts a text that comes from no value (`kind`), or from a value that gets its fate elsewhere.
    pub(super) fn put(&mut self, path: &str, text: impl Into<String>, place: usize) {
        self.put_node(path, Node { place, content: Content::Scalar(Cow::Owned(text.into()), Spelling::Quoted) });
    }

    /// Puts a tree. It replaces what was there, and creates the maps and lists on the path.
    pub(super) fn put_node(&mut self, path: &str, node: Node<'a>) {
        grow::put(&mut self.record, steps(path), node);
    }

    /// Appends a tree to the list at this path.
    #[cfg(feature = "xml")]
    pub(super) fn push(&mut self, list: &str, node: Node<'a>) {
        grow::push(&mut self.record, steps(list), node);
    }

    /// Removes the node at this path of maps.
    pub(super) fn remove(&mut self, path: &str) {
        let path = read_path(path);
        grow::remove(&mut self.record, path.steps());
    }

    /// The record, and the values with their fates.
    pub(super) fn finish(mut self) -> (Node<'a>, Fates<'a>) {
        let mut sentences = Vec::new();
        let mut place = None;
        for (label, at, text) in std::mem::take(&mut self.notes) {
            place = place.or(Some(at));
            sentences.push(if label.is_empty() { text } else { format!("{label}: {text}") });
        }
        if let Some(place) = place {
            // A note of the foreign item comes before the labelled sentences.
            let own = self.get("note").map(str::to_owned);
            let note: Vec<String> = own.into_iter().chain(sentences).collect();
            self.put("note", join_sentences(&note), place);
        }
        let Draft { values, mut guesses, paths, base, record, .. } = self;
        guesses.sort_by_key(|(of, ..)| *of);
        (record, Fates { values, guesses, paths, base })
    }
}

/// Joins sentences. A sentence without final punctuation gets a period.
fn join_sentences(sentences: &[String]) -> String {
    let mut note = String::new();
    for sentence in sentences {
        if !note.is_empty() {
            if !note.ends_with(['.', '!', '?', '…', '。']) {
                note.push('.');
            }
            note.push(' ');
        }
        note.push_str(sentence);
    }
    note
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::ledger::Fate;

    #[test]
    fn a_tree_grows_by_paths() {
        let mut draft = Draft::new(0, [Value::new(3, "a", "x"), Value::new(4, "b", " "), Value::new(5, "c", "z")]);
        let a = draft.first("a").unwrap();
        draft.key(a, "holdings[0].path[1].id");
        draft.put("holdings[0].path[0].title", "t", 0);
        assert_eq!(draft.get("holdings[0].path[1].id"), Some("x"));
        assert_eq!(draft.count("holdings[0].path"), 2);
        let c = draft.first("c").unwrap();
        draft.note(c, "Label");
        let (node, fates) = draft.finish();
        let told: Vec<_> = fates.told().collect();
        assert_eq!(told.len(), 2, "a value without anything visible is none");
        assert_eq!(
            serde_json::to_string(&node).unwrap(),
            r#"{"holdings":[{"path":[{"title":"t"},{"id":"x"}]}],"note":"Label: z"}"#
        );
        assert_eq!(told[1].fate, Fate::Note("Label".into()));
    }
}
