//! What follows from the record without being in it: one rule a file, each named, each to be switched off.
//!
//! A rule reads the acts on one norm and on the text that states it and tells who stands where by what chain of acts. It goes no
//! further than one text from the norm, and an act that is itself inferred, of low confidence or not verified proves nothing more.

mod alignment;
mod author;
mod consensus;
mod group_statement;
mod support_of_text;
mod treaty_party;
mod vote_on_text;

use petgraph::graph::{EdgeIndex, NodeIndex};

use crate::act::Act;
use crate::model::words::words;
use crate::model::{ActorKind, Basis, Confidence, Entity, Family, Forum, Report, ReportKind, Verb};
use crate::stance::Stance;
use crate::view::View;

words! {
    /// A rule by which a position follows from what others, or the same actor, did with a text.
    Derivation as "rule of derivation" {
        /// Who votes for a text that states the norm, or that takes a text up which does, backs it; who votes against the text that
        /// states it, abstains on it or is absent is on record for that.
        Vote = "vote",
        /// Who sits in a forum when it takes the norm up by consensus, and does not stand apart, backs it.
        Consensus = "consensus",
        /// Who joins, signs, sponsors, supports or welcomes the text that states the norm backs it; who disputes the text opposes it. Of a
        /// treaty only the signature counts.
        Support = "support-of-text",
        /// Who issues a text in its own name says what the text states.
        Author = "author",
        /// What an organisation, alliance or club says is said for each member of that day; what it joins or signs is not.
        Group = "group-statement",
        /// Who aligns with a statement says what it says.
        Alignment = "alignment",
        /// A party to a treaty is bound by what it states.
        Treaty = "treaty-party",
    }
}

/// The longest proof: who, by which text, on which text, which states the norm.
pub(crate) const LONGEST: usize = 4;

/// The acts of a proof, from the actor to the norm; the places that are not needed hold [`EdgeIndex::end`].
pub(crate) type Chain = [EdgeIndex; LONGEST];

pub(crate) fn chain(edges: &[EdgeIndex]) -> Chain {
    let mut chain = [EdgeIndex::end(); LONGEST];
    for (place, edge) in chain.iter_mut().zip(edges) {
        *place = *edge;
    }
    chain
}

/// A position as a rule tells it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Told {
    pub(crate) actor: NodeIndex,
    pub(crate) stance: Stance,
    /// Which rule, if it does not stand in the record itself.
    pub(crate) rule: Option<Derivation>,
    pub(crate) chain: Chain,
}

impl Told {
    /// The act that decides when the position was taken: the first, but for rules that begin with a seat.
    pub(crate) fn deciding(&self) -> EdgeIndex {
        self.chain[usize::from(matches!(self.rule, Some(Derivation::Consensus | Derivation::Group)))]
    }
}

/// A text that takes the norm up, with the acts that lead from it to the norm.
struct Carrier {
    text: NodeIndex,
    /// The act of the text on the norm or on the text that states it; none for that text itself.
    by: Option<EdgeIndex>,
    /// The birth of the norm, if the way leads over the text that states it.
    birth: Option<EdgeIndex>,
}

impl Carrier {
    /// The proof that begins with some acts and goes on from this text.
    fn chain(&self, first: &[EdgeIndex]) -> Chain {
        let rest: Vec<EdgeIndex> = first.iter().copied().chain(self.by).chain(self.birth).collect();
        chain(&rest)
    }
}

/// What the rules read: one norm, the text that states it, and the texts that take it up.
struct Ground<'g> {
    view: View<'g>,
    norm: NodeIndex,
    text: NodeIndex,
    birth: EdgeIndex,
    carriers: Vec<Carrier>,
}

/// Tells every position on a norm: those of the record first, then what the wanted rules derive.
pub(crate) fn positions(view: View<'_>, norm: NodeIndex, wanted: impl Fn(Derivation) -> bool, tell: &mut dyn FnMut(Told)) {
    for edge in view.incident(norm) {
        let raw = &view.graph.graph.raw_edges()[edge.index()];
        if raw.target() == norm
            && let Some(stance) = Stance::of(raw.weight.verb)
        {
            tell(Told { actor: raw.source(), stance, rule: None, chain: chain(&[edge]) });
        }
    }
    if !Derivation::ALL.iter().any(|rule| wanted(*rule)) {
        return;
    }
    let Some(ground) = Ground::new(view, norm) else { return };
    for rule in Derivation::ALL.iter().copied().filter(|rule| wanted(*rule)) {
        let mut told = |actor, stance, chain| tell(Told { actor, stance, rule: Some(rule), chain });
        match rule {
            Derivation::Vote => vote_on_text::derive(&ground, &mut told),
            Derivation::Consensus => consensus::derive(&ground, &mut told),
            Derivation::Support => support_of_text::derive(&ground, &mut told),
            Derivation::Author => author::derive(&ground, &mut told),
            Derivation::Group => group_statement::derive(&ground, &mut told),
            Derivation::Alignment => alignment::derive(&ground, &mut told),
            Derivation::Treaty => treaty_party::derive(&ground, &mut told),
        }
    }
}

/// How a rule tells what it derives.
type Tell<'a> = dyn FnMut(NodeIndex, Stance, Chain) + 'a;

impl<'g> Ground<'g> {
    fn new(view: View<'g>, norm: NodeIndex) -> Option<Self> {
        let birth = view.incident(norm).find(|edge| {
            let raw = &view.graph.graph.raw_edges()[edge.index()];
            raw.weight.verb == Verb::StatedIn && raw.source() == norm
        })?;
        let text = view.graph.graph.raw_edges()[birth.index()].target();
        let mut ground = Self { view, norm, text, birth, carriers: Vec::new() };
        let mut carriers = vec![Carrier { text, by: None, birth: Some(birth) }];
        for object in [norm, text] {
            for (edge, act) in ground.acts_on(object).filter(|(edge, act)| carries(act.verb) && ground.is_own(*edge, act)) {
                if act.report != text {
                    carriers.push(Carrier { text: act.report, by: Some(edge), birth: (object == text).then_some(birth) });
                }
            }
        }
        ground.carriers = carriers;
        Some(ground)
    }

    /// The acts that can prove something, on a node.
    fn acts_on(&self, object: NodeIndex) -> impl Iterator<Item = (EdgeIndex, &'g Act)> + use<'g> {
        let view = self.view;
        view.incident(object).filter_map(move |edge| {
            let raw = &view.graph.graph.raw_edges()[edge.index()];
            (raw.target() == object && proves(&raw.weight)).then_some((edge, &raw.weight))
        })
    }

    /// The acts that can prove something, of a node.
    fn acts_of(&self, subject: NodeIndex) -> impl Iterator<Item = (EdgeIndex, &'g Act)> + use<'g> {
        let view = self.view;
        view.incident(subject).filter_map(move |edge| {
            let raw = &view.graph.graph.raw_edges()[edge.index()];
            (raw.source() == subject && proves(&raw.weight)).then_some((edge, &raw.weight))
        })
    }

    fn act(&self, edge: EdgeIndex) -> &'g Act {
        &self.view.graph.graph.raw_edges()[edge.index()].weight
    }

    fn subject(&self, edge: EdgeIndex) -> NodeIndex {
        self.view.graph.graph.raw_edges()[edge.index()].source()
    }

    fn object(&self, edge: EdgeIndex) -> NodeIndex {
        self.view.graph.graph.raw_edges()[edge.index()].target()
    }

    /// Whether an act is one of the issuers of the text that records it.
    fn is_own(&self, edge: EdgeIndex, act: &Act) -> bool {
        let subject = &self.view.graph.ids[self.subject(edge).index()];
        act.claim.by.is_empty() || self.report(act.report).is_some_and(|report| report.issued_by.contains(subject))
    }

    /// Whether the text that states the norm is a treaty.
    fn states_treaty(&self) -> bool {
        self.report(self.text).is_some_and(|text| text.kind == ReportKind::Treaty)
    }

    fn report(&self, node: NodeIndex) -> Option<&'g Report> {
        match self.view.entity(node) {
            Entity::Report(report) => Some(report),
            _ => None,
        }
    }

    fn forum(&self, node: NodeIndex) -> Option<&'g Forum> {
        match self.view.entity(node) {
            Entity::Forum(forum) => Some(forum),
            _ => None,
        }
    }

    /// Who sat in a forum on the day of an act, each with the act that gives the seat.
    ///
    /// A group that is open to all members of its parent and lists none has those of the parent.
    fn seats(&self, forum: NodeIndex, on: EdgeIndex) -> impl Iterator<Item = (NodeIndex, EdgeIndex)> + use<'g> {
        let view = self.view;
        let date = view.graph.graph.raw_edges()[on.index()].weight.date;
        let seats = seats_of(view, forum);
        let has_a_say = has_a_say(view, seats);
        let roles = view.before_cut(view.graph.roles.of(seats.index())).iter().copied();
        roles.filter_map(move |edge| {
            let raw = &view.graph.graph.raw_edges()[edge.index()];
            let act = &raw.weight;
            let holds = has_a_say(raw.source(), act.verb)
                && proves(act)
                && !date.certainly_before(act.date)
                && !act.claim.until.is_some_and(|until| until.certainly_before(date));
            (holds && view.keeps(edge)).then_some((raw.source(), edge))
        })
    }

    /// Those who dispute a text, or the draft that became it, or stand apart from either when it is settled or later; a dispute over
    /// a draft that ends in consensus is over.
    fn apart(&self, text: NodeIndex, settled: EdgeIndex) -> Vec<NodeIndex> {
        let date = self.act(settled).date;
        let texts = drafts(self.view, text).chain([text]);
        // To regret is to join the consensus and to say what is missing.
        let stands_apart = |verb: Verb| verb.family() == Family::Contested && verb != Verb::Regrets;
        let disputes = texts.flat_map(|text| self.acts_on(text)).filter(|(_, act)| stands_apart(act.verb));
        disputes.filter(|(_, act)| !act.date.certainly_before(date)).map(|(edge, _)| self.subject(edge)).collect()
    }
}

/// The drafts that became a text, as far as the record links them.
pub(crate) fn drafts(view: View<'_>, text: NodeIndex) -> impl Iterator<Item = NodeIndex> {
    let links = view.incident(text).map(move |edge| &view.graph.graph.raw_edges()[edge.index()]);
    let became = links.filter(move |raw| raw.source() == text && matches!(raw.weight.verb, Verb::DerivesFrom | Verb::Supersedes));
    let is_draft =
        move |node: &NodeIndex| matches!(view.entity(*node), Entity::Report(report) if report.kind == ReportKind::Draft);
    became.map(petgraph::graph::Edge::target).filter(is_draft)
}

/// The forum whose members sit in a forum: itself, or, of a group that is open to all and lists none, the nearest parent that does.
pub(crate) fn seats_of(view: View<'_>, forum: NodeIndex) -> NodeIndex {
    let lists =
        |node: NodeIndex| view.graph.roles.of(node.index()).iter().any(|edge| view.graph.graph[*edge].verb == Verb::MemberOf);
    let mut here = forum;
    // Parents are few; that they might run in a circle is no reason to go round for ever.
    for _ in 0..8 {
        match view.entity(here) {
            Entity::Forum(record) if !lists(here) && record.kind.is_open_to_all() => {
                let parent = record.parent.as_ref().and_then(|parent| view.get(parent.as_str()));
                let Some(parent) = parent else { return forum };
                here = parent.index;
            }
            _ => return here,
        }
    }
    forum
}

/// Who, in which role, has a say in what a forum decides: members, and officers of the same sort. A person in the chair of a group of
/// states speaks for no state; one in the chair of a commission of persons is one of them.
pub(crate) fn has_a_say(view: View<'_>, forum: NodeIndex) -> impl Fn(NodeIndex, Verb) -> bool {
    let is_person = move |node: NodeIndex| matches!(view.entity(node), Entity::Actor(actor) if actor.kind == ActorKind::Person);
    let edges = view.graph.graph.raw_edges();
    let mut members = view.graph.roles.of(forum.index()).iter().map(move |edge| &edges[edge.index()]);
    let of_persons = members.any(|raw| raw.weight.verb == Verb::MemberOf && is_person(raw.source()));
    move |who, verb| match verb {
        Verb::MemberOf => true,
        Verb::Chairs | Verb::CoChairs | Verb::ViceChairs => of_persons || !is_person(who),
        _ => false,
    }
}

/// Whether an act is sure enough to prove something more.
fn proves(act: &Act) -> bool {
    act.claim.verified && act.claim.basis != Basis::Inferred && act.claim.confidence != Confidence::Low
}

/// Whether a text that does this to another makes the other's contents its own. To take note or to recall does not.
fn carries(verb: Verb) -> bool {
    matches!(verb, Verb::Welcomes | Verb::Supports | Verb::Reaffirms | Verb::Endorses | Verb::Adopts | Verb::CallsUpon)
}
