//! Texts as words that can be compared: no capitals, no accents, no punctuation, no plural.

use std::collections::BTreeSet;

use crate::nearest::nearest;

/// Longer questions than this are not looked up; no name is as long.
const LONGEST: usize = 400;

/// Appends the words of a text, each behind a space. Letters and digits are words of their own, so that `13f`, `13(f)` and `13 f`
/// are the same.
pub(super) fn fold(text: &str, into: &mut String) {
    into.reserve(text.len() + text.len() / 4);
    // Of the letter before: nothing after a gap, else whether it was a digit.
    let mut last: Option<bool> = None;
    for letter in text.chars() {
        let digit = match letter {
            'a'..='z' | 'A'..='Z' => false,
            '0'..='9' => true,
            '\u{300}'..='\u{36f}' => continue,
            _ if letter.is_ascii() || !letter.is_alphanumeric() => {
                last = None;
                continue;
            }
            _ => letter.is_numeric(),
        };
        if last != Some(digit) {
            into.push(' ');
        }
        last = Some(digit);
        if letter.is_ascii() {
            into.push(letter.to_ascii_lowercase());
        } else {
            letter.to_lowercase().for_each(|letter| push_plain(letter, into));
        }
    }
}

/// Appends a small letter as it is written without its accent.
fn push_plain(letter: char, into: &mut String) {
    let plain = match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ð' | 'ď' | 'đ' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ř' => "r",
        'ß' => "ss",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'þ' => "th",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        '\u{300}'..='\u{36f}' => "",
        other => return into.push(other),
    };
    into.push_str(plain);
}

/// Whether two folded texts say the same, wherever their gaps lie and whether or not they say `para`.
pub(super) fn same(one: &str, two: &str) -> bool {
    let first = |text: &str| text.as_bytes().get(1).copied();
    // Nearly all differ in the first letter, unless it may be that of `para`.
    let differ = first(one) != first(two) && first(one) != Some(b'p') && first(two) != Some(b'p');
    !differ && letters(one).eq(letters(two))
}

fn letters(folded: &str) -> impl Iterator<Item = u8> {
    let words = folded.split_ascii_whitespace().filter(|word| !matches!(*word, "para" | "paras" | "paragraph" | "paragraphs"));
    words.flat_map(str::bytes)
}

/// Whether a word says nothing by itself. `a` is not among them: it is the letter of a paragraph.
fn is_small(word: &str) -> bool {
    matches!(word, "an" | "and" | "by" | "for" | "in" | "of" | "on" | "the" | "to" | "with")
}

fn initials(folded: &str) -> impl Iterator<Item = u8> {
    let words = folded.split_ascii_whitespace().filter(|word| !is_small(word) && *word != "a");
    words.filter_map(|word| word.bytes().next())
}

pub(super) fn is_number(word: &str) -> bool {
    word.starts_with(char::is_numeric)
}

/// The words that someone asks with, each once, small ones left out.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    /// All of them, folded.
    pub(super) folded: String,
    pub(super) words: Vec<Word>,
}

/// A word that is asked for.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// What the word must begin with, behind a space.
    stem: String,
    /// How the word may end.
    ending: Ending,
    /// Whether it may be the initials of several words.
    initials: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// As it is.
    None,
    /// In whatever way: the word may be the beginning of a longer one.
    Any,
    /// As a plural does, or not.
    Plural,
    /// `y` or `ies`.
    Y,
}

/// How well a word fits a text, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    Whole,
    Beginning,
    Initials,
}

impl Asked {
    /// `None` if there is no word to look for.
    pub(super) fn read(words: &str) -> Option<Self> {
        if words.len() > LONGEST {
            return None;
        }
        let mut folded = String::new();
        fold(words, &mut folded);
        let mut asked: Vec<Word> = Vec::new();
        let all_small = folded.split_ascii_whitespace().all(is_small);
        for word in folded.split_ascii_whitespace().filter(|word| all_small || !is_small(word)) {
            // Who writes capitals may mean an abbreviation.
            let capitals = words.split(|c: char| !c.is_ascii_uppercase()).any(|run| run.eq_ignore_ascii_case(word));
            let word = Word::new(word, capitals);
            if !asked.iter().any(|known| known.stem == word.stem) {
                asked.push(word);
            }
        }
        // The longest is the rarest and says no soonest.
        asked.sort_by_key(|word| std::cmp::Reverse(word.stem.len()));
        // A set of words is a number of 64 bits.
        (!asked.is_empty() && asked.len() <= 64).then_some(Self { folded, words: asked })
    }

    /// The words that are not in a folded text, folded; nothing if that is all of them or none.
    pub(super) fn without(&self, others: &str) -> Option<String> {
        let other = |word: &&str| others.split_ascii_whitespace().any(|other| other == *word);
        let words = self.folded.split_ascii_whitespace();
        if !words.clone().any(|word| other(&word)) {
            return None;
        }
        let rest: String = words.filter(|word| !other(word)).flat_map(|word| [" ", word]).collect();
        Some(rest).filter(|rest| !rest.is_empty())
    }

    /// The set of all words.
    pub(super) fn all(&self) -> u64 {
        u64::MAX >> (64 - self.words.len())
    }

    /// The words that fit a folded text.
    pub(super) fn fitting(&self, folded: &str) -> u64 {
        self.fits(folded).fold(0, |set, (number, _)| set | 1 << number)
    }

    /// Whether every word fits a folded text or is in a set.
    pub(super) fn all_fit(&self, folded: &str, but: u64) -> bool {
        let mut words = self.words.iter().enumerate();
        words.all(|(number, word)| but >> number & 1 == 1 || word.fit(folded).is_some())
    }

    /// The numbers of the words that fit a folded text, and how well they do.
    pub(super) fn fits(&self, folded: &str) -> impl Iterator<Item = (usize, Fit)> {
        self.words.iter().enumerate().filter_map(move |(number, word)| Some((number, word.fit(folded)?)))
    }

    /// Whether every word fits some text.
    pub(super) fn all_stand_in<'a>(&self, texts: &(impl Iterator<Item = &'a str> + Clone)) -> bool {
        self.words.iter().all(|word| texts.clone().any(|text| word.fit(text).is_some()))
    }

    /// The question with every word that no text has read as initials or as the nearest word that some text has.
    pub(super) fn mended<'a>(&self, texts: &(impl Iterator<Item = &'a str> + Clone)) -> Self {
        let mend = |word: &Word| {
            if texts.clone().any(|text| word.fit(text).is_some()) {
                return word.clone();
            }
            let abbreviation = Word { initials: word.may_be_initials(), ..word.clone() };
            if texts.clone().any(|text| abbreviation.fit(text).is_some()) {
                return abbreviation;
            }
            let asked = word.stem.trim_start();
            // People seldom miss the first letter; numbers are not mistyped words.
            let like = |known: &&str| known.bytes().next() == asked.bytes().next() && known.len().abs_diff(asked.len()) <= 2;
            if asked.len() < 4 || word.ending == Ending::None {
                return word.clone();
            }
            let words: BTreeSet<&str> = texts.clone().flat_map(str::split_ascii_whitespace).filter(like).collect();
            let near = nearest(asked, words.into_iter());
            near.map_or_else(|| word.clone(), |near| Word::new(near, false))
        };
        Self { folded: self.folded.clone(), words: self.words.iter().map(mend).collect() }
    }
}

impl Word {
    fn new(word: &str, capitals: bool) -> Self {
        let (stem, ending) = if word.chars().any(char::is_numeric) || word.len() < 3 {
            (word, Ending::None)
        } else if word.len() < 4 {
            (word, Ending::Plural)
        } else if let Some(stem) = word.strip_suffix("ies").or_else(|| word.strip_suffix('y')).filter(|stem| stem.len() > 2) {
            (stem, Ending::Y)
        } else if let Some(stem) =
            ["sses", "xes", "ches", "shes"].iter().find_map(|end| word.ends_with(end).then(|| &word[..word.len() - 2]))
        {
            (stem, Ending::Plural)
        } else if let Some(stem) = word.strip_suffix('s').filter(|stem| !stem.ends_with('s')) {
            (stem, Ending::Plural)
        } else {
            (word, Ending::Any)
        };
        let new = Self { stem: format!(" {stem}"), ending, initials: false };
        Self { initials: capitals && new.may_be_initials(), ..new }
    }

    fn may_be_initials(&self) -> bool {
        let letters = self.stem.trim_start();
        (2..=6).contains(&letters.len()) && letters.bytes().all(|letter| letter.is_ascii_lowercase())
    }

    /// How well the word fits a folded text, if it does.
    fn fit(&self, folded: &str) -> Option<Fit> {
        let mut partly = None;
        for (at, stem) in folded.match_indices(&self.stem) {
            let rest = &folded.as_bytes()[at + stem.len()..];
            let rest = &rest[..rest.iter().position(u8::is_ascii_whitespace).unwrap_or(rest.len())];
            let whole = match self.ending {
                Ending::None => rest.is_empty(),
                Ending::Plural | Ending::Any => matches!(rest, b"" | b"s" | b"es"),
                Ending::Y => matches!(rest, b"y" | b"ies"),
            };
            if whole {
                return Some(Fit::Whole);
            }
            if self.ending == Ending::Any {
                partly = Some(Fit::Beginning);
            }
        }
        partly.or_else(|| (self.initials && self.are_initials(folded)).then_some(Fit::Initials))
    }

    /// Whether the word, written in capitals, is the initials of a whole folded name.
    pub(super) fn abbreviates(&self, name: &str) -> bool {
        self.initials && initials(name).eq(self.stem.trim_start().bytes())
    }

    fn are_initials(&self, folded: &str) -> bool {
        let told = folded
            .split_ascii_whitespace()
            .filter(|word| !matches!(*word, "a" | "and" | "for" | "in" | "of" | "on" | "the" | "to"));
        let initials: Vec<u8> = told.filter_map(|word| word.bytes().next()).collect();
        let wanted = self.stem.trim_start().as_bytes();
        initials.windows(wanted.len()).any(|run| run == wanted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut into = String::new();
        fold(text, &mut into);
        into
    }

    #[test]
    fn the_same_words_are_folded_alike() {
        for text in ["Türkiye", "TURKIYE", "Tu\u{308}rkiye"] {
            assert_eq!(folded(text), " turkiye");
        }
        assert_eq!(folded("Côte d’Ivoire"), folded("cote d'ivoire"));
        assert_eq!(folded("\0!?…"), "");
        for text in ["13f", "13 (f)", "para 13(F)", "paragraph 13 f"] {
            assert!(same(&folded(text), " 13 f"), "{text}");
        }
    }

    #[test]
    fn a_word_fits_its_plural_its_longer_forms_and_what_it_abbreviates() {
        let fit = |word: &str, text: &str| Asked::read(word).unwrap().words[0].fit(&folded(text));
        assert_eq!(fit("norm", "Some norms"), Some(Fit::Whole));
        assert_eq!(fit("norms", "a norm"), Some(Fit::Whole));
        assert_eq!(fit("norms", "normal"), None);
        assert_eq!(fit("vulnerabilities", "one vulnerability"), Some(Fit::Whole));
        assert_eq!(fit("policy", "police"), None);
        assert_eq!(fit("infra", "infrastructure"), Some(Fit::Beginning));
        assert_eq!(fit("IHL", "law: international humanitarian law"), Some(Fit::Initials));
        assert_eq!(fit("CBM", "Measures of confidence"), None);
        assert_eq!(fit("20", "2015"), None);
        let abbreviates = |word: &str, text: &str| Asked::read(word).unwrap().words[0].abbreviates(&folded(text));
        assert!(abbreviates("UK", "United Kingdom") && !abbreviates("uk", "United Kingdom"));
        assert!(!abbreviates("UK", "United Kingdom of Great Britain"));
    }
}
