//! What hayagriva 0.10.1 can read. It rejects a whole file if it cannot read one value.

use crate::citation::{Fields, Value};

/// What a field contains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Title,
    /// Text in which `$`, `{` and `}` have a meaning.
    Formatted,
    Publisher,
    People,
    /// People with their roles.
    Affiliated,
    Date,
    Address,
    Language,
    /// A number, or any text.
    Counted,
    /// A duration, or any text. hayagriva rejects a file with a bare number here.
    Timed,
    /// A number only.
    Number,
    Serial,
    Parent,
    /// An alias of another field, which may not appear twice.
    Never,
    /// A field that hayagriva ignores.
    Any,
}

impl Shape {
    pub(super) fn of(name: &str) -> Self {
        match name {
            "title" => Shape::Title,
            "location" | "organization" | "archive" | "archive-location" | "call-number" | "note" | "abstract"
            | "genre" => Shape::Formatted,
            "publisher" => Shape::Publisher,
            "author" | "editor" => Shape::People,
            "affiliated" => Shape::Affiliated,
            "date" => Shape::Date,
            "url" => Shape::Address,
            "language" => Shape::Language,
            "issue" | "chapter" | "volume" | "edition" | "page-range" => Shape::Counted,
            "time-range" | "runtime" => Shape::Timed,
            "volume-total" | "page-total" => Shape::Number,
            "serial-number" => Shape::Serial,
            "serial" => Shape::Never,
            "parent" => Shape::Parent,
            _ => Shape::Any,
        }
    }

    pub(super) fn reads(self, value: &Value) -> bool {
        match (self, value) {
            (Shape::Title | Shape::Formatted | Shape::Publisher | Shape::People, _) => true,
            (Shape::Any, _) => true,
            (Shape::Affiliated, Value::List(groups)) => groups.iter().all(is_group),
            (Shape::Affiliated, group) => is_group(group),
            (Shape::Date, Value::Text(date)) => is_date(date),
            (Shape::Date, Value::Number(year)) => (0..=9999).contains(year),
            (Shape::Address, Value::Text(address)) => is_address(address),
            (Shape::Address, Value::Map(url)) => is_dated_address(url),
            (Shape::Language, Value::Text(tag)) => is_language(tag),
            (Shape::Counted | Shape::Timed, Value::Text(_) | Value::Number(_)) => true,
            (Shape::Number, Value::Text(number)) => is_small_number(number),
            (Shape::Number, Value::Number(number)) => (0..=999_999_999).contains(number),
            (Shape::Serial, Value::Text(_)) => true,
            (Shape::Serial, Value::Map(numbers)) => numbers.iter().all(|number| number.value.as_text().is_some()),
            (Shape::Parent, Value::Map(_)) => true,
            _ => false,
        }
    }
}

pub(super) fn is_type(kind: &str) -> bool {
    matches!(
        kind,
        "article"
            | "chapter"
            | "entry"
            | "anthos"
            | "report"
            | "thesis"
            | "web"
            | "scene"
            | "artwork"
            | "patent"
            | "case"
            | "newspaper"
            | "legislation"
            | "manuscript"
            | "post"
            | "misc"
            | "performance"
            | "periodical"
            | "proceedings"
            | "book"
            | "blog"
            | "reference"
            | "conference"
            | "anthology"
            | "repository"
            | "thread"
            | "video"
            | "audio"
            | "exhibition"
            | "original"
    )
}

fn is_role(role: &str) -> bool {
    matches!(
        role,
        "translator"
            | "afterword"
            | "foreword"
            | "introduction"
            | "annotator"
            | "commentator"
            | "holder"
            | "compiler"
            | "founder"
            | "collaborator"
            | "organizer"
            | "cast-member"
            | "composer"
            | "producer"
            | "executive-producer"
            | "writer"
            | "cinematography"
            | "director"
            | "illustrator"
            | "narrator"
    )
}

fn is_group(group: &Value) -> bool {
    let Value::Map(group) = group else { return false };
    group.get("role").and_then(Value::as_text).is_some_and(is_role) && group.get("names").is_some()
}

/// Whether a map is a title, with or without a short title.
pub(super) fn is_title(title: &Fields) -> bool {
    title.get("value").is_some() && title.iter().all(|part| matches!(part.name.as_ref(), "value" | "short"))
}

/// An empty map means that there is no publisher.
pub(super) fn is_publisher(publisher: &Fields) -> bool {
    publisher.iter().all(|part| matches!(part.name.as_ref(), "name" | "location"))
}

/// `1950-01-07`, `1950-01` or `1950`, each with or without `~`. The day must exist in the month.
fn is_date(date: &str) -> bool {
    let mut parts = date.strip_prefix('~').unwrap_or(date).split('-');
    let mut next = |digits: usize| {
        let part = parts.next()?;
        let well_formed = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
        Some(part.parse::<u32>().ok().filter(|_| well_formed))
    };
    let (year, month, day) = (next(4), next(2), next(2));
    let in_month = |year: u32, month: u32| match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let holds = match (year, month, day) {
        (Some(Some(_)), None, None) => true,
        (Some(Some(_)), Some(Some(month)), None) => (1..=12).contains(&month),
        (Some(Some(year)), Some(Some(month)), Some(Some(day))) => {
            (1..=12).contains(&month) && (1..=in_month(year, month)).contains(&day)
        }
        _ => false,
    };
    holds && parts.next().is_none()
}

fn is_dated_address(url: &Fields) -> bool {
    let value = url.get("value").and_then(Value::as_text).is_some_and(is_address);
    value && url.get("date").is_none_or(|date| Shape::Date.reads(date))
}

/// A URL that every URL parser accepts. The host must be in ASCII letters, because some other hosts are rejected.
pub(crate) fn is_address(address: &str) -> bool {
    let Some(rest) = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")) else { return false };
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let (host, port) = authority.split_once(':').unwrap_or((authority, "443"));
    let is_label = |label: &str| {
        let letters = label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        letters && !label.is_empty() && !label.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("xn--"))
    };
    // A host whose last label is numeric is an IP address, which may be invalid.
    let is_named = host.rsplit('.').next().is_some_and(|last| last.starts_with(|c: char| c.is_ascii_alphabetic()));
    host.split('.').all(is_label) && is_named && port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok()
}

/// A language with script, region and variants, but without extensions.
pub(crate) fn is_language(tag: &str) -> bool {
    let mut subtags = tag.split('-').peekable();
    let letters = |subtag: &str| subtag.bytes().all(|b| b.is_ascii_alphabetic());
    let language = subtags.next().unwrap_or_default();
    if !letters(language) || !matches!(language.len(), 2 | 3 | 5..=8) {
        return false;
    }
    _ = subtags.next_if(|subtag| subtag.len() == 4 && letters(subtag));
    _ = subtags.next_if(|subtag| {
        subtag.len() == 2 && letters(subtag) || subtag.len() == 3 && subtag.bytes().all(|b| b.is_ascii_digit())
    });
    subtags.all(|subtag| {
        let figures_first = subtag.starts_with(|c: char| c.is_ascii_digit());
        subtag.bytes().all(|b| b.is_ascii_alphanumeric())
            && (matches!(subtag.len(), 5..=8) || subtag.len() == 4 && figures_first)
    })
}

/// A number with only one spelling.
pub(super) fn is_small_number(text: &str) -> bool {
    let whole = !text.is_empty() && text.len() <= 9 && text.bytes().all(|b| b.is_ascii_digit());
    whole && (text == "0" || !text.starts_with('0'))
}

/// Whether hayagriva splits `Family, Given` into these two. It takes lowercase words at the start of a family name
/// for its particle.
pub(super) fn is_parted_at_comma(family: &str, given: &str) -> bool {
    let whole = |part: &str| !part.is_empty() && part.trim() == part && !part.contains(',');
    whole(family) && whole(given) && !family.split(char::is_whitespace).any(|word| word.starts_with(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_plain() {
        for date in ["1950", "1950-01", "1950-01-07", "~1950", "~1950-01", "0987", "2000-02-29"] {
            assert!(is_date(date), "{date}");
        }
        for date in [
            "",
            "~",
            "50",
            "1950-13",
            "1950-02-30",
            "1900-02-29",
            "1950-1",
            "1950/1951",
            "1950?",
            "1950-01-07-",
            "１９５０",
        ] {
            assert!(!is_date(date), "{date}");
        }
    }

    #[test]
    fn addresses_are_of_a_named_host() {
        for address in ["https://example.org/a b?c#d", "http://example.org:8080/", "https://archive.example.org/Архив"]
        {
            assert!(is_address(address), "{address}");
        }
        for address in [
            "https://архив.рф/",
            "https://xn--a.org",
            "https://1.2.3.4.5/",
            "https://[::1]/",
            "https://a:99999/",
            "https://a..b/",
            "HTTPS://EXAMPLE.org",
            "ftp://a.org",
            "https://a_b.org/",
            "https://a@b.org/",
        ] {
            assert!(!is_address(address), "{address}");
        }
    }

    #[test]
    fn languages_have_no_extensions() {
        for tag in ["ru", "zh-Latn", "pt-BR", "de-1996", "es-419", "sl-rozaj", "und", "zh-Hant-TW"] {
            assert!(is_language(tag), "{tag}");
        }
        for tag in ["", "x-private", "de-x-old", "zh-cmn", "en-u-ca-gregory", "i-klingon", "r", "r-u"] {
            assert!(!is_language(tag), "{tag}");
        }
    }
}
