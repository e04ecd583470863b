//! XML as a stream of tags and texts. The stream is always well nested, for any file.
//!
//! Names are local: the prefix of a namespace is removed. References to characters and to the five entities of XML
//! are resolved. Any other entity stays as typed, so that no file can make itself larger. A DTD is skipped, and
//! comments and processing instructions are not text. An error is returned in its place, and reading continues
//! after it: an end tag closes the elements that were left open in its element, and after a broken tag the reader
//! searches for the next item.

mod element;
mod part;
mod tags;

use quick_xml::Reader;
use quick_xml::errors::Error;
use quick_xml::events::Event;

use super::item::Broken;
use crate::document::fault::FieldErrorKind;
pub(super) use element::{Child, Counts, Element, add_attributes, push_step};
use part::Names;
pub(super) use part::Part;
pub(super) use tags::{Attribute, Tag, Text, local, name_of};
use tags::{Run, broken, short};

/// The maximum nesting of elements.
pub(super) const MAX_DEPTH: usize = 256;

/// The most bytes that may be read in vain in a short file.
const MAX_SPENT: usize = 1 << 20;

const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// A tag or a text.
#[derive(Debug)]
pub(super) enum Piece<'a> {
    Start(Tag<'a>),
    /// The end of the innermost open element.
    End,
    Text(Text<'a>),
}

/// The elements at which reading continues after a broken tag.
#[derive(Clone, Copy, Debug)]
pub(super) struct Items {
    /// The local names of the items of the format.
    pub(super) names: &'static [&'static str],
    /// The local names of the elements that contain items.
    pub(super) around: &'static [&'static str],
}

pub(super) struct Xml<'a> {
    part: Part<'a>,
    reader: Reader<&'a [u8]>,
    /// The position where the reader started.
    base: usize,
    /// Whether the file continues after this part.
    continues: bool,
    items: Items,
    open: Names,
    /// The piece that comes before pending ends.
    held: Option<Held<'a>>,
    /// The number of elements that end here.
    closing: usize,
    /// The number of open elements that are too deep to be read.
    skipped: usize,
    /// The number of bytes read in vain.
    spent: usize,
    ended: bool,
}

/// All that is remembered of the parts of a file that were read.
#[derive(Debug, Default)]
pub(super) struct Paused {
    at: usize,
    open: Names,
    closing: usize,
    spent: usize,
}

#[derive(Debug)]
enum Held<'a> {
    Start { name: &'a str, tag: Tag<'a>, is_empty: bool },
    Broken(Broken),
}

impl std::fmt::Debug for Xml<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Xml").field("at", &self.position()).field("open", &self.open).finish_non_exhaustive()
    }
}

impl<'a> Xml<'a> {
    pub(super) fn new(text: &'a str, items: Items) -> Self {
        Xml::resumed(Part::new(text, 0), false, items, Paused::default())
    }

    /// Continues in a part of the file, which begins before the place of the pause. `continues`: whether another part
    /// follows, which begins with an element.
    pub(super) fn resumed(part: Part<'a>, continues: bool, items: Items, paused: Paused) -> Self {
        let Paused { at, open, closing, spent } = paused;
        let mut base = at.max(part.start());
        let rest = part.rest(base);
        let reader = reader(rest);
        if rest.starts_with(BYTE_ORDER_MARK) {
            // The parser does not count a mark at its start.
            base += BYTE_ORDER_MARK.len_utf8();
        }
        Xml { part, reader, base, continues, items, open, held: None, closing, skipped: 0, spent, ended: false }
    }

    /// A part of a file, on its own: the elements around it are not known.
    pub(super) fn within(part: Part<'a>, items: Items) -> Self {
        Xml::resumed(part, false, items, Paused::default())
    }

    /// Whether it can pause: not in an element that is too deep, and not before a character that the parser would drop.
    pub(super) fn can_pause(&self) -> bool {
        self.skipped == 0 && !self.part.get(self.position()).is_some_and(|rest| rest.starts_with(BYTE_ORDER_MARK))
    }

    /// Pauses, to continue with the next piece.
    pub(super) fn paused(self) -> Paused {
        // After an error, the rest may be left unread.
        let at = if self.ended { self.part.end() } else { self.position() };
        Paused { at, open: self.open, closing: self.closing, spent: self.spent }
    }

    /// Pauses after the start of an element, to continue with this start.
    pub(super) fn paused_before(mut self, tag: &Tag<'a>) -> Paused {
        self.open.pop();
        Paused { at: tag.place, open: self.open, closing: 0, spent: self.spent }
    }

    /// Whether it is at the end of its part, and another part follows.
    pub(super) fn is_interrupted(&self) -> bool {
        self.ended && self.continues
    }

    /// The number of open elements after the last piece.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// The next tag or text, or an error in its place; `None` at the end of the file.
    pub(super) fn next(&mut self) -> Option<Result<Piece<'a>, Broken>> {
        let mut run = Run::default();
        loop {
            if self.held.is_some() || self.closing > 0 {
                let text = run.take(self.part).map(|text| Ok(Piece::Text(text)));
                return text.or_else(|| Some(self.pending()));
            }
            if self.ended {
                return run.take(self.part).map(|text| Ok(Piece::Text(text)));
            }
            let from = self.position();
            let event = self.reader.read_event();
            let to = self.position();
            if self.skipped > 0 {
                self.skip(event);
                continue;
            }
            match event {
                Ok(Event::Text(_) | Event::GeneralRef(_)) if self.open.len() > 0 => run.text(self.part, from..to),
                Ok(Event::CData(_)) if self.open.len() > 0 => run.cdata(self.part, from..to),
                Ok(Event::Text(_) | Event::GeneralRef(_) | Event::CData(_)) => {}
                Ok(Event::Start(_)) => self.start(from..to, false),
                Ok(Event::Empty(_)) => self.start(from..to, true),
                Ok(Event::End(_)) => self.end(from..to),
                Ok(Event::Eof) => self.eof(),
                Ok(Event::Comment(_) | Event::PI(_) | Event::Decl(_) | Event::DocType(_)) => {
                    if let Some(text) = run.take(self.part) {
                        return Some(Ok(Piece::Text(text)));
                    }
                }
                // The parser has continued after the error, which is only a DOCTYPE without a name.
                Err(Error::IllFormed(_)) => {}
                Err(error) => self.broken(from, &error.to_string(), true),
            }
        }
    }

    /// What comes after the text before it.
    fn pending(&mut self) -> Result<Piece<'a>, Broken> {
        match self.held.take() {
            Some(Held::Broken(broken)) => Err(broken),
            Some(Held::Start { name, tag, is_empty }) => {
                self.open.push(name);
                self.closing = usize::from(is_empty);
                Ok(Piece::Start(tag))
            }
            None => {
                self.closing -= 1;
                self.open.pop();
                Ok(Piece::End)
            }
        }
    }

    fn position(&self) -> usize {
        self.base + usize::try_from(self.reader.buffer_position()).unwrap_or_default()
    }

    fn start(&mut self, range: std::ops::Range<usize>, is_empty: bool) {
        let raw = self.part.range(range.clone());
        let inner = raw.trim_start_matches('<').trim_end_matches('>');
        let inner = if is_empty { inner.trim_end_matches('/') } else { inner };
        let Some(name) = name_of(inner) else {
            return self.broken(range.start, "a tag without a name", false);
        };
        if self.open.len() >= MAX_DEPTH {
            self.skipped = usize::from(!is_empty);
            let problem = FieldErrorKind::LimitExceeded { what: "nested elements", limit: MAX_DEPTH };
            self.held = Some(Held::Broken(Broken { place: range.start, problem }));
            return;
        }
        let tag = Tag::read(self.part, range.start, inner, name);
        self.held = Some(Held::Start { name, tag, is_empty });
    }

    fn end(&mut self, range: std::ops::Range<usize>) {
        // `trim_start_matches` with a text is slower.
        let mut name = self.part.range(range.clone());
        while let Some(inner) = name.strip_prefix("</") {
            name = inner;
        }
        let name = name.trim_end_matches('>').trim_end();
        if self.open.last() == Some(name) {
            self.closing = 1;
            return;
        }
        let opened = self.open.iter().rposition(|open| open == name);
        let what = match (opened, self.open.last()) {
            (Some(_), Some(open)) => format!("<{}> is not closed before </{}>", short(open), short(name)),
            _ => format!("</{}> ends nothing", short(name)),
        };
        self.closing = opened.map_or(0, |opened| self.open.len() - opened);
        self.held = Some(Held::Broken(broken(range.start, &what)));
    }

    fn eof(&mut self) {
        self.ended = true;
        if self.continues {
            return;
        }
        self.closing = self.open.len();
        if let Some(open) = self.open.last() {
            let what = format!("<{}> is not closed", short(open));
            self.held = Some(Held::Broken(broken(self.part.end(), &what)));
        }
    }

    /// Skips an element that is too deep.
    fn skip(&mut self, event: Result<Event<'a>, Error>) {
        match event {
            Ok(Event::Start(_)) => self.skipped += 1,
            Ok(Event::End(_)) => self.skipped -= 1,
            Ok(Event::Eof) => {
                self.skipped = 0;
                self.eof();
            }
            Err(Error::IllFormed(_)) | Ok(_) => {}
            Err(error) => {
                self.skipped = 0;
                self.broken(self.position(), &error.to_string(), true);
            }
        }
    }

    /// Handles invalid XML: continues at the next item, and closes the open elements except those around the items.
    fn broken(&mut self, place: usize, what: &str, to_the_end: bool) {
        let mut keep = self.open.len();
        let mut at = place + 1;
        let mut found = false;
        if to_the_end {
            self.spent += self.part.end().saturating_sub(place);
        }
        let is_worth_it = self.spent <= MAX_SPENT.max(8 * self.part.end());
        while let Some(next) = self.part.get(at).filter(|_| is_worth_it).and_then(|rest| rest.find('<')) {
            at += next;
            let inner = self.part.rest(at + 1);
            let (is_end, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
            let name = name_of(inner).map(local).filter(|name| self.items.names.contains(name));
            match name {
                Some(name) if is_end => {
                    let opened = self.open.iter().take(keep).rposition(|open| local(open) == name);
                    keep = opened.unwrap_or(keep);
                }
                Some(_) => {
                    found = true;
                    break;
                }
                None => {}
            }
            at += 1;
        }
        if found {
            let is_around = |name: &str| {
                let name = local(name);
                self.items.names.contains(&name) || self.items.around.contains(&name)
            };
            keep = self.open.iter().take(keep).rposition(is_around).map_or(0, |last| last + 1);
            self.reader = reader(self.part.rest(at));
            self.base = at;
            self.closing = self.open.len() - keep;
            self.held = Some(Held::Broken(broken(place, what)));
        } else {
            self.ended = true;
            self.closing = self.open.len();
            self.held = Some(Held::Broken(broken(place, &format!("{what}; the rest is not read"))));
        }
    }
}

fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    // This reader matches the tags itself, because it repairs errors.
    (config.check_end_names, config.allow_unmatched_ends, config.allow_dangling_amp) = (false, true, true);
    reader
}

/// The root tag of a file, which identifies its format.
pub(super) fn root(text: &str) -> Option<Tag<'_>> {
    if !text.trim_start().starts_with('<') {
        return None;
    }
    match Xml::new(text, Items { names: &[], around: &[] }).next()? {
        Ok(Piece::Start(tag)) => Some(tag),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
