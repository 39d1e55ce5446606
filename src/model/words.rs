//! Closed word lists: the macro that makes an enum of one, and how a wrong word is answered.

use crate::nearest::nearest;

/// Between what is wrong and how to mend it, in messages that travel through the YAML parser.
pub(crate) const HELP: &str = "\u{1f}";

/// Says that `found` is no word of the list, with the nearest word where one is near.
pub(crate) fn unknown_word(what: &str, found: &str, words: &[&str]) -> String {
    let shown: String = found.chars().take(60).collect();
    let near = nearest(found, words.iter().copied());
    let help = match near {
        Some(word) => format!("did you mean `{word}`?"),
        None => format!("write one of: {}", words.join(", ")),
    };
    format!("`{shown}` is not a known {what}{HELP}{help}")
}

/// Defines an enum whose variants are the kebab-case words of a list.
macro_rules! words {
    (
        $(#[$meta:meta])*
        $name:ident as $what:literal {
            $( $(#[$variant_meta:meta])* $variant:ident = $word:literal, )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $( $(#[$variant_meta])* $variant, )+
        }

        impl $name {
            /// Every word of the list, in the order in which the codebook lists them.
            pub const ALL: &'static [Self] = &[$( Self::$variant, )+];

            /// The word as data files and exports write it.
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $word, )+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Word;
                impl serde::de::Visitor<'_> for Word {
                    type Value = $name;
                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str(concat!("the word of a ", $what))
                    }
                    fn visit_str<E: serde::de::Error>(self, word: &str) -> Result<$name, E> {
                        match word {
                            $( $word => Ok($name::$variant), )+
                            _ => Err(E::custom($crate::model::words::unknown_word($what, word, &[$( $word, )+]))),
                        }
                    }
                }
                deserializer.deserialize_str(Word)
            }
        }
    };
}
pub(crate) use words;
