//! Enums of words: closed ones, and open ones that accept any other words.

/// An enum of words: `words!(expected, Type { Variant: "word", … })`, which accepts only these words.
macro_rules! words {
    ($type:ident, $expected:literal, { $($variant:ident: $word:literal),+ $(,)? }) => {
        impl $type {
            pub(crate) const WORDS: &'static [(&'static str, $type)] = &[$(($word, $type::$variant)),+];

            /// All of them, in the order of the documentation.
            pub const ALL: &'static [$type] = &[$($type::$variant),+];

            /// The word of the record format.
            pub fn as_str(&self) -> &'static str {
                match self {
                    $($type::$variant => $word),+
                }
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl $crate::document::keys::Value for $type {
            fn read(node: &$crate::document::tree::Node<'_>, faults: &mut $crate::document::fault::Faults) -> Option<Self> {
                let word = $crate::document::values::read_text(node, faults)?;
                let known = Self::WORDS.iter().find(|(known, _)| $crate::document::message::is_word(&word, known));
                if known.is_none() {
                    let nearest = $crate::document::message::did_you_mean(&word, Self::WORDS.iter().map(|(known, _)| *known))
                        .or_else(|| Some(format!("; the words are {}", Self::WORDS.iter().map(|(known, _)| *known).collect::<Vec<_>>().join(", "))));
                    faults.add($crate::document::fault::FieldErrorKind::UnknownWord { found: word.into_owned(), expected: $expected, nearest });
                }
                known.map(|(_, variant)| *variant)
            }

            fn write(&self) -> $crate::document::tree::Node<'_> {
                $crate::document::tree::Node::text(self.as_str())
            }

            fn check(&mut self, _faults: &mut $crate::document::fault::Faults) {}

            #[cfg(feature = "schema")]
            fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::document::schema::shapes::words(Self::WORDS.iter().map(|(word, _)| *word))
            }
        }

        $crate::document::keys::through_the_tree!($type);
    };
}
pub(crate) use words;

/// A slot for a word with a default. The default is omitted in output.
macro_rules! default_word {
    ($type:ident) => {
        impl $crate::document::keys::Slot for $type {
            fn read_slot(
                node: &$crate::document::tree::Node<'_>,
                faults: &mut $crate::document::fault::Faults,
            ) -> Self {
                $crate::document::keys::Value::read(node, faults).unwrap_or_default()
            }

            fn write_slot(&self) -> Option<$crate::document::tree::Node<'_>> {
                (*self != Self::default()).then(|| $crate::document::keys::Value::write(self))
            }

            fn check_slot(&mut self, _faults: &mut $crate::document::fault::Faults) {}

            #[cfg(feature = "schema")]
            fn schema_slot(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                <Self as $crate::document::keys::Value>::schema(generator)
            }
        }
    };
}
pub(crate) use default_word;

/// An enum of words that also accepts any other words: `Other(String)`.
macro_rules! open_words {
    ($type:ident, { $($variant:ident: $word:literal),+ $(,)? }) => {
        impl $type {
            pub(crate) const WORDS: &'static [(&'static str, $type)] = &[$(($word, $type::$variant)),+];

            /// All variants except `Other`, in the order of the documentation.
            pub const ALL: &'static [$type] = &[$($type::$variant),+];

            /// Whether it has a variant of its own. `false` for `Other`.
            pub fn is_known(&self) -> bool {
                !matches!(self, $type::Other(_))
            }

            /// The variant for this word. Capitals and hyphens are ignored.
            pub(crate) fn known(word: &str) -> Option<&'static Self> {
                let known = Self::WORDS.iter().find(|(known, _)| $crate::document::message::is_word(word, known));
                known.map(|(_, variant)| variant)
            }

            /// The word of the record format, or the other words.
            pub fn as_str(&self) -> &str {
                match self {
                    $($type::$variant => $word,)+
                    $type::Other(words) => words,
                }
            }
        }

        /// The known word, in any capitals and with or without hyphens (`Telegram`, `record group`), or exactly these
        /// other words.
        impl From<&str> for $type {
            fn from(word: &str) -> Self {
                match word {
                    $($word => $type::$variant,)+
                    other => $type::known(other).cloned().unwrap_or_else(|| $type::Other(other.to_owned())),
                }
            }
        }

        impl From<&String> for $type {
            fn from(word: &String) -> Self {
                $type::from(word.as_str())
            }
        }

        impl From<String> for $type {
            fn from(word: String) -> Self {
                $type::from(word.as_str())
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl $crate::document::keys::Value for $type {
            fn read(node: &$crate::document::tree::Node<'_>, faults: &mut $crate::document::fault::Faults) -> Option<Self> {
                $crate::document::values::read_text(node, faults).map(|word| Self::from(&*word))
            }

            fn write(&self) -> $crate::document::tree::Node<'_> {
                $crate::document::tree::Node::text(self.as_str())
            }

            fn check(&mut self, faults: &mut $crate::document::fault::Faults) {
                if let $type::Other(words) = self {
                    words.check(faults);
                    // A program may have put a known word into `Other`.
                    let word = Self::from(words.as_str());
                    *self = word;
                }
            }

            #[cfg(feature = "schema")]
            fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::document::schema::shapes::open_words(Self::WORDS.iter().map(|(word, _)| *word))
            }
        }

        $crate::document::keys::through_the_tree!($type);
    };
}
pub(crate) use open_words;

#[cfg(test)]
mod tests;
