//! Parses the content of a field for the location in an archive: a shelf mark, or a whole citation.

use super::super::draft::{At, Draft};
use super::{credits, shelf};

/// Puts a location and gives the value its fate. For a document in a web archive, the field has the citation that
/// the site shows.
pub(in crate::input) fn put(draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    let place = draft.place(at);
    let digital = draft.has("surrogates[0].archive") && !draft.has("holdings[0].repository");
    if shelf::levels(&text).is_some() {
        return shelf::put_mark(draft, at);
    }
    let (clause, credits) = credits::split(&text).unwrap_or((text.as_str(), Vec::new()));
    if credits.is_empty() && !digital {
        if !draft.has("holdings[0].repository") && put_with_repository(draft, clause, place) {
            return draft.guess_of(at, "holdings[0]", "its first part was read as the archive");
        }
        return shelf::put_mark(draft, at);
    }
    credits::put(&credits, draft, place);
    let why = "the field for the location has a whole citation";
    let path = match clause {
        "" => "contributions",
        clause if put_with_repository(draft, clause, place) => "holdings[0]",
        clause => {
            // With its period, as typed.
            let whole = if credits.is_empty() { text.as_str() } else { clause };
            draft.put("holdings[0].cited-whole", whole, place);
            "holdings[0].cited-whole"
        }
    };
    draft.guess_of(at, path, why);
    if !credits.is_empty() && path != "contributions" {
        draft.also_of(at, "contributions", why);
    }
}

/// `RGANI, f. 5, op. 49`: an archive, and levels that all parse.
pub(in crate::input) fn repository_and_levels(text: &str) -> Option<(&str, shelf::Shelf<'_>)> {
    let (repository, rest) = text.split_once(',')?;
    let repository = repository.trim();
    let is_name = repository.starts_with(char::is_uppercase) && !repository.contains(|c: char| c.is_ascii_digit());
    let shelf = shelf::levels(rest).filter(|_| is_name && shelf::levels(repository).is_none())?;
    Some((repository, shelf))
}

fn put_with_repository(draft: &mut Draft<'_>, text: &str, place: usize) -> bool {
    let Some((repository, shelf)) = repository_and_levels(text) else { return false };
    draft.put("holdings[0].repository.name", repository, place);
    shelf.put(draft, place);
    true
}
