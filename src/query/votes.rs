//! Roll calls compared: who votes like whom.

use std::fmt;

use petgraph::graph::NodeIndex;

use crate::model::{Report, Verb};
use crate::node::{Node, Ref};
use crate::set::NodeSet;
use crate::view::View;

/// The recorded votes of a view, one row for each voter; the answer of [`View::roll_calls`].
#[derive(Debug, Clone)]
pub struct RollCalls<'g> {
    view: View<'g>,
    texts: Vec<NodeIndex>,
    voters: Vec<NodeIndex>,
    /// For each node, its row, or the number of rows.
    rows: Vec<usize>,
    /// Row by row, one for each text.
    votes: Vec<Vote>,
}

/// How a voter voted on a text, on the scale of the literature: abstention lies between yes and no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Vote {
    Yes,
    Abstain,
    No,
    /// Absent, or not a member: says nothing.
    None,
}

/// How alike two voters vote, over the roll calls on which both said yes, no or abstain.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct VoteSimilarity {
    /// On how many roll calls it rests.
    pub votes: usize,
    /// The share of equal votes, from 0 to 1.
    pub agree: f64,
    /// Cohen's kappa: agreement beyond what the two records would give by chance; 1 is full agreement, 0 is chance. Nothing where both
    /// always vote alike in one way, so that chance explains all (Cohen 1960).
    pub kappa: Option<f64>,
    /// The S of Signorino and Ritter (1999) with equal weights: 1 is full agreement, -1 yes against no throughout; an abstention lies
    /// half-way.
    pub s: f64,
}

impl<'g> View<'g> {
    /// The recorded votes whose roll call is on record.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let graph = NormGraph::embedded();
    /// let votes = graph.now().roll_calls();
    /// let alike = votes.similarity(graph.actor("nld")?, graph.actor("deu")?).unwrap();
    /// let apart = votes.similarity(graph.actor("nld")?, graph.actor("rus")?).unwrap();
    /// assert!(alike.votes > 10 && alike.agree > apart.agree && alike.s > apart.s);
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn roll_calls(self) -> RollCalls<'g> {
        let cast = |verb| match verb {
            Verb::VotesYes => Some(Vote::Yes),
            Verb::Abstains => Some(Vote::Abstain),
            Verb::VotesNo => Some(Vote::No),
            _ => None,
        };
        let texts: Vec<NodeIndex> = self.reports().filter(|report| report.vote.is_some()).map(|report| report.node).collect();
        let acts = |text: NodeIndex| {
            let votes = self.incident(text).map(move |edge| self.act(edge)).filter(move |act| act.ends().1 == text);
            votes.filter_map(move |act| Some((act.ends().0, cast(act.verb)?)))
        };
        let voters = texts.iter().flat_map(|text| acts(*text)).map(|(voter, _)| self.node(voter));
        let voters: Vec<NodeIndex> = voters.collect::<NodeSet<'g>>().iter().map(|voter| voter.index).collect();
        let mut rows = vec![voters.len(); self.graph.graph.node_count()];
        for (row, voter) in voters.iter().enumerate() {
            rows[voter.index()] = row;
        }
        let mut table = vec![Vote::None; voters.len() * texts.len()];
        for (column, text) in texts.iter().enumerate() {
            for (voter, vote) in acts(*text) {
                table[rows[voter.index()] * texts.len() + column] = vote;
            }
        }
        RollCalls { view: self, texts, voters, rows, votes: table }
    }
}

impl<'g> RollCalls<'g> {
    /// The texts that were voted on, in the order of the data files.
    pub fn texts(&self) -> impl ExactSizeIterator<Item = Ref<'g, Report>> {
        let view = self.view;
        self.texts.iter().map(move |text| match view.node(*text).cast() {
            Some(report) => report,
            None => unreachable!("only reports were taken"),
        })
    }

    /// Those who voted at least once, in the order of the data files.
    pub fn voters(&self) -> impl ExactSizeIterator<Item = Node<'g>> {
        let view = self.view;
        self.voters.iter().map(move |voter| view.node(*voter))
    }

    /// How alike two voters vote; nothing if there is no roll call on which both said something.
    #[allow(clippy::cast_precision_loss, reason = "counts are far below the precision of f64")]
    pub fn similarity<'n>(&self, one: impl Into<Node<'n>>, other: impl Into<Node<'n>>) -> Option<VoteSimilarity> {
        let (one, other) = (self.row(one.into())?, self.row(other.into())?);
        let mut table = [[0usize; 3]; 3];
        for (a, b) in one.iter().zip(other).filter(|(a, b)| **a != Vote::None && **b != Vote::None) {
            table[*a as usize][*b as usize] += 1;
        }
        let of = |a: usize, b: usize| table[a][b];
        let votes: usize = table.iter().flatten().sum();
        if votes == 0 {
            return None;
        }
        let all = votes as f64;
        let equal = of(0, 0) + of(1, 1) + of(2, 2);
        let distance = of(0, 1) + of(1, 0) + of(1, 2) + of(2, 1) + 2 * (of(0, 2) + of(2, 0));
        let chance: usize =
            (0..3).map(|vote| (0..3).map(|b| of(vote, b)).sum::<usize>() * (0..3).map(|a| of(a, vote)).sum::<usize>()).sum();
        let kappa = (chance < votes * votes).then(|| {
            let expected = chance as f64 / (all * all);
            (equal as f64 / all - expected) / (1.0 - expected)
        });
        Some(VoteSimilarity { votes, agree: equal as f64 / all, kappa, s: 1.0 - distance as f64 / all })
    }

    fn row(&self, voter: Node<'_>) -> Option<&[Vote]> {
        let row = *self.rows.get(voter.index.index())?;
        let same = std::ptr::eq(voter.view.graph, self.view.graph);
        (same && row < self.voters.len()).then(|| &self.votes[row * self.texts.len()..(row + 1) * self.texts.len()])
    }
}

impl fmt::Display for VoteSimilarity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.0} % of {} votes alike, ", self.agree * 100.0, self.votes)?;
        match self.kappa {
            Some(kappa) => write!(f, "kappa {kappa:.2}, ")?,
            None => f.write_str("kappa undefined, ")?,
        }
        write!(f, "S {:.2}", self.s)
    }
}
