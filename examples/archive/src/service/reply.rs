//! Responses: their headers, and error responses.

use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::{Response as HttpResponse, StatusCode};
use axum::response::Response;
use bytes::Bytes;

use super::Archive;
use crate::accept::ranges;
use crate::citation::{CitationError, Written};

/// Nothing is loaded from other sites, only the archive's own script runs, and no other site can put the pages into a
/// frame.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

pub(super) const HTML: &str = "text/html; charset=utf-8";

/// A response that is being built.
#[derive(Debug)]
pub(super) struct Reply {
    status: StatusCode,
    media: HeaderValue,
    body: Bytes,
    more: Vec<(HeaderName, HeaderValue)>,
    kept: &'static str,
}

impl Reply {
    pub(super) fn new(media: &'static str, body: impl Into<Bytes>) -> Self {
        let media = HeaderValue::from_static(media);
        Reply { status: StatusCode::OK, media, body: body.into(), more: Vec::new(), kept: "no-cache" }
    }

    /// Responds with a page.
    pub(super) fn page(page: String) -> Self {
        Reply::new(HTML, page)
    }

    /// Responds with a citation.
    pub(super) fn citation(written: Written) -> Self {
        Reply::new(written.media, written.body)
    }

    pub(super) fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    pub(super) fn kept_for_a_day(mut self) -> Self {
        self.kept = "public, max-age=86400";
        self
    }

    /// Adds a header. A value that HTTP does not allow is dropped, so a record cannot add a header of its own.
    pub(super) fn with(mut self, name: HeaderName, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.more.push((name, value));
        }
        self
    }

    pub(super) fn negotiated(self) -> Self {
        self.with(header::VARY, "accept")
    }

    /// Sends the response. A client that already has this body gets a short one.
    pub(super) fn send(self, request: &HeaderMap) -> Response {
        let tag = format!("\"{}\"", crate::tag_of(&self.body));
        let wanted = request.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
        let mut tags = wanted.flat_map(|tags| tags.split(',')).map(|tag| tag.trim().trim_start_matches("W/"));
        let is_known = self.status == StatusCode::OK && tags.any(|known| known == tag || known == "*");
        let mut response = HttpResponse::new(axum::body::Body::from(if is_known { Bytes::new() } else { self.body }));
        *response.status_mut() = if is_known { StatusCode::NOT_MODIFIED } else { self.status };
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, self.media);
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(self.kept));
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
        headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
        if let Ok(tag) = HeaderValue::from_str(&tag) {
            headers.insert(header::ETAG, tag);
        }
        for (name, value) in self.more {
            headers.append(name, value);
        }
        response
    }
}

/// An error response.
#[derive(Debug)]
pub(super) struct Trouble {
    status: StatusCode,
    words: String,
}

impl Trouble {
    pub(super) fn new(status: StatusCode, words: String) -> Self {
        Trouble { status, words }
    }

    pub(super) fn missing(words: &str) -> Self {
        Trouble::new(StatusCode::NOT_FOUND, words.to_owned())
    }

    pub(super) fn failed() -> Self {
        Trouble::new(StatusCode::INTERNAL_SERVER_ERROR, "The archive could not read its index.".to_owned())
    }

    pub(super) fn busy() -> Self {
        let words = "The archive is busy. Try again in a minute.";
        Trouble::new(StatusCode::SERVICE_UNAVAILABLE, words.to_owned())
    }

    /// Sends a page to a browser, and a line of text to a program.
    pub(super) fn send(self, archive: &Archive, request: &HeaderMap) -> Response {
        let accepted = request.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let wants_page = ranges(accepted).iter().any(|range| range.media == "text/html");
        let reply = if wants_page {
            let title = match self.status {
                StatusCode::NOT_FOUND => "Not found",
                StatusCode::NOT_ACCEPTABLE => "Not in this format",
                StatusCode::SERVICE_UNAVAILABLE => "Not now",
                StatusCode::INTERNAL_SERVER_ERROR => "An error",
                _ => "Not understood",
            };
            Reply::page(crate::pages::message(title, &self.words, &archive.site, &archive.links))
        } else {
            Reply::new("text/plain; charset=utf-8", format!("{}\n", self.words))
        };
        let reply = if self.status == StatusCode::SERVICE_UNAVAILABLE {
            reply.with(header::RETRY_AFTER, "60")
        } else if self.status == StatusCode::METHOD_NOT_ALLOWED {
            reply.with(header::ALLOW, "GET, HEAD")
        } else {
            reply
        };
        reply.negotiated().status(self.status).send(request)
    }
}

impl From<CitationError> for Trouble {
    fn from(error: CitationError) -> Self {
        let status = match error {
            CitationError::Repeated(_) => StatusCode::BAD_REQUEST,
            _ => StatusCode::NOT_FOUND,
        };
        Trouble::new(status, error.to_string())
    }
}

impl From<prefercite::style::StyleError> for Trouble {
    fn from(error: prefercite::style::StyleError) -> Self {
        CitationError::from(error).into()
    }
}
