//! The media types that a client accepts (RFC 9110, section 12.5.1).

/// A media range of an `Accept` header.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Range {
    /// `text/html`, in lower case.
    pub(crate) media: String,
    /// The parameters before the weight: for `text/x-bibliography`, the style.
    pub(crate) parameters: Vec<(String, String)>,
    weight: f32,
}

/// The number of ranges that are read. Browsers send fewer than ten.
const MOST: usize = 40;

/// The ranges of a header, sorted by preference. Ranges with a weight of 0 are rejected by the client.
pub(crate) fn ranges(header: &str) -> Vec<Range> {
    let mut ranges: Vec<Range> = split(header, ',').into_iter().take(MOST).filter_map(|part| range(&part)).collect();
    ranges.retain(|range| range.weight > 0.0);
    // A specific range precedes one with a wildcard. Otherwise the sort keeps the client's order.
    ranges.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| wild(a).cmp(&wild(b))));
    ranges
}

fn wild(range: &Range) -> u8 {
    match range.media.as_str() {
        "*/*" => 2,
        media if media.ends_with("/*") => 1,
        _ => 0,
    }
}

fn range(part: &str) -> Option<Range> {
    let mut parts = split(part, ';').into_iter();
    let media = parts.next()?.trim().to_ascii_lowercase();
    let (mut parameters, mut weight) = (Vec::new(), 1.0);
    for parameter in parts {
        let Some((name, value)) = parameter.split_once('=') else { continue };
        let (name, value) = (name.trim().to_ascii_lowercase(), value.trim().trim_matches('"').to_owned());
        if name == "q" {
            weight = value.parse::<f32>().ok().filter(|weight| (0.0..=1.0).contains(weight)).unwrap_or(0.0);
        } else {
            parameters.push((name, value));
        }
    }
    (media.contains('/')).then_some(Range { media, parameters, weight })
}

/// Splits outside quotation marks.
fn split(text: &str, at: char) -> Vec<String> {
    let (mut parts, mut quoted) = (vec![String::new()], false);
    for c in text.chars() {
        quoted ^= c == '"';
        if c == at && !quoted {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(c);
        }
    }
    parts
}

impl Range {
    /// Whether the range includes this media type.
    pub(crate) fn takes(&self, media: &str) -> bool {
        let beginning = self.media.strip_suffix('*');
        self.media == media || self.media == "*/*" || beginning.is_some_and(|beginning| media.starts_with(beginning))
    }

    /// The value of a parameter.
    pub(crate) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_wanted_comes_first() {
        let header = "*/*;q=0.1, text/html;q=0.5, text/x-bibliography; style=apa; q=0.9, image/png;q=0";
        let ranges = ranges(header);
        let media: Vec<&str> = ranges.iter().map(|range| range.media.as_str()).collect();
        assert_eq!(media, ["text/x-bibliography", "text/html", "*/*"]);
        assert_eq!(ranges[0].parameter("style"), Some("apa"));
        assert!(ranges[2].takes("text/plain"));
    }

    #[test]
    fn no_header_is_too_strange() {
        for header in ["", ",", ";", "text", "a/b;q=NaN", "a/b;q=9", "\"", "a/b;=;;x", &"a/b,".repeat(10_000)] {
            assert!(ranges(header).len() <= MOST);
        }
        assert!(range("text/*").is_some_and(|range| range.takes("text/html") && !range.takes("image/png")));
    }
}
