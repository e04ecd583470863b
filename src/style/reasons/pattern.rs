//! Patterns of paths.

/// Whether a pattern matches a field: the field itself, or one within it.
///
/// `holdings.path` matches the path of any holding, `holdings+` any holding except the first, `**.role` a role at any
/// depth, and an empty pattern everything.
pub(super) fn is_match(pattern: &str, field: &str) -> bool {
    if pattern.is_empty() {
        return true;
    }
    let mut parts = field.split('.');
    match pattern.strip_prefix("**.") {
        Some(key) => parts.next_back().is_some_and(|part| means(key, part)),
        None => pattern.split('.').all(|wanted| parts.next().is_some_and(|part| means(wanted, part))),
    }
}

/// `path` matches `path` and `path[2]`; `path+` matches `path[1]` and those after it.
fn means(wanted: &str, part: &str) -> bool {
    let (key, index) = part.split_once('[').unwrap_or((part, ""));
    match wanted.strip_suffix('+') {
        Some(wanted) => wanted == key && !index.is_empty() && index != "0]",
        None => wanted == key,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_fields_and_their_parts() {
        for (pattern, field, expected) in [
            ("time", "time", true),
            ("time", "times", false),
            ("holdings", "holdings[1].path[0].id", true),
            ("holdings+", "holdings[0].path[1].id", false),
            ("holdings+", "holdings[12]", true),
            ("holdings.path", "holdings[0].path[3].short", true),
            ("holdings.path.short", "holdings[0].path[3].id", false),
            ("holdings.path", "holdings[0]", false),
            ("**.short", "source.title.short", true),
            ("**.short", "short.title", false),
            ("", "source.date", true),
        ] {
            assert_eq!(is_match(pattern, field), expected, "{pattern} {field}");
        }
    }
}
