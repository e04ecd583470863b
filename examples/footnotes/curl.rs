//! Typographic quotation marks, apostrophes and dashes in the words of a page.

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

/// Words that begin with an apostrophe.
const CUT: &[&str] = &[
    "tis", "twas", "twere", "twill", "twould", "em", "til", "till", "cause", "bout", "round", "n", "neath", "gainst",
    "cept", "fraid", "nother", "cello", "phone", "flu", "bus", "tween", "twixt", "ere", "im",
];

/// Replaces straight quotation marks by curly ones, `--` by `–`, `---` by `—` and `...` by `…`. Code, addresses and
/// formulas do not change, nor marks after a backslash. `source` is the text that the ranges of the events refer
/// to.
pub(crate) fn curled<'e>(events: Vec<(Event<'e>, std::ops::Range<usize>)>, source: &str) -> Vec<Event<'e>> {
    let mut curled = Vec::with_capacity(events.len());
    let mut block = Block::default();
    let mut raw = 0;
    for (place, (event, range)) in events.iter().enumerate() {
        let next = || {
            events[place + 1..].iter().find_map(|(event, _)| match event {
                Event::Text(words) | Event::Code(words) => words.chars().next(),
                Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Heading(_)) => Some(' '),
                _ => None,
            })
        };
        curled.push(match event {
            Event::Text(words) if raw == 0 => {
                let is_escaped = range.start > 0 && source.as_bytes()[range.start - 1] == b'\\';
                Event::Text(CowStr::from(block.words(words, next(), is_escaped)))
            }
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_)) => {
                raw += 1;
                event.clone()
            }
            // A link whose words are its address.
            Event::Start(Tag::Link { dest_url, .. }) if is_address(&events[place + 1..], dest_url) => {
                raw += 1;
                event.clone()
            }
            Event::Start(Tag::Link { .. }) => {
                block.links.push(false);
                event.clone()
            }
            Event::End(TagEnd::Link) if block.links.pop().is_none() => {
                raw -= 1;
                block.before = Some('x');
                event.clone()
            }
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_)) => {
                raw -= 1;
                event.clone()
            }
            Event::SoftBreak | Event::HardBreak => {
                block.before = Some(' ');
                event.clone()
            }
            Event::Code(_) | Event::InlineMath(_) => {
                block.before = Some('x');
                event.clone()
            }
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::TableCell) => {
                block = Block::default();
                event.clone()
            }
            _ => event.clone(),
        });
    }
    curled
}

fn is_address(behind: &[(Event<'_>, std::ops::Range<usize>)], address: &str) -> bool {
    let words: String = behind
        .iter()
        .map_while(|(event, _)| match event {
            Event::Text(words) => Some(words.as_ref()),
            _ => None,
        })
        .collect();
    let bare = |it: &str| {
        it.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("mailto:").to_owned()
    };
    bare(&words) == bare(address)
}

/// The paragraph that is being changed.
#[derive(Default)]
struct Block {
    /// The last character of the words so far.
    before: Option<char>,
    /// The open quotation marks.
    open: Vec<char>,
    /// Whether the words of each open link are curled.
    links: Vec<bool>,
}

impl Block {
    fn words(&mut self, words: &str, next: Option<char>, is_escaped: bool) -> String {
        let letters: Vec<char> = words.chars().collect();
        let mut curled = String::with_capacity(words.len() + 8);
        let mut at = 0;
        while let Some(c) = letters.get(at).copied() {
            let rest = &letters[at..];
            let follows = rest.get(1).copied().or(next);
            let (set, length) = match c {
                _ if at == 0 && is_escaped => (c.to_string(), 1),
                '"' => (self.double(follows).to_string(), 1),
                '\'' => (self.single(&rest[1..], follows).to_string(), 1),
                '-' if rest.starts_with(&['-', '-', '-']) => ("—".to_owned(), 3),
                '-' if rest.starts_with(&['-', '-']) => ("–".to_owned(), 2),
                '.' if rest.starts_with(&['.', '.', '.']) => ("…".to_owned(), 3),
                c => (c.to_string(), 1),
            };
            self.before = set.chars().next_back();
            curled.push_str(&set);
            at += length;
        }
        curled
    }

    fn opens(&self, follows: Option<char>) -> bool {
        let behind_word = self.before.is_some_and(|c| !c.is_whitespace() && !"([{—–-“‘\u{a0}/".contains(c));
        !behind_word && follows.is_some_and(|c| !c.is_whitespace())
    }

    fn double(&mut self, follows: Option<char>) -> char {
        if self.opens(follows) {
            self.open.push('"');
            return '“';
        }
        if let Some(last) = self.open.iter().rposition(|open| *open == '"') {
            self.open.truncate(last);
        }
        '”'
    }

    fn single(&mut self, rest: &[char], follows: Option<char>) -> char {
        let word: String = rest.iter().take_while(|c| c.is_alphanumeric()).collect();
        let is_year = word.len() >= 2
            && word.starts_with(|c: char| c.is_ascii_digit())
            && word.trim_end_matches('s').chars().all(|c| c.is_ascii_digit());
        // `'tis`, `'90s`
        let is_cut = CUT.contains(&word.to_lowercase().as_str()) && !closes_later(rest) || is_year;
        if self.opens(follows) && !is_cut && closes_later(rest) {
            self.open.push('\'');
            return '‘';
        }
        if self.opens(follows) && !is_cut && follows == Some('"') {
            return '‘';
        }
        if self.open.last() == Some(&'\'') && !follows.is_some_and(char::is_alphanumeric) {
            self.open.pop();
        }
        '’'
    }
}

/// Whether a mark after a word closes a quotation that was opened before these characters.
fn closes_later(rest: &[char]) -> bool {
    let is_word = |place: usize| rest.get(place).is_some_and(|c| c.is_alphanumeric());
    rest.iter()
        .enumerate()
        .skip(1)
        .any(|(place, c)| *c == '\'' && !is_word(place + 1) && !rest[place - 1].is_whitespace())
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Options, Parser, html};

    use super::*;

    fn set(markdown: &str) -> String {
        let events: Vec<_> = Parser::new_ext(markdown, Options::empty()).into_offset_iter().collect();
        let mut page = String::new();
        html::push_html(&mut page, curled(events, markdown).into_iter());
        page.trim().trim_start_matches("<p>").trim_end_matches("</p>").to_owned()
    }

    #[test]
    fn marks_of_words_are_curled() {
        for (typed, printed) in [
            ("He \"was told\".", "He “was told”."),
            ("\"'So,' he said.\"", "“‘So,’ he said.”"),
            ("It's the '90s, 'tis true, rock 'n' roll", "It’s the ’90s, ’tis true, rock ’n’ roll"),
            ("the officers' mess", "the officers’ mess"),
            ("\"*Book*\" and *\"quoted\"*", "“<em>Book</em>” and <em>“quoted”</em>"),
            ("1950--51 --- so...", "1950–51 — so…"),
            ("(\"so\")", "(“so”)"),
            ("`\"a\"` \\\"b\\\"", "<code>&quot;a&quot;</code> &quot;b&quot;"),
            ("<https://x.org/a--b'c>", "<a href=\"https://x.org/a--b&#x27;c\">https://x.org/a--b&#39;c</a>"),
            ("word\n\"next\"", "word\n“next”"),
        ] {
            let page = set(typed).replace("&#x27;", "'").replace("&#39;", "'");
            let printed = printed.replace("&#x27;", "'").replace("&#39;", "'");
            assert_eq!(page, printed, "{typed}");
        }
    }
}
