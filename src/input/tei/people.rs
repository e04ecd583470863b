//! The people of a letter: senders, recipients, the author and the editors of its header.

use super::known::{Known, Outcome, element_of, is_attribute};
use super::letters::{EMPTY, IDENTIFIER, part_of};
use crate::input::draft::{At, Draft};
use crate::input::shared::names;

/// The sender or the recipient of a letter.
pub(super) fn people(known: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at).to_owned();
    let list = if field.contains("/received/") { "recipients" } else { "creators" };
    let base = field
        .match_indices('/')
        .nth(2)
        .map_or(field.as_str(), |(end, _)| field.get(..end).unwrap_or(&field))
        .to_owned();
    let place = draft.place(at);
    // In an index the key is the name, if there is no other.
    let key = format!("{base}/@key");
    let has_name = known.text(&base).is_some();
    if is_attribute(&field) && (has_name || field != key) {
        return draft.not(at, IDENTIFIER);
    }
    known.settle(draft, at, &base, |known, draft| {
        let name = known.text(&base).map(str::to_owned).or_else(|| draft.look(&key).map(str::to_owned));
        let Some(name) = name else { return Outcome::Not(EMPTY) };
        let part = |part: &str| known.text(&format!("{base}/{part}")).map(str::to_owned);
        let read = match (part("surname"), part("forename")) {
            (Some(surname), Some(forename)) => names::person(&surname, &forename),
            _ if base.contains("/orgName") => names::body(&name),
            _ => names::read(&name),
        };
        let turned = list == "creators" && is_addressee(known, draft, &base, &name);
        let list = if turned { "recipients" } else { list };
        let path = format!("{list}[{}]", draft.count(list));
        read.put(draft, &path, place);
        let particle = part("nameLink").filter(|_| draft.has(&format!("{path}.family")));
        if let Some(particle) = particle {
            draft.put(&format!("{path}.particle"), particle, place);
        }
        let why =
            turned.then_some("the edition has sender and recipient in one place, and the title their order".into());
        why.or(read.why).map_or(Outcome::Key(path.clone()), |why| Outcome::Guess(path, why))
    });
}

/// Whether a name among the senders is the recipient: some editions put both there, with a mark. The title has the
/// order of the names.
fn is_addressee(known: &Known, draft: &Draft<'_>, base: &str, name: &str) -> bool {
    const MARKS: &[&str] = &["addressee", "recipient", "sender", "author"];
    let mark = |base: &str| draft.look(&format!("{base}/@type")).filter(|mark| MARKS.contains(mark));
    let names = ["persName", "orgName", "name"].map(|name| format!("correspDesc/received/{name}"));
    let Some(own) = mark(base).filter(|_| names.iter().all(|name| known.text(name).is_none())) else { return false };
    let others: Vec<(&str, &str)> = known
        .texts
        .iter()
        .filter(|(field, _)| field.as_str() != base && mark(field).is_some_and(|other| other != own))
        .map(|(field, text)| (field.as_str(), text.as_str()))
        .collect();
    let title = known.text("titleStmt/title").unwrap_or_default();
    let place = |name: &str| title.find(name);
    let other = others.iter().find_map(|(_, text)| place(text));
    match (place(name), other) {
        (Some(own), Some(other)) => own > other,
        _ => !others.is_empty() && matches!(own, "addressee" | "recipient"),
    }
}

/// A person with the role of a sender or a recipient, in editions older than the description of a correspondence.
pub(super) fn participant(known: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at).to_owned();
    if is_attribute(&field) {
        return draft.not(at, IDENTIFIER);
    }
    let (base, list) = match field.starts_with("particDesc/sender") {
        true => ("particDesc/sender", "creators"),
        false => ("particDesc/recipient", "recipients"),
    };
    let element = element_of(&field, base).to_owned();
    let place = draft.place(at);
    known.settle(draft, at, &element, |known, draft| {
        let Some(name) = known.text(&element).map(str::to_owned) else { return Outcome::Not(EMPTY) };
        if known.texts.contains_key("correspDesc") {
            return Outcome::Not("the description of the correspondence names the people");
        }
        let read = names::read(&name);
        let path = format!("{list}[{}]", draft.count(list));
        read.put(draft, &path, place);
        read.why.map_or(Outcome::Key(path.clone()), |why| Outcome::Guess(path, why))
    });
}

/// The author of the header is the sender, who is named again elsewhere.
pub(super) fn author(known: &mut Known, draft: &mut Draft<'_>, at: At) {
    let element = element_of(draft.field(at), "titleStmt/author").to_owned();
    if is_attribute(draft.field(at)) {
        return draft.not(at, IDENTIFIER);
    }
    let place = draft.place(at);
    known.settle(draft, at, &element, |known, draft| {
        let Some(name) = known.text(&element).map(str::to_owned) else { return Outcome::Not(EMPTY) };
        let is_sent = ["correspDesc/sent/persName", "correspDesc/sent/orgName", "particDesc/sender/persName"];
        if is_sent.iter().any(|field| draft.look(field).is_some()) {
            let sent = (0..draft.count("creators")).map(|index| format!("creators[{index}]"));
            let same = sent.into_iter().find(|path| draft.get(path) == Some(name.as_str()));
            return same.map_or(Outcome::Note("Author", name), Outcome::Key);
        }
        let read = names::read(&name);
        let path = format!("creators[{}]", draft.count("creators"));
        read.put(draft, &path, place);
        read.why.map_or(Outcome::Key(path.clone()), |why| Outcome::Guess(path, why))
    });
}

/// The editors: each in an element of a name, or all in one text.
pub(super) fn editor(known: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at).to_owned();
    if is_attribute(&field) {
        return draft.not(at, IDENTIFIER);
    }
    if field.contains("/email") {
        return draft.not(at, "an address of the editor");
    }
    // `surname` and `forename` are parts of one name.
    let is_part = ["/persName", "/name", "/orgName"].iter().any(|name| field.contains(name));
    let element =
        if is_part { part_of(&field, "titleStmt/editor") } else { element_of(&field, "titleStmt/editor").to_owned() };
    let place = draft.place(at);
    known.settle(draft, at, &element, |known, draft| {
        let Some(name) = known.text(&element).map(str::to_owned) else { return Outcome::Not(EMPTY) };
        draft.put("contributions[0].roles[0]", "edited", place);
        let path = format!("contributions[0].by[{}]", draft.count("contributions[0].by"));
        let part = |part: &str| known.text(&format!("{element}/{part}")).map(str::to_owned);
        let read = match (part("surname"), part("forename")) {
            (Some(surname), Some(forename)) => names::person(&surname, &forename),
            _ => names::read(&name),
        };
        read.put(draft, &path, place);
        read.why.map_or(Outcome::Key(path.clone()), |why| Outcome::Guess(path, why))
    });
}
