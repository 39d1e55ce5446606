//! Which forums take up a norm, and how strongly.

use std::cmp::Reverse;
use std::fmt;
use std::ops::RangeBounds;

use petgraph::graph::NodeIndex;

use crate::answer::ActRef;
use crate::model::{Basis, DecisionMode, Entity, Family, Forum, Norm, ReportKind, Verb};
use crate::node::{Node, Ref};
use crate::query::lineage::{Lineage, Link};
use crate::set::NodeSet;
use crate::view::View;

/// Which wordings count when one asks who takes up a norm.
///
/// A forum that welcomes the report of another takes up the wordings of that report. A forum that writes its own wording after an
/// earlier one takes up the idea and changes the words: whether that counts is for the reader to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reach {
    /// The wording itself and the text that states it.
    #[default]
    Wording,
    /// Also every wording and text that comes from it by recorded links; see [`Ref::descendants`].
    Descendants,
}

impl fmt::Display for Reach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Wording => "the wording and its text",
            Self::Descendants => "the wording, its text and what comes from it",
        })
    }
}

/// How far a forum goes with a norm, from weak to strong: the families of verbs that take a norm up, in their order.
///
/// Contestation is no place on this ladder; it stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Spoke of it; see [`Family::Referred`].
    Referred,
    /// Issued a text that states it, and no act says more: a chair's summary, a manual.
    Issued,
    /// Put it forward; see [`Family::Proposed`].
    Proposed,
    /// Is itself said to build on it: operationalises or elaborates it.
    BuiltOn,
    /// Backed it; see [`Family::Endorsed`].
    Endorsed,
    /// Settled it in its own name; see [`Family::Adopted`].
    Adopted,
}

/// What one forum did with a norm: its strongest act, and what it disputed.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Uptake<'g> {
    /// The forum.
    pub forum: Ref<'g, Forum>,
    /// Its strongest act, the oldest of several as strong; nothing if all that it did is to contest.
    pub act: Option<ActRef<'g>>,
    /// Its acts against the norm or the text that states it, oldest first. They take nothing from the strongest act: both stand.
    pub contested: Vec<ActRef<'g>>,
    /// The links from the norm to the wording that the act is about; none if it is about the norm's own wording or text.
    pub chain: Vec<Link<'g>>,
}

/// The forums that take up a norm, strongest first; the answer of [`Ref::spread`].
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Spread<'g> {
    /// The norm.
    pub norm: Ref<'g, Norm>,
    /// Which wordings count.
    pub reach: Reach,
    /// One for each forum: strongest act first, of equally strong ones the oldest first; those that only contest come last.
    pub uptakes: Vec<Uptake<'g>>,
}

impl Standing {
    /// Where an act with this verb puts a forum; nothing for verbs that take nothing up.
    pub fn of(verb: Verb) -> Option<Self> {
        match verb.family() {
            Family::Referred => Some(Self::Referred),
            Family::Proposed => Some(Self::Proposed),
            Family::Endorsed => Some(Self::Endorsed),
            Family::Adopted => Some(Self::Adopted),
            Family::Lineage => verb.leads_to_origin().then_some(Self::BuiltOn),
            Family::Structural => (verb == Verb::IssuedBy).then_some(Self::Issued),
            Family::Contested => None,
        }
    }

    /// The word for it: `adopted`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Issued => "issued",
            Self::Referred => "referred",
            Self::Proposed => "proposed",
            Self::BuiltOn => "built-on",
            Self::Endorsed => "endorsed",
            Self::Adopted => "adopted",
        }
    }
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Uptake<'_> {
    /// How far the forum goes; nothing if it only contests.
    pub fn standing(&self) -> Option<Standing> {
        Standing::of(self.act?.verb)
    }

    /// How the act was decided, as far as the act or the text that records it says so.
    pub fn decision(&self) -> Option<DecisionMode> {
        let act = self.act?;
        act.decision.or(act.report().decision)
    }

    /// Whether the act or a link of the chain is a coder's reading and no text's own word.
    pub fn is_inferred(&self) -> bool {
        let acts = self.chain.iter().map(|link| link.act).chain(self.act);
        acts.into_iter().any(|act| act.basis == Basis::Inferred)
    }
}

impl fmt::Display for Uptake<'_> {
    /// One line for the strongest act, one for each link that leads to it, one for each act against.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.act, self.standing()) {
            (Some(act), Some(standing)) => write!(f, "{}: {standing}  {act}", self.forum.short())?,
            _ => write!(f, "{}: only contested", self.forum.short())?,
        }
        self.chain.iter().try_for_each(|link| write!(f, "\n    by way of  {link}"))?;
        self.contested.iter().try_for_each(|act| write!(f, "\n    against  {act}"))
    }
}

impl<'g> Spread<'g> {
    /// The forums that go at least so far.
    pub fn forums(&self, at_least: Standing) -> NodeSet<'g> {
        let far = self.uptakes.iter().filter(|uptake| uptake.standing() >= Some(at_least));
        NodeSet::new(self.norm.view, far.map(|uptake| uptake.forum.node))
    }
}

impl fmt::Display for Spread<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}), by {}: ", self.norm.title, self.norm.id(), self.reach)?;
        match self.uptakes.len() {
            1 => f.write_str("1 forum")?,
            count => write!(f, "{count} forums")?,
        }
        self.uptakes.iter().try_for_each(|uptake| write!(f, "\n  {uptake}"))
    }
}

impl<'g> Ref<'g, Norm> {
    /// The strongest thing that each forum did with the norm: adopted over endorsed over proposed over referred, and within a
    /// family by [`Verb::strength`]; acts against it apart.
    ///
    /// What a forum did with the text that states the norm counts as done with the norm, as in its trace. A group and the sessions
    /// or rounds that belong to it are several forums; [`Ref::parent`](Ref::parent) says which belong together. That a forum is not
    /// in the answer says that no act is on record, not that there was none.
    ///
    /// ```
    /// use cybernorms::{NormGraph, Reach, Standing, Verb};
    /// let graph = NormGraph::embedded();
    /// let spread = graph.norm("gge-2015-13f")?.spread(Reach::Wording);
    /// let g20 = spread.uptakes.iter().find(|uptake| uptake.forum.id().as_str() == "g20").unwrap();
    /// assert_eq!(g20.standing(), Some(Standing::Endorsed));
    /// assert_eq!(g20.act.unwrap().verb, Verb::Welcomes, "the summit welcomed the report that states it");
    /// let adopted = spread.forums(Standing::Adopted);
    /// assert!(adopted.contains(graph.get("un-gge-2015").unwrap()));
    /// assert!(!adopted.contains(graph.get("un-general-assembly").unwrap()), "it welcomed the report");
    ///
    /// // The commission's public core reached the experts of the UN in other words only.
    /// let core = graph.norm("gcsc-public-core")?;
    /// let group = graph.get("un-gge-2021").unwrap();
    /// assert!(!core.spread(Reach::Wording).forums(Standing::Issued).contains(group));
    /// assert!(core.spread(Reach::Descendants).forums(Standing::Adopted).contains(group));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn spread(self, reach: Reach) -> Spread<'g> {
        let descendants = (reach == Reach::Descendants).then(|| self.descendants());
        Spread { norm: self, reach, uptakes: uptakes(self.node(), descendants.as_ref(), |_, _| true) }
    }
}

impl<'g> View<'g> {
    /// The norms that occur in so many forums, those of most forums first, then in the order of the data files.
    ///
    /// A forum counts if it goes at least as far as asked. `5..` are the norms of five forums or more, `1..=1` those of one forum
    /// only, `0..=0` those that no forum took so far.
    ///
    /// ```
    /// use cybernorms::{NormGraph, Reach, Standing};
    /// let view = NormGraph::embedded().now();
    /// let wide = view.spread(5.., Reach::Wording, Standing::Endorsed);
    /// let ids: Vec<&str> = wide.iter().map(|spread| spread.norm.id().as_str()).collect();
    /// assert_eq!(ids[0], "international-law-applies");
    /// assert!(ids.contains(&"gge-2015-13f") && !ids.contains(&"gcsc-public-core"));
    /// // In its own words one forum only stands behind the public core; in the words of others, ten.
    /// let single = view.spread(1..=1, Reach::Wording, Standing::Endorsed);
    /// assert!(single.iter().any(|spread| spread.norm.id().as_str() == "gcsc-public-core"));
    /// let wide = view.spread(10.., Reach::Descendants, Standing::Endorsed);
    /// assert!(wide.iter().any(|spread| spread.norm.id().as_str() == "gcsc-public-core"));
    /// ```
    pub fn spread(self, forums: impl RangeBounds<usize>, reach: Reach, at_least: Standing) -> Vec<Spread<'g>> {
        let spreads = self.norms().map(|norm| norm.spread(reach));
        let counted = spreads.map(|spread| (spread.forums(at_least).len(), spread));
        let mut kept: Vec<(usize, Spread<'g>)> = counted.filter(|(count, _)| forums.contains(count)).collect();
        kept.sort_by_key(|(count, _)| Reverse(*count));
        kept.into_iter().map(|(_, spread)| spread).collect()
    }
}

impl<'g> Ref<'g, Forum> {
    /// The norms that this forum and no other takes up at least so far, in the order of the data files.
    ///
    /// ```
    /// use cybernorms::{NormGraph, Reach, Standing};
    /// let osce = NormGraph::embedded().forum("osce")?;
    /// let own = osce.exclusive(Reach::Descendants, Standing::Endorsed);
    /// assert!(own.iter().any(|spread| spread.norm.id().as_str() == "osce-cbm-12"));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn exclusive(self, reach: Reach, at_least: Standing) -> Vec<Spread<'g>> {
        let spreads = self.view.norms().map(|norm| norm.spread(reach));
        let alone = |spread: &Spread<'g>| {
            let forums = spread.forums(at_least);
            forums.len() == 1 && forums.contains(self.node())
        };
        spreads.filter(alone).collect()
    }
}

/// What each forum did with a norm or text and, if they are given, with its descendants; of what it did with either, told by
/// whether it is the norm or text itself and by how far it goes, only what counts.
pub(super) fn uptakes<'g>(
    origin: Node<'g>,
    descendants: Option<&Lineage<'g>>,
    counts: impl Fn(bool, Standing) -> bool,
) -> Vec<Uptake<'g>> {
    let mut found: Vec<Uptake<'g>> = Vec::new();
    for (forum, act) in forum_acts(origin) {
        match Standing::of(act.verb) {
            Some(standing) if counts(true, standing) => raise(of_forum(&mut found, forum), act, &[]),
            Some(_) => {}
            None => of_forum(&mut found, forum).contested.push(act),
        }
    }
    for wording in descendants.iter().flat_map(|descendants| descendants.nodes().iter().collect::<Vec<_>>()) {
        let chain = descendants.and_then(|descendants| descendants.path_to(wording)).unwrap_or_default();
        for (forum, act) in forum_acts(wording) {
            if Standing::of(act.verb).is_some_and(|standing| counts(false, standing)) {
                raise(of_forum(&mut found, forum), act, &chain);
            }
        }
    }
    for uptake in &mut found {
        uptake.contested.sort_by_key(|act| act.edge);
    }
    let strength = |act: ActRef<'g>| (Standing::of(act.verb), act.verb.strength());
    let first = |uptake: &Uptake<'g>| uptake.act.or(uptake.contested.first().copied()).map(|act| act.edge);
    found.sort_by_key(|uptake| (Reverse(uptake.act.map(strength)), first(uptake), uptake.forum.node));
    found
}

fn of_forum<'a, 'g>(found: &'a mut Vec<Uptake<'g>>, forum: Ref<'g, Forum>) -> &'a mut Uptake<'g> {
    let known = found.iter().position(|uptake| uptake.forum == forum);
    let at = known.unwrap_or_else(|| {
        found.push(Uptake { forum, act: None, contested: Vec::new(), chain: Vec::new() });
        found.len() - 1
    });
    &mut found[at]
}

/// Puts an act in the place of a weaker one, of one that is as strong and of a wording further away, or of a younger one.
fn raise<'g>(uptake: &mut Uptake<'g>, act: ActRef<'g>, chain: &[Link<'g>]) {
    let key = |act: ActRef<'g>, steps: usize| (Standing::of(act.verb), act.verb.strength(), Reverse(steps), Reverse(act.edge));
    if uptake.act.is_none_or(|old| key(act, chain.len()) > key(old, uptake.chain.len())) {
        uptake.act = Some(act);
        uptake.chain = chain.to_vec();
    }
}

/// What forums did with a wording and with the text that states it, or with a text.
pub(super) fn forum_acts(wording: Node<'_>) -> impl Iterator<Item = (Ref<'_, Forum>, ActRef<'_>)> {
    let view = wording.view;
    let text = match wording.entity() {
        Entity::Norm(norm) => view.get(norm.stated_in.as_str()),
        Entity::Report(_) | Entity::Actor(_) | Entity::Forum(_) => None,
    };
    let is_wording = text.is_some() || matches!(wording.entity(), Entity::Report(_));
    let objects = is_wording.then_some(wording).into_iter().chain(text);
    objects.flat_map(move |object| view.incident(object.index).filter_map(move |edge| taken(view, object.index, view.act(edge))))
}

/// The forum that acts on the object, or that issued it.
fn taken<'g>(view: View<'g>, object: NodeIndex, act: ActRef<'g>) -> Option<(Ref<'g, Forum>, ActRef<'g>)> {
    let (subject, other) = act.ends();
    // What was said in a session is not the session's own word.
    let is_transcript = |node| matches!(view.entity(node), Entity::Report(report) if report.kind == ReportKind::Transcript);
    let forum = match act.weight().verb {
        Verb::IssuedBy if subject == object && !is_transcript(object) => other,
        Verb::IssuedBy => return None,
        _ if other == object => subject,
        _ => return None,
    };
    let counts = Standing::of(act.weight().verb).is_some() || act.weight().verb.family() == Family::Contested;
    counts.then_some((view.node(forum).cast()?, act))
}
