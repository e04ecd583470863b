//! Citations in the text: `(Kennan 12–13)` (RULES 9.6)

use super::{CALENDAR, CUT, Composer};
use crate::document::{Holding, Name};
use crate::prose::dates::{self, Part};
use crate::prose::lead::{Article, What, push_conversation, push_title, short_title};
use crate::prose::names::{Parties, Shape, push_list};
use crate::prose::ranges::{bare_pages, push_locator};
use crate::prose::sentence::{Joint, Sentence};
use crate::prose::shelf::{self, Microfilm, Units};
use crate::prose::supplied::names_one;
use crate::style::{Detail, Details};

impl Composer<'_> {
    pub(super) fn in_text(&self, s: &mut Sentence<'_>) {
        s.word("(");
        let details = self.cite.asked_details();
        let of_the_author_alone: Details = [Detail::Initials, Detail::GivenName].into_iter().collect();
        let beside_author = !details.without(of_the_author_alone).is_empty();
        match self.lead.what {
            What::Collection(title) => {
                // "(House Papers)", as in Chicago (A19).
                if !self.lead.creators.is_empty() && !names_one(&title.text, self.document.creators()) {
                    self.names(s);
                    s.word(" ");
                }
                s.roman(short_title(title, Article::GoesAlways, self.language()));
            }
            What::Path(holding) => shelf::push_short_path(s.raise(), holding),
            _ if !self.lead.creators.is_empty() => {
                self.names(s);
                if beside_author {
                    self.what(s.joint(Joint::Comma), details);
                }
            }
            _ => self.what(s, details),
        }
        self.distinctions(s, details);
        if let Some(locator) = self.cite.locator() {
            // RULES 4.4: pages lose their label and take no comma; every other label stays behind one.
            let pages = bare_pages(locator);
            s.joint(if pages.is_some() { Joint::Space } else { Joint::Comma });
            push_locator(s, pages.unwrap_or(locator));
        }
        s.word(")");
    }

    /// The title or the description. A12: the article always goes.
    fn what(&self, s: &mut Sentence<'_>, details: Details) {
        match self.lead.what {
            What::Title(title, _) => {
                push_title(s, self.document, title, short_title(title, Article::GoesAlways, self.language()))
            }
            What::Description(title) => _ = s.raise().roman(short_title(title, Article::GoesAlways, self.language())),
            What::Correspondence(kind) => {
                s.raise().data(kind);
                if self.lead.creators.is_empty() || details.has(Detail::Recipient) {
                    push_list(
                        s.word(" ").term(|language| language.people.to),
                        self.lead.recipients,
                        (Shape::Short, Shape::Short),
                        CUT,
                    );
                }
            }
            What::Kind(kind) => _ = s.raise().data(kind),
            What::Conversation(word) => push_conversation(s, self.document, word, Shape::Short),
            What::Collection(_) | What::Path(_) => {}
        }
    }

    /// The first unique element, a date in brackets: `(Benton, Letter [22 June])` (RULES 9.6).
    fn distinctions(&self, s: &mut Sentence<'_>, details: Details) {
        let recipients = self.document.recipients();
        if details.has(Detail::Recipient)
            && !recipients.is_empty()
            && matches!(self.lead.what, What::Title(..) | What::Description(_))
        {
            push_list(
                s.joint(Joint::Comma).term(|language| language.people.to),
                Parties::Names(recipients),
                (Shape::Short, Shape::Short),
                CUT,
            );
        }
        if details.has(Detail::Interviewer) && !self.document.interviewers().is_empty() {
            s.joint(Joint::Comma).term(|language| language.people.interview_by);
            push_list(s, Parties::Names(self.document.interviewers()), (Shape::Short, Shape::Short), CUT);
        }
        if let Some(date) = self.own_date().filter(|_| details.has(Detail::Date) || details.has(Detail::Day)) {
            let is_day = !details.has(Detail::Date) && dates::says(date, Part::Rest);
            s.joint(Joint::Space);
            let bracketed = dates::is_bracketed(date, CALENDAR);
            s.word(if bracketed { "" } else { "[" });
            dates::push(s, date, if is_day { Part::Rest } else { Part::Whole }, CALENDAR);
            s.word(if bracketed { "" } else { "]" });
        }
        if details.has(Detail::Shelf) {
            self.shelf(s);
        } else if details.has(Detail::Unit)
            && let Some(holding) = shelf::in_units(self.document)
        {
            self.units(holding).push_narrowest(s);
        }
    }

    /// Number, units and leaves, or what stands for them.
    fn shelf(&self, s: &mut Sentence<'_>) {
        match self.document.holdings().first() {
            None => {
                if let Some(number) = shelf::unsaid_number(self.document) {
                    shelf::push_number(s.joint(Joint::Comma), number);
                }
            }
            Some(holding) => match holding.cited_whole.as_ref().or(holding.as_cited.as_ref()) {
                Some(wording) => _ = s.joint(Joint::Comma).verbatim(wording),
                None => self.units(holding).push(s, |s| _ = s.joint(Joint::Comma)),
            },
        }
    }

    fn units<'d>(&'d self, holding: &'d Holding) -> Units<'d> {
        let number = shelf::unsaid_number(self.document);
        Units {
            number,
            holding,
            locator: None,
            folio: Some(self.language().leaf_forms.folio),
            microfilm: Microfilm::IsSaidElsewhere,
        }
    }

    /// As the entry opens, so that a reader finds it: a body without an abbreviation by its government (RULES 2.1).
    fn names(&self, s: &mut Sentence<'_>) {
        if let Parties::Names([Name::Body(body), ..]) = self.lead.creators
            && body.abbreviation.is_none()
            && let Some(parent) = &body.parent
        {
            s.data(parent).word(", ");
        }
        let details = self.cite.asked_details();
        let shape = if details.has(Detail::GivenName) {
            Shape::Natural
        } else if details.has(Detail::Initials) {
            Shape::Initials
        } else {
            Shape::Short
        };
        push_list(s, self.lead.creators, (shape, shape), CUT);
    }
}
