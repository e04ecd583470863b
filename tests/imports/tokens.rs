//! Tokenizes Rust source without comments and literals, as far as needed to find imports.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token<'s> {
    /// A word, a number, `::`, or one punctuation character. A literal is a `"`.
    pub(crate) text: &'s str,
    /// Counted from 1.
    pub(crate) line: usize,
}

impl Token<'_> {
    pub(crate) fn is_word(&self) -> bool {
        self.text.starts_with(|c: char| c.is_alphabetic() || c == '_')
    }
}

pub(crate) fn tokens(source: &str) -> Vec<Token<'_>> {
    let (mut tokens, mut rest, mut line) = (Vec::new(), source, 1);
    while let Some(first) = rest.chars().next() {
        let length = if first.is_alphanumeric() || first == '_' {
            word(rest)
        } else {
            skipped(rest).unwrap_or_else(|| if rest.starts_with("::") { 2 } else { first.len_utf8() })
        };
        let (text, behind) = rest.split_at(length);
        let literal = text.contains('"') || text.starts_with('\'');
        if literal {
            tokens.push(Token { text: "\"", line });
        } else if !first.is_whitespace() && !text.starts_with("//") && !text.starts_with("/*") {
            tokens.push(Token { text, line });
        }
        line += text.matches('\n').count();
        rest = behind;
    }
    tokens
}

/// The length of a word, or of the literal that it begins: `r#"…"#`, `b"…"`.
fn word(rest: &str) -> usize {
    let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    let behind = &rest[length..];
    match &rest[..length] {
        "r" | "br" | "cr" => {
            let marks = behind.len() - behind.trim_start_matches('#').len();
            match behind[marks..].strip_prefix('"') {
                Some(inside) => {
                    let close = format!("\"{}", "#".repeat(marks));
                    length + marks + 1 + inside.find(&close).expect("a raw string ends") + close.len()
                }
                None => length,
            }
        }
        "b" | "c" if behind.starts_with('"') => length + quoted(behind),
        _ => length,
    }
}

/// The length of a comment, a literal or a lifetime, if the text begins with one.
fn skipped(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        let (mut depth, mut at) = (1, 2);
        while depth > 0 {
            at += rest[at..].find(['/', '*']).expect("a comment ends");
            let step = [("/*", 1), ("*/", -1)].into_iter().find(|(mark, _)| rest[at..].starts_with(mark));
            depth += step.map_or(0, |(_, step)| step);
            at += if step.is_some() { 2 } else { 1 };
        }
        return Some(at);
    }
    match rest.as_bytes() {
        [b'"', ..] => Some(quoted(rest)),
        [b'\'', b'\\', ..] => Some(3 + rest[3..].find('\'').expect("a character ends") + 1),
        [b'\'', ..] => {
            let inner = rest[1..].chars().next().map_or(0, char::len_utf8);
            let is_character = rest[1 + inner..].starts_with('\'');
            Some(if is_character { inner + 2 } else { 1 + word(&rest[1..]) })
        }
        _ => None,
    }
}

/// The length of a string, from quotation mark to quotation mark.
fn quoted(rest: &str) -> usize {
    let mut escaped = false;
    let end = rest[1..].find(|c| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    });
    end.expect("a string ends") + 2
}

#[test]
fn literals_and_comments_hold_no_words() {
    let source = r##"
        use a::b; // use c::d
        /* use e /* nested */ use f */
        "use \" g"; r#"use "h""#; b"use i"; '"'; '\''; 'j'; '\u{6b}'; 'static
    "##;
    let words: Vec<&str> = tokens(source).into_iter().map(|token| token.text).collect();
    let literals = ["\"", ";"].repeat(7);
    assert_eq!(words, [vec!["use", "a", "::", "b", ";"], literals, vec!["\""]].concat());
    assert_eq!(tokens(source).iter().map(|token| token.line).max(), Some(4));
}
