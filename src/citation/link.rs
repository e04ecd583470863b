//! Where a link may lead.

/// Whether a link may lead there: to the web, to a DOI, or to somebody's mail. A `javascript:` target would run in the
/// page of whoever shows the citation.
pub(super) fn may_lead_to(target: &str) -> bool {
    let allowed =
        |scheme: &str| ["http", "https", "doi", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    target.split_once(':').is_some_and(|(scheme, rest)| allowed(scheme) && !rest.is_empty())
        && !target.contains(|c: char| c.is_control() || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::may_lead_to;

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
}
