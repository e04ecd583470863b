//! Words in which some characters are changed: from a text, or within the string that is written to.

use std::fmt::{self, Write};
use std::iter::Peekable;
use std::ops::Range;
use std::vec::IntoIter;

use super::accents::{self, Spelling};
use super::script::Script;
use super::specials::write_special;
use crate::notation::braces::{self, Backslash};
use crate::slice::{slice, split};

/// Writes words with all changes.
pub(super) fn write(words: &str, script: Script, out: &mut dyn Write) -> fmt::Result {
    let mut changes = Changes::new(script);
    while let Some(change) = changes.next(words) {
        out.write_str(slice(words, change.plain.clone()))?;
        change.write(out)?;
    }
    out.write_str(slice(words, changes.done..))
}

/// Makes all changes in the words at the end of a string. The changed words are first written after them. So no other
/// string is needed.
pub(super) fn make(out: &mut String, start: usize, script: Script) {
    let end = out.len();
    let mut changes = Changes::new(script);
    while let Some(change) = changes.next(slice(out, start..end)) {
        out.extend_from_within(start + change.plain.start..start + change.plain.end);
        // Writing to a `String` never fails.
        _ = change.write(out);
    }
    if changes.done > 0 {
        out.extend_from_within(start + changes.done..end);
        out.drain(start..end);
    }
}

/// Finds the changes one by one. Each step gets the words again, so that they can be in the string that is written to.
struct Changes {
    script: Script,
    /// The number of bytes before the next step.
    done: usize,
    /// The last character that was written.
    before: Option<char>,
    /// The braces without a partner that follow, once there is a brace.
    lone: Option<Peekable<IntoIter<usize>>>,
}

impl Changes {
    fn new(script: Script) -> Self {
        Changes { script, done: 0, before: None, lone: None }
    }

    fn next(&mut self, words: &str) -> Option<Change> {
        let rest = slice(words, self.done..);
        let (plain, others) = split(rest, self.script.next_special(rest, self.before)?);
        let (start, at) = (self.done, self.done + plain.len());
        let c = others.chars().next()?;
        let written = if self.script == Script::Ascii && !c.is_ascii() {
            Written::Spelled(c, accents::spelling_of_first(others)?)
        } else {
            Written::Special(c, matches!(c, '{' | '}') && self.is_lone(words, at))
        };
        let change = Change { plain: start..at, before: plain.chars().next_back().or(self.before), written };
        self.done = at + c.len_utf8();
        self.before = change.last();
        Some(change)
    }

    /// Programs count braces even after a backslash, and most lose the commands for them.
    fn is_lone(&mut self, words: &str, at: usize) -> bool {
        let lone = self.lone.get_or_insert_with(|| braces::lone(words, Backslash::IsNothing).into_iter().peekable());
        lone.next_if_eq(&at).is_some()
    }
}

/// A changed character.
struct Change {
    /// The bytes before it, which are written unchanged.
    plain: Range<usize>,
    /// The last character that is written before it.
    before: Option<char>,
    written: Written,
}

/// How a character is written.
#[derive(Clone, Copy)]
enum Written {
    /// A character with a meaning, and whether it is a brace without a partner.
    Special(char, bool),
    /// A character outside ASCII.
    Spelled(char, Spelling),
}

impl Change {
    fn write(&self, out: &mut (impl Write + ?Sized)) -> fmt::Result {
        match self.written {
            Written::Special(c, is_lone) => write_special(c, self.before, is_lone, out),
            Written::Spelled(_, Spelling::Command(command)) => {
                // `-–` must not become `—`.
                out.write_str(if self.before.is_some_and(|before| command.starts_with(before)) { "{}" } else { "" })?;
                out.write_str(command)
            }
            Written::Spelled(_, Spelling::Accent(base, accent)) => write!(out, "{{\\{accent}{{{base}}}}}"),
            Written::Spelled(_, Spelling::Latin(letters)) => {
                let mut before = self.before;
                letters.chars().try_for_each(|c| write_special(c, before.replace(c), true, out))
            }
        }
    }

    /// The last character that is written.
    fn last(&self) -> Option<char> {
        match self.written {
            Written::Special(c, _) | Written::Spelled(c, Spelling::Accent(..)) => Some(c),
            Written::Spelled(_, Spelling::Command(command)) => command.chars().next_back(),
            Written::Spelled(_, Spelling::Latin(letters)) => letters.chars().next_back().or(self.before),
        }
    }
}
