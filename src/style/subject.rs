//! The subject of a sentence in the running text that names a document: `Kennan`, `Kennan to Acheson`.

use super::{Cite, Form, Style};
use crate::citation::{Citation, Text};
use crate::document::Document;
use crate::prose::books;
use crate::prose::collection::{before_short_path, before_title, push_short_path};
use crate::prose::lead::{DescriptionMarks, Lead, Opening, Subtitle, push_title, short_title};
use crate::prose::names::{EtAl, NameForm, People, is_the_author, push_people};
use crate::prose::sentence::Sentence;

/// RULES 2.2: only the first of three or more names, as in citations in the text.
const CUT: EtAl = EtAl { from: 3, keep: 1 };

/// The words that open the citation, for a sentence in the running text: the author; writer and recipient of a
/// letter; for a document without an author its title, or the newspaper or host that opens its entry.
///
/// `form` is the form of the names: [`NameForm::Natural`] at the first mention, [`NameForm::Short`] later. Nothing is
/// capitalized: a description begins with a lowercase letter.
///
/// ```
/// use prefercite::Document;
/// use prefercite::prose::NameForm;
/// use prefercite::style::{Chicago, subject};
///
/// let letter: Document = serde_json::from_str(
///     r#"{ "id": "k", "kind": "letter", "creators": ["Kennan, George F."], "recipients": ["Acheson, Dean"] }"#,
/// )?;
/// let style = Chicago::EIGHTEENTH.note();
/// assert_eq!(subject(&style, &letter, NameForm::Natural).as_str(), "George F. Kennan to Dean Acheson");
/// assert_eq!(subject(&style, &letter, NameForm::Short).as_str(), "Kennan to Acheson");
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn subject(style: &dyn Style, document: &Document, form: NameForm) -> Text {
    let language = style.language();
    let lead = Lead::of(document, DescriptionMarks::Roman, language);
    let mut text = Text::new();
    let mut s = Sentence::new(&mut text, language).mid_sentence(true);
    let names = |s: &mut Sentence<'_>, people: People<'_>| push_people(s, people, (form, form), CUT);
    match lead.opening {
        Opening::Collection(title) => {
            let words = short_title(title, Subtitle::Goes, language);
            if !lead.creators.is_empty() {
                names(&mut s, lead.creators);
                s.punctuate(before_title(words));
            }
            s.roman(words);
        }
        Opening::Path(holding) => {
            if !lead.creators.is_empty() {
                names(&mut s, lead.creators);
                s.punctuate(before_short_path(holding, language));
            }
            push_short_path(&mut s, holding);
        }
        Opening::Conversation(word) => {
            let between =
                if document.participants().len() == 1 { language.people.with } else { language.people.between };
            s.data(word).word(" ").word(between);
            push_people(&mut s, People::Names(document.participants()), (form, form), EtAl::NEVER);
        }
        Opening::Correspondence(kind) => {
            if lead.creators.is_empty() {
                _ = s.data(kind)
            } else {
                names(&mut s, lead.creators)
            }
            // B39: the person who writes to the author is the author of the message.
            if lead.creators.is_empty() || !is_the_author(lead.recipients, language) {
                s.word(" ").term(|language| language.people.to);
                names(&mut s, lead.recipients);
            }
        }
        Opening::Title(..) | Opening::Description(_) | Opening::Kind(_) if !lead.creators.is_empty() => {
            names(&mut s, lead.creators);
        }
        _ if heads_entry(style, document, &mut s) => {}
        Opening::Title(title, _) => push_title(&mut s, document, title, short_title(title, Subtitle::Goes, language)),
        Opening::Description(title) => _ = s.roman(short_title(title, Subtitle::Goes, language)),
        Opening::Kind(kind) => _ = s.data(kind),
        Opening::Reference => return by_short_citation(style, document),
    }
    text
}

/// The newspaper of an unsigned article or the host of a web page, if the style lists the document under it, so that
/// a reader finds it there.
fn heads_entry(style: &dyn Style, document: &Document, s: &mut Sentence<'_>) -> bool {
    let Some(author) = style.filing(document).author else { return false };
    match books::newspaper_of_article(document, style.language()).and_then(|paper| paper.container.as_ref()) {
        Some(paper) => s.italic(short_title(paper, Subtitle::Goes, style.language())),
        None => s.data(&author),
    };
    true
}

/// A document of which only a shelf mark or a book is known.
fn by_short_citation(style: &dyn Style, document: &Document) -> Text {
    let short = [Form::Short, Form::InText].into_iter().find(|form| style.forms().contains(form));
    let cite = Cite::new(document).without_final_period().mid_sentence(true);
    match style.cite(&short.map_or(cite, |form| cite.with_form(form))) {
        Ok(Citation::Text(text)) if !text.as_str().starts_with('(') => text,
        Ok(citation) => Text::from(citation.to_string().trim_matches(['(', ')'])),
        Err(_) => Text::from(document.id()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::Markdown;
    use crate::style::{Chicago, Mla};

    fn named(style: &dyn Style, json: &str) -> [String; 2] {
        let document: Document = serde_json::from_str(json).unwrap();
        [NameForm::Natural, NameForm::Short].map(|form| subject(style, &document, form).render(&Markdown::new()))
    }

    #[test]
    fn people_titles_and_descriptions_lead_a_sentence() {
        let chicago = Chicago::EIGHTEENTH.note();
        for (json, full, short) in [
            (r#"{ "id": "a", "title": "T", "creators": ["Doe, Jane"] }"#, "Jane Doe", "Doe"),
            (
                r#"{ "id": "a", "kind": "report", "creators": ["Doe, A.", "Roe, B."] }"#,
                "A. Doe and B. Roe",
                "Doe and Roe",
            ),
            (
                r#"{ "id": "a", "title": "T", "creators": ["Doe, A.", "Roe, B.", "Lee, C."] }"#,
                "A. Doe et al.",
                "Doe et al.",
            ),
            (r#"{ "id": "a", "title": "A Long Title: Of It" }"#, "“Long Title”", "“Long Title”"),
            (
                r#"{ "id": "a", "title": { "text": "memorandum of conversation", "form": "supplied" } }"#,
                "memorandum of conversation",
                "memorandum of conversation",
            ),
            (
                r#"{ "id": "a", "kind": "telegram", "recipients": ["Mao Zedong"] }"#,
                "telegram to Mao Zedong",
                "telegram to Mao Zedong",
            ),
            (
                r#"{ "id": "a", "kind": "e-mail", "creators": ["Doe, Jane"], "recipients": ["author"] }"#,
                "Jane Doe",
                "Doe",
            ),
            (
                r#"{ "id": "a", "kind": "conversation", "participants": ["Doe, Jane", "Roe, Ann"] }"#,
                "conversation between Jane Doe and Ann Roe",
                "conversation between Doe and Roe",
            ),
            (
                r#"{ "id": "a", "holdings": [{ "repository": "TNA", "reference": "FO 371/1" }] }"#,
                "TNA, FO 371/1",
                "TNA, FO 371/1",
            ),
        ] {
            assert_eq!(named(&chicago, json), [full, short], "{json}");
        }
    }

    #[test]
    fn an_unsigned_article_is_named_by_the_start_of_its_entry() {
        let json = r#"{ "id": "a", "kind": "article", "title": "Pushcarts",
                        "source": { "container": "Lake Forester", "date": "2000-03-23" } }"#;
        assert_eq!(named(&Chicago::EIGHTEENTH.author_date(), json), ["*Lake Forester*"; 2]);
        assert_eq!(named(&Mla::NINTH, json), ["“Pushcarts”"; 2]);
    }
}
