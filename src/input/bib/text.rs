//! Conversion of a field to plain text and names: TeX commands, braces, and the text between them.

use std::borrow::Cow;

use biblatex::{Bibliography, ChunksExt, Person};

use crate::slice::slice;

/// The maximum depth of braces: the grammar reads the commands in each of them recursively.
const MAX_DEPTH: usize = 64;

/// Fields without TeX commands.
const VERBATIM: &[&str] = &["url", "doi", "eprint", "file", "pdf", "urlraw", "uri"];

/// The printed text of a value. `None` if its commands cannot be read.
pub(super) fn decode(field: &str, source: &str) -> Option<String> {
    let is_sign = |c: char| matches!(c, '\\' | '{' | '}' | '$' | '~' | '-' | '`') || c.is_whitespace() && c != ' ';
    if !source.contains(is_sign) && !source.contains("''") && !source.contains("  ") {
        return Some(source.to_owned());
    }
    // In a date a tilde has its own meaning.
    if field.ends_with("date") {
        return Some(folded(&source.replace(['{', '}'], "")));
    }
    // Two hyphens in a URL stay two.
    if VERBATIM.contains(&field) {
        return Some(verbatim(source));
    }
    if depth(source) > MAX_DEPTH {
        return None;
    }
    let parsed = Bibliography::parse(&format!("@misc{{k,title={{{}}}}}", with_ties(&with_dotted(source)))).ok()?;
    Some(tidy(&parsed.get("k")?.get("title")?.format_verbatim()))
}

/// A URL or a file name. Some programs escape the characters that TeX interprets.
fn verbatim(source: &str) -> String {
    let mut text = String::new();
    let mut characters = source.chars().peekable();
    while let Some(c) = characters.next() {
        let escapes =
            c == '\\' && characters.peek().is_some_and(|next| matches!(next, '_' | '%' | '&' | '#' | '~' | '$'));
        if !escapes && !matches!(c, '{' | '}') {
            text.push(c);
        }
    }
    folded(&text)
}

/// An accent over a letter without its dot: `\'\i` is `\'{i}`.
fn with_dotted(source: &str) -> Cow<'_, str> {
    if !source.contains("\\i") && !source.contains("\\j") {
        return source.into();
    }
    let mut text = source.to_owned();
    for accent in ['\'', '`', '^', '"', '~', '=', '.', 'v', 'u'] {
        for letter in ["i", "j"] {
            for (bare, braced) in [
                (format!("\\{accent}\\{letter} "), ""),
                (format!("\\{accent}\\{letter}}}"), "}"),
                (format!("\\{accent}{{\\{letter}}}"), ""),
            ] {
                text = text.replace(&bare, &format!("\\{accent}{{{letter}}}{braced}"));
            }
        }
    }
    text.into()
}

/// A tie is a space. After a backslash the character is an accent.
fn with_ties(source: &str) -> String {
    let mut text = String::with_capacity(source.len());
    let mut escaped = false;
    for c in source.chars() {
        text.push(if c == '~' && !escaped { ' ' } else { c });
        escaped = c == '\\' && !escaped;
    }
    text
}

/// Commands that print their words in quotation marks.
const QUOTES: &[&str] = &["enquote", "mkbibquote", "textquote"];

/// The words of commands that the grammar does not know: `\emph{Title}`, `{\it Title}`.
fn without_commands(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find('\\') else { return text.into() };
    let (mut plain, mut rest) = (slice(text, ..first).to_owned(), slice(text, first..));
    while let Some(behind) = rest.strip_prefix('\\') {
        let end = behind.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(behind.len());
        let (name, mut more) = behind.split_at_checked(end).unwrap_or((behind, ""));
        if name.is_empty() {
            // A literal character.
            plain.extend(behind.chars().next());
            more = behind.get(behind.chars().next().map_or(0, char::len_utf8)..).unwrap_or_default();
        } else if more.starts_with('{') {
            let mut arguments = Vec::new();
            while let Some(inside) = more.strip_prefix('{').and_then(closed) {
                arguments.push(inside);
                more = more.get(inside.len() + 2..).unwrap_or_default();
            }
            if arguments.is_empty() {
                more = more.get(1..).unwrap_or_default();
            }
            // `\href{address}{words}`; the second argument may have lost its braces
            let words = arguments.last().copied().filter(|_| name != "href" || arguments.len() > 1).unwrap_or_default();
            let [open, close] = if QUOTES.contains(&name) { ["“", "”"] } else { ["", ""] };
            plain.extend([open, &without_commands(words), close]);
        } else {
            more = more.trim_start();
        }
        let next = more.find('\\').unwrap_or(more.len());
        plain.push_str(slice(more, ..next));
        rest = slice(more, next..);
    }
    plain.into()
}

/// The text before the closing brace.
fn closed(text: &str) -> Option<&str> {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 0 => return text.get(..at),
            b'}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Replaces each run of white space by one space, as the grammar does.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match c.is_whitespace() {
            true if folded.ends_with(' ') => {}
            true => folded.push(' '),
            false => folded.push(c),
        }
    }
    folded
}

/// Math as typed, without the dollar signs if it has no command.
fn tidy(text: &str) -> String {
    let text = without_commands(text).replace("``", "“").replace("''", "”").replace('`', "‘");
    match text.matches('$').count() == 2 && !text.contains('\\') {
        true => text.replace('$', ""),
        false => text,
    }
}

/// The value without special characters, if it cannot be read in another way.
pub(super) fn bare(source: &str) -> String {
    source.replace(['{', '}', '\\'], "")
}

fn depth(source: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for byte in source.bytes() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// A name in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// Whether it is in braces and must not be split.
    Whole(String),
    Person {
        family: String,
        given: String,
        particle: String,
        suffix: String,
        keeps: Option<bool>,
    },
}

/// The names of a list, split at each `and` outside braces; and whether the list ends with `others`.
pub(super) fn names(source: &str) -> (Vec<Name>, bool) {
    let mut names = Vec::new();
    let mut has_others = false;
    for part in parts(source) {
        match part {
            "" => {}
            "others" => has_others = true,
            part => names.push(name(part)),
        }
    }
    (names, has_others)
}

fn name(source: &str) -> Name {
    let is_whole = source.strip_prefix('{').and_then(|inside| inside.strip_suffix('}')).is_some_and(|inside| {
        // One pair of braces around the whole text, but not an accent: `{\"O}`.
        let mut depth = 0_i32;
        !inside.starts_with('\\')
            && inside.bytes().all(|byte| {
                depth += i32::from(byte == b'{') - i32::from(byte == b'}');
                depth >= 0
            })
    });
    let text = || decode("title", source).unwrap_or_else(|| bare(source)).trim().to_owned();
    if is_whole || depth(source) > MAX_DEPTH {
        return Name::Whole(text());
    }
    let parsed = Bibliography::parse(&format!("@misc{{k,author={{{}}}}}", with_ties(&with_dotted(source)))).ok();
    let person =
        parsed.as_ref().and_then(|parsed| parsed.get("k")).and_then(|entry| entry.get("author")).map(Person::parse);
    match person {
        Some(Person { name, given_name, prefix, suffix, use_prefix, .. }) if !name.trim().is_empty() => Name::Person {
            family: tidy(name.trim()),
            given: tidy(given_name.trim()),
            particle: tidy(prefix.trim()),
            suffix: tidy(suffix.trim()),
            keeps: use_prefix,
        },
        _ => Name::Whole(text()),
    }
}

fn parts(source: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    let bytes = source.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            b'a' | b'A' if depth == 0 && at > 0 => {
                let is_word = bytes.get(at..at + 3).is_some_and(|word| word.eq_ignore_ascii_case(b"and"));
                let before = bytes.get(at - 1).is_some_and(u8::is_ascii_whitespace);
                let behind = bytes.get(at + 3).is_none_or(u8::is_ascii_whitespace);
                if is_word && before && behind && at >= start {
                    parts.push(slice(source, start..at).trim());
                    start = at + 3;
                }
            }
            _ => {}
        }
    }
    parts.push(slice(source, start.min(source.len())..).trim());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_read() {
        for (source, text) in [
            ("Gr{\\\"o}{\\ss}e \\& {\\'E}lan", "Größe & Élan"),
            ("{{Kennan}} to {Secretary}", "Kennan to Secretary"),
            ("\\emph{Title} of $x$", "Title of x"),
            ("{\\it Title} \\enquote{so \\textbf{b}} {\\'\\i}", "Title “so b” í"),
            ("\\href{https://x.org}{here}", "here"),
            ("62--74", "62–74"),
            ("Lean~4 \\textasciitilde{}5 {\\~n}", "Lean 4 ~5 ñ"),
            ("plain", "plain"),
            ("``One'' `two'", "“One” ‘two'"),
        ] {
            assert_eq!(decode("title", source).as_deref(), Some(text), "{source}");
        }
        assert_eq!(decode("url", "https://x.org/a--b_c").as_deref(), Some("https://x.org/a--b_c"));
        assert_eq!(decode("title", "a } b"), None);
        assert_eq!(decode("title", &format!("{}x{}", "\\a{".repeat(5_000), "}".repeat(5_000))), None);
    }

    #[test]
    fn names_are_parted() {
        let person = |family: &str, given: &str, particle: &str, suffix: &str| {
            let [family, given, particle, suffix] = [family, given, particle, suffix].map(str::to_owned);
            Name::Person { family, given, particle, suffix, keeps: None }
        };
        for (source, list) in [
            ("Kennan, George F.", vec![person("Kennan", "George F.", "", "")]),
            (
                "George F. Kennan and {{Foreign and Commonwealth Office}}",
                vec![person("Kennan", "George F.", "", ""), Name::Whole("Foreign and Commonwealth Office".to_owned())],
            ),
            (
                "de Gaulle, Charles AND King, Jr., Martin Luther",
                vec![person("Gaulle", "Charles", "de", ""), person("King", "Martin Luther", "", "Jr.")],
            ),
            ("{\\\"O}zal, Turgut and others", vec![person("Özal", "Turgut", "", "")]),
            ("", vec![]),
        ] {
            assert_eq!(names(source).0, list, "{source}");
        }
    }
}
