//! Where a value of a parsed file stands in its text.
//!
//! Records are plain structs without positions. When a rule finds a fault it names a path into the YAML; the text is then read
//! once more by a seed that walks that path and fails at its end on purpose, and the parser says where it was. Nothing is paid
//! while data is sound.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// One step into a YAML file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    /// The value of a key, and of which one if the key is repeated, from 0.
    Key(Box<str>, usize),
    /// The key itself, and which one if it is repeated, from 0.
    Name(Box<str>, usize),
    /// An item of a list; a lone value counts as a list of one.
    Item(usize),
}

/// Line and column, from 1, of what stands at the end of the path, or of the deepest part of it that can be found.
pub(crate) fn locate(text: &str, path: &[Step]) -> (usize, usize) {
    for end in (1..=path.len()).rev() {
        let walk = Walk { path: &path[..end] };
        let found = walk.deserialize(serde_yaml::Deserializer::from_str(text));
        if let Err(error) = found
            && let Some(place) = error.location()
            && error.to_string().contains(ARRIVED)
        {
            return (place.line(), place.column());
        }
    }
    (1, 1)
}

/// The message of the deliberate failure.
const ARRIVED: &str = "\u{1e}arrived";

#[derive(Clone, Copy)]
struct Walk<'p> {
    path: &'p [Step],
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(ARRIVED)
    }

    // A scalar is an end whether or not the path is: `Item(0)` of a lone value is the value.
    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        self.scalar()
    }
    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        self.scalar()
    }
    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        self.scalar()
    }
    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        self.scalar()
    }
    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        self.scalar()
    }
    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.scalar()
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let Some((Step::Item(wanted), rest)) = self.path.split_first() else {
            return Err(A::Error::custom(ARRIVED));
        };
        for _ in 0..*wanted {
            if seq.next_element::<IgnoredAny>()?.is_none() {
                return Ok(());
            }
        }
        seq.next_element_seed(Walk { path: rest })?;
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Some((step, rest)) = self.path.split_first() else {
            return Err(A::Error::custom(ARRIVED));
        };
        let mut seen = 0;
        while let Some(here) = map.next_key_seed(Key { step, seen: &mut seen })? {
            if here {
                map.next_value_seed(Walk { path: rest })?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

impl Walk<'_> {
    fn scalar<E: Error>(self) -> Result<(), E> {
        match self.path {
            [] | [Step::Item(0)] => Err(E::custom(ARRIVED)),
            _ => Ok(()),
        }
    }
}

/// Reads a key; says whether the walk goes on behind it, and stops at it if it is the end itself.
struct Key<'p, 's> {
    step: &'p Step,
    seen: &'s mut usize,
}

impl<'de> DeserializeSeed<'de> for Key<'_, '_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_, '_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<bool, E> {
        match self.step {
            Step::Key(wanted, nth) | Step::Name(wanted, nth) if **wanted == *key => {
                let here = *self.seen == *nth;
                *self.seen += 1;
                match self.step {
                    Step::Name(..) if here => Err(E::custom(ARRIVED)),
                    _ => Ok(here),
                }
            }
            _ => Ok(false),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_leads_to_its_line_and_column() {
        let text = "a:\n  title: x\nb:\n  acts:\n    - {verb: adopts, object: [c, d]}\n    - verb: welcomes\n      object: e\na:\n  title: y\n";
        let key = |name: &str| Step::Key(name.into(), 0);
        let object = |act, item| vec![key("b"), key("acts"), Step::Item(act), key("object"), Step::Item(item)];
        assert_eq!(locate(text, &object(0, 1)), (5, 34));
        assert_eq!(locate(text, &object(1, 0)), (7, 15));
        assert_eq!(locate(text, &[Step::Name("a".into(), 1)]), (8, 1));
        assert_eq!(locate(text, &[key("b"), key("title")]), (4, 3), "what is not there is reported where it is missing");
    }
}
