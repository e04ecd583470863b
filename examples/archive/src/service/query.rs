//! The query of an address.

use axum::http::StatusCode;

use super::reply::Trouble;

/// The maximum length of a query, in bytes.
const LONGEST: usize = 16 * 1024;

/// The decoded pairs of a query.
#[derive(Debug, Default)]
pub(super) struct Pairs(Vec<(String, String)>);

impl Pairs {
    pub(super) fn of(query: Option<&str>) -> Result<Self, Trouble> {
        let query = query.unwrap_or_default();
        if query.len() > LONGEST {
            let words = format!("The address is too long: a query has at most {LONGEST} bytes.");
            return Err(Trouble::new(StatusCode::URI_TOO_LONG, words));
        }
        let pairs = form_urlencoded::parse(query.as_bytes());
        Ok(Pairs(pairs.map(|(key, value)| (key.into_owned(), value.into_owned())).collect()))
    }

    /// The value of a key, if the query has one.
    pub(super) fn get<'a>(&'a self, key: &'a str) -> Option<&'a str> {
        self.all(key).find(|value| !value.is_empty())
    }

    /// Every value of a key.
    pub(super) fn all<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(name, _)| name == key).map(|(_, value)| value.as_str())
    }
}
