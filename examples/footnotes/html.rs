//! The chapter as a page of HTML.

use std::collections::HashMap;
use std::ops::Range;

use prefercite::citation::Text;
use prefercite::notation::Html;
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};

use crate::apparatus::{Apparatus, Listed};
use crate::chapter;
use crate::curl::curled;
use crate::head::Head;

/// Inline notes have been replaced already, so `^` can mark superscripts.
const OPTIONS: Options = chapter::OPTIONS
    .union(Options::ENABLE_SUPERSCRIPT)
    .union(Options::ENABLE_SUBSCRIPT)
    .union(Options::ENABLE_DEFINITION_LIST);

const CSS: &str = "body { max-width: 38em; margin: 3em auto; padding: 0 1em; font: 1.1em/1.5 Georgia, serif; color: #111; background: #fff }
h1, h2, h3, h4 { line-height: 1.2; font-weight: normal }
sup { line-height: 0; font-size: .75em }
sup a { text-decoration: none }
table { border-collapse: collapse; margin: 1em 0 }
th, td { text-align: left; padding: .2em 1.5em .2em 0; border-bottom: 1px solid #ccc }
header p { font-style: italic }
a { color: #00419b; overflow-wrap: anywhere }
section[role] { font-size: .9em; border-top: 1px solid #888; margin-top: 3em }
.hanging { padding-left: 2em; text-indent: -2em; margin: .5em 0 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .4em 2em }
dd { margin: 0 }
@media print { a { color: inherit; text-decoration: none } }
";

/// The page. Its title, authors and language come from the head; without a title in the head, the first heading is
/// used.
pub(crate) fn page(apparatus: &Apparatus, head: &Head, lang: Option<&str>) -> String {
    let chapter = Chapter::of(&with_marks_behind_images(&apparatus.text));
    let lang = lang.or(head.lang.as_deref()).unwrap_or("en");
    let title = head.title.as_ref().map(|title| Chapter::of(title));
    let mut header = String::new();
    if let Some(title) = &title {
        header.push_str(&format!("<header>\n<h1>{}</h1>\n", inline(&title.body)));
        for author in &head.authors {
            header.push_str(&format!("<p>{}</p>\n", inline(&Chapter::of(author).body)));
        }
        header.push_str("</header>\n");
    }
    let title = title.map_or(chapter.title, |title| title.words);
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>\n{CSS}</style>\n</head>\n\
         <body>\n<main>\n{header}{}",
        escaped(lang),
        escaped(&title),
        chapter.body,
    );
    if !chapter.notes.is_empty() {
        page.push_str("<section role=\"doc-endnotes\" aria-labelledby=\"notes\">\n<h2 id=\"notes\">Notes</h2>\n<ol>\n");
        chapter.notes.iter().for_each(|note| page.push_str(note));
        page.push_str("</ol>\n</section>\n");
    }
    if !apparatus.abbreviations.is_empty() {
        page.push_str("<section role=\"doc-glossary\" aria-labelledby=\"abbreviations\">\n<h2 id=\"abbreviations\">Abbreviations</h2>\n<dl>\n");
        for it in &apparatus.abbreviations {
            page.push_str(&format!("<dt>{}</dt><dd>{}</dd>\n", escaped(&it.short), escaped(&it.full)));
        }
        page.push_str("</dl>\n</section>\n");
    }
    if !apparatus.bibliography.is_empty() {
        page.push_str(&format!(
            "<section role=\"doc-bibliography\" aria-labelledby=\"bibliography\">\n<h2 id=\"bibliography\">{}</h2>\n",
            apparatus.heading
        ));
        for line in &apparatus.bibliography {
            page.push_str(&match line {
                Listed::Archive(name) => format!("<h3>{}</h3>\n", escaped(name)),
                Listed::Collection(name) => format!("<h4>{}</h4>\n", escaped(name)),
                Listed::Document(text) => format!("<p class=\"hanging\">{}</p>\n", text.render(&Html::new())),
            });
        }
        page.push_str("</section>\n");
    }
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

/// The text without the paragraph around it.
fn inline(body: &str) -> &str {
    let body = body.trim();
    body.strip_prefix("<p>").and_then(|body| body.strip_suffix("</p>")).unwrap_or(body)
}

fn escaped(words: &str) -> String {
    Text::from(words).render(&Html::new())
}

/// Moves the marks in a caption after the image, because CommonMark does not parse an image with a mark in its
/// caption.
fn with_marks_behind_images(markdown: &str) -> String {
    let (mut page, mut at) = (String::with_capacity(markdown.len()), 0);
    for (event, range) in Parser::new_ext(markdown, OPTIONS.difference(Options::ENABLE_FOOTNOTES)).into_offset_iter() {
        if range.start < at || !matches!(event, Event::Start(Tag::Image { .. })) {
            continue;
        }
        page.push_str(&markdown[at..range.start]);
        let (mut rest, mut marks) = (&markdown[range.clone()], String::new());
        while let Some((before, (mark, behind))) =
            rest.split_once("[^").and_then(|(before, behind)| Some((before, behind.split_once(']')?)))
        {
            page.push_str(before);
            let kept = if before.ends_with('\\') { &mut page } else { &mut marks };
            kept.extend(["[^", mark, "]"]);
            rest = behind;
        }
        page.extend([rest, marks.as_str()]);
        at = range.end;
    }
    page + &markdown[at..]
}

/// The text as HTML, with each note as a list item that links back to its mark.
struct Chapter {
    /// The text of its first heading.
    title: String,
    /// All its words.
    words: String,
    body: String,
    notes: Vec<String>,
}

impl Chapter {
    fn of(markdown: &str) -> Self {
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let (mut title, mut words, mut in_title) = (String::new(), String::new(), false);
        let (mut body, mut notes, mut open) = (Vec::new(), HashMap::new(), Vec::new());
        // The notes come after the text, and the marks in the text number them.
        let mut marks: HashMap<String, usize> = HashMap::new();
        let events: Vec<(Event<'_>, Range<usize>)> = Parser::new_ext(markdown, OPTIONS).into_offset_iter().collect();
        for event in curled(events, markdown) {
            match &event {
                Event::Start(Tag::Heading { .. }) => in_title = title.is_empty(),
                Event::End(TagEnd::Heading(_)) => in_title = false,
                Event::Text(it) | Event::Code(it) => {
                    words.push_str(it);
                    title.push_str(if in_title { it } else { "" });
                }
                Event::SoftBreak => words.push(' '),
                _ => {}
            }
            let event = match event {
                Event::Start(Tag::FootnoteDefinition(label)) => {
                    open.push((label.to_lowercase(), Vec::new()));
                    continue;
                }
                Event::End(TagEnd::FootnoteDefinition) => {
                    notes.extend(open.pop());
                    continue;
                }
                Event::FootnoteReference(label) => {
                    let label = label.to_lowercase();
                    let next = numbers.len() + 1;
                    let number = *numbers.entry(label.clone()).or_insert(next);
                    let mark = marks.entry(label).or_insert(0);
                    *mark += 1;
                    let id = if *mark == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{mark}") };
                    Event::InlineHtml(CowStr::from(format!(
                        "<sup><a id=\"{id}\" href=\"#fn-{number}\" role=\"doc-noteref\">{number}</a></sup>"
                    )))
                }
                event => event,
            };
            open.last_mut().map_or(&mut body, |(_, events)| events).push(event);
        }
        let mut in_order: Vec<(usize, String)> = numbers
            .iter()
            .map(|(label, number)| {
                let events = notes.remove(label).unwrap_or_default();
                (*number, item(*number, events))
            })
            .collect();
        in_order.sort();
        Chapter { title, words, body: rendered(body), notes: in_order.into_iter().map(|(_, note)| note).collect() }
    }
}

fn item(number: usize, mut events: Vec<Event<'_>>) -> String {
    let back = format!(
        " <a href=\"#fnref-{number}\" role=\"doc-backlink\" aria-label=\"Back to note {number} in the text\">↩</a>"
    );
    // After the last words, if they are in a paragraph.
    let end = match events.last() {
        Some(Event::End(TagEnd::Paragraph)) => events.len() - 1,
        _ => events.len(),
    };
    events.insert(end, Event::InlineHtml(CowStr::from(back)));
    format!("<li id=\"fn-{number}\">{}</li>\n", rendered(events).trim_end())
}

fn rendered(events: Vec<Event<'_>>) -> String {
    let mut out = String::new();
    html::push_html(&mut out, events.into_iter());
    out
}
