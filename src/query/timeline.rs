//! What a forum did and what an actor said, in the order of time.

use crate::answer::{Acts, Keep};
use crate::model::{Actor, Family, Forum, Norm, Report, Verb};
use crate::node::{Node, Ref};

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
        self.incident(None, Keep::Events)
    }

    /// The forum or organisation that it belongs to.
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
        self.incident(Some(()), Keep::Substance)
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
        self.incident(Some(()), Keep::Family(Family::Endorsed))
    }

    /// What the actor disputed.
    pub fn contested(self) -> Acts<'g> {
        self.incident(Some(()), Keep::Family(Family::Contested))
    }

    /// What the actor put forward.
    pub fn proposed(self) -> Acts<'g> {
        self.incident(Some(()), Keep::Family(Family::Proposed))
    }

    /// For whom a person speaks, as far as reports say so.
    pub fn speaks_for(self) -> Acts<'g> {
        self.incident(Some(()), Keep::Verb(Verb::SpeaksFor))
    }
}

impl<'g> Ref<'g, Report> {
    /// What was done to the report and what it says of other texts, votes and memberships included, oldest first.
    pub fn acts_on(self) -> Acts<'g> {
        self.incident(None, Keep::All)
    }

    /// The norms that the report first states.
    pub fn norms(self) -> impl Iterator<Item = Ref<'g, Norm>> {
        self.incident(None, Keep::Verb(Verb::StatedIn)).into_iter().filter_map(|act| act.subject().cast())
    }
}

impl<'g, R: crate::node::Record> Ref<'g, R> {
    fn incident(self, as_subject: Option<()>, keep: Keep) -> Acts<'g> {
        Acts::new(self.view, self.view.graph.incident.of(self.node.index()), as_subject.map(|()| self.node), keep)
    }
}
