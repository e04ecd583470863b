//! Blocks of HTML: CommonMark does not parse Markdown in them, but pandoc does. A citation in them would be printed
//! as typed.

/// The first `@key` in the text of a block, outside tags, comments, scripts, code and addresses.
pub(crate) fn cites(block: &str) -> Option<usize> {
    let mut at = 0;
    let mut before = ' ';
    while let Some(c) = block[at..].chars().next() {
        let rest = &block[at..];
        let skipped = if c == '<' { skipped(rest) } else { 0 };
        if skipped > 0 {
            at += skipped;
            before = ' ';
            continue;
        }
        let opens_key = |c: char| c.is_alphanumeric() || c == '_' || c == '{';
        let is_key = c == '@' && !before.is_alphanumeric() && !"\\@/".contains(before);
        if is_key && rest[1..].starts_with(opens_key) {
            return Some(at);
        }
        before = c;
        at += c.len_utf8();
    }
    None
}

/// The length of the tag, the comment or the element without prose that begins here.
fn skipped(rest: &str) -> usize {
    let to = |end: &str| rest.find(end).map_or(rest.len(), |at| at + end.len());
    if rest.starts_with("<!--") {
        return to("-->");
    }
    let name = rest[1..].split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default().to_ascii_lowercase();
    match name.as_str() {
        "script" | "style" | "pre" | "code" | "textarea" => {
            let close = format!("</{name}");
            let lower = rest.to_ascii_lowercase();
            lower.find(&close).map_or(rest.len(), |at| at + close.len())
        }
        _ if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c)) => to(">"),
        _ => 0,
    }
}
