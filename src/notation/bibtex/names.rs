//! Names as BibTeX splits them: `von Last, Jr, First`, joined by `and`. Parts that must not be split are in braces.

use std::borrow::Cow;
use std::fmt::{self, Write};

use super::characters;
use super::script::Script;
use crate::citation::{Fields, Value};
use crate::notation::names::{NameParts, STATIC_ORDERING};
use crate::separator::{Separator, joins};

/// bibutils drops a dollar sign from a name in any spelling, and warns about braces in names.
pub(super) fn without_dollars(name: &str, script: Script) -> Cow<'_, str> {
    if !name.contains('$') {
        return name.into();
    }
    name.replace('$', if script == Script::Ascii { "S" } else { "＄" }).into()
}

fn write_words(words: &str, script: Script, out: &mut dyn Write) -> fmt::Result {
    characters::write_text(&without_dollars(words, script), script, out)
}

/// Writes names. A text in the list is one name.
pub(super) fn write_list(values: &[Value], script: Script, out: &mut dyn Write) -> fmt::Result {
    let mut separator = Separator::new();
    for value in values.iter().filter(|value| is_printable(value, script)) {
        out.write_str(separator.between(" and "))?;
        match value {
            Value::Map(fields) => {
                let parts = NameParts::of(fields);
                let known = [parts.family, parts.literal].into_iter().flatten().any(|part| script.is_printable(part));
                if known { write_name(&parts, script, out)? } else { write_whole(fields, script, out)? }
            }
            Value::List(values) => write_list(values, script, out)?,
            Value::Text(text) => write_braced(&[text], script, out)?,
            Value::Number(number) => write!(out, "{{{number}}}")?,
            Value::Bool(truth) => write!(out, "{{{truth}}}")?,
        }
    }
    Ok(())
}

/// Whether a name has a visible part in this script. An empty part would be read as a different name.
fn is_printable(value: &Value, script: Script) -> bool {
    match value {
        Value::Text(text) => script.is_printable(text),
        Value::Number(_) | Value::Bool(_) => true,
        Value::List(values) => values.iter().any(|value| is_printable(value, script)),
        Value::Map(fields) => {
            fields.iter().any(|field| field.name != STATIC_ORDERING && is_printable(&field.value, script))
        }
    }
}

/// Whether a name in parts has a visible part in this script.
pub(super) fn is_left(parts: &NameParts<'_>, script: Script) -> bool {
    parts.words().any(|part| script.is_printable(part))
}

/// Writes a name with [a visible part](is_left).
pub(super) fn write_name<'n>(parts: &NameParts<'n>, script: Script, out: &mut dyn Write) -> fmt::Result {
    let part = |part: Option<&'n str>| part.filter(|part| script.is_printable(part));
    let NameParts { literal, family, given, dropping_particle, particle, suffix, is_family_first } = *parts;
    let Some(family) = part(family) else {
        return match part(literal) {
            Some(literal) => write_braced(&[literal], script, out),
            // Without a family name, all other parts are written.
            None => {
                let words: Vec<&str> = parts.words().filter(|part| !part.is_empty()).collect();
                write_braced(&words, script, out)
            }
        };
    };
    // B22: a particle that takes no space forms one word with the family name.
    let joined = [part(particle), part(dropping_particle)].into_iter().flatten().next().filter(|it| joins(it, family));
    let word = joined.map(|particle| format!("{particle}{family}"));
    let (particles, family) = match &word {
        None => ([part(dropping_particle), part(particle)], family),
        Some(word) => ([part(dropping_particle).filter(|_| part(particle).is_some()), None], word.as_str()),
    };
    let (given, suffix) = (part(given), part(suffix));
    let name = Family { particles, family };
    // No style keeps this order of the parts, so the name is written as one word.
    if is_family_first && given.is_some() {
        out.write_char('{')?;
        let mut separator = Separator::new();
        for words in name.particles().chain([family]).chain(given).chain(suffix) {
            out.write_str(separator.between(" "))?;
            write_words(words, script, out)?;
        }
        return out.write_char('}');
    }
    let has_comma = |given| name.particles().chain([family, given]).chain(suffix).any(|part| part.contains(','));
    match (given, suffix) {
        // biber also counts commas in braces and drops an entry if a name has too many, so the name is written as one piece.
        (Some(given), suffix) if has_comma(given) => {
            out.write_char('{')?;
            let mut separator = Separator::new();
            for words in name.words(None) {
                out.write_str(separator.between(" "))?;
                write_words(words, script, out)?;
            }
            for words in suffix.into_iter().chain([given]) {
                out.write_str(", ")?;
                write_words(words, script, out)?;
            }
            out.write_char('}')
        }
        (Some(given), suffix) => {
            name.write(script, out)?;
            if let Some(suffix) = suffix {
                out.write_str(", ")?;
                write_part(suffix, script, out)?;
            }
            out.write_str(", ")?;
            write_part(given, script, out)
        }
        // Without a given name `Last, Jr` would be read as `Last, First`.
        (None, Some(suffix)) => write_braced(&name.words(Some(suffix)), script, out),
        (None, None) if name.needs_no_comma() => name.write(script, out),
        (None, None) => write_braced(&name.words(None), script, out),
    }
}

/// A name with neither a family name nor a literal: all its parts.
fn write_whole(parts: &Fields, script: Script, out: &mut dyn Write) -> fmt::Result {
    let mut words = Vec::new();
    parts.iter().filter(|part| part.name != STATIC_ORDERING).for_each(|part| push_words(&part.value, &mut words));
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    write_braced(&words, script, out)
}

fn push_words(value: &Value, words: &mut Vec<String>) {
    match value {
        Value::Text(text) if text.is_empty() => {}
        Value::Text(text) => words.push(text.to_string()),
        Value::Number(number) => words.push(number.to_string()),
        Value::Bool(truth) => words.push(truth.to_string()),
        Value::List(values) => values.iter().for_each(|value| push_words(value, words)),
        Value::Map(fields) => fields.iter().for_each(|field| push_words(&field.value, words)),
    }
}

fn write_braced(words: &[&str], script: Script, out: &mut dyn Write) -> fmt::Result {
    out.write_char('{')?;
    let mut separator = Separator::new();
    for word in words {
        out.write_str(separator.between(" "))?;
        write_words(word, script, out)?;
    }
    out.write_char('}')
}

/// A given name or a suffix: the whole text between two commas.
fn write_part(part: &str, script: Script, out: &mut dyn Write) -> fmt::Result {
    if is_plain(part) { write_words(part, script, out) } else { write_braced(&[part], script, out) }
}

/// Nothing that splits names, starts a command, or makes biber read `family=…`.
fn is_plain(part: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'.' | b'-' | b'\'' | 0x80..);
    let is_and = |word: &[u8]| word.eq_ignore_ascii_case(b"and");
    let shows = |c: char| c == ' ' || !c.is_whitespace() && !c.is_control();
    part.bytes().all(is_plain)
        && (part.is_ascii() || part.chars().all(shows))
        && !part.as_bytes().split(|byte| *byte == b' ').any(is_and)
}

struct Family<'n> {
    particles: [Option<&'n str>; 2],
    family: &'n str,
}

impl<'n> Family<'n> {
    fn particles(&self) -> impl Iterator<Item = &'n str> {
        self.particles.into_iter().flatten()
    }

    fn words(&self, suffix: Option<&'n str>) -> Vec<&'n str> {
        self.particles().chain([self.family]).chain(suffix).collect()
    }

    /// Whether it is read correctly without a comma after it.
    fn needs_no_comma(&self) -> bool {
        let is_word = is_plain(self.family) && !self.family.contains([' ', '-']);
        is_word && self.particles().all(is_von) && !self.family.eq_ignore_ascii_case("others")
    }

    fn write(&self, script: Script, out: &mut dyn Write) -> fmt::Result {
        if self.particles().any(|particle| !is_plain(particle)) {
            return write_braced(&self.words(None), script, out);
        }
        for particle in self.particles() {
            write_words(particle, script, out)?;
            out.write_char(' ')?;
        }
        if is_read_as_last(self.family) {
            write_words(self.family, script, out)
        } else {
            write_braced(&[self.family], script, out)
        }
    }
}

/// Every word of a particle begins with a lowercase letter, which separates it from the family name.
fn is_von(particle: &str) -> bool {
    is_plain(particle) && particle.split([' ', '-']).all(|word| word.starts_with(|c: char| c.is_ascii_lowercase()))
}

/// A family name of one word, or one in which every word begins with a capital. BibTeX also splits at hyphens, and
/// ignores `É`, so that the next letter counts as lowercase.
fn is_read_as_last(family: &str) -> bool {
    let mut words = family.split([' ', '-']);
    let is_one = words.next().is_some() && words.next().is_none();
    let capital = |word: &str| word.starts_with(|c: char| c.is_ascii_uppercase());
    is_plain(family) && (is_one || family.split([' ', '-']).all(capital))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(parts: &[(&'static str, &str)]) -> String {
        let parts: Fields = parts.iter().copied().collect();
        let mut written = String::new();
        write_list(&[parts.into()], Script::Unicode, &mut written).unwrap();
        written
    }

    #[test]
    fn people_are_split_correctly() {
        for (parts, written) in [
            (&[("family", "Mao"), ("given", "Zedong")][..], "Mao, Zedong"),
            (&[("family", "Schlesinger"), ("given", "Arthur M."), ("suffix", "Jr.")], "Schlesinger, Jr., Arthur M."),
            (&[("family", "Gaulle"), ("given", "Charles"), ("non-dropping-particle", "de")], "de Gaulle, Charles"),
            (&[("family", "Gaulle"), ("non-dropping-particle", "de")], "de Gaulle"),
            (&[("family", "la Cruz"), ("given", "Juan"), ("non-dropping-particle", "de")], "de {la Cruz}, Juan"),
            (&[("family", "Stalin")], "Stalin"),
            (&[("family", "García Márquez"), ("given", "Gabriel")], "García Márquez, Gabriel"),
            (&[("family", "Ortega y Gasset"), ("given", "José")], "{Ortega y Gasset}, José"),
            (&[("family", "al-Sadat"), ("given", "Anwar")], "{al-Sadat}, Anwar"),
            (&[("family", "King"), ("suffix", "Jr.")], "{King Jr.}"),
            (&[("family", "Colonel House")], "{Colonel House}"),
            (&[("family", "Smith, Jones"), ("given", "A. and B.")], "{Smith, Jones, A. and B.}"),
            (&[("family", "Smith, Jones"), ("given", "A."), ("suffix", "Jr.")], "{Smith, Jones, Jr., A.}"),
            (&[("family", "Ca$h"), ("given", "Johnny")], "{Ca＄h}, Johnny"),
            (&[("family", "a=b"), ("given", "{x")], "{a=b}, {(x}"),
        ] {
            assert_eq!(name(parts), written);
        }
        let mut mao: Fields = [("family", "Mao"), ("given", "Zedong")].into_iter().collect();
        mao.push("static-ordering", true);
        let mut written = String::new();
        write_list(&[mao.into()], Script::Unicode, &mut written).unwrap();
        assert_eq!(written, "{Mao Zedong}");
    }

    #[test]
    fn organizations_are_kept_whole() {
        assert_eq!(name(&[("literal", "Bread and Roses, Inc.")]), "{Bread and Roses, Inc.}");
        assert_eq!(name(&[("literal", "others")]), "{others}");
        assert_eq!(name(&[("given", "A"), ("x", "B")]), "{A B}");
    }
}
