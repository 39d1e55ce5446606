//! What a forum did and what an actor said, in the order of time.

use crate::answer::{Acts, Keep};
use crate::model::{Actor, Family, Forum, Norm, Report, Verb};
use crate::node::{Node, Record, Ref};

impl<'g> Ref<'g, Forum> {
    /// What the forum did and what was done to it, oldest first: texts issued, adoptions, mandates, what others said of it.
    /// Who belongs to it is left out; see [`Ref::members`].
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let forum = NormGraph::embedded().forum("un-gge-2015")?;
    /// assert!(forum.timeline().iter().any(|act| act.report().id().as_str() == "a-70-174"));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn timeline(self) -> Acts<'g> {
        self.touching(Keep::Events)
    }

    /// The forum or organisation that it belongs to.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let group = NormGraph::embedded().forum("un-gge-2017")?;
    /// assert_eq!(group.parent().unwrap().id().as_str(), "un-gge");
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn parent(self) -> Option<Node<'g>> {
        self.view().get(self.record().parent.as_ref()?.as_str())
    }
}

impl<'g> Ref<'g, Actor> {
    /// What the actor is recorded to have done, oldest first, votes included and memberships left out.
    ///
    /// ```
    /// use cybernorms::{Family, NormGraph};
    /// let cuba = NormGraph::embedded().actor("cub")?;
    /// assert!(cuba.positions().iter().any(|act| act.verb.family() == Family::Contested));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn positions(self) -> Acts<'g> {
        self.doing(Keep::Substance)
    }

    /// What the actor backed.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let then = NormGraph::embedded().as_of("2019-12-31".parse()?);
    /// let (nld, est) = (then.actor("nld")?.endorsed(), then.actor("est")?.endorsed());
    /// let both = nld.objects() & est.objects();
    /// assert!(both.len() <= nld.objects().len());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn endorsed(self) -> Acts<'g> {
        self.doing(Keep::Family(Family::Endorsed))
    }

    /// What the actor disputed.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let cuba = NormGraph::embedded().actor("cub")?;
    /// assert!(cuba.contested().iter().any(|act| act.object().id().as_str() == "un-charter-in-entirety"));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn contested(self) -> Acts<'g> {
        self.doing(Keep::Family(Family::Contested))
    }

    /// What the actor put forward.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let microsoft = NormGraph::embedded().actor("microsoft")?;
    /// assert!(microsoft.proposed().iter().any(|act| act.object().id().as_str() == "dgc-states"));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn proposed(self) -> Acts<'g> {
        self.doing(Keep::Family(Family::Proposed))
    }

    /// For whom a person speaks, as far as reports say so.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let speaker = NormGraph::embedded().actor("nathalie-jaarsma")?;
    /// assert_eq!(speaker.speaks_for().iter().next().unwrap().object().id().as_str(), "nld");
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn speaks_for(self) -> Acts<'g> {
        self.doing(Keep::Verb(Verb::SpeaksFor))
    }
}

impl<'g> Ref<'g, Report> {
    /// What was done to the report and by it, votes included, oldest first.
    ///
    /// ```
    /// use cybernorms::{NormGraph, Verb};
    /// let resolution = NormGraph::embedded().report("a-res-73-27")?;
    /// let votes = |verb| resolution.acts_on().iter().filter(|act| act.verb == verb).count();
    /// assert_eq!((votes(Verb::VotesYes), votes(Verb::VotesNo), votes(Verb::Abstains)), (119, 46, 14));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn acts_on(self) -> Acts<'g> {
        self.touching(Keep::All)
    }

    /// The acts that the report records: what it says itself and what it tells of others, oldest first; votes, births and memberships for
    /// which it is the evidence are among them.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let session = NormGraph::embedded().report("igf-2019-of-22")?;
    /// assert!(session.recorded().iter().any(|act| act.subject().id().as_str() == "cub"));
    /// assert!(session.recorded().iter().all(|act| act.report() == session));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn recorded(self) -> Acts<'g> {
        Acts::every(self.view, self.view.graph.recorded.of(self.node.index()))
    }

    /// The norms that the report first states.
    ///
    /// ```
    /// use cybernorms::{NormGraph, NormKind};
    /// let report = NormGraph::embedded().report("a-70-174")?;
    /// assert_eq!(report.norms().filter(|norm| norm.kind == NormKind::Norm).count(), 11);
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn norms(self) -> impl Iterator<Item = Ref<'g, Norm>> {
        self.touching(Keep::Verb(Verb::StatedIn)).into_iter().filter_map(|act| act.subject().cast())
    }
}

impl<'g, R: Record> Ref<'g, R> {
    /// What the record did and what was done to it.
    fn touching(self, keep: Keep) -> Acts<'g> {
        Acts::new(self.view, self.view.graph.incident.of(self.node.index()), None, keep)
    }

    /// What the record did.
    fn doing(self, keep: Keep) -> Acts<'g> {
        Acts::new(self.view, self.view.graph.incident.of(self.node.index()), Some(self.node), keep)
    }
}
