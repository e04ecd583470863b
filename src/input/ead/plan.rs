//! Finds the places where a finding aid can be cut into parts, so that it is never in memory as a whole.

use std::io::{self, BufRead, Read};
use std::ops::Range;
use std::str;

use memchr::memmem;
use quick_xml::Reader;
use quick_xml::errors::Error;
use quick_xml::events::Event;

use super::super::lines::line_breaks;
use super::super::xml::{MAX_DEPTH, local, name_of};
use super::fields;
use super::tail::{MAX_NAME, is_list};
use crate::slice::sublist;

/// The parts of a finding aid.
#[derive(Debug, Default)]
pub(in crate::input) struct Plan {
    /// The starts of all parts but the first one. Each begins with a component. Only a well-formed file with one
    /// collection is cut. A file that needs repairs, or whose structure is unusual, is read as a whole.
    pub(in crate::input) cuts: Vec<usize>,
    /// The elements of the collection after its components, and their line.
    pub(in crate::input) tail: Option<(Range<usize>, usize)>,
}

impl Plan {
    /// Reads a finding aid up to its end, to cut it into parts of at least this many bytes.
    pub(in crate::input) fn new(reader: impl BufRead, least: usize) -> io::Result<Self> {
        let mut xml = Reader::from_reader(Counted { reader, breaks: 0 });
        xml.config_mut().allow_dangling_amp = true;
        let (mut scan, mut buffer) = (Scan::new(least), Vec::new());
        loop {
            let from = position(&xml);
            buffer.clear();
            let event = match xml.read_event_into(&mut buffer) {
                Ok(event) => event,
                Err(Error::Io(error)) => return Err(io::Error::new(error.kind(), error.to_string())),
                Err(_) => return Ok(Plan::default()),
            };
            let to = position(&xml);
            let is_regular = match &event {
                Event::Start(tag) => scan.start(tag, tag.name().as_ref(), from),
                Event::Empty(tag) => scan.start(tag, tag.name().as_ref(), from).map(|()| _ = scan.open.pop()),
                Event::End(tag) => scan.end(tag.name().as_ref(), from, to, xml.get_ref().breaks),
                // A search for end tags would find them there.
                Event::Comment(text) => no_end(text),
                Event::CData(text) => no_end(text),
                Event::PI(text) => no_end(text),
                Event::DocType(text) => no_end(text),
                Event::Decl(text) => no_end(text),
                Event::Text(_) | Event::GeneralRef(_) => Some(()),
                Event::Eof => return Ok(scan.finish().unwrap_or_default()),
            };
            if is_regular.is_none() {
                return Ok(Plan::default());
            }
        }
    }
}

/// Whether a text has no end tag of a list of components or of a collection.
fn no_end(text: &[u8]) -> Option<()> {
    const NAMES: &[&str] = &["dsc", "descriptionOfComponents", "archdesc", "archDesc"];
    let has_name = || NAMES.iter().any(|name| memmem::find(text, name.as_bytes()).is_some());
    (memmem::find(text, b"</").is_none() || !has_name()).then_some(())
}

fn position<R>(xml: &Reader<R>) -> usize {
    usize::try_from(xml.buffer_position()).unwrap_or_default()
}

/// Which part of a finding aid an element is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Inside {
    /// Outside the collection.
    Around,
    /// The collection, a component, or a list of components.
    Parts,
    /// A value.
    Value,
}

#[derive(Debug)]
struct Scan {
    least: usize,
    /// The elements that are open.
    open: Vec<Inside>,
    has_collection: bool,
    /// The end of the last list of components, and its line.
    list: Option<(usize, usize)>,
    /// The first component after it. The elements after that are not read with the collection.
    end_of_tail: Option<usize>,
    plan: Plan,
}

impl Scan {
    fn new(least: usize) -> Self {
        Scan { least, open: Vec::new(), has_collection: false, list: None, end_of_tail: None, plan: Plan::default() }
    }

    /// Reads a start tag at this position, without its angle brackets. `name` is its name for the parser. `None` if the
    /// file must be read as a whole.
    fn start(&mut self, tag: &[u8], name: &[u8], at: usize) -> Option<()> {
        let own_name = name_of(str::from_utf8(tag).ok()?)?;
        let is_clear = own_name.as_bytes() == name && name.len() < MAX_NAME && memchr::memchr(b'<', tag).is_none();
        if self.open.len() >= MAX_DEPTH || !is_clear {
            return None;
        }
        let name = fields::name(local(own_name));
        let is_component = fields::component(&name).is_some();
        let inside = match (&*name, self.open.last().unwrap_or(&Inside::Around)) {
            ("archdesc", Inside::Around) if !self.has_collection => {
                (self.has_collection, self.list) = (true, None);
                Inside::Parts
            }
            ("archdesc", _) => return None,
            ("eadheader" | "control" | "frontmatter", _) if !self.has_collection => Inside::Value,
            // The head of another finding aid, or a component outside the collection.
            ("eadheader" | "control" | "dsc", Inside::Around) => return None,
            (_, Inside::Around) if is_component => return None,
            (_, Inside::Around) => Inside::Around,
            (name, Inside::Parts) if is_component || name == "dsc" => {
                let start = self.plan.cuts.last().copied().unwrap_or_default();
                if is_component && at >= start + self.least {
                    self.plan.cuts.push(at);
                }
                if is_component {
                    self.end_of_tail.get_or_insert(at);
                }
                Inside::Parts
            }
            _ => Inside::Value,
        };
        self.open.push(inside);
        Some(())
    }

    /// Reads an end tag between two positions. `breaks`: the number of line breaks before the second one.
    fn end(&mut self, name: &[u8], from: usize, to: usize, breaks: usize) -> Option<()> {
        let inside = self.open.pop()?;
        let name = str::from_utf8(name).ok()?;
        if is_list(name) {
            (self.list, self.end_of_tail) = (Some((to, 1 + breaks)), None);
        }
        if inside == Inside::Parts && fields::name(local(name)) == "archdesc" {
            let end = self.end_of_tail.unwrap_or(from);
            self.plan.tail = self.list.map(|(list, line)| (list..end, line));
        }
        Some(())
    }

    fn finish(self) -> Option<Plan> {
        (self.has_collection && self.open.is_empty()).then_some(self.plan)
    }
}

/// A reader that counts the line breaks.
struct Counted<R> {
    reader: R,
    breaks: usize,
}

impl<R: BufRead> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.reader.read(buffer)?;
        self.breaks += line_breaks(sublist(buffer, ..count));
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Counted<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.reader.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        // The bytes to consume are in the buffer, so this reads nothing.
        let breaks = loop {
            match self.reader.fill_buf() {
                Ok(bytes) => break bytes.get(..count).map_or(0, line_breaks),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => break 0,
            }
        };
        self.breaks += breaks;
        self.reader.consume(count);
    }
}
