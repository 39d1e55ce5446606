//! Handles: `Copy` names of records in a graph, typed by the record they lead to.

use std::fmt;
use std::ops::Deref;

use petgraph::graph::NodeIndex;

use crate::model::{Actor, Entity, Forum, Id, Kind, Norm, Report, Theme};
use crate::view::View;

/// A record type that a node of the graph can hold.
pub trait Record: private::Sealed + Sized {
    /// The kind of the record.
    const KIND: Kind;
    #[doc(hidden)]
    fn of(entity: &Entity) -> Option<&Self>;
}

mod private {
    pub trait Sealed {}
}

macro_rules! record {
    ($($kind:ident),+) => { $(
        impl private::Sealed for $kind {}
        impl Record for $kind {
            const KIND: Kind = Kind::$kind;
            fn of(entity: &Entity) -> Option<&Self> {
                match entity {
                    Entity::$kind(record) => Some(record),
                    _ => None,
                }
            }
        }
    )+ };
}
record!(Norm, Actor, Forum, Report);

/// A norm, actor, forum or report in a graph: derefs to its record, so fields are facts, and has the walks as methods.
///
/// `'g` always means "borrowed from the graph". Handles are `Copy`, print as their id, and are equal if they name the same record
/// of the same graph, whatever view they came from.
pub struct Ref<'g, R> {
    pub(crate) view: View<'g>,
    pub(crate) node: NodeIndex,
    pub(crate) record: &'g R,
}

impl<'g, R: Record> Ref<'g, R> {
    /// The id.
    pub fn id(self) -> &'g Id {
        &self.view.graph.ids[self.node.index()]
    }

    /// The record itself, for as long as the graph lives.
    pub fn record(self) -> &'g R {
        self.record
    }

    /// The view that the handle came from.
    pub fn view(self) -> View<'g> {
        self.view
    }

    /// The same record in another view of the same graph; walks from it keep to that view. In a view of another graph, itself.
    #[must_use]
    pub fn within<'s>(self, view: View<'s>) -> Ref<'s, R>
    where
        'g: 's,
    {
        let view = if std::ptr::eq(view.graph, self.view.graph) { view } else { self.view };
        Ref { view, ..self }
    }

    /// The handle without its type, to be put in one set with others.
    pub fn node(self) -> Node<'g> {
        Node { view: self.view, index: self.node }
    }

    /// The short name, or the title where there is none.
    pub fn short(self) -> &'g str {
        self.view.entity(self.node).short()
    }
}

/// A record of any kind in a graph.
#[derive(Clone, Copy)]
pub struct Node<'g> {
    pub(crate) view: View<'g>,
    pub(crate) index: NodeIndex,
}

impl<'g> Node<'g> {
    /// The id.
    pub fn id(self) -> &'g Id {
        &self.view.graph.ids[self.index.index()]
    }

    /// Which of the four kinds it is.
    pub fn kind(self) -> Kind {
        self.entity().kind()
    }

    /// The title of a norm or report, the name of an actor or forum.
    pub fn title(self) -> &'g str {
        self.entity().title()
    }

    /// The short name, or the title where there is none.
    pub fn short(self) -> &'g str {
        self.entity().short()
    }

    /// The record, whatever its kind.
    pub fn entity(self) -> &'g Entity {
        self.view.entity(self.index)
    }

    /// Whether an overlay adds it; see [`NormGraph::overlay`](crate::NormGraph::overlay).
    pub fn is_overlay(self) -> bool {
        self.view.graph.is_overlay(self.index)
    }

    /// The handle as that of a norm, if it is one; likewise for the other three types.
    ///
    /// ```
    /// use cybernorms::{Forum, Norm, NormGraph};
    /// let node = NormGraph::embedded().get("gcsc").unwrap();
    /// assert!(node.cast::<Forum>().is_some() && node.cast::<Norm>().is_none());
    /// ```
    pub fn cast<R: Record>(self) -> Option<Ref<'g, R>> {
        Some(Ref { view: self.view, node: self.index, record: R::of(self.entity())? })
    }
}

/// A theme in a graph: derefs to its record.
#[derive(Clone, Copy)]
pub struct ThemeRef<'g> {
    pub(crate) view: View<'g>,
    pub(crate) index: usize,
    pub(crate) id: &'g Id,
    pub(crate) record: &'g Theme,
}

impl<'g> ThemeRef<'g> {
    /// The id.
    pub fn id(self) -> &'g Id {
        self.id
    }

    /// The norms that express the idea, are in the view and had been stated by its day.
    pub fn norms(self) -> impl Iterator<Item = Ref<'g, Norm>> {
        let norms = self.view.graph.norms_of_theme.of(self.index).iter();
        let shown = norms.filter(move |node| self.view.shows(**node));
        shown.filter_map(move |node| self.view.node(*node).cast::<Norm>()).filter(|norm| norm.is_stated())
    }
}

impl Deref for ThemeRef<'_> {
    type Target = Theme;

    fn deref(&self) -> &Theme {
        self.record
    }
}

impl<'g, R: Record> From<Ref<'g, R>> for Node<'g> {
    fn from(record: Ref<'g, R>) -> Self {
        record.node()
    }
}

impl<R> Clone for Ref<'_, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for Ref<'_, R> {}

impl<R> Deref for Ref<'_, R> {
    type Target = R;

    fn deref(&self) -> &R {
        self.record
    }
}

impl<R> PartialEq for Ref<'_, R> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.record, other.record)
    }
}

impl<R> Eq for Ref<'_, R> {}

impl PartialEq for Node<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index && std::ptr::eq(self.view.graph, other.view.graph)
    }
}

impl Eq for Node<'_> {}

impl<R: Record> fmt::Display for Ref<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.id().fmt(f)
    }
}

impl<R: Record> fmt::Debug for Ref<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}({})", R::KIND, self.id())
    }
}

impl fmt::Display for Node<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.id().fmt(f)
    }
}

impl fmt::Debug for Node<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}({})", self.kind(), self.id())
    }
}

impl fmt::Display for ThemeRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.id().fmt(f)
    }
}

impl fmt::Debug for ThemeRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "theme({})", self.id())
    }
}
