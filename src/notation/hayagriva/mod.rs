//! The YAML that hayagriva and Typst read: a map of entries.

mod indent;
mod reads;
mod scalar;

use std::fmt::{self, Write};

use crate::citation::{Entry, Field, Fields, Syntax, Value};
use crate::separator::Separator;
use indent::Indent;
use reads::Shape;
pub(crate) use reads::{is_address, is_language};
use scalar::{words, write_formatted, write_key, write_plainly, write_text};

/// Records as the entries of hayagriva's YAML.
///
/// hayagriva rejects a whole file if it cannot read one value: an unknown type, a date in words, a name with three
/// commas. Such a value is written under another name (`x-date`), which hayagriva ignores, and an entry of an unknown
/// type gets the type `misc`. Everything that has a meaning in YAML or hayagriva (`$`, `{`, a line break) is escaped,
/// so that the words are read back unchanged.
///
/// ```
/// use prefercite::Record;
/// use prefercite::notation::HayagrivaSyntax;
///
/// let mut record = Record::new(&HayagrivaSyntax::UTF8, "manuscript", "mao:1950");
/// record.push("title", "Aid of $300\n{draft}");
/// record.push("date", "about 1950");
/// record.push("archive", "Fund {45}");
/// assert_eq!(
///     record.to_string(),
///     r#""mao:1950":
///   type: manuscript
///   title: { value: { value: "Aid of $300\n{draft}", verbatim: true } }
///   x-date: about 1950
///   archive: "Fund \\{45\\}""#
/// );
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct HayagrivaSyntax;

impl HayagrivaSyntax {
    /// In UTF-8.
    pub const UTF8: HayagrivaSyntax = HayagrivaSyntax;
}

impl Syntax for HayagrivaSyntax {
    fn media_type(&self) -> &'static str {
        "application/yaml"
    }

    fn extension(&self) -> &'static str {
        "yml"
    }

    fn write(&self, entry: Entry<'_>, out: &mut dyn Write) -> fmt::Result {
        write_key(entry.key, Indent(0), out)?;
        write_entry(Some(entry.kind), entry.fields.as_slice(), Indent(1), out)
    }

    fn end(&self, records: usize, out: &mut dyn Write) -> fmt::Result {
        out.write_str(if records > 0 { "\n" } else { "{}\n" })
    }
}

/// Writes an entry, or the parent of one, line by line. The kind of a record is its type; a parent has a field for its type.
fn write_entry(kind: Option<&str>, fields: &[Field], indent: Indent, out: &mut dyn Write) -> fmt::Result {
    let type_field = fields.iter().find(|field| field.name == "type");
    let named = kind.or_else(|| type_field.and_then(|field| field.value.as_text()));
    let known = named.filter(|kind| reads::is_type(kind));
    indent.write(out)?;
    out.write_str("type: ")?;
    out.write_str(known.unwrap_or("misc"))?;
    if let Some(unknown) = named.filter(|_| known.is_none()) {
        write_aside("type", fields, indent, out, &|out| write_plainly(unknown, out))?;
    }
    for field in fields {
        match (field.name.as_ref(), kind) {
            ("type", None) if named.is_some() => {}
            // The name `x-type` may already be used for the kind.
            ("type", _) => write_aside("x-type", fields, indent, out, &|out| write_any(&field.value, 0, out))?,
            _ => write_field(field, fields, indent, out)?,
        }
    }
    Ok(())
}

fn write_field(field: &Field, all: &[Field], indent: Indent, out: &mut dyn Write) -> fmt::Result {
    let name = field.name.as_ref();
    let shape = Shape::of(name);
    if !shape.reads(&field.value) {
        return write_aside(name, all, indent, out, &|out| write_any(&field.value, 0, out));
    }
    indent.write(out)?;
    write_key(name, indent, out)?;
    match (shape, &field.value) {
        (Shape::Parent, Value::Map(parent)) => write_entry(None, parent.as_slice(), Indent(indent.0 + 1), out),
        (shape, value) => {
            out.write_char(' ')?;
            write_shaped(shape, value, out)
        }
    }
}

/// Writes a field that hayagriva ignores, under a name that no other field has.
fn write_aside(
    name: &str,
    all: &[Field],
    indent: Indent,
    out: &mut dyn Write,
    value: &dyn Fn(&mut dyn Write) -> fmt::Result,
) -> fmt::Result {
    let mut aside = format!("x-{name}");
    while all.iter().any(|field| field.name == aside) {
        aside.insert_str(0, "x-");
    }
    indent.write(out)?;
    write_key(&aside, indent, out)?;
    out.write_char(' ')?;
    value(out)
}

fn write_shaped(shape: Shape, value: &Value, out: &mut dyn Write) -> fmt::Result {
    match (shape, value) {
        (Shape::Title, Value::Map(title)) if reads::is_title(title) => {
            write_map(title, out, |_, words, out| write_verbatim(words, out))
        }
        (Shape::Title, value) => {
            out.write_str("{ value: ")?;
            write_verbatim(value, out)?;
            out.write_str(" }")
        }
        (Shape::Formatted, value) => write_formatted(&words(value), out),
        (Shape::Publisher, Value::Map(publisher)) if reads::is_publisher(publisher) => {
            write_map(publisher, out, |_, part, out| write_formatted(&words(part), out))
        }
        (Shape::Publisher, value) => write_formatted(&words(value), out),
        (Shape::People, Value::List(names)) => write_list(names, out, write_person),
        (Shape::People, name) => write_list(std::slice::from_ref(name), out, write_person),
        (Shape::Affiliated, Value::List(groups)) => write_list(groups, out, write_group),
        (Shape::Affiliated, group) => write_list(std::slice::from_ref(group), out, write_group),
        (Shape::Address, Value::Map(url)) => write_map(url, out, |name, part, out| match name {
            "date" => write_shaped(Shape::Date, part, out),
            _ => write_any(part, 0, out),
        }),
        (Shape::Date, Value::Text(date)) if date.starts_with(|c: char| c.is_ascii_digit()) => out.write_str(date),
        (Shape::Number | Shape::Counted, value) => write_number(value, out),
        (Shape::Timed, value) => write_text(&words(value), out),
        (_, value) => write_any(value, 0, out),
    }
}

/// Words whose case no style may change. hayagriva looks for `verbatim` inside the value of a title, not beside it.
fn write_verbatim(value: &Value, out: &mut dyn Write) -> fmt::Result {
    out.write_str("{ value: ")?;
    write_text(&words(value), out)?;
    out.write_str(", verbatim: true }")
}

/// Writes a number as a YAML number, or as text if it has a leading zero or is too long.
fn write_number(value: &Value, out: &mut dyn Write) -> fmt::Result {
    let text = words(value);
    if reads::is_small_number(&text) { out.write_str(&text) } else { write_text(&text, out) }
}

fn write_group(group: &Value, out: &mut dyn Write) -> fmt::Result {
    let Value::Map(group) = group else { return write_any(group, 0, out) };
    write_map(group, out, |name, value, out| match name {
        "names" => write_shaped(Shape::People, value, out),
        _ => write_any(value, 0, out),
    })
}

/// `"Mao, Zedong"` if hayagriva splits it correctly, otherwise the separate parts.
fn write_person(person: &Value, out: &mut dyn Write) -> fmt::Result {
    let fields = match person {
        Value::Text(name) if name.matches(',').count() < 3 => return write_text(name, out),
        Value::Map(fields) if fields.get("family").or(fields.get("literal")).is_some() => fields,
        other => {
            out.write_str("{ name: ")?;
            write_text(&words(other), out)?;
            return out.write_str(" }");
        }
    };
    let part = |name: &str| fields.get(name).map(words).filter(|words| !words.is_empty());
    let family = part("literal").or(part("family")).unwrap_or_default();
    let is_literal = fields.get("literal").is_some();
    let prefix = match (part("dropping-particle"), part("non-dropping-particle")) {
        (Some(dropping), Some(particle)) => Some(format!("{dropping} {particle}").into()),
        (dropping, particle) => dropping.or(particle),
    };
    let parts = [("given-name", part("given")), ("prefix", prefix), ("suffix", part("suffix"))];
    if let [(_, Some(given)), (_, None), (_, None)] = &parts
        && !is_literal
        && reads::is_parted_at_comma(&family, given)
    {
        return write_text(&format!("{family}, {given}"), out);
    }
    out.write_str("{ name: ")?;
    write_text(&family, out)?;
    for (name, value) in parts.iter().filter(|_| !is_literal) {
        if let Some(value) = value {
            write!(out, ", {name}: ")?;
            write_text(value, out)?;
        }
    }
    out.write_str(" }")
}

/// Writes any value on one line. A value nested too deeply for readers is written as text.
fn write_any(value: &Value, depth: usize, out: &mut dyn Write) -> fmt::Result {
    const DEEPEST: usize = 16;
    match value {
        Value::Text(text) => write_plainly(text, out),
        Value::Number(number) => write!(out, "{number}"),
        Value::Bool(truth) => write!(out, "{truth}"),
        value if depth >= DEEPEST => write_text(&words(value), out),
        Value::List(values) => write_list(values, out, |value, out| write_any(value, depth + 1, out)),
        Value::Map(fields) => write_map(fields, out, |_, value, out| write_any(value, depth + 1, out)),
    }
}

fn write_list(
    values: &[Value],
    out: &mut dyn Write,
    write: impl Fn(&Value, &mut dyn Write) -> fmt::Result,
) -> fmt::Result {
    out.write_char('[')?;
    let mut separator = Separator::new();
    for value in values {
        out.write_str(separator.between(", "))?;
        write(value, out)?;
    }
    out.write_char(']')
}

fn write_map(
    fields: &Fields,
    out: &mut dyn Write,
    write: impl Fn(&str, &Value, &mut dyn Write) -> fmt::Result,
) -> fmt::Result {
    if fields.is_empty() {
        return out.write_str("{}");
    }
    let mut separator = Separator::new();
    for field in fields.iter() {
        out.write_str(separator.choose("{ ", ", "))?;
        write_key(&field.name, Indent(0), out)?;
        out.write_char(' ')?;
        write(&field.name, &field.value, out)?;
    }
    out.write_str(" }")
}
