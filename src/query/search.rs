//! From the words that people use to the records that they may mean, best first.

use std::fmt;

use crate::model::{Entity, Kind};
use crate::node::Node;
use crate::query::words::{Asked, Fit, fold, is_number, same};
use crate::view::View;

/// A record that some words lead to, and why it is among the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Found<'g> {
    /// The record.
    pub node: Node<'g>,
    /// The best reason to list it.
    pub why: Why,
}

/// Why a search finds a record, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Why {
    /// It is called so: its id, title, name, short name, symbol or alias, or, of a norm, the report and the place that state it.
    Called,
    /// Its id ends so.
    IdEnd,
    /// All words are in its names or say what sort of record it is.
    Named,
    /// It is a norm, and what its names lack is in the title or id of one of its themes.
    Themed,
    /// What its names and themes lack is in its text: the statement or note, and the notes of the acts that a report records.
    Told,
    /// No record has all the words; with the words nearest to them this one has.
    Nearly,
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Called => "is called so",
            Self::IdEnd => "its id ends so",
            Self::Named => "in its names",
            Self::Themed => "by its theme",
            Self::Told => "in its text",
            Self::Nearly => "read as nearest words",
        })
    }
}

impl fmt::Display for Found<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let overlay = if self.node.is_overlay() { "overlay; " } else { "" };
        write!(f, "{}  {} ({overlay}{})", self.node, self.node.short(), self.why)
    }
}

/// Everything that a record is called, folded, a line for each name; the first line says what sort of record it is, the second is
/// the id.
pub(super) struct Names<'g> {
    pub(super) node: Node<'g>,
    lines: String,
}

impl<'g> Names<'g> {
    pub(super) fn of(node: Node<'g>) -> Self {
        let mut names = Self { node, lines: String::with_capacity(256) };
        let sort = match node.entity() {
            Entity::Norm(norm) => norm.kind.as_str(),
            Entity::Actor(actor) => actor.kind.as_str(),
            Entity::Forum(forum) => forum.kind.as_str(),
            Entity::Report(report) => report.kind.as_str(),
        };
        fold(node.kind().as_str(), &mut names.lines);
        names.line(&[sort]);
        names.line(&[node.id().as_str()]);
        for name in called(node.entity()) {
            names.line(&[name]);
        }
        if let Entity::Norm(norm) = node.entity()
            && let Some(at) = norm.at.as_ref().filter(|at| at.as_str() != "whole")
            && let Some(Entity::Report(text)) = node.view.get(norm.stated_in.as_str()).map(Node::entity)
        {
            for report in [&text.symbol, &text.short].into_iter().flatten() {
                names.line(&[report, at.as_str()]);
            }
        }
        names
    }

    fn line(&mut self, texts: &[&str]) {
        for text in texts {
            fold(text, &mut self.lines);
        }
        self.lines.push('\n');
    }

    fn sort(&self) -> &str {
        self.lines.lines().next().unwrap_or("")
    }

    fn id(&self) -> &str {
        self.lines.lines().nth(1).unwrap_or("")
    }

    /// Whether the words, with or without those that say what sort of record it is, are one of the names.
    pub(super) fn are(&self, asked: &Asked) -> bool {
        let rest = asked.without(self.sort());
        let mut names = self.lines.lines().skip(1);
        names.any(|name| same(name, &asked.folded) || rest.as_ref().is_some_and(|rest| same(name, rest)))
    }

    /// Whether the words, two or more, are the end of the id; a single one says too little.
    pub(super) fn id_ends(&self, asked: &Asked) -> bool {
        let (id, rest) = (self.id(), asked.without(self.sort()));
        let ends = |words: &str| words.matches(' ').count() > 1 && id.match_indices(' ').any(|(at, _)| same(&id[at..], words));
        ends(&asked.folded) || rest.is_some_and(|rest| ends(&rest))
    }

    /// Whether the one word that is asked for, in capitals, is the initials of a name.
    pub(super) fn are_abbreviated(&self, asked: &Asked) -> bool {
        self.lines.lines().skip(2).any(|name| abbreviated(name, asked))
    }

    /// The words that fit some name, and how close the closest name is.
    fn best(&self, asked: &Asked) -> (u64, Closeness) {
        let sort = self.sort();
        let (mut set, mut best) = (asked.fitting(sort), Closeness::default());
        // Most records have none of the words: one look at all names in one.
        if asked.fitting(&self.lines) == 0 {
            return (set, best);
        }
        for name in self.lines.lines().skip(1) {
            let mut close = Closeness { lacks: asked.words.len(), ..Closeness::default() };
            for (number, fit) in asked.fits(name) {
                set |= 1 << number;
                close.lacks -= 1;
                close.partly += usize::from(fit != Fit::Whole);
            }
            if abbreviated(name, asked) {
                close = Closeness { lacks: 0, ..Closeness::default() };
            } else if close.lacks <= best.lacks {
                for word in name.split_ascii_whitespace() {
                    let of_many = is_number(word) || sort.split_ascii_whitespace().any(|sort| sort == word);
                    *if of_many { &mut close.numbers } else { &mut close.words } += 1;
                }
            }
            best = best.min(close);
        }
        (set, best)
    }
}

fn abbreviated(name: &str, asked: &Asked) -> bool {
    matches!(&asked.words[..], [only] if only.abbreviates(name))
}

/// How far a name is from the words, nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Closeness {
    /// How many words it lacks.
    lacks: usize,
    /// How many it has only as the beginning of a longer word or as initials.
    partly: usize,
    /// How many words it has.
    words: usize,
    /// How many numbers it has, and words that say what sort of record it is. They count last, for they say which of many it is: who
    /// asks without them asks for all of them.
    numbers: usize,
}

impl Default for Closeness {
    fn default() -> Self {
        Self { lacks: usize::MAX, partly: 0, words: 0, numbers: 0 }
    }
}

impl<'g> View<'g> {
    /// The records that some words may mean, best first.
    ///
    /// In the order of [`Why`]: what is called so, what has an id that ends so, what has all words in its names, then in its names and
    /// themes, then in its text as well. Among those found for the same reason the closest name comes first, then forums, reports,
    /// actors and norms, then the order of the data files. If nothing is found, a word that no name has is read as initials or as the
    /// word of a name that is nearest to it (`sovereingty`).
    ///
    /// Capitals, accents, punctuation, plurals and small words (`of`, `the`) do not matter; a word of four letters or more may be the
    /// beginning of a longer one; a word in capitals may stand for initials (`IHL`). A question without a letter or digit, or of more than 400 bytes or 64
    /// words, finds nothing. Takes time in proportion to the text of all records.
    ///
    /// ```
    /// use cybernorms::{NormGraph, Why};
    /// let graph = NormGraph::embedded();
    /// let found = graph.search("public core");
    /// assert_eq!((found[0].node.id().as_str(), found[0].why), ("gcsc-public-core", Why::Called));
    /// assert!(found.iter().any(|found| found.why == Why::Themed), "and what the theme holds under other names");
    /// assert_eq!(graph.search("Turkiye")[0].node.id().as_str(), "tur");
    /// assert_eq!(graph.search("sovereingty")[0].why, Why::Nearly);
    /// ```
    pub fn search(self, words: &str) -> Vec<Found<'g>> {
        let Some(asked) = Asked::read(words) else { return Vec::new() };
        let names: Vec<Names<'g>> = self.nodes().filter(|node| self.sees(*node)).map(Names::of).collect();
        let themes: Vec<String> = self.graph.themes.iter().map(|(id, theme)| folded(&[id.as_str(), &theme.title])).collect();
        let texts: Vec<String> = names.iter().map(|names| told(names.node.entity())).collect();
        let known = names.iter().flat_map(|names| names.lines.lines()).chain(themes.iter().map(String::as_str));
        // A word that stands nowhere is soon found out.
        if asked.all_stand_in(&known.clone().chain(texts.iter().map(String::as_str))) {
            let found = ranked(&names, &texts, &themes, &asked);
            if !found.is_empty() {
                return found;
            }
        }
        let mended = ranked(&names, &texts, &themes, &asked.mended(&known));
        mended.into_iter().map(|found| Found { why: Why::Nearly, ..found }).collect()
    }

    /// Every record, seen or not.
    pub(super) fn nodes(self) -> impl Iterator<Item = Node<'g>> {
        self.graph.graph.node_indices().map(move |index| self.node(index))
    }
}

fn ranked<'g>(names: &[Names<'g>], texts: &[String], themes: &[String], asked: &Asked) -> Vec<Found<'g>> {
    let by_theme: Vec<u64> = themes.iter().map(|theme| asked.fitting(theme)).collect();
    let mut found: Vec<(Found<'g>, Closeness)> = Vec::new();
    for (names, text) in names.iter().zip(texts) {
        let node = names.node;
        let (in_names, closeness) = names.best(asked);
        let why = if names.are(asked) {
            Why::Called
        } else if names.id_ends(asked) {
            Why::IdEnd
        } else if in_names == asked.all() {
            Why::Named
        } else {
            let in_themes = in_names | themes_of(node).fold(0, |set, theme| set | by_theme[theme]);
            if in_themes == asked.all() {
                Why::Themed
            } else if asked.all_fit(text, in_themes) {
                Why::Told
            } else {
                continue;
            }
        };
        found.push((Found { node, why }, closeness));
    }
    // A stable sort: equals stay in the order of the data files.
    let place = |kind| [Kind::Forum, Kind::Report, Kind::Actor, Kind::Norm].iter().position(|known| *known == kind);
    found.sort_by_key(|(found, closeness)| (found.why, *closeness, place(found.node.kind())));
    found.into_iter().map(|(found, _)| found).collect()
}

fn themes_of(node: Node<'_>) -> impl Iterator<Item = usize> {
    let themes = match node.entity() {
        Entity::Norm(norm) => norm.themes.as_slice(),
        _ => &[],
    };
    themes.iter().filter_map(move |theme| node.view.graph.themes.get_index_of(theme))
}

/// Everything that a record is called by its own fields.
pub(super) fn called(entity: &Entity) -> impl Iterator<Item = &str> {
    let symbol = match entity {
        Entity::Report(report) => report.symbol.as_deref(),
        _ => None,
    };
    let short = Some(entity.short()).filter(|short| *short != entity.title() && Some(*short) != symbol);
    [entity.title()].into_iter().chain(short).chain(symbol).chain(entity.aliases().iter().map(String::as_str))
}

/// What a record tells beside its names, folded.
fn told(entity: &Entity) -> String {
    let mut into = String::new();
    let (statement, note) = match entity {
        Entity::Norm(norm) => (Some(norm.statement.as_str()), norm.note.as_deref()),
        Entity::Actor(actor) => (None, actor.note.as_deref()),
        Entity::Forum(forum) => (None, forum.note.as_deref()),
        Entity::Report(report) => {
            let notes = report.acts.iter().flat_map(|claim| [claim.note.as_deref(), claim.change.as_deref()]);
            notes.flatten().for_each(|note| fold(note, &mut into));
            (None, report.note.as_deref())
        }
    };
    statement.into_iter().chain(note).for_each(|told| fold(told, &mut into));
    into
}

fn folded(texts: &[&str]) -> String {
    let mut into = String::new();
    for text in texts {
        fold(text, &mut into);
    }
    into
}
