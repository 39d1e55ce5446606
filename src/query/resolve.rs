//! From the words that people use to the one record that they mean.

use crate::error::LookupError;
use crate::model::Id;
use crate::nearest::nearest;
use crate::node::Node;
use crate::query::search::{Found, Names, Why, called};
use crate::query::words::Asked;
use crate::view::{View, unknown};

impl<'g> View<'g> {
    /// The record that some words name, whether or not the view sees it.
    ///
    /// Tried in this order, and the first that fits one record decides: the id; a title, name, short name, symbol or alias, or the
    /// symbol or short name of a report followed by the place of a norm in it (`A/70/174 para 13 (f)`); the end of an id (`13f`,
    /// `GGE 2015`); in capitals, the initials of a name (`UK`). Capitals, accents, spaces, punctuation and the word `para` do not matter, and the sort of the record may be said
    /// as well (`resolution 73/27`). Takes time in proportion to the number of records, and that of a search if none fits.
    ///
    /// # Errors
    /// [`LookupError::Ambiguous`] if several records fit equally well, or if none does and a search finds several for its best reason;
    /// [`LookupError::Unknown`] else, with the record that was probably meant if there is one.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let graph = NormGraph::embedded();
    /// for words in ["13(f)", "norm f", "A/70/174 para 13 (f)", "gge-2015-13f"] {
    ///     assert_eq!(graph.resolve(words)?.id().as_str(), "gge-2015-13f", "{words}");
    /// }
    /// let several = graph.resolve("OEWG").unwrap_err();
    /// assert!(several.to_string().starts_with("`OEWG` may be `un-oewg-2021` or `un-oewg-2025`"));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn resolve(self, words: &str) -> Result<Node<'g>, LookupError> {
        let words = words.trim();
        if let Some(node) = self.get(words) {
            return Ok(node);
        }
        if let Some(asked) = Asked::read(words) {
            let names: Vec<Names<'g>> = self.nodes().map(Names::of).collect();
            for test in [Names::are, Names::id_ends, Names::are_abbreviated] {
                let fitting: Vec<Node<'g>> = names.iter().filter(|names| test(names, &asked)).map(|names| names.node).collect();
                match fitting[..] {
                    [] => {}
                    [node] => return Ok(node),
                    _ => return Err(among(words, fitting.into_iter())),
                }
            }
        }
        Err(self.near_miss(words))
    }

    /// What is said of words that name nothing: the nearest id, else the nearest name, else what a search finds.
    #[cold]
    fn near_miss(self, words: &str) -> LookupError {
        let found = self.search(words);
        if found.first().is_some_and(|found| found.why != Why::Nearly) {
            return meant(words, &found);
        }
        let error = unknown("record", words, self.graph.ids.iter().map(Id::as_str));
        if !matches!(error, LookupError::Unknown { nearest: None, .. }) {
            return error;
        }
        let names: Vec<(&str, Node<'g>)> =
            self.nodes().flat_map(|node| called(node.entity()).map(move |name| (name, node))).collect();
        let near = nearest(words, names.iter().map(|(name, _)| *name));
        match near.and_then(|near| names.iter().find(|(name, _)| *name == near)) {
            Some((_, node)) => one(words, Some(*node)),
            None => meant(words, &found),
        }
    }
}

fn meant(words: &str, found: &[Found<'_>]) -> LookupError {
    let best = found.iter().take_while(|next| next.why == found[0].why);
    match best.clone().count() {
        0 | 1 => one(words, found.first().map(|only| only.node)),
        _ => among(words, best.map(|found| found.node)),
    }
}

fn one(words: &str, node: Option<Node<'_>>) -> LookupError {
    LookupError::Unknown { wanted: "record", asked: beginning(words), nearest: node.map(|node| node.id().clone()) }
}

fn among<'g>(words: &str, nodes: impl Iterator<Item = Node<'g>>) -> LookupError {
    LookupError::Ambiguous { asked: beginning(words), among: nodes.take(8).map(|node| node.id().clone()).collect() }
}

fn beginning(words: &str) -> String {
    words.chars().take(60).collect()
}
