//! Dates of TEI: from their attributes, otherwise from their words.

use crate::document::Date;
use crate::input::draft::Draft;
use crate::input::shared::dates::{self, Read};

/// The date of the element with this field.
pub(super) fn read(draft: &Draft<'_>, field: &str, text: &str, language: Option<&str>) -> Option<Read> {
    let day = |names: &[&str]| {
        let value = names.iter().find_map(|name| draft.look(&format!("{field}/@{name}")))?;
        let day = value.split('T').next().unwrap_or_default().trim();
        day.parse::<Date>().is_ok().then(|| day.to_owned())
    };
    let when = day(&["when", "when-iso", "when-custom"]);
    let (from, to) = (day(&["from", "from-iso"]), day(&["to", "to-iso"]));
    let (earliest, latest) = (day(&["notBefore", "notBefore-iso"]), day(&["notAfter", "notAfter-iso"]));
    let is_range = when.is_none() && (from.is_some() || to.is_some());
    let is_one_of = when.is_none() && !is_range && (earliest.is_some() || latest.is_some());
    let edtf = match (when, from, to, earliest, latest) {
        (Some(day), ..) => day,
        (_, Some(from), Some(to), ..) if from == to => from,
        (_, Some(from), Some(to), ..) => format!("{from}/{to}"),
        (_, Some(from), None, None, Some(to)) => format!("{from}/{to}"),
        (_, Some(from), None, ..) => format!("{from}/.."),
        (_, None, Some(to), Some(from), _) => format!("{from}/{to}"),
        (_, None, Some(to), ..) => format!("../{to}"),
        (.., Some(earliest), Some(latest)) if earliest == latest => earliest,
        (.., Some(earliest), Some(latest)) if whole(&earliest, &latest).is_some() => {
            format!("[{}]", whole(&earliest, &latest).unwrap_or_default())
        }
        (.., Some(earliest), Some(latest)) => format!("[{earliest}..{latest}]"),
        (.., Some(earliest), None) => format!("[{earliest}..]"),
        (.., None, Some(latest)) => format!("[..{latest}]"),
        _ if text.is_empty() => return None,
        _ => return Some(dates::read(text, language)),
    };
    let is_unsure =
        draft.look(&format!("{field}/@cert")).is_some_and(|cert| matches!(cert, "low" | "medium" | "unknown"));
    let is_inferred = text.starts_with('[') && text.ends_with(']');
    let edtf = match (is_unsure, is_inferred) {
        (true, _) if !is_range && !is_one_of => format!("{edtf}?"),
        (false, true) if !is_one_of => format!("[{edtf}]"),
        _ => edtf,
    };
    // `before 27 Jan 1863`, from the birth of the writer to that day.
    let words = text.trim_matches(['[', ']']);
    let says_more = ["before", "after", "vor", "nach", "avant", "après"].iter().any(|word| words.starts_with(word));
    let display = Some(text.to_owned()).filter(|_| is_one_of && says_more);
    match edtf.parse::<Date>() {
        Ok(_) => Some(Read { edtf: Some(edtf), display, why: None }),
        Err(_) if text.is_empty() => None,
        Err(_) => Some(dates::read(text, language)),
    }
}

/// The month or the year from its first to its last day.
fn whole<'d>(earliest: &'d str, latest: &str) -> Option<&'d str> {
    let is_whole = |date: &str| {
        let ends = Date::if_edtf(date).map(|date| (date.earliest(), date.latest()));
        let [first, last] = [earliest, latest].map(Date::if_edtf);
        ends.zip(first.zip(last))
            .is_some_and(|((from, to), (first, last))| from == first.earliest() && to == last.latest())
    };
    [4, 7].into_iter().filter_map(|length| earliest.get(..length)).find(|date| is_whole(date) && *date != earliest)
}

/// The time in `when`: `21:27` of `1955-08-14T21:27:00-05:00`.
pub(super) fn time(draft: &Draft<'_>, field: &str) -> Option<String> {
    let when = draft.look(&format!("{field}/@when")).or(draft.look(&format!("{field}/@from")))?;
    let time = when.split_once('T').map_or(when, |(_, time)| time).get(..5)?;
    let digits: Vec<&str> = time.split(':').collect();
    let is_time = matches!(digits.as_slice(), [hour, minute] if [hour, minute].iter().all(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit())));
    (is_time && time != "00:00").then(|| time.to_owned())
}
