//! Names as BibTeX splits them: `von Last, Jr, First`, joined by `and`. Parts that must not be split are in braces.

use std::borrow::Cow;
use std::fmt::{self, Write};

use super::characters;
use super::place::has_and;
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
            Value::Text(text) => write_braced([&**text], script, out)?,
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
            Some(literal) => write_braced([literal], script, out),
            // Without a family name, all other parts are written.
            None => write_braced(parts.words().filter(|part| !part.is_empty()), script, out),
        };
    };
    // B22: a particle that takes no space forms one word with the family name.
    let joined = [part(particle), part(dropping_particle)].into_iter().flatten().next().filter(|it| joins(it, family));
    let name = match joined {
        None => Family { particles: [part(dropping_particle), part(particle)], family: family.into() },
        Some(joined) => Family {
            particles: [part(dropping_particle).filter(|_| part(particle).is_some()), None],
            family: Word { joined, rest: family },
        },
    };
    let (given, suffix) = (part(given), part(suffix));
    // No style keeps this order of the parts, so the name is written as one word.
    if is_family_first && given.is_some() {
        return write_braced(name.words().chain([given, suffix].into_iter().flatten().map(Word::from)), script, out);
    }
    let has_comma =
        |given| [given, family].into_iter().chain(name.particles()).chain(suffix).any(|it| it.contains(','));
    match (given, suffix) {
        // biber also counts commas in braces and drops an entry if a name has too many, so the name is written as one piece.
        (Some(given), suffix) if has_comma(given) => {
            out.write_char('{')?;
            let mut separator = Separator::new();
            for word in name.words() {
                out.write_str(separator.between(" "))?;
                word.write(script, out)?;
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
        (None, Some(suffix)) => write_braced(name.words().chain([suffix.into()]), script, out),
        (None, None) if name.needs_no_comma() => name.write(script, out),
        (None, None) => write_braced(name.words(), script, out),
    }
}

/// A name with neither a family name nor a literal: all its parts.
fn write_whole(parts: &Fields, script: Script, out: &mut dyn Write) -> fmt::Result {
    let mut words = Vec::new();
    parts.iter().filter(|part| part.name != STATIC_ORDERING).for_each(|part| push_words(&part.value, &mut words));
    write_braced(words.iter().map(String::as_str), script, out)
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

fn write_braced<'n, W: Into<Word<'n>>>(
    words: impl IntoIterator<Item = W>,
    script: Script,
    out: &mut dyn Write,
) -> fmt::Result {
    out.write_char('{')?;
    let mut separator = Separator::new();
    for word in words {
        out.write_str(separator.between(" "))?;
        word.into().write(script, out)?;
    }
    out.write_char('}')
}

/// A given name or a suffix: the whole text between two commas.
fn write_part(part: &str, script: Script, out: &mut dyn Write) -> fmt::Result {
    if is_plain(part) { write_words(part, script, out) } else { write_braced([part], script, out) }
}

/// Nothing that splits names, starts a command, or makes biber read `family=…`.
fn is_plain(part: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'.' | b'-' | b'\'' | 0x80..);
    let shows = |c: char| c == ' ' || !c.is_whitespace() && !c.is_control();
    part.bytes().all(is_plain) && (part.is_ascii() || part.chars().all(shows)) && !has_and(part)
}

/// A word of a name: `Gaulle`, or `d’` and `Alembert`, which have no space between them.
#[derive(Clone, Copy)]
struct Word<'n> {
    joined: &'n str,
    rest: &'n str,
}

impl<'n> From<&'n str> for Word<'n> {
    fn from(rest: &'n str) -> Self {
        Word { joined: "", rest }
    }
}

impl Word<'_> {
    fn parts(&self) -> [&str; 2] {
        [self.joined, self.rest]
    }

    fn is_plain(&self) -> bool {
        self.parts().into_iter().all(is_plain)
    }

    fn write(&self, script: Script, out: &mut dyn Write) -> fmt::Result {
        if !self.joined.is_empty() {
            write_words(self.joined, script, out)?;
        }
        write_words(self.rest, script, out)
    }
}

struct Family<'n> {
    particles: [Option<&'n str>; 2],
    family: Word<'n>,
}

impl<'n> Family<'n> {
    fn particles(&self) -> impl Iterator<Item = &'n str> + use<'n> {
        self.particles.into_iter().flatten()
    }

    fn words(&self) -> impl Iterator<Item = Word<'n>> + use<'n> {
        self.particles().map(Word::from).chain([self.family])
    }

    /// Whether it is read correctly without a comma after it.
    fn needs_no_comma(&self) -> bool {
        let is_word = self.family.is_plain() && self.family.parts().iter().all(|part| !part.contains([' ', '-']));
        is_word && self.particles().all(is_von) && !self.family.rest.eq_ignore_ascii_case("others")
    }

    fn write(&self, script: Script, out: &mut dyn Write) -> fmt::Result {
        if self.particles().any(|particle| !is_plain(particle)) {
            return write_braced(self.words(), script, out);
        }
        for particle in self.particles() {
            write_words(particle, script, out)?;
            out.write_char(' ')?;
        }
        if is_read_as_last(&self.family) {
            self.family.write(script, out)
        } else {
            write_braced([self.family], script, out)
        }
    }
}

/// Every word of a particle begins with a lowercase letter, which separates it from the family name.
fn is_von(particle: &str) -> bool {
    is_plain(particle) && particle.split([' ', '-']).all(|word| word.starts_with(|c: char| c.is_ascii_lowercase()))
}

/// A family name of one word, or one in which every word begins with a capital. BibTeX also splits at hyphens, and
/// ignores `É`, so that the next letter counts as lowercase.
fn is_read_as_last(family: &Word<'_>) -> bool {
    let splits = |c: char| c == ' ' || c == '-';
    let letters = || family.parts().into_iter().flat_map(str::chars);
    let mut last = ' ';
    let mut is_lowercase = |c| splits(std::mem::replace(&mut last, c)) && !c.is_ascii_uppercase();
    family.is_plain() && (!letters().any(splits) || !letters().any(&mut is_lowercase) && !splits(last))
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
            (&[("family", "Alembert"), ("given", "J."), ("non-dropping-particle", "d’")], "d’Alembert, J."),
            (&[("family", "Hakim"), ("given", "T."), ("non-dropping-particle", "al-")], "{al-Hakim}, T."),
            (&[("family", "Hakim"), ("given", "T."), ("non-dropping-particle", "Al-")], "Al-Hakim, T."),
            (&[("family", "Sadat"), ("non-dropping-particle", "al-")], "{al-Sadat}"),
            (&[("family", "Alembert"), ("suffix", "Jr."), ("dropping-particle", "d’")], "{d’Alembert Jr.}"),
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
