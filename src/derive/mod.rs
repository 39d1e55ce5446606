//! What follows from the record without being in it: one rule a file, each named, each to be switched off.
//!
//! A rule reads the acts on one norm and on the text that states it and tells who stands where by what chain of acts. It goes no
//! further than one text from the norm, and an act that is not verified, of low confidence, or inferred and less than sure proves nothing more.

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
use crate::model::{Basis, Confidence, Entity, Family, Forum, Report, ReportKind, Verb};
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

/// The longest proof: who, by which text, which text states the norm.
pub(crate) const LONGEST: usize = 3;

/// The acts of a proof, from the actor to the norm; the places that are not needed hold [`EdgeIndex::end`].
pub(crate) type Chain = [EdgeIndex; LONGEST];

pub(crate) fn chain(edges: impl IntoIterator<Item = EdgeIndex>) -> Chain {
    let mut chain = [EdgeIndex::end(); LONGEST];
    for (place, edge) in chain.iter_mut().zip(edges) {
        *place = edge;
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
        chain(first.iter().copied().chain(self.by).chain(self.birth))
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
            tell(Told { actor: raw.source(), stance, rule: None, chain: chain([edge]) });
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

    /// Who sat in a forum on the day of an act, each with the act that gives the seat, as far as that act proves anything.
    fn seats(&self, forum: NodeIndex, on: EdgeIndex) -> impl Iterator<Item = (NodeIndex, EdgeIndex)> + use<'g> {
        let date = self.act(on).date;
        let forum = self.view.node(forum).cast::<Forum>();
        let seats = forum.into_iter().flat_map(move |forum| forum.seats(date));
        seats.filter(|seat| proves(seat.weight())).map(|seat| (seat.ends().0, seat.edge))
    }

    /// Those who dispute a text, or the draft that became it, or stand apart from either when it is settled or later; a dispute over
    /// a draft that ends in consensus is over.
    fn apart(&self, text: NodeIndex, settled: EdgeIndex) -> Vec<NodeIndex> {
        let date = self.act(settled).date;
        let texts = drafts(self.view, text).into_iter().chain([text]);
        // To regret is to join the consensus and to say what is missing.
        let stands_apart = |verb: Verb| verb.family() == Family::Contested && verb != Verb::Regrets;
        let disputes = texts.flat_map(|text| self.acts_on(text)).filter(|(_, act)| stands_apart(act.verb));
        disputes.filter(|(_, act)| !act.date.certainly_before(date)).map(|(edge, _)| self.subject(edge)).collect()
    }
}

/// The drafts that became a text, and the drafts that became those, as far as the record links them.
pub(crate) fn drafts(view: View<'_>, text: NodeIndex) -> Vec<NodeIndex> {
    let mut drafts = vec![text];
    let mut next = 0;
    while let Some(&later) = drafts.get(next) {
        next += 1;
        for edge in view.incident(later) {
            let raw = &view.graph.graph.raw_edges()[edge.index()];
            let became = raw.source() == later && matches!(raw.weight.verb, Verb::DerivesFrom | Verb::Supersedes);
            let draft = matches!(view.entity(raw.target()), Entity::Report(report) if report.kind == ReportKind::Draft);
            if became && draft && !drafts.contains(&raw.target()) {
                drafts.push(raw.target());
            }
        }
    }
    drafts.swap_remove(0);
    drafts
}

/// Whether an act is sure enough to prove something more.
pub(crate) fn proves(act: &Act) -> bool {
    // What is inferred and sure, such as the month of a deposit from the day on which a treaty took effect, is sure enough.
    let sure = act.claim.confidence == Confidence::High || act.claim.basis != Basis::Inferred;
    act.claim.verified && sure && act.claim.confidence != Confidence::Low
}

/// Whether a text that does this to another makes the other's contents its own. To take note or to recall does not.
fn carries(verb: Verb) -> bool {
    matches!(verb, Verb::Welcomes | Verb::Supports | Verb::Reaffirms | Verb::Endorses | Verb::Adopts | Verb::CallsUpon)
}
