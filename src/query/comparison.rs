//! What a text introduced, repeated, changed or left out against one before it.

use std::fmt;

use crate::answer::{ActRef, Acts, Keep};
use crate::model::{ContestationOutcome, Family, Norm, Report, Verb};
use crate::node::{Node, Ref};
use crate::query::lineage::{Link, is_near_copy, issuers, origins};

/// A text against an earlier one, norm by norm; the answer of [`Ref::compared_with`].
///
/// Every norm of the earlier text is in one of `changed`, `elaborated`, `repeated`, `referred_to` and `unlinked`.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Comparison<'g> {
    /// The later text.
    pub report: Ref<'g, Report>,
    /// The earlier text.
    pub before: Ref<'g, Report>,
    /// The norms of the later text that no chain of links leads back to the earlier text. New against that text, as far as links
    /// are recorded, which is not to say that nobody had said it.
    pub introduced: Vec<Introduced<'g>>,
    /// Norms of the earlier text that a wording of the later one takes over in other words: adapts, narrows, widens, merges,
    /// splits, localises, supersedes, derives from.
    pub changed: Vec<Carried<'g>>,
    /// Norms of the earlier text that stand and to which the later one adds understanding or steps.
    pub elaborated: Vec<Carried<'g>>,
    /// Norms of the earlier text that the later one says again, or that its issuers put forward, back or adopt in it.
    pub repeated: Vec<Carried<'g>>,
    /// Norms of the earlier text that the later one does no more than name.
    pub referred_to: Vec<Carried<'g>>,
    /// Norms of the earlier text that nothing in the later one links to or acts on.
    pub unlinked: Vec<Unlinked<'g>>,
    /// What the later text, its norms or its issuers in it do with the earlier text as a whole.
    pub as_a_whole: Vec<ActRef<'g>>,
    /// Acts recorded in the later text, whoever's they are, against the earlier text or its norms.
    pub disputed: Vec<ActRef<'g>>,
}

/// A norm of the later text that no link leads back to the earlier one.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Introduced<'g> {
    /// The act by which it is stated in the later text; its subject is the norm.
    pub birth: ActRef<'g>,
    /// Norms of the earlier text that share a theme with it and are unlinked too: read these before you call it new.
    pub same_theme: Vec<Ref<'g, Norm>>,
}

/// A norm of the earlier text that the later one takes up, with the acts that prove it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Carried<'g> {
    /// The norm of the earlier text.
    pub norm: Ref<'g, Norm>,
    /// The shortest chain of links from each wording of the later text that comes from it, the later end first.
    pub chains: Vec<Vec<Link<'g>>>,
    /// What the issuers of the later text do with it in that text.
    pub acts: Vec<ActRef<'g>>,
}

/// A norm of the earlier text that nothing in the later one links to or acts on.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Unlinked<'g> {
    /// The norm of the earlier text.
    pub norm: Ref<'g, Norm>,
    /// An act on the norm of which the record says that it ended with the norm dropped. Only this proves that it was.
    pub dropped: Option<ActRef<'g>>,
    /// Norms of the later text that share a theme with it and are introduced: read these before you call it dropped.
    pub same_theme: Vec<Ref<'g, Norm>>,
}

impl<'g> Ref<'g, Report> {
    /// Which norms this text introduced, changed, elaborated, repeated or left out against one before it.
    ///
    /// Read from three kinds of record: chains of links from this text and its norms to the earlier ones, whichever report records
    /// them; what the issuers do in this text with the earlier norms; and what is done here with the earlier text as a whole.
    ///
    /// What is `unlinked` is no proof that a norm was dropped. Links are recorded where somebody saw them, so a norm may be there
    /// again in words that nobody has compared; the later text may take over the earlier one as a whole (`as_a_whole`, then what is
    /// not named stands); and only [`Unlinked::dropped`] is a source that says so. What is `introduced` is new against this one
    /// text only. The walk runs from the later text to the earlier one; asked the other way round, of a text itself or of one of another
    /// graph, it finds no link and tells every norm as introduced. Norms are in the order of the data files, acts in that of time. Takes time in proportion to the number of acts.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let graph = NormGraph::embedded();
    /// let (experts, before) = (graph.report("a-76-135")?, graph.report("a-70-174")?);
    /// let change = experts.compared_with(before);
    /// let in_list = |list: &[cybernorms::answers::Carried<'_>], id: &str| list.iter().any(|carried| carried.norm.id().as_str() == id);
    /// assert!(in_list(&change.elaborated, "gge-2015-13f") && in_list(&change.repeated, "gge-2015-28c"));
    /// assert!(in_list(&change.changed, "gge-2015-28f"), "that invoking responsibility is complex was added");
    /// assert!(change.introduced.iter().any(|new| new.birth.subject().id().as_str() == "gge-2021-threats"));
    /// assert!(change.unlinked.iter().all(|unlinked| unlinked.dropped.is_none()), "no source says that a norm was dropped");
    /// assert!(!change.as_a_whole.is_empty(), "the group builds on the report as a whole");
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn compared_with(self, before: Ref<'g, Report>) -> Comparison<'g> {
        let before = before.within(self.view);
        let mut carried: Vec<Carried<'g>> = before.norms().map(Carried::new).collect();
        let (mut births, mut as_a_whole, mut disputed) = (Vec::new(), Vec::new(), Vec::new());
        for wording in self.norms().map(Ref::node).chain([self.node()]) {
            let lineage = origins(wording);
            as_a_whole.extend(
                lineage.links().iter().filter(|link| link.depth == 1 && link.act.object() == before.node()).map(|link| link.act),
            );
            let mut comes_from_it = lineage.nodes().contains(before.node());
            for earlier in &mut carried {
                if let Some(chain) = lineage.path_to(earlier.norm.node()).filter(|chain| !chain.is_empty()) {
                    comes_from_it = true;
                    earlier.chains.push(chain);
                }
            }
            if !comes_from_it {
                births.extend(birth(wording));
            }
        }
        let issuers = issuers(self.node());
        let acts = Acts::new(self.view, self.view.graph.recorded.of(self.node.index()), None, Keep::Substance);
        for act in acts {
            let earlier = carried.iter_mut().find(|carried| carried.norm.node() == act.object());
            let whole = act.object() == before.node();
            match (earlier, act.verb.family() == Family::Contested) {
                (None, _) if !whole => {}
                (_, true) => disputed.push(act),
                (Some(earlier), false) if issuers.contains(act.subject()) => earlier.acts.push(act),
                (None, false) if issuers.contains(act.subject()) => as_a_whole.push(act),
                _ => {}
            }
        }
        as_a_whole.sort_by_key(|act| act.edge);
        let (taken, left): (Vec<_>, Vec<_>) =
            carried.into_iter().partition(|carried| !carried.chains.is_empty() || !carried.acts.is_empty());
        let of = |fate: Fate| taken.iter().filter(|carried| carried.fate() == fate).cloned().collect();
        let shared = |norm: Ref<'g, Norm>, others: &[Ref<'g, Norm>]| -> Vec<Ref<'g, Norm>> {
            let shares = |other: &&Ref<'g, Norm>| other.record().themes.iter().any(|theme| norm.record().themes.contains(theme));
            others.iter().filter(shares).copied().collect()
        };
        let left: Vec<Ref<'g, Norm>> = left.into_iter().map(|carried| carried.norm).collect();
        let new: Vec<Ref<'g, Norm>> = births.iter().filter_map(|birth| birth.subject().cast()).collect();
        let introduced = births.into_iter().zip(&new).map(|(birth, norm)| Introduced { birth, same_theme: shared(*norm, &left) });
        let unlinked = left.iter().map(|norm| Unlinked { norm: *norm, dropped: dropped(*norm), same_theme: shared(*norm, &new) });
        Comparison {
            report: self,
            before,
            introduced: introduced.collect(),
            changed: of(Fate::Changed),
            elaborated: of(Fate::Elaborated),
            repeated: of(Fate::Repeated),
            referred_to: of(Fate::ReferredTo),
            unlinked: unlinked.collect(),
            as_a_whole,
            disputed,
        }
    }
}

/// What becomes of a norm, from little to much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fate {
    ReferredTo,
    Repeated,
    Elaborated,
    Changed,
}

impl<'g> Carried<'g> {
    fn new(norm: Ref<'g, Norm>) -> Self {
        Self { norm, chains: Vec::new(), acts: Vec::new() }
    }

    /// The most that a link on the way or an issuer does with the norm.
    fn fate(&self) -> Fate {
        let links = self.chains.iter().flatten().map(|link| link.act);
        let fates = links.chain(self.acts.iter().copied()).map(|act| match act.weight().verb {
            verb if verb.family() == Family::Referred => Fate::ReferredTo,
            verb if verb.family() != Family::Lineage || is_near_copy(act) => Fate::Repeated,
            Verb::Elaborates | Verb::Operationalises if act.reuse.is_none() => Fate::Elaborated,
            verb if !verb.leads_to_origin() => Fate::ReferredTo,
            _ => Fate::Changed,
        });
        fates.max().unwrap_or(Fate::ReferredTo)
    }
}

/// An act on the norm of which the record says that it ended with the norm dropped.
fn dropped(norm: Ref<'_, Norm>) -> Option<ActRef<'_>> {
    norm.trace().into_iter().find(|act| act.object() == norm.node() && act.outcome == Some(ContestationOutcome::Dropped))
}

/// The act by which a norm is stated in its text; none for a text.
fn birth(wording: Node<'_>) -> Option<ActRef<'_>> {
    let norm = wording.cast::<Norm>()?;
    norm.trace().into_iter().find(|act| act.verb == Verb::StatedIn && act.subject() == wording)
}

impl fmt::Display for Carried<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.norm.title, self.norm)?;
        self.chains.iter().flatten().try_for_each(|link| write!(f, "\n      {link}"))?;
        self.acts.iter().try_for_each(|act| write!(f, "\n      {act}"))
    }
}

impl fmt::Display for Introduced<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.birth.fmt(f)?;
        not_compared(f, &self.same_theme)
    }
}

impl fmt::Display for Unlinked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.norm.title, self.norm)?;
        self.dropped.iter().try_for_each(|act| write!(f, "\n      dropped: {act}"))?;
        not_compared(f, &self.same_theme)
    }
}

fn not_compared(f: &mut fmt::Formatter<'_>, norms: &[Ref<'_, Norm>]) -> fmt::Result {
    for (number, norm) in norms.iter().enumerate() {
        write!(f, "{}{norm}", if number == 0 { "\n      on the same theme, not compared: " } else { ", " })?;
    }
    Ok(())
}

impl fmt::Display for Comparison<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fn list<T: fmt::Display>(f: &mut fmt::Formatter<'_>, name: &str, items: &[T]) -> fmt::Result {
            write!(f, "\n  {name}: {}", items.len())?;
            items.iter().try_for_each(|item| write!(f, "\n    {item}"))
        }
        write!(f, "{} against {}", self.report.short(), self.before.short())?;
        list(f, "introduced", &self.introduced)?;
        list(f, "changed", &self.changed)?;
        list(f, "elaborated", &self.elaborated)?;
        list(f, "repeated", &self.repeated)?;
        list(f, "referred to", &self.referred_to)?;
        list(f, "no link on record, which is no proof that they were dropped", &self.unlinked)?;
        list(f, "on the text as a whole", &self.as_a_whole)?;
        list(f, "disputed", &self.disputed)
    }
}
