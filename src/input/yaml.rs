//! Reads YAML into the tree, event by event. A scalar has its spelling and its line, and only one record is in
//! memory.

pub(super) mod chunks;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use granit_parser::{Event, Parser, ScalarStyle, ScanError, StrInput, StructureStyle};

use super::item::{Broken, Budget, Item};
use crate::document::fault::FieldErrorKind;
use crate::document::tree::{Content, Node, Spelling};
use crate::slice::slice;

/// The most values that the aliases of a record may stand for. A repository that is written once has about ten.
const MAX_ALIASED: usize = 1_000;

pub(super) struct Yaml<'a> {
    /// The input of the parser, and the number of lines before it: the parser restarts after an error.
    text: &'a str,
    lines_before: usize,
    parser: Parser<'a, StrInput<'a>>,
    /// The column of the list's dashes, in a list of records.
    list: Option<usize>,
    /// The first line of the record that is being read or was read last.
    record: usize,
    in_record: bool,
    anchors: HashMap<String, Anchor<'a>>,
    /// The anchors of earlier chunks of the same document.
    earlier: Option<&'a Anchors>,
    names: HashMap<usize, String>,
    /// Whether the parser has restarted after an error. Then the start of a document that it reports is the middle
    /// of one.
    resumed: bool,
    ended: bool,
}

pub(super) type Anchors = HashMap<String, Anchor<'static>>;

#[derive(Clone, Debug)]
pub(super) struct Anchor<'a> {
    node: Arc<Node<'a>>,
    /// The number of its values. An alias counts as the values that it stands for.
    weight: usize,
}

impl std::fmt::Debug for Yaml<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Yaml").field("lines_before", &self.lines_before).finish_non_exhaustive()
    }
}

/// The size of the current record.
#[derive(Default)]
struct Cost {
    budget: Budget,
    /// The number of values. An alias counts as the values that it stands for.
    weight: usize,
    aliased: usize,
}

type Told<'a> = (Event<'a>, usize);

fn parser(text: &str) -> Parser<'_, StrInput<'_>> {
    let options =
        granit_parser::options! { emit_unresolved_aliases: true, emit_anchor_events: true, emit_comments: false };
    Parser::new_from_str_with_options(text, options)
}

impl<'a> Yaml<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Yaml {
            text,
            lines_before: 0,
            parser: parser(text),
            list: None,
            record: 0,
            in_record: false,
            anchors: HashMap::new(),
            earlier: None,
            names: HashMap::new(),
            resumed: false,
            ended: false,
        }
    }

    /// A part of a file with this number of lines before it. If it continues a document, it knows the anchors of
    /// that document.
    pub(super) fn chunk(text: &'a str, lines_before: usize, anchors: &'a Anchors, continues: bool) -> Self {
        Yaml { lines_before, earlier: continues.then_some(anchors), resumed: continues, ..Yaml::new(text) }
    }

    /// The anchors of this part.
    pub(super) fn into_anchors(self) -> Anchors {
        let owned = |(name, Anchor { node, weight }): (String, Anchor<'a>)| {
            (name, Anchor { node: Arc::new(node.to_static()), weight })
        };
        self.anchors.into_iter().map(owned).collect()
    }

    fn anchor(&self, name: &str) -> Option<Anchor<'a>> {
        self.anchors.get(name).cloned().or_else(|| self.earlier?.get(name).cloned())
    }

    pub(super) fn next(&mut self) -> Option<Item<'a>> {
        if self.ended {
            return None;
        }
        match self.next_record() {
            Ok(node) => node.map(Ok),
            Err(broken) => Some(self.recover(broken)),
        }
    }

    /// The next record of the list, or a document that is a record. `None` at the end.
    fn next_record(&mut self) -> Result<Option<Node<'a>>, Broken> {
        self.in_record = false;
        loop {
            let (event, line, column) = self.event()?;
            match event {
                Event::StreamEnd => {
                    self.ended = true;
                    return Ok(None);
                }
                Event::DocumentStart(..) if self.resumed => self.resumed = false,
                Event::DocumentStart(..) => {
                    self.anchors.clear();
                    self.earlier = None;
                    self.names.clear();
                }
                Event::SequenceStart(..) if self.list.is_none() => self.list = Some(column),
                Event::SequenceEnd => self.list = None,
                // A record cannot use an anchor on the whole list.
                Event::StreamStart | Event::DocumentEnd | Event::Anchor(..) => {}
                Event::Scalar(text, ScalarStyle::Plain, ..) if self.list.is_none() && is_null(&text) => {}
                event => {
                    (self.record, self.in_record) = (line, true);
                    return self.node((event, line), 0, &mut Cost::default()).map(Some);
                }
            }
        }
    }

    fn event(&mut self) -> Result<(Event<'a>, usize, usize), Broken> {
        match self.parser.next_event() {
            None => Ok((Event::StreamEnd, 0, 0)),
            Some(Ok((event, span))) => Ok((event, self.lines_before + span.start.line(), span.start.col())),
            Some(Err(error)) => Err(self.not_yaml(&error)),
        }
    }

    #[cold]
    fn not_yaml(&self, error: &ScanError) -> Broken {
        let line = error.marker().line();
        let problem = FieldErrorKind::Syntax(format!("not YAML: {}", self.in_our_words(&error.info(), line)));
        Broken { place: self.lines_before + line, problem }
    }

    /// A clearer message than the parser's for a second colon, as in `title: Letter: to Smith`.
    fn in_our_words<'s>(&self, said: &'s str, line: usize) -> &'s str {
        if said.starts_with("while parsing a flow mapping, did not find") {
            return "a \"}\" or a comma is missing, or text with \": \" in it needs quotation marks";
        }
        if !said.starts_with("mapping values are not allowed") {
            return said;
        }
        let text = self.text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
        if text.matches(": ").count() + usize::from(text.ends_with(':')) > 1 {
            "text with \": \" in it needs quotation marks, as in title: \"Letter: to Smith\""
        } else {
            "a key is not allowed here: it is indented too far, or text with \": \" in it needs quotation marks"
        }
    }

    fn node(&mut self, (event, line): Told<'a>, depth: usize, cost: &mut Cost) -> Result<Node<'a>, Broken> {
        let broken = |problem| Broken { place: line, problem };
        cost.budget.spend(depth).map_err(broken)?;
        cost.weight += 1;
        let before = cost.weight;
        let (content, anchor) = match event {
            Event::Scalar(text, style, anchor, tag) => {
                let is_plain = style == ScalarStyle::Plain;
                let spelling = if is_plain && tag.is_none() { Spelling::Typed } else { Spelling::Quoted };
                let null = spelling == Spelling::Typed && is_null(&text);
                self.anchored(anchor)?;
                (if null { Content::Null } else { Content::Scalar(text, spelling) }, anchor)
            }
            Event::SequenceStart(style, anchor, _) => {
                self.anchored(anchor)?;
                let mut nodes = Vec::new();
                loop {
                    match self.event()? {
                        (Event::SequenceEnd, ..) => break,
                        (event, line, _) => {
                            let mut node = self.node((event, line), depth + 1, cost)?;
                            if let Content::Scalar(_, spelling @ Spelling::Typed) = &mut node.content
                                && style == StructureStyle::Flow
                            {
                                *spelling = Spelling::TypedInBrackets;
                            }
                            nodes.push(node);
                        }
                    }
                }
                (Content::List(nodes), anchor)
            }
            Event::MappingStart(_, anchor, _) => {
                self.anchored(anchor)?;
                (Content::Map(self.entries(depth, cost)?), anchor)
            }
            Event::Alias(id) => {
                let anchor = self.names.get(&id).and_then(|name| self.anchor(name));
                return self.shared(anchor, line, cost).map_err(broken);
            }
            Event::UnresolvedAlias(name) => {
                // After an error the parser has restarted without the earlier anchors, which are kept here.
                let anchor = self.anchor(&name);
                return self.shared(anchor, line, cost).map_err(broken);
            }
            _ => return Err(broken(FieldErrorKind::Syntax("not YAML: the record ends in the middle".to_owned()))),
        };
        let node = Node { place: line, content };
        if let Some(name) = self.names.get(&anchor) {
            let weight = cost.weight - before + 1;
            self.anchors.insert(name.clone(), Anchor { node: Arc::new(node.clone()), weight });
        }
        Ok(node)
    }

    /// The name of the anchor, which is a separate event.
    fn anchored(&mut self, anchor: usize) -> Result<(), Broken> {
        if anchor != 0
            && let (Event::Anchor(id, name), ..) = self.event()?
        {
            self.names.insert(id, name.into_owned());
        }
        Ok(())
    }

    fn shared(&mut self, anchor: Option<Anchor<'a>>, line: usize, cost: &mut Cost) -> Result<Node<'a>, FieldErrorKind> {
        let Some(Anchor { node, weight }) = anchor else {
            return Err(FieldErrorKind::Syntax("not YAML: an alias without its anchor before it".to_owned()));
        };
        cost.weight = cost.weight.saturating_add(weight);
        cost.aliased = cost.aliased.saturating_add(weight);
        if cost.aliased > MAX_ALIASED {
            return Err(FieldErrorKind::LimitExceeded { what: "values by alias", limit: MAX_ALIASED });
        }
        Ok(Node { place: line, content: Content::Shared(node) })
    }

    fn entries(&mut self, depth: usize, cost: &mut Cost) -> Result<Vec<(Cow<'a, str>, Node<'a>)>, Broken> {
        let mut entries = Vec::new();
        let mut merged = Vec::new();
        loop {
            let (event, begun, _) = self.event()?;
            let key = match event {
                Event::MappingEnd => break,
                Event::Scalar(key, _, anchor, _) => {
                    self.anchored(anchor)?;
                    key
                }
                _ => {
                    let problem = FieldErrorKind::Syntax("a key must be text".to_owned());
                    return Err(Broken { place: begun, problem });
                }
            };
            let (event, line, _) = self.event()?;
            let mut node = self.node((event, line), depth + 1, cost)?;
            // A field begins with its key.
            node.place = begun;
            if key == "<<" { merged.push(node) } else { entries.push((key, node)) }
        }
        if !merged.is_empty() {
            let mut known = entries.iter().map(|(key, _)| key.clone()).collect();
            merged.iter().for_each(|node| merge(&mut entries, &mut known, node));
        }
        Ok(entries)
    }

    /// An error ends its record: a list continues at its next dash, a file at its next `---`.
    ///
    /// The record is read again alone: an unclosed quotation mark consumes the rest of the file, and an error in
    /// the next record may be found while this one is still being read.
    fn recover(&mut self, broken: Broken) -> Item<'a> {
        // The parser reports no start for a record that is a whole document, so the next start belongs to another record.
        let whole = self.in_record && self.list.is_none();
        let begun = if self.in_record && !whole { self.record } else { self.record + 1 };
        let mut starts = starts(self.text, self.list, self.lines_before).filter(|(line, _)| *line >= begun);
        let first = if whole { Some((self.record, 0)) } else { starts.next() };
        let Some((line, start)) = first else {
            self.ended = true;
            return Err(broken);
        };
        let next = starts.next();
        let end = next.map_or(self.text.len(), |(_, at)| at);
        let rest = self.text;
        let mut item = Err(broken);
        if !whole && matches!(item, Err(Broken { problem: FieldErrorKind::Syntax(_), .. })) {
            self.restart(slice(rest, start..end), line);
            item = match self.next_record() {
                Ok(Some(node)) => self.next_record().map(|_| node),
                Ok(None) => item,
                Err(broken) => Err(broken),
            };
        }
        match next {
            Some((line, at)) => self.restart(slice(rest, at..), line),
            None => self.ended = true,
        }
        self.record = line;
        item
    }

    fn restart(&mut self, text: &'a str, line: usize) {
        (self.text, self.lines_before, self.parser) = (text, line - 1, parser(text));
        (self.list, self.resumed, self.ended) = (None, true, false);
        self.names.clear();
    }
}

/// The lines on which records begin: a dash in the list's column, or the mark of a new document.
fn starts(text: &str, column: Option<usize>, lines_before: usize) -> impl Iterator<Item = (usize, usize)> {
    let (mut at, mut number, mut column) = (0, lines_before, column);
    text.split_inclusive('\n').filter_map(move |line| {
        let (place, indent) = (at, line.len() - line.trim_start_matches(' ').len());
        at += line.len();
        number += 1;
        if line.strip_prefix("---").is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace)) {
            column = None;
            return Some((number, place));
        }
        let behind = slice(line, indent..);
        let is_dash = behind.starts_with("- ") || behind.trim_end() == "-";
        (is_dash && *column.get_or_insert(indent) == indent).then_some((number, place))
    })
}

fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

/// `<<: *base`: the entries of the base whose keys the map does not have.
fn merge<'a>(entries: &mut Vec<(Cow<'a, str>, Node<'a>)>, known: &mut HashSet<Cow<'a, str>>, base: &Node<'a>) {
    match base.content() {
        Content::Map(more) => {
            // A duplicate key in the base is still an error.
            entries.extend(more.iter().filter(|(key, _)| !known.contains(key)).cloned());
            known.extend(more.iter().map(|(key, _)| key.clone()));
        }
        Content::List(bases) => bases.iter().for_each(|base| merge(entries, known, base)),
        _ => entries.push((Cow::Borrowed("<<"), base.clone())),
    }
}
