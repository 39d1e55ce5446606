//! How norms travel: who moves first, how long it takes, and what reaches states from those who are none.

use std::cmp::Reverse;
use std::fmt;

use crate::answer::ActRef;
use crate::model::{Actor, ActorKind, Date, EvidenceKind, Family, Forum, ForumKind, Norm, Verb};
use crate::node::{Node, Ref, ThemeRef};
use crate::query::lineage::{Link, descendants, issuers};
use crate::query::spread::{Reach, Standing, Uptake, forum_acts, uptakes};
use crate::set::NodeSet;
use crate::view::View;

/// The first step of one forum on one theme, with the act that proves it.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Move<'g> {
    /// The theme.
    pub theme: ThemeRef<'g>,
    /// Who moved.
    pub forum: Ref<'g, Forum>,
    /// Its first act that proposes, builds on, endorses or adopts a norm of the theme, or that issues a text that states one.
    pub act: ActRef<'g>,
    /// One more than the number of forums that moved certainly before it: forums whose dates leave the order open share a place.
    pub place: usize,
    /// How many forums moved on the theme at all.
    pub of: usize,
}

/// How early one forum tends to be, over all themes on which it moved.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Pace<'g> {
    /// The forum.
    pub forum: Ref<'g, Forum>,
    /// Its first step on each theme, in the order of `themes.yaml`.
    pub moves: Vec<Move<'g>>,
}

/// The time from the first proposal to the first adoption, between a least and a greatest number of days.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Lag<'g> {
    /// The act that first put it forward: a proposal, the statement in a text or, if nothing came before, the adoption itself.
    pub first: ActRef<'g>,
    /// The act that first settled it.
    pub adoption: ActRef<'g>,
    /// The links from the norm to the wording that was adopted; none if it is its own, or if a theme was asked for.
    pub chain: Vec<Link<'g>>,
    /// The least number of days that the two dates allow; negative if they leave open which came first.
    pub least: i64,
    /// The greatest number of days that the two dates allow.
    pub most: i64,
}

/// A norm or text, and the forums that took it up; an answer of [`View::uptake`].
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Proposal<'g> {
    /// The norm, or the text as a whole.
    pub origin: Node<'g>,
    /// What each forum did with it or with what comes from it, strongest first.
    pub uptakes: Vec<Uptake<'g>>,
}

impl Pace<'_> {
    /// On how many themes no forum moved certainly before it.
    pub fn first(&self) -> usize {
        self.moves.iter().filter(|step| step.place == 1).count()
    }

    /// The middle one of its places, or the mean of the middle two.
    pub fn median_place(&self) -> f64 {
        let mut places: Vec<usize> = self.moves.iter().map(|step| step.place).collect();
        places.sort_unstable();
        let middle = |at: usize| places.get(at).map_or(0.0, |place| f64::from(u32::try_from(*place).unwrap_or(u32::MAX)));
        f64::midpoint(middle(places.len() / 2), middle(places.len().saturating_sub(1) / 2))
    }
}

impl fmt::Display for Move<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} of {}, {}  {}", self.theme.title, self.place, self.of, self.forum.short(), self.act)
    }
}

impl fmt::Display for Pace<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, themes) = (self.first(), self.moves.len());
        write!(f, "{}: first on {first} of {themes} themes, median place {}", self.forum.short(), self.median_place())
    }
}

impl fmt::Display for Lag<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.least == self.most {
            write!(f, "{} days", self.most)?;
        } else {
            write!(f, "{} to {} days", self.least, self.most)?;
        }
        write!(f, "\n  from  {}\n  to    {}", self.first, self.adoption)?;
        self.chain.iter().try_for_each(|link| write!(f, "\n    by way of  {link}"))
    }
}

impl fmt::Display for Proposal<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.origin.title(), self.origin)?;
        self.uptakes.iter().try_for_each(|uptake| write!(f, "\n  {uptake}"))
    }
}

impl<'g> ThemeRef<'g> {
    /// The order in which forums first proposed, built on, endorsed or adopted a norm of the theme, or issued a text that states
    /// one, each with the act that proves it; oldest first.
    ///
    /// An act on the text that states a norm counts, as in a trace. To mention or to recall does not.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let movers = NormGraph::embedded().theme("elections")?.movers();
    /// let order: Vec<&str> = movers.iter().map(|step| step.forum.id().as_str()).take(3).collect();
    /// assert_eq!(order, ["gcsc", "g7", "paris-call"]);
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn movers(self) -> Vec<Move<'g>> {
        let mut first: Vec<(Ref<'g, Forum>, ActRef<'g>)> = Vec::new();
        for (forum, act) in self.norms().flat_map(|norm| forum_acts(norm.node())) {
            if Standing::of(act.verb) <= Some(Standing::Referred) {
                continue;
            }
            match first.iter_mut().find(|(known, _)| *known == forum) {
                // Of the acts of one day the one that says most: "adopts" rather than "is issued by".
                Some((_, first)) => {
                    let key = |act: ActRef<'g>| (act.date.order(), Reverse(Standing::of(act.verb)), act.edge);
                    if key(act) < key(*first) {
                        *first = act;
                    }
                }
                None => first.push((forum, act)),
            }
        }
        first.sort_by_key(|(forum, act)| (act.date.order(), forum.node));
        let place = |act: ActRef<'g>| 1 + first.iter().filter(|(_, other)| other.date.certainly_before(act.date)).count();
        let steps =
            first.iter().map(|(forum, act)| Move { theme: self, forum: *forum, act: *act, place: place(*act), of: first.len() });
        steps.collect()
    }

    /// The time from the first act that puts a norm of the theme forward to the first by which one of the forums adopts one;
    /// `None` if no such adoption is on record.
    ///
    /// A theme holds many wordings: the one that was adopted first need not come from the one that was proposed first. For that ask
    /// the norm, [`Ref::lag`].
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let graph = NormGraph::embedded();
    /// let un = graph.forums().filter(|forum| forum.id().as_str().starts_with("un-")).collect();
    /// let lag = graph.theme("public-core")?.lag(&un).unwrap();
    /// assert_eq!(lag.adoption.subject().id().as_str(), "un-oewg-2021");
    /// assert!(lag.least > 365 * 5);
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn lag(self, forums: &NodeSet<'_>) -> Option<Lag<'g>> {
        let adoption = self.norms().filter_map(|norm| adoption(norm.node(), forums)).min_by_key(|act| act.edge)?;
        let first = self.norms().flat_map(|norm| put_forward(norm, adoption)).min_by_key(|act| act.edge);
        Some(Lag::new(first, adoption, Vec::new()))
    }
}

impl<'g> View<'g> {
    /// Which forums tend to be first and which to follow: the forums that moved on at least so many themes, those that were first
    /// most often at the head, then those of the lower median place, then in the order of the data files.
    ///
    /// What is counted is [`ThemeRef::movers`]. It measures this record: a forum whose older texts are not in it looks late.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let paces = NormGraph::embedded().now().first_movers(8);
    /// assert!(paces.iter().all(|pace| pace.moves.len() >= 8));
    /// assert_eq!(paces[0].forum.id().as_str(), "un-general-assembly");
    /// ```
    pub fn first_movers(self, at_least: usize) -> Vec<Pace<'g>> {
        let mut paces: Vec<Pace<'g>> = self.forums().map(|forum| Pace { forum, moves: Vec::new() }).collect();
        for step in self.themes().flat_map(ThemeRef::movers) {
            if let Some(pace) = paces.iter_mut().find(|pace| pace.forum == step.forum) {
                pace.moves.push(step);
            }
        }
        paces.retain(|pace| !pace.moves.is_empty() && pace.moves.len() >= at_least);
        paces.sort_by(|a, b| b.first().cmp(&a.first()).then(a.median_place().total_cmp(&b.median_place())));
        paces
    }

    /// The forums of states: plenaries, committees, expert and working groups, mechanisms, regional organisations, alliances, clubs
    /// and talks of two, with the conferences that belong to one of them.
    ///
    /// Other conferences and initiatives of states and others are mixed company and no part of it, nor are courts.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let graph = NormGraph::embedded();
    /// let forums = graph.now().state_forums();
    /// assert!(forums.contains(graph.get("un-oewg-2021").unwrap()) && forums.contains(graph.get("asean-amcc").unwrap()));
    /// assert!(!forums.contains(graph.get("paris-call").unwrap()) && !forums.contains(graph.get("gcsc").unwrap()));
    /// ```
    pub fn state_forums(self) -> NodeSet<'g> {
        self.forums().filter(|forum| is_of_states(*forum)).collect()
    }

    /// Those who are neither states nor of states: companies and their coalitions, civil society, academia, the technical community
    /// and its bodies, commissions of experts, persons. Commissions that belong to a forum of states are left out.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let graph = NormGraph::embedded();
    /// let others = graph.now().non_state();
    /// assert!(others.contains(graph.get("microsoft").unwrap()) && others.contains(graph.get("gcsc").unwrap()));
    /// assert!(!others.contains(graph.get("icrc").unwrap()), "an organisation of its own kind, told as intergovernmental here");
    /// ```
    pub fn non_state(self) -> NodeSet<'g> {
        let is_body =
            |kind| matches!(kind, ForumKind::IndustryCoalition | ForumKind::ExpertCommission | ForumKind::TechnicalBody);
        let bodies = self.forums().filter(|forum| is_body(forum.kind) && !belongs_to_states(*forum)).map(Ref::node);
        let is_actor = |actor: &Ref<'g, Actor>| {
            !matches!(
                actor.kind,
                ActorKind::State | ActorKind::GovernmentBody | ActorKind::IntergovernmentalOrganisation | ActorKind::ThreatGroup
            )
        };
        self.actors().filter(is_actor).map(Ref::node).chain(bodies).collect()
    }

    /// Which proposals of some issuers were taken up by some forums: for each norm that first stands in a text of theirs alone, and
    /// each such text as a whole, the forums of the set that put forward, built on, endorsed or adopted it or a wording that comes
    /// from it, with the chain of links. Those that reached no forum are left out. In the order of the data files.
    ///
    /// A topic that many speak of is stated, in this data set, in the earliest text that puts it in general terms: that a forum backs
    /// it says that it backs the matter, not that it has it from there. Accounts by others and transcripts propose nothing themselves and are left out. [`Uptake::is_inferred`] tells where the
    /// chain rests on a coder's reading: a later text seldom names the one who had the idea.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let graph = NormGraph::embedded();
    /// let view = graph.now();
    /// let reached = view.uptake(&view.non_state(), &view.state_forums());
    /// let core = reached.iter().find(|proposal| proposal.origin.id().as_str() == "gcsc-public-core").unwrap();
    /// let experts = core.uptakes.iter().find(|uptake| uptake.forum.id().as_str() == "un-gge-2021").unwrap();
    /// assert_eq!(experts.chain[0].act.reuse, Some(cybernorms::Reuse::Merged));
    /// assert!(!experts.is_inferred(), "the commission says so itself, with medium confidence here");
    /// ```
    pub fn uptake(self, issued_by: &NodeSet<'_>, forums: &NodeSet<'_>) -> Vec<Proposal<'g>> {
        let texts = self.reports().map(Ref::node);
        let origins = self.norms().map(Ref::node).chain(texts).filter(|origin| is_proposal_of(*origin, issued_by));
        let proposals = origins.map(|origin| {
            // What was done to a text as such is told with its norms.
            let text = origin.cast::<Norm>().is_none();
            let least = |own| if own { Standing::Proposed } else { Standing::Issued };
            let counts = |own, standing| !(own && text) && standing >= least(own);
            let mut uptakes = uptakes(origin, Some(&descendants(origin)), counts);
            uptakes.retain(|uptake| uptake.act.is_some() && forums.contains(uptake.forum.node()));
            Proposal { origin, uptakes }
        });
        let mut reached: Vec<Proposal<'g>> = proposals.filter(|proposal| !proposal.uptakes.is_empty()).collect();
        reached.sort_by_key(|proposal| proposal.origin.index);
        reached
    }
}

impl<'g> Ref<'g, Norm> {
    /// The time from the first act that puts the norm forward to the first by which one of the forums adopts it; `None` if no such
    /// adoption is on record.
    ///
    /// It is put forward by a proposal, by the text that first states it or, if nothing came before, by the adoption itself. With
    /// [`Reach::Descendants`] the adoption may be that of a wording that comes from it, and the links that lead there are shown.
    ///
    /// ```
    /// use cybernorms::{NormGraph, Reach};
    /// let graph = NormGraph::embedded();
    /// let un = graph.forums().filter(|forum| forum.id().as_str().starts_with("un-")).collect();
    /// let core = graph.norm("gcsc-public-core")?;
    /// assert!(core.lag(Reach::Wording, &un).is_none(), "no UN text adopts it in the commission's words");
    /// let lag = core.lag(Reach::Descendants, &un).unwrap();
    /// assert_eq!(lag.adoption.report().id().as_str(), "a-75-816");
    /// // Of the call it is only known that it is of November 2017.
    /// assert_eq!((lag.least, lag.most), (1198, 1227));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn lag(self, reach: Reach, forums: &NodeSet<'_>) -> Option<Lag<'g>> {
        let own = adoption(self.node(), forums).map(|act| (act, Vec::new()));
        let lineage = (reach == Reach::Descendants).then(|| self.descendants());
        let later = lineage.iter().flat_map(|lineage| {
            let adopted = lineage.nodes().iter().filter_map(|node| Some((node, adoption(node, forums)?))).collect::<Vec<_>>();
            adopted.into_iter().map(|(node, act)| (act, lineage.path_to(node).unwrap_or_default()))
        });
        let (adoption, chain) = own.into_iter().chain(later).min_by_key(|(act, chain)| (act.edge, chain.len()))?;
        let first = put_forward(self, adoption).min_by_key(|act| act.edge);
        Some(Lag::new(first, adoption, chain))
    }
}

impl<'g> Lag<'g> {
    fn new(put_forward: Option<ActRef<'g>>, adoption: ActRef<'g>, chain: Vec<Link<'g>>) -> Self {
        let first = put_forward.filter(|act| act.edge < adoption.edge).unwrap_or(adoption);
        let (from, to) = (first.date, adoption.date);
        let (least, most) = if first == adoption {
            (0, 0)
        } else {
            (days(from.last_day(), to.first_day()), days(from.first_day(), to.last_day()))
        };
        Self { first, adoption, chain, least, most }
    }
}

fn days(from: Date, to: Date) -> i64 {
    i64::from(to.number()) - i64::from(from.number())
}

/// The first act by which one of the forums adopts a wording or the text that states it.
fn adoption<'g>(wording: Node<'g>, forums: &NodeSet<'_>) -> Option<ActRef<'g>> {
    let adopted =
        |(forum, act): &(Ref<'g, Forum>, ActRef<'g>)| act.verb.family() == Family::Adopted && forums.contains(forum.node());
    forum_acts(wording).filter(adopted).map(|(_, act)| act).min_by_key(|act| act.edge)
}

/// The acts that put a norm, or the text that states it, forward, and its birth, unless that is in the very text that is adopted.
fn put_forward<'g>(norm: Ref<'g, Norm>, adoption: ActRef<'g>) -> impl Iterator<Item = ActRef<'g>> {
    let born_adopted = norm.stated_in().node() == adoption.object() || norm.stated_in() == adoption.report();
    norm.trace().into_iter().filter(move |act| {
        let born = act.verb == Verb::StatedIn && act.subject() == norm.node();
        act.verb.family() == Family::Proposed || (born && !born_adopted)
    })
}

fn is_proposal_of(origin: Node<'_>, proposers: &NodeSet<'_>) -> bool {
    let text = match origin.cast::<Norm>() {
        Some(norm) => norm.stated_in(),
        None => match origin.cast() {
            Some(report) => report,
            None => return false,
        },
    };
    let is_account = matches!(text.evidence, EvidenceKind::SecondaryAnalysis | EvidenceKind::MachineTranscript);
    !is_account && issuers(origin).iter().all(|issuer| proposers.contains(issuer))
}

fn is_of_states(forum: Ref<'_, Forum>) -> bool {
    match forum.kind {
        ForumKind::UnPlenary
        | ForumKind::UnMainCommittee
        | ForumKind::ClosedExpertGroup
        | ForumKind::OpenEndedWorkingGroup
        | ForumKind::TreatyNegotiatingCommittee
        | ForumKind::PermanentMechanism
        | ForumKind::RegionalOrganisation
        | ForumKind::MilitaryAlliance
        | ForumKind::PoliticalClub
        | ForumKind::Bilateral => true,
        ForumKind::Conference => belongs_to_states(forum),
        ForumKind::MultistakeholderInitiative
        | ForumKind::IndustryCoalition
        | ForumKind::ExpertCommission
        | ForumKind::TechnicalBody
        | ForumKind::Court => false,
    }
}

fn belongs_to_states(forum: Ref<'_, Forum>) -> bool {
    // A conference of a conference is not asked further: nothing proves that parents do not run in a ring.
    let parent = forum.parent().and_then(Node::cast::<Forum>);
    parent.is_some_and(|parent| parent.kind != ForumKind::Conference && is_of_states(parent))
}
