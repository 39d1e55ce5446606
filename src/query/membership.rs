//! Who belonged to a forum on a day.

use crate::answer::{ActRef, Acts, Keep};
use crate::model::{Date, Forum};
use crate::node::Ref;

impl<'g> Ref<'g, Forum> {
    /// The memberships that held on a date, in whatever role, in the order in which they began.
    ///
    /// A membership is left out only if it certainly had not begun or certainly had ended; one that is recorded without dates
    /// lasts as long as the forum. The subject of each act is the member, [`Role::of`] its verb the role.
    ///
    /// ```
    /// use cybernorms::{NormGraph, Role};
    /// let gge = NormGraph::embedded().forum("un-gge-2021")?;
    /// let members: Vec<_> = gge.members("2020".parse()?).filter(|act| Role::of(act.verb) == Some(Role::Member)).collect();
    /// assert!(members.iter().any(|act| act.subject().id().as_str() == "est"));
    /// assert_eq!(gge.members("2009".parse()?).count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn members(self, date: Date) -> impl Iterator<Item = ActRef<'g>> {
        let edges = self.view.graph.roles.of(self.node.index());
        Acts::new(self.view, edges, None, Keep::All)
            .into_iter()
            .filter(move |act| !date.certainly_before(act.date) && !act.until.is_some_and(|until| until.certainly_before(date)))
    }
}
