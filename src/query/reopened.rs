//! Norms that were agreed and disputed afterwards.

use std::fmt;

use crate::answer::ActRef;
use crate::model::{DecisionMode, Forum, Norm};
use crate::node::Ref;
use crate::set::NodeSet;
use crate::view::View;

/// A norm that a forum agreed on and that was disputed afterwards.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Reopened<'g> {
    /// The norm.
    pub norm: Ref<'g, Norm>,
    /// The first act by which a forum adopted it, or the text that states it, without a vote.
    pub agreed: ActRef<'g>,
    /// The acts against the norm itself that came certainly later, oldest first.
    pub contested: Vec<ActRef<'g>>,
    /// The acts against the text that states it that came certainly later, oldest first; votes on it apart. They may
    /// mean another part of it.
    pub text_contested: Vec<ActRef<'g>>,
}

impl<'g> Reopened<'g> {
    /// Those of the acts against it whose subject was a member of the forum on the day on which it agreed: who goes back on what it
    /// was part of. Nothing if the members are not on record; a working group that is open to all has those of its parent.
    pub fn by_members(&self) -> Vec<ActRef<'g>> {
        let forum = self.agreed.subject().cast::<Forum>();
        let members: NodeSet<'g> =
            forum.into_iter().flat_map(|forum| forum.seats(self.agreed.date)).map(ActRef::subject).collect();
        self.contested.iter().filter(|act| members.contains(act.subject())).copied().collect()
    }
}

impl fmt::Display for Reopened<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})\n  agreed   {}", self.norm.title, self.norm, self.agreed)?;
        self.contested.iter().try_for_each(|act| write!(f, "\n  against  {act}"))?;
        self.text_contested.iter().try_for_each(|act| write!(f, "\n  against the text  {act}"))
    }
}

impl<'g> View<'g> {
    /// The norms that a forum adopted by consensus or otherwise without a vote and that were contested later, in the order of the
    /// data files. A norm of which only the text was contested is not one of them.
    ///
    /// Adoptions of which no mode of decision is recorded are left out: whether they were agreed is not known.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let reopened = NormGraph::embedded().now().contested_after_adoption();
    /// let charter = reopened.iter().find(|norm| norm.norm.id().as_str() == "un-charter-in-entirety").unwrap();
    /// assert_eq!(charter.agreed.subject().id().as_str(), "un-gge-2015");
    /// assert!(charter.contested.iter().any(|act| act.subject().id().as_str() == "cub"));
    /// assert!(charter.text_contested.iter().any(|act| act.subject().id().as_str() == "irn"), "that is the whole report");
    /// assert!(reopened.iter().all(|norm| norm.norm.id().as_str() != "gge-2015-13f"), "nobody disputes it as such");
    /// ```
    pub fn contested_after_adoption(self) -> Vec<Reopened<'g>> {
        self.norms().filter_map(reopened).collect()
    }
}

fn reopened(norm: Ref<'_, Norm>) -> Option<Reopened<'_>> {
    let by_forum = norm.adopted_by().into_iter().filter(|act| act.subject().cast::<Forum>().is_some());
    let agreed = by_forum.into_iter().find(|act| is_agreed(*act))?;
    let later = norm.contested_by().into_iter().filter(|act| agreed.date.certainly_before(act.date));
    let (contested, text_contested): (Vec<_>, Vec<_>) = later.partition(|act| act.object() == norm.node());
    (!contested.is_empty()).then_some(Reopened { norm, agreed, contested, text_contested })
}

fn is_agreed(act: ActRef<'_>) -> bool {
    act.decision.or(act.report().decision).is_some_and(DecisionMode::is_consensus)
}
