//! The content of tags, and the text between tags.

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::events::attributes::Attributes;

use super::super::fold::is_ascii_space;
use super::super::item::Broken;
use super::part::Part;
use crate::document::characters::is_visible;
use crate::document::fault::FieldErrorKind;
use crate::slice::slice;

pub(super) fn broken(place: usize, what: &str) -> Broken {
    Broken { place, problem: FieldErrorKind::Syntax(format!("not XML: {what}")) }
}

/// A name, shortened for a message.
pub(super) fn short(name: &str) -> &str {
    name.char_indices().nth(40).map_or(name, |(at, _)| slice(name, ..at))
}

/// The maximum number of attributes of a tag.
const MAX_ATTRIBUTES: usize = 256;

/// The tag at the start of an element.
#[derive(Debug)]
pub(in crate::input) struct Tag<'a> {
    pub(in crate::input) place: usize,
    pub(in crate::input) name: &'a str,
    pub(in crate::input) attributes: Vec<Attribute<'a>>,
    /// An error in it. The attributes that could be read are present.
    pub(in crate::input) broken: Option<Box<Broken>>,
}

#[derive(Debug)]
pub(in crate::input) struct Attribute<'a> {
    /// The position of its value.
    pub(in crate::input) place: usize,
    pub(in crate::input) name: &'a str,
    pub(in crate::input) value: Cow<'a, str>,
}

/// A text between two tags, with its white space.
#[derive(Debug)]
pub(in crate::input) struct Text<'a> {
    /// The position of its first visible character.
    pub(in crate::input) place: usize,
    pub(in crate::input) text: Cow<'a, str>,
    /// Whether it is no more than the white space between two tags. Only plain white space is recognized.
    pub(in crate::input) is_layout: bool,
}

impl<'a> Tag<'a> {
    /// A tag without its angle brackets.
    pub(super) fn read(part: Part<'a>, place: usize, inner: &'a str, name: &'a str) -> Self {
        // To find repeated names, the parser keeps all names of the tag in a list. So it does this only for a tag that may
        // repeat one, and nearly no tag does.
        let (tag, may_repeat) = Tag::attempt(part, place, inner, name, false);
        if may_repeat { Tag::attempt(part, place, inner, name, true).0 } else { tag }
    }

    /// The tag, and whether it may repeat an attribute: two have the same name without their prefixes, or it declares
    /// more than one namespace.
    fn attempt(part: Part<'a>, place: usize, inner: &'a str, name: &'a str, checks: bool) -> (Self, bool) {
        let mut tag = Tag { place, name: local(name), attributes: Vec::new(), broken: None };
        let (mut namespaces, mut may_repeat) = (0, false);
        // The positions of attributes are counted from the start of the tag's text.
        let start = place + 1;
        let mut attributes = Attributes::new(inner, name.len());
        for (index, attribute) in attributes.with_checks(checks).enumerate() {
            let attribute = match attribute {
                Ok(_) if index >= MAX_ATTRIBUTES => {
                    tag.broken = Some(Box::new(broken(place, "a tag with too many attributes")));
                    break;
                }
                Ok(attribute) => attribute,
                Err(error) => {
                    tag.broken = Some(Box::new(broken(place, &format!("in the tag <{}>, {error}", short(name)))));
                    break;
                }
            };
            let range = |bytes: &[u8]| {
                let from = start + (bytes.as_ptr() as usize).saturating_sub(inner.as_ptr() as usize);
                from..from + bytes.len()
            };
            let (key, value) = (range(attribute.key.as_ref()), range(&attribute.value));
            let full = part.range(key);
            if full == "xmlns" || full.starts_with("xmlns:") {
                namespaces += 1;
                may_repeat |= namespaces > 1;
                continue;
            }
            let name = local(full);
            may_repeat |= tag.attributes.iter().any(|known| known.name == name);
            tag.attributes.push(Attribute { place: value.start, name, value: attribute_value(part.range(value)) });
        }
        (tag, may_repeat)
    }
}

/// The name at the beginning of a tag.
pub(in crate::input) fn name_of(inner: &str) -> Option<&str> {
    // Nearly all names are letters and digits of ASCII.
    let start = inner.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(inner.len());
    let rest = slice(inner, start..);
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '/' | '>' | '<' | '=' | '"')).unwrap_or(rest.len());
    let name = slice(inner, ..start + end);
    // `a < b` is not a tag.
    name.starts_with(|c: char| c.is_alphabetic() || c == '_').then_some(name)
}

/// A name without the prefix of its namespace.
pub(in crate::input) fn local(name: &str) -> &str {
    name.bytes().rposition(|byte| byte == b':').map_or(name, |colon| slice(name, colon + 1..))
}

/// A text that is assembled from characters, references and CDATA.
#[derive(Debug, Default)]
pub(super) struct Run<'a> {
    /// Characters and references that are not resolved yet.
    raw: Range<usize>,
    /// The text before them.
    done: Option<(usize, Cow<'a, str>)>,
}

impl<'a> Run<'a> {
    pub(super) fn text(&mut self, part: Part<'a>, range: Range<usize>) {
        if self.raw.is_empty() || self.raw.end != range.start {
            self.resolve(part);
            self.raw = range;
        } else {
            self.raw.end = range.end;
        }
    }

    pub(super) fn cdata(&mut self, part: Part<'a>, range: Range<usize>) {
        self.resolve(part);
        let inside = part.range(range.clone());
        let inside = inside.strip_prefix("<![CDATA[").and_then(|inside| inside.strip_suffix("]]>")).unwrap_or_default();
        self.push(range.start, with_line_feeds(inside));
    }

    fn resolve(&mut self, part: Part<'a>) {
        let raw = std::mem::take(&mut self.raw);
        if !raw.is_empty() {
            let place = raw.start;
            let raw = part.range(raw);
            let is_plain = memchr::memchr2(b'&', b'\r', raw.as_bytes()).is_none();
            self.push(place, if is_plain { raw.into() } else { resolved(with_line_feeds(raw)) });
        }
    }

    fn push(&mut self, place: usize, more: Cow<'a, str>) {
        match &mut self.done {
            // If nothing visible came before, the text begins here.
            Some((at, done)) => {
                if !done.chars().any(is_visible) {
                    *at = place;
                }
                done.to_mut().push_str(&more);
            }
            None => self.done = Some((place, more)),
        }
    }

    pub(super) fn take(&mut self, part: Part<'a>) -> Option<Text<'a>> {
        if self.done.is_none() {
            if self.raw.is_empty() {
                return None;
            }
            let raw = part.range(self.raw.clone());
            // Most texts are only the layout between two tags.
            if raw.bytes().all(|byte| matches!(byte, b' ' | b'\n' | b'\t')) {
                let place = std::mem::take(&mut self.raw).end;
                return Some(Text { place, text: raw.into(), is_layout: true });
            }
        }
        self.resolve(part);
        let (start, done) = self.done.take().filter(|(_, done)| !done.is_empty())?;
        let raw = part.rest(start);
        let spaces = raw.bytes().position(|byte| !is_ascii_space(byte)).unwrap_or(raw.len());
        let rest = slice(raw, spaces..);
        let place = start + spaces + (rest.len() - rest.trim_start().len());
        Some(Text { place, text: done, is_layout: false })
    }
}

/// The value of an attribute. White space becomes spaces, except from character references.
fn attribute_value(raw: &str) -> Cow<'_, str> {
    // Without an end at the first such byte, the compiler compares many bytes at once.
    if !raw.bytes().fold(false, |found, byte| found | (byte < b' ') | (byte == b'&')) {
        return raw.into();
    }
    let raw = with_line_feeds(raw).replace(['\t', '\n'], " ");
    resolved(Cow::Owned(raw))
}

/// Normalizes line ends, as XML requires.
fn with_line_feeds(raw: &str) -> Cow<'_, str> {
    match raw.contains('\r') {
        true => Cow::Owned(raw.replace("\r\n", "\n").replace('\r', "\n")),
        false => Cow::Borrowed(raw),
    }
}

/// A text with its references to characters and to the entities of XML resolved. Any other reference stays as
/// typed.
fn resolved(raw: Cow<'_, str>) -> Cow<'_, str> {
    if !raw.contains('&') {
        return raw;
    }
    let mut whole = String::with_capacity(raw.len());
    let mut rest = &*raw;
    while let Some((before, behind)) = rest.split_once('&') {
        whole.push_str(before);
        // The longest reference is `&#x10FFFF;`, possibly with leading zeros.
        let end = behind.bytes().take(16).position(|byte| byte == b';');
        let found = end.and_then(|end| Some((character(behind.get(..end)?)?, behind.get(end + 1..)?)));
        match found {
            Some((character, behind)) => {
                whole.push(character);
                rest = behind;
            }
            None => {
                whole.push('&');
                rest = behind;
            }
        }
    }
    whole.push_str(rest);
    Cow::Owned(whole)
}

fn character(name: &str) -> Option<char> {
    let number = match name {
        "amp" => return Some('&'),
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "quot" => return Some('"'),
        "apos" => return Some('\''),
        _ => name.strip_prefix('#')?,
    };
    let (digits, radix) = number.strip_prefix('x').map_or((number, 10), |digits| (digits, 16));
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let number = is_number.then(|| u32::from_str_radix(digits, radix).ok()).flatten()?;
    char::from_u32(number)
}
