//! Positions compared: everyone's stance on every norm, worked out once, and what it says of two actors, of a bloc, of two blocs.

use std::cmp::Reverse;
use std::fmt;

use petgraph::graph::NodeIndex;

use crate::derive::Told;
use crate::model::{Kind, Norm};
use crate::node::{Node, Ref};
use crate::position::{Position, Positions, Weight};
use crate::set::NodeSet;
use crate::stance::Side;

/// The positions of some actors on some norms, worked out once; the answer of [`Positions::matrix`].
///
/// The norms are the scope of every comparison. A cell without record is empty: nobody is taken to agree by silence.
#[derive(Debug, Clone)]
pub struct Matrix<'g> {
    positions: Positions<'g>,
    actors: Vec<NodeIndex>,
    norms: Vec<NodeIndex>,
    /// For each node, its row, or [`NONE`].
    rows: Vec<u32>,
    /// For each node, its column, or [`NONE`].
    columns: Vec<u32>,
    /// Row by row, one for each norm.
    cells: Vec<Option<Told>>,
    /// For each row and side, one bit for each norm.
    sides: Vec<u64>,
}

const NONE: u32 = u32::MAX;

/// On how many norms two sides stand on the same side, and on how many on opposite ones; of a norm on which one of them takes no side
/// nothing is said.
///
/// For two actors a norm counts once; for blocs once for each pair of members.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Agreement {
    /// Both for or both against.
    pub same: usize,
    /// One for, one against.
    pub opposed: usize,
}

impl<'g> Positions<'g> {
    /// The positions of all actors of a set on all norms of another; records of other kinds in the sets are passed over.
    ///
    /// Takes time in proportion to the acts on those norms and on the texts that state them, about 10 ms for all states and all norms
    /// of the shipped data; every comparison is then a matter of nanoseconds.
    ///
    /// ```
    /// use cybernorms::{NodeSet, NormGraph};
    /// let graph = NormGraph::embedded();
    /// let norms: NodeSet = graph.report("a-70-174")?.norms().collect();
    /// let states: NodeSet = graph.actors().filter(|actor| actor.code.is_some()).collect();
    /// let matrix = graph.positions().matrix(&states, &norms);
    /// let position = matrix.get(graph.actor("nld")?, graph.norm("gge-2015-13f")?).unwrap();
    /// assert!(position.proof().count() > 0, "every cell can prove itself");
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn matrix(self, actors: &NodeSet<'_>, norms: &NodeSet<'_>) -> Matrix<'g> {
        let nodes = self.view.graph.graph.node_count();
        let own = |set: &NodeSet<'_>| -> NodeSet<'g> {
            set.iter()
                .filter(|node| self.knows(*node) && self.view.shows(node.index))
                .map(|node| self.view.node(node.index))
                .collect()
        };
        let norms: Vec<NodeIndex> = own(norms).of_kind::<Norm>().map(|norm| norm.node).collect();
        let actors: Vec<NodeIndex> =
            own(actors).iter().filter(|node| matches!(node.kind(), Kind::Actor | Kind::Forum)).map(|node| node.index).collect();
        let numbered = |list: &[NodeIndex]| {
            let mut places = vec![NONE; nodes];
            for (place, node) in (0u32..).zip(list) {
                places[node.index()] = place;
            }
            places
        };
        let (rows, columns) = (numbered(&actors), numbered(&norms));
        let words = norms.len().div_ceil(64);
        let mut cells: Vec<Option<Told>> = vec![None; actors.len() * norms.len()];
        let mut sides = vec![0; actors.len() * 2 * words];
        let mut best: Vec<Option<(Weight, Told)>> = vec![None; actors.len()];
        for (column, norm) in norms.iter().enumerate() {
            self.tell(*norm, |told| {
                let row = rows[told.actor.index()];
                if row != NONE {
                    let weight = self.weight(&told);
                    let held = &mut best[row as usize];
                    if held.is_none_or(|(other, _)| weight >= other) {
                        *held = Some((weight, told));
                    }
                }
            });
            for (row, held) in best.iter_mut().enumerate() {
                let Some((_, told)) = held.take() else { continue };
                cells[row * norms.len() + column] = Some(told);
                if let Some(side) = told.stance.side() {
                    sides[(row * 2 + side as usize) * words + column / 64] |= 1 << (column % 64);
                }
            }
        }
        Matrix { positions: self, actors, norms, rows, columns, cells, sides }
    }
}

impl<'g> Matrix<'g> {
    /// The actors, a row each, in the order of the data files.
    pub fn actors(&self) -> impl ExactSizeIterator<Item = Node<'g>> {
        let view = self.positions.view;
        self.actors.iter().map(move |actor| view.node(*actor))
    }

    /// The norms, a column each, in the order of the data files.
    pub fn norms(&self) -> impl ExactSizeIterator<Item = Ref<'g, Norm>> {
        let view = self.positions.view;
        self.norms.iter().map(move |norm| match view.node(*norm).cast() {
            Some(norm) => norm,
            None => unreachable!("only norms were taken for columns"),
        })
    }

    /// The position in a cell; nothing if there is no record, or if one of the two is not in the matrix.
    pub fn get<'n>(&self, actor: impl Into<Node<'n>>, norm: Ref<'n, Norm>) -> Option<Position<'g>> {
        let (actor, norm) = (self.row(actor.into())?, self.place(&self.columns, norm.node())?);
        let told = self.cells[actor * self.norms.len() + norm]?;
        let norm = self.positions.view.node(self.norms[norm]).cast()?;
        Some(self.positions.position(norm, told))
    }

    /// On how many norms two actors agree and disagree. Takes a few operations for each 64 norms.
    ///
    /// ```
    /// use cybernorms::{NodeSet, NormGraph};
    /// let graph = NormGraph::embedded();
    /// let (norms, actors): (NodeSet, NodeSet) = (graph.norms().collect(), graph.actors().collect());
    /// let matrix = graph.positions().direct().matrix(&actors, &norms);
    /// let agreement = matrix.agreement(graph.actor("nld")?, graph.actor("est")?);
    /// assert!(agreement.items() > 5 && agreement.share().unwrap() > 0.9, "{agreement}");
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn agreement<'n>(&self, one: impl Into<Node<'n>>, other: impl Into<Node<'n>>) -> Agreement {
        match (self.row(one.into()), self.row(other.into())) {
            (Some(one), Some(other)) => self.compared(one, other),
            _ => Agreement::default(),
        }
    }

    /// The actors that agree most with one, each with the agreement; only those with which at least `items` norms can be compared.
    ///
    /// By share, then by number of norms, then in the order of the data files.
    ///
    /// ```
    /// use cybernorms::{NodeSet, NormGraph};
    /// let graph = NormGraph::embedded();
    /// let (norms, states): (NodeSet, NodeSet) = (graph.norms().collect(), graph.actors().filter(|actor| actor.code.is_some()).collect());
    /// let matrix = graph.positions().direct().matrix(&states, &norms);
    /// let nearest = matrix.nearest(graph.actor("nld")?, 8);
    /// assert!(nearest.windows(2).all(|pair| pair[0].1.share() >= pair[1].1.share()));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn nearest<'n>(&self, actor: impl Into<Node<'n>>, items: usize) -> Vec<(Node<'g>, Agreement)> {
        let Some(row) = self.row(actor.into()) else { return Vec::new() };
        let view = self.positions.view;
        let others = (0..self.actors.len()).filter(|other| *other != row);
        let compared = others.map(|other| (view.node(self.actors[other]), self.compared(row, other)));
        let mut nearest: Vec<_> = compared.filter(|(_, agreement)| agreement.items() >= items.max(1)).collect();
        // Shares are compared as fractions, so that equal ones are equal.
        nearest.sort_by(|(_, a), (_, b)| {
            let by_share = (b.same * a.items()).cmp(&(a.same * b.items()));
            by_share.then_with(|| Reverse(a.items()).cmp(&Reverse(b.items())))
        });
        nearest
    }

    /// How far the members of two blocs agree, pair by pair; one bloc with itself is how united it is. Nobody is compared with itself.
    ///
    /// ```
    /// use cybernorms::{NodeSet, NormGraph};
    /// let graph = NormGraph::embedded();
    /// let (norms, states): (NodeSet, NodeSet) = (graph.norms().collect(), graph.actors().filter(|actor| actor.code.is_some()).collect());
    /// let matrix = graph.positions().direct().matrix(&states, &norms);
    /// let eu = graph.forum("eu")?.members("2024".parse()?).map(|act| act.subject()).collect();
    /// let sco = graph.forum("sco")?.members("2024".parse()?).map(|act| act.subject()).collect();
    /// assert!(matrix.between(&eu, &eu).share() > matrix.between(&eu, &sco).share());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn between(&self, one: &NodeSet<'_>, other: &NodeSet<'_>) -> Agreement {
        let rows = |set: &NodeSet<'_>| {
            let mut rows = vec![false; self.actors.len()];
            set.iter().filter_map(|node| self.row(node)).for_each(|row| rows[row] = true);
            rows
        };
        let (one, other) = (rows(one), rows(other));
        let mut sum = Agreement::default();
        for a in (0..self.actors.len()).filter(|a| one[*a] || other[*a]) {
            // Each pair once, whichever of the two is in which bloc.
            for b in (a + 1..self.actors.len()).filter(|b| one[a] && other[*b] || other[a] && one[*b]) {
                let pair = self.compared(a, b);
                sum = Agreement { same: sum.same + pair.same, opposed: sum.opposed + pair.opposed };
            }
        }
        sum
    }

    fn compared(&self, one: usize, other: usize) -> Agreement {
        let bits = |row: usize, side: Side| {
            let words = self.norms.len().div_ceil(64);
            let start = (row * 2 + side as usize) * words;
            &self.sides[start..start + words]
        };
        let both = |a: &[u64], b: &[u64]| -> usize { a.iter().zip(b).map(|(a, b)| (a & b).count_ones() as usize).sum() };
        let (pro, contra) = (bits(one, Side::For), bits(one, Side::Against));
        let (other_pro, other_contra) = (bits(other, Side::For), bits(other, Side::Against));
        Agreement {
            same: both(pro, other_pro) + both(contra, other_contra),
            opposed: both(pro, other_contra) + both(contra, other_pro),
        }
    }

    fn row(&self, actor: Node<'_>) -> Option<usize> {
        self.place(&self.rows, actor)
    }

    fn place(&self, places: &[u32], node: Node<'_>) -> Option<usize> {
        let same = std::ptr::eq(node.view.graph, self.positions.view.graph);
        (same && places[node.index.index()] != NONE).then(|| places[node.index.index()] as usize)
    }
}

impl Agreement {
    /// On how many norms, or pairs on norms, it rests.
    pub const fn items(self) -> usize {
        self.same + self.opposed
    }

    /// The share on which they agree, from 0 to 1; nothing if there is nothing to compare.
    #[allow(clippy::cast_precision_loss, reason = "counts are far below the precision of f64")]
    pub fn share(self) -> Option<f64> {
        (self.items() > 0).then(|| self.same as f64 / self.items() as f64)
    }
}

impl fmt::Display for Agreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.share() {
            // What is not all is not told as all.
            Some(_) if self.opposed == 0 => write!(f, "{} of {} (100 %)", self.same, self.items()),
            Some(share) => write!(f, "{} of {} ({:.1} %)", self.same, self.items(), (share * 100.0).min(99.9)),
            None => f.write_str("nothing to compare"),
        }
    }
}
