//! BibTeX and BibLaTeX, two dialects of one notation.

mod accents;
mod changes;
mod characters;
mod keys;
mod names;
mod place;
mod script;
mod specials;
mod straight;

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt::{self, Write};

use crate::citation::{Entry, Field, Fields, Syntax, Value};
use crate::notation::names::STATIC_ORDERING;
use crate::separator::Separator;
use place::Place;
pub(crate) use place::TitleMark;
use script::Script;
pub(crate) use straight::Lines;

/// BibTeX: `@misc{key, title = {{…}}, …}`, for BibLaTeX as well.
///
/// Everything that has a meaning in LaTeX or BibTeX is escaped: it prints literally, and programs read it back unchanged.
/// Three things cannot be written. A brace without its partner becomes a parenthesis, because programs count braces even
/// after a backslash. A control character becomes a space. Bidirectional controls and noncharacters are removed.
///
/// A list of maps is a list of names, with the name parts of CSL-JSON (`family`, `given`, `dropping-particle`,
/// `non-dropping-particle`, `suffix`, `literal`). Any other value in a field of names is one name. A second pair of braces
/// protects the capitals of a title, and keeps a publisher or a place from being split at `and`. A number in the field
/// `month` is written as a macro, `jan` to `dec`. Programs read `url`, `doi`, `eprint` and similar fields without commands,
/// so these are not escaped; characters that would break the file are percent-encoded.
///
/// A key keeps ASCII letters, digits and `- _ : / . +`. Any other key is transliterated and gets a hash, so that two keys
/// never become the same. BibTeX treats `Mao` and `mao` as the same key.
///
/// ```
/// use prefercite::citation::Record;
/// use prefercite::notation::BibtexSyntax;
///
/// let mut record = Record::new(&BibtexSyntax::UTF8, "misc", "mao-1950");
/// record.push("title", "50% of {all} & more");
/// record.push("url", "https://example.org/a_b?c=50%25");
/// assert_eq!(
///     record.to_string(),
///     "@misc{mao-1950,\n  title = {{50\\% of \\{all\\} \\& more}},\n  url = {https://example.org/a_b?c=50%25}\n}",
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BibtexSyntax {
    script: Script,
}

impl BibtexSyntax {
    /// In UTF-8, which all current programs read.
    pub const UTF8: BibtexSyntax = BibtexSyntax { script: Script::Unicode };

    /// In ASCII, for old BibTeX: accents as commands, other scripts transliterated.
    ///
    /// ```
    /// use prefercite::Record;
    /// use prefercite::notation::BibtexSyntax;
    ///
    /// let mut record = Record::new(&BibtexSyntax::ASCII, "misc", "dvorak");
    /// record.push("title", "Dvořák");
    /// assert_eq!(record.to_string(), "@misc{dvorak,\n  title = {{Dvo{\\v{r}}{\\'{a}}k}}\n}");
    /// ```
    pub const ASCII: BibtexSyntax = BibtexSyntax { script: Script::Ascii };

    pub(crate) fn as_static(self) -> &'static dyn Syntax {
        match self.script {
            Script::Unicode => &BibtexSyntax::UTF8,
            Script::Ascii => &BibtexSyntax::ASCII,
        }
    }

    /// A description of what changes in a text that cannot be written unchanged.
    pub(crate) fn change(self, text: &str) -> Option<Cow<'static, str>> {
        characters::change(text, self.script)
    }

    /// A description of what changes in a URL that cannot be written unchanged.
    pub(crate) fn change_of_address(self, address: &str) -> Option<Cow<'static, str>> {
        characters::change_of_address(address, self.script)
    }

    /// A description of what changes in a key that cannot be written unchanged.
    pub(crate) fn change_of_key(self, key: &str) -> Option<Cow<'static, str>> {
        let safe = keys::safe_key(key);
        (safe != key).then(|| format!("some programs accept only ASCII in a key: it is written as {safe}").into())
    }

    /// Whether [`change`](Self::change) might report something. A fast check over the bytes.
    pub(crate) fn may_change(self, text: &str) -> bool {
        // The first byte of U+FFFE and other noncharacters in UTF-8, or of any character outside ASCII.
        let from = if self.script == Script::Unicode { 0xef } else { 0x80 };
        text.bytes().fold(false, |found, byte| found | matches!(byte, b'{' | b'}' | b'\\' | b'$') | (byte >= from))
    }

    /// Writes `= {value}` in the form of this field.
    fn write_value(self, name: &str, value: &Value, out: &mut dyn Write) -> fmt::Result {
        let place = Place::of(name);
        if let (Value::Map(parts), Place::Title) = (value, place)
            && let Some((mark, words)) = marked_title(parts)
        {
            out.write_str(" = ")?;
            out.write_str(mark.opening())?;
            self.write_text(words, place, out)?;
            return out.write_str(TitleMark::CLOSING);
        }
        match (value, place) {
            (Value::Number(month @ 1..=12), Place::Month) => {
                out.write_str(" = ")?;
                return out.write_str(month_macro(*month));
            }
            (Value::Map(_), _) | (Value::Text(_) | Value::Number(_) | Value::Bool(_), Place::Names) => {
                out.write_str(" = {")?;
                names::write_list(std::slice::from_ref(value), self.script, out)?;
            }
            (Value::List(values), _) if place == Place::Names || holds_names(values) => {
                out.write_str(" = {")?;
                names::write_list(values, self.script, out)?;
            }
            _ => {
                let double = match value {
                    Value::Text(words) => place.is_braced_twice(words),
                    // A list or map is one field of several values.
                    _ => matches!(place, Place::Title | Place::List),
                };
                out.write_str(if double { " = {{" } else { " = {" })?;
                self.write_words(value, place, out)?;
                return out.write_str(if double { "}}" } else { "}" });
            }
        }
        out.write_str("}")
    }

    fn write_text(self, text: &str, place: Place, out: &mut dyn Write) -> fmt::Result {
        match place {
            Place::Verbatim => characters::write_verbatim(text, self.script, out),
            Place::Date => characters::write_date(text, self.script, out),
            _ => characters::write_text(text, self.script, out),
        }
    }

    /// Whether words are written unchanged. Most are, and the check is faster than writing them.
    fn is_unchanged(self, words: &str) -> bool {
        self.script.next_special(words, None).is_none()
    }

    /// One of several values. A comma in it would separate two values.
    fn write_item(self, text: &str, place: Place, out: &mut dyn Write) -> fmt::Result {
        let braced = text.contains(',') && place != Place::Verbatim;
        out.write_str(if braced { "{" } else { "" })?;
        self.write_text(text, place, out)?;
        out.write_str(if braced { "}" } else { "" })
    }

    fn write_words(self, value: &Value, place: Place, out: &mut dyn Write) -> fmt::Result {
        match value {
            Value::Text(text) => self.write_text(text, place, out),
            Value::Number(number) => write!(out, "{number}"),
            Value::Bool(truth) => write!(out, "{truth}"),
            Value::List(values) => {
                let mut separator = Separator::new();
                for value in values.iter().filter(|value| is_printable(value)) {
                    out.write_str(separator.between(", "))?;
                    match value {
                        Value::Text(text) => self.write_item(text, place, out)?,
                        value => self.write_words(value, place, out)?,
                    }
                }
                Ok(())
            }
            Value::Map(fields) => {
                let mut separator = Separator::new();
                for field in fields.iter().filter(|field| is_printable(&field.value)) {
                    out.write_str(separator.between(" "))?;
                    self.write_words(&field.value, place, out)?;
                }
                Ok(())
            }
        }
    }
}

fn write_head(kind: &str, key: &str, out: &mut (impl Write + ?Sized)) -> fmt::Result {
    out.write_char('@')?;
    out.write_str(&keys::safe_kind(kind))?;
    out.write_char('{')?;
    out.write_str(&keys::safe_key(key))?;
    out.write_char(',')
}

impl Default for BibtexSyntax {
    fn default() -> Self {
        BibtexSyntax::UTF8
    }
}

impl Syntax for BibtexSyntax {
    fn media_type(&self) -> &'static str {
        "application/x-bibtex"
    }

    fn extension(&self) -> &'static str {
        "bib"
    }

    fn write(&self, entry: Entry<'_>, out: &mut dyn Write) -> fmt::Result {
        write_head(entry.kind, entry.key, out)?;
        let mut names = FieldNames::new(entry.fields.as_slice());
        let mut separator = Separator::new();
        for field in entry.fields.iter().filter(|field| is_printable(&field.value)) {
            let name = names.safe(&field.name);
            out.write_str(separator.choose("\n  ", ",\n  "))?;
            out.write_str(&name)?;
            self.write_value(&name, &field.value, out)?;
        }
        out.write_str("\n}")
    }

    /// JabRef reads the first line. In BibTeX, text between entries is a comment, and `@` starts an entry.
    fn begin(&self, remark: &str, out: &mut dyn Write) -> fmt::Result {
        out.write_str("% Encoding: UTF-8\n")?;
        if remark.chars().any(|c| !c.is_whitespace()) {
            out.write_str("% ")?;
            let plain = characters::in_this_script(remark, self.script);
            let written = |c| if c == '@' { "(at)" } else { "" };
            for piece in characters::one_line(&plain).split_inclusive('@') {
                out.write_str(piece.trim_end_matches('@'))?;
                out.write_str(piece.chars().next_back().map_or("", written))?;
            }
            out.write_char('\n')?;
        }
        out.write_char('\n')
    }

    fn identity<'k>(&self, key: &'k str) -> Cow<'k, str> {
        let mut key = keys::safe_key(key);
        if key.bytes().any(|byte| byte.is_ascii_uppercase()) {
            key.to_mut().make_ascii_lowercase();
        }
        key
    }
}

fn month_macro(month: i64) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|index| MONTHS.get(index)).copied().unwrap_or_default()
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A title to print in quotation marks or italics: a map with one text, whose name is the command.
fn marked_title(parts: &Fields) -> Option<(TitleMark, &str)> {
    let [Field { name, value: Value::Text(words) }] = parts.as_slice() else { return None };
    Some((TitleMark::of_command(name)?, words))
}

fn holds_names(values: &[Value]) -> bool {
    values.iter().any(|value| matches!(value, Value::Map(_)))
}

/// An empty field is the same as a missing one, and an empty name is read as a different name.
fn is_printable(value: &Value) -> bool {
    match value {
        Value::Text(text) => characters::is_printable(text),
        Value::Number(_) | Value::Bool(_) => true,
        Value::List(values) => values.iter().any(is_printable),
        Value::Map(fields) => says_anything_in(fields),
    }
}

fn says_anything_in(fields: &Fields) -> bool {
    fields.iter().any(|field| field.name != STATIC_ORDERING && is_printable(&field.value))
}

/// The field names of an entry. Programs ignore their case, so no two names may differ only in case.
struct FieldNames<'r> {
    fields: &'r [Field],
    /// The names already written. Only needed if a name is unsafe, because a record has no name twice.
    taken: Option<HashSet<String>>,
}

impl<'r> FieldNames<'r> {
    fn new(fields: &'r [Field]) -> Self {
        FieldNames { fields, taken: None }
    }

    fn safe<'n>(&mut self, name: &'n str) -> Cow<'n, str> {
        if keys::is_field(name) {
            return name.into();
        }
        let safe = self.fields.iter().filter(|field| keys::is_field(&field.name));
        let taken = self.taken.get_or_insert_with(|| safe.map(|field| field.name.to_string()).collect());
        let name = keys::safe_field(name);
        let mut number = 1_usize;
        let mut own = name.clone();
        // The hash separates all names except those that differ only in case.
        while !taken.insert(own.clone()) {
            number = number.saturating_add(1);
            own = format!("{name}-{number}");
        }
        own.into()
    }
}
