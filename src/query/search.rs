//! From the words that people use to the record they mean.

use crate::error::LookupError;
use crate::model::{Entity, Id};
use crate::nearest::nearest;
use crate::node::Node;
use crate::view::{View, unknown};

impl<'g> View<'g> {
    /// The record that some words name.
    ///
    /// Tried in this order, and the first that fits one record decides: the id; a title, name, short name, symbol or alias; the
    /// symbol of a report followed by the place of a norm in it (`A/70/174 para 13 (f)`); the end of an id (`13f`). Capitals,
    /// spaces and punctuation do not matter. Takes time in proportion to the number of records.
    ///
    /// # Errors
    /// [`LookupError::Ambiguous`] if several records fit equally well, [`LookupError::Unknown`] if none does.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let graph = NormGraph::embedded();
    /// for words in ["13(f)", "norm f", "A/70/174 para 13 (f)", "gge-2015-13f"] {
    ///     assert_eq!(graph.resolve(words)?.id().as_str(), "gge-2015-13f", "{words}");
    /// }
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn resolve(self, words: &str) -> Result<Node<'g>, LookupError> {
        if let Some(node) = self.get(words.trim()) {
            return Ok(node);
        }
        let asked = folded(words);
        let tests: [&dyn Fn(Node<'g>) -> bool; 3] = [
            &|node| names(node.entity()).any(|name| folded(name) == asked),
            &|node| self.pinpoint(node).is_some_and(|place| place == asked),
            &|node| asked.len() >= 2 && node.id().as_str().rsplit_once('-').is_some_and(|(_, end)| end == asked),
        ];
        for test in tests {
            if asked.is_empty() {
                break;
            }
            let fitting: Vec<Node<'g>> = self.nodes().filter(|node| test(*node)).take(9).collect();
            match fitting[..] {
                [] => {}
                [node] => return Ok(node),
                _ => {
                    let among = fitting.iter().take(8).map(|node| node.id().clone()).collect();
                    return Err(LookupError::Ambiguous { asked: words.chars().take(60).collect(), among });
                }
            }
        }
        let mut error = unknown("record", words.trim(), self.graph.ids.iter().map(Id::as_str));
        if let LookupError::Unknown { nearest: meant @ None, .. } = &mut error {
            let called: Vec<(&str, Node<'g>)> =
                self.nodes().flat_map(|node| names(node.entity()).map(move |name| (name, node))).collect();
            let near = nearest(words.trim(), called.iter().map(|(name, _)| *name));
            let node = near.and_then(|near| called.iter().find(|(name, _)| *name == near));
            *meant = node.map(|(_, node)| node.id().clone());
        }
        Err(error)
    }

    /// The records that hold every word, best first: those that have them in a name before those that have them in the text.
    ///
    /// Words are compared without regard to capitals and may be the beginning of a longer word. Takes time in proportion to the
    /// text of all records.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let found = NormGraph::embedded().search("public core");
    /// assert!(found.iter().take(10).any(|node| node.id().as_str() == "gcsc-public-core"));
    /// ```
    pub fn search(self, words: &str) -> Vec<Node<'g>> {
        let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
        if words.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(usize, Node<'g>)> = Vec::new();
        for node in self.nodes().filter(|node| self.sees(*node)) {
            let named: String =
                names(node.entity()).chain([node.id().as_str()]).flat_map(|name| [name, " "]).collect::<String>().to_lowercase();
            let told = text(node.entity()).to_lowercase();
            let in_name = words.iter().filter(|word| has_word(&named, word)).count();
            if words.iter().all(|word| has_word(&named, word) || has_word(&told, word)) {
                found.push((words.len() - in_name, node));
            }
        }
        // A stable sort: equals stay in the order of the data files.
        found.sort_by_key(|(missing, _)| *missing);
        found.into_iter().map(|(_, node)| node).collect()
    }

    fn nodes(self) -> impl Iterator<Item = Node<'g>> {
        self.graph.graph.node_indices().map(move |index| self.node(index))
    }

    /// The symbol and place of a norm, folded.
    fn pinpoint(self, node: Node<'g>) -> Option<String> {
        let Entity::Norm(norm) = node.entity() else { return None };
        let report = self.report(norm.stated_in.as_str()).ok()?;
        Some(folded(report.record().symbol.as_deref()?) + &folded(norm.at.as_ref()?.as_str()))
    }
}

/// Everything that a record is called.
fn names(entity: &Entity) -> impl Iterator<Item = &str> {
    let symbol = match entity {
        Entity::Report(report) => report.symbol.as_deref(),
        _ => None,
    };
    [entity.title(), entity.short()].into_iter().chain(symbol).chain(entity.aliases().iter().map(String::as_str))
}

fn text(entity: &Entity) -> &str {
    match entity {
        Entity::Norm(norm) => &norm.statement,
        Entity::Actor(actor) => actor.note.as_deref().unwrap_or(""),
        Entity::Forum(forum) => forum.note.as_deref().unwrap_or(""),
        Entity::Report(report) => report.note.as_deref().unwrap_or(""),
    }
}

/// Letters and digits only, in lower case.
fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a word, or a longer word that begins with it, stands in a text.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| !text[..at].chars().next_back().is_some_and(char::is_alphanumeric))
}
