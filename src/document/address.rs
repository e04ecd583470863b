//! Checks the addresses that a citation may link to.

use super::fault::{Faults, FieldErrorKind};

/// Requires http or https and a host, and rejects characters that would end a link or mislead a reader.
pub(crate) fn check_address(key: &'static str, address: Option<&String>, faults: &mut Faults) {
    if let Some(address) = address
        && let Some(reason) = refuse(address)
    {
        faults
            .within(key, |faults| faults.add_unless_known(FieldErrorKind::Address { found: address.clone(), reason }));
    }
}

fn refuse(address: &str) -> Option<&'static str> {
    let Some((scheme, rest)) = address.split_once("://") else {
        return Some("it does not begin with http:// or https://");
    };
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return Some("it does not begin with http:// or https://");
    }
    if address.contains(char::is_whitespace) {
        return Some("it contains a space (write %20)");
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Some("a user name or password does not belong in a citation");
    }
    let host = authority.rsplit_once(':').map_or(authority, |(host, _)| host);
    if host.is_empty() || host.starts_with('.') || host.contains(['<', '>', '"', '\\', '{', '}', '|', '^', '`']) {
        return Some("it has no host");
    }
    None
}

/// Removes the resolver that many catalogues write before a DOI, and checks the rest.
pub(crate) fn check_doi(key: &'static str, doi: &mut Option<String>, faults: &mut Faults) {
    let Some(doi) = doi else { return };
    let resolvers =
        ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:", "DOI:"];
    if let Some(bare) = resolvers.iter().find_map(|resolver| doi.strip_prefix(resolver)) {
        *doi = bare.trim_start().to_owned();
    }
    let registrant = doi.strip_prefix("10.").and_then(|rest| rest.split_once('/'));
    let well_formed = registrant.is_some_and(|(registrant, name)| {
        !name.is_empty() && !registrant.is_empty() && registrant.chars().all(|c| c.is_ascii_digit() || c == '.')
    });
    if !well_formed || doi.contains(char::is_whitespace) {
        faults.within(key, |faults| {
            faults.add_unless_known(FieldErrorKind::Format {
                found: doi.clone(),
                expected: "a DOI, such as 10.1000/182",
            });
        });
    }
}

/// An ARK, with or without its resolver.
pub(crate) fn check_ark(key: &'static str, ark: Option<&String>, faults: &mut Faults) {
    let Some(ark) = ark else { return };
    let name = ark.split_once("ark:").filter(|(resolver, _)| resolver.is_empty() || refuse(resolver).is_none());
    let named = name.and_then(|(_, name)| name.trim_start_matches('/').split_once('/'));
    if named.is_none_or(|(authority, name)| authority.is_empty() || name.is_empty())
        || ark.contains(char::is_whitespace)
    {
        faults.within(key, |faults| {
            faults.add_unless_known(FieldErrorKind::Format {
                found: ark.clone(),
                expected: "an ARK, such as ark:/12148/btv1b8449691v",
            });
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_web_is_linked() {
        for address in [
            "https://digitalarchive.wilsoncenter.org/document/112667",
            "http://localhost:8080/a?b=c#d",
            "HTTPS://example.org",
            "https://ru.wikipedia.org/wiki/Архив",
        ] {
            assert_eq!(refuse(address), None, "{address}");
        }
        for address in [
            "javascript:alert(1)",
            "ftp://example.org/",
            "www.example.org",
            "https://",
            "https:///path",
            "https://user:pass@example.org/",
            "https://example.org/a b",
            "https://\"onmouseover=/",
        ] {
            assert!(refuse(address).is_some(), "{address}");
        }
    }

    #[test]
    fn a_doi_loses_its_resolver() {
        let mut doi = Some("https://doi.org/10.1162/jcws.2009.11.3.6".to_owned());
        let mut faults = Faults::default();
        check_doi("doi", &mut doi, &mut faults);
        assert_eq!((doi.as_deref(), faults.into_inner().len()), (Some("10.1162/jcws.2009.11.3.6"), 0));
        for wrong in ["11.1000/182", "10.1000", "10./182", "10.1000/a b"] {
            let mut faults = Faults::default();
            check_doi("doi", &mut Some(wrong.to_owned()), &mut faults);
            assert_eq!(faults.into_inner().len(), 1, "{wrong}");
        }
    }

    #[test]
    fn an_ark_names_its_authority() {
        for (ark, faulty) in [
            ("ark:/12148/btv1b8449691v", 0),
            ("ark:61903/3:1:3QS7-89KX", 0),
            ("https://n2t.net/ark:/12148/btv1b8449691v", 0),
            ("12148/btv1b8449691v", 1),
            ("ark:/12148", 1),
        ] {
            let mut faults = Faults::default();
            check_ark("ark", Some(&ark.to_owned()), &mut faults);
            assert_eq!(faults.into_inner().len(), faulty, "{ark}");
        }
    }
}
