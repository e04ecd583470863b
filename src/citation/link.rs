//! Allowed targets of links.

use std::borrow::Cow;
use std::fmt::Write;

use crate::bytes::plain_start;
use crate::slice::slice;

/// Whether a link may have this target: the web, a DOI, or an e-mail address. A `javascript:` target would run in the
/// page that shows the citation.
pub(super) fn may_lead_to(target: &str) -> bool {
    // Nearly all schemes are in lower case, which a faster comparison finds.
    let is_scheme = |start: &str, scheme: &str| start == scheme || start.eq_ignore_ascii_case(scheme);
    let opens = |scheme: &&str| target.get(..scheme.len()).is_some_and(|start| is_scheme(start, scheme));
    let scheme = ["https:", "http:", "doi:", "mailto:"].into_iter().find(opens);
    scheme.is_some_and(|scheme| target.len() > scheme.len())
        && (is_graphic(target) || !target.contains(|c: char| c.is_control() || c.is_whitespace()))
}

/// Whether all characters are known to be visible ASCII, as in most addresses.
fn is_graphic(target: &str) -> bool {
    plain_start(target.as_bytes(), |byte, _| !byte.is_ascii_graphic()) == target.len()
}

/// The address of a target, in ASCII; `None` if the target is not allowed.
pub(super) fn web_address(target: &str) -> Option<Cow<'_, str>> {
    if !may_lead_to(target) {
        return None;
    }
    let (scheme, name) = target.split_once(':')?;
    if scheme.eq_ignore_ascii_case("doi") {
        // In a DOI these characters are ordinary. In an address they would end the path.
        let address = encoded(name.trim_start_matches('/'), |c| !matches!(c, '#' | '?' | '[' | ']'));
        Some(Cow::Owned(format!("https://doi.org/{address}")))
    } else {
        Some(encoded(target, |_| true))
    }
}

/// Percent-encodes characters that are not allowed in an address (RFC 3986, section 2), and those that are not
/// `here`. Characters that are encoded already stay.
fn encoded(text: &str, here: impl Fn(char) -> bool) -> Cow<'_, str> {
    // A shortcut: nearly all addresses have only these characters.
    if text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b':' | b'/'))
    {
        return Cow::Borrowed(text);
    }
    let fragment = text.find('#');
    let kept = |at: usize, c: char| match c {
        '#' => fragment == Some(at) && here(c),
        '%' => {
            let mut digits = slice(text, at + 1..).bytes();
            digits.next().is_some_and(|byte| byte.is_ascii_hexdigit())
                && digits.next().is_some_and(|byte| byte.is_ascii_hexdigit())
        }
        _ => (c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=".contains(c)) && here(c),
    };
    if text.char_indices().all(|(at, c)| kept(at, c)) {
        return Cow::Borrowed(text);
    }
    let mut encoded = String::with_capacity(text.len() + 16);
    for (at, c) in text.char_indices() {
        if kept(at, c) {
            encoded.push(c);
        } else {
            // Writing to a `String` never fails.
            let _ = c.encode_utf8(&mut [0; 4]).bytes().try_for_each(|byte| write!(encoded, "%{byte:02X}"));
        }
    }
    Cow::Owned(encoded)
}

#[cfg(test)]
mod tests {
    use super::{may_lead_to, web_address};

    #[test]
    fn only_where_a_reader_would_go() {
        for target in ["https://example.org/a?b", "HTTP://example.org", "doi:10.1000/182", "mailto:archive@example.org"]
        {
            assert!(may_lead_to(target), "{target}");
        }
        for target in [
            "javascript:alert(1)",
            "data:text/html,x",
            " https://example.org",
            "java\nscript:x",
            "example.org",
            "https:",
        ] {
            assert!(!may_lead_to(target), "{target}");
        }
    }

    #[test]
    fn in_the_characters_of_an_address() {
        for (target, address) in [
            ("https://example.org/a_(b)?c=%20&d#e", "https://example.org/a_(b)?c=%20&d#e"),
            ("https://example.org/#a#b", "https://example.org/#a%23b"),
            ("https://example.org/\"<'>\\^`{|}", "https://example.org/%22%3C'%3E%5C%5E%60%7B%7C%7D"),
            ("https://пример.рф/100%", "https://%D0%BF%D1%80%D0%B8%D0%BC%D0%B5%D1%80.%D1%80%D1%84/100%25"),
            ("https://example.org/\u{202e}x", "https://example.org/%E2%80%AEx"),
            (
                "DOI:10.1002/(SICI)15:15/16<1661::AID>3.0.CO;2-2",
                "https://doi.org/10.1002/(SICI)15:15/16%3C1661::AID%3E3.0.CO;2-2",
            ),
            ("doi:10.1000/a#b?c[d]", "https://doi.org/10.1000/a%23b%3Fc%5Bd%5D"),
            ("mailto:archive@example.org", "mailto:archive@example.org"),
        ] {
            assert_eq!(web_address(target).as_deref(), Some(address));
        }
        assert_eq!(web_address("javascript:alert(1)"), None);
    }
}
