//! Splits a sentence into the pieces that a notation writes.

use super::markup::{Mark, Piece};
use super::{MarkedSpan, PieceContext};
use crate::slice::{slice, sublist};

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Emphasis,
    SmallCapitals,
    /// To the address that is the text of the span.
    Address,
    Link(Box<str>),
}

impl Kind {
    pub(super) fn is_link(&self) -> bool {
        matches!(self, Kind::Address | Kind::Link(_))
    }
}

impl Span {
    /// Its mark. `words` is the whole text.
    pub(super) fn mark<'t>(&'t self, words: &'t str) -> Mark<'t> {
        match &self.kind {
            Kind::Emphasis => Mark::Emphasis,
            Kind::SmallCapitals => Mark::SmallCapitals,
            Kind::Address => Mark::Link(slice(words, self.start..self.end)),
            Kind::Link(target) => Mark::Link(target),
        }
    }
}

/// Words, and starts and ends of marks, properly nested.
pub(super) struct Pieces<'t> {
    words: &'t str,
    spans: &'t [Span],
    at: usize,
    /// The index of the next span to open.
    next: usize,
    open: Vec<&'t Span>,
}

impl<'t> Pieces<'t> {
    pub(super) fn new(words: &'t str, spans: &'t [Span]) -> Self {
        Pieces { words, spans, at: 0, next: 0, open: Vec::new() }
    }

    /// The next piece, and the span that begins or ends with it.
    pub(super) fn step(&mut self) -> Option<(Piece<'t>, Option<&'t Span>)> {
        // `<=`: a closure may replace the text that it marks by another, whose own spans end earlier.
        if let Some(span) = self.open.pop_if(|span| span.end <= self.at) {
            return Some((Piece::Close(span.mark(self.words)), Some(span)));
        }
        let linked = self.open.iter().find(|span| span.kind.is_link()).map_or(0, |link| link.end);
        let rest = sublist(self.spans, self.next..);
        self.next += rest.iter().take_while(|span| span.kind.is_link() && span.start < linked).count();
        let next = self.spans.get(self.next);
        if let Some(span) = next.filter(|span| span.start == self.at) {
            self.next += 1;
            self.open.push(span);
            return Some((Piece::Open(span.mark(self.words)), Some(span)));
        }
        let whole = self.words.len();
        let end = next.map_or(whole, |span| span.start).min(self.open.last().map_or(whole, |span| span.end));
        let words = Some(slice(self.words, self.at..end)).filter(|words| !words.is_empty())?;
        self.at = end;
        Some((Piece::Text(words), None))
    }

    /// The context of the last piece.
    pub(super) fn place(&self, piece: Piece<'t>, span: Option<&Span>) -> PieceContext {
        let before = |at| slice(self.words, ..at).chars().next_back();
        let after = |at: usize| slice(self.words, at..).chars().next();
        let start = self.at - if let Piece::Text(words) = piece { words.len() } else { 0 };
        let mut around = self.open.iter().filter(|open| !span.is_some_and(|span| std::ptr::eq(span, **open)));
        let emphasized = around.clone().any(|open| open.kind == Kind::Emphasis);
        let linked = around.any(|open| open.kind.is_link());
        let span = span.map(|span| MarkedSpan {
            before: before(span.start),
            first: after(span.start),
            last: before(span.end),
            after: after(span.end),
        });
        PieceContext { before: before(start), after: after(self.at), emphasized, linked, span }
    }
}

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        self.step().map(|(piece, _)| piece)
    }
}
