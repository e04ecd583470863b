//! Markdown.

use std::fmt::{self, Write};

use super::html::SMALL_CAPITALS;
use super::{breaks_line, in_one_line, turns, write_backslashed};
use crate::citation::{Mark, MarkedSpan, Markup, PieceContext};

/// CommonMark, without anything that GitHub or pandoc would interpret differently.
///
/// Emphasis is `*…*` between spaces and punctuation, and `<em>…</em>` where stars might not be read as emphasis.
/// Markdown has no mark for small capitals, so those of [`Html`](super::Html) are used.
///
/// ```
/// use prefercite::citation::{Mark, Text};
/// use prefercite::notation::Markdown;
///
/// let mut text = Text::from("[Draft], in ");
/// text.marked(Mark::Emphasis, |text| text.push_str("Time & Tide"));
/// text.push_str(" *2*");
/// assert_eq!(text.render(&Markdown::new()), r"\[Draft\], in *Time & Tide* \*2\*");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Markdown;

impl Markdown {
    /// The notation with its defaults.
    pub const fn new() -> Self {
        Markdown
    }
}

impl Markup for Markdown {
    fn media_type(&self) -> &'static str {
        "text/markdown"
    }

    fn extension(&self) -> &'static str {
        "md"
    }

    fn text(&self, text: &str, place: PieceContext, out: &mut dyn Write) -> fmt::Result {
        let words = in_one_line(text);
        let mut words = &*words;
        let starts = place.before.is_none();
        if starts {
            // Four spaces would start a code block, and a byte order mark would hide the text after it.
            words = words.trim_start_matches([' ', BYTE_ORDER_MARK]);
        }
        if place.after.is_none() {
            // Two spaces would break the line if the caller continues on the next one.
            let end = words.trim_end_matches(' ').len();
            words = words.get(..end + 1).unwrap_or(words);
        }
        write_backslashed(words, out, |before, c, after| {
            special(before, c, after, place) || starts && begins_block(before, c, after)
        })
    }

    fn open(&self, mark: Mark<'_>, place: PieceContext, out: &mut dyn Write) -> fmt::Result {
        match mark {
            Mark::Emphasis => out.write_str(if takes_stars(place) { "*" } else { "<em>" }),
            Mark::SmallCapitals => out.write_str(SMALL_CAPITALS),
            Mark::Link(_) if mark.href().is_none() => Ok(()),
            // Without a separator, `!` and `[` would turn the link into an image.
            Mark::Link(_) if place.before.is_some_and(|c| c == '!' || turns(c)) => out.write_str("<span></span>["),
            Mark::Link(_) => out.write_char('['),
        }
    }

    fn close(&self, mark: Mark<'_>, place: PieceContext, out: &mut dyn Write) -> fmt::Result {
        match mark {
            Mark::Emphasis => out.write_str(if takes_stars(place) { "*" } else { "</em>" }),
            Mark::SmallCapitals => out.write_str("</span>"),
            Mark::Link(_) => {
                let Some(href) = mark.href() else { return Ok(()) };
                out.write_str("](<")?;
                write_backslashed(&href, out, |_, c, after| c == '&' && begins_entity(after))?;
                out.write_str(">)")
            }
        }
    }
}

const BYTE_ORDER_MARK: char = '\u{feff}';

/// Characters that may be invisible in the output.
fn unseen(c: char) -> bool {
    turns(c) || c == BYTE_ORDER_MARK
}

/// Characters with a meaning in CommonMark, GitHub or pandoc anywhere in a line.
fn special(before: &str, c: char, after: &str, place: PieceContext) -> bool {
    match c {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~' | '$' | '|' | '^' | '@' | '{' => true,
        '&' => begins_entity(after),
        // pandoc turns two hyphens into a dash.
        '-' => before.ends_with('-'),
        // GitHub turns a bare URL into a link, and shows the backslashes in it.
        ':' if after.starts_with("//") => !place.linked,
        ':' => !before.ends_with(char::is_alphanumeric) && names_emoji(after),
        '.' => {
            !place.linked && before.get(before.len().saturating_sub(3)..).is_some_and(|w| w.eq_ignore_ascii_case("www"))
        }
        _ => false,
    }
}

/// Whether `&` before these words starts an entity: `&amp;`, `&#38;`.
fn begins_entity(after: &str) -> bool {
    let rest = after.trim_start_matches(|c: char| c == '#' || c.is_ascii_alphanumeric());
    rest.len() < after.len() && rest.starts_with(';')
}

/// Whether `:` before these words may start an emoji on GitHub: `:memo:`.
fn names_emoji(after: &str) -> bool {
    let rest = after.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || "_+-".contains(c));
    rest.len() < after.len() && rest.starts_with(':')
}

/// Characters with a meaning only at the start of a line: a heading, a list, a quotation; in pandoc also a definition
/// or a title.
fn begins_block(before: &str, c: char, after: &str) -> bool {
    match c {
        '#' | '+' | '-' | '=' | '>' | ':' | '%' => before.is_empty(),
        '.' | ')' => (after.is_empty() || after.starts_with(' ')) && numbers_item(before, c, after),
        _ => false,
    }
}

/// Whether these characters number a list item: `1.` in CommonMark; `(1)`, `a)`, `iv.` in pandoc. pandoc takes `A.`
/// for an initial unless two spaces follow.
fn numbers_item(number: &str, delimiter: char, after: &str) -> bool {
    let number = number.strip_prefix('(').unwrap_or(number);
    let all = |is: fn(char) -> bool| !number.is_empty() && number.len() < 16 && number.chars().all(is);
    let initial = delimiter == '.' && all(|c| c.is_ascii_uppercase()) && !after.starts_with("  ");
    all(|c| c.is_ascii_digit())
        || all(|c| "ivxlcdm".contains(c))
        || number.len() > 1 && all(|c| "IVXLCDM".contains(c))
        || number.len() == 1 && all(|c| c.is_ascii_alphabetic()) && !initial
}

/// Whether `*` opens and closes emphasis here ("left-flanking" and "right-flanking", CommonMark 6.2), whatever other
/// marks are between it and the words. Outside it may be only a space or punctuation, and never another star. So that
/// the stars of two neighbours do not meet, a star never closes after an opening bracket or quotation mark, and opens
/// after no other punctuation.
fn takes_stars(place: PieceContext) -> bool {
    let Some(MarkedSpan { before, first, last, after }) = place.span else { return false };
    let solid = |c: char| !blank(c) && !unseen(c);
    !place.emphasized
        && before.is_none_or(|c| blank(c) || opening(c))
        && first.is_some_and(solid)
        && last.is_some_and(|c| solid(c) && !opening(c))
        && after.is_none_or(|c| blank(c) || punctuation(c))
}

fn blank(c: char) -> bool {
    breaks_line(c) || c.is_whitespace()
}

fn opening(c: char) -> bool {
    "([{¡¿«‹“„‘‚–—「『（《〈".contains(c)
}

/// Punctuation in every version of CommonMark. Later versions count symbols as well.
fn punctuation(c: char) -> bool {
    c.is_ascii_punctuation() || opening(c) || matches!(c, '\u{2010}'..='\u{2027}') || "»›·、。，」』）》〉".contains(c)
}
