//! Graphviz: pictures of a trace, a lineage, a set of norms by forum, the positions of an actor.

mod lineage;
mod matrix;
mod positions;
mod trace;
mod write;

use std::fmt;

use crate::model::{Actor, Norm};
use crate::node::{Record, Ref};

/// A picture in Graphviz's DOT language, ready for `dot -Tsvg`.
///
/// Every picture has a title, a legend and, on each act, a tooltip with its source; families of acts differ in colour, line and
/// arrowhead, so it can be read in grey. Equal data gives equal bytes, and no text can break out of its label.
///
/// ```
/// use cybernorms::{Dot, NormGraph};
/// let norm = NormGraph::embedded().norm("gcsc-public-core")?;
/// let picture = Dot::trace(norm).to_string();
/// assert!(picture.starts_with("digraph") && picture.contains("EU Cybersecurity Act"));
/// # Ok::<(), cybernorms::LookupError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Dot<'g> {
    picture: Picture<'g>,
    overlay: bool,
}

#[derive(Clone, Debug)]
enum Picture<'g> {
    Trace(Ref<'g, Norm>),
    Lineage(Ref<'g, Norm>),
    Matrix(Vec<Ref<'g, Norm>>),
    Positions(Ref<'g, Actor>),
}

impl<'g> Dot<'g> {
    /// The trace of a norm as a timeline: a column per year, a lane per forum whose texts record the acts.
    pub fn trace(norm: Ref<'g, Norm>) -> Self {
        Self { picture: Picture::Trace(norm), overlay: false }
    }

    /// Where the wording of a norm comes from and where it went, from left to right.
    pub fn lineage(norm: Ref<'g, Norm>) -> Self {
        Self { picture: Picture::Lineage(norm), overlay: false }
    }

    /// Norms by the forums that took them up or disputed them; each cell shows the strongest act.
    pub fn matrix(norms: impl IntoIterator<Item = Ref<'g, Norm>>) -> Self {
        Self { picture: Picture::Matrix(norms.into_iter().collect()), overlay: false }
    }

    /// What an actor put forward, backed and disputed.
    pub fn positions(actor: Ref<'g, Actor>) -> Self {
        Self { picture: Picture::Positions(actor), overlay: false }
    }

    /// The same picture with what an overlay adds, which is left out otherwise; tooltips mark it.
    #[must_use]
    pub fn with_overlay(self) -> Self {
        Self { overlay: true, ..self }
    }

    fn shown<R: Record>(&self, record: Ref<'g, R>) -> Ref<'g, R> {
        if self.overlay { record } else { record.within(record.view().published()) }
    }
}

impl fmt::Display for Dot<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.picture {
            Picture::Trace(norm) => trace::draw(f, self.shown(*norm)),
            Picture::Lineage(norm) => lineage::draw(f, self.shown(*norm)),
            Picture::Matrix(norms) => {
                let norms: Vec<_> =
                    norms.iter().map(|norm| self.shown(*norm)).filter(|norm| norm.view().sees(norm.node())).collect();
                matrix::draw(f, &norms)
            }
            Picture::Positions(actor) => positions::draw(f, self.shown(*actor)),
        }
    }
}
