//! The one link of a citation (RULES 5).

use std::borrow::Cow;

use crate::document::Document;

/// The address of the document for readers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Link<'d> {
    /// A DOI, to be printed with its resolver. No style shortens it.
    Doi(&'d str),
    /// An ARK with its resolver, or an address.
    Address(Cow<'d, str>),
}

/// The link of a document: a DOI, else an ARK, else an address, of the surrogate before those of the source (A22).
pub fn link(document: &Document) -> Option<Link<'_>> {
    let home = document.surrogates().first();
    let of_home = home.and_then(|home| {
        let doi = home.doi.as_deref().map(Link::Doi);
        let ark = || home.ark.as_deref().map(|name| Link::Address(resolved(name)));
        doi.or_else(ark).or_else(|| home.url.as_deref().map(|url| Link::Address(url.into())))
    });
    let source = document.source();
    of_home
        .or_else(|| source.and_then(|source| source.doi.as_deref()).map(Link::Doi))
        .or_else(|| source.and_then(|source| source.url.as_deref()).map(|url| Link::Address(url.into())))
}

fn resolved(ark: &str) -> Cow<'_, str> {
    if ark.starts_with("ark:") { format!("https://n2t.net/{ark}").into() } else { ark.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_link_is_printed_and_the_lasting_one_first() {
        for (fields, address) in [
            (
                r#""surrogates": [{ "url": "https://a.org", "doi": "10.1/a", "ark": "ark:/1/a" }]"#,
                "https://doi.org/10.1/a",
            ),
            (r#""surrogates": [{ "url": "https://a.org", "ark": "ark:/1/a" }]"#, "https://n2t.net/ark:/1/a"),
            (r#""surrogates": [{ "ark": "https://b.org/ark:/1/a" }]"#, "https://b.org/ark:/1/a"),
            (r#""surrogates": [{ "url": "https://a.org" }], "source": { "doi": "10.1/b" }"#, "https://a.org"),
            (
                r#""surrogates": [{ "archive": "A" }], "source": { "doi": "10.1/b", "url": "https://b.org" }"#,
                "https://doi.org/10.1/b",
            ),
            (r#""source": { "url": "https://b.org" }"#, "https://b.org"),
        ] {
            let document: Document =
                serde_json::from_str(&format!(r#"{{ "id": "r", "title": "T", {fields} }}"#)).unwrap();
            let found = match link(&document) {
                Some(Link::Doi(doi)) => format!("https://doi.org/{doi}"),
                Some(Link::Address(address)) => address.into_owned(),
                None => String::new(),
            };
            assert_eq!(found, address);
        }
    }
}
